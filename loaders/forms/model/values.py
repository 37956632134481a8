"""Figures and dates in the workbook's cells, each checked against what is expected there."""

from __future__ import annotations

import re
from decimal import Decimal, InvalidOperation

from loaders.forms.grants.amounts import read_amount, rounded
from loaders.forms.grants.dates import read_date
from loaders.forms.model.problems import Problems
from loaders.forms.model.sheets import Entry

_PLAIN = re.compile(r"-?\d{1,18}(?: ?€)?")
_SHARE = re.compile(r"(\d{1,20}(?:[.,]\d{1,20})?)\s*(%)?")


def amount(entry: Entry, key: str, problems: Problems) -> int | None:
    """Whole euros; None where the cell holds no amount, which is said."""
    text = entry.text(key)
    if not text:
        return None
    if _PLAIN.fullmatch(text):
        return int(text.rstrip(" €"))
    read = read_amount(text, ",")
    if read.euros is None:
        problems.odd("montant-illisible", entry, key, f"« {text} » n'est pas un montant en euros : non retenu")
        return None
    euros = rounded(read.euros)
    if read.euros != euros:
        problems.odd("montant-arrondi", entry, key, f"« {text} » est arrondi à {euros} €", "info")
    return euros


def share(entry: Entry, key: str, problems: Problems) -> float | None:
    """A part from 0 to 1: "93 %", "0,93"; None where the cell holds none, which is said."""
    text = entry.text(key)
    match = _SHARE.fullmatch(text)
    if not text:
        return None
    value = _fraction(match) if match else None
    if value is None:
        problems.odd("part-illisible", entry, key, f"« {text} » n'est pas une part (« 93 % ») : non retenue")
    elif match and not match[2] and Decimal(match[1].replace(",", ".")) > 1:
        problems.odd("part-sans-signe", entry, key, f"« {text} » est lu « {text} % »", "info")
    return value


def _fraction(match: re.Match[str]) -> float | None:
    try:
        number = Decimal(match[1].replace(",", "."))
    except InvalidOperation:
        return None
    value = float(number / 100 if match[2] or number > 1 else number)
    return value if value <= 1 else None


def date(entry: Entry, key: str, problems: Problems) -> str | None:
    """An ISO date of the precision written: a year, a month, a day; None where the cell holds none, which is said."""
    text = entry.text(key)
    if not text:
        return None
    found = read_date(text)
    if found is None:
        message = f"« {text} » n'est pas une date (2025, 09/2025 ou 01/09/2025) : non retenue"
        problems.odd("date-illisible", entry, key, message)
    return found
