"""What the words of a header announce: the role of each column."""

from __future__ import annotations

import re
from functools import lru_cache

from graph.text import fold
from loaders.forms.tables.label_words import NAMING, WORDS
from loaders.forms.tables.roles import ACTOR_ROLES, HEADING_ROLES, LEVELS, SET_ASIDE, Column, Role
from loaders.forms.vocabulary import section_of
from loaders.words.usual import usual_names

__all__ = ["ACTOR_ROLES", "HEADING_ROLES", "LEVELS", "SET_ASIDE", "Column", "Role", "role_of"]
_NATIONAL = re.compile(r"\bmesures?\b|\bengagements?\b|\bnationa(?:l|le|les|ux)\b|\bl'etat\b|\bciv\b|\bcomite\b")
_REMARKS = re.compile(r"^(?:observations?|commentaires?|remarques?|precisions?|avis|descripti\w+|details?|resumes?)\b")
_SECTIONS = {"pilots": Role.PILOTS, "partners": Role.PARTNERS, "funders": Role.FUNDERS, "other": Role.ASIDE}
_BESIDE = re.compile(r"\s*(?:\([^)]*\)?|\[[^]]*\])")
_UNIT = re.compile(r"\s*(?:en )?(?:(?:[km] ?)?€|k?euros?\b|(?:milliers|millions) d'euros)\s*(?:ht|ttc)?$|\s(?:ht|ttc)$")
_FACTORS = ((re.compile(r"k ?€|\bk ?euros?|\bmilliers d'"), 10**3), (re.compile(r"\bm ?€|\bmillions d'"), 10**6))
_ASKING = re.compile(
    r"^(?:(?:a|avec|dans|pour|par|sur|de|en) )?(?:quel(?:le)?s? (?:est |sont |serai(?:t|ent) )?|qui (?:est |sont )"
    r"|(?:veuillez |merci de )?(?:indique[rz]|precise[rz]) )(?:l'|les? |la |votre |vos |son |sa |ses )?(?=\w)"
)
_STATES = re.compile(
    r"(?:en cours|a developper|realisee?s?|terminee?s?|a venir|prevue?s?|engagee?s?|abandonnee?s?|reportee?s?|a engager"
    r"|a lancer|non (?:demarre|commence|realise|engage)e?s?|(?:non )?fait|demarree?s?|acheve(?:e?s?)|suspendue?s?)$"
)
_SITE = re.compile(r"(?:QPV|[Qq]uartiers?(?: prioritaires?)?)\s+(?:de la |de l['’]|du |des |de |d['’])?(?P<name>\S.*)$")


@lru_cache(maxsize=4096)
def key_of(label: str) -> str:
    """The folded words of a label that say what it is: "Élu·e référent·e (nom)" → "elue referente"."""
    spelled = re.sub(r"(?<=\w)\((s|e|es|x|nt)\)", r"\1", label).replace("_", " ")
    folded = re.sub(r"[·∙•]|\.(?=(?:e|s)\b)", "", fold(spelled))
    bare = _UNIT.sub("", _BESIDE.sub("", folded) or folded)
    return _ASKING.sub("", " ".join(bare.split()).strip(" :?!*.…-–/_"))


@lru_cache(maxsize=4096)
def role_of(label: str) -> Role | None:
    """What a header's words announce, or None where they are not known."""
    key = key_of(label)
    if key in usual_names():
        return None
    named = NAMING.sub("", key)
    return _role(named) or (_role(key) if named != key else None) or _by_section(label)


def _role(key: str) -> Role | None:
    return next((role for role, words in WORDS if words.match(key)), None)


def _by_section(label: str) -> Role | None:
    """What the same words head in a plan by fiches."""
    rule = section_of(label)
    return _SECTIONS.get(rule.kind) if rule else None


def holds_no_crosses(label: str) -> bool:
    """True for a column whose crosses are no tools: remarks, a status, actors, one word for a date or a budget."""
    folded, role = fold(label), role_of(label)
    if role in (Role.NUMBER, Role.STATUS, Role.SERVICES, Role.PEOPLE, *ACTOR_ROLES) or is_remark(label):
        return True
    return role not in (None, *LEVELS, Role.MEASURE, Role.RESPONSE) and " " not in folded


def is_remark(label: str) -> bool:
    """True for "Observations" and the like."""
    return bool(_REMARKS.match(fold(label)))


def is_part(label: str) -> bool:
    """True for money that is a part of the whole: "dont subventions"."""
    return key_of(label).startswith(("dont ", "subvention", "aide"))


def is_national(label: str) -> bool:
    """True where a label speaks of national measures, against which local answers are set."""
    return bool(_NATIONAL.search(fold(label)))


def is_vague(label: str) -> bool:
    """True for a title of anything: "Titre", "Intitulé"."""
    return bool(re.fullmatch(r"(?:intitule|titre|libelle|designation|nom)s?|quoi", key_of(label)))


def is_stake(label: str) -> bool:
    """True for "Enjeux" and "Finalités": what an objective answers, a level of the plan only where no other is."""
    return key_of(label).startswith(("enjeu", "finalite"))


def is_co(label: str) -> bool:
    """True where a label names co-pilots only."""
    return bool(re.match(r"co[ -]?(?:pilot|port|animat)", key_of(label)))


def factor_of(label: str) -> int:
    """How many euros a figure below this label stands for: 1000 for "Coût (k€)"."""
    folded = fold(label)
    return next((factor for words, factor in _FACTORS if words.search(folded)), 1)


def year_of(label: str) -> str:
    """The year that a label is, or ""."""
    key = key_of(label)
    return key if re.fullmatch(r"(?:19|20)\d\d", key) else ""


def state_of(label: str) -> str:
    """The status that a label is ("Réalisé"), as printed, or ""."""
    return label if _STATES.match(key_of(label)) else ""


def site_of(label: str) -> str:
    """The place that a label names ("QPV Les Brosses" → "Les Brosses"), or ""."""
    found = _SITE.match(label)
    return found["name"].strip() if found and found["name"][:1].isupper() else ""
