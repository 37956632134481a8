"""Drawing a page of the matrix whose places are known."""

from __future__ import annotations

from math import pi

from viz.contrast import ink_on
from viz.maps.matrix_layout import TURN, Column, Grid, Row, leading
from viz.maps.scene import Link, Scene
from viz.paper.canvas import GREY, INK, PAPER, Canvas, Point
from viz.paper.marks import role_mark
from viz.paper.type import Weight, width, wrap
from viz.style import mix
from viz.targets import AxisView

PALE = "#B9C3CF"
_STRIPE = "#1B2733"


def draw(canvas: Canvas, scene: Scene, grid: Grid) -> None:
    """Axes behind, then titles, rows, and the figures in the margins."""
    for axis, left, right in grid.spans():
        _axis(canvas, scene, grid, (axis, left, right))
    for column in grid.columns:
        _title(canvas, grid, column)
    for i, row in enumerate(grid.rows):
        if i % 2 == 0:
            size = (grid.right - grid.edge, row.height)
            canvas.rect((grid.edge, row.top), size, fill=_STRIPE, opacity=0.035)
        _row(canvas, scene, grid, row)
    _bars(canvas, scene, grid)
    _totals(canvas, scene, grid)


def _axis(canvas: Canvas, scene: Scene, grid: Grid, span: tuple[AxisView, float, float]) -> None:
    axis, left, right = span
    high = grid.measure.title + 5
    canvas.rect((left, grid.top), (right - left, grid.bottom - grid.top), fill=mix(axis.fill, 0.07))
    fill = PAPER if axis.hollow else axis.fill
    canvas.rect((left, grid.top - high), (right - left, high), fill=fill, stroke=axis.fill, line=0.8)
    ink = axis.ink if axis.hollow else ink_on(axis.fill)
    mark = scene.axis_marks[axis.id]
    words = f"Axe {mark}" if axis.node else "Sans axe"
    if width(words, grid.measure.title, 700) > right - left - 4:
        words = mark
    place = ((left + right) / 2, grid.top - high / 2 + grid.measure.title * 0.36)
    canvas.text(place, words, grid.measure.title, weight=700, anchor="middle", colour=ink)


def _title(canvas: Canvas, grid: Grid, column: Column) -> None:
    step, size = leading(grid.measure), grid.measure.title
    y = grid.top - grid.measure.title - 9
    x = column.centre - (len(column.title) - 1) / 2 * step + size * 0.3
    for i, words in enumerate(column.title):
        canvas.text((x + i * step, y), words, size, weight=600, colour=column.axis.ink, turn=-TURN)


def _row(canvas: Canvas, scene: Scene, grid: Grid, row: Row) -> None:
    y = row.middle - (len(row.name) - 1) * row.size * 0.575 + row.size * 0.36
    canvas.lines((grid.left - 8, y), row.name, row.size, leading=1.15, anchor="end", weight=700 if row.bold else 400)
    links = {link.target: link for link in scene.by_actor.get(row.bearer.id, [])}
    digits = grid.measure.title if scene.level == "action" else 0.0
    radius = min(grid.pitch * 0.34, row.height * 0.42, max(digits, 8.0) if digits else 9.0)
    for column in grid.columns:
        centre = (column.centre, row.middle)
        if column.target.id in links:
            _mark(canvas, links[column.target.id], centre, radius, column.axis, digits)
        else:
            canvas.circle(centre, 0.6, fill=PALE)


def _mark(canvas: Canvas, link: Link, centre: Point, radius: float, axis: AxisView, digits: float) -> None:
    if link.stated:
        role_mark(canvas, link.role, centre, radius, axis.fill)
        return
    _deduced(canvas, link.role, centre, radius, axis.fill)
    if digits:
        ink = axis.ink if link.role == "partner" else ink_on(axis.fill)
        place = (centre[0], centre[1] + digits * 0.36)
        canvas.text(place, str(link.actions), digits, weight=600, anchor="middle", colour=ink)


def _deduced(canvas: Canvas, role: str, centre: Point, radius: float, colour: str) -> None:
    """The mark of a role that no list states: its edge is dotted, and it is full for a pilot, ringed for both."""
    x, y = centre
    round_ = f"M{x - radius:.2f} {y:.2f}a{radius:.2f} {radius:.2f} 0 1 1 {2 * radius:.2f} 0"
    round_ += f"a{radius:.2f} {radius:.2f} 0 1 1 {-2 * radius:.2f} 0"
    dash = 2 * pi * radius / 16
    canvas.path(round_, fill=PAPER, stroke=colour, line=max(1.2, radius * 0.26), dashes=(dash, dash))
    if role != "partner":
        canvas.circle(centre, radius * (0.62 if role == "both" else 0.8), fill=colour)


def _bars(canvas: Canvas, scene: Scene, grid: Grid) -> None:
    """How many objectives (or actions) each actor has, the part that it pilots in dark."""
    if not grid.rows:
        return
    x, size = grid.right + 12, grid.measure.name
    most = max(row.bearer.count for row in grid.rows)
    unit = (grid.measure.bars - 12 - width(str(most), size) - 8) / most
    for row in grid.rows:
        high = min(row.height * 0.58, size * 1.25)
        y = row.middle - high / 2
        canvas.rect((x, y), (unit * row.bearer.count, high), fill=PALE)
        canvas.rect((x, y), (unit * row.bearer.pilot, high), fill=INK)
        place = (x + unit * row.bearer.count + 4, row.middle + size * 0.36)
        canvas.text(place, str(row.bearer.count), size, colour=GREY)


def _totals(canvas: Canvas, scene: Scene, grid: Grid) -> None:
    """Under the columns: those who have no row, then all actors."""
    size, y = grid.measure.name, grid.bottom + grid.measure.foot * 0.75
    others = {bearer.id for bearer in grid.others}
    if others:
        many = len(others) > 1
        label = f"+ {len(others)} autre{'s' * many} acteur{'s' * many}"
        counts = {c.target.id: sum(k.actor in others for k in _links(scene, c)) for c in grid.columns}
        _figures(canvas, grid, label, counts, y, bold=False)
        y += grid.measure.foot
    totals = {column.target.id: len(_links(scene, column)) for column in grid.columns}
    _figures(canvas, grid, "Tous les acteurs", totals, y, bold=True)
    canvas.rule((grid.edge, y - size), (grid.right, y - size))


def _links(scene: Scene, column: Column) -> list[Link]:
    return scene.by_target.get(column.target.id, [])


def _figures(canvas: Canvas, grid: Grid, label: str, counts: dict[str, int], y: float, *, bold: bool) -> None:
    size = grid.measure.name
    weight: Weight = 700 if bold else 400
    row = wrap(label, size, grid.left - 8 - grid.edge, 1, 700)[0]
    canvas.text((grid.left - 8, y), row, size, anchor="end", weight=weight, colour=INK if bold else GREY)
    for column in grid.columns:
        number = counts[column.target.id]
        if number or bold:
            ink = column.axis.ink if bold else GREY
            canvas.text((column.centre, y), str(number), size, anchor="middle", weight=weight, colour=ink)
