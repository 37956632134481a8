"""Objectives numbered anew or gone with all that hangs from them; places beside the words and in them."""

from __future__ import annotations

from graph.comparison import Code, compare
from tests.test_comparison_small import Plan, changes


def numbered(*titles: str, first: int = 1) -> Plan:
    plan = Plan()
    axis = plan.node("Axis", "lyon/axe-1", quotes=["Axe 1"], name="Emploi", title="Emploi", number=1, position=1)
    plan.tie("HAS_AXIS", "lyon", axis)
    for number, title in enumerate(titles, first):
        told = {"name": title, "title": title, "number": number, "position": number}
        id_ = plan.node("Objective", f"lyon/objectif-{number}", quotes=[title], **told)
        plan.tie("HAS_OBJECTIVE", axis, id_, locators=[f"ligne {number}"])
    return plan


TITLES = ("Former les jeunes", "Créer des entreprises", "Ouvrir une crèche")


def test_an_objective_put_in_front_renumbers_the_others_once() -> None:
    plan, other = numbered(*TITLES), numbered("Loger les familles", *TITLES)
    assert changes(plan, other) == [
        ("objectif-ajoute", None, "Loger les familles"),
        ("objectif-renumerote", "1 à 3", "2 à 4"),
    ]
    sentences = [change.sentence for change in compare(plan.graph, other.graph)]
    assert "Les objectifs 1 à 3 deviennent les objectifs 2 à 4." in sentences
    assert changes(numbered(TITLES[0]), numbered(TITLES[0], first=4)) == [("objectif-renumerote", "1", "4")]


def test_what_comes_as_a_whole_brings_its_company() -> None:
    plan, other = numbered(*TITLES), numbered(*TITLES[:2])
    club, tool = plan.actor("lyon/club", "Club"), plan.node("Tool", "lyon/outil/prêt", quotes=["Prêt"], name="Prêt")
    plan.said("PILOTS", club, "lyon/objectif-3", "Club")
    plan.said("USES", "lyon/objectif-3", tool, "Prêt (Club)")
    plan.said("OPERATES", club, tool, "Prêt (Club)")
    plan.action("lyon/objectif-3", "Choisir un lieu")
    gone, action = compare(plan.graph, other.graph)
    assert gone.details == ("pilote : Club", "outil : Prêt (mis en œuvre par : Club)", "1 action")
    assert gone.sentence.startswith("Objectif 3 retiré, « Ouvrir une crèche », avec pilote : Club ; outil")
    assert action.sentence == "Objectif 3 : action retirée, « Choisir un lieu » (ligne 4)."


def test_places_beside_the_words_and_in_them() -> None:
    plans = [Plan(), Plan(), Plan()]
    for plan in plans:
        objective = plan.objective(1)
        plan.node("Place", "lyon/lieu/bellevue", quotes=["Bellevue"], name="Bellevue")
        plan.action(objective, "Agir")
    plans[1].said("LOCATED_IN", "lyon/objectif-1/action-1", "lyon/lieu/bellevue", "Bellevue")
    assert changes(plans[0], plans[1]) == [("lieu-venu", None, "Bellevue")]
    assert changes(plans[1], plans[0]) == [("lieu-parti", "Bellevue", None)]
    reworded = Plan()
    reworded.node("Place", "lyon/lieu/bellevue", quotes=["Bellevue"], name="Bellevue")
    reworded.action(reworded.objective(1), "Agir à Bellevue")
    reworded.said("LOCATED_IN", "lyon/objectif-1/action-1", "lyon/lieu/bellevue", "Bellevue")
    [change] = compare(plans[2].graph, reworded.graph)
    assert (change.code, change.details) == (Code.ACTION_REWORDED, ("lieu nommé en plus : Bellevue",))
