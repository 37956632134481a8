"""At which level a graph's commitments can be counted, and which plans then have any: never mixed unsaid."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection

import networkx as nx

from graph.model import Graph
from graph.network.twomode import BASES, Level, target_ids, two_mode
from graph.schema import COMMITMENTS

HIERARCHY = ("HAS_AXIS", "HAS_OBJECTIVE", "HAS_ACTION")


def usual_level(graph: Graph) -> Level:
    """Objectives, or actions where no actor of the graph is tied to an objective (a table of measures names none)."""
    tied = _tied_labels(graph)
    return "action" if "Objective" not in tied and "Action" in tied else "objectif"


def _tied_labels(graph: Graph) -> set[str]:
    nodes = graph.index()
    return {nodes[tie.end].label for tie in graph.by_type(*COMMITMENTS)}


def plan_of(graph: Graph) -> dict[str, str]:
    """Id of each axis, objective and action → that of the plan that holds it, else of the one its id begins with."""
    children: defaultdict[str, list[str]] = defaultdict(list)
    for tie in graph.by_type(*HIERARCHY):
        children[tie.start].append(tie.end)
    parts = [node.id for node in graph.nodes if node.label in ("Axis", "Objective", "Action")]
    found = {part: part.partition("/")[0] for part in parts}
    for plan in graph.by_label("Plan"):
        waiting, held = [plan.id], set[str]()
        while waiting:
            node = waiting.pop()
            if node not in held:
                held.add(node)
                found[node] = plan.id
                waiting += children[node]
    return found


def speaking(graph: Graph, network: nx.Graph) -> set[str]:
    """Ids of the plans of which a two-mode network ties an actor to a target."""
    plans = plan_of(graph)
    return {plans[target] for target in target_ids(network) if network.degree(target)}


def plans_counted(
    graph: Graph, level: Level, basis: Collection[str] = BASES, *, generic: bool = True
) -> tuple[list[str], list[str]]:
    """Ids of the plans that have a commitment at this level, and of those that have none."""
    counted = speaking(graph, two_mode(graph, level, generic=generic, basis=basis))
    plans = sorted(node.id for node in graph.by_label("Plan"))
    return [plan for plan in plans if plan in counted], [plan for plan in plans if plan not in counted]
