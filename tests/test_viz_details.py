"""What the map draws and what its panel says, from a small graph made by hand."""

import pytest

from graph.model import Graph, Node, Relationship
from graph.schema import ACTOR_KINDS, AXIS_COLOURS
from viz import style
from viz.details import Details
from viz.network_map import title
from viz.view import view

DOC = "p/plan.txt"


def node(label, node_id, **properties):
    return Node(label, node_id, {"id": node_id, "name": node_id, **properties})


def tie(kind, start, end, place=None, quote=None, **properties):
    said = {"document": DOC, "locators": [place] if place else [], "quotes": [quote] if quote else []}
    return Relationship(kind, start, end, said | properties)


@pytest.fixture
def graph():
    nodes = [
        node("Plan", "p", title="Plan d'actions", territory="Valbourg"),
        node("Document", DOC, title="Le plan de Valbourg"),
        node("Axis", "p/axe-1", title="Cadre de vie", number=1, position=1),
        node("Axis", "p/axe-2", title="Emploi", number=None, position=2),
        node("Objective", "p/o-2", title="Insertion", number=2, position=2, theme="Jeunesse"),
        node("Objective", "p/o-1", title="Habitat", number=1, position=1),
        node("Objective", "p/o-3", title="Transversal", position=3),
        node("Action", "p/o-1/a-1", text="Rénover", status="en_cours", position=1),
        node("Action", "p/o-1/a-2", text="Isoler", status=None, position=1),
        node("Actor", "ville", name="Ville de Valbourg", kind="collectivité", aliases=["Ville", "Ville de Valbourg"]),
        node("Actor", "service", name="Service logement", kind="service"),
        node("Actor", "bailleurs", name="Bailleurs", generic=True),
        node("FundingSource", "f1", name="Bailleurs", kind="participation"),
        node("FundingSource", "f2", name="Ville de Valbourg", kind="subvention"),
        node("Tool", "t", name="Convention", announced_amount=138_000_000),
        node("Tool", "t/1", name="Sous-programme"),
        node("Place", "q", name="Les Tilleuls", kind="QPV", code="QP01"),
    ]
    ties = [
        tie("HAS_AXIS", "p", "p/axe-1"),
        tie("HAS_AXIS", "p", "p/axe-2"),
        tie("HAS_OBJECTIVE", "p/axe-1", "p/o-1"),
        tie("HAS_OBJECTIVE", "p/axe-2", "p/o-2"),
        tie("HAS_OBJECTIVE", "p", "p/o-3"),
        tie("STATED_IN", "p/o-1", DOC, "ligne 4", "Objectif 1 - Habitat"),
        tie("HAS_ACTION", "p/o-1", "p/o-1/a-1"),
        tie("HAS_ACTION", "p/o-1/a-1", "p/o-1/a-2"),
        tie("STATED_IN", "p/o-1/a-1", DOC, "ligne 6", "- Rénover"),
        tie("PILOTS", "ville", "p/o-1", "ligne 9", "Ville", basis="stated", co=True),
        tie("PARTNERS", "ville", "p/o-1", "ligne 12", "Ville, Bailleurs", basis="stated"),
        tie("PARTNERS", "bailleurs", "p/o-1", "ligne 12", "Ville, Bailleurs", basis="stated", via=["la fédération"]),
        tie("PARTNERS", "ville", "p/o-2", "ligne 30", "Ville", basis="stated"),
        tie("PARTNERS", "bailleurs", "p/o-2", "ligne 31", "les bailleurs", basis="inferred"),
        tie("PARTNERS", "service", "p/o-1/a-1", "ligne 6", "avec le service logement", basis="inferred"),
        tie("PART_OF", "service", "ville"),
        tie("PROVIDES", "bailleurs", "f1"),
        tie("USES", "p/o-1", "t"),
        tie("PART_OF", "t/1", "t"),
        tie("FUNDS", "f1", "t/1", "ligne 20", amount=89_300_000, scope="local"),
        tie("FUNDS", "f2", "p/o-1", "ligne 21", amount=None, share=0.93, of="f1", scope="national"),
        tie("LOCATED_IN", "p/o-1/a-1", "q"),
    ]
    return Graph(nodes, ties)


def test_draws_objectives_in_order_and_tells_stated_ties_from_deduced_ones(graph):
    seen = view(graph)
    assert [node.id for node in seen.targets] == ["p/o-1", "p/o-2", "p/o-3"]
    assert [actor.id for actor in seen.actors] == ["bailleurs", "service", "ville"]
    assert [(t.actor, t.objective, t.type, t.stated) for t in seen.ties] == [
        ("bailleurs", "p/o-1", "PARTNERS", True),
        ("bailleurs", "p/o-2", "PARTNERS", False),
        ("service", "p/o-1", "PARTNERS", False),
        ("ville", "p/o-1", "PARTNERS", True),
        ("ville", "p/o-1", "PILOTS", True),
        ("ville", "p/o-2", "PARTNERS", True),
    ]
    assert seen.commitments() == {"ville": {"p/o-1", "p/o-2"}, "bailleurs": {"p/o-1"}}
    assert seen.commitments(deduced=True) == {
        "ville": {"p/o-1", "p/o-2"},
        "bailleurs": {"p/o-1", "p/o-2"},
        "service": {"p/o-1"},
    }


def test_axes_have_their_colours_and_objectives_without_axis_are_grey(graph):
    axes = view(graph).axes
    assert [axis.label for axis in axes] == ["1. Cadre de vie", "Emploi", "Sans axe"]
    assert [axis.short for axis in axes] == ["Axe 1", "Emploi", "Sans axe"]
    assert [axis.fill for axis in axes[:2]] == [AXIS_COLOURS[0][0], AXIS_COLOURS[1][0]]
    assert axes[2].fill not in {fill for fill, _ in AXIS_COLOURS}


def test_an_axis_without_objective_keeps_its_colour_to_itself(graph):
    graph.relationships = [t for t in graph.relationships if t.end != "p/o-1"]
    assert {axis.label: axis.fill for axis in view(graph).axes}["Emploi"] == AXIS_COLOURS[1][0]


def test_an_objective_that_hangs_from_nothing_is_drawn(graph):
    graph.nodes.append(node("Objective", "seul", title="Seul"))
    assert view(graph).targets[-1].id == "seul"


def test_one_tie_stated_by_two_documents_keeps_both_sentences(graph):
    graph.nodes.append(node("Document", "p/avenant.txt", title="Avenant"))
    graph.relationships.append(
        Relationship(
            "PILOTS", "ville", "p/o-1", {"document": "p/avenant.txt", "locators": ["page 2"], "quotes": ["V."]}
        )
    )
    pilots = [row for row in Details(graph, view(graph)).ties() if row["type"] == "PILOTS"]
    assert len(pilots) == 1
    assert pilots[0]["sources"] == [
        {"place": "ligne 9", "quote": "Ville", "document": "Le plan de Valbourg"},
        {"place": "page 2", "quote": "V.", "document": "Avenant"},
    ]


def test_an_objective_says_all_that_the_document_says(graph):
    said = Details(graph, view(graph)).objectives()["p/o-1"]
    assert said["label"] == "1. Habitat"
    assert said["plan"] == "Plan d'actions"
    assert said["sources"] == [{"place": "ligne 4", "quote": "Objectif 1 - Habitat", "document": "Le plan de Valbourg"}]
    assert [(g["label"], [i["text"] for i in g["items"]]) for g in said["actions"]] == [
        ("en cours", ["Rénover"]),
        ("état non précisé", ["Isoler"]),
    ]
    assert said["actions"][0]["items"][0]["sources"][0]["place"] == "ligne 6"
    assert said["places"] == ["Les Tilleuls (QPV, QP01)"]


def test_money_is_written_as_given_and_never_summed(graph):
    said = Details(graph, view(graph)).objectives()["p/o-1"]
    assert [(row["label"], row["kind"], row["amount"], row["note"], row["target"]) for row in said["funding"]] == [
        ("Bailleurs", "participation", "89,3\u00a0M€", "", "Sous-programme"),
        (
            "Ville de Valbourg",
            "subvention",
            "montant non précisé",
            "93\u00a0% de « Bailleurs », enveloppe nationale",
            "",
        ),
    ]
    assert said["tools"] == [
        {
            "label": "Convention",
            "amount": "montant annoncé\u00a0: 138\u00a0M€",
            "parts": [{"label": "Sous-programme", "amount": "", "parts": []}],
        }
    ]


def test_an_actor_says_its_mentions_services_money_and_actions(graph):
    actors = Details(graph, view(graph)).actors()
    assert actors["ville"]["aliases"] == ["Ville"]
    assert actors["ville"]["below"] == ["service"]
    assert actors["service"]["above"] == ["ville"]
    assert actors["service"]["cited"] == []
    assert actors["bailleurs"]["generic"] is True
    assert actors["bailleurs"]["funding"][0]["amount"] == "89,3\u00a0M€"


def test_copilots_and_carriers_are_told(graph):
    rows = {(row["actor"], row["type"]): row for row in Details(graph, view(graph)).ties()}
    assert rows["ville", "PILOTS"]["co"] is True
    assert [row["via"] for row in Details(graph, view(graph)).ties() if row["actor"] == "bailleurs"] == [
        ["la fédération"],
        [],
    ]


def test_a_circle_of_actions_or_tools_ends(graph):
    graph.relationships += [tie("HAS_ACTION", "p/o-1/a-2", "p/o-1/a-1"), tie("PART_OF", "t", "t/1")]
    said = Details(graph, view(graph)).objectives()["p/o-1"]
    assert len(said["funding"]) == 2


@pytest.mark.parametrize(
    ("plans", "written"),
    [
        ([], "Qui porte quoi\u00a0?"),
        ([("Plan d'actions", "Valbourg")], "Qui porte quoi\u00a0? Plan d'actions – Valbourg"),
        ([("Contrat de ville de Valbourg", "Valbourg")], "Qui porte quoi\u00a0? Contrat de ville de Valbourg"),
        ([("Plan", "A"), ("Plan", "B")], "Qui porte quoi\u00a0? Plan – A et Plan – B"),
        ([("Plan", "A"), ("Plan", "B"), ("Plan", "C")], "Qui porte quoi\u00a0? 3\u00a0plans"),
    ],
)
def test_the_title_comes_from_the_plans(plans, written):
    nodes = [node("Plan", f"p{i}", title=t, territory=where) for i, (t, where) in enumerate(plans)]
    assert title(view(Graph(nodes))) == written


def test_no_two_kinds_look_the_same():
    looks = style.shapes([])
    assert len(looks) == len(ACTOR_KINDS)
    assert len(set(looks.values())) == len(ACTOR_KINDS)


def test_an_unknown_kind_is_drawn_apart():
    looks = style.shapes(["coopérative", style.UNKNOWN_KIND])
    assert looks["coopérative"] == looks[style.UNKNOWN_KIND]
    assert looks["coopérative"] not in [looks[kind.name] for kind in ACTOR_KINDS]


def test_pilot_partner_and_both_are_three_lines(graph):
    axis = view(graph).axes[0]
    pilot, partner = style.tie_look(frozenset({"PILOTS"}), axis), style.tie_look(frozenset({"PARTNERS"}), axis)
    both = style.tie_look(frozenset({"PILOTS", "PARTNERS"}), axis)
    assert pilot["dashes"] is False
    assert partner["dashes"] != both["dashes"]
    assert both["width"] > 2 * partner["width"]
    assert pilot["width"] > 2 * partner["width"]


def test_more_commitments_make_a_larger_mark():
    sizes = [style.actor_look(node("Actor", "a"), n, ("dot", style.SLATE)).options["size"] for n in (1, 2, 8, 20)]
    assert sizes == sorted(set(sizes))


def test_tints_are_laid_on_white():
    assert style.mix("#000000", 0) == "#FFFFFF"
    assert style.mix("#0072B2", 1) == "#0072B2"
    assert style.mix("#000000", 0.2) == "#CCCCCC"
