"""Who leads: objectives that no one leads, those who lead too many, and leaders who are no one in particular."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from statistics import median

from graph.checks.check import Check
from graph.checks.french import numbers, objective, of, quoted
from graph.checks.plan_text import PlanText
from graph.french import listed
from graph.model import Node

WITHOUT, OVERLOADED = "objectif-sans-pilote", "pilote-surcharge"
MOST, TIMES = 5, 2
"""A pilot is overloaded from so many objectives on, where it has more than so many times the others' median."""


def pilots(text: PlanText) -> Iterator[Check]:
    """All checks on pilots of objectives; the pilot of an action leads a part of its objective."""
    led = text.declared_actors("PILOTS")
    said = any(found.code == WITHOUT for found in text.findings)
    if any(led.values()):
        yield from _without(text, led)
    elif led and not said:
        message = f"aucun des {len(led)} objectifs n'a de pilote désigné, ni par lui-même ni par ses actions"
        message += text.read_in_actions("PILOTS")
        yield text.check("plan-sans-pilote", text.whole(), message)
    yield from _generic(text)
    yield from _overloaded(text, led)


def _without(text: PlanText, led: dict[str, list[Node]]) -> Iterator[Check]:
    """Objectives that no one leads whom one could call; those that the reader of the document reported are left out."""
    reported = {(found.document, found.locator) for found in text.findings if found.code == WITHOUT}
    for node in text.objectives:
        places = text.stated(node.id)
        known = any((place.document, place.locator) in reported for place in places)
        if not known and all(pilot.properties.get("generic") for pilot in led[node.id]):
            generic = listed([quoted(pilot.name) for pilot in led[node.id]])
            said = f"n'a pour pilote que {generic}, sans nom précis" if generic else "n'a aucun pilote"
            yield text.check(WITHOUT, places[:1], f"{objective(node)} {said}")


def _generic(text: PlanText) -> Iterator[Check]:
    """Leaders that name no one, each with the objectives that it leads."""
    for actor in text.by_label("Actor"):
        ties = text.declared("PILOTS", actor.id)
        if actor.properties.get("generic") and ties:
            where = text.objectives_at(tie.end for tie in ties)
            message = f"{quoted(actor.name)} : pilote{of(where)}, sans nommer personne"
            yield text.check("pilote-generique", text.places(ties), message, actor.name)


def _overloaded(text: PlanText, led: dict[str, list[Node]]) -> Iterator[Check]:
    """Named pilots who lead many more objectives than the others do."""
    loads: defaultdict[str, list[str]] = defaultdict(list)
    for objective_id, actors in led.items():
        for actor in actors:
            if not actor.properties.get("generic"):
                loads[actor.id].append(objective_id)
    for actor_id, targets in sorted(loads.items(), key=lambda load: (-len(load[1]), load[0])):
        others = [len(load) for other, load in loads.items() if other != actor_id]
        if len(targets) >= MOST and (not others or len(targets) > TIMES * median(others)):
            yield _overload(text, text.nodes[actor_id], targets, sum(len(led[target]) == 1 for target in targets))


def _overload(text: PlanText, actor: Node, targets: list[str], alone: int) -> Check:
    ties = [tie for tie in text.declared("PILOTS", actor.id) if tie.end in text.objective_of]
    part = f"{len(targets)} des {len(text.objectives)} objectifs ({numbers(text.objectives_at(targets))})"
    solo = f", dont {alone} sans autre pilote" if alone else ", toujours avec un autre pilote"
    return text.check(OVERLOADED, text.places(ties), f"{actor.name} pilote {part}{solo}", actor.name)
