"""Reads the rows of a table of grants, each as far as it can be; what is odd is said by row and column."""

from __future__ import annotations

import re
from decimal import Decimal

from graph.text import fold
from loaders.cells import Row
from loaders.forms.grants.align import Aligner
from loaders.forms.grants.amounts import Amount, decimal_sign
from loaders.forms.grants.cells import Cells
from loaders.forms.grants.dates import first_date, read_date
from loaders.forms.grants.grant import Grant, Party, Tally
from loaders.forms.grants.money import amount_of, money_of, share_of
from loaders.forms.grants.natures import Means, means, programme
from loaders.forms.grants.parties import bare_name, read_grantor, read_party, refusal
from loaders.forms.grants.problems import Problems, exact_euros
from loaders.forms.grants.table import GrantTable

_LONGEST_OBJECT, _LONGEST_REFERENCE, _LONGEST_AREA = 2_000, 200, 80
_TOTAL = re.compile(
    r"(?:sous[- ]?|montant )?tota(?:l|ux)(?: (?:general|generaux|global|subventions?|attribue|accorde|verse|vote|annee"
    r"|exercice|de la|des?|du)\b.*| (?:19|20)\d\d)?\s*:?"
)
_DATES = ("date", "decision_date", "payment_date", "year")


class RowReader:
    """Reads one table; `scheme` is the State's scheme that the file's name tells, where no column does."""

    def __init__(self, table: GrantTable, problems: Problems, tally: Tally, scheme: str | None) -> None:
        self._columns, self._scheme = table.columns, scheme
        self._problems, self._tally = problems, tally
        self._aligner = Aligner(table.columns)
        self._decimal = decimal_sign(row.cell(table.columns.at("amount")) for row in table.rows)
        self._grantor = _only_grantor(table)
        self._since_total = Decimal(0)

    def read(self, row: Row) -> Grant | None:
        """The grant of a row; None for a total, a person, a grant that is not given, or a row without beneficiary."""
        cells = self._settled(row)
        amount = amount_of(cells, self._decimal)
        if self._is_total(cells, amount):
            return None
        printed = amount.euros if amount else None
        self._tally.printed += printed or 0
        self._since_total += printed or 0
        beneficiary = read_party(cells, "beneficiary")
        if why := refusal(cells, beneficiary, printed or Decimal(0)):
            self._tally.set_aside(why, printed or Decimal(0))
            return None
        self._tally.grants += 1
        return self._grant(cells, beneficiary, printed)

    def _grant(self, cells: Cells, beneficiary: Party, printed: Decimal | None) -> Grant:
        told = self._means(cells)
        return Grant(
            row=cells.row,
            grantor=read_grantor(cells, self._grantor),
            beneficiary=beneficiary,
            instrument=told.instrument,
            kind=told.kind,
            area=cells.words("area")[:_LONGEST_AREA],
            printed=printed,
            amount=money_of(cells, printed, told, self._tally),
            share=share_of(cells),
            reference=cells.first("reference", "grant_id", "post")[:_LONGEST_REFERENCE],
            year=(first_date(cells.words("year")) or "")[:4],
            date=_date(cells),
            object=cells.words("object")[:_LONGEST_OBJECT] or None,
        )

    def _settled(self, row: Row) -> Cells:
        """The cells under the header, slid ones put back; words beyond the last column are said."""
        moved = self._aligner.aligned(row.cells)
        beyond = [cell for cell in row.cells[len(self._columns.labels) :] if cell]
        if moved is not None:
            self._problems.add("ligne-decalee", row, words=" ; ".join(filter(None, row.cells)))
        elif beyond:
            self._problems.add("ligne-en-trop", row, words=" ; ".join(beyond))
        return Cells(row, moved or row.cells, self._columns, self._problems)

    def _is_total(self, cells: Cells, amount: Amount | None) -> bool:
        """True for a row of total; it is compared with the rows above, since the last total and since the first."""
        first = next((cell for cell in cells.cells if cell), "")
        named = {fold((cells.words("beneficiary") or first)[:80]), fold(first[:80])}
        if cells.first("beneficiary_id", "date") or not any(map(_TOTAL.fullmatch, named)):
            return False
        total = amount.euros if amount else None
        if total is None or total in (self._since_total, self._tally.printed):
            cells.odd("ligne-de-total", "", euros=total or Decimal(0))
        else:
            cells.odd("somme-differente", "amount", first, total, exact_euros(self._tally.printed))
        self._since_total = Decimal(0)
        return True

    def _means(self, cells: Cells) -> Means:
        scheme = cells.words("scheme")
        if self._columns.of_the_state:
            return means(cells.words("nature"), scheme or self._scheme or programme(), national=True)
        return means(cells.words("nature"), scheme)


def _date(cells: Cells) -> str | None:
    """The date of the convention; else of the decision, of the payment, or the year, which is said."""
    for role in _DATES:
        words = cells.words(role)
        date = read_date(words) if role == "date" else first_date(words)
        if date is None:
            if words and role != "payment_date":
                cells.odd("date-illisible", role, words)
            continue
        if role != "date" and "date" in cells.columns.positions:
            cells.odd("date-remplacee", "date", cells.columns.label(role), other=date)
        return date
    return None


def _only_grantor(table: GrantTable) -> str | None:
    """The grantor of the whole table, where it names but one."""
    position = table.columns.at("grantor")
    names = {bare_name(row.cell(position)) for row in table.rows if row.cell(position)}
    return names.pop() if len(names) == 1 else None
