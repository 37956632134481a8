"""Who works with whom: pairs counted by hand, titles for ties and for none, labels clear on every format."""

import pytest

from graph.model import Graph
from tests import map_plans
from tests.paper_checks import look, real_plan, told_of
from viz.maps.meetings import meetings
from viz.maps.scene import scenes
from viz.maps.together import together
from viz.paper.sheet import FORMATS, Format

SOURCE = "Source : plan.txt."
CHAMBERY, ALBERTVILLE = "grand-chambery-2021-2022", "albertville-2021"
DRAWN = {
    **map_plans.MADE,
    "chambery": lambda: real_plan(CHAMBERY),
    "albertville": lambda: real_plan(ALBERTVILLE),
    "both": lambda: real_plan(CHAMBERY, ALBERTVILLE),
}


def title(graph: Graph) -> str:
    return together(graph, FORMATS["a4"], SOURCE).title.replace("\u00a0", " ")


def house(*targets: int) -> map_plans.Outlined:
    """Three objectives; A and B pilot the first ones, as many as said for each."""
    told = map_plans.Outlined()
    axis = told.axis()
    goals = [told.goal(axis) for _ in range(3)]
    for name, number in zip("ABC", targets, strict=False):
        for goal in goals[:number]:
            told.role("PARTNERS", f"plan/{name}", goal)
    return told


@pytest.mark.parametrize("page", FORMATS.values(), ids=lambda page: page.name)
@pytest.mark.parametrize("made", DRAWN.values(), ids=DRAWN)
def test_labels_stand_clear_on_every_format(made, page: Format) -> None:
    chart = together(made(), page, SOURCE)
    assert chart.name == f"ensemble-{page.name}"
    look(chart, page)


def test_the_title_names_the_pair_that_shares_most() -> None:
    assert title(house(3, 3, 1).graph) == "A et B : 3 objectifs en commun, plus que toute autre paire"
    assert title(house(3, 3, 3).graph) == "3 paires d’acteurs à égalité en tête : 3 objectifs en commun"
    assert title(house(1, 1, 1).graph) == "Aucune paire d’acteurs ne partage plus d’un objectif"
    assert title(house(2, 2).graph) == "Une seule paire d’acteurs réunie : A et B, pour 2 objectifs"
    assert title(house(3).graph) == "Aucun objectif ne réunit deux acteurs nommés"
    assert title(map_plans.by_action()) == "Une seule paire d’acteurs réunie : A et B, pour 1 action"
    assert title(map_plans.no_actor()) == "Aucun objectif ne réunit deux acteurs nommés"


def test_generic_names_do_not_meet_and_a_service_is_of_its_house() -> None:
    told = house(2, 1)
    told.actor("plan/A/service", "Service de A")
    told.actor("plan/gens", "Habitants", generic=True)
    told.tie("PART_OF", "plan/A/service", "plan/A")
    for goal in told.goals[:2]:
        told.role("PARTNERS", "plan/A/service", goal)
        told.role("PARTNERS", "plan/gens", goal)
    met = meetings(scenes(told.graph)[0])
    assert met.shared == {
        ("plan/A", "plan/A/service"): told.goals[:2],
        ("plan/A", "plan/B"): told.goals[:1],
        ("plan/A/service", "plan/B"): told.goals[:1],
    }
    assert met.kin == {("plan/A", "plan/A/service")}
    assert title(told.graph) == "Aucune paire d’acteurs ne partage plus d’un objectif"
    assert "organisation et service, ou groupe et membre" in told_of(together(told.graph, FORMATS["a3"], SOURCE))


def test_those_who_have_no_room_are_counted_and_in_the_table() -> None:
    chart = together(map_plans.large(), FORMATS["16x9"], SOURCE)
    words = " ".join(told_of(chart))
    assert "281 autres acteurs" in words
    named = {row[1] for row in chart.table.rows} | {row[2] for row in chart.table.rows}
    assert len(named) > 280


def test_the_table_says_in_which_objectives() -> None:
    rows = together(house(3, 2).graph, FORMATS["a3"], SOURCE).table.rows
    assert [list(row)[1:5] for row in rows] == [["A", "B", 2, "1, 2"]]


def test_each_plan_has_its_page_at_its_own_level() -> None:
    chart = together(real_plan(CHAMBERY, ALBERTVILLE), FORMATS["a3"], SOURCE)
    assert len(chart.pages) == 2
    assert {"objectifs en commun" in page.title for page in chart.pages} == {True, False}


def test_the_same_graph_gives_the_same_bytes() -> None:
    first, second = (together(map_plans.large(), FORMATS["a3"], SOURCE).pages[0].svg() for _ in range(2))
    assert first == second
