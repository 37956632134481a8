"""Actions: those written twice, objectives that have none, national measures that nothing answers locally."""

from __future__ import annotations

from collections.abc import Iterator

from graph.checks.check import Check, Place
from graph.checks.french import objective, quoted
from graph.checks.plan_text import PlanText
from graph.checks.repeats import repeats
from graph.french import listed
from graph.model import Node

_MEASURE, _RESPONSE = "mesure_nationale", "reponse_locale"
_QUOTED = 160


def actions(text: PlanText) -> Iterator[Check]:
    """All checks on actions."""
    found = text.by_label("Action")
    for kind in dict.fromkeys(action.properties.get("kind") for action in found):
        for group in repeats([action for action in found if _is_of(text, action, kind)]):
            yield _repeated(text, group, kind == _RESPONSE)
    yield from _without(text)
    yield from _unanswered(text, found)


def _is_of(text: PlanText, action: Node, kind: str | None) -> bool:
    """True for an action of a kind, unless the reader of the document reported its whole line as written twice."""
    reported = {(found.document, found.locator) for found in text.findings if found.code == "ligne-double"}
    place = _first(text, action)
    return action.properties.get("kind") == kind and (place.document, place.locator) not in reported


def _repeated(text: PlanText, group: list[Node], responses: bool) -> Check:
    written = sorted(((_first(text, action), action) for action in group), key=lambda pair: pair[0].order)
    places = tuple(place for place, _ in written)
    said = " et ".join(f"{quoted(action.name, _QUOTED)} ({place.locator})" for place, action in written)
    if responses:
        return text.check("reponse-repetee", places, f"la même réponse vaut pour {len(group)} mesures : {said}")
    return text.check("actions-proches", places, f"{len(group)} actions disent presque la même chose : {said}")


def _first(text: PlanText, action: Node) -> Place:
    return next(iter(text.stated(action.id)), text.whole()[0])


def _without(text: PlanText) -> Iterator[Check]:
    for node in text.titles:
        message = f"{objective(node)} n'a ni action, ni pilote, ni partenaire"
        yield text.check("objectif-vide", text.stated(node.id)[:1], message)
    parents = {tie.start for tie in text.by_type("HAS_ACTION")}
    for node in text.objectives:
        if node.id not in parents:
            yield text.check("objectif-sans-action", text.stated(node.id)[:1], f"{objective(node)} n'a aucune action")


def _unanswered(text: PlanText, found: list[Node]) -> Iterator[Check]:
    answered = {tie.end for tie in text.by_type("RESPONDS_TO")}
    for action in found:
        if action.properties.get("kind") == _MEASURE and action.id not in answered:
            crosses = _crosses(text, action)
            crossed = f" (mais une croix sous {listed([quoted(name) for name in crosses])})" if crosses else ""
            message = f"rien ne répond à la mesure {quoted(action.name, _QUOTED)}{crossed}"
            yield text.check("mesure-sans-reponse", (_first(text, action),), message)


def _crosses(text: PlanText, action: Node) -> list[str]:
    """The columns in which a measure has a cross; a tool that its own words name is none."""
    ties = text.ties_from(action.id, "USES")
    own = str(action.properties.get("text"))
    return [text.nodes[tie.end].name for tie in ties if own not in tie.properties.get("quotes", ())]
