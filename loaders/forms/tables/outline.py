"""Where in the plan each row of a table stands, and the nodes that rows open: axes, objectives, actions."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from graph.text import fold
from loaders.cells import Row
from loaders.plan_info import PlanInfo
from loaders.words.titles import goes_on, number_and_title, without_continuation
from loaders.writer import Writer

_OBJECTIVE = re.compile(r"^(?:sous-)?objectif\b|^obj\.?\s?\d", re.IGNORECASE)
_LETTERED = re.compile(r"^[A-H]\d{0,2}(?:\.\d{1,2})*[.)]?(?<=[.)\d])\s+[-–:]?\s*(?=[A-ZÀ-Þ])")
_LEADING = re.compile(
    r"^(?:axe|pilier|th[èe]me|thématique|volet|orientation|priorité|enjeu|ambition|défi|(?:sous-)?objectif(?: \w+)?)\s*"
    r"(?:\b[A-H](?:[.-]?\d{1,2})*\s*)?[:–-]\s+(?=\S)"
    r"|^(?:enjeu|ambition|défi)\s+(?=\d)|^(?-i:AXE|PILIER|TH[ÈE]ME|VOLET)\s(?=[A-ZÀ-Þ]{3})",
    re.IGNORECASE,
)
_NUMBERING = re.compile(
    r"^(?:fiche|action|projet|mesure|op[ée]ration)(?:[ -]action)?\s*(?:n\s*[°º]\s*)?"
    r"[A-H]?\d{1,2}(?:[.-]\d{1,2})*\s*[:.)–-]\s+",
    re.IGNORECASE,
)


def unnumbered(title: str) -> str:
    """What an action's title says behind its number: "Projet n°3 : Maison de santé" is no sentence about a "Maison"."""
    return _NUMBERING.sub("", title) or title


@dataclass
class Place:
    """Where in the plan the next row stands: ids of the open axis, objective and measure, and the level between."""

    axis: str | None = None
    objective: str | None = None
    measure: str | None = None
    middle: str = ""
    adrift: bool = False


@dataclass
class OutlineWriter:
    """Writes axes, objectives and actions, each once however often its cell is printed."""

    writer: Writer
    info: PlanInfo
    at: Place = field(default_factory=Place)
    _known: dict[tuple[str, ...], str] = field(default_factory=dict)
    _children: dict[str, int] = field(default_factory=dict)

    def open(self, row: Row, theme: str, middle: str, objective: str) -> None:
        """Open what the headings of a row name; merged cells below them are blank."""
        if theme:
            axis = self._axis(row, theme)
            self.at = self.at if axis == self.at.axis and goes_on(theme) else Place(axis=axis)
        if middle:
            self.at = Place(self.at.axis, middle=middle)
        if objective:
            self.at = Place(self.at.axis, self._objective(row, objective, self.at.middle), middle=self.at.middle)
        elif middle:
            self.at.objective = self._objective(row, middle, "")

    def banner(self, row: Row, title: str) -> None:
        """Open what a row of one cell names."""
        named = _OBJECTIVE.match(title)
        self.open(row, "" if named else title, "", title if named else "")

    @property
    def parent(self) -> str:
        """What the next action hangs from."""
        return self.at.objective or self.at.axis or self.info.id

    def _axis(self, row: Row, title: str) -> str:
        return self._structure("Axis", "axe", "HAS_AXIS", self.info.id, row, title)

    def _objective(self, row: Row, title: str, middle: str) -> str:
        theme = {"theme": number_and_title(middle)[1]} if middle else {}
        parent = self.at.axis or self.info.id
        id_ = self._structure("Objective", "objectif", "HAS_OBJECTIVE", parent, row, title, theme, middle)
        if middle:
            self.writer.tie(id_, "STATED_IN", self.writer.document, row.locator, middle)
        return id_

    def _structure(
        self,
        label: str,
        segment: str,
        tie: str,
        parent: str,
        row: Row,
        printed: str,
        more: Mapping[str, Any] | None = None,
        within: str = "",
    ) -> str:
        """An axis or objective, once under its parent however often its cell is printed."""
        key = (parent, fold(within), fold(without_continuation(printed)))
        if key not in self._known:
            self._known[key] = f"{self.info.id}/{segment}-{self.writer.count(label) + 1}"
        id_, locator = self._known[key], row.locator
        number, title = number_and_title(_LETTERED.sub("", _LEADING.sub("", without_continuation(printed))))
        properties = {"number": number, "position": int(id_.rsplit("-", 1)[1]), "title": title, **(more or {})}
        self.writer.node(label, id_, title, locator, printed, **properties)
        self.writer.tie(parent, tie, id_, locator, printed)
        return id_

    def action(self, parent: str, row: Row, text: str, kind: str, said: Mapping[str, Any]) -> str:
        """A new action under its parent. `said` are its further properties."""
        position = self._children[parent] = self._children.get(parent, 0) + 1
        id_ = f"{parent}/action-{position}"
        properties = {"text": text, "kind": kind, "status": None, "heading": None, "position": position, **said}
        self.writer.node("Action", id_, text.rstrip(" ,;:"), row.locator, text, **properties)
        self.writer.tie(parent, "HAS_ACTION", id_, row.locator, text)
        return id_
