"""How the map of one actor is drawn: its card, lines to its targets by axis, and those it meets there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from graph.schema import ACTOR_KINDS
from viz.contrast import ink_on
from viz.french import count
from viz.maps.ego_data import Ego, Part
from viz.maps.ego_layout import Chunk, Fit, Sheet
from viz.maps.ego_peers import peers
from viz.maps.words import typographic
from viz.paper.canvas import GREY, INK, PAPER
from viz.paper.marks import DASHES, mark
from viz.paper.type import largest, width, wrap
from viz.style import SLATE, mix, shapes
from viz.targets import AxisView, title_of

Purse = Sequence[tuple[str, list[str]]]
_THICK = {"pilot": 2.6, "both": 2.6, "partner": 1.2}


def draw(sheet: Sheet, chunk: Chunk, lines: Purse, *, first: bool) -> None:
    """One page."""
    ends = list(_boxes(sheet, chunk))
    middle = (sheet.room.top + sheet.room.bottom) / 2
    height = _card_height(sheet, lines)
    for part, y in ends:
        _line(sheet, part, y, middle, height)
    _card(sheet, lines, middle, height)
    peers(sheet, chunk)


# -- targets -----------------------------------------------------------------------------------------------------------


def _boxes(sheet: Sheet, chunk: Chunk) -> Iterator[tuple[Part, float]]:
    page, room, fit = sheet.page, sheet.room, chunk.fit
    y = room.top + max(0.0, room.height - fit.height(chunk.parts, page)) / 2
    for axis, parts in groupby(chunk.parts, key=lambda part: part.axis):
        label = wrap(_axis(sheet, axis), page.small, sheet.edges[2] - sheet.edges[1], 1, 600)
        y += page.small * fit.free
        sheet.canvas.lines((sheet.edges[1], y + page.small * 0.9), label, page.small, weight=600, colour=axis.ink)
        y += page.small * 1.3
        for part in parts:
            _target(sheet, part, y, fit)
            yield part, y + fit.box / 2
            y += fit.box + fit.gap


def _axis(sheet: Sheet, axis: AxisView) -> str:
    scene = sheet.shown.scene
    return scene.axis_label(axis) if axis.id in scene.axis_marks else typographic(axis.label)


def _target(sheet: Sheet, part: Part, y: float, fit: Fit) -> None:
    (_, left, right), axis, size = sheet.edges, part.axis, fit.size
    badge = max(size * 2.4, width(part.mark, size, 700) + size * 0.8)
    pale = PAPER if axis.hollow else mix(axis.fill, 0.1)
    sheet.canvas.rect((left, y), (right - left, fit.box), fill=pale, stroke=axis.fill, radius=3)
    sheet.canvas.rect((left, y), (badge, fit.box), fill=axis.fill, radius=3)
    baseline = y + fit.box / 2 + size * 0.36
    ink = ink_on(axis.fill)
    sheet.canvas.text((left + badge / 2, baseline), part.mark, size, weight=700, anchor="middle", colour=ink)
    note = count(part.mentions, "mention")
    sheet.canvas.text((right - size * 0.6, baseline), note, sheet.page.small, anchor="end", colour=GREY)
    room = right - left - badge - size * 1.8 - width(note, sheet.page.small)
    rows = wrap(typographic(title_of(part.target)), size, room, fit.lines, 600)
    top = y + fit.box / 2 - len(rows) * size * 0.64 + size * 0.98
    sheet.canvas.lines((left + badge + size * 0.6, top), rows, size, weight=600)


def _line(sheet: Sheet, part: Part, y: float, middle: float, height: float) -> None:
    start, end = sheet.edges[0], sheet.edges[1]
    room = sheet.room
    leave = middle + (y - (room.top + room.bottom) / 2) / max(1.0, room.height) * height * 0.8
    bend = (start + end) / 2
    kind = "deduced-line" if not part.counted else "partner-line" if part.role == "partner" else "pilot-line"
    steps = f"M{start:.1f} {leave:.1f}C{bend:.1f} {leave:.1f} {bend:.1f} {y:.1f} {end:.1f} {y:.1f}"
    sheet.canvas.path(steps, stroke=part.axis.fill, line=_THICK[part.role], dashes=DASHES[kind])


# -- the actor ---------------------------------------------------------------------------------------------------------


def _card_rows(sheet: Sheet, lines: Purse) -> list[tuple[str, float, int, str]]:
    """Words, size, weight and colour of each row of the card."""
    page, room = sheet.page, sheet.edges[0] - sheet.room.left - sheet.page.body * 1.4
    name = typographic(sheet.shown.actor.name)
    size = largest(name, (page.title[-1] * 1.1, page.body * 1.4, page.body * 1.15), room, 4, 700)
    rows = [(row, size, 700, INK) for row in wrap(name, size, room, 5, 700)]
    rows += [(row, page.small, 400, GREY) for row in wrap(_kind(sheet), page.small, room, 2)]
    for words in _figures(sheet.shown):
        rows += [(row, page.body, 600, INK) for row in wrap(words, page.body, room, 2, 600)]
    for head, told in lines:
        rows.append((head, page.small, 600, INK))
        rows += [(row, page.small, 400, INK) for words in told[:6] for row in wrap(words, page.small, room, 3)]
        if len(told) > 6:
            rows.append((f"+ {count(len(told) - 6, 'autre ligne', 'autres lignes')}", page.small, 400, GREY))
    return rows


def _kind(sheet: Sheet) -> str:
    kind = str(sheet.shown.actor.properties.get("kind") or "")
    french = {known.name: known.french for known in ACTOR_KINDS}.get(kind, kind) or "type non précisé"
    return f"{french}, nom générique" if sheet.shown.actor.properties.get("generic") else french


def _figures(shown: Ego) -> list[str]:
    noun, helped = shown.level, shown.count - shown.pilot
    said = [f"{count(shown.pilot, noun)} en pilote"] if shown.pilot else []
    return said + ([f"{count(helped, noun)} en partenaire"] if helped else [])


def _card_height(sheet: Sheet, lines: Purse) -> float:
    return sum(size * 1.3 for _, size, _, _ in _card_rows(sheet, lines)) + sheet.page.body * 4.2


def _card(sheet: Sheet, lines: Purse, middle: float, height: float) -> None:
    left, right, size = sheet.room.left, sheet.edges[0], sheet.page.body
    top = middle - height / 2
    sheet.canvas.rect((left, top), (right - left, height), fill="#F3F5F8", stroke=SLATE[0], line=1.4, radius=5)
    kind = str(sheet.shown.actor.properties.get("kind") or "")
    shape, (fill, edge) = shapes([kind])[kind]
    mark(sheet.canvas, shape, (left + size * 1.8, top + size * 1.8), size * 0.8, fill=fill, stroke=edge)
    y = top + size * 3.2
    for words, high, weight, colour in _card_rows(sheet, lines):
        sheet.canvas.text((left + size * 0.7, y + high * 0.9), words, high, weight=weight, colour=colour)  # type: ignore[arg-type]
        y += high * 1.3
