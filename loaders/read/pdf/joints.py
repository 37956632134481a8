"""Which lines are the rest of the line before, cut by the width of their column."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from loaders.pages import Joint
from loaders.read.pdf.hyphens import Hyphens
from loaders.read.pdf.lines import Printed
from loaders.read.pdf.listed import has_glued_dashes, is_list, is_tight
from loaders.read.pdf.spacing import is_parted
from loaders.read.pdf.spelling import SOFT_HYPHEN
from loaders.read.pdf.stretch import Stretch, overflows
from loaders.read.pdf.wording import ends_open, ends_sentence, is_mid_sentence, opens_sentence

_STEP, _CENTRED, _SAME_SIZE, _HAIR = 0.9, 0.6, 0.12, 0.5
_CUT_WORD = re.compile(rf"\w-$|{SOFT_HYPHEN}$")
_GLUED_DASH = re.compile(r"[-–—]\S")


@dataclass(frozen=True)
class Manner:
    """How a document is set: its usual space between lines, and its words."""

    usual: float
    hyphens: Hyphens


@dataclass(frozen=True)
class Spot:
    """A line in its stretch. `opens`: it begins a paragraph; `item`: it is a line of an item of a list."""

    line: Printed
    stretch: Stretch
    opens: bool = True
    item: bool = False

    @property
    def x0(self) -> float:
        """Where it begins, from the left of its column."""
        return self.line.box.x0 - self.stretch.left

    @property
    def begins(self) -> float:
        """Where its words begin, behind its bullet."""
        return self.line.begins - self.stretch.left


def goes_on(before: Spot, after: Spot, manner: Manner) -> bool:
    """True where a line is the rest of the one before it in reading order."""
    if before.stretch is not after.stretch and not _is_next_column(before, after):
        return False
    if before.stretch is after.stretch and is_parted(before.line, after.line, manner.usual):
        return False
    if _CUT_WORD.search(before.line.text) and after.line.text[0].isalnum():
        return True
    if is_broken_word(before, after, manner):
        return True
    if _stands_apart(before, after):
        return False
    right = before.stretch.right
    if right is None or not overflows(before.line, after.line, right):
        return ends_open(before.line.text) and (right is None or after.line.text[0].islower())
    return not _is_likely_new(before, after, manner)


def joint_of(before: Spot, after: Spot, manner: Manner) -> Joint:
    """How a line goes on from the one before."""
    if is_broken_word(before, after, manner):
        return "hyphen"
    return manner.hyphens.joint(before.line.text, after.line.text)


def is_broken_word(before: Spot, after: Spot, manner: Manner) -> bool:
    """True where a cell is narrower than a word: it fills a line alone to the wall, and its rest is no word."""
    line, right = before.line, before.stretch.right
    if not before.stretch.narrow or right is None or len(line.words) > 1:
        return False
    end, rest = line.words[0].text, after.line.words[0].text
    letter = after.line.words[0].box.width / len(rest)
    if not (end[-1].isalpha() and rest[0].isalpha()) or line.box.x1 + letter <= right - _HAIR:
        return False
    return manner.hyphens.is_whole(end, rest)


def _is_next_column(before: Spot, after: Spot) -> bool:
    """True where reading goes on at the top of a column, or of a page."""
    if before.stretch.page != after.stretch.page:
        return True
    return after.line.box.bottom <= before.line.box.top


def _stands_apart(before: Spot, after: Spot) -> bool:
    """True for a line whose size or place show that it begins a paragraph."""
    one, other = before.line, after.line
    if abs(one.size - other.size) > _SAME_SIZE * max(one.size, other.size):
        return True
    step = _STEP * other.size
    if _is_bullet(before, after):
        return not (one.is_bullet and after.x0 > before.x0 + step / 2 and abs(after.x0 - before.begins) < step / 2)
    if before.stretch is after.stretch and _are_centred(one, other):
        return False
    if one.is_bullet:
        return after.x0 > before.begins + step
    if not before.opens:
        return abs(after.x0 - before.x0) > step
    return after.x0 > before.x0 + step and not any(abs(word.box.x0 - other.box.x0) < step / 2 for word in one.words)


def _is_bullet(before: Spot, after: Spot) -> bool:
    """True for the first line of an item; a dash glued to its word, or a quotation's end, may be the rest of a line."""
    text, above = after.line.text, before.line.text
    if text[0] == "»" and above.count("«") > above.count("»"):
        return False
    if _GLUED_DASH.match(text):
        return has_glued_dashes(after.stretch)
    return after.line.is_bullet


def _are_centred(one: Printed, other: Printed) -> bool:
    middle = (one.box.x0 + one.box.x1 - other.box.x0 - other.box.x1) / 2
    return abs(middle) < _CENTRED * other.size


def _is_likely_new(before: Spot, after: Spot, manner: Manner) -> bool:
    """True where the words tell better than the width: at a page's end, and among lines of one name or paragraph."""
    one, other = before.line.text, after.line.text
    step = _STEP * after.line.size
    hangs = before.item and after.x0 > max(step, before.begins - step / 2)
    if hangs or is_mid_sentence(one, other):
        return False
    if before.stretch is not after.stretch:
        return ends_sentence(one)
    if is_list(before.stretch, before.line, after.line):
        return True
    tight = is_tight(before.stretch, after.line, manner.usual)
    return tight and opens_sentence(one, other, manner.hyphens.small)


def joined(stretches: Sequence[Stretch], manner: Manner) -> Iterator[tuple[Spot, bool]]:
    """Every line of stretches in reading order, and whether it is the rest of the one before."""
    before: Spot | None = None
    for stretch in stretches:
        for line in stretch.lines:
            spot = Spot(line, stretch)
            rest = before is not None and goes_on(before, spot, manner)
            item = line.is_bullet or (rest and before is not None and before.item)
            before = Spot(line, stretch, opens=not rest, item=item)
            yield before, rest
