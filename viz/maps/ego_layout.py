"""Where things stand on the map of one actor: its card at the left, its targets, those it meets; cut into pages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from viz.maps.ego_data import Ego, Part
from viz.paper.canvas import Canvas
from viz.paper.sheet import Format, Room

_SHARES = {"a3": (0.17, 0.05, 0.38, 0.02), "a4": (0.18, 0.05, 0.37, 0.02), "16x9": (0.18, 0.04, 0.37, 0.02)}


@dataclass(frozen=True)
class Fit:
    """How targets are set: size of type, lines of a title, and what is left free around them, in lines."""

    size: float
    lines: int
    free: float

    @property
    def box(self) -> float:
        """Height of a target."""
        return self.size * (1.28 * self.lines + self.free)

    @property
    def gap(self) -> float:
        """Free height under it."""
        return self.size * self.free * 0.4

    def height(self, parts: Sequence[Part], page: Format) -> float:
        """Height of so many targets, with the titles of their axes."""
        axes = len({part.axis.id for part in parts})
        return axes * page.small * (1.3 + self.free) + len(parts) * (self.box + self.gap)


@dataclass(frozen=True)
class Chunk:
    """What one page holds: targets, set in one way, and other actors from rank `start` on."""

    parts: list[Part]
    fit: Fit
    start: int
    stop: int
    last: bool


@dataclass(frozen=True)
class Sheet:
    """A page to draw on, and what it shows."""

    canvas: Canvas
    page: Format
    room: Room
    shown: Ego

    @property
    def edges(self) -> tuple[float, float, float]:
        """Right edge of the card, left and right edges of the boxes."""
        card, gap, boxes, _ = _SHARES[self.page.name]
        start = self.room.left + self.room.width * (card + gap)
        return self.room.left + self.room.width * card, start, start + self.room.width * boxes

    @property
    def peers_left(self) -> float:
        """Where the column of the other actors begins."""
        return self.edges[2] + self.room.width * _SHARES[self.page.name][3]


def peer_row(page: Format) -> float:
    """The height of a row of the other actors."""
    return page.body * 1.62


def paged(shown: Ego, page: Format, room: Room) -> list[Chunk]:
    """Cut an actor's targets into pages, its company along with them; what has no page is counted on the last."""
    fits = [Fit(page.body, n, 0.65) for n in (3, 2, 1)] + [Fit(page.small, 1, 0.45)]
    fit = next((fit for fit in fits if fit.height(shown.parts, page) <= room.height), fits[2])
    chunks: list[list[Part]] = [[]]
    for part in shown.parts:
        if chunks[-1] and fit.height([*chunks[-1], part], page) > room.height:
            chunks.append([])
        chunks[-1].append(part)
    held = int((room.height - page.body * 2.4) / peer_row(page))
    steps = [min(len(shown.peers), held * i) for i in range(len(chunks) + 1)]
    if len(shown.peers) > steps[-1]:
        steps[-1] -= 1
    return [Chunk(chunk, fit, steps[i], steps[i + 1], i == len(chunks) - 1) for i, chunk in enumerate(chunks)]
