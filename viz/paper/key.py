"""The legend of a printed map: what its lines, marks and colours mean."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal

from viz.contrast import ink_on
from viz.paper.canvas import INK, PAPER, Canvas, Point
from viz.paper.marks import DASHES, OUTLINE, mark, role_mark
from viz.paper.type import width

Kind = Literal[
    "pilot-line", "partner-line", "deduced-line", "pilot", "partner", "both", "swatch", "hatched", "outlined", "shape"
]


@dataclass(frozen=True)
class Key:
    """One entry. `shape` is an actor kind's; `number` stands in a swatch, so that an axis is told without colour."""

    kind: Kind
    label: str
    colour: str = INK
    shape: str = "dot"
    number: str = ""


def key_rows(canvas: Canvas, keys: Sequence[Key], at: Point, room: float, size: float) -> float:
    """Draw the entries in rows from `at` (left, baseline of the first row); the y under the last one."""
    x, y = at
    for entry in keys:
        sample = 2.6 * size if entry.kind.endswith("line") else 1.5 * size
        wide = sample + 0.5 * size + width(entry.label, size) + 1.6 * size
        if x > at[0] and x + wide - 1.6 * size > at[0] + room:
            x, y = at[0], y + size * 1.6
        _SAMPLES[entry.kind](canvas, entry, (x, y - size * 0.32), sample, size)
        canvas.text((x + sample + 0.5 * size, y), entry.label, size)
        x += wide
    return y + size * 0.6 if keys else at[1] - size


def _line(canvas: Canvas, entry: Key, at: Point, long: float, size: float) -> None:
    x, y = at
    thick = {"pilot-line": 2.4, "partner-line": 1.2, "deduced-line": 1.8}[entry.kind]
    canvas.path(f"M{x:.1f} {y:.1f}h{long:.1f}", stroke=entry.colour, line=thick, dashes=DASHES[entry.kind])


def _role(canvas: Canvas, entry: Key, at: Point, long: float, size: float) -> None:
    role_mark(canvas, entry.kind, (at[0] + long / 2, at[1]), size * 0.5, entry.colour)


def _swatch(canvas: Canvas, entry: Key, at: Point, long: float, size: float) -> None:
    corner, box = (at[0], at[1] - size * 0.65), (long, size * 1.3)
    fill = canvas.hatching(entry.colour) if entry.kind == "hatched" else entry.colour
    if entry.kind == "outlined":
        _outlined(canvas, entry, corner, box, size)
        return
    canvas.rect(corner, box, fill=fill, stroke=entry.colour, line=0.8, radius=2)
    if entry.number:
        place = (at[0] + long / 2, at[1] + size * 0.34)
        canvas.text(place, entry.number, size, weight=700, anchor="middle", colour=ink_on(entry.colour))


def _outlined(canvas: Canvas, entry: Key, corner: Point, box: Point, size: float) -> None:
    """White with a broken edge, or a whole one around a number."""
    dashes = () if entry.number else OUTLINE
    canvas.rect(corner, box, fill=PAPER, stroke=entry.colour, line=1.0, radius=2, dashes=dashes)
    place = (corner[0] + box[0] / 2, corner[1] + size * 0.99)
    canvas.text(place, entry.number, size, anchor="middle", colour=entry.colour)


def _shape(canvas: Canvas, entry: Key, at: Point, long: float, size: float) -> None:
    mark(canvas, entry.shape, (at[0] + long / 2, at[1]), size * 0.55, fill=entry.colour, stroke=entry.colour)


_Draw = Callable[[Canvas, Key, Point, float, float], None]
_SAMPLES: dict[str, _Draw] = {
    **dict.fromkeys(("pilot-line", "partner-line", "deduced-line"), _line),
    **dict.fromkeys(("pilot", "partner", "both"), _role),
    **dict.fromkeys(("swatch", "hatched", "outlined"), _swatch),
    "shape": _shape,
}
