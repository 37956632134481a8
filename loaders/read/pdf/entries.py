"""What pages say as the common ground of documents has it: printed lines, and tables as blocks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from loaders.forms.vocabulary import section_of
from loaders.pages import Joint, glued
from loaders.read.blocks import Cell, Paragraph, Table, TableRow
from loaders.read.pdf.chains import ChainRow, Held
from loaders.read.pdf.joints import Manner, Spot, joined, joint_of
from loaders.read.pdf.lines import Printed
from loaders.read.pdf.spacing import is_parted
from loaders.read.pdf.stretch import Stretch

_BLANK, _TWO_BLANKS, _STEP, _OTHER_SIZE = 0.26, 0.45, 0.9, 0.12


@dataclass(frozen=True)
class Entry:
    """A line outside tables. `parted`: a blank line comes before it; `joint`: it is the rest of the line before.

    `height` is 1 for a line as printed, 0 for what stands on the same line as the entry before.
    """

    page: int
    text: str
    indent: int = 0
    joint: Joint | None = None
    parted: bool = True
    running: bool = False
    height: int = 1


@dataclass(frozen=True)
class TableEntry:
    """A table, the page it begins on, and how many lines it takes on each page."""

    page: int
    table: Table
    heights: dict[int, int]


def running_entries(page: int, lines: Iterable[Printed]) -> Iterator[Entry]:
    """Lines that come back at the edge of pages."""
    for line in lines:
        yield Entry(page, line.text, parted=False, running=True)


def line_entries(stretches: Sequence[Stretch], manner: Manner) -> Iterator[Entry]:
    """The lines of stretches that follow one another."""
    before: Spot | None = None
    for spot, rest in joined(stretches, manner):
        line = spot.line
        joint = joint_of(before, spot, manner) if rest and before else None
        parted = not rest and (before is None or _is_parted(before, spot, manner.usual))
        entry = Entry(spot.stretch.page, line.text, _indent(spot.x0 / line.size), joint, parted)
        yield from [entry] if rest else _label_apart(entry, spot)
        before = spot


def _label_apart(entry: Entry, spot: Spot) -> list[Entry]:
    """A line of a table without lines: the name of a section, and in the next column what it names."""
    label, gap, value = entry.text.partition("\t")
    if not gap or ":" in label or section_of(label) is None:
        return [entry]
    indent = _indent((spot.line.beyond_gap - spot.stretch.left) / spot.line.size)
    return [replace(entry, text=f"{label} :"), replace(entry, text=value, indent=indent, height=0)]


def _indent(ems: float) -> int:
    """Columns before a line, from its distance in ems; one blank is one column, though a stretched line widens it."""
    return round(ems / _BLANK) if ems >= _TWO_BLANKS else int(ems >= _BLANK / 2)


def _is_parted(before: Spot, after: Spot, usual: float) -> bool:
    """True where a blank stands between two lines; at a page's end, none is seen but before another kind of line."""
    if before.stretch is after.stretch:
        return is_parted(before.line, after.line, usual)
    if before.stretch.page == after.stretch.page and after.line.box.bottom > before.line.box.top:
        return True
    other = abs(before.line.size - after.line.size) > _OTHER_SIZE * before.line.size
    return other or after.x0 > before.begins + _STEP * after.line.size


def table_entry(rows: Sequence[ChainRow], manner: Manner) -> TableEntry:
    """The rows of a chain of tables as one table."""
    heights: dict[int, int] = {}
    for row in rows:
        heights[row.page] = heights.get(row.page, 0) + row.height
    return TableEntry(rows[0].page, Table(tuple(_table_row(row, manner) for row in rows)), heights)


def _table_row(row: ChainRow, manner: Manner) -> TableRow:
    place = f"page {row.page}, tableau {row.table}, ligne {row.number}"
    cells = (
        Cell(cell.start, cell.span, tuple(Paragraph(place, text) for text in texts_of(cell.held, manner)), cell.above)
        for cell in row.cells
    )
    return TableRow(place, tuple(cells))


def texts_of(held: Held, manner: Manner) -> list[str]:
    """The paragraphs of a cell, each as one line; the blanks before it tell its depth in a list."""
    texts: list[str] = []
    for entry in line_entries(held, manner):
        if entry.joint and texts:
            texts[-1] = glued(texts[-1], entry.text, entry.joint)
        else:
            texts.append(" " * entry.indent + entry.text)
    return texts
