"""Which targets hang on one actor alone."""

from __future__ import annotations

from collections import defaultdict

import networkx as nx

from graph.network.twomode import actor_ids, target_ids


def orphaned(network: nx.Graph) -> dict[str, frozenset[str]]:
    """Every actor of a two-mode network → the targets that its leaving alone would orphan.

    A target is orphaned when it loses its only pilot, whoever else helps, or, having no pilot, its only actor. One
    that nobody carries is orphaned by no one, and a target has at most one actor who orphans it: one pass.
    """
    lost: defaultdict[str, set[str]] = defaultdict(set)
    for target in target_ids(network):
        carriers = network.adj[target]
        pilots = [actor for actor, tie in carriers.items() if "pilote" in tie["roles"]] or list(carriers)
        if len(pilots) == 1:
            lost[pilots[0]].add(target)
    return {actor: frozenset(lost[actor]) for actor in actor_ids(network)}
