"""Lists in fiches as teams really write them: functions behind persons, dashes, tables of money, wide lines."""

import time
from collections.abc import Callable
from pathlib import Path

import pytest
from docx import Document

from graph.model import Graph
from maillage.pipeline import read_graph

Read = Callable[[str], Graph]


@pytest.fixture
def read(tmp_path: Path) -> Read:
    def reader(text: str) -> Graph:
        path = tmp_path / "lac.txt"
        path.write_text(f"Fiche action n° 1 : Planter\n{text}\n", encoding="utf-8")
        return read_graph(path)

    return reader


def ties(graph: Graph, type_: str) -> set[str]:
    nodes = graph.index()
    return {nodes[tie.start].name for tie in graph.by_type(type_)}


def given(graph: Graph) -> dict[str, int | None]:
    nodes = graph.index()
    providers = {tie.end: nodes[tie.start].name for tie in graph.by_type("PROVIDES")}
    return {providers[tie.start]: tie.properties.get("amount") for tie in graph.by_type("FUNDS")}


@pytest.mark.parametrize(
    ("words", "pilots"),
    [
        ("Mme Julie Ferrand, coordinatrice du contrat", set()),
        ("Julie Ferrand, cheffe de projet, Mission locale", {"Mission locale"}),
        ("Non désigné", set()),
        ("En cours de recrutement", set()),
        ("idem fiche 2", set()),
        ("Centre social du Port", {"Centre social du Port"}),
    ],
)
def test_persons_and_their_functions_are_no_pilots(read: Read, words: str, pilots: set[str]) -> None:
    graph = read(f"Porteur : Ville de Lac\nRéférent : {words}\nBudget : 3 000 €")
    assert ties(graph, "PILOTS") == {"Ville de Lac", *pilots}
    assert graph.unread == []


def test_a_service_that_examines_the_file_leads_nothing(read: Read) -> None:
    graph = read("Pilote\nVille de Lac\n\nService instructeur\nDDETS\n\nPartenaires\n• CAF\n• MSA")
    assert ties(graph, "PILOTS") == {"Ville de Lac"}
    assert "rubrique-sans-place" in {finding.code for finding in graph.findings}


@pytest.mark.parametrize(
    ("words", "partners"),
    [
        ("- CAF - Collège Arago - MSA", {"CAF", "Collège Arago", "MSA"}),
        ("CAF – Secours populaire – Collège Arago", {"CAF", "Secours populaire", "Collège Arago"}),
        ("bailleur Lac Habitat, CAF", {"Lac Habitat", "CAF"}),
        ("Les partenaires de l'action sont la CAF et la MSA.", {"CAF", "MSA"}),
    ],
)
def test_lists_of_partners(read: Read, words: str, partners: set[str]) -> None:
    graph = read(f"Porteur : Ville de Lac\nPartenaires : {words}")
    assert ties(graph, "PARTNERS") == partners


def test_company_of_those_who_lead_are_partners(read: Read) -> None:
    graph = read("Pilotage : Petits Frères des Pauvres, en lien avec le CCAS de Lac\nPartenaires : CAF")
    assert ties(graph, "PILOTS") == {"Petits Frères des Pauvres"}
    assert ties(graph, "PARTNERS") == {"CCAS de Lac", "CAF"}


def test_a_list_cut_by_the_page_right_behind_its_label(read: Read) -> None:
    wrapped = "Partenaires : CAF, Mission locale de Lac, Garage solidaire Roulez\nJeunesse, MSA"
    graph = read(f"Porteur : Ville de Lac\n{wrapped}\nBudget : 3 000 €")
    assert ties(graph, "PARTNERS") == {"CAF", "Mission locale de Lac", "Garage solidaire Roulez Jeunesse", "MSA"}


def test_numbered_rubrics_are_parted_from_their_number(read: Read) -> None:
    graph = read("1. Structure porteuse : Ville de Lac\n2. Partenaires : CAF, MSA\n3. Financeurs : CAF 500 €")
    assert ties(graph, "PILOTS") == {"Ville de Lac"}
    assert ties(graph, "PARTNERS") == {"CAF", "MSA"}
    assert given(graph) == {"CAF": 500}


def test_a_scheme_behind_a_dash_is_no_part_of_the_name(read: Read) -> None:
    graph = read("Porteur : Lac\nFinanceurs : CAF (4 000 €), État – Cité éducative (1 000 €)")
    assert given(graph) == {"CAF": 4_000, "État": 1_000}


def test_who_takes_charge_of_a_cost_funds_it(read: Read) -> None:
    graph = read("Porteur : Lac\nCoût : 9 000 €, pris en charge par la CPAM (6 000 €) et la Ligue du lac (3 000 €)")
    assert given(graph) == {"CPAM": 6_000, "Ligue du lac": 3_000}
    assert [node.properties["budget"] for node in graph.by_label("Action")] == [9_000]


def test_groups_without_a_number_hold_their_actions(read: Read) -> None:
    fiche = "FICHE PROJET : {}\nPilote : Ville de Lac\nPartenaires : CAF\n"
    graph = read(
        f"Pilote : CAF\n\nTHÉMATIQUE ENFANCE\n\n{fiche.format('A')}\nTHÉMATIQUE JEUNESSE\n\n{fiche.format('B')}"
    )
    assert [node.name for node in graph.by_label("Axis")] == ["ENFANCE", "JEUNESSE"]


def test_a_funder_listed_and_then_priced_is_one(read: Read) -> None:
    graph = read(
        "Pilote : Ville de Lac\nCo-financeurs : CAF, MSA\nPlan de financement :\n- CAF : 3 000 €\n- État : 2 000 €"
    )
    nodes = graph.index()
    providers = {tie.end: nodes[tie.start].name for tie in graph.by_type("PROVIDES")}
    given_by = sorted((providers[tie.start], tie.properties.get("amount")) for tie in graph.by_type("FUNDS"))
    assert given_by == [("CAF", 3_000), ("MSA", None), ("État", 2_000)]


def test_lines_that_an_author_ends_are_not_those_that_a_page_cuts(tmp_path: Path) -> None:
    document = Document()
    document.add_heading("Fiche action n° 1 : Planter", 1)
    partners = "CCAS de Lac, Caf de la Haute-Rive, Maison départementale des solidarités\nMission locale du Lac"
    table = document.add_table(rows=0, cols=2)
    for row in (("Porteur", "Ville de Lac"), ("Partenaires", partners), ("Budget", "3 000 €")):
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text
    document.save(str(tmp_path / "lac.docx"))
    named = {"CCAS de Lac", "Caf de la Haute-Rive", "Maison départementale des solidarités", "Mission locale du Lac"}
    assert ties(read_graph(tmp_path / "lac.docx"), "PARTNERS") == named


def test_expenses_are_no_rubrics_and_blank_cells_keep_their_place(tmp_path: Path) -> None:
    document = Document()
    document.add_heading("Action 1 – Planter", 2)
    for text in ("Structure pilote : Ville de Lac", "Partenaires : CAF, MSA", "Plan de financement"):
        document.add_paragraph(text)
    rows = [
        ("Dépenses", "Montant", "Recettes", "Montant"),
        ("Intervenants", "60 000 €", "Région du Lac", "50 000 €"),
        ("Communication", "20 000 €", "CAF", "20 000 €"),
        ("Total", "80 000 €", "Ville de Lac", "10 000 €"),
        ("", "", "Total", "80 000 €"),
    ]
    table = document.add_table(rows=0, cols=4)
    for row in rows:
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text
    document.add_paragraph("Indicateurs : arbres")
    document.save(str(tmp_path / "lac.docx"))
    graph = read_graph(tmp_path / "lac.docx")
    assert given(graph) == {"Région du Lac": 50_000, "CAF": 20_000, "Ville de Lac": 10_000}
    assert ties(graph, "PARTNERS") == {"CAF", "MSA"}
    assert [node.properties["budget"] for node in graph.by_label("Action")] == [80_000]


@pytest.mark.parametrize("sign", [". ", "...", "\t", " ", "CAF, ", "X - ", "5 000 € de la CAF ", "(", "en lien avec "])
def test_a_huge_line_is_cut_and_said(read: Read, sign: str) -> None:
    huge = (sign * 1_000_000)[:1_000_000]
    start = time.monotonic()
    graph = read(f"Pilote : Ville de Lac {huge}.\nPartenaires : CAF\nBudget : {huge}.")
    assert time.monotonic() - start < 20
    assert "texte-long" in {finding.code for finding in graph.findings}
    assert ties(graph, "PARTNERS") >= {"CAF"}
