"""Labels of a flow map, each in the room that its bar has: who pays, through what, for what."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from graph.model import Graph
from viz.french import NBSP, count, euros
from viz.maps.words import typographic
from viz.money.bands import OTHERS
from viz.money.diagram import REST, Diagram
from viz.money.flows import GRANTS, Money, Programme
from viz.money.words import Names, agreed
from viz.paper.type import Weight, width, wrap
from viz.targets import AxisView, targets, title_of


@dataclass(frozen=True)
class Line:
    """A line of a label."""

    words: str
    size: float
    weight: Weight = 400
    quiet: bool = False

    @property
    def height(self) -> float:
        """What it takes from top to bottom."""
        return self.size * 1.28


def tall(lines: Sequence[Line]) -> float:
    """The height of lines set one under the other."""
    return sum(line.height for line in lines)


def set_in(words: str, size: float, room: float, rows: int, weight: Weight = 400, *, quiet: bool = False) -> list[Line]:
    """A text cut into lines."""
    return [Line(row, size, weight, quiet) for row in wrap(words, size, room, rows, weight)]


def smaller(words: str, sizes: tuple[float, float], room: float) -> list[Line]:
    """A name on one line in the first size, or the second, else cut into two lines of the second."""
    size = next((size for size in sizes if width(words, size) <= room), sizes[1])
    return set_in(words, size, room, 2)


class Labels:
    """The words of every bar of a diagram."""

    def __init__(self, graph: Graph, money: Money, drawn: Diagram, names: Names) -> None:
        self._names, self._drawn, self._money = names, drawn, money
        self._programmes = {programme.tool.id: programme for programme in money.programmes}
        plans = sorted(graph.by_label("Plan"), key=lambda plan: (title_of(plan), plan.id))
        found = targets(graph, plans)
        axes = {axis.id: axis for axis in found.axes}
        self._axes = {id_: axes[axis] for id_, axis in found.axis_of.items()}
        self._rank = {id_: rank for rank, id_ in enumerate(found.nodes)}

    def giver(self, key: str) -> tuple[str, str]:
        """Who pays, and by what, where two bars have the same name."""
        if key == REST:
            return "Non ventilé", ""
        fold = self._drawn.folds.get(f"left/{key}")
        if fold:
            return count(fold, "autre source", "autres sources"), ""
        return self._names.giver(key), self._names.kind(key)

    def card(self, key: str, size: float, small: float, room: float, detail: int) -> list[Line]:
        """A programme with what is announced, broken down and not; less in words where there is less room."""
        amount = self._drawn.cards()[key]
        programme = self._programmes.get(key)
        name = set_in(self._card_name(key), size, room, detail + 1, 700)
        if programme is None or detail == 0:
            return [*name, Line(self._short(programme, amount), small)]
        said = [row for words in _sums(programme) for row in set_in(words, small, room, 2)]
        parts = [row for words in _parts(programme) for row in set_in(words, small, room, 2, quiet=True)]
        return [*name, *said, *(parts if detail > 1 else [])]

    def _card_name(self, key: str) -> str:
        fold = self._drawn.folds.get(f"cards/{key}")
        if fold:
            return count(fold, "autre programme", "autres programmes")
        fixed = {GRANTS: "Subventions à des acteurs", "": "Sans programme nommé"}
        return fixed.get(key) or typographic(self._names.nodes[key].name)

    def _short(self, programme: Programme | None, amount: int) -> str:
        if programme is None or programme.announced is None:
            return euros(amount)
        rest = f", dont {agreed(programme.rest, 'non ventilé')}" if programme.rest > 0 else ""
        more = f", {euros(-programme.rest)} de plus que l’annonce" if programme.rest < 0 else ""
        return f"{euros(amount)}{rest}{more}"

    def goal(self, key: str) -> tuple[str, str, AxisView | None]:
        """The badge of a goal (the number of an objective), its words, and its axis where it has one only."""
        fold = self._drawn.folds.get(f"right/{key}")
        if fold:
            return "", count(fold, "autre destination", "autres destinations"), None
        goals = self._drawn.goals[key]
        if not goals:
            return "", "Aucun objectif nommé", None
        nodes = [self._names.nodes[goal] for goal in goals]
        axes = {self._axes[goal].id: self._axes[goal] for goal in goals if goal in self._axes}
        axis = next(iter(axes.values())) if len(axes) == 1 else None
        if len(nodes) == 1:
            number = nodes[0].properties.get("number")
            return "" if number is None else str(number), typographic(title_of(nodes[0])), axis
        said = [str(node.properties.get("number") or title_of(node)) for node in nodes]
        return "", f"Partagé par les objectifs {', '.join(said[:-1])} et {said[-1]}", axis

    def rank(self, key: str) -> tuple[int, int, str]:
        """Goals in the order of the plan, what has none after them, a fold of many last."""
        if key == OTHERS:
            return 2, 0, key
        goals = self._drawn.goals[key]
        return (
            (0, min((self._rank.get(goal, len(self._rank)) for goal in goals), default=0), key)
            if goals
            else (1, 0, key)
        )


def _sums(programme: Programme) -> list[str]:
    said = []
    if programme.announced is not None:
        said.append(agreed(programme.announced, "annoncé"))
    if programme.broken_down:
        said.append(agreed(programme.broken_down, "ventilé"))
    if programme.besides:
        said.append(f"{euros(programme.besides)} en plus, pour ses seuls sous-programmes")
    if programme.rest > 0:
        said.append(agreed(programme.rest, "non ventilé"))
    if programme.rest < 0:
        said.append(f"{euros(-programme.rest)} de plus que l’annonce")
    return said


def _parts(programme: Programme) -> list[str]:
    """What its parts announce, by the words that the whole's name does not say already."""
    whole, said = programme.tool.name, []
    for part in sorted(programme.parts, key=lambda part: (-part.properties["announced_amount"], part.id)):
        own = part.name.removeprefix(whole).strip(" –-:,") or part.name
        said.append(f"dont {agreed(part.properties['announced_amount'], 'annoncé')} {typographic(own)}")
    if programme.parts and programme.announced is not None and programme.parts_announced != programme.announced:
        gap = programme.announced - programme.parts_announced
        way = "de moins que le tout" if gap > 0 else "de plus que le tout"
        said.append(f"sous-programmes{NBSP}: {euros(abs(gap))} {way}")
    if programme.parts and not programme.below and programme.broken_down:
        said.append("qui finance quelle part n’est pas dit")
    return said
