"""Who is where: axis × kind of actor, and the cells of it with nobody."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

import pandas as pd

from graph.model import Graph, Node
from graph.network.choices import Choices
from graph.network.gaps.outline import UNKNOWN, Outline, outline, printed, title
from graph.schema import ACTOR_KINDS

EVERYWHERE = Choices("tous")
"""The choices of a gap: what is missing can be claimed only after looking at objectives and at actions."""

COVERAGE_COLUMNS = {
    "plan": "str",
    "id": "str",
    "axe": "str",
    "titre": "str",
    "type": "str",
    "objectifs": "int64",
    "actions": "int64",
    "acteurs": "int64",
    "acteurs_axe": "int64",
    "acteurs_plan": "int64",
    "noms_ailleurs": "object",
    "autres_axes": "object",
    "cites": "object",
    "inconnus": "int64",
}


def coverage(graph: Graph, choices: Choices = EVERYWHERE) -> pd.DataFrame:
    """Axis × kind of actor, one row a cell, zeros among them, in the order of the plans and of the schema.

    `id`, `axe`, `titre`: of the axis, by its printed number (or title). `type`: a kind of actor that the plan gives a
    role, "inconnu" last; a service is of its organisation's kind, unknown where that is. `objectifs`, `actions`: what
    the axis holds. `acteurs`: distinct actors of the kind that pilot or help any of it, at the level of `choices`;
    `acteurs_axe`: those of any kind in the axis; `acteurs_plan`: those of the kind in the whole plan;
    `noms_ailleurs`: names of those of them that are not in the axis. `autres_axes`: printed numbers (or titles) of the
    other axes where the kind is. `cites`: names of those of the kind mentioned in the axis without any role there.
    `inconnus`: actors of unknown kind with a role in the axis: each may be of the kind. A plan that names nobody at
    this level has no rows, nor has an axis that holds nothing of this level.
    """
    rows = [row for one in axis_cells(outline(graph, choices)) for row in one]
    return pd.DataFrame(rows, columns=list(COVERAGE_COLUMNS)).astype(COVERAGE_COLUMNS)


def axis_cells(laid: Outline) -> Iterator[list[dict[str, Any]]]:
    """The rows of `coverage`, axis by axis."""
    kinds_of_plans = _kinds_of_plans(laid)
    for plan in laid.plans:
        present = kinds_of_plans[plan]
        axes = [axis for axis in laid.of_plan("Axis", plan) if laid.below[axis.id] & laid.network.nodes]
        held = {axis.id: by_kind(laid, laid.holders(laid.below[axis.id])) for axis in axes}
        for axis in axes if present else []:
            yield [_cell(laid, plan, axis, kind, present, held, axes) for kind in ordered(present)]


def _cell(
    laid: Outline,
    plan: str,
    axis: Node,
    kind: str,
    present: dict[str, set[str]],
    held: dict[str, dict[str, set[str]]],
    axes: list[Node],
) -> dict[str, Any]:
    targets = laid.below[axis.id]
    here = held[axis.id]
    cited = {actor for actor in laid.only_cited(targets) if laid.kinds[actor] == kind}
    return {
        "plan": plan,
        "id": axis.id,
        "axe": printed(axis),
        "titre": title(axis),
        "type": kind,
        "objectifs": laid.count(targets, "Objective"),
        "actions": laid.count(targets, "Action"),
        "acteurs": len(here.get(kind, ())),
        "acteurs_axe": sum(map(len, here.values())),
        "acteurs_plan": len(present[kind]),
        "noms_ailleurs": laid.names(present[kind] - here.get(kind, set())),
        "autres_axes": [printed(other) for other in axes if other is not axis and kind in held[other.id]],
        "cites": laid.names(cited),
        "inconnus": len(here.get(UNKNOWN, ())),
    }


def _kinds_of_plans(laid: Outline) -> dict[str, dict[str, set[str]]]:
    found: defaultdict[str, defaultdict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for target, side in laid.network.nodes(data="bipartite"):
        if side == 1:
            for actor in laid.network.adj[target]:
                found[target.partition("/")[0]][laid.kinds[actor]].add(actor)
    return {plan: dict(found[plan]) for plan in laid.plans}


def by_kind(laid: Outline, actors: set[str]) -> dict[str, set[str]]:
    """Kind → those of the actors that are of it."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for actor in actors:
        found[laid.kinds[actor]].add(actor)
    return dict(found)


def ordered(kinds: dict[str, set[str]]) -> list[str]:
    """Kinds in the order of the schema, then those that it does not know, then the unknown one."""
    ranks = {kind.name: rank for rank, kind in enumerate(ACTOR_KINDS)}
    last = len(ranks)
    return sorted(kinds, key=lambda kind: (last + 1 if kind == UNKNOWN else ranks.get(kind, last), kind))
