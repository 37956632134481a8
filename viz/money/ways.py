"""Where money goes in a plan: from what is funded to the programme that holds it and the objectives that call on it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from graph.model import Graph, Node

_BELOW = ("HAS_ACTION",)


class Ways:
    """Reads a graph once; then answers which programme and which objectives a funded node belongs to."""

    def __init__(self, graph: Graph) -> None:
        self._nodes = graph.index()
        self._wholes = self._links(graph, ("PART_OF",), "Tool")
        self._parents = self._upward(graph)
        self._users: defaultdict[str, set[str]] = defaultdict(set)
        for tie in graph.by_type("USES"):
            self._users[tie.end].add(tie.start)

    def programme(self, tool: str) -> str:
        """The outermost tool above this one (itself included) that announces an amount, else the outermost one."""
        chain = [tool, *self.wholes(tool)]
        announced = [id_ for id_ in chain if self._nodes[id_].properties.get("announced_amount") is not None]
        return (announced or chain)[-1]

    def wholes(self, tool: str) -> list[str]:
        """The tools that hold this one, the nearest first."""
        return _walk([tool], self._wholes)[1:]

    def parts(self, tool: str) -> list[str]:
        """The tools inside this one, in order of id."""
        return sorted(id_ for id_ in self._wholes if id_ != tool and tool in self.wholes(id_))

    def objectives(self, target: str) -> tuple[str, ...]:
        """Ids of the objectives that a funded node serves: itself, the one above, or those that use it or its whole."""
        label = self._nodes[target].label
        if label == "Tool":
            return self._of_tool(target)
        return self._above([target]) if label in ("Objective", "Action") else ()

    def _of_tool(self, tool: str) -> tuple[str, ...]:
        users = [user for id_ in (tool, *self.wholes(tool)) for user in sorted(self._users[id_])]
        if not users:
            users = [user for id_ in self.parts(tool) for user in sorted(self._users[id_])]
        return self._above(users)

    def _above(self, targets: Iterable[str]) -> tuple[str, ...]:
        reached = _walk(targets, self._parents)
        return tuple(sorted(id_ for id_ in reached if self._nodes[id_].label == "Objective"))

    def _links(self, graph: Graph, types: tuple[str, ...], label: str) -> dict[str, set[str]]:
        found: defaultdict[str, set[str]] = defaultdict(set)
        for tie in graph.by_type(*types):
            ends = [self._nodes.get(id_) for id_ in (tie.start, tie.end)]
            if tie.start != tie.end and all(end is not None and end.label == label for end in ends):
                found[tie.start].add(tie.end)
        return dict(found)

    def _upward(self, graph: Graph) -> dict[str, set[str]]:
        found: defaultdict[str, set[str]] = defaultdict(set)
        for tie in graph.by_type(*_BELOW):
            found[tie.end].add(tie.start)
        return dict(found)


def _walk(starts: Iterable[str], steps: Mapping[str, set[str]]) -> list[str]:
    """All that steps lead to, breadth first, the starts first; a circle ends."""
    found = dict.fromkeys(starts)
    waiting = list(found)
    while waiting:
        new = [id_ for id_ in sorted(steps.get(waiting.pop(0), ())) if id_ not in found]
        found |= dict.fromkeys(new)
        waiting += new
    return list(found)


def named(nodes: Mapping[str, Node], ids: Iterable[str]) -> list[str]:
    """Names of nodes."""
    return [nodes[id_].name for id_ in ids]
