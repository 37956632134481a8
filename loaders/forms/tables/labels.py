"""What the words of a header announce: the role of each column."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from graph.text import fold
from loaders.forms.vocabulary import section_of


class Role(StrEnum):
    """What the cells of a column are."""

    THEME = "theme"
    OBJECTIVE = "objective"
    MEASURE = "measure"
    RESPONSE = "response"
    MARK = "mark"
    STATUS = "status"
    PILOTS = "pilots"
    PARTNERS = "partners"
    FUNDERS = "funders"
    NUMBER = "number"
    OTHER = "other"


ACTOR_ROLES = (Role.PILOTS, Role.PARTNERS, Role.FUNDERS)
HEADING_ROLES = (Role.THEME, Role.OBJECTIVE, Role.MEASURE)
_REMARKS = re.compile(
    r"^(?:observations?|commentaires?|remarques?|precisions?|avis|descripti(?:f|on)s?|details?|contenus?|resumes?)\b"
)
_NUMBERING = re.compile(r"^(?:n[°º]|n[o°º]?\.?$|numeros?\b|ref(?:erences?)?\b|id\.?$|code\b|#)")
# On folded labels, the first that matches: what the words begin with says more than what they contain.
_WORDS: tuple[tuple[Role, re.Pattern[str]], ...] = (
    (Role.NUMBER, _NUMBERING),
    (Role.THEME, re.compile(r"^(?:thema?tiques?|themes?|axes?|piliers?|volets?|orientations?|domaines?|priorites?)\b")),
    (Role.OBJECTIVE, re.compile(r"^(?:sous-)?objectifs?\b|^enjeux?\b|^finalites?\b|^sous-(?:themes?|axes?)\b")),
    (Role.OTHER, _REMARKS),
    (Role.STATUS, re.compile(r"^(?:etat|statut|avancement)\b")),
    (
        Role.RESPONSE,
        re.compile(
            r"\bcontrat de ville\b|\b(?:loc|territori)ale?s?\b"
            r"|^(?:reponses?|declinaisons?|traductions?|mises? en oeuvre|realisations?)\b"
            r"|^ce que .*\b(?:ville|commune|agglo(?:meration)?|metropole|communaute|territoire)$"
        ),
    ),
    (
        Role.MEASURE,
        re.compile(
            r"\bmesures?\b|\bcomite interministeriel\b|\bciv\b|\bactions?\b|^(?:operations?|projets?|engagements?)\b"
            r"|^ce que .*\b(?:l'etat|le gouvernement)$"
        ),
    ),
)
_NATIONAL = re.compile(r"\bmesures?\b|\bengagements?\b|\bnationa(?:l|le|les|ux)\b|\bl'etat\b|\bciv\b|\bcomite\b")
_SECTIONS = {
    "pilots": Role.PILOTS,
    "partners": Role.PARTNERS,
    "funders": Role.FUNDERS,
    "actions": Role.MEASURE,
    "other": Role.OTHER,
}


@dataclass(frozen=True)
class Column:
    """A column: its label as printed (lines of a header joined), what it holds, and where the label stands."""

    label: str
    role: Role
    locator: str


def role_of(label: str) -> Role | None:
    """What a header's words announce, or None where they are not known."""
    folded = fold(label).rstrip(" :")
    if (rule := section_of(label)) is not None and (role := _SECTIONS.get(rule.kind)) not in (None, Role.MEASURE):
        return role
    return next((role for role, words in _WORDS if words.search(folded)), None)


def holds_no_crosses(label: str) -> bool:
    """True for a column whose crosses are no tools: remarks, a status, one word for a date or a budget."""
    folded, role = fold(label), role_of(label)
    if role in (Role.STATUS, *ACTOR_ROLES) or _REMARKS.match(folded) or _NUMBERING.match(folded):
        return True
    return role == Role.OTHER and " " not in folded


def is_national(label: str) -> bool:
    """True where a label speaks of national measures, against which local answers are set."""
    return bool(_NATIONAL.search(fold(label)))


def is_objective(label: str) -> bool:
    """True where a label says "objectif" itself, and not a neighbouring word."""
    return fold(label).startswith(("objectif", "sous-objectif"))
