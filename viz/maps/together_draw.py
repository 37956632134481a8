"""How a half matrix is drawn: names on its stairs, read to the left and downwards; the busiest pairs in its corner."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby

from graph.schema import ACTOR_KINDS
from viz.contrast import ink_on
from viz.french import count
from viz.maps.meetings import Meetings
from viz.maps.names import fitted, one_line
from viz.paper.canvas import GREY, INK, PAPER, RULE, Canvas
from viz.paper.marks import mark
from viz.paper.sheet import Format, Room
from viz.paper.type import width, wrap
from viz.style import SLATE, mix, shapes

_MOST = {"a3": 34, "a4": 26, "16x9": 19}
_LARGEST_CELL = 3.6
_KINDS = {kind.name: kind.french for kind in ACTOR_KINDS}
_RANKS = {kind.name: rank for rank, kind in enumerate(ACTOR_KINDS)}


@dataclass(frozen=True)
class Grid:
    """The actors drawn, by kind; the side of a cell, the corner of the matrix, and the highest number in it."""

    actors: list[str]
    cell: float
    left: float
    top: float
    most: int
    kin: bool

    def at(self, column: int, row: int) -> tuple[float, float]:
        """The top left corner of a cell."""
        return self.left + column * self.cell, self.top + row * self.cell


def grid(met: Meetings, page: Format, room: Room, actors: list[str] | None = None) -> Grid:
    """Choose who is drawn, and how large."""
    kept = met.order[: _MOST[page.name]] if actors is None else actors
    kept = sorted(kept, key=lambda id_: (_RANKS.get(met.kinds[id_], len(_RANKS)), met.kinds[id_], met.order.index(id_)))
    brackets, names = page.small * 15, page.body * 15
    side = min(room.height - page.small, room.width - brackets - names)
    cell = min(side / max(1, len(kept)), page.body * _LARGEST_CELL)
    pairs = [(a, b) for i, a in enumerate(kept) for b in kept[:i]]
    most = max((met.between(a, b) for a, b in pairs if not met.related(a, b)), default=0)
    kin = any(met.related(a, b) and met.between(a, b) for a, b in pairs)
    return Grid(kept, cell, room.left + brackets, room.top + page.small * 0.5, most, kin)


def shade(number: int, most: int) -> str:
    """The fill of a cell: the darker, the nearer to the highest number."""
    return mix(SLATE[1], 0.16 + 0.84 * min(1.0, number / max(1, most)))


def draw(canvas: Canvas, page: Format, room: Room, met: Meetings, shown: Grid) -> None:
    """The matrix, its names and brackets, and the pairs in its corner."""
    top = set(met.top())
    for row, one in enumerate(shown.actors):
        for column, other in enumerate(shown.actors[:row]):
            strong = (min(one, other), max(one, other)) in top
            _cell(canvas, page, met, shown, (column, row), one, other, strong=strong)
        _name(canvas, page, room, met, shown, row)
    _brackets(canvas, page, room, met, shown)
    _pairs(canvas, page, room, met, shown)


def _cell(
    canvas: Canvas, page: Format, met: Meetings, shown: Grid, at: tuple[int, int], one: str, other: str, *, strong: bool
) -> None:
    (x, y), side = shown.at(*at), shown.cell
    number = met.between(one, other)
    if not number:
        canvas.rect((x + 0.5, y + 0.5), (side - 1, side - 1), fill="#F3F5F8")
        return
    kin = met.related(one, other)
    fill = shade(number, shown.most)
    box = (x + 0.5, y + 0.5), (side - 1, side - 1)
    canvas.rect(
        *box, fill=canvas.hatching(mix(SLATE[0], 0.4)) if kin else fill, stroke=INK if strong else "none", line=1.6
    )
    size = min(page.body, side * 0.62)
    size = max(size, page.small)
    middle = (x + side / 2, y + side / 2 + size * 0.36)
    if kin:
        wide = width(str(number), size) + size * 0.4
        canvas.rect((middle[0] - wide / 2, middle[1] - size * 0.85), (wide, size * 1.05), fill=PAPER)
    ink = INK if kin else ink_on(fill)
    canvas.text(middle, str(number), size, weight=700 if strong else 400, anchor="middle", colour=ink)


def _name(canvas: Canvas, page: Format, room: Room, met: Meetings, shown: Grid, row: int) -> None:
    id_, (x, y), side = shown.actors[row], shown.at(row, row), shown.cell
    shape, (fill, edge) = shapes([met.kinds[id_]])[met.kinds[id_]]
    radius = min(side * 0.3, page.small * 0.55)
    mark(canvas, shape, (x + side / 2, y + side / 2), radius, fill=fill, stroke=edge)
    words = f"{met.names[id_]} · {met.reach[id_]}"
    size = page.body if side >= page.body * 1.3 else page.small
    wide = room.right - x - side - size * 0.5
    if width(words, size) > wide:
        size = page.small
    figure = f" · {met.reach[id_]}"
    name = one_line(met.names[id_], size, wide - width(figure, size))
    canvas.text((x + side + size * 0.3, y + side / 2 + size * 0.36), f"{name}{figure}", size)


def _brackets(canvas: Canvas, page: Format, room: Room, met: Meetings, shown: Grid) -> None:
    row = 0
    for kind, actors in groupby(shown.actors, key=lambda id_: met.kinds[id_]):
        number = len(list(actors))
        top, high, x = shown.top + row * shown.cell, number * shown.cell, shown.left - page.small * 0.6
        canvas.rule((x, top + 1.5), (x, top + high - 1.5), colour=SLATE[0], line=2.0)
        lines = max(1, int(high / (page.small * 1.28)))
        label = _KINDS.get(kind, kind) or "Type non précisé"
        rows = wrap(label, page.small, x - room.left - page.small * 0.5, min(lines, 3), 600)
        y = top + high / 2 - (len(rows) - 1) * page.small * 0.64 + page.small * 0.36
        canvas.lines((x - page.small * 0.5, y), rows, page.small, weight=600, anchor="end", colour=GREY)
        if row:
            canvas.rule((shown.left, top), (shown.left + row * shown.cell, top), colour=SLATE[0], line=0.7)
            left = shown.left + row * shown.cell
            canvas.rule((left, top), (left, shown.top + len(shown.actors) * shown.cell), colour=SLATE[0], line=0.7)
        row += number


def _pairs(canvas: Canvas, page: Format, room: Room, met: Meetings, shown: Grid) -> None:
    """The busiest pairs in words, where no name stands."""
    ranked = met.ranked()
    wide, high = room.width * 0.36, page.body * 1.55
    left = room.right - wide
    free = _free(page, met, shown, left) - room.top
    fits = min(10, int((free - page.small * 2) / high), len(ranked))
    if fits < 2:
        return
    y = room.top + page.small
    canvas.text((left, y), f"Les {fits} premières paires, en {met.scene.level}s", page.small, weight=600, colour=GREY)
    edge = left + width("888", page.body, 700)
    for pair in ranked[:fits]:
        y += high
        canvas.rule((left, y - high * 0.72), (room.right, y - high * 0.72), colour=RULE, line=0.5)
        canvas.text((edge, y), str(len(met.shared[pair])), page.body, weight=700, anchor="end")
        words = " – ".join(met.names[id_] for id_ in sorted(pair, key=met.order.index))
        told, size = fitted(words, (page.body, page.small), room.right - edge - page.body)
        canvas.text((edge + page.body * 0.7, y), told, size)
    _more(canvas, page, met, ranked, fits, (left, y + high))


def _more(
    canvas: Canvas, page: Format, met: Meetings, ranked: list[tuple[str, str]], fits: int, at: tuple[float, float]
) -> None:
    if len(ranked) > fits and len(met.shared[ranked[fits]]) == len(met.shared[ranked[fits - 1]]):
        equal = sum(len(met.shared[pair]) == len(met.shared[ranked[fits]]) for pair in ranked[fits:])
        canvas.text(
            at, f"+ {count(equal, 'autre paire', 'autres paires')} à égalité avec la dernière", page.small, colour=GREY
        )


def _free(page: Format, met: Meetings, shown: Grid, left: float) -> float:
    """The y down to which nothing of the matrix reaches `left`, with two lines to spare."""
    for row, id_ in enumerate(shown.actors):
        x, y = shown.at(row + 1, row)
        if x + width(f"{met.names[id_]} · {met.reach[id_]}", page.body) + page.body * 2 > left:
            return y - page.body * 2.2
    return shown.top + max(6, len(shown.actors)) * shown.cell
