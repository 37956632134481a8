"""`maillage simuler-depart` as a person uses it, on the real Neo4j."""

from __future__ import annotations

import csv
import io
import json
import subprocess
import sys
from pathlib import Path

import pandas as pd
import pytest
from click.testing import CliRunner, Result

from graph.store import Store
from maillage.__main__ import FrenchErrors
from maillage.commands.simuler_depart import _uncounted, simuler_depart
from tests.graphs import Told

GROUP = FrenchErrors("maillage", commands=[simuler_depart])


def town() -> Told:
    """CAF alone pilots 1; the town 2 with the generic communes; its schools are partner; 10 € from CAF."""
    plan = Told("p")
    for id_, name in (("caf", "CAF"), ("ville", "Ville"), ("ville/ecoles", "Écoles"), ("club", "Club de l'été")):
        plan.actor(id_, name, generic=False)
    plan.actor("communes", "Communes", generic=True)
    plan.actor("cite", "Cité")
    first, second = plan.objective(1), plan.objective(2)
    plan.tie("PART_OF", "ville/ecoles", "ville")
    for type_, actor, target in (
        ("PILOTS", "caf", first),
        ("PARTNERS", "ville/ecoles", first),
        ("PARTNERS", "club", first),
        ("PILOTS", "ville", second),
        ("PILOTS", "communes", second),
        ("PARTNERS", "ville/ecoles", second),
    ):
        place = {"quotes": [f"{actor} {type_}"], "locators": [f"ligne {target[-1]}"]}
        plan.tie(type_, actor, target, basis="stated", **place)
    action = plan.node("Action", f"{first}/action-1", quotes=["…"], name="Lire", text="Lire avec la CAF")
    plan.tie("HAS_ACTION", first, action)
    plan.tie("PARTNERS", "caf", action, basis="inferred", quotes=["Lire avec la CAF"], locators=["ligne 3"])
    plan.node("FundingSource", "caf/don", quotes=["…"], name="Don – CAF", kind="subvention")
    plan.tie("PROVIDES", "caf", "caf/don")
    plan.tie("FUNDS", "caf/don", first, amount=10, scope="local", quotes=["10 € de la CAF"], locators=["ligne 4"])
    return plan


@pytest.fixture(scope="module")
def base(open_store: Store) -> Store:
    open_store._driver.execute_query("MATCH (n) DETACH DELETE n")
    open_store.load(town().graph)
    return open_store


def run(*words: str) -> Result:
    result = CliRunner().invoke(GROUP, ["simuler-depart", *words])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


def test_one_who_leaves(base: Store) -> None:
    result = run("caf", "--format", "json")
    assert result.exit_code == 0
    assert "Si « CAF » part, 1 objectif n'a plus de pilote (1)" in result.stderr
    rows = json.loads(result.stdout)
    assert [(row["nature"], row["id"]) for row in rows] == [
        ("objectif sans pilote", "p/objectif-1"),
        ("action sans acteur", "p/objectif-1/action-1"),
        ("action sous objectif", "p/objectif-1/action-1"),
        ("argent sans source", "caf/don"),
    ]
    assert (rows[0]["numero"], rows[0]["restent"], rows[0]["euros"]) == (1, 2, None)
    assert (rows[3]["numero"], rows[3]["restent"], rows[3]["euros"]) == (None, None, 10)
    assert rows[0]["phrases"] == ["caf PILOTS"]
    assert rows[0]["emplacements"] == ["ligne 1"]
    assert rows[0]["documents"] == ["p/plan.txt"]


def test_several_who_leave_together_by_their_names(base: Store) -> None:
    rows = json.loads(run("CLUB DE L’ETE", "caf", "ville", "--format", "json").stdout)
    left = {(row["id"], row["acteur_restant"]) for row in rows if row["nature"] == "objectif à un acteur"}
    assert left == {("p/objectif-1", "Écoles")}


def test_services_leave_or_stay(base: Store) -> None:
    stay, leave = run("ville"), run("ville", "--regrouper", "--format", "json")
    assert "1 service reste : « Écoles »" in stay.stderr
    assert "1 service part aussi" in leave.stderr
    # With its schools, the town alone stood between 1 (CAF, club) and 2 (communes).
    assert [(row["nature"], row["id"], row["acteur_restant"]) for row in json.loads(leave.stdout)] == [
        ("objectif à un acteur", "p/objectif-2", "Communes"),
        ("objectif détaché", "p/objectif-2", ""),
        ("acteur détaché", "communes", ""),
    ]


def test_generic_actors_and_deduced_ties_left_out(base: Store) -> None:
    named = json.loads(run("ville", "--sans-generiques", "--format", "json").stdout)
    assert [row["nature"] for row in named] == ["objectif sans pilote", "objectif à un acteur"]
    stated = json.loads(run("caf", "--enonces", "--format", "json").stdout)
    assert "action sans acteur" not in {row["nature"] for row in stated}


def test_nothing_that_happens_is_said(base: Store) -> None:
    result = run("club")
    assert "aucun objectif" in result.stderr
    assert "Aucune ligne." in result.stderr


def test_each_in_turn(base: Store) -> None:
    result = run("--format", "json")
    rows = json.loads(result.stdout)
    assert [(row["rang"], row["ex_aequo"], row["id"]) for row in rows][:2] == [(1, 1, "caf"), (2, 1, "ville/ecoles")]
    assert rows[0]["objectifs_orphelins"] == rows[0]["actions_orphelines"] == 1
    assert (rows[0]["euros"], rows[0]["prets"]) == (10, 0)
    assert {row["id"] for row in rows[2:]} == {"ville", "club", "communes", "cite"}


def test_a_table_fits_a_page_and_says_what_it_leaves_out(base: Store) -> None:
    result = run()
    head, *lines = result.stdout.splitlines()
    assert head.split()[:2] == ["rang", "acteur"]
    assert "orphelins" in head
    assert "laissés sans pilote ou sans acteur" in result.stderr.replace("\n", " ")
    assert [line.split()[1] for line in lines] == ["CAF", "Écoles"]
    assert "aucun de ces chiffres : 4" in result.stderr
    assert all(len(line) <= 100 for line in (head, *lines, *run("caf").stdout.splitlines()))


def test_into_a_file(base: Store, tmp_path: Path) -> None:
    path = tmp_path / "depart.csv"
    run("caf", "--sortie", str(path))
    rows = list(csv.DictReader(io.StringIO(path.read_text(encoding="utf-8-sig")), delimiter=";"))
    assert rows[1]["phrases"] == "Lire avec la CAF"
    assert rows[3]["euros"] == "10"
    assert run("--sortie", str(tmp_path / "risques.xlsx")).exit_code == 0


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (["Caff"], 1, "Vouliez-vous dire : CAF"),
        (["caf", "--plan", "x"], 1, "Plans chargés : p."),
        (["ville/ecoles", "--regrouper"], 1, "service"),
        (["communes", "--sans-generiques"], 1, "générique"),
        (["caf", "--format", "docx"], 2, "docx"),
    ],
)
def test_what_is_wrong_is_said(base: Store, words: list[str], code: int, said: str) -> None:
    result = run(*words)
    assert result.exit_code == code
    assert said in result.stderr
    assert result.stdout == ""


def test_the_command_imports_nothing_heavy() -> None:
    code = "import sys, maillage.commands.simuler_depart; print({'neo4j', 'pandas', 'networkx'} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "set()\n"


def test_money_that_the_euros_leave_out_is_told_with_the_departures_that_seem_harmless() -> None:
    frame = pd.DataFrame({"sources_sans_montant": [2, 1, 0]})
    (said,) = _uncounted(frame, 1)
    assert "2 acteurs" in said
    assert "dont 1 parmi" in said
    assert _uncounted(frame[2:], 0) == []
