"""The command line as a person uses it: the real plan, the real base, results, errors and exit codes."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PLAN = ROOT / "plans" / "grand-chambery-2021-2022"


def maillage(*arguments: object, cwd: Path | None = None, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "maillage", *map(str, arguments)],
        capture_output=True,
        text=True,
        encoding="utf-8",
        cwd=cwd or ROOT,
        env={**os.environ, **environment},
        timeout=300,
        check=False,
    )


def without_traceback(done: subprocess.CompletedProcess[str], code: int) -> str:
    assert done.returncode == code, done.stderr
    assert "Traceback" not in done.stderr
    return done.stderr


def test_what_is_extracted_is_what_comes_back_from_the_base(store: object) -> None:
    extracted = maillage("extraire", PLAN)
    assert without_traceback(maillage("charger", PLAN), 0)
    exported = maillage("exporter", "--format", "json")
    assert json.loads(extracted.stdout) == json.loads(exported.stdout)
    again = without_traceback(maillage("charger", PLAN), 0)
    assert "rien n'a changé" in again
    assert maillage("exporter").stdout == exported.stdout


def test_a_graph_as_json_loads_like_the_documents(store: object, tmp_path: Path) -> None:
    file = tmp_path / "g.json"
    without_traceback(maillage("extraire", PLAN, "--sortie", file), 0)
    without_traceback(maillage("charger", file), 0)
    assert json.loads(maillage("exporter").stdout) == json.loads(file.read_text(encoding="utf-8"))


def test_copil_fills_a_folder_and_names_the_map(store: object, tmp_path: Path) -> None:
    done = maillage("copil", PLAN, "--sortie", tmp_path / "kit")
    assert without_traceback(done, 0)
    folder, page = done.stdout.splitlines()[-2:]
    assert folder == f"Résultats : {tmp_path / 'kit'}"
    assert page == f"Carte à ouvrir : {tmp_path / 'kit' / 'carte-reseau.html'}"
    names = {str(path.relative_to(tmp_path / "kit")) for path in (tmp_path / "kit").rglob("*") if path.is_file()}
    assert {"carte-reseau.html", "engagements.csv", "constats.csv", "graphe.json"} <= names
    assert "requetes/plus-engages.csv" in names


def test_the_headline_answer_is_the_one_that_the_document_gives(store: object) -> None:
    """Counted by hand: objectives where CAF is named as pilot (7) or partner (5, 7, 9, 10, 12, 13, 15, 17)."""
    without_traceback(maillage("charger", PLAN), 0)
    rows = json.loads(maillage("mesures", "--format", "json").stdout)
    [caf] = [row for row in rows if row["acteur"] == "CAF"]
    assert (caf["id"], caf["engagements"]) == ("grand-chambery/caf", 8)
    assert (caf["pilote"], caf["partenaire"], caf["les_deux"]) == (1, 8, 1)
    assert caf["objectifs_partenaire"] == ["5", "7", "9", "10", "12", "13", "15", "17"]
    asked = maillage("requete", "engagements-acteur", "-p", "acteur=Missions locale jeunes", "--format", "json")
    assert "Vouliez-vous dire" in without_traceback(asked, 1)
    asked = maillage("requete", "engagements-acteur", "-p", "acteur=mlj", "--format", "json")
    assert {row["objectif"] for row in json.loads(asked.stdout) if "objectif" in row} >= {5, 6, 10, 15}


@pytest.mark.parametrize(
    ("name", "data"),
    [("vide.txt", b""), ("image.txt", b"\x89PNG\r\n\x1a\n\x00"), ("lettre.txt", b"Monsieur,\n\nBonjour.\n")],
)
@pytest.mark.parametrize("command", ["extraire", "copil"])
def test_a_faulty_document_writes_nothing(tmp_path: Path, name: str, data: bytes, command: str) -> None:
    (tmp_path / name).write_bytes(data)
    error = without_traceback(maillage(command, name, "--sortie", "sortie", cwd=tmp_path), 1)
    assert error.startswith("Erreur — ")
    assert name in error
    assert [path.name for path in tmp_path.iterdir()] == [name]


def test_a_missing_file_and_a_wrong_word() -> None:
    assert "introuvable" in without_traceback(maillage("extraire", "rien.txt"), 1)
    assert "Il manque" in without_traceback(maillage("extraire"), 2)
    assert "Commande inconnue" in without_traceback(maillage("tout"), 2)


def test_a_faulty_graph_is_refused(tmp_path: Path) -> None:
    for text in ("{", "[]", '{"format": "autre"}', '{"format": "maillage-graphe/1", "nodes": [{}]}'):
        (tmp_path / "g.json").write_text(text)
        assert "g.json" in without_traceback(maillage("extraire", "g.json", cwd=tmp_path), 1)


def test_a_base_that_is_not_there_is_exit_3_and_writes_nothing(tmp_path: Path) -> None:
    done = maillage(
        "copil", PLAN, "--sortie", tmp_path / "kit", NEO4J_URI="bolt://127.0.0.1:1", NEO4J_PASSWORD="rien-de-bon"
    )
    assert "rien-de-bon" not in without_traceback(done, 3)
    assert not (tmp_path / "kit").exists()


def test_an_output_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    (tmp_path / "fichier").write_text("")
    done = maillage("extraire", PLAN, "--sortie", tmp_path / "fichier" / "g.json")
    assert "impossible" in without_traceback(done, 1)


def test_removing_a_line_of_the_ledger_undoes_it(tmp_path: Path) -> None:
    folder = tmp_path / "plan"
    shutil.copytree(PLAN, folder)
    before = maillage("extraire", folder).stdout
    ledger = folder / "acteurs.csv"
    kept = ledger.read_text(encoding="utf-8")
    ledger.write_text(kept + "Posse 33;AFEV;même;essai;2026-01-01;\n", encoding="utf-8")
    changed = maillage("extraire", folder).stdout
    ledger.write_text(kept, encoding="utf-8")
    assert changed != before == maillage("extraire", folder).stdout


def test_help_imports_nothing_heavy() -> None:
    code = "import sys, maillage.__main__; print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    assert not {"neo4j", "networkx", "pandas", "numpy", "rich", "jinja2", "pyvis"} & set(loaded)
