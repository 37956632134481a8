"""Where nothing is, and where something is with nobody: place, axis × place, axis × kind × place."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from graph.model import Graph, Node
from graph.network.gaps.coverage import by_kind, ordered
from graph.network.gaps.outline import UNKNOWN, Outline, plan_of, printed, title
from graph.text import fold

_SUBJECT, _FACILITY = "QPV", "équipement"
_FIRST = (_SUBJECT, "quartier", "veille active", "commune")

Row = dict[str, Any]


@dataclass(frozen=True)
class Territory:
    """A plan's axes and the places of known kind that it names; `located`: what it locates in each, by its id."""

    laid: Outline
    plan: str
    axes: list[Node]
    places: list[Node]
    located: dict[str, frozenset[str]]

    def at(self, place: Node) -> frozenset[str]:
        """What this plan locates in a place, or in a place that is part of it."""
        return self.located[place.id]

    def seen(self, targets: frozenset[str]) -> frozenset[str]:
        """Those of the targets that the level of the choices counts."""
        return frozenset(target for target in targets if target in self.laid.network)

    def areas(self) -> list[Node]:
        """The places where several axes can be expected: all but facilities."""
        return [place for place in self.places if kind_of(place) != _FACILITY]


def territories(graph: Graph, laid: Outline) -> Iterator[Territory]:
    """The territory of each plan. A place of unknown kind is words that look like one: it is left out."""
    places = {place.id: place for place in graph.by_label("Place") if kind_of(place)}
    located: defaultdict[str, defaultdict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for tie in graph.by_type("STATED_IN"):
        if tie.start in places:
            located[plan_of(tie.end)][tie.start] |= set()
    for place in places:
        for target in laid.located[place]:
            located[plan_of(target)][place].add(target)
    for plan in laid.plans:
        here = {place: frozenset(targets) for place, targets in located[plan].items()}
        yield Territory(laid, plan, laid.of_plan("Axis", plan), sorted(map(places.__getitem__, here), key=_order), here)


def kind_of(place: Node) -> str:
    """The kind of a place, empty where it is not known."""
    return str(place.properties.get("kind") or "")


def _order(place: Node) -> tuple[int, int, str, str, str]:
    """City-policy districts first, facilities last."""
    kind = kind_of(place)
    rank = _FIRST.index(kind) if kind in _FIRST else len(_FIRST)
    return int(kind == _FACILITY), rank, kind, fold(place.name), place.id


def in_order(territory: Territory, rows: Iterable[Row]) -> list[Row]:
    """The rows of a territory place by place, those of a kind of place after its areas."""
    ranks: dict[tuple[str, str], int] = {}
    for rank, place in enumerate(territory.places):
        ranks[kind_of(place), place.name] = ranks[kind_of(place), ""] = rank
    return sorted(rows, key=lambda row: (ranks[row["nature"], row["lieu"]], not row["lieu"]))


def empty_places(territory: Territory) -> Iterator[Row]:
    """Places named where nothing is located, or where nothing that is names an actor."""
    for place in territory.places:
        targets = territory.at(place)
        seen = territory.seen(targets)
        if not targets or (seen and not territory.laid.holders(seen)):
            yield _place(territory, "lieu", place, seen) | {"cites": _cited(territory, seen)}


def empty_axes(territory: Territory) -> Iterator[Row]:
    """Areas where nothing of an axis is located, where it is in another area of the same kind; kinds with none at all.

    An axis that locates nothing anywhere says nothing of any place; an area with nothing at all has its own row; one
    alone of its kind compares with none, and counts only where it is what the plan is about.
    """
    areas = [place for place in territory.areas() if territory.at(place)]
    situated = frozenset[str]().union(*territory.located.values())
    for kind in dict.fromkeys(map(kind_of, areas)):
        same = [place for place in areas if kind_of(place) == kind]
        for axis in territory.axes:
            yield from _of_kind(territory, axis, same, situated)


def _of_kind(territory: Territory, axis: Node, same: list[Node], situated: frozenset[str]) -> Iterator[Row]:
    below = territory.laid.below[axis.id]
    reached = [place for place in same if territory.at(place) & below]
    axis_cell = _sized(territory, "axe × lieu", below) | _of_axis(axis) | {"situees": len(situated & below)}
    if not situated & below:
        return
    if not reached and len(same) == 1 and kind_of(same[0]) != _SUBJECT:
        return
    if not reached and len(same) > 1:
        yield axis_cell | {"lacune": "axe × nature", "lieu": "", "nature": kind_of(same[0]), "ailleurs": len(same)}
        return
    for place in same:
        if place not in reached:
            yield axis_cell | {"lieu": place.name, "nature": kind_of(place), "ailleurs": len(reached)}


def empty_cells(territory: Territory) -> Iterator[Row]:
    """Areas where an axis has something but nobody, or nobody of a kind that has a role elsewhere in that axis.

    Only ties to what is located there count, not those to the objective it stands under.
    """
    laid = territory.laid
    for place in territory.areas():
        seen = territory.seen(territory.at(place))
        if not laid.holders(seen):
            continue
        for axis in territory.axes:
            here = seen & laid.below[axis.id]
            if here:
                yield from _cells(territory, axis, place, here)


def _cells(territory: Territory, axis: Node, place: Node, here: frozenset[str]) -> Iterator[Row]:
    laid = territory.laid
    held, around = laid.holders(here), by_kind(laid, laid.holders(laid.below[axis.id]))
    row = _place(territory, "axe × type × lieu", place, here) | {
        **_of_axis(axis),
        "acteurs": len(held),
        "nommes": laid.names(held),
        "inconnus": sum(laid.kinds[actor] == UNKNOWN for actor in held),
    }
    if not held:
        yield row | {"cites": _cited(territory, here)}
        return
    for kind in ordered(around):
        if kind != UNKNOWN and kind not in by_kind(laid, held):
            names, cited = laid.names(around[kind]), _cited(territory, here, kind)
            yield row | {"type": kind, "ailleurs": len(names), "noms_ailleurs": names, "cites": cited}


def _cited(territory: Territory, targets: frozenset[str], kind: str = "") -> list[str]:
    laid = territory.laid
    return laid.names({actor for actor in laid.only_cited(targets) if kind in ("", laid.kinds[actor])})


def _of_axis(axis: Node) -> Row:
    return {"axe": printed(axis), "titre": title(axis)}


def _place(territory: Territory, gap: str, place: Node, targets: frozenset[str]) -> Row:
    said = {locator for target in targets for locator in territory.laid.places_said.get(target, ())}
    told = {"lieu": place.name, "nature": kind_of(place), "situees": len(targets), "emplacements": _in_lines(said)}
    return _sized(territory, gap, targets) | told


def _in_lines(locators: set[str]) -> list[str]:
    """Locators in the order of a document: "ligne 9" before "ligne 10"."""
    return sorted(locators, key=lambda said: [(len(part), part) for part in said.split()])


def _sized(territory: Territory, gap: str, targets: frozenset[str]) -> Row:
    counts = {name: territory.laid.count(targets, label) for name, label in _LABELS.items()}
    return {"plan": territory.plan, "lacune": gap} | counts


_LABELS = {"objectifs": "Objective", "actions": "Action"}
