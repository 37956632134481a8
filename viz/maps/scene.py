"""What a printed map draws of one plan: its objectives by axis, its actors, and who has which role in what.

Figures are those of `graph.network`, at the level at which the plan can be counted; a map only places them.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any, Literal

import networkx as nx

from graph.model import Graph, Node
from graph.network import Choices, Level, commitments, usual_level
from graph.network.orphans import orphaned
from viz.maps.words import typographic
from viz.targets import AxisView, title_of
from viz.view import View, view

Role = Literal["pilot", "partner", "both"]
_PARTS = ("Plan", "Axis", "Objective", "Action")
_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


@dataclass(frozen=True)
class Link:
    """An actor's role in a target. `stated`: a list names it for the target itself; `actions` counted behind it."""

    actor: str
    target: str
    role: Role
    stated: bool
    actions: int


@dataclass(frozen=True)
class Bearer:
    """An actor with its figures: distinct objectives (or actions, by the level) in all, piloted, partnered."""

    id: str
    name: str
    count: int
    pilot: int
    partner: int


@dataclass(frozen=True)
class Scene:
    """One plan. `view` and `graph` hold that plan alone; `bearers` are the most engaged first, then by name."""

    plan: Node | None
    graph: Graph
    view: View
    level: Level
    network: nx.Graph
    bearers: list[Bearer]
    links: list[Link]

    @property
    def title(self) -> str:
        """The plan's own title, or nothing."""
        return typographic(title_of(self.plan)) if self.plan else ""

    @cached_property
    def columns(self) -> list[tuple[AxisView, list[Node]]]:
        """Axes with their targets, in the order of the plan; at the level of objectives, with objectives alone."""
        found: dict[str, list[Node]] = {axis.id: [] for axis in self.view.axes}
        for target in self.view.targets:
            if self.level == "action" or target.label == "Objective":
                found[self.view.axis_of[target.id]].append(target)
        return [(axis, found[axis.id]) for axis in self.view.axes if found[axis.id]]

    @cached_property
    def targets(self) -> list[Node]:
        """The targets of all columns."""
        return [target for _, targets in self.columns for target in targets]

    @cached_property
    def axis_marks(self) -> dict[str, str]:
        """Short mark of each axis: its number, a letter where the document prints none, a dash without an axis."""
        axes = [axis for axis in self.view.axes if axis.node]
        numbers = [axis.node.properties.get("number") for axis in axes if axis.node]
        without = {axis.id: "–" for axis in self.view.axes if not axis.node}
        if any(number is None for number in numbers) or len(set(numbers)) < len(numbers):
            return without | {axis.id: _letter(i) for i, axis in enumerate(axes)}
        return without | {axis.id: str(number) for axis, number in zip(axes, numbers, strict=True)}

    @cached_property
    def marks(self) -> dict[str, str]:
        """Short mark of each target: its number, with that of its axis where numbers start anew, or its rank.

        What stands for actions without objective has a dash.
        """
        loose = {target.id: "–" for target in self.targets if target.label != "Objective"}
        kept = [target for target in self.targets if target.id not in loose]
        if not self.printed_numbers:
            return loose | {target.id: str(i) for i, target in enumerate(kept, 1)}
        numbers = {target.id: str(target.properties["number"]) for target in kept}
        if len(set(numbers.values())) == len(numbers):
            return loose | numbers
        axes = {id_: self.axis_marks[self.view.axis_of[id_]] for id_ in numbers}
        return loose | {id_: f"{axes[id_]}.{number}" for id_, number in numbers.items()}

    @property
    def printed_numbers(self) -> bool:
        """True where the document numbers every target."""
        objectives = [target for target in self.targets if target.label == "Objective"]
        return all(target.properties.get("number") is not None for target in objectives)

    def axis_label(self, axis: AxisView) -> str:
        """The title of an axis after its mark."""
        label = typographic(axis.label)
        printed = axis.node is None or axis.node.properties.get("number") is not None
        return label if printed else f"{self.axis_marks[axis.id]}. {label}"

    @cached_property
    def by_target(self) -> dict[str, list[Link]]:
        """Links by target, the most engaged actor first."""
        return _grouped(self.links, "target")

    @cached_property
    def by_actor(self) -> dict[str, list[Link]]:
        """Links by actor, in the order of the plan."""
        return _grouped(self.links, "actor")

    @cached_property
    def names(self) -> dict[str, str]:
        """Names of actors as they are printed."""
        return {bearer.id: bearer.name for bearer in self.bearers}

    @cached_property
    def fragile(self) -> dict[str, str]:
        """What hangs on one actor alone → that actor (see `graph.network.orphans.orphaned`)."""
        lost = orphaned(self.network)
        return {target: actor for actor in sorted(lost) for target in sorted(lost[actor])}


def _letter(rank: int) -> str:
    turn, place = divmod(rank, len(_LETTERS))
    return _LETTERS[place] + (str(turn + 1) if turn else "")


def _grouped(links: Iterable[Link], name: str) -> dict[str, list[Link]]:
    found: defaultdict[str, list[Link]] = defaultdict(list)
    for link in links:
        found[getattr(link, name)].append(link)
    return dict(found)


def scenes(graph: Graph) -> list[Scene]:
    """One scene a plan, in order of title, then one of what hangs from no plan; always one at least."""
    whole = view(graph)
    plans: list[Node | None] = [*whole.plans]
    if not plans or any(axis.plan is None for axis in whole.axes):
        plans.append(None)
    return [_scene(graph, whole, plan) for plan in plans]


def _scene(graph: Graph, whole: View, plan: Node | None) -> Scene:
    seen = _of_plan(whole, plan)
    part = _part(graph, seen, plan)
    level = usual_level(part)
    network = Choices(level).network(part)
    bearers = [_bearer(row) for row in commitments(part, level).to_dict("records")]
    return Scene(plan, part, seen, level, network, bearers, _links(seen, network, level, bearers))


def _of_plan(whole: View, plan: Node | None) -> View:
    axes = [axis for axis in whole.axes if (axis.plan.id if axis.plan else "") == (plan.id if plan else "")]
    ids = {axis.id for axis in axes}
    targets = [target for target in whole.targets if whole.axis_of[target.id] in ids]
    kept = {target.id for target in targets}
    ties = [tie for tie in whole.ties if tie.objective in kept]
    return replace(whole, plans=[plan] if plan else [], axes=axes, targets=targets, ties=ties)


def _part(graph: Graph, seen: View, plan: Node | None) -> Graph:
    """The graph without the parts of other plans."""
    kept = {plan.id} if plan else set()
    kept |= {axis.node.id for axis in seen.axes if axis.node}
    for target in seen.targets:
        kept |= {target.id, *(action.id for action in seen.actions[target.id])}
    nodes = [node for node in graph.nodes if node.label not in _PARTS or node.id in kept]
    ids = {node.id for node in nodes}
    return Graph(nodes, [tie for tie in graph.relationships if tie.start in ids and tie.end in ids])


def _bearer(row: Mapping[Any, Any]) -> Bearer:
    name = typographic(row["acteur"])
    return Bearer(row["id"], name, int(row["engagements"]), int(row["pilote"]), int(row["partenaire"]))


def _links(seen: View, network: nx.Graph, level: Level, bearers: list[Bearer]) -> list[Link]:
    above = {target.id: [target.id] for target in seen.targets}
    if level == "action":
        for target in seen.targets:
            for action in seen.actions[target.id]:
                above.setdefault(action.id, []).append(target.id)
    roles: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
    behind: Counter[tuple[str, str]] = Counter()
    for bearer in bearers:
        for counted, tie in network.adj[bearer.id].items():
            for held in above.get(counted, []):
                roles[held, bearer.id] |= tie["roles"]
                behind[held, bearer.id] += 1
    stated = {(tie.objective, tie.actor) for tie in seen.ties if tie.stated}
    order = {target.id: i for i, target in enumerate(seen.targets)}
    keys = sorted(roles, key=lambda key: order[key[0]])  # within a target, actors stay in the order of `bearers`
    return [Link(actor, target, _role(roles[target, actor]), (target, actor) in stated, behind[target, actor])
            for target, actor in keys]  # fmt: skip


def _role(roles: set[str]) -> Role:
    return "both" if len(roles) > 1 else "pilot" if "pilote" in roles else "partner"
