"""Text measured with the font that prints it: Inter, shipped beside this room under the SIL Open Font License."""

from __future__ import annotations

from functools import cache, partial
from pathlib import Path
from typing import Literal

import uharfbuzz as hb

from viz import wrapping

FONTS = Path(__file__).parent.parent / "fonts"
FAMILY = "Inter"
Weight = Literal[400, 600, 700]
DESCENT = 0.25  # how far a line of text reaches below its baseline, for a size of 1
FILES: dict[Weight, str] = {400: "Inter-Regular.otf", 600: "Inter-SemiBold.otf", 700: "Inter-Bold.otf"}


@cache
def _font(weight: Weight) -> hb.Font:
    return hb.Font(hb.Face(hb.Blob.from_file_path(str(FONTS / FILES[weight]))))


@cache
def width(text: str, size: float, weight: Weight = 400) -> float:
    """Width of one line of text, in the unit of `size`."""
    if not text:
        return 0.0
    font = _font(weight)
    buffer = hb.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    hb.shape(font, buffer)
    return float(sum(glyph.x_advance for glyph in buffer.glyph_positions) / font.face.upem * size)


def wrap(text: str, size: float, room: float, lines: int, weight: Weight = 400) -> list[str]:
    """Cut text into at most `lines` lines no wider than `room`; what does not fit ends in "…"."""
    return wrapping.wrap(text, partial(width, size=size, weight=weight), room, lines)


def largest(text: str, sizes: tuple[float, ...], room: float, lines: int, weight: Weight = 400) -> float:
    """The first of these sizes at which a text fits whole, else the last."""
    for size in sizes:
        if not wrap(text, size, room, lines, weight)[-1].endswith("…"):
            return size
    return sizes[-1]
