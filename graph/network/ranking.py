"""The headline answer: which actors carry the most commitments, with the four other measures of a first look."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping
from math import nan
from typing import Any

import networkx as nx
import pandas as pd
from networkx.algorithms import bipartite

from graph.model import Graph, Node
from graph.network.choices import Choices
from graph.network.engine import betweenness
from graph.network.money import euros_by_actor
from graph.network.orphans import orphaned
from graph.network.twomode import BASES, Level, actor_ids, organisations
from graph.text import fold

DEFAULTS = ("engagements", "portee", "passerelle", "fragilite", "argent")
"""The five measures of the ranking; each can order it."""

COLUMNS = {
    "rang": "int64",
    "ex_aequo": "int64",
    "id": "str",
    "acteur": "str",
    "type": "str",
    "generique": "bool",
    "engagements": "int64",
    "pilote": "int64",
    "partenaire": "int64",
    "les_deux": "int64",
    "objectifs_pilote": "object",
    "objectifs_partenaire": "object",
    "portee": "float64",
    "passerelle": "float64",
    "fragilite": "int64",
    "argent": "int64",
}

EXACT_LIMIT = 500_000_000
"""Nodes × edges beyond which exact betweenness takes some fifteen seconds and more (a plan has 30,000, a hundred plans
140 million): it is then left out rather than sampled, because two samples do not agree on a fine ranking."""


def commitments(
    graph: Graph,
    level: Level = "objectif",
    *,
    regroup: bool = False,
    generic: bool = True,
    basis: Collection[str] = BASES,
    by: str = "engagements",
) -> pd.DataFrame:
    """One row an actor, most committed first; actors that tie share a rank (1, 2, 2, 4), in order of name.

    `by`, one of `DEFAULTS`, is the measure that ranks; `ex_aequo` is how many actors share the rank, itself included.

    `engagements`: distinct objectives or actions the actor is tied to, whatever the number of roles. `pilote`,
    `partenaire`: those where it has that role; `les_deux`: those where it has both, so that engagements = pilote +
    partenaire - les_deux. `objectifs_pilote`, `objectifs_partenaire`: printed numbers (or titles) of those
    objectives, or of the objectives of those actions, in the order of the plan.

    `portee`: degree ÷ number of targets, 0 to 1. `passerelle`: betweenness ÷ the highest that a two-mode network of
    these sizes allows, 0 to 1; NaN beyond `EXACT_LIMIT`. Both after Borgatti & Halgin, Analyzing Affiliation Networks
    (Sage Handbook of Social Network Analysis, 2011), with every target of the level counted, even one without an
    actor, but for those of a plan that names nobody at this level (see `plans_counted`). `fragilite`: targets that
    the actor's leaving orphans (see `orphaned`). `argent`: euros, loans included, of the sources that it provides,
    whatever the level (see `euros_by_actor`). Ranked by it, those who give money and carry nothing are there too.
    """
    network = Choices(level, regroup, generic, frozenset(basis)).network(graph)
    euros = euros_by_actor(graph, organisations(graph) if regroup else None)
    rows = _rows(network, _objectives(graph), euros)
    if by == "argent":
        rows += _funders_only(graph, network, euros, generic)
    frame = pd.DataFrame(rows, columns=list(COLUMNS))
    frame["rang"] = frame[by].rank(method="min", ascending=False, na_option="bottom")
    frame["ex_aequo"] = frame.groupby("rang")["rang"].transform("size")
    frame["nom"] = frame["acteur"].map(fold)
    return frame.sort_values(["rang", "nom", "id"], ignore_index=True).drop(columns="nom").astype(COLUMNS)


def _rows(network: nx.Graph, objectives: dict[str, Node], euros: Mapping[str, int]) -> list[dict[str, Any]]:
    actors = actor_ids(network)
    degrees = bipartite.degree_centrality(network, actors) if actors else {}
    between, orphans = _betweenness(network, actors), orphaned(network)
    return [
        _counts(network, actor, objectives)
        | {
            "portee": degrees[actor],
            "passerelle": between[actor],
            "fragilite": len(orphans[actor]),
            "argent": euros.get(actor, 0),
        }
        for actor in actors
    ]


def _funders_only(graph: Graph, network: nx.Graph, euros: Mapping[str, int], generic: bool) -> list[dict[str, Any]]:
    """Rows of those who give money and carry nothing."""
    nodes = [node for node in graph.by_label("Actor") if node.id in euros and node.id not in network]
    apart = nx.Graph()
    apart.add_nodes_from((node.id, node.properties) for node in nodes if generic or not node.properties.get("generic"))
    none = {"portee": 0.0, "passerelle": 0.0, "fragilite": 0}
    return [_counts(apart, actor, {}) | none | {"argent": euros[actor]} for actor in apart]


def _counts(network: nx.Graph, actor: str, objectives: dict[str, Node]) -> dict[str, Any]:
    roles: dict[str, frozenset[str]] = {target: tie["roles"] for target, tie in network.adj[actor].items()}
    as_pilot = [target for target in roles if "pilote" in roles[target]]
    as_partner = [target for target in roles if "partenaire" in roles[target]]
    node = network.nodes[actor]
    return {
        "id": actor,
        "acteur": node["name"],
        "type": node.get("kind") or "",
        "generique": bool(node.get("generic")),
        "engagements": len(roles),
        "pilote": len(as_pilot),
        "partenaire": len(as_partner),
        "les_deux": len(as_pilot) + len(as_partner) - len(roles),
        "objectifs_pilote": _printed(as_pilot, objectives),
        "objectifs_partenaire": _printed(as_partner, objectives),
    }


def _betweenness(network: nx.Graph, actors: list[str]) -> dict[str, float]:
    """Two-mode betweenness of the actors, or NaN where it would take too long."""
    if len(network) * network.number_of_edges() > EXACT_LIMIT:
        return dict.fromkeys(actors, nan)
    return betweenness(network, actors)


def _objectives(graph: Graph) -> dict[str, Node]:
    """Objective or action id → the objective it is, or that it stands under."""
    children: defaultdict[str, list[str]] = defaultdict(list)
    for tie in graph.by_type("HAS_ACTION"):
        children[tie.start].append(tie.end)
    found: dict[str, Node] = {}
    for objective in graph.by_label("Objective"):
        waiting = [objective.id]
        while waiting:
            target = waiting.pop()
            if target not in found:
                found[target] = objective
                waiting += children[target]
    return found


def _printed(targets: list[str], objectives: dict[str, Node]) -> list[str]:
    """Objectives as people name them: their numbers, or titles where none is printed, each once, in order."""
    nodes = {objectives[target].id: objectives[target] for target in targets if target in objectives}
    ordered = sorted(nodes.values(), key=_place)
    return [str(_or(node, "number", node.name)) for node in ordered]


def _place(node: Node) -> tuple[str, int, str]:
    return node.id.partition("/")[0], int(_or(node, "position", 0)), node.id


def _or(node: Node, name: str, default: Any) -> Any:
    value = node.properties.get(name)
    return default if value is None else value
