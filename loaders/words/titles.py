"""Titles of plans, axes and objectives: their words, and the number printed before them."""

from __future__ import annotations

import re

from graph.text import fold
from loaders.lines import Line

_PLAN_TITLE = re.compile(r"\b(?:plan|contrat|convention|programme|protocole|comite interministeriel)\b")
_NUMBERED = re.compile(
    r"^(?P<word>(?:axe|pilier|th[èe]me|th[ée]matique|volet|orientation|priorité|(?:sous-)?objectif)(?: \w+)?\s+)?"
    r"(?:n\s*[°º]\s*)?(?P<number>\d{1,2}(?:\.\d{1,2})*|[IVX]{1,4}(?=\s*[-.):–]))(?P<sign>\s*[-.):–]?\s*)(?=\D)",
    re.IGNORECASE,
)
_CONTINUED = re.compile(r"\s*[(–—-]?\s*\bsuite(?: et fin)?\s*\)?\s*$", re.IGNORECASE)
ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5, "vi": 6, "vii": 7, "viii": 8, "ix": 9, "x": 10}


def looks_like_title(line: Line) -> bool:
    """True where a line's words are those of a plan's title."""
    return bool(_PLAN_TITLE.search(fold(line.text)))


def number_of(printed: str) -> int | None:
    """The integer printed in a heading ("3", "IV"), or None for "1.2"."""
    return int(printed) if printed.isdigit() else ROMAN.get(printed.lower())


def number_and_title(text: str) -> tuple[int | None, str]:
    """ "1. Emploi" → (1, "Emploi"); "Objectif 2.1 : Former" → (None, "Former"); other words as they are."""
    match = _NUMBERED.match(text)
    if match is None or not _opens(match, text[match.end() :]) or not text[match.end() :].strip():
        return None, text
    return number_of(match["number"]), text[match.end() :].strip()


def _opens(match: re.Match[str], after: str) -> bool:
    """True for figures that number a title, not count: "2. Emploi", "3 Santé", and not "5 ans", "2 000 emplois"."""
    if match["sign"].strip():
        return not (match["sign"] == "." and after[:1].isdigit())
    return bool(match["word"]) or (match["sign"] != "" and after[:1].isupper())


def without_continuation(text: str) -> str:
    """A title printed again on the next page, as it was: "Logement (suite)" → "Logement"."""
    return _CONTINUED.sub("", text) if goes_on(text) else text


def goes_on(text: str) -> bool:
    """True for a title that says it is the rest of one before."""
    return bool(re.search(r"[(–—-]\s*suite(?: et fin)?\s*\)?\s*$", text, re.IGNORECASE))
