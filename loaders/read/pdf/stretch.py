"""Stretches of lines that one width holds: a column's block, a cell; and how wide the columns of a document are."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from loaders.read.pdf.lines import Block, Printed
from loaders.read.pdf.page import Page
from loaders.read.pdf.spacing import is_parted
from loaders.read.pdf.wording import is_mid_sentence

_BESIDE, _APART = 0.3, 0.06
_MANY, _STICK_OUT, _STICKING, _SLACK, _BLANK = 30, 2, 2.0, 1.0, 0.25
_GOES_ON, _FULL = 0.4, 0.3
Pair = tuple[Printed, Printed]
Pages = Sequence[tuple[Page, Sequence[Block]]]


@dataclass(frozen=True)
class Stretch:
    """Lines of one column, on one page. `left` and `right` are where its lines may begin and end; None: not known.

    `narrow`: it is a cell of a table, where a name may fill a line by itself.
    """

    page: int
    lines: tuple[Printed, ...]
    left: float = 0.0
    right: float | None = None
    narrow: bool = False


@dataclass(frozen=True)
class _Sides:
    """What stands beside a block, on pages of one size."""

    sheet: tuple[int, int]
    left: bool
    right: bool


@dataclass(frozen=True)
class _Column:
    """Blocks of one column: where its lines begin, and where they end."""

    sides: _Sides
    blocks: tuple[Block, ...]
    left: float
    right: float


def overflows(before: Printed, line: Printed, right: float) -> bool:
    """True where the first word of a line would not have found room at the end of the line before."""
    return before.box.x1 + _BLANK * before.size + line.head > right - _SLACK


def stretches(pages: Pages, usual: float) -> dict[int, Stretch]:
    """Each block (by its identity) as a stretch, its width being that of its column in the whole document.

    `usual` is the space between the lines of a paragraph.
    """
    numbers = {id(block): page.number for page, blocks in pages for block in blocks}
    columns = list(_columns(pages))
    found: dict[int, Stretch] = {}
    for column in columns:
        ends = _ends(column, columns, usual)
        for block in column.blocks:
            right = _right(block, ends, usual)
            found[id(block)] = Stretch(numbers[id(block)], block.lines, column.left, right)
    return found


def _columns(pages: Pages) -> Iterator[_Column]:
    """Blocks with the same sides; those with others on their left by where they begin, too."""
    beside: defaultdict[_Sides, list[Block]] = defaultdict(list)
    for page, blocks in pages:
        for block in blocks:
            beside[_sides(page, block, blocks)].append(block)
    for sides, alike in beside.items():
        alike.sort(key=lambda block: block.box.x0)
        start = 0
        for at in range(1, len(alike) + 1):
            last = at == len(alike)
            if last or (sides.left and alike[at].box.x0 - alike[at - 1].box.x0 > _APART * sides.sheet[0]):
                yield _column(sides, alike[start:at])
                start = at


def _sides(page: Page, block: Block, blocks: Sequence[Block]) -> _Sides:
    level = [other.box for other in blocks if other is not block and block.box.beside(other.box) > _BESIDE]
    left = any(other.x1 <= block.box.x0 + _SLACK for other in level)
    right = any(other.x0 >= block.box.x1 - _SLACK for other in level)
    return _Sides((round(page.width), round(page.height)), left, right)


def _column(sides: _Sides, blocks: Sequence[Block]) -> _Column:
    lines = [line.box for block in blocks for line in block.lines]
    return _Column(
        sides, tuple(blocks), -_outermost([-line.x0 for line in lines]), _outermost([line.x1 for line in lines])
    )


def _outermost(values: Sequence[float]) -> float:
    """The greatest value; where there are many, that of the few lines that stick out is not it."""
    return sorted(values)[-1 - _STICK_OUT if len(values) >= _MANY else -1]


def _ends(column: _Column, columns: Sequence[_Column], usual: float) -> list[float]:
    """Where lines of a column may end, the furthest first: as all do on its side, or before a column on the right."""
    same = [other for other in columns if other.sides.sheet == column.sides.sheet]
    if column.sides.right:
        return [column.right] if _proven(column.right, [column], usual) else []
    open_ = [other for other in same if not other.sides.right]
    ends = [(max(other.right for other in open_), open_)]
    ends += [(other.right, [other]) for other in same if other.sides.right]
    return sorted((end for end, proof in ends if _proven(end, proof, usual)), reverse=True)


def _proven(right: float, columns: Sequence[_Column], usual: float) -> bool:
    """True where lines that reach an end are mostly followed by the rest of their sentence."""
    return _are_cut([pair for column in columns for block in column.blocks for pair in _pairs(block, usual)], right, 0)


def _pairs(block: Block, usual: float) -> list[Pair]:
    """Lines that follow one another without a blank."""
    return [pair for pair in pairwise(block.lines) if not is_parted(*pair, usual)]


def _are_cut(pairs: Sequence[Pair], right: float, share: float) -> bool:
    cut = [(before, line) for before, line in pairs if overflows(before, line, right)]
    going_on = sum(is_mid_sentence(before.text, line.text) for before, line in cut if not line.is_bullet)
    return bool(cut) and len(cut) >= share * len(pairs) and going_on >= _GOES_ON * len(cut)


def _right(block: Block, ends: Sequence[float], usual: float) -> float | None:
    """Where the lines of a block end: the furthest end at which a good part of them is cut, else that of its column."""
    pairs = _pairs(block, usual)
    reach = block.box.x1 - _STICKING * block.lines[0].size
    within = [end for end in ends if end >= reach]
    cut = (end for end in (*within, block.box.x1) if _are_cut(pairs, end, _FULL))
    return next(cut, within[0] if within else None)
