"""Lists of actors as cities write them: by line, comma, semicolon or slash, with carriers, members, "via" and acronyms.

`X : a, b` and `X (a, b)` give X and each member; after "à travers" and "via" only the carrier is named.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from graph.statements import ActorMention
from graph.text import fold, is_acronym
from loaders.lines import Line, unwrap
from loaders.words import names
from loaders.words.joined import CONJUNCTION, split_commas, split_names, stands_alone
from loaders.words.split import outside, parentheses, split_outside

NOBODY, PERSON, AMOUNT = "personne n'est nommé", "nom d'une personne", "un montant"
CONTACT = "de quoi joindre quelqu'un"


def mention_of(text: str) -> ActorMention:
    """A name outside any list ("la DREETS", "bailleurs sociaux") as a mention."""
    return ActorMention(text, generic=names.is_generic(text))


@dataclass(frozen=True)
class Listed:
    """One name of a list: who, through whom, a fund named beside it, a doubt; the line that says it, and where.

    `aside` says why it is no organisation ("Néant", a person): it is then reported, and makes no tie.
    """

    mention: ActorMention
    via: tuple[str, ...] = ()
    fund: str | None = None
    doubt: str | None = None
    aside: str | None = None
    quote: str = ""
    locator: str = ""


def standalone_names(lists: Iterable[Sequence[Line]]) -> frozenset[str]:
    """Folded names that stand alone between commas, under no carrier, somewhere in the document."""
    found: set[str] = set()
    for lines in lists:
        for line in unwrap(lines):
            free, _, _ = outside(line.body, ":")
            for part in split_outside(free, ",;"):
                name = names.clean(part)
                if name and not re.search(r"[()/]", name) and not CONJUNCTION.search(name):
                    found.add(fold(names.without_article(name)))
    return frozenset(found)


def read_list(lines: Sequence[Line], standalone: frozenset[str]) -> list[Listed]:
    """All actors of a list, in order, carriers before their members."""
    listed: list[Listed] = []
    open_carrier: ActorMention | None = None
    over_bullets: ActorMention | None = None
    for line in unwrap(lines):
        if not line.is_bullet:
            over_bullets = None
        for segment in split_outside(line.body, ";"):
            items, carrier = _read_segment(segment, standalone, over_bullets or _goes_on(open_carrier, segment))
            listed.extend(replace(item, quote=line.text, locator=line.locator) for item in items)
            open_carrier = carrier if line.text.endswith(",") else None
            if line.text.endswith(":") and not line.is_bullet:
                over_bullets = carrier
    return listed


def _goes_on(carrier: ActorMention | None, segment: str) -> ActorMention | None:
    """A group that its line's end did not close: the next line starts in lower case with a service."""
    body = segment.strip()
    goes_on = carrier is not None and body[:1].islower() and names.is_service(body)
    return carrier if goes_on else None


def _read_segment(
    segment: str, standalone: frozenset[str], carrier: ActorMention | None
) -> tuple[list[Listed], ActorMention | None]:
    listed: list[Listed] = []
    for part in split_commas(segment):
        head, colon, rest = outside(part, ":")
        if colon:
            heads = _read_item(head, standalone)
            listed.extend(heads)
            carrier = heads[0].mention if heads else None
            part = rest
        if not names.clean(part):
            continue
        if carrier is not None and _closes(carrier, part, standalone):
            carrier = None
        listed.extend(_under(carrier, item) for item in _read_item(part, standalone))
    return listed, carrier


def _closes(carrier: ActorMention, part: str, standalone: frozenset[str]) -> bool:
    """A town's group ends at the first name that is an organisation of its own, not a service."""
    name = names.clean(part)
    if not names.is_collectivity(carrier.text) or names.is_service(name):
        return False
    organisation = names.is_collectivity(name) or names.has_organisation_form(name)
    return organisation or is_acronym(name) or stands_alone(name, standalone)


def _under(carrier: ActorMention | None, item: Listed) -> Listed:
    """The item as a service or member of the carrier it is printed under, if any."""
    if carrier is None or item.mention.parent is not None:
        return item
    service = names.is_collectivity(carrier.text)
    mention = replace(item.mention, parent=carrier, service=service, generic=item.mention.generic and not service)
    return replace(item, mention=mention)


def _read_item(part: str, standalone: frozenset[str]) -> list[Listed]:
    """The actors of one item between commas; "via …" goes with the last of them."""
    free, *through = names.VIA.split(part, maxsplit=1)
    listed = [_read_name(name) for name in split_names(free, standalone)]
    if through and listed and listed[-1]:
        carrier = listed[-1][0]
        listed[-1][0] = replace(carrier, via=(*_via_names(through[0]), *carrier.via))
    return [item for items in listed for item in items]


def _read_name(part: str) -> list[Listed]:
    """One name with what stands behind it: "(members)", "(ACRONYM)", "(fund)"."""
    head, inner = parentheses(part)
    name = names.counted(names.clean(head))
    if not name:
        return []
    if aside := _aside(name):
        return [Listed(ActorMention(name), aside=aside)]
    mention = ActorMention(name, generic=names.is_generic(names.clean(head)))
    if inner is None:
        return [Listed(mention, doubt=_doubt(name))]
    return _with_inner(mention, inner)


def _aside(name: str) -> str | None:
    """Why these words name no organisation, if they don't."""
    if names.PERSON.search(name):
        return PERSON
    if names.AMOUNT.search(name):
        return AMOUNT
    if names.CONTACT.match(fold(name)):
        return CONTACT
    return NOBODY if names.PLACEHOLDERS.match(fold(name)) else None


def _doubt(name: str) -> str | None:
    """An "et" that may join two names, kept as one."""
    return name if CONJUNCTION.search(name) else None


def _is_note(content: str) -> bool:
    """True for words in parentheses that name no member: "(à confirmer)", "(contact : Mme X, 04 …)"."""
    folded = fold(content)
    return bool(names.NOTES.match(folded) or names.CONTACT.match(folded) or names.PERSON.search(content))


def _via_names(text: str) -> tuple[str, ...]:
    pieces = (names.without_article(names.clean(piece)) for piece in re.split(r",|\bet\b", text))
    return tuple(piece for piece in pieces if piece)


def _with_inner(mention: ActorMention, inner: str) -> list[Listed]:
    """What parentheses say of a name: its acronym, a fund, a detail, or its members."""
    content = names.clean(inner)
    if names.is_acronym_of(content, mention.text):
        return [Listed(replace(mention, acronym=content))]
    if names.is_acronym_of(mention.text, content):
        return [Listed(replace(mention, text=content, acronym=mention.text))]
    if fold(content) in names.FUNDS:
        return [Listed(mention, fund=names.FUNDS[fold(content)])]
    if content.startswith("via "):
        return [Listed(mention, via=_via_names(content.removeprefix("via ")))]
    if not content or _is_note(content):
        return [Listed(mention)]
    members = [
        Listed(mention_of(name)) for name in (names.clean(piece) for piece in split_outside(inner, ",;/")) if name
    ]
    return [Listed(mention), *(_under(mention, member) for member in members)]
