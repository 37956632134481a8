"""Names that the place of words in an action shows: a list that closes it, and who does what its verb says."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from graph.text import fold
from loaders.words.coordinations import Item, item_at, list_at
from loaders.words.name_words import BUILDINGS, DO, DOES, PLACES
from loaders.words.names import is_generic
from loaders.words.organisations import CAPITALS, Name, Organisations
from loaders.words.role_words import MENTIONED, Opening

_CLOSES = re.compile(r"[\s\w]:\s|\s-\s")
_END = re.compile(r";|(?<!asso)(?<!assoc)\.(?!\w)|\s-\s|$")
_COMPLEMENT = re.compile(
    r"\s*(?:\([^()]*\)|pour (?:le|la|les|l'|un|une|des)[^,;:.()]{2,60}|d[eu]\S* [a-zà-ÿ' -]{2,40})?"
    r"\s*(?:,|/|\bet\b|&|$)\s*"
)
_TRAILER = re.compile(r"(?:en|dans|à|au|aux|sur|pour|pendant|chaque|tous|toutes|depuis) ")
_PUBLIC = re.compile(r"(?P<words>(?:les |des )?[a-zà-ÿ' -]+?)\s*(?:,|/|\bet\b|&|$)\s*")
_LAST = re.compile(r"(?:les |des |la |le |l')?[a-zà-ÿ' -]+")
_CLAUSE = re.compile(r"(?:^|;\s+|(?<!asso)(?<!assoc)\.\s+)(?=[A-ZÀ-Þ])")
_VERB = re.compile(r"\s+(?:s'|se |y |n')?(?P<verb>[a-zà-ÿ]+)")
_LINKS = frozenset("de du des la le les et en".split())
_TAKEN_IN = re.compile(r"(?:mobilis|associ|impliqu)ee?s")


def closing_list(text: str, openings: Sequence[Opening], organisations: Organisations) -> list[Item]:
    """The names of a bare list behind ":" or a dash, where every item is a name or a public, and one name is sure."""
    found: list[Item] = []
    for match in _CLOSES.finditer(text):
        if _inside(text, match.start()):
            continue
        end = _end(text, match.end())
        if not any(match.start() <= opening.start < end for opening in openings):
            items = _every_name(text, match.end(), end, organisations)
            sites = PLACES.search(text[: match.start()])
            found += [item for item in items if not (sites and BUILDINGS.match(item.name.text))]
    return found


def _inside(text: str, position: int) -> bool:
    """True between parentheses or quotes."""
    before = text[:position]
    return before.count("(") > before.count(")") or before.count('"') % 2 == 1 or before.count("«") > before.count("»")


def _end(text: str, position: int) -> int:
    ends = (match.start() for match in _END.finditer(text, position) if not _inside(text, match.start()))
    return next(ends, len(text))


def _every_name(text: str, start: int, end: int, organisations: Organisations) -> list[Item]:
    """All items of a stretch of text as names; none where one item is something else."""
    items: list[Item] = []
    position, passed = start, 0
    while position < end:
        public = _PUBLIC.match(text[:end], position)
        if public is not None and is_generic(public["words"].strip()):
            position, passed = public.end(), passed + 1
            continue
        item = item_at(text, position, organisations)
        behind = _COMPLEMENT.match(text[:end], item.end) if item else None
        if item is None or behind is None or item.name.vague or not item.name.actor:
            break
        items.append(item)
        position = behind.end()
    rest = text[position:end].strip()
    left = rest and not _TRAILER.match(rest) and not _LAST.fullmatch(rest)
    sure = any(item.name.sure for item in items)
    return items if sure and not left and passed <= len(items) else []


def subjects(text: str, organisations: Organisations) -> Iterator[Name]:
    """Who opens a clause before a verb: "Face Aquitaine et Positive Planet interviennent", "GRDF propose"."""
    for clause in _CLAUSE.finditer(text):
        start = clause.end()
        items = list_at(text, Opening(start, start, (MENTIONED,), bare=True), len(text), organisations)
        names = [item.name for item in items]
        if not names:
            continue
        told = [name for name in names if name.actor and (name.told != CAPITALS or _in_capitals(name.text))]
        if _do_something(text, names):
            yield from told


def _in_capitals(words: str) -> bool:
    """True for two words in capitals or more, since any first word of a sentence has one."""
    parts = words.split()
    return len(parts) > 1 and all(part[:1].isupper() or part in _LINKS for part in parts)


def _do_something(text: str, names: Sequence[Name]) -> bool:
    """True where a verb follows: in the plural after several names."""
    verb = _VERB.match(text, names[-1].end)
    word = fold(verb["verb"]) if verb and verb["verb"] != "à" else ""
    if len(names) > 1:
        return DO.fullmatch(word) is not None or _TAKEN_IN.fullmatch(word) is not None
    return word in DOES
