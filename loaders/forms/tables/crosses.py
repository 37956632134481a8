"""Crosses under the labels of tools, and national envelopes quoted in a measure."""

from __future__ import annotations

from dataclasses import dataclass

from graph.statements import FundingMention
from graph.text import slug
from loaders.forms.tables.alignment import Aligned
from loaders.forms.tables.columns import Header
from loaders.forms.tables.labels import Role
from loaders.forms.tables.marks import is_between, is_mark, is_no
from loaders.lines import Line
from loaders.plan_info import PlanInfo
from loaders.words.envelopes import STATE, amounts_set_aside, national_envelopes
from loaders.words.lists import mention_of
from loaders.words.tool_names import tool_of_column
from loaders.writer import Writer

_LONGEST_QUOTE = 10_000


@dataclass(frozen=True)
class CrossesWriter:
    """Writes the tools that a measure uses, and the national money that it quotes."""

    header: Header
    writer: Writer
    info: PlanInfo

    def write(self, row: Aligned, measure: str) -> list[int]:
        """Write the crosses of one row; returns the positions of the cells that hold something else."""
        unread = []
        for position in self.header.positions(Role.MARK):
            cell = row.cells[position]
            if is_mark(cell):
                self._cross(row, measure, position)
            elif cell and not is_no(cell):
                unread.append(position)
        return unread

    def _cross(self, row: Aligned, measure: str, position: int) -> None:
        column = self.header.columns[position]
        name = tool_of_column(column.label)
        quote = f"{column.label} : {row.cells[position]}"
        tool = f"{self.info.id}/outil/{slug(name)}"
        self.writer.node("Tool", tool, name, column.locator, column.label)
        between = "la croix est entre parenthèses : à vérifier" if is_between(row.cells[position]) else None
        doubt = row.doubtful.get(position) or between
        self.writer.tie(measure, "USES", tool, row.row.locator, quote, doubt=doubt is not None)
        if doubt:
            self.writer.finding("croix-douteuse", "attention", row.row.locator, doubt)

    def envelopes(self, measure: str, line: Line) -> None:
        """Write the national envelopes that a measure quotes."""
        text = line.text
        for envelope in national_envelopes(text):
            source = FundingMention(mention_of(envelope.provider), envelope.source, "dispositif national")
            given = {"amount": envelope.euros, "scope": "national"}
            quote = text if len(text) <= _LONGEST_QUOTE else envelope.quote
            self.writer.tie(source, "FUNDS", measure, line.locator, quote, **given)
            unsaid = " (comptée à l'État : le texte ne dit pas qui l'apporte)" if envelope.provider == STATE else ""
            message = f"« {envelope.quote} » : enveloppe nationale, jamais additionnée à l'argent du plan{unsaid}"
            self.writer.finding("enveloppe-nationale", "info", line.locator, message)
        for quote, why in amounts_set_aside(text):
            self.writer.finding("montant-ecarte", "info", line.locator, f"« {quote} » : {why}, non compté")
