"""From ruling lines to the cells of a table, whatever their order and however cells are merged."""

from __future__ import annotations

from random import Random

from hypothesis import given
from hypothesis import strategies as st

from loaders.read.pdf.grids import Square, grids_of, rules_of
from loaders.read.pdf.page import Box


@st.composite
def tilings(draw: st.DrawFn) -> tuple[list[float], list[float], list[Square]]:
    """A grid cut in cells: each row, or run of rows, is parted in runs of columns."""
    xs = [60.0 + 50 * at for at in range(draw(st.integers(3, 6)))]
    ys = [80.0 + 25 * at for at in range(draw(st.integers(3, 7)))]
    squares, row = [], 0
    while row < len(ys) - 1:
        below = draw(st.integers(row + 1, min(row + 2, len(ys) - 1)))
        column = 0
        while column < len(xs) - 1:
            beyond = draw(st.integers(column + 1, min(column + 3, len(xs) - 1)))
            squares.append(Square(row, column, below, beyond))
            column = beyond
        row = below
    return xs, ys, squares


@given(tilings(), st.floats(0, 1), st.randoms())
def test_cells_are_found_from_their_lines(
    tiling: tuple[list[float], list[float], list[Square]], off: float, chance: Random
) -> None:
    xs, ys, squares = tiling
    edges = []
    for row, column, below, beyond in squares:
        x0, x1, top, bottom = xs[column], xs[beyond], ys[row], ys[below]
        edges += [Box(x0, top + off, x1, top + off), Box(x0, bottom, x1, bottom)]
        edges += [Box(x0, top, x0, bottom), Box(x1 - off, top, x1 - off, bottom)]
    chance.shuffle(edges)
    [found], free = grids_of(rules_of(edges))
    read = {tuple(round(value / 5) for value in found.cell(square)) for square in found.squares}
    drawn_ = {(round(xs[c] / 5), round(ys[r] / 5), round(xs[b] / 5), round(ys[w] / 5)) for r, c, w, b in squares}
    assert read == drawn_
    assert free == []


def test_lines_that_cross_nothing_are_no_grid() -> None:
    grids, free = grids_of(rules_of([Box(10, y, 580, y) for y in (20.0, 60.0, 90.0)]))
    assert grids == []
    assert len(free) == 3
