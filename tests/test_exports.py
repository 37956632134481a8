"""The whole graph as tables, and the style of Neo4j Browser."""

from __future__ import annotations

import csv
import io
import re

import openpyxl
import pytest

from graph.model import Finding, Graph, Unread
from graph.schema import NODE_COLOURS, NODE_TYPES, RELATIONSHIP_TYPES
from maillage.exports import csv_files, graph_tables
from maillage.output import tables_workbook
from tests.graphs import Told
from viz.browser_style import browser_style
from viz.contrast import GRAPHICS, TEXT, WHITE, contrast


@pytest.fixture
def plan() -> Graph:
    told = Told("p")
    first = told.objective(1)
    town, odd = told.actor("p/ville", "Ville", kind="collectivité"), told.actor("p/autre", "=1+1")
    told.tie("PILOTS", town, first, basis="stated", locators=["ligne 4"], quotes=["Pilote : Ville"])
    told.tie("PARTNERS", odd, first, basis="inferred", via=["a", "b"])
    told.graph.unread.append(Unread("p/d.txt", "ligne 9", "???"))
    told.graph.findings.append(Finding("doute", "attention", "p/d.txt", "ligne 3", "À vérifier"))
    return told.graph


def _rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff")), delimiter=";"))


def test_a_table_for_each_label_and_each_type_that_there_is(plan: Graph) -> None:
    files = csv_files(plan)
    assert {"acteurs.csv", "objectifs.csv", "liens-pilote.csv", "liens-est-partenaire-de.csv"} <= set(files)
    assert {"lignes-non-lues.csv", "constats.csv"} <= set(files)
    assert "lieux.csv" not in files
    (tie,) = _rows(files["liens-pilote.csv"])
    assert (tie["de"], tie["pilote"], tie["emplacements"]) == ("Ville", "Objectif 1", "ligne 4")
    assert (tie["citations"], tie["identifiant de"]) == ("Pilote : Ville", "p/ville")
    assert [row["texte"] for row in _rows(files["lignes-non-lues.csv"])] == ["???"]


def test_no_name_runs_as_a_formula(plan: Graph) -> None:
    assert [row["nom"] for row in _rows(csv_files(plan)["acteurs.csv"])] == ["Ville", "'=1+1"]


def test_names_of_tables_are_plural_french() -> None:
    told = Told("p")
    told.node("FundingSource", "p/source", quotes=["x"], name="Ville / subvention")
    told.node("Place", "p/lieu", quotes=["x"], name="Gare")
    assert {"Sources de financement", "Lieux", "Plans"} <= {table.title for table in graph_tables(told.graph)}


def test_one_workbook_holds_all_of_them(plan: Graph) -> None:
    book = openpyxl.load_workbook(io.BytesIO(tables_workbook(graph_tables(plan), "xlsx")))
    assert {"Acteurs", "Liens pilote", "Constats"} <= set(book.sheetnames)


def test_an_empty_graph_has_no_table() -> None:
    assert csv_files(Graph()) == {}


def test_the_style_has_a_rule_for_all_that_the_schema_holds() -> None:
    style = browser_style()
    rules = dict(re.findall(r"^(\S+) \{\n(.*?)^\}", style, re.M | re.S))
    assert set(rules) == {f"node.{label}" for label in NODE_TYPES} | {f"relationship.{t}" for t in RELATIONSHIP_TYPES}
    for label, colour in NODE_COLOURS.items():
        ink = re.search(r"text-color-internal: (#\w+);", rules[f"node.{label}"])
        assert f"  color: {colour};" in rules[f"node.{label}"]
        assert ink is not None
        assert contrast(ink[1], colour) >= TEXT
        assert contrast(colour, WHITE) >= GRAPHICS


def test_every_label_has_a_colour_of_its_own() -> None:
    assert set(NODE_COLOURS) == set(NODE_TYPES)
    assert len(set(NODE_COLOURS.values())) == len(NODE_TYPES)
