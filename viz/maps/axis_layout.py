"""Sheets of an axis: columns of a format, what each cell says in the room that it has, and which page a row is on."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from viz.french import NBSP, count
from viz.maps.axis_content import Row, state_words
from viz.maps.words import listed
from viz.paper.sheet import FormatName
from viz.paper.type import wrap

Cell = Callable[[Row, float, float, int], list[str]]


@dataclass(frozen=True)
class Head:
    """A column: its title, its part of the width, and what it says of a row (size of type, room, lines at most)."""

    title: str
    share: float
    cell: Cell


@dataclass(frozen=True)
class Measure:
    """Sizes of type of a row's title and words, lines of a cell at most (the most first), room of the number,
    size of key figures."""

    title: float
    words: float
    lines: tuple[int, ...]
    tab: float
    figure: float


MEASURES: dict[FormatName, Measure] = {
    "a3": Measure(11, 8.6, (40, 26, 22, 18, 16, 14, 12, 10), 40, 26),
    "a4": Measure(8.4, 7, (40, 26, 22, 18, 16, 14), 28, 19),
    "16x9": Measure(11.5, 9.2, (20, 16, 14, 12, 10, 8, 7, 6), 34, 22),
}


@dataclass(frozen=True)
class Line:
    """A row ready to draw: the words of its cells, title first, and its height."""

    row: Row
    cells: list[list[str]]
    notes: list[str]
    height: float


def _names(pick: Callable[[Row], list[str]], none: str) -> Cell:
    def cell(row: Row, size: float, room: float, lines: int) -> list[str]:
        return listed(pick(row), size, room, lines) or [none]

    return cell


def _actions(row: Row, size: float, room: float, lines: int) -> list[str]:
    return [part for words in state_words(row.states) for part in wrap(words, size, room, 2)] or ["aucune"]


def _money(row: Row, size: float, room: float, lines: int) -> list[str]:
    return _stacked(row.money, size, room, lines) or ["–"]


def _kept(row: Row, size: float, room: float, lines: int) -> list[str]:
    """Tools, then places, in one column."""
    half = lines if not row.places else max(lines - 2, lines // 2)
    tools = listed(row.tools, size, room, half)
    places = listed(row.places, size, room, max(lines - len(tools), 1), head=f"Lieux{NBSP}: ")
    return tools + places or ["–"]


def _stacked(items: Sequence[str], size: float, room: float, lines: int) -> list[str]:
    """Items under each other, then how many more there are."""
    rows: list[str] = []
    for i, item in enumerate(items):
        new = wrap(item, size, room, 5)
        if len(rows) + len(new) > lines - (i < len(items) - 1):
            left = len(items) - i
            return [*rows, f"+ {count(left, 'autre ligne', 'autres lignes')}" if rows else count(left, "ligne")]
        rows += new
    return rows


_PILOTS = Head("Pilotes", 0.12, _names(lambda row: row.pilots, "aucun"))
_MONEY = Head("Argent écrit dans le plan", 0.17, _money)
COLUMNS: dict[FormatName, tuple[Head, ...]] = {
    "a3": (
        _PILOTS,
        Head("Partenaires", 0.2, _names(lambda row: row.partners, "aucun")),
        Head("Actions", 0.1, _actions),
        Head("Outils", 0.14, _names(lambda row: row.tools, "–")),
        Head("Lieux", 0.085, _names(lambda row: row.places, "–")),
        _MONEY,
    ),
    "a4": (
        _PILOTS,
        Head("Partenaires", 0.215, _names(lambda row: row.partners, "aucun")),
        Head("Actions", 0.115, _actions),
        Head("Outils et lieux", 0.18, _kept),
        _MONEY,
    ),
    "16x9": (
        _PILOTS,
        Head("Partenaires", 0.21, _names(lambda row: row.partners, "aucun")),
        Head("Actions", 0.12, _actions),
        Head("Outils et lieux", 0.165, _kept),
        _MONEY,
    ),
}


def edges(name: FormatName, left: float, width: float) -> list[float]:
    """x of the left of each column: title first, then `COLUMNS`, and the right of the last."""
    shares = [head.share for head in COLUMNS[name]]
    found = [left, left + width * (1 - sum(shares))]
    for share in shares:
        found.append(found[-1] + width * share)
    return found


def lay_out(rows: Sequence[Row], name: FormatName, width: float, height: float) -> list[list[Line]]:
    """The rows of each page of this room, in points: the fewest pages, then the most words that they hold."""
    fewest = len(_pages([_line(row, name, width, MEASURES[name].lines[-1]) for row in rows], height))
    for most in MEASURES[name].lines:
        found = _pages([_line(row, name, width, most) for row in rows], height)
        if len(found) == fewest and all(line.height <= height for page in found for line in page):
            break
    return found


def _line(row: Row, name: FormatName, width: float, most: int) -> Line:
    measure, at = MEASURES[name], edges(name, 0.0, width)
    room = at[1] - measure.tab - 16
    title = wrap(row.title, measure.title, room, 8, 600)
    notes = [part for note in row.fragile for part in wrap(note, measure.words, room - measure.words * 1.5, 3)]
    cells = [head.cell(row, measure.words, at[i + 2] - at[i + 1] - 12, most) for i, head in enumerate(COLUMNS[name])]
    first = len(title) * measure.title * 1.22 + len(notes) * measure.words * 1.28 + (4 if notes else 0)
    bar = measure.words * 1.5
    others = [len(cell) * measure.words * 1.28 + (bar if head.title == "Actions" else 0)
              for head, cell in zip(COLUMNS[name], cells, strict=True)]  # fmt: skip
    return Line(row, [title, *cells], notes, max(first, *others) + measure.words * 1.5)


def _pages(found: Sequence[Line], height: float) -> list[list[Line]]:
    """Lines on as many pages as they take."""
    parts: list[list[Line]] = [[]]
    used = 0.0
    for line in found:
        if parts[-1] and used + line.height > height:
            parts.append([])
            used = 0.0
        parts[-1].append(line)
        used += line.height
    return parts
