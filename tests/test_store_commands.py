"""`maillage neo4j`: what a person sees of the local base."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from graph.store import connect
from graph.store.folders import home_folder
from graph.store.state import read_state
from maillage.commands.neo4j import neo4j


def run(*words: str) -> str:
    result = CliRunner().invoke(neo4j, list(words), catch_exceptions=False)
    assert result.exit_code == 0
    return result.stdout


def test_state_start_and_install_of_a_running_base(server: Path) -> None:
    with connect():
        state = read_state(home_folder())

    assert run("etat").splitlines() == [
        "Base locale : prête",
        f"Adresse     : bolt://127.0.0.1:{state.port} (processus {state.pid})",
        f"Dossier     : {server / 'maillage' / 'neo4j'}",
    ]
    assert run("demarrer") == f"La base locale est prête : bolt://127.0.0.1:{state.port} (processus {state.pid}).\n"
    assert run("installer") == "Neo4j est installé : 216 fichiers vérifiés.\n"


def test_a_base_that_never_started(server: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))

    assert run("etat").startswith("Base locale : arrêtée\nDossier")
    assert run("arreter") == "La base locale n'était pas démarrée.\n"


def test_another_base_in_use_is_said(server: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NEO4J_URI", "bolt://ailleurs")

    assert "NEO4J_URI est définie" in CliRunner().invoke(neo4j, ["etat"]).stderr


def test_the_group_imports_nothing_heavy() -> None:
    code = "import sys, maillage.commands.neo4j; print({'neo4j', 'jgo', 'rich', 'psutil'} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert done.stdout == "set()\n"
