"""Who carries the most commitments: values published, or worked out by hand with fractions."""

from __future__ import annotations

import json
import math
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from networkx.algorithms import bipartite

from graph.model import Graph, Node, Relationship
from graph.network import actor_ids, commitments, evidence, plans_counted, target_ids, two_mode

DAVIS = Path(__file__).parents[2] / "shared/exemples/reseaux/davis_southern_women.json"


def actor(id_: str, name: str | None = None, **properties: Any) -> Node:
    return Node("Actor", id_, {"name": name or id_, **properties})


def objective(number: int | None, position: int | None = None) -> Node:
    place = position or number
    properties = {"name": f"Objectif {place}", "number": number, "position": place, "title": f"Titre {place}"}
    return Node("Objective", f"p/objectif-{place}", properties)


def tie(type_: str, start: str, end: str, **properties: Any) -> Relationship:
    return Relationship(type_, start, end, {"document": "p/plan.txt", **properties})


def pilots(start: str, place: int, **properties: Any) -> Relationship:
    return tie("PILOTS", start, f"p/objectif-{place}", **properties)


def partners(start: str, place: int, **properties: Any) -> Relationship:
    return tie("PARTNERS", start, f"p/objectif-{place}", **properties)


def column(graph: Graph, name: str, **options: Any) -> dict[str, Any]:
    frame = commitments(graph, **options)
    return dict(zip(frame["id"], frame[name], strict=True))


@pytest.fixture
def path() -> Graph:
    """A – 1 – B – 2 – C, and objective 3 that nobody carries."""
    return Graph(
        [actor("a"), actor("b"), actor("c"), objective(1), objective(2), objective(3)],
        [pilots("a", 1), partners("b", 1), pilots("b", 2), partners("c", 2)],
    )


@pytest.fixture
def davis() -> tuple[Graph, dict[str, dict[str, float]]]:
    """18 women and 14 events, with the values that Borgatti & Halgin published."""
    if not DAVIS.exists():
        pytest.skip("outside material absent")
    data = json.loads(DAVIS.read_text(encoding="utf-8"))
    women = sorted({woman for woman, _ in data["edges"]})
    events = sorted({event for _, event in data["edges"]})
    nodes = [*map(actor, women), *(Node("Objective", event, {"name": event}) for event in events)]
    return Graph(nodes, [tie("PARTNERS", woman, event) for woman, event in data["edges"]]), data["published_2_decimals"]


@pytest.mark.parametrize(("name", "measure"), [("degree", "portee"), ("betweenness", "passerelle")])
def test_davis_women_as_published(davis: Any, name: str, measure: str) -> None:
    graph, published = davis
    found = column(graph, measure)
    assert len(found) == 18
    assert found == pytest.approx({woman: published[name][woman] for woman in found}, abs=0.01)


@pytest.mark.parametrize("name", ["degree", "betweenness", "closeness"])
def test_davis_two_mode_network_as_published(davis: Any, name: str) -> None:
    graph, published = davis
    network = two_mode(graph)
    found = getattr(bipartite, f"{name}_centrality")(network, actor_ids(network))
    assert found == pytest.approx(published[name], abs=0.01)


def test_path_by_hand(path: Graph) -> None:
    # 3 actors and 3 objectives. B lies between {A, 1} and {2, C}: 4 pairs; A and C between none. The most that one of
    # 3 against 3 can reach: tied to all three objectives, two of which hold another actor each, so between groups of
    # 2, 2 and 1 nodes: 2 × 2 + 2 × 1 + 2 × 1 = 8 pairs.
    assert column(path, "engagements") == {"a": 1, "b": 2, "c": 1}
    assert column(path, "portee") == {
        "a": pytest.approx(Fraction(1, 3)),
        "b": pytest.approx(Fraction(2, 3)),
        "c": pytest.approx(Fraction(1, 3)),
    }
    assert column(path, "passerelle") == {"a": 0, "b": pytest.approx(Fraction(4, 8)), "c": 0}


def test_an_objective_without_actor_is_an_isolate_of_the_network(path: Graph) -> None:
    network = two_mode(path)
    assert target_ids(network) == ["p/objectif-1", "p/objectif-2", "p/objectif-3"]
    assert network.degree("p/objectif-3") == 0


def test_two_components() -> None:
    # A and B share 1; C alone holds 2 and 3, and lies between them: one pair of the 8 that 3 against 3 allow.
    graph = Graph(
        [actor("a"), actor("b"), actor("c"), objective(1), objective(2), objective(3)],
        [pilots("a", 1), partners("b", 1), pilots("c", 2), pilots("c", 3)],
    )
    assert column(graph, "passerelle") == {"c": pytest.approx(Fraction(1, 8)), "a": 0, "b": 0}


def test_pilot_and_partner_of_one_objective_is_one_commitment() -> None:
    graph = Graph(
        [actor("ville"), objective(1), objective(2)], [pilots("ville", 1), partners("ville", 1), pilots("ville", 2)]
    )
    (row,) = commitments(graph).to_dict("records")
    assert (row["engagements"], row["pilote"], row["partenaire"], row["les_deux"]) == (2, 2, 1, 1)
    assert (row["objectifs_pilote"], row["objectifs_partenaire"]) == (["1", "2"], ["1"])
    assert two_mode(graph).edges["ville", "p/objectif-1"]["roles"] == {"pilote", "partenaire"}


def test_the_same_role_in_two_documents_is_one_commitment() -> None:
    graph = Graph([actor("caf"), objective(1)], [partners("caf", 1), partners("caf", 1, document="p/avenant.txt")])
    assert column(graph, "engagements") == {"caf": 1}


def test_ten_partners_of_one_objective() -> None:
    """A list of ten makes 45 pairs in a projection; here each has one commitment and bridges nothing."""
    names = [f"a{i}" for i in range(10)]
    graph = Graph([*map(actor, names), objective(1)], [partners(name, 1) for name in names])
    frame = commitments(graph)
    assert set(frame["engagements"]) == {1}
    assert set(frame["portee"]) == {1.0}
    assert set(frame["passerelle"]) == {0.0}
    assert set(frame["rang"]) == {1}


def test_one_actor_bridges_all_it_carries() -> None:
    # Alone with three objectives, two of them its own: 1 pair of the 3 possible.
    graph = Graph([actor("a"), objective(1), objective(2), objective(3)], [pilots("a", 1), pilots("a", 2)])
    assert column(graph, "passerelle") == {"a": pytest.approx(Fraction(1, 3))}


def test_ties_share_a_rank_and_stand_in_order_of_name() -> None:
    graph = Graph(
        [*map(actor, "zedc", ("Zèbre", "État", "Département", "CAF")), objective(1), objective(2)],
        [pilots("z", 1), pilots("z", 2), partners("e", 1), partners("d", 2), partners("c", 2)],
    )
    frame = commitments(graph)
    assert list(zip(frame["rang"], frame["acteur"], strict=True)) == [
        (1, "Zèbre"),
        (2, "CAF"),
        (2, "Département"),
        (2, "État"),
    ]


@pytest.fixture
def family() -> Graph:
    """A town with a service, and that service's office; a group with a member."""
    nodes = [
        actor("ville", "Ville"),
        actor("ville/education", "Éducation", generic=True),
        actor("ville/education/cantines", "Cantines"),
        actor("groupe", "Groupe"),
        actor("caf", "CAF"),
        objective(1),
        objective(2),
        objective(3),
    ]
    return Graph(
        nodes,
        [
            tie("PART_OF", "ville/education", "ville"),
            tie("PART_OF", "ville/education/cantines", "ville/education"),
            tie("PART_OF", "caf", "groupe"),
            pilots("ville", 1),
            partners("ville/education", 1, locators=["ligne 4"], quotes=["service éducation"]),
            partners("ville/education", 2, locators=["ligne 8", "ligne 9"], quotes=["éducation", "écoles"]),
            partners("ville/education/cantines", 3),
            partners("groupe", 3),
            partners("caf", 3),
        ],
    )


def test_services_stand_alone_unless_regrouped(family: Graph) -> None:
    assert column(family, "engagements") == {
        "ville/education": 2,
        "caf": 1,
        "ville/education/cantines": 1,
        "groupe": 1,
        "ville": 1,
    }


def test_services_roll_up_and_members_do_not(family: Graph) -> None:
    assert column(family, "engagements", regroup=True) == {"ville": 3, "caf": 1, "groupe": 1}
    assert column(family, "les_deux", regroup=True)["ville"] == 1


def test_a_generic_service_counts_for_a_named_organisation(family: Graph) -> None:
    assert "ville/education" not in column(family, "engagements", generic=False)
    assert column(family, "engagements", generic=False, regroup=True)["ville"] == 3


def test_evidence_gives_every_sentence(family: Graph) -> None:
    found = [(e.actor, e.role, e.name, e.locator, e.quote) for e in evidence(family, "ville/education")]
    assert found == [
        ("ville/education", "partenaire", "Objectif 1", "ligne 4", "service éducation"),
        ("ville/education", "partenaire", "Objectif 2", "ligne 8", "éducation"),
        ("ville/education", "partenaire", "Objectif 2", "ligne 9", "écoles"),
    ]
    # Regrouped: the town's own tie, three sentences of its service, one tie of the office.
    assert [e.actor for e in evidence(family, "ville", regroup=True)] == [
        "ville",
        *["ville/education"] * 3,
        "ville/education/cantines",
    ]


@pytest.fixture
def deep() -> Graph:
    """Objective 1 > action 1 > sub-action; an action under the axis; ties on each."""
    nodes = [
        actor("mlj", "MLJ"),
        objective(1),
        Node("Axis", "p/axe-1", {"name": "Axe 1"}),
        Node("Action", "p/objectif-1/action-1", {"name": "Aider", "position": 1}),
        Node("Action", "p/objectif-1/action-1/action-1", {"name": "Aider encore", "position": 1}),
        Node("Action", "p/axe-1/action-1", {"name": "Suivre", "position": 1}),
    ]
    ties = [
        tie("HAS_ACTION", "p/objectif-1", "p/objectif-1/action-1"),
        tie("HAS_ACTION", "p/objectif-1/action-1", "p/objectif-1/action-1/action-1"),
        tie("HAS_ACTION", "p/axe-1", "p/axe-1/action-1"),
        pilots("mlj", 1, basis="stated"),
        tie("PARTNERS", "mlj", "p/objectif-1/action-1", basis="inferred"),
        tie("PARTNERS", "mlj", "p/objectif-1/action-1/action-1", basis="inferred"),
        tie("PARTNERS", "mlj", "p/axe-1/action-1", basis="stated"),
    ]
    return Graph(nodes, ties)


@pytest.mark.parametrize(("level", "count"), [("objectif", 1), ("action", 3), ("tous", 4)])
def test_levels_count_what_they_say(deep: Graph, level: Any, count: int) -> None:
    assert column(deep, "engagements", level=level) == {"mlj": count}


def test_actions_name_the_objective_they_stand_under_once(deep: Graph) -> None:
    assert column(deep, "objectifs_partenaire", level="action") == {"mlj": ["1"]}


def test_only_the_basis_asked_for_counts(deep: Graph) -> None:
    assert column(deep, "engagements", level="tous", basis=["stated"]) == {"mlj": 2}


def test_an_objective_without_a_number_goes_by_its_name() -> None:
    graph = Graph(
        [actor("a"), objective(None, position=2), objective(10), objective(3)],
        [pilots("a", 10), pilots("a", 2), pilots("a", 3)],
    )
    assert column(graph, "objectifs_pilote") == {"a": ["Objectif 2", "3", "10"]}


def test_an_empty_graph_has_no_rows_but_all_columns() -> None:
    frame = commitments(Graph())
    assert frame.empty
    assert frame["engagements"].dtype == "int64"
    assert actor_ids(two_mode(Graph())) == []


def test_beyond_the_limit_betweenness_is_left_out(path: Graph, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("graph.network.ranking.EXACT_LIMIT", 10)
    assert all(math.isnan(value) for value in column(path, "passerelle").values())
    assert column(path, "engagements") == {"a": 1, "b": 2, "c": 1}


def test_five_measures_and_the_ranks_they_give(path: Graph) -> None:
    """A pilots 1 alone, B pilots 2 alone; A and C tie for commitments, A and B for what their leaving orphans."""
    assert column(path, "fragilite") == {"a": 1, "b": 1, "c": 0}
    assert column(path, "ex_aequo") == {"b": 1, "a": 2, "c": 2}
    by_risk = commitments(path, by="fragilite")
    assert by_risk[["rang", "ex_aequo", "id"]].to_numpy().tolist() == [[1, 2, "a"], [1, 2, "b"], [3, 1, "c"]]


def test_targets_belong_to_the_plan_that_holds_them_whatever_their_ids() -> None:
    """Two objectives of plan z, one of them carried, under ids that do not begin with "z/"."""
    plan = Node("Plan", "z", {"name": "Z"})
    nodes = [plan, actor("a"), Node("Objective", "O1", {"name": "O1"}), Node("Objective", "O2", {"name": "O2"})]
    ties = [tie("HAS_OBJECTIVE", "z", "O1"), tie("HAS_OBJECTIVE", "z", "O2"), tie("PILOTS", "a", "O1")]
    graph = Graph(nodes, ties)
    assert column(graph, "portee") == {"a": 0.5}
    assert plans_counted(graph, "objectif") == (["z"], [])


def test_a_plan_whose_actors_are_all_generic_is_not_counted_without_them() -> None:
    nodes = [Node("Plan", "p", {"name": "P"}), actor("a", generic=True), objective(1)]
    graph = Graph(nodes, [tie("HAS_OBJECTIVE", "p", "p/objectif-1"), pilots("a", 1)])
    assert plans_counted(graph, "objectif") == (["p"], [])
    assert plans_counted(graph, "objectif", generic=False) == ([], ["p"])
