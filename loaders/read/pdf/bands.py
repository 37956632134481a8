"""Bands of a page, one above the other: where all of them leave a gap, the columns of a table are parted."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from loaders.read.pdf.grids import Grid, Square
from loaders.read.pdf.page import Word

_GAP, _BLANK = 1.0, 0.7
Span = tuple[float, float]


@dataclass(frozen=True)
class Band:
    """What stands between two heights: its words, and where it leaves gaps."""

    top: float
    bottom: float
    words: tuple[Word, ...]
    gaps: tuple[Span, ...]


def gaps_of(words: Sequence[Word], start: float, end: float) -> Iterator[Span]:
    """Where no word stands, and no blank between two."""
    reached = start
    for word in sorted(words, key=lambda word: word.box.x0):
        if word.box.x0 > reached + _BLANK * word.box.height:
            yield reached, word.box.x0
        reached = max(reached, word.box.x1)
    if end > reached:
        yield reached, end


def walls_of(bands: Sequence[Band]) -> list[float]:
    """The middles of the gaps that all bands leave, with words on both sides in half of them."""
    shared: Sequence[Span] = bands[0].gaps
    for band in bands[1:]:
        shared = [span for one in shared for other in band.gaps if (span := _both(one, other))]
    filled = [band for band in bands if band.words]
    size = max((word.box.height for band in filled for word in band.words), default=0.0)
    wide = [(x0 + x1) / 2 for x0, x1 in shared if x1 - x0 >= _GAP * size]
    return [x for x in wide if 2 * sum(_has_both_sides(band, x) for band in filled) >= len(filled)]


def _both(one: Span, other: Span) -> Span | None:
    x0, x1 = max(one[0], other[0]), min(one[1], other[1])
    return (x0, x1) if x0 < x1 else None


def _has_both_sides(band: Band, x: float) -> bool:
    return any(word.box.x1 <= x for word in band.words) and any(word.box.x0 >= x for word in band.words)


def below_header(header: Grid | None, xs: tuple[float, ...], bands: Sequence[Band]) -> Grid:
    """The grid of rows in columns, below those of a header if there is one."""
    ys = header.ys if header else (bands[0].top,)
    squares = header.squares if header else ()
    places = ((len(ys) - 1 + at, column) for at in range(len(bands)) for column in range(len(xs) - 1))
    rows = (Square(row, column, row + 1, column + 1) for row, column in places)
    return Grid(xs, (*ys, *(band.bottom for band in bands)), (*squares, *rows))
