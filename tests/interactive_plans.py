"""Plans made up for the interactive map: large, tiny, with long names, without axes, pilots or anything."""

from __future__ import annotations

import random

from graph.model import Graph
from tests.graphs import Told

KINDS = ("collectivité", "État", "association", "bailleur", "service", "entreprise", "instance")
WORDS = "développer la maison de quartier pour tous les habitants avec une école et un jardin partagé".split()


def plan_of(objectives: int, actors: int, *, axes: int = 5, pilots: bool = True, name: int = 3, seed: int = 8) -> Told:
    """About the shape of a real plan: a few actors nearly everywhere, two thirds in one objective."""
    draw = random.Random(seed)
    told = Told("grandville")
    goals = [told.objective(rank + 1) for rank in range(objectives)]
    if axes:
        told.graph.relationships = [tie for tie in told.graph.relationships if tie.type != "HAS_OBJECTIVE"]
        for rank in range(axes):
            axis = told.node("Axis", f"grandville/axe-{rank + 1}", quotes=["Axe"], name=" ".join(draw.sample(WORDS, 6)),
                             number=rank + 1, position=rank + 1)  # fmt: skip
            told.tie("HAS_AXIS", "grandville", axis)
            for goal in goals[rank * objectives // axes : (rank + 1) * objectives // axes]:
                told.tie("HAS_OBJECTIVE", axis, goal)
    for rank in range(actors):
        words = " ".join(draw.choices(WORDS, k=name)).capitalize()
        actor = told.actor(f"grandville/a{rank:04}", f"{words} {rank}", kind=draw.choice(KINDS))
        number = max(1, objectives * 3 // 4) if rank < 4 else min(objectives, draw.choice((1, 1, 1, 2, 3)))
        for goal in draw.sample(goals, number):
            told.tie(
                "PILOTS" if pilots and rank < 4 else "PARTNERS", actor, goal, basis="stated", locators=[f"ligne {rank}"]
            )
    return told


def with_money(told: Told) -> Told:
    """A grant and a loan to one objective, a share of the grant, a sum not written, a national envelope."""
    goal = f"{told.plan}/objectif-1"
    for name, kind, told_tie in (
        ("Subvention", "subvention", {"amount": 1_500_000, "scope": "local"}),
        ("Prêt", "prêt", {"amount": 2_000_000, "scope": "local"}),
        ("Part", "participation", {"share": 0.5, "of": "s/subvention", "scope": "local"}),
        ("Aide", "inconnu", {"scope": "local"}),
        ("Enveloppe", "dispositif national", {"amount": 7_000_000_000, "scope": "national"}),
    ):
        source = told.node("FundingSource", f"s/{name.lower()}", quotes=[name], name=name, kind=kind)
        told.tie("FUNDS", source, goal, **told_tie)
    told.tie("PROVIDES", f"{told.plan}/a0000", "s/subvention")
    return told


def long_names() -> Graph:
    """Actors whose names have 90 characters."""
    return plan_of(8, 30, name=14).graph


def made_up() -> dict[str, Graph]:
    """By name, every made-up plan."""
    return {
        "60 objectifs": plan_of(60, 300).graph,
        "2 objectifs": with_money(plan_of(2, 5, axes=1)).graph,
        "noms longs": long_names(),
        "sans axe": plan_of(10, 25, axes=0).graph,
        "sans pilote": plan_of(10, 25, pilots=False).graph,
        "vide": Graph(),
    }
