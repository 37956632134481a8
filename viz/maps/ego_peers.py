"""Those whom an actor meets: how many targets they share with it, and which, each told by its number."""

from __future__ import annotations

from viz.contrast import ink_on
from viz.french import count
from viz.maps.ego_data import Part, Peer
from viz.maps.ego_layout import Chunk, Sheet, peer_row
from viz.maps.names import fitted
from viz.paper.canvas import GREY, PAPER
from viz.paper.type import width


def peers(sheet: Sheet, chunk: Chunk) -> None:
    """Draw those of one page, and on the last how many have no room."""
    page, room, shown = sheet.page, sheet.room, sheet.shown
    if not shown.peers:
        return
    kept = shown.peers[chunk.start : chunk.stop]
    left, high = sheet.peers_left, peer_row(page)
    more = chunk.last and chunk.stop < len(shown.peers)
    y = room.top + max(0.0, room.height - (len(kept) + 1 + more) * high) / 2
    head = f"Avec qui, et en combien d’{shown.level}s"
    sheet.canvas.text((left, y + page.small * 1.2), head, page.small, weight=600, colour=GREY)
    for peer in kept:
        y += high
        _peer(sheet, peer, y)
    if more:
        rest = shown.peers[chunk.stop :]
        each = "chacun" if rest[0].shared == rest[-1].shared else "au plus"
        words = f"+ {count(len(rest), 'autre acteur', 'autres acteurs')}, {count(rest[0].shared, shown.level)} {each}"
        sheet.canvas.text((left, y + high + page.body), words, page.small, colour=GREY)


def _chip_width(sheet: Sheet) -> float:
    marks = [width(part.mark, sheet.page.small, 700) for part in sheet.shown.parts if part.counted]
    return max([sheet.page.small * 1.1, *marks]) + sheet.page.small * 0.5


def _chips_left(sheet: Sheet) -> float:
    """Where the shared targets begin: after the longest name, or as far right as the targets let it reach."""
    counted = sum(part.counted for part in sheet.shown.parts)
    most = (sheet.room.right - sheet.peers_left) * 0.54
    names = max(width(peer.name, sheet.page.body) for peer in sheet.shown.peers) + sheet.page.body * 4
    return min(sheet.room.right - min(most, counted * (_chip_width(sheet) + 1)), sheet.peers_left + names)


def _peer(sheet: Sheet, peer: Peer, y: float) -> None:
    page, left = sheet.page, sheet.peers_left
    baseline, size = y + page.body * 1.05, page.body
    figure = max(width(str(other.shared), size, 700) for other in sheet.shown.peers)
    sheet.canvas.text((left + figure, baseline), str(peer.shared), size, weight=700, anchor="end")
    name, fits = fitted(peer.name, (size, page.small), _chips_left(sheet) - left - figure - size * 1.2)
    sheet.canvas.text((left + figure + size * 0.6, baseline), name, fits)
    _chips(sheet, peer, y, _chips_left(sheet))


def _chips(sheet: Sheet, peer: Peer, y: float, left: float) -> None:
    """The targets shared, each in its own column where there is room for all, else one after the other."""
    page, shown = sheet.page, sheet.shown
    step, high = _chip_width(sheet) + 1, page.body * 1.36
    parts = [part for part in shown.parts if part.counted]
    mine = [part for part in parts if part.target.id in peer.roles]
    held = int((sheet.room.right - left) / step + 0.01)
    aligned = len(parts) <= held
    told = mine if aligned or len(mine) <= held else mine[: held - 2]
    for i, part in enumerate(told):
        x = left + (parts.index(part) if aligned else i) * step
        _chip(sheet, part, peer.roles[part.target.id] != "partner", (x, y), (step - 1, high))
    if len(told) < len(mine):
        place = (left + len(told) * step + 2, y + page.body * 1.02)
        sheet.canvas.text(place, f"+{len(mine) - len(told)}", page.small, colour=GREY)


def _chip(sheet: Sheet, part: Part, solid: bool, at: tuple[float, float], box: tuple[float, float]) -> None:
    fill, ink = (part.axis.fill, ink_on(part.axis.fill)) if solid else (PAPER, part.axis.ink)
    sheet.canvas.rect(at, box, fill=fill, stroke=part.axis.fill, line=0.9, radius=2)
    size = sheet.page.small
    place = (at[0] + box[0] / 2, at[1] + box[1] / 2 + size * 0.36)
    sheet.canvas.text(place, part.mark, size, weight=700 if solid else 400, anchor="middle", colour=ink)
