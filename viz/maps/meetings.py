"""Who meets whom: pairs of actors of a plan and the targets that they share, as the stock query counts them."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from itertools import combinations

import networkx as nx

from graph.model import Graph
from graph.network import Choices, actor_ids, target_ids
from graph.text import fold
from viz.maps.scene import Scene
from viz.maps.words import typographic

Pair = tuple[str, str]


@dataclass(frozen=True)
class Meetings:
    """Actors named for themselves (generic names left out), and the ids of the targets that each pair shares.

    `kin`: pairs of an organisation and its service, or of a group and its member: shown, but never called a meeting.
    `reach`: how many targets each actor has; `order`: actors, the most engaged first. A pair stands in order of id.
    """

    scene: Scene
    names: dict[str, str]
    kinds: dict[str, str]
    reach: dict[str, int]
    order: list[str]
    shared: dict[Pair, list[str]]
    kin: frozenset[Pair]

    def between(self, one: str, other: str) -> int:
        """How many targets two actors share."""
        return len(self.shared.get((min(one, other), max(one, other)), ()))

    def related(self, one: str, other: str) -> bool:
        """True for a pair of one house."""
        return (min(one, other), max(one, other)) in self.kin

    def ranked(self) -> list[Pair]:
        """Pairs that are not of one house, those that share most first."""
        pairs = [pair for pair in self.shared if pair not in self.kin]
        return sorted(pairs, key=lambda pair: (-len(self.shared[pair]), *(fold(self.names[id_]) for id_ in pair), pair))

    def top(self) -> list[Pair]:
        """The pairs that share most."""
        ranked = self.ranked()
        return [pair for pair in ranked if len(self.shared[pair]) == len(self.shared[ranked[0]])]


def meetings(scene: Scene) -> Meetings:
    """The pairs of a plan, at the level at which it is counted."""
    network = Choices(scene.level, generic=False).network(scene.graph)
    actors = actor_ids(network)
    names = {id_: typographic(network.nodes[id_]["name"]) for id_ in actors}
    reach = {id_: network.degree(id_) for id_ in actors}
    order = sorted(actors, key=lambda id_: (-reach[id_], fold(names[id_]), id_))
    kinds = {id_: str(network.nodes[id_].get("kind") or "") for id_ in actors}
    shared = _shared(network, scene)
    return Meetings(scene, names, kinds, reach, order, shared, _kin(scene.graph, shared))


def _shared(network: nx.Graph, scene: Scene) -> dict[Pair, list[str]]:
    order = {target: i for i, target in enumerate(_in_order(scene))}
    found: defaultdict[Pair, list[str]] = defaultdict(list)
    for target in sorted(target_ids(network), key=lambda id_: (order.get(id_, len(order)), id_)):
        for pair in combinations(sorted(network.adj[target]), 2):
            found[pair].append(target)
    return dict(found)


def _in_order(scene: Scene) -> list[str]:
    actions = scene.view.actions
    return [id_ for target in scene.view.targets for id_ in (target.id, *(action.id for action in actions[target.id]))]


def _kin(graph: Graph, pairs: dict[Pair, list[str]]) -> frozenset[Pair]:
    above: defaultdict[str, set[str]] = defaultdict(set)
    for tie in graph.by_type("PART_OF"):
        above[tie.start].add(tie.end)
    wholes = {id_: _reached(id_, above) for id_ in {id_ for pair in pairs for id_ in pair}}
    return frozenset((a, b) for a, b in pairs if b in wholes[a] or a in wholes[b] or b.startswith(f"{a}/"))


def _reached(start: str, above: dict[str, set[str]]) -> set[str]:
    found: set[str] = set()
    waiting = [start]
    while waiting:
        new = above.get(waiting.pop(), set()) - found
        found |= new
        waiting += new
    return found
