"""A grant as a row tells it, before references are made unique and shares applied."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from decimal import Decimal

from loaders.cells import Row
from loaders.words.siret import Number


@dataclass(slots=True)
class Party:
    """A grantor or a beneficiary: its name as printed, and its number."""

    name: str
    number: Number


@dataclass(slots=True)
class Grant:
    """One grant. `printed` is the amount of its row, exactly; `amount` what counts as money, None where nothing does.

    `year` is the budget year where the row tells one; `date` an ISO date, month or year.
    """

    row: Row
    grantor: Party
    beneficiary: Party
    instrument: str
    kind: str
    area: str = ""
    printed: Decimal | None = None
    amount: Decimal | None = None
    share: Decimal | None = None
    reference: str = ""
    year: str = ""
    date: str | None = None
    object: str | None = None


@dataclass
class Tally:
    """What became of the amounts of a file, exactly: all that is printed is either counted or set aside."""

    grants: int = 0
    printed: Decimal = Decimal(0)
    aside: dict[str, Decimal] = field(default_factory=dict)
    rows_aside: Counter[str] = field(default_factory=Counter)

    def set_aside(self, why: str, amount: Decimal) -> None:
        """Say that a row's amount is not counted, and why (in French)."""
        self.aside[why] = self.aside.get(why, Decimal(0)) + amount
        self.rows_aside[why] += 1
