"""A page of a PDF once its bytes are understood: words, ruling lines and pictures, with their place."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import NamedTuple


class Box(NamedTuple):
    """A rectangle in points, from the page's upper left corner."""

    x0: float
    top: float
    x1: float
    bottom: float

    @property
    def width(self) -> float:
        """From left to right."""
        return self.x1 - self.x0

    @property
    def height(self) -> float:
        """From top to bottom."""
        return self.bottom - self.top

    def holds(self, box: Box) -> bool:
        """True where the middle of another box lies within this one."""
        x, y = (box.x0 + box.x1) / 2, (box.top + box.bottom) / 2
        return self.x0 <= x <= self.x1 and self.top <= y <= self.bottom

    def beside(self, box: Box) -> float:
        """The share of its height that the smaller of two boxes has in common with the other; 0 where none."""
        shared = min(self.bottom, box.bottom) - max(self.top, box.top)
        return max(0.0, shared / max(0.1, min(self.height, box.height)))

    def over(self, box: Box) -> float:
        """The same for their widths."""
        shared = min(self.x1, box.x1) - max(self.x0, box.x0)
        return max(0.0, shared / max(0.1, min(self.width, box.width)))


def around(boxes: Iterable[Box]) -> Box:
    """The smallest box that holds them all."""
    x0, tops, x1, bottoms = zip(*boxes, strict=True)
    return Box(min(x0), min(tops), max(x1), max(bottoms))


class Word(NamedTuple):
    """Signs without a blank between them; `order` is when they were drawn, `turned` their quarter turns clockwise."""

    text: str
    box: Box
    order: int
    turned: int = 0


@dataclass
class Page:
    """What one page holds. `edges` are its horizontal and vertical ruling lines, as flat boxes.

    `pictures` is the share of the page that images cover; `signs` how many are drawn, `illegible` those that no letter
    is known for; `hidden` tells letters drawn invisible, as character recognition leaves them over a scan; `leaning`
    are words drawn askew, `masked` those that their cell or the page's edge hides, `calls` how many footnotes are
    called; `crowded` and `drawing` pages of more signs or lines than any text or table has.
    """

    number: int
    width: float
    height: float
    words: list[Word] = field(default_factory=list)
    edges: list[Box] = field(default_factory=list)
    pictures: float = 0.0
    signs: int = 0
    illegible: int = 0
    hidden: bool = False
    calls: int = 0
    comments: int = 0
    leaning: list[str] = field(default_factory=list)
    masked: list[str] = field(default_factory=list)
    crowded: bool = False
    drawing: bool = False
    damaged: bool = False
