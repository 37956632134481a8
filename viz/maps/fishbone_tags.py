"""Names beside the boxes of the fishbone: who has one, how large, with which lines."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from viz.maps.fishbone_parts import Band, Layout, Measure
from viz.maps.scene import Bearer, Link, Scene
from viz.paper.type import Weight, wrap


@dataclass
class Tag:
    """An actor's name outside the boxes, with its links to the boxes of the page."""

    bearer: Bearer
    figure: int
    links: list[Link]
    size: float
    height: float
    pitch: float
    rows: list[str] = field(default_factory=list)
    top: float = 0.0

    @property
    def middle(self) -> float:
        """Half way down."""
        return self.top + self.height / 2


def link_count(scene: Scene, bearer: Bearer, *, pilot: bool) -> int:
    """In how many boxes an actor is a pilot, or a partner."""
    return len(side(scene.by_actor.get(bearer.id, []), pilot=pilot))


def side(links: Sequence[Link], *, pilot: bool) -> list[Link]:
    """Links of one side of the map; an actor that is both stands on both."""
    other = "partner" if pilot else "pilot"
    return [link for link in links if link.role != other]


def pilots_from(scene: Scene, measure: Measure, height: float) -> int:
    """From how many boxes a pilot is named outside, so that all names fit this height."""
    counts = [link_count(scene, bearer, pilot=True) for bearer in scene.bearers]
    threshold = 1
    while sum(_slot(measure, count, 1) for count in counts if count >= threshold) > height:
        threshold += 1
    return threshold


def _slot(measure: Measure, links: int, most: int) -> float:
    return max(tag_size(measure, links, most) * 1.3, links * measure.pitch + 2)


def tag_size(measure: Measure, figure: int, most: int) -> float:
    """Size of type of a name: larger where the actor is in more boxes."""
    small, large = measure.label_sizes
    return round(small + (large - small) * ((figure - 1) / max(most - 1, 12)) ** 0.8, 1) if figure > 1 else small


def fits(scene: Scene, measure: Measure, bands: list[Band], plan: Layout, height: float) -> bool:
    """Whether the partners' names of a page fit this height."""
    shown = {box.target.id for band in bands for box in band.boxes}
    return sum(tag.height for tag in tags(scene, measure, shown, plan, pilot=False)) <= height


def tags(scene: Scene, measure: Measure, shown: set[str], plan: Layout, *, pilot: bool) -> list[Tag]:
    """Names of one side of a page, each with its links to what the page shows."""
    least = plan.pilots_from if pilot else plan.partners_from
    counts = {bearer.id: link_count(scene, bearer, pilot=pilot) for bearer in scene.bearers}
    most = max(counts.values(), default=1)
    found = []
    for bearer in scene.bearers:
        links = [link for link in side(scene.by_actor.get(bearer.id, []), pilot=pilot) if link.target in shown]
        if links and counts[bearer.id] >= least:
            figure = bearer.pilot if pilot else bearer.partner
            pitch = measure.pitch * (1.6 if pilot else 1)
            found.append(_tag(bearer, figure, links, measure, tag_size(measure, counts[bearer.id], most), pitch))
    return found


def _tag(bearer: Bearer, figure: int, links: list[Link], measure: Measure, size: float, pitch: float) -> Tag:
    words = f"{bearer.name}\u00a0·\u00a0{figure}"
    least = measure.label_sizes[0]
    while True:
        weight: Weight = 700 if heavy(measure, size) else 400
        rows = wrap(words, size, measure.label, 3, weight)
        if size <= least or len(rows) <= (2 if size > least * 1.12 else 1):
            break
        size = max(least, size - 0.5)
    if rows[-1].endswith("…"):
        rows = _cut(bearer.name, figure, size, measure.label)
    height = max(len(rows) * size * 1.16 + size * 0.2, len(links) * pitch + 2)
    return Tag(bearer, figure, links, size, height, pitch, rows)


def heavy(measure: Measure, size: float) -> bool:
    """Whether a name of this size is set in bold."""
    return size > measure.label_sizes[0] * 1.25


def _cut(name: str, figure: int, size: float, room: float) -> list[str]:
    """A very long name, ended by "…" but for its figure."""
    end = f"\u00a0·\u00a0{figure}"
    rows = wrap(name, size, room - 4 * size, 3)
    return [*rows[:-1], rows[-1] + end]
