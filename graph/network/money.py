"""Local money that the documents put a figure on: who provides it, by which source, and the ties that state it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

from graph.model import Graph, Node, Relationship

LOANS = "prêt"


@dataclass(frozen=True)
class Provided:
    """What one funding source gives: `euros`, whole; `loan`, to be paid back; `ties`, the FUNDS that add up to it.

    `actors` are the ids of those who provide the source (none where nobody is said to, several where they share it).
    """

    source: str
    actors: tuple[str, ...]
    euros: int
    loan: bool
    ties: tuple[Relationship, ...]


def provided(graph: Graph) -> list[Provided]:
    """Every funding source with an amount, the largest first.

    Left out, as they would count twice or are not the territory's: national envelopes, shares of another amount,
    amounts of a sub-programme when the same source is given for the whole programme. An amount that two documents
    state counts once (the larger where they differ).
    """
    nodes = graph.index()
    ties = _counted(graph)
    providers: defaultdict[str, set[str]] = defaultdict(set)
    for tie in graph.by_type("PROVIDES"):
        providers[tie.end].add(tie.start)
    by_source: defaultdict[str, list[Relationship]] = defaultdict(list)
    for tie in ties:
        by_source[tie.start].append(tie)
    rows = [
        Provided(source, tuple(sorted(providers[source])), _euros(said), _is_loan(nodes[source]), tuple(said))
        for source, said in by_source.items()
    ]
    return sorted(rows, key=lambda row: (-row.euros, row.source))


def euros_by_actor(graph: Graph, owner: Mapping[str, str] | None = None) -> dict[str, int]:
    """Actor id → euros of the sources that it provides; one that several provide counts whole for each of them.

    `owner` gives the money of a service to its organisation.
    """
    owner = owner or {}
    found: defaultdict[str, int] = defaultdict(int)
    for row in provided(graph):
        for actor in {owner.get(actor, actor) for actor in row.actors}:
            found[actor] += row.euros
    return dict(found)


def _is_loan(source: Node) -> bool:
    return source.properties.get("kind") == LOANS


def _counted(graph: Graph) -> list[Relationship]:
    """FUNDS ties whose amounts can be added."""
    local = [tie for tie in graph.by_type("FUNDS") if _is_local_amount(tie)]
    wholes: defaultdict[str, set[str]] = defaultdict(set)
    for tie in graph.by_type("PART_OF"):
        wholes[tie.start].add(tie.end)
    given = {(tie.start, tie.end) for tie in local}
    return [tie for tie in local if not any((tie.start, whole) in given for whole in _wholes(tie.end, wholes))]


def _is_local_amount(tie: Relationship) -> bool:
    told = tie.properties
    return told.get("amount") is not None and not told.get("of") and told.get("scope") != "national"


def _wholes(part: str, wholes: Mapping[str, Collection[str]]) -> list[str]:
    """What a part belongs to; none of those that belong to it in turn, as a circle tells no whole from its parts."""
    return [whole for whole in _above(part, wholes) if part not in _above(whole, wholes)]


def _above(part: str, wholes: Mapping[str, Collection[str]]) -> set[str]:
    found: set[str] = set()
    waiting = [part]
    while waiting:
        for whole in wholes.get(waiting.pop(), ()):
            if whole not in found:
                found.add(whole)
                waiting.append(whole)
    return found


def _euros(ties: list[Relationship]) -> int:
    by_document: defaultdict[tuple[Any, ...], defaultdict[str, int]] = defaultdict(lambda: defaultdict(int))
    for tie in ties:
        told = tie.properties
        same = (tie.end, told.get("reference"), told.get("date"), told.get("object"))
        by_document[same][str(told.get("document"))] += told["amount"]
    return sum(max(documents.values()) for documents in by_document.values())
