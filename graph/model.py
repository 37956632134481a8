"""The graph in memory: nodes, relationships, what was not read, and what is odd. Pure data, no database."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Literal

Severity = Literal["info", "attention", "erreur"]


@dataclass(frozen=True)
class Node:
    """A node. `id` is stable, readable, and unique over all labels."""

    label: str
    id: str
    properties: Mapping[str, Any]

    @property
    def name(self) -> str:
        """The name shown to people."""
        return str(self.properties["name"])


@dataclass(frozen=True)
class Relationship:
    """A tie between two node ids; its properties hold `document`, `locators` and `quotes` (its provenance)."""

    type: str
    start: str
    end: str
    properties: Mapping[str, Any]


@dataclass(frozen=True)
class Unread:
    """A line or cell of a document that no rule understood."""

    document: str
    locator: str
    text: str


@dataclass(frozen=True)
class Finding:
    """Something read but odd: a sum that disagrees, a repair, a doubt. `message` is French."""

    code: str
    severity: Severity
    document: str
    locator: str
    message: str


@dataclass
class Graph:
    """All that one or several documents say."""

    nodes: list[Node] = field(default_factory=list)
    relationships: list[Relationship] = field(default_factory=list)
    unread: list[Unread] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)

    def by_label(self, label: str) -> list[Node]:
        """Nodes of one label, in order of id as loaded."""
        return [node for node in self.nodes if node.label == label]

    def by_type(self, *types: str) -> list[Relationship]:
        """Relationships of the given types."""
        return [tie for tie in self.relationships if tie.type in types]

    def index(self) -> dict[str, Node]:
        """Nodes by id."""
        return {node.id: node for node in self.nodes}


def with_aliases(graph: Graph) -> Graph:
    """The graph, each actor's aliases being the words by which its documents name it: the quotes of its STATED_IN."""
    mentions: defaultdict[str, set[str]] = defaultdict(set)
    for tie in graph.by_type("STATED_IN"):
        mentions[tie.start].update(tie.properties.get("quotes", ()))
    graph.nodes = [
        replace(node, properties={**node.properties, "aliases": sorted(mentions[node.id])})
        if node.label == "Actor" and mentions[node.id]
        else node
        for node in graph.nodes
    ]
    return graph


def merged(graphs: Iterable[Graph]) -> Graph:
    """Several plans as one graph: what they share is one node; of a shared actor, the last one's properties count."""
    whole = Graph()
    nodes: dict[str, Node] = {}
    for graph in graphs:
        nodes |= {node.id: node for node in graph.nodes if node.label == "Actor" or node.id not in nodes}
        whole.relationships += graph.relationships
        whole.unread += graph.unread
        whole.findings += graph.findings
    whole.nodes = list(nodes.values())
    return with_aliases(whole)
