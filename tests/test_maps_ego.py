"""The map of one actor: its words counted by hand, its labels clear of each other on every plan and format."""

import pytest

from graph.errors import InputError
from graph.model import Graph
from graph.network import commitments
from tests import map_plans, money_plans
from tests.paper_checks import look, real_plan, told_of
from viz.maps.ego import ego
from viz.paper.chart import Chart
from viz.paper.sheet import FORMATS, Format

SOURCE = "Source : plan.txt."
CHAMBERY, ALBERTVILLE = "grand-chambery-2021-2022", "albertville-2021"
DRAWN = {
    "large, everywhere": (map_plans.large, "plan/a0"),
    "large, once": (map_plans.large, "plan/a298"),
    "small": (map_plans.small, "plan/A"),
    "long names": (map_plans.long_names, "plan/a0"),
    "no axis": (map_plans.no_axis, "plan/A"),
    "no pilot": (map_plans.no_pilot, "plan/A"),
    "by action": (map_plans.by_action, "plan/A"),
    "funder": (lambda: money_plans.worked().graph, "plan/A"),
    "crowd of funds": (money_plans.crowded, "plan/club3"),
    "state": (lambda: real_plan(CHAMBERY), "etat"),
    "both plans": (lambda: real_plan(CHAMBERY, ALBERTVILLE), "pole-emploi"),
}


def everywhere() -> Graph:
    """Sixty objectives under ten axes, one actor in all of them with three hundred others."""
    graph = map_plans.large()
    told = map_plans.Outlined()
    told.graph = graph
    for goal in [node.id for node in graph.by_label("Objective")]:
        told.tie("PARTNERS", "plan/a5", goal, basis="stated")
    return graph


def plain(words: str) -> str:
    return words.replace("\u00a0", " ").replace("\u202f", " ")


def chart_of(graph: Graph, actor: str, page: str = "a3") -> Chart:
    return ego(graph, actor, FORMATS[page], SOURCE)  # type: ignore[index]


@pytest.mark.parametrize("page", FORMATS.values(), ids=lambda page: page.name)
@pytest.mark.parametrize(("made", "actor"), DRAWN.values(), ids=DRAWN)
def test_labels_stand_clear_on_every_format(made, actor: str, page: Format) -> None:
    chart = ego(made(), actor, page, SOURCE)
    assert chart.name.endswith(f"-{page.name}")
    look(chart, page)


@pytest.mark.parametrize("page", FORMATS.values(), ids=lambda page: page.name)
def test_an_actor_of_sixty_objectives_has_more_pages_and_loses_none(page: Format) -> None:
    chart = ego(everywhere(), "plan/a5", page, SOURCE)
    look(chart, page)
    assert len(chart.pages) > 1
    words = told_of(chart)
    assert sum(word in ("1 mention", "2 mentions") for word in words) == 60
    assert sum(row[1] == "engagement" for row in chart.table.rows) == 60
    drawn = sum(row[1] == "avec" for row in chart.table.rows)
    assert f"aux côtés de {drawn} acteurs" in plain(chart.title)


def test_the_title_counts_what_the_actor_leads_and_with_whom() -> None:
    assert plain(chart_of(map_plans.small(), "plan/A").title) == "A : pilote de 2 objectifs, aux côtés d’un acteur"
    assert plain(chart_of(map_plans.small(), "plan/B").title) == ("B : partenaire d’un objectif, aux côtés d’un acteur")
    assert plain(chart_of(map_plans.no_axis(), "plan/A").title) == "A : pilote d’un objectif, sans autre acteur"
    assert plain(chart_of(map_plans.by_action(), "plan/A").title) == "A : pilote de 2 actions, aux côtés d’un acteur"


def test_the_subtitle_says_of_how_many_and_by_how_many_mentions() -> None:
    words = told_of(chart_of(map_plans.small(), "plan/A"))
    assert "2 sur 2 objectifs ; 2 mentions dans le document." in words


def test_figures_are_those_of_the_ranking() -> None:
    graph = real_plan(CHAMBERY)
    row = commitments(graph).set_index("id").loc["etat"]
    title = plain(chart_of(graph, "etat").title)
    pilot, rest = row["pilote"], row["engagements"] - row["pilote"]
    assert title.startswith(f"État : pilote de {pilot} objectifs, partenaire de {rest} autres, ")


def test_a_role_read_in_actions_alone_is_drawn_apart_and_not_counted() -> None:
    told = map_plans.Outlined()
    axis = told.axis()
    first, second = told.goal(axis), told.goal(axis)
    told.role("PILOTS", "plan/A", first)
    told.role("PARTNERS", "plan/A", told.action(second, 1), "inferred")
    chart = chart_of(told.graph, "plan/A")
    assert plain(chart.title) == "A : pilote d’un objectif, sans autre acteur"
    words = told_of(chart)
    assert "rôle dans une action seulement, non compté" in words
    assert "1 sur 2 objectifs ; 2 mentions dans le document ; un rôle aussi dans 1 action." in words
    assert [row[6] for row in chart.table.rows] == ["", "rôle dans une action seulement, non compté"]


def test_an_actor_without_role_says_so_with_its_money() -> None:
    graph = money_plans.worked().graph
    assert plain(chart_of(graph, "plan/A").title) == (
        "A : aucun rôle de pilote ni de partenaire ; cité parmi les financeurs"
    )
    words = told_of(chart_of(graph, "plan/A"))
    assert "60 € (subvention)" in words
    assert "30 € (prêt, à rembourser)" in told_of(chart_of(graph, "plan/B"))
    club = chart_of(graph, "plan/club")
    assert plain(club.title).endswith("bénéficiaire")
    assert "5 € : D" in told_of(club)


def test_both_plans_have_their_page() -> None:
    chart = chart_of(real_plan(CHAMBERY, ALBERTVILLE), "pole-emploi")
    assert len({row[0] for row in chart.table.rows if row[1] == "engagement"}) == len(chart.pages)


def test_an_unknown_actor_is_the_users_fault() -> None:
    with pytest.raises(InputError, match="aucun acteur"):
        chart_of(map_plans.small(), "plan/Z")
    with pytest.raises(InputError):
        chart_of(map_plans.small(), "plan/objectif-1")


def test_the_same_graph_gives_the_same_bytes() -> None:
    first, second = (chart_of(map_plans.large(), "plan/a0", "a4").pages[0].svg() for _ in range(2))
    assert first == second
