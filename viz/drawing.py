"""The network map as vis-network draws it: looks and places of nodes and ties, without and with what actions tell."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from pyvis.network import Network

from viz import layout, style
from viz.basis import unlisted
from viz.layout_more import extend
from viz.view import View

_OPTIONS = {
    "physics": {"enabled": False},
    "layout": {"improvedLayout": False},
    "interaction": {"hover": True, "tooltipDelay": 250, "selectConnectedEdges": False, "hoverConnectedEdges": False},
    "nodes": {"chosen": False},
    "edges": {"chosen": False, "smooth": False, "selectionWidth": 0, "hoverWidth": 0},
}


@dataclass(frozen=True)
class Drawing:
    """`turned`: what changes (x, y, size), by node, when the ties that come from actions only are turned on or off.

    `deduced`: whether they are on when the page opens.
    """

    network: Network
    turned: dict[str, dict[str, float]]
    deduced: bool


def drawing(seen: View) -> Drawing:
    """Nodes and ties with their looks and fixed places."""
    axes = {axis.id: axis for axis in seen.axes}
    targets = [style.objective_look(node, axes[seen.axis_of[node.id]]) for node in seen.targets]
    deduced = bool(unlisted(seen))
    looks, places, turned = _all_at_once(seen, targets) if deduced else _stated_first(seen, targets)
    # pyvis drops the second edge of a pair when undirected, and draws arrows when directed unless told not to.
    net = Network(directed=True, cdn_resources="in_line")
    net.options = _OPTIONS
    for look in [*looks, *targets]:
        x, y = places[look.box.id]
        net.add_node(look.box.id, **look.options, x=x, y=round(y + look.rise, 1))
    _add_lines(net, seen)
    return Drawing(net, turned, deduced)


Laid = tuple[list[style.Look], layout.Places, dict[str, dict[str, float]]]
Ends = dict[str, set[str]]  # by actor, what it is tied to


def _all_at_once(seen: View, targets: list[style.Look]) -> Laid:
    """Where actions alone tell who takes part in a plan, all actors have their places together."""
    stated, every = seen.commitments(), seen.commitments(deduced=True)
    looks = style.actor_looks(seen.actors, every)
    shrunk = {actor: len(ends) for actor, ends in stated.items() if len(ends) < len(every[actor])}
    return looks, _places(targets, looks, every), {id_: {"size": style.radius_of(n)} for id_, n in shrunk.items()}


def _stated_first(seen: View, targets: list[style.Look]) -> Laid:
    """The map of the stated ties, which those that come from actions join without moving what stands there."""
    stated, every = seen.commitments(), seen.commitments(deduced=True)
    few = style.actor_looks(seen.actors, stated)
    many = style.actor_looks(seen.actors, {actor: every[actor] for actor in stated}, named_for=stated)
    joining = style.actor_looks(seen.actors, {actor: ends for actor, ends in every.items() if actor not in stated})
    before = _places(targets, many, stated)  # room for marks that grow
    standing = [look.box for look in [*targets, *many]]
    after = extend(before, standing, [look.box for look in joining], {id_: sorted(ends) for id_, ends in every.items()})
    turned: dict[str, dict[str, float]] = {}
    for small, large in zip([*targets, *few], [*targets, *many], strict=True):
        if _spot(small, before) != _spot(large, after):
            turned[small.box.id] = _spot(large, after)
    return [*few, *joining], {**after, **before}, turned


def _places(targets: list[style.Look], actors: list[style.Look], ends: Ends) -> layout.Places:
    pairs = [(actor, end) for actor, found in ends.items() for end in sorted(found)]
    return layout.place([look.box for look in targets], [look.box for look in actors], pairs)


def _spot(look: style.Look, places: layout.Places) -> dict[str, float]:
    x, y = places[look.box.id]
    size = look.options.get("size")
    return {"x": x, "y": round(y + look.rise, 1)} | ({"size": size} if size else {})


def _add_lines(net: Network, seen: View) -> None:
    axes = {axis.id: axis for axis in seen.axes}
    pairs: dict[tuple[str, str], dict[bool, set[str]]] = {}
    for tie in seen.ties:
        pairs.setdefault((tie.actor, tie.objective), {}).setdefault(tie.stated, set()).add(tie.type)
    lines: list[tuple[bool, bool, str, str, Any]] = []
    for (actor, objective), types in pairs.items():
        # A role that only actions tell adds nothing to the line of one that a list states.
        stated = True in types
        drawn = types[stated]
        look = style.tie_look(frozenset(drawn), axes[seen.axis_of[objective]], stated=stated)
        lines.append((stated, "PILOTS" in drawn, actor, objective, look))
    # Stated ties last, and of these the pilots', so that their lines lie over the others.
    for _, _, actor, objective, look in sorted(lines, key=lambda line: line[:4]):
        net.add_edge(actor, objective, arrows="", **look)
