"""Tools and places that came or left, tools under new words, and who operates them."""

from __future__ import annotations

from graph.comparison.change import Side
from graph.comparison.codes import Code
from graph.comparison.company import company
from graph.comparison.french import agreed, quoted
from graph.comparison.named import Ends, both_ends, other_end
from graph.comparison.pairs import Pair
from graph.comparison.restated import of_own_words
from graph.comparison.scene import Scene
from graph.comparison.view import View, key, passages
from graph.model import Relationship

_AT = {
    "USES": (Code.TOOL_CAME, Code.TOOL_LEFT, "l'outil {name} s'ajoute", "l'outil {name} n'est plus mobilisé"),
    "LOCATED_IN": (Code.PLACE_CAME, Code.PLACE_LEFT, "le lieu {name} s'ajoute", "le lieu {name} n'est plus cité"),
}


def tie_changes(scene: Scene) -> None:
    """Add every change of these."""
    for label in ("Objective", "Action"):
        for pair in scene.aligned.of(label):
            for type_ in _AT:
                _at(scene, type_, pair)
    for pair in scene.aligned.of("Tool"):
        _reworded(scene, pair)
        _operators(scene, pair)
    _unused(scene)


def _one_sided(scene: Scene, type_: str, pair: Pair) -> tuple[Ends, Ends]:
    """Ties that one side only has, told by words of their own."""
    before, after = both_ends(scene, type_, pair)
    left = {n: t for n, t in before.items() if n not in after and not _is_reading(scene, t, pair, came=False)}
    came = {n: t for n, t in after.items() if n not in before and not _is_reading(scene, t, pair, came=True)}
    return left, came


def _is_reading(scene: Scene, ties: list[Relationship], pair: Pair, *, came: bool) -> bool:
    view, other = (scene.b, scene.a) if came else (scene.a, scene.b)
    here, there = (pair.after, pair.before) if came else (pair.before, pair.after)
    end = other_end(ties[0])
    names = view.names(end) | {key(view.words(end))}
    return of_own_words(ties, view, here) or scene.is_reading(ties, names, other, there)


def _at(scene: Scene, type_: str, pair: Pair) -> None:
    code_came, code_left, came_words, left_words = _AT[type_]
    left, came = _one_sided(scene, type_, pair)
    subject = scene.of_pair(pair)
    for ties in left.values():
        side = Side(other=ties[0].end, value=scene.a.name(ties[0].end), passages=passages(ties))
        words = left_words.format(name=quoted(str(side.value))) + _with(
            scene.a, ties[0].end, scene.pairs.of(ties[0].end)
        )
        scene.add(code_left, subject, words, before=side, where=subject.full)
    for ties in came.values():
        side = Side(other=ties[0].end, value=scene.b.name(ties[0].end), passages=passages(ties))
        known = scene.pairs.by_after(ties[0].end)
        words = came_words.format(name=quoted(str(side.value))) + _with(scene.b, ties[0].end, known)
        scene.add(code_came, subject, words, after=side, where=subject.full)


def _with(view: View, end: str, known: Pair | None) -> str:
    """Who operates and pays for a tool that the other plan does not know at all."""
    details = company(view, end) if known is None and view.nodes[end].label == "Tool" else ()
    return f", avec {' ; '.join(details)}" if details else ""


def _reworded(scene: Scene, pair: Pair) -> None:
    before, after = scene.a.words(pair.before), scene.b.words(pair.after)
    if key(before) == key(after):
        return
    doubt = (
        "" if pair.sure else f" ; sans doute le même outil, à vérifier (ressemblance {round(pair.similarity * 100)} %)"
    )
    words = f"l'outil {quoted(before)} devient {quoted(after)}{doubt}"
    sides = (
        Side(value=before, passages=scene.a.stated(pair.before)),
        Side(value=after, passages=scene.b.stated(pair.after)),
    )
    scene.add(Code.TOOL_REWORDED, scene.of_pair(pair), words, *sides, doubt_said=True, similarity=pair.similarity)


def _operators(scene: Scene, pair: Pair) -> None:
    left, came = _one_sided(scene, "OPERATES", pair)
    subject = scene.of_pair(pair)
    for ties in left.values():
        name = scene.a.name(ties[0].start)
        side = Side(other=ties[0].start, value=name, passages=passages(ties))
        words = agreed(name, "ne met plus en œuvre cet outil", "ne mettent plus en œuvre cet outil")
        scene.add(Code.OPERATOR_LEFT, subject, words, before=side, where=subject.full, actor=name)
    for ties in came.values():
        name = scene.b.name(ties[0].start)
        side = Side(other=ties[0].start, value=name, passages=passages(ties))
        words = agreed(name, "met en œuvre cet outil", "mettent en œuvre cet outil")
        scene.add(Code.OPERATOR_CAME, subject, words, after=side, where=subject.full, actor=name)


def _unused(scene: Scene) -> None:
    """Tools that no objective and no action uses: nothing else would tell that they came or left."""
    for id_ in scene.aligned.gone("Tool"):
        if not scene.a.ending("USES", id_):
            side = Side(value=scene.a.name(id_), passages=scene.a.stated(id_))
            words = f"l'outil {quoted(scene.a.name(id_))} disparaît{_with(scene.a, id_, None)}"
            scene.add(Code.TOOL_LEFT, scene.subject(id_, None), words, before=side)
    for id_ in scene.aligned.new("Tool"):
        if not scene.b.ending("USES", id_):
            side = Side(value=scene.b.name(id_), passages=scene.b.stated(id_))
            words = f"l'outil {quoted(scene.b.name(id_))} s'ajoute{_with(scene.b, id_, None)}"
            scene.add(Code.TOOL_CAME, scene.subject(None, id_), words, after=side)
