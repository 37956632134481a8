"""Plans of financing in words: "Ville : 4,4 M€ ; ANRU : 40 %", "80 000 € dont 30 000 € de la CAF"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from graph.text import fold, plain_punctuation
from loaders.cells import printed_lines
from loaders.forms.values.sums import Sum, read_sum
from loaders.words.split import split_outside

_BREAKS = ";\n,+|•"
_EDGES = " -.•*:="
_FIGURE = re.compile(r"\d[\d .,]*(?:[km]\s?)?(?:€|euros?\b)|\d[\d.,]*\s*%", re.IGNORECASE)
_BARE = re.compile(
    r"(?P<name>.*[^\W\d_].*?)\s*[:=(]\s*(?P<sum>\d{1,3}(?:[ .]\d{3})+(?:,\d+)?|\d{3,}(?:[.,]\d+)?)\s*\)?$"
)
_TAIL = re.compile(r"\((?P<inner>[^()]*)\)\s*$")
_WITHIN = re.compile(r"\s*\b(?:dont|soit)\b\s*|\s+et\s+(?=\d)", re.IGNORECASE)
_BETWEEN = re.compile(r"\bentre\s+\d", re.IGNORECASE)
_WHOLE = re.compile(r"(?:(?:cout|budget|montant|total)\b[^:\d]*[:=]?|environ|env\.?|~)\s*(?=\d)")
_SOMEONE = re.compile(r"[^\W\d_]{2}")
_UNITS = {1: "€", 10**3: "k€", 10**6: "M€"}
_FIRST_YEAR, _LAST_YEAR = 1990, 2060


@dataclass
class Financing:
    """A cell in pieces. `whole`: sums that are nobody's; `named`: pieces in which a figure stands beside a name, the
    figure with its unit; `bare`: pieces without a figure."""

    whole: list[Sum] = field(default_factory=list)
    named: list[str] = field(default_factory=list)
    bare: list[str] = field(default_factory=list)


def financing(cell: str, factor: int = 1) -> Financing:
    """The pieces of a cell; `factor`: euros that the column's label gives to a figure of 1."""
    found = Financing()
    for piece in _pieces(plain_punctuation("\n".join(printed_lines(cell)))):
        _sort(piece, factor, found)
    return found


def _sort(piece: str, factor: int, found: Financing) -> None:
    folded = fold(piece)
    opening = _WHOLE.match(folded)
    given = read_sum(folded[opening.end() :] if opening else piece, factor)
    if given.euros is not None and (opening or given.alone):
        found.whole.append(given)
    elif _FIGURE.search(piece):
        found.named += [piece] if _SOMEONE.search(_FIGURE.sub("", piece)) else []
    elif (bare := _BARE.match(piece)) is not None and not _is_year(bare["sum"]):
        found.named.append(f"{bare['name']} : {bare['sum']} {_UNITS[factor]}")
    else:
        found.bare.append(piece)


def _pieces(text: str) -> Iterator[str]:
    """Pieces between semicolons, lines, commas, "dont", and inside parentheses that hold sums of their own."""
    for piece in split_outside(text, _BREAKS):
        for words in [piece] if _BETWEEN.search(piece) else _WITHIN.split(piece):
            inside = _TAIL.search(words)
            if inside and _parted(inside["inner"], words[: inside.start()]):
                yield words[: inside.start()].strip(_EDGES)
                yield from _pieces(inside["inner"])
            elif words.strip(_EDGES):
                yield words.strip(_EDGES)


def _parted(inner: str, head: str) -> bool:
    """True behind a sum for its funders, "(Ville)" or "(Ville : 20 000 €)", and for several sums anywhere."""
    if _FIGURE.search(head):
        return bool(_SOMEONE.search(inner))
    return len(_FIGURE.findall(inner)) > 1


def _is_year(said: str) -> bool:
    return said.strip().isdigit() and _FIRST_YEAR <= int(said.strip()) <= _LAST_YEAR
