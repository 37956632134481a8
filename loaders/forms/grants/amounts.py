"""Amounts in a column of grants, whatever the hand: "12 000,50 €", "12,000.50", "840690.0", "12 k€", "(500)"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import ROUND_HALF_EVEN, Decimal, InvalidOperation
from functools import lru_cache

_SPACES = re.compile(r"[\s\u00a0\u202f\u2009\ufffd'’_]+")
_SHAPE = re.compile(
    r"(?P<open>\()?\s*(?:€|eur(?:os?)?)?\s*(?P<sign>[-+−–])?\s*(?:€|eur(?:os?)?)?\s*"
    r"(?P<number>\d[\d\s.,'’_\u00a0\u202f\u2009\ufffd]*|[.,]\d+)"
    r"(?P<unit>k|m|md|mds|milliers?|millions?|milliards?)?\s*(?:d['’]|de )?\s*(?:€|eur(?:os?)?)?\s*(?:ttc|ht|net)?"
    r"\s*(?P<close>\))?\s*(?P<after>[-−])?",
    re.IGNORECASE,
)
_EUROS = re.compile(r"€|eur", re.IGNORECASE)
_EXPONENT = re.compile(r"[-+]?\d(?:[.,]\d+)?e[-+]?\d{1,2}", re.IGNORECASE)
_CUT = re.compile(r"[-+]?\d(?:[.,]\d{1,2})?e\+\d{2}", re.IGNORECASE)
_UNITS = {"k": 10**3, "millier": 10**3, "m": 10**6, "million": 10**6, "md": 10**9, "milliard": 10**9}
_DECIMALS = re.compile(r"[.,](?:\d{1,2}|\d{4,})$")
_LARGEST = Decimal(10**10)
_LONGEST = 60


@dataclass(frozen=True)
class Amount:
    """Euros, exactly; or, where there is no amount, why: "illisible", "abime" or "invraisemblable".

    `doubt`: the only sign may part thousands as well as decimals, and nothing in the column tells which.
    """

    euros: Decimal | None
    why: str = ""
    doubt: bool = False


def decimal_sign(texts: Iterable[str]) -> str | None:
    """The decimal sign of a column, "," or ".": the one that its amounts show; None where none or both do."""
    seen: Counter[str] = Counter()
    for text in texts:
        number = _number(text)
        if "," in number and "." in number:
            seen[max(",.", key=number.rfind)] += 1
        elif (match := _DECIMALS.search(number)) and len(re.findall(r"[.,]", number)) == 1:
            seen[match.group()[0]] += 1
    return next(iter(seen)) if len(seen) == 1 else None


def _number(text: str) -> str:
    match = _SHAPE.fullmatch(text.strip()) if len(text) <= _LONGEST else None
    return _SPACES.sub("", match["number"]) if match else ""


@lru_cache(maxsize=65_536)
def read_amount(text: str, decimal: str | None = None, unit: int = 1) -> Amount:
    """The amount that a cell prints, `decimal` being its column's sign and `unit` what its header counts in."""
    text = text.strip()
    if len(text) > _LONGEST:
        return Amount(None, "illisible")
    if _EXPONENT.fullmatch(text):
        if _CUT.fullmatch(text):
            return Amount(None, "abime")
        return _bounded(Decimal(text.replace(",", ".")) * unit)
    match = _SHAPE.fullmatch(text)
    value, doubt = _value(match["number"], decimal) if match else (None, False)
    if match is None or value is None or bool(match["open"]) != bool(match["close"]):
        return Amount(None, "illisible")
    negative = bool(match["open"]) or bool(match["after"]) or (match["sign"] or "+") != "+"
    factor = _factor(match["unit"]) or (1 if _EUROS.search(text) else unit)
    return _bounded(value * factor * (-1 if negative else 1), doubt)


def _bounded(value: Decimal, doubt: bool = False) -> Amount:
    return Amount(value, doubt=doubt) if abs(value) <= _LARGEST else Amount(None, "invraisemblable")


def _factor(unit: str | None) -> int | None:
    return _UNITS[unit.lower().rstrip("s")] if unit else None


def _value(number: str, decimal: str | None) -> tuple[Decimal | None, bool]:
    """The value of digits and signs; spaces part thousands, or it is no number."""
    groups = re.split(r"[\s\u00a0\u202f\u2009\ufffd'’_]+", number.strip())
    if any(not re.match(r"\d{3}(?!\d)", group) for group in groups[1:] if group):
        return None, False
    joined, spaced = "".join(groups).rstrip(".,"), sum(map(bool, groups)) > 1
    signs = re.findall(r"[.,]", joined)
    point = _point(joined, signs, decimal, spaced)
    thousands = {"." if point == "," else ","} if point else {".", ","}
    doubt = len(signs) == 1 and point is None and not decimal
    whole, _, cents = joined.partition(point) if point else (joined, "", "")
    if not _is_grouped(whole, thousands) or (cents and not cents.isdigit()):
        return None, False
    try:
        return Decimal(f"{re.sub(r'[.,]', '', whole) or '0'}.{cents or '0'}"), doubt
    except InvalidOperation:
        return None, False


def _point(number: str, signs: list[str], decimal: str | None, spaced: bool) -> str | None:
    """The sign that begins the decimals of a number, if one does."""
    if not signs:
        return None
    last = signs[-1]
    if len(set(signs)) == 2:
        return last if signs.count(last) == 1 else None
    if len(signs) > 1:
        return None
    head, _, tail = number.partition(last)
    plainly = len(tail) != 3 or spaced or len(head) > 3 or head.strip("0") == ""
    return last if plainly or decimal == last else None


def _is_grouped(whole: str, signs: set[str]) -> bool:
    """True for digits alone, or parted by one sign in threes."""
    first, *others = re.split(r"[.,]", whole)
    used = set(re.findall(r"[.,]", whole))
    return used <= signs and len(used) < 2 and all(len(group) == 3 for group in others) and (not others or bool(first))


def rounded(amount: Decimal) -> int:
    """Whole euros; a half goes to the even neighbour, so that halves do not push sums one way."""
    return int(amount.to_integral_value(ROUND_HALF_EVEN))
