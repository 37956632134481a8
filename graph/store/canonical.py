"""One form for equal graphs: same order, same shapes, without nulls and empty lists."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from graph.model import Graph, Node, Relationship
from graph.schema import NODE_TYPES, RELATIONSHIP_TYPES, Property, Type
from graph.store.cypher_text import node_properties, relationship_properties

_LABEL_ORDER = {label: rank for rank, label in enumerate(NODE_TYPES)}
_TYPE_ORDER = {type_: rank for rank, type_ in enumerate(RELATIONSHIP_TYPES)}


def canonical(graph: Graph) -> Graph:
    """The graph as the store gives it back: two graphs that say the same are equal in this form."""
    nodes = [canonical_node(node) for node in graph.nodes]
    relationships = [canonical_relationship(tie) for tie in graph.relationships]
    return ordered(
        Graph(
            nodes,
            relationships,
            sorted(graph.unread, key=lambda line: line.document),
            sorted(graph.findings, key=lambda finding: finding.document),
        )
    )


def ordered(graph: Graph) -> Graph:
    """The graph with nodes by label then id ("axe-2" before "axe-10"), relationships by type, ends and document."""
    rank = _Ranks()
    graph.nodes.sort(key=lambda node: (_LABEL_ORDER[node.label], rank[node.id]))
    graph.relationships.sort(key=lambda tie: _tie_order(tie, rank))
    return graph


class _Ranks(dict[str, tuple[list[int | str], str]]):
    """Sorting keys of ids, each worked out once: the ends of ties are the same few over and over."""

    def __missing__(self, id_: str) -> tuple[list[int | str], str]:
        key = self[id_] = natural(id_)
        return key


def canonical_node(node: Node) -> Node:
    """The node with its schema properties in order."""
    return Node(node.label, node.id, canonical_properties(node.properties, node_properties(node.label)))


def canonical_relationship(tie: Relationship) -> Relationship:
    """The relationship with its schema properties in order."""
    values = canonical_properties(tie.properties, relationship_properties(tie.type))
    return Relationship(tie.type, tie.start, tie.end, values)


def canonical_properties(values: Mapping[str, Any], declared: Sequence[Property]) -> dict[str, Any]:
    """Declared properties that hold something, in schema order; lists as lists, floats as floats."""
    shaped = ((p.name, _shape(values.get(p.name), p.type)) for p in declared)
    return {name: value for name, value in shaped if value is not None and value != []}


def natural(text: str) -> tuple[list[int | str], str]:
    """Sorting key in which numbers count as numbers."""
    parts: list[int | str] = [int(part) if part.isdecimal() else part for part in re.split(r"([0-9]+)", text)]
    return parts, text


def _shape(value: Any, type_: Type) -> Any:
    if value is None:
        return None
    if type_ is Type.FLOAT:
        return float(value)
    return list(value) if type_ is Type.STRINGS else value


def _tie_order(tie: Relationship, rank: _Ranks) -> tuple[Any, ...]:
    rest: list[tuple[str, str]] = []
    if RELATIONSHIP_TYPES[tie.type].key:  # only these may have a twin
        rest = sorted((name, repr(value)) for name, value in tie.properties.items() if name != "document")
    return _TYPE_ORDER[tie.type], rank[tie.start], rank[tie.end], rank[tie.properties["document"]], rest
