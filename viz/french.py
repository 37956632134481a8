"""How figures, dates and counts are written for people in France."""

from __future__ import annotations

import datetime

NBSP = "\u00a0"
THIN = "\u202f"

STATUSES = {"en_cours": "en cours", "a_developper": "à développer", None: "état non précisé"}
FUNDING_KINDS = {"pret": "prêt", "subvention": "subvention", "inconnu": "nature non précisée"}


def grouped(number: int) -> str:
    """1234567 → "1 234 567", with narrow no-break spaces."""
    return f"{number:,}".replace(",", THIN)


def count(number: int, one: str, many: str | None = None) -> str:
    """A number and its noun: 0 and 1 are singular in French. `many` defaults to one + "s"."""
    noun = one if number < 2 else many or f"{one}s"
    return f"{grouped(number)}{NBSP}{noun}"


def euros(amount: int) -> str:
    """An amount of whole euros: "89,3 M€", "1 234,5 M€"; in full where millions would hide a part of it."""
    if abs(amount) < 1_000_000 or amount % 10_000:
        return f"{grouped(amount)}{NBSP}€"
    hundredths = abs(amount) // 10_000
    whole, rest = divmod(hundredths, 100)
    decimals = f",{rest:02d}".rstrip("0").rstrip(",")
    return f"{'-' if amount < 0 else ''}{grouped(whole)}{decimals}{NBSP}M€"


def percent(share: float) -> str:
    """A share from 0 to 1: 0.93 → "93 %", 0.125 → "12,5 %"."""
    figure = f"{share * 100:.1f}".rstrip("0").rstrip(".").replace(".", ",")
    return f"{figure}{NBSP}%"


def day(date: datetime.date) -> str:
    """JJ/MM/AAAA."""
    return f"{date:%d/%m/%Y}"


def status(value: str | None) -> str:
    """The state of an action; a state outside the schema's two is shown as printed."""
    return STATUSES.get(value) or str(value)
