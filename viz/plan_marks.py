"""How rows of a plan's workbook refer to each other: numbers of axes and objectives, labels of actions, places."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from graph.model import Graph, Node
from graph.text import slug

NO_AXIS = "aucun"
_HOLDS = ("HAS_OBJECTIVE", "HAS_ACTION")
_LAST = 10**9


def by_position(node: Node) -> tuple[int, str]:
    """Sorting key of axes, objectives and actions within what they hang from."""
    position = node.properties.get("position")
    return (position if isinstance(position, int) else _LAST, node.id)


class Marks:
    """The references of one plan. Ids of a graph in, words that a person reads and writes out."""

    no_axis = NO_AXIS

    def __init__(self, graph: Graph, plan: Node) -> None:
        self._nodes = graph.index()
        self._above = {tie.end: tie.start for tie in graph.by_type(*_HOLDS)}
        self._axes = _marks(graph.by_label("Axis"))
        self._objectives = _marks(graph.by_label("Objective"))
        self._references = dict(self._refer(sorted(graph.by_label("Objective"), key=by_position)))
        self._labels = self._label(graph, plan)
        self._places = _place_marks(graph.by_label("Place"))

    def axis(self, id_: str) -> str:
        """What stands in the column of axes' numbers: "2", or "(2)" for one that the plan does not number."""
        return self._axes[id_]

    def objective(self, id_: str) -> str:
        """What stands in the column of objectives' numbers."""
        return self._objectives[id_]

    def reference(self, id_: str) -> str:
        """How other rows name an objective: its number, behind its axis's where two have it, else its rank."""
        return self._references[id_]

    def action(self, id_: str) -> str:
        """The label of an action: "7.3", "7.3.1" below it, "A2.1" below an axis, "P.1" below the plan."""
        return self._labels[id_]

    @property
    def actions(self) -> list[str]:
        """Ids of actions, each before its parts, in the order of what they hang from."""
        return list(self._labels)

    def parent(self, id_: str) -> str | None:
        """The action that this one is a part of."""
        above = self._above.get(id_)
        return above if above in self._labels else None

    def holder(self, id_: str) -> str | None:
        """The objective or axis that an action hangs from, through others or not; None for the plan itself."""
        above = self._above.get(id_)
        while above in self._labels:
            above = self._above.get(above)
        if above in self._references:
            return self._references[above]
        return f"axe {self._axis_reference(above)}" if above in self._axes else None

    def place(self, id_: str) -> str:
        """How other rows name a place: its name, or its code where two have it."""
        return self._places[id_]

    def _axis_reference(self, id_: str) -> str:
        alone = list(self._axes.values()).count(self._axes[id_]) == 1
        return self._axes[id_] if alone else f"rang {self._nodes[id_].properties.get('position')}"

    def _refer(self, objectives: Iterable[Node]) -> Iterable[tuple[str, str]]:
        plain = Counter(self._objectives.values())
        within = {
            id_: f"{self._axes.get(self._above.get(id_, ''), '')}.{mark}" for id_, mark in self._objectives.items()
        }
        times = Counter(within.values())
        for node in objectives:
            mark, long = self._objectives[node.id], within[node.id]
            if plain[mark] == 1:
                yield node.id, mark
            elif times[long] == 1 and not long.startswith("."):
                yield node.id, long
            else:
                yield node.id, f"rang {node.properties.get('position')}"

    def _label(self, graph: Graph, plan: Node) -> dict[str, str]:
        below: dict[str, list[Node]] = {}
        for action in sorted(graph.by_label("Action"), key=by_position):
            below.setdefault(self._above.get(action.id, plan.id), []).append(action)
        roots = [(id_, mark.strip("()")) for id_, mark in self._references.items()]
        axes = sorted(graph.by_label("Axis"), key=by_position)
        roots += [(axis.id, f"A{self._axis_reference(axis.id).strip('()')}") for axis in axes]
        labels: dict[str, str] = {}
        pending = list(reversed([*roots, (plan.id, "P")]))
        while pending:
            id_, label = pending.pop()
            if self._nodes[id_].label == "Action":
                labels[id_] = label
            pending += reversed([(action.id, f"{label}.{rank}") for rank, action in _ranked(below.pop(id_, []))])
        return _unique(labels)


def _ranked(actions: list[Node]) -> Iterable[tuple[int, Node]]:
    for order, action in enumerate(actions, 1):
        position = action.properties.get("position")
        yield (position if isinstance(position, int) else order), action


def _unique(labels: dict[str, str]) -> dict[str, str]:
    """Labels that are all different: a second "7.3" is "7.3 bis 2"."""
    taken: Counter[str] = Counter()
    found: dict[str, str] = {}
    for id_, label in labels.items():
        taken[label] += 1
        found[id_] = label if taken[label] == 1 else f"{label} bis {taken[label]}"
    return found


def _marks(nodes: Iterable[Node]) -> dict[str, str]:
    """The printed number, else the rank between parentheses: a mark that is no number of the plan."""
    return {
        node.id: str(number) if (number := node.properties.get("number")) is not None else f"({by_position(node)[0]})"
        for node in sorted(nodes, key=by_position)
    }


def _place_marks(places: Iterable[Node]) -> dict[str, str]:
    listed = list(places)
    times = Counter(slug(place.name) for place in listed)
    return {
        place.id: place.name if times[slug(place.name)] == 1 else str(place.properties.get("code") or place.name)
        for place in listed
    }
