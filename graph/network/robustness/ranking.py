"""The observed ranking of a measure."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from graph.model import Graph
from graph.network.choices import Choices
from graph.network.robustness.measures import Measure
from graph.network.robustness.ties import Floats, Integers, Ties
from graph.text import fold


@dataclass(frozen=True)
class Ranking:
    """The observed ranking. Arrays are in order of actor id; `order` holds the positions by rank, then by name."""

    measure: Measure
    ties: Ties
    names: list[str]
    generic: list[bool]
    values: Floats
    ranks: Integers
    order: Integers

    @classmethod
    def of(cls, graph: Graph, choices: Choices, measure: Measure) -> Ranking:
        """The actors of these choices, the highest value first."""
        nodes, ties = graph.index(), measure.ties(graph, choices)
        names, values = [nodes[actor].name for actor in ties.actors], measure.values(ties)
        order = sorted(range(len(names)), key=lambda row: (-values[row], fold(names[row]), ties.actors[row]))
        generic = [bool(nodes[actor].properties.get("generic")) for actor in ties.actors]
        ranks = min_ranks(values).astype(np.int64)
        return cls(measure, ties, names, generic, values, ranks, np.array(order, dtype=np.int64))

    def ex_aequo(self) -> Integers:
        """How many actors share the rank of each, itself included."""
        return last_places(self.values).astype(np.int64) - self.ranks + 1


def min_ranks(values: Floats) -> NDArray[np.int32]:
    """Ranks along the last axis, the highest value first; equal values share the lowest (1, 2, 2, 4)."""
    order = np.argsort(-values, axis=-1, kind="stable")
    ordered = np.take_along_axis(values, order, axis=-1)
    place = np.broadcast_to(np.arange(1, values.shape[-1] + 1, dtype=np.int32), values.shape).copy()
    place[..., 1:][ordered[..., 1:] == ordered[..., :-1]] = 1
    ranks = np.empty(values.shape, dtype=np.int32)
    np.put_along_axis(ranks, order, np.maximum.accumulate(place, axis=-1), axis=-1)
    return ranks


def last_places(values: Floats) -> NDArray[np.int32]:
    """The last place that each shares with its equals, along the last axis (1, 3, 3, 4)."""
    return np.int32(values.shape[-1] + 1) - min_ranks(-values)
