"""What `loaders.plan` asks of a form: recognise a document by its content, and write what it says."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from loaders.lines import Line
from loaders.plan_info import PlanInfo
from loaders.writer import Writer


class Form(Protocol):
    """A document whose form is known."""

    @property
    def title(self) -> Line | None:
        """The line that names the plan, if one is printed."""

    @property
    def preamble(self) -> Sequence[Line]:
        """What is printed before the plan's own content."""

    @property
    def opening(self) -> Line:
        """The title, or the first line of the content."""

    @property
    def furniture(self) -> Sequence[Line]:
        """Headers, footers and page numbers that were set aside."""

    def write(self, writer: Writer, info: PlanInfo, known: frozenset[str]) -> None:
        """Write what the document says. `known` are folded names of actors known beside it (its ledger)."""
