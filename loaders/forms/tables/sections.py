"""A header printed again: in the same words, in others, with other columns, or that of another table."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import takewhile

from graph.text import fold
from loaders.cells import Row
from loaders.forms.tables.alignment import Aligned
from loaders.forms.tables.columns import Header, columns_of, hierarchy, names_columns
from loaders.forms.tables.labels import HEADING_ROLES, Column, Role, role_of
from loaders.forms.tables.marks import is_number
from loaders.forms.tables.notes import is_note, resolved, tells_formats, trimmed
from loaders.forms.tables.packed import is_legend
from loaders.read.document import Note

_SHORT = 40


@dataclass
class Section:
    """Rows under one header (None above those of another table); `content` is without notes, its cells in full."""

    header: Header | None
    rows: list[Row] = field(default_factory=list)
    content: list[Row] = field(default_factory=list)

    def set_apart(self, legend: bool) -> list[Row]:
        """Take out the row of formats below the header, and the legend where it is known; returns them."""
        apart = list(takewhile(tells_formats, self.rows))
        apart += [row for row in self.rows if legend and is_legend(row)]
        self.rows = [row for row in self.rows if row not in apart]
        return apart

    def put_in_full(self) -> list[Note]:
        """Fill `content`; returns what is to be said of it."""
        if self.header is None:
            return []
        measure = self.header.measure
        self.content, notes = resolved([row for row in self.rows if row.blank or not is_note(row, measure)], measure)
        return notes

    def set_numbers_aside(self) -> list[Note]:
        """Blank the cells of numbering columns, so that they are no content; says between which numbers."""
        columns = self.header.columns if self.header else ()
        notes = []
        for position, column in enumerate(columns):
            if column.role != Role.NUMBER:
                continue
            numbered = [row for row in self.content if is_number(row.cell(position))]
            if numbered:
                said = " à ".join(f"{row.cell(position)} ({row.locator})" for row in (numbered[0], numbered[-1]))
                message = f"colonne « {column.label} » : {len(numbered)} numéros mis de côté, de {said}"
                notes.append(("numerotation", column.locator, message))
            places = {row.locator for row in numbered}
            self.content = [_blanked(row, position) if row.locator in places else row for row in self.content]
        return notes

    def under(self, whole: Header) -> list[Row]:
        """The content with its cells under the columns of the whole table."""
        if self.header is None or self.header is whole:
            return self.content
        places = [_place_of(column, whole.columns) for column in self.header.columns]
        return [_moved(row, places, len(whole.columns)) for row in self.content]


def sections(rows: Sequence[Row], header: Header, notes: list[Note]) -> tuple[list[Section], list[Row]]:
    """The rows below the first header, by header, and the headers printed again; adds to `notes` those that differ."""
    labels = {tuple(map(fold, row.cells)) for row in rows[header.first : header.after] if not row.blank}
    sizes = {sum(map(bool, cells)) for cells in labels}
    words = {cell for cells in labels for cell in cells if cell}
    found = [Section(header)]
    repeated: list[Row] = []
    for row in rows[header.after :]:
        if len(row.filled) in sizes and tuple(map(fold, row.cells)) in labels:
            found += [Section(header)] * (found[-1].header is not header)
        elif _opens(row, found[-1], words) and (again := _header(row)) is not None:
            notes.append(_said(row))
            found += [] if _agree(again, found[-1].header) else [Section(header if _agree(again, header) else again)]
        else:
            found += [Section(None)] * _names_others(row, found[-1])
            found[-1].rows.append(row)
            continue
        repeated.append(row)
    return found, repeated


def _opens(row: Row, section: Section, words: set[str]) -> bool:
    """True for a row that names columns anew: in words of the first header, below a blank row, or naming actions.

    Else what is done "au niveau local", its theme and its progress would be one.
    """
    if not names_columns(row):
        return False
    below_blank = bool(section.rows) and section.rows[-1].blank
    alike = any(fold(row.cells[i]) in words for i in row.filled)
    return below_blank or alike or any(role_of(row.cells[i]) == Role.MEASURE for i in row.filled)


def _said(row: Row) -> Note:
    words = " | ".join(filter(None, row.cells))
    return ("en-tete-change", row.locator, f"l'en-tête est imprimé en d'autres mots : {words}")


def _header(row: Row) -> Header | None:
    columns = hierarchy(columns_of([row]))
    return Header(columns, 0, 1) if columns else None


def _agree(again: Header, header: Header | None) -> bool:
    """True where both have the same columns, maybe in other words."""
    if header is None or len(again.columns) != len(header.columns):
        return False
    return all(_same(one, other) for one, other in zip(again.columns, header.columns, strict=True))


def _same(one: Column, other: Column) -> bool:
    return fold(one.label) == fold(other.label) or (one.role == other.role and one.role not in (Role.MARK, Role.OTHER))


def _names_others(row: Row, section: Section) -> bool:
    """True for the header of a table that holds no measures, after a blank row: all its words are known labels."""
    labels = [row.cells[i] for i in row.filled]
    if len(labels) < 3 or any(len(label) > _SHORT for label in labels) or not section.rows:
        return False
    roles = [role_of(label) for label in labels]
    return section.rows[-1].blank and None not in roles and not {*roles} & {*HEADING_ROLES, Role.RESPONSE}


def _blanked(row: Row, position: int) -> Row:
    return trimmed(replace(row, cells=(*row.cells[:position], "", *row.cells[position + 1 :])))


def _moved(row: Row, places: Sequence[int | None], width: int) -> Row:
    cells = [""] * width
    for place, cell in zip(places, row.cells, strict=False):
        if place is not None:
            cells[place] = cells[place] or cell
    return trimmed(replace(row, cells=tuple(cells)))


def united(headers: Sequence[Header]) -> Header:
    """The first header, with the columns of the others that it has not at its end."""
    if all(header.columns == headers[0].columns for header in headers):
        return headers[0]
    columns = list(headers[0].columns)
    for header in headers[1:]:
        columns += [column for column in header.columns if column.label and _place_of(column, columns) is None]
    return replace(headers[0], columns=tuple(columns))


def _place_of(column: Column, columns: Sequence[Column]) -> int | None:
    """Where a column of a further header stands among those of all: by its words, else by its role."""
    by_words = (i for i, other in enumerate(columns) if fold(other.label) == fold(column.label))
    one_each = column.role not in (Role.MARK, Role.OTHER, Role.RESPONSE)
    by_role = (i for i, other in enumerate(columns) if other.role == column.role and one_each)
    if column.role == Role.RESPONSE:
        by_role = (i for i, other in enumerate(columns) if other.role == Role.RESPONSE)
    return next(by_words, next(by_role, None))


def under_united(row: Aligned, own: Header, whole: Header) -> Aligned:
    """A row read under its own header, its cells set under the columns of all."""
    cells = [""] * len(whole.columns)
    beyond, doubtful = list(row.beyond), {}
    for position, cell in enumerate(row.cells):
        place = _place_of(own.columns[position], whole.columns)
        if place is None or cells[place]:
            beyond += [cell] * bool(cell)
            continue
        cells[place] = cell
        if position in row.doubtful:
            doubtful[place] = row.doubtful[position]
    return replace(row, cells=tuple(cells), doubtful=doubtful, beyond=tuple(beyond))
