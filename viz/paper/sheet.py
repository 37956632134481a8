"""What every printed map has: a page of a given size, title, legend, and source with document and date.

A map draws within the `Room` that is left; sizes of type follow the page, and none is under 7 points on paper.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from viz.paper.canvas import GREY, RULE, Canvas
from viz.paper.key import Key, key_rows
from viz.paper.type import largest, wrap

FormatName = Literal["a3", "a4", "16x9"]
SMALLEST = 7.0


@dataclass(frozen=True)
class Format:
    """A page in points: size, margin, and sizes of type for the title, what stands under it, text and the least."""

    name: FormatName
    french: str
    width: float
    height: float
    margin: float
    title: tuple[float, ...]
    subtitle: float
    body: float
    small: float
    source: float


FORMATS: dict[FormatName, Format] = {
    "a3": Format("a3", "A3", 1190.55, 841.89, 40.0, (26.0, 23.0, 20.0, 17.0), 13.0, 10.0, 8.0, 8.0),
    "a4": Format("a4", "A4", 841.89, 595.28, 30.0, (18.0, 16.0, 14.0, 12.0), 9.5, 8.5, 7.0, 7.0),
    "16x9": Format("16x9", "diapositive 16:9", 960.0, 540.0, 30.0, (22.0, 19.0, 17.0, 15.0), 12.0, 11.0, 9.0, 9.0),
}


@dataclass(frozen=True)
class Room:
    """What is left of a page for the map, in points."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def width(self) -> float:
        """From left to right."""
        return self.right - self.left

    @property
    def height(self) -> float:
        """From top to bottom."""
        return self.bottom - self.top


@dataclass(frozen=True)
class Heading:
    """The words around a map. `title` is a claim computed from the graph; `source` names documents and date."""

    title: str
    subtitle: str
    source: str
    alt: str = ""


def sheet(page: Format, heading: Heading, keys: Sequence[Key]) -> tuple[Canvas, Room]:
    """A page with its title, legend and source drawn, and the room between them."""
    canvas = Canvas(page.width, page.height, heading.title, heading.alt or heading.subtitle)
    wide = page.width - 2 * page.margin
    size = _title_size(heading.title, page.title, wide)
    y = page.margin + size * 0.8
    y = canvas.lines((page.margin, y), wrap(heading.title, size, wide, 2, 700), size, weight=700, leading=1.18)
    y += page.subtitle * 1.35 - size * 1.0
    under = wrap(heading.subtitle, page.subtitle, wide, 2)
    y = canvas.lines((page.margin, y), under, page.subtitle, colour=GREY)
    top = key_rows(canvas, keys, (page.margin, y), wide, page.small) + page.small * 0.6
    bottom = _source(canvas, page, heading.source, wide)
    return canvas, Room(page.margin, top, page.width - page.margin, bottom)


def _title_size(title: str, sizes: tuple[float, ...], wide: float) -> float:
    """The largest at which the title takes one line, unless only the smallest would; else the largest for two."""
    one_line = largest(title, sizes[:-1], wide, 1, 700)
    if len(wrap(title, one_line, wide, 2, 700)) == 1:
        return one_line
    return largest(title, sizes, wide, 2, 700)


def _source(canvas: Canvas, page: Format, words: str, wide: float) -> float:
    """The foot of the page; where the map ends above it."""
    rows = wrap(words, page.source, wide, 3)
    top = page.height - page.margin - (len(rows) + 0.5) * page.source * 1.28
    canvas.rule((page.margin, top), (page.margin + wide, top), colour=RULE)
    canvas.lines((page.margin, top + page.source * 1.4), rows, page.source, colour=GREY)
    return top - page.source * 0.8
