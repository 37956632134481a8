"""What can be ranked, and what a draw does to it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Literal

import numpy as np

from graph.french import euros
from graph.model import Graph
from graph.network.choices import Choices
from graph.network.engine import betweenness
from graph.network.money import Provided, provided
from graph.network.orphans import orphaned
from graph.network.robustness.ties import Floats, Integers, Ties
from graph.network.twomode import actor_ids, organisations

Drawing = Literal["lines", "ties", "targets"]

DRAWS = 1_000
DIGITS = 12
"""Decimals kept of a computed measure: two actors of equal place may differ by 1e-15, and must be ex æquo."""


@dataclass(frozen=True)
class Words:
    """A measure in French: its `name`, a value of it, and its lines."""

    name: str
    value: Callable[[float], str]
    line: str = "lien"


@dataclass(frozen=True)
class Measure:
    """A ranked measure: its lines for some choices, and what makes the actors' values of them.

    `is_sum`: a value is the total of the actor's lines, so that a draw need not compute the measure anew. `per_target`:
    it is shown divided by the number of targets, which changes no rank. `draws`: how many are made where no number is
    asked for. `cost`: seconds that computing it takes, about. `more`: lines under choices of its own, by their words.
    `drawing`: see `draw`.
    """

    ties: Callable[[Graph, Choices], Ties]
    values: Callable[[Ties], Floats]
    words: Words
    is_sum: bool = False
    per_target: bool = False
    draws: int = DRAWS
    more: Callable[[Graph, Choices], dict[str, Ties]] = lambda graph, choices: {}
    cost: Callable[[Ties], float] = lambda ties: 1e-7 * len(ties)
    drawing: Drawing = "lines"

    def shown(self, values: Floats, ties: Ties) -> Floats:
        """The values as people know them."""
        return values / max(1, len(ties.targets)) if self.per_target else values


def _commitments(graph: Graph, choices: Choices) -> Ties:
    return Ties.of_network(choices.network(graph))


def _funds(graph: Graph, choices: Choices, *, loans: bool = True) -> Ties:
    """Sources of money with an amount, for all the actors of the network and those who only pay."""
    nodes, owner = graph.index(), organisations(graph) if choices.regroup else {}
    lines = {
        (owner.get(actor, actor), item): amount
        for row in provided(graph)
        if loans or not row.loan
        for item, amount in _amounts(row)
        for actor in row.actors
    }
    return Ties.of(
        (
            (actor, item, amount, frozenset())
            for (actor, item), amount in lines.items()
            if choices.generic or not nodes[actor].properties.get("generic")
        ),
        actor_ids(choices.network(graph)),
    )


def _without_loans(graph: Graph, choices: Choices) -> dict[str, Ties]:
    return {"sans les prêts": _funds(graph, choices, loans=False)}


def _amounts(row: Provided) -> Iterator[tuple[str, float]]:
    """The grants of a source one by one, or its whole where several documents state the same."""
    grants = sorted((tie.end, tie.properties["amount"]) for tie in row.ties)
    if sum(amount for _, amount in grants) != row.euros:
        grants = [("", row.euros)]
    return ((f"{row.source}/{place:06d}", float(amount)) for place, (_, amount) in enumerate(grants))


def _bridging(ties: Ties) -> Floats:
    between = betweenness(ties.network(), ties.actors)
    return np.round([between[actor] for actor in ties.actors], DIGITS)


def _bridging_cost(ties: Ties) -> float:
    return 1e-3 + 1.5e-8 * len(ties) * (len(ties.actors) + len(ties.targets))


def _fragility(ties: Ties) -> Floats:
    lost = orphaned(ties.network())
    return np.array([len(lost[actor]) for actor in ties.actors], dtype=np.float64)


def orphaners(ties: Ties) -> Integers:
    """For each target the position of the actor on whom it hangs (see `orphaned`), that after the last for nobody."""
    found = np.full(len(ties.targets), len(ties.actors), dtype=np.int64)
    place = {target: column for column, target in enumerate(ties.targets)}
    lost = orphaned(ties.network())
    for row, actor in enumerate(ties.actors):
        found[[place[target] for target in lost[actor]]] = row
    return found


def _fragility_cost(ties: Ties) -> float:
    return 1e-4 + 5e-6 * (len(ties) + len(ties.targets))


def _decimal(value: float) -> str:
    return f"{value:.3f}".replace(".", ",")


MEASURES: dict[str, Measure] = {
    "engagements": Measure(
        _commitments,
        Ties.totals,
        Words("engagements", lambda value: f"{value:.0f} engagement{'s' * (value >= 2)}"),
        is_sum=True,
    ),
    "portee": Measure(
        _commitments,
        Ties.totals,
        Words("portée", lambda value: f"portée {_decimal(value)}"),
        is_sum=True,
        per_target=True,
    ),
    "passerelle": Measure(
        _commitments,
        _bridging,
        Words("passerelle", lambda value: f"passerelle {_decimal(value)}"),
        cost=_bridging_cost,
        drawing="ties",
    ),
    "fragilite": Measure(
        _commitments,
        _fragility,
        Words("fragilité", lambda value: f"fragilité {value:.0f}"),
        cost=_fragility_cost,
        drawing="targets",
    ),
    "argent": Measure(
        _funds,
        Ties.totals,
        Words("argent apporté", lambda value: euros(round(value)) if value else "aucun montant compté", "financement"),
        is_sum=True,
        draws=0,
        more=_without_loans,
    ),
}
"""Money is not drawn unless asked for: an amount is written, not counted, and most of those who pay have one line."""
