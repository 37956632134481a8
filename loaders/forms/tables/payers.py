"""Columns of money named after the one who gives it: "Ville", "Subvention CAF", "État (P147) accordé"."""

from __future__ import annotations

import re

from graph.text import fold, is_acronym
from loaders.forms.tables.labels import key_of
from loaders.forms.values.providers import is_own, special_source
from loaders.words.names import TERRITORY_ACRONYMS, first_word, has_organisation_form, is_collectivity
from loaders.words.usual import usual_names

_BESIDE = re.compile(r"\s*(?:\([^)]*\)?|\[[^]]*\])")
_GIVES = re.compile(
    r"(?:dont\s+)?(?:dont|parts?|subventions?|(?:co-?)?financements?|montants?|participations?|crédits?|aides?|dotations?|apports?"
    r"|contributions?|concours|budgets?)\s+(?:(?:demand|sollicit|accord|obtenu|attribu|vot|notifi|prév)\w*\s+)?"
    r"(?:de la |de l['’]|du |des |de |d['’])?(?=\w)",
    re.IGNORECASE,
)
_ENDINGS = (
    re.compile(r"\s*(?:en )?(?:[km] ?)?€\s*(?:ht|ttc)?$|\s+(?:en )?(?:k?euros|ht|ttc)$", re.IGNORECASE),
    re.compile(
        r"\s+(?:demand|sollicit|accord|obtenu|attribu|vot|notifi|acquis|prév|propos|vers)\w*$|\s+(?:19|20)\d\d$", re.I
    ),
    re.compile(r"\s*[-–:/]?\s*(?:bop|p|programme|prog\.?)\s?\d{3}\b.*$", re.IGNORECASE),
)
_ASKED = re.compile(r"\b(?:demand|sollicit|propos|pressenti|esper)")
_GRANTED = re.compile(r"\b(?:accord|obtenu|attribu|vot|notifi|acquis|vers)")
_PAST = re.compile(r"\bn ?- ?1\b|\b(?:rappel|anterieur|precedent)")
_NO_ONE = re.compile(
    r"(?:autres?\b.*|divers|reste a .*|a (?:trouver|rechercher|definir)|solde|prives?|publics?|recettes?.*|droit commun"
    r"|ressources propres|benevolat|valorisations?.*|mecenat|dons?|usagers?|cofinance\w+"
    r"|participation des (?:usagers|familles|habitants))$"
)
_INSTRUMENTS = (
    ("subvention", re.compile(r"subventions?\b")),
    ("prêt", re.compile(r"(?:prets?|emprunts?)\b")),
    ("participation", re.compile(r"participations?\b")),
    (
        "financement",
        re.compile(r"(?:montants?|financements?|credits?|aides?|dotations?|demande|sollicit|accord|obtenu|vote)"),
    ),
)
_TOTAL = re.compile(r"(?:total|totaux|couts?|montants?|budgets?|ensemble|somme|assiette|depenses?)\b")
_BODIES = frozenset(
    "etat europe commune communes agglo agglomeration epci prefecture drac dreets ddets bailleurs bailleur".split()
)
_LONGEST_NAME, _LONGEST_ACRONYM = 6, 7


def payer_of(label: str, grouped: bool = False) -> str:
    """Whom a column of money is named after ("Subvention CAF" → "CAF"), as printed; "" where it is no one.

    `grouped`: it stands under a label such as "Financeurs", so that any name will do.
    """
    beside = re.search(r"\(([^()]+)\)", label)
    within = _bare(beside[1]) if beside else ""
    if within and not _payer(_BESIDE.sub("", label), grouped=False) and (is_body(within) or is_own(key_of(within))):
        return within
    return _payer(_BESIDE.sub("", label), grouped)


def _payer(label: str, grouped: bool) -> str:
    name = _GIVES.sub("", _bare(label), count=1).strip(" :*–-")
    if not name or is_total(name) or not any(sign.isalpha() for sign in name):
        return ""
    return name if grouped or is_own(key_of(name)) or is_body(name) else ""


def _bare(label: str) -> str:
    """The label without the unit, the outcome and the programme at its end."""
    words = " ".join(label.split())
    for ending in (*_ENDINGS, *_ENDINGS):
        words = ending.sub("", words).strip() or words
    return words.strip(" :*–-")


def instrument_of(label: str) -> str:
    """The instrument that a label is ("Prêt bonifié" → "prêt"), or ""."""
    key = key_of(label)
    return next((name for name, words in _INSTRUMENTS if words.match(key)), "")


def is_total(label: str) -> bool:
    """True for the total of what several give."""
    return bool(_TOTAL.match(key_of(label)))


def is_no_one(name: str) -> bool:
    """True for money of nobody in particular: "Autres", "Reste à financer"."""
    return bool(_NO_ONE.match(key_of(name)))


def is_body(name: str) -> bool:
    """True for words that can only name an organisation: known ones, acronyms, the form of a name."""
    name, head = _in_small_letters(name), first_word(name)
    if head in TERRITORY_ACRONYMS or len(name.split()) > _LONGEST_NAME:
        return False
    known = (
        fold(name) in usual_names()
        or special_source(name, name) is not None
        or head in _BODIES
        or is_collectivity(name)
    )
    return known or has_organisation_form(name) or is_acronym(name)


def _in_small_letters(name: str) -> str:
    """A name as it is elsewhere, where a header prints all its words in capitals: longer ones are no acronyms."""
    return name.capitalize() if name.isupper() and len(name) > _LONGEST_ACRONYM else name


def rank_of(label: str) -> int:
    """Which of several columns of one payer counts: granted (0), not said (1), asked for (2), of another year (3)."""
    folded = fold(label)
    if _PAST.search(folded):
        return 3
    return 0 if _GRANTED.search(folded) else 2 if _ASKED.search(folded) else 1
