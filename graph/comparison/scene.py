"""Where changes are gathered: each gets the headings it stands under, its place in the order, and its certainty."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from graph.comparison.alignment import Alignment
from graph.comparison.change import NOTHING, Change, Passage, Side
from graph.comparison.codes import NAMES, Code
from graph.comparison.french import KINDS, quoted, short, spot
from graph.comparison.pairs import Pair
from graph.comparison.restated import all_restated
from graph.comparison.view import OUTLINE, Place, View
from graph.model import Relationship

_ORDER = {code: rank for rank, code in enumerate(NAMES)}
_HEADINGS = {"Axis": "Axe", "Objective": "Objectif"}
_NOUNS = {
    "Plan": "plan",
    "Axis": "axe",
    "Objective": "objectif",
    "Action": "action",
    "Tool": "outil",
    "Place": "lieu",
    "Actor": "acteur",
}
DOUBT = " – à vérifier"
"""Ends a sentence that rests on a doubtful match."""


@dataclass(frozen=True)
class Subject:
    """A node of either plan, or of both.

    `where` names the heading it stands under, `full` the node as well; `noun` is what it is: "objectif 5", "action".
    """

    before: str | None
    after: str | None
    label: str
    words: str
    noun: str
    where: str
    full: str
    axis: str | None
    objective: str | None
    place: Place
    sure: bool = True


class Scene:
    """Gathers the changes between two plans laid side by side."""

    def __init__(self, aligned: Alignment) -> None:
        self.aligned = aligned
        self.a, self.b, self.pairs, self.who = aligned.a, aligned.b, aligned.pairs, aligned.who
        self._documents = max(len(view.of("Document")) for view in (self.a, self.b))
        self._several = len(aligned.of("Plan")) > 1
        self._found: list[tuple[tuple[Any, ...], Change]] = []

    @property
    def changes(self) -> list[Change]:
        """All changes, in the order of the second plan: axes, objectives, actions."""
        return [change for _, change in sorted(self._found, key=lambda entry: entry[0])]

    def subject(self, before: str | None, after: str | None) -> Subject:
        """A node as the subject of a change, seen in the second plan where it stands there."""
        view, id_ = (self.b, after) if after is not None else (self.a, before or "")
        home = self._user(view, id_) if view.nodes[id_].label == "Tool" else id_
        axis, objective = (self._heading(view, view.above(home, label)) for label in ("Axis", "Objective"))
        names = [self._plan(view, id_), objective[0] or axis[0]]
        where = ", ".join(filter(None, names))
        label, words = view.nodes[id_].label, view.words(id_)
        kind, number = view.get(id_, "kind"), view.get(id_, "number")
        noun = KINDS.get(kind, _NOUNS[label]) if label == "Action" else _NOUNS[label]
        noun = f"{noun} {number}" if number is not None else noun
        full = where if label in _HEADINGS else ", ".join(filter(None, (where, f"{noun} {short(words)}")))
        pair = self.pairs.by_after(after)
        sure = pair is None or pair.sure or label not in ("Action", "Objective", "Axis", "Tool")
        place = self._place(view, home)
        return Subject(before, after, label, words, noun, where, full, axis[1], objective[1], place, sure)

    def of_pair(self, pair: Pair) -> Subject:
        """A node that both plans have."""
        return self.subject(pair.before, pair.after)

    def of_target(self, before: str | None, after: str | None) -> Subject:
        """A node of either plan, with its pair if it has one."""
        pair = self.pairs.of(before) or self.pairs.by_after(after)
        return self.of_pair(pair) if pair else self.subject(before, after)

    def _user(self, view: View, tool: str) -> str:
        """The first objective or action that uses a tool: it is told there."""
        return min((tie.start for tie in view.ending("USES", tool)), key=view.place, default=tool)

    def _mapped(self, view: View, id_: str) -> tuple[View, str]:
        """The node of the second plan that a node of the first is, else itself."""
        pair = self.pairs.of(id_) if view is self.a else None
        return (self.b, pair.after) if pair else (view, id_)

    def _heading(self, view: View, id_: str | None) -> tuple[str, str | None]:
        """An axis or objective as a sentence names it ("Objectif 5"), and with its title."""
        if id_ is None:
            return "", None
        shown, node = self._mapped(view, id_)
        noun, number = _HEADINGS[shown.nodes[node].label], shown.get(node, "number")
        title = shown.words(node)
        if number is None:
            return f"{noun} {short(title, 50)}", f"{noun} {quoted(title)}"
        pair = self.pairs.by_after(node) if shown is self.b else None
        old = self.a.get(pair.before, "number") if pair else number
        renumbered = f" (auparavant {old})" if old not in (None, number) else ""
        return f"{noun} {number}{renumbered}", f"{noun} {number} – {title}"

    def _plan(self, view: View, id_: str) -> str:
        plan = view.plan(id_)
        return view.words(plan) if plan and self._several else ""

    def _place(self, view: View, id_: str) -> Place:
        """The place in the second plan; what hangs from no plan comes first."""
        hung = view.path(id_) if view.nodes[id_].label in OUTLINE else ()
        mapped = (self._mapped(view, node) for node in hung)
        return tuple(shown.place(node)[-1] for shown, node in mapped)

    def add(
        self, code: Code, subject: Subject, words: str, before: Side = NOTHING, after: Side = NOTHING, **more: Any
    ) -> None:
        """Add a change of a subject; its ids stand on the sides where it is. A doubt is said, if it is not yet."""
        if not before.ids and subject.before is not None:
            before = replace(before, ids=(subject.before,))
        if not after.ids and subject.after is not None:
            after = replace(after, ids=(subject.after,))
        told: dict[str, Any] = {"where": subject.where, "certainty": "sûr" if subject.sure else "probable"} | more
        doubt = "" if told["certainty"] == "sûr" or told.pop("doubt_said", False) else DOUBT
        told.pop("doubt_said", None)
        told["words"] = words + self.spot(before.passages, after.passages) + doubt
        headings: dict[str, Any] = {"axis": subject.axis, "objective": subject.objective}
        change = Change(code, subject.label, subject.words, before=before, after=after, **headings, **told)
        order = (subject.place, _ORDER[code], change.subject, change.actor or "", change.words)
        self._found.append((order, change))

    def is_reading(self, ties: list[Relationship], names: set[str], other: View, target: str) -> bool:
        """True for ties that one plan only has though the other holds the same words: they are no change.

        In another territory the same words name somebody else.
        """
        return self.who.one_territory and all_restated(ties, names, other, target)

    def spot(self, before: tuple[Passage, ...], after: tuple[Passage, ...]) -> str:
        """Where to look, in the French of a sentence."""
        return spot(before, after, self._documents)
