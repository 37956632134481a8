"""What is timed: each stage on our side, and NetworkX's where it has one. Add a `Case` to `CASES` for a new stage."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import networkx as nx
import numpy as np
from networkx.algorithms import bipartite

from bench.generator import plans
from graph.model import Graph
from graph.network import actor_ids, commitments, engine
from graph.network.choices import Choices


@dataclass(frozen=True)
class Scene:
    """What the stages work on: a graph, its two-mode network at objective level, and Newman's projection of it."""

    plans: int
    graph: Graph

    @classmethod
    def of(cls, count: int, seed: int) -> Scene:
        """So many plans of the generator."""
        return cls(count, plans(count, seed))

    @cached_property
    def network(self) -> nx.Graph:
        """Actors and objectives."""
        return Choices().network(self.graph)

    @cached_property
    def actors(self) -> list[str]:
        """The actors of the network."""
        return actor_ids(self.network)

    @cached_property
    def joined(self) -> nx.Graph:
        """Newman's projection as NetworkX makes it."""
        return bipartite.collaboration_weighted_projected_graph(self.network, self.actors)

    @cached_property
    def projection(self) -> engine.Projection:
        """Newman's projection as ours."""
        return engine.projection(self.network, self.actors, "newman")


@dataclass(frozen=True)
class Case:
    """A stage: its French title, our way, NetworkX's if any, and how many times faster ours is to be."""

    name: str
    title: str
    ours: Callable[[Scene], Any]
    reference: Callable[[Scene], Any] | None = None
    target: float | None = None


CASES: tuple[Case, ...] = (
    Case("reseau", "Réseau à deux modes", lambda scene: Choices().network(scene.graph)),
    Case("engagements", "Classement par engagements", lambda scene: commitments(scene.graph)),
    Case(
        "projection",
        "Projection simple",
        lambda scene: engine.projection(scene.network, scene.actors),
        lambda scene: bipartite.weighted_projected_graph(scene.network, scene.actors),
        60,
    ),
    Case(
        "newman",
        "Projection de Newman",
        lambda scene: engine.projection(scene.network, scene.actors, "newman"),
        lambda scene: bipartite.collaboration_weighted_projected_graph(scene.network, scene.actors),
        60,
    ),
    Case(
        "intermediarite",
        "Intermédiarité exacte",
        lambda scene: engine.betweenness(scene.network, scene.actors),
        lambda scene: bipartite.betweenness_centrality(scene.network, scene.actors),
        30,
    ),
    Case(
        "proximite",
        "Proximité",
        lambda scene: engine.closeness(scene.network, scene.actors),
        lambda scene: bipartite.closeness_centrality(scene.network, scene.actors),
        20,
    ),
    Case(
        "harmonique",
        "Proximité harmonique",
        lambda scene: engine.harmonic(scene.network, scene.actors),
        lambda scene: _harmonic(scene.network, scene.actors),
    ),
    Case(
        "contrainte",
        "Contrainte de Burt",
        lambda scene: engine.constraint(scene.projection),
        lambda scene: nx.constraint(scene.joined, weight="weight"),
    ),
    Case(
        "taille",
        "Taille effective",
        lambda scene: engine.effective_size(scene.projection),
        lambda scene: nx.effective_size(scene.joined),
    ),
    Case("k-coeur", "K-cœurs", lambda scene: nx.core_number(scene.network)),
)


def _harmonic(network: nx.Graph, actors: list[str]) -> dict[str, float]:
    raw = nx.harmonic_centrality(network)
    n, m = len(actors), len(network) - len(actors)
    highest = (m + (n - 1) / 2, n + (m - 1) / 2)
    return {node: raw[node] / highest[side] for node, side in network.nodes(data="bipartite")}


def gap(ours: Any, theirs: Any) -> float:
    """The largest difference between two results, node by node or tie by tie; infinite where one has what the other
    has not."""
    if isinstance(ours, engine.Projection):
        ours, theirs = _ties(ours.weights, ours.ids), _ties(nx.to_scipy_sparse_array(theirs), list(theirs))
    if ours.keys() != theirs.keys():
        return float("inf")
    found, expected = (np.array([side[key] for key in ours]) for side in (ours, theirs))
    both_unknown = np.isnan(found) & np.isnan(expected)
    apart = np.where(both_unknown, 0, np.abs(found - expected))
    return float(np.nan_to_num(apart, nan=np.inf).max(initial=0.0))


def _ties(weights: Any, ids: Any) -> dict[tuple[str, str], float]:
    cells = weights.tocoo()
    rows, columns = cells.coords
    return {
        (ids[row], ids[column]): value
        for row, column, value in zip(rows.tolist(), columns.tolist(), cells.data.tolist(), strict=True)
    }
