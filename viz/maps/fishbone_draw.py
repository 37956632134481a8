"""Drawing a page of the fishbone whose places are known."""

from __future__ import annotations

from collections.abc import Sequence

from viz.contrast import ink_on
from viz.maps.fishbone_parts import Band, Box
from viz.maps.fishbone_place import BLOCK, Frame
from viz.maps.fishbone_tags import Tag, heavy
from viz.maps.scene import Link, Scene
from viz.paper.canvas import GREY, INK, PAPER, Canvas, Point
from viz.paper.marks import DASHES
from viz.paper.type import width, wrap
from viz.style import mix
from viz.targets import LOOSE_NOUN, AxisView


def draw(canvas: Canvas, scene: Scene, bands: Sequence[Band], sides: tuple[list[Tag], list[Tag]], frame: Frame) -> None:
    """Lines first, then boxes and names over them."""
    boxes = {box.target.id: (band.axis, box) for band in bands for box in band.boxes}
    for tags, pilot in ((sides[1], False), (sides[0], True)):
        ends = _ends(tags, boxes)
        for tag in tags:
            _lines(canvas, scene, tag, boxes, ends, frame, pilot=pilot)
    for band in bands:
        _band(canvas, scene, band, frame)
    for tags, pilot in ((sides[0], True), (sides[1], False)):
        for tag in tags:
            _tag(canvas, tag, frame, pilot=pilot)


def _ends(tags: Sequence[Tag], boxes: dict[str, tuple[AxisView, Box]]) -> dict[tuple[str, str], float]:
    """Where each line meets its box: in the order of the names, so that lines do not cross there."""
    arriving: dict[str, list[str]] = {}
    for tag in tags:
        for link in tag.links:
            arriving.setdefault(link.target, []).append(tag.bearer.id)
    found = {}
    for target, actors in arriving.items():
        box = boxes[target][1]
        step = min(box.height * 0.62 / len(actors), 5.0)
        for i, actor in enumerate(actors):
            found[target, actor] = box.middle + step * (i - (len(actors) - 1) / 2)
    return found


def _lines(
    canvas: Canvas,
    scene: Scene,
    tag: Tag,
    boxes: dict[str, tuple[AxisView, Box]],
    ends: dict[tuple[str, str], float],
    frame: Frame,
    *,
    pilot: bool,
) -> None:
    links = sorted(tag.links, key=lambda link: boxes[link.target][1].top)
    step = min(tag.pitch, (tag.height - 2) / len(links))
    for i, link in enumerate(links):
        y = tag.middle + step * (i - (len(links) - 1) / 2)
        axis, _ = boxes[link.target]
        start, end = _span(frame, pilot=pilot)
        _line(canvas, (start, y), (end, ends[link.target, tag.bearer.id]), link, axis, pilot=pilot)


def _span(frame: Frame, *, pilot: bool) -> Point:
    block = frame.pilots if pilot else frame.partners
    assert block is not None  # noqa: S101 - a side with names has a block
    return (block + BLOCK / 2, frame.left) if pilot else (block - BLOCK / 2, frame.right)


def _line(canvas: Canvas, start: Point, end: Point, link: Link, axis: AxisView, *, pilot: bool) -> None:
    kind = "pilot-line" if pilot else "partner-line"
    dashes = DASHES[kind] if link.stated else DASHES["deduced-line"]
    bend = (end[0] - start[0]) * 0.5
    steps = (
        f"M{start[0]:.1f} {start[1]:.1f}C{start[0] + bend:.1f} {start[1]:.1f}"
        f" {end[0] - bend:.1f} {end[1]:.1f} {end[0]:.1f} {end[1]:.1f}"
    )
    canvas.path(steps, stroke=axis.fill, line=2.0 if pilot else 1.0, dashes=dashes, opacity=0.9)


def _band(canvas: Canvas, scene: Scene, band: Band, frame: Frame) -> None:
    size = frame.measure.names
    label = scene.axis_label(band.axis) + (" (suite)" if band.again else "")
    row = wrap(label, size, frame.right - frame.left - 4, 1, 600)[0]
    canvas.text((frame.left + 1, band.top + size), row, size, weight=600, colour=band.axis.ink)
    for box in band.boxes:
        _box(canvas, scene, band.axis, box, frame)


def _box(canvas: Canvas, scene: Scene, axis: AxisView, box: Box, frame: Frame) -> None:
    measure, size = frame.measure, (frame.right - frame.left, box.height)
    corner = (frame.left, box.top)
    loose = box.target.properties.get("noun") == LOOSE_NOUN
    fill = PAPER if axis.hollow else mix(axis.fill, 0.08)
    canvas.rect(corner, size, fill=fill, stroke=axis.fill, line=1.1, radius=4, dashes=(4, 3) if loose else ())
    _number(canvas, scene, axis, box, frame)
    x = frame.left + measure.tab + 7
    words = len(box.title) * measure.title * 1.2 + len(box.names) * measure.names * 1.25
    y = box.top + (box.height - words) / 2 + measure.title * 0.92
    canvas.text((frame.right - 7, y), box.aside, measure.names, anchor="end", colour=GREY)
    y = canvas.lines((x, y), box.title, measure.title, leading=1.2, weight=600)
    canvas.lines((x, y - (measure.title - measure.names) * 0.3), box.names, measure.names, leading=1.25, colour=GREY)


def _number(canvas: Canvas, scene: Scene, axis: AxisView, box: Box, frame: Frame) -> None:
    tab, mark = frame.measure.tab, scene.marks[box.target.id]
    fill = PAPER if axis.hollow else axis.fill
    canvas.rect((frame.left, box.top), (tab, box.height), fill=fill, stroke=axis.fill, line=1.1, radius=4)
    size = frame.measure.title * 1.35
    while width(mark, size, 700) > tab - 5 and size > frame.measure.names:
        size -= 0.5
    ink = axis.ink if axis.hollow else ink_on(axis.fill)
    canvas.text((frame.left + tab / 2, box.middle + size * 0.36), mark, size, weight=700, anchor="middle", colour=ink)


def _tag(canvas: Canvas, tag: Tag, frame: Frame, *, pilot: bool) -> None:
    block = frame.pilots if pilot else frame.partners
    assert block is not None  # noqa: S101 - a side with names has a block
    tall = max(len(tag.links) * tag.pitch + 1, tag.size * 0.8)
    canvas.rect((block - BLOCK / 2, tag.middle - tall / 2), (BLOCK, tall), fill=INK, radius=1)
    x = block - BLOCK / 2 - 5 if pilot else block + BLOCK / 2 + 5
    y = tag.middle - (len(tag.rows) - 1) * tag.size * 0.58 + tag.size * 0.35
    weight = 700 if heavy(frame.measure, tag.size) else 400
    canvas.lines((x, y), tag.rows, tag.size, leading=1.16, weight=weight, anchor="end" if pilot else "start")
