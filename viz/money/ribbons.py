"""Flows between two columns: as wide as their euros, told apart by fill and edge and not by colour alone."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from viz.money.bands import Slot
from viz.money.diagram import Style
from viz.paper.canvas import PAPER, Canvas
from viz.paper.marks import OUTLINE
from viz.style import SLATE, mix

GIVEN, STRONG, REST_INK = SLATE[0], "#1F3A5F", "#55606E"


@dataclass(frozen=True)
class Ribbon:
    """Euros from one key to another. `colour` is that of its edge; `name`, what a screen reader says of it."""

    start: str
    end: str
    euros: int
    style: Style
    colour: str
    name: str
    strong: bool = False


@dataclass
class Gate:
    """Where ribbons touch a side of a column: each takes its share of a bar, from the top."""

    slots: Mapping[str, Slot]
    totals: Mapping[str, int]
    taken: dict[str, float] = field(default_factory=dict)

    def take(self, key: str, euros: int) -> tuple[float, float]:
        """Top and bottom of the next share of a bar."""
        slot = self.slots[key]
        wide = slot.bar * euros / (self.totals[key] or 1)
        top = slot.start + self.taken.get(key, 0.0)
        self.taken[key] = self.taken.get(key, 0.0) + wide
        return top, top + wide


def draw_ribbons(
    canvas: Canvas, ribbons: Sequence[Ribbon], sides: tuple[float, float], gates: tuple[Gate, Gate]
) -> None:
    """Draw ribbons from x to x. Shares are taken in the order of the other end, so that none cross needlessly."""
    out, into = gates
    starts = {
        id(one): out.take(one.start, one.euros) for one in sorted(ribbons, key=lambda one: _order(into, one.end, one))
    }
    ends = {
        id(one): into.take(one.end, one.euros) for one in sorted(ribbons, key=lambda one: _order(out, one.start, one))
    }
    for one in sorted(ribbons, key=lambda one: -one.euros):
        _ribbon(canvas, one, sides, starts[id(one)], ends[id(one)])


def _order(gate: Gate, key: str, one: Ribbon) -> tuple[float, str, str]:
    return gate.slots[key].start, one.style, key


def _ribbon(
    canvas: Canvas, one: Ribbon, sides: tuple[float, float], start: tuple[float, float], end: tuple[float, float]
) -> None:
    (x0, x1), middle = sides, (sides[0] + sides[1]) / 2
    upper = f"M{x0:.1f} {start[0]:.1f}C{middle:.1f} {start[0]:.1f} {middle:.1f} {end[0]:.1f} {x1:.1f} {end[0]:.1f}"
    lower = f"C{middle:.1f} {end[1]:.1f} {middle:.1f} {start[1]:.1f} {x0:.1f} {start[1]:.1f}Z"
    steps = f"{upper}L{x1:.1f} {end[1]:.1f}{lower}"
    fill = {"given": mix(one.colour, 0.55 if one.strong else 0.32), "loan": PAPER}.get(one.style)
    paint = fill or canvas.hatching(one.colour)
    canvas.path(
        steps, fill=paint, stroke=one.colour, line=0.6, dashes=OUTLINE if one.style == "loan" else (), name=one.name
    )
