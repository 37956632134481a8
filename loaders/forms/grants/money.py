"""What a row of grants says in figures: its amount, what of it is money, and the part of its beneficiary."""

from __future__ import annotations

from decimal import Decimal

from loaders.forms.grants.amounts import Amount, read_amount
from loaders.forms.grants.cells import Cells
from loaders.forms.grants.grant import Tally
from loaders.forms.grants.natures import COUNTED, MIXED, Means


def amount_of(cells: Cells, decimal: str | None) -> Amount | None:
    """The amount of a row, `decimal` being its column's sign; None where its cell is blank."""
    words = cells.words("amount")
    if not words:
        return None
    amount = read_amount(words, decimal, cells.columns.unit)
    if amount.euros is None:
        cells.odd(f"montant-{amount.why}", "amount", words)
    elif amount.doubt:
        cells.odd("montant-ambigu", "amount", words, amount.euros)
    return amount


def money_of(cells: Cells, printed: Decimal | None, told: Means, tally: Tally) -> Decimal | None:
    """What counts as money of a printed amount; the rest is set aside."""
    if printed is None:
        _say_absent(cells)
        return None
    words = cells.words("nature")
    if told.counted == MIXED:
        cells.odd("aide-mixte", "nature", words, printed)
    elif told.counted != COUNTED:
        cells.odd("aide-en-nature", "nature", words, printed)
        tally.set_aside("aides en nature ou garanties", printed)
        return None
    if printed < 0:
        cells.odd("montant-negatif", "amount", cells.words("amount"), printed)
        tally.set_aside("montants négatifs", printed)
        return None
    if printed == 0:
        cells.odd("montant-nul", "amount", cells.words("amount"))
    return printed


def _say_absent(cells: Cells) -> None:
    if cells.words("amount"):
        return
    if requested := cells.words("requested"):
        cells.odd("montant-demande", "requested", requested)
    else:
        cells.odd("montant-absent", "amount")


def share_of(cells: Cells) -> Decimal | None:
    """The part of the amount that goes to the beneficiary, from 0 to 1: "0.45", "45 %" and "45" are one."""
    words = cells.words("share")
    if not words:
        return None
    amount = read_amount(words.removesuffix("%").strip(), "." if "." in words else ",")
    if amount.euros is None or not 0 < amount.euros <= 100:
        cells.odd("part-illisible", "share", words)
        return None
    return amount.euros / 100 if amount.euros > 1 or words.endswith("%") else amount.euros
