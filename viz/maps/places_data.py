"""Where a plan acts: each place it names, and what it locates there by axis."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from graph.model import Graph, Node
from graph.network import Choices
from graph.network.gaps.outline import outline
from graph.text import fold
from viz.maps.scene import Scene
from viz.maps.words import typographic
from viz.targets import AxisView

_FIRST = ("QPV", "quartier", "veille active", "commune")
_LAST = ("équipement", "")


@dataclass(frozen=True)
class Cell:
    """What a place has in an axis: ids of actions, and marks of the objectives that they, or it, belong to."""

    actions: frozenset[str]
    objectives: tuple[str, ...]


@dataclass(frozen=True)
class Row:
    """A place. `cells` by axis id; `actions` and `objectives` count each once over all axes."""

    name: str
    kind: str
    cells: dict[str, Cell]
    actions: int
    objectives: int


@dataclass(frozen=True)
class Territory:
    """A plan's places in rows, and what has none: `nowhere` by axis; `actions`, all of them by axis."""

    scene: Scene
    rows: list[Row]
    nowhere: dict[str, Cell]
    actions: dict[str, int]

    @property
    def total(self) -> int:
        """Actions of the plan."""
        return len({action.id for target in self.scene.view.targets for action in self.scene.view.actions[target.id]})

    def axis_label(self, axis: AxisView) -> str:
        """The title of an axis after its mark."""
        return self.scene.axis_label(axis) if axis.id in self.scene.axis_marks else typographic(axis.label)

    @property
    def without(self) -> int:
        """Actions with no place."""
        return len(frozenset[str]().union(*(cell.actions for cell in self.nowhere.values())))


def territory(graph: Graph, scene: Scene) -> Territory:
    """The places of a plan. A place holds what is located in those that are part of it, as the stock query says."""
    located = outline(graph, Choices(scene.level)).located
    mine = _ids(scene)
    places = [place for place in graph.by_label("Place") if located[place.id] & mine or _stated(graph, scene, place)]
    everywhere = frozenset[str]().union(*located.values()) & mine
    return Territory(
        scene,
        [_row(scene, place, located[place.id]) for place in sorted(places, key=_order)],
        _cells(scene, frozenset(mine - everywhere), loose=everywhere),
        {axis.id: len(_actions(scene, axis.id)) for axis in scene.view.axes},
    )


def _ids(scene: Scene) -> set[str]:
    actions = scene.view.actions
    return {id_ for target in scene.view.targets for id_ in (target.id, *(action.id for action in actions[target.id]))}


def _stated(graph: Graph, scene: Scene, place: Node) -> bool:
    """True where a document of this plan names the place."""
    if scene.plan is None:
        return False
    head = f"{scene.plan.id}/"
    return any(tie.start == place.id and tie.end.startswith(head) for tie in graph.by_type("STATED_IN"))


def _order(place: Node) -> tuple[int, str, str, str]:
    kind = str(place.properties.get("kind") or "")
    rank = _FIRST.index(kind) if kind in _FIRST else len(_FIRST) + (1 + _LAST.index(kind) if kind in _LAST else 0)
    return rank, kind, fold(place.name), place.id


def _actions(scene: Scene, axis: str) -> set[str]:
    view = scene.view
    return {
        action.id for target in view.targets if view.axis_of[target.id] == axis for action in view.actions[target.id]
    }


def _row(scene: Scene, place: Node, targets: frozenset[str]) -> Row:
    cells = _cells(scene, targets)
    actions = frozenset[str]().union(*(cell.actions for cell in cells.values()))
    objectives = sum(len(cell.objectives) for cell in cells.values())
    kind = str(place.properties.get("kind") or "")
    return Row(typographic(place.name), kind, cells, len(actions), objectives)


def _cells(scene: Scene, ids: frozenset[str], loose: Iterable[str] = ()) -> dict[str, Cell]:
    """What of these ids each axis holds; an objective counts where neither it nor an action of it is in `loose`."""
    view, away = scene.view, set(loose)
    found: dict[str, Cell] = {}
    for axis in view.axes:
        targets = [target for target in view.targets if view.axis_of[target.id] == axis.id]
        actions = frozenset(_actions(scene, axis.id) & ids)
        held = []
        for target in targets:
            below = {action.id for action in view.actions[target.id]}
            said = (target.id in ids or below & ids) and not ({target.id} | below) & away
            if said and target.label == "Objective":
                held.append(scene.marks.get(target.id, "–"))
        if actions or held:
            found[axis.id] = Cell(actions, tuple(held))
    return found
