"""What must be said beside the gaps: what was counted, what it was compared with, and what it cannot say."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

import pandas as pd

from graph.french import counted, listed
from graph.model import Graph
from graph.network.choices import COUNTED, Choices
from graph.network.gaps.coverage import EVERYWHERE
from graph.network.gaps.few import ENOUGH, partners_per_action
from graph.network.gaps.outline import Outline, outline, plan_of, records
from graph.network.gaps.places import kind_of
from graph.network.gaps.strangers import ONE_IN, pair_counts
from graph.network.gaps.words import decimal
from graph.network.twomode import Level, target_ids

ABSENCE = "Non nommé ne veut pas dire absent : une lacune du plan écrit est une question à poser, non une preuve."
_SHOWN = 5


def notes(gap: str, graph: Graph, choices: Choices = EVERYWHERE, minimum: int | None = None) -> list[str]:
    """French lines to show with the gap "acteurs", "objectifs" or "paires": the rule, then one a plan, five at most."""
    if gap == "acteurs":
        rule, plans = _COVERAGE_RULE, _covered(outline(graph, choices))
    elif gap == "objectifs":
        rule, plans = _FEW_RULE, _shares(partners_per_action(graph, choices))
    else:
        rule, plans = _pairs_rule(minimum), _pairs(pair_counts(graph, choices, minimum))
    told = [f"{plan} : {line}" for plan, line in plans]
    more = [f"et {counted(len(told) - _SHOWN, 'autre plan', 'autres plans')}"] * (len(told) > _SHOWN)
    return [rule, *told[:_SHOWN], *more]


_COVERAGE_RULE = (
    "Acteurs : un type d'acteurs n'a pas de rôle (pilote ou partenaire) dans un axe alors qu'il en a un ailleurs dans "
    "le plan ; dans un lieu comptent les acteurs de ce qui y est situé, non ceux de tout l'objectif."
)
_FEW_RULE = (
    "Objectifs : peu de partenaires pour leurs actions, c'est-à-dire dans le quart le moins doté du plan et au moins "
    "un partenaire de moins que la médiane n'en donnerait ; les pilotes de l'objectif ne comptent pas."
)


def _pairs_rule(minimum: int | None) -> str:
    many = f"au plus une paire sur {ONE_IN} en partage autant" if minimum is None else "le minimum demandé"
    return (
        f"Paires : beaucoup d'objectifs en commun ({many}) et aucune action où les deux ont un rôle, alors que chacun "
        "en a un dans des actions de ces objectifs ; sans les acteurs génériques, ni une organisation et son service."
    )


def _covered(laid: Outline) -> Iterator[tuple[str, str]]:
    situated = frozenset[str]().union(*laid.located.values())
    targets_of: defaultdict[str, list[str]] = defaultdict(list)
    for target in target_ids(laid.network):
        targets_of[plan_of(target)].append(target)
    for plan, targets in sorted(targets_of.items()):
        naming, placed = sum(laid.network.degree(target) > 0 for target in targets), len(situated & set(targets))
        roles = counted(naming, "donne un rôle à quelqu'un", "donnent un rôle à quelqu'un")
        where = counted(placed, "dit un lieu", "disent un lieu")
        unknown = _unknown_places(laid, plan)
        left = f" ; laissé de côté, de nature inconnue : {listed(unknown)}" if unknown else ""
        yield plan, f"sur {_sized(len(targets), laid.choices.level)}, {roles}, {where}{left}."


_ONE: dict[Level, str] = {"objectif": "objectif", "action": "action", "tous": "objectif ou action"}


def _sized(number: int, level: Level) -> str:
    return f"{number} {_ONE[level] if number < 2 else COUNTED[level]}"


def _unknown_places(laid: Outline, plan: str) -> list[str]:
    places = [laid.nodes[id_] for id_, targets in laid.located.items() if any(plan_of(t) == plan for t in targets)]
    return sorted(place.name for place in places if not kind_of(place))


def _shares(frame: pd.DataFrame) -> Iterator[tuple[str, str]]:
    for plan, rows in frame.groupby("plan"):
        median, low = rows["reference"].iloc[0], rows["premier_quart"].iloc[0]
        if not median:
            yield str(plan), "la moitié des objectifs au moins n'ont aucun partenaire nommé, rien ne se compare."
            continue
        if len(rows) < ENOUGH:
            few = f"{counted(len(rows), 'objectif')} avec actions, trop peu pour en comparer un quart"
            yield str(plan), f"{few} ({ENOUGH} au moins)."
            continue
        partners = "partenaire" if median < 2 else "partenaires"
        ratios = f"médiane {decimal(median)} {partners} par action, premier quart {decimal(low)}"
        yield str(plan), f"{counted(len(rows), 'objectif')} avec actions, {ratios}."


def _pairs(frame: pd.DataFrame) -> Iterator[tuple[str, str]]:
    for row in records(frame):
        naming = counted(row["actions_nommant"], "donne un rôle à quelqu'un", "donnent un rôle à quelqu'un")
        actions = f"sur {counted(row['actions'], 'action')}, {naming}, {row['actions_a_plusieurs']} à deux ou plus"
        shared = counted(row["nombreuses"], "paire partage", "paires partagent")
        any_ = counted(row["paires"], "paire en partage", "paires en partagent")
        many = f"{shared} {counted(row['minimum'], 'objectif')} ou plus ({any_} au moins un)"
        yield row["plan"], f"{actions} ; {many}{_split(row) if row['nombreuses'] else ''}."


def _split(row: dict[str, Any]) -> str:
    together = counted(row["ensemble"], "a une action ensemble", "ont une action ensemble")
    apart = counted(row["a_part"], "n'en a pas", "n'en ont pas")
    return f" : {together}, {apart}, et pour {row['indecises']} le plan ne permet pas de le dire"
