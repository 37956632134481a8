"""Actors and actions: who is named for which action, with the words that name them."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from graph.model import Graph, Node, Relationship
from graph.schema import COMMITMENTS
from viz import french, layout, style
from viz.details import place_name
from viz.interactive.stage import Data, Stage, placed
from viz.layout import Box
from viz.sentences import Sentences
from viz.targets import AxisView, children
from viz.text_width import text_width, wrap
from viz.view import View

_SIZE, _PADDING, _WIDTH, _LINES, _AROUND = 10.0, 5, 128, 3, 11
_EMPTY = "Aucune action ne nomme d’acteur."


class Actions:
    """Reads a graph once. `ties` are one row an actor, an action and a role; `told`, the actions that have one."""

    def __init__(self, graph: Graph, seen: View) -> None:
        self._graph = graph
        self._seen = seen
        self._sentences = Sentences(graph)
        self._target = {action.id: target for target, below in seen.actions.items() for action in below}
        self._nodes = {action.id: action for below in seen.actions.values() for action in below}
        self._places = children(graph, "LOCATED_IN")
        self._stated: defaultdict[str, list[Relationship]] = defaultdict(list)
        for tie in graph.by_type("STATED_IN"):
            self._stated[tie.start].append(tie)
        self._roles = self._by_role()
        tied = {action for _, action, _ in self._roles}
        self.drawn = [action for action in self._nodes.values() if action.id in tied]

    def _by_role(self) -> dict[tuple[str, str, str], list[Relationship]]:
        actors = {actor.id for actor in self._graph.by_label("Actor")}
        found: defaultdict[tuple[str, str, str], list[Relationship]] = defaultdict(list)
        for tie in self._graph.by_type(*COMMITMENTS):
            if tie.start in actors and tie.end in self._nodes:
                found[tie.start, tie.end, tie.type].append(tie)
        return found

    def ties(self) -> list[Data]:
        """One row an actor, an action and a role, with the sentences behind it."""
        return [self._tie(*key, said) for key, said in sorted(self._roles.items(), key=lambda item: item[0])]

    def _tie(self, actor: str, action: str, role: str, said: list[Relationship]) -> Data:
        written = any(tie.properties.get("basis") != "inferred" for tie in said)
        return {
            "actor": actor,
            "action": action,
            "objective": self._target[action],
            "type": role,
            "written": written,
            "basis": "écrit" if written else "déduit",
            "co": any(tie.properties.get("co") for tie in said),
            "via": list(dict.fromkeys(name for tie in said for name in tie.properties.get("via") or [])),
            "sources": self._sentences.of(said),
        }

    def told(self) -> dict[str, Data]:
        """By id, what the panel says of each action that names an actor."""
        return {action.id: self._told(action) for action in self.drawn}

    def _told(self, action: Node) -> Data:
        places = [*self._places.get(action.id, []), *self._places.get(self._target[action.id], [])]
        return {
            "label": self._sentences.action(action.id),
            "objective": self._target[action.id],
            "status": action.properties.get("status") or "",
            "state": french.status(action.properties.get("status")),
            "places": sorted({place_name(place) for place in places}),
            "sources": [row | {"quote": ""} for row in self._sentences.of(self._stated[action.id])],
        }

    def stage(self) -> Stage:
        """The view: actions around, in the order of the plan, in the colours of their axes."""
        axes = {axis.id: axis for axis in self._seen.axes}
        boxes = [_look(node, axes[self._seen.axis_of[self._target[node.id]]]) for node in self.drawn]
        ends: defaultdict[str, set[str]] = defaultdict(set)
        for actor, action, _ in self._roles:
            ends[actor].add(action)
        looks = style.actor_looks(self._seen.actors, ends)
        pairs = [(actor, action) for actor, found in ends.items() for action in sorted(found)]
        places = layout.place([look.box for look in boxes], [look.box for look in looks], pairs)
        nodes = placed([*looks, *boxes], places)
        return Stage("actions", "Acteurs et actions", "Qui fait quoi", nodes, "" if nodes else _EMPTY)


def _look(action: Node, axis: AxisView) -> style.Look:
    text = str(action.properties.get("text") or action.name)
    rows = wrap(text, _SIZE, _WIDTH, _LINES)
    width = max(text_width(row, _SIZE) for row in rows) + 2 * _PADDING
    options: dict[str, Any] = {
        "label": "\n".join(rows),
        "shape": "box",
        "margin": _PADDING,
        "borderWidth": 1.5,
        "shapeProperties": {"borderDashes": False, "borderRadius": 1},
        "color": {"background": "#FFFFFF" if axis.hollow else style.mix(axis.fill, 0.12), "border": axis.fill},
        "font": {"size": _SIZE, "color": style.INK, "face": style.FONT},
    }
    height = len(rows) * _SIZE + 2 * _PADDING
    return style.Look(options, Box(action.id, width + _AROUND, height + _AROUND), 0.0)
