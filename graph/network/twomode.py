"""The two-mode network: actors on one side, objectives or actions on the other, one edge a commitment."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Literal

import networkx as nx

from graph.model import Graph, Node, Relationship
from graph.schema import COMMITMENTS

Level = Literal["objectif", "action", "tous"]

LEVELS: dict[Level, tuple[str, ...]] = {
    "objectif": ("Objective",),
    "action": ("Action",),
    "tous": ("Objective", "Action"),
}
ROLES = {"PILOTS": "pilote", "PARTNERS": "partenaire"}
BASES = frozenset({"stated", "inferred"})


def two_mode(
    graph: Graph,
    level: Level = "objectif",
    *,
    regroup: bool = False,
    generic: bool = True,
    basis: Collection[str] = BASES,
) -> nx.Graph:
    """The undirected network of commitments.

    Nodes have `bipartite` (0 actor, 1 target), `label` and the properties of the graph. Every target of the level is
    there, with or without an actor; an actor is there when it has a commitment. Edges have `roles`, a frozenset of
    "pilote" and "partenaire": both roles on one target, or one role stated twice, make one edge.

    `regroup` gives the ties of a service to its organisation; `generic=False` leaves out actors that name no one in
    particular, after that; `basis` says which ties count (one without a basis counts as stated).
    """
    nodes = graph.index()
    network = nx.Graph()
    for node in graph.nodes:
        if node.label in LEVELS[level]:
            _add(network, node, 1)
    owner = organisations(graph) if regroup else {}
    for tie in _commitments(graph, basis):
        actor = nodes[owner.get(tie.start, tie.start)]
        if tie.end in network and (generic or not actor.properties.get("generic")):
            _add(network, actor, 0)
            roles = network.get_edge_data(actor.id, tie.end, {}).get("roles", frozenset())
            network.add_edge(actor.id, tie.end, roles=roles | {ROLES[tie.type]})
    return network


def _add(network: nx.Graph, node: Node, side: int) -> None:
    network.add_node(node.id, bipartite=side, label=node.label, **node.properties)


def _commitments(graph: Graph, basis: Collection[str]) -> Iterator[Relationship]:
    return (tie for tie in graph.by_type(*COMMITMENTS) if (tie.properties.get("basis") or "stated") in basis)


def organisations(graph: Graph) -> dict[str, str]:
    """Service id → id of the outermost organisation it belongs to.

    A service's id lies within its parent's ("ville/education" in "ville"); a member of a group is an organisation
    of its own, and is not in the answer.
    """
    parents = {tie.start: tie.end for tie in graph.by_type("PART_OF") if tie.start.startswith(f"{tie.end}/")}
    return {service: _outermost(service, parents) for service in parents}


def _outermost(service: str, parents: dict[str, str]) -> str:
    while service in parents:
        service = parents[service]
    return service


def actor_ids(network: nx.Graph) -> list[str]:
    """The actors of a two-mode network."""
    return [node for node, side in network.nodes(data="bipartite") if side == 0]


def target_ids(network: nx.Graph) -> list[str]:
    """The objectives or actions of a two-mode network."""
    return [node for node, side in network.nodes(data="bipartite") if side == 1]
