"""Reads one organisation's name at a place of a sentence: a known one, or one that its form or its capitals tell."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from graph.text import fold, is_acronym
from loaders.words.capitals import capitals_end, is_no_name, is_person, joined_end, shared_end, titled_end, whole_end
from loaders.words.common_words import looks_common
from loaders.words.name_ends import (
    OF,
    QUOTED,
    bare_end,
    form_end,
    is_closed,
    is_head,
    is_the_action,
    just_before,
    proper_tail,
)
from loaders.words.name_words import BARE, NO_ONE, PERSON, SITE
from loaders.words.names import TERRITORY_ACRONYMS, without_article
from loaders.words.spellings import Match, Spellings, folded_in_place, plain
from loaders.words.usual import usual_at

_ARTICLE = re.compile(r"[ld]['’]|(?:la|le|les|un|une|du|des|de la|de l'|de|notre|son|sa|leur)\s+", re.IGNORECASE)
_DEFINITE = re.compile(r"(?:l'|\b(?:la|le|les|du|au|aux|des)\s)$", re.IGNORECASE)
_START = re.compile(r"[^\W_][\w.+-]*")
_SMALL = re.compile(r"(?<![\w-])[a-zà-ÿ]{3,}(?![\w-])")
_ACTING = re.compile(r"\b(?:par|avec) (?:la |le |l')([A-Z][A-Z0-9]{2,})(?![\w+-])")
_CAPITAL_BEFORE = re.compile(r"(?<!^)\b[A-ZÀ-Þ][\w-]* $")
_INSTITUTION = re.compile(r"(?<!\w)(?:l'|la |le |du |au )(?=(?:Etat|État|R[ée]gion|D[ée]partement|Rectorat|Parquet)\b)")
_ORDINAL = re.compile(r"\d(?:er|nde?|e|ème)\b")
_SHORTEST_AS_WORD = 4
_WORDS_TOO = frozenset(("ville", "communaute"))
KNOWN, FORM, ACRONYM, CAPITALS = "known", "form", "acronym", "capitals"


@dataclass(frozen=True)
class Name:
    """Words of a plain text, from `start` to `end`.

    `actor` is False for a programme, a place, a person or a tool. `told` says what shows a name: it is known (in the
    document or all over France), it has the form of one, or it is an acronym or capitals that no one vouches for.
    """

    start: int
    end: int
    text: str
    actor: bool = True
    told: str = KNOWN

    @property
    def sure(self) -> bool:
        """True for an organisation that is known, or that the form of its name tells."""
        return self.actor and self.told in (KNOWN, FORM)

    @property
    def vague(self) -> bool:
        """True for a noun with a capital that may be a heading as well: "Mobilité", "Parcours d'insertion"."""
        first, *others = re.split(r"[\s']", self.text)
        return self.told == CAPITALS and looks_common(fold(first)) and not any(word[:1].isupper() for word in others)

    @property
    def span(self) -> tuple[int, int]:
        """Where it begins and ends."""
        return self.start, self.end


class Organisations:
    """Reads names in one document.

    `actors` are known ones; `others`, names that are none, however they look. `texts`, the document's sentences, show
    which acronyms do things in it, and which words are common nouns, since it prints them in small letters too.
    """

    def __init__(self, actors: Iterable[str], others: Iterable[str], texts: Iterable[str] = ()) -> None:
        known = {fold(name) for name in actors}
        unlike = [name for name in others if fold(name) not in known]
        self._actors = Spellings(known)
        self._others = Spellings(unlike)
        self._short = {fold(name) for name in unlike if is_acronym(name) and len(name) < _SHORTEST_AS_WORD}
        self._other_letters = {_letters(name) for name in unlike} - self._short
        sentences = [plain(text) for text in texts]
        self._common = {fold(word) for text in sentences for word in _SMALL.findall(text)}
        self._acting = {match[1] for text in sentences for match in _ACTING.finditer(text)}

    def named(self, text: str) -> list[Name]:
        """Known names printed as names, and those of the form of one; programmes, tools and quotes hide theirs."""
        hidden = [(match.start, match.end) for match in self._others.find(text)]
        hidden += [match.span("inner") for match in QUOTED.finditer(text)]
        known = [Name(m.start, m.end, text[m.start : m.end]) for m in self._actors.find(text)]
        formed = [self.at(text, word.start()) for word in _START.finditer(text) if _tells(text, word)]
        formed += [self.at(text, match.start()) for match in _INSTITUTION.finditer(text)]
        formed = [name for name in formed if name and not (name.text[0].islower() and _holds(name, known))]
        names = [name for name in [*known, *filter(None, formed)] if name.actor and _printed_as_name(name.text)]
        shown = [name for name in names if not any(_within(name.span, span) for span in hidden)]
        return [name for name in shown if not any(_within(name.span, other.span) for other in shown)]

    def at(self, text: str, position: int, *, loose: bool = False) -> Name | None:
        """The name that begins at a position, after an article or not.

        `loose`, where a word of role or a list says that someone is named: capitals alone make a name too.
        """
        bare = _after_articles(text, position)
        for start in dict.fromkeys((position, bare)):
            if (known := self._known_at(text, start)) is not None:
                return known
        if PERSON.match(text, bare) or SITE.match(text, bare) or is_the_action(text, bare):
            return None
        name = self._of_a_form(text, position, bare, loose=loose)
        return name or (self._of_capitals(text, position, bare) if loose else None)

    def _of_a_form(self, text: str, position: int, bare: int, *, loose: bool) -> Name | None:
        definite = _DEFINITE.search(just_before(text, bare)) is not None
        end = form_end(text, bare, role=loose)
        first = _first_word(text, bare)
        told = FORM if end is None or not is_acronym(first) else KNOWN if first in self._acting else ACRONYM
        if end is None and (kind := bare_end(text, bare, role=loose)):
            end = kind if definite or (loose and _stands_alone(text, bare, kind)) else None
        end = end or (titled_end(text, bare) if loose else None)
        if end is None:
            return None
        if told == FORM:
            end = shared_end(text, bare, end) or self._joined(text, bare, end, formed=True)
        elif " " in text[bare:end]:
            end, told = whole_end(text, bare, end), KNOWN if told == KNOWN else FORM
        if end is None:
            return None
        titled = told == FORM and 0 < position < bare and text[position].isupper()
        return self._named(text, position if titled else bare, end, told)

    def _of_capitals(self, text: str, position: int, bare: int) -> Name | None:
        start = position if capitals_end(text, position) else bare
        end = capitals_end(text, start)
        if end is None:
            return None
        end = self._joined(text, start, end, formed=False)
        words = text[start:end].strip()
        if is_no_name(words, self._common) or self._holds_acronyms(words):
            return Name(start, end, words, actor=False, told=CAPITALS) if is_person(words) else None
        return self._named(text, start, end, CAPITALS)

    def _holds_acronyms(self, words: str) -> bool:
        """True for two bodies in one word: "CAF-Département"."""
        parts = words.split("-")
        return (
            len(parts) > 1 and " " not in words and all(self._known_at(part, 0) or fold(part) in BARE for part in parts)
        )

    def _joined(self, text: str, start: int, end: int, *, formed: bool) -> int:
        stop = joined_end(text, start, end, formed=formed)
        right = re.compile(r"\s+et\s+").match(text, end)
        return stop if stop and right and self._known_at(text, right.end()) is None else end

    def _known_at(self, text: str, start: int) -> Name | None:
        folded = folded_in_place(text)
        found = (self._actors.at(folded, start), usual_at(text, start))
        actor = max(filter(None, found), key=lambda match: match.end, default=None)
        other = self._other_at(text, folded, start)
        if other and (actor is None or other.end > actor.end):
            return Name(start, other.end, text[start : other.end], actor=False)
        if actor is None or _is_small_word(text, actor):
            return None
        goes_on = actor is found[1] or is_acronym(text[start : actor.end]) or OF.match(text, actor.end)
        end = proper_tail(text, actor.end) if goes_on else actor.end
        return Name(start, end, text[start:end])

    def _other_at(self, text: str, folded: str, start: int) -> Match | None:
        """A programme or a place; a short acronym is one in capitals only ("CIE" isn't "Cie")."""
        other = self._others.at(folded, start)
        if other is not None and other.folded in self._short and not is_acronym(text[other.start : other.end]):
            return None
        return other

    def _before_programme(self, text: str, start: int, end: int) -> int:
        """Where a name ends that goes on with a programme's: "Communauté … Rhône Crussol | du PLUi"."""
        for link in OF.finditer(text, start, end):
            named = is_acronym(text[start : link.start()]) or re.search(r"\s[A-ZÀ-Þ]", text[start : link.start()])
            other = self._other_at(text, folded_in_place(text), link.end()) if named else None
            if other and re.match(r"[A-Z]{2}", text[other.start :]):
                return link.start()
        return end

    def _named(self, text: str, start: int, end: int, told: str) -> Name | None:
        end = self._before_programme(text, start, end)
        words = text[start:end].strip()
        if fold(words) in NO_ONE or _ORDINAL.search(words):
            return None
        parts = {_letters(words), *(_letters(part) for part in words.split()[0].split("-"))}
        actor = not parts & self._other_letters and fold(words) not in TERRITORY_ACRONYMS
        return Name(start, end, words, actor=actor, told=told)


def _is_small_word(text: str, found: Match) -> bool:
    """ "en" is no "EN": an acronym of two or three letters in small ones is a name behind an article only."""
    printed = text[found.start : found.end]
    return len(printed) <= 3 and printed.islower() and not _DEFINITE.search(just_before(text, found.start))


def _stands_alone(text: str, start: int, end: int) -> bool:
    """True for an item of a list, whole; but "Genre et Ville" does not speak of the Ville."""
    joined = re.search(r"\set $", just_before(text, start)) or re.match(r"\s+et\s", text[end:])
    followed = is_closed(text, end) or re.match(r"\s*:?\s*\d", text[end:])
    return bool(followed) and not (joined and fold(text[start:end]) in _WORDS_TOO)


def _printed_as_name(printed: str) -> bool:
    """Known names are printed with a capital, or in several words."""
    return printed != printed.lower() or len(without_article(printed).split()) > 1


def _holds(name: Name, others: list[Name]) -> bool:
    """True where a name in small letters is about another one: "les agences Pôle Emploi", "un réseau du REP+"."""
    return any(_within(other.span, name.span) and other.start > name.start for other in others)


def _within(span: tuple[int, int], other: tuple[int, int]) -> bool:
    return span != other and other[0] <= span[0] and span[1] <= other[1]


def _tells(text: str, word: re.Match[str]) -> bool:
    """True for words that begin a name wherever they stand: "collège …", "CCAS", "Secours populaire"."""
    if usual_at(text, word.start()) is not None:
        return True
    inside = word.group()[0].isupper() and _CAPITAL_BEFORE.search(just_before(text, word.start())) is not None
    return is_head(word.group()) and not inside


def _first_word(text: str, position: int) -> str:
    word = _START.match(text, position)
    return word.group().rstrip(".") if word else ""


def _letters(text: str) -> str:
    return re.sub(r"[^a-z0-9]", "", fold(text))


def _after_articles(text: str, position: int) -> int:
    while (match := _ARTICLE.match(text, position)) is not None:
        position = match.end()
    return position
