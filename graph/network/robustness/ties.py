"""The lines behind a ranking as arrays, so that they can be drawn, left out or given to another actor quickly."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

import networkx as nx
import numpy as np
from numpy.typing import NDArray

from graph.network.twomode import actor_ids, target_ids

Floats = NDArray[np.float64]
Integers = NDArray[np.int64]


@dataclass(frozen=True)
class Ties:
    """One line a tie: `holder` and `item` are positions in `actors` and `targets`, both in order of id.

    `amount` is what the line adds to its holder (1 for a commitment, euros for a grant); `roles` holds frozensets.
    No two lines have the same holder and item.
    """

    actors: tuple[str, ...]
    targets: tuple[str, ...]
    holder: Integers
    item: Integers
    amount: Floats
    roles: NDArray[np.object_]

    @classmethod
    def of(
        cls,
        lines: Iterable[tuple[str, str, float, frozenset[str]]],
        actors: Iterable[str] = (),
        targets: Iterable[str] = (),
    ) -> Ties:
        """From (actor, item, amount, roles), in any order; `actors` and `targets` name those without a line too."""
        said = list(lines)
        rows = tuple(sorted({*actors, *(line[0] for line in said)}))
        columns = tuple(sorted({*targets, *(line[1] for line in said)}))
        row, column = ({id_: place for place, id_ in enumerate(ids)} for ids in (rows, columns))
        roles = np.empty(len(said), dtype=object)
        roles[:] = [line[3] for line in said]
        holder = np.array([row[line[0]] for line in said], dtype=np.int64)
        item = np.array([column[line[1]] for line in said], dtype=np.int64)
        amount = np.array([line[2] for line in said], dtype=np.float64)
        return cls(rows, columns, holder, item, amount, roles).subset(np.lexsort((item, holder)))

    @classmethod
    def of_network(cls, network: nx.Graph) -> Ties:
        """The edges of a two-mode network, each worth 1."""
        actors = actor_ids(network)
        lines = (
            (actor, target, 1.0, frozenset(tie.get("roles", ())))
            for actor in actors
            for target, tie in network.adj[actor].items()
        )
        return cls.of(lines, actors, target_ids(network))

    def __len__(self) -> int:
        return len(self.holder)

    def same(self, other: Ties) -> bool:
        """True where the same actors hold the same lines."""
        return (
            self.actors == other.actors
            and self.targets == other.targets
            and np.array_equal(self.holder, other.holder)
            and np.array_equal(self.item, other.item)
            and np.array_equal(self.amount, other.amount)
        )

    def totals(self) -> Floats:
        """What each actor's lines add up to."""
        return np.bincount(self.holder, self.amount, minlength=len(self.actors)).astype(np.float64)

    def held(self, group: Sequence[int]) -> float:
        """What several actors hold as one: an item that two of them hold counts once."""
        lines = np.flatnonzero(np.isin(self.holder, group))
        _, first = np.unique(self.item[lines], return_index=True)
        return float(self.amount[lines[first]].sum())

    def subset(self, lines: NDArray[Any]) -> Ties:
        """The same actors and targets, and only these lines."""
        return replace(
            self, holder=self.holder[lines], item=self.item[lines], amount=self.amount[lines], roles=self.roles[lines]
        )

    def united(self, groups: Iterable[Sequence[int]]) -> Ties:
        """The lines of each group given to its first actor; the others of the group stay, without a line."""
        holder = self.holder.copy()
        for group in groups:
            holder[np.isin(holder, group)] = group[0]
        _, first, place = np.unique(holder * len(self.targets) + self.item, return_index=True, return_inverse=True)
        roles = self.roles[first]
        for line, kept in enumerate(place):
            roles[kept] = roles[kept] | self.roles[line]
        return replace(self.subset(first), holder=holder[first], roles=roles)

    def network(self) -> nx.Graph:
        """Back to a two-mode network."""
        network = nx.Graph()
        network.add_nodes_from(self.actors, bipartite=0)
        network.add_nodes_from(self.targets, bipartite=1)
        for holder, item, roles in zip(self.holder, self.item, self.roles, strict=True):
            network.add_edge(self.actors[holder], self.targets[item], roles=roles)
        return network
