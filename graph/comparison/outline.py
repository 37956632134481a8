"""Changes of the outline: axes, objectives and actions that came, left, moved, were reworded or renumbered."""

from __future__ import annotations

from typing import Any

from graph.comparison.change import Side
from graph.comparison.codes import Code
from graph.comparison.company import company
from graph.comparison.french import quoted, short
from graph.comparison.named import named_in_words
from graph.comparison.pairs import Pair
from graph.comparison.scene import Scene, Subject
from graph.comparison.view import View, key

_ADDED = {
    "Plan": Code.PLAN_ADDED,
    "Axis": Code.AXIS_ADDED,
    "Objective": Code.OBJECTIVE_ADDED,
    "Action": Code.ACTION_ADDED,
}
_REMOVED = {
    "Plan": Code.PLAN_REMOVED,
    "Axis": Code.AXIS_REMOVED,
    "Objective": Code.OBJECTIVE_REMOVED,
    "Action": Code.ACTION_REMOVED,
}
_REWORDED = {"Axis": Code.AXIS_REWORDED, "Objective": Code.OBJECTIVE_REWORDED, "Action": Code.ACTION_REWORDED}
_MOVED = {"Objective": Code.OBJECTIVE_MOVED, "Action": Code.ACTION_MOVED}
_RANK = {"Axis": Code.AXIS_RANK, "Objective": Code.OBJECTIVE_RANK, "Action": Code.ACTION_RANK}
_NOUNS = {"Axis": "axe", "Objective": "objectif", "Action": "action"}


def outline_changes(scene: Scene) -> None:
    """Add what came, left, moved and was reworded."""
    for label in _ADDED:
        for id_ in scene.aligned.new(label):
            _came(scene, label, id_)
        for id_ in scene.aligned.gone(label):
            _left(scene, label, id_)
        for pair in scene.aligned.of(label):
            if label in _REWORDED:
                _reworded(scene, pair)
            if label in _MOVED:
                _moved(scene, pair)
            if pair.before in scene.aligned.astray:
                _rank(scene, pair)


def _came(scene: Scene, label: str, id_: str) -> None:
    subject, details = scene.subject(None, id_), company(scene.b, id_)
    side = Side(value=subject.words, passages=scene.b.stated(id_))
    words = f"{subject.noun} {_agreed(subject, 'ajouté')}, {quoted(subject.words)}{_joined(details)}"
    scene.add(_ADDED[label], subject, words, after=side, details=details, where=_home(subject))


def _left(scene: Scene, label: str, id_: str) -> None:
    subject, details = scene.subject(id_, None), company(scene.a, id_)
    side = Side(value=subject.words, passages=scene.a.stated(id_))
    words = f"{subject.noun} {_agreed(subject, 'retiré')}, {quoted(subject.words)}{_joined(details)}"
    scene.add(_REMOVED[label], subject, words, before=side, details=details, where=_home(subject))


def _home(subject: Subject) -> str:
    """What a sentence on the node itself begins with: the heading of an action, nothing for a heading."""
    return subject.where if subject.label == "Action" else ""


def _agreed(subject: Subject, participle: str) -> str:
    return f"{participle}e" if subject.label == "Action" else participle


def _joined(details: tuple[str, ...]) -> str:
    return f", avec {' ; '.join(details)}" if details else ""


def _reworded(scene: Scene, pair: Pair) -> None:
    before, after = scene.a.words(pair.before), scene.b.words(pair.after)
    if key(before) == key(after):
        return
    subject, details = scene.of_pair(pair), named_in_words(scene, pair)
    words = (
        f"{subject.noun} {_agreed(subject, 'reformulé')}, {quoted(before)} devient {quoted(after)}{_joined(details)}"
    )
    if not pair.sure:
        same = "la même action" if subject.label == "Action" else f"le même {_NOUNS[subject.label]}"
        words += f" ; sans doute {same}, à vérifier (ressemblance {round(pair.similarity * 100)} %)"
    sides = (
        Side(value=before, passages=scene.a.stated(pair.before)),
        Side(value=after, passages=scene.b.stated(pair.after)),
    )
    more: dict[str, Any] = {"where": _home(subject), "doubt_said": True, "details": details}
    scene.add(_REWORDED[subject.label], subject, words, *sides, similarity=pair.similarity, **more)


def _moved(scene: Scene, pair: Pair) -> None:
    """A node whose parent is another one."""
    home, there = scene.a.parents.get(pair.before), scene.b.parents.get(pair.after)
    if (scene.pairs.common(home) if home else None) == there:
        return
    subject = scene.of_pair(pair)
    sides = [
        Side(other=parent, value=view.words(parent) if parent else None, passages=view.stated(id_))
        for view, parent, id_ in ((scene.a, home, pair.before), (scene.b, there, pair.after))
    ]
    under = there is not None and scene.b.nodes[there].label == "Action"
    now = f", rangée sous {short(scene.b.words(there or ''))}" if under else ""
    moved = f"{subject.noun} {_agreed(subject, 'déplacé')}, {_agreed(subject, 'venu')}"
    words = f"{moved} {_parent(scene.a, home)}{now} : {short(subject.words)}"
    more: dict[str, Any] = {"where": _home(subject), "similarity": _similarity(pair)}
    scene.add(_MOVED[subject.label], subject, words, *sides, **more)


def _similarity(pair: Pair) -> float | None:
    return None if pair.similarity == 1 else pair.similarity


def _parent(view: View, parent: str | None) -> str:
    """ "de l'objectif 5", "de l'action « … »", with the title where there is no number."""
    if parent is None:
        return "d'aucune rubrique"
    label, number = view.nodes[parent].label, view.get(parent, "number")
    named = str(number) if number is not None else short(view.words(parent))
    return "du plan" if label == "Plan" else f"de l'{_NOUNS[label]} {named}"


def _rank(scene: Scene, pair: Pair) -> None:
    subject = scene.of_pair(pair)
    before, after = scene.aligned.astray[pair.before]
    noun = f"l'{_NOUNS[subject.label]} {short(subject.words)}"
    around = "ses voisines" if subject.label == "Action" else "ses voisins"
    words = f"{noun} change de place, du rang {before} au rang {after} parmi {around}"
    sides = (
        Side(value=before, passages=scene.a.stated(pair.before)),
        Side(value=after, passages=scene.b.stated(pair.after)),
    )
    scene.add(_RANK[subject.label], subject, words, *sides, where=_home(subject))
