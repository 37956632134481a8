"""The pieces that a two-mode network falls into when actors leave it."""

from __future__ import annotations

from collections.abc import Collection
from typing import NamedTuple

import networkx as nx

from graph.network.twomode import actor_ids


class Break(NamedTuple):
    """What one actor's leaving breaks: pieces broken off, and the actors and targets in them."""

    pieces: int
    nodes: int


class _Weight(NamedTuple):
    nodes: int
    actors: int

    def plus(self, other: _Weight) -> _Weight:
        return _Weight(self.nodes + other.nodes, self.actors + other.actors)

    def minus(self, other: _Weight) -> _Weight:
        return _Weight(self.nodes - other.nodes, self.actors - other.actors)


def pieces(network: nx.Graph) -> list[frozenset[str]]:
    """The components that hold an actor: a target that nobody carries is no piece of a network."""
    actors = set(actor_ids(network))
    return [frozenset(found) for found in nx.connected_components(network) if not actors.isdisjoint(found)]


def broken_off(network: nx.Graph, leaving: Collection[str]) -> tuple[list[frozenset[str]], int, int]:
    """The pieces cut from the largest rest of what was one piece; the number of pieces before, and after.

    Of rests of one size, the one with the first id counts as the largest. What was apart before, and a target that
    is left with nobody, is not broken off.
    """
    before = pieces(network)
    home = {node: rank for rank, piece in enumerate(before) for node in piece}
    after = pieces(network.subgraph(set(network).difference(leaving)))
    largest: set[int] = set()
    cut = []
    for piece in sorted(after, key=lambda piece: (-len(piece), min(piece))):
        rank = home[next(iter(piece))]
        if rank in largest:
            cut.append(piece)
        largest.add(rank)
    return cut, len(before), len(after)


def breaks(network: nx.Graph) -> dict[str, Break]:
    """What each actor's leaving alone breaks off (see `broken_off`), for all actors in one pass: nodes + edges.

    By the block-cut tree (Harary, Graph Theory, 1969; blocks after Hopcroft & Tarjan, 1973): without an actor, its
    component falls into the branches of the tree at that actor.
    """
    actors = set(actor_ids(network))
    found = dict.fromkeys(actors, Break(0, 0))
    tree = nx.Graph()
    for rank, block in enumerate(nx.biconnected_components(network)):
        tree.add_edges_from((node, ("block", rank)) for node in block)
    waiting = set(tree)
    while waiting:
        root = next(iter(waiting))
        parents = dict(nx.bfs_predecessors(tree, root))
        waiting -= {root, *parents}
        found |= _breaks_of_one(tree, root, parents, actors)
    return found


def _breaks_of_one(tree: nx.Graph, root: object, parents: dict[object, object], actors: set[str]) -> dict[str, Break]:
    """For the actors of one component; `parents` in breadth-first order from the root of its block-cut tree."""
    below = {node: _weight(node, actors) for node in (root, *parents)}
    for child in reversed(parents):
        below[parents[child]] = below[parents[child]].plus(below[child])
    found = {}
    for actor in actors & set(below):
        branches = [below[block] for block in tree.adj[actor] if parents.get(block) == actor]
        if actor in parents:
            branches.append(below[root].minus(below[actor]))
        rests = [branch.nodes for branch in branches if branch.actors]
        found[actor] = Break(len(rests) - 1, sum(rests) - max(rests)) if rests else Break(0, 0)
    return found


def _weight(node: object, actors: set[str]) -> _Weight:
    return _Weight(int(not isinstance(node, tuple)), int(node in actors))
