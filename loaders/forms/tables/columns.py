"""The header of a table of measures: its rows, and what each column holds by the words above it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from loaders.cells import Row
from loaders.forms.tables.labels import Column, Role, role_of
from loaders.forms.tables.marks import is_mark

_LONGEST_LABEL, _USUAL_LABEL = 160, 80
_FAR = 40


@dataclass(frozen=True)
class Header:
    """The columns of a table, and its header's rows: positions from `first` up to `after`."""

    columns: tuple[Column, ...]
    first: int
    after: int

    def position(self, role: Role) -> int | None:
        """The first column of a role."""
        return next((i for i, column in enumerate(self.columns) if column.role == role), None)

    def positions(self, *roles: Role) -> list[int]:
        """All columns of these roles."""
        return [i for i, column in enumerate(self.columns) if column.role in roles]

    @property
    def measure(self) -> int:
        """The column of measures: every header has one."""
        return self.position(Role.MEASURE) or 0


def find_header(rows: Sequence[Row]) -> Header | None:
    """The header of a table of measures or actions; None where no column of measures is announced."""
    first = _first(rows)
    if first is None:
        return None
    after = first + 1
    while after < len(rows) and _completes_header(rows[after], columns_of(rows[first:after])):
        after += 1
    settled = hierarchy(columns_of(rows[first:after]))
    return Header(settled, first, after) if settled else None


def _first(rows: Sequence[Row]) -> int | None:
    """The first row that names columns; one of two cells yields to one, not far below, that names three roles."""
    first = next((i for i, row in enumerate(rows) if _opens_header(row)), None)
    if first is None or len(rows[first].filled) > 2:
        return first
    below = range(first + 1, min(len(rows), first + _FAR))
    return next((i for i in below if names_columns(rows[i])), first)


def _opens_header(row: Row) -> bool:
    """True where two short cells or more name columns: half of them known, or one among several."""
    labels = [row.cells[i] for i in row.filled]
    if len(labels) < 2 or not _are_labels(labels):
        return False
    known = sum(role_of(label) is not None for label in labels)
    return 2 * known >= len(labels) or (known > 0 and len(labels) > 2)


def _are_labels(labels: Sequence[str]) -> bool:
    short = sum(len(label) <= _USUAL_LABEL for label in labels)
    return 2 * short > len(labels) and not any(len(label) > _LONGEST_LABEL or is_mark(label) for label in labels)


def names_columns(row: Row) -> bool:
    """True for a row that can only be a header: short labels, three roles known, half of the cells."""
    labels = [row.cells[i] for i in row.filled]
    if len(labels) < 3 or any(len(label) > _USUAL_LABEL for label in labels) or not any(map(role_of, labels[:2])):
        return False
    known = [(label, role) for label in labels if (role := role_of(label)) is not None]
    roles = [role for label, role in known if not re.search(r"\d", label)]
    measured = Role.MEASURE in roles or Role.RESPONSE in roles
    return measured and len(set(roles)) >= 3 and 2 * len(roles) >= len(labels) and not any(map(is_mark, labels))


def _completes_header(row: Row, columns: Sequence[Column]) -> bool:
    """True for a further line of the header: short cells only, none in the columns of themes, objectives, measures."""
    if len(row.filled) < 2:
        return False
    settled = hierarchy(list(columns))
    measure = next((i for i, column in enumerate(settled or ()) if column.role == Role.MEASURE), 0)
    return _are_labels([row.cells[i] for i in row.filled]) and all(i > measure for i in row.filled)


def columns_of(rows: Sequence[Row]) -> list[Column]:
    """One column a position up to the last label; a label on a further line completes the one above."""
    width = max(row.filled[-1] for row in rows) + 1
    columns = []
    for position in range(width):
        labelled = [row for row in rows if row.cell(position)]
        labels = [row.cell(position) for row in labelled]
        roles = [role for label in labels if (role := role_of(label)) is not None]
        locator = labelled[-1].locator if labelled else rows[0].locator
        if roles:
            columns.append(Column(" – ".join(labels), roles[0], labelled[0].locator))
        else:
            columns.append(Column(labels[-1] if labels else "", Role.MARK if labels else Role.OTHER, locator))
    return columns


def hierarchy(columns: list[Column]) -> tuple[Column, ...] | None:
    """Names the columns that words do not: measures next to their responses, then objectives, then themes."""
    roles = [column.role for column in columns]
    if Role.MEASURE not in roles and (measure := _unnamed_measure(columns)) is not None:
        _give(columns, measure, Role.MEASURE)
        roles = [column.role for column in columns]
    if Role.MEASURE not in roles:
        return None
    missing = [role for role in (Role.OBJECTIVE, Role.THEME) if role not in roles]
    for position in range(roles.index(Role.MEASURE) - 1, -1, -1):
        if not columns[position].label and missing:
            _give(columns, position, missing.pop(0))
    return tuple(columns)


def _unnamed_measure(columns: Sequence[Column]) -> int | None:
    """Where measures stand if no word says so: left of the responses, else right of themes and objectives."""
    roles = [column.role for column in columns]
    if Role.RESPONSE in roles:
        response = roles.index(Role.RESPONSE)
        unknown = response > 0 and (not columns[response - 1].label or roles[response - 1] == Role.MARK)
        return response - 1 if unknown else response
    if Role.OBJECTIVE not in roles:
        return None
    after = roles.index(Role.OBJECTIVE) + 1
    return after if roles[after : after + 2] == [Role.MARK, Role.MARK] else None


def _give(columns: list[Column], position: int, role: Role) -> None:
    columns[position] = replace(columns[position], role=role)
