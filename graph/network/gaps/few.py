"""Objectives with few partners for the number of their actions, by the plan's own measure."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import networkx as nx
import pandas as pd

from graph.model import Graph, Node
from graph.network.choices import Choices
from graph.network.gaps.coverage import EVERYWHERE
from graph.network.gaps.outline import Outline, outline, plan_of, printed, title
from graph.network.twomode import target_ids

SHARE_COLUMNS = {
    "plan": "str",
    "id": "str",
    "objectif": "str",
    "titre": "str",
    "actions": "int64",
    "partenaires": "int64",
    "generiques": "int64",
    "partenaires_par_action": "float64",
    "reference": "float64",
    "premier_quart": "float64",
    "attendus": "float64",
    "ecart": "float64",
    "noms": "object",
}
FEW_COLUMNS = {"rang": "int64"} | SHARE_COLUMNS | {"tient": "int64", "facons": "int64"}

ENOUGH = 4
"""Objectives with actions from which a plan has a lowest quarter."""

_DECIMALS = 9


def partners_per_action(graph: Graph, choices: Choices = EVERYWHERE) -> pd.DataFrame:
    """One row an objective that has actions, in the order of the plans.

    `partenaires`: distinct actors engaged in the objective or in any action under it, at the level of `choices`, but
    for those that pilot the objective itself; `generiques`: those of them that name no one in particular, and may
    stand for several. `actions`: actions under it, sub-actions among them. `partenaires_par_action`: the ratio.
    `reference`: the median of the plan's ratios; `premier_quart`: their first quartile (linear interpolation).
    `attendus`: reference × actions, partners; `ecart`: partenaires − attendus, partners, below zero where some lack.
    `noms`: names of the partners.
    Objectives of a plan that names nobody at this level are left out.
    """
    return _shares(graph, outline(graph, choices))


def _shares(graph: Graph, laid: Outline) -> pd.DataFrame:
    choices = laid.choices
    listed = replace(choices, level="objectif").network(graph) if choices.level == "action" else laid.network
    speaking = {plan_of(target) for target in target_ids(laid.network)}
    rows = [
        _row(laid, objective, _pilots(listed, objective.id))
        for plan in laid.plans
        for objective in laid.of_plan("Objective", plan)
        if plan in speaking
    ]
    frame = pd.DataFrame([row for row in rows if row["actions"]], columns=list(SHARE_COLUMNS)).astype(SHARE_COLUMNS)
    frame["partenaires_par_action"] = frame["partenaires"] / frame["actions"]
    ratios = frame.groupby("plan")["partenaires_par_action"]
    frame["reference"] = ratios.transform("median")
    frame["premier_quart"] = ratios.transform(lambda values: values.quantile(0.25))
    frame["attendus"] = (frame["reference"] * frame["actions"]).round(_DECIMALS)
    frame["ecart"] = (frame["partenaires"] - frame["attendus"]).round(_DECIMALS)
    return frame.astype(SHARE_COLUMNS)


def few_partners(graph: Graph, choices: Choices = EVERYWHERE) -> pd.DataFrame:
    """The objectives with few partners for their actions: those that lack most first, ranked in each plan, ex æquo.

    Few: in the plan's lowest quarter of partners per action, and one whole partner or more short of its median; none
    in a plan of fewer than `ENOUGH` objectives with actions. Columns of `partners_per_action`, and `rang`, by `ecart`;
    `tient`: of all the ways of counting at this level (services, generic actors, inferred ties: `facons` of them), in
    how many the objective is among the few.
    """
    laid = outline(graph, choices)
    frame = _few(_shares(graph, laid))
    frame["rang"] = frame.groupby("plan")["ecart"].rank(method="min")
    others = list(choices.others())
    found = [set(_few(_shares(graph, laid.under(graph, other)))["id"]) for other in others]
    frame["tient"] = [1 + sum(id_ in ids for ids in found) for id_ in frame["id"]]
    frame["facons"] = 1 + len(others)
    return frame.sort_values(["plan", "rang"], kind="stable", ignore_index=True)[list(FEW_COLUMNS)].astype(FEW_COLUMNS)


def _few(frame: pd.DataFrame) -> pd.DataFrame:
    enough = frame.groupby("plan")["id"].transform("size") >= ENOUGH
    low = frame["partenaires_par_action"] <= frame["premier_quart"]
    return frame[enough & low & (frame["ecart"] <= -1)].copy()


def _pilots(listed: nx.Graph, objective: str) -> set[str]:
    ties = listed.adj[objective].items() if objective in listed else ()
    return {actor for actor, tie in ties if "pilote" in tie["roles"]}


def _row(laid: Outline, objective: Node, pilots: set[str]) -> dict[str, Any]:
    below = laid.below[objective.id]
    partners = laid.holders(below | {objective.id}) - pilots
    return {
        "plan": plan_of(objective.id),
        "id": objective.id,
        "objectif": printed(objective),
        "titre": title(objective),
        "actions": laid.count(below, "Action"),
        "partenaires": len(partners),
        "generiques": sum(bool(laid.nodes[partner].properties.get("generic")) for partner in partners),
        "noms": laid.names(partners),
        **dict.fromkeys(("partenaires_par_action", "reference", "premier_quart", "attendus", "ecart"), 0.0),
    }
