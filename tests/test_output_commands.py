"""`maillage mesures`, `requetes` and `requete` as a person uses them, on the real Neo4j."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from cypher.library import library
from graph.model import Graph, Node, Relationship
from graph.store import Store
from maillage.__main__ import main

PLAN = "p/plan.txt"
NAMES = {
    "caf": ["CAF", "Caisse d'allocations familiales", "la CAF"],
    "etat": ["État", "Etat"],
    "communes": ["Communes"],
    "ici/ccas": ["CCAS"],
    "la-bas/ccas": ["CCAS"],
    "ville": ["Ville"],
    "ville/ecoles": ["Service des écoles"],
}


def drawn() -> Graph:
    actors = [
        Node("Actor", id_, {"name": name, "aliases": [name, *more], "generic": id_ == "communes"})
        for id_, (name, *more) in NAMES.items()
    ]
    objectives = [
        Node("Objective", f"p/o{n}", {"name": f"Objectif {n}", "number": n, "position": n, "title": f"Titre {n}"})
        for n in (1, 2)
    ]
    ties = [
        ("HAS_OBJECTIVE", "p", "p/o1"),
        ("HAS_OBJECTIVE", "p", "p/o2"),
        ("PART_OF", "ville/ecoles", "ville"),
        ("PILOTS", "etat", "p/o1"),
        ("PARTNERS", "etat", "p/o2"),
        ("PARTNERS", "caf", "p/o1"),
        ("PARTNERS", "communes", "p/o1"),
        ("PARTNERS", "ville/ecoles", "p/o2"),
    ]
    nodes = [Node("Plan", "p", {"name": "Plan"}), Node("Document", PLAN, {"name": "plan.txt"}), *actors, *objectives]
    graph = Graph(nodes, [_tie(*tie) for tie in ties])
    quotes = {id_: {"quotes": names} for id_, names in NAMES.items()}
    graph.relationships += [
        Relationship("STATED_IN", node.id, PLAN, {"document": PLAN, **quotes.get(node.id, {})})
        for node in nodes
        if node.label != "Document"
    ]
    return graph


def _tie(type_: str, start: str, end: str) -> Relationship:
    return Relationship(type_, start, end, {"document": PLAN, "locators": ["ligne 7"], "quotes": [start]})


@pytest.fixture(scope="module")
def base(open_store: Store) -> Store:
    open_store._driver.execute_query("MATCH (n) DETACH DELETE n")
    open_store.load(drawn())
    return open_store


def run(*words: str) -> Result:
    result = CliRunner().invoke(main, words)
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


def test_mesures_as_json(base: Store) -> None:
    result = run("mesures", "--format", "json")
    rows = json.loads(result.stdout)
    assert [(row["rang"], row["id"], row["acteur"], row["engagements"]) for row in rows] == [
        (1, "etat", "État", 2),
        (2, "caf", "CAF", 1),
        (2, "communes", "Communes", 1),
        (2, "ville/ecoles", "Service des écoles", 1),
    ]
    assert (rows[0]["objectifs_pilote"], rows[0]["objectifs_partenaire"]) == (["1"], ["2"])


def test_mesures_regrouped_and_named_only(base: Store) -> None:
    rows = json.loads(run("mesures", "--regrouper", "--sans-generiques", "--plan", "p", "--format", "json").stdout)
    assert [row["id"] for row in rows] == ["etat", "caf", "ville"]


def test_mesures_as_a_table_says_what_it_counts(base: Store) -> None:
    result = run("mesures")
    assert "comptés : objectifs" in result.stderr
    assert "4 acteurs, 5 liens" in result.stderr
    head, first, _, third, _ = result.stdout.splitlines()
    assert head.split() == "rang acteur entre engagements pilote partenaire portée passerelle fragilité argent".split()
    assert first.split()[:4] == ["1", "État", "1–4", "2"]
    assert "Communes (générique)" in third


def test_mesures_at_a_level_without_ties(base: Store) -> None:
    assert json.loads(run("mesures", "--niveau", "action", "--format", "json").stdout) == []


def test_mesures_into_a_file(base: Store, tmp_path: Path) -> None:
    path = tmp_path / "m.csv"
    result = run("mesures", "--sortie", str(path))
    rows = list(csv.DictReader(io.StringIO(path.read_text(encoding="utf-8-sig")), delimiter=";"))
    assert result.stdout == ""
    assert [row["acteur"] for row in rows] == ["État", "CAF", "Communes", "Service des écoles"]
    assert rows[0]["portee"] == "1,0"


def test_requete_answers(base: Store) -> None:
    result = run("requete", "objectifs-partenaire-unique", "--plan", "p", "--format", "json")
    assert json.loads(result.stdout) == [
        {"objectif": 1, "titre": "Titre 1", "partenaire": "CAF", "plan": "p"},
    ]


@pytest.mark.parametrize("said", ["caf", "CAF", "caisse d’allocations familiales", "LA CAF"])
def test_an_actor_by_any_of_its_names(base: Store, said: str) -> None:
    result = run("requete", "engagements-acteur", "-p", f"acteur={said}", "--format", "json")
    assert [(row["objectif"], row["role"], row["lieu"]) for row in json.loads(result.stdout)] == [
        (1, "partenaire", "ligne 7")
    ]


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (["requete", "engagements-acteur", "-p", "acteur=Caff"], 1, "Vouliez-vous dire : CAF"),
        (["requete", "engagements-acteur", "-p", "acteur=ccas"], 1, "ici/ccas, la-bas/ccas"),
        (["requete", "engagements-acteur"], 2, "acteur (un texte)"),
        (["requete", "acteurs-objectif", "-p", "objectif=un"], 2, "attend un nombre entier, pas « un »"),
        (["requete", "acteurs-objectif", "-p", "objectif=1", "-p", "objet=2"], 2, "paramètre inconnu : objet"),
        (["requete", "acteurs-objectif", "-p", "objectif"], 2, "clé=valeur"),
        (["requete", "charge-pilotes", "-p", "plan=p", "--plan", "p"], 2, "une fois par clé"),
        (["requete", "charge-pilote"], 2, "Vouliez-vous dire : charge-pilotes"),
        (["requete", "charge-pilotes", "--plan", "x"], 1, "Plans chargés : p."),
        (["requete", "charge-pilotes", "--sortie", "a.docx"], 2, "a.docx"),
        (["mesures", "--plan", "x"], 1, "Plans chargés : p."),
        (["requetes", "--dossier", "nulle-part"], 1, "dossier introuvable"),
    ],
)
def test_what_is_wrong_is_said(base: Store, words: list[str], code: int, said: str) -> None:
    result = run(*words)
    assert result.exit_code == code
    assert said in result.stderr
    assert result.stdout == ""


def test_an_answer_says_when_rows_are_left_out(base: Store) -> None:
    result = run("requete", "plus-engages", "--limite", "1", "--format", "csv")
    assert len(result.stdout.splitlines()) == 2
    assert "--limite" in result.stderr


def test_an_answer_says_its_question_parameters_and_documents(base: Store) -> None:
    result = run("requete", "plus-engages", "--plan", "p")
    assert "plan = p" in result.stderr
    assert "Documents : p/plan.txt" in result.stderr


def test_queries_are_written_as_saved_queries(tmp_path: Path) -> None:
    file = tmp_path / "requetes.csv"
    assert run("requetes", "--exporter", str(file)).exit_code == 0
    rows = list(csv.DictReader(io.StringIO(file.read_text(encoding="utf-8"))))
    assert list(rows[0]) == ["name", "description", "query", "id", "parentId", "isFolder"]
    folders = {row["id"]: row["name"] for row in rows if row["isFolder"] == "true"}
    assert len({row["id"] for row in rows}) == len(rows)
    saved = {(folders[row["parentId"]], row["query"]) for row in rows if row["parentId"]}
    assert saved == {(query.pack, query.text.strip()) for query in library().values()}
    assert rows[0]["query"].startswith(":params {")


def test_requetes_lists_what_speaks_of_a_word() -> None:
    result = run("requetes", "Générique")
    names = [line.split()[1] for line in result.stdout.splitlines()[1:]]
    assert "objectifs-sans-pilote" in names
    assert "etat-actions" not in names


def test_requetes_of_a_folder_of_ones_own(tmp_path: Path) -> None:
    header = (
        "// title: Mienne\n// question: Combien ?\n// description: Tout.\n// params: none\n// columns: n: integer\n"
    )
    (tmp_path / "mienne.cypher").write_text(f"{header}MATCH (a:Actor) RETURN count(a) AS n\n", encoding="utf-8")
    assert "mienne" in run("requetes", "mienne", "--dossier", str(tmp_path)).stdout
    (tmp_path / "mienne.cypher").write_text(f"{header}RETURN 1 AS m\n", encoding="utf-8")
    result = run("requetes", "--dossier", str(tmp_path))
    assert result.exit_code == 1
    assert "mienne.cypher, ligne 6" in result.stderr


def test_a_query_of_ones_own_is_asked(base: Store, tmp_path: Path) -> None:
    header = (
        "// title: Mienne\n// question: Combien ?\n// description: Tout.\n// params: none\n// columns: n: integer\n"
    )
    (tmp_path / "mienne.cypher").write_text(f"{header}MATCH (a:Actor) RETURN count(a) AS n\n", encoding="utf-8")
    result = run("requete", "mienne", "--dossier", str(tmp_path), "--format", "json")
    assert json.loads(result.stdout) == [{"n": 7}]


@pytest.mark.parametrize("words", [["mesures"], ["requete", "charge-pilotes"]])
def test_an_empty_base_says_what_to_do(store: Store, words: list[str]) -> None:
    """Last of the file: it empties the base that the others share."""
    result = run(*words)
    assert result.exit_code == 1
    assert "maillage charger" in result.stderr
