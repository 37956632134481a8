"""Where rows and columns of the matrix stand: which objectives a page takes, which actors have a row."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil, cos, radians, sin

from graph.model import Node
from viz.maps.scene import Bearer, Scene
from viz.maps.words import typographic
from viz.paper.sheet import Format, FormatName, Room
from viz.paper.type import width, wrap
from viz.targets import AxisView, title_of

TURN = 60.0
"""Slant of the titles of columns, in degrees."""


@dataclass(frozen=True)
class Measure:
    """Sizes in points: room for names and bars, height of slanted titles, type of names and titles, rows, columns."""

    names: float
    bars: float
    head: float
    name: float
    title: float
    row: tuple[float, float]
    column: tuple[float, float]
    most: int
    """Columns of one page at most."""
    foot: float
    """Height of one row of figures under the matrix."""


MEASURES: dict[FormatName, Measure] = {
    "a3": Measure(212, 118, 122, 9, 8, (12.2, 30), (32, 74), 24, 17),
    "a4": Measure(148, 84, 96, 7.2, 7, (10.6, 24), (24, 60), 22, 12.5),
    "16x9": Measure(200, 104, 98, 10, 9, (15.2, 30), (28, 66), 20, 14.5),
}
Pair = tuple[AxisView, list[Node]]
"""An axis with its targets, or some of them."""
BETWEEN = 7.0
"""Air between two axes."""


@dataclass(frozen=True)
class Column:
    """A target's column: its centre, and its title in slanted rows."""

    target: Node
    axis: AxisView
    centre: float
    title: list[str]


@dataclass(frozen=True)
class Row:
    """An actor's row: its top, height, and name."""

    bearer: Bearer
    top: float
    height: float
    name: list[str]
    size: float
    bold: bool

    @property
    def middle(self) -> float:
        """Half way down."""
        return self.top + self.height / 2


@dataclass(frozen=True)
class Grid:
    """One page of the matrix. `others` have no row.

    Names begin at `edge`, columns run from `left` to `right`, rows from `top` to `bottom`.
    """

    measure: Measure
    columns: list[Column]
    pitch: float
    rows: list[Row]
    others: list[Bearer]
    edge: float
    left: float
    right: float
    top: float
    bottom: float

    def spans(self) -> list[tuple[AxisView, float, float]]:
        """Each axis with the left and right ends of its columns."""
        found: dict[str, tuple[AxisView, float, float]] = {}
        for column in self.columns:
            left, right = column.centre - self.pitch / 2, column.centre + self.pitch / 2
            start = found.get(column.axis.id, (column.axis, left, right))[1]
            found[column.axis.id] = (column.axis, start, right)
        return list(found.values())


def pages(scene: Scene, page: Format) -> list[list[Pair]]:
    """The columns of each page: evenly filled, cut between axes where that takes no more pages."""
    most = MEASURES[page.name].most
    number = max(1, ceil(len(scene.targets) / most))
    groups = [[(axis, [target]) for target in targets] for axis, targets in scene.columns]
    for pieces in (number, number + 1):
        share = ceil(len(scene.targets) / pieces)
        found = _filled(groups, share, most)
        if len(found) <= pieces or len(groups) == 1:
            break
    else:
        found = _filled([[pair] for group in groups for pair in group], ceil(len(scene.targets) / number), most)
    return [_by_axis(part) for part in found]


def _filled(groups: Sequence[list[Pair]], share: int, most: int) -> list[list[Pair]]:
    found: list[list[Pair]] = [[]]
    for group in groups:
        pieces = [group[i : i + most] for i in range(0, len(group), most)]
        for piece in pieces:
            size = len(found[-1])
            # A page takes an axis while that brings it nearer to its share.
            if size and (size + len(piece) > most or size + len(piece) / 2 > share):
                found.append([])
            found[-1] += piece
    return found


def _by_axis(part: Sequence[Pair]) -> list[Pair]:
    found: dict[str, Pair] = {}
    for axis, targets in part:
        found.setdefault(axis.id, (axis, []))[1].extend(targets)
    return list(found.values())


def grid(scene: Scene, page: Format, room: Room, part: Sequence[Pair], most: int | None = None) -> Grid:
    """Rows and columns of one page, composed for its room; `most` rows where given. A small plan is drawn larger."""
    for factor in (1.7, 1.45, 1.2):
        larger = _grid(scene, _scaled(MEASURES[page.name], factor), room, part, most)
        # Nothing is left out, and no column had to be narrower than it likes.
        if not larger.others and larger.pitch >= larger.measure.column[1] * 0.8:
            return larger
    return _grid(scene, MEASURES[page.name], room, part, most)


def _scaled(measure: Measure, factor: float) -> Measure:
    return Measure(
        measure.names * factor,
        measure.bars * factor,
        measure.head * factor,
        measure.name * factor,
        measure.title * factor,
        (measure.row[0] * factor, measure.row[1] * factor),
        (measure.column[0] * factor, measure.column[1] * factor),
        measure.most,
        measure.foot * factor,
    )


def _grid(scene: Scene, measure: Measure, room: Room, part: Sequence[Pair], most: int | None) -> Grid:
    names = _names_width(scene, measure)
    left, right = room.left + names + 8, room.right - measure.bars
    columns = sum(len(targets) for _, targets in part)
    pitch = min((right - left - BETWEEN * (len(part) - 1)) / max(columns, 1), measure.column[1])
    spare = max(0.0, right - left - pitch * columns - BETWEEN * (len(part) - 1))
    left += spare * 0.4
    placed = _columns(scene, measure, part, left, pitch)
    right = left + pitch * columns + BETWEEN * (len(part) - 1)
    top = room.top + measure.head + 2 * measure.title
    foot = measure.foot * 2 + 4
    rows = _rows(scene, measure, names, (top, room.bottom - foot), most)
    shown = {row.bearer.id for row in rows}
    others = [bearer for bearer in scene.bearers if bearer.id not in shown]
    bottom = rows[-1].top + rows[-1].height if rows else top
    return Grid(measure, placed, pitch, rows, others, left - names - 8, left, right, top, bottom)


def _names_width(scene: Scene, measure: Measure) -> float:
    """What the names need, and no more than their room."""
    widest = max((width(bearer.name, measure.name, 700) for bearer in scene.bearers), default=0.0)
    return min(measure.names, max(widest, measure.names * 0.62))


def _columns(scene: Scene, measure: Measure, part: Sequence[Pair], left: float, pitch: float) -> list[Column]:
    x, found = left, []
    for axis, targets in part:
        for target in targets:
            found.append(Column(target, axis, x + pitch / 2, _slanted(scene, measure, target, pitch)))
            x += pitch
        x += BETWEEN
    return found


def leading(measure: Measure) -> float:
    """From one slanted row to the next, along the line on which they stand."""
    return measure.title * 1.2 / sin(radians(TURN))


def _slanted(scene: Scene, measure: Measure, target: Node, pitch: float) -> list[str]:
    lines = max(1, min(3, int(pitch / leading(measure))))
    long = (measure.head - measure.title * (1 + cos(radians(TURN)))) / sin(radians(TURN))
    mark = scene.marks[target.id]
    words = f"{mark}. {typographic(title_of(target))}" if mark != "–" else typographic(title_of(target))
    return wrap(words, measure.title, long, lines, 600)


def _rows(scene: Scene, measure: Measure, names: float, room: tuple[float, float], most: int | None) -> list[Row]:
    """The most engaged actors, as many as have room: down to two objectives, or to one where that shows all."""
    heavy = scene.bearers[0].count * 0.6 if scene.bearers else 0.0
    drawn, y = [], 0.0
    for bearer in scene.bearers[:most]:
        bold = bearer.count >= heavy and bearer.count > 1
        size = measure.name * (1.1 if bold else 1.0)
        name = wrap(bearer.name, size, names, 3, 700 if bold else 400)
        height = max(measure.row[0], len(name) * size * 1.15 + 2)
        if y + height > room[1] - room[0]:
            break
        drawn.append(Row(bearer, y, height, name, size, bold))
        y += height
    return _spread(drawn if most is not None else _cut(scene, drawn), measure, *room)


def _cut(scene: Scene, drawn: list[Row]) -> list[Row]:
    """Rows end between two figures, not between actors who tie, unless that would leave out too many."""
    if len(drawn) == len(scene.bearers) or not drawn:
        return drawn
    following = scene.bearers[len(drawn)].count
    ahead = [row for row in drawn if row.bearer.count > following]
    return ahead if len(ahead) >= len(drawn) * 0.45 else drawn


def _spread(rows: list[Row], measure: Measure, top: float, bottom: float) -> list[Row]:
    """The rows on the page, higher where there is room."""
    used = sum(row.height for row in rows)
    grow = min((bottom - top - used) / max(len(rows), 1), measure.row[1] - measure.row[0])
    found, y = [], top
    for row in rows:
        found.append(Row(row.bearer, y, row.height + grow, row.name, row.size, row.bold))
        y += row.height + grow
    return found
