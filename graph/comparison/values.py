"""What a node says of itself besides its words: number, theme, status, intertitle, nature, dates, amounts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from graph.comparison.change import Side, Value
from graph.comparison.codes import Code
from graph.comparison.french import KINDS, amount, count, said, short, status
from graph.comparison.pairs import Pair
from graph.comparison.scene import Scene, Subject
from graph.comparison.view import View, key
from graph.comparison.who import is_guessed

_FROM_TEXT = "dans le texte"
_NUMBERED = {"Axis": (Code.AXIS_NUMBER, "axe"), "Objective": (Code.OBJECTIVE_NUMBER, "objectif")}


def value_changes(scene: Scene) -> None:
    """Add every change of a value."""
    for pair in scene.aligned.of("Plan"):
        _plan(scene, pair)
    for label in _NUMBERED:
        _numbers(scene, label)
    for pair in scene.aligned.of("Objective"):
        _one(scene, pair, "theme", Code.OBJECTIVE_THEME, "thématique, {new} au lieu de {old}", said)
    for pair in scene.aligned.of("Action"):
        _one(scene, pair, "status", Code.ACTION_STATUS, "passe de {old} à {new}", _status)
        _one(scene, pair, "start", Code.ACTION_DATES, "début, {new} au lieu de {old}", said)
        _one(scene, pair, "end", Code.ACTION_DATES, "fin, {new} au lieu de {old}", said)
        _one(scene, pair, "budget", Code.ACTION_BUDGET, "budget, {new} au lieu de {old}", amount)
    _together(scene, "heading", Code.ACTION_HEADING, _heading)
    _together(scene, "kind", Code.ACTION_KIND, _kind)
    for pair in scene.aligned.of("Tool"):
        _one(scene, pair, "announced_amount", Code.ANNOUNCED, "montant annoncé, {new} au lieu de {old}", amount)


def _values(scene: Scene, pair: Pair, name: str) -> tuple[Any, Any]:
    return scene.a.get(pair.before, name), scene.b.get(pair.after, name)


def _same(before: Value, after: Value) -> bool:
    """True for equal values; of texts, the words count."""
    if isinstance(before, str) and isinstance(after, str):
        return key(before) == key(after)
    return before == after


def _status(value: Value) -> str:
    return f"« {status(value)} »"


def _one(scene: Scene, pair: Pair, name: str, code: Code, words: str, french: Callable[[Value], str]) -> None:
    """One property of one node; `words` is a template of what is said of it."""
    before, after = _values(scene, pair, name)
    if _same(before, after):
        return
    subject = scene.of_pair(pair)
    sides = (
        Side(value=before, passages=scene.a.stated(pair.before)),
        Side(value=after, passages=scene.b.stated(pair.after)),
    )
    scene.add(code, subject, words.format(old=french(before), new=french(after)), *sides, where=subject.full)


def _plan(scene: Scene, pair: Pair) -> None:
    """Title, territory and period; not what was guessed from a file's name, nor what one side only had to guess."""
    guesses = [_guesses(view, id_) for view, id_ in ((scene.a, pair.before), (scene.b, pair.after))]
    if guesses in ([set(), set()], [{_FROM_TEXT}, {_FROM_TEXT}]):
        titles = scene.a.words(pair.before), scene.b.words(pair.after)
        _plan_value(scene, pair, Code.PLAN_TITLE, "titre du plan", *titles)
    if not any(is_guessed(view, id_) for view, id_ in ((scene.a, pair.before), (scene.b, pair.after))):
        _plan_value(scene, pair, Code.PLAN_TERRITORY, "territoire", *_values(scene, pair, "territory"))
        periods = (_period(view, id_) for view, id_ in ((scene.a, pair.before), (scene.b, pair.after)))
        _plan_value(scene, pair, Code.PLAN_PERIOD, "période", *periods)


def _guesses(view: View, plan: str) -> set[str]:
    """How the title of a lone document was guessed: from its text or from its name."""
    found = (f for f in view.graph.findings if f.code == "plan-devine" and f.document.startswith(f"{plan}/"))
    return {_FROM_TEXT if "dans le texte" in f.message else "du nom du fichier" for f in found if "titre" in f.message}


def _period(view: View, plan: str) -> str | None:
    years = dict.fromkeys(
        str(year) for name in ("start_year", "end_year") if (year := view.get(plan, name)) is not None
    )
    return "-".join(years) or None


def _plan_value(scene: Scene, pair: Pair, code: Code, noun: str, before: Value, after: Value) -> None:
    if not _same(before, after):
        words = f"{noun}, {said(after)} au lieu de {said(before)}"
        subject = scene.of_pair(pair)
        scene.add(code, subject, words, Side(value=before), Side(value=after), where=subject.where)


def _numbers(scene: Scene, label: str) -> None:
    """Printed numbers, by runs that shift together: an objective put in at the front renumbers all that follow."""
    code, noun = _NUMBERED[label]
    shifted = [(pair, *_values(scene, pair, "number")) for pair in scene.aligned.of(label)]
    changed = [(pair, before, after) for pair, before, after in shifted if before != after]
    for run in _runs(changed):
        subject = scene.of_pair(run[0][0])
        sides = [_run(view, numbers, ids) for view, numbers, ids in (
            (scene.a, [before for _, before, _ in run], [pair.before for pair, _, _ in run]),
            (scene.b, [after for _, _, after in run], [pair.after for pair, _, _ in run]),
        )]  # fmt: skip
        scene.add(code, subject, _renumbered(noun, *sides), *sides, where="")


def _renumbered(noun: str, before: Side, after: Side) -> str:
    if len(after.ids) > 1:
        return f"les {noun}s {before.value} deviennent les {noun}s {after.value}"
    if after.value is None:
        return f"l'{noun} {before.value} n'a plus de numéro"
    return f"l'{noun} {before.value or 'sans numéro'} devient l'{noun} {after.value}"


def _run(view: View, numbers: Sequence[int | None], ids: Sequence[str]) -> Side:
    first, last = numbers[0], numbers[-1]
    shown = f"{first} à {last}" if len(numbers) > 1 else None if first is None else str(first)
    return Side(ids=tuple(ids), value=shown, passages=view.stated(ids[0]) if len(ids) == 1 else ())


def _runs(changed: Iterable[tuple[Pair, Any, Any]]) -> list[list[tuple[Pair, Any, Any]]]:
    """Consecutive numbers that shift by as much, of one plan; a number that is missing on a side stands alone."""
    runs: list[list[tuple[Pair, Any, Any]]] = []
    for entry in sorted(changed, key=lambda e: (e[0].before.partition("/")[0], e[1] is None, e[1] or 0, e[2] or 0)):
        if runs and _follows(runs[-1][-1], entry):
            runs[-1].append(entry)
        else:
            runs.append([entry])
    return runs


def _follows(last: tuple[Pair, Any, Any], entry: tuple[Pair, Any, Any]) -> bool:
    if None in (last[1], last[2], entry[1], entry[2]):
        return False
    return bool(entry[1] == last[1] + 1 and entry[2] == last[2] + 1)


def _together(
    scene: Scene, name: str, code: Code, french: Callable[[Scene, list[Pair], Subject, Value, Value], str]
) -> None:
    """A property that many actions of one parent change alike: told once."""
    groups: defaultdict[tuple[Any, ...], list[Pair]] = defaultdict(list)
    for pair in scene.aligned.of("Action"):
        before, after = _values(scene, pair, name)
        if not _same(before, after):
            home = scene.b.parents.get(pair.after) if name == "heading" else scene.b.plan(pair.after)
            groups[scene.a.parents.get(pair.before) if name == "heading" else "", home, before, after].append(pair)
    for (_, _, before, after), pairs in groups.items():
        subject = scene.of_pair(pairs[0])
        sides = [
            Side(tuple(ids), value=value, passages=view.stated(ids[0]) if len(ids) == 1 else ())
            for view, ids, value in (
                (scene.a, [pair.before for pair in pairs], before),
                (scene.b, [pair.after for pair in pairs], after),
            )
        ]
        where = subject.where if name == "heading" or len(pairs) == 1 else ""
        scene.add(code, subject, french(scene, pairs, subject, before, after), *sides, where=where)


def _which(pairs: Sequence[Pair], subject: Subject) -> str:
    return f"l'action {short(subject.words)}" if len(pairs) == 1 else count(len(pairs), "action", "actions")


def _heading(scene: Scene, pairs: list[Pair], subject: Subject, before: Value, after: Value) -> str:
    """ "l'intertitre « A » devient « B » (16 actions)"."""
    return f"intertitre {said(after)} au lieu de {said(before)}, pour {_which(pairs, subject)}"


def _kind(scene: Scene, pairs: list[Pair], subject: Subject, before: Value, after: Value) -> str:
    then, now = (KINDS.get(str(value), str(value or "non précisée")) for value in (before, after))
    return f"nature, {now} au lieu de {then}, pour {_which(pairs, subject)}"
