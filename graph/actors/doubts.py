"""Names that nearly meet: pairs of actors that a person should look at."""

from __future__ import annotations

from collections import defaultdict
from itertools import combinations
from typing import TYPE_CHECKING

from graph.actors.relaxations import loosest

if TYPE_CHECKING:
    from graph.actors.resolve import Actor, Directory


def doubts(directory: Directory) -> list[tuple[str, str]]:
    """Pairs of actors whose names meet only when every relaxation is applied: for a person to decide.

    Two actors that both have a SIREN are two; a bare name that several homonyms bear may be any of them.
    """
    meeting: defaultdict[str, dict[str, Actor]] = defaultdict(dict)
    for root, actor in directory.actors.items():
        if actor.parent is None:
            for member in sorted(directory.clusters.members(root)):
                meeting[loosest(member)].setdefault(actor.id, actor)
    alike = [list(actors.values()) for actors in meeting.values()]
    rivals = [[directory.actors[directory.clusters.root(name)] for name in pair] for pair in directory.register.rivals]
    return sorted({pair for actors in (*alike, *rivals) if (pair := _first_doubt(actors)) is not None})


def _first_doubt(actors: list[Actor]) -> tuple[str, str] | None:
    """The names of the first two of these actors that may be one."""
    pairs = ((a, b) for a, b in combinations(actors, 2) if a.id != b.id and not (a.sirens and b.sirens))
    return next(((a.name, b.name) for a, b in pairs), None)
