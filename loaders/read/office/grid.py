"""Tables with their columns counted: which cells meet which columns, whatever the borders drawn by hand."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace

from loaders.read.blocks import Block, Cell, Table

_MOST_TRIED = 1_000_000


@dataclass(frozen=True)
class GridRow:
    """A row of a grid, at its place. Cells are in order; those merged with the one above know it (`above`)."""

    locator: str
    cells: tuple[Cell, ...]

    @property
    def filled(self) -> list[Cell]:
        """The cells that hold words."""
        return [cell for cell in self.cells if not cell.blank]


@dataclass(frozen=True)
class Grid:
    """A table whose cells stand in columns numbered from 0 to `width` - 1."""

    rows: tuple[GridRow, ...]
    width: int

    @property
    def filled(self) -> list[GridRow]:
        """The rows that hold words."""
        return [row for row in self.rows if row.filled]


def grid_of(table: Table) -> Grid:
    """The grid of a table. A column in which no cell stands alone comes of borders that do not meet: it is none."""
    starts = sorted({cell.start for row in table.rows for cell in row.cells})
    ranks = {start: rank for rank, start in enumerate(starts)}
    rows = [[_ranked(cell, starts, ranks) for cell in row.cells] for row in table.rows]
    width = len(starts)
    alone = {cell.start for row in rows for cell in row if cell.span == 1}
    doubtful = [column for column in range(width) if column not in alone]
    tried = len(doubtful) * sum(map(len, rows)) <= _MOST_TRIED
    for column in reversed(doubtful if tried else []):
        if all(cell.span > 1 for row in rows for cell in row if cell.start <= column < cell.start + cell.span):
            rows = [[_without(cell, column) for cell in row] for row in rows]
            width -= 1
    grid = (GridRow(row.locator, tuple(cells)) for row, cells in zip(table.rows, rows, strict=True))
    return Grid(tuple(grid), width)


def _ranked(cell: Cell, starts: Sequence[int], ranks: dict[int, int]) -> Cell:
    start = ranks[cell.start]
    return replace(cell, start=start, span=max(1, bisect_left(starts, cell.start + cell.span) - start))


def _without(cell: Cell, column: int) -> Cell:
    if cell.start > column:
        return replace(cell, start=cell.start - 1)
    return replace(cell, span=cell.span - 1) if column < cell.start + cell.span else cell


def printed(blocks: Sequence[Block]) -> list[str]:
    """The lines of a cell, without the signs of lists; a table within it gives its own."""
    found: list[str] = []
    for block in blocks:
        if isinstance(block, Table):
            for row in block.rows:
                found += [" ".join(line for cell in row.cells for line in printed(cell.blocks))]
        else:
            found += block.lines
    return [line for line in (" ".join(line.split()) for line in found) if line]


def words(cell: Cell) -> str:
    """The words of a cell on one line."""
    return " ".join(printed(cell.blocks))
