"""Who helps: objectives with no partner or one, partners who are no one in particular, actors left out of the lists."""

from __future__ import annotations

from collections.abc import Iterator

from graph.checks.check import Check
from graph.checks.french import objective, of, quoted
from graph.checks.plan_text import PlanText
from graph.french import listed
from graph.model import Node

_TIES = ("PILOTS", "PARTNERS", "MENTIONED_IN")


def partners(text: PlanText) -> Iterator[Check]:
    """All checks on partners of objectives; the partner of an action helps its objective."""
    helped = text.declared_actors("PARTNERS")
    if any(helped.values()):
        yield from _few(text, helped)
    elif helped:
        message = f"aucun des {len(helped)} objectifs n'a de partenaire désigné, ni par lui-même ni par ses actions"
        message += text.read_in_actions("PARTNERS")
        yield text.check("plan-sans-partenaire", text.whole(), message)
    yield from _generic(text)
    yield from _outside(text)


def _few(text: PlanText, helped: dict[str, list[Node]]) -> Iterator[Check]:
    """Objectives with no named partner, or a single one, beside their pilots."""
    led = text.declared_actors("PILOTS")
    for node in text.objectives:
        pilots = {pilot.id for pilot in led[node.id]}
        named = [actor for actor in helped[node.id] if not actor.properties.get("generic") and actor.id not in pilots]
        if not named:
            yield _none(text, node, helped[node.id])
        elif len(named) == 1:
            yield _single(text, node, named[0])


def _none(text: PlanText, node: Node, others: list[Node]) -> Check:
    listed_ = f" ; ne sont cités que {listed([quoted(actor.name) for actor in others])}" if others else ""
    message = f"{objective(node)} n'a aucun partenaire nommé{listed_}"
    return text.check("objectif-sans-partenaire", text.stated(node.id)[:1], message)


def _single(text: PlanText, node: Node, partner: Node) -> Check:
    ties = [tie for tie in text.declared("PARTNERS", partner.id) if text.objective_of.get(tie.end) == node]
    message = f"{objective(node)} n'a qu'un partenaire nommé : {partner.name}"
    return text.check("partenaire-unique", text.places(ties), message, partner.name)


def _generic(text: PlanText) -> Iterator[Check]:
    """Partners that name no one, each with the objectives where it stands."""
    for actor in text.by_label("Actor"):
        ties = text.declared("PARTNERS", actor.id)
        if actor.properties.get("generic") and ties:
            where = text.objectives_at(tie.end for tie in ties)
            message = f"{quoted(actor.name)} : partenaire{of(where)}, sans nommer personne"
            yield text.check("partenaire-generique", text.places(ties), message, actor.name)


def _outside(text: PlanText) -> Iterator[Check]:
    """Actors that actions name and no objective does; nothing where no objective of the plan names anyone."""
    if not any(text.nodes[tie.end].label == "Objective" for tie in text.by_type(*_TIES)):
        return
    for actor in text.by_label("Actor"):
        ties = text.ties_from(actor.id, *_TIES)
        labels = {text.nodes[tie.end].label for tie in ties}
        if labels == {"Action"} and not actor.properties.get("generic"):
            where = text.objectives_at(tie.end for tie in ties)
            message = f"{quoted(actor.name)} n'est nommé que dans les actions{of(where)}"
            yield text.check("acteur-hors-objectif", text.places(ties), message, actor.name)
