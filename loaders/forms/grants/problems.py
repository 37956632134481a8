"""What is odd in the rows of a file of grants: said row by row where it is rare, once for all where it is common."""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cache
from importlib.resources import files
from typing import cast

from graph.french import grouped
from graph.model import Severity
from loaders.cells import Row
from loaders.writer import Writer

_APART, _EXAMPLES, _RANGES, _WORDS = 5, 3, 12, 80
_PLACE = re.compile(r"(.*?)(\d+)")


@dataclass(frozen=True)
class Kind:
    """What problems of one code have in common; `one` and `many` are French messages to fill in."""

    severity: Severity
    one: str
    many: str


@cache
def _kinds() -> dict[str, Kind]:
    text = files("loaders.forms.grants").joinpath("problems.csv").read_text(encoding="utf-8")
    rows = csv.DictReader(text.splitlines(), delimiter=";")
    return {row["code"]: Kind(cast("Severity", row["severity"]), row["one"].strip(), row["many"]) for row in rows}


@dataclass(frozen=True)
class _Problem:
    locator: str
    words: str
    other: str
    euros: Decimal


@dataclass
class _Pile:
    """Problems of one kind in one column; only the first few are kept in full."""

    first: list[_Problem] = field(default_factory=list)
    examples: dict[str, None] = field(default_factory=dict)
    locators: list[str] = field(default_factory=list)
    euros: Decimal = Decimal(0)

    def add(self, problem: _Problem) -> None:
        self.locators.append(problem.locator)
        self.euros += problem.euros
        if len(self.first) <= _APART:
            self.first.append(problem)
        if problem.words and len(self.examples) <= _EXAMPLES:
            self.examples[problem.words] = None


class Problems:
    """Gathers problems, and says them when all rows are read."""

    def __init__(self) -> None:
        self._piles: dict[tuple[str, str], _Pile] = {}

    def add(
        self, code: str, row: Row, column: str = "", words: str = "", other: str = "", euros: Decimal = Decimal(0)
    ) -> None:
        """One problem of a row: the column's label, the words that stand there, and the euros at stake."""
        shown = words if len(words) <= _WORDS else f"{words[:_WORDS]}…"
        self._piles.setdefault((code, column), _Pile()).add(_Problem(row.locator, shown, other, euros))

    def count(self, code: str) -> int:
        """How many problems of a code there are, all columns together."""
        return sum(len(pile.locators) for (own, _), pile in self._piles.items() if own == code)

    def write(self, writer: Writer) -> None:
        """Write the findings: each by its row up to five of a kind in a column, else one for all of them."""
        for (code, column), pile in self._piles.items():
            kind = _kinds()[code]
            where = f"colonne {column} : " if column else ""
            if len(pile.locators) > _APART:
                writer.finding(code, kind.severity, places(pile.locators), where + _many(kind, pile))
                continue
            for problem in pile.first:
                told = {"words": problem.words, "other": problem.other, "euros": exact_euros(problem.euros)}
                writer.finding(code, kind.severity, problem.locator, where + kind.one.format(**told))


def _many(kind: Kind, pile: _Pile) -> str:
    shown = [f"« {words} »" for words in list(pile.examples)[:_EXAMPLES]]
    more = ["…"] if len(pile.examples) > _EXAMPLES else []
    told = {
        "count": grouped(len(pile.locators)),
        "examples": ", ".join(shown + more),
        "euros": exact_euros(pile.euros),
    }
    return kind.many.format(**told)


def exact_euros(amount: Decimal) -> str:
    """An amount with its cents, if it has any: "1 234,50 €"."""
    cents = amount.quantize(Decimal("0.01"))
    whole, _, rest = f"{cents:.2f}".partition(".")
    sign, digits = ("-", whole[1:]) if whole.startswith("-") else ("", whole)
    return f"{sign}{grouped(int(digits))}{f',{rest}' if rest != '00' else ''} €"


def places(locators: list[str]) -> str:
    """Places in short: "lignes 2 à 40, 52, 60"; the first ones where they are many."""
    parsed = [_PLACE.fullmatch(locator) for locator in locators]
    heads = {match[1] for match in parsed if match}
    if len(heads) != 1 or not all(parsed):
        more = f" et {len(locators) - _RANGES} autres" if len(locators) > _RANGES else ""
        return f"{', '.join(locators[:_RANGES])}{more}"
    runs = _runs([int(match[2]) for match in parsed if match])
    shown = ", ".join(str(first) if first == last else f"{first} à {last}" for first, last in runs[:_RANGES])
    more = " et suivantes" if len(runs) > _RANGES else ""
    head = heads.pop().strip()
    return f"{head}{'' if head.endswith('s') else 's'} {shown}{more}"


def _runs(numbers: list[int]) -> list[tuple[int, int]]:
    runs: list[tuple[int, int]] = []
    for number in sorted(set(numbers)):
        if runs and number == runs[-1][1] + 1:
            runs[-1] = (runs[-1][0], number)
        else:
            runs.append((number, number))
    return runs
