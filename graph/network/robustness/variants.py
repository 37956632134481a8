"""The same measure under every other choice of what to count, and with doubtful names taken as one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import networkx as nx
import numpy as np
from numpy.typing import NDArray

from graph.model import Graph
from graph.network.choices import Choices
from graph.network.robustness.measures import Measure
from graph.network.robustness.ranking import Ranking
from graph.network.robustness.ties import Floats, Integers, Ties
from graph.network.twomode import BASES, organisations

NOWHERE = -1


@dataclass(frozen=True)
class Variant:
    """Values under another choice, that French `words` tell.

    `place`: position in `values` of each actor of the observed ranking, or of the organisation it disappears into;
    `NOWHERE` where the choice leaves it out. `ranked`: whether the actor has a rank of its own.
    """

    words: str
    values: Floats
    place: Integers
    ranked: NDArray[np.bool_]

    def ranks(self) -> Floats:
        """Rank of each actor of the observed ranking, NaN where it has none."""
        falling = np.sort(-self.values)
        return np.where(self.ranked, 1 + np.searchsorted(falling, -self.values[self.place], side="left"), np.nan)

    def last_places(self) -> Floats:
        """The last place that each shares with its ex æquo; its rank where it holds nothing, NaN where it has none."""
        falling, own = np.sort(-self.values), self.values[self.place]
        return np.where(self.ranked & (own > 0), np.searchsorted(falling, -own, side="right"), self.ranks())

    def apart(self, order: Integers) -> NDArray[np.bool_]:
        """For each k from 1, whether the k first actors of the observed order, in it, are all above all the others."""
        first = np.full(len(self.values), len(order))
        here = self.place[order] != NOWHERE
        np.minimum.at(first, self.place[order][here], np.flatnonzero(here))
        entering = np.argsort(first, kind="stable")
        lowest = np.minimum.accumulate(self.values[entering])
        highest = np.append(np.maximum.accumulate(self.values[entering][::-1])[::-1][1:], -np.inf)
        inside = np.searchsorted(first[entering], np.arange(1, len(order)), side="left")
        apart: NDArray[np.bool_] = (inside > 0) & (lowest[inside - 1] > highest[inside - 1])
        return apart


def other_choices(graph: Graph, choices: Choices, measure: Measure, ties: Ties) -> tuple[list[Variant], list[str]]:
    """Every other choice that changes a line, the nearest to `choices` first; and those that leave no line at all."""
    found: list[Variant] = []
    empty: list[str] = []
    seen = [ties]
    for words, other, lines in _all_lines(graph, choices, measure):
        if not len(lines):
            empty.append(words)
        elif not any(map(lines.same, seen)):
            seen.append(lines)
            place, ranked = _places(graph, choices, other, (ties, lines))
            # One more value than the choice has actors: 0, that of those who keep no line.
            found.append(Variant(words, np.append(measure.values(lines), 0.0), place, ranked))
    return found, empty


def _all_lines(graph: Graph, choices: Choices, measure: Measure) -> Iterator[tuple[str, Choices, Ties]]:
    """Words, choices and lines: the measure's own choices, then what to count, those that differ least first."""
    for own, lines in measure.more(graph, choices).items():
        yield own, choices, lines
    for words, other in sorted(_worded(choices), key=lambda pair: len(pair[0])):
        yield ", ".join(words), other, measure.ties(graph, other)


def _worded(choices: Choices) -> Iterator[tuple[list[str], Choices]]:
    """Other choices, with what differs from these in words."""
    for other in choices.others():
        words = ["services regroupés" if other.regroup else "services à part"] * (other.regroup != choices.regroup)
        with_or_without = "avec" if other.generic else "sans"
        words += [f"{with_or_without} les acteurs génériques"] * (other.generic != choices.generic)
        bases = "liens énoncés et déduits" if other.basis == BASES else "liens énoncés seulement"
        words += [bases] * (other.basis != choices.basis)
        yield words, other


def _places(
    graph: Graph, choices: Choices, other: Choices, ties: tuple[Ties, Ties]
) -> tuple[Integers, NDArray[np.bool_]]:
    """Where each actor stands under the other choice (see `Variant`); one that loses its last line stands last."""
    before, after = ties
    index = {actor: place for place, actor in enumerate(after.actors)}
    owner, nodes = organisations(graph) if other.regroup else {}, graph.index()
    without_line = NOWHERE if choices.regroup and not other.regroup else len(after.actors)
    place = np.empty(len(before.actors), dtype=np.int64)
    for row, actor in enumerate(before.actors):
        holder = owner.get(actor, actor)
        left_out = not other.generic and nodes[holder].properties.get("generic")
        place[row] = NOWHERE if left_out else index.get(holder, without_line)
    own = np.array([actor not in owner for actor in before.actors], dtype=bool)
    return place, own & (place != NOWHERE)


def doubtful_pairs(graph: Graph, choices: Choices, ties: Ties) -> list[tuple[int, int]]:
    """Positions of the actors that may be one (see MAY_BE), where both are in this ranking; each pair once."""
    owner = organisations(graph) if choices.regroup else {}
    index = {actor: place for place, actor in enumerate(ties.actors)}
    pairs: dict[frozenset[int], tuple[int, int]] = {}
    for tie in sorted(graph.by_type("MAY_BE"), key=lambda tie: (tie.start, tie.end)):
        one, other = (index.get(owner.get(end, end), NOWHERE) for end in (tie.start, tie.end))
        if one != other and NOWHERE not in (one, other):
            pairs.setdefault(frozenset((one, other)), (one, other))
    return list(pairs.values())


def united_names(pairs: Sequence[tuple[int, int]], ranking: Ranking, *, one_by_one: bool = True) -> Iterator[Variant]:
    """Each pair taken as one actor (unless not one by one), then all of them together."""
    names = ranking.names
    for one, other in pairs if one_by_one else ():
        yield _united([(one, other)], f"{names[one]} et {names[other]} réunis", ranking)
    if len(pairs) > 1 or not one_by_one:
        groups = [sorted(group) for group in nx.connected_components(nx.Graph(list(pairs)))]
        yield _united(groups, "tous les noms douteux réunis", ranking)


def _united(groups: Sequence[Sequence[int]], words: str, ranking: Ranking) -> Variant:
    """One actor goes by the name that ranks best in the observed ranking: the others have no rank of their own."""
    measure, ties = ranking.measure, ranking.ties
    values = ranking.values.copy() if measure.is_sum else measure.values(ties.united(groups))
    place, ranked = np.arange(len(ties.actors)), np.full(len(ties.actors), True)
    for group in map(list, groups):
        if measure.is_sum:
            values[group[0]] = ties.held(group)
        values[group[1:]] = -np.inf
        place[group] = group[0]
        ranked[group] = ranking.ranks[group] == ranking.ranks[group].min()
    return Variant(words, values, place, ranked)
