"""The graph in memory: nodes, relationships, what was not read, and what is odd. Pure data, no database."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
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
