"""Amounts and shares where they stand in a text, and how they go together."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from loaders.words.money import amounts, euros

PERCENT = re.compile(r"(?P<share>\d+(?:[.,]\d+)?)\s*%")
_BETWEEN = re.compile(r"[\s:;()=/|–-]*(?:soit|ou|,)?[\s:(]*")
_BEHIND = re.compile(r"\s*(?:(?:HT|TTC|nets?)\b)?\s*(?:\([^()]*\)|\))?", re.IGNORECASE)
_BARE = re.compile(r"\d{1,3}(?:[ \u00a0\u202f.]\d{3})+(?:,\d{1,2})?|\d+(?:[.,]\d{1,2})?")
_LETTER = re.compile(r"[^\W\d_]{2,}")


@dataclass(frozen=True)
class Figure:
    """An amount (integer euros) or a share (0 to 1) where it stands; `span`: one end of a range, no amount."""

    start: int
    end: int
    euros: int | None = None
    share: float | None = None
    span: bool = False


def figures(text: str) -> list[Figure]:
    """Every amount and every share of a text, in order."""
    found = [Figure(each.start, each.end, euros=each.euros, span=each.span) for each in amounts(text)]
    found += [Figure(match.start(), match.end(), share=_fraction(match["share"])) for match in PERCENT.finditer(text)]
    return sorted(found, key=lambda figure: figure.start)


def _fraction(percent: str) -> float:
    return float(Decimal(percent.replace(",", ".")) / 100)


def groups(text: str) -> list[list[Figure]]:
    """Figures that say one thing together: "32 % : 280 000 €", "20 000 € (40 %)"."""
    found: list[list[Figure]] = []
    for figure in figures(text):
        before = found[-1] if found else None
        pairs = before is not None and (before[-1].euros is None) != (figure.euros is None)
        if before is not None and pairs and _BETWEEN.fullmatch(text, before[-1].end, figure.start):
            before.append(figure)
        else:
            found.append([figure])
    return found


def cut(text: str) -> list[str]:
    """A text with several figures as one piece each: "État 10 000 € Ville 5 000 €", "10 000 € de X et 5 000 € de Y"."""
    found = groups(text)
    if len(found) < 2 or _together(text, found[0][0].start, found[-1][0].start):
        return [text]
    if _LETTER.search(text, 0, found[0][0].start):
        ends = [_behind(text, group[-1].end) for group in found[:-1]]
        return _pieces(text, ends)
    return _pieces(text, [group[0].start for group in found[1:]])


def _together(text: str, first: int, last: int) -> bool:
    """True within one pair of parentheses: "Ville (10 000 € en 2024, 12 000 € en 2025)"."""
    return text.count("(", 0, first) > text.count(")", 0, first) and ")" not in text[first:last]


def _behind(text: str, end: int) -> int:
    match = _BEHIND.match(text, end)
    return match.end() if match else end


def _pieces(text: str, bounds: Sequence[int]) -> list[str]:
    edges = [0, *bounds, len(text)]
    return [text[start:end] for start, end in pairwise(edges)]


def bare_number(text: str, unit: str = "€") -> int | None:
    """A number that stands alone where an amount belongs, in euros by a unit that is printed elsewhere ("k€")."""
    words = text.strip()
    return euros(words, unit) if _BARE.fullmatch(words) else None
