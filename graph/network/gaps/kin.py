"""Actors that are no pair: one is part of the other, or may be the other."""

from __future__ import annotations

from collections import defaultdict

from graph.model import Graph
from graph.network.gaps.outline import reached


def kin(graph: Graph) -> set[tuple[str, str]]:
    """Pairs of ids: a service and its organisation, a member and its group, two names that may be one actor.

    A service's id lies within its organisation's, whether or not a tie says so.
    """
    actors = {actor.id for actor in graph.by_label("Actor")}
    around: defaultdict[str, set[str]] = defaultdict(set)
    for tie in graph.by_type("PART_OF"):
        if tie.start in actors:
            around[tie.start].add(tie.end)
    found = {(start, end) for start in list(around) for end in reached(start, around)}
    found |= {(actor, owner) for actor in actors for owner in _owners(actor) if owner in actors}
    return found | {(tie.start, tie.end) for tie in graph.by_type("MAY_BE")}


def _owners(actor: str) -> list[str]:
    parts = actor.split("/")
    return ["/".join(parts[:size]) for size in range(1, len(parts))]
