"""Places in titles and actions: those declared beside the plan, and those that the text's own words show."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from graph.text import fold, is_acronym, plain_punctuation, slug
from loaders.words.spellings import Spellings, plain
from loaders.words.usual import usual_names

_WORD = r"[A-ZÀ-Þ][a-zà-ÿ]+"
_LINK = rf"(?:{_WORD}|de|la|le|les|du|des|sur|en|d'{_WORD})"
_NAME = rf"{_WORD}(?:-{_LINK})*(?: {_WORD})?(?!['\w])"
_OF = r"(?:de la |de l'|du |des |de |d')"
_SHOWN = (
    re.compile(rf"(?:\bquartiers? {_OF}?|\bcommune {_OF})(?P<name>{_NAME})"),
    re.compile(rf"(?:(?:^|\s)à (?:la |l')?|\baux? |\bdans les )(?P<name>{_NAME})"),
    re.compile(r"\b(?P<name>Hauts-d(?:e|u)s?-[A-ZÀ-Þ][\w-]+)"),
)
# Words that give something to someone: "confiée à la Croix-Rouge" shows no place.
_GIVES = re.compile(r"\b(?:confi|délégu|attribu|adoss|grâce|adress|remis|appel|rattach|appart)\w*$", re.IGNORECASE)
# What is done, not where: a cell cut short leaves the next sentence behind "dans les quartiers".
_DEED = re.compile(r"..(?:ment|tion)s?$")
_NOT_PLACES = frozenset(
    "ecole etat republique europe departement region ville france pole contrat prefecture projet objectif axe".split()
)


@dataclass(frozen=True)
class PlaceName:
    """A place: its name, the spellings to look for, its kind (QPV, veille active, commune, équipement…) and code."""

    name: str
    spellings: tuple[str, ...] = ()
    kind: str | None = None
    code: str | None = None

    @property
    def slug(self) -> str:
        """The name as part of an identifier."""
        return slug(self.name)


@dataclass(frozen=True)
class FoundPlace:
    """A place found in a text, as printed."""

    place: PlaceName
    quote: str


def gazetteer(declared: Sequence[PlaceName], texts: Iterable[str]) -> list[PlaceName]:
    """Declared places, then those that the texts themselves show as places ("à Cognin", "quartier du Biollay")."""
    known = {fold(spelling) for place in declared for spelling in (place.name, *place.spellings)}
    read = list(texts)
    common = {word for text in read for word in re.findall(r"[a-zà-ÿ]{3,}", plain_punctuation(text))}
    shown: dict[str, PlaceName] = {}
    for name in (name for text in read for name in _shown(text)):
        if fold(name) not in known and name.lower() not in common:
            shown.setdefault(slug(name), PlaceName(name))
    return [*declared, *shown.values()]


def _shown(text: str) -> Iterable[str]:
    plain = plain_punctuation(text)
    for pattern in _SHOWN:
        for match in pattern.finditer(plain):
            name = match["name"]
            given = match.group().strip().startswith("à") and _GIVES.search(plain[: match.start()])
            first = fold(name.split()[0])
            told = first in _NOT_PLACES or _DEED.search(first) or is_acronym(name) or fold(name) in usual_names()
            if not (given or told):
                yield name


class PlaceFinder:
    """Finds the places of a gazetteer in texts; the longest spelling wins where two overlap.

    `actors` are names in which a place's name is no place: the "Biollay" of "Café Biollay".
    """

    def __init__(self, places: Sequence[PlaceName], actors: Iterable[str] = ()) -> None:
        spellings = {fold(spelling): place for place in reversed(places) for spelling in (place.name, *place.spellings)}
        self._places = spellings
        masks = {fold(actor) for actor in actors} - set(spellings)
        self._spellings = Spellings({*spellings, *masks})

    @property
    def spellings(self) -> list[str]:
        """Every spelling of a place, folded."""
        return list(self._places)

    def find(self, text: str) -> list[FoundPlace]:
        """Each place once, in order of appearance."""
        words = plain(text)
        found: dict[str, FoundPlace] = {}
        for match in self._spellings.find(words):
            place, printed = self._places.get(match.folded), words[match.start : match.end]
            if place is not None and printed != printed.lower():
                found.setdefault(place.name, FoundPlace(place, printed))
        return list(found.values())
