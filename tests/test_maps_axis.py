"""Sheets of an axis: what each objective hangs on, and its actions, tools, places and money as written."""

import time
from collections.abc import Callable

import pytest

from graph.model import Graph
from tests.map_checks import ALBERTVILLE, CHAMBERY, GRAPHS, SOURCE, both, check, plain, real, words
from tests.map_plans import Outlined, by_action, empty, no_actor, no_axis, no_pilot, small
from viz.maps.axis import axis_sheets
from viz.paper.sheet import FORMATS

A3, A4, SLIDE = FORMATS["a3"], FORMATS["a4"], FORMATS["16x9"]


def titles(graph: Graph) -> list[str]:
    return [plain(chart.title) for chart in axis_sheets(graph, A4, SOURCE)]


@pytest.mark.parametrize("format_", FORMATS)
@pytest.mark.parametrize("name", GRAPHS)
def test_every_page_can_be_read(name: str, format_: str) -> None:
    charts = axis_sheets(GRAPHS[name](), FORMATS[format_], SOURCE)  # type: ignore[index]
    for chart in charts:
        check(chart, format_)
    names = [chart.name for chart in charts]
    assert len(set(names)) == len(names)


def test_the_axes_of_the_real_plan() -> None:
    # Pilots by objective, read in the plan: 4, 1, 1, 3 | 2, 2 | … | 1, 2, 1, 1 | 3, 3, 3.
    assert titles(real(CHAMBERY)) == [
        "Axe 1 : 2 objectifs sur 4 ne tiennent qu’à un pilote",
        "Axe 2 : chaque objectif a au moins deux pilotes",
        "Axe 3 : chaque objectif a au moins deux pilotes",
        "Axe 4 : 3 objectifs sur 4 ne tiennent qu’à un pilote",
        "Axe 5 : chaque objectif a au moins deux pilotes",
    ]


def test_a_sheet_of_the_real_plan() -> None:
    chart = axis_sheets(real(CHAMBERY), A3, SOURCE)[0]
    told = plain(words(chart))
    assert "4 objectifs 46 actions 6 pilotes" in told
    assert "un seul pilote : Ville de Chambéry" in told.replace("  ", " ")
    assert "89,3 M€" in told
    assert "16 à développer" in told
    row = [plain(str(cell)) for cell in chart.table.rows[1]]
    assert row[2:5] == ["2", "Développer la gestion urbaine de proximité", "Ville de Chambéry"]
    assert row[6:8] == ["11", "6 en cours ; 5 à développer"]
    assert row[11] == "un seul pilote : Ville de Chambéry"


def test_a_plan_without_lists() -> None:
    found = titles(real(ALBERTVILLE))
    assert found[:2] == [
        "Axe A : 3 objectifs sur 4 n’ont aucun acteur nommé",
        "Axe B : aucun acteur nommé pour 4 objectifs",
    ]
    told = plain(words(axis_sheets(real(ALBERTVILLE), A3, SOURCE)[1]))
    assert "B. LOGEMENT ET CADRE DE VIE" in told
    assert "Ce plan ne liste ni pilotes ni partenaires" in told
    assert "(enveloppe nationale)" in told


@pytest.mark.parametrize(
    ("graph", "expected"),
    [
        (small, ["Axe 1 : chacun des 2 objectifs ne tient qu’à un pilote"]),
        (no_axis, ["Sans axe : 1 objectif sur 3 ne tient qu’à un pilote et 2 n’ont pas de pilote"]),
        (no_pilot, ["Axe 1 : aucun pilote nommé pour 2 objectifs"]),
        (no_actor, ["Axe 1 : aucun acteur nommé pour 2 objectifs"]),
        (by_action, ["Axe 1 : 1 objectif sur 2 n’a aucun acteur nommé"]),
        (empty, []),
        (Graph, []),
    ],
)
def test_titles_are_true(graph: Callable[[], Graph], expected: list[str]) -> None:
    assert titles(graph()) == expected


def test_what_is_fragile() -> None:
    chart = axis_sheets(no_axis(), A3, SOURCE)[0]
    found = [plain(str(row[11])) for row in chart.table.rows]
    assert found == [
        "un seul pilote : A ; aucun partenaire",
        "sans pilote ; un seul acteur : B",
        "aucun acteur nommé",
    ]


def test_actions_that_hang_on_one_actor() -> None:
    # Of three actions, A alone carries one and pilots another that B helps; nobody the third.
    chart = axis_sheets(by_action(), A3, SOURCE)[0]
    assert plain(str(chart.table.rows[0][11])) == (
        "2 actions sur 3 ne tiennent qu’à un acteur ; 1 action sur 3 sans acteur nommé"
    )


def test_states_tools_places_and_money() -> None:
    told = Outlined()
    goal = told.goal(told.axis())
    for number, status in enumerate(("en_cours", "a_developper", "a_developper", None), 1):
        told.action(goal, number, status=status)
    told.tie("USES", goal, told.node("Tool", "plan/outil", quotes=["x"], name="Outil", announced_amount=2_000_000))
    told.tie("LOCATED_IN", f"{goal}/action-1", told.node("Place", "plan/lieu", quotes=["x"], name="Lieu", kind="QPV"))
    source = told.node("FundingSource", "plan/pret", quotes=["x"], name="Avance", kind="prêt")
    told.tie("FUNDS", source, goal, amount=1_001)
    [chart] = axis_sheets(told.graph, A3, SOURCE)
    row = [plain(str(cell)) for cell in chart.table.rows[0]]
    assert row[6:11] == [
        "4",
        "1 en cours ; 2 à développer ; 1 sans état précisé",
        "Outil",
        "Lieu (QPV)",
        "2 M€ (total annoncé) : Outil ; 1 001 € (prêt) : Avance",
    ]


@pytest.mark.parametrize("format_", FORMATS)
def test_no_amount_is_cut(format_: str) -> None:
    """Objective 1 names amounts that must stand whole, whatever the room; the others are said to be left out."""
    chart = axis_sheets(real(CHAMBERY), FORMATS[format_], SOURCE)[0]  # type: ignore[index]
    told = plain(words(chart))
    assert "138 M€ (total annoncé) : Projet de" in told
    assert "120 M€ (total annoncé)" in told
    assert "18 M€ (total annoncé)" in told
    assert not [
        label.words for page in chart.pages for label in page.labels if label.words.endswith(("annoncé…", "M…", "€…"))
    ]


def test_an_axis_with_more_than_a_page_goes_on() -> None:
    told = Outlined()
    axis = told.axis()
    for _ in range(30):
        told.goal(axis)
    [chart] = axis_sheets(told.graph, SLIDE, SOURCE)
    assert len(chart.pages) > 1
    numbers = {label.words for page in chart.pages for label in page.labels}
    assert {str(number) for number in range(1, 31)} <= numbers
    assert f"Page 2 sur {len(chart.pages)}" in plain(words(chart))


def test_sheets_of_two_plans_have_their_own_names() -> None:
    names = [chart.name for chart in axis_sheets(both(), A4, SOURCE)]
    assert names[0] == "albertville-2021-axe-a-a4"
    assert names[-1] == "grand-chambery-2021-2022-axe-5-a4"


def test_it_is_quick() -> None:
    graph = real(CHAMBERY)
    axis_sheets(graph, A3, SOURCE)
    start = time.process_time()
    axis_sheets(graph, A3, SOURCE)
    assert time.process_time() - start < 0.5
