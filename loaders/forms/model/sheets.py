"""The sheets of a filled workbook: where their headings stand, and their rows by the keys of their columns."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from graph.text import fold
from loaders.cells import Row, column_name
from loaders.forms.model.layout import SheetLayout

_FAR = 40
_BESIDE = re.compile(r"\([^()]*\)|[^\w°]+")


@dataclass(frozen=True)
class Table:
    """One sheet that is ours: the row of its headings, the positions of its columns by key, and the rows below."""

    layout: SheetLayout
    header: Row
    columns: Mapping[str, int]
    rows: tuple[Row, ...]

    @property
    def entries(self) -> list[Entry]:
        """The rows with words, in order."""
        return [Entry(self, row) for row in self.rows if not row.blank]

    @property
    def rows_blank(self) -> bool:
        """True where nothing is written below the headings."""
        return all(row.blank for row in self.rows)

    @property
    def strange(self) -> dict[int, str]:
        """Columns with words that are not ours, by position: their headings, letters where they have none."""
        known = set(self.columns.values())
        filled = {i for row in self.rows for i in row.filled} | set(self.header.filled)
        return {i: self.header.cell(i) or column_name(i) for i in sorted(filled - known)}


@dataclass(frozen=True)
class Entry:
    """One row of a table."""

    table: Table
    row: Row

    @property
    def locator(self) -> str:
        """The row's place: "feuille Actions, ligne 12"."""
        return self.row.locator

    def cell(self, key: str) -> str:
        """The cell of a column, "" where the column is not there; a merged cell stands for all rows that it covers."""
        position = self.table.columns.get(key)
        if position is None:
            return ""
        field = self.table.layout.field(key)
        alone = field.figures or key in self.table.layout.main
        return self.row.cell(position) or ("" if alone else self.row.over(position))

    def text(self, key: str) -> str:
        """The words of a cell on one line."""
        return str(self.cell(key))

    def place(self, key: str) -> str:
        """The place of a cell: "feuille Actions, cellule E12"."""
        return self.row.place(self.table.columns.get(key, 0))

    def quote(self, key: str, words: str) -> str:
        """Words of a cell behind their column's heading: "Pilotes : CAF"."""
        return f"{self.table.layout.field(key).heading} : {words}"

    @property
    def words(self) -> str:
        """All the words of the row, but those that only keep where it comes from."""
        shown = [field.key for field in self.table.layout.fields if not field.side]
        return " ; ".join(words for key in shown if (words := self.text(key)))


def heading_key(text: str) -> str:
    """A heading's folded words without figures' units, signs and plurals: "Budget (€)" → "budget"."""
    words = _BESIDE.sub(" ", re.sub(r"\([^()]*\)", " ", fold(text))).split()
    return " ".join(word[:-1] if len(word) > 3 and word.endswith("s") else word for word in words)


def find_table(rows: Sequence[Row], layout: SheetLayout) -> Table | None:
    """The table of this layout that rows hold: below the row, among the first, with most of its headings."""
    wanted = {heading_key(field.heading): field.key for field in layout.fields}
    found = [(_columns(row, wanted), rank) for rank, row in enumerate(rows[:_FAR])]
    columns, rank = max(found, key=lambda pair: (len(pair[0]), -pair[1]), default=({}, 0))
    if len(columns) < 2 or not columns.keys() & set(layout.main):
        return None
    return Table(layout, rows[rank], columns, tuple(rows[rank + 1 :]))


def _columns(row: Row, wanted: Mapping[str, str]) -> dict[str, int]:
    columns: dict[str, int] = {}
    for position, cell in enumerate(row.cells):
        if len(cell) < 60 and (key := wanted.get(heading_key(cell))) is not None:
            columns.setdefault(key, position)
    return columns


def coverage(table: Table) -> float:
    """How many of the headings that every workbook has are there, from 0 to 1."""
    usual = [field.key for field in table.layout.fields if not field.side]
    return sum(key in table.columns for key in usual) / len(usual)
