"""Words that give a role to the names after them: "piloté par", "en co-portage", "avec l'appui de", "financement :"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

PILOTS, PARTNERS, FUNDS, MENTIONED = "PILOTS", "PARTNERS", "FUNDS", "MENTIONED_IN"
OF = r"(?:de\b|du\b|des\b|d')"
_ITEM = r"(?:(?<=[(,;:])|(?<=[(,;:] )|(?<=- ))"
_PARTICIPLE = r"(?:co-?)?[a-zà-ÿ]{3,}(?:ée?|i|ie|u|ue|is|ise|it|ite|ert|erte|eint|einte|uit|uite)s?"
_SUM = r"(?:de|à hauteur de) \d[\d ]*(?:[.,]\d+)? ?(?:k?€|euros)"
_HOW = (
    rf"(?: (?:\w+ment|à \d+ ?%|{_SUM}|en (?:grande )?partie|en \w+|ensemble|à parité|au quotidien|depuis \d{4}"
    r"|à l'échelle d[eu][^,;:.()]{3,30}?))?"
)
_NOUN = r"(?:(?P<noun>(?:co-?)?(?:pilotage|portage|(?:co-?)?financements?)) )?"
_AND = r"(?:, (?:et )?| et | ou | puis | ?/ ?)"
_CHAIN = rf"{_NOUN}(?:conjointement )?(?P<chain>(?:{_PARTICIPLE}{_HOW}{_AND})*{_PARTICIPLE}{_HOW}) par\b"
_BY = re.compile(_CHAIN, re.IGNORECASE)
_PAYS = re.compile(
    r"(?:^|\W)(?:co-?)?(?:(?:financ|subventionn|abond|vers|pay|dot)ée?s?|financements?)\b|financièrement", re.I
)
_LEADS = re.compile(r"(?:^|\W)(?P<co>co-?)?(?:pilot|port)(?:ée?s?|age)\b", re.IGNORECASE)
_HELP = (
    r"(?:soutien|appui|concours|aide|accompagnement|participation|intervention|collaboration|contribution|expertise)"
)
WITH_HELP = rf"(?:le |la |l'|un |une )?(?:[a-zà-ÿ]+ )?{_HELP}s?(?: (?!de\b|du\b|des\b)\w+){{0,2}} {OF}"
_LEADER = (
    r"(?:pilotes?|porteu(?:r|se)s?(?: de (?:projet|l'action))?|chefs?[ -]de[ -]file|structures? (?:porteuse|pilote)s?"
    r"|maîtres? d'ouvrage)"
)
_LEADING = r"(?:pilotage|portage|maîtrises? d'ouvrage)"
_MONEY = r"(?:co-?)?(?:financements?|financeu(?:r|se)s?|crédits?|subventions?|mécénats?)"
_MONEYED = r"(?:\w+ et )?financi[èe]re?s?(?: et \w+)?"
_HELPERS = (
    r"(?:partenaires?|intervenante?s?|(?:co-?)?animation|animat(?:eur|rice)s?|encadrement|encadrante?s?|opérateurs?"
    r"|prestataires?|coordination|interventions?|réalisation|mise en oeuvre|maîtres? d'oeuvre|contributeurs?"
    r"|accompagnement|acteurs|structures|organismes|bailleurs|signataires|membres)"
)
_ADVERBS = (
    r" (?:ailleurs|exemple|conséquent|contre|défaut|rapport|an|mois|semaines?|jours?|trimestre|semestre|petits?|demi"
    r"|là)\b"
)


@dataclass(frozen=True)
class Opening:
    """Words of role in a sentence; names follow `end`.

    `co`: the role is had with others. `bare`: a name must follow at once, without an article. `sure`: capitals alone
    name no one there. `priced`: only names with a sum beside them.
    """

    start: int
    end: int
    roles: tuple[str, ...]
    co: bool = False
    bare: bool = False
    sure: bool = False
    priced: bool = False


@dataclass(frozen=True)
class _Trigger:
    role: str
    words: re.Pattern[str]
    bare: bool = False
    sure: bool = False
    priced: bool = False


def _trigger(role: str, *words: str, bare: bool = False, sure: bool = False, priced: bool = False) -> _Trigger:
    return _Trigger(role, re.compile("|".join(f"(?:{word})" for word in words)), bare, sure, priced)


# In this order: where two of them overlap, the first counts.
_TRIGGERS = (
    _trigger(
        FUNDS,
        r"(?i:\bfinancements? par\b)",
        rf"(?i:\b(?:avec|grâce à|via|sur|par) (?:un |une |des |les? |la )?{_MONEY}(?: \w+)? {OF})",
        rf"(?i:\bgrâce aux? {_MONEY}(?: \w+)? {OF})",
        rf"(?i:\b(?:soutien|appui|concours|aide|participation|contribution)s? {_MONEYED} {OF})",
        rf"(?i:{_ITEM}\s*{_MONEY}\s*:?\s+(?:{OF}\s*)?)",
        rf"(?i:(?<!demande de )(?<!recherche de )\b(?:crédits|subventions?|cofinancements?) {OF})",
        rf"(?i:\b(?:{_MONEY}|(?:co-?)?financée?s?)\s*:\s)",
    ),
    _trigger(
        FUNDS,
        r"(?i:(?<!demande de )(?<!recherche de )\b(?:(?:co-?)?financements?|crédits|subventions?)) ",
        r"(?i:\b(?:co-?)?financée?s?) ",
        bare=True,
    ),
    _trigger(
        PILOTS,
        rf"(?i:\bsous (?:le |la |l')?(?:co-?)?(?:{_LEADING}|responsabilité)(?: \w+)? {OF})",
        rf"(?i:(?<!de )\b(?:co-?)?(?:{_LEADER}|{_LEADING})\s*:\s)",
        rf"(?i:\ben (?:co-?)?{_LEADING}(?: \w+)? (?:avec|par|entre|{OF}))",
        rf"(?i:\b(?:co-?)?{_LEADING}(?: \w+)? par\b)",
        r"(?i:\bco-?(?:pilot|port)ée?s? avec\b)",
    ),
    _trigger(
        PILOTS,
        rf"(?i:(?<!de )(?<!du )\b(?:co-?)?{_LEADING}) ",
        rf"(?i:{_ITEM}\s*(?:co-?)?{_LEADER}) ",
        bare=True,
    ),
    _trigger(
        PARTNERS,
        rf"(?i:\b(?:avec|grâce à) {WITH_HELP})",
        r"(?i:\bpar (?:l'intermédiaire|le biais|l'entremise) (?:de\b|du\b|des\b|d'))",
        rf"(?i:\b{_HELPERS}(?: [a-zà-ÿ]+s?)?\s*:\s)",
        rf"(?i:\b(?:avec|par(?!{_ADVERBS})|via|grâce (?:à|au|aux)|à travers)\b)",
    ),
    _trigger(
        PARTNERS,
        r"\b(?:[Cc]onvention )?(?:de )?partenariat(?= +[A-Z]) ",
        rf"(?i:{_ITEM}\s*{_HELPERS}) ",
        rf"(?i:{_ITEM}\s*(?:appui|soutien|concours|participation|expertise)(?: [a-zà-ÿ]+)?) ",
        bare=True,
    ),
    _trigger(PARTNERS, r"(?i:\bconventions?)(?: [a-zà-ÿ]+)? ", bare=True, sure=True),
    _trigger(
        MENTIONED,
        rf"(?i:\b(?:associ|mobilis|impliqu)(?:ant|er)\b|\b(?:regroup|rassembl|réuniss)ant\b|\bmobilisation {OF})",
        r"\bconfi\w+ (?:à|aux?)\b|\bchez\b|\bdonneurs? d'ordres?\b",
    ),
    _trigger(
        MENTIONED,
        rf"\bentre\b|\bau sein {OF}|\bdans les locaux {OF}|\bauprès {OF}|\bsous l'égide {OF}|\bà l'initiative {OF}"
        rf"|\baux côtés {OF}|\bsous (?:la houlette|l'impulsion|l'autorité|la conduite) {OF}"
        rf"|\ben (?:complément|relais) {OF}",
        sure=True,
    ),
    _trigger(FUNDS, rf"(?i:\b(?:participation|contribution|aide)s? {OF})", priced=True),
)


def openings(text: str) -> list[Opening]:
    """The words of role of a plain text, none overlapping another, from left to right."""
    found = list(_participles(text))
    for trigger in _TRIGGERS:
        for match in trigger.words.finditer(text):
            if not any(other.start < match.end() and match.start() < other.end for other in found):
                co = re.match(r"\W*(?:en |sous (?:le )?)?co(?!or|n)", match.group(), re.IGNORECASE) is not None
                co = co and trigger.role == PILOTS
                found.append(Opening(*match.span(), (trigger.role,), co, trigger.bare, trigger.sure, trigger.priced))
    ordered = sorted(found, key=lambda opening: opening.start)
    return [
        opening
        for opening, before in zip(ordered, [None, *ordered], strict=False)
        if not _goes_on(text, opening, before)
    ]


def _goes_on(text: str, opening: Opening, before: Opening | None) -> bool:
    """True for the second "par" of "financé par la CAF et par la MSA", which opens nothing new."""
    if before is None or text[opening.start : opening.end] != "par" or not text[: before.end].endswith("par"):
        return False
    between = text[before.end : opening.start]
    return re.search(r"(?:,|\bet|\bou) $", between) is not None and re.search(r"[;:()]", between) is None


def _participles(text: str) -> Iterator[Opening]:
    """ "porté et cofinancé par", "animé par": the roles that participles joined together give."""
    for match in _BY.finditer(text) if " par " in text else ():
        words = f"{match['noun'] or ''} {match['chain']}"
        leads = _LEADS.search(words)
        roles = [PILOTS] if leads else []
        roles += [FUNDS] if _PAYS.search(words) else []
        together = "conjointement" in match.group() or "ensemble" in match["chain"]
        co = leads is not None and bool(leads["co"] or together)
        yield Opening(*match.span(), tuple(roles) or (PARTNERS,), co)
