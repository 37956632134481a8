"""Small plans told by hand, one thing changed in each."""

from __future__ import annotations

from typing import Any

import pytest

from graph.comparison import MIRROR, NAMES, Code, compare, report, summary, view
from graph.french import NBSP
from graph.model import Graph
from tests.graphs import Told, lyon, nantes, together

Summed = tuple[str, object, object]


class Plan(Told):
    """A plan with actions, and ties stated in words of their own."""

    def __init__(self, plan: str = "lyon", *files: str) -> None:
        super().__init__(plan, *files)
        self.line = 0

    def action(self, parent: str, text: str, **properties: Any) -> str:
        rank = sum(tie.type == "HAS_ACTION" and tie.start == parent for tie in self.graph.relationships) + 1
        told = {"name": text, "text": text, "kind": "action", "position": rank} | properties
        id_ = self.node("Action", f"{parent}/action-{rank}", quotes=[text], **told)
        self.said("HAS_ACTION", parent, id_, text)
        return id_

    def said(self, type_: str, start: str, end: str, words: str, **properties: Any) -> None:
        self.line += 1
        self.tie(type_, start, end, locators=[f"ligne {self.line}"], quotes=[words], **properties)

    def grant(self, payer: str, means: str, target: str, **properties: Any) -> None:
        source = f"{payer}/{means}"
        if source not in self.graph.index():
            self.node("FundingSource", source, quotes=[means], name=f"{means.capitalize()} – {payer}", kind=means)
            self.tie("PROVIDES", payer, source)
        self.said("FUNDS", source, target, f"{means} {payer} {properties.get('amount')}", **properties)


def changes(a: Told | Graph, b: Told | Graph) -> list[Summed]:
    graphs = [told.graph if isinstance(told, Told) else told for told in (a, b)]
    return [(str(c.code), c.before.value, c.after.value) for c in compare(*graphs)]


def one(**co: Any) -> Plan:
    plan = Plan()
    plan.said("PILOTS", plan.actor("lyon/club", "Club"), plan.objective(1), "Club", **co)
    return plan


def test_codes_have_names_and_mirrors() -> None:
    assert set(NAMES) == set(MIRROR) == set(Code)
    assert all(MIRROR[MIRROR[code]] is code for code in Code)


def test_equal_plans_give_nothing_whatever_their_lines() -> None:
    other = lyon()
    for tie in other.graph.relationships:
        tie.properties["locators"] = ["ligne 99"]
    assert changes(lyon(), other) == []


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ({"co": False}, {"co": True}, ("copilotage", "pilote", "copilote")),
        ({}, {"basis": "inferred"}, ("fondement-change", "écrit dans une liste", "déduit d'une phrase")),
        ({}, {"basis": "stated", "co": False}, None),
    ],
)  # fmt: skip
def test_how_a_role_is_held(before: dict[str, Any], after: dict[str, Any], expected: Summed | None) -> None:
    assert changes(one(**before), one(**after)) == ([expected] if expected else [])


def test_a_sentence_says_who_where_and_on_which_line() -> None:
    plan = Plan()
    plan.objective(1)
    [left] = compare(one().graph, plan.graph)
    assert left.sentence == "Objectif 1 : Club n'est plus pilote, ni nulle part au plan (ligne 1)."
    [came] = compare(plan.graph, one().graph)
    assert came.sentence == "Objectif 1 : Club devient pilote, sans figurer au plan jusqu'ici (ligne 1)."
    assert summary([came]) == ["1 changement :", "- 1 pilote venu"]
    assert "Objectif 1 – Objectif 1\n  " in report([came])
    assert view([came])[0][:4] == ["pilote venu", "Objectif 1 – Objectif 1", "Objectif 1", "Club"]


def test_names_in_the_plural_agree() -> None:
    plan, other = Plan(), Plan()
    plan.said("PARTNERS", plan.actor("lyon/bailleurs", "Bailleurs sociaux"), plan.objective(1), "Bailleurs sociaux")
    other.objective(1)
    [left] = compare(plan.graph, other.graph)
    assert "Bailleurs sociaux ne sont plus partenaires" in left.sentence


def test_cited_then_partner_is_a_change_of_role() -> None:
    plans = []
    for type_ in ("MENTIONED_IN", "PARTNERS"):
        plan = Plan()
        plan.said(type_, plan.actor("lyon/club", "Club"), plan.objective(1), type_)
        plans.append(plan)
    assert changes(*plans) == [("role-change", "cité", "partenaire")]


def test_what_the_same_words_say_is_the_same() -> None:
    """A list elsewhere makes a name known: the sentence gets a tie, and has not changed."""
    plan, other = Plan(), Plan()
    for told in (plan, other):
        told.action(told.objective(1), "Agir avec le Club")
    tie = ("PARTNERS", other.actor("lyon/club", "Club"), "lyon/objectif-1/action-1", "Agir avec le Club")
    other.said(*tie, basis="inferred")
    assert changes(plan, other) == changes(other, plan) == []
    other.graph.relationships[-1].properties["quotes"][:] = ["Club, Ville"]
    assert changes(plan, other) == [("partenaire-venu", None, "partenaire")]


def money(*grants: tuple[str, str, dict[str, Any]]) -> Plan:
    plan = Plan()
    target = plan.action(plan.objective(1), "Rénover")
    for payer in ("etat", "caf"):
        plan.actor(payer, payer)
    for payer, means, given in grants:
        plan.grant(payer, means, target, **given)
    return plan


GONE = ("financement-parti", 8_600_000, None)
HALF = f"subvention, 50{NBSP}%"
GIVEN: dict[str, Any] = {"amount": 8_600_000, "scope": "local"}


@pytest.mark.parametrize(
    ("after", "expected"),
    [
        ([("etat", "subvention", GIVEN | {"amount": 9_000_000})], [("financement-montant", 8_600_000, 9_000_000)]),
        ([("etat", "subvention", {"scope": "local"})], [("financement-montant", 8_600_000, None)]),
        ([("etat", "prêt", GIVEN)], [("financement-modifie", "subvention", "prêt")]),
        ([("etat", "subvention", GIVEN | {"share": 0.5})], [("financement-modifie", "subvention", HALF)]),
        ([("caf", "subvention", GIVEN)], [("financement-venu", None, 8_600_000), GONE]),
        ([], [GONE]),
        (
            [("etat", "subvention", GIVEN), ("etat", "enveloppe", {"amount": 7_000_000_000, "scope": "national"})],
            [("enveloppe-venue", None, 7_000_000_000)],
        ),
    ],
)  # fmt: skip
def test_money(after: list[Any], expected: list[Summed]) -> None:
    before = money(("etat", "subvention", GIVEN))
    assert changes(before, money(*after)) == expected
    assert f"8,6{NBSP}M€" in "".join(change.sentence for change in compare(before.graph, money().graph))


def test_grants_that_only_their_reference_tells_apart() -> None:
    other = lyon()
    other.graph.relationships = [t for t in other.graph.relationships if t.properties.get("reference") != "A-2"]
    assert changes(lyon(), other) == [("financement-parti", 2_000, None)]


def test_values_of_an_action() -> None:
    plans = []
    for given in (
        {"start": "2021-01-01", "budget": 5_000, "kind": "action"},
        {"end": "2022", "kind": "reponse_locale"},
    ):
        plan = Plan()
        plan.action(plan.objective(1), "Agir", **given)
        plans.append(plan)
    assert set(changes(*plans)) == {
        ("action-calendrier", "2021-01-01", None),
        ("action-calendrier", None, "2022"),
        ("action-budget", 5_000, None),
        ("action-nature", "action", "reponse_locale"),
    }


def test_links_between_what_both_plans_have() -> None:
    plan, other = Plan(), Plan()
    for told in (plan, other):
        objective = told.objective(1)
        for name in ("Club", "Groupe"):
            told.said("PARTNERS", told.actor(f"lyon/{name.lower()}", name), objective, name)
        told.node("Tool", f"{told.plan}/outil/fonds", quotes=["Fonds"], name="Fonds")
    other.said("PART_OF", "lyon/club", "lyon/groupe", "Groupe : Club")
    other.node("Tool", "lyon/outil/charte", quotes=["Charte"], name="Charte")
    other.unread("ligne 7", "suite page 3")
    assert changes(plan, other) == [
        ("appartenance-venue", None, "Groupe"),
        ("outil-venu", None, "Charte"),
        ("ligne-non-lue-venue", None, "suite page 3"),
    ]


def test_several_plans_at_once() -> None:
    both = together(lyon(), nantes())
    assert changes(both, both) == []
    assert changes(both, lyon()) == [("plan-retire", "Plan nantes", None)]
