"""The matrix: figures in the margins are those of the ranking, those left out are counted and named."""

import time
from collections.abc import Callable

import pytest

from graph.model import Graph
from graph.network import Choices, commitments
from tests.map_checks import ALBERTVILLE, CHAMBERY, GRAPHS, SOURCE, both, check, plain, real, words
from tests.map_plans import Outlined, by_action, empty, large, no_actor, small
from viz.maps.matrix import matrix
from viz.maps.matrix_layout import pages
from viz.maps.scene import scenes
from viz.paper.canvas import Canvas
from viz.paper.sheet import FORMATS

A3, A4, SLIDE = FORMATS["a3"], FORMATS["a4"], FORMATS["16x9"]


def labels(page: Canvas) -> list[str]:
    return [plain(label.words) for label in page.labels]


@pytest.mark.parametrize("format_", FORMATS)
@pytest.mark.parametrize("name", GRAPHS)
def test_every_page_can_be_read(name: str, format_: str) -> None:
    chart = matrix(GRAPHS[name](), FORMATS[format_], SOURCE)  # type: ignore[index]
    check(chart, format_)
    assert chart.name == f"matrice-{format_}"


def test_the_real_plan() -> None:
    chart = matrix(real(CHAMBERY), A3, SOURCE)
    # 17, 16 and 16 objectives, then 11.
    assert plain(chart.title) == (
        "État, Grand Chambéry et Ville de Chambéry interviennent chacun dans au moins 16 objectifs sur 19 ; "
        "91 acteurs sur 125 n’ont qu’un objectif"
    )


@pytest.mark.parametrize("format_", FORMATS)
def test_rows_and_others_make_all_actors(format_: str) -> None:
    graph = real(CHAMBERY)
    chart = matrix(graph, FORMATS[format_], SOURCE)  # type: ignore[index]
    told = labels(chart.pages[0])
    others = next(int(label.split()[1]) for label in told if label.startswith("+ "))
    rows = next(int(part.split()[0]) for part in plain(words(chart)).split("En lignes, ")[1:])
    assert rows + others == 125
    names = " ".join(label for page in chart.pages for label in labels(page))
    for actor in commitments(graph)["acteur"]:
        # A long name is set on several rows, with the words of its neighbours between none of them.
        assert actor.replace("'", "’") in names


def test_totals_under_the_columns_are_degrees_of_the_network() -> None:
    graph = real(CHAMBERY)
    network = Choices().network(graph)
    page = matrix(graph, A3, SOURCE).pages[0]
    start = labels(page).index("Tous les acteurs")
    numbers = [int(label) for label in labels(page)[start + 1 : start + 20]]
    assert numbers == [network.degree(f"{CHAMBERY}/objectif-{number}") for number in range(1, 20)]


def test_bars_are_those_of_the_ranking() -> None:
    graph = real(CHAMBERY)
    page = matrix(graph, SLIDE, SOURCE).pages[0]
    told = labels(page)
    end = next(i for i, label in enumerate(told) if label.startswith("+ "))
    rows = next(int(part.split()[0]) for part in " ".join(told).split("En lignes, ")[1:])
    assert told[end - rows : end] == [str(number) for number in commitments(graph)["engagements"][:rows]]


def test_actions_are_counted_where_lists_name_nobody() -> None:
    chart = matrix(real(ALBERTVILLE), A3, SOURCE)
    told = labels(chart.pages[0])
    assert plain(chart.title) == (
        "Mission locale jeunes Albertville Tarentaise intervient dans 3 actions sur 75 ; "
        "5 acteurs sur 6 n’ont qu’une action"
    )
    assert "Actions" in told
    assert "Objectifs" not in told
    assert any(label.startswith("bord pointillé : rôle lu dans une action (déduit)") for label in told)
    assert told.count("3") >= 2  # in the cell and at the end of the bar


def test_cells_of_a_plan_by_action() -> None:
    rows = [[plain(str(cell)) for cell in row[2:]] for row in matrix(by_action(), A4, SOURCE).table.rows]
    assert rows == [
        ["1", "Objectif du plan 1", "A", "pilote", "lu dans les actions", "2"],
        ["1", "Objectif du plan 1", "B", "partenaire", "lu dans les actions", "1"],
        ["2", "Objectif du plan 2", "aucun acteur", "", "", "None"],
    ]


@pytest.mark.parametrize(
    ("graph", "title"),
    [
        (small, "A intervient dans les 2 objectifs du plan ; 1 acteur sur 2 n’a qu’un objectif"),
        (no_actor, "Le plan ne nomme aucun acteur pour ses 2 objectifs"),
        (empty, "Le plan ne contient aucun objectif"),
    ],
)
def test_titles_are_true(graph: Callable[[], Graph], title: str) -> None:
    assert plain(matrix(graph(), A4, SOURCE).title) == title


def test_those_who_tie_are_counted_not_named() -> None:
    told = Outlined()
    goals = [told.goal(told.axis()) for _ in range(2)]
    for rank in range(5):
        for goal in goals:
            told.role("PARTNERS", f"plan/A{rank}", goal)
    assert plain(matrix(told.graph, A4, SOURCE).title) == (
        "5 acteurs, à égalité, interviennent chacun dans les 2 objectifs du plan"
    )


def test_sixty_columns_take_pages_each_objective_once() -> None:
    [scene] = scenes(large())
    for page in FORMATS.values():
        found = [target.id for part in pages(scene, page) for _, targets in part for target in targets]
        assert found == [f"plan/objectif-{number}" for number in range(1, 61)]


def test_two_plans_each_have_their_page() -> None:
    chart = matrix(both(), SLIDE, SOURCE)
    told = [" ".join(labels(page)) for page in chart.pages]
    assert "Contrat de ville d’Albertville" in told[0]
    assert all("Contrat de ville de Grand Chambéry" in words for words in told[1:])


def test_axes_beyond_the_colours_are_hollow_and_numbered() -> None:
    chart = matrix(large(), A3, SOURCE)
    told = {label for page in chart.pages for label in labels(page)}
    assert {f"Axe {number}" for number in range(1, 11)} <= told


def test_it_is_quick() -> None:
    graph = real(CHAMBERY)
    matrix(graph, A3, SOURCE)
    start = time.process_time()
    matrix(graph, A3, SOURCE)
    assert time.process_time() - start < 0.5
