"""What the columns of an action say of itself: its budget, its dates and its status."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from loaders.forms.tables.alignment import Aligned
from loaders.forms.tables.columns import Header
from loaders.forms.tables.labels import Column, Role, factor_of, is_part
from loaders.forms.tables.marks import is_mark, is_no
from loaders.forms.values.dates import first_day, in_order, last_day, names_several, of_serial, period
from loaders.forms.values.financing import Financing, financing
from loaders.forms.values.sums import Sum, read_sum
from loaders.forms.vocabulary import status_of
from loaders.read.document import Note

_STATE = re.compile(
    r"(?:en cours|à développer|réalisée?|terminée?|achevée?|à venir|prévue?|engagée?|abandonnée?|reportée?|suspendue?"
    r"|en attente|à l'étude|en projet|à lancer|à engager|bloquée?|en retard|en pause)(?=\s*[:;,.(–-])",
    re.IGNORECASE,
)
_LONGEST_STATE = 60
_PARTS = (Role.BUDGET_PART,)
TOLD = (Role.BUDGET, Role.BUDGET_PART, Role.START, Role.END, Role.SCHEDULE, Role.YEAR, Role.STATUS)
"""Roles of the columns that are read here."""


@dataclass
class Particulars:
    """Properties of an action, the words of the cells that say them, and what is to be said of those cells.

    `unread` are positions of cells that hold something else; `aside`, of those that say that nothing is known yet;
    `serials`, of days shown as a spreadsheet's number.
    """

    properties: dict[str, Any] = field(default_factory=dict)
    quotes: list[str] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    unread: list[int] = field(default_factory=list)
    aside: list[int] = field(default_factory=list)
    serials: list[int] = field(default_factory=list)

    def keep(self, name: str, value: Any, quote: str) -> None:
        """Keep a property, and the words that say it."""
        self.properties[name] = value
        if quote not in self.quotes:
            self.quotes.append(quote)


def particulars(row: Aligned, header: Header) -> Particulars:
    """All that the columns of one row say of its action itself."""
    reader = _Reader(row, header)
    reader.status()
    reader.budget()
    reader.days()
    return reader.told


class _Reader:
    """Reads one row."""

    def __init__(self, row: Aligned, header: Header) -> None:
        self.row, self.header, self.columns = row, header, header.columns
        self.told = Particulars()

    def _filled(self, *roles: Role) -> Iterator[tuple[int, Column, str]]:
        """Cells of these roles that say something: position, column, words."""
        for position, column in enumerate(self.columns):
            if column.role in roles and (cell := self.row.cells[position]):
                yield position, column, cell

    def _note(self, code: str, position: int, message: str) -> None:
        self.told.notes.append((code, self.header.place(self.row.row, position), message))

    def _doubt(self, code: str, position: int, cell: str, why: str) -> None:
        self._note(code, position, f"« {self.columns[position].label} » : « {cell[:80]} », {why}")
        self.told.unread.append(position)

    def status(self) -> None:
        """What a column of statuses says, or the label of the one that is crossed."""
        crossed = []
        for position, column, cell in self._filled(Role.STATUS):
            if not column.named:
                self._state(position, column, cell)
            elif is_mark(cell):
                crossed.append((position, column))
        if len(crossed) > 1:
            self._note("statut-incertain", crossed[0][0], "plusieurs états sont cochés : aucun n'est retenu")
        elif crossed:
            column = crossed[0][1]
            self.told.keep("status", status_of(column.label), f"{column.label} : x")

    def _state(self, position: int, column: Column, cell: str) -> None:
        opening = _STATE.match(cell)
        if opening or len(cell) <= _LONGEST_STATE:
            self.told.keep("status", status_of(opening.group() if opening else cell), _quote(column, cell))
        else:
            self.told.unread.append(position)

    def budget(self) -> None:
        """The budget, else the sum of its parts, else the whole that a plan of financing says."""
        for position, column, cell in self._filled(Role.BUDGET):
            self._take(position, column, cell)
        if "budget" not in self.told.properties:
            self._add_parts()
        for _, column, cell in self._filled(Role.FINANCING):
            whole = [] if is_part(column.label) else financing(cell, factor_of(column.label)).whole
            if "budget" not in self.told.properties and len(whole) == 1:
                self.told.keep("budget", whole[0].euros, _quote(column, cell))

    def _add_parts(self) -> None:
        """The sum of the columns of years or kinds of expenses."""
        parts = [(column, cell, read_sum(cell, factor_of(column.label))) for _, column, cell in self._filled(*_PARTS)]
        sums = [(column, cell, given.euros) for column, cell, given in parts if given.euros is not None]
        if sums:
            quote = " ; ".join(_quote(column, cell) for column, cell, _ in sums)
            self.told.keep("budget", sum(euros for _, _, euros in sums), quote)
        if len(sums) > 1:
            self._note("budget-additionne", self._first(Role.BUDGET_PART), f"{len(sums)} sommes additionnées")

    def _first(self, role: Role) -> int:
        return next(position for position, _, _ in self._filled(role))

    def _take(self, position: int, column: Column, cell: str) -> None:
        factor = factor_of(f"{column.group} {column.label}")
        given, found = read_sum(cell, factor), financing(cell, factor)
        if given.unsaid:
            self.told.aside.append(position)
        elif given.euros is None or (found.named and not found.whole):
            self._by_parts(position, column, cell, given, found)
        else:
            if given.why:
                self._note("montant-a-verifier", position, f"« {column.label} » : « {cell[:80]} », {given.why}")
            self.told.keep("budget", given.euros, _quote(column, cell))

    def _by_parts(self, position: int, column: Column, cell: str, given: Sum, found: Financing) -> None:
        """A budget that is told with its sources: "45 000 € (Ville : 20 000 €, CAF : 25 000 €)"."""
        if len(found.whole) == 1:
            self.told.keep("budget", found.whole[0].euros, _quote(column, cell))
        elif not found.named:
            self._doubt("montant-illisible", position, cell, f"{given.why or 'aucun montant'} : budget non retenu")

    def days(self) -> None:
        """When the action begins and ends."""
        for role, name, read in ((Role.START, "start", first_day), (Role.END, "end", last_day)):
            for position, column, cell in self._filled(role):
                self._day(position, column, cell, name, read(cell))
        for _, column, cell in self._filled(Role.END):
            self._beginning(column, cell)
        spans = [(*item, period(item[2])) for item in self._filled(Role.SCHEDULE)]
        spans += [(*item, period(item[1].item)) for item in self._filled(Role.YEAR) if not is_no(item[2])]
        self._span(spans)
        start, end = (self.told.properties.get(name, "") for name in ("start", "end"))
        if not in_order(start, end):
            self._note("dates-inversees", self._first_date(), f"début {start} après la fin {end}")

    def _beginning(self, column: Column, cell: str) -> None:
        """ "2024 – 2027" in a column of endings says both."""
        if names_several(cell) and "start" not in self.told.properties:
            self.told.keep("start", first_day(cell), _quote(column, cell))

    def _first_date(self) -> int:
        return next(position for position, _, _ in self._filled(Role.START, Role.END, Role.SCHEDULE, Role.YEAR))

    def _day(self, position: int, column: Column, cell: str, name: str, read: str) -> None:
        day = read or of_serial(cell)
        self.told.serials += [position] * bool(day and not read)
        if day:
            self.told.keep(name, day, _quote(column, cell))
        elif any(sign.isdigit() for sign in cell):
            self._doubt("date-illisible", position, cell, "aucune date lisible")
        else:
            self.told.aside.append(position)

    def _span(self, spans: list[tuple[int, Column, str, tuple[str, str] | None]]) -> None:
        """Beginning and end over all columns of time, where no column of its own says them."""
        said = [(column, cell, span) for _, column, cell, span in spans if span]
        self.told.aside += [position for position, _, _, span in spans if not span]
        if not said:
            return
        quote = " ; ".join(_quote(column, cell) for column, cell, _ in said)
        lows, highs = [span[0] for *_, span in said if span[0]], [span[1] for *_, span in said if span[1]]
        for name, days, best in (("start", lows, min), ("end", highs, max)):
            if days and name not in self.told.properties:
                self.told.keep(name, best(days), quote)


def _quote(column: Column, cell: str) -> str:
    return f"{column.label} : {cell}"
