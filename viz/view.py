"""What the network map draws: objectives in the order of the plans, the actors tied to them, and the stated ties."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from graph.model import Graph, Node, Relationship
from graph.schema import AXIS_COLOURS, COMMITMENTS
from graph.text import fold

NO_AXIS_COLOURS = ("#6B7280", "#4B5563")


Group = tuple[Node | None, Node | None, list[Node]]  # an axis, its plan, and its objectives


@dataclass(frozen=True)
class AxisView:
    """An axis, or the objectives of a plan that hang from no axis (`node` is None). Colours: fill and ink."""

    id: str
    node: Node | None
    plan: Node | None
    fill: str
    ink: str

    @property
    def label(self) -> str:
        """ "2. Emploi et développement économique", or what tells objectives without an axis."""
        return numbered(self.node) if self.node else "Sans axe"

    @property
    def short(self) -> str:
        """ "Axe 2", or the title where the document prints no number."""
        number = self.node.properties.get("number") if self.node else None
        return self.label if number is None else f"Axe {number}"


@dataclass(frozen=True)
class Tie:
    """An actor's stated role in an objective; one relationship for each document that states it."""

    actor: str
    objective: str
    type: str
    relationships: tuple[Relationship, ...]


@dataclass(frozen=True)
class View:
    """`objectives` follow plans, axes and positions; `actors` are by name; `axis_of` maps objective ids to axis ids."""

    plans: list[Node]
    axes: list[AxisView]
    objectives: list[Node]
    actors: list[Node]
    ties: list[Tie]
    axis_of: dict[str, str]

    def commitments(self) -> dict[str, set[str]]:
        """The distinct objectives of each actor that has one."""
        found: dict[str, set[str]] = {}
        for tie in self.ties:
            found.setdefault(tie.actor, set()).add(tie.objective)
        return found


def title_of(node: Node) -> str:
    """The title of a plan, axis or objective, or its name."""
    return str(node.properties.get("title") or node.properties.get("name") or node.id)


def numbered(node: Node) -> str:
    """The title with its number where the document prints one."""
    number = node.properties.get("number")
    return title_of(node) if number is None else f"{number}. {title_of(node)}"


def in_order(nodes: Iterable[Node]) -> list[Node]:
    """Nodes by rank in their document, then by id."""
    return sorted(nodes, key=lambda node: (_rank(node.properties.get("position")), node.id))


def _rank(position: Any) -> float:
    return float(position) if isinstance(position, int) else float("inf")


def children(graph: Graph, kind: str) -> dict[str, list[Node]]:
    """Nodes by the id of what a relationship of this type starts from, in order."""
    nodes = graph.index()
    found: dict[str, list[Node]] = {}
    for tie in graph.by_type(kind):
        if tie.end in nodes:
            found.setdefault(tie.start, []).append(nodes[tie.end])
    return {start: in_order({node.id: node for node in ends}.values()) for start, ends in found.items()}


def view(graph: Graph) -> View:
    """Read the actors and objectives of a graph, and the ties that a document states between them."""
    plans = sorted(graph.by_label("Plan"), key=lambda plan: (title_of(plan), plan.id))
    axes, objectives, axis_of = _structure(graph, plans)
    ties = _ties(graph, set(axis_of))
    tied = {tie.actor for tie in ties}
    actors = [actor for actor in graph.by_label("Actor") if actor.id in tied]
    return View(plans, axes, objectives, sorted(actors, key=lambda a: (fold(a.name), a.id)), ties, axis_of)


def _structure(graph: Graph, plans: list[Node]) -> tuple[list[AxisView], list[Node], dict[str, str]]:
    has_axis, has_objective = children(graph, "HAS_AXIS"), children(graph, "HAS_OBJECTIVE")
    groups: list[Group] = []
    for plan in plans:
        groups += [(axis, plan, has_objective.get(axis.id, [])) for axis in has_axis.get(plan.id, [])]
        groups.append((None, plan, has_objective.get(plan.id, [])))
    held = {node.id for _, _, nodes in groups for node in nodes}
    groups.append((None, None, in_order(node for node in graph.by_label("Objective") if node.id not in held)))
    axes: list[AxisView] = []
    objectives: dict[str, Node] = {}
    axis_of: dict[str, str] = {}
    for rank, (axis, owner, nodes) in _ranked(groups):
        new = [node for node in nodes if node.id not in objectives]
        if new:
            axes.append(_axis(axis, owner, rank))
            objectives |= {node.id: node for node in new}
            axis_of |= {node.id: axes[-1].id for node in new}
    return axes, list(objectives.values()), axis_of


def _ranked(groups: list[Group]) -> Iterable[tuple[int, Group]]:
    """Groups with the rank of their axis over all plans, so that a colour never depends on what an axis holds."""
    rank = 0
    for group in groups:
        yield rank, group
        rank += group[0] is not None


def _axis(axis: Node | None, plan: Node | None, rank: int) -> AxisView:
    if axis is None:
        return AxisView(f"{plan.id if plan else ''}/sans-axe", None, plan, *NO_AXIS_COLOURS)
    return AxisView(axis.id, axis, plan, *AXIS_COLOURS[rank % len(AXIS_COLOURS)])


def _ties(graph: Graph, objectives: set[str]) -> list[Tie]:
    actors = {actor.id for actor in graph.by_label("Actor")}
    found: dict[tuple[str, str, str], list[Relationship]] = {}
    for tie in graph.by_type(*COMMITMENTS):
        if tie.start in actors and tie.end in objectives and tie.properties.get("basis") != "inferred":
            found.setdefault((tie.start, tie.end, tie.type), []).append(tie)
    return [Tie(*key, tuple(relationships)) for key, relationships in sorted(found.items())]
