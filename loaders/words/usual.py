"""Organisations met all over France, by their acronym or their name. Facts, in `usual.csv` beside."""

from __future__ import annotations

import csv
import re
from functools import cache
from importlib.resources import files

from graph.text import fold, is_acronym, strip_accents
from loaders.words.spellings import Match, Spellings, folded_in_place

_SHORTEST_AS_WORD = 3
_GOES_ON = re.compile(r"[.+]\w|\+")
# As ordinary words these are no acronyms, even with a capital.
_WORDS_TOO = frozenset("aides clic cros face fol pass spa".split())


@cache
def usual_names() -> frozenset[str]:
    """All of them, folded."""
    return frozenset(fold(name) for name in _printed())


@cache
def _printed() -> tuple[str, ...]:
    with files("loaders.words").joinpath("usual.csv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file, delimiter=";"))
    return tuple(name for row in rows for name in (row["nom"], *row["formes"].split("|")) if name)


@cache
def _spellings() -> tuple[Spellings, frozenset[str]]:
    """What to look for, and which of it are acronyms."""
    return Spellings(_printed()), frozenset(fold(name) for name in _printed() if is_acronym(name))


def usual_at(text: str, position: int) -> Match | None:
    """The usual name that begins at a position of a plain text: "CAF", "Caf", "Secours populaire"."""
    if not text[position : position + 1].isupper():
        return None
    spellings, acronyms = _spellings()
    match = spellings.at(folded_in_place(text), position)
    if match is not None and _GOES_ON.match(text, match.end):
        return None
    if match is None or match.folded not in acronyms:
        return match
    return match if _printed_as_acronym(text[match.start : match.end], match.folded) else None


def _printed_as_acronym(printed: str, folded: str) -> bool:
    """In capitals; or as the press does, "Caf", where that is no other word."""
    letters = strip_accents(printed)
    if letters == letters.upper():
        return True
    return folded not in _WORDS_TOO and len(folded) >= _SHORTEST_AS_WORD and letters == folded.capitalize()
