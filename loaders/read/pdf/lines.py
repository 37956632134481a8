"""Words as printed lines, and lines as blocks: what was drawn one line below the other."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from loaders.lines import Line
from loaders.read.pdf.page import Box, Word, around
from loaders.read.pdf.spelling import as_bullet

_BACK, _LEVEL, _NEAR = 0.3, 0.5, 0.45
_WIDE, _ALIKE = 1.8, 0.1
_CLOSING, _OPENING = re.compile(r"[:;!?»%€)\]]+[,.]?"), re.compile(r"[«(\[]+")
_FAR_BELOW, _RAISED = 5, 0.35


@dataclass(frozen=True)
class Printed:
    """One line as printed; `words` from left to right."""

    words: tuple[Word, ...]

    @cached_property
    def box(self) -> Box:
        """Where it stands."""
        return around(word.box for word in self.words)

    @cached_property
    def size(self) -> float:
        """The size of most of its letters, in points."""
        sizes: Counter[float] = Counter()
        for word in self.words:
            sizes[round(word.box.height, 1)] += len(word.text)
        return sizes.most_common(1)[0][0]

    @cached_property
    def order(self) -> int:
        """When its first word was drawn."""
        return min(word.order for word in self.words)

    @cached_property
    def text(self) -> str:
        """Its words; a wide gap between two is a tabulation."""
        text = as_bullet(self.words[0].text)
        for before, word in pairwise(self.words):
            text += ("\t" if self._is_wide(before, word) else " ") + word.text
        return text

    def _is_wide(self, before: Word, word: Word) -> bool:
        return word.box.x0 - before.box.x1 > _WIDE * self.size and not self._is_stretched

    @cached_property
    def _is_stretched(self) -> bool:
        """True where all gaps are as wide: the line was stretched to fill its width."""
        gaps = [word.box.x0 - before.box.x1 for before, word in pairwise(self.words)]
        return len(gaps) > 1 and max(gaps) - min(gaps) < _ALIKE * self.size

    @property
    def beyond_gap(self) -> float:
        """Where the words behind its first wide gap begin, or where it ends."""
        return next((word.box.x0 for before, word in pairwise(self.words) if self._is_wide(before, word)), self.box.x1)

    @cached_property
    def is_bullet(self) -> bool:
        """True for the first line of an item of a list."""
        return Line("", self.text).is_bullet

    @cached_property
    def head(self) -> float:
        """The width of what stands at its beginning and no line's end may part: "l'emploi :", "« Agir"."""
        last = 0
        for at, word in enumerate(self.words[1:], 1):
            if not (_CLOSING.fullmatch(word.text) or _OPENING.fullmatch(self.words[at - 1].text)):
                break
            last = at
        return self.words[last].box.x1 - self.words[0].box.x0

    @property
    def begins(self) -> float:
        """Where its words begin: behind the bullet, where there is one."""
        return self.words[1].box.x0 if self.is_bullet and len(self.words) > 1 else self.box.x0


@dataclass(frozen=True)
class Block:
    """Lines drawn one below the other."""

    lines: tuple[Printed, ...]

    @cached_property
    def box(self) -> Box:
        """Where it stands."""
        return around(line.box for line in self.lines)

    @cached_property
    def order(self) -> int:
        """When its first word was drawn."""
        return min(line.order for line in self.lines)


def printed_lines(words: Iterable[Word]) -> list[Printed]:
    """Words as lines, in the order of their drawing; what one line has in several pieces is put together."""
    return sorted(_mended(pieces_of(words)), key=lambda line: line.order)


def pieces_of(words: Iterable[Word]) -> list[Printed]:
    """Words of one height that were drawn one after the other."""
    runs: list[list[Word]] = []
    for word in words:
        if runs and _goes_on(runs[-1][-1].box, word.box):
            runs[-1].append(word)
        else:
            runs.append([word])
    return [Printed(tuple(run)) for run in runs]


def _goes_on(before: Box, box: Box) -> bool:
    """True for the next word of a line: at the same height, to the right."""
    return before.beside(box) >= _LEVEL and box.x0 >= before.x1 - _BACK * box.height


def _mended(pieces: Iterable[Printed]) -> list[Printed]:
    """Pieces of one line that were not drawn one after the other (a word in bold, a link) put together."""
    found: list[Printed] = []
    for piece in sorted(pieces, key=lambda piece: (round(piece.box.bottom), piece.box.x0)):
        whole = piece
        for other in reversed(found):
            if whole.box.bottom - other.box.bottom > other.size:
                break
            if _touch(other, whole):
                found.remove(other)
                whole = Printed(tuple(sorted(other.words + whole.words, key=lambda word: word.box.x0)))
        found.append(whole)
    return found


def _touch(one: Printed, other: Printed) -> bool:
    """True where two pieces stand at one height with no more than a blank between them."""
    gap = max(one.box.x0, other.box.x0) - min(one.box.x1, other.box.x1)
    return one.box.beside(other.box) >= _LEVEL and -_BACK * one.size <= gap <= _NEAR * min(one.size, other.size)


def blocks_of(lines: Sequence[Printed]) -> list[Block]:
    """Lines in the order of their drawing, as blocks: each line stands below the one before it, not far."""
    found: list[list[Printed]] = []
    for line in lines:
        if found and _stands_below(line, found[-1]):
            found[-1].append(line)
        else:
            found.append([line])
    return _interleaved([Block(tuple(lines)) for lines in found])


def _stands_below(line: Printed, block: list[Printed]) -> bool:
    gap = line.box.top - block[-1].box.bottom
    x0, x1 = min(each.box.x0 for each in block), max(each.box.x1 for each in block)
    shared = min(line.box.x1, x1) - max(line.box.x0, x0)
    return -_RAISED * line.size <= gap <= _FAR_BELOW * line.size and shared > 0


def _interleaved(blocks: list[Block]) -> list[Block]:
    """Blocks of which one holds lines that stand between the other's (headings drawn at the end) made one."""
    found: list[Block] = []
    for block in blocks:
        for other in found:
            if _stands_within(block, other):
                found.remove(other)
                lines = sorted(other.lines + block.lines, key=lambda line: line.box.top)
                block = Block(tuple(lines))
                break
        found.append(block)
    return found


def _stands_within(block: Block, other: Block) -> bool:
    """True where both share their place on the page, and no line of one is beside a line of the other."""
    one, two = block.box, other.box
    if min(one.bottom, two.bottom) - max(one.top, two.top) <= 0 or one.over(two) <= _LEVEL:
        return False
    return not any(line.box.beside(each.box) > _RAISED for line in block.lines for each in other.lines)
