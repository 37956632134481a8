"""The same form in another, made-up city: other names, numbers, bullets and words for its headings; no ledger."""

from pathlib import Path

import pytest

from graph.model import Graph
from maillage.pipeline import read_graph

TEXT = """\
Contrat de ville de Valmont 2024-2026

AXE 1 : Mieux habiter

Habitat - cadre de vie

Objectif n° 1 : Rénover le quartier
de la Plaine

ACTIONS EN COURS

• Réhabiliter 40 logements au Vallon (financements Région)
• Poursuivre les travaux :
  • façades
  • espaces verts
• Entretenir les jardins partagés avec les habitants, en lien avec les écoles du quartier et les
associations

Actions à développer :

Pour les écoles :
• Ouvrir la cour le soir

Pilotes : Ville de Valmont, Valmont Agglo

Partenaire(s) :
Etat ; Logis du Val ; Ville de Valmont : service habitat, mairies annexes ; Centre social L'Envol (CSE)
Groupe propreté : régie Les Mains Vertes, CAF, Amicale des locataires et Centre social L'Envol
ANRU/Région
Département via les travailleurs sociaux et la PMI
Foyer Jeunes (accueil, cantine
12 référents d'immeuble sur la Plaine (dont 3 en QPV)

Outils d'intervention :
• Programme Plaine 2030 :
• Visites d'appartements (régie Les Mains Vertes)
• CAF

AXE 1 : Mieux habiter

Objectif n° 2 : Se déplacer

Pilotes : Valmont Agglo

Partenaires : Etat, Vélo & Co

AXE 2 : Travailler

Objectif n° 2 : Trouver un emploi

ACTIONS EN COURS
- Recruter

Pilote :
Mission locale

Partenaires :
Mission Locale, Etat
"""


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory) -> Graph:
    path = tmp_path_factory.mktemp("valmont") / "valmont_2024.txt"
    path.write_text(TEXT, encoding="utf-8")
    return read_graph(path)


def ties(graph: Graph, type_: str, objective: str) -> set[str]:
    nodes = graph.index()
    return {nodes[tie.start].name for tie in graph.by_type(type_) if tie.end.endswith(objective)}


def test_outline(graph: Graph) -> None:
    assert [(axis.properties["number"], axis.name) for axis in graph.by_label("Axis")] == [
        (1, "Mieux habiter"),
        (2, "Travailler"),
    ]
    assert [(o.properties["number"], o.name, o.properties["theme"]) for o in graph.by_label("Objective")] == [
        (1, "Rénover le quartier de la Plaine", "Habitat - cadre de vie"),
        (2, "Se déplacer", None),
        (2, "Trouver un emploi", None),
    ]
    [plan] = graph.by_label("Plan")
    assert plan.name == "Contrat de ville de Valmont 2024-2026"
    assert (plan.properties["start_year"], plan.properties["end_year"]) == (2024, 2026)


def test_actions(graph: Graph) -> None:
    assert [
        (a.properties["text"], a.properties["status"], a.properties["heading"]) for a in graph.by_label("Action")
    ] == [
        ("Réhabiliter 40 logements au Vallon (financements Région)", "en_cours", None),
        ("Poursuivre les travaux :", "en_cours", None),
        ("façades", "en_cours", None),
        ("espaces verts", "en_cours", None),
        (
            "Entretenir les jardins partagés avec les habitants, en lien avec les écoles du quartier"
            " et les associations",
            "en_cours",
            None,
        ),
        ("Ouvrir la cour le soir", "a_developper", "Pour les écoles"),
        ("Recruter", "en_cours", None),
    ]
    parents = [tie.start for tie in graph.by_type("HAS_ACTION") if "/action-" in tie.start]
    assert parents == ["valmont-2024-2026/objectif-1/action-2"] * 2


def test_pilots_and_partners(graph: Graph) -> None:
    assert ties(graph, "PILOTS", "objectif-1") == {"Ville de Valmont", "Valmont Agglo"}
    assert ties(graph, "PARTNERS", "objectif-1") == {
        "État",
        "Logis du Val",
        "Ville de Valmont",
        "Service habitat (Ville de Valmont)",
        "Mairies annexes (Ville de Valmont)",
        "Centre social L'Envol",
        "Groupe propreté",
        "Régie Les Mains Vertes",
        "CAF",
        "Amicale des locataires",
        "ANRU",
        "Région",
        "Département",
        "Foyer Jeunes",
        "Accueil",
        "Cantine",
        "Référents d'immeuble",
    }
    assert ties(graph, "PARTNERS", "objectif-2") == {"État", "Vélo & Co"}
    assert ties(graph, "PILOTS", "objectif-3") == ties(graph, "PARTNERS", "objectif-3") - {"État"} == {"Mission locale"}


def test_via_names_and_aliases(graph: Graph) -> None:
    [department] = [tie for tie in graph.by_type("PARTNERS") if tie.start.endswith("/departement")]
    assert department.properties["via"] == ["travailleurs sociaux", "PMI"]
    assert department.properties["quotes"] == ["Département via les travailleurs sociaux et la PMI"]
    [centre] = [node for node in graph.by_label("Actor") if node.name.startswith("Centre social")]
    assert centre.properties["aliases"] == ["CSE", "Centre social L'Envol"]


def test_tools_money_and_findings(graph: Graph) -> None:
    assert {node.name for node in graph.by_label("Tool")} == {"Programme Plaine 2030", "Visites d'appartements"}
    assert {(tie.start, tie.end) for tie in graph.by_type("OPERATES")} == {
        ("valmont/regie-les-mains-vertes", "valmont-2024-2026/outil/visites-d-appartements")
    }
    assert [(tie.start, tie.end.rsplit("/", 2)[1:]) for tie in graph.by_type("FUNDS")] == [
        ("valmont/region/financement", ["objectif-1", "action-1"])
    ]
    codes = [finding.code for finding in graph.findings]
    assert "objectif-double" in codes
    assert codes.count("plan-devine") == 2
    assert graph.unread == []


def test_ids_stay_within_the_territory(graph: Graph) -> None:
    ids = {node.id for node in graph.by_label("Actor")}
    assert {"etat", "anru", "valmont/caf", "valmont/ville-de-valmont/service-habitat"} <= ids
    assert len(graph.index()) == len(graph.nodes)


@pytest.mark.parametrize(
    ("heading", "type_"),
    [
        ("Chef de file :", "PILOTS"),
        ("Pilote(s) :", "PILOTS"),
        ("Structure pilote :", "PILOTS"),
        ("Maître d'ouvrage :", "PILOTS"),
        ("Co-pilotes :", "PILOTS"),
        ("PARTENAIRES", "PARTNERS"),
        ("Partenaires associés :", "PARTNERS"),
        ("Partenaires à mobiliser :", "PARTNERS"),
        ("Principaux partenaires :", "PARTNERS"),
        ("Acteurs mobilisés :", "PARTNERS"),
    ],
)
def test_other_words_for_the_same_headings(tmp_path: Path, heading: str, type_: str) -> None:
    path = tmp_path / "lac.txt"
    path.write_text(f"Axe 1 - A\n\nObjectif 1 - B\n\nActions\n- C\n\n{heading}\nVille de Lac\nCAF\n", encoding="utf-8")
    found = read_graph(path)
    assert ties(found, type_, "objectif-1") == {"Ville de Lac", "CAF"}
    assert [node.name for node in found.by_label("Action")] == ["C"]


def test_a_sub_heading_among_actions_opens_no_list_of_actors(tmp_path: Path) -> None:
    path = tmp_path / "lac.txt"
    path.write_text("Objectif 1 - B\n\nActions en cours\n\nAnimation :\n- Fêter\n- Jouer\n", encoding="utf-8")
    found = read_graph(path)
    assert [(a.name, a.properties["heading"]) for a in found.by_label("Action")] == [
        ("Fêter", "Animation"),
        ("Jouer", "Animation"),
    ]
