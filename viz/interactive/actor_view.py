"""Actors and actors: who meets whom on the same objectives. The page counts what two share, after the filters."""

from __future__ import annotations

from viz import layout, style
from viz.interactive.stage import Stage, placed
from viz.view import View

_EMPTY = "Il n’y a pas deux acteurs qui partagent un objectif."


def actor_stage(seen: View) -> Stage:
    """The view: the busiest in the middle, and each on the side where its objectives stand in the other view."""
    ends = seen.commitments(deduced=True)
    looks = style.actor_looks(seen.actors, ends)
    order = [node.id for node in seen.targets]
    places = layout.place_actors([look.box for look in looks], ends, order)
    shared = sum(len(actors) > 1 for actors in _by_target(ends).values())
    return Stage(
        "acteurs", "Acteurs entre eux", "Qui travaille avec qui", placed(looks, places), "" if shared else _EMPTY
    )


def _by_target(ends: dict[str, set[str]]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for actor, targets in ends.items():
        for target in targets:
            found.setdefault(target, set()).add(actor)
    return found
