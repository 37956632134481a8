"""Official codes of quartiers prioritaires (QPV), for plans of the generation that the list is of.

The facts, in `qpv2024.csv` (code; nom; insee; communes, in the order of insee, several parted by "|"), are those of the
2024 generation: decree 2023-1314 of 28 December 2023, in force from 1 January 2024 in metropolitan France, and decree
2024-1212 of 27 December 2024, in force from 1 January 2025 overseas (ANCT, list on data.gouv.fr, licence ouverte). The
generation of 2015 is not there: a plan that began under it gets no code.
"""

from __future__ import annotations

import csv
import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from importlib.resources import files

from graph.text import fold, strip_accents
from loaders.words.places import PlaceName

GENERATION = 2024
_OVERSEAS, _OVERSEAS_FROM = "97", 2025
_DECLARED = re.compile(r"(?:qpv|quartiers? prioritaires?)\b.*")
_MAYBE = re.compile(r"quartiers?\b.*")
_COMMUNE = re.compile(r"(?:commune|ville)s?\b.*")
_INSEE = re.compile(r"\d[\dAB]\d{3}")
_BETWEEN = re.compile(r"\s+[-–—]\s+|[/;]")
_SMALL = frozenset("le la les l de du des d et a au aux en sur qpv quartier quartiers prioritaire prioritaires".split())
_SPELLED = {"st": "saint", "ste": "sainte"}
_TERRITORIES = frozenset(
    "ville villes commune agglomeration agglo communaute communautes metropole urbaine ca cu cc grand grande".split()
)
_SHOWN = 4
Words = tuple[str, ...]
Note = tuple[str, str]
"""A finding's code and its French message."""


@dataclass(frozen=True)
class Quarter:
    """A QPV: its code and name, and the INSEE codes and names of the communes where it lies."""

    code: str
    name: str
    insee: tuple[str, ...]
    communes: tuple[str, ...]


@cache
def quarters() -> tuple[Quarter, ...]:
    """Every QPV of the list."""
    with files("loaders.words").joinpath("qpv2024.csv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file, delimiter=";"))
    return tuple(
        Quarter(row["code"], row["nom"], tuple(row["insee"].split("|")), tuple(row["communes"].split("|")))
        for row in rows
    )


@cache
def _by_words() -> dict[Words, list[Quarter]]:
    """QPV by the words of their name."""
    found: defaultdict[Words, list[Quarter]] = defaultdict(list)
    for quarter in quarters():
        found[words_of(quarter.name)].append(quarter)
    return found


@cache
def _by_part() -> dict[Words, list[Quarter]]:
    """QPV of several quarters ("Biollay - Bellevue") by the words of each."""
    found: defaultdict[Words, list[Quarter]] = defaultdict(list)
    for quarter in quarters():
        parts = _BETWEEN.split(quarter.name)
        for part in parts if len(parts) > 1 else ():
            found[words_of(part)].append(quarter)
    return found


def words_of(name: str) -> Words:
    """The words that make a quarter's name, whatever their order, articles, signs and capitals."""
    words = re.findall(r"[^\W_]+", fold(strip_accents(name)))
    return tuple(sorted(_SPELLED.get(word, word) for word in words if word not in _SMALL))


@dataclass
class Zoning:
    """The QPV among the places of one plan. `communes` are names (folded) and INSEE codes of its established communes.

    `generation` is false where the list is not that of the plan's period; `starts` is the plan's first year.
    """

    generation: bool
    communes: frozenset[str] = frozenset()
    starts: int = 0
    _lacking: dict[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, places: Iterable[PlaceName], territory: str, start: int | None, end: int | None) -> Zoning:
        """The zoning of a plan: its communes are the declared ones, and the one that gives the territory its name."""
        begins = start or end or 0
        declared = [place for place in places if _COMMUNE.fullmatch(fold(place.kind or ""))]
        names = {fold(name) for place in declared for name in (place.name, *place.spellings)}
        codes = {place.code for place in declared if place.code and _INSEE.fullmatch(place.code)}
        return cls(begins >= GENERATION, frozenset(names | codes | _named_by(territory)), begins)

    def named(self, place: PlaceName) -> PlaceName:
        """The place with its official code, where it is one QPV for certain; a code that it has is left."""
        found = self._matching(place) if self._may_be(place) else []
        if len(found) != 1:
            return place
        return replace(place, code=found[0].code, kind=place.kind or "QPV")

    def _may_be(self, place: PlaceName) -> bool:
        kind = fold(place.kind or "")
        may = not kind or bool(_DECLARED.fullmatch(kind) or _MAYBE.fullmatch(kind))
        return self.generation and not place.code and may

    def _matching(self, place: PlaceName) -> list[Quarter]:
        """The QPV of the established communes that have one of the place's names."""
        return self._here(_under(_by_words(), place))

    def _here(self, found: Sequence[Quarter]) -> list[Quarter]:
        return [quarter for quarter in found if self._is_here(quarter)]

    def _is_here(self, quarter: Quarter) -> bool:
        if all(code.startswith(_OVERSEAS) for code in quarter.insee) and self.starts < _OVERSEAS_FROM:
            return False
        return bool(self.communes & {*quarter.insee, *map(fold, quarter.communes)})

    def notes(self, places: Iterable[PlaceName]) -> list[Note]:
        """What is to be said of the places that a person declares: those with a code, and why others have none."""
        told: dict[str, list[str]] = {}
        for place in places:
            code, words = self._said(place)
            if code:
                told.setdefault(code, []).append(words)
        return [(code, f"{_HEADS[code]} : {_listed(words)}") for code, words in told.items()]

    def _said(self, place: PlaceName) -> tuple[str, str]:
        """The kind of note that a place asks for, and its words; "" where there is nothing to say."""
        if place.code or not _DECLARED.fullmatch(fold(place.kind or "")):
            return "", ""
        if not self.generation:
            return "qpv-generation" if self.starts else "qpv-periode", f"« {place.name} »"
        found = self._matching(place)
        if len(found) == 1:
            return "qpv-code", f"« {place.name} » = {found[0].code} ({found[0].name})"
        alike = found or _under(_by_words(), place)
        if alike:
            return "qpv-homonymes", f"« {place.name} » ({_communes(alike)})"
        if parts := self._here(_under(_by_part(), place)):
            return "qpv-partie", f"« {place.name} » dans {parts[0].code} ({parts[0].name})"
        return "qpv-introuvable", f"« {place.name} »"


_HEADS = {
    "qpv-generation": "aucun code de QPV n'est donné : le plan relève d'une autre génération que celle de 2024, la "
    "seule que Maillage connaît",
    "qpv-periode": "aucun code de QPV n'est donné : l'année où le plan commence n'est pas connue",
    "qpv-code": "codes officiels des QPV (zonage de 2024)",
    "qpv-homonymes": "plusieurs QPV de 2024 portent ce nom, ou leur commune n'est pas déclarée (nature « commune ») : "
    "aucun code n'est donné",
    "qpv-partie": "un QPV de 2024 réunit ce quartier à d'autres : son code n'est pas celui du quartier seul",
    "qpv-introuvable": "absents de la liste officielle des QPV de 2024 dans les communes déclarées",
}


def with_codes(places: Sequence[PlaceName], zoning: Zoning) -> tuple[tuple[PlaceName, ...], list[Note]]:
    """Declared places with their official codes, and what is to be said of them, once for the plan."""
    return tuple(zoning.named(place) for place in places), zoning.notes(places)


def _under(table: dict[Words, list[Quarter]], place: PlaceName) -> list[Quarter]:
    """The QPV of a table under one of a place's names, each once."""
    keys = dict.fromkeys(words_of(name) for name in (place.name, *place.spellings))
    found = {quarter.code: quarter for key in keys if key for quarter in table.get(key, ())}
    return list(found.values())


def _named_by(territory: str) -> frozenset[str]:
    """The commune after which a territory is named: "Ville de Valbourg", "Grand Valbourg"; several if homonyms."""
    wanted = _bare(territory)
    return frozenset(
        fold(name) for quarter in quarters() for name in quarter.communes if wanted and _bare(name) == wanted
    )


def _bare(name: str) -> Words:
    return tuple(word for word in words_of(name) if word not in _TERRITORIES)


def _communes(found: Sequence[Quarter]) -> str:
    return _listed(list(dict.fromkeys(name for quarter in found for name in quarter.communes)))


def _listed(names: Sequence[str]) -> str:
    more = f" et {len(names) - _SHOWN} autres" if len(names) > _SHOWN + 1 else ""
    return ", ".join(names[:_SHOWN] if more else names) + more
