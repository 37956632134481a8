"""The words of Maillage's own workbook, and what they are in the schema."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from graph.text import fold

ACTION_KINDS = {"action": "action", "mesure nationale": "mesure_nationale", "réponse locale": "reponse_locale"}
STATUSES = {"en cours": "en_cours", "à développer": "a_developper"}
OTHER_STATUSES = ("réalisée", "reportée", "abandonnée")
FUNDING_KINDS = ("subvention", "prêt", "participation", "fonds européens", "dispositif national", "inconnu")
SCOPES = {"locale": "local", "nationale": "national"}
PLACE_KINDS = ("QPV", "quartier", "veille active", "commune", "équipement")
YES_NO = ("oui", "non")

NO_AXIS = "aucun"
AXIS_REFERENCE = re.compile(r"^axe\s*(?:n\s*[°º]\s*)?:?\s*(?P<axis>.+)$", re.IGNORECASE)
_TRUE = frozenset("oui o x vrai true 1 yes".split())
_FALSE = frozenset("non n faux false 0 no -".split())


def code_of(text: str, codes: Mapping[str, str]) -> str | None:
    """The schema's word for one of the workbook's ("Réponse locale" → "reponse_locale"), or None."""
    known = {fold(word): code for word, code in codes.items()} | {fold(code): code for code in codes.values()}
    return known.get(fold(text))


def word_of(code: str | None, codes: Mapping[str, str]) -> str | None:
    """The workbook's word for one of the schema's; another one as it is."""
    return next((word for word, known in codes.items() if known == code), code)


def one_of(text: str, words: Sequence[str]) -> str | None:
    """The word of a list that is meant, however it is written."""
    return next((word for word in words if fold(word) == fold(text)), None)


def truth(text: str) -> bool | None:
    """What "oui" or "non" says; None for other words."""
    folded = fold(text)
    return True if folded in _TRUE else False if folded in _FALSE else None
