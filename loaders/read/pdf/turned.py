"""Words that are printed sideways, and pages that are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from loaders.read.pdf.page import Box, Page, Word


def upright(words: Sequence[Word]) -> list[Word]:
    """Words once the sheet is turned so that most of them can be read; only their places among them still hold."""
    most = _most(words)
    return [_turned_back(word, most, 0, 0) for word in words] if most else list(words)


def straightened(page: Page) -> Page:
    """The page turned so that most of its words can be read."""
    most = _most(page.words)
    if not most:
        return page
    width, height = (page.height, page.width) if most % 2 else (page.width, page.height)
    words = [_turned_back(word, most, page.width, page.height) for word in page.words]
    edges = [_box_back(edge, most, page.width, page.height) for edge in page.edges]
    return replace(page, width=width, height=height, words=words, edges=edges)


def _most(words: Iterable[Word]) -> int:
    """The quarter turns of most letters."""
    turns: Counter[int] = Counter()
    for word in words:
        turns[word.turned] += len(word.text)
    return turns.most_common(1)[0][0] if turns else 0


def _turned_back(word: Word, quarters: int, width: float, height: float) -> Word:
    return word._replace(box=_box_back(word.box, quarters, width, height), turned=(word.turned - quarters) % 4)


def _box_back(box: Box, quarters: int, width: float, height: float) -> Box:
    """A box once its sheet is turned anticlockwise by quarters."""
    x0, top, x1, bottom = box
    if quarters == 1:
        return Box(top, width - x1, bottom, width - x0)
    if quarters == 2:
        return Box(width - x1, height - bottom, width - x0, height - top)
    return Box(height - bottom, x0, height - top, x1)
