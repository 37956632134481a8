"""Every actor leaving in turn: what would break, as a list of risks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import networkx as nx
import pandas as pd

from graph.model import Graph, Node
from graph.network.choices import Choices
from graph.network.departure.losses import actions_under, left_below, pilots
from graph.network.departure.money import local_sources
from graph.network.departure.pieces import breaks
from graph.network.orphans import orphaned
from graph.network.twomode import organisations, target_ids
from graph.text import fold

RISK_COLUMNS = {
    "rang": "int64",
    "ex_aequo": "int64",
    "id": "str",
    "acteur": "str",
    "type": "str",
    "generique": "bool",
    "objectifs_orphelins": "int64",
    "objectifs_un_acteur": "int64",
    "actions_orphelines": "int64",
    "euros": "int64",
    "morceaux": "int64",
    "actions_un_acteur": "int64",
    "actions_sous_objectif": "int64",
    "prets": "int64",
    "sources_sans_montant": "int64",
    "detaches": "int64",
}

RISK_ORDER = ("objectifs_orphelins", "objectifs_un_acteur", "actions_orphelines", "euros", "morceaux")
"""What ranks the list, the first that differs deciding; actors equal in all five share a rank."""


def risks(graph: Graph, choices: Choices | None = None) -> pd.DataFrame:
    """One row an actor of the graph (under these choices), as if it alone left, the gravest first: see `RISK_ORDER`.

    Actors equal in all five share a rank (1, 2, 2, 4), `ex_aequo` says how many, and stand in order of name. Each
    figure is that of `departure` for this actor alone:

    `objectifs_orphelins`: objectives left without pilot (they had one) or without any actor. `objectifs_un_acteur`:
    objectives left with one actor. `actions_orphelines`, `actions_un_acteur`: the same of actions, on their own ties.
    `actions_sous_objectif`: actions without a pilot of their own under an objective that loses its last one. `euros`:
    announced local euros whose every provider leaves, loans apart, which are `prets`. `sources_sans_montant`:
    sources that the actor alone provides and of which no amount can be added (none is said, or it is a share of
    another's). `morceaux`: pieces broken off the network of `choices.level`; `detaches`: actors and targets in them.
    All are counts or whole euros.

    The order weighs no loss against another, and no figure says how likely a departure is. Time: nodes + edges.
    """
    choices = choices or Choices()
    owner = organisations(graph) if choices.regroup else {}
    actors = [
        node
        for node in graph.by_label("Actor")
        if node.id not in owner and (choices.generic or not node.properties.get("generic"))
    ]
    figures = _figures(graph, choices)
    frame = pd.DataFrame([_row(actor, figures) for actor in actors], columns=list(RISK_COLUMNS))
    return _ranked(frame).astype(RISK_COLUMNS)


def _row(actor: Node, figures: Mapping[str, Mapping[str, int]]) -> dict[str, Any]:
    return {
        "id": actor.id,
        "acteur": actor.name,
        "type": actor.properties.get("kind") or "",
        "generique": bool(actor.properties.get("generic")),
        **{name: counted.get(actor.id, 0) for name, counted in figures.items()},
    }


def _ranked(frame: pd.DataFrame) -> pd.DataFrame:
    keys = list(zip(*(-frame[name] for name in RISK_ORDER), strict=True))
    first = {key: rank for rank, key in reversed(list(enumerate(sorted(keys), 1)))}
    shared = Counter(keys)
    frame["rang"] = [first[key] for key in keys]
    frame["ex_aequo"] = [shared[key] for key in keys]
    names = [
        (rank, fold(name), id_) for rank, name, id_ in zip(frame["rang"], frame["acteur"], frame["id"], strict=True)
    ]
    return frame.iloc[sorted(range(len(frame)), key=names.__getitem__)].reset_index(drop=True)


def _figures(graph: Graph, choices: Choices) -> dict[str, dict[str, int]]:
    """Column → actor id → its figure; an actor that is not there has 0."""
    objectives = replace(choices, level="objectif").network(graph)
    actions = replace(choices, level="action").network(graph)
    broken = breaks({"objectif": objectives, "action": actions}.get(choices.level) or choices.network(graph))
    return {
        "objectifs_orphelins": {actor: len(lost) for actor, lost in orphaned(objectives).items()},
        "objectifs_un_acteur": _left_with_one(objectives),
        "actions_orphelines": {actor: len(lost) for actor, lost in orphaned(actions).items()},
        "morceaux": {actor: found.pieces for actor, found in broken.items()},
        "actions_un_acteur": _left_with_one(actions),
        "actions_sous_objectif": _below(graph, objectives, actions),
        "detaches": {actor: found.nodes for actor, found in broken.items()},
        **_money(graph, choices),
    }


def _left_with_one(network: nx.Graph) -> dict[str, int]:
    """Actor → targets that it holds with one other."""
    return Counter(actor for target in target_ids(network) if network.degree(target) == 2 for actor in network[target])


def _below(graph: Graph, objectives: nx.Graph, actions: nx.Graph) -> dict[str, int]:
    """Actor → actions under the objectives of which it is the only pilot; each objective is walked once."""
    children = actions_under(graph)
    found: dict[str, set[str]] = {}
    for objective in target_ids(objectives):
        alone = pilots(objectives, objective)
        if len(alone) == 1:
            (actor,) = alone
            found.setdefault(actor, set()).update(left_below(children, objective, actions, alone))
    return {actor: len(lost) for actor, lost in found.items()}


def _money(graph: Graph, choices: Choices) -> dict[str, dict[str, int]]:
    """What each actor alone provides."""
    found: dict[str, dict[str, int]] = {"euros": Counter(), "prets": Counter(), "sources_sans_montant": Counter()}
    for source in local_sources(graph, choices):
        if len(source.providers) == 1:
            (actor,) = source.providers
            if source.euros is None:
                found["sources_sans_montant"][actor] += 1
            else:
                found["prets" if source.loan else "euros"][actor] += source.euros
    return found
