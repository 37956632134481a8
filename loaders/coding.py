"""Official codes for the places that a plan's words show without declaring them."""

from __future__ import annotations

from dataclasses import replace

from graph.model import Node
from graph.statements import Reading, Reference
from loaders.words.places import PlaceName
from loaders.words.qpv import Zoning


def code_places(reading: Reading, zoning: Zoning) -> list[str]:
    """Give each place of a reading that is one QPV for certain its code, which becomes its id; returns who got one."""
    found = {node.id: place for node in reading.nodes if (place := _coded(node, zoning)) is not None}
    if not found:
        return []
    ids = {old: str(place.code) for old, place in found.items()}
    nodes: dict[str, Node] = {}
    for node in reading.nodes:
        place = found.get(node.id)
        told = {**node.properties, "kind": place.kind, "code": place.code} if place else node.properties
        nodes.setdefault(ids.get(node.id, node.id), replace(node, id=ids.get(node.id, node.id), properties=told))
    reading.nodes = list(nodes.values())
    reading.statements = [
        replace(said, subject=_renamed(said.subject, ids), object=_renamed(said.object, ids))
        for said in reading.statements
    ]
    return [f"« {place.name} » = {place.code}" for place in found.values()]


def _coded(node: Node, zoning: Zoning) -> PlaceName | None:
    if node.label != "Place":
        return None
    place = PlaceName(node.name, (), node.properties.get("kind"), node.properties.get("code"))
    named = zoning.named(place)
    return named if named.code != place.code else None


def _renamed(reference: Reference, ids: dict[str, str]) -> Reference:
    return ids.get(reference, reference) if isinstance(reference, str) else reference
