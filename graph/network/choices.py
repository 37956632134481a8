"""What a measure counts: at which level, with or without services apart, generic actors, inferred ties."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

import networkx as nx

from graph.model import Graph
from graph.network.levels import plan_of, speaking
from graph.network.twomode import BASES, Level, target_ids, two_mode

COUNTED: dict[Level, str] = {"objectif": "objectifs", "action": "actions", "tous": "objectifs et actions"}


@dataclass(frozen=True)
class Choices:
    """The four choices behind every figure; `str()` says them in French, so that none goes unsaid."""

    level: Level = "objectif"
    regroup: bool = False
    generic: bool = True
    basis: frozenset[str] = BASES

    def network(self, graph: Graph) -> nx.Graph:
        """The two-mode network of these choices (see `two_mode`), of the plans that tie an actor at this level.

        A plan that names nobody there says nothing of anyone's reach: its targets are left out.
        """
        network = two_mode(graph, self.level, regroup=self.regroup, generic=self.generic, basis=self.basis)
        told, plans = speaking(graph, network), plan_of(graph)
        network.remove_nodes_from([target for target in target_ids(network) if plans[target] not in told])
        return network

    def others(self) -> Iterator[Choices]:
        """Every other set of choices at this level: services, generic actors and bases of ties."""
        for regroup in (False, True):
            for generic in (True, False):
                for basis in (BASES, frozenset({"stated"})):
                    other = replace(self, regroup=regroup, generic=generic, basis=basis)
                    if other != self:
                        yield other

    def __str__(self) -> str:
        words = [f"comptés : {COUNTED[self.level]}"]
        words += ["services regroupés"] * self.regroup
        words += ["sans les acteurs génériques"] * (not self.generic)
        words += ["liens énoncés seulement"] * (self.basis == {"stated"})
        words += ["liens déduits seulement"] * (self.basis == {"inferred"})
        return ", ".join(words)
