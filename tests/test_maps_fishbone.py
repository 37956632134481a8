"""The fishbone: titles true of any plan, everybody named somewhere, nothing covered."""

import re
import time

import pytest

from graph.network import commitments
from tests.map_checks import ALBERTVILLE, CHAMBERY, GRAPHS, SOURCE, both, check, plain, real, words
from tests.map_plans import Outlined, by_action, empty, large, no_actor, no_pilot, small
from viz.maps.fishbone import fishbone
from viz.paper import press
from viz.paper.sheet import FORMATS

A3, A4, SLIDE = FORMATS["a3"], FORMATS["a4"], FORMATS["16x9"]


@pytest.mark.parametrize("format_", FORMATS)
@pytest.mark.parametrize("name", GRAPHS)
def test_every_page_can_be_read(name: str, format_: str) -> None:
    chart = fishbone(GRAPHS[name](), FORMATS[format_], SOURCE)  # type: ignore[index]
    check(chart, format_)
    assert chart.name == f"arete-{format_}"


def test_the_real_plan_on_one_a3_page() -> None:
    chart = fishbone(real(CHAMBERY), A3, SOURCE)
    assert len(chart.pages) == 1
    # Piloted: 15, 11 and 6 objectives, then 1; only objectives 7 and 16 have other pilots alone.
    assert plain(chart.title) == (
        "Grand Chambéry, Ville de Chambéry ou État pilotent 17 objectifs sur 19 ; "
        "91 acteurs sur 125 n’ont qu’un objectif"
    )
    told = plain(words(chart))
    assert "19 objectifs, 12 pilotes, 125 acteurs" in told
    assert "Grand Chambéry · 15" in told
    assert "État · 6" in told
    assert "État · 17" in told


def test_figures_are_those_of_the_ranking() -> None:
    graph = real(CHAMBERY)
    told = plain(words(fishbone(graph, A3, SOURCE)))
    shown = set(re.findall(r"([\w’' +()-]+?) · (\d+)", told))
    assert shown
    for row in commitments(graph).itertuples():
        if row.pilote > 1:
            assert f"{row.acteur.replace(chr(39), '’')} · {row.pilote}" in told


def test_a_plan_without_lists_says_so_and_is_dotted() -> None:
    chart = fishbone(real(ALBERTVILLE), A3, SOURCE)
    assert plain(chart.title) == "Le plan ne nomme aucun pilote ; 5 objectifs sur 18 ont un acteur ou plus"
    told = plain(words(chart))
    assert "Ce plan ne liste ni pilotes ni partenaires" in told
    assert "Mission locale jeunes Albertville Tarentaise · 3" in told.replace("\n", " ")
    svg = chart.pages[0].svg()
    assert svg.count('stroke-dasharray="1.2 3"') == 7  # six ties and the legend
    assert 'stroke-dasharray="4 3" opacity' not in svg


def test_two_plans_are_told_apart() -> None:
    chart = fishbone(both(), A3, SOURCE)
    assert len(chart.pages) == 2
    titles = [plain(page.title) for page in chart.pages]
    assert titles[0].startswith("Le plan ne nomme aucun pilote")
    assert titles[1].startswith("Grand Chambéry, Ville de Chambéry ou État")
    assert plain(chart.title) == "Qui pilote quoi dans 2 plans"
    assert {row[0] for row in chart.table.rows} == {
        "Contrat de ville d’Albertville – mesures du Comité interministériel du 29 janvier 2021",
        "Contrat de ville de Grand Chambéry – plan d’actions 2021-2022",
    }


@pytest.mark.parametrize(
    ("graph", "title"),
    [
        (small, "A pilote les 2 objectifs du plan ; 1 acteur sur 2 n’a qu’un objectif"),
        (no_pilot, "Le plan ne nomme aucun pilote ; A intervient dans les 2 objectifs du plan"),
        (by_action, "A pilote 2 actions sur 4 ; 1 acteur sur 2 n’a qu’une action"),
        (no_actor, "Le plan ne nomme aucun acteur pour ses 2 objectifs"),
        (empty, "Le plan ne contient aucun objectif"),
    ],
)
def test_titles_are_true(graph: object, title: str) -> None:
    assert plain(fishbone(graph(), A4, SOURCE).title) == title  # type: ignore[operator]


def test_pilots_that_tie_are_not_named_first() -> None:
    told = Outlined()
    axis = told.axis()
    for i in range(4):
        told.role("PILOTS", f"plan/P{i}", told.goal(axis))
    assert plain(fishbone(told.graph, A4, SOURCE).title) == "4 pilotes, à égalité, pilotent chacun 1 objectif sur 4"


def test_everybody_is_named_on_paper() -> None:
    told = plain(words(fishbone(real(CHAMBERY), A4, SOURCE)))
    for hidden in re.findall(r"et (\d+) autre", told):
        assert int(hidden) < 20  # said, and in the table
    rows = fishbone(real(CHAMBERY), A4, SOURCE).table.rows
    assert len({row[4] for row in rows}) == 125
    assert len({row[2] for row in rows}) == 19


def test_sixty_objectives_take_pages_that_say_so() -> None:
    chart = fishbone(large(), A4, SOURCE)
    assert len(chart.pages) > 1
    told = plain(words(chart))
    assert f"Page 1 sur {len(chart.pages)}" in told
    numbers = {label.words for page in chart.pages for label in page.labels}
    assert {str(number) for number in range(1, 61)} <= numbers


def test_the_table_says_what_is_drawn() -> None:
    rows = [[plain(str(cell)) for cell in row[2:7]] for row in fishbone(small(), A3, SOURCE).table.rows]
    assert rows == [
        ["1", "Objectif du plan 1", "A", "pilote", "écrit"],
        ["1", "Objectif du plan 1", "B", "partenaire", "écrit"],
        ["2", "Objectif du plan 2", "A", "pilote", "écrit"],
    ]


def test_the_same_graph_gives_the_same_bytes_and_a_pdf() -> None:
    one, two = (fishbone(real(CHAMBERY), SLIDE, SOURCE) for _ in range(2))
    assert [page.svg() for page in one.pages] == [page.svg() for page in two.pages]
    assert press.pdf(one.pages, one.title).startswith(b"%PDF")


def test_it_is_quick() -> None:
    graph = real(CHAMBERY)
    fishbone(graph, A3, SOURCE)
    start = time.process_time()
    fishbone(graph, A3, SOURCE)
    assert time.process_time() - start < 0.5
