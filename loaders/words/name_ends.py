"""Where a name ends in a sentence, once its first word is known: heads, acronyms, capitals and their complements."""

from __future__ import annotations

import re

from graph.text import fold, is_acronym
from loaders.words.name_words import BARE, HEADS, NO_HEAD, ONE_OF_ITS_KIND, STOPS
from loaders.words.names import TERRITORY_ACRONYMS

_WORD = re.compile(r"[^\W_][\w.+-]*(?:'[^\W_][\w.+-]*)*|[&]")
QUOTED = re.compile(r"[\"«“]\s*(?P<inner>\w[^\"»”]{1,60}?)\s*[\"»”]")
_LINK = re.compile(r"\s*(?:(?:de la|de l'|des|du|de|d'|la|les|le|l'|à la|à l'|et d'|et de)\s*(?=\b))", re.I)
OF = re.compile(r"\s+(?:de la |de l'|des |du |de |d')", re.IGNORECASE)
_THE = re.compile(r"\s+(?:les |la |le |l')?")
_COMPLEMENT = re.compile(r"\s+(?:de la |de l'|des |du |de |d')?[a-zà-ÿ-]+")
_AFTER_ARTICLE = re.compile(r"\s+(?:de la |de l'|des |du |de |d'|à )?[a-zà-ÿ-]+")
_CAPITAL_ARTICLE = re.compile(r"(?:Les |La |Le |L')")
_LONGEST_RUN = 4
_ADJECTIVE = re.compile(r" ([a-zà-ÿ-]{3,}(?<!é)(?<!ée)(?<!és)(?<!ées))(?=\s*(?:[,;)/.]|$)|\s+(?:et|ou)\s)")
_ACTION_NOUN = re.compile(r"[A-ZÀ-Þ]\w+(?:ment|tion|sion|age|ance|ence)s?")


def _is_proper(word: str) -> bool:
    return word[:1].isupper() or bool(re.fullmatch(r"\d{1,3}", word))


def form_end(text: str, start: int) -> int | None:
    """Where a name with a known head, or an acronym, ends: "association Tremplin", "club de boxe du Biollay"."""
    head = _WORD.match(text, start)
    if head is None:
        return None
    word = head.group().rstrip(".")
    if is_acronym(word):
        return proper_tail(text, start + len(word))
    if fold(word).split("-")[0] not in HEADS or NO_HEAD.match(text, start):
        return None
    return _complement_end(text, head.end())


def _complement_end(text: str, position: int) -> int | None:
    """The end of a head's complement, which must reach a proper noun or a name in quotes."""
    end, run = None, 0
    while run <= _LONGEST_RUN:
        link = _LINK.match(text, position)
        position = link.end() if link else position + len(text[position:]) - len(text[position:].lstrip())
        if (quoted := QUOTED.match(text, position)) is not None:
            return quoted.end()
        word = _WORD.match(text, position)
        if word is None or fold(word.group()) in STOPS:
            break
        if _is_proper(word.group()):
            return _with_adjective(text, proper_tail(text, word.end()))
        position, run = word.end(), run + 1
    return end


def _with_adjective(text: str, position: int) -> int:
    """The one small word that ends a name, where the sentence pauses after it: "association Marée basse"."""
    word = _ADJECTIVE.match(text, position)
    return word.end() if word and fold(word[1]) not in STOPS else position


def proper_tail(text: str, position: int) -> int:
    """Where the proper nouns that follow a name end: "MLJ| Albertville Tarentaise", "CCAS| de Cognin"."""
    while True:
        link = OF.match(text, position) or _THE.match(text, position)
        word = _WORD.match(text, link.end()) if link else None
        if word is None or not _is_proper(word.group()) or fold(word.group()) in TERRITORY_ACRONYMS:
            return position
        linked = bool(link and link.group().strip())
        if (linked and word.group().isdigit()) or (not linked and _ACTION_NOUN.fullmatch(word.group())):
            return position
        position = word.end() - (len(word.group()) - len(word.group().rstrip(".")))


def bare_end(text: str, start: int) -> int | None:
    """ "la Région", "le Département", "la mission locale": one of its kind in a territory."""
    if (match := ONE_OF_ITS_KIND.match(text, start)) is not None:
        return match.end()
    word = _WORD.match(text, start)
    return word.end() if word and _is_proper(word.group()) and fold(word.group()) in BARE else None


def titled_end(text: str, start: int) -> int | None:
    """A known head in capitals with one complement: "Secours populaire", "Maison des adolescents"."""
    head = _WORD.match(text, start)
    if head is None or not head.group()[:1].isupper() or fold(head.group()) not in HEADS:
        return None
    rest = _COMPLEMENT.match(text, head.end())
    return rest.end() if rest and fold(rest.group().split()[-1]) not in STOPS else None


def capitals_end(text: str, start: int) -> int | None:
    """Words in capitals, with what links them: "Les Petits Débrouillards", "L'Atelier des possibles", "Unis-Cité"."""
    opening = _CAPITAL_ARTICLE.match(text, start)
    first = _WORD.match(text, opening.end() if opening else start)
    if first is None or not first.group()[:1].isupper():
        return None
    end = proper_tail(text, first.end())
    if opening and end == first.end():
        rest = _AFTER_ARTICLE.match(text, end)
        return rest.end() if rest and fold(rest.group().split()[-1]) not in STOPS else end
    return end
