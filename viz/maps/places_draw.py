"""How places are drawn: a grid of places by axes, kinds of places bracketed, and a last row for what has no place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from viz.contrast import ink_on
from viz.french import count
from viz.maps.names import fitted
from viz.maps.places_data import Cell, Row, Territory
from viz.paper.canvas import GREY, INK, RULE, Canvas
from viz.paper.sheet import Format, Room
from viz.paper.type import width, wrap
from viz.style import SLATE, mix
from viz.targets import AxisView

_LINES = 3
_TOTAL = 4.6
"""Width of a column of totals, for a size of 1."""
_KINDS = {"": "Nature non précisée"}


@dataclass(frozen=True)
class _Grid:
    """Measures of a page: columns from `left`, rows from `top`, and the column of totals at the right."""

    page: Format
    room: Room
    axes: list[AxisView]
    top: float
    high: float

    @property
    def left(self) -> float:
        return self.room.left + self.page.small * 9 + self.page.body * 15

    @property
    def wide(self) -> float:
        return (self.room.right - self.page.body * 9.5 - self.left) / max(1, len(self.axes))

    def column(self, rank: int) -> float:
        return self.left + rank * self.wide


def _head(page: Format) -> float:
    return page.small * (1.28 * _LINES) + page.body * 2.4


def held(page: Format, room: Room, told: Territory) -> int:
    """How many places a page holds, besides the row of what has none."""
    kinds = len({row.kind for row in told.rows})
    free = room.height - _head(page) - page.body * 3.2 - kinds * page.small * 0.6
    return max(1, int(free / (page.body * 1.7)))


def draw(canvas: Canvas, page: Format, room: Room, told: Territory, rows: Sequence[Row]) -> None:
    """One page of places."""
    kinds = len({row.kind for row in rows})
    free = room.height - _head(page) - page.body * 3.2 - kinds * page.small * 0.6
    high = min(page.body * 2.7, free / len(rows))
    grid = _Grid(page, room, told.scene.view.axes, room.top + _head(page), high)
    _heads(canvas, grid, told)
    y = grid.top
    for kind, same in groupby(rows, key=lambda row: row.kind):
        members = list(same)
        _bracket(canvas, grid, kind, y, len(members) * high)
        for row in members:
            _row(canvas, grid, row, y)
            y += high
        y += page.small * 0.6
    _nowhere(canvas, grid, told, y + page.body * 0.6)


def _heads(canvas: Canvas, grid: _Grid, told: Territory) -> None:
    page, size = grid.page, grid.page.small
    for rank, axis in enumerate(grid.axes):
        x = grid.column(rank)
        rows = wrap(told.axis_label(axis), size, grid.wide - size, _LINES, 600)
        top = grid.top - page.body * 1.2 - (len(rows) - 1) * size * 1.28
        canvas.lines((x + 2, top), rows, size, weight=600, colour=axis.ink)
        canvas.rect((x + 1, grid.top - page.body * 0.65), (grid.wide - 3, page.body * 0.4), fill=axis.fill)
    right = grid.room.right
    for x, words in ((right, "Objectifs"), (right - _TOTAL * page.body, "Actions")):
        canvas.text((x, grid.top - page.body * 1.2), words, size, weight=600, anchor="end", colour=GREY)


def _bracket(canvas: Canvas, grid: _Grid, kind: str, y: float, high: float) -> None:
    size, x = grid.page.small, grid.room.left + grid.page.small * 8.6
    canvas.rule((x, y + 1.5), (x, y + high - 1.5), colour=SLATE[0], line=2.0)
    lines = max(1, min(3, int(high / (size * 1.28))))
    label = _KINDS.get(kind) or kind[0].upper() + kind[1:]
    rows = wrap(label, size, size * 8, lines, 600)
    top = y + high / 2 - (len(rows) - 1) * size * 0.64 + size * 0.36
    canvas.lines((x - size * 0.5, top), rows, size, weight=600, anchor="end", colour=GREY)


def _row(canvas: Canvas, grid: _Grid, row: Row, y: float) -> None:
    page, middle = grid.page, y + grid.high / 2
    left = grid.room.left + page.small * 9
    canvas.rule((left, y + grid.high), (grid.room.right, y + grid.high), line=0.5)
    room = grid.left - left - page.body
    if grid.high >= page.small * 2.7 and width(row.name, page.small) > room:
        size, rows = page.small, wrap(row.name, page.small, room, 2)
    else:
        name, size = fitted(row.name, (page.body, page.small), room)
        rows = [name]
    canvas.lines((left + 3, middle - (len(rows) - 1) * size * 0.64 + size * 0.36), rows, size)
    for rank, axis in enumerate(grid.axes):
        cell = row.cells.get(axis.id)
        if cell:
            _cell(canvas, grid, axis, cell, (grid.column(rank), y), len(cell.actions))
        else:
            canvas.circle((grid.column(rank) + page.body, middle), 0.9, fill=RULE)
    baseline, right = middle + page.body * 0.36, grid.room.right
    canvas.text((right, baseline), str(row.objectives), page.body, anchor="end")
    canvas.text((right - _TOTAL * page.body, baseline), str(row.actions), page.body, weight=700, anchor="end")


def _cell(canvas: Canvas, grid: _Grid, axis: AxisView, cell: Cell, at: tuple[float, float], number: int) -> None:
    page, (x, y) = grid.page, at
    size, side = page.body, min(grid.high - 3, page.body * 1.9)
    fill = axis.fill if number else mix(axis.fill, 0.18)
    wide = max(side, width(str(number), size, 700) + size * 0.8)
    canvas.rect((x + 2, y + (grid.high - side) / 2), (wide, side), fill=fill, radius=3)
    middle = y + grid.high / 2
    place = (x + 2 + wide / 2, middle + size * 0.36)
    canvas.text(place, str(number), size, weight=700, anchor="middle", colour=ink_on(fill))
    _objectives(canvas, grid, cell, (x + 2 + wide + size * 0.5, middle), grid.wide - wide - size * 1.2)


def _objectives(canvas: Canvas, grid: _Grid, cell: Cell, at: tuple[float, float], room: float) -> None:
    """The marks of the objectives where they fit, else how many they are, else nothing: the table has them."""
    size = grid.page.small
    tries = [f"obj. {', '.join(cell.objectives)}", ", ".join(cell.objectives), count(len(cell.objectives), "objectif"),
             f"{len(cell.objectives)} obj."]  # fmt: skip
    words = next((words for words in tries if width(words, size) <= room), "")
    if cell.objectives:
        canvas.text((at[0], at[1] + size * 0.36), words, size, colour=INK)


def _nowhere(canvas: Canvas, grid: _Grid, told: Territory, y: float) -> None:
    """The last row: of the actions of each axis, those that no sentence locates."""
    page, size = grid.page, grid.page.body
    high = page.body * 2.0
    canvas.rect((grid.room.left, y), (grid.room.width, high), fill="#F3F5F8", radius=3)
    baseline = y + high / 2 + size * 0.36
    canvas.text((grid.room.left + size * 0.6, baseline), "Actions sans lieu écrit", size, weight=600)
    for rank, axis in enumerate(grid.axes):
        number = len(told.nowhere[axis.id].actions) if axis.id in told.nowhere else 0
        figure = str(number)
        x = grid.column(rank) + 4
        canvas.text((x, baseline), figure, size, weight=700, colour=axis.ink)
        whole = f"sur {told.actions[axis.id]}"
        if width(figure, size, 700) + width(whole, page.small) + size < grid.wide:
            canvas.text((x + width(figure, size, 700) + size * 0.4, baseline), whole, page.small, colour=GREY)
    words = f"{told.without} sur {told.total}"
    fits = size if width(words, size, 700) < size * 6.2 else page.small
    canvas.text((grid.room.right - 3, baseline), words, fits, weight=700, anchor="end")
