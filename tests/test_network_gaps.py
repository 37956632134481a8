"""What a plan leaves out: by hand, against naive recounts, and on the two real plans by reading them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path
from statistics import median
from typing import Any

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.model import Graph, Node, Relationship
from graph.network.choices import Choices
from graph.network.gaps import (
    coverage,
    few_partners,
    notes,
    pair_counts,
    partners_per_action,
    sentences,
    strangers,
    uncovered,
)
from graph.network.gaps.strangers import many
from maillage.pipeline import read_graphs
from tests.test_comparison_properties import plans as any_plan

PLANS = Path(__file__).parent.parent / "plans"
ALBERTVILLE, CHAMBERY = "albertville-2021", "grand-chambery-2021-2022"
NAMED, STATED = Choices("tous", generic=False), Choices("tous", basis=frozenset({"stated"}))
LISTED = Choices("objectif")

Rows = list[tuple[Any, ...]]


class Drawn(Graph):
    """A plan p drawn by hand, one call a thing; each gives its id back."""

    def __init__(self, plan: str = "p") -> None:
        super().__init__([Node("Plan", plan, {"name": plan})])
        self.plan = plan

    def axis(self, number: int) -> str:
        return self._laid("Axis", f"{self.plan}/x{number}", self.plan, number=number, title=f"Thème {number}")

    def objective(self, number: int, axis: str) -> str:
        return self._laid("Objective", f"{self.plan}/o{number}", axis, number=number, title=f"Titre {number}")

    def action(self, parent: str, number: int = 1) -> str:
        return self._laid("Action", f"{parent}/a{number}", parent, text="Agir")

    def _laid(self, label: str, id_: str, parent: str, **properties: Any) -> str:
        self.nodes.append(Node(label, id_, {"name": id_, "position": len(self.nodes), **properties}))
        self.tie(f"HAS_{label.upper()}", parent, id_)
        return id_

    def actor(self, id_: str, kind: str | None = None, *, generic: bool = False) -> str:
        self.nodes.append(Node("Actor", id_, {"name": id_.capitalize(), "kind": kind, "generic": generic}))
        return id_

    def place(self, id_: str, kind: str | None) -> str:
        self.nodes.append(Node("Place", id_, {"name": id_.capitalize(), "kind": kind}))
        self.tie("STATED_IN", id_, f"{self.plan}/plan.txt")
        return id_

    def tie(self, type_: str, start: str, end: str, **properties: Any) -> None:
        self.relationships.append(Relationship(type_, start, end, properties))

    def partners(self, target: str, *actors: str, basis: str = "stated") -> None:
        for actor in actors:
            self.tie("PARTNERS", actor, target, basis=basis)


def rows(frame: pd.DataFrame, columns: str) -> Rows:
    return [tuple(row) for row in frame[columns.split()].to_numpy().tolist()]


# Axis × kind


@pytest.fixture
def town() -> Drawn:
    """Axis 1: objective 1 and two actions; axis 2: objective 2 and an action; axis 3: an objective without anyone."""
    plan = Drawn()
    first, second, third = (plan.objective(number, plan.axis(number)) for number in (1, 2, 3))
    action, _, other = plan.action(first, 1), plan.action(first, 2), plan.action(second)
    plan.tie("PILOTS", plan.actor("ville", "collectivité"), first)
    plan.tie("PILOTS", "ville", second)
    plan.partners(first, plan.actor("logis", "bailleur"), plan.actor("ecole", "établissement scolaire"))
    plan.partners(action, plan.actor("club", "association"))
    plan.partners(second, plan.actor("inconnue"))
    plan.tie("MENTIONED_IN", "ecole", other)
    plan.action(third)
    return plan


def test_every_cell_of_axis_and_kind(town: Drawn) -> None:
    found = rows(coverage(town), "axe type objectifs actions acteurs inconnus")
    kinds = ["collectivité", "bailleur", "établissement scolaire", "association", "inconnu"]
    assert found == [
        *[("1", kind, 1, 2, count, 0) for kind, count in zip(kinds, [1, 1, 1, 1, 0], strict=True)],
        *[("2", kind, 1, 1, count, 1) for kind, count in zip(kinds, [1, 0, 0, 0, 1], strict=True)],
        *[("3", kind, 1, 1, 0, 0) for kind in kinds],
    ]


def test_kinds_named_elsewhere_and_an_axis_with_nobody(town: Drawn) -> None:
    columns = "lacune axe type objectifs actions acteurs ailleurs noms_ailleurs axes_ailleurs inconnus cites"
    assert rows(uncovered(town), columns) == [
        ("axe × type", "2", "bailleur", 1, 1, 2, 1, ["Logis"], ["1"], 1, []),
        ("axe × type", "2", "établissement scolaire", 1, 1, 2, 1, ["Ecole"], ["1"], 1, ["Ecole"]),
        ("axe × type", "2", "association", 1, 1, 2, 1, ["Club"], ["1"], 1, []),
        ("axe", "3", "", 1, 1, 0, 0, [], [], 0, []),
    ]


def test_a_kind_that_only_actions_name_is_not_missed_where_only_objectives_count(town: Drawn) -> None:
    assert "association" not in set(uncovered(town, LISTED)["type"])


def test_a_service_is_of_its_organisations_kind_and_an_orphan_service_of_none(town: Drawn) -> None:
    town.tie("PART_OF", town.actor("logis/accueil", "service"), "logis")
    town.partners("p/o2", "logis/accueil", town.actor("accueil", "service"))
    missing = uncovered(town)
    assert "bailleur" not in set(missing["type"])
    assert set(missing[missing["axe"] == "2"]["inconnus"]) == {2}


def test_a_generic_name_is_of_its_kind_only_where_generic_names_count(town: Drawn) -> None:
    town.partners("p/o2", town.actor("bailleurs sociaux", "bailleur", generic=True))
    assert "bailleur" not in set(uncovered(town)["type"])
    assert "bailleur" in set(uncovered(town, NAMED)["type"])


def test_the_kinds_of_most_axes_come_first(town: Drawn) -> None:
    # One association in two axes stands before two landlords in one.
    town.partners("p/o3", "club")
    town.partners("p/o1", town.actor("habitat", "bailleur"))
    missing = uncovered(town)
    assert missing[missing["axe"] == "2"]["type"].tolist() == ["association", "bailleur", "établissement scolaire"]


def test_a_plan_that_names_nobody_has_no_empty_axis_or_kind() -> None:
    plan = Drawn()
    plan.action(plan.objective(1, plan.axis(1)))
    assert uncovered(plan).empty
    assert coverage(plan).empty
    assert uncovered(Graph()).empty


def test_an_axis_that_holds_nothing_of_the_level_is_not_without_anyone(town: Drawn) -> None:
    town.action(town.axis(4))
    assert "4" not in set(uncovered(town, LISTED)["axe"])
    assert "4" in set(uncovered(town)["axe"])


# Places


@pytest.fixture
def districts() -> Drawn:
    """Three QPV and a hall. Axis 1 acts in the north, with a club; axis 2 in the north and the south, with nobody in
    the north and a club in the south; axis 3 locates nothing. The east and the square are named, and that is all."""
    plan = Drawn()
    first, second, third = (plan.objective(number, plan.axis(number)) for number in (1, 2, 3))
    plan.partners(first, plan.actor("ville", "collectivité"))
    plan.partners(second, "ville")
    plan.partners(third, "ville", plan.actor("club", "association"))
    for id_, kind in {"nord": "QPV", "sud": "QPV", "est": "QPV", "salle": "équipement", "mot": None}.items():
        plan.place(id_, kind)
    for place, parent, number in (("nord", first, 1), ("nord", second, 1), ("sud", second, 2), ("mot", second, 3)):
        plan.tie("LOCATED_IN", plan.action(parent, number), place, locators=[f"ligne {number + 8}"])
    plan.partners(f"{first}/a1", "club", basis="inferred")
    plan.partners(f"{second}/a2", "club", basis="inferred")
    return plan


def in_places(graph: Graph, choices: Choices | None = None) -> Rows:
    frame = uncovered(graph, choices) if choices else uncovered(graph)
    return rows(frame[frame["nature"] != ""], "lacune axe type lieu")


def test_places_with_nothing_and_with_nobody(districts: Drawn) -> None:
    assert in_places(districts) == [
        ("lieu", "", "", "Est"),
        ("axe × type × lieu", "1", "collectivité", "Nord"),
        ("axe × type × lieu", "2", "", "Nord"),
        ("axe × lieu", "1", "", "Sud"),
        ("axe × type × lieu", "2", "collectivité", "Sud"),
        ("lieu", "", "", "Salle"),
    ]


def test_a_place_says_what_it_holds_who_is_there_and_where_it_is_written(districts: Drawn) -> None:
    districts.tie("LOCATED_IN", "p/o1/a1", "salle", locators=["ligne 30"])
    frame = uncovered(districts).set_index(["lieu", "axe", "type"])
    north = frame.loc[("Nord", "1", "collectivité")]
    assert (north["actions"], north["acteurs"], north["nommes"], north["ailleurs"]) == (1, 1, ["Club"], 1)
    assert north["emplacements"] == ["ligne 9", "ligne 30"]
    south = frame.loc[("Sud", "1", "")]
    # Axis 1 holds an objective and an action, which is located; of the two other districts, the north has it.
    assert (south["objectifs"], south["actions"], south["situees"], south["ailleurs"]) == (1, 1, 1, 1)


def test_a_place_with_nobody_throughout_has_one_row(districts: Drawn) -> None:
    listed = in_places(districts, STATED)
    assert [row for row in listed if row[3] == "Nord"] == [("lieu", "", "", "Nord")]


def test_where_only_objectives_count_nobody_can_be_missed_in_actions(districts: Drawn) -> None:
    assert [row[0] for row in in_places(districts, LISTED)] == ["lieu", "axe × lieu", "lieu"]


def test_what_is_in_a_part_of_a_place_is_in_it(districts: Drawn) -> None:
    districts.tie("PART_OF", districts.place("rue", "quartier"), "est")
    districts.tie("LOCATED_IN", districts.action("p/o3"), "rue")
    districts.partners("p/o3/a1", "ville", "club")
    assert ("lieu", "", "", "Est") not in in_places(districts)


def test_a_kind_of_area_that_an_axis_leaves_out_has_one_row(districts: Drawn) -> None:
    for commune in ("bourg", "val"):
        districts.tie("LOCATED_IN", "p/o1/a1", districts.place(commune, "commune"))
    frame = uncovered(districts)
    (found,) = frame[frame["lacune"] == "axe × nature"].to_dict("records")
    assert (found["axe"], found["nature"], found["lieu"], found["ailleurs"]) == ("2", "commune", "", 2)


def test_an_area_alone_of_its_kind_compares_with_none_but_a_district(districts: Drawn) -> None:
    districts.tie("LOCATED_IN", "p/o1/a1", districts.place("bourg", "commune"))
    assert [row for row in in_places(districts) if row[3] == "Bourg" and row[0] == "axe × lieu"] == []
    districts.nodes = [node for node in districts.nodes if node.id not in ("est", "sud")]
    districts.relationships = [tie for tie in districts.relationships if not {tie.start, tie.end} & {"est", "sud"}]
    districts.tie("LOCATED_IN", districts.action("p/o3"), "bourg")
    assert ("axe × lieu", "3", "", "Nord") in in_places(districts)


# Few partners


@pytest.fixture
def objectives() -> Drawn:
    """Partners / actions: 4/4, 4/4, 1/4, 2/1, 0/2; the town pilots all, and is partner of the third too."""
    plan = Drawn()
    axis = plan.axis(1)
    plan.actor("ville", "collectivité")
    helpers = [plan.actor(f"aide-{rank}", "association") for rank in range(4)]
    for number, (partners, actions) in enumerate([(4, 4), (4, 4), (1, 4), (2, 1), (0, 2)], start=1):
        objective = plan.objective(number, axis)
        plan.tie("PILOTS", "ville", objective)
        plan.partners(objective, *helpers[:partners])
        for rank in range(actions):
            plan.action(objective, rank + 1)
    plan.partners("p/o3", "ville")
    return plan


def test_partners_against_the_median_of_the_plan(objectives: Drawn) -> None:
    # Ratios 1, 1, 1/4, 2, 0: median 1; first quartile, the second of five: 1/4.
    frame = partners_per_action(objectives)
    assert set(frame["reference"]) == {1.0}
    assert set(frame["premier_quart"]) == {0.25}
    assert rows(frame, "objectif actions partenaires partenaires_par_action attendus ecart") == [
        ("1", 4, 4, 1.0, 4.0, 0.0),
        ("2", 4, 4, 1.0, 4.0, 0.0),
        ("3", 4, 1, 0.25, 4.0, -3.0),
        ("4", 1, 2, 2.0, 1.0, 1.0),
        ("5", 2, 0, 0.0, 2.0, -2.0),
    ]


def test_three_objectives_have_no_lowest_quarter() -> None:
    plan = Drawn()
    axis = plan.axis(1)
    actors = [plan.actor(f"a{number}") for number in range(6)]
    for number, count in ((1, 6), (2, 6), (3, 0)):
        objective = plan.objective(number, axis)
        plan.partners(plan.action(objective), *actors[:count])
    assert few_partners(plan).empty
    assert "trop peu" in notes("objectifs", plan)[1]
    # With a fourth as rich, the third stands in the lowest quarter, six short of the median.
    plan.partners(plan.action(plan.objective(4, axis)), *actors)
    assert few_partners(plan)["id"].tolist() == ["p/o3"]


def test_one_is_singular_and_two_are_plural() -> None:
    plan = Drawn()
    axis = plan.axis(1)
    actors = [plan.actor(f"a{number}") for number in range(2)]
    for number in (1, 2, 3, 4):
        plan.partners(plan.action(plan.objective(number, axis)), *actors)
    assert "médiane 2 partenaires par action" in notes("objectifs", plan)[1]
    alone = Drawn()
    alone.partners(alone.objective(1, alone.axis(1)), alone.actor("a"))
    assert "sur 1 objectif ou action" in notes("acteurs", alone)[1]


def test_few_are_the_lowest_quarter_short_of_one_partner(objectives: Drawn) -> None:
    assert rows(few_partners(objectives), "rang objectif ecart tient facons noms") == [
        (1, "3", -3.0, 8, 8, ["Aide-0"]),
        (2, "5", -2.0, 8, 8, []),
    ]


def test_half_a_partner_short_is_not_few() -> None:
    # Ratios 1/2, 0 and 1/2: median 1/2. The second lacks half a partner for its one action.
    plan = Drawn()
    axis = plan.axis(1)
    for number, actions in ((1, 2), (2, 1), (3, 2)):
        objective = plan.objective(number, axis)
        plan.partners(objective, *[plan.actor(f"aide-{number}")] * (actions == 2))
        for rank in range(actions):
            plan.action(objective, rank + 1)
    assert partners_per_action(plan)["ecart"].tolist() == [0.0, -0.5, 0.0]
    assert few_partners(plan).empty


def test_those_who_lack_as_much_share_a_rank(objectives: Drawn) -> None:
    objectives.action("p/o5", 3)  # 0/3: three short of the median, as the third objective is.
    assert rows(few_partners(objectives), "rang objectif") == [(1, "3"), (1, "5")]


def test_actors_of_actions_are_partners_too_and_an_own_pilot_is_not(objectives: Drawn) -> None:
    objectives.partners("p/o5/a1", "aide-0", "ville", basis="inferred")
    objectives.tie("PILOTS", objectives.actor("mlj"), "p/o5/a2", basis="inferred")
    assert partners_per_action(objectives)["partenaires"].tolist() == [4, 4, 1, 2, 2]
    assert partners_per_action(objectives, LISTED)["partenaires"].tolist() == [4, 4, 1, 2, 0]
    assert partners_per_action(objectives, Choices("action"))["partenaires"].tolist() == [0, 0, 0, 0, 2]


def test_generic_partners_are_told_and_may_be_left_out(objectives: Drawn) -> None:
    objectives.partners("p/o5", objectives.actor("communes", "collectivité", generic=True))
    assert rows(partners_per_action(objectives), "partenaires generiques")[-1] == (1, 1)
    assert rows(partners_per_action(objectives, NAMED), "partenaires generiques")[-1] == (0, 0)


def test_it_is_said_in_how_many_ways_of_counting_an_objective_is_among_the_few(objectives: Drawn) -> None:
    # Two partners by words inside its action: the fifth is short where only stated ties count, in four ways of eight.
    objectives.partners("p/o5/a1", "aide-0", "aide-1", basis="inferred")
    assert rows(few_partners(objectives, STATED), "objectif tient facons") == [("3", 8, 8), ("5", 4, 8)]


def test_objectives_without_actions_have_no_ratio(objectives: Drawn) -> None:
    objectives.partners(objectives.objective(6, "p/x1"), "aide-0")
    assert "6" not in set(partners_per_action(objectives)["objectif"])


def test_each_plan_has_its_own_reference(objectives: Drawn) -> None:
    other = Drawn("q")
    other.partners(other.objective(1, other.axis(1)), "aide-0")
    other.action("q/o1")
    whole = Graph(objectives.nodes + other.nodes, objectives.relationships + other.relationships)
    assert rows(partners_per_action(whole), "plan reference")[-1] == ("q", 1.0)
    assert few_partners(whole)["plan"].tolist() == ["p", "p"]


# Strangers


@pytest.fixture
def circle() -> Drawn:
    """Four objectives: A, B and C share all of them, D two. A acts with D, B with C, B alone once."""
    plan = Drawn()
    axis = plan.axis(1)
    actors = [plan.actor(name, "association") for name in "abcd"]
    for number in (1, 2, 3, 4):
        objective = plan.objective(number, axis)
        plan.partners(objective, *actors[: 4 if number < 3 else 3])
        plan.action(objective, 1)
        plan.action(objective, 2)
    plan.partners("p/o1/a1", "a", "d")
    plan.partners("p/o1/a2", "b", "c")
    plan.partners("p/o3/a1", "b")
    return plan


def test_pairs_of_many_objectives_and_no_action(circle: Drawn) -> None:
    # B with D and C with D share objectives 1 and 2, and act in the first; A and D act together there, as B and C do.
    assert rows(strangers(circle, minimum=2), "rang acteur_1 acteur_2 communs objectifs actions_1 actions_2") == [
        (1, "A", "B", 4, ["1", "2", "3", "4"], 1, 2),
        (1, "A", "C", 4, ["1", "2", "3", "4"], 1, 1),
        (3, "B", "D", 2, ["1", "2"], 1, 1),
        (3, "C", "D", 2, ["1", "2"], 1, 1),
    ]
    columns = "actions actions_nommant actions_a_plusieurs paires minimum nombreuses ensemble a_part indecises"
    assert rows(pair_counts(circle, minimum=2), columns) == [(8, 3, 2, 6, 2, 6, 2, 4, 0)]
    assert rows(pair_counts(circle, minimum=3), columns) == [(8, 3, 2, 6, 3, 3, 1, 2, 0)]


def test_of_an_actor_that_no_action_names_nothing_is_claimed(circle: Drawn) -> None:
    circle.relationships = [tie for tie in circle.relationships if (tie.start, tie.end) != ("a", "p/o1/a1")]
    assert {tuple(pair) for pair in rows(strangers(circle, minimum=2), "acteur_1 acteur_2")} == {("B", "D"), ("C", "D")}
    (counts,) = pair_counts(circle, minimum=2).to_dict("records")
    assert (counts["ensemble"], counts["a_part"], counts["indecises"]) == (1, 2, 3)


def test_actions_outside_the_shared_objectives_prove_nothing(circle: Drawn) -> None:
    # D's own action stands under objective 3 now, which it does not share.
    circle.relationships = [tie for tie in circle.relationships if (tie.start, tie.end) != ("d", "p/o1/a1")]
    circle.partners("p/o3/a2", "d")
    assert "D" not in set(strangers(circle, LISTED, minimum=2)["acteur_2"])


def test_a_sub_action_counts_in_its_action(circle: Drawn) -> None:
    circle.partners(circle.action("p/o1/a1", 9), "b", "c")
    assert rows(strangers(circle, minimum=4), "acteur_1 acteur_2") == []


@pytest.mark.parametrize("tie", ["PART_OF", "MAY_BE"])
def test_a_group_and_its_member_are_no_pair_nor_are_two_names_of_one(circle: Drawn, tie: str) -> None:
    circle.tie(tie, "b", "a")
    assert rows(strangers(circle, minimum=4), "acteur_1 acteur_2") == [("A", "C")]
    assert pair_counts(circle, minimum=4)["paires"].tolist() == [5]


def test_a_service_is_no_pair_with_its_organisation_but_acts_for_it_where_regrouped(circle: Drawn) -> None:
    circle.tie("PART_OF", circle.actor("a/accueil", "service"), "a")
    circle.partners("p/o1/a2", "a/accueil")
    circle.partners("p/o1", "a/accueil")
    found = strangers(circle, minimum=1)
    assert ("A", "A/accueil") not in rows(found, "acteur_1 acteur_2")
    assert ("A", "B") in rows(found, "acteur_1 acteur_2")
    # With its service, A acts beside B and C in the second action, as it does beside D in the first.
    regrouped = strangers(circle, Choices("tous", regroup=True), minimum=1)
    assert "A" not in {*regrouped["acteur_1"], *regrouped["acteur_2"]}


def test_generic_actors_are_nobody_to_meet(circle: Drawn) -> None:
    circle.nodes = [
        Node(node.label, node.id, {**node.properties, "generic": True}) if node.id == "a" else node
        for node in circle.nodes
    ]
    assert "A" not in set(strangers(circle, minimum=2)["acteur_1"])


@pytest.mark.parametrize(
    ("shared", "least"),
    [
        ([1] * 95 + [2] * 5, 2),  # five of a hundred share two
        ([1] * 94 + [2] * 5 + [3], 3),  # six share two, one shares three
        ([1] * 90 + [3] * 10, 3),  # nobody reaches more than ten do: the highest
        ([5], 5),
        ([1, 1], 2),
        ([], 2),
    ],
)
def test_many_is_what_one_pair_in_twenty_reaches(shared: list[int], least: int) -> None:
    assert many(np.array(shared, dtype=np.int32)) == least


# Recounts

KINDS = ["collectivité", "association", "bailleur", None]


@st.composite
def drawn(draw: st.DrawFn) -> Drawn:
    """Two axes, up to four objectives, up to three actions each (some with a sub-action), up to six actors."""
    plan = Drawn()
    axes = [plan.axis(1), plan.axis(2)]
    for rank in range(6):
        plan.actor(f"acteur {rank}", draw(st.sampled_from(KINDS)), generic=draw(st.integers(0, 5)) == 0)
    targets = []
    for number in range(1, draw(st.integers(1, 4)) + 1):
        objective = plan.objective(number, draw(st.sampled_from(axes)))
        actions = [plan.action(objective, rank) for rank in range(draw(st.integers(0, 3)))]
        targets += [objective, *actions, *[plan.action(action) for action in actions[:1] if draw(st.booleans())]]
    for target in targets:
        for rank in draw(st.sets(st.integers(0, 5), max_size=4)):
            type_ = draw(st.sampled_from(["PILOTS", "PARTNERS", "PARTNERS"]))
            plan.tie(type_, f"acteur {rank}", target, basis=draw(st.sampled_from(["stated", "inferred"])))
    return plan


CHOICES = st.builds(
    Choices,
    level=st.sampled_from(["objectif", "action", "tous"]),
    generic=st.booleans(),
    basis=st.sampled_from([frozenset({"stated"}), frozenset({"stated", "inferred"})]),
)


def committed(graph: Graph, choices: Choices) -> Iterator[tuple[str, str, str]]:
    """(role, actor, target) of the ties that count, straight from the graph."""
    nodes = graph.index()
    levels = {"objectif": {"Objective"}, "action": {"Action"}, "tous": {"Objective", "Action"}}[choices.level]
    for tie in graph.by_type("PILOTS", "PARTNERS"):
        counts = nodes[tie.end].label in levels and tie.properties["basis"] in choices.basis
        if counts and (choices.generic or not nodes[tie.start].properties["generic"]):
            yield tie.type, tie.start, tie.end


@given(drawn(), CHOICES)
def test_coverage_recounted(graph: Drawn, choices: Choices) -> None:
    nodes, ties = graph.index(), list(committed(graph, choices))
    axis = {tie.end: tie.start for tie in graph.by_type("HAS_OBJECTIVE")}
    for row in coverage(graph, choices).to_dict("records"):
        kind = None if row["type"] == "inconnu" else row["type"]
        of_kind = {(a, axis["/".join(t.split("/")[:2])]) for _, a, t in ties if nodes[a].properties["kind"] == kind}
        assert row["acteurs"] == len({a for a, x in of_kind if x == row["id"]})
        assert row["acteurs_plan"] == len({a for a, _ in of_kind}) > 0


@given(drawn(), CHOICES)
def test_partners_recounted(graph: Drawn, choices: Choices) -> None:
    ties = list(committed(graph, choices))
    pilots = {(a, t) for role, a, t in committed(graph, Choices("tous", basis=choices.basis)) if role == "PILOTS"}
    frame = partners_per_action(graph, choices)
    for row in frame.to_dict("records"):
        near = {a for _, a, t in ties if f"{t}/".startswith(f"{row['id']}/") and (a, row["id"]) not in pilots}
        assert row["partenaires"] == len(near)
        assert row["actions"] == sum(node.id.startswith(f"{row['id']}/") for node in graph.nodes)
    if len(frame):
        assert frame["reference"].iloc[0] == pytest.approx(median(frame["partenaires"] / frame["actions"]))


@given(drawn(), CHOICES, st.integers(1, 3))
def test_strangers_recounted(graph: Drawn, choices: Choices, minimum: int) -> None:
    named = Choices(choices.level, generic=False, basis=choices.basis)
    held = {(a, "/".join(t.split("/")[:2])) for _, a, t in committed(graph, named)}
    acts = {(a, t) for _, a, t in committed(graph, Choices("action", generic=False, basis=choices.basis))}
    expected = set()
    for one, other in combinations([node.id for node in graph.by_label("Actor")], 2):
        both = {o for a, o in held if a == one} & {o for a, o in held if a == other}
        ours, theirs = ({t for a, t in acts if a == who and "/".join(t.split("/")[:2]) in both} for who in (one, other))
        # Together: in one action, or one in an action and the other in a sub-action of it.
        meet = any(
            f"{s}/".startswith(f"{t}/") or f"{t}/".startswith(f"{s}/")
            for a, s in acts
            for b, t in acts
            if (a, b) == (one, other)
        )
        if len(both) >= minimum and ours and theirs and not meet:
            expected.add((one, other, len(both), len(ours), len(theirs)))
    assert set(rows(strangers(graph, choices, minimum), "id_1 id_2 communs actions_1 actions_2")) == expected


@given(any_plan(), CHOICES)
@settings(max_examples=50)
def test_whatever_the_plan_every_gap_is_told(graph: Graph, choices: Choices) -> None:
    found = {
        "acteurs": uncovered(graph, choices),
        "objectifs": few_partners(graph, choices),
        "paires": strangers(graph, choices, 1),
    }
    for gap, frame in found.items():
        told = sentences(gap, frame)
        assert told.empty == frame.empty
        assert notes(gap, graph, choices)


# Sentences


def test_cells_of_one_axis_stand_in_one_sentence(town: Drawn) -> None:
    second, third = sentences("acteurs", uncovered(town))["constat"]
    assert "aucun bailleur" in second
    assert "aucune association" in second
    assert "1 objectif, 1 action, 2 acteurs" in second
    assert "1 acteur de type inconnu peut en être" in second
    assert "aucun acteur" in third


def test_places_of_which_the_same_is_true_stand_in_one_sentence(districts: Drawn) -> None:
    districts.place("ouest", "QPV")
    told = dict(rows(sentences("acteurs", uncovered(districts)), "ou constat"))
    assert "n'y situe rien" in told["Est et Ouest (QPV)"]


def test_a_rank_is_said_where_there_is_one(objectives: Drawn, circle: Drawn) -> None:
    assert sentences("objectifs", few_partners(objectives))["rang"].tolist() == [1, 2]
    assert sentences("paires", strangers(circle, minimum=4))["ou"].tolist() == ["A – B", "A – C"]


# The two real plans


@pytest.fixture(scope="module")
def real() -> dict[str, Graph]:
    return {plan: read_graphs([PLANS / plan]) for plan in (ALBERTVILLE, CHAMBERY)}


def cells(graph: Graph, columns: str) -> set[tuple[Any, ...]]:
    return set(rows(uncovered(graph), columns))


def test_chambery_axes_without_a_kind(real: dict[str, Graph]) -> None:
    """Landlords stand in the lists of objectives 1, 2 and 4 (lines 43, 97, 179) and by FJT de Barby in 15 (line 669):
    axes 1 and 4. None in those of 5 and 6 (lines 229 to 233, 271), 7 to 12 (lines 314 to 325, 370, 418, 459, 507 to
    510, 541 to 545), 17 to 19 (lines 728, 758, 782). Schools: Côte-Rousse in 2 and 8 (lines 99, 363) and in an action
    of 18 (line 748), so axes 1, 3 and 5; the École de la 2e chance of line 200 is supported, which is no role.
    """
    frame = uncovered(real[CHAMBERY])
    found = frame[frame["lacune"] == "axe × type"].set_index(["type", "axe"])
    assert {axis for kind, axis in found.index if kind == "bailleur"} == {"2", "3", "5"}
    assert {axis for kind, axis in found.index if kind == "établissement scolaire"} == {"2", "4"}
    assert found.loc[("bailleur", "2"), "axes_ailleurs"] == ["1", "4"]
    assert found.loc[("établissement scolaire", "2"), "axes_ailleurs"] == ["1", "3", "5"]
    assert found.loc[("établissement scolaire", "2"), "cites"] == ["École de la 2e chance"]
    # Objectives 5 and 6 hold 13 + 5 and 13 actions (lines 197 to 218, 250 to 262).
    assert tuple(found.loc[("bailleur", "2"), ["objectifs", "actions"]]) == (2, 31)


def test_chambery_places(real: dict[str, Graph]) -> None:
    """Bellevue stands in the actions of lines 26 and 27 only, without an actor; the Biollay in those of lines 28
    (nobody), 404 (nobody) and 495 (via the Régie Coup de Pouce); the Hauts-de-Chambéry in line 257 for axis 2, with
    nobody. Maison Féjaz and La Ravoire (line 161), Barberaz (line 162): nobody."""
    found = cells(real[CHAMBERY], "lacune axe type lieu")
    assert {
        ("lieu", "", "", "Bellevue"),
        ("lieu", "", "", "Maison Féjaz"),
        ("lieu", "", "", "La Ravoire"),
        ("lieu", "", "", "Barberaz"),
        ("axe × lieu", "2", "", "Bellevue"),
        ("axe × lieu", "3", "", "Bellevue"),
        ("axe × lieu", "4", "", "Bellevue"),
        ("axe × lieu", "2", "", "Biollay"),
        ("axe × type × lieu", "1", "", "Biollay"),
        ("axe × type × lieu", "3", "collectivité", "Biollay"),
        ("axe × type × lieu", "2", "", "Hauts-de-Chambéry"),
    } <= found
    assert ("lieu", "", "", "Biollay") not in found
    assert ("axe × type × lieu", "3", "association", "Biollay") not in found
    frame = uncovered(real[CHAMBERY])
    (bellevue,) = frame[(frame["lieu"] == "Bellevue") & (frame["lacune"] == "lieu")].to_dict("records")
    assert (bellevue["actions"], bellevue["emplacements"]) == (2, ["ligne 26", "ligne 27"])


def test_chambery_objectives_with_few_partners(real: dict[str, Graph]) -> None:
    """Partners other than the pilots, and actions, sub-actions among them.

    13: DDETSPP, Département, CAF, Communes (lines 590 to 593) for 8 + 5 actions (lines 564 to 580). 11: État,
    Déléguée, SaVoie de femme, La Gaminière (507 to 510); in actions DDETSPP (485), DSDEN and FOL (486), Régie Plus
    (492), Régie Coup de Pouce (495); 8 + 9 actions (478 to 498). 3: État, bailleurs, Département, Action Logement,
    Ville (137 to 141) for 9 + 2 (114 to 126). 14: État, Département (619, 620) for 3 + 2. 17: Pôle emploi, CAF (729,
    730) for 4 + 1. The median: objective 6, of 10 for 13.
    """
    frame = partners_per_action(real[CHAMBERY]).set_index("objectif")
    read = {"13": (4, 13), "11": (9, 17), "3": (5, 11), "14": (2, 5), "17": (2, 5)}
    assert {number: tuple(frame.loc[number, ["partenaires", "actions"]]) for number in read} == read
    assert rows(few_partners(real[CHAMBERY]), "rang objectif") == [(1, "13"), (2, "11"), (3, "3"), (4, "14"), (4, "17")]


def test_chambery_pairs_apart(real: dict[str, Graph]) -> None:
    """The Département acts in lines 572 (objective 13) and 654 (15), Grand Chambéry in 160 (4) and 744 (18), the Ville
    in 396 (9), 486 (11), 527 (12) and 744, the MLJ in 197, 198, 201 (5), 260, 261 (6) and 748 (18), Posse 33 in 299
    (7), the Éducation nationale in 83 (2) and 201 (5): never two of a pair in the same one. Lists: the Département has
    3, 4, 5, 7, 9, 10, 12 to 15 and 19, the Ville all but 6, 13 and 16, Grand Chambéry all but 2, 7, 8 and 16."""
    frame = strangers(real[CHAMBERY])
    found = {frozenset(row[:2]): row[2:] for row in rows(frame, "acteur_1 acteur_2 communs objectifs")}
    council, town, mlj = "Conseil départemental de la Savoie", "Ville de Chambéry", "Mission locale jeunes"
    assert found[frozenset({council, town})] == (10, "3 4 5 7 9 10 12 14 15 19".split())
    assert found[frozenset({council, "Grand Chambéry"})] == (10, "3 4 5 9 10 12 13 14 15 19".split())
    assert found[frozenset({mlj, town})] == (4, "5 10 15 18".split())
    assert found[frozenset({"Éducation nationale", town})] == (5, "2 5 7 8 9".split())
    assert found[frozenset({"Posse 33", town})] == (3, "7 9 10".split())
    # Grand Chambéry, the Ville and the État stand together in line 744.
    assert frozenset({"Grand Chambéry", town}) not in found


def test_albertville_axes_and_places(real: dict[str, Graph]) -> None:
    """Roles are said in lines 14 (Police nationale), 25 (Ville), 29, 30, 32 (MLJ, Arlysère), 53 (IREPS) and 57 (Réseau
    Lever l'Encre) only: none under « Logement » (lines 15 to 22), no town under « Cohésion sociale » (lines 43 to 59),
    no association under « Sécurité » (lines 7 to 14). Districts: lines 18 to 21 and 58, without a role."""
    found = cells(real[ALBERTVILLE], "lacune axe type lieu")
    housing, cohesion = "LOGEMENT ET CADRE DE VIE", "COHÉSION SOCIALE"
    safety = "SÉCURITÉ ET PRÉVENTION DE LA DÉLINQUANCE"
    assert {
        ("axe", housing, "", ""),
        ("axe × type", cohesion, "collectivité", ""),
        ("axe × type", safety, "association", ""),
        *(("lieu", "", "", place) for place in ("Contamine", "Sainte-Thérèse", "Val des Roses", "Champ de Mars")),
        ("axe × lieu", housing, "", "Champ de Mars"),
        ("axe × lieu", cohesion, "", "Contamine"),
    } <= found


def test_albertville_says_too_little_to_compare_objectives_or_pairs(real: dict[str, Graph]) -> None:
    """Five objectives of eighteen have a partner, so the median has none; the MLJ and Arlysère share one objective
    (lines 29 to 32), and an action in it (line 32)."""
    shares = partners_per_action(real[ALBERTVILLE])
    read = {"4": (1, 2), "9": (1, 3), "11": (2, 13), "17": (1, 5), "18": (1, 7)}
    found = {
        row["id"].rpartition("-")[2]: (row["partenaires"], row["actions"])
        for row in shares[shares["partenaires"] > 0].to_dict("records")
    }
    assert found == read
    assert few_partners(real[ALBERTVILLE]).empty
    assert strangers(real[ALBERTVILLE], minimum=1).empty
    assert pair_counts(real[ALBERTVILLE])["paires"].tolist() == [1]


@pytest.mark.parametrize("plan", [ALBERTVILLE, CHAMBERY])
def test_sentences_of_real_plans_agree_in_number(real: dict[str, Graph], plan: str) -> None:
    graph = real[plan]
    frames = {"acteurs": uncovered(graph), "objectifs": few_partners(graph), "paires": strangers(graph)}
    told = [line for gap in frames for line in (*sentences(gap, frames[gap])["constat"], *notes(gap, graph))]
    assert told
    assert [line for line in told if re.search(r"(?<![,\d])[01] (?!ailleurs)[a-zéè]+(s|nt)\b", line)] == []
    counted = r"(?<![,\d])([2-9]|\d\d+) (objectif|action|partenaire|acteur|paire|générique)\b"
    assert [line for line in told if re.search(counted, line)] == []
