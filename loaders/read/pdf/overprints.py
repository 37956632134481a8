"""Words that run over the lower wall of their cell: they are printed upon the first line of the cell below."""

from __future__ import annotations

from collections.abc import Sequence

from loaders.read.pdf.grids import Square
from loaders.read.pdf.page import Word

_UPON, _HIGHER, _NEXT_LINE = 0.3, 0.1, 1.5
Held = dict[Square, list[Word]]


def put_back(held: Held) -> None:
    """Give each cell the words that run over its lower wall, from the cell below."""
    ends = {(square.below, square.column): square for square in held}
    for square in sorted(held):
        above = ends.get((square.row, square.column))
        run_over = _run_over(held[square], held[above]) if above else []
        if above and run_over:
            held[above] += run_over
            held[square] = [word for word in held[square] if word not in run_over]


def _run_over(words: Sequence[Word], above: Sequence[Word]) -> list[Word]:
    """The line at the top of a cell that others are printed upon, where it stands one line below the cell above."""
    level = [word for word in words if word.turned == 0]
    if not level or not above:
        return []
    first = min(level, key=lambda word: word.box.bottom).box
    line = [word for word in level if word.box.bottom - first.bottom < _HIGHER * first.height]
    upon = any(_is_upon(word, other) for word in line for other in level if other not in line)
    near = first.bottom - max(word.box.bottom for word in above) < _NEXT_LINE * first.height
    return line if upon and near else []


def _is_upon(word: Word, other: Word) -> bool:
    return word.box.beside(other.box) > _UPON and word.box.over(other.box) > _UPON
