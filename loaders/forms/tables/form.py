"""Reads a table of measures or of actions into statements."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from loaders.forms.actors import ActorWriter
from loaders.forms.section import Section
from loaders.forms.sentences import sentence_writer
from loaders.forms.tables.labels import ACTOR_ROLES
from loaders.forms.tables.measures import Lists, MeasuresWriter
from loaders.forms.tables.table import Table, read_table
from loaders.lines import Line
from loaders.plan_info import PlanInfo
from loaders.read.delimited import tabbed_rows
from loaders.read.document import RawDocument
from loaders.writer import Writer

_TO_CHECK = frozenset({"colonne-interpretee", "ligne-coupee", "idem"})


@dataclass(frozen=True)
class TableForm:
    """A document that is a table of measures."""

    table: Table

    @classmethod
    def recognise(cls, raw: RawDocument) -> TableForm | None:
        """The table that a document's rows hold (lines parted by tabulations are rows too), or None."""
        table = read_table(raw.rows or tuple(tabbed_rows(raw.lines)))
        return cls(table) if table else None

    @property
    def title(self) -> Line | None:
        """The line above the table that names the plan."""
        return self.table.title

    @property
    def preamble(self) -> Sequence[Line]:
        """The lines above the table."""
        return self.table.preamble

    @property
    def opening(self) -> Line:
        """The title, or the first row."""
        first = self.table.rows[0].row
        return self.title or first.line(" ".join(filter(None, first.cells)))

    @property
    def furniture(self) -> Sequence[Line]:
        """Headers printed again."""
        return [row.line(" ".join(filter(None, row.cells))) for row in self.table.repeated]

    def write(self, writer: Writer, info: PlanInfo, known: frozenset[str]) -> None:
        """Write every row."""
        for code, locator, message in self.table.notes:
            writer.finding(code, "attention" if code in _TO_CHECK else "info", locator, message)
        lists = self._lists()
        actors = ActorWriter(writer, lists.values(), known)
        sentences = sentence_writer(writer, info, actors, known, (), self._texts())
        rows = MeasuresWriter(self.table, writer, info, actors, lists, sentences)
        for number, row in enumerate(self.table.rows):
            rows.write(number, row)

    def _texts(self) -> list[str]:
        """The words in which places may be named."""
        return [cell for row in self.table.rows for cell in row.cells if cell]

    def _lists(self) -> Lists:
        """Cells that list pilots, partners and funders, as sections."""
        columns = self.table.header.columns
        return {
            (number, position): Section(
                columns[position].role, columns[position].label, lines=[row.row.line(row.cells[position])]
            )
            for number, row in enumerate(self.table.rows)
            for position in self.table.header.positions(*ACTOR_ROLES)
            if not row.shifted.stray and row.cells[position]
        }
