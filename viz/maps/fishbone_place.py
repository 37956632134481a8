"""Places on a page of the fishbone: boxes spread down the middle, names beside where their lines cross least."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import fmean

from viz.maps.fishbone_parts import Band, Measure
from viz.maps.fishbone_tags import Tag
from viz.maps.scene import Scene
from viz.paper.sheet import Format, Room

BLOCK = 5.0
"""Width of the dark block from which an actor's lines leave."""


@dataclass(frozen=True)
class Frame:
    """x of the pilots' blocks (None where there is no pilot), the boxes, and the partners' blocks; y of the map."""

    measure: Measure
    pilots: float | None
    left: float
    right: float
    partners: float | None
    top: float
    bottom: float

    @property
    def words(self) -> float:
        """Room for words in a box."""
        return self.right - self.left - self.measure.tab - 14

    @property
    def height(self) -> float:
        """From top to bottom."""
        return self.bottom - self.top


def frame(scene: Scene, page: Format, room: Room, measure: Measure) -> Frame:
    """The columns of a page; a side where nobody stands gives its room to the boxes, as far as they need it."""
    led = any(link.role != "partner" for link in scene.links)
    helped = any(link.role != "pilot" for link in scene.links)
    side = measure.label + measure.gap
    left = room.left + (side if led else 0)
    right = room.right - (side if helped else 0)
    head = page.body * 1.9
    return Frame(
        measure,
        room.left + measure.label + 6 if led else None,
        left,
        right,
        room.right - measure.label - 6 if helped else None,
        room.top + head,
        room.bottom,
    )


def place_bands(bands: Sequence[Band], frame: Frame) -> None:
    """Spread bands and boxes over the height: first air between axes, then higher boxes, never more than is of use."""
    measure = frame.measure
    boxes = [box for band in bands for box in band.boxes]
    head = measure.names + 5
    free = frame.height - head * len(bands) - sum(box.height + 3 for box in boxes)
    air = min(max(0.0, free) * 0.35 / max(len(bands) - 1, 1), 20.0)
    free = max(0.0, free - air * (len(bands) - 1))
    grow = min(free / max(len(boxes), 1), 2.2 * measure.title)
    y = frame.top + max(0.0, free - grow * len(boxes)) * 0.35
    for band in bands:
        band.top = y
        y += head
        for box in band.boxes:
            box.top, box.height = y, box.height + grow
            y += box.height + 3
        y += air


def place_tags(tags: list[Tag], bands: Sequence[Band], frame: Frame) -> list[Tag]:
    """Names by the middle of what they are tied to, then pushed apart until none covers another."""
    middles = {box.target.id: box.middle for band in bands for box in band.boxes}
    wanted = {tag.bearer.id: fmean(middles[link.target] for link in tag.links) for tag in tags}
    ordered = sorted(tags, key=lambda tag: (wanted[tag.bearer.id], tag.bearer.name))
    gap = min(6.0, max(0.0, frame.height - sum(tag.height for tag in ordered)) / max(len(ordered), 1))
    for tag in ordered:
        tag.top = wanted[tag.bearer.id] - tag.height / 2
    _settle(ordered, gap, frame)
    return ordered


def _settle(tags: list[Tag], gap: float, frame: Frame) -> None:
    """Clusters of names that touch are set one under the other around the mean of their wishes."""
    clusters: list[list[Tag]] = []
    for tag in tags:
        clusters.append([tag])
        while len(clusters) > 1 and _end(clusters[-2], gap, frame) > _start(clusters[-1], gap, frame):
            last = clusters.pop()
            clusters[-1] += last
    for cluster in clusters:
        y = _start(cluster, gap, frame)
        for tag in cluster:
            tag.top = y
            y += tag.height + gap


def _size(cluster: list[Tag], gap: float) -> float:
    return sum(tag.height + gap for tag in cluster) - gap


def _start(cluster: list[Tag], gap: float, frame: Frame) -> float:
    offsets, y = [], 0.0
    for tag in cluster:
        offsets.append(tag.top - y)  # `top` is still the wish
        y += tag.height + gap
    size = _size(cluster, gap)
    return min(max(fmean(offsets), frame.top), max(frame.top, frame.bottom - size))


def _end(cluster: list[Tag], gap: float, frame: Frame) -> float:
    return _start(cluster, gap, frame) + _size(cluster, gap) + gap
