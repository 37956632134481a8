"""Reads "(X)" after an action, part by part: who does it, who pays for it, or only what an acronym stands for."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from graph.text import is_acronym
from loaders.words.capitals import is_person
from loaders.words.common_words import NO_BODY
from loaders.words.coordinations import Item, item_at
from loaders.words.name_words import BUILDINGS, NO_ONE, PERSON, PLACES, SITE
from loaders.words.names import is_acronym_of
from loaders.words.organisations import ACRONYM, CAPITALS, Name, Organisations
from loaders.words.role_words import Opening
from loaders.words.split import split_outside

_OPEN = re.compile(r"\(([^()]*)\)?")
_LEADING = re.compile(r"(?:ex(?:emple)?s?\s*[.:]+|notamment|dont|dite?|troïka|trio|binôme|tandem)\s*", re.I)
_EXAMPLE = re.compile(r"^(?:voir|cf|ex\b|exemple|dont \d)", re.IGNORECASE)
_TITLED = re.compile(r"[A-ZÀ-Þ][\w'-]+(?: [^\W\d_][\w'-]*){1,3}")
_LABEL = re.compile(
    r"\s*(?!lieux?\b|sites?\b|salles?\b|publics?\b|cibles?\b|territoires?\b|secteurs?\b|quartiers?\b|dates?\b|objet"
    r"|objectifs?\b|budget|coût|durée|ex\b)[a-zà-ÿ][a-zà-ÿ' -]{2,30}\s*:\s+"
)
_JOINTS = re.compile(r"\s+et\s+|\s+-\s+")
_PLACED = re.compile(r"(?:aux?|à|dans|chez|en|sur|par|pour) ")
_LONGEST_SPELLING = 16


def parenthesised(text: str, openings: Sequence[Opening], organisations: Organisations) -> list[Item]:
    """The names between parentheses, in parts (between ";") that no word of role rules."""
    found: list[Item] = []
    for match in _OPEN.finditer(text):
        before = text[: match.start()]
        for start, part in _parts(match[1], match.start(1)):
            free = _free_of_role(start, part, openings)
            if not _EXAMPLE.match(free.strip()):
                found += _names(text, before, start, free, organisations)
    return found


def _parts(inner: str, start: int) -> Iterator[tuple[int, str]]:
    for part in split_outside(inner, ";"):
        yield start, part
        start += len(part) + 1


def _free_of_role(start: int, part: str, openings: Sequence[Opening]) -> str:
    """What stands before the item that holds words of role: these rule all that follows."""
    first = next((opening.start - start for opening in openings if start <= opening.start < start + len(part)), None)
    return part if first is None else part[: max(part.rfind(",", 0, first), 0)]


def _names(text: str, before: str, start: int, part: str, organisations: Organisations) -> list[Item]:
    """Sure names always; those that capitals or letters alone tell, where half of what stands there is names."""
    read = [item for begin, piece in _pieces(part, start) for item in _read(text, begin, piece, organisations)]
    items = [item for item in read if item is not None]
    actors = [item for item in items if item.name.actor and not spells_out(before, item.name.text)]
    if PLACES.search(before):
        actors = [item for item in actors if item.name.told != CAPITALS and not BUILDINGS.match(item.name.text)]
    sure = [item for item in actors if item.name.sure]
    among_others = any(not item.name.actor for item in items)
    gloss = len(read) == 1 and any(item.name.told == ACRONYM and " " not in item.name.text for item in actors)
    if not sure and len(read) > 1:
        actors = [item for item in actors if not _is_one_word(item.name)]
    if among_others or 2 * len(actors) < len(read) or gloss:
        return sure if (2 if among_others else 3) * len(sure) >= len(read) else []
    return actors


def _is_one_word(name: Name) -> bool:
    """One plain word with a capital, that may be anything: "(Carton, Verre)"."""
    return name.told == CAPITALS and re.fullmatch(r"[A-ZÀ-Þ][a-zà-ÿ-]+", name.text) is not None


def _pieces(part: str, start: int) -> Iterator[tuple[int, str]]:
    """The items between commas and slashes, each with its place; "autres" and dots are none."""
    label = _LABEL.match(part)
    start, part = (start + label.end(), part[label.end() :]) if label else (start, part)
    for piece in split_outside(part, ",/"):
        if (words := piece.strip(" .…")) and not words.startswith("autre"):
            yield start + piece.index(words), words
        start += len(piece) + 1


def _read(text: str, start: int, piece: str, organisations: Organisations) -> list[Item | None]:
    """The name that a piece is, or those that "et" and dashes join in it; None for each that is no name."""
    parts = _JOINTS.split(piece)
    whole = _whole(text, start, piece, organisations)
    if whole is not None or len(parts) == 1:
        return [whole or _titled(text, start, start + len(piece), organisations)]
    begins = [0, *(joint.end() for joint in _JOINTS.finditer(piece))]
    return [_whole(text, start + begin, words, organisations) for begin, words in zip(begins, parts, strict=True)]


def _whole(text: str, start: int, piece: str, organisations: Organisations) -> Item | None:
    """The name that a piece is, whole, with the money printed beside it."""
    if _PLACED.match(piece):
        return None
    leading = _LEADING.match(piece)
    item = item_at(text, start + (leading.end() if leading else 0), organisations)
    if item is None or item.name.vague or item.end < start + len(piece) - 1:
        return None
    return item


def _titled(text: str, begin: int, end: int, organisations: Organisations) -> Item | None:
    """Several words that open with a capital and go on with one: "Nature en Meuvre"."""
    words, name = text[begin:end], organisations.at(text, begin, loose=True)
    if name is not None and not name.actor:
        return None
    no_one = any(pattern.match(words) for pattern in (NO_BODY, SITE, PERSON)) or words.casefold() in NO_ONE
    capitals = [word for word in words.split()[1:] if word[0].isupper()]
    if no_one or is_person(words) or not capitals or not _TITLED.fullmatch(words):
        return None
    return Item(Name(begin, end, words, told=CAPITALS), end)


def spells_out(before: str, short: str) -> bool:
    """True where parentheses only give the acronym of the words before them."""
    words = before.split()[-_LONGEST_SPELLING:]
    return is_acronym(short) and any(is_acronym_of(short, " ".join(words[start:])) for start in range(len(words) - 1))


def is_spelt_out(text: str, start: int) -> bool:
    """True between parentheses that only say in full the acronym before them: "la CMER (Cellule …)"."""
    acronym = re.search(r"([\w+]+)\s*\(\s*$", text[:start])
    inner = text[start : text.find(")", start)]
    return acronym is not None and is_acronym_of(acronym[1], inner)
