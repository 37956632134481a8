"""Whose money a piece of a list of funders is: a name, the State's credits, a European fund, or nobody's."""

from __future__ import annotations

import re

from graph.text import fold
from loaders.words import names
from loaders.words.money import SourceOfMoney

STATE, NOBODY = "État", "le texte ne dit pas qui l'apporte"
_CREDITS = re.compile(
    r"(?P<credit>dsil|detr|dpv|dsu|fipdr?|fnadt|fonds vert|fndva|fdva|(?:bop|programme|p)\s?n?°?\s?\d{3}"
    r"|mildeca|dgd|quartiers d'ete|quartiers solidaires)"
)
_SCHEME = re.compile(
    r"^(?:(?:subventions?|participations?|aides?|credits?|financements?|fonds|dotations?) )+(?:de |du )?"
)
_SCHEME_PRINTED = re.compile(r"^(?:co-?)?(?:financements?|subventions?|participations?)\s+(?:de |du |d['’])?", re.I)
_SCHEME_OF = re.compile(r"(?i:(?:co-?)?financements?|subventions?|participations?)\s+[A-ZÀ-Þ]")
_SCHEME_INSIDE = re.compile(
    r"\s*\((?=(?:fonds|cr[ée]dits?|appels?|dispositifs?|conventions?|subventions?|bop|programme|politique de la ville"
    r"|fonctionnement|investissement|abattement|contrat|cpo|aap|ami|droit commun|tfpb|\d)\b)[^()]*\)",
    re.IGNORECASE,
)
_STATE = re.compile(r"^(?:l')?(?:etat|prefecture)\b")
_EUROPE = re.compile(r"^(?:europe|union europeenne)\s*[(–-]\s*(?P<fund>[\w+]+)")
_OWN = re.compile(r"^(?:auto-?financements?|autofinance|fonds propres|(?:part )?porteurs?(?: de projets?)?|moa)$")
_NO_FUNDER = re.compile(
    r"^(?:ressources propres|reste a (?:charge|financer|trouver)"
    r"|(?:credits? de )?droit commun|benevolat|valorisations?|contributions? volontaires?|mecenat|ventes?|dons?"
    r"|autres?|divers|recettes?(?: \w+)*|adhesions|cotisations|billetterie|credits?(?: \w+){0,3}|subventions?"
    r"|appels? a projets?(?: \w+){0,3}|contrat de ville|politique de la ville|budget(?: \w+){0,2})$"
)
_MONEY_WORDS = re.compile(
    r"(?:subventions?|demandes?|dossiers?|credits?|aides?|financ\w+|recherche|en|a|selon|pas|sans)\b"
)
_DETAIL = re.compile(r"\s*\([^()]*\)?")
_YEAR_BEHIND = re.compile(r"\s*[:–-]?\s*\b(?:en )?(?:19|20)\d{2}$")
_TO_AMOUNT = re.compile(r"\s+(?:à hauteur de|de|d['’]|pour)$", re.IGNORECASE)
_JOINING = re.compile(r"\s+(?:et|puis|plus|\+|ainsi que)$", re.IGNORECASE)
_PROSE = 3


def plain_name(words: str) -> str:
    """A name without the detail in parentheses, a year or a colon behind it."""
    undated = _YEAR_BEHIND.sub("", _DETAIL.sub("", words).strip(" :(),;=–-|"))
    return names.clean(_JOINING.sub("", undated)).strip(" :–-")


def name_before(words: str) -> str:
    """The name that words before an amount print: "Subvention ARS de" → "ARS"."""
    name = _TO_AMOUNT.sub("", plain_name(words))
    return without_scheme(name) if _SCHEME_OF.match(name) else name


def name_behind(words: str) -> str:
    """The name that words behind an amount print: "HT de la CAF" → "CAF"."""
    bare = re.sub(r"^\s*(?:HT|TTC)\b", "", words).strip(" :(")
    return plain_name(re.sub(rf"^\s*{names.OF}", "", bare))


def without_scheme(name: str) -> str:
    """ "Cofinancement État/Département" → "État/Département"."""
    return _SCHEME_PRINTED.sub("", name)


def without_credits(text: str) -> str:
    """A list without the credits in parentheses behind a name: "CAF (fonds publics et territoires)" → "CAF"."""
    return _SCHEME_INSIDE.sub("", text)


def is_own(name: str) -> bool:
    """True for what those who lead bring themselves: "Autofinancement"."""
    return _OWN.match(fold(name)) is not None


def why_nobody(name: str) -> str | None:
    """Why a name in a list of funders is nobody's, if it is not."""
    folded = fold(name)
    if _NO_FUNDER.match(folded):
        return NOBODY
    if not name[:1].islower():
        return None
    wordy = len(name.split()) >= _PROSE and not _names_someone(name)
    return "ces mots ne nomment personne" if wordy or _MONEY_WORDS.match(folded) else None


def _names_someone(name: str) -> bool:
    """True for words in small letters that are a name all the same: "ministère de la Justice", "bailleurs sociaux"."""
    formed = names.has_organisation_form(name) or names.is_public(name) or names.is_service(name)
    return formed or bool(names.proper_nouns(name))


def special_source(piece: str, name: str) -> SourceOfMoney | None:
    """The source that a scheme's name tells: "Subvention DETR" is the State's money, "FEDER" Europe's."""
    folded, bare = fold(piece), _SCHEME.sub("", fold(name))
    credit = _CREDITS.search(folded)
    if credit and (_STATE.match(fold(name)) or _CREDITS.fullmatch(bare)):
        return SourceOfMoney(STATE, credit["credit"].upper(), "dispositif national")
    inner = _EUROPE.match(folded)
    fund = inner["fund"] if inner else bare.removeprefix("europe ").removeprefix("- ")
    return SourceOfMoney("Europe", names.FUNDS[fund], "fonds européens") if fund in names.FUNDS else None
