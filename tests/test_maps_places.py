"""Places by axis: actions and objectives counted by hand, what has no place said, labels clear on every format."""

import pytest

from graph.model import Graph
from tests import map_plans
from tests.paper_checks import look, real_plan, told_of
from viz.maps.places import places
from viz.maps.places_data import territory
from viz.maps.scene import scenes
from viz.paper.sheet import FORMATS, Format

SOURCE = "Source : plan.txt."
CHAMBERY, ALBERTVILLE = "grand-chambery-2021-2022", "albertville-2021"


class Located(map_plans.Outlined):
    """A plan with places."""

    def place(self, name: str, kind: str | None = "QPV", whole: str | None = None) -> str:
        id_ = f"terre/lieu/{name}"
        self.node("Place", id_, quotes=[name], name=name, **({"kind": kind} if kind else {}))
        if whole:
            self.tie("PART_OF", id_, whole)
        return id_


def worked() -> Graph:
    """Axis 1: objective 1 with actions 1, 2, 3; axis 2: objective 2 with action 1, itself in Nord.

    Action 1.1 in Nord and Sud, 1.2 in Nord, 1.3 nowhere, 2.1 nowhere; Vide is named only. Sud is in Ville.
    """
    told = Located()
    first, second = told.goal(told.axis()), told.goal(told.axis())
    one, two, _three = (told.action(first, number) for number in (1, 2, 3))
    told.action(second, 1)
    town = told.place("Ville", "commune")
    north, south = told.place("Nord"), told.place("Sud", whole=town)
    told.place("Vide", None)
    for target, place in ((one, north), (one, south), (two, north), (second, north)):
        told.tie("LOCATED_IN", target, place)
    return told.graph


def many(number: int = 45) -> Graph:
    """So many places of long names over ten axes and five kinds."""
    told = Located()
    goals = [told.goal(told.axis("Un axe au titre très long, pour voir ce que deviennent les mots")) for _ in range(10)]
    actions = [told.action(goal, i) for goal in goals for i in range(1, 13)]
    kinds = ["QPV", "veille active", "commune", "équipement", None]
    for i in range(number):
        place = told.place(f"{map_plans.LONG}{i:02d}"[-90:], kinds[i % 5])
        for j in range(i % 7):
            told.tie("LOCATED_IN", actions[(i * 11 + j * 13) % len(actions)], place)
    return told.graph


def nowhere() -> Graph:
    told = Located()
    told.action(told.goal(), 1)
    told.place("Nord")
    return told.graph


DRAWN = {
    "worked": worked,
    "many": many,
    "nowhere": nowhere,
    "chambery": lambda: real_plan(CHAMBERY),
    "albertville": lambda: real_plan(ALBERTVILLE),
    "both": lambda: real_plan(CHAMBERY, ALBERTVILLE),
}


@pytest.mark.parametrize("page", FORMATS.values(), ids=lambda page: page.name)
@pytest.mark.parametrize("made", DRAWN.values(), ids=DRAWN)
def test_labels_stand_clear_on_every_format(made, page: Format) -> None:
    chart = places(made(), page, SOURCE)
    assert chart
    assert chart.name == f"lieux-{page.name}"
    look(chart, page)


@pytest.mark.parametrize("made", map_plans.MADE.values(), ids=map_plans.MADE)
def test_a_plan_without_places_has_no_map(made) -> None:
    assert places(made(), FORMATS["a3"], SOURCE) is None


def test_places_hold_what_is_located_in_them_and_in_their_parts() -> None:
    graph = worked()
    told = territory(graph, scenes(graph)[0])
    assert [(row.name, row.kind, row.actions, row.objectives) for row in told.rows] == [
        ("Nord", "QPV", 2, 2),
        ("Sud", "QPV", 1, 1),
        ("Ville", "commune", 1, 1),
        ("Vide", "", 0, 0),
    ]
    assert (told.total, told.without) == (4, 2)
    north = told.rows[0].cells
    assert {axis: (len(cell.actions), cell.objectives) for axis, cell in north.items()} == {
        "plan/axe-1": (2, ("1",)),
        "plan/axe-2": (0, ("2",)),
    }


def test_the_title_says_what_has_no_place_and_which_place_has_most() -> None:
    def title(graph: Graph) -> str:
        chart = places(graph, FORMATS["a4"], SOURCE)
        assert chart
        return chart.title.replace("\u00a0", " ")

    assert title(worked()) == "2 actions sur 4 sans lieu écrit ; en tête : Nord (2 actions)"
    assert title(nowhere()) == "Aucune action n’a de lieu écrit ; 1 lieu nommé sans action"
    assert title(real_plan(CHAMBERY)).startswith(
        "195 actions sur 220 sans lieu écrit ; en tête : Hauts-de-Chambéry (5 actions)"
    )
    assert "en tête à égalité : 4 lieux (2 actions chacun)" in title(real_plan(ALBERTVILLE))


def test_the_row_of_what_has_no_place_stands_on_every_page() -> None:
    for page in FORMATS.values():
        chart = places(many(), page, SOURCE)
        assert chart
        assert told_of(chart).count("Actions sans lieu écrit") == len(chart.pages)
    assert len(chart.pages) > 1


def test_the_table_has_every_place_and_a_row_of_totals() -> None:
    chart = places(worked(), FORMATS["a3"], SOURCE)
    assert chart
    assert [list(row)[1:6] for row in chart.table.rows if row[3] == "tous"] == [
        ["Nord", "QPV", "tous", 2, 2],
        ["Sud", "QPV", "tous", 1, 1],
        ["Ville", "commune", "tous", 1, 1],
        ["Vide", "", "tous", 0, 0],
        ["sans lieu écrit", "", "tous", 2, 0],
    ]
