"""What is lost when partners leave, worked out by hand; the words and the table that say it."""

from __future__ import annotations

from collections.abc import Mapping
from time import perf_counter
from typing import Any

import pytest

from graph.errors import InputError
from graph.model import Graph, Node, Relationship
from graph.network.choices import Choices
from graph.network.departure import Departure, departure
from graph.network.departure.losses import Loss
from graph.network.departure.risks import RISK_COLUMNS, risks
from graph.network.departure.table import CONSEQUENCES, consequences
from graph.network.departure.words import sentences
from tests.graphs import Told, together

PILOT, PARTNER, ACTION = "PILOTS", "PARTNERS", "HAS_ACTION"
NAMED = Choices(generic=False)
REGROUPED = Choices(regroup=True)


def told(pilots: Mapping[int, str], partners: Mapping[int, str] | None = None, name: str = "p") -> Told:
    """A plan, whose pilots and partners of each objective are given by their ids."""
    plan = Told(name)
    lists = ((PILOT, pilots), (PARTNER, partners or {}))
    for actor in sorted({actor for _, listed in lists for ids in listed.values() for actor in ids.split()}):
        plan.actor(actor, actor.upper(), generic=actor == "communes")
    for number in sorted({*pilots, *(partners or {})}):
        plan.objective(number)
    for type_, listed in lists:
        for number, ids in listed.items():
            for actor in ids.split():
                quote = {"quotes": [f"{actor} {type_}"], "locators": [f"ligne {number}"]}
                plan.tie(type_, actor, f"{name}/objectif-{number}", basis="stated", **quote)
    return plan


def action(plan: Told, parent: str, number: int, pilots: str = "", partners: str = "") -> str:
    """An action under an objective, an action or the plan, with those who carry it, as a sentence tells them."""
    id_ = plan.node(
        "Action", f"{parent}/action-{number}", quotes=["…"], name=f"Action {number}", text=f"Faire {number}"
    )
    plan.tie(ACTION, parent, id_)
    for type_, ids in ((PILOT, pilots), (PARTNER, partners)):
        for actor in ids.split():
            plan.tie(type_, actor, id_, basis="inferred")
    return id_


def source(plan: Told, id_: str, providers: str, kind: str = "subvention", **funds: Any) -> str:
    """A source of money for the plan's first objective."""
    plan.node("FundingSource", id_, quotes=["…"], name=f"Source {id_}", kind=kind)
    for actor in providers.split():
        plan.tie("PROVIDES", actor, id_)
    plan.tie("FUNDS", id_, "p/objectif-1", **{"scope": "local", **funds})
    return id_


def ids(losses: tuple[Loss, ...]) -> list[str]:
    """Targets of these losses, without their plan."""
    return [loss.target.partition("/")[2] for loss in losses]


def at_objectives(found: Departure) -> tuple[list[str], list[str], list[str]]:
    lost = found.objectives
    return ids(lost.without_pilot), ids(lost.without_actor), ids(lost.single_actor)


def money(found: Departure) -> list[tuple[str, int | None]]:
    return [(row.source.id, row.source.euros) for row in found.money]


def risk(graph: Graph, actor: str, choices: Choices | None = None) -> dict[str, Any]:
    frame = risks(graph, choices)
    (row,) = frame[frame["id"] == actor].to_dict("records")
    return row


# Pilots and actors


def test_a_sole_pilot_leaves() -> None:
    # 1 loses its only pilot and keeps two partners; 2 keeps its other pilot, alone; 3 keeps two actors.
    graph = told({1: "a", 2: "a b", 3: "a b"}, {1: "b c", 3: "c"}).graph
    found = departure(graph, "a")
    assert at_objectives(found) == (["objectif-1"], [], ["objectif-2"])
    assert found.objectives.without_pilot[0].staying == ("b", "c")
    assert found.objectives.single_actor[0].staying == ("b",)
    assert found.objectives.touched == ("p/objectif-1", "p/objectif-2", "p/objectif-3")
    row = risk(graph, "a")
    assert (row["objectifs_orphelins"], row["objectifs_un_acteur"]) == (1, 1)


def test_every_loss_has_its_sentences() -> None:
    found = departure(told({1: "a", 2: "a b"}, {1: "a b c"}).graph, "a")
    (lost,) = found.objectives.without_pilot
    assert [(e.actor, e.role, e.quote, e.locator, e.document) for e in lost.ties] == [
        ("a", "pilote", "a PILOTS", "ligne 1", "p/plan.txt")
    ]
    (alone,) = found.objectives.single_actor
    assert sorted((e.actor, e.quote, e.locator) for e in alone.ties) == [
        ("a", "a PILOTS", "ligne 2"),
        ("b", "b PILOTS", "ligne 2"),
    ]


def test_each_alone_breaks_nothing_and_both_together_do() -> None:
    graph = told({1: "a b"}, {1: "c d"}).graph
    assert not departure(graph, ["a"])
    assert not departure(graph, ["b"])
    assert at_objectives(departure(graph, ["a", "b"])) == (["objectif-1"], [], [])
    assert at_objectives(departure(graph, ["a", "b", "c"])) == (["objectif-1"], [], ["objectif-1"])
    assert at_objectives(departure(graph, ["a", "b", "c", "d"])) == (["objectif-1"], ["objectif-1"], [])


def test_pilot_and_partner_at_once_is_one_actor() -> None:
    graph = told({1: "a"}, {1: "a"}).graph
    assert at_objectives(departure(graph, "a")) == (["objectif-1"], ["objectif-1"], [])
    assert risk(graph, "a")["objectifs_orphelins"] == 1


def test_the_only_actor_of_an_objective_without_pilot() -> None:
    graph = told({}, {1: "a"}).graph
    found = departure(graph, "a")
    assert at_objectives(found) == ([], ["objectif-1"], [])
    assert found.objectives.before.without_pilot == ("p/objectif-1",)
    assert risk(graph, "a")["objectifs_orphelins"] == 1


def test_what_was_so_before_is_no_consequence() -> None:
    # 2 never had a pilot, 3 never had an actor, 4 had but one, who stays.
    plan = told({1: "a b c", 4: "d"}, {2: "a b c"})
    plan.objective(3)
    found = departure(plan.graph, "a")
    assert not found
    before = found.objectives.before
    assert before.without_pilot == ("p/objectif-2", "p/objectif-3")
    assert before.without_actor == ("p/objectif-3",)
    assert before.single_actor == ("p/objectif-4",)
    assert any("déjà" in said and "(2, 3)" in said and "(4)" in said for said in sentences(found, plan.graph))
    # What the departure itself takes was not so before: D alone held 4.
    assert not any("(4)" in said for said in sentences(departure(plan.graph, "d"), plan.graph)[1:])


def test_objectives_come_in_the_order_of_the_plan() -> None:
    graph = told({10: "a", 2: "a", 1: "a"}).graph
    assert ids(departure(graph, "a").objectives.without_pilot) == ["objectif-1", "objectif-2", "objectif-10"]


def test_only_stated_ties() -> None:
    plan = told({1: "a b"})
    one = action(plan, "p/objectif-1", 1, partners="a")
    assert [loss.target for loss in departure(plan.graph, "a").actions.without_actor] == [one]
    stated = departure(plan.graph, "a", Choices(basis=frozenset({"stated"})))
    assert not stated.actions
    assert ids(stated.objectives.single_actor) == ["objectif-1"]


def test_a_sentence_that_does_not_count_is_no_proof() -> None:
    plan = told({1: "a"}, {1: "b c"})
    plan.tie(PILOT, "a", "p/objectif-1", basis="inferred", quotes=["déduit"])
    for basis, quotes in (({"stated"}, ["a PILOTS"]), ({"stated", "inferred"}, ["a PILOTS", "déduit"])):
        (lost,) = departure(plan.graph, "a", Choices(basis=frozenset(basis))).objectives.without_pilot
        assert [said.quote for said in lost.ties] == quotes


# Services and generic actors


@pytest.fixture
def family() -> Told:
    """A town that pilots 3, its service 1, that service's office 2; the town is a member of X, and no service of it."""
    plan = told({1: "ville/ecoles", 2: "ville/ecoles/cantines", 3: "ville"}, {1: "x y", 2: "x y", 3: "x y"})
    plan.tie("PART_OF", "ville/ecoles", "ville")
    plan.tie("PART_OF", "ville/ecoles/cantines", "ville/ecoles")
    plan.tie("PART_OF", "ville", "x")
    return plan


def test_services_stay_unless_they_leave_with_their_organisation(family: Told) -> None:
    alone, whole = (departure(family.graph, "ville", choices) for choices in (Choices(), REGROUPED))
    assert alone.services == whole.services == ("ville/ecoles", "ville/ecoles/cantines")
    assert ids(alone.objectives.without_pilot) == ["objectif-3"]
    assert ids(whole.objectives.without_pilot) == ["objectif-1", "objectif-2", "objectif-3"]
    # Who the sentence names is the service.
    assert [told.actor for loss in whole.objectives.without_pilot for told in loss.ties] == [
        "ville/ecoles",
        "ville/ecoles/cantines",
        "ville",
    ]
    stay, leave = (" ".join(sentences(found, family.graph)) for found in (alone, whole))
    assert "2 services restent" in stay
    assert "2 services partent" in leave


def test_a_service_that_leaves_leaves_its_own_services(family: Told) -> None:
    found = departure(family.graph, "ville/ecoles")
    assert found.services == ("ville/ecoles/cantines",)
    assert departure(family.graph, ["ville/ecoles", "ville/ecoles/cantines"]).services == ()


def test_an_id_that_starts_alike_is_no_service(family: Told) -> None:
    family.actor("ville/club", "Club")
    family.tie(PARTNER, "ville/club", "p/objectif-1")
    assert "ville/club" not in departure(family.graph, "ville").services
    assert departure(family.graph, "x").services == ()


def test_generic_actors_hold_an_objective_only_where_they_count() -> None:
    graph = told({1: "a communes"}, {1: "b"}).graph
    assert not departure(graph, "a")
    assert at_objectives(departure(graph, "a", NAMED)) == (["objectif-1"], [], ["objectif-1"])
    assert "communes" not in set(risks(graph, NAMED)["id"])
    assert any("générique" in said for said in sentences(departure(graph, "communes"), graph))


@pytest.mark.parametrize(
    ("leaving", "choices", "said"),
    [
        ([], Choices(), "aucun acteur"),
        (["personne"], Choices(), "personne"),
        (["p/objectif-1"], Choices(), "p/objectif-1"),
        (["ville/ecoles"], REGROUPED, "service"),
        (["communes"], NAMED, "générique"),
    ],
)
def test_who_cannot_leave(family: Told, leaving: list[str], choices: Choices, said: str) -> None:
    family.actor("communes", "Communes", generic=True)
    with pytest.raises(InputError, match=said):
        departure(family.graph, leaving, choices)


# Actions


def test_actions_under_an_objective_that_loses_its_pilot() -> None:
    # Action 2 keeps its own pilot, and so does what is under it; action 3 loses its own with its objective's.
    plan = told({1: "a", 2: "a b"}, {1: "b c"})
    first = action(plan, "p/objectif-1", 1, partners="a b c d")
    led = action(plan, "p/objectif-1", 2, pilots="b")
    lost = action(plan, "p/objectif-1", 3, pilots="a", partners="b")
    plan.actor("d", "D")
    action(plan, led, 1)
    deep = action(plan, lost, 1)
    action(plan, "p/objectif-2", 1)
    found = departure(plan.graph, "a")
    assert [loss.target for loss in found.actions_below] == [first, deep]
    assert [loss.staying for loss in found.actions_below] == [("b", "c", "d"), ()]
    # The sentence that names the pilot of the objective.
    assert {told.quote for loss in found.actions_below for told in loss.ties} == {"a PILOTS"}
    assert [loss.target for loss in found.actions.without_pilot] == [lost]
    assert [loss.target for loss in found.actions.single_actor] == [lost]
    row = risk(plan.graph, "a")
    assert (row["actions_sous_objectif"], row["actions_orphelines"], row["actions_un_acteur"]) == (2, 1, 1)
    # Two pilots: neither leaves an action behind, alone.
    assert departure(plan.graph, "b").actions_below == ()


def test_objectives_and_actions_are_counted_apart() -> None:
    plan = told({1: "a"}, {1: "b"})
    one = action(plan, "p/objectif-1", 1, partners="b")
    found = departure(plan.graph, "b", Choices(level="action"))
    assert at_objectives(found) == ([], [], ["objectif-1"])
    assert [loss.target for loss in found.actions.without_actor] == [one]
    assert departure(plan.graph, "b").objectives == found.objectives
    assert departure(plan.graph, "b").actions == found.actions


def test_an_action_under_no_objective() -> None:
    plan = told({1: "a b"}, {1: "c"})
    alone = action(plan, "p", 1, pilots="a")
    found = departure(plan.graph, "a")
    assert [loss.target for loss in found.actions.without_actor] == [alone]
    assert not found.objectives
    assert not any("(objectif" in said for said in sentences(found, plan.graph)[:1])


# Money


def test_money_that_loses_its_source() -> None:
    plan = told({1: "a b c"})
    source(plan, "seul", "a", amount=1_000)
    source(plan, "commun", "a b", amount=500)
    source(plan, "pret", "a", kind="prêt", amount=70)
    source(plan, "national", "a", amount=7_000_000, scope="national")
    source(plan, "muet", "a")
    source(plan, "sans apporteur", "", amount=3)
    alone = departure(plan.graph, "a")
    assert money(alone) == [("seul", 1_000), ("pret", 70), ("muet", None)]
    assert (alone.euros, alone.loans) == (1_000, 70)
    assert [told.target for told in alone.money[0].ties] == ["p/objectif-1"]
    row = risk(plan.graph, "a")
    assert (row["euros"], row["prets"], row["sources_sans_montant"]) == (1_000, 70, 1)
    assert money(departure(plan.graph, "b")) == []
    both = departure(plan.graph, ["a", "b"])
    assert money(both) == [("seul", 1_000), ("commun", 500), ("pret", 70), ("muet", None)]
    assert both.euros == 1_500


def test_an_amount_of_zero_is_an_amount() -> None:
    plan = told({1: "a b c"})
    source(plan, "rien", "a", amount=0)
    assert money(departure(plan.graph, "a")) == [("rien", 0)]
    row = risk(plan.graph, "a")
    assert (row["euros"], row["sources_sans_montant"]) == (0, 0)


def test_a_share_is_counted_with_its_whole() -> None:
    # 93 % of what the landlords give is one landlord's: it is not added, and it stays when the others go.
    plan = told({1: "a b c"})
    source(plan, "bailleurs", "a", amount=1_000)
    source(plan, "part", "b", of="bailleurs", share=0.93)
    whole, part = departure(plan.graph, "a"), departure(plan.graph, "b")
    assert (whole.euros, whole.money[0].kept_shares) == (1_000, ("part",))
    assert (part.euros, part.money[0].source.share_of, part.money[0].source.share) == (0, "bailleurs", 0.93)
    assert "93\u00a0%" in " ".join(sentences(part, plan.graph))
    both = departure(plan.graph, ["a", "b"])
    assert (both.euros, both.money[0].kept_shares) == (1_000, ())


def test_a_service_gives_with_its_organisation(family: Told) -> None:
    source(family, "fonds", "ville ville/ecoles", amount=9)
    assert departure(family.graph, "ville").euros == 0
    assert departure(family.graph, "ville", REGROUPED).euros == 9


def test_an_amount_that_two_documents_say_counts_once() -> None:
    plan = Told("p", "plan.txt", "avenant.txt")
    plan.actor("a", "A")
    plan.objective(1)
    source(plan, "s", "a", amount=10)
    plan.tie("FUNDS", "s", "p/objectif-1", amount=12, scope="local", document="p/avenant.txt")
    assert departure(plan.graph, "a").euros == 12


# Pieces


def test_a_bridge_leaves() -> None:
    # A – 1 – B – 2 – C, and 3 that B alone holds; D – 4 is apart from the start.
    graph = told({1: "a b", 2: "b c", 3: "b", 4: "d"}).graph
    found = departure(graph, "b")
    # Two rests of two nodes: that of A comes first, so C and 2 are cut off. 3 is nobody's, and no piece.
    (piece,) = found.cut_off
    assert (piece.actors, piece.targets) == (("c",), ("p/objectif-2",))
    assert [(told.actor, told.target) for told in piece.ties] == [("b", "p/objectif-2")]
    assert (found.pieces_before, found.pieces_after) == (2, 3)
    row = risk(graph, "b")
    assert (row["morceaux"], row["detaches"]) == (1, 2)


def test_one_who_was_apart_cuts_nothing() -> None:
    found = departure(told({1: "a b", 2: "d"}).graph, "d")
    assert found.cut_off == ()
    assert (found.pieces_before, found.pieces_after) == (2, 1)


def test_two_who_hold_the_network_only_together() -> None:
    # A and B both stand between 1 and 2.
    graph = told({1: "a b x", 2: "a b y"}).graph
    assert departure(graph, "a").cut_off == departure(graph, "b").cut_off == ()
    (piece,) = departure(graph, ["a", "b"]).cut_off
    assert (piece.actors, piece.targets) == (("y",), ("p/objectif-2",))


def test_pieces_are_those_of_the_level_chosen() -> None:
    plan = told({1: "a b c"})
    action(plan, "p/objectif-1", 1, partners="a b")
    action(plan, "p/objectif-1", 2, partners="b c")
    cut = {level: len(departure(plan.graph, "b", Choices(level)).cut_off) for level in ("objectif", "action", "tous")}
    assert cut == {"objectif": 0, "action": 1, "tous": 0}


# The list of risks


def test_the_first_figure_that_differs_ranks() -> None:
    # F alone pilots 1, and E 2, which it shares with G only; D alone has action 1; C gives 5 €; X alone ties 1 to 9.
    plan = told({1: "f", 2: "e", 9: "a b c d x"}, {1: "x y z", 2: "g"})
    action(plan, "p/objectif-9", 1, partners="d")
    source(plan, "s", "c", amount=5)
    frame = risks(plan.graph)
    assert list(zip(frame["rang"], frame["ex_aequo"], frame["id"], strict=True)) == [
        (1, 1, "e"),
        (2, 1, "f"),
        (3, 1, "g"),
        (4, 1, "d"),
        (5, 1, "c"),
        (6, 1, "x"),
        *[(7, 4, id_) for id_ in ("a", "b", "y", "z")],
    ]


def test_pieces_rank_those_equal_in_all_else() -> None:
    # 1 – B – 2: three actors on each side, so that no objective is left with one.
    graph = told({1: "a c d b", 2: "b e f g"}).graph
    assert risks(graph)["id"][0] == "b"
    assert list(risks(graph)["ex_aequo"]) == [1, *[6] * 6]


def test_columns_of_the_frames() -> None:
    graph = told({1: "a"}).graph
    for frame, columns in (
        (risks(graph), RISK_COLUMNS),
        (risks(Graph()), RISK_COLUMNS),
        (consequences(departure(graph, "a"), graph), CONSEQUENCES),
    ):
        assert {name: str(dtype) for name, dtype in frame.dtypes.items()} == columns


def test_an_actor_without_commitment_is_in_the_list() -> None:
    plan = told({1: "a b c"})
    plan.actor("cite", "Cité")
    assert "cite" in set(risks(plan.graph)["id"])
    found = departure(plan.graph, "cite")
    assert not found
    assert "Aucun engagement" in sentences(found, plan.graph)[1]


def test_thousands_of_actors_in_seconds() -> None:
    # 60 plans of 40 objectives; the hub partners everything. Copying the graph an actor takes hours.
    graph = Graph([Node("Actor", "hub", {"name": "Hub"})])
    for plan in range(60):
        graph.nodes += [Node("Actor", f"v{plan}/{rank}", {"name": f"{rank}"}) for rank in range(60)]
        for number in range(40):
            target = f"p{plan}/objectif-{number}"
            graph.nodes.append(Node("Objective", target, {"name": target, "number": number}))
            told_ = {"document": f"p{plan}/plan.txt"}
            for rank in range(6):
                type_ = PARTNER if rank else PILOT
                actor = f"v{plan}/{(number * 7 + rank) % 60}"
                graph.relationships.append(Relationship(type_, actor, target, told_))
            graph.relationships.append(Relationship(PARTNER, "hub", target, told_))
    start = perf_counter()
    frame = risks(graph)
    assert perf_counter() - start < 20
    assert len(frame) == 3_601
    row = frame[frame["id"] == "hub"].to_dict("records")[0]
    assert row["morceaux"] == 59


# Words


def test_sentences_agree_in_number() -> None:
    graph = told({1: "a", 2: "a b", 3: "c", 4: "c"}, {1: "d e", 3: "d e", 4: "d e"}).graph
    one, two, both = (" ".join(sentences(departure(graph, who), graph)) for who in ("a", "c", ["a", "c"]))
    assert "Si « A » part, 1 objectif n'a plus de pilote (1) et 1 objectif n'a plus qu'un seul acteur (2 : B)." in one
    assert "Si « C » part, 2 objectifs n'ont plus de pilote (3, 4)." in two
    assert "Si « A » et « C » partent ensemble, 3 objectifs n'ont plus de pilote (1, 3, 4)" in both


def test_that_nothing_happens_is_said_with_what_the_actor_holds() -> None:
    plan = told({1: "a b", 2: "b c"}, {1: "c", 2: "a"})
    said = sentences(departure(plan.graph, "a"), plan.graph)
    assert said[0].startswith("Si « A » part, aucun objectif ni aucune action")
    assert "2 objectifs" in said[1]


def test_euros_and_loans_are_said_apart() -> None:
    plan = told({1: "a b c"})
    source(plan, "don", "a", amount=1_500_000)
    source(plan, "emprunt", "a", kind="prêt", amount=2_000)
    said = " ".join(sentences(departure(plan.graph, "a"), plan.graph))
    assert "source : 1,5\u00a0M€ (« Source don »)" in said
    assert "prêteur : 2\u202f000\u00a0€ (« Source emprunt »)" in said
    assert "sans montant" not in said


def test_objectives_of_several_plans_are_not_confused() -> None:
    first, second = told({1: "a", 2: "b"}), told({1: "a"}, name="q")
    graph = together(first, second)
    said = sentences(departure(graph, "a"), graph)
    assert "2 objectifs n'ont plus de pilote (« Plan p » : 1 ; « Plan q » : 1)" in said[0]


def test_objectives_without_number_go_by_title() -> None:
    plan = told({1: "b"})
    id_ = plan.node("Objective", "p/objectif-2", quotes=["…"], name="Habiter")
    plan.tie(PILOT, "b", id_)
    assert "(1, « Habiter »)" in sentences(departure(plan.graph, "b"), plan.graph)[0]


def test_a_plan_that_names_nobody_at_its_objectives_is_said() -> None:
    plan = told({1: ""})
    plan.actor("a", "A")
    action(plan, "p/objectif-1", 1, partners="a")
    found = departure(plan.graph, "a")
    assert found.objectives.before.without_actor == ()
    assert "Rien n'est dit des objectifs du plan, qui n'y nomme aucun acteur." in sentences(found, plan.graph)


def test_of_several_plans_those_that_name_nobody_are_told_by_their_titles() -> None:
    graph = together(told({1: "a"}), told({1: ""}, name="q"))
    said = sentences(departure(graph, "a"), graph)
    assert "Rien n'est dit des objectifs d'un plan qui n'y nomme aucun acteur : « Plan q »." in said


def test_long_lists_are_cut_and_counted() -> None:
    graph = told(dict.fromkeys(range(1, 15), "a")).graph
    assert "(1, 2, 3, 4, 5, 6, 7, 8, 9, 10 et 4 autres)" in sentences(departure(graph, "a"), graph)[0]


def test_rows_of_a_nature_number_its_figure() -> None:
    plan = told({1: "a", 2: "a c"}, {1: "a"})
    action(plan, "p/objectif-1", 1)
    source(plan, "don", "a", amount=5)
    rows = consequences(departure(plan.graph, "a"), plan.graph).to_dict("records")
    assert [(row["nature"], row["id"]) for row in rows] == [
        ("objectif sans pilote", "p/objectif-1"),
        ("objectif sans acteur", "p/objectif-1"),
        ("objectif à un acteur", "p/objectif-2"),
        ("action sous objectif", "p/objectif-1/action-1"),
        ("argent sans source", "don"),
    ]
    assert [row["acteur_restant"] for row in rows] == ["", "", "C", "", ""]
    assert rows[1]["phrases"] == ["a PILOTS", "a PARTNERS"]
    assert rows[1]["emplacements"] == ["ligne 1", "ligne 1"]
    assert rows[4]["euros"] == 5
    assert all(len(row["phrases"]) == len(row["emplacements"]) == len(row["documents"]) > 0 for row in rows)


def test_one_sentence_that_gives_two_roles_is_shown_once() -> None:
    plan = told({1: ""})
    plan.actor("a", "A")
    for type_ in (PILOT, PARTNER):
        plan.tie(type_, "a", "p/objectif-1", quotes=["A pilote et aide"], locators=["ligne 5"])
    rows = consequences(departure(plan.graph, "a"), plan.graph)
    assert list(rows["phrases"]) == [["A pilote et aide"], ["A pilote et aide"]]


def test_what_is_cut_off_is_in_the_table() -> None:
    graph = told({1: "a b x", 2: "b c y"}).graph
    rows = consequences(departure(graph, "b"), graph)
    assert list(zip(rows["nature"], rows["id"], strict=True)) == [
        ("objectif détaché", "p/objectif-2"),
        ("acteur détaché", "c"),
        ("acteur détaché", "y"),
    ]
    assert set(rows["emplacements"].map(tuple)) == {("ligne 2",)}


# What the sentences may not get wrong


def said_of(plan: Told, *leaving: str) -> str:
    return " ".join(sentences(departure(plan.graph, leaving), plan.graph))


def test_what_was_so_before_is_told_in_the_past() -> None:
    plan = told({1: "a b"}, {2: "a b", 3: "b c"})
    plan.objective(4)
    said = said_of(plan, "a")
    # 2, 3 and 4 have no pilot, 4 has nobody.
    assert "3 objectifs n'avaient déjà pas de pilote (2, 3, 4) et 1 objectif n'avait déjà aucun acteur (4)" in said


def test_actions_that_keep_a_partner_are_told_apart() -> None:
    plan = told({1: "a"}, {1: "b c"})
    for number, partners in ((1, ""), (2, "b"), (3, "b c")):
        action(plan, "p/objectif-1", number, partners=partners)
    assert "3 actions n'ont pas de pilote propre" in said_of(plan, "a")
    assert "2 d'entre elles gardent au moins un partenaire" in said_of(plan, "a")
    assert "gardent" not in said_of(told({1: "a"}, {1: "b"}), "a")


def test_how_many_ties_are_deduced_is_told() -> None:
    plan = told({1: "a b"})
    for number, basis in ((1, "inferred"), (2, "stated")):
        id_ = action(plan, "p/objectif-1", number)
        plan.tie(PARTNER, "a", id_, basis=basis, quotes=["A"])
    assert "sur 2 liens en cause, 1 est déduit" in said_of(plan, "a")


def test_a_share_of_a_source_says_whether_that_one_is_counted() -> None:
    plan = told({1: "a b"})
    source(plan, "whole", "b")
    source(plan, "part", "a", of="whole", amount=25)
    assert "dont aucun montant n'est écrit" in said_of(plan, "a")
    assert "comptée" not in said_of(plan, "a")
    source(plan, "known", "b", amount=100)
    source(plan, "share", "a", of="known", share=0.5)
    assert "où elle est comptée" in said_of(plan, "a")
