"""Columns that are read and have no place in the graph: said once, with how many cells they hold."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from graph.french import euros as in_euros
from loaders.forms.tables.columns import Header
from loaders.forms.tables.labels import Role
from loaders.writer import Writer

_WHY = {
    Role.PEOPLE: "les noms de personnes ne deviennent pas des acteurs",
    Role.ASIDE: "le graphe ne leur fait pas de place",
}
_NOTHING_SAID = "aucune date, aucun montant ni aucun lieu précis n'y est dit"


@dataclass
class Asides:
    """Counts the cells that are set aside, by column."""

    header: Header
    _cells: Counter[int] = field(default_factory=Counter)
    _unnamed: dict[int, list[int]] = field(default_factory=dict)
    _serials: Counter[int] = field(default_factory=Counter)

    def count(self, position: int) -> None:
        """One more cell of a column."""
        self._cells[position] += 1

    def unnamed(self, position: int, euros: int | None) -> None:
        """Money of nobody in particular: "Autres"."""
        self._unnamed.setdefault(position, []).append(euros or 0)

    def serial(self, position: int) -> None:
        """A day read from the number that a spreadsheet has for it."""
        self._serials[position] += 1

    def say(self, writer: Writer) -> None:
        """Report every column once."""
        for position, count in sorted(self._cells.items()):
            column = self.header.columns[position]
            why = _WHY.get(column.role, _NOTHING_SAID)
            message = f"colonne « {column.label} » : {_cells(count)} de côté, {why}"
            writer.finding("colonne-de-cote", "info", column.locator, message)
        for position, count in sorted(self._serials.items()):
            column = self.header.columns[position]
            message = f"colonne « {column.label} » : {count} dates lues dans le nombre que le tableur en garde"
            writer.finding("date-numero", "info", column.locator, message)
        for position, sums in sorted(self._unnamed.items()):
            column = self.header.columns[position]
            what = f"{_cells(len(sums))} de côté ({in_euros(sum(sums))}), sans financeur nommé"
            message = f"colonne « {column.label} » : {what}"
            writer.finding("financeur-non-nomme", "attention", column.locator, message)


def _cells(count: int) -> str:
    return f"{count} cellule{'s' * (count > 1)} mise{'s' * (count > 1)}"
