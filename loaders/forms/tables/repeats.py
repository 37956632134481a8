"""Actions that take several rows: their title printed again for each funder or partner, or for each of their parts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from graph.text import fold
from loaders.forms.tables.alignment import Aligned
from loaders.forms.tables.columns import Header
from loaders.forms.tables.labels import LEVELS, Role
from loaders.forms.tables.marks import is_mark, is_no
from loaders.forms.tables.particulars import TOLD

_SAME = (Role.PILOTS, Role.SERVICES, Role.DESCRIPTION, Role.NUMBER, *TOLD)


@dataclass
class Repeats:
    """Which rows go on with the action of a row above, and which are about a part of it, by their number."""

    going_on: set[int] = field(default_factory=set)
    about_parts: set[int] = field(default_factory=set)


def repeats(rows: Sequence[Aligned], header: Header) -> Repeats:
    """Group the rows of a table by action. A row about a part of an action speaks of that part alone."""
    found = Repeats()
    if header.position(Role.RESPONSE) is not None:
        return found
    part = header.position(Role.SUB_ACTION)
    for group in _groups(rows, header):
        found.going_on |= set(group[1:])
        parts = [number for number in group if part is not None and rows[number].cells[part]]
        if len(group) > 1:
            found.about_parts |= set(parts)
    return found


def _groups(rows: Sequence[Aligned], header: Header) -> list[list[int]]:
    groups: list[list[int]] = []
    for number, row in enumerate(rows):
        if row.shifted.stray:
            continue
        if groups and _goes_on(rows[groups[-1][0]], row, header):
            groups[-1].append(number)
        else:
            groups.append([number])
    return groups


def _goes_on(first: Aligned, row: Aligned, header: Header) -> bool:
    """True for a row without title below an action, or with the same one, that says nothing else of the action."""
    if not _title(first, header):
        return False
    levels = [i for i in header.positions(*LEVELS) if row.cells[i]]
    if not _title(row, header):
        return all(_alike(first, row, i) for i in levels) and not row.shifted.banner
    same = fold(_title(row, header)) == fold(_title(first, header)) and all(_alike(first, row, i) for i in levels)
    part = header.position(Role.SUB_ACTION)
    if not same or row.row.cells == first.row.cells:
        return False
    parted = part is not None and bool(row.cells[part])
    return parted or all(_alike(first, row, i) for i in header.positions(*_SAME) if row.cells[i])


def _alike(first: Aligned, row: Aligned, position: int) -> bool:
    return fold(first.cells[position]) == fold(row.cells[position])


def _title(row: Aligned, header: Header) -> str:
    cell = row.cells[header.measure]
    return "" if is_mark(cell) or is_no(cell) else cell
