"""What is written in each box of the fishbone, and how many names stand beside them."""

from __future__ import annotations

from dataclasses import dataclass

from graph.model import Node
from viz.french import count
from viz.maps.claims import without_pilot
from viz.maps.fishbone_pages import split
from viz.maps.fishbone_parts import Band, Box, Layout, Measure, band_height
from viz.maps.fishbone_tags import fits, link_count, pilots_from, side
from viz.maps.scene import Scene
from viz.maps.words import listed, typographic
from viz.paper.type import width, wrap
from viz.targets import title_of


def roomy(layout: Layout, measure: Measure, height: float) -> bool:
    """Whether one page holds everything in full: names outside, titles whole, and some air."""
    outside = layout.pilots_from == layout.partners_from == 1
    whole = all(not box.title[-1].endswith("…") for band in layout.pages[0] for box in band.boxes)
    return len(layout.pages) == 1 and outside and whole and band_height(measure, layout.pages[0]) < height * 0.8


def lay_out(scene: Scene, measure: Measure, width: float, height: float) -> Layout:
    """The layout with the most names outside the boxes that fits pages with this room, in points.

    `width` is that of the words in a box.
    """
    most = max((link_count(scene, bearer, pilot=False) for bearer in scene.bearers), default=1)
    threshold = 1
    while True:
        plan = Layout(_pages(scene, measure, width, height, threshold), pilots_from(scene, measure, height), threshold)
        if threshold > most or all(fits(scene, measure, bands, plan, height) for bands in plan.pages):
            return plan
        threshold += 1


def _pages(scene: Scene, measure: Measure, width: float, height: float, threshold: int) -> list[list[Band]]:
    named = _inside(scene, measure, height, threshold)
    boxes = sum(len(targets) for _, targets in scene.columns)
    found: list[list[Band]] = []
    for lines in measure.tries:
        bands = _bands(scene, measure, width, named, lines)
        pages = [bands] if boxes <= measure.most and band_height(measure, bands) <= height else []
        pages = pages or split(bands, height, measure)
        if not found or len(pages) < len(found):
            found = pages
    return [_fuller(bands, measure, width, named, height) for bands in found]


@dataclass(frozen=True)
class _Inside:
    """By target: names of pilots and of partners that are written in its box; what it lacks; its actions."""

    of: dict[str, tuple[list[str], list[str]]]
    missing: dict[str, str]
    actions: dict[str, int]


def _inside(scene: Scene, measure: Measure, height: float, threshold: int) -> _Inside:
    least = pilots_from(scene, measure, height)
    pilots = {b.id for b in scene.bearers if link_count(scene, b, pilot=True) < least}
    partners = {b.id for b in scene.bearers if link_count(scene, b, pilot=False) < threshold}
    found = {}
    for target, links in scene.by_target.items():
        led = [scene.names[link.actor] for link in side(links, pilot=True) if link.actor in pilots]
        helped = [scene.names[link.actor] for link in side(links, pilot=False) if link.actor in partners]
        found[target] = (sorted(led), sorted(helped, key=str.casefold))
    actions = {target.id: len(scene.view.actions[target.id]) for target in scene.targets}
    return _Inside(found, _missing(scene), actions)


def _missing(scene: Scene) -> dict[str, str]:
    """Targets without an actor, or without a pilot where others have one."""
    if not scene.bearers:
        return {}
    led = any(bearer.pilot for bearer in scene.bearers)
    bare = without_pilot(scene) if led else []
    none = {target.id: "aucun acteur nommé" for target in scene.targets if target.id not in scene.by_target}
    return dict.fromkeys(bare, "sans pilote") | none


def _bands(scene: Scene, measure: Measure, width: float, named: _Inside, lines: tuple[int, int]) -> list[Band]:
    return [
        Band(axis, [_box(target, measure, width, named, lines)
                    for target in targets])
        for axis, targets in scene.columns
    ]  # fmt: skip


def _fuller(bands: list[Band], measure: Measure, width: float, named: _Inside, height: float) -> list[Band]:
    """The same boxes, some with more lines where the page has room: whole titles first, then names."""
    titles, names_most = measure.tries[0]
    for lines in ((titles, 0), *((titles, n) for n in range(2, names_most + 1))):
        for band in bands:
            for i, box in enumerate(band.boxes):
                names = lines[1] or max(len(box.names), 1)
                fuller = _box(box.target, measure, width, named, (lines[0], names))
                grows = fuller.height - box.height
                if 0 < grows <= height - band_height(measure, bands):
                    band.boxes[i] = fuller
    return bands


def _box(target: Node, measure: Measure, room: float, named: _Inside, lines: tuple[int, int]) -> Box:
    aside = count(named.actions[target.id], "action")
    if target.id in named.missing:
        aside += f" · {named.missing[target.id]}"
    beside = width(aside, measure.names) + measure.names
    pilots, partners = named.of.get(target.id, ([], []))
    title = wrap(typographic(title_of(target)), measure.title, room - beside, lines[0], 600)
    rows = listed(pilots, measure.names, room, lines[1], head="Aussi pilotes\u00a0: ")
    rows += listed(partners, measure.names, room, lines[1], head="Aussi partenaires\u00a0: ")
    height = len(title) * measure.title * 1.2 + len(rows) * measure.names * 1.25 + measure.names * 0.9
    return Box(target, title, rows, aside, height)
