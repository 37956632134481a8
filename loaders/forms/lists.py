"""Lists of actors as cities write them: by line, comma, semicolon or slash, with carriers, members, "via" and acronyms.

`X : a, b` and `X (a, b)` give X and each member; after "à travers" and "via" only the carrier is named.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from graph.statements import ActorMention
from graph.text import fold, is_acronym
from loaders.forms import names
from loaders.forms.split import outside, parentheses, split_outside
from loaders.lines import Line, unwrap

_VIA = re.compile(r"\s+(?:à travers|a travers|via|par l['’]intermédiaire de|par le biais de)\s+", re.IGNORECASE)
_CONJUNCTION = re.compile(r"\s+(?:et|&|ainsi que)\s+", re.IGNORECASE)
_COMPLEMENT = re.compile(r"^(?:de la |de l['’]|du |de |d['’])(?=[A-ZÀ-Þ])")


def mention_of(text: str) -> ActorMention:
    """A name outside any list ("la DREETS", "bailleurs sociaux") as a mention."""
    return ActorMention(text, generic=names.is_generic(text))


@dataclass(frozen=True)
class Listed:
    """One name of a list: who, through whom, a fund named beside it, a doubt; the line that says it, and where."""

    mention: ActorMention
    via: tuple[str, ...] = ()
    fund: str | None = None
    doubt: str | None = None
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
                if name and not re.search(r"[()/]", name) and not _CONJUNCTION.search(name):
                    found.add(fold(names.without_article(name)))
    return frozenset(found)


def read_list(lines: Sequence[Line], standalone: frozenset[str]) -> list[Listed]:
    """All actors of a list, in order, carriers before their members."""
    listed: list[Listed] = []
    open_carrier: ActorMention | None = None
    for line in unwrap(lines):
        segments = split_outside(line.body, ";")
        for segment in segments:
            items, carrier = _read_segment(segment, standalone, _goes_on(open_carrier, segment))
            listed.extend(replace(item, quote=line.text, locator=line.locator) for item in items)
            open_carrier = carrier if line.text.endswith(",") else None
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
    for part in split_outside(segment, ","):
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
    return names.is_collectivity(name) or is_acronym(name) or _stands_alone(name, standalone)


def _under(carrier: ActorMention | None, item: Listed) -> Listed:
    """The item as a service or member of the carrier it is printed under, if any."""
    if carrier is None or item.mention.parent is not None:
        return item
    service = names.is_collectivity(carrier.text)
    mention = replace(item.mention, parent=carrier, service=service, generic=item.mention.generic and not service)
    return replace(item, mention=mention)


def _read_item(part: str, standalone: frozenset[str]) -> list[Listed]:
    """The actors of one item between commas."""
    through = _VIA.search(part)
    free = part[: through.start()] if through else part
    parts = split_names(free, standalone)
    if through and parts:
        parts[-1] += part[through.start() :]
    return [listed for name in parts for listed in _read_name(name)]


def split_names(part: str, standalone: frozenset[str]) -> list[str]:
    """Split "X/Y" and "X et Y" where both sides stand as names; commas and "et" inside one name stay."""
    pieces = [piece.strip() for piece in split_outside(part, "/")]
    if len(pieces) > 1 and not _splits_at_slash(pieces, standalone):
        pieces = [part.strip()]
    return [name for piece in pieces if piece for name in _split_conjunction(piece, standalone)]


def _splits_at_slash(pieces: list[str], standalone: frozenset[str]) -> bool:
    return any(is_acronym(names.clean(piece)) for piece in pieces) or all(
        _stands_alone(piece, standalone) for piece in pieces
    )


def _stands_alone(name: str, standalone: frozenset[str]) -> bool:
    return fold(names.without_article(names.clean(name))) in standalone


def _split_conjunction(part: str, standalone: frozenset[str]) -> list[str]:
    match = next((m for m in _CONJUNCTION.finditer(part) if not _inside_parentheses(part, m.start())), None)
    if match is None or part.strip()[:1].isdigit():
        return [part]
    left, right = part[: match.start()], part[match.end() :]
    if _COMPLEMENT.match(right):
        return _distribute(left, right) or [part]
    if _is_name(right, standalone) and (_is_name(left, standalone) or names.is_generic(left)):
        return [left, *_split_conjunction(right, standalone)]
    return [part]


def _is_name(text: str, standalone: frozenset[str]) -> bool:
    """True where one side of "et" is a name by itself: known elsewhere, a public, or of the form of a name."""
    name = names.clean(text)
    if _stands_alone(name, standalone) or fold(name) in names.GENERIC_PUBLICS:
        return True
    capital = names.without_article(name)[:1].isupper()
    return capital and (names.has_organisation_form(name) or names.is_collectivity(name))


def _distribute(left: str, right: str) -> list[str] | None:
    """ "CCAS de Cognin et de Barby" → two names, where the head is an acronym or a plural; else one name."""
    head = left.split()[0] if left.split() else ""
    complement = re.search(r"\s(?:de la |de l['’]|du |de |d['’])(?=[A-ZÀ-Þ])", left)
    if complement is None or not (is_acronym(head) or names.first_word(left).endswith(("s", "x"))):
        return None
    return [left, f"{left[: complement.start()]} {right}"]


def _inside_parentheses(text: str, position: int) -> bool:
    return text.count("(", 0, position) > text.count(")", 0, position)


def _read_name(part: str) -> list[Listed]:
    """One name with what stands behind it: "via …", "(members)", "(ACRONYM)", "(fund)"."""
    carrier, *through = _VIA.split(part, maxsplit=1)
    via = tuple(_via_names(through[0])) if through else ()
    head, inner = parentheses(carrier)
    name = names.counted(names.clean(head))
    if not name:
        return []
    mention = ActorMention(name, generic=names.is_generic(names.clean(head)))
    if inner is None:
        return [Listed(mention, via, doubt=_doubt(name))]
    return _with_inner(mention, inner, Listed(mention, via))


def _doubt(name: str) -> str | None:
    """An "et" that may join two names, kept as one."""
    return name if _CONJUNCTION.search(name) else None


def _via_names(text: str) -> list[str]:
    return [names.without_article(names.clean(piece)) for piece in re.split(r",|\bet\b", text) if names.clean(piece)]


def _with_inner(mention: ActorMention, inner: str, listed: Listed) -> list[Listed]:
    """What parentheses say of a name: its acronym, a fund, a detail, or its members."""
    content = names.clean(inner)
    if names.is_acronym_of(content, mention.text):
        return [replace(listed, mention=replace(mention, acronym=content))]
    if names.is_acronym_of(mention.text, content):
        return [replace(listed, mention=replace(mention, text=content, acronym=mention.text))]
    if fold(content) in names.FUNDS:
        return [replace(listed, fund=names.FUNDS[fold(content)])]
    if not content or re.match(r"\d|ex\b|ex\.|dont \d|à confirmer|pressenti|co-?pilote|pilote", content, re.IGNORECASE):
        return [listed]
    members = [
        Listed(mention_of(name)) for name in (names.clean(piece) for piece in split_outside(inner, ",;/")) if name
    ]
    return [listed, *(_under(mention, member) for member in members)]
