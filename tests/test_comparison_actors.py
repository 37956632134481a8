"""Who is who from one plan to the other: renamings, homonyms, territories that are only guessed."""

from __future__ import annotations

import pytest

from graph.comparison import compare
from graph.model import Finding
from tests.test_comparison_small import Plan, changes


def renamed(name: str, targets: int, id_: str = "") -> Plan:
    plan = Plan()
    actor = plan.actor(id_ or f"lyon/{name.lower().replace(' ', '-')}", name)
    for number in range(1, 4):
        objective = plan.objective(number)
        if number <= targets:
            plan.said("PARTNERS", actor, objective, name)
    return plan


@pytest.mark.parametrize(
    ("before", "after", "targets", "expected"),
    [
        ("Régie Coup de Pouce", "Régie de quartier Coup de Pouce", 1, ["acteur-renomme"]),
        ("CRSB", "Centre de ressources des savoirs de base", 2, ["acteur-renomme"]),
        ("Pôle emploi", "France Travail", 3, ["acteur-renomme"]),
        ("Pôle emploi", "France Travail", 1, ["partenaire-venu", "partenaire-parti"]),
        ("Maison du Biollay", "Maison de Bellevue", 1, ["partenaire-venu", "partenaire-parti"]),
    ],
)
def test_organisations_renamed(before: str, after: str, targets: int, expected: list[str]) -> None:
    found = compare(renamed(before, targets).graph, renamed(after, targets).graph)
    assert [str(change.code) for change in found] == expected
    assert all(change.certainty == "probable" and "à vérifier" in change.sentence for change in found[:1]) is (
        expected == ["acteur-renomme"]
    )


def test_an_id_that_follows_the_commonest_form_is_no_change() -> None:
    plan, other = Plan(), Plan()
    plan.said("PARTNERS", plan.actor("lyon/mlj", "MLJ", "Mission locale"), plan.objective(1), "MLJ")
    other.said("PARTNERS", other.actor("lyon/mission-locale", "Mission locale", "MLJ"), other.objective(1), "MLJ")
    assert changes(plan, other) == []


def test_homonyms_of_two_territories_are_two_and_the_state_is_one() -> None:
    plans = [Plan("lyon"), Plan("nantes")]
    for plan in plans:
        objective = plan.objective(1)
        plan.said("PARTNERS", plan.actor("etat", "État"), objective, "État")
        plan.said("PARTNERS", plan.actor(f"{plan.plan}/ccas", "CCAS"), objective, "CCAS")
    found = compare(plans[0].graph, plans[1].graph)
    assert [(str(c.code), c.actor) for c in found if c.actor] == [
        ("partenaire-venu", "CCAS"),
        ("partenaire-parti", "CCAS"),
    ]


def test_versions_in_two_files_of_any_name_are_of_one_territory() -> None:
    plans = [Plan("version-1"), Plan("version-2")]
    for plan in plans:
        target = plan.action(plan.objective(1), "Agir")
        plan.graph.nodes[0].properties["territory"] = plan.plan
        plan.said("PARTNERS", plan.actor(f"{plan.plan}/ccas", "CCAS"), target, "CCAS")
    assert [str(change[0]) for change in changes(*plans)].count("partenaire-venu") == 1
    for plan in plans:
        for guess in ("titre pris du nom du fichier", "territoire deviné d'après le nom du fichier"):
            finding = Finding("plan-devine", "info", f"{plan.plan}/plan.txt", "document", guess)
            plan.graph.findings.append(finding)
    assert changes(*plans) == []
