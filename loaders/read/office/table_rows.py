"""From blocks to rows of cells, where a document is mostly tables of data."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from loaders.cells import Row, cell_of
from loaders.read.blocks import Block, Table, words_of
from loaders.read.office.grid import Grid, GridRow, grid_of, printed
from loaders.read.office.labels import is_data

_LEAST_SHARE = 3


def rows_of(blocks: Sequence[Block]) -> list[Row]:
    """All blocks as rows, where tables of data hold a third of the words or more; else none.

    Less than that, tables are there to complete a plan written in words, and are read as lines with the rest. A merged
    cell stands where it begins and is blank elsewhere; `Row.covered` tells its words where it goes on.
    """
    flat = list(_unframed(blocks))
    grids = {position: grid_of(block) for position, block in enumerate(flat) if isinstance(block, Table)}
    data = [flat[position] for position, grid in grids.items() if is_data(grid)]
    if not data or _LEAST_SHARE * _size(data) < _size(flat):
        return []
    rows: list[Row] = []
    for position, block in enumerate(flat):
        if position in grids:
            rows += _grid_rows(grids[position])
        elif not isinstance(block, Table) and not block.blank:
            rows.append(Row(block.locator, (cell_of(block.text),)))
    return list(_told_apart(rows))


def _told_apart(rows: Sequence[Row]) -> Iterator[Row]:
    """The rows, no two of which have the same place: paragraphs of one frame are numbered."""
    times: Counter[str] = Counter()
    for row in rows:
        times[row.locator] += not row.blank
        again = times[row.locator] > 1 and not row.blank
        yield replace(row, locator=f"{row.locator}, paragraphe {times[row.locator]}") if again else row


def _unframed(blocks: Sequence[Block]) -> Iterator[Block]:
    """The blocks, those in tables of one column, which are mere frames, standing in the text."""
    for block in blocks:
        if isinstance(block, Table) and grid_of(block).width < 2:
            for row in block.rows:
                for cell in row.cells:
                    yield from _unframed(cell.blocks)
        else:
            yield block


def _size(blocks: Sequence[Block]) -> int:
    """Signs in the words of these blocks."""
    return sum(len(paragraph.text) for paragraph in words_of(blocks))


def _grid_rows(grid: Grid) -> Iterator[Row]:
    """The rows of a table between two blank ones."""
    if not grid.rows:
        return
    yield Row(grid.rows[0].locator, ())
    above: dict[int, str] = {}
    for row in grid.rows:
        yield _row(row, above)
    yield Row(grid.rows[-1].locator, ())


def _row(row: GridRow, above: dict[int, str]) -> Row:
    """One row; `above` is, by column, the last cell with words of its own, and is kept up to date."""
    cells: dict[int, str] = {}
    covered: list[tuple[int, str]] = []
    for cell in row.cells:
        words = above.get(cell.start, "") if cell.above else cell_of("\n".join(printed(cell.blocks)))
        places = range(cell.start, cell.start + cell.span)
        if not cell.above:
            cells[cell.start] = words
            above |= dict.fromkeys(places, words)
        covered += [(place, words) for place in places if words and (cell.above or place > cell.start)]
    width = max((start for start, words in cells.items() if words), default=-1) + 1
    return Row(row.locator, tuple(cells.get(column, "") for column in range(width)), covered=tuple(covered))
