"""Funders named inside a sentence without an amount: "(financements Etat)", "financées par la DREETS et DRCS"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from graph.text import is_acronym
from loaders.words import names

_THE = rf"(?:{names.OF}|la |le |les |l['’])?"
_NAME = r"(?P<who>[A-ZÀ-Þ][\w’'+-]*(?: (?:[A-ZÀ-Þ][\w’'+-]*|de|du|des|la|le|et|l['’](?=[A-ZÀ-Þ])))*)"
_EUROPEAN = re.compile(r"\bfonds européens \((?P<who>FEDER|FSE\+?)\)")
_PHRASES: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("financement", re.compile(rf"\(financements? {_THE}{_NAME}\)")),
    ("financement", re.compile(rf"\b(?:co-?)?financée?s? par {_THE}{_NAME}")),
    ("financement", re.compile(rf"\b(?:avec le |avec un )?soutien financier {_THE}{_NAME}")),
    ("financement", re.compile(rf"\bavec le (?:concours|soutien) {_THE}{_NAME}")),
    ("appel à projets", re.compile(rf"\bcandidature retenue par {_THE}{_NAME}")),
    ("fonds européens", _EUROPEAN),
)


@dataclass(frozen=True)
class NamedFunder:
    """A funder as printed, its instrument, and where the phrase stands in the text (start, end)."""

    who: str
    instrument: str
    span: tuple[int, int]


def named_funders(text: str) -> list[NamedFunder]:
    """Every funder that the sentence names as such, in order."""
    found = []
    for instrument, pattern in _PHRASES:
        for match in pattern.finditer(text):
            found += [NamedFunder(who, instrument, match.span()) for who in _joined(match["who"])]
    return sorted(found, key=lambda funder: funder.span)


def european_funds(text: str) -> list[NamedFunder]:
    """The European funds that a sentence names: "la fin de financement des fonds européens (FEDER)"."""
    return [NamedFunder(match["who"], "fonds européens", match.span()) for match in _EUROPEAN.finditer(text)]


def _joined(who: str) -> list[str]:
    """Names joined by "et", each without its article; trailing small words are no part of a name."""
    pieces = re.split(rf"\s+et\s+{_THE}", who.strip())
    trimmed = [re.sub(r"(?:\s+(?:de|du|des|la|le|et))+$", "", piece.strip()) for piece in pieces]
    return [piece for piece in trimmed if piece and (is_acronym(piece) or names.clean(piece)[:1].isupper())]
