"""What the network map draws: objectives in the order of the plans, the actors tied to them, and the ties."""

from __future__ import annotations

from dataclasses import dataclass

from graph.model import Graph, Node, Relationship
from graph.schema import COMMITMENTS
from graph.text import fold
from viz.targets import AxisView, targets, title_of


@dataclass(frozen=True)
class Tie:
    """An actor's role in an objective: one tie, whatever the number of documents and actions that tell it.

    `relationships` end on the objective itself, `from_actions` on the actions below it.
    """

    actor: str
    objective: str
    type: str
    relationships: tuple[Relationship, ...]
    from_actions: tuple[Relationship, ...] = ()

    @property
    def stated(self) -> bool:
        """True where a list of the document names the actor for the objective itself."""
        return any(tie.properties.get("basis") != "inferred" for tie in self.relationships)

    @property
    def telling(self) -> tuple[Relationship, ...]:
        """What tells the role's details: what an actor is in one action says nothing of a role stated above it."""
        return self.relationships if self.stated else self.relationships + self.from_actions


@dataclass(frozen=True)
class View:
    """`targets` are the objectives and, for actions that have none, a node an axis or plan (see `viz.targets`).

    `actors` are by name; `axis_of` maps ids of targets to ids of axes, `actions` to the actions below them.
    """

    plans: list[Node]
    axes: list[AxisView]
    targets: list[Node]
    actors: list[Node]
    ties: list[Tie]
    axis_of: dict[str, str]
    actions: dict[str, list[Node]]

    def commitments(self, *, deduced: bool = False) -> dict[str, set[str]]:
        """The distinct targets of each actor that has one; `deduced` counts ties that come from actions only too."""
        found: dict[str, set[str]] = {}
        for tie in self.ties:
            if tie.stated or deduced:
                found.setdefault(tie.actor, set()).add(tie.objective)
        return found

    def plan_of(self, target: str) -> Node | None:
        """The plan that a target belongs to."""
        return next(axis.plan for axis in self.axes if axis.id == self.axis_of[target])


def view(graph: Graph) -> View:
    """Read the actors and objectives of a graph, and the roles that its documents give the ones in the others."""
    plans = sorted(graph.by_label("Plan"), key=lambda plan: (title_of(plan), plan.id))
    found = targets(graph, plans)
    ties = _ties(graph, found.actions)
    tied = {tie.actor for tie in ties}
    actors = [actor for actor in graph.by_label("Actor") if actor.id in tied]
    actors.sort(key=lambda actor: (fold(actor.name), actor.id))
    return View(plans, found.axes, list(found.nodes.values()), actors, ties, found.axis_of, found.actions)


def _ties(graph: Graph, actions: dict[str, list[Node]]) -> list[Tie]:
    actors = {actor.id for actor in graph.by_label("Actor")}
    above: dict[str, list[str]] = {}
    for target, below in actions.items():
        for action in below:
            above.setdefault(action.id, []).append(target)
    own: dict[tuple[str, str, str], list[Relationship]] = {}
    rolled: dict[tuple[str, str, str], list[Relationship]] = {}
    for tie in graph.by_type(*COMMITMENTS):
        if tie.start in actors and tie.end in actions:
            own.setdefault((tie.start, tie.end, tie.type), []).append(tie)
        elif tie.start in actors:
            for target in above.get(tie.end, []):
                rolled.setdefault((tie.start, target, tie.type), []).append(tie)
    return [Tie(*key, tuple(own.get(key, [])), tuple(rolled.get(key, []))) for key in sorted({*own, *rolled})]
