"""Pages of names after a matrix: the actors that have no row, in alphabetical order, with their objectives."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil

from graph.text import fold
from viz.french import NBSP, count
from viz.maps import claims
from viz.maps.scene import Bearer, Scene
from viz.paper.canvas import GREY, INK, Canvas
from viz.paper.sheet import Format, FormatName, Heading, Room, sheet
from viz.paper.type import Weight, width, wrap

_COLUMNS: dict[FormatName, tuple[int, float]] = {"a3": (5, 9.0), "a4": (4, 7.5), "16x9": (5, 9.0)}
"""Columns of a page and size of type."""


MARKS = 6
"""Numbers of objectives after a name; how many more there are is said."""


@dataclass(frozen=True)
class _Entry:
    bearer: Bearer
    rows: list[str]
    height: float


def roster(scene: Scene, page: Format, source: str, others: Sequence[Bearer]) -> list[Canvas]:
    """As many pages as the names of these actors take; none for nobody."""
    if not others:
        return []
    heading = _heading(scene, source, others, (2, 2))
    number, size = _COLUMNS[page.name]
    _, room = sheet(page, heading, [])
    wide = room.width / number - 14
    entries = [_entry(scene, bearer, size, wide) for bearer in sorted(others, key=lambda b: (fold(b.name), b.id))]
    parts = _columns(entries, room.height, number)
    drawn = []
    for i in range(0, len(parts), number):
        told = _heading(scene, source, others, (i // number + 1, ceil(len(parts) / number)))
        canvas, room = sheet(page, told, [])
        _draw(canvas, scene, room, parts[i : i + number], (number, size))
        drawn.append(canvas)
    return drawn


def _heading(scene: Scene, source: str, others: Sequence[Bearer], part: tuple[int, int]) -> Heading:
    single = all(bearer.count == 1 for bearer in others)
    many = len(others) > 1
    one = "une action" if scene.level == "action" else "un objectif"
    who = f"Les {len(others)} autres acteurs" if many else "L’autre acteur"
    if single:
        title = f"{who} n’{'ont' if many else 'a'} chacun qu’{one}" if many else f"{who} n’a qu’{one}"
    else:
        most = max(bearer.count for bearer in others)
        title = f"{who} {'ont' if many else 'a'} au plus {count(most, claims.noun(scene))}{' chacun' * many}"
    words = f"{scene.title}. " * bool(scene.title)
    words += f"Après chaque nom, le numéro de ses objectifs{NBSP}; en gras, ceux qu’il pilote."
    if part[1] > 1:
        words += f" Page {part[0]} sur {part[1]}."
    return Heading(title, words, claims.foot(scene, source))


def _entry(scene: Scene, bearer: Bearer, size: float, wide: float) -> _Entry:
    links = scene.by_actor.get(bearer.id, [])
    room = wide - sum(_badge(scene.marks[link.target], size) for link in links[:MARKS])
    room -= _badge(_left(len(links)), size)
    rows = wrap(bearer.name, size, max(room, wide * 0.5), 3)
    return _Entry(bearer, rows, (len(rows) * 1.16 + 0.38) * size)


def _badge(mark: str, size: float) -> float:
    return width(mark, size, 700) + size * 0.5


def _columns(entries: Sequence[_Entry], height: float, number: int) -> list[list[_Entry]]:
    """Entries in columns, evenly filled on the last page."""
    pages = max(1, ceil(sum(entry.height for entry in entries) / (height * number * 0.97)))
    share = min(height, sum(entry.height for entry in entries) / (pages * number) + entries[0].height * 1.5)
    found: list[list[_Entry]] = [[]]
    y = 0.0
    for entry in entries:
        if found[-1] and y + entry.height > share:
            found.append([])
            y = 0.0
        found[-1].append(entry)
        y += entry.height
    return found


def _draw(
    canvas: Canvas, scene: Scene, room: Room, parts: Sequence[Sequence[_Entry]], style: tuple[int, float]
) -> None:
    number, size = style
    for i, part in enumerate(parts):
        x, y = room.left + i * room.width / number, room.top + size
        for entry in part:
            canvas.lines((x, y), entry.rows, size, leading=1.16, colour=INK)
            end = (x + width(entry.rows[-1], size), y + (len(entry.rows) - 1) * size * 1.16)
            _marks(canvas, scene, entry, end, size)
            y += entry.height


def _marks(canvas: Canvas, scene: Scene, entry: _Entry, at: tuple[float, float], size: float) -> None:
    axes = {axis.id: axis for axis, _ in scene.columns}
    x, y = at
    for link in scene.by_actor.get(entry.bearer.id, [])[:MARKS]:
        mark = scene.marks[link.target]
        ink = axes[scene.view.axis_of[link.target]].ink
        weight: Weight = 400 if link.role == "partner" else 700
        canvas.text((x + size * 0.5, y), mark, size, weight=weight, colour=ink)
        x += _badge(mark, size)
    left = _left(len(scene.by_actor.get(entry.bearer.id, [])))
    canvas.text((x + size * 0.5, y), left, size, colour=GREY)


def _left(links: int) -> str:
    """How many numbers are not written after a name."""
    return f"+{links - MARKS}" if links > MARKS else ""
