"""`maillage verifier` as a person and as a program use it; no base is needed."""

from __future__ import annotations

import datetime
import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from graph.checks import FAMILIES, verify
from graph.exchange import to_data, to_json
from graph.store import Store
from maillage.__main__ import main
from maillage.commands.verifier import _on_screen
from maillage.kit import UNSAID, build_kit
from maillage.pipeline import read_graph
from tests.graphs import lyon

PLANS = Path(__file__).parent.parent / "plans"
CHAMBERY = PLANS / "grand-chambery-2021-2022"
CLEAN = """Plan d'actions 2024-2026

Axe 1 - Le cadre de vie

Objectif 1 - Planter

Actions en cours

- Planter des arbres

Pilote :
Ville de Valbourg

Partenaires :
CAF
Région
"""


def run(*arguments: object) -> Result:
    return CliRunner().invoke(main, ["verifier", *map(str, arguments)], prog_name="maillage")


def plain(text: str) -> str:
    return " ".join(text.replace("\u00a0", " ").replace("\u202f", " ").split())


@pytest.fixture
def clean(tmp_path: Path) -> Path:
    """A plan that asks for nothing, in a folder that says what its text does not."""
    (tmp_path / "plan.txt").write_text(CLEAN, encoding="utf-8")
    (tmp_path / "plan.toml").write_text('titre = "Plan"\nterritoire = "Valbourg"\ndebut = 2024\nfin = 2026\n')
    return tmp_path


def test_data_for_programs() -> None:
    done = run(CHAMBERY, "--json")
    assert done.exit_code == 0
    data = json.loads(done.stdout)
    assert set(data) == {"unread", "findings"}
    assert data["unread"] == []
    fields = ["code", "severity", "document", "locator", "message"]
    assert all([name for name in row if name not in ("quote", "action")] == fields for row in data["findings"])
    read = to_data(read_graph(CHAMBERY))["findings"]
    told = [{name: row[name] for name in fields} for row in data["findings"]]
    assert [row for row in read if row not in told] == [], "what the readers found is there, word for word"
    assert re.fullmatch(r"0 erreur, \d+ points à regarder, \d+ constats pour information\.", plain(done.stderr))


def test_two_lines_that_say_the_same_are_named_with_their_words_and_a_remedy() -> None:
    [pair] = [row for row in json.loads(run(CHAMBERY, "--json").stdout)["findings"] if row["code"] == "actions-proches"]
    assert pair["document"] == "grand-chambery-2021-2022/plan-actions-2021-2022.txt"
    assert pair["locator"] == "ligne 637, ligne 640"
    assert len(pair["quote"].splitlines()) == 2
    assert pair["action"]


def test_for_people_in_a_terminal() -> None:
    done = run(CHAMBERY)
    assert done.exit_code == 0
    lines = [line.replace("\u00a0", " ") for line in done.stdout.splitlines()]
    assert max(map(len, lines)) <= 100
    assert [line for line in lines if line.isupper() and line == line.strip()] == [
        family.upper() for family in FAMILIES
    ]
    text = plain(done.stdout)
    assert "Contrat de ville de Grand Chambéry" in text
    assert "lignes 637 et 640 —" in text
    assert "→ Gardez-en une, ou dites ce qui les distingue." in text
    assert "Règle : au moins 5 objectifs" in text
    assert "\x1b" not in done.stdout
    assert not [line for line in lines if line.endswith("«") or line.strip().startswith(("»", ":", ";"))]


def test_on_a_screen_long_lists_are_cut_and_the_text_folds_to_its_width(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "60")
    screen = _on_screen(verify(read_graph(CHAMBERY)))
    assert max(len(line.rstrip()) for line in screen.splitlines()) <= 60
    text = plain(screen)
    assert "autres : --sortie page.html" in text
    assert "lignes 637 et 640" in text
    assert "\ue000" not in screen


def test_strict(clean: Path) -> None:
    assert run(CHAMBERY, "--strict").exit_code == 1
    assert run(CHAMBERY, "--strict", "--json").exit_code == 1
    assert run(clean, "--strict").exit_code == 0, run(clean).stdout
    with (clean / "plan.txt").open("a", encoding="utf-8") as stream:
        stream.write("\nCalendrier : 2024-2026\n")
    done = run(clean, "--strict", "--json")
    assert done.exit_code == 1
    assert [row["text"] for row in json.loads(done.stdout)["unread"]] == ["Calendrier : 2024-2026"]
    assert run(clean).exit_code == 0


@pytest.mark.parametrize(("name", "begins"), [("r.html", "<!DOCTYPE html>"), ("r.json", "{"), ("r.txt", "Ce que le")])
def test_into_a_file_of_the_form_of_its_name(clean: Path, tmp_path: Path, name: str, begins: str) -> None:
    path = tmp_path / "sortie" / name
    done = run(clean, "--sortie", path)
    assert (done.exit_code, done.stdout) == (0, "")
    assert path.read_text(encoding="utf-8").startswith(begins)
    assert str(path) in done.stderr


def test_a_file_of_another_form_is_wrong_usage_and_writes_nothing(clean: Path) -> None:
    done = run(clean, "--sortie", clean / "r.pdf")
    assert done.exit_code == 2
    assert ".html, .json ou .txt" in done.stderr
    assert not (clean / "r.pdf").exists()


def test_several_plans_and_a_graph(tmp_path: Path) -> None:
    (tmp_path / "g.json").write_text(to_json(lyon().graph), encoding="utf-8")
    done = run(PLANS, tmp_path / "g.json", "--json")
    documents = {row["document"].partition("/")[0] for row in json.loads(done.stdout)["findings"]}
    assert documents == {"albertville-2021", "grand-chambery-2021-2022", "lyon"}


def test_a_document_that_cannot_be_read_is_said_and_writes_nothing(tmp_path: Path) -> None:
    (tmp_path / "lettre.txt").write_text("Monsieur,\n\nBonjour.\n")
    done = run(tmp_path / "lettre.txt", "--sortie", tmp_path / "r.html")
    assert done.exit_code == 1
    assert "lettre.txt" in done.stderr
    assert not (tmp_path / "r.html").exists()
    assert run(tmp_path / "rien").exit_code == 1
    assert run().exit_code == 2


def test_control_signs_of_a_document_do_not_reach_the_terminal(tmp_path: Path) -> None:
    told = lyon()
    told.unread("ligne 30", "mots\x1b[31m rouges")
    (tmp_path / "g.json").write_text(to_json(told.graph), encoding="utf-8")
    assert "\x1b" not in run(tmp_path / "g.json").stdout


def test_the_kit_of_the_committee_holds_the_page(store: Store) -> None:
    graph = lyon().graph
    store.load(graph)
    kit = build_kit(store.read("lyon"), store, ["lyon"], datetime.date(2026, 11, 22))
    assert UNSAID == "ce-que-le-document-ne-dit-pas.html"
    assert "<h1>Ce que le document ne dit pas</h1>" in kit.files[UNSAID]
    assert "suite page 3" in kit.files[UNSAID]
