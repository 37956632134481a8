"""One actor in one plan: what it leads and helps, with whom, and the money it gives and receives."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import networkx as nx

from graph.model import Graph, Node
from graph.network import Choices, Level, evidence
from graph.text import fold
from viz.french import NBSP, euros, percent
from viz.maps.scene import Role, Scene
from viz.maps.words import typographic
from viz.money.flows import Money
from viz.money.words import Names
from viz.targets import AxisView


@dataclass(frozen=True)
class Part:
    """A target of the actor. `counted`: its figures count it; else a role is only read in its actions."""

    target: Node
    axis: AxisView
    mark: str
    role: Role
    counted: bool
    mentions: int


@dataclass(frozen=True)
class Peer:
    """Another actor of the same targets: how many it shares, and its role in those drawn, by their ids."""

    id: str
    name: str
    shared: int
    roles: dict[str, Role]


@dataclass(frozen=True)
class Ego:
    """An actor in a plan. `count`, `pilot`: targets of the level in all and as a pilot; `of`: how many there are.

    `actions`: those in which it has a role, where the level is that of objectives.
    """

    actor: Node
    scene: Scene
    level: Level
    count: int
    pilot: int
    of: int
    actions: int
    mentions: int
    parts: list[Part]
    peers: list[Peer]


def ego_of(scene: Scene, actor: Node) -> Ego | None:
    """An actor as this plan shows it; None where it has no role there."""
    level: Level = scene.level
    network, actions = scene.network, Choices("action").network(scene.graph)
    if actor.id not in network:
        level, network = "action", actions
    if actor.id not in network:
        return None
    roles = {target: tie["roles"] for target, tie in network.adj[actor.id].items()}
    above = _above(scene)
    mentions: Counter[str] = Counter(above.get(told.target, told.target) for told in evidence(scene.graph, actor.id))
    parts = _parts(
        scene, actor.id, {above.get(target, target): found for target, found in _rolled(roles, above).items()}, mentions
    )
    of = sum(side == 1 for _, side in network.nodes(data="bipartite"))
    inside = actions.degree(actor.id) if level == "objectif" and actor.id in actions else 0
    pilot = sum("pilote" in found for found in roles.values())
    peers = _peers(network, actor.id, above)
    return Ego(actor, scene, level, len(roles), pilot, of, inside, sum(mentions.values()), parts, peers)


def _above(scene: Scene) -> dict[str, str]:
    """Each action → the target that it is drawn in."""
    return {action.id: target.id for target in scene.view.targets for action in scene.view.actions[target.id]}


def _rolled(roles: dict[str, frozenset[str]], above: dict[str, str]) -> dict[str, frozenset[str]]:
    found: defaultdict[str, frozenset[str]] = defaultdict(frozenset)
    for target, held in roles.items():
        found[above.get(target, target)] |= held
    return dict(found)


def _role(held: frozenset[str]) -> Role:
    return "both" if len(held) > 1 else "pilot" if "pilote" in held else "partner"


def _parts(scene: Scene, actor: str, counted: dict[str, frozenset[str]], mentions: Counter[str]) -> list[Part]:
    held: defaultdict[str, frozenset[str]] = defaultdict(frozenset)
    for tie in scene.view.ties:
        if tie.actor == actor:
            held[tie.objective] |= {"pilote" if tie.type == "PILOTS" else "partenaire"}
    axes = {axis.id: axis for axis in scene.view.axes}
    found = []
    for target in scene.view.targets:
        roles = counted.get(target.id) or held.get(target.id)
        if roles:
            axis = axes[scene.view.axis_of[target.id]]
            mark = scene.marks.get(target.id, "–")
            found.append(Part(target, axis, mark, _role(roles), target.id in counted, mentions[target.id]))
    return found


def _peers(network: nx.Graph, actor: str, above: dict[str, str]) -> list[Peer]:
    shared: Counter[str] = Counter()
    held: defaultdict[str, defaultdict[str, frozenset[str]]] = defaultdict(lambda: defaultdict(frozenset))
    for target in network.adj[actor]:
        for other, tie in network.adj[target].items():
            if other != actor:
                shared[other] += 1
                held[other][above.get(target, target)] |= tie["roles"]
    names = {other: typographic(network.nodes[other]["name"]) for other in shared}
    order = sorted(shared, key=lambda other: (-shared[other], fold(names[other]), other))
    return [
        Peer(other, names[other], shared[other], {target: _role(roles) for target, roles in held[other].items()})
        for other in order
    ]


def purse(money: Money, names: Names, graph: Graph, actor: str) -> list[tuple[str, list[str]]]:
    """What an actor gives and receives, each with its sentences; nothing for no money."""
    given = [_given(row.euros, row.source, names, loan=row.loan) for row in money.given if actor in row.actors]
    mine = [tie for tie in (*money.aside, *money.without_amount) if actor in names.givers(tie.start)]
    given += [f"{_unpriced(tie.properties)}, pour {_short(names.target(tie.end))}" for tie in mine]
    national = [tie for tie in money.national if actor in names.givers(tie.start)]
    given += [f"cité pour l’enveloppe nationale {typographic(names.nodes[tie.start].name)}" for tie in national]
    got = [f"{euros(flow.euros)}{NBSP}: {names.giver(flow.source)}" for flow in money.flows if flow.target == actor]
    got += [f"montant non dit{NBSP}: {names.giver(tie.start)}" for tie in money.without_amount if tie.end == actor]
    return [(head, rows) for head, rows in (("Apporte", given), ("Reçoit", got)) if rows]


def _given(amount: int, source: str, names: Names, *, loan: bool) -> str:
    kind = "prêt, à rembourser" if loan else names.kind(source)
    return f"{euros(amount)}{f' ({kind})' if kind else ''}"


def _unpriced(told: Mapping[str, Any]) -> str:
    share = told.get("share")
    return "montant non dit" if share is None else f"{percent(share)} d’un montant"


def _short(words: str) -> str:
    return words if len(words) <= 60 else f"{words[:58].rstrip()}…"
