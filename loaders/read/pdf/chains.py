"""Tables that go on over several pages as one: their rows, those that a page's end cut put together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from graph.text import fold
from loaders.read.pdf.grids import Square
from loaders.read.pdf.joints import Manner, Spot, goes_on
from loaders.read.pdf.stretch import Stretch
from loaders.read.pdf.tables import PageTable
from loaders.read.pdf.wording import is_mid_sentence

_LOWEST_ROW, _SAME_PLACE = 7.0, 4.0
_ALWAYS, _FEW, _TO_THE_BOTTOM = 0.9, 3, 2.0
Held = tuple[Stretch, ...]


@dataclass(frozen=True)
class ChainCell:
    """A cell from column `start` over `span` columns: what it holds. `above`: it is the rest of the cell above."""

    start: int
    span: int
    held: Held
    above: bool


@dataclass(frozen=True)
class ChainRow:
    """One row, where its page's part of it ends (`bottom`), and its place: `table` on the page, `number` in it."""

    page: int
    table: int
    number: int
    cells: tuple[ChainCell, ...]
    bottom: float

    @property
    def filled(self) -> dict[int, Held]:
        """What the cells that hold words hold, by their column."""
        return {cell.start: cell.held for cell in self.cells if cell.held}

    @property
    def words(self) -> tuple[tuple[int, str], ...]:
        """What each cell says, folded."""
        texts = {
            start: [line.text for stretch in held for line in stretch.lines] for start, held in self.filled.items()
        }
        return tuple((start, fold(" ".join(lines))) for start, lines in texts.items())

    @property
    def height(self) -> int:
        """How many lines its fullest cell has."""
        return max((sum(len(stretch.lines) for stretch in held) for held in self.filled.values()), default=1)


@dataclass(frozen=True)
class Chain:
    """The tables of pages that follow one another, with the same columns."""

    tables: tuple[PageTable, ...]

    @property
    def xs(self) -> tuple[float, ...]:
        """Where columns are parted: as in the table that has the most."""
        return max((table.grid.xs for table in self.tables), key=len)

    def followed_by(self, table: PageTable) -> bool:
        """True where a table of the next page has the same columns, some of them perhaps not parted there."""
        few, many = sorted((self.xs, table.grid.xs), key=len)
        ends = abs(few[0] - many[0]) <= _SAME_PLACE and abs(few[-1] - many[-1]) <= _SAME_PLACE
        return ends and all(any(abs(x - other) <= _SAME_PLACE for other in many) for x in few)

    def rows(self, manner: Manner) -> list[ChainRow]:
        """The rows of all its pages, headers printed again too."""
        parts = [list(_rows(table, self.xs)) for table in self.tables]
        found, last = parts[0], len(parts[0]) - 1
        for part in parts[1:]:
            repeated = _repeated(part, parts[0])
            head, new = part[:repeated], part[repeated:]
            if last >= 0 and new and _is_cut(found[last], new[0], found, manner):
                found[last] = _put_together(found[last], new.pop(0))
            found += head + new
            last = len(found) - 1 if new else last
        return found


def _rows(table: PageTable, xs: Sequence[float]) -> Iterator[ChainRow]:
    """The rows of one page, their cells under the columns that all pages have together."""
    places = [min(range(len(xs)), key=lambda at, x=x: abs(xs[at] - x)) for x in table.grid.xs]  # type: ignore[misc]
    number = 0
    for row, (top, bottom) in enumerate(pairwise(table.grid.ys)):
        squares = sorted(square for square in table.grid.squares if square.row <= row < square.below)
        if bottom - top < _LOWEST_ROW and not any(square.row == row and square in table.cells for square in squares):
            continue
        number += 1
        cells = (_cell(table, square, row, places) for square in sorted(squares, key=lambda square: square.column))
        yield ChainRow(table.page, table.number, number, tuple(cells), bottom)


def _cell(table: PageTable, square: Square, row: int, places: Sequence[int]) -> ChainCell:
    start = places[square.column]
    held = table.cells.get(square, ()) if square.row == row else ()
    return ChainCell(start, max(1, places[square.beyond] - start), held, square.row < row)


def _repeated(part: Sequence[ChainRow], first: Sequence[ChainRow]) -> int:
    """How many rows at the head of a page say again those at the head of the first."""
    same = (bool(row.words) and row.words == other.words for row, other in zip(part, first, strict=False))
    return next((at for at, again in enumerate([*same, False]) if not again), 0)


def _is_cut(before: ChainRow, row: ChainRow, rows: Sequence[ChainRow], manner: Manner) -> bool:
    """True for a page's first row that is the rest of the last of the page before.

    Each of its cells then goes on where the one above fills the row to its bottom; and it lacks what every row has, or
    words stop in the middle of a sentence.
    """
    above, rest = before.filled, row.filled
    if not rest or not all(start in above and _reaches(above[start][-1], before.bottom) for start in rest):
        return False
    several = [other.filled for other in rows if len(other.filled) > 1]
    always = {start for start in above if sum(start in filled for filled in several) > _ALWAYS * len(several)}
    if len(several) > _FEW and always - set(rest):
        return True
    return any(_runs_on(above[start][-1], held[0], manner) for start, held in rest.items())


def _reaches(stretch: Stretch, bottom: float) -> bool:
    line = stretch.lines[-1]
    return stretch.right is None or line.box.bottom > bottom - _TO_THE_BOTTOM * line.size


def _runs_on(before: Stretch, after: Stretch, manner: Manner) -> bool:
    end, rest = before.lines[-1], after.lines[0]
    return is_mid_sentence(end.text, rest.text) and goes_on(Spot(end, before, opens=False), Spot(rest, after), manner)


def _put_together(before: ChainRow, row: ChainRow) -> ChainRow:
    rest = row.filled
    cells = tuple(replace(cell, held=cell.held + rest.get(cell.start, ())) for cell in before.cells)
    return replace(before, cells=cells, bottom=row.bottom)


def chained(pages: Sequence[Sequence[Stretch | PageTable]]) -> Iterator[Stretch | Chain]:
    """What pages hold, in reading order, each table with its rest on the pages that follow."""
    open_: Chain | None = None
    for items in pages:
        for at, item in enumerate(items):
            if open_ and at == 0 and isinstance(item, PageTable) and open_.followed_by(item):
                open_ = Chain((*open_.tables, item))
                continue
            if open_:
                yield open_
            open_ = Chain((item,)) if isinstance(item, PageTable) else None
            if isinstance(item, Stretch):
                yield item
    if open_:
        yield open_
