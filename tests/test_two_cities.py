"""Two cities in one base: national bodies are one node, namesakes stay apart, and rankings say whom they count."""

from pathlib import Path

import pytest

from graph.model import Graph
from graph.network import commitments, plans_counted, usual_level
from maillage.pipeline import read_graphs

PLANS = Path(__file__).parent.parent / "plans"
ALBERTVILLE, CHAMBERY = "albertville-2021", "grand-chambery-2021-2022"


@pytest.fixture(scope="module")
def both() -> Graph:
    return read_graphs([PLANS])


def plans_of(graph: Graph, actor: str) -> set[str]:
    return {tie.end.partition("/")[0] for tie in graph.by_type("STATED_IN") if tie.start == actor}


def named(graph: Graph, alias: str) -> dict[str, set[str]]:
    """Actors that some document names so, with the plans that name them."""
    found = [node.id for node in graph.by_label("Actor") if alias in (node.name, *node.properties["aliases"])]
    return {actor: plans_of(graph, actor) for actor in found}


@pytest.mark.parametrize("body", ["Pôle emploi", "ANRU", "MILDECA", "Police nationale", "État"])
def test_a_national_body_is_one_actor_in_both_cities(both: Graph, body: str) -> None:
    (plans,) = named(both, body).values()
    assert plans == {ALBERTVILLE, CHAMBERY}


@pytest.mark.parametrize("alias", ["MLJ", "IREPS"])
def test_namesakes_of_two_cities_stay_apart(both: Graph, alias: str) -> None:
    found = named(both, alias)
    assert len(found) == 2
    assert sorted(map(sorted, found.values())) == [[ALBERTVILLE], [CHAMBERY]]


def test_only_national_bodies_are_shared(both: Graph) -> None:
    shared = {node.id for node in both.by_label("Actor") if len(plans_of(both, node.id)) == 2}
    assert all("/" not in actor for actor in shared), shared


def test_the_two_towns_are_two(both: Graph) -> None:
    assert named(both, "Ville d'Albertville").keys().isdisjoint(named(both, "Ville de Chambéry"))


def test_a_ranking_says_which_plans_it_counts(both: Graph) -> None:
    assert usual_level(both) == "objectif"
    assert plans_counted(both, "objectif") == ([CHAMBERY], [ALBERTVILLE])
    assert plans_counted(both, "action") == ([ALBERTVILLE, CHAMBERY], [])


def test_a_plan_that_names_nobody_at_its_objectives_is_counted_by_actions() -> None:
    graph = read_graphs([PLANS / ALBERTVILLE])
    assert usual_level(graph) == "action"
    first = commitments(graph, usual_level(graph)).iloc[0]
    # Partners of three responses, by reading: lines 29, 30 and 32.
    assert (first["acteur"], first["engagements"]) == ("Mission locale jeunes Albertville Tarentaise", 3)
