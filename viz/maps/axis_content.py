"""What the sheet of an axis says of each of its objectives, as lists of words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from graph.model import Node
from viz import french
from viz.details import Details
from viz.french import NBSP, count
from viz.maps.scene import Scene
from viz.maps.words import joined, typographic
from viz.targets import AxisView, title_of

STATES = ("en_cours", "a_developper", "")
"""States of actions in the order in which they are drawn; any other counts with those that are not given."""


@dataclass(frozen=True)
class Row:
    """One objective. `states`: state (of `STATES`) → number of actions; `fragile`: what hangs on too few."""

    target: Node
    mark: str
    title: str
    pilots: list[str]
    partners: list[str]
    actions: int
    states: dict[str, int]
    tools: list[str]
    places: list[str]
    money: list[str]
    fragile: list[str]


@dataclass(frozen=True)
class Content:
    """An axis of a plan, its objectives in order, and how many distinct actors pilot or help them."""

    scene: Scene
    axis: AxisView
    rows: list[Row]
    pilots: int
    actors: int

    @property
    def label(self) -> str:
        """ "Axe 1", "Axe B" where the document prints no number, or "Sans axe"."""
        return f"Axe {self.scene.axis_marks[self.axis.id]}" if self.axis.node else "Sans axe"

    @property
    def actions(self) -> int:
        """Distinct actions under the objectives."""
        return len({action.id for row in self.rows for action in self.scene.view.actions[row.target.id]})


def contents(scene: Scene) -> list[Content]:
    """One for each axis that has anything, in the order of the plan."""
    told = Details(scene.graph, scene.view).objectives()
    found = []
    for axis in scene.view.axes:
        targets = [target for target in scene.view.targets if scene.view.axis_of[target.id] == axis.id]
        links = [link for target in targets for link in scene.by_target.get(target.id, [])]
        pilots = {link.actor for link in links if link.role != "partner"}
        rows = [_row(scene, target, told[target.id]) for target in targets]
        found.append(Content(scene, axis, rows, len(pilots), len({link.actor for link in links})))
    return found


def _row(scene: Scene, target: Node, told: dict[str, Any]) -> Row:
    links = scene.by_target.get(target.id, [])
    pilots = [scene.names[link.actor] for link in links if link.role != "partner"]
    partners = [scene.names[link.actor] for link in links if link.role != "pilot"]
    states = dict.fromkeys(STATES, 0)
    for group in told["actions"]:
        states[group["status"] if group["status"] in STATES else ""] += len(group["items"])
    tools = [typographic(tool["label"]) for tool in told["tools"]]
    return Row(
        target,
        scene.marks.get(target.id, "–"),
        typographic(title_of(target)),
        pilots,
        partners,
        len(scene.view.actions[target.id]),
        states,
        tools,
        [typographic(place) for place in told["places"]],
        _money(told),
        _fragile(scene, target, pilots, partners),
    )


def _money(told: dict[str, Any]) -> list[str]:
    """What tools announce as a whole, then what each source gives, as written; amounts first, so that none is cut."""
    rows = [row for tool in told["tools"] for row in _announced(tool)]
    rows += [f"{row['amount']}{_noted(row)}{NBSP}: {row['label']}" for row in told["funding"]]
    return [typographic(row) for row in dict.fromkeys(rows)]


def _noted(row: dict[str, Any]) -> str:
    loan = f" ({row['kind']})" if row["kind"] == "prêt" and "prêt" not in row["label"].casefold() else ""
    return loan + (f" ({row['note']})" if row["note"] else "")


def _announced(tool: dict[str, Any]) -> list[str]:
    amount = tool["amount"].rpartition(": ")[2]
    rows = [f"{amount} (total annoncé){NBSP}: {tool['label']}"] if amount else []
    return rows + [row for part in tool["parts"] for row in _announced(part)]


def _fragile(scene: Scene, target: Node, pilots: Sequence[str], partners: Sequence[str]) -> list[str]:
    if target.label != "Objective":
        return []
    if scene.level == "action":
        return _fragile_actions(scene, target)
    if not pilots and not partners:
        return ["aucun acteur nommé"]
    found = ["sans pilote"] * (not pilots)
    if target.id in scene.fragile:
        found.append(f"un seul {'pilote' if pilots else 'acteur'}{NBSP}: {scene.names[scene.fragile[target.id]]}")
    if len(partners) < 2 and pilots:
        found.append(f"un seul partenaire{NBSP}: {partners[0]}" if partners else "aucun partenaire")
    return found


def _fragile_actions(scene: Scene, target: Node) -> list[str]:
    actions = [action.id for action in scene.view.actions[target.id]]
    alone = [action for action in actions if action in scene.fragile]
    bare = [action for action in actions if not scene.network.adj[action]]
    if len(bare) == len(actions):
        return ["aucun acteur nommé"]
    found = []
    if alone:
        verb = "ne tient" if len(alone) == 1 else "ne tiennent"
        found.append(f"{count(len(alone), 'action')} sur {len(actions)} {verb} qu’à un acteur")
    if bare:
        found.append(f"{count(len(bare), 'action')} sur {len(actions)} sans acteur nommé")
    return found


def claim(content: Content) -> str:
    """What the axis hangs on: its title."""
    objectives = [row for row in content.rows if row.target.label == "Objective"]
    if not objectives:
        return f"{content.label}{NBSP}: {count(content.actions, 'action')}, aucun objectif"
    told = _actors_claim(content, objectives) if content.scene.level == "action" else _pilot_claim(content, objectives)
    return f"{content.label}{NBSP}: {told}"


def _actors_claim(content: Content, objectives: Sequence[Row]) -> str:
    bare = sum(not row.pilots and not row.partners for row in objectives)
    if not bare:
        return f"{count(content.actors, 'acteur')} pour {count(len(objectives), 'objectif')}"
    if bare == len(objectives):
        return f"aucun acteur nommé pour {count(bare, 'objectif')}"
    return f"{_part(bare, len(objectives), 'n’a', 'n’ont')} aucun acteur nommé"


def _pilot_claim(content: Content, objectives: Sequence[Row]) -> str:
    every = len(objectives)
    bare = sum(not row.pilots for row in objectives)
    single = sum(len(row.pilots) == 1 for row in objectives)
    if not content.actors:
        return f"aucun acteur nommé pour {count(every, 'objectif')}"
    if bare == every:
        return f"aucun pilote nommé pour {count(every, 'objectif')}"
    told = []
    if single == every > 1:
        return f"chacun des {every} objectifs ne tient qu’à un pilote"
    if single:
        told.append(f"{_part(single, every, 'ne tient', 'ne tiennent')} qu’à un pilote")
    if bare:
        who = _part(bare, every, "n’a", "n’ont") if not told else f"{bare} {'n’a' if bare == 1 else 'n’ont'}"
        told.append(f"{who} pas de pilote")
    if not told:
        return "l’objectif a au moins deux pilotes" if every == 1 else "chaque objectif a au moins deux pilotes"
    return joined(told)


def _part(part: int, whole: int, one: str, many: str) -> str:
    if whole == 1:
        return f"son seul objectif {one}"
    return f"{count(part, 'objectif')} sur{NBSP}{whole} {one if part == 1 else many}"


def state_words(states: dict[str, int]) -> list[str]:
    """ "9 en cours", "7 à développer", "2 sans état précisé"."""
    named = {state: french.status(state) if state else "sans état précisé" for state in states}
    return [f"{number}{NBSP}{named[state]}" for state, number in states.items() if number]
