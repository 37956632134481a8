"""The network for Gephi: who is tied to what, with colours that survive, places, and text that breaks nothing."""

from __future__ import annotations

import io
import xml.etree.ElementTree as ET

import networkx as nx
import pytest

from graph.model import Graph
from tests.graphs import Told
from viz.gephi import to_gexf, to_graphml


@pytest.fixture
def plan() -> Graph:
    """A pilot that is a partner too, and a partner whose name is a markup."""
    told = Told("p")
    first = told.objective(1)
    town, odd = told.actor("p/ville", "Ville", kind="collectivité"), told.actor("p/autre", "<b>L'Étoile & Cie</b>")
    told.tie("PILOTS", town, first, basis="stated")
    told.tie("PARTNERS", town, first, basis="stated")
    told.tie("PARTNERS", odd, first, basis="inferred")
    return told.graph


def _gexf(text: str) -> nx.Graph:
    return nx.read_gexf(io.BytesIO(text.encode()))


@pytest.mark.parametrize(("write", "read"), [(to_gexf, _gexf), (to_graphml, nx.parse_graphml)])
def test_both_formats_are_read_back(plan: Graph, write, read) -> None:  # type: ignore[no-untyped-def]
    network = read(write(plan))
    assert {data["label"]: data["nature"] for _, data in network.nodes(data=True)} == {
        "Ville": "acteur",
        "<b>L'Étoile & Cie</b>": "acteur",
        "Objectif 1": "objectif",
    }
    roles = {pair[0]: (data["role"], data["fondement"]) for *pair, data in network.edges(data=True)}
    assert roles == {"p/ville": ("pilote et partenaire", "énoncé"), "p/autre": ("partenaire", "déduit")}


def test_every_mark_of_the_gexf_has_a_colour_without_alpha_a_size_and_a_place_of_its_own(plan: Graph) -> None:
    root = ET.fromstring(to_gexf(plan))
    colours = [node.attrib for node in root.iter("{http://gexf.net/1.3/viz}color")]
    assert len(colours) == 5
    assert all(set(colour) == {"r", "g", "b"} for colour in colours)
    places = {(node.get("x"), node.get("y")) for node in root.iter("{http://gexf.net/1.3/viz}position")}
    assert len(places) == 3
    assert all(float(node.get("value", 0)) > 0 for node in root.iter("{http://gexf.net/1.3/viz}size"))


def test_the_keys_of_the_graphml_are_told_apart(plan: Graph) -> None:
    keys = [
        node.get("id") for node in ET.fromstring(to_graphml(plan)).iter("{http://graphml.graphdrawing.org/xmlns}key")
    ]
    assert len(keys) == len(set(keys))


def test_the_same_graph_gives_the_same_files(plan: Graph) -> None:
    assert (to_gexf(plan), to_graphml(plan)) == (to_gexf(plan), to_graphml(plan))
    assert "lastmodifieddate" not in to_gexf(plan)
