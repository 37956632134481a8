"""The header of a table of measures: its rows, and what each column holds by the words above it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from graph.text import fold
from loaders.cells import Row
from loaders.forms.tables.groups import group_of, grouped, of_payer, spans
from loaders.forms.tables.labels import ACTOR_ROLES, Column, Role, is_vague, role_of
from loaders.forms.tables.marks import is_mark
from loaders.forms.tables.payers import instrument_of, is_body

_LONGEST_LABEL, _USUAL_LABEL = 160, 80
_FAR = 40
_ACTING = {Role.PILOTS, Role.PARTNERS, Role.FUNDERS, Role.FINANCING, Role.BUDGET, Role.SCHEDULE, Role.END, Role.STATUS}
_PLAN = {*_ACTING, Role.DESCRIPTION, Role.THEME, Role.OBJECTIVE, Role.PLACE}
_ENOUGH = 3
_DIGIT = re.compile(r"\d")


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

    def place(self, row: Row, position: int) -> str:
        """The place of a cell as a person looks for it."""
        origin = self.columns[position].origin
        return row.place(position if origin is None else origin)

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
    while after < len(rows) and _goes_on(rows[first:after], rows[after]):
        after += 1
    if first and _spans_below(rows[first - 1], rows[first]):
        first -= 1
    settled = hierarchy(columns_of(rows[first:after]))
    return Header(settled, first, after) if settled and _tells_actions(settled) else None


def _tells_actions(columns: Sequence[Column]) -> bool:
    """True where the column of measures says so, or a plain "Titre" stands beside who acts or pays, or its budget."""
    label, roles = next(column.label for column in columns if column.role == Role.MEASURE), {c.role for c in columns}
    described = {Role.DESCRIPTION, Role.BUDGET} <= roles
    plain = described or len(roles & _PLAN) >= _ENOUGH or bool(roles & {*ACTOR_ROLES, Role.SERVICES, Role.GIVEN})
    return not is_vague(label) or plain


def _first(rows: Sequence[Row]) -> int | None:
    """The first row that names columns; a title of two cells yields to one, not far below, that names three roles."""
    first = next((i for i, row in enumerate(rows) if _opens_header(row)), None)
    if first is None or len(rows[first].filled) > 2 or rows[first].filled[0] > 0:
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
    if len(labels) < 3 or max(map(len, labels)) > _USUAL_LABEL or not any(map(role_of, labels[:2])):
        return False
    roles: list[Role] = []
    for rank, label in enumerate(labels):
        role = None if _DIGIT.search(label) else role_of(label)
        roles += [role] if role else []
        if 2 * (rank + 1 - len(roles)) > len(labels):
            return False
    measured = Role.MEASURE in roles or Role.RESPONSE in roles
    return measured and len(set(roles)) >= 3 and not any(map(is_mark, labels))


def _goes_on(header: Sequence[Row], row: Row) -> bool:
    """True for a further line of the header."""
    columns = columns_of(header)
    measured = any(column.role == Role.MEASURE for column in columns)
    return _completes_header(row, columns) or (not measured and _opens_header(row) and _names_measures(row))


def _completes_header(row: Row, columns: Sequence[Column]) -> bool:
    """True for a further line of the header: short cells only, none in the columns of themes, objectives, measures."""
    if len(row.filled) < 2:
        return False
    settled = hierarchy(list(columns))
    measure = next((i for i, column in enumerate(settled or ()) if column.role == Role.MEASURE), 0)
    return _are_labels([row.cells[i] for i in row.filled]) and all(i > measure for i in row.filled)


def _names_measures(row: Row) -> bool:
    return any(role_of(row.cells[i]) == Role.MEASURE for i in row.filled)


def _spans_below(row: Row, header: Row) -> bool:
    """True for a row above the header whose labels span its columns: short ones, one of them known, none a title."""
    if row.blank or not _names_measures(header) or row.filled == [0]:
        return False
    labels = [row.cells[i] for i in row.filled]
    over = all(header.cell(place) for place in row.filled)
    return over and _are_labels(labels) and any(spans(label) for label in labels) and not _names_measures(row)


def columns_of(rows: Sequence[Row]) -> list[Column]:
    """One column a position up to the last label; a label on a further line completes the one above."""
    width = max(row.filled[-1] for row in rows) + 1
    return [_column(rows, position) for position in range(width)]


def _column(rows: Sequence[Row], position: int) -> Column:
    labelled = [row for row in rows if row.cell(position)]
    labels = [row.cell(position) for row in labelled]
    locator = labelled[-1].locator if labelled else rows[0].locator
    if group := group_of(rows, position):
        return grouped(group, labels[-1], locator)
    if len(labels) > 1 and is_body(labels[0]) and instrument_of(labels[-1]):
        return of_payer(labels[0], labels[-1], locator)
    roles = [role for label in labels if (role := role_of(label)) is not None]
    if roles:
        return Column(" – ".join(labels), roles[0], labelled[0].locator)
    return Column(labels[-1] if labels else "", Role.MARK if labels else Role.OTHER, locator)


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
    """Where measures stand if no word says so: left of the responses, else right of themes and objectives.

    Among columns of pilots, partners or money, the description is the action's, or what no word names beside them.
    """
    roles = [column.role for column in columns]
    if Role.RESPONSE in roles:
        response = roles.index(Role.RESPONSE)
        unknown = response > 0 and (not columns[response - 1].label or roles[response - 1] == Role.MARK)
        return response - 1 if unknown else response
    if Role.DESCRIPTION in roles and {*roles} & {Role.PILOTS, Role.PARTNERS, Role.FUNDERS}:
        return roles.index(Role.DESCRIPTION)
    acting = len({*roles} & _ACTING) >= _ENOUGH and Role.PILOTS in roles
    if acting and Role.MARK in roles[: roles.index(Role.PILOTS)]:
        return max(i for i in range(roles.index(Role.PILOTS)) if roles[i] == Role.MARK)
    named = [
        i for i, column in enumerate(columns) if re.search(r"\b(?:action|operation|projet)s?\b", fold(column.label))
    ]
    if acting and named:
        return named[0]
    if Role.OBJECTIVE not in roles:
        return None
    after = roles.index(Role.OBJECTIVE) + 1
    return after if roles[after : after + 2] == [Role.MARK, Role.MARK] else None


def _give(columns: list[Column], position: int, role: Role) -> None:
    columns[position] = replace(columns[position], role=role)
