"""Who pays what: sources that came, left, or give another amount, at each objective, action, tool or beneficiary.

National envelopes have codes of their own: they are never local money.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from graph.comparison.change import Side
from graph.comparison.codes import Code
from graph.comparison.company import grant, instrument, provider
from graph.comparison.french import amount, share
from graph.comparison.scene import Scene, Subject
from graph.comparison.view import View, key, passages
from graph.model import Relationship

_LOCAL = (Code.FUNDING_CAME, Code.FUNDING_LEFT, Code.FUNDING_AMOUNT, Code.FUNDING_DETAIL)
_NATIONAL = (Code.NATIONAL_CAME, Code.NATIONAL_LEFT, Code.NATIONAL_AMOUNT, Code.NATIONAL_DETAIL)
_DETAILS = ("reference", "date", "object")


@dataclass(frozen=True)
class Grant:
    """One FUNDS tie, by what tells it from others; `payer` is the provider's common name."""

    tie: Relationship
    view: View
    payer: str
    means: str
    whole: str

    @property
    def amount(self) -> int | None:
        """Whole euros."""
        return self.tie.properties.get("amount")

    @property
    def is_national(self) -> bool:
        """True for an envelope of the State, quoted in a local plan."""
        return self.tie.properties.get("scope") == "national"

    def get(self, name: str) -> Hashable:
        """A property as it is compared."""
        value = self.tie.properties.get(name)
        return key(value) if isinstance(value, str) else value

    @property
    def detail(self) -> str:
        """All but the amount, in French: "subvention, 93 % de …, référence A-1"."""
        given = self.tie.properties
        told = [instrument(self.view, self.tie.start) or "financement"]
        if given.get("share") is not None:
            told.append(share(given["share"]) + (f" de « {self.view.name(given['of'])} »" if self.whole else ""))
        told += [str(given[name]) for name in _DETAILS if given.get(name)]
        return ", ".join(told)

    @property
    def same(self) -> tuple[Hashable, ...]:
        """What two grants that are one in all respects have in common."""
        return (*self.alike, self.amount, self.get("share"), self.whole, self.get("date"), self.get("object"))

    @property
    def alike(self) -> tuple[Hashable, ...]:
        """What tells a grant from another of the same target."""
        return self.payer, self.means, self.get("reference"), self.is_national


def money_changes(scene: Scene) -> None:
    """Add every change of money at what both plans have, and at every beneficiary."""
    for label in ("Objective", "Action", "Tool"):
        for pair in scene.aligned.of(label):
            _at(scene, scene.of_pair(pair), [pair.before], [pair.after])
    for before, after in _beneficiaries(scene):
        subject = scene.subject(next(iter(before), None), next(iter(after), None))
        _at(scene, subject, before, after)


def _beneficiaries(scene: Scene) -> Iterable[tuple[list[str], list[str]]]:
    """Actors of either plan that money goes to."""
    found: defaultdict[str, tuple[list[str], list[str]]] = defaultdict(lambda: ([], []))
    for place, view, name in ((0, scene.a, scene.who.before), (1, scene.b, scene.who.after)):
        for actor in view.of("Actor"):
            if view.ending("FUNDS", actor):
                found[name(actor)][place].append(actor)
    return [found[name] for name in sorted(found)]


def _grants(scene: Scene, view: View, name: Callable[[str], str], targets: Sequence[str]) -> list[Grant]:
    ties = [tie for target in targets for tie in view.ending("FUNDS", target)]
    found = [
        Grant(tie, view, _payer(view, tie.start, name), key(instrument(view, tie.start)), _whole(view, tie, name))
        for tie in ties
    ]
    return sorted(found, key=lambda grant: repr(grant.same))


def _payer(view: View, source: str, name: Callable[[str], str]) -> str:
    payers = sorted(name(tie.start) for tie in view.ending("PROVIDES", source))
    return payers[0] if payers else key(view.name(source))


def _whole(view: View, tie: Relationship, name: Callable[[str], str]) -> str:
    """The source that this one is a share of."""
    whole = tie.properties.get("of")
    return f"{_payer(view, whole, name)} {key(instrument(view, whole))}" if whole in view.nodes else str(whole or "")


def _at(scene: Scene, subject: Subject, before: Sequence[str], after: Sequence[str]) -> None:
    left = _grants(scene, scene.a, scene.who.before, before)
    came = _grants(scene, scene.b, scene.who.after, after)
    _paired(left, came, lambda grant: grant.same)
    for rule in (
        lambda grant: grant.alike,
        lambda grant: (grant.payer, grant.is_national, grant.amount) if grant.amount is not None else (id(grant),),
        lambda grant: (grant.payer, grant.is_national),
    ):
        for old, new in _paired(left, came, rule):
            _changed(scene, subject, old, new)
    for old in left:
        if not (after and _is_reading(scene, old, scene.b, after[0])):
            _came_or_left(scene, subject, old, came=False)
    for new in came:
        if not (before and _is_reading(scene, new, scene.a, before[0])):
            _came_or_left(scene, subject, new, came=True)


def _paired(left: list[Grant], came: list[Grant], rule: Callable[[Grant], Hashable]) -> list[tuple[Grant, Grant]]:
    """Take out of both lists the grants that a rule holds to be one, in order of amount."""
    pairs = []
    for old in list(left):
        new = next((grant for grant in came if rule(grant) == rule(old)), None)
        if new is not None:
            left.remove(old)
            came.remove(new)
            pairs.append((old, new))
    return pairs


def _is_reading(scene: Scene, grant: Grant, other: View, target: str) -> bool:
    names = {form for tie in grant.view.ending("PROVIDES", grant.tie.start) for form in grant.view.names(tie.start)}
    return scene.is_reading([grant.tie], names, other, target)


def _codes(grant: Grant) -> tuple[Code, Code, Code, Code]:
    return _NATIONAL if grant.is_national else _LOCAL


def _who(grant: Grant) -> str:
    means = instrument(grant.view, grant.tie.start)
    name = provider(grant.view, grant.tie.start)
    return f"{name} ({means})" if means else name


def _came_or_left(scene: Scene, subject: Subject, grant_: Grant, *, came: bool) -> None:
    side = Side(other=grant_.tie.start, value=grant_.amount, passages=passages([grant_.tie]))
    what = "enveloppe nationale" if grant_.is_national else "financement"
    gender = "e" * grant_.is_national
    words = f"{what} {'ajouté' if came else 'retiré'}{gender}, {grant(grant_.view, grant_.tie)}"
    code = _codes(grant_)[0 if came else 1]
    sides = (Side(), side) if came else (side, Side())
    scene.add(code, subject, words, *sides, where=subject.full, actor=provider(grant_.view, grant_.tie.start))


def _changed(scene: Scene, subject: Subject, old: Grant, new: Grant) -> None:
    """Another amount, another instrument or another detail of one grant."""
    codes, places = _codes(new), (passages([old.tie]), passages([new.tie]))
    what = "enveloppe nationale, " if new.is_national else ""
    more: dict[str, Any] = {"where": subject.full, "actor": provider(new.view, new.tie.start)}
    if old.amount != new.amount:
        words = f"{what}{_who(new)}, {amount(new.amount)} au lieu de {amount(old.amount)}"
        sides = [Side(other=g.tie.start, value=g.amount, passages=p) for g, p in zip((old, new), places, strict=True)]
        scene.add(codes[2], subject, words, *sides, **more)
    if (*old.same[:2], *old.same[5:], old.get("reference")) != (*new.same[:2], *new.same[5:], new.get("reference")):
        words = f"{what}{provider(new.view, new.tie.start)}, {new.detail} au lieu de {old.detail}"
        sides = [Side(other=g.tie.start, value=g.detail, passages=p) for g, p in zip((old, new), places, strict=True)]
        scene.add(codes[3], subject, words, *sides, **more)
