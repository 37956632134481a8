"""One page drawn as SVG: plain shapes and measured text, in points, from the top left corner."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Literal
from xml.sax.saxutils import escape, quoteattr

from viz.paper.type import DESCENT, FAMILY, Weight, width

Anchor = Literal["start", "middle", "end"]
Point = tuple[float, float]
INK, GREY, RULE, PAPER = "#1B2733", "#55606E", "#C9D0D9", "#FFFFFF"
_BEFORE: dict[Anchor, float] = {"start": 0.0, "middle": 0.5, "end": 1.0}


@dataclass(frozen=True)
class Label:
    """A line of text as it stands on the page: its words, size, and the four corners of its box, in turn."""

    words: str
    size: float
    corners: tuple[Point, ...]


@dataclass
class Canvas:
    """A page of `width` × `height` points. `labels` are the texts drawn so far, for whoever checks their places."""

    width: float
    height: float
    title: str = ""
    alt: str = ""
    labels: list[Label] = field(default_factory=list)
    _parts: list[str] = field(default_factory=list)
    _definitions: dict[str, str] = field(default_factory=dict)

    def text(
        self,
        at: Point,
        words: str,
        size: float,
        *,
        weight: Weight = 400,
        anchor: Anchor = "start",
        colour: str = INK,
        turn: float = 0.0,
        halo: bool = False,
    ) -> None:
        """A line of text, its baseline at `at`; `turn` in degrees, clockwise, around that point."""
        if not words:
            return
        self.labels.append(_label(at, words, size, weight, anchor, turn))
        x, y = at
        turned = f' transform="rotate({_n(turn)} {_n(x)} {_n(y)})"' if turn else ""
        edge = f' paint-order="stroke" stroke="{PAPER}" stroke-width="{_n(size * 0.22)}"' if halo else ""
        self._parts.append(
            f'<text x="{_n(x)}" y="{_n(y)}" font-size="{_n(size)}" font-weight="{weight}" text-anchor="{anchor}"'
            f' fill="{colour}"{edge}{turned}>{escape(words)}</text>'
        )

    def lines(self, at: Point, rows: Sequence[str], size: float, *, leading: float = 1.28, **style: object) -> float:
        """Several lines of text, the first one's baseline at `at`; the baseline that a next line would have."""
        x, y = at
        for row in rows:
            self.text((x, y), row, size, **style)  # type: ignore[arg-type]
            y += size * leading
        return y

    def rect(
        self,
        at: Point,
        size: Point,
        *,
        fill: str = "none",
        stroke: str = "none",
        line: float = 1.0,
        radius: float = 0.0,
        dashes: Sequence[float] = (),
        opacity: float = 1.0,
    ) -> None:
        """A rectangle from its top left corner."""
        box = f'x="{_n(at[0])}" y="{_n(at[1])}" width="{_n(size[0])}" height="{_n(size[1])}"'
        corner = f' rx="{_n(radius)}"' if radius else ""
        self._parts.append(f"<rect {box}{corner}{_paint(fill, stroke, line, dashes, opacity)}/>")

    def circle(
        self, centre: Point, radius: float, *, fill: str = "none", stroke: str = "none", line: float = 1.0
    ) -> None:
        """A disc or a ring."""
        place = f'cx="{_n(centre[0])}" cy="{_n(centre[1])}" r="{_n(radius)}"'
        self._parts.append(f"<circle {place}{_paint(fill, stroke, line, (), 1.0)}/>")

    def path(
        self,
        steps: str,
        *,
        fill: str = "none",
        stroke: str = "none",
        line: float = 1.0,
        dashes: Sequence[float] = (),
        opacity: float = 1.0,
        name: str = "",
    ) -> None:
        """A path in SVG's own words; `name` is what a screen reader says of it."""
        end = f"><title>{escape(name)}</title></path>" if name else "/>"
        self._parts.append(f'<path d="{steps}"{_paint(fill, stroke, line, dashes, opacity)}{end}')

    def polygon(self, points: Sequence[Point], *, fill: str = "none", stroke: str = "none", line: float = 1.0) -> None:
        """A closed shape."""
        self.path("M" + "L".join(f"{_n(x)} {_n(y)}" for x, y in points) + "Z", fill=fill, stroke=stroke, line=line)

    def rule(self, start: Point, end: Point, *, colour: str = RULE, line: float = 0.8) -> None:
        """A straight line."""
        self.path(f"M{_n(start[0])} {_n(start[1])}L{_n(end[0])} {_n(end[1])}", stroke=colour, line=line)

    def hatching(self, colour: str, behind: str = PAPER) -> str:
        """A fill of slanted lines, for what is not known in detail."""
        key = f"hachures-{colour[1:]}-{behind[1:]}"
        self._definitions[key] = (
            f'<pattern id="{key}" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">'
            f'<rect width="5" height="5" fill="{behind}"/><rect width="1.6" height="5" fill="{colour}"/></pattern>'
        )
        return f"url(#{key})"

    @contextmanager
    def group(self, name: str) -> Iterator[None]:
        """What is drawn inside belongs together under a name that a screen reader says."""
        self._parts.append(f'<g role="group" aria-label={quoteattr(name)}>')
        yield
        self._parts.append("</g>")

    def svg(self, style: str = "") -> str:
        """The page as an SVG file; `style` is CSS, such as the font itself."""
        size = (
            f'width="{_n(self.width)}pt" height="{_n(self.height)}pt" viewBox="0 0 {_n(self.width)} {_n(self.height)}"'
        )
        named = f"<title>{escape(self.title)}</title>" + (f"<desc>{escape(self.alt)}</desc>" if self.alt else "")
        css = f"<style>{style}</style>" if style else ""
        definitions = "".join(self._definitions.values())
        family = f'font-family="{FAMILY}, Arial, Helvetica, sans-serif"'
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" {size} role="img" xml:lang="fr" {family}>{named}'
            f'<defs>{css}{definitions}</defs><rect width="100%" height="100%" fill="{PAPER}"/>'
            f"{''.join(self._parts)}</svg>\n"
        )


def _n(value: float) -> str:
    return f"{round(value, 2) + 0.0:.2f}".rstrip("0").rstrip(".")


def _paint(fill: str, stroke: str, line: float, dashes: Sequence[float], opacity: float) -> str:
    found = f' fill="{fill}"'
    if stroke != "none":
        found += f' stroke="{stroke}" stroke-width="{_n(line)}"'
    if dashes:
        found += f' stroke-dasharray="{" ".join(_n(dash) for dash in dashes)}"'
    return found + (f' opacity="{_n(opacity)}"' if opacity < 1 else "")


def _label(at: Point, words: str, size: float, weight: Weight, anchor: Anchor, turn: float) -> Label:
    long = width(words, size, weight)
    left = -long * _BEFORE[anchor]
    top, bottom = -size * 0.74, size * DESCENT * 0.9
    angle = math.radians(turn)
    corners = tuple(
        (at[0] + x * math.cos(angle) - y * math.sin(angle), at[1] + x * math.sin(angle) + y * math.cos(angle))
        for x, y in ((left, top), (left + long, top), (left + long, bottom), (left, bottom))
    )
    return Label(words, size, corners)
