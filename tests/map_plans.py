"""Made-up plans for printed maps: large, small, with very long names, without axes, without pilots, empty."""

from __future__ import annotations

from graph.model import Graph
from tests.graphs import Told

LONG = "Association intercommunale pour la médiation, la prévention et l'insertion des habitants n°"
TITLE = "Favoriser l'accès de tous les habitants du quartier aux équipements et aux services, objectif"


class Outlined(Told):
    """A plan with axes, its objectives numbered through; `axis` and `goal` return ids."""

    def __init__(self, plan: str = "plan") -> None:
        super().__init__(plan)
        self.goals: list[str] = []
        self.axes: list[str] = []

    def axis(self, title: str = "Axe") -> str:
        number = len(self.axes) + 1
        id_ = f"{self.plan}/axe-{number}"
        name = f"{title} {number}"
        self.node("Axis", id_, quotes=[name], name=name, title=name, number=number, position=number)
        self.tie("HAS_AXIS", self.plan, id_)
        self.axes.append(id_)
        return id_

    def goal(self, axis: str | None = None, title: str = "Objectif du plan") -> str:
        number = len(self.goals) + 1
        id_ = f"{self.plan}/objectif-{number}"
        name = f"{title} {number}"
        self.node("Objective", id_, quotes=[name], name=name, title=name, number=number, position=number)
        self.tie("HAS_OBJECTIVE", axis or self.plan, id_)
        self.goals.append(id_)
        return id_

    def action(self, above: str, number: int, **properties: object) -> str:
        id_ = f"{above}/action-{number}"
        name = f"Action {number}"
        told = {"name": name, "text": name, "position": number} | properties
        self.node("Action", id_, quotes=[name], **told)
        self.tie("HAS_ACTION", above, id_)
        return id_

    def role(self, type_: str, actor: str, target: str, basis: str = "stated") -> None:
        """An actor's role, by the actor's id: the actor is made where it is not known."""
        if not any(node.id == actor for node in self.graph.nodes):
            self.actor(actor, actor.partition("/")[2] or actor)
        self.tie(type_, actor, target, basis=basis)


def large(goals: int = 60, actors: int = 300) -> Graph:
    """So many objectives under ten axes, and actors: the first in every third objective, most in one or two."""
    told = Outlined()
    for _ in range(10):
        told.axis("Axe de travail du contrat de ville")
    for i in range(goals):
        goal = told.goal(told.axes[i * 10 // goals], TITLE)
        told.action(goal, 1, status="en_cours")
    for rank in range(actors):
        told.actor(f"plan/a{rank}", f"Structure {rank}")
        for i in range(max(1, 20 - rank) if rank < 20 else 1 + rank % 2):
            type_ = "PILOTS" if rank % 9 == 0 else "PARTNERS"
            told.tie(type_, f"plan/a{rank}", told.goals[(rank * 7 + i * 3) % goals], basis="stated")
    return told.graph


def small() -> Graph:
    """Two objectives under one axis: A pilots both, with B a partner of the first."""
    told = Outlined()
    axis = told.axis()
    first, second = told.goal(axis), told.goal(axis)
    told.role("PILOTS", "plan/A", first)
    told.role("PILOTS", "plan/A", second)
    told.role("PARTNERS", "plan/B", first)
    return told.graph


def long_names(actors: int = 40) -> Graph:
    """Six objectives, and actors whose names have 90 characters."""
    told = Outlined()
    axes = [told.axis("Un axe au titre très long, pour voir ce que deviennent les mots quand ils sont trop nombreux")
            for _ in range(2)]  # fmt: skip
    goals = [told.goal(axes[i // 3], TITLE) for i in range(6)]
    for rank in range(actors):
        name = f"{LONG}{rank:02d}"[-90:].ljust(90, "x")
        told.actor(f"plan/a{rank}", name)
        told.tie("PILOTS" if rank < 8 else "PARTNERS", f"plan/a{rank}", goals[rank % 6], basis="stated")
        told.tie("PARTNERS", f"plan/a{rank}", goals[(rank + 1) % 6], basis="stated")
    return told.graph


def no_axis() -> Graph:
    """Three objectives that hang from the plan itself, one pilot, one partner, one without anybody."""
    told = Outlined()
    goals = [told.goal() for _ in range(3)]
    told.role("PILOTS", "plan/A", goals[0])
    told.role("PARTNERS", "plan/B", goals[1])
    return told.graph


def no_pilot() -> Graph:
    """Two objectives with partners only: A in both, B in one."""
    told = Outlined()
    axis = told.axis()
    goals = [told.goal(axis) for _ in range(2)]
    for goal in goals:
        told.role("PARTNERS", "plan/A", goal)
    told.role("PARTNERS", "plan/B", goals[0])
    return told.graph


def by_action() -> Graph:
    """Two objectives whose actions alone name actors: A pilots two of the first's three, B helps one of them."""
    told = Outlined()
    axis = told.axis()
    first, second = told.goal(axis), told.goal(axis)
    actions = [told.action(first, number) for number in (1, 2, 3)]
    told.action(second, 1)
    told.role("PILOTS", "plan/A", actions[0], "inferred")
    told.role("PILOTS", "plan/A", actions[1], "inferred")
    told.role("PARTNERS", "plan/B", actions[1], "inferred")
    return told.graph


def no_actor() -> Graph:
    """Two objectives under one axis, and nobody."""
    told = Outlined()
    axis = told.axis()
    told.goal(axis)
    told.goal(axis)
    return told.graph


def empty() -> Graph:
    """A plan that holds nothing."""
    return Outlined().graph


MADE = {
    "large": large,
    "small": small,
    "long_names": long_names,
    "no_axis": no_axis,
    "no_pilot": no_pilot,
    "by_action": by_action,
    "no_actor": no_actor,
    "empty": empty,
    "nothing": Graph,
}
