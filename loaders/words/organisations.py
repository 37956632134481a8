"""Reads one organisation's name at a place of a sentence: a known one, or one that its form or its capitals tell."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from graph.text import fold, is_acronym
from loaders.words.name_ends import OF, QUOTED, bare_end, capitals_end, form_end, proper_tail, titled_end
from loaders.words.name_words import HEADS, NO_ONE, PERSON, SITE, USUAL
from loaders.words.names import TERRITORY_ACRONYMS, without_article
from loaders.words.spellings import Spellings, folded_in_place

_ARTICLE = re.compile(r"(?:l['’]|(?:la|le|les|un|une|du|des|de la|de l'|de|d'|notre|son|sa|leur)\s+)", re.IGNORECASE)
_DEFINITE = re.compile(r"(?:l'|\b(?:la|le|du|au)\s)$", re.IGNORECASE)
_START = re.compile(r"[^\W_][\w.+-]*")
_INSTITUTION = re.compile(r"(?<!\w)(?:l'|la |le |du |au )(?=(?:Etat|État|R[ée]gion|D[ée]partement|Rectorat|Parquet)\b)")
_ORDINAL = re.compile(r"\d(?:er|nde?|e|ème)\b")


@dataclass(frozen=True)
class Name:
    """Words of a plain text, from `start` to `end`.

    `actor` is False for a programme, a place or a tool; `sure`, where only capitals tell a name.
    """

    start: int
    end: int
    text: str
    actor: bool = True
    sure: bool = True

    @property
    def span(self) -> tuple[int, int]:
        """Where it begins and ends."""
        return self.start, self.end


class Organisations:
    """Reads names in one document. `actors` are known ones; `others`, names that are none, however they look."""

    def __init__(self, actors: Iterable[str], others: Iterable[str]) -> None:
        known = {fold(name) for name in actors}
        self._actors = Spellings(known)
        unlike = {fold(name) for name in others} - known
        self._others = Spellings(unlike)
        self._other_letters = {_letters(name) for name in unlike}

    def named(self, text: str) -> list[Name]:
        """Known names printed as names, and those of the form of one; programmes, tools and quotes hide theirs."""
        hidden = [(match.start, match.end) for match in self._others.find(text)]
        hidden += [match.span("inner") for match in QUOTED.finditer(text)]
        known = [Name(m.start, m.end, text[m.start : m.end]) for m in self._actors.find(text)]
        formed = [self.at(text, word.start()) for word in _START.finditer(text) if _tells(word.group())]
        formed += [self.at(text, match.start()) for match in _INSTITUTION.finditer(text)]
        formed = [name for name in formed if name and not (name.text[0].islower() and _holds(name, known))]
        names = [name for name in [*known, *filter(None, formed)] if name.actor and _printed_as_name(name.text)]
        shown = [name for name in names if not any(_within(name.span, span) for span in hidden)]
        return [name for name in shown if not any(_within(name.span, other.span) for other in shown)]

    def at(self, text: str, position: int, *, loose: bool = False) -> Name | None:
        """The name that begins at a position, after an article or not; `loose` takes capitals alone for a name."""
        bare = _after_articles(text, position)
        for start in dict.fromkeys((position, bare)):
            if (known := self._known_at(text, start)) is not None:
                return known
        if PERSON.match(text, bare) or SITE.match(text, bare):
            return None
        definite = _DEFINITE.search(text[position:bare]) is not None
        end = form_end(text, bare) or (bare_end(text, bare) if definite else None)
        end = end or (titled_end(text, bare) if loose else None)
        if end is not None:
            return self._named(text, position, bare, end, sure=True)
        end = (capitals_end(text, position) or capitals_end(text, bare)) if loose else None
        return self._named(text, position, bare, end, sure=False) if end else None

    def _known_at(self, text: str, start: int) -> Name | None:
        folded = folded_in_place(text)
        actor, other = self._actors.at(folded, start), self._others.at(folded, start)
        if other and (actor is None or other.end > actor.end):
            return Name(start, other.end, text[start : other.end], actor=False)
        if actor is None:
            return None
        goes_on = is_acronym(text[start : actor.end]) or OF.match(text, actor.end)
        end = proper_tail(text, actor.end) if goes_on else actor.end
        return Name(start, end, text[start:end])

    def _named(self, text: str, position: int, bare: int, end: int, *, sure: bool) -> Name | None:
        start = position if text[position : position + 1].isupper() and position != bare else bare
        words = text[start:end].strip()
        if fold(words) in NO_ONE or _ORDINAL.search(words):
            return None
        parts = {_letters(words), *(_letters(part) for part in words.split()[0].split("-"))}
        actor = not parts & self._other_letters and fold(words) not in TERRITORY_ACRONYMS
        return Name(start, end, words, actor=actor, sure=sure)


def _printed_as_name(printed: str) -> bool:
    """Known names are printed with a capital, or in several words."""
    return printed != printed.lower() or len(without_article(printed).split()) > 1


def _holds(name: Name, others: list[Name]) -> bool:
    """True where a name in small letters is about another one: "les agences Pôle Emploi", "un réseau du REP+"."""
    return any(_within(other.span, name.span) and other.start > name.start for other in others)


def _within(span: tuple[int, int], other: tuple[int, int]) -> bool:
    return span != other and other[0] <= span[0] and span[1] <= other[1]


def _tells(word: str) -> bool:
    """True for words that begin a name wherever they stand: "collège …", "CCAS"."""
    return fold(word).split("-")[0] in HEADS or word.rstrip(".") in USUAL


def _letters(text: str) -> str:
    return re.sub(r"[^a-z0-9]", "", fold(text))


def _after_articles(text: str, position: int) -> int:
    while (match := _ARTICLE.match(text, position)) is not None:
        position = match.end()
    return position
