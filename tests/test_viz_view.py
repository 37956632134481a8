"""Roles found in actions, rolled up to what the map draws: small plans told by hand, and what is drawn of them."""

import itertools

import pytest

from tests.graphs import Told, lyon, together
from viz import basis, style
from viz.details import Details
from viz.drawing import drawing
from viz.targets import LOOSE
from viz.view import view


def axis(told, position, title=None):
    id_ = f"{told.plan}/axe-{position}"
    told.node("Axis", id_, quotes=[title or "Axe"], name=title or f"Axe {position}", title=title, position=position)
    told.tie("HAS_AXIS", told.plan, id_)
    return id_


def action(told, parent, position, text):
    id_ = f"{parent}/action-{position}"
    told.node("Action", id_, quotes=[text], name=text, text=text, position=position)
    told.tie("HAS_ACTION", parent, id_)
    return id_


def inferred(told, kind, actor, where, place, quote, **properties):
    told.tie(kind, actor, where, basis="inferred", locators=[place], quotes=[quote], **properties)


@pytest.fixture
def told():
    """A list for objective 1; actions below it, below objective 2 and below an axis name others too."""
    told = Told("brest")
    first, second = told.objective(1), told.objective(2)
    city, club, school = (told.actor(f"brest/{name.lower()}", name) for name in ("Ville", "Club", "École"))
    told.tie("PILOTS", city, first, basis="stated", locators=["ligne 3"], quotes=["Ville"])
    build = action(told, first, 1, "Bâtir avec la Ville et le Club")
    plant = action(told, build, 1, "Planter, piloté par la Ville")
    teach = action(told, second, 1, "Former")
    swim = action(told, axis(told, 1, "Sport"), 1, "Nager avec l'École")
    inferred(told, "PILOTS", city, plant, "ligne 6", "Planter, piloté par la Ville", co=True)
    inferred(told, "PARTNERS", city, build, "ligne 5", "Bâtir avec la Ville et le Club")
    inferred(told, "PARTNERS", club, build, "ligne 5", "Bâtir avec la Ville et le Club")
    inferred(told, "PARTNERS", club, teach, "ligne 9", "Une phrase sur le Club", via=["la ligue"])
    inferred(told, "PARTNERS", school, swim, "ligne 12", "Nager avec l'École")
    return told


def test_roles_in_actions_become_ties_to_what_stands_above(told):
    ties = [(tie.actor, tie.objective, tie.type, tie.stated) for tie in view(told.graph).ties]
    assert ties == [
        ("brest/club", "brest/objectif-1", "PARTNERS", False),
        ("brest/club", "brest/objectif-2", "PARTNERS", False),
        ("brest/ville", "brest/objectif-1", "PARTNERS", False),
        ("brest/ville", "brest/objectif-1", "PILOTS", True),
        ("brest/école", "brest/axe-1/hors-objectif", "PARTNERS", False),
    ]


def test_a_role_both_listed_and_read_in_an_action_is_one_stated_tie_with_both_sentences(told):
    (row,) = [row for row in Details(told.graph, view(told.graph)).ties() if row["type"] == "PILOTS"]
    assert (row["stated"], row["basis"], row["co"]) == (True, "écrit", False)
    assert row["sources"] == [
        {"place": "ligne 3", "quote": "Ville", "document": "plan.txt"},
        {"place": "ligne 6", "quote": "Planter, piloté par la Ville", "document": "plan.txt", "action": ""},
    ]


def test_a_deduced_tie_tells_the_sentence_and_the_action_once(told):
    rows = {(r["actor"], r["objective"]): r for r in Details(told.graph, view(told.graph)).ties()}
    first, second = rows["brest/club", "brest/objectif-1"], rows["brest/club", "brest/objectif-2"]
    assert first["basis"] == second["basis"] == "déduit d’une action"
    assert [(s["quote"], s["action"]) for s in first["sources"]] == [("Bâtir avec la Ville et le Club", "")]
    assert [(s["quote"], s["action"]) for s in second["sources"]] == [("Une phrase sur le Club", "Former")]
    assert second["via"] == ["la ligue"]


def test_the_same_words_in_two_actions_are_told_once_with_both_places(told):
    again = action(told, "brest/objectif-1", 2, "Bâtir avec la Ville et le Club")
    inferred(told, "PARTNERS", "brest/club", again, "ligne 7", "Bâtir avec la Ville et le Club")
    rows = Details(told.graph, view(told.graph)).ties()
    (row,) = [r for r in rows if (r["actor"], r["objective"]) == ("brest/club", "brest/objectif-1")]
    assert [source["place"] for source in row["sources"]] == ["ligne 5, ligne 7"]


def test_an_actor_is_cited_only_where_it_has_no_role(told):
    told.tie("MENTIONED_IN", "brest/club", "brest/objectif-2/action-1", quotes=["Former"])
    told.tie("MENTIONED_IN", "brest/club", "brest/axe-1/action-1", locators=["ligne 12"], quotes=["Nager"])
    actors = Details(told.graph, view(told.graph)).actors()
    (row,) = actors["brest/club"]["cited"]
    assert row["objective"] == "brest/axe-1/hors-objectif"
    assert row["sources"] == [
        {"place": "ligne 12", "quote": "Nager avec l'École", "document": "plan.txt", "action": ""}
    ]
    assert actors["brest/école"]["cited"] == []


def test_loose_actions_stand_after_the_objectives_of_their_axis():
    told = Told("brest")
    sport = axis(told, 1, "Sport")
    action(told, sport, 1, "Nager")
    goal = told.objective(1)
    told.graph.relationships = [t for t in told.graph.relationships if t.type != "HAS_OBJECTIVE"]
    told.tie("HAS_OBJECTIVE", sport, goal)
    action(told, told.plan, 2, "Évaluer le plan")
    seen = view(told.graph)
    assert [(node.id, node.name) for node in seen.targets] == [
        ("brest/objectif-1", "Objectif 1"),
        ("brest/axe-1/hors-objectif", "Hors objectif – Sport"),
        ("brest/sans-axe/hors-objectif", "Hors objectif"),
    ]
    assert [axis.label for axis in seen.axes] == ["Sport", "Sans axe"]


def test_a_plan_without_objective_is_drawn_by_its_axes():
    told = Told("brest")
    for position, title in ((1, "Sport"), (2, "Culture")):
        inferred(
            told, "PARTNERS", told.actor(title, title), action(told, axis(told, position, title), 1, "a"), "l", "a"
        )
    inferred(told, "PILOTS", told.actor("Ville", "Ville"), action(told, told.plan, 1, "Évaluer"), "ligne 1", "Évaluer")
    seen = view(told.graph)
    assert [node.name for node in seen.targets] == ["Sport", "Culture", "Actions du plan"]
    assert {node.label for node in seen.targets} == {LOOSE}
    said = Details(told.graph, seen).objectives()
    assert [said[node.id]["noun"] for node in seen.targets] == ["axe", "axe", "groupe d’actions"]
    assert len(seen.ties) == 3


def test_an_action_that_hangs_from_nothing_keeps_its_ties():
    told = Told("brest")
    told.node("Action", "seule", quotes=["Nager"], name="Nager", text="Nager")
    inferred(told, "PILOTS", told.actor("club", "Club"), "seule", "ligne 1", "Nager")
    seen = view(told.graph)
    assert [tie.actor for tie in seen.ties] == ["club"]
    assert [node.name for node in seen.targets] == ["Hors objectif"]


def test_an_action_under_an_objective_and_an_axis_goes_to_the_objective(told):
    told.tie("HAS_ACTION", "brest/axe-1", "brest/objectif-2/action-1")
    seen = view(told.graph)
    assert [action.id for action in seen.actions["brest/axe-1/hors-objectif"]] == ["brest/axe-1/action-1"]


def test_a_circle_of_actions_ends(told):
    told.tie("HAS_ACTION", "brest/objectif-1/action-1/action-1", "brest/objectif-1/action-1")
    assert len(view(told.graph).actions["brest/objectif-1"]) == 2


def only_actions(name, basis_):
    told = Told(name)
    done = action(told, told.objective(1), 1, "Agir avec le Club")
    told.tie("PARTNERS", told.actor(f"{name}/club", "Club"), done, basis=basis_, quotes=["Agir avec le Club"])
    return told


def test_the_notice_says_which_plans_list_nobody():
    brest, paris = only_actions("brest", "inferred").graph, only_actions("paris", "stated").graph
    both = together(only_actions("brest", "inferred"), only_actions("caen", "inferred"))
    some = together(lyon(), only_actions("brest", "inferred"))
    said = [basis.notice(view(graph)) for graph in (brest, paris, both, some, lyon().graph)]
    assert said == [
        "Ce plan ne liste ni pilotes ni partenaires\u00a0: les liens viennent de la lecture des actions.",
        "Ce plan ne nomme pilotes et partenaires qu’action par action\u00a0: les liens viennent des actions.",
        "Ces plans ne listent ni pilotes ni partenaires\u00a0: les liens viennent de la lecture des actions.",
        "«\u00a0Plan brest\u00a0» ne liste ni pilotes ni partenaires\u00a0: "
        "ses liens viennent de la lecture des actions.",
        "",
    ]
    assert [bool(drawing(view(graph)).deduced) for graph in (brest, paris, both, some, lyon().graph)] == [
        True, True, True, True, False,
    ]  # fmt: skip


def test_a_plan_without_any_tie_needs_no_notice():
    told = Told("brest")
    action(told, told.objective(1), 1, "Agir")
    assert basis.notice(view(told.graph)) == ""
    assert basis.legend(view(told.graph)) == ""


def test_the_legend_says_what_the_ties_stand_on():
    deduced, written = only_actions("brest", "inferred"), only_actions("paris", "stated")
    assert basis.legend(view(deduced.graph)) == "rôle lu dans une action (déduit)"
    assert basis.legend(view(written.graph)) == "rôle écrit pour une action"
    assert basis.legend(view(together(deduced, written))) == "rôle écrit pour une action, ou lu dedans (déduit)"
    assert [basis.foundation(tie) for tie in view(written.graph).ties] == ["écrit pour une action"]


def test_deduced_ties_are_dotted_unlike_any_stated_one(told):
    axis_ = view(told.graph).axes[0]
    roles = [frozenset({"PILOTS"}), frozenset({"PARTNERS"}), frozenset({"PILOTS", "PARTNERS"})]
    stated = [style.tie_look(types, axis_) for types in roles]
    deduced = [style.tie_look(types, axis_, stated=False) for types in roles]
    for one, other in itertools.product(stated, deduced):
        assert one["dashes"] != other["dashes"]
    for look in deduced:
        dot, gap = look["dashes"]
        assert dot <= look["width"] < gap / 2
    assert deduced[0]["width"] > deduced[1]["width"]


def places(drawn):
    return {node["id"]: (node["x"], node["y"]) for node in drawn.network.nodes}


def test_roles_read_in_actions_move_nothing_of_the_stated_map(told):
    whole = drawing(view(told.graph))
    told.graph.relationships = [t for t in told.graph.relationships if t.properties.get("basis") != "inferred"]
    listed = places(drawing(view(told.graph)))
    assert whole.deduced is False
    assert {id_: at for id_, at in places(whole).items() if id_ in listed} == listed
    assert set(places(whole)) - set(listed) == {"brest/club", "brest/école"}


def test_a_mark_grows_where_actions_add_objectives(told):
    inferred(told, "PARTNERS", "brest/ville", "brest/objectif-2/action-1", "ligne 9", "avec la Ville")
    drawn = drawing(view(told.graph))
    (mark,) = [node for node in drawn.network.nodes if node["id"] == "brest/ville"]
    assert mark["size"] == style.radius_of(1)
    assert drawn.turned["brest/ville"]["size"] == style.radius_of(2)


def test_more_axes_than_colours_are_told_apart():
    told = Told("brest")
    for position in range(1, 10):
        action(told, axis(told, position), 1, "Agir")
    axes = view(told.graph).axes
    looks = {(axis_.fill, axis_.hollow) for axis_ in axes}
    assert len(looks) == 9
    assert axes[8].fill == axes[0].fill
