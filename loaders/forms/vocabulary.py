"""The words of the form "plan by fiches", as data. Matched on folded lines (no case, accent, "(s)" or final colon)."""

from __future__ import annotations

import re
from dataclasses import dataclass

from graph.text import fold

_NUMBER = r"(?:n\s*[°ºo.]\s*)?(?P<number>\d+(?:[.-]\d+)*(?:[.-]?[a-z](?![\w'.]))?|[ivx]+\b(?:[.-]\d+)*|[a-h]\b(?!'))"
_SEPARATOR = r"\s*[-:.)]*\s*"
_STRATEGIC = r"(?: (?:strategique|operationnel|specifique|general|prioritaire|cadre|transversal|thematique)e?s?)?"

AXIS = re.compile(
    rf"^(?:axe|pilier|orientation|volet|priorite|thematique|theme|enjeu|ambition|defi)s?{_STRATEGIC}{_SEPARATOR}{_NUMBER}"
)
OBJECTIVE = re.compile(
    rf"^(?:(?:sous-)?objectif{_STRATEGIC}|obj\.?(?= ?n?[°º]? ?\d)|o[osg](?= ?\d)){_SEPARATOR}{_NUMBER}"
)


@dataclass(frozen=True)
class SectionRule:
    """A heading that opens a section: what kind of section, and the folded words that say so."""

    kind: str
    words: re.Pattern[str]


def _rule(kind: str, words: str) -> SectionRule:
    return SectionRule(kind, re.compile(rf"^(?:{words})$"))


_WORDS = r"(?:[ /]+[\w'-]+){0,5}"
_PILOT = r"(?:co-?)?(?:pilotes?|pilotage|portage|porteurs?|porteuses?)"
_STATUS = r"en cours|a developper|nouvelles?|realisees?|engagees?|prevues?|a venir|a poursuivre|a mener|a engager"

SECTIONS: tuple[SectionRule, ...] = (
    _rule(
        "actions",
        rf"(?:les |principales |nouvelles |autres )?actions(?: [^:]{{1,50}})?|actions? (?:{_STATUS})|{_STATUS}",
    ),
    _rule(
        "pilots",
        rf"(?:structures? |services? |acteurs? |collectivites? |directions? |institutions? )?{_PILOT}"
        r"(?:[ /]+(?:de l'(?:objectif|action)|de la mesure|de projets?|du projet|techniques?|operationnels?"
        r"|principa(?:l|ux)|et coordination|coordination|co-?pilotes?))?"
        r"|responsables?|coordination|coordinateurs?|animation|operateurs?"
        r"|(?:structures? )?referent(?:e?s?)|chefs?[ -]de[ -]file|maitres? d'ouvrage|maitrise d'ouvrage|moa",
    ),
    _rule(
        "partners",
        rf"(?:les |principaux |autres? )*(?:(?:structures?|acteurs?|organismes?) )?partenaires?{_WORDS}"
        rf"|partenariats?{_WORDS}|liste des partenaires|contributeurs?|signataires?{_WORDS}|autres acteurs"
        r"|organismes associes|(?:acteurs|structures) (?:mobilises|concernes|impliques|associe)e?s?",
    ),
    _rule("tools", r"outils?(?: d'interventions?| mobilis\w+)?|dispositifs? mobilis\w+|moyens mobilises"),
    _rule("funders", r"(?:co-?)?financeurs?|sources? de financement|financements?"),
    _rule(
        "other",
        r"(?:calendrier|echeances?|echeancier|indicateurs?|publics?|contexte|constats?|budget|couts?|montants?"
        r"|moyens|credits?|plan de financement|modalites|evaluation|suivi|resultats?|duree|dates?|contacts?"
        rf"|territoires?){_WORDS}",
    ),
)
# Said without a colon, or in a bullet, only the plainest words are a heading.
PLAIN_HEADING = re.compile(
    rf"^(?:{_PILOT}|partenaires?|chefs? de file|financeurs?|actions? (?:{_STATUS})|outils d'interventions?)$"
)
# These head a section only with their content on the same line; alone, they are a sub-heading among actions.
NEEDS_CONTENT = re.compile(
    r"^(?:animation|coordination|operateurs?|responsables?|suivi|evaluation|territoires?|publics?|contacts?|moyens)$"
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
    printed = re.sub(
        r"^(?:les |principales |autres )?(?:nouvelles )?actions?\s*",
        "",
        heading.rstrip(" :").strip(),
        flags=re.IGNORECASE,
    )
    return STATUSES.get(fold(printed), printed or None)
