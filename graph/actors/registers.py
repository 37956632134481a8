"""What registers of grants say of names: numbers, and the territories where they place them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from graph.actors.relaxations import exact
from graph.statements import ActorMention, Registration

Group = Sequence[ActorMention]
NOT_REGISTERED = Registration()
_SYSTEM = re.compile(r"(\D*)\d")


@dataclass
class Register:
    """What registers say of names: `names`, those that need a number or a territory to be told from their homonyms.

    `homes` are the territories that the plan's own names point to, `several` those to choose from (none where there is
    no choice), `rivals` the names that one bare name may stand for, `capitals` the pairs joined by their capitals.
    """

    present: bool = False
    names: dict[ActorMention, str] = field(default_factory=dict)
    homes: dict[str, int] = field(default_factory=dict)
    several: frozenset[str] = frozenset()
    rivals: list[tuple[str, str]] = field(default_factory=list)
    capitals: list[tuple[str, str]] = field(default_factory=list)

    def name(self, mention: ActorMention) -> str:
        """The name under which a mention is compared with others."""
        return self.names.get(mention) or exact(mention.text)


def registration(mention: ActorMention) -> Registration:
    """What a register tells of a mention; an empty one for a name that no register gives."""
    return mention.registration or NOT_REGISTERED


def system(area: str) -> str:
    """The coding of a territory: the letters before its number ("CV262" → "CV"), "" for one that is named in full."""
    match = _SYSTEM.match(area)
    return match[1] if match else ""


def areas_of(mentions: Iterable[ActorMention]) -> set[str]:
    """Codes of the territories where a register places these mentions."""
    return {area for mention in mentions if (area := registration(mention).area)}


def several_areas(mentions: Iterable[ActorMention]) -> frozenset[str]:
    """Territories of codings that have more than one of them."""
    areas = areas_of(mentions)
    counted = Counter(map(system, areas))
    return frozenset(area for area in areas if counted[system(area)] > 1)


def home_areas(groups: Iterable[Group], several: frozenset[str]) -> dict[str, int]:
    """In each coding, the territory that shares the most names with what is not placed anywhere, if one does."""
    votes: Counter[str] = Counter()
    for group in groups:
        if any(registration(mention).area is None for mention in group):
            votes.update(areas_of(group) & several)
    homes = {}
    for coding in {system(area) for area in votes}:
        first, *others = sorted((-count, area) for area, count in votes.items() if system(area) == coding)
        if not others or others[0][0] > first[0]:
            homes[first[1]] = -first[0]
    return homes
