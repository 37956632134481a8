"""At which level a graph's commitments can be counted, and which plans then have any: never mixed unsaid."""

from __future__ import annotations

from collections.abc import Collection

from graph.model import Graph
from graph.network.twomode import BASES, LEVELS, Level
from graph.schema import COMMITMENTS


def usual_level(graph: Graph) -> Level:
    """Objectives, or actions where no actor of the graph is tied to an objective (a table of measures names none)."""
    tied = _tied_labels(graph)
    return "action" if "Objective" not in tied and "Action" in tied else "objectif"


def _tied_labels(graph: Graph) -> set[str]:
    nodes = graph.index()
    return {nodes[tie.end].label for tie in graph.by_type(*COMMITMENTS)}


def plans_counted(graph: Graph, level: Level, basis: Collection[str] = BASES) -> tuple[list[str], list[str]]:
    """Ids of the plans that have a commitment at this level, and of those that have none."""
    nodes = graph.index()
    ends = {
        tie.end
        for tie in graph.by_type(*COMMITMENTS)
        if nodes[tie.end].label in LEVELS[level] and (tie.properties.get("basis") or "stated") in basis
    }
    counted = {end.partition("/")[0] for end in ends}
    plans = sorted(node.id for node in graph.by_label("Plan"))
    return [plan for plan in plans if plan in counted], [plan for plan in plans if plan not in counted]
