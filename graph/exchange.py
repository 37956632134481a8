"""The exchange format "maillage-graphe/1": a graph as JSON, in a canonical order, nulls and empty lists left out."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from graph.errors import InputError
from graph.model import Finding, Graph, Node, Relationship, Unread
from graph.schema import NODE_TYPES, RELATIONSHIP_TYPES

FORMAT = "maillage-graphe/1"


def to_data(graph: Graph) -> dict[str, Any]:
    """The graph as JSON-ready data, sorted so that equal graphs give equal text."""
    nodes = sorted(graph.nodes, key=lambda node: (node.label, node.id))
    ties = sorted(graph.relationships, key=_tie_order)
    return {
        "format": FORMAT,
        "nodes": [{"id": node.id, "label": node.label, "properties": _present(node.properties)} for node in nodes],
        "relationships": [
            {"type": tie.type, "start": tie.start, "end": tie.end, "properties": _present(tie.properties)}
            for tie in ties
        ],
        "unread": sorted((asdict(line) for line in graph.unread), key=lambda line: tuple(line.values())),
        "findings": sorted((asdict(finding) for finding in graph.findings), key=lambda found: tuple(found.values())),
    }


def to_json(graph: Graph) -> str:
    """The graph as JSON text, one node or tie a line's block, UTF-8."""
    return json.dumps(to_data(graph), ensure_ascii=False, indent=1) + "\n"


def _tie_order(tie: Relationship) -> tuple[str, ...]:
    reference = str(tie.properties.get("reference") or "")
    return (tie.type, tie.start, tie.end, str(tie.properties.get("document")), reference)


def _present(properties: Mapping[str, Any]) -> dict[str, Any]:
    kept = {name: value for name, value in properties.items() if value is not None and value != []}
    return dict(sorted(kept.items()))


def from_json(text: str, place: str) -> Graph:
    """Read a graph back; `InputError` (with `place`, the file) where the text is no such graph."""
    try:
        data = json.loads(text)
    except json.JSONDecodeError as error:
        raise InputError(
            f"JSON illisible ({error})", place=place, action="Recréez-le par « maillage extraire »."
        ) from error
    if not isinstance(data, dict) or data.get("format") != FORMAT:
        found = data.get("format") if isinstance(data, dict) else type(data).__name__
        raise InputError(f"format « {found} », « {FORMAT} » était attendu", place=place)
    try:
        return _graph(data)
    except (KeyError, TypeError, AttributeError) as error:
        raise InputError(
            f"graphe incomplet ({error})", place=place, action="Recréez-le par « maillage extraire »."
        ) from error


def _graph(data: Mapping[str, Any]) -> Graph:
    graph = Graph(
        [Node(item["label"], item["id"], item["properties"]) for item in data["nodes"]],
        [Relationship(item["type"], item["start"], item["end"], item["properties"]) for item in data["relationships"]],
        [Unread(**item) for item in data.get("unread", ())],
        [Finding(**item) for item in data.get("findings", ())],
    )
    for label in {node.label for node in graph.nodes} - set(NODE_TYPES):
        raise KeyError(label)
    for type_ in {tie.type for tie in graph.relationships} - set(RELATIONSHIP_TYPES):
        raise KeyError(type_)
    return graph
