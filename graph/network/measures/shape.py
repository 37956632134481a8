"""A two-mode network in an order of its own, with its projections: what the measures of the suite are computed on."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import networkx as nx
import numpy as np

from graph.network.engine import Projection, projection
from graph.network.twomode import actor_ids, target_ids


@dataclass(frozen=True)
class Shape:
    """Ids in alphabetical order, so that no result hangs on the order in which a network was told.

    `network` has the ties and the sides (`bipartite`), and no other attribute.
    """

    network: nx.Graph
    actors: tuple[str, ...]
    targets: tuple[str, ...]

    @cached_property
    def degrees(self) -> dict[str, int]:
        """Commitments of each actor."""
        return {actor: self.network.degree(actor) for actor in self.actors}

    @cached_property
    def shared(self) -> Projection:
        """Actors tied by the number of targets that they share."""
        return projection(self.network, self.actors)

    @cached_property
    def partners(self) -> list[int]:
        """How many other actors share a target with each actor, in order: its degree in the plain projection."""
        found: list[int] = np.diff(self.shared.weights.indptr).tolist()
        return found

    @cached_property
    def newman(self) -> Projection:
        """Actors tied by what they share, each target of k actors counting 1 ÷ (k - 1) for a pair."""
        return projection(self.network, self.actors, "newman")


def shape(network: nx.Graph) -> Shape:
    """The shape of a two-mode network (node attribute `bipartite`: 0 actor, 1 target)."""
    actors, targets = tuple(sorted(actor_ids(network))), tuple(sorted(target_ids(network)))
    ordered = nx.Graph()
    ordered.add_nodes_from(actors, bipartite=0)
    ordered.add_nodes_from(targets, bipartite=1)
    ordered.add_edges_from((actor, target) for actor in actors for target in sorted(network.adj[actor]))
    return Shape(ordered, actors, targets)
