"""`maillage lacunes` as a person uses it, on the real Neo4j; where a gap meets a stock query, both say the same."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from cypher.library import library
from graph.model import Graph, Node
from graph.network.choices import Choices
from graph.network.gaps import coverage, pair_counts, partners_per_action, strangers, uncovered
from graph.store import Store
from maillage.__main__ import FrenchErrors
from maillage.commands.lacunes import SHOWN, lacunes
from maillage.pipeline import read_graphs
from tests.test_network_gaps import Drawn

PLANS = Path(__file__).parent.parent / "plans"
ALBERTVILLE, CHAMBERY = "albertville-2021", "grand-chambery-2021-2022"
NAMED = Choices("objectif", generic=False)


def told_plan() -> Drawn:
    """Two axes and five objectives: nobody but the town in the second, few in the third, A and B apart in the first."""
    plan = Drawn()
    first, second = plan.axis(1), plan.axis(2)
    plan.nodes.append(Node("Document", "p/plan.txt", {"name": "plan.txt"}))
    helpers = [plan.actor(name, "association") for name in ("a", "b", "c")]
    plan.partners(plan.objective(9, second), plan.actor("ville", "collectivité"))
    for number in range(1, 5):
        objective = plan.objective(number, first)
        plan.partners(objective, *(["c"] if number == 3 else helpers))
        for rank in range(3):
            plan.action(objective, rank)
    plan.partners("p/o1/a0", "a", basis="inferred")
    plan.partners("p/o1/a1", "b", basis="inferred")
    plan.partners("p/o2/a0", "c", "b", basis="inferred")
    plan.tie("LOCATED_IN", "p/o1/a2", plan.place("nord", "QPV"))
    for node in [node for node in plan.nodes if node.label not in ("Document", "Place")]:
        plan.tie("STATED_IN", node.id, "p/plan.txt", quotes=[node.name])
    for tie in plan.relationships:
        tie.properties["document"] = "p/plan.txt"
    return plan


@pytest.fixture(scope="module")
def base(open_store: Store) -> Store:
    open_store._driver.execute_query("MATCH (n) DETACH DELETE n")
    open_store.load(told_plan())
    return open_store


def run(*words: str) -> Result:
    result = CliRunner().invoke(FrenchErrors(commands={"lacunes": lacunes}), ["lacunes", *words])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


def answer(*words: str) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = json.loads(run(*words, "--format", "json").stdout)
    return rows


def test_all_three_one_after_another(base: Store) -> None:
    rows = answer()
    assert list(rows[0]) == ["plan", "lacune", "rang", "ou", "constat"]
    assert [(row["lacune"], row["rang"], row["ou"]) for row in rows] == [
        ("acteurs", None, "Axe 1 – Thème 1"),
        ("acteurs", None, "Axe 2 – Thème 2"),
        ("acteurs", None, "Nord (QPV)"),
        ("objectifs", 1, "Objectif 3 – Titre 3"),
        ("paires", 1, "A – B"),
        ("paires", 1, "A – C"),
    ]


def test_one_gap_with_its_own_columns(base: Store) -> None:
    (row,) = answer("--lacune", "objectifs")
    # Ratios 1, 1, 1/3, 1: the third has one partner for three actions, where the median gives three.
    assert (row["objectif"], row["partenaires"], row["actions"], row["ecart"], row["noms"]) == ("3", 1, 3, -2.0, ["C"])
    # A pair that shares three of the objectives, of which nobody shares more.
    assert [(row["communs"], row["objectifs"]) for row in answer("--lacune", "paires")] == [(3, ["1", "2", "4"])] * 2
    assert {row["lacune"] for row in answer("--lacune", "acteurs")} == {"axe × type", "lieu"}


def test_choices_of_what_counts(base: Store) -> None:
    assert answer("--lacune", "paires", "--enonces") == []
    assert answer("--lacune", "paires", "--minimum", "4") == []
    result = run("--niveau", "objectif", "--sans-generiques", "--regrouper", "--enonces")
    assert "objectifs, services regroupés, sans les acteurs génériques, liens énoncés seulement" in result.stderr


def test_a_plain_table_says_its_rules_and_what_silence_means(base: Store) -> None:
    result = run()
    assert result.stdout.splitlines()[0].split() == ["lacune", "rang", "où", "constat"]
    assert "objectifs et actions" in result.stderr
    assert "absent" in result.stderr
    assert "une paire sur 20" in result.stderr
    assert "Nord" in result.stdout


@pytest.mark.parametrize("gap", ["acteurs", "objectifs", "paires"])
def test_a_plain_table_of_one_gap_fits_and_says_its_own_rule_only(base: Store, gap: str) -> None:
    result = run("--lacune", gap)
    assert all(len(line) <= 110 for line in result.stdout.splitlines())
    assert [word for word in ("Acteurs :", "Objectifs :", "Paires :") if word in result.stderr] == [
        f"{gap.capitalize()} :"
    ]


def test_into_files(base: Store, tmp_path: Path) -> None:
    path = tmp_path / "lacunes.csv"
    assert run("--lacune", "paires", "--sortie", str(path)).stdout == ""
    rows = list(csv.DictReader(io.StringIO(path.read_text(encoding="utf-8-sig")), delimiter=";"))
    assert [(row["acteur_1"], row["objectifs"]) for row in rows] == [("A", "1, 2, 4"), ("A", "1, 2, 4")]
    for suffix in ("xlsx", "ods"):
        book = tmp_path / f"lacunes.{suffix}"
        assert run("--sortie", str(book)).exit_code == 0
        assert book.stat().st_size > 0


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (["--plan", "x"], 1, "Plans chargés : p."),
        (["--lacune", "lieux"], 2, "lieux"),
        (["--minimum", "0"], 2, "0"),
        (["--format", "ods"], 2, "--sortie"),
    ],
)
def test_what_is_wrong_is_said(base: Store, words: list[str], code: int, said: str) -> None:
    result = run(*words)
    assert (result.exit_code, result.stdout) == (code, "")
    assert said in result.stderr


@pytest.fixture(scope="module")
def plans(base: Store) -> tuple[Store, Graph]:
    """The two real plans in the base, instead of the small one."""
    base._driver.execute_query("MATCH (n) DETACH DELETE n")
    base.load(read_graphs([PLANS]))
    return base, base.read(None)


def ask(store: Store, name: str, columns: str, **values: Any) -> list[tuple[Any, ...]]:
    query = library()[name]
    known, rows = store.run(query.text, query.bind(values))
    return [tuple(row[known.index(column)] for column in columns.split()) for row in rows]


def test_what_a_plain_table_leaves_out_is_counted(plans: tuple[Store, Graph]) -> None:
    whole = [row for row in answer("--plan", CHAMBERY) if row["lacune"] == "acteurs"]
    assert len(whole) > SHOWN
    result = run("--plan", CHAMBERY)
    assert f"{SHOWN} lignes montrées et {len(whole) - SHOWN} autres" in result.stderr
    assert sum(line.startswith("acteurs") for line in result.stdout.splitlines()) == SHOWN


def test_a_level_at_which_a_plan_names_nobody_is_said(plans: tuple[Store, Graph]) -> None:
    assert f"Aucun acteur n'a de rôle à ce niveau : {ALBERTVILLE}." in run("--niveau", "objectif").stderr


def test_forgotten_places_are_those_of_the_stock_query(plans: tuple[Store, Graph]) -> None:
    store, graph = plans
    frame = uncovered(graph, Choices("tous", generic=False))
    found = frame[frame["lacune"] == "lieu"]
    asked = ask(store, "lieux-sans-rien", "lieu actions plan nature")
    # The query also gives the words that only look like a place; it counts what is located, objectives among it.
    assert set(zip(found["lieu"], found["objectifs"] + found["actions"], found["plan"], strict=True)) == {
        row[:3] for row in asked if row[3]
    }


def test_pairs_share_as_many_objectives_as_in_the_stock_query(plans: tuple[Store, Graph]) -> None:
    store, graph = plans
    asked = ask(store, "paires-objectifs-partages", "acteur_1 acteur_2 liste", minimum=1, niveau="objectif")
    shared = {frozenset(row[:2]): row[2] for row in asked}
    frame = strangers(graph, NAMED, minimum=1)
    assert len(frame) > 0
    for row in frame.to_dict("records"):
        assert shared[frozenset((row["acteur_1"], row["acteur_2"]))] == row["objectifs"]
    # The query also pairs two names that may be one actor.
    doubtful = len(graph.by_type("MAY_BE"))
    assert 0 <= len(asked) - pair_counts(graph, NAMED, minimum=1)["paires"].sum() <= doubtful


def test_objectives_of_one_pilot_have_as_many_partners_as_in_the_stock_query(plans: tuple[Store, Graph]) -> None:
    store, graph = plans
    partners = partners_per_action(graph, Choices("objectif")).set_index("objectif")["partenaires"]
    asked = ask(store, "objectifs-un-pilote", "objectif partenaires", plan=CHAMBERY)
    assert asked
    assert {str(number): count for number, count in asked} == {str(n): partners[str(n)] for n, _ in asked}


def test_axes_hold_as_many_actions_as_in_the_stock_query(plans: tuple[Store, Graph]) -> None:
    store, graph = plans
    cells = coverage(graph)
    held = cells[cells["plan"] == CHAMBERY].drop_duplicates("axe")
    asked = ask(store, "etat-par-axe", "axe total", plan=CHAMBERY)
    assert dict(zip(held["axe"], held["actions"], strict=True)) == {str(axis): total for axis, total in asked if axis}


def test_an_empty_base_says_what_to_do(store: Store) -> None:
    """Last of the file: it empties the base that the others share."""
    result = run()
    assert result.exit_code == 1
    assert "maillage charger" in result.stderr
