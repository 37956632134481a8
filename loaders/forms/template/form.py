"""Reads the import template of Territoires en Transitions, by its labels, whatever its version, order and help rows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from graph.errors import InputError
from graph.text import fold
from loaders.cells import Row
from loaders.forms.tables.alignment import Aligned
from loaders.forms.tables.cells import unmerged, with_breaks
from loaders.forms.tables.columns import Header
from loaders.forms.tables.contents import Columns
from loaders.forms.tables.form import TableForm
from loaders.forms.tables.groups import group_of
from loaders.forms.tables.labels import Column, Role, key_of, role_of
from loaders.forms.tables.money import settle_money
from loaders.forms.tables.shifts import Shifted
from loaders.forms.tables.table import Table
from loaders.forms.template.words import (
    DISTINCTIVE,
    ENOUGH,
    EXAMPLE,
    GROUP,
    HELP,
    ROLES,
    TITLE,
    UNCLASSED,
)
from loaders.lines import Line
from loaders.read.document import Note, RawDocument

_FAR = 200
_FOLDED = "le sous-axe est gardé comme thématique du sous-sous-axe, qui est lu comme objectif"


@dataclass(frozen=True)
class TemplateForm(TableForm):
    """A document that is this template, filled. It is written as any table of actions."""

    @classmethod
    def recognise(cls, raw: RawDocument) -> TemplateForm | None:
        """The template that a document's rows hold, or None; `InputError` where no action is in it."""
        rows = with_breaks(raw.rows)
        labels = next((i for i, row in enumerate(rows[:_FAR]) if _is_labels(row)), None)
        if labels is None:
            return None
        table = _Filled(rows, labels).table()
        if not any(row.cells[table.header.measure] for row in table.rows):
            raise InputError(
                "le modèle d'import ne contient aucune action",
                place=raw.name,
                action="Remplissez une ligne par action sous les intitulés des colonnes, et recommencez.",
            )
        return cls(table)


def _is_labels(row: Row) -> bool:
    keys = [key_of(row.cells[i]) for i in row.filled]
    return any(map(TITLE.match, keys)) and len({key for key in keys if DISTINCTIVE.match(key)}) >= ENOUGH


class _Filled:
    """The template's rows around those of its labels."""

    def __init__(self, rows: Sequence[Row], labels: int) -> None:
        self.rows, self.labels = rows, labels
        self.notes: list[Note] = []

    def table(self) -> Table:
        """The table of its actions."""
        first = self._first()
        content = [row for row in self._below() if not row.blank]
        kept = [cleaned for row in content if (cleaned := self._without_help(row)) is not None]
        header = self._header(first, kept)
        kept = [self._as_read(row, header) for row in unmerged(kept, header)]
        self._say_levels(header, kept)
        width = len(header.columns)
        aligned = [Aligned(Shifted(row, row.cells), _padded(row, width), beyond=row.cells[width:]) for row in kept]
        return Table(header, tuple(aligned), self._preamble(first), notes=tuple(self.notes), whole=True)

    def _first(self) -> int:
        """Where the header begins: at the labels, or at the row of groups above."""
        above = self.labels - 1
        known = above >= 0 and any(GROUP.match(key_of(cell)) for cell in self.rows[above].cells if cell)
        return above if known else self.labels

    def _below(self) -> list[Row]:
        return [row for row in self.rows[self.labels + 1 :] if not _is_labels(row)]

    def _without_help(self, row: Row) -> Row | None:
        """The row without the template's own words; None where it is help, or the example."""
        helping = [i for i in row.filled if HELP.match(fold(row.cells[i])) or self._repeats_label(row, i)]
        example = any(EXAMPLE.match(fold(row.cells[i])) for i in row.filled)
        named = [i for i in row.filled if i not in helping and TITLE.match(key_of(self.rows[self.labels].cell(i)))]
        if example or (2 * len(helping) >= len(row.filled) and not named):
            what = "l'exemple du modèle" if example else "une ligne d'aide du modèle"
            self.notes.append(("ligne-du-modele", row.locator, f"{what}, à part"))
            return None
        if helping:
            what = f"aide du modèle laissée dans la ligne, à part ({len(helping)})"
            self.notes.append(("aide-du-modele", row.locator, what))
        return replace(row, cells=tuple("" if i in helping else cell for i, cell in enumerate(row.cells)))

    def _repeats_label(self, row: Row, position: int) -> bool:
        """True for a cell that only says the name of its column."""
        return key_of(row.cells[position]) == key_of(self.rows[self.labels].cell(position)) != ""

    def _header(self, first: int, content: Sequence[Row]) -> Header:
        row = self.rows[self.labels]
        columns = [self._column(first, position) for position in range(len(row.cells))]
        while columns and not columns[-1].label:
            columns.pop()
        settled = Columns(columns, content)
        settle_money(settled)
        self.notes += settled.notes
        return Header(tuple(settled.columns), first, self.labels + 1)

    def _column(self, first: int, position: int) -> Column:
        row = self.rows[self.labels]
        label = row.cell(position)
        group = group_of(self.rows[first : self.labels + 1], position)
        known = next((role for role, words in ROLES if words.match(key_of(label))), None) if label else Role.OTHER
        aside = Role.ASIDE if group and role_of(group) == Role.ASIDE else None
        return Column(label, known or aside or role_of(label) or Role.OTHER, row.locator)

    def _as_read(self, row: Row, header: Header) -> Row:
        """A row whose axis is one: not "(Fiche non classée)"."""
        axis = header.position(Role.THEME)
        if axis is None or not UNCLASSED.match(fold(row.cell(axis))):
            return row
        return replace(row, cells=tuple("" if i == axis else cell for i, cell in enumerate(row.cells)))

    def _say_levels(self, header: Header, rows: Sequence[Row]) -> None:
        middle, objective = header.position(Role.MIDDLE), header.position(Role.OBJECTIVE)
        if middle is None or objective is None:
            return
        both = next((row for row in rows if row.cell(middle) and row.cell(objective)), None)
        if both is not None:
            self.notes.append(("niveaux-replies", both.locator, _FOLDED))

    def _preamble(self, first: int) -> tuple[Line, ...]:
        """What stands above the labels, the template's own groups left out."""
        lines = []
        for row in self.rows[: self.labels]:
            printed = [cell for cell in row.cells if cell]
            words = [cell for cell in printed if not (GROUP.match(key_of(cell)) or HELP.match(fold(cell)))]
            if words:
                lines.append(row.line(" ".join(dict.fromkeys(words))))
        return tuple(lines)


def _padded(row: Row, width: int) -> tuple[str, ...]:
    return (*row.cells[:width], *[""] * (width - len(row.cells)))
