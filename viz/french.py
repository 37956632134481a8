"""How figures, dates and counts are written for people in France."""

from __future__ import annotations

import datetime

from graph.french import NBSP, THIN, euros, grouped

__all__ = ["NBSP", "THIN", "count", "day", "euros", "grouped", "percent", "status"]


STATUSES = {"en_cours": "en cours", "a_developper": "à développer", None: "état non précisé"}
FUNDING_KINDS = {"pret": "prêt", "subvention": "subvention", "inconnu": "nature non précisée"}


def count(number: int, one: str, many: str | None = None) -> str:
    """A number and its noun: 0 and 1 are singular in French. `many` defaults to one + "s"."""
    noun = one if number < 2 else many or f"{one}s"
    return f"{grouped(number)}{NBSP}{noun}"


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
