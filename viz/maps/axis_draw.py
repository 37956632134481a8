"""Drawing a sheet of an axis: key figures, heads of columns, and a row an objective."""

from __future__ import annotations

from collections.abc import Sequence

from viz.contrast import ink_on
from viz.maps.axis_content import Content
from viz.maps.axis_layout import COLUMNS, MEASURES, Line, edges
from viz.paper.canvas import GREY, INK, PAPER, RULE, Canvas, Point
from viz.paper.marks import mark
from viz.paper.sheet import FormatName, Room
from viz.paper.type import width
from viz.style import mix
from viz.targets import AxisView


def key_figures(content: Content) -> list[tuple[int, str]]:
    """The figures at the top of a sheet, each with its noun in the number that it takes."""
    tools = {tool for row in content.rows for tool in row.tools}
    places = {place for row in content.rows for place in row.places}
    objectives = sum(row.target.label == "Objective" for row in content.rows)
    told = [(objectives, "objectif"), (content.actions, "action"), (content.pilots, "pilote")]
    told += [(content.actors, "acteur"), (len(tools), "outil"), (len(places), "lieu")]
    return [(number, _plural(noun, number)) for number, noun in told]


def _plural(noun: str, number: int) -> str:
    return noun if number < 2 else noun + ("x" if noun == "lieu" else "s")


def figures_height(name: FormatName) -> float:
    """What the key figures take up."""
    return MEASURES[name].figure * 1.55


def heads_height(name: FormatName) -> float:
    """What the heads of the columns take up."""
    return MEASURES[name].words * 2.1


def draw(canvas: Canvas, content: Content, name: FormatName, room: Room, part: Sequence[Line]) -> None:
    """One page: figures, heads, and these lines, airy where there is room."""
    _figures(canvas, content, name, room)
    top = room.top + figures_height(name)
    at = edges(name, room.left, room.width)
    _heads(canvas, content.axis, name, at, top)
    y = top + heads_height(name)
    free = room.bottom - y - sum(line.height for line in part)
    air = max(0.0, min(free / len(part), MEASURES[name].words * 5)) if part else 0.0
    most = max((row.actions for row in content.rows), default=1)
    for i, line in enumerate(part):
        high = line.height + air
        if i % 2 == 0:
            canvas.rect((at[0], y), (at[-1] - at[0], high), fill=mix(content.axis.fill, 0.05))
        _line(canvas, content.axis, name, (line, y, high), at, most)
        y += high
        canvas.rule((at[0], y), (at[-1], y), colour=RULE, line=0.6)


def _figures(canvas: Canvas, content: Content, name: FormatName, room: Room) -> None:
    measure = MEASURES[name]
    x, y = room.left, room.top + measure.figure * 0.85
    for number, noun in key_figures(content):
        canvas.text((x, y), str(number), measure.figure, weight=700, colour=content.axis.ink)
        x += width(str(number), measure.figure, 700) + measure.words * 0.5
        canvas.text((x, y), noun, measure.words * 1.15, colour=GREY)
        x += width(noun, measure.words * 1.15) + measure.figure * 1.1


def _heads(canvas: Canvas, axis: AxisView, name: FormatName, at: list[float], top: float) -> None:
    size, high = MEASURES[name].words, heads_height(name)
    fill = PAPER if axis.hollow else axis.fill
    canvas.rect((at[0], top), (at[-1] - at[0], high), fill=fill, stroke=axis.fill, line=0.8)
    ink = axis.ink if axis.hollow else ink_on(axis.fill)
    titles = ["Objectif", *(head.title for head in COLUMNS[name])]
    for x, words in zip(at, titles, strict=False):
        canvas.text((x + 6, top + high / 2 + size * 0.36), words, size, weight=700, colour=ink)


def _line(
    canvas: Canvas, axis: AxisView, name: FormatName, place: tuple[Line, float, float], at: list[float], most: int
) -> None:
    line, y, high = place
    measure = MEASURES[name]
    size = measure.words
    canvas.rect((at[0], y), (measure.tab, high), fill=PAPER if axis.hollow else axis.fill, stroke=axis.fill, line=0.8)
    number, large = line.row.mark, measure.title * 1.5
    while width(number, large, 700) > measure.tab - 6 and large > size:
        large -= 0.5
    ink = axis.ink if axis.hollow else ink_on(axis.fill)
    canvas.text(
        (at[0] + measure.tab / 2, y + high / 2 + large * 0.36), number, large, weight=700, anchor="middle", colour=ink
    )
    base = y + size * 0.75
    _title(canvas, name, line, (at[0] + measure.tab + 8, base))
    for head, cell, x in zip(COLUMNS[name], line.cells[1:], at[1:], strict=False):
        top = base + size * 0.95
        if head.title == "Actions":
            _bar(canvas, axis, line, (x + 6, base), (head.share * (at[-1] - at[0]) - 16) / max(most, 1), size)
            top += size * 1.5
        bold = head.title == "Pilotes" and bool(line.row.pilots)
        canvas.lines((x + 6, top), cell, size, weight=600 if bold else 400, colour=INK if bold else "#33404D")


def _title(canvas: Canvas, name: FormatName, line: Line, at: Point) -> None:
    measure = MEASURES[name]
    y = canvas.lines((at[0], at[1] + measure.title * 0.85), line.cells[0], measure.title, leading=1.22, weight=600)
    size = measure.words
    y += 2
    if line.notes:
        mark(canvas, "triangle", (at[0] + size * 0.5, y - size * 0.35), size * 0.42, fill=INK, stroke=INK)
    canvas.lines((at[0] + size * 1.5, y), line.notes, size, weight=600, colour="#8A1C1A")


def _bar(canvas: Canvas, axis: AxisView, line: Line, at: Point, unit: float, size: float) -> None:
    """Actions by state: full, hatched for those to come, hollow for those whose state is not given."""
    x, y = at
    fills = (axis.fill, canvas.hatching(axis.fill), PAPER)
    for fill, number in zip(fills, line.row.states.values(), strict=True):
        if number:
            canvas.rect((x, y + 1), (number * unit, size * 0.85), fill=fill, stroke=axis.fill, line=0.8)
            x += number * unit
