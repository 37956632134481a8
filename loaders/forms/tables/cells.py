"""Cells of tables that hold several things: lines, names, places."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from graph.text import fold
from loaders.cells import Cell, Row, printed_lines
from loaders.forms.tables.columns import Header
from loaders.forms.tables.labels import Role
from loaders.forms.tables.payers import is_body
from loaders.lines import Line
from loaders.words.names import is_service
from loaders.words.split import split_outside

_SPREAD = (Role.PILOTS, Role.SERVICES, Role.PARTNERS, Role.STATUS, Role.START, Role.END, Role.SCHEDULE, Role.PLACE)
_BREAK = "⏎"
_EVERYWHERE = re.compile(
    r"(?:tou(?:s|tes?|t)|ensemble|l'ensemble|chaque|plusieurs|divers|autres?)\b|\d+ (?:qpv|quartiers?|communes?)\b"
    r"|(?:ville|commune|agglo(?:meration)?|territoire|intercommunal\w*|hors|inter|qpv|quartiers?(?: prioritaires?)?)"
    r"(?: (?:entiere?|prioritaires?|qpv|complet))*$"
)
_SITE = re.compile(
    r"^(?:(?P<qpv>(?:QPV|[Qq]uartiers? prioritaires?))|[Qq]uartiers?|[Cc]ommunes?|[Ss]ecteurs?)\s*:?\s*"
    r"(?:de la |de l['’]|du |des |de |d['’])?(?=[A-ZÀ-Þ])"
)
_TWO_COLONS = re.compile(r"(:[^:,;]*?)\s*:([^:,;]*)")
_DASH, _PARTED = re.compile(r"\s[–—-]\s"), re.compile(r"[,;:/|\d]")
_LONGEST_SITE, _LONGEST_NAME = 60, 6


def with_breaks(rows: Sequence[Row]) -> list[Row]:
    """Rows in which "⏎", as some tools write a line break, is one."""
    return [_broken(row) if any(_BREAK in cell for cell in row.cells) else row for row in rows]


def _broken(row: Row) -> Row:
    return replace(row, cells=tuple(_cell(cell) if _BREAK in cell else cell for cell in row.cells))


def _cell(cell: str) -> str:
    printed = [line for line in (" ".join(line.split()) for line in re.split(rf"{_BREAK}|\n", str(cell))) if line]
    return Cell(" ".join(printed), "\n".join(printed)) if len(printed) > 1 else " ".join(printed)


def unmerged(rows: Sequence[Row], header: Header) -> list[Row]:
    """Rows in which a cell of names, dates or a status that is merged over several actions is said of each.

    Money is not: one sum would count as many times. Headings are not: they stay open by themselves.
    """
    spread = set(header.positions(*_SPREAD))
    return [_unmerged(row, spread) if row.covered else row for row in rows]


def _unmerged(row: Row, spread: set[int]) -> Row:
    over = {
        place: words
        for place, words in row.covered
        if place in spread and not row.cell(place) and not _goes_across(row, place, words)
    }
    if not over:
        return row
    width = max(len(row.cells), max(over) + 1)
    return replace(row, cells=tuple(row.cell(place) or over.get(place, "") for place in range(width)))


def _goes_across(row: Row, place: int, words: str) -> bool:
    """True where a merged cell begins in this very row, on the left: a banner is said of no column."""
    first = next((at for at in range(place - 1, -1, -1) if row.cell(at) or row.over(at) != words), -1)
    return row.cell(first) == words


def actor_lines(row: Row, cell: str) -> list[Line]:
    """A cell that lists names as lines; names that only dashes part are parted by commas."""
    return [replace(line, raw=_undashed(line.raw)) for line in lines_of(row, cell)]


def _undashed(text: str) -> str:
    """ "ANAH – ADIL" as "ANAH, ADIL"; "Ville – Direction de l'habitat" is one name, with its service."""
    pieces = [piece.strip() for piece in _DASH.split(text.strip(" -–•*"))]
    if len(pieces) < 2 or _PARTED.search(text) or max(len(piece.split()) for piece in pieces) > _LONGEST_NAME:
        return text
    bodies = all(is_body(piece) and not is_service(piece) for piece in pieces)
    return ", ".join(pieces) if bodies or len(pieces) > 2 else text


def lines_of(row: Row, cell: str) -> list[Line]:
    """A cell as lines, at its row's place; of two colons in one item, the second opens no list."""
    lines = (_TWO_COLONS.sub(r"\g<1> –\g<2>", line) for line in printed_lines(cell))
    return [Line(row.locator, text, adjacent=rank > 0) for rank, text in enumerate(lines)]


def sites(cell: str) -> list[tuple[str, str | None]]:
    """The places that a cell lists, with their kind where it says it; none for "Tous les quartiers"."""
    pieces = [piece for line in printed_lines(cell) for piece in split_outside(line, ",;/|+")]
    pieces = [half for piece in pieces for half in re.split(r"\s+et\s+(?=[A-ZÀ-Þ])", piece)]
    return [site for piece in pieces if (site := _site(piece.strip(" .-•*")))]


def _site(piece: str) -> tuple[str, str | None] | None:
    said = _SITE.match(piece)
    name = re.sub(r"\s*\([^)]*\)?", "", piece[said.end() :] if said else piece).strip()
    if not name[:1].isupper() or len(name) > _LONGEST_SITE or _EVERYWHERE.match(fold(name)):
        return None
    return name, "QPV" if said and said["qpv"] else None
