"""Tables without lines: pieces of text that begin below one another in several columns, in rows told apart by space."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

from loaders.read.pdf.grids import Grid, Square
from loaders.read.pdf.lines import Printed, pieces_of
from loaders.read.pdf.page import Word
from loaders.read.pdf.spacing import CLEARLY, smallest_common

_LEVEL, _ALIGNED, _OVER, _MARGIN = 0.5, 2.0, 3.0, 2.0
_COLUMNS, _ROWS, _OFTEN, _CROSSED, _GAP = 3, 3, 2, 0.15, 1.0


@dataclass(frozen=True)
class Row:
    """Pieces of text between two heights at which a row may end."""

    pieces: tuple[Printed, ...]

    @property
    def top(self) -> float:
        """Its upper edge."""
        return min(piece.box.top for piece in self.pieces)

    @property
    def bottom(self) -> float:
        """Its lower edge."""
        return max(piece.box.bottom for piece in self.pieces)

    @property
    def columns(self) -> int:
        """How many pieces stand side by side."""
        ends: list[float] = []
        for piece in sorted(self.pieces, key=lambda piece: piece.box.x0):
            if not ends or piece.box.x0 > ends[-1]:
                ends.append(piece.box.x1)
            else:
                ends[-1] = max(ends[-1], piece.box.x1)
        return len(ends)

    def stands_in(self, columns: Columns) -> bool:
        """True where each piece begins where a column does."""
        places = (columns.start + _MARGIN, *(wall + 1 for wall in columns.walls))
        return all(any(abs(piece.box.x0 - place) <= _OVER for place in places) for piece in self.pieces)

    def crosses(self, wall: float) -> bool:
        """True where a piece runs over a wall, and no word of it begins there."""
        over = (piece for piece in self.pieces if piece.box.x0 < wall - _OVER and piece.box.x1 > wall + _OVER)
        return any(all(abs(word.box.x0 - wall) > _OVER for word in piece.words) for piece in over)


@dataclass(frozen=True)
class Columns:
    """Where the columns of a document's tables begin and end."""

    start: float
    walls: tuple[float, ...]
    end: float


def rows_of_page(words: Sequence[Word], running: Collection[Printed]) -> list[Row]:
    """The pieces of text of a page, as rows from top to bottom, but for its running lines.

    A line of several pieces that comes back on each page is rather the header of a table.
    """
    aside = {word.order for line in running for word in line.words}
    return [row for row in _rows(words) if row.columns > 1 or not all(p.order in aside for p in row.pieces)]


def has_columns(rows: Sequence[Row]) -> bool:
    """True for a page on which three pieces or more often stand side by side."""
    return len(_wide(rows)) >= _OFTEN


def _wide(rows: Sequence[Row]) -> list[int]:
    return [at for at, row in enumerate(rows) if row.columns >= _COLUMNS]


def columns_of(pages: Sequence[Sequence[Row]]) -> Columns | None:
    """The columns that the rows of all pages have in common; None where they are less than three."""
    rows = [row for page in pages for row in page[_wide(page)[0] : _wide(page)[-1] + 1]]
    starts = sorted(piece.box.x0 for row in rows for piece in row.pieces)
    groups: list[list[float]] = []
    for x0 in starts:
        if groups and x0 - groups[-1][0] <= _ALIGNED:
            groups[-1].append(x0)
        else:
            groups.append([x0])
    places = [group[0] - 1 for group in groups if len(group) >= _OFTEN]
    most = max(1, round(_CROSSED * len(rows)))
    walls = tuple(x for x in places[1:] if sum(row.crosses(x) for row in rows) <= most)
    if len(walls) < _COLUMNS - 1:
        return None
    ends = [piece.box.x1 for row in rows for piece in row.pieces]
    return Columns(min(starts[0], walls[0]) - _MARGIN, walls, max(*ends, walls[-1]) + _MARGIN)


def unruled_grids(rows: Sequence[Row], columns: Columns) -> Iterator[Grid]:
    """The tables of one page: rows that follow one another and do not run over the walls of their columns."""
    wide = _wide(rows)
    inside = range(wide[0], wide[-1] + 1) if len(wide) >= _OFTEN else range(0)
    if _is_newspaper([rows[at] for at in inside] or rows, columns.walls):
        return
    run: list[Row] = []
    for at, row in enumerate([*rows, None]):
        if row and (at in inside or row.stands_in(columns)) and not any(map(row.crosses, columns.walls)):
            run.append(row)
            continue
        if len(run) >= _ROWS and 2 * sum(row.columns > 1 for row in run) >= len(run) and not _is_contents(run):
            yield _grid(run, columns)
        run = []


def _is_newspaper(rows: Sequence[Row], walls: Sequence[float]) -> bool:
    """True where each column was drawn as a whole before the next."""
    ends = [0, *walls, float("inf")]
    pieces = [piece for row in rows for piece in row.pieces]
    orders = [[p.order for p in pieces if left <= p.box.x0 < right] for left, right in pairwise(ends)]
    filled = [order for order in orders if order]
    return all(max(before) < min(after) for before, after in pairwise(filled))


def _is_contents(rows: Sequence[Row]) -> bool:
    """True for a table of contents: the last words of each row are its page's number."""
    last = [max(row.pieces, key=lambda piece: piece.box.x1).words[-1].text for row in rows]
    return all(text.isdigit() for text in last) and last == sorted(last, key=int)


def _grid(rows: Sequence[Row], columns: Columns) -> Grid:
    ends = [(above.bottom + below.top) / 2 for above, below in pairwise(rows)]
    places = ((row, column) for row in range(len(rows)) for column in range(len(columns.walls) + 1))
    squares = (Square(row, column, row + 1, column + 1) for row, column in places)
    ys = (rows[0].top - 1, *ends, rows[-1].bottom + 1)
    return Grid((columns.start, *columns.walls, columns.end), ys, tuple(squares))


def _rows(words: Sequence[Word]) -> list[Row]:
    """Pieces of text from top to bottom, parted where a row may end.

    That is where a clear space goes through all columns; or where all that stands above was drawn before all that
    stands below: tables are mostly drawn row by row, and columns of a newspaper one after the other.
    """
    lines = _lines([part for piece in pieces_of(words) for part in _parts(piece)])
    above = list(accumulate((max(piece.order for piece in line) for line in lines), max))
    below = list(accumulate((min(piece.order for piece in line) for line in reversed(lines)), min))[::-1]
    spaces = [_space(*pair) for pair in pairwise(lines)]
    clear = smallest_common(spaces) + CLEARLY
    ends = [at + 1 for at, space in enumerate(spaces) if above[at] < below[at + 1] or space > clear]
    parts = pairwise([0, *ends, len(lines)]) if lines else ()
    return [Row(tuple(piece for line in lines[first:last] for piece in line)) for first, last in parts]


def _parts(piece: Printed) -> Iterator[Printed]:
    """A piece of text, parted where it leaves a gap."""
    start = 0
    for at, (before, word) in enumerate(pairwise(piece.words), 1):
        if word.box.x0 - before.box.x1 > _GAP * piece.size:
            yield Printed(piece.words[start:at])
            start = at
    yield Printed(piece.words[start:])


def _lines(pieces: Sequence[Printed]) -> list[list[Printed]]:
    """Pieces at one height, from top to bottom."""
    lines: list[list[Printed]] = []
    for piece in sorted(pieces, key=lambda piece: piece.box.bottom):
        if lines and piece.box.bottom - lines[-1][0].box.bottom < _LEVEL * piece.size:
            lines[-1].append(piece)
        else:
            lines.append([piece])
    return lines


def _space(above: Sequence[Printed], below: Sequence[Printed]) -> float:
    """The space between two lines, for one point of their letters."""
    size = max(piece.size for piece in (*above, *below))
    return (min(piece.box.top for piece in below) - max(piece.box.bottom for piece in above)) / size
