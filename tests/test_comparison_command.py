"""`maillage comparer` as a person uses it: folders, files, g.json and plans of the base."""

from __future__ import annotations

import csv
import io
import json
import shutil
from pathlib import Path

import openpyxl
import pytest
from click.testing import CliRunner, Result

from graph.comparison import COLUMNS
from graph.store import Store
from maillage.__main__ import main

PLAN = Path(__file__).parent.parent / "plans" / "grand-chambery-2021-2022"
TEXT = "plan-actions-2021-2022.txt"
ID = "grand-chambery-2021-2022"


def run(*words: object) -> Result:
    result = CliRunner().invoke(main, ["comparer", *map(str, words)])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


@pytest.fixture(scope="module")
def other(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The plan without Pôle emploi at objective 5, and with an action that goes on."""
    folder = tmp_path_factory.mktemp("plans") / "plus-tard"
    shutil.copytree(PLAN, folder)
    text = (folder / TEXT).read_text(encoding="utf-8")
    text = text.replace("Régie Coup de Pouce, MLJ, Pôle emploi\n", "Régie Coup de Pouce, MLJ\n")
    text = text.replace("- Renforcer les équipes territoriales\n", "")
    text = text.replace(
        "connaître leurs attentes\n", "connaître leurs attentes\n- Renforcer les équipes territoriales\n"
    )
    (folder / TEXT).write_text(text, encoding="utf-8")
    return folder


def test_sentences_under_their_headings(other: Path) -> None:
    result = run(PLAN, other)
    assert result.exit_code == 0
    lines = result.stdout.splitlines()
    assert lines[0].endswith(f"({PLAN})")
    assert lines[3:6] == ["2 changements :", "- 1 partenaire parti", "- 1 état d'action changé"]
    said = lines.index("    - Objectif 5 : Pôle emploi n'est plus partenaire (ligne 231).")
    assert lines[said - 1].startswith("  Objectif 5 – Favoriser l'insertion")
    assert lines[said - 2].startswith("Axe 2 – ")
    assert "« à développer » à « en cours » (ligne 718, puis ligne 715)." in result.stdout


def test_equal_plans_print_nothing(other: Path, tmp_path: Path) -> None:
    for words in ([PLAN, PLAN], [PLAN, PLAN, "--format", "json"], [other / TEXT, other / TEXT, "--format", "table"]):
        result = run(*words)
        assert (result.exit_code, result.stdout) == (0, "")
        assert "Aucune différence" in result.stderr
    for suffix, content in ((".json", "[]\n"), (".txt", "Aucune différence entre les deux plans.\n")):
        run(PLAN, PLAN, "--sortie", tmp_path / f"rien{suffix}")
        assert (tmp_path / f"rien{suffix}").read_text(encoding="utf-8").endswith(content)


def test_a_lone_file_of_another_name_is_the_same_plan(tmp_path: Path) -> None:
    shutil.copy(PLAN / TEXT, tmp_path / "version 2.txt")
    assert run(PLAN, tmp_path / "version 2.txt").stdout == ""


def test_data_for_programs_and_for_excel(other: Path, tmp_path: Path) -> None:
    rows = json.loads(run(PLAN, other, "--format", "json").stdout)
    assert [row["changement"] for row in rows] == ["partenaire-parti", "action-etat"]
    assert (rows[0]["acteur"], rows[0]["avant"], rows[0]["apres"]) == ("Pôle emploi", "partenaire", None)
    assert (rows[0]["lieu_avant"], rows[0]["autre_avant"], rows[0]["certitude"]) == (
        ["ligne 231"],
        "pole-emploi",
        "sûr",
    )
    assert rows[0]["citation_avant"] == ["Grand Chambéry, Régie Coup de Pouce, MLJ, Pôle emploi"]
    assert (rows[1]["avant"], rows[1]["apres"]) == ("a_developper", "en_cours")
    run(PLAN, other, "--sortie", tmp_path / "c.csv")
    table = list(csv.reader(io.StringIO((tmp_path / "c.csv").read_text(encoding="utf-8-sig")), delimiter=";"))
    assert table[0] == list(COLUMNS)
    assert len(table) == 3
    run(PLAN, other, "--sortie", tmp_path / "c.xlsx")
    sheet = openpyxl.load_workbook(tmp_path / "c.xlsx").active
    assert "Pôle emploi n'est plus partenaire" in str(list(sheet.iter_rows(values_only=True)))


def test_a_table_for_people(other: Path) -> None:
    result = run(PLAN, other, "--format", "table")
    head, first, second = result.stdout.splitlines()
    assert head.split() == "changement objectif sujet acteur avant après certitude lieu".split()
    assert first.startswith("partenaire parti") and first.endswith("ligne 231")  # noqa: PT018
    assert "à développer" in second


def test_a_graph_and_a_folder(other: Path, tmp_path: Path) -> None:
    CliRunner().invoke(main, ["extraire", str(other), "--sortie", str(tmp_path / "g.json")])
    assert run(other, tmp_path / "g.json").stdout == ""
    there = json.loads(run(PLAN, tmp_path / "g.json", "--format", "json").stdout)
    back = json.loads(run(tmp_path / "g.json", PLAN, "--format", "json").stdout)
    assert [row["changement"] for row in there] == ["partenaire-parti", "action-etat"]
    assert [row["changement"] for row in back] == ["partenaire-venu", "action-etat"]


def test_plans_of_the_base(store: Store, other: Path) -> None:
    CliRunner().invoke(main, ["charger", str(PLAN)])
    assert run(ID, PLAN).stdout == ""
    assert "Pôle emploi n'est plus partenaire" in run(ID, other).stdout
    result = run(ID, "lyon-2024")
    assert result.exit_code == 1
    assert f"Plans de la base : {ID}." in result.stderr


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (["rien.txt", "autre.txt"], 1, "rien.txt : fichier ou dossier introuvable"),
        ([PLAN, "Dossier absent"], 1, "introuvable"),
        ([PLAN], 2, "Il manque"),
        ([PLAN, PLAN, "--format", "xml"], 2, "xml"),
        ([PLAN, PLAN, "--sortie", "a.pdf"], 2, "a.pdf"),
        ([PLAN, PLAN, "--format", "ods"], 2, "--sortie"),
    ],
)
def test_what_is_wrong_is_said_without_a_base(
    monkeypatch: pytest.MonkeyPatch, words: list[object], code: int, said: str
) -> None:
    monkeypatch.setenv("NEO4J_URI", "bolt://127.0.0.1:1")
    result = run(*words)
    assert result.exit_code == code
    assert said in result.stderr
    assert result.stdout == ""


def test_a_base_that_is_not_there(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NEO4J_URI", "bolt://127.0.0.1:1")
    monkeypatch.setenv("NEO4J_PASSWORD", "rien")
    assert run(PLAN, "lyon-2024").exit_code == 3
