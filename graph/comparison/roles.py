"""Who leads and who helps: pilots, partners and those cited, who came, left or changed role at a target."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from graph.comparison.change import Side
from graph.comparison.codes import Code
from graph.comparison.french import agreed, roles, short
from graph.comparison.named import Ends, both_ends
from graph.comparison.pairs import Pair
from graph.comparison.restated import of_own_words
from graph.comparison.scene import Scene, Subject
from graph.comparison.view import key, passages
from graph.french import listed
from graph.model import Relationship

COMMITTED = ("PILOTS", "PARTNERS")
_TYPES = (*COMMITTED, "MENTIONED_IN")
_CAME = {"PILOTS": Code.PILOT_CAME, "PARTNERS": Code.PARTNER_CAME, "MENTIONED_IN": Code.CITED}
_LEFT = {"PILOTS": Code.PILOT_LEFT, "PARTNERS": Code.PARTNER_LEFT, "MENTIONED_IN": Code.UNCITED}
_BASES = {"stated": "écrit dans une liste", "inferred": "déduit d'une phrase"}
_BECOMES = {"MENTIONED_IN": ("est cité", "sont cités")}
Held = Mapping[str, list[Relationship]]


@dataclass(frozen=True)
class _Part:
    """What one actor does at one target, on both sides: its ties by type."""

    subject: Subject
    before: Held
    after: Held

    @property
    def ties(self) -> list[Relationship]:
        """Ties of the second plan, of the first where it has none."""
        return [tie for side in (self.after, self.before) for ties in side.values() for tie in ties]


def role_changes(scene: Scene) -> None:
    """Add every change of role, then organisations renamed."""
    for label in ("Objective", "Action"):
        for pair in scene.aligned.of(label):
            _at(scene, pair)
    _renamed(scene)


def _at(scene: Scene, pair: Pair) -> None:
    subject = scene.of_pair(pair)
    sides = {type_: _changed(scene, type_, pair) for type_ in _TYPES}
    names = sorted({name for both in sides.values() for side in both for name in side})
    for name in names:
        before, after = ({t: sides[t][n][name] for t in _TYPES if name in sides[t][n]} for n in (0, 1))
        _compare(scene, _Part(subject, before, after))


def _changed(scene: Scene, type_: str, pair: Pair) -> tuple[Ends, Ends]:
    """Ties of a type on both sides, without those that only one side has though the same words state them."""
    before, after = both_ends(scene, type_, pair)
    left = {n for n in before.keys() - after.keys() if _is_reading(scene, before[n], pair, came=False)}
    came = {n for n in after.keys() - before.keys() if _is_reading(scene, after[n], pair, came=True)}
    return {n: t for n, t in before.items() if n not in left}, {n: t for n, t in after.items() if n not in came}


def _is_reading(scene: Scene, ties: list[Relationship], pair: Pair, *, came: bool) -> bool:
    """True where a tie comes or goes with no word of its own: the words are the same, or their rewording tells it."""
    view, other = (scene.b, scene.a) if came else (scene.a, scene.b)
    here, there = (pair.after, pair.before) if came else (pair.before, pair.after)
    if ties[0].type == "MENTIONED_IN" and of_own_words(ties, view, here):
        return True
    return scene.is_reading(ties, view.names(ties[0].start), other, there)


def _compare(scene: Scene, part: _Part) -> None:
    before, after = (_committed(side) for side in (part.before, part.after))
    cited = "MENTIONED_IN" in part.before, "MENTIONED_IN" in part.after
    if before == after:
        _details(scene, part)
        if cited == (True, False) or cited == (False, True):
            _came_or_left(scene, part, "MENTIONED_IN")
    elif before and after:
        _role(scene, part, before, after)
    elif cited == (not before, not after):
        _role(scene, part, before or ["MENTIONED_IN"], after or ["MENTIONED_IN"])
    else:
        for type_ in before or after:
            _came_or_left(scene, part, type_)


def _committed(side: Held) -> list[str]:
    return [type_ for type_ in COMMITTED if type_ in side]


def _side(ties: Iterable[Relationship], value: str | None) -> Side:
    ties = list(ties)
    return Side(other=ties[0].start, value=value, passages=passages(ties)) if ties else Side(value=value)


def _name(scene: Scene, part: _Part) -> str:
    ties = [tie for held in part.after.values() for tie in held]
    return scene.b.name(ties[0].start) if ties else scene.a.name(part.ties[0].start)


def _add(scene: Scene, part: _Part, code: Code, words: str, before: Side, after: Side) -> None:
    scene.add(code, part.subject, words, before, after, actor=_name(scene, part), where=part.subject.full)


def _came_or_left(scene: Scene, part: _Part, type_: str) -> None:
    came, role = type_ in part.after, roles([type_])
    side = _side((part.after if came else part.before)[type_], role)
    name, actor = _name(scene, part), side.other or ""
    if came:
        words = agreed(name, *_BECOMES.get(type_, (f"devient {role}", f"deviennent {role}s")))
        words += ", sans figurer au plan jusqu'ici" if scene.who.is_new(actor) else ""
        _add(scene, part, _CAME[type_], words, Side(), side)
    else:
        words = agreed(name, f"n'est plus {role}", f"ne sont plus {role}s")
        words += ", ni nulle part au plan" if scene.who.is_gone(actor) else ""
        _add(scene, part, _LEFT[type_], words, side, Side())


def _role(scene: Scene, part: _Part, before: list[str], after: list[str]) -> None:
    name, had, has = _name(scene, part), roles(before), roles(after)
    words = agreed(name, f"passe de {had} à {has}", f"passent de {had} à {has}")
    old, new = (
        [tie for type_ in types for tie in held[type_]] for types, held in ((before, part.before), (after, part.after))
    )
    _add(scene, part, Code.ROLE, words, _side(old, had), _side(new, has))


def _details(scene: Scene, part: _Part) -> None:
    """Of a role that stays: co-pilot or pilot, by whom, and whether a list or a sentence says it."""
    for type_ in _committed(part.after):
        old, new = part.before[type_], part.after[type_]
        name = _name(scene, part)
        if _co(old) != _co(new):
            now, then = (_pilot(_co(ties)) for ties in (new, old))
            words = agreed(
                name, f"est désormais {now}, et non plus {then}", f"sont désormais {now}s, et non plus {then}s"
            )
            _add(scene, part, Code.CO_PILOT, words, _side(old, then), _side(new, now))
        if _via(old).keys() != _via(new).keys():
            sides = [_side(ties, listed(_via(ties).values())) for ties in (old, new)]
            words = f"{name}, partenaire par {sides[1].value or 'personne'} au lieu de {sides[0].value or 'personne'}"
            _add(scene, part, Code.VIA, words, *sides)
        if _basis(old) != _basis(new):
            then, now = (_BASES.get(_basis(ties), _basis(ties)) for ties in (old, new))
            words = f"le lien de {name} ({roles([type_])}) est désormais {now}, et non plus {then}"
            _add(scene, part, Code.BASIS, words, _side(old, then), _side(new, now))


def _pilot(co: bool) -> str:
    return "copilote" if co else "pilote"


def _co(ties: list[Relationship]) -> bool:
    return all(tie.properties.get("co") for tie in ties)


def _via(ties: list[Relationship]) -> dict[str, str]:
    return {key(name): name for tie in ties for name in tie.properties.get("via") or ()}


def _basis(ties: list[Relationship]) -> str:
    bases = {str(tie.properties.get("basis") or "stated") for tie in ties}
    return "stated" if "stated" in bases else min(bases)


def _renamed(scene: Scene) -> None:
    for pair in scene.who.renamed:
        old, new = scene.a.name(pair.before), scene.b.name(pair.after)
        words = f"{short(old)} s'appelle désormais {short(new)}, sans doute la même organisation, à vérifier"
        subject = scene.subject(pair.before, pair.after)
        sides = (
            Side(value=old, passages=scene.a.stated(pair.before)),
            Side(value=new, passages=scene.b.stated(pair.after)),
        )
        scene.add(
            Code.ACTOR_RENAMED, subject, words, *sides, actor=new, certainty="probable", doubt_said=True,
            similarity=pair.similarity, where="",
        )  # fmt: skip
