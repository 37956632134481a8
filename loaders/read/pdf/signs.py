"""Signs of a page as words, through PDFium: where each stands once the page is turned as people see it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from ctypes import addressof, c_double
from math import atan2, degrees, hypot
from typing import Any, NamedTuple

import pypdfium2.raw as pdfium

from loaders.read.pdf.clips import Clips
from loaders.read.pdf.page import Box, Page, Word
from loaders.read.pdf.spelling import illegible, spelled

MOST_SIGNS = 60_000
_ABOVE, _BELOW = 0.8, 0.2
_MOST_LEANING = 10
_SMALL, _RAISED = 0.8, 0.15
_CALL, _CALL_AT_END = re.compile(r"\(?\d{1,2}\)?"), re.compile(r"(?<=[^\W\d_]|[)».,])\(?\d{1,2}\)?$")
_WORD = re.compile("[^\\s\u200b\ufffe]+\ufffe?|\ufffe")
Turn = Callable[[Box], Box]


class Pen(NamedTuple):
    """How a sign is drawn: where its baseline begins, its size in points, its angle in degrees, anticlockwise."""

    x: float
    y: float
    size: float
    angle: float


def turn_of(bounds: Box, quarters: int) -> Turn:
    """From boxes of PDF coordinates (y upwards) to boxes of the page that `bounds` sets, turned clockwise."""
    left, bottom, right, top = bounds
    turns: tuple[Turn, ...] = (
        lambda box: Box(box[0] - left, top - box[3], box[2] - left, top - box[1]),
        lambda box: Box(box[1] - bottom, box[0] - left, box[3] - bottom, box[2] - left),
        lambda box: Box(right - box[2], box[1] - bottom, right - box[0], box[3] - bottom),
        lambda box: Box(top - box[3], right - box[2], top - box[1], right - box[0]),
    )
    return turns[quarters]


def read_words(page: Page, text: Any, clips: Clips, turn: Turn, quarters: int) -> None:
    """Fill a page's words from a PDFium text page; what is outside the page or its cell is set aside."""
    count = text.count_chars()
    if count > MOST_SIGNS:
        page.crowded = True
        return
    visible = Box(0, 0, page.width, page.height)
    before: Drawn | None = None
    for drawn in _drawn(text, _signs(text, count)):
        word = drawn.word._replace(box=turn(drawn.word.box), turned=(quarters - drawn.word.turned) % 4)
        if not visible.holds(word.box) or clips.hides(drawn.word.order, drawn.word.box):
            page.masked.append(word.text)
            continue
        page.signs += len(word.text)
        page.illegible += illegible(word.text)
        if abs(drawn.leaning) > _MOST_LEANING:
            page.leaning.append(word.text)
        elif before and _CALL.fullmatch(word.text) and _is_raised(drawn.pen, before.pen):
            page.calls += 1
        elif word.text:
            page.words.append(word)
            page.calls += drawn.called
            before = drawn


def _signs(text: Any, count: int) -> str:
    """The page's signs, one a position of PDFium's."""
    signs = text.get_text_range() if count else ""
    if len(signs) == count:
        return str(signs)
    return "".join(chr(pdfium.FPDFText_GetUnicode(text, index) or 32) for index in range(count))


class Drawn(NamedTuple):
    """A word in PDF coordinates, `turned` anticlockwise; by how many degrees it leans beyond that, and its pen.

    `called`: the call of a footnote stood at its end, and was left out.
    """

    word: Word
    leaning: float
    pen: Pen
    called: bool = False


def _drawn(text: Any, signs: str) -> Iterator[Drawn]:
    """The words of a page, in the order of their drawing."""
    pens = _Pens(text)
    for match in _WORD.finditer(signs):
        start, end = match.span()
        pen, first, last = pens.at(start), _loose(text, start), _loose(text, end - 1)
        if not _on_one_line(first, last, pen):
            for index in range(start, end):
                alone = _loose(text, index)
                yield _word(signs[index], index, pens.at(index), alone, alone)
            continue
        called = _CALL_AT_END.search(match[0])
        if called and _is_raised(pens.at(start + called.start()), pen):
            end = start + called.start()
            last = _loose(text, end - 1)
            yield _word(signs[start:end], start, pen, first, last)._replace(called=True)
        else:
            yield _word(signs[start:end], start, pen, first, last)


def _is_raised(call: Pen, pen: Pen) -> bool:
    """True for small figures above the baseline, as the call of a footnote is printed."""
    level = round(call.angle) == round(pen.angle) == 0 and call.size <= _SMALL * pen.size
    return level and _RAISED * pen.size < call.y - pen.y < pen.size


class _Pens:
    """How each sign is drawn; those of one text object are drawn with one pen, on one baseline."""

    def __init__(self, text: Any) -> None:
        self._text = text
        self._object = 0
        self._pen = Pen(0, 0, 0, 0)

    def at(self, index: int) -> Pen:
        drawn = pdfium.FPDFText_GetTextObject(self._text, index)
        address = addressof(drawn.contents) if drawn else 0
        if not address or address != self._object:
            self._object, self._pen = address, _pen(self._text, index)
        return self._pen


def _word(signs: str, order: int, pen: Pen, first: Box, last: Box) -> Drawn:
    quarters = round(pen.angle / 90) % 4
    along = Box(min(first[0], last[0]), min(first[1], last[1]), max(first[2], last[2]), max(first[3], last[3]))
    return Drawn(Word(spelled(signs), _upright(pen, quarters, along), order, quarters), _leaning(pen), pen)


def _on_one_line(first: Box, last: Box, pen: Pen) -> bool:
    """False for signs that only the file's order puts together, as some files write the cells of a table."""
    if abs(_leaning(pen)) > _MOST_LEANING:
        return True
    across = max(first[0], last[0]) - min(first[2], last[2])
    down = max(first[1], last[1]) - min(first[3], last[3])
    return min(across, down) <= pen.size / 3


def _leaning(pen: Pen) -> float:
    """By how many degrees signs lean beyond a quarter turn."""
    return (pen.angle - 90 * round(pen.angle / 90) + 180) % 360 - 180


def _loose(text: Any, index: int, corner: Any = pdfium.FS_RECTF()) -> Box:  # noqa: B008 (one for all: read at once)
    pdfium.FPDFText_GetLooseCharBox(text, index, corner)
    return Box(corner.left, corner.bottom, corner.right, corner.top)


def _pen(text: Any, index: int) -> Pen:
    matrix, x, y = pdfium.FS_MATRIX(), c_double(), c_double()
    pdfium.FPDFText_GetMatrix(text, index, matrix)
    pdfium.FPDFText_GetCharOrigin(text, index, x, y)
    size = pdfium.FPDFText_GetFontSize(text, index) * hypot(matrix.c, matrix.d)
    return Pen(x.value, y.value, max(size, 0.5), degrees(atan2(matrix.b, matrix.a)) % 360)


def _upright(pen: Pen, quarters: int, box: Box) -> Box:
    """The box of a word as high as its font, whatever its letters: from what stands on the baseline to what hangs."""
    above, below = _ABOVE * pen.size, _BELOW * pen.size
    if quarters == 0:
        return Box(box[0], pen.y - below, box[2], pen.y + above)
    if quarters == 1:
        return Box(pen.x - above, box[1], pen.x + below, box[3])
    if quarters == 2:
        return Box(box[0], pen.y - above, box[2], pen.y + below)
    return Box(pen.x - below, box[1], pen.x + above, box[3])
