"""Pairs of actors that share many objectives and no action: sparse products, plan by plan."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import pandas as pd
from scipy import sparse

from graph.model import Graph, Node
from graph.network.choices import Choices
from graph.network.gaps.coverage import EVERYWHERE
from graph.network.gaps.kin import kin
from graph.network.gaps.outline import Outline, outline, printed
from graph.text import fold

PAIR_COLUMNS = {
    "rang": "int64",
    "plan": "str",
    "id_1": "str",
    "id_2": "str",
    "acteur_1": "str",
    "acteur_2": "str",
    "communs": "int64",
    "objectifs": "object",
    "actions_1": "int64",
    "actions_2": "int64",
    "minimum": "int64",
}
COUNT_COLUMNS = {
    "plan": "str",
    "actions": "int64",
    "actions_nommant": "int64",
    "actions_a_plusieurs": "int64",
    "paires": "int64",
    "minimum": "int64",
    "nombreuses": "int64",
    "ensemble": "int64",
    "a_part": "int64",
    "indecises": "int64",
}

ONE_IN = 20
"""Many objectives are as many as one pair in so many, at most, shares."""

_CHUNK = 100_000


def strangers(graph: Graph, choices: Choices = EVERYWHERE, minimum: int | None = None) -> pd.DataFrame:
    """Pairs that share many objectives of a plan and no action of it, most shared first, ranked in each plan, ex æquo.

    An actor shares an objective that it pilots or helps at the level of `choices` (there, in its actions, or either).
    `communs`: how many both share; `objectifs`: their printed numbers (or titles). Many: `minimum` or more, by default
    as many as one pair in `ONE_IN` at most shares in that plan, two at least. No action: none gives both a role, a
    sub-action counting in its action too. `actions_1`, `actions_2`: actions under the shared objectives that give each
    a role; a pair where one has none is left out, for the plan then says nothing of whom it acts with.

    Left out too: generic actors, an organisation with its own service, a group with its member, and two names that may
    be one actor.
    """
    rows = [row for one in _surveys(graph, choices, minimum) for row in _rows(one)]
    frame = pd.DataFrame(rows, columns=list(PAIR_COLUMNS))
    frame["rang"] = frame.groupby("plan")["communs"].rank(method="min", ascending=False)
    return frame.astype(PAIR_COLUMNS)


def pair_counts(graph: Graph, choices: Choices = EVERYWHERE, minimum: int | None = None) -> pd.DataFrame:
    """What `strangers` is drawn from, one row a plan.

    `actions`; `actions_nommant`, `actions_a_plusieurs`: those that give a role to one actor, to two or more. `paires`:
    pairs that share an objective; `minimum`: how many are many; `nombreuses`: the pairs that share so many. Of these,
    `ensemble` have an action together, `a_part` are the strangers, and of `indecises` one has no action of its own.
    """
    rows = [_counts(one) for one in _surveys(graph, choices, minimum)]
    return pd.DataFrame(rows, columns=list(COUNT_COLUMNS)).astype(COUNT_COLUMNS)


@dataclass(frozen=True)
class _Survey:
    """A plan's pairs that share `minimum` objectives or more, as rows of `pairs`: two actors and four counts."""

    laid: Outline
    plan: str
    actors: list[str]
    objectives: list[Node]
    member: sparse.csr_array
    acting: sparse.csr_array
    pairs: np.ndarray[Any, Any]
    minimum: int
    sharing: int

    @property
    def strange(self) -> np.ndarray[Any, Any]:
        """Which of the pairs have no action together although each has its own."""
        together, first, second = self.pairs[:, 3:].T
        return np.asarray((together == 0) & (first > 0) & (second > 0))


def _surveys(graph: Graph, choices: Choices, minimum: int | None) -> Iterator[_Survey]:
    named = replace(choices, generic=False)
    laid = outline(graph, named)
    acting = laid.under(graph, replace(named, level="action"))
    related = kin(graph)
    for plan in laid.plans:
        if laid.of_plan("Objective", plan):
            yield _survey(laid, acting, plan, related, minimum)


def _survey(laid: Outline, acting: Outline, plan: str, related: set[tuple[str, str]], minimum: int | None) -> _Survey:
    objectives, actions = laid.of_plan("Objective", plan), laid.of_plan("Action", plan)
    committed = [laid.holders(laid.below[objective.id] | {objective.id}) for objective in objectives]
    own = [acting.holders(frozenset({action.id})) for action in actions]
    whole = [acting.holders(laid.below[action.id] | {action.id}) for action in actions]
    actors = sorted(set().union(*committed, *own), key=lambda actor: (fold(laid.nodes[actor].name), actor))
    ranks = {actor: rank for rank, actor in enumerate(actors)}
    member, direct = _incidence(committed, ranks), _incidence(own, ranks)
    places = {action.id: place for place, action in enumerate(actions)}
    under = _incidence([laid.below[objective.id] & places.keys() for objective in objectives], places)
    shared = _shared(member, ranks, related)
    least = many(shared.data) if minimum is None else minimum
    pairs = _pairs(shared, least, member, _incidence(whole, ranks), direct @ under)
    return _Survey(laid, plan, actors, objectives, member, direct, pairs, least, shared.nnz)


def _incidence(groups: Iterable[Iterable[str]], ranks: dict[str, int]) -> sparse.csr_array:
    """Members × groups, 1 where one is in the other."""
    listed = [[ranks[member] for member in group] for group in groups]
    rows = [rank for group in listed for rank in group]
    columns = np.repeat(np.arange(len(listed)), [len(group) for group in listed])
    shape = (len(ranks), len(listed))
    return sparse.csr_array((np.ones(len(rows), dtype=np.int32), (rows, columns)), shape=shape)


def _shared(member: sparse.csr_array, ranks: dict[str, int], related: set[tuple[str, str]]) -> sparse.coo_array:
    """How many objectives each two actors share, those that are no pair left out; upper triangle."""
    known = [(ranks[one], ranks[other]) for one, other in related if one in ranks and other in ranks]
    rows, columns = np.array(known, dtype=np.int64).reshape(-1, 2).T
    shape = (len(ranks), len(ranks))
    barred = sparse.csr_array((np.ones(len(known), dtype=np.int32), (rows, columns)), shape=shape)
    product = member @ member.T
    shared = sparse.triu(product - product * ((barred + barred.T) > 0), k=1).tocoo()
    shared.eliminate_zeros()
    return shared


def many(shared: np.ndarray[Any, Any]) -> int:
    """The least number of shared objectives, from two, that one pair in `ONE_IN` at most reaches; else the highest."""
    reached = np.bincount(shared, minlength=1)[::-1].cumsum()[::-1]
    for least in range(2, len(reached)):
        if reached[least] * ONE_IN <= len(shared):
            return least
    return max(2, len(reached) - 1)


def _pairs(
    shared: sparse.coo_array,
    least: int,
    member: sparse.csr_array,
    whole: sparse.csr_array,
    acting: sparse.csr_array,
) -> np.ndarray[Any, Any]:
    """First, second, objectives shared, actions shared, actions of each in those objectives: one row a pair."""
    kept = shared.data >= least
    first, second, counts = shared.row[kept], shared.col[kept], shared.data[kept]
    order = np.lexsort((second, first, -counts))
    first, second, counts = first[order], second[order], counts[order]
    parts = [np.empty((0, 3), dtype=np.int64)]
    for start in range(0, len(first), _CHUNK):
        one, other = first[start : start + _CHUNK], second[start : start + _CHUNK]
        both = member[one] * member[other]
        sums = [(whole[one] * whole[other]).sum(1), (both * acting[one]).sum(1), (both * acting[other]).sum(1)]
        parts.append(np.column_stack(sums))
    return np.column_stack([first, second, counts, np.concatenate(parts)])


def _rows(survey: _Survey) -> Iterator[dict[str, Any]]:
    pairs, names = survey.pairs[survey.strange], [printed(objective) for objective in survey.objectives]
    both = sparse.csr_array(survey.member[pairs[:, 0]] * survey.member[pairs[:, 1]])
    both.sort_indices()
    for place, (first, second, communs, _, actions_1, actions_2) in enumerate(pairs.tolist()):
        one, other = survey.actors[first], survey.actors[second]
        yield {
            "rang": 0,
            "plan": survey.plan,
            "id_1": one,
            "id_2": other,
            "acteur_1": survey.laid.nodes[one].name,
            "acteur_2": survey.laid.nodes[other].name,
            "communs": communs,
            "objectifs": [names[column] for column in both.indices[both.indptr[place] : both.indptr[place + 1]]],
            "actions_1": actions_1,
            "actions_2": actions_2,
            "minimum": survey.minimum,
        }


def _counts(survey: _Survey) -> dict[str, Any]:
    named = survey.acting.sum(0)
    together, strange = int((survey.pairs[:, 3] > 0).sum()), int(survey.strange.sum())
    return {
        "plan": survey.plan,
        "actions": survey.acting.shape[1],
        "actions_nommant": int((named > 0).sum()),
        "actions_a_plusieurs": int((named > 1).sum()),
        "paires": survey.sharing,
        "minimum": survey.minimum,
        "nombreuses": len(survey.pairs),
        "ensemble": together,
        "a_part": strange,
        "indecises": len(survey.pairs) - together - strange,
    }
