"""One check: what was found, how serious it is, where, in which words, and what to do."""

from __future__ import annotations

import re
from dataclasses import dataclass

from graph.checks.kinds import Kind, kind_of
from graph.model import Severity

SEVERITIES: tuple[Severity, ...] = ("erreur", "attention", "info")


@dataclass(frozen=True)
class Place:
    """A place of a document, and the sentence that stands there ("" where the graph quotes none)."""

    document: str
    locator: str
    quote: str = ""

    @property
    def order(self) -> tuple[str, tuple[int, ...], str]:
        """Sorts places as a reader meets them: line 9 before line 10."""
        return self.document, tuple(int(figure) for figure in re.findall(r"\d+", self.locator)), self.locator


@dataclass(frozen=True)
class Check:
    """`message` is French; `subject`, the name it is about, if it is about one; `also`, further places to look at."""

    code: str
    severity: Severity
    plan: str
    places: tuple[Place, ...]
    message: str
    subject: str = ""
    also: tuple[Place, ...] = ()

    @property
    def kind(self) -> Kind:
        """The family it belongs to, its title, its rule and what to do."""
        return kind_of(self.code)

    @property
    def action(self) -> str:
        """What to do, in French."""
        return self.kind.action
