"""Sizes of the fishbone in each format, and what its pages are made of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from graph.model import Node
from viz.maps.scene import Scene
from viz.paper.sheet import Format, FormatName
from viz.targets import AxisView


@dataclass(frozen=True)
class Measure:
    """Sizes in points. `tries`: lines of title and of names, fullest first."""

    label: float
    gap: float
    tab: float
    title: float
    names: float
    pitch: float
    tries: tuple[tuple[int, int], ...]
    label_sizes: tuple[float, float]
    most: int
    """Boxes of one page at most, so that a room can read them."""


MEASURES: dict[FormatName, Measure] = {
    "a3": Measure(172, 104, 32, 9.2, 7.6, 1.7, ((2, 6), (2, 4), (2, 3), (2, 2), (2, 1), (1, 1)), (8.5, 15.0), 24),
    "a4": Measure(140, 86, 24, 7.8, 7, 1.35, ((2, 4), (2, 3), (2, 2)), (7.0, 11.5), 14),
    "16x9": Measure(190, 96, 30, 10.5, 9, 1.7, ((3, 2), (3, 1), (2, 1)), (9.5, 16.0), 14),
}


def measures(scene: Scene, page: Format) -> list[Measure]:
    """The measures to try in a format: larger ones first for a small plan."""
    usual = MEASURES[page.name]
    names = ("label", "tab", "title", "names", "pitch")
    return [
        replace(
            usual,
            **{name: getattr(usual, name) * factor for name in names},
            label_sizes=(usual.label_sizes[0] * factor, usual.label_sizes[1] * factor),
        )
        for factor in (1.5, 1.25)
        if len(scene.targets) <= 10
    ] + [usual]


@dataclass
class Box:
    """A target's box: its rows of words, what stands on its right, then (once placed) its top and height."""

    target: Node
    title: list[str]
    names: list[str]
    aside: str
    height: float
    top: float = 0.0

    @property
    def middle(self) -> float:
        """Half way down."""
        return self.top + self.height / 2


@dataclass
class Band:
    """The boxes of one axis on one page; `again` where the page before has some too."""

    axis: AxisView
    boxes: list[Box]
    again: bool = False
    top: float = 0.0


@dataclass(frozen=True)
class Layout:
    """One layout of a scene: its pages, and from how many objectives a pilot or a partner is named outside."""

    pages: list[list[Band]]
    pilots_from: int
    partners_from: int


def band_height(measure: Measure, bands: Sequence[Band]) -> float:
    """The least height of bands one under the other."""
    heads = (measure.names + 5) * len(bands)
    return heads + sum(box.height + 3 for band in bands for box in band.boxes)
