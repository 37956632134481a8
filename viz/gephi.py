"""The map's network for Gephi and Gephi Lite: GEXF and GraphML with its colours, sizes and places."""

from __future__ import annotations

import io
import xml.etree.ElementTree as ET
from typing import Any

import networkx as nx

from graph.model import Graph
from viz.drawing import drawing
from viz.view import View, view

_VIZ = "{http://gexf.net/1.3/viz}"
_ROLES = {"PILOTS": "pilote", "PARTNERS": "partenaire"}


def to_gexf(graph: Graph) -> str:
    """The drawn network as GEXF 1.3. Colours have no alpha, with which Gephi Lite loses them."""
    network = _network(graph)
    for _, data in network.nodes(data=True):
        red, green, blue = _channels(data.pop("colour"))
        data["viz"] = {
            "color": {"r": red, "g": green, "b": blue},
            "position": {"x": data.pop("x"), "y": data.pop("y"), "z": 0.0},
            "size": data.pop("size"),
        }
    for _, _, data in network.edges(data=True):
        red, green, blue = _channels(data.pop("colour"))
        data["viz"] = {"color": {"r": red, "g": green, "b": blue}}
    stream = io.BytesIO()
    nx.write_gexf(network, stream, version="1.3")
    return _without_alpha(stream.getvalue())


def to_graphml(graph: Graph) -> str:
    """The drawn network as GraphML; Gephi reads `r`, `g`, `b`, `x`, `y` and `size` as looks and places."""
    network = _network(graph)
    for data in [data for _, data in network.nodes(data=True)] + [data for *_, data in network.edges(data=True)]:
        data["r"], data["g"], data["b"] = _channels(data.pop("colour"))
    return "\n".join(nx.generate_graphml(network)) + "\n"


def _network(graph: Graph) -> nx.Graph:
    """One edge an actor and a target, with its roles; y grows upwards, as Gephi draws it."""
    seen = view(graph)
    drawn = drawing(seen).network
    network = nx.Graph(name=", ".join(plan.name for plan in seen.plans))
    told = _told(seen)
    for node in drawn.nodes:
        look = {"x": float(node["x"]), "y": -float(node["y"]), "size": float(node.get("size") or 20.0)}
        network.add_node(node["id"], **told[node["id"]], **look, colour=node["color"]["border"])
    roles: dict[tuple[str, str], set[str]] = {}
    for tie in seen.ties:
        roles.setdefault((tie.actor, tie.objective), set()).add(_ROLES[tie.type])
    stated = {(tie.actor, tie.objective) for tie in seen.ties if tie.stated}
    for edge in drawn.edges:
        pair = edge["from"], edge["to"]
        data = {"role": " et ".join(sorted(roles[pair], reverse=True)), "fondement": _basis(pair in stated)}
        network.add_edge(*pair, **data, weight=float(edge["width"]), colour=edge["color"])
    return network


def _basis(stated: bool) -> str:
    return "énoncé" if stated else "déduit"


def _told(seen: View) -> dict[str, dict[str, Any]]:
    """What a node's table shows in Gephi."""
    axes = {axis.id: axis for axis in seen.axes}
    counted = seen.commitments(deduced=True)
    actors = {
        node.id: {
            "label": node.name,
            "nature": "acteur",
            "type": str(node.properties.get("kind") or ""),
            "axe": "",
            "generique": bool(node.properties.get("generic")),
            "engagements": len(counted.get(node.id, ())),
        }
        for node in seen.actors
    }
    targets = {
        node.id: {
            "label": node.name,
            "nature": "objectif",
            "type": "",
            "axe": axes[seen.axis_of[node.id]].label,
            "generique": False,
            "engagements": sum(node.id in ends for ends in counted.values()),
        }
        for node in seen.targets
    }
    return actors | targets


def _channels(colour: str) -> tuple[int, int, int]:
    red, green, blue = (int(colour[place : place + 2], 16) for place in (1, 3, 5))
    return red, green, blue


def _without_alpha(gexf: bytes) -> str:
    ET.register_namespace("", "http://gexf.net/1.3")
    ET.register_namespace("viz", "http://gexf.net/1.3/viz")
    ET.register_namespace("xsi", "http://w3.org/2001/XMLSchema-instance")
    root = ET.fromstring(gexf)  # noqa: S314 - what networkx just wrote
    for colour in root.iter(f"{_VIZ}color"):
        colour.attrib.pop("a", None)
    for meta in root.iter("{http://gexf.net/1.3}meta"):
        meta.attrib.pop("lastmodifieddate", None)  # the same graph gives the same file
    return ET.tostring(root, encoding="unicode", xml_declaration=True) + "\n"
