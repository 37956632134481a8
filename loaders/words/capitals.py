"""Names that only capitals tell: where they end, and whether they are someone's ("Les Petits Débrouillards")."""

from __future__ import annotations

import re
from collections.abc import Set

from graph.text import fold, is_acronym
from loaders.words.common_words import GIVEN_NAMES, NO_BODY, is_common, looks_common
from loaders.words.name_ends import OF, PURPOSE, WORD, follows_stop, is_closed, is_head, just_before, proper_tail
from loaders.words.name_words import BARE, BREAKS, MEETINGS, SOCIETIES
from loaders.words.names import is_public

_ARTICLE = re.compile(r"(?:(?:Les|La|Le)\s+|L')(?=\w)")
_TIE = re.compile(r"\s+(?:(?:de la|de l'|des|du|de|d'|contre|sans|le|la|les|l')\s*){1,5}(?=[a-zà-ÿ])")
_SMALL = re.compile(r"\s*(?P<word>[a-zà-ÿ]+(?:-[a-zà-ÿ]+)*)(?![\w'])")
_PARTICIPLE = re.compile(r".{2,}(?:ée?|i|ie|u|ue|ant)s?")
_VERB = re.compile(r"[A-ZÀ-Þ][a-zà-ÿ]+(?:er|ir|re|ez|ons)")
_APART = re.compile(r"\s+(?:contre|sans(?! (?:frontière|abri|papier|logis|toit)))\s")
_SEVERAL = re.compile(r"[a-zà-ÿ]{5,}s $")
_OBJECT = re.compile(r"\s+(?:des|du|la|le|les)\s|\s+l'")
_ONE_COMPLEMENT = re.compile(r"\s(?:de la |de l'|des |du |de |d')[\w-]+$")
_SHARED = re.compile(r"\s+et (?:de la |de l'|des |du |de |d')(?P<words>[\w-]+)")
_PLACED = re.compile(r" (?:en|à|au|aux|sur|sous) (?:la |le |les |l')?[a-zà-ÿ-]+(?![\w'])")
_LONGEST_COMPLEMENT = 3
_WITH_TITLE = 2


def capitals_end(text: str, start: int) -> int | None:
    """Words in capitals, with what links and completes them: "L'Atelier des possibles", "Terre de liens".

    None where it can't be said where the complement ends: a name cut short is no name.
    """
    article = _ARTICLE.match(text, start)
    first = WORD.match(text, article.end() if article else start)
    if first is None or not first.group()[:1].isupper() or NO_BODY.match(text, first.start()):
        return None
    end = proper_tail(text, first.end())
    if end == first.end() and (placed := _placed_end(text, first)) is not None:
        return placed or None
    if not (is_closed(text, end) or follows_stop(text, end) or _is_set_apart(text, first, end)):
        several = end > first.end() and not OF.match(text, end)
        completed = bool(article) or _is_noun(first.group()) or _OBJECT.match(text, end) is None
        end = (_complement_end(text, end) if completed else None) or (end if several else 0)
    cut = is_head(first.group(), role=True) and PURPOSE.match(text, end)
    return None if cut else end or None


def _placed_end(text: str, first: re.Match[str]) -> int | None:
    """The end of "Femmes en mouvement" or "L'Outil en main"; 0 where it goes on, None where none follows."""
    placed = _PLACED.match(text, first.end())
    if placed is None or is_acronym(first.group()) or not _is_noun(first.group()):
        return None
    return placed.end() if is_closed(text, placed.end()) else 0


def _is_set_apart(text: str, first: re.Match[str], end: int) -> bool:
    """True before "contre" and "sans", but in "Infirmiers sans frontières": they tell what is done, or how."""
    return _APART.match(text, end) is not None and not _is_noun(first.group())


def _complement_end(text: str, position: int) -> int | None:
    """The end of a complement in small letters, where the sentence pauses after it."""
    tied, word = False, None
    for count in range(_LONGEST_COMPLEMENT):
        link = _TIE.match(text, position)
        word = _SMALL.match(text, link.end() if link else position)
        if word is None or fold(word["word"]) in BREAKS:
            return None
        tied, position = tied or (link is not None and count == 0), word.end()
        if is_closed(text, position):
            return position
        if follows_stop(text, position):
            return position if tied or _PARTICIPLE.fullmatch(word["word"]) is None else None
    return None


def titled_end(text: str, start: int) -> int | None:
    """A known head in capitals with its complement: "Secours populaire", "Conférence des financeurs"."""
    head = WORD.match(text, start)
    if head is None or not head.group()[:1].isupper() or not is_head(head.group(), role=True):
        return None
    if fold(head.group()) in MEETINGS:
        return None
    end = _complement_end(text, head.end())
    return None if end and PURPOSE.match(text, end) else end


def whole_end(text: str, start: int, end: int) -> int | None:
    """The end of an acronym's tail, whole: "GIP Maison de l'emploi"; None where that can't be said."""
    last = text.rfind(" ", start, end) + 1
    if not is_head(text[last:end], role=True) or is_closed(text, end):
        return end
    return titled_end(text, last) or (end if follows_stop(text, end) else None)


def joined_end(text: str, start: int, end: int, *, formed: bool) -> int | None:
    """Where "et" and a capital go on with one name: "Citoyens et Justice", "fondation Daniel et Nina Carasso".

    `formed`: the name has a head, so that its proper noun may go on; capitals alone must be common nouns.
    """
    link = re.compile(r"\s+et\s+(?=[A-ZÀ-Þ])").match(text, end)
    right = WORD.match(text, link.end()) if link else None
    if right is None or is_acronym(right.group()) or (is_head(right.group()) and fold(right.group()) not in BARE):
        return None
    stop = proper_tail(text, right.end())
    *before, last = text[start:end].split()
    alone = stop == right.end()
    if formed:
        one_proper = len(before) < _WITH_TITLE or not before[-1][:1].isupper()
        society = fold(before[0]).rstrip(".") in SOCIETIES if before else False
        goes_on = fold(last) in GIVEN_NAMES or (alone and one_proper and society)
    else:
        among_several = _SEVERAL.search(just_before(text, start)) is not None
        goes_on = not (before or among_several) and (_is_noun(last) or (alone and _is_noun(right.group())))
    return stop if goes_on and (is_closed(text, stop) or follows_stop(text, stop)) else None


def shared_end(text: str, start: int, end: int) -> int | None:
    """Where a second complement ends a name: "Office de la culture et des sports", "Maison de Justice et du Droit"."""
    more = _SHARED.match(text, end)
    if more is None or _ONE_COMPLEMENT.search(text[start:end]) is None or is_public(more["words"]):
        return None
    told = more["words"].islower() or is_common(fold(more["words"]))
    return more.end() if told and is_closed(text, more.end()) else None


def _is_noun(word: str) -> bool:
    """True for words that names are made of: common nouns, heads, verbs in the infinitive or the imperative."""
    told = looks_common(fold(word)) or is_head(word, role=True) or fold(word) in BARE
    return told or _VERB.fullmatch(word) is not None


def is_no_name(words: str, common: Set[str]) -> bool:
    """True for one common noun, or a person's two names: what capitals alone don't make an organisation."""
    parts = words.split()
    if len(parts) == 1:
        folded = fold(words).removeprefix("l'")
        common_noun = is_common(folded) or folded in common or folded in BARE or is_head(words, role=True)
        return fold(words) == folded and (common_noun or is_person(words))
    return is_person(words)


def is_person(words: str) -> bool:
    """True for a given name and a family name: "Jean Moulin", "Marie-Curie"."""
    parts = re.split(r"[\s-]+", words)
    capitals = all(part[:1].isupper() and not is_acronym(part) for part in parts)
    return 1 < len(parts) < 4 and capitals and (fold(parts[0]) in GIVEN_NAMES or len(parts[-1]) == 1)
