"""Marks of printed maps: a role by the way a disc is filled, an actor's kind by a shape, a tie by its line."""

from __future__ import annotations

import math

from viz.paper.canvas import PAPER, Canvas, Point

DASHES: dict[str, tuple[float, ...]] = {"pilot-line": (), "partner-line": (4.0, 3.0), "deduced-line": (1.2, 3.0)}
"""How a tie is broken: whole for a pilot, dashes for a partner, dots where no list of the document states it."""

OUTLINE = (3.0, 2.0)
"""How the edge of something white is broken: money that is lent."""


def role_mark(canvas: Canvas, role: str, centre: Point, radius: float, colour: str) -> None:
    """A full disc for a pilot, a ring for a partner, a disc with a white heart for both."""
    if role == "partner":
        canvas.circle(centre, radius * 0.86, fill=PAPER, stroke=colour, line=radius * 0.34)
        return
    canvas.circle(centre, radius, fill=colour)
    if role == "both":
        canvas.circle(centre, radius * 0.42, fill=PAPER)


def mark(
    canvas: Canvas, shape: str, centre: Point, radius: float, *, fill: str, stroke: str, line: float = 0.8
) -> None:
    """A shape of the schema's kinds of actors, of about the same surface whatever it is."""
    if shape == "dot":
        canvas.circle(centre, radius, fill=fill, stroke=stroke, line=line)
        return
    x, y = centre
    points = [(x + px * radius, y + py * radius) for px, py in _SHAPES[shape]]
    canvas.polygon(points, fill=fill, stroke=stroke, line=line)


def _regular(corners: int, size: float, start: float = -90.0) -> tuple[Point, ...]:
    angles = [math.radians(start + 360 * i / corners) for i in range(corners)]
    return tuple((size * math.cos(angle), size * math.sin(angle)) for angle in angles)


def _star() -> tuple[Point, ...]:
    outer, inner = _regular(5, 1.3), _regular(5, 0.58, -54.0)
    return tuple(point for pair in zip(outer, inner, strict=True) for point in pair)


_SHAPES: dict[str, tuple[Point, ...]] = {
    "square": _regular(4, 1.25, -45.0),
    "diamond": _regular(4, 1.3),
    "triangle": tuple((x, y + 0.2) for x, y in _regular(3, 1.35)),
    "triangleDown": tuple((x, -y - 0.2) for x, y in _regular(3, 1.35)),
    "hexagon": _regular(6, 1.1),
    "star": _star(),
}
