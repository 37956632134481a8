"""Settles what columns hold by their cells: crosses, numbers, sentences; one column a role, the others said."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from loaders.cells import Row
from loaders.forms.tables.columns import Header
from loaders.forms.tables.contents import Columns
from loaders.forms.tables.labels import (
    ACTOR_ROLES,
    HEADING_ROLES,
    SET_ASIDE,
    Role,
    holds_no_crosses,
    is_national,
    key_of,
    site_of,
    state_of,
    year_of,
)
from loaders.forms.tables.levels import settle_levels
from loaders.forms.tables.money import settle_money
from loaders.read.document import Note
from loaders.words.capitals import is_person
from loaders.words.names import PERSON

_SHORTEST_STATE = 3


def settle(header: Header, rows: Sequence[Row]) -> tuple[Header, list[Note]]:
    """The header with its columns settled by the rows below it, and findings (code, place, message) on the way."""
    columns = Columns(header.columns, rows)
    steps = (
        _unlabelled,
        _numbers,
        settle_money,
        _states,
        _crosses,
        _lists,
        _people,
        settle_levels,
        _one_each,
        _answers,
        _response,
    )
    for step in steps:
        step(columns)
    return replace(header, columns=tuple(columns.columns)), columns.notes


def _unlabelled(columns: Columns) -> None:
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


def _numbers(columns: Columns) -> None:
    """A column of figures under a word such as "Mesure" is a numbering, not what it numbers."""
    for position in columns.having(*HEADING_ROLES, Role.RESPONSE):
        content, role = columns.content[position], columns.columns[position].role
        if content.words or not content.numbers or (role == Role.MEASURE and len(columns.having(role)) == 1):
            continue
        columns.give(position, Role.NUMBER)
    for position in columns.having(Role.MARK, Role.OTHER):
        content = columns.content[position]
        if position < columns.measure and content.numbers > content.words and columns.columns[position].label:
            columns.give(position, Role.NUMBER)


def _crosses(columns: Columns) -> None:
    """Right of the measure, mostly crosses make a column of crosses, and mostly words do not, whatever the label.

    The only column of responses stays one: the crosses of rows that lost a cell may stand in it.
    """
    for position in range(columns.measure + 1, len(columns.columns)):
        column, content = columns.columns[position], columns.content[position]
        only = column.role == Role.RESPONSE and len(columns.having(Role.RESPONSE)) == 1
        crossed = column.label and content.marks > content.words and not only and not column.named
        if crossed and _stands_for_one(columns, position):
            continue
        if crossed and column.role != Role.MARK and not holds_no_crosses(column.label):
            columns.give(position, Role.MARK, "des croix, lues comme celles d'un outil")
        elif crossed and column.role in ACTOR_ROLES:
            columns.give(position, Role.OTHER, "des croix et non des noms, laissées non lues")
    for position in columns.having(Role.MARK):
        content = columns.content[position]
        if content.marks < max(content.words, content.numbers):
            columns.give(position, Role.OTHER)


def _states(columns: Columns) -> None:
    """A column that follows up on actions is their status where most of its cells are; one of codes is none."""
    for position in columns.having(Role.STATUS, Role.ASIDE):
        column, cells = columns.columns[position], columns.cells(position)
        if column.role == Role.STATUS:
            if cells and not column.named and all(len(cell) < _SHORTEST_STATE for cell in cells):
                columns.give(position, Role.OTHER)
        elif key_of(column.label).startswith("suivi") and 2 * sum(bool(state_of(cell)) for cell in cells) > len(cells):
            columns.give(position, Role.STATUS)


def _stands_for_one(columns: Columns, position: int) -> bool:
    """True for a column of crosses whose label is a year, a status or a place; it is then read so."""
    label = columns.columns[position].label
    for role, item in ((Role.YEAR, year_of(label)), (Role.STATUS, state_of(label)), (Role.PLACE, site_of(label))):
        if item:
            columns.give(position, role, item=item)
            return True
    return False


def _lists(columns: Columns) -> None:
    """Under a label that spans them, columns of names are lists, whatever each is named after ("Associatifs")."""
    for position, column in enumerate(columns.columns):
        listing = column.role in (Role.PILOTS, Role.PARTNERS, Role.PLACE, Role.FUNDERS) and column.named
        if listing and columns.content[position].words > columns.content[position].marks:
            columns.give(position, column.role, item="")


def _people(columns: Columns) -> None:
    """Pilots who are persons ("Référent", "Responsable") are set aside."""
    for position in columns.having(Role.PILOTS):
        cells = columns.cells(position)
        persons = sum(bool(PERSON.match(cell)) or is_person(cell.split(",")[0].strip()) for cell in cells)
        if cells and 2 * persons > len(cells):
            columns.give(position, Role.PEOPLE)


def _one_each(columns: Columns) -> None:
    """One column a role; a second one of measures, right of national ones, answers them."""
    for role in (Role.MEASURE, Role.STATUS, Role.START, Role.END):
        first, *others = columns.having(role) or [-1]
        for position in others:
            if columns.columns[position].named:
                continue
            kept = columns.columns[first].label
            if role == Role.MEASURE and position > first and is_national(kept):
                columns.give(position, Role.RESPONSE, "à droite des mesures, lue comme ce qui leur répond")
            else:
                columns.give(position, Role.OTHER, f"déjà lu dans « {kept} », laissée non lue")


def _answers(columns: Columns) -> None:
    """ "Réalisations" answer national measures; beside actions, they are what was done of them."""
    label = columns.columns[columns.measure].label
    if not label or is_national(label):
        return
    for position in columns.having(Role.RESPONSE):
        columns.give(position, Role.DESCRIPTION)


def _response(columns: Columns) -> None:
    """Right of national measures, the first column of sentences that no word names holds the local answers."""
    measure = columns.measure
    if columns.having(Role.RESPONSE) or not is_national(columns.columns[measure].label):
        return
    for position in range(measure + 1, len(columns.columns)):
        column, content = columns.columns[position], columns.content[position]
        unknown = column.label and column.role in (Role.OTHER, *SET_ASIDE) and not holds_no_crosses(column.label)
        if unknown and 2 * content.sentences > content.words > content.marks:
            columns.give(position, Role.RESPONSE, "sa place et ses phrases en font la réponse locale : à vérifier")
            return
