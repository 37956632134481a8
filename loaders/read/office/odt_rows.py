"""Rows of a LibreOffice table: repeated rows and cells, and the cells that merged ones cover."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from loaders.read.blocks import Block, Cell, Counter, TableRow
from loaders.read.office.xml import Element, attribute, integer, short

_WIDEST, _MOST_REPEATED = 1_000, 1_000
_GROUPS = frozenset({"table:table-header-rows", "table:table-row-group", "table:table-rows"})
_HIDDEN = frozenset({"collapse", "filter"})
ReadCell = Callable[[Element, str], tuple[Block, ...]]


def odt_rows(table: Element, name: str, read: ReadCell, counter: Counter) -> tuple[tuple[TableRow, ...], int]:
    """The rows of a table, and how many hidden ones were left out."""
    merges = _Merges()
    rows: list[TableRow] = []
    hidden = 0
    for element in _rows(table):
        if attribute(element, "table:visibility") in _HIDDEN:
            hidden += 1
            continue
        row = _row(element, f"{name}, ligne {len(rows) + 1}", read, merges)
        times = min(_MOST_REPEATED, integer(attribute(element, "table:number-rows-repeated"), 1))
        for _ in range(1 if all(cell.blank for cell in row.cells) else times):
            counter.take_cells(len(row.cells))
            rows.append(TableRow(f"{name}, ligne {len(rows) + 1}", row.cells))
    return tuple(rows), hidden


def _rows(table: Element) -> Iterator[Element]:
    waiting = list(table)[::-1]
    while waiting:
        element = waiting.pop()
        if short(element.tag) == "table:table-row":
            yield element
        elif short(element.tag) in _GROUPS:
            waiting += list(element)[::-1]


@dataclass
class _Merges:
    """Columns where a cell above goes on: how many rows more, and over how many columns."""

    down: dict[int, tuple[int, int]] = field(default_factory=dict)

    def next_row(self, opened: dict[int, tuple[int, int]]) -> None:
        """Count one row of each, and add those that the last row opened."""
        gone_on = {column: (rows - 1, span) for column, (rows, span) in self.down.items() if rows > 1}
        self.down = gone_on | opened


def _row(element: Element, locator: str, read: ReadCell, merges: _Merges) -> TableRow:
    cells: list[Cell] = []
    opened: dict[int, tuple[int, int]] = {}
    column = covered = 0
    for printed in element:
        times = max(1, integer(attribute(printed, "table:number-columns-repeated"), 1))
        if short(printed.tag) == "table:table-cell":
            cell, rows = _cell(printed, column, locator, read)
            cells += _repeated(cell, times)
            covered = column + cell.span
            opened |= {column: (rows - 1, cell.span)} if rows > 1 else {}
        elif short(printed.tag) == "table:covered-table-cell":
            for place in range(max(column, covered), min(column + times, _WIDEST)):
                if place in merges.down and place >= covered:
                    cells.append(Cell(place, merges.down[place][1], (), above=True))
                    covered = place + cells[-1].span
        else:
            continue
        column += times
    merges.next_row(opened)
    return TableRow(locator, tuple(cells))


def _cell(printed: Element, column: int, locator: str, read: ReadCell) -> tuple[Cell, int]:
    """A cell, and over how many rows it goes."""
    span = min(_WIDEST, max(1, integer(attribute(printed, "table:number-columns-spanned"), 1)))
    return Cell(column, span, read(printed, locator)), integer(attribute(printed, "table:number-rows-spanned"), 1)


def _repeated(cell: Cell, times: int) -> list[Cell]:
    """A cell as often as it is repeated; a blank one as one wide cell, for nobody tells them apart."""
    if times == 1:
        return [cell]
    if cell.blank:
        return [Cell(cell.start, times, ())]
    return [Cell(cell.start + rank, 1, cell.blocks) for rank in range(min(times, _WIDEST))]
