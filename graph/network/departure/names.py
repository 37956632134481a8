"""How sentences name, list and count the nodes of a graph in French."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from graph.french import counted, listed
from graph.model import Graph, Node
from graph.network.departure.losses import actions_under, in_order

LONGEST = 10
"""Names or numbers in one sentence; the others are counted there, and named in the table of consequences."""


class Names:
    """Nodes of the graph as a sentence names them."""

    def __init__(self, graph: Graph) -> None:
        self.nodes: Mapping[str, Node] = graph.index()
        self.children = actions_under(graph)
        self.several_plans = len(graph.by_label("Plan")) > 1

    def name(self, id_: str) -> str:
        """A node's name, in quotation marks."""
        return f"« {self.nodes[id_].name} »"

    def title(self, plan: str) -> str:
        """A plan's title in quotation marks; its id where no node of the graph has it."""
        if plan not in self.nodes:
            return plan
        node = self.nodes[plan]
        return f"« {node.properties.get('title') or node.name} »"

    def quoted(self, ids: Iterable[str]) -> str:
        """ "« A », « B » et « C »"."""
        named = [self.name(id_) for id_ in ids]
        return listed(named) if len(named) <= LONGEST else shortened(named)

    def numbers(self, objectives: Iterable[str], after: Mapping[str, str] | None = None) -> str:
        """3, 13, 15; or, of several plans, "« A » : 3, 13 ; « B » : 2"; `after` is said after the number of each."""
        by_plan: defaultdict[str, list[str]] = defaultdict(list)
        for id_ in objectives:
            by_plan[id_.partition("/")[0]].append(self._number(id_) + (after or {}).get(id_, ""))
        plans = [f"{f'{self.title(plan)} : ' * self.several_plans}{shortened(said)}" for plan, said in by_plan.items()]
        return shortened(plans, " ; ")

    def _number(self, objective: str) -> str:
        told = self.nodes[objective].properties
        return f"« {told.get('title') or told['name']} »" if told.get("number") is None else str(told["number"])

    def above(self, actions: Iterable[str]) -> str:
        """The objectives of these actions: " (objectifs 5, 6)"; nothing where they have none."""
        wanted = set(actions)
        found = [objective for objective in self._objectives() if not wanted.isdisjoint(self._under(objective))]
        return f" (objectif{'s' * (len(found) > 1)} {self.numbers(found)})" if found else ""

    def _objectives(self) -> list[str]:
        return in_order(id_ for id_, node in self.nodes.items() if node.label == "Objective")

    def _under(self, objective: str) -> set[str]:
        found: set[str] = set()
        waiting = [objective]
        while waiting:
            new = self.children.get(waiting.pop(), frozenset()) - found
            found |= new
            waiting += new
        return found


def shortened(items: Iterable[str], separator: str = ", ") -> str:
    """The first ones, and how many others."""
    named = list(items)
    rest = len(named) - LONGEST
    first = separator.join(named[:LONGEST])
    return f"{first} et {counted(rest, 'autre')}" if rest > 0 else first
