"""What the leaving of some actors does to those who stay: the pairs that it cuts, the pairs that it takes farther."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

import networkx as nx

from graph.network.twomode import actor_ids


@dataclass(frozen=True)
class Parting:
    """Of the `pairs` of actors who stay: those `apart` before, those newly `cut`, those joined by a longer way.

    The fragmentation F rises by itself when actors who were tied leave, for their pairs are no longer counted: only
    `cut` says that someone loses someone.
    """

    pairs: int
    apart: int
    cut: int
    farther: int


def parting(network: nx.Graph, gone: Collection[str]) -> Parting:
    """The pairs of those who stay in a two-mode network when these actors leave; distances in shared targets."""
    staying = sorted(set(actor_ids(network)).difference(gone))
    left = network.subgraph(set(network).difference(gone))
    apart = cut = farther = 0
    for place, actor in enumerate(staying):
        before, after = (nx.single_source_shortest_path_length(of, actor) for of in (network, left))
        others = staying[place + 1 :]
        apart += sum(other not in before for other in others)
        cut += sum(other in before and other not in after for other in others)
        farther += sum(after.get(other, 0) > before.get(other, 0) for other in others)
    return Parting(len(staying) * (len(staying) - 1) // 2, apart, cut, farther)
