"""Who does what inside a sentence, by the words that give a role: "piloté par", "avec", "(X)", "financé par"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from graph.text import fold
from loaders.words.clauses import closing_list, subjects
from loaders.words.coordinations import Item, list_at
from loaders.words.names import is_acronym_of, is_generic, is_public
from loaders.words.organisations import Organisations
from loaders.words.parenthesised import is_spelt_out, parenthesised
from loaders.words.role_words import FUNDS, MENTIONED, PARTNERS, PILOTS, Opening, openings
from loaders.words.spellings import plain, printed

__all__ = ["FUNDS", "MENTIONED", "PARTNERS", "PILOTS", "Citation", "citations"]
_SHORT = re.compile(r"\s*\(([\w+-]+)\)")
_BEHIND = re.compile(
    r"(?:\s*\(|,? (?:comme|en tant que|en qualité de|étant) | (?=[\w-]+(?: de file)?\s*[,;)]))(?P<co>co-?)?"
    r"(?:(?P<leads>pilotes?|porteu(?:r|se)s?|chefs? de file)|(?P<pays>financeu(?:r|se)s?))\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Citation:
    """An organisation that a sentence names, as printed, its role (a relationship type), and where it stands.

    `start` and `end` are places in the plain text. `amount` (euros) and `share` (0 to 1) are what it is said to give;
    `acronym`, a short form printed behind the name: "Agence régionale de santé (ARS)".
    """

    name: str
    role: str
    start: int
    end: int
    co: bool = False
    amount: int | None = None
    share: float | None = None
    acronym: str | None = None


def citations(sentence: str, organisations: Organisations) -> list[Citation]:
    """Everyone a sentence names, each name once in its strongest role, in the order of the sentence."""
    text = plain(sentence)
    words = openings(text)
    lists = _lists(text, words, organisations)
    found = [*_by_words(lists)]
    words = [opening for opening, items in lists if items or not opening.bare]
    found += [
        _cited(item, PARTNERS if item.share is None else FUNDS) for item in parenthesised(text, words, organisations)
    ]
    bare = (_cited(item, PARTNERS) for item in closing_list(text, words, organisations))
    found += [
        cited for cited in bare if not any(cited.start < other.end and other.start < cited.end for other in found)
    ]
    found = [cited for cited in found if not _is_public(cited)]
    found += _mentions(text, found, organisations)
    found = [_with_acronym(text, cited) for cited in found if not _is_gloss(text, cited, found)]
    return [
        replace(cited, name=printed(sentence, cited.start, cited.end))
        for cited in _strongest(_behind(text, cited) for cited in found)
    ]


def _lists(text: str, words: list[Opening], organisations: Organisations) -> list[tuple[Opening, list[Item]]]:
    """What words of role open, each list up to the next such words."""
    limits = [*(after.start for after in words[1:]), len(text)]
    return [
        (opening, list_at(text, opening, limit, organisations)) for opening, limit in zip(words, limits, strict=False)
    ]


def _by_words(lists: list[tuple[Opening, list[Item]]]) -> Iterator[Citation]:
    """The names in these lists, with their roles."""
    for opening, items in lists:
        for item in items:
            if item.name.actor:
                yield from (_cited(item, role, co=opening.co and role == PILOTS) for role in opening.roles)


def _cited(item: Item, role: str, *, co: bool = False) -> Citation:
    """A name in a role; where a sum stands beside it, it is the one who pays."""
    name = item.name
    role = FUNDS if item.amount is not None and role != PILOTS else role
    given = (item.amount, item.share) if role == FUNDS else (None, None)
    return Citation(name.text, role, name.start, name.end, co, *given)


def _mentions(text: str, found: list[Citation], organisations: Organisations) -> list[Citation]:
    """Names that no word gives a role, where they stand in none that has one."""
    taken = [(cited.start, cited.end) for cited in found]
    mentioned: list[Citation] = []
    for name in (*organisations.named(text), *subjects(text, organisations)):
        apart = not any(start < name.end and name.start < end for start, end in taken)
        if apart and not is_spelt_out(text, name.start):
            mentioned.append(Citation(name.text, MENTIONED, name.start, name.end))
            taken.append(name.span)
    return [cited for cited in mentioned if not _is_public(cited)]


def _with_acronym(text: str, cited: Citation) -> Citation:
    """A name with the short form that parentheses give it."""
    short = _SHORT.match(text, cited.end)
    return replace(cited, acronym=short[1]) if short and is_acronym_of(short[1], cited.name) else cited


def _is_gloss(text: str, cited: Citation, others: list[Citation]) -> bool:
    """True for that short form, which is no name of its own."""
    return any(
        (short := _SHORT.match(text, other.end)) is not None
        and short.span(1) == (cited.start, cited.end)
        and is_acronym_of(short[1], other.name)
        for other in others
    )


def _behind(text: str, cited: Citation) -> Citation:
    """The role that words behind a name give it: "la CAF (pilote)", "… comme financeur principal"."""
    role = _BEHIND.match(text, cited.end)
    if role is None:
        return cited
    return replace(cited, role=PILOTS if role["leads"] else FUNDS, co=bool(role["leads"] and role["co"]))


def _is_public(cited: Citation) -> bool:
    """True where the words name no one in particular; a capital or a number inside them does."""
    if re.search(r"[A-ZÀ-Þ\d]", cited.name[1:]):
        return False
    titled = cited.name[:1].isupper() and cited.start > 0
    return is_public(cited.name) if titled else is_generic(cited.name)


def _strongest(found: Iterable[Citation]) -> list[Citation]:
    """One citation a name and role; a mention adds nothing to a role."""
    ordered = sorted(found, key=lambda cited: (cited.role == MENTIONED, cited.start))
    kept: dict[tuple[str, str], Citation] = {}
    roles: dict[str, str] = {}
    for cited in ordered:
        name = fold(cited.name)
        if cited.role == MENTIONED and name in roles:
            continue
        roles[name] = cited.role
        kept.setdefault((name, cited.role), cited)
    return sorted(kept.values(), key=lambda cited: cited.start)
