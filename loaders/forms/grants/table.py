"""Finds the tables of grants among the rows of a document: their headers, their rows, and what stands outside."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from loaders.cells import Row
from loaders.forms.grants.columns import Columns, read_columns

_LATEST_HEADER = 60


@dataclass
class GrantTable:
    """One table: its header, its columns and its rows; `repeated` are headers printed again."""

    header: Row
    columns: Columns
    rows: list[Row] = field(default_factory=list)
    repeated: list[Row] = field(default_factory=list)


@dataclass
class GrantTables:
    """All tables of a document, what is printed above the first, and rows of sheets that have none."""

    tables: list[GrantTable] = field(default_factory=list)
    above: list[Row] = field(default_factory=list)
    outside: list[Row] = field(default_factory=list)

    def add(self, row: Row) -> None:
        """Put a row where it belongs."""
        table = self.tables[-1] if self.tables and self.tables[-1].header.sheet == row.sheet else None
        if table and row.cells == table.header.cells:
            table.repeated.append(row)
        elif (columns := self._header(row, table)) is not None:
            self.tables.append(GrantTable(row, columns))
        elif table:
            table.rows.append(row)
        else:
            (self.outside if self.tables else self.above).append(row)

    def _header(self, row: Row, table: GrantTable | None) -> Columns | None:
        """The columns that a row names; a row of a table whose amount has a figure, or none, is no header."""
        if table is not None:
            amount = row.cell(table.columns.at("amount"))
            if not amount or any(sign.isdigit() for sign in amount):
                return None
        return read_columns(row.cells)


def find_tables(rows: Sequence[Row]) -> GrantTables | None:
    """The tables of grants of a document; None where no row near the beginning of a sheet is the header of one."""
    found = GrantTables()
    seen: Counter[str] = Counter()
    for row in rows:
        if row.blank:
            continue
        seen[row.sheet] += 1
        headed = bool(found.tables) and found.tables[-1].header.sheet == row.sheet
        if headed or seen[row.sheet] <= _LATEST_HEADER:
            found.add(row)
        else:
            found.outside.append(row)
    return found if found.tables else None
