"""What actors are tied to on a map: objectives in the order of the plans, and the actions that have no objective."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from graph.model import Graph, Node
from graph.schema import AXIS_COLOURS

NO_AXIS_COLOURS = ("#6B7280", "#4B5563")
LOOSE = "Loose"
"""Label of a node of the map, never of the graph: it stands for the actions of an axis or plan without objective."""
LOOSE_NOUN = "groupe d’actions"


class Group(NamedTuple):
    """What hangs from an axis, or from a plan without one, or (both None) from nothing."""

    axis: Node | None
    plan: Node | None
    objectives: list[Node]
    actions: list[Node]


@dataclass(frozen=True)
class AxisView:
    """An axis, or what hangs from no axis of a plan (`node` is None). Colours: fill and ink.

    `hollow` tells it from another axis of the same colour, where there are more axes than colours.
    """

    id: str
    node: Node | None
    plan: Node | None
    fill: str
    ink: str
    hollow: bool = False

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
class Targets:
    """`nodes` follow plans, axes and positions, the loose actions of an axis after its objectives.

    `axis_of` maps their ids to axis ids; `actions`, to all the actions below them, in the order of the plan.
    """

    axes: list[AxisView] = field(default_factory=list)
    nodes: dict[str, Node] = field(default_factory=dict)
    axis_of: dict[str, str] = field(default_factory=dict)
    actions: dict[str, list[Node]] = field(default_factory=dict)


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


def targets(graph: Graph, plans: list[Node]) -> Targets:
    """Every objective and every action of a graph is in the answer: an objective stands for the actions below it."""
    below = children(graph, "HAS_ACTION")
    groups = _groups(graph, plans, below)
    owned = {action.id for goal in graph.by_label("Objective") for action in _under(below.get(goal.id, []), below)}
    with_objectives = {group.plan.id for group in groups if group.plan and group.objectives}
    found = Targets()
    rank = 0
    for group in groups:
        axis = _axis(group, rank)
        # The rank runs over all axes, so that a colour never depends on what an axis holds.
        rank += group.axis is not None
        held = {node.id: _under(below.get(node.id, []), below) for node in group.objectives}
        nodes = {node.id: node for node in group.objectives}
        if loose := [action for action in _under(group.actions, below) if action.id not in owned]:
            node = _loose(axis, alone=group.plan is not None and group.plan.id not in with_objectives)
            nodes[node.id], held[node.id] = node, loose
            owned |= {action.id for action in loose}
        _take(found, axis, nodes, held)
    return found


def _take(found: Targets, axis: AxisView, nodes: dict[str, Node], actions: dict[str, list[Node]]) -> None:
    new = {id_: node for id_, node in nodes.items() if id_ not in found.nodes}
    if new:
        found.axes.append(axis)
        found.nodes.update(new)
        found.axis_of.update(dict.fromkeys(new, axis.id))
        found.actions.update({id_: actions[id_] for id_ in new})


def _groups(graph: Graph, plans: list[Node], below: dict[str, list[Node]]) -> list[Group]:
    has_axis, has_objective = children(graph, "HAS_AXIS"), children(graph, "HAS_OBJECTIVE")
    groups: list[Group] = []
    for plan in plans:
        owners: list[tuple[Node | None, Node]] = [(axis, axis) for axis in has_axis.get(plan.id, [])]
        for axis, owner in [*owners, (None, plan)]:
            groups.append(Group(axis, plan, has_objective.get(owner.id, []), below.get(owner.id, [])))
    held = {node.id for group in groups for node in group.objectives}
    objectives = in_order(node for node in graph.by_label("Objective") if node.id not in held)
    # What hangs from nothing comes last; `targets` leaves out the actions that it has met by then.
    return [*groups, Group(None, None, objectives, in_order(graph.by_label("Action")))]


def _under(actions: Iterable[Node], below: dict[str, list[Node]]) -> list[Node]:
    """These actions, each followed by those below it; a circle ends."""
    found: dict[str, Node] = {}
    waiting = list(actions)
    while waiting:
        action = waiting.pop(0)
        if action.id not in found:
            found[action.id] = action
            waiting = below.get(action.id, []) + waiting
    return list(found.values())


def _axis(group: Group, rank: int) -> AxisView:
    if group.axis is None:
        return AxisView(f"{group.plan.id if group.plan else ''}/sans-axe", None, group.plan, *NO_AXIS_COLOURS)
    turn, place = divmod(rank, len(AXIS_COLOURS))
    return AxisView(group.axis.id, group.axis, group.plan, *AXIS_COLOURS[place], hollow=turn % 2 == 1)


def _loose(axis: AxisView, *, alone: bool) -> Node:
    """The node for loose actions; `alone`: their plan has no objective at all, so that its axes are what is drawn."""
    if axis.node is None:
        title, noun = ("Actions du plan" if alone else "Hors objectif"), LOOSE_NOUN
    elif alone:
        title, noun = axis.label, "axe"
    else:
        title, noun = f"Hors objectif – {title_of(axis.node)}", LOOSE_NOUN
    return Node(LOOSE, f"{axis.id}/hors-objectif", {"name": title, "title": title, "noun": noun})
