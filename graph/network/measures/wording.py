"""How readings are worded in French: figures, agreements, lists of names."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

import networkx as nx

from graph.french import NBSP, grouped, listed
from graph.network.twomode import target_ids

_WORDS = "zéro un deux trois quatre cinq six sept huit neuf dix".split()


@dataclass(frozen=True)
class Noun:
    """What actors commit to, with the words that go before it; `e` is what an adjective adds to agree with it."""

    one: str
    many: str
    a: str
    only: str
    none: str
    of_many: str
    e: str = ""

    def count(self, number: int) -> str:
        """ "1 objectif", "3 objectifs"."""
        return count(number, self.one, self.many)


_OBJECTIVE = Noun("objectif", "objectifs", "un objectif", "un seul objectif", "aucun objectif", "d'objectifs")
_ACTION = Noun("action", "actions", "une action", "une seule action", "aucune action", "d'actions", "e")
_BOTH = Noun(
    "objectif ou action",
    "objectifs et actions",
    "un objectif ou une action",
    "un seul objectif ou une seule action",
    "aucun objectif et aucune action",
    "d'objectifs et d'actions",
)
_TARGET = Noun("cible", "cibles", "une cible", "une seule cible", "aucune cible", "de cibles", "e")
_NOUNS = {
    frozenset({"Objective"}): _OBJECTIVE,
    frozenset({"Action"}): _ACTION,
    frozenset({"Objective", "Action"}): _BOTH,
}


def noun_of(network: nx.Graph) -> Noun:
    """The noun of a network's targets, after their `label`."""
    labels = frozenset(network.nodes[target].get("label") for target in target_ids(network))
    return _NOUNS.get(labels, _TARGET)


def count(number: int, one: str, many: str) -> str:
    """A number and its noun: 0 and 1 are singular in French."""
    return f"{grouped(int(number))} {one if abs(number) < 2 else many}"


def in_words(number: int) -> str:
    """A number up to ten in words."""
    return _WORDS[number] if number < len(_WORDS) else grouped(number)


def percent(share: float) -> str:
    """0.784 → "78 %"; with a decimal below 10 %; neither 0 nor 100 for what is not quite so."""
    if 0 < share < 0.001:
        return f"moins de 0,1{NBSP}%"
    if 0.995 <= share < 1:
        return f"plus de 99{NBSP}%"
    points = Decimal(repr(float(share))) * 100
    return f"{_french(half_up(points, 0 if share >= 0.0995 else 1))}{NBSP}%"


def decimal(value: float, digits: int = 2) -> str:
    """0.764 → "0,76"; 2.0 → "2"."""
    return _french(half_up(value, digits))


def half_up(value: float | Decimal, digits: int = 0) -> Decimal:
    """A figure as a spreadsheet rounds what it shows: 2.25 → 2.3, 12.5 → 13, -2.5 → -3."""
    exact = value if isinstance(value, Decimal) else Decimal(repr(float(value)))
    return exact.quantize(Decimal(1).scaleb(-digits), ROUND_HALF_UP)


def _french(figure: Decimal) -> str:
    text = f"{figure:f}"
    return (text.rstrip("0").rstrip(".") if "." in text else text).replace(".", ",").replace("-", "−")


def short_of(value: float, whole: int) -> str:
    """A figure with one decimal, or as many as it takes not to be told as a whole that it does not reach."""
    figures = (decimal(value, digits) for digits in (1, 2, 3))
    return next((figure for figure in figures if value >= whole or figure != str(whole)), decimal(value, 9))


def shortened(words: Sequence[str], most: int = 5) -> str:
    """ "a, b et c"; "a, b, c, d et 7 autres" where they are more than can be read."""
    if len(words) <= most:
        return listed(words)
    return f"{', '.join(words[: most - 1])} et {grouped(len(words) - most + 1)} autres"
