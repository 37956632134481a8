"""What a plan loses when partners leave it: at its objectives, at its actions, in money, in one piece."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace

import networkx as nx

from graph.errors import InputError
from graph.model import Graph
from graph.network.choices import Choices
from graph.network.departure.losses import (
    Loss,
    Losses,
    Said,
    actions_under,
    in_order,
    left_below,
    losses,
    statements,
    staying,
)
from graph.network.departure.money import LostSource, lost_money
from graph.network.departure.pieces import broken_off
from graph.network.proof import Evidence
from graph.network.twomode import actor_ids, organisations, target_ids
from graph.schema import COMMITMENTS


@dataclass(frozen=True)
class Piece:
    """Actors and targets cut from the rest, and the sentences by which those who leave held them to it."""

    actors: tuple[str, ...]
    targets: tuple[str, ...]
    ties: tuple[Evidence, ...]


@dataclass(frozen=True)
class Departure:
    """What happens when `leaving` leave together, each figure with its ties; `departure` says how it is counted."""

    leaving: tuple[str, ...]
    choices: Choices
    services: tuple[str, ...]
    objectives: Losses
    actions: Losses
    actions_below: tuple[Loss, ...]
    money: tuple[LostSource, ...]
    cut_off: tuple[Piece, ...]
    pieces_before: int
    pieces_after: int

    @property
    def euros(self) -> int:
        """Announced euros that lose their source, loans apart."""
        return sum(row.source.euros or 0 for row in self.money if not row.source.loan)

    @property
    def loans(self) -> int:
        """Euros of loans that lose their lender."""
        return sum(row.source.euros or 0 for row in self.money if row.source.loan)

    def __bool__(self) -> bool:
        return bool(self.objectives or self.actions or self.actions_below or self.money or self.cut_off)


def departure(graph: Graph, leaving: Collection[str], choices: Choices | None = None) -> Departure:
    """What happens when this actor, or these actors together, leave the plans of the graph.

    `objectives` and `actions` are counted apart, each on its own ties, whatever `choices.level`: that level says
    only on which network the pieces are counted (components with an actor; a target left with nobody is none).
    `actions_below`: actions without a pilot of their own, at any depth under an objective that loses its last pilot,
    but for those under an action whose pilot stays; their `ties` are those of the objective. `money`: see
    `lost_money`. `cut_off`: pieces broken from the largest rest of what was one piece. `services`: those of the
    leavers that have commitments; they leave with them where `choices.regroup`, and stay where not.

    An actor without commitments leaves without effect but on money. Raises InputError for no actor, an id that is
    no actor's, one that the choices leave out (generic), or a service where services count with their organisation.
    """
    choices = choices or Choices()
    gone = _leavers(graph, {leaving} if isinstance(leaving, str) else set(leaving), choices)
    objectives = replace(choices, level="objectif").network(graph)
    actions = replace(choices, level="action").network(graph)
    held = {"objectif": objectives, "action": actions}.get(choices.level) or choices.network(graph)
    said = statements(graph, choices, (objectives, actions), gone)
    at_objectives = losses(objectives, gone, said)
    cut, before, after = broken_off(held, gone)
    return Departure(
        leaving=tuple(sorted(gone)),
        choices=choices,
        services=_services(graph, gone),
        objectives=at_objectives,
        actions=losses(actions, gone, said),
        actions_below=_below(graph, at_objectives, actions, gone),
        money=lost_money(graph, gone, choices),
        cut_off=tuple(_piece(held, nodes, gone, said) for nodes in cut),
        pieces_before=before,
        pieces_after=after,
    )


def _leavers(graph: Graph, ids: set[str], choices: Choices) -> frozenset[str]:
    if not ids:
        raise InputError("aucun acteur à faire partir", action="Nommez-en un au moins.")
    names = {node.id: node.name for node in graph.by_label("Actor")}
    generic = {node.id for node in graph.by_label("Actor") if node.properties.get("generic")}
    owner = organisations(graph) if choices.regroup else {}
    for id_ in sorted(ids):
        if id_ not in names:
            raise InputError(f"« {id_} » n'est l'identifiant d'aucun acteur de ces plans")
        if id_ in owner:
            raise InputError(
                f"« {names[id_]} » est un service, compté ici avec « {names[owner[id_]]} »",
                action="Faites partir l'organisation, ou ne regroupez pas les services.",
            )
        if id_ in generic and not choices.generic:
            raise InputError(
                f"« {names[id_]} » est un acteur générique, et ce calcul les laisse de côté",
                action="Comptez les acteurs génériques.",
            )
    return frozenset(ids)


def _services(graph: Graph, gone: frozenset[str]) -> tuple[str, ...]:
    """Services of the leavers, at any depth, that have commitments and are not leavers themselves."""
    parents = {tie.start: tie.end for tie in graph.by_type("PART_OF") if tie.start.startswith(f"{tie.end}/")}
    committed = {tie.start for tie in graph.by_type(*COMMITMENTS)} - gone
    return tuple(sorted(actor for actor in committed if not gone.isdisjoint(_above(actor, parents))))


def _above(service: str, parents: Mapping[str, str]) -> set[str]:
    found = set()
    while service in parents:
        service = parents[service]
        found.add(service)
    return found


def _below(graph: Graph, lost: Losses, actions: nx.Graph, gone: frozenset[str]) -> tuple[Loss, ...]:
    children = actions_under(graph)
    objective = {
        action: loss for loss in lost.without_pilot for action in left_below(children, loss.target, actions, gone)
    }
    return tuple(
        Loss(action, staying(actions, action, gone) if action in actions else (), loss.ties)
        for action, loss in ((action, objective[action]) for action in in_order(objective))
    )


def _piece(network: nx.Graph, nodes: frozenset[str], gone: frozenset[str], said: Said) -> Piece:
    actors, targets = nodes & set(actor_ids(network)), in_order(nodes & set(target_ids(network)))
    ties = (told for target in targets for actor in sorted(gone) for told in said.get((actor, target), ()))
    return Piece(tuple(sorted(actors)), tuple(targets), tuple(ties))
