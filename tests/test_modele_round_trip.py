"""A loaded plan written into Maillage's own workbook and read again is the same plan; an edit changes only itself."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from graph.comparison import compare
from graph.model import Graph
from maillage.commands.modele import modele
from maillage.pipeline import read_graph
from tests.model_made import edit, facts

PLANS = Path(__file__).parents[1] / "plans"
FOLDERS = {"chambery": PLANS / "grand-chambery-2021-2022", "albertville": PLANS / "albertville-2021"}


def written(path: Path, source: Path) -> Path:
    result = CliRunner().invoke(modele, [str(path), str(source)])
    assert result.exit_code == 0, result.output
    return path


@pytest.mark.parametrize("suffix", [".xlsx", ".ods"])
@pytest.mark.parametrize("plan", FOLDERS)
def test_a_real_plan_comes_back_whole(tmp_path: Path, plan: str, suffix: str) -> None:
    before = read_graph(FOLDERS[plan])
    after = read_graph(written(tmp_path / f"plan{suffix}", FOLDERS[plan]))
    assert facts(after) == facts(before)
    assert not [change for change in compare(before, after) if "ligne-non-lue" not in change.code.value]


def test_a_second_round_changes_nothing_at_all(tmp_path: Path) -> None:
    first = written(tmp_path / "a" / "plan.xlsx", FOLDERS["chambery"])
    second = written(tmp_path / "b" / "plan.xlsx", first)
    one, two = read_graph(first), read_graph(second)
    hashed = {node.id for node in one.nodes if node.label == "Document"}
    assert [node for node in one.nodes if node.id not in hashed] == [n for n in two.nodes if n.id not in hashed]
    assert facts(one) == facts(two)


def test_the_document_and_place_of_each_row_are_kept_in_its_words(tmp_path: Path) -> None:
    graph = read_graph(written(tmp_path / "plan.xlsx", FOLDERS["chambery"]))
    quotes = [q for tie in graph.by_type("STATED_IN") if "/objectif-1" in tie.start for q in tie.properties["quotes"]]
    assert any("plan-actions-2021-2022.txt, ligne" in quote for quote in quotes)


@pytest.fixture
def plan(tmp_path: Path) -> tuple[Path, Graph]:
    path = written(tmp_path / "plan.xlsx", FOLDERS["chambery"])
    return path, read_graph(path)


def test_a_title_edited_changes_that_title_only(plan: tuple[Path, Graph]) -> None:
    path, before = plan
    edit(path, "Objectifs", ("N°", "3"), "Objectif", "Un autre intitulé")
    (nodes, ties), (changed, kept) = facts(before), facts(read_graph(path))
    assert ties == kept
    different = [id_ for id_ in nodes.keys() | changed.keys() if nodes.get(id_) != changed.get(id_)]
    assert different == [f"{next(n.id for n in before.by_label('Plan'))}/objectif-3"]
    assert changed[different[0]][1]["title"] == "Un autre intitulé"


def test_a_partner_added_adds_one_tie_and_its_actor(plan: tuple[Path, Graph]) -> None:
    path, before = plan
    edit(path, "Actions", ("N° action", "1.1"), "Partenaires", "Amicale des Tilleuls")
    (nodes, ties), (changed, kept) = facts(before), facts(read_graph(path))
    added = list((kept - ties).elements())
    assert [(tie[0], tie[1]) for tie in added] == [("PARTNERS", "grand-chambery/amicale-des-tilleuls")]
    assert changed.keys() - nodes.keys() == {"grand-chambery/amicale-des-tilleuls"}
    assert {tie[0] for tie in (ties - kept)} <= {"PARTNERS"}


def test_a_date_and_a_status_edited_change_that_action_only(plan: tuple[Path, Graph]) -> None:
    path, before = plan
    edit(path, "Actions", ("N° action", "2.1"), "Début", "09/2021")
    edit(path, "Actions", ("N° action", "2.1"), "État", "réalisée")
    (nodes, ties), (changed, kept) = facts(before), facts(read_graph(path))
    assert ties == kept
    (different,) = [id_ for id_ in nodes.keys() | changed.keys() if nodes.get(id_) != changed.get(id_)]
    assert different.endswith("/objectif-2/action-1")
    assert (changed[different][1]["start"], changed[different][1]["status"]) == ("2021-09", "réalisée")
