"""Where a name ends in a sentence, once its first word is known: heads, acronyms and their complements."""

from __future__ import annotations

import re
from functools import lru_cache

from graph.text import fold, is_acronym
from loaders.words.name_words import (
    ABBREVIATED,
    BARE,
    BREAKS,
    DO,
    DOES,
    HEADS,
    NO_HEAD,
    ONE_OF_ITS_KIND,
    ONE_OF_ITS_KIND_IN_ROLE,
    ROLE_HEADS,
    STOPS,
    WORKS,
)
from loaders.words.names import TERRITORY_ACRONYMS

WORD = re.compile(r"[^\W_](?:[\w+-]|[.'](?=[^\W_]))*(?:(?<=[a-zà-ÿ])'(?=[\s,;.)]|$))?|[&]")
QUOTED = re.compile(r"[\"«“]\s*(?P<inner>\w[^\"»”]{1,60}?)\s*[\"»”]")
CLOSED = re.compile(r"\s*(?:[,;:.)/»\"]|\($|\(|$)|\s+-\s|\s+(?:et|ou|ainsi que|puis|&)\s")
OF = re.compile(r"\s+(?:de la |de l'|des |du |de |d')", re.IGNORECASE)
_LINK = re.compile(
    r"\s*(?:(?:de la|de l'|des|du|de|d'|La|Le|Les|L'|à la|à l'|et d'|et de|(?:la|le|les|l')(?=\s?[A-ZÀ-Þ]))\s*(?=\b))"
)
_OF_SOMETHING = re.compile(OF.pattern + r"(?!\d)", re.IGNORECASE)
_THE = re.compile(r"\s+(?:les |la |le |l')?", re.IGNORECASE)
_ARTICLES = frozenset(("la", "le", "les"))
_AND_CO = re.compile(r" & (?P<word>[A-ZÀ-Þ][\w'-]*)")
_LONGEST_RUN = 4
_NEAR = 80
_ADJECTIVE = re.compile(r" ([a-zà-ÿ-]{3,})(?![\w'-])")
_PARTICIPLE = re.compile(r".*ée?s?")
_TITLE = re.compile(r"(?:(?:Les|La|Le|Aux?|Une?|Mon|Ma|Mes|Nos|Notre) |L')[^\s,;:()]+$")
_OBJECT = re.compile(r" (?:d'|de |sans )([a-zà-ÿ-]{2,})(?![\w'-])")
_OBJECTS = re.compile(r" (?:d'|de |des |du |sans )([a-zà-ÿ-]{2,})(?![\w'-])")
_AGAINST = re.compile(r" contre (?:l'|la |le |les )?[a-zà-ÿ-]+")
_OPENS = re.compile(r"(?:^|(?P<sign>[:;]|\s-))[\s\"«]*$")
_TITLE_NEXT = re.compile(r"\s*[\"«]")
_ACTS = re.compile(r"\b[A-ZÀ-Þ]\w+(?:er|ir|re)$|\b(?:Ensemble|Unis|Debout)$")
_UNFINISHED = re.compile(r" [a-zà-ÿ]+(?:er|ir|oir)\b| (?:vivre|faire|lire|être|mettre|prendre|apprendre)\b")
_INSTITUTION = re.compile(
    r"(?:National|R[ée]gional|D[ée]partemental|Local|Municipal|Intercommunal|Français)e?$", re.IGNORECASE
)
PURPOSE = re.compile(r" (?:pour|sur) ")
_AFTER_ACRONYM = re.compile(r"[A-Z]{2,} $")
_ACTION_NOUN = re.compile(r"[A-ZÀ-Þ]\w+(?:ment|tion|sion|age|ance|ence)s?")
# A department's number, no sum, share, count or time of day.
_NUMBER = re.compile(
    r"(?:\d{1,3}|\d{1,2}[A-Z]+)(?![\w+-]|\.\d)(?!\s*(?:€|%|[kKmM]€|euros?\b|h\b|[.,]?\d{3}(?!\d)|[.,]\d))"
    r"(?! [a-zà-ÿ-]{3,}[sx]\b)"
)


def just_before(text: str, position: int) -> str:
    """The few words before a place."""
    return text[max(0, position - _NEAR) : position]


def is_proper(word: str) -> bool:
    """True for a word with a capital, or a number that may be a department's."""
    return word[:1].isupper() or bool(re.fullmatch(r"\d{1,3}|\d{1,2}[A-Z]+", word))


def is_closed(text: str, position: int) -> bool:
    """True where the sentence pauses: a comma, "et", a closing parenthesis, the end."""
    return CLOSED.match(text, position) is not None


def form_end(text: str, start: int, *, role: bool = False) -> int | None:
    """Where a name with a known head, or an acronym, ends: "association Tremplin", "club de boxe du Biollay"."""
    head = WORD.match(text, start)
    if head is None:
        return None
    word = head.group()
    if is_acronym(word):
        return proper_tail(text, head.end())
    if not is_head(word, role=role) or NO_HEAD.match(text, start) or is_the_action(text, start):
        return None
    return _complement_end(text, head.end() + (fold(word) in ABBREVIATED and text[head.end() :].startswith(".")))


@lru_cache(maxsize=4096)
def is_head(word: str, *, role: bool = False) -> bool:
    """True for words that begin an organisation's name: "association", "club"; more of them where a role is told."""
    heads = ROLE_HEADS if role else HEADS
    return bool({fold(word), fold(word).split("-")[0]} & heads)


def is_the_action(text: str, start: int) -> bool:
    """True for a workshop or a network that opens an action, or that a title in quotes names after a colon."""
    head = WORD.match(text, start)
    if head is None or fold(head.group()) not in WORKS:
        return False
    opened = _OPENS.search(just_before(text, start))
    return opened is not None and (not opened["sign"] or _TITLE_NEXT.match(text, head.end()) is not None)


def _complement_end(text: str, position: int) -> int | None:
    """The end of a head's complement, which must reach a proper noun or a name in quotes."""
    for _ in range(_LONGEST_RUN + 1):
        link = _LINK.match(text, position)
        position = link.end() if link else position + len(text[position:]) - len(text[position:].lstrip())
        if (quoted := QUOTED.match(text, position)) is not None:
            return quoted.end()
        word = WORD.match(text, position)
        if word is not None and _opens_a_noun(text, word):
            return _finished(text, proper_tail(text, word.end()))
        if word is None or fold(word.group()) in BREAKS or fold(word.group()) in _ARTICLES:
            return None
        position = word.end()
    return None


def _opens_a_noun(text: str, word: re.Match[str]) -> bool:
    if word.group()[0].isdigit():
        return _NUMBER.match(text, word.start()) is not None
    titled = re.compile(r" (?:d'|des |du |de |l'|la |le |les )?[A-ZÀ-Þ]").match(text, word.end())
    return is_proper(word.group()) and (titled is not None or fold(word.group()) not in STOPS)


def _finished(text: str, end: int) -> int | None:
    """Where a name ends; None where it goes on too far: "Bien vivre à …", "Agence nationale pour …"."""
    if _UNFINISHED.match(text, end) or (_INSTITUTION.search(just_before(text, end)) and PURPOSE.match(text, end)):
        return None
    return with_complement(text, end)


def with_complement(text: str, position: int) -> int:
    """The small words that end a name where the sentence pauses: "Marée basse", "Ligue … d'athlétisme"."""
    if _ACTS.search(just_before(text, position)) and (against := _AGAINST.match(text, position)) is not None:
        return against.end()
    objects = _OBJECTS if _TITLE.search(just_before(text, position)) else _OBJECT
    for pattern in (_ADJECTIVE, objects):
        word = pattern.match(text, position)
        if word and _ends_a_name(just_before(text, position), word[1]) and is_closed(text, word.end()):
            return word.end()
    return position


def _ends_a_name(before: str, word: str) -> bool:
    """A participle says what became of the organisation, but in a title: "Les Mots perchés"."""
    told = _PARTICIPLE.fullmatch(word) is None or _TITLE.search(before) is not None
    return told and (word == "ici" or fold(word) not in BREAKS)


def proper_tail(text: str, position: int) -> int:
    """Where the proper nouns that follow a name end: "MLJ| Albertville Tarentaise", "CCAS| de Cognin"."""
    while True:
        if (both := _AND_CO.match(text, position)) is not None and not _is_name_itself(both["word"]):
            position = both.end()
        link = OF.match(text, position) or _THE.match(text, position)
        word = WORD.match(text, link.end()) if link else None
        if link is None or word is None or not _goes_on(text, word, linked=bool(link.group().strip())):
            return position
        position = word.end()


def _is_name_itself(word: str) -> bool:
    return is_acronym(word) or is_head(word)


def _goes_on(text: str, word: re.Match[str], *, linked: bool) -> bool:
    """True for a proper noun that belongs to the name before it."""
    printed = word.group()
    if not is_proper(printed) or fold(printed) in TERRITORY_ACRONYMS:
        return False
    if printed[0].isdigit():
        version = len(printed) == 1 and _AFTER_ACRONYM.search(just_before(text, word.start()))
        return not (linked or version) and _NUMBER.match(text, word.start()) is not None
    return linked or _ACTION_NOUN.fullmatch(printed) is None or _OF_SOMETHING.match(text, word.end()) is None


def bare_end(text: str, start: int, *, role: bool = False) -> int | None:
    """ "la Région", "le Département", "la mission locale": one of its kind in a territory."""
    match = ONE_OF_ITS_KIND.match(text, start) or (role and ONE_OF_ITS_KIND_IN_ROLE.match(text, start))
    if match:
        return match.end()
    word = WORD.match(text, start)
    return proper_tail(text, word.end()) if word and is_proper(word.group()) and fold(word.group()) in BARE else None


def follows_stop(text: str, position: int) -> bool:
    """True where the next word is about when, where or what for, or says what is done: it is no part of a name."""
    match = WORD.match(text, position + len(text[position:]) - len(text[position:].lstrip()))
    word = fold(match.group()) if match else ""
    return word in BREAKS or word in DOES or word[:1].isdigit() or DO.fullmatch(word) is not None
