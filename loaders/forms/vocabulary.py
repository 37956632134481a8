"""The words of the form "plan by fiches", as data. Matched on folded lines (no case, accent, "(s)" or final colon)."""

from __future__ import annotations

import re
from dataclasses import dataclass

from graph.text import fold

_NUMBER = r"(?:n\s*[°o.]\s*)?(?P<number>\d+(?:\.\d+)*|[ivx]+\b)"
_SEPARATOR = r"\s*[-:.)]*\s*"

AXIS = re.compile(rf"^(?:axe|pilier|orientation|volet|priorite)s?(?: (?:strategique|thematique))?{_SEPARATOR}{_NUMBER}")
OBJECTIVE = re.compile(
    rf"^(?:sous-)?objectif(?: (?:strategique|operationnel|specifique|general))?{_SEPARATOR}{_NUMBER}"
)
PLAN_TITLE = re.compile(r"\b(?:plan|contrat|convention|programme|protocole)\b")
ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5, "vi": 6, "vii": 7, "viii": 8, "ix": 9, "x": 10}


@dataclass(frozen=True)
class SectionRule:
    """A heading that opens a section: what kind of section, and the folded words that say so."""

    kind: str
    words: re.Pattern[str]


def _rule(kind: str, words: str) -> SectionRule:
    return SectionRule(kind, re.compile(rf"^(?:{words})$"))


SECTIONS: tuple[SectionRule, ...] = (
    _rule("actions", r"actions(?: [^:]{1,50})?"),
    _rule(
        "pilots",
        r"(?:structures? )?(?:co-?)?(?:pilotes?|pilotage)(?: de l'(?:objectif|action))?|chefs? de file"
        r"|porteurs?(?: de projets?)?|maitres? d'ouvrage",
    ),
    _rule("partners", r"(?:autres? )?partenaires?(?: (?:associes?|pressentis?|mobilises?|principaux|et acteurs).*)?"),
    _rule("tools", r"outils?(?: d'interventions?| mobilis\w+)?|dispositifs? mobilis\w+|moyens mobilises"),
    _rule("funders", r"(?:co-?)?financeurs?|sources? de financement|financements?"),
    _rule("other", r"calendrier|echeances?|indicateurs?(?: .{1,40})?|publics? (?:vises?|cibles?)|contexte|constats?"),
)
OPEN_HEADING = re.compile(r"^(?:outils?|partenaires?|pilotes?|actions?|dispositifs?)$")
STATUSES = {"en cours": "en_cours", "a developper": "a_developper"}


def heading_key(text: str) -> str:
    """A heading's folded words: "Partenaire(s) :" → "partenaires"."""
    folded = fold(text).replace("(s)", "s").replace("(e)", "e").replace("·s", "s").replace(".s", "s")
    return folded.rstrip(" :").strip()


def section_of(text: str) -> SectionRule | None:
    """The section that these words open, if they are a heading."""
    if text.rstrip().endswith((",", ";", ".")):
        return None
    key = heading_key(text)
    return next((rule for rule in SECTIONS if rule.words.match(key)), None)


def status_of(heading: str) -> str | None:
    """The status of actions under this heading: a known code, other words as printed, or None for plain "Actions"."""
    printed = re.sub(r"^actions?\s*", "", heading.rstrip(" :").strip(), flags=re.IGNORECASE)
    return STATUSES.get(fold(printed), printed or None)


def number_of(printed: str) -> int | None:
    """The integer printed in a heading ("3", "IV"), or None for "1.2"."""
    if printed.isdigit():
        return int(printed)
    return ROMAN.get(printed)
