"""Rows of totals: checked against the sums of the rows above, and said; they are no action's money."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from graph.french import euros as in_euros
from loaders.cells import Row
from loaders.forms.tables.alignment import Aligned
from loaders.forms.tables.columns import Header
from loaders.forms.tables.labels import Role, factor_of
from loaders.forms.tables.marks import opens_total
from loaders.forms.values.sums import read_sum
from loaders.writer import Writer

_SUMMED = (Role.BUDGET, Role.BUDGET_PART, Role.GIVEN, Role.AMOUNT, Role.ASIDE)


@dataclass
class Totals:
    """Sums of the columns of money, since the last total and since the first row."""

    header: Header
    writer: Writer
    _since: Counter[int] = field(default_factory=Counter)
    _all: Counter[int] = field(default_factory=Counter)

    def add(self, row: Aligned) -> None:
        """Add the sums of a row of the table."""
        for position in self.header.positions(*_SUMMED):
            value = self._value(row.cells[position], position)
            self._since[position] += value or 0
            self._all[position] += value or 0

    def _value(self, cell: str, position: int) -> int | None:
        column = self.header.columns[position]
        return read_sum(cell, factor_of(f"{column.group} {column.label}")).euros if cell else None

    def check(self, row: Row) -> bool:
        """Check a row that opens with a total; False where it is none, or where no column of money has a figure."""
        first = row.cells[row.filled[0]] if row.filled else ""
        columns = self.header.positions(*_SUMMED)
        printed = {i: value for i in columns if (value := self._value(row.cell(i), i)) is not None}
        if not opens_total(first) or not printed:
            return False
        for position, value in printed.items():
            self._compare(row, position, value)
        self._since.clear()
        return True

    def _compare(self, row: Row, position: int, value: int) -> None:
        sums = (self._since[position], self._all[position])
        column = self.header.columns[position]
        if value in sums or (column.role == Role.ASIDE and not any(sums)):
            return
        said = f"« {column.label} » : total imprimé {in_euros(value)}, somme des lignes {in_euros(sums[1])}"
        self.writer.finding("total-different", "attention", self.header.place(row, position), said)
