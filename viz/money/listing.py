"""Money that cannot be drawn to scale: sentences at the foot of the map, or a page of its own."""

from __future__ import annotations

from collections.abc import Sequence

from graph.model import Relationship
from viz.french import NBSP, count
from viz.money.flows import Money
from viz.money.words import Names, Note, amount_words, envelope_name
from viz.paper.canvas import GREY, RULE, Canvas
from viz.paper.sheet import Format, Room
from viz.paper.type import width, wrap


def foot(canvas: Canvas, page: Format, room: Room, notes: Sequence[Note]) -> Room:
    """Write the notes at the bottom of a room, shortened to two lines each; what is left above them."""
    rows = [row for note in notes for row in fitted(note, page.small, room.width, 2)]
    leading = page.small * 1.32
    top = room.bottom - len(rows) * leading
    canvas.lines((room.left, top + page.small), rows, page.small, leading=1.32, colour=GREY)
    return Room(room.left, room.top, room.right, top - page.small * 0.9 if rows else room.bottom)


def fitted(note: Note, size: float, room: float, lines: int) -> list[str]:
    """A note in so many lines; the items that have no room are counted."""
    for kept in range(len(note.items), -1, -1):
        rows = wrap(note.words(kept), size, room, lines)
        if not rows[-1].endswith("…"):
            return rows
    return wrap(f"{note.head}{NBSP}: {count(len(note.items), 'ligne')}.", size, room, lines)


def draw(canvas: Canvas, page: Format, room: Room, money: Money, names: Names) -> None:
    """One row a source: its amount, its name, what it is about; the last row counts those that have no room."""
    ties = [*money.national, *money.aside, *money.without_amount]
    tall = min(page.body * 6.0, max(page.body * 3.4, room.height / max(1, len(ties))))
    fits = int((room.height - page.body) / tall)
    kept = ties if len(ties) <= fits else ties[: max(0, fits - 1)]
    for i, tie in enumerate(kept):
        _row(canvas, page, room, room.top + i * tall, tie, names, tall)
    if len(kept) < len(ties):
        more = (
            f"+ {count(len(ties) - len(kept), 'autre financement cité', 'autres financements cités')}, dans le tableau"
        )
        canvas.text((room.left, room.top + len(kept) * tall + page.body * 1.6), more, page.body, colour=GREY)


def _row(canvas: Canvas, page: Format, room: Room, y: float, tie: Relationship, names: Names, tall: float) -> None:
    big, size = page.title[0], page.body
    edge = room.left + width("88 888 M€", big, 700)
    canvas.rule((room.left, y), (room.right, y), colour=RULE)
    national = tie.properties.get("scope") == "national"
    words, amount_size = amount_words(tie), big if tie.properties.get("amount") is not None else size
    canvas.text((edge, y + tall * 0.5), words, amount_size, weight=700, anchor="end")
    if national:
        canvas.text((edge, y + tall * 0.5 + size * 1.3), "pour tout le pays", page.small, anchor="end", colour=GREY)
    x, wide = edge + size * 2, room.right - edge - size * 2
    name = wrap(envelope_name(tie, names), size * 1.15, wide, 1, 600)
    canvas.lines((x, y + tall * 0.36), name, size * 1.15, weight=600)
    canvas.lines(
        (x, y + tall * 0.36 + size * 1.45), wrap(f"À propos de{NBSP}: {names.target(tie.end)}", size, wide, 1), size
    )
