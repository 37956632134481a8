"""Made-up plans whose actions have fiches of their own, each in another city's manner, against golds written by hand.

Their layouts, words, lists, tables and levels differ; the golds were written before any reading.
"""

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from graph.model import Graph, Node, Relationship
from graph.text import fold
from loaders.words.names import without_article
from maillage.pipeline import read_graph

FOLDER = Path(__file__).parent / "donnees" / "fiches"
OUTSIDE = Path(__file__).parents[2] / "shared" / "exemples" / "plans"
PLANS = sorted(path for path in FOLDER.iterdir() if path.suffix != ".json")
NAMED = [pytest.param(path, id=path.stem) for path in PLANS]
TIES = {"pilots": "PILOTS", "partners": "PARTNERS", "funders": "FUNDS"}


@cache
def read(path: Path) -> Graph:
    return read_graph(path)


def gold_of(path: Path) -> dict[str, Any]:
    data: dict[str, Any] = json.loads((FOLDER / f"{path.stem}.gold.json").read_text(encoding="utf-8"))
    return data


def folded(name: str) -> str:
    return fold(without_article(name)).strip(" .")


def actions_by_title(graph: Graph) -> dict[str, Node]:
    return {folded(node.properties["text"]): node for node in graph.by_label("Action")}


def names_of(graph: Graph, tie: Relationship) -> set[str]:
    """Every name of the actor that a tie begins at; of the provider, for a source of money."""
    nodes = graph.index()
    providers = [each.start for each in graph.by_type("PROVIDES") if each.end == tie.start]
    actors = [nodes[id_] for id_ in providers or [tie.start]]
    return {folded(name) for node in actors for name in (node.name, *node.properties.get("aliases", ()))}


def expected(gold: dict[str, Any], kind: str) -> set[tuple[str, str]]:
    pairs = set()
    for action in gold["actions"]:
        for entry in action[kind]:
            pairs.add((folded(action["title"]), folded(entry["name"] if kind == "funders" else entry)))
    for position, name in gold.get("objective_ties", {}).get(kind, ()):
        pairs.add((f"objectif {position}", folded(name)))
    return pairs


def target(graph: Graph, id_: str) -> str:
    node = graph.index()[id_]
    if node.label == "Objective":
        return f"objectif {node.properties['position']}"
    return folded(str(node.properties.get("text")))


@pytest.mark.parametrize("path", NAMED)
def test_actions_and_what_their_rubrics_print(path: Path) -> None:
    gold = gold_of(path)["actions"]
    told = ("budget", "start", "end", "status")
    found = [
        (folded(node.properties["text"]), *(node.properties.get(name) for name in told))
        for node in read(path).by_label("Action")
    ]
    assert found == [(folded(action["title"]), *(action[name] for name in told)) for action in gold]


@pytest.mark.parametrize("path", NAMED)
def test_actions_hang_where_the_plan_says(path: Path) -> None:
    graph, gold = read(path), gold_of(path)
    parents = {tie.end: tie.start for tie in graph.by_type("HAS_ACTION")}
    by_title = actions_by_title(graph)
    for action in gold["actions"]:
        parent = parents[by_title[folded(action["title"])].id]
        if action["parent"] == "plan":
            assert graph.index()[parent].label == "Plan"
        elif action["parent"] is not None:
            assert parent.rsplit("/", 1)[-1] == action["parent"]
    if gold["axes"] is not None:
        assert [folded(node.name) for node in graph.by_label("Axis")] == list(map(folded, gold["axes"]))
    if gold["objectives"] is not None:
        found = [(node.properties["number"], folded(node.name)) for node in graph.by_label("Objective")]
        assert found == [(each["number"], folded(each["title"])) for each in gold["objectives"]]


def met_and_missed(path: Path, kind: str) -> tuple[int, int, int]:
    """Ties that the gold has, all ties, and names of the gold that no tie has."""
    graph, gold = read(path), expected(gold_of(path), kind)
    ties = [tie for tie in graph.by_type(TIES[kind]) if graph.index()[tie.end].label in ("Action", "Objective")]
    met = [{(target(graph, tie.end), name) for name in names_of(graph, tie)} & gold for tie in ties]
    return sum(map(bool, met)), len(ties), len(gold - set().union(*met))


@pytest.mark.parametrize("kind", TIES)
@pytest.mark.parametrize("path", NAMED)
def test_pilots_partners_and_funders(path: Path, kind: str) -> None:
    met, ties, missed = met_and_missed(path, kind)
    assert met >= 0.85 * ties
    assert missed <= 0.25 * (met + missed)


@pytest.mark.parametrize("kind", TIES)
def test_pilots_partners_and_funders_of_all_plans_together(kind: str) -> None:
    met, ties, missed = (sum(counts) for counts in zip(*(met_and_missed(path, kind) for path in PLANS), strict=True))
    assert met >= 0.99 * ties
    assert missed <= 0.011 * (met + missed)


@pytest.mark.parametrize("path", NAMED)
def test_amounts_and_shares(path: Path) -> None:
    graph = read(path)
    gold = {
        (folded(action["title"]), folded(entry["name"]), entry.get("amount"), entry.get("share"))
        for action in gold_of(path)["actions"]
        for entry in action["funders"]
        if "amount" in entry or "share" in entry
    }
    found = set()
    for tie in graph.by_type("FUNDS"):
        amount, share = tie.properties.get("amount"), tie.properties.get("share")
        known = {(target(graph, tie.end), name, amount, share) for name in names_of(graph, tie)}
        if amount is not None or share is not None:
            found |= known & gold or known
    assert found == gold


@pytest.mark.parametrize("path", NAMED)
def test_persons_are_no_actors_and_what_is_unread_is_said(path: Path) -> None:
    graph, gold = read(path), gold_of(path)
    assert [line.text for line in graph.unread] == gold["unread"]
    surnames = [folded(person).split()[-1] for person in gold["persons"]]
    for node in graph.by_label("Actor"):
        assert not [surname for surname in surnames if surname in folded(node.name).split()]
    if surnames:
        assert {"nom-ecarte", "personnes-ecartees"} & {finding.code for finding in graph.findings}


def test_every_role_from_a_rubric_is_stated() -> None:
    graph = read(FOLDER / "brennac.txt")
    assert {tie.properties["basis"] for tie in graph.by_type("PILOTS", "PARTNERS")} == {"stated"}
    co = {folded(graph.index()[tie.start].name) for tie in graph.by_type("PILOTS") if tie.properties["co"]}
    assert co == {"mission locale du val d'arce"}


@pytest.mark.parametrize(
    ("name", "actions", "pilots"), [("cls_baronnies_seedlike", 29, 47), ("pcrs_plans_de_financement", 56, 56)]
)
def test_real_plans_laid_out_as_text(name: str, actions: int, pilots: int) -> None:
    path = OUTSIDE / f"{name}.txt"
    if not path.exists():
        pytest.skip("no outside material here")
    graph = read(path)
    assert len(graph.by_label("Action")) == actions
    assert len(graph.by_type("PILOTS")) == pilots
    assert graph.unread == []


def test_a_real_plan_of_financing_gives_every_share_and_amount() -> None:
    path = OUTSIDE / "pcrs_plans_de_financement.txt"
    if not path.exists():
        pytest.skip("no outside material here")
    lines = [line for line in path.read_text(encoding="utf-8").split("\n") if line.startswith(("- ", "Subvention"))]
    ties = read(path).by_type("FUNDS")
    assert len(ties) == len(lines)
    assert sum(tie.properties.get("amount") is not None for tie in ties) == sum("€" in line for line in lines) - 1
    assert sum(tie.properties.get("share") is not None for tie in ties) == sum("%" in line for line in lines)
