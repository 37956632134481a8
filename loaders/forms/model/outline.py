"""The sheet « Objectifs »: axes and objectives, and how other sheets refer to them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from graph.text import fold
from loaders.forms.model.problems import Problems
from loaders.forms.model.ranks import rank_of, settled
from loaders.forms.model.sheets import Entry
from loaders.forms.model.words import AXIS_REFERENCE, NO_AXIS

_RANK_REFERENCE = re.compile(r"rang (\d{1,6})")


@dataclass
class Heading:
    """An axis or an objective: its mark ("3", "2.1", "(3)") and title as written, and the rows where it stands."""

    mark: str
    title: str
    entries: list[Entry]
    rank: int = 0
    given: int | None = None
    axis: Heading | None = None

    @property
    def number(self) -> int | None:
        """The number, where the mark is one."""
        return int(self.mark) if self.mark.isascii() and self.mark.isdigit() and len(self.mark) < 7 else None


@dataclass
class Outline:
    """Axes and objectives in order."""

    axes: list[Heading] = field(default_factory=list)
    objectives: list[Heading] = field(default_factory=list)

    def objective(self, reference: str) -> list[Heading]:
        """The objectives that a reference may mean: "3", "2.3" (axis 2), "rang 3", or a title."""
        wanted = fold(reference)
        ranked = _RANK_REFERENCE.fullmatch(wanted)
        if ranked:
            return [one for one in self.objectives if one.given == int(ranked[1])]
        by_mark = [one for one in self.objectives if one.mark and fold(one.mark) == wanted]
        within = [one for one in self.objectives if one.axis and fold(f"{one.axis.mark}.{one.mark}") == wanted]
        by_title = [one for one in self.objectives if fold(one.title) == wanted]
        plain = [one for one in self.objectives if _changed(one.mark, wanted)]
        return by_mark or within or by_title or plain

    def axis(self, reference: str) -> list[Heading]:
        """The axes that a reference behind the word "axe" may mean."""
        wanted = fold(reference)
        ranked = _RANK_REFERENCE.fullmatch(wanted)
        if ranked:
            return [one for one in self.axes if one.given == int(ranked[1])]
        by_mark = [one for one in self.axes if one.mark and fold(one.mark) == wanted]
        return by_mark or [one for one in self.axes if fold(one.title) == wanted]

    def find(self, reference: str) -> list[Heading]:
        """What an action may hang from: objectives, or axes ("axe 2")."""
        axis = AXIS_REFERENCE.match(reference)
        return self.objective(reference) or (self.axis(axis["axis"].strip()) if axis else [])


def _changed(mark: str, reference: str) -> bool:
    """True for a mark as a spreadsheet may have changed it: "(3)" into "-3" or "3", "2.1" into "2,1"."""
    bare = [re.fullmatch(r"[(-]?(\d+(?:[.,]\d+)*)\)?", text) for text in (mark, reference)]
    return all(bare) and len({match[1].replace(",", ".") for match in bare if match}) == 1


def read_outline(entries: Sequence[Entry], problems: Problems, after: tuple[int, int] = (0, 0)) -> Outline:
    """The outline of the sheet; `after`: how many axes and objectives the plan's other documents have."""
    reader = _Reader(problems)
    for entry in entries:
        reader.read(entry)
    outline = reader.outline
    for headings, key, count in ((outline.axes, "axis_rank", after[0]), (outline.objectives, "rank", after[1])):
        ranks = settled([(one.entries[0], one.given) for one in headings], key, problems, count)
        for heading, rank in zip(headings, ranks, strict=True):
            heading.rank = rank
    return outline


class _Reader:
    """Reads the rows in order: an axis holds until the next."""

    def __init__(self, problems: Problems) -> None:
        self.outline = Outline()
        self._problems = problems
        self._open: Heading | None = None

    def read(self, entry: Entry) -> None:
        """Read one row: its axis, and its objective if it has one."""
        self._axis(entry)
        mark, title = entry.text("number"), entry.text("title")
        if not (mark or title):
            self._alone(entry)
            return
        if not title:
            title = f"Objectif {mark}"
            self._problems.odd("intitule-manquant", entry, "title", f"l'objectif {mark} n'a pas d'intitulé")
        objective = Heading(mark, title, [entry], given=rank_of(entry, "rank", self._problems), axis=self._open)
        self._check_mark(objective, entry)
        self.outline.objectives.append(objective)

    def _axis(self, entry: Entry) -> None:
        mark, title = entry.text("axis_number"), entry.text("axis_title")
        if NO_AXIS in (fold(mark), fold(title)):
            self._open = None
        elif mark or title:
            given = rank_of(entry, "axis_rank", self._problems)
            axis = next((one for one in self.outline.axes if _is_same(one, given, mark, title)), None)
            if axis is None:
                axis = Heading(mark, title or f"Axe {mark}", [entry], given=given)
                self.outline.axes.append(axis)
                if not title:
                    self._problems.odd("intitule-manquant", entry, "axis_title", f"l'axe {mark} n'a pas d'intitulé")
            else:
                self._again(axis, entry, title)
            self._open = axis

    def _again(self, axis: Heading, entry: Entry, title: str) -> None:
        """An axis named by one more row."""
        if title and fold(title) != fold(axis.title):
            first = axis.entries[0].locator
            message = (
                f"l'axe {axis.mark} est « {axis.title} » ({first}), ici « {title} » : le premier intitulé est gardé"
            )
            self._problems.odd("axe-deux-intitules", entry, "axis_title", message)
        axis.entries.append(entry)

    def _alone(self, entry: Entry) -> None:
        """A row without an objective announces an axis; other words of it have nothing to be about."""
        beside = [
            key
            for key in entry.table.columns
            if key not in ("axis_number", "axis_title", "axis_rank", "origin", "words")
        ]
        words = " ; ".join(entry.quote(key, entry.text(key)) for key in beside if entry.text(key))
        if words:
            self._problems.whole(
                "ligne-sans-intitule", entry.locator, "ligne sans objectif : ses autres cellules ne sont pas lues"
            )
            self._problems.unread(entry, words)

    def _check_mark(self, objective: Heading, entry: Entry) -> None:
        """The same number twice within an axis is said: both stay."""
        same = (one for one in self.outline.objectives if one.axis is objective.axis and one.mark == objective.mark)
        first = next(same, None) if objective.mark else None
        if first is not None:
            message = f"l'objectif {objective.mark} figure déjà ({first.entries[0].locator}) : les deux sont gardés"
            self._problems.odd("objectif-double", entry, "number", message)


def _is_same(axis: Heading, given: int | None, mark: str, title: str) -> bool:
    """Axes are told by their rank where it is given, else by their mark, else by their title."""
    if given is not None and axis.given is not None:
        return given == axis.given
    if mark and axis.mark:
        return fold(mark) == fold(axis.mark)
    return bool(title) and fold(title) == fold(axis.title)
