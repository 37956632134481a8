"""What leavers take from the targets of a two-mode network: their last pilot, their last actor, all but one actor."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

import networkx as nx

from graph.model import Graph, Relationship
from graph.network.choices import Choices
from graph.network.proof import Evidence, evidence
from graph.network.twomode import ROLES, organisations, target_ids
from graph.schema import COMMITMENTS

Said = Mapping[tuple[str, str], list[Evidence]]
"""(actor, target) → the sentences that tie them."""


@dataclass(frozen=True)
class Loss:
    """A target that loses actors: ids of those who stay, and the sentences that tie who leaves, or who stays alone."""

    target: str
    staying: tuple[str, ...]
    ties: tuple[Evidence, ...]


@dataclass(frozen=True)
class Standing:
    """Targets that were so before anyone left: ids, in the order of the plan."""

    without_pilot: tuple[str, ...]
    without_actor: tuple[str, ...]
    single_actor: tuple[str, ...]


@dataclass(frozen=True)
class Losses:
    """What happens at one level, objectives or actions, in the order of the plan.

    `without_pilot`: targets that had pilots, all of whom leave (their `ties`: as pilots); `without_actor`: those that
    had actors, all of whom leave (one that was piloted is in both); `single_actor`: those of several actors that one
    stays with, who may be no pilot. `touched`: ids of every target that loses someone. `before`: what was already so,
    departure or not.
    """

    without_pilot: tuple[Loss, ...]
    without_actor: tuple[Loss, ...]
    single_actor: tuple[Loss, ...]
    touched: tuple[str, ...]
    before: Standing

    @property
    def orphaned(self) -> frozenset[str]:
        """Ids of the targets left without pilot or without actor."""
        return frozenset(loss.target for loss in (*self.without_pilot, *self.without_actor))

    def __bool__(self) -> bool:
        return bool(self.without_pilot or self.without_actor or self.single_actor)


def losses(network: nx.Graph, leaving: Collection[str], said: Said) -> Losses:
    """What the targets of a network lose when these actors leave it together."""
    touched = in_order(_touched(network, leaving))
    left = {target: staying(network, target, leaving) for target in touched}

    def loss(target: str, *roles: str) -> Loss:
        named = [actor for actor in network.adj[target] if actor in leaving or left[target] == (actor,)]
        ties = (told for actor in named for told in said.get((actor, target), ()) if told.role in roles)
        return Loss(target, left[target], tuple(ties))

    led = [target for target in touched if pilots(network, target)]
    return Losses(
        without_pilot=tuple(loss(target, "pilote") for target in led if pilots(network, target).issubset(leaving)),
        without_actor=tuple(loss(target, *ROLES.values()) for target in touched if not left[target]),
        single_actor=tuple(loss(target, *ROLES.values()) for target in touched if len(left[target]) == 1),
        touched=tuple(touched),
        before=standing(network),
    )


def standing(network: nx.Graph) -> Standing:
    """Targets without pilot, without actor, with a single one."""
    targets = in_order(target_ids(network))
    return Standing(
        without_pilot=tuple(target for target in targets if not pilots(network, target)),
        without_actor=tuple(target for target in targets if network.degree(target) == 0),
        single_actor=tuple(target for target in targets if network.degree(target) == 1),
    )


def pilots(network: nx.Graph, target: str) -> frozenset[str]:
    """The pilots of a target; none where the network has no such target."""
    carriers = network.adj[target] if target in network else {}
    return frozenset(actor for actor, tie in carriers.items() if "pilote" in tie["roles"])


def staying(network: nx.Graph, target: str, leaving: Collection[str]) -> tuple[str, ...]:
    """Ids of the actors of a target who do not leave."""
    return tuple(sorted(actor for actor in network.adj[target] if actor not in leaving))


def _touched(network: nx.Graph, leaving: Collection[str]) -> set[str]:
    return {target for actor in leaving if actor in network for target in network.adj[actor]}


def statements(graph: Graph, choices: Choices, networks: Iterable[nx.Graph], leaving: Collection[str]) -> Said:
    """The sentences on every target that loses someone: of those who leave, and of one who stays alone."""
    actors, targets = set(leaving), set()
    for network in networks:
        for target in _touched(network, leaving):
            left = staying(network, target, leaving)
            actors.update(left if len(left) == 1 else ())
            targets.add(target)
    owner = organisations(graph) if choices.regroup else {}
    ties: defaultdict[str, list[Relationship]] = defaultdict(list)
    for tie in graph.by_type(*COMMITMENTS):
        if tie.end in targets and owner.get(tie.start, tie.start) in actors:
            ties[tie.start].append(tie)
    nodes = [node for node in graph.nodes if node.id in targets]
    said: defaultdict[tuple[str, str], list[Evidence]] = defaultdict(list)
    for actor, own in ties.items():
        for told in evidence(Graph(nodes, own), actor):
            if told.basis in choices.basis:
                said[owner.get(actor, actor), told.target].append(told)
    return said


def actions_under(graph: Graph) -> dict[str, frozenset[str]]:
    """Objective or action id → the actions right under it."""
    children: defaultdict[str, set[str]] = defaultdict(set)
    for tie in graph.by_type("HAS_ACTION"):
        children[tie.start].add(tie.end)
    return {parent: frozenset(actions) for parent, actions in children.items()}


def left_below(
    children: Mapping[str, frozenset[str]], objective: str, actions: nx.Graph, leaving: Collection[str]
) -> set[str]:
    """Actions under an objective, at any depth, that have no pilot of their own, nor one that stays above them."""
    found: set[str] = set()
    seen: set[str] = set()
    waiting = [objective]
    while waiting:
        for action in children.get(waiting.pop(), frozenset()) - seen:
            seen.add(action)
            own = pilots(actions, action)
            if own.issubset(leaving):
                waiting.append(action)
                found.update(() if own else (action,))
    return found


def in_order(ids: Iterable[str]) -> list[str]:
    """Ids with their numbers read as numbers: objective 2 before objective 10, which is the order of the plan."""
    return sorted(ids, key=lambda id_: [int(part) if part.isdecimal() else part for part in re.split(r"(\d+)", id_)])
