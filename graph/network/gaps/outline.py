"""How plans are laid out: what stands under each axis and objective, in which place, and who is of which kind."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, cast

import networkx as nx
import pandas as pd

from graph.model import Graph, Node
from graph.network.choices import Choices
from graph.network.twomode import organisations
from graph.text import fold

UNKNOWN = "inconnu"
_STRUCTURE = ("HAS_OBJECTIVE", "HAS_ACTION")
_TARGETS = ("Objective", "Action")
_LAID = ("Axis", *_TARGETS)


@dataclass(frozen=True)
class Outline:
    """A graph with what the gaps are read from: its two-mode network, and its layout.

    `laid`: (label, plan) → its axes, objectives or actions in order. `below`:
    each of these → the objectives and actions under it. `located`: each place → what is located in
    it or in a place that is part of it. `places_said`: each objective or action → where the document says its places.
    `kinds`: each actor → its kind, `UNKNOWN` where it has none. `cited`: each
    objective or action → those mentioned in it, with a role or not (services as their organisation where `choices`
    regroup them; without the generic ones where `choices` leave them out).
    """

    nodes: dict[str, Node]
    choices: Choices
    network: nx.Graph
    laid: dict[tuple[str, str], list[Node]]
    below: dict[str, frozenset[str]]
    located: dict[str, frozenset[str]]
    places_said: dict[str, list[str]]
    kinds: dict[str, str]
    cited: dict[str, frozenset[str]]

    def under(self, graph: Graph, choices: Choices) -> Outline:
        """The same layout under other choices."""
        return replace(self, choices=choices, network=choices.network(graph), cited=_cited(graph, choices))

    @property
    def plans(self) -> list[str]:
        """Ids of the plans, in order."""
        return sorted(id_ for id_, node in self.nodes.items() if node.label == "Plan")

    def of_plan(self, label: str, plan: str) -> list[Node]:
        """The axes, objectives or actions of a plan, in its order."""
        return self.laid.get((label, plan), [])

    def holders(self, targets: frozenset[str]) -> set[str]:
        """The actors committed to any of these targets."""
        return {actor for target in targets if target in self.network for actor in self.network.adj[target]}

    def only_cited(self, targets: frozenset[str]) -> set[str]:
        """The actors mentioned in any of these targets, without a role in any."""
        return {actor for target in targets for actor in self.cited.get(target, ())} - self.holders(targets)

    def names(self, actors: set[str]) -> list[str]:
        """Names of actors, in order."""
        return sorted((self.nodes[actor].name for actor in actors), key=lambda name: (fold(name), name))

    def count(self, targets: frozenset[str], label: str) -> int:
        """How many of these targets have this label."""
        return sum(self.nodes[target].label == label for target in targets)


def outline(graph: Graph, choices: Choices) -> Outline:
    """What the gaps of this graph are read from, under these choices."""
    return Outline(
        nodes=graph.index(),
        choices=choices,
        network=choices.network(graph),
        laid=_laid(graph),
        below=_below(graph),
        located=_located(graph),
        places_said=_places_said(graph),
        kinds=_kinds(graph),
        cited=_cited(graph, choices),
    )


def plan_of(id_: str) -> str:
    """The plan that an axis, an objective, an action or a document belongs to."""
    return id_.partition("/")[0]


def printed(node: Node) -> str:
    """An axis or an objective as people name it: its number, or its title where none is printed."""
    number = node.properties.get("number")
    return str(node.properties.get("title") or node.name) if number is None else str(number)


def title(node: Node) -> str:
    """The title of an axis or of an objective."""
    return str(node.properties.get("title") or node.name)


def records(frame: pd.DataFrame) -> list[dict[str, Any]]:
    """The rows of a frame, by name of column."""
    return cast("list[dict[str, Any]]", frame.to_dict("records"))


def _laid(graph: Graph) -> dict[tuple[str, str], list[Node]]:
    found: defaultdict[tuple[str, str], list[Node]] = defaultdict(list)
    nodes = [node for node in graph.nodes if node.label in _LAID]
    for node in sorted(nodes, key=lambda node: (node.properties.get("position") or 0, node.id)):
        found[node.label, plan_of(node.id)].append(node)
    return dict(found)


def _below(graph: Graph) -> dict[str, frozenset[str]]:
    children: defaultdict[str, set[str]] = defaultdict(set)
    for tie in graph.by_type(*_STRUCTURE):
        children[tie.start].add(tie.end)
    return {node.id: reached(node.id, children) for node in graph.nodes if node.label in _LAID}


def reached(root: str, steps: Mapping[str, set[str]]) -> frozenset[str]:
    """All that a walk from `root` comes to, by `steps` from an id to the next ones."""
    found: set[str] = set()
    waiting = [root]
    while waiting:
        new = steps.get(waiting.pop(), set()) - found
        found |= new
        waiting += new
    return frozenset(found)


def _located(graph: Graph) -> dict[str, frozenset[str]]:
    places = graph.by_label("Place")
    known = {place.id for place in places}
    around: defaultdict[str, set[str]] = defaultdict(set)
    for tie in graph.by_type("PART_OF"):
        if tie.start in known:
            around[tie.start].add(tie.end)
    found: defaultdict[str, set[str]] = defaultdict(set)
    for tie in graph.by_type("LOCATED_IN"):
        for place in {tie.end} | reached(tie.end, around):
            found[place].add(tie.start)
    return {place.id: frozenset(found[place.id]) for place in places}


def _places_said(graph: Graph) -> dict[str, list[str]]:
    found: defaultdict[str, dict[str, None]] = defaultdict(dict)
    for tie in graph.by_type("LOCATED_IN"):
        found[tie.start] |= dict.fromkeys(tie.properties.get("locators") or ())
    return {target: list(locators) for target, locators in found.items()}


def _kinds(graph: Graph) -> dict[str, str]:
    """A service is of its organisation's kind; where that is not known, neither is the service's."""
    owner, nodes = organisations(graph), graph.index()
    found = {}
    for actor in graph.by_label("Actor"):
        kind = actor.properties.get("kind")
        if kind in (None, "", "service"):
            kind = nodes[owner.get(actor.id, actor.id)].properties.get("kind")
        found[actor.id] = UNKNOWN if kind in (None, "", "service") else str(kind)
    return found


def _cited(graph: Graph, choices: Choices) -> dict[str, frozenset[str]]:
    owner = organisations(graph) if choices.regroup else {}
    nodes = graph.index()
    found: defaultdict[str, set[str]] = defaultdict(set)
    for tie in graph.by_type("MENTIONED_IN"):
        actor = nodes[owner.get(tie.start, tie.start)]
        if choices.generic or not actor.properties.get("generic"):
            found[tie.end].add(actor.id)
    return {target: frozenset(actors) for target, actors in found.items() if nodes[target].label in _TARGETS}
