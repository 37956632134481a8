"""What a column of a table of measures holds, told by the words of its header."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from graph.text import fold
from loaders.cells import Row
from loaders.forms.vocabulary import section_of

_LONGEST_LABEL = 80
_MARK = re.compile(r"^(?:x|✓|✔|☒|☑|✗|●|•|■|\*|oui)$", re.IGNORECASE)


class Role(StrEnum):
    """What the cells of a column are."""

    THEME = "theme"
    OBJECTIVE = "objective"
    MEASURE = "measure"
    RESPONSE = "response"
    MARK = "mark"
    STATUS = "status"
    PILOTS = "pilots"
    PARTNERS = "partners"
    FUNDERS = "funders"
    OTHER = "other"


ACTOR_ROLES = (Role.PILOTS, Role.PARTNERS, Role.FUNDERS)
# On folded labels, the first that matches: what the words begin with says more than what they contain.
_WORDS: tuple[tuple[Role, re.Pattern[str]], ...] = (
    (Role.THEME, re.compile(r"^(?:thema?tiques?|themes?|axes?|piliers?|volets?|orientations?|domaines?|priorites?)\b")),
    (Role.OBJECTIVE, re.compile(r"^(?:sous-)?objectifs?\b|^enjeux?\b")),
    (Role.OTHER, re.compile(r"^(?:observations?|commentaires?|remarques?|precisions?|n°|numero)\b")),
    (Role.STATUS, re.compile(r"^(?:etat|statut|avancement)\b")),
    (Role.RESPONSE, re.compile(r"\bcontrat de ville\b|\b(?:loc|territori)ale?s?\b|^(?:reponses?|declinaisons?)\b")),
    (
        Role.MEASURE,
        re.compile(
            r"\bmesures?\b|\bcomite interministeriel\b|\bciv\b|\bactions?\b|^(?:operations?|projets?|engagements?)\b"
        ),
    ),
)
_SECTIONS = {
    "pilots": Role.PILOTS,
    "partners": Role.PARTNERS,
    "funders": Role.FUNDERS,
    "actions": Role.MEASURE,
    "other": Role.OTHER,
}


@dataclass(frozen=True)
class Column:
    """A column: its label as printed (lines of a header joined), what it holds, and where the label stands."""

    label: str
    role: Role
    locator: str


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


def is_mark(cell: str) -> bool:
    """True for a cross or a tick."""
    return bool(_MARK.match(cell))


def role_of(label: str) -> Role | None:
    """What a header's words announce, or None where they are not known."""
    folded = fold(label).rstrip(" :")
    if (rule := section_of(label)) is not None and (role := _SECTIONS.get(rule.kind)) not in (None, Role.MEASURE):
        return role
    return next((role for role, words in _WORDS if words.search(folded)), None)


def _opens_header(row: Row) -> bool:
    """True where two short cells or more name columns: half of them known, or one among several."""
    labels = [row.cells[i] for i in row.filled]
    if len(labels) < 2 or any(len(label) > _LONGEST_LABEL or is_mark(label) for label in labels):
        return False
    known = sum(role_of(label) is not None for label in labels)
    return 2 * known >= len(labels) or (known > 0 and len(labels) > 2)


def _completes_header(row: Row, columns: Sequence[Column]) -> bool:
    """True for a further line of the header: short cells only, none in the columns of themes, objectives, measures."""
    if len(row.filled) < 2:
        return False
    settled = _hierarchy(list(columns))
    measure = next((i for i, column in enumerate(settled or ()) if column.role == Role.MEASURE), 0)
    short = all(len(row.cells[i]) <= _LONGEST_LABEL and not is_mark(row.cells[i]) for i in row.filled)
    return short and all(i > measure for i in row.filled)


def find_header(rows: Sequence[Row]) -> Header | None:
    """The header of a table of measures or actions; None where no column of measures is announced."""
    first = next((i for i, row in enumerate(rows) if _opens_header(row)), None)
    if first is None:
        return None
    after = first + 1
    while after < len(rows) and _completes_header(rows[after], _columns(rows[first:after])):
        after += 1
    columns = _columns(rows[first:after])
    settled = _hierarchy(columns)
    return Header(settled, first, after) if settled else None


def _columns(rows: Sequence[Row]) -> list[Column]:
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


def _hierarchy(columns: list[Column]) -> tuple[Column, ...] | None:
    """Names the unlabelled columns on the left: measures next to their responses, then objectives, then themes."""
    roles = [column.role for column in columns]
    if Role.MEASURE not in roles and Role.RESPONSE in roles:
        response = roles.index(Role.RESPONSE)
        unlabelled = response > 0 and not columns[response - 1].label
        _give(columns, response - 1 if unlabelled else response, Role.MEASURE)
        roles = [column.role for column in columns]
    if Role.MEASURE not in roles:
        return None
    missing = [role for role in (Role.OBJECTIVE, Role.THEME) if role not in roles]
    for position in range(roles.index(Role.MEASURE) - 1, -1, -1):
        if not columns[position].label and missing:
            _give(columns, position, missing.pop(0))
    return tuple(columns)


def _give(columns: list[Column], position: int, role: Role) -> None:
    columns[position] = replace(columns[position], role=role)


def without_text(header: Header, rows: Sequence[Row]) -> Header:
    """The header with only those columns as marks that hold marks; one that holds sentences is left to be read."""
    columns = list(header.columns)
    for position in header.positions(Role.MARK):
        cells = [row.cell(position) for row in rows if row.cell(position)]
        if sum(is_mark(cell) for cell in cells) < sum(len(cell) > 3 for cell in cells):
            _give(columns, position, Role.OTHER)
    return replace(header, columns=tuple(columns))
