"""What a graph must keep to before it is written: the schema, and where each thing is stated."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import Any

from graph.errors import InputError
from graph.model import Graph, Node, Relationship
from graph.schema import NODE_TYPES, RELATIONSHIP_TYPES, Property, Type
from graph.store.cypher_text import node_properties, relationship_properties

_ACTION = "Corrigez le fichier, ou refaites-le par `maillage extraire`."
_LARGEST_INTEGER = 2**63
_INDEXED_BYTES = 8_000
"""An indexed text longer than this (in UTF-8) is refused by Neo4j at the end of the transaction."""


def check_graph(graph: Graph) -> None:
    """Raise InputError at the first thing that breaks the schema."""
    labels: dict[str, str] = {}
    for node in graph.nodes:
        _check_node(node, labels)
        labels[node.id] = node.label
    seen: set[tuple[str, ...]] = set()
    for tie in graph.relationships:
        _check_tie(tie, labels)
        _check_single(tie, seen)


def _check_node(node: Node, labels: Mapping[str, str]) -> None:
    place = f"nœud {node.id}"
    if node.label not in NODE_TYPES:
        raise _fault(place, f"étiquette inconnue « {node.label} » ; attendu : {', '.join(NODE_TYPES)}.")
    if not isinstance(node.id, str) or not node.id:
        raise _fault(place, "l'identifiant doit être un texte non vide.")
    if node.id in labels:
        raise _fault(place, f"cet identifiant est donné deux fois ({labels[node.id]} et {node.label}).")
    _check_indexed(node.id, place)
    if node.label == "Actor":
        _check_indexed(node.properties.get("name"), place)
    _check_properties(node.properties, node_properties(node.label), place)


def _check_tie(tie: Relationship, labels: Mapping[str, str]) -> None:
    place = f"relation {tie.type} de {tie.start} à {tie.end}"
    if tie.type not in RELATIONSHIP_TYPES:
        raise _fault(place, f"type inconnu ; attendu : {', '.join(RELATIONSHIP_TYPES)}.")
    for end in (tie.start, tie.end):
        if end not in labels:
            raise _fault(place, f"aucun nœud n'a l'identifiant « {end} ».")
    ends = (labels[tie.start], labels[tie.end])
    if ends not in RELATIONSHIP_TYPES[tie.type].ends:
        raise _fault(place, f"cette relation ne va pas de {ends[0]} à {ends[1]}.")
    document = tie.properties.get("document")
    if not isinstance(document, str) or labels.get(document) != "Document":
        raise _fault(place, f"sa propriété document ({document!r}) n'est pas l'identifiant d'un Document.")
    if tie.type == "STATED_IN" and document != tie.end:
        raise _fault(place, f"sa propriété document est « {document} » ; attendu : « {tie.end} ».")
    _check_properties(tie.properties, relationship_properties(tie.type), place)


def _check_single(tie: Relationship, seen: set[tuple[str, ...]]) -> None:
    # Grants have a key of their own and may share even that: a row of a table is a fact, its twin another.
    if RELATIONSHIP_TYPES[tie.type].key:
        return
    key = (tie.type, tie.start, tie.end, tie.properties["document"])
    if key in seen:
        raise _fault(f"relation {tie.type} de {tie.start} à {tie.end}", "elle est donnée deux fois pour ce document.")
    seen.add(key)


def _check_properties(values: Mapping[str, Any], declared: Sequence[Property], place: str) -> None:
    types = {p.name: p.type for p in declared}
    for name, value in values.items():
        if name not in types:
            raise _fault(place, f"propriété inconnue « {name} » ; attendu : {', '.join(types)}.")
        if value is not None and not _fits(value, types[name]):
            raise _fault(place, f"la propriété {name} vaut {value!r:.80} ; attendu : {types[name]}.")


def _fits(value: Any, type_: Type) -> bool:
    if type_ is Type.BOOLEAN:
        return isinstance(value, bool)
    if type_ is Type.STRING:
        return _is_text(value)
    if type_ is Type.STRINGS:
        return isinstance(value, (list, tuple)) and all(_is_text(item) for item in value)
    if isinstance(value, bool):
        return False
    if type_ is Type.FLOAT:
        return isinstance(value, (int, float)) and math.isfinite(value)
    return isinstance(value, int) and -_LARGEST_INTEGER <= value < _LARGEST_INTEGER


def _is_text(value: Any) -> bool:
    try:
        return isinstance(value, str) and value.encode() is not None
    except UnicodeEncodeError:
        return False


def _check_indexed(value: Any, place: str) -> None:
    if isinstance(value, str) and len(value.encode(errors="replace")) > _INDEXED_BYTES:
        raise _fault(f"{place[:80]}…", f"nom ou identifiant trop long (plus de {_INDEXED_BYTES} octets).")


def _fault(place: str, message: str) -> InputError:
    return InputError(message, place=place, action=_ACTION)
