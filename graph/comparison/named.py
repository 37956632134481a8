"""What the words of an objective or an action name: actors cited, tools, places. It is told with a rewording."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable

from graph.comparison.pairs import Pair
from graph.comparison.restated import of_own_words
from graph.comparison.scene import Scene
from graph.comparison.view import View
from graph.model import Relationship

_NAMED = {"MENTIONED_IN": "acteur cité", "USES": "outil nommé", "LOCATED_IN": "lieu nommé"}
_OUTWARD = ("USES", "LOCATED_IN")
Ends = dict[str, list[Relationship]]


def ends(view: View, type_: str, target: str, name: Callable[[str], str]) -> Ends:
    """Ties of a type at a target, by the common name of their other end."""
    found: defaultdict[str, list[Relationship]] = defaultdict(list)
    for tie in view.starting(type_, target) if type_ in _OUTWARD else view.ending(type_, target):
        found[name(other_end(tie))].append(tie)
    return dict(found)


def other_end(tie: Relationship) -> str:
    """The actor, tool or place of a tie of an objective, an action or a tool."""
    return tie.end if tie.type in _OUTWARD else tie.start


def both_ends(scene: Scene, type_: str, pair: Pair) -> tuple[Ends, Ends]:
    """Ties of a type at a node of both plans, one thing having one name in both."""
    if type_ in _OUTWARD:
        before = ends(scene.a, type_, pair.before, lambda id_: str(scene.pairs.common(id_)))
        return before, ends(scene.b, type_, pair.after, str)
    names = scene.who.before, scene.who.after
    return ends(scene.a, type_, pair.before, names[0]), ends(scene.b, type_, pair.after, names[1])


def named_in_words(scene: Scene, pair: Pair) -> tuple[str, ...]:
    """("lieu nommé en plus : Biollay", "acteur cité en moins : CAF"); not those who lead or help there."""
    told: list[str] = []
    committed = {name for type_ in ("PILOTS", "PARTNERS") for side in both_ends(scene, type_, pair) for name in side}
    for type_, noun in _NAMED.items():
        before, after = both_ends(scene, type_, pair)
        for view, mine, others, target, sign in (
            (scene.b, after, before, pair.after, "en plus"),
            (scene.a, before, after, pair.before, "en moins"),
        ):
            names = sorted(mine.keys() - others.keys() - committed)
            said = [mine[name][0] for name in names if of_own_words(mine[name], view, target)]
            told += [f"{noun} {sign} : {view.name(other_end(tie))}" for tie in said]
    return tuple(told)
