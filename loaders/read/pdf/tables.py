"""Tables of pages: what each cell holds, and tables that go on over several pages as one."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from loaders.read.pdf.grids import Grid, Square, grids_of, rules_of
from loaders.read.pdf.lines import Printed, blocks_of, printed_lines
from loaders.read.pdf.open_grids import with_open_grids
from loaders.read.pdf.order import reading_order
from loaders.read.pdf.overprints import put_back
from loaders.read.pdf.page import Box, Page, Word, around
from loaders.read.pdf.running import running_lines
from loaders.read.pdf.stretch import Stretch
from loaders.read.pdf.turned import upright
from loaders.read.pdf.unruled_grids import Row, columns_of, has_columns, rows_of_page, unruled_grids

_WIDEST_PADDING = 12.0
_SAME_PLACE = 4.0
_TABBED, _FOOT, _LOW = 3, 0.9, 120.0


@dataclass(frozen=True)
class PageTable:
    """A table of one page, the `number`-th there; `cells` are what its squares hold, those without a word left out."""

    page: int
    number: int
    grid: Grid
    cells: dict[Square, tuple[Stretch, ...]]
    order: int

    @property
    def box(self) -> Box:
        """Where it stands."""
        return self.grid.box

    @cached_property
    def words(self) -> tuple[Word, ...]:
        """All that it holds."""
        lines = (line for held in self.cells.values() for stretch in held for line in stretch.lines)
        return tuple(word for line in lines for word in line.words)


@dataclass
class Draft:
    """A page with its tables, and the words outside them."""

    page: Page
    tables: list[PageTable]
    free: list[Word]


def draft_of(page: Page) -> Draft:
    """A page with the tables that lines draw."""
    tables: list[PageTable] = []
    free = list(page.words)
    ruled, lines = grids_of(rules_of(page.edges))
    for grid in with_open_grids([grid for grid in ruled if _may_be_table(grid, page)], lines, page.words):
        free = _taken(page, grid, free, tables)
    return Draft(page, tables, free)


def add_unruled(drafts: Sequence[Draft]) -> None:
    """Add the tables without lines, whose columns are those of all pages of one size."""
    sizes: defaultdict[tuple[int, int], list[tuple[Draft, list[Row]]]] = defaultdict(list)
    lines = [printed_lines([word for word in draft.free if word.turned == 0]) for draft in drafts]
    running = running_lines([(draft.page, each) for draft, each in zip(drafts, lines, strict=True)])
    for draft, aside in zip(drafts, running, strict=True):
        rows = rows_of_page([word for word in draft.free if word.turned == 0], aside)
        sizes[round(draft.page.width), round(draft.page.height)].append((draft, rows))
    for alike in sizes.values():
        columns = columns_of([rows for _, rows in alike if has_columns(rows)])
        for draft, rows in alike:
            for grid in unruled_grids(rows, columns) if columns else ():
                draft.free = _taken(draft.page, grid, draft.free, draft.tables)


def _taken(page: Page, grid: Grid, free: list[Word], tables: list[PageTable]) -> list[Word]:
    """Add the table of a grid to those of its page; returns the words outside it."""
    held = _held(grid, free)
    table = _table(page.number, len(tables) + 1, grid, held)
    if table is None:
        return free
    tables.append(table)
    inside = {word.order for words in held.values() for word in words}
    return [word for word in free if word.order not in inside]


def _may_be_table(grid: Grid, page: Page) -> bool:
    """True for two cells or more; one alone is a frame, unless it is the beginning of a table at the foot of a page."""
    if len(grid.squares) > 1:
        return True
    foot = _FOOT * page.height
    below = any(grid.box.bottom < word.box.top and word.box.bottom < foot for word in page.words)
    return grid.box.height < _LOW and not below


def _held(grid: Grid, words: Sequence[Word]) -> dict[Square, list[Word]]:
    """The words of each cell."""
    places = {
        (row, column): square
        for square in grid.squares
        for row in range(square.row, square.below)
        for column in range(square.column, square.beyond)
    }
    held: dict[Square, list[Word]] = {}
    for word in words:
        if grid.box.holds(word.box):
            x, y = (word.box.x0 + word.box.x1) / 2, (word.box.top + word.box.bottom) / 2
            place = bisect_right(grid.ys, y, 0, len(grid.ys) - 1) - 1, bisect_right(grid.xs, x, 0, len(grid.xs) - 1) - 1
            held.setdefault(places[place], []).append(word)
    put_back(held)
    return held


def _table(page: int, number: int, grid: Grid, held: dict[Square, list[Word]]) -> PageTable | None:
    """The table of a grid; None where its lines are no table's: a frame, a chart, cells that hold columns unruled."""
    if not held:
        return None
    lines = {square: printed_lines(upright(words)) for square, words in held.items()}
    tabbed = sum(len(words) for square, words in held.items() if _holds_columns(lines[square]))
    if 2 * tabbed > sum(map(len, held.values())):
        return None
    cells = {square: _stretches(page, grid, square, lines) for square in held}
    return PageTable(page, number, grid, cells, min(word.order for words in held.values() for word in words))


def _holds_columns(lines: Sequence[Printed]) -> bool:
    """True for a cell whose lines are mostly parted by wide gaps: it holds a table of its own."""
    parted = sum("\t" in line.text for line in lines)
    return parted >= _TABBED and 2 * parted > len(lines)


def _stretches(page: int, grid: Grid, square: Square, lines: dict[Square, list[Printed]]) -> tuple[Stretch, ...]:
    """What a cell holds, in reading order, with the width between its walls."""
    blocks = reading_order(blocks_of(lines[square]))
    box, inside = grid.cell(square), around(block.box for block in blocks)
    if not box.holds(inside):
        return tuple(Stretch(page, block.lines, inside.x0, None, narrow=True) for block in blocks)
    same = [line.box.x0 for other, held in lines.items() if other.column == square.column for line in held]
    left = min((x0 for x0 in same if x0 >= box.x0 - _SAME_PLACE), default=inside.x0)
    padding = min(max(left - box.x0, 0.0), _WIDEST_PADDING)
    right = max(box.x1 - padding, inside.x1)
    return tuple(Stretch(page, block.lines, left, right, narrow=True) for block in blocks)
