"""Settles what columns hold by their cells: crosses, numbers, sentences; one column a role, the others said."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from loaders.cells import Row
from loaders.forms.tables.columns import Header
from loaders.forms.tables.labels import (
    ACTOR_ROLES,
    HEADING_ROLES,
    Column,
    Role,
    holds_no_crosses,
    is_national,
    is_objective,
)
from loaders.forms.tables.marks import is_mark, is_number, is_wordy
from loaders.read.document import Note

_SENTENCE = 2


@dataclass(frozen=True)
class _Content:
    """How many cells of a column are crosses, words, figures; `sentences`: of several words."""

    marks: int
    words: int
    numbers: int
    sentences: int

    @property
    def blank(self) -> bool:
        return not (self.marks or self.words or self.numbers)


def _content(rows: Sequence[Row], position: int) -> _Content:
    cells = [row.cell(position) for row in rows if row.cell(position)]
    words = [cell for cell in cells if is_wordy(cell)]
    return _Content(
        sum(map(is_mark, cells)),
        len(words),
        sum(map(is_number, cells)),
        sum(len(cell.split()) >= _SENTENCE for cell in words),
    )


class _Columns:
    """The columns of a header while they are settled, with what is to be said of them."""

    def __init__(self, columns: Sequence[Column], rows: Sequence[Row]) -> None:
        self.columns = list(columns)
        self.content = [_content(rows, position) for position in range(len(columns))]
        self.notes: list[Note] = []

    def having(self, *roles: Role) -> list[int]:
        return [i for i, column in enumerate(self.columns) if column.role in roles]

    def give(self, position: int, role: Role, message: str = "") -> None:
        column = self.columns[position]
        if message and column.label:
            self.notes.append(("colonne-interpretee", column.locator, f"colonne « {column.label} » : {message}"))
        self.columns[position] = replace(column, role=role)

    @property
    def measure(self) -> int:
        return self.having(Role.MEASURE)[0]


def settle(header: Header, rows: Sequence[Row]) -> tuple[Header, list[Note]]:
    """The header with its columns settled by the rows below it, and findings (code, place, message) on the way."""
    columns = _Columns(header.columns, rows)
    for step in (_unlabelled, _numbers, _crosses, _one_each, _response):
        step(columns)
    return replace(header, columns=tuple(columns.columns)), columns.notes


def _unlabelled(columns: _Columns) -> None:
    """Roles given by place go to the columns that hold words: one that is blank all the way down has none."""
    placed = [i for i in columns.having(*HEADING_ROLES) if not columns.columns[i].label]
    roles = [columns.columns[i].role for i in reversed(placed)]
    if not any(columns.content[i].blank for i in placed):
        return
    free = [i for i in range(max(placed), -1, -1) if not columns.columns[i].label and not columns.content[i].blank]
    if Role.MEASURE in roles and not free:
        return
    for position in placed:
        columns.give(position, Role.OTHER)
    for position, role in zip(free, roles, strict=False):
        columns.give(position, role)


def _numbers(columns: _Columns) -> None:
    """A column of figures under a word such as "Mesure" is a numbering, not what it numbers."""
    for position in columns.having(*HEADING_ROLES, Role.RESPONSE):
        content, role = columns.content[position], columns.columns[position].role
        if content.words or not content.numbers or (role == Role.MEASURE and len(columns.having(role)) == 1):
            continue
        columns.give(position, Role.NUMBER)


def _crosses(columns: _Columns) -> None:
    """Right of the measure, mostly crosses make a column of crosses, and mostly words do not, whatever the label.

    The only column of responses stays one: the crosses of rows that lost a cell may stand in it.
    """
    for position in range(columns.measure + 1, len(columns.columns)):
        column, content = columns.columns[position], columns.content[position]
        only = column.role == Role.RESPONSE and len(columns.having(Role.RESPONSE)) == 1
        crossed = column.label and content.marks > content.words and not only
        if crossed and column.role != Role.MARK and not holds_no_crosses(column.label):
            columns.give(position, Role.MARK, "des croix, lues comme celles d'un outil")
        elif crossed and column.role in ACTOR_ROLES:
            columns.give(position, Role.OTHER, "des croix et non des noms, laissées non lues")
    for position in columns.having(Role.MARK):
        if columns.content[position].marks < columns.content[position].words:
            columns.give(position, Role.OTHER)


def _one_each(columns: _Columns) -> None:
    """One column a role; a second one of measures, right of national ones, answers them."""
    for role in (Role.THEME, Role.OBJECTIVE, Role.MEASURE, Role.STATUS):
        found = columns.having(role)
        kept = _kept(columns, found)
        for position in found:
            if position == kept:
                continue
            if role == Role.MEASURE and position > kept and is_national(columns.columns[kept].label):
                columns.give(position, Role.RESPONSE, "à droite des mesures, lue comme ce qui leur répond")
            else:
                columns.give(position, Role.OTHER, f"déjà lu dans « {columns.columns[kept].label} », laissée non lue")


def _kept(columns: _Columns, found: Sequence[int]) -> int:
    """Which of several columns of one role is read: the one that says "objectif" itself, else the first."""
    return next((i for i in found if is_objective(columns.columns[i].label)), found[0] if found else -1)


def _response(columns: _Columns) -> None:
    """Right of national measures, the first column of sentences that no word names holds the local answers."""
    measure = columns.measure
    if columns.having(Role.RESPONSE) or not is_national(columns.columns[measure].label):
        return
    for position in range(measure + 1, len(columns.columns)):
        column, content = columns.columns[position], columns.content[position]
        unknown = column.label and column.role == Role.OTHER and not holds_no_crosses(column.label)
        if unknown and 2 * content.sentences > content.words > content.marks:
            columns.give(position, Role.RESPONSE, "sa place et ses phrases en font la réponse locale : à vérifier")
            return
