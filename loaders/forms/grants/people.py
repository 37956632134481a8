"""Tells natural persons among beneficiaries: they are no actors, and their names stay out of the graph."""

from __future__ import annotations

import re
from functools import lru_cache

from graph.text import fold
from loaders.words.common_words import GIVEN_NAMES
from loaders.words.names import ORGANISATION_HEADS

_TITLE = re.compile(
    r"^(?:mme|mmes|mlle|mr|mrs|monsieur|messieurs|madame|mesdames|mademoiselle|m\.)[. ]+(?=[a-z])"
    r"|^m (?=[a-z'-]{2,} [a-z'-]{2,}$)|[ ,(](?:mme|mlle|monsieur|madame)\.?\)?$"
)
_PROFESSION = re.compile(r"^(?:dr|docteur|maitre)\.? (?=[a-z])")
_SOMEONE = re.compile(
    r"(?:un |une |des |divers )?(?:particuliers?|personnes? physiques?|beneficiaires? individuels?|individuels?"
    r"|anonymes?|anonymises?|donnees? (?:anonymes?|anonymisees?|personnelles?)|confidentiel|habitants?)"
)
_BODY = re.compile(
    r"\b(?:ass(?:o|oc|ociation)?|sarl|sas|sasu|eurl|earl|gaec|scea|sci|scop|scic|sa|snc|ste|societe|ets|cie|compagnie"
    r"|entreprise|lycee|college|ecole|club|comite|amis?|mjc|csc|ccas|amicale|fondation|prix|festival|team|groupe)\b"
)
_HOLY = frozenset("saint sainte st ste notre".split())


@lru_cache(maxsize=65_536)
def is_person(name: str, registered: bool, only_bodies: bool = False) -> bool:
    """True for a natural person: a title before two names, or, where no number is given, a given name and another.

    `only_bodies`: the register has organisations only (the State's posts), however they are called.
    """
    folded = fold(name)[:200]
    if _SOMEONE.fullmatch(folded):
        return True
    if only_bodies or _BODY.search(folded):
        return False
    if _TITLE.search(folded):
        return True
    return not registered and (bool(_PROFESSION.match(folded)) or _is_two_names(folded))


def _is_two_names(folded: str) -> bool:
    """ "jean dupont", "dupont jean", "jean pierre dupont": no other word, and no head of an organisation's name."""
    words = folded.split()
    if not 2 <= len(words) <= 3 or not all(re.fullmatch(r"[a-z]{2,}(?:[-'][a-z]+)*", word) for word in words):
        return False
    if any(word in ORGANISATION_HEADS or word in _HOLY for word in words):
        return False
    given = [word.split("-")[0] in GIVEN_NAMES for word in words]
    return given.count(True) == len(words) - 1 or (len(words) == 2 and all(given))
