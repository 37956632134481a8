"""Which plan, axis, objective, action, tool and place of one graph is which of the other, by their printed words.

Nothing is asked of ids or line numbers. Equal words come first, near their place then anywhere (an action that moved
keeps its identity); then, among what is left, the best assignment under one parent, then across parents.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Sequence

import numpy as np

from graph.comparison.pairs import Pair, Pairs
from graph.comparison.similarity import Likeness, Scores, best_matches
from graph.comparison.view import OUTLINE, View, key

SURE = 0.75
"""Likeness from which two texts are held to be one without a doubt; in the real plans, two distinct actions of one
objective reach it only where they are near-duplicates, and then `MARGIN` makes them doubtful."""
SAME_PARENT = 0.55
"""Least likeness within one objective: 10 of the 1,409 pairs of distinct actions of Grand Chambéry reach it; none of
60 actions reworded by hand is under 0.58."""
OTHER_PARENT = 0.65
"""Least likeness across objectives, where there are more wrong pairs: 1 of 22,681 reaches it."""
HEADING = 0.6
"""Least likeness of two titles, or part of what stands below that is the same. Distinct titles of one plan stay at 0.5
and under, in 15 plans; one number and one axis make up for some of it."""
SAME_NUMBER, SAME_AXIS = 0.1, 0.05
TOOL = 0.6


def match(a: View, b: View) -> Pairs:
    """Pairs of the nodes of two graphs; actors and sources of money are matched elsewhere."""
    matcher = _Matcher(a, b)
    matcher.plans()
    matcher.headings("Axis", "Objective")
    matcher.headings("Objective", "Action")
    matcher.actions()
    matcher.tools()
    matcher.places()
    return matcher.pairs


class _Matcher:
    def __init__(self, a: View, b: View) -> None:
        self.a, self.b, self.pairs = a, b, Pairs()
        texts = [view.words(id_) for view in (a, b) for label in (*OUTLINE, "Tool") for id_ in view.of(label)]
        self.likeness = Likeness(texts)

    def _scores(self, before: Sequence[str], after: Sequence[str]) -> Scores:
        return self.likeness.matrix([self.a.words(id_) for id_ in before], [self.b.words(id_) for id_ in after])

    def _equal(self, before: Sequence[str], after: Sequence[str], *names: str, parent: str = "") -> None:
        """Pair nodes of equal words and equal properties, under one parent ("parent"), in one plan, or anywhere."""
        self.pairs.pair_equal(
            before,
            after,
            lambda id_: (self._home(id_, parent), key(self.a.words(id_)), *(self.a.get(id_, name) for name in names)),
            lambda id_: (_home(self.b, id_, parent), key(self.b.words(id_)), *(self.b.get(id_, n) for n in names)),
        )

    def _home(self, id_: str, kind: str) -> Hashable:
        """A node's parent or plan, under the name that it has in both graphs."""
        home = _home(self.a, id_, kind)
        return home if home is None else self.pairs.common(home)

    def _assign(self, before: Sequence[str], after: Sequence[str], words: Scores, scores: Scores, least: float) -> None:
        """Pair the best by `scores`, which start from the likenesses of their `words`."""
        for found in best_matches(scores, least, SURE):
            similarity = float(words[found.row, found.column])
            self.pairs.add(Pair(before[found.row], after[found.column], round(similarity, 3), found.sure))

    def plans(self) -> None:
        """By id, then by territory, then the one plan that is left on each side."""
        before, after = self.a.of("Plan"), self.b.of("Plan")
        self.pairs.pair_equal(before, after, str, str)
        self.pairs.pair_equal(before, after, lambda id_: _territory(self.a, id_), lambda id_: _territory(self.b, id_))
        left, right = self.pairs.left(before), self.pairs.right(after)
        if len(left) == len(right) == 1:
            self.pairs.add(Pair(left[0], right[0]))

    def headings(self, label: str, children: str) -> None:
        """Axes or objectives: by title, then by likeness of titles, number and what stands below."""
        before, after = self.a.of(label), self.b.of(label)
        for names, parent in ((("number",), "parent"), ((), "parent"), (("number",), "plan"), ((), "plan")):
            self._equal(before, after, *names, parent=parent)
        left, right = self.pairs.left(before), self.pairs.right(after)
        if left and right:
            below = self._in_common(left, right, children)
            words = self._scores(left, right)
            self._assign(left, right, words, np.maximum(words, below) + self._bonus(left, right), HEADING)

    def _in_common(self, left: Sequence[str], right: Sequence[str], children: str) -> Scores:
        """Part of what stands below that is the same, word for word."""
        first, second = _below(self.a, left, children), _below(self.b, right, children)
        return np.array([[(x & y).total() / (1 + max(x.total(), y.total())) for y in second] for x in first])

    def _bonus(self, left: Sequence[str], right: Sequence[str]) -> Scores:
        """What the number and the axis add; minus infinity in another plan."""
        return np.array([[self._bonus_of(x, y) for y in right] for x in left])

    def _bonus_of(self, x: str, y: str) -> float:
        if self._home(x, "plan") != _home(self.b, y, "plan"):
            return -np.inf
        number = self.a.get(x, "number")
        same_number = number is not None and number == self.b.get(y, "number")
        return SAME_NUMBER * same_number + SAME_AXIS * (self._home(x, "parent") == _home(self.b, y, "parent"))

    def actions(self) -> None:
        """By words near their place, by words anywhere in the plan, then by likeness in the same order."""
        before, after = self.a.of("Action"), self.b.of("Action")
        depths = sorted({len(self.a.path(id_)) for id_ in before})
        for depth in depths:
            here = [id_ for id_ in before if len(self.a.path(id_)) == depth]
            for names in (("status", "heading"), ("status",), ()):
                self._equal(here, after, *names, parent="parent")
        self._equal(before, after, "kind", parent="plan")
        self._equal(before, after, parent="plan")
        for depth in depths:
            self._alike_within([id_ for id_ in before if len(self.a.path(id_)) == depth], after)
        self._alike(self.pairs.left(before), self.pairs.right(after), OTHER_PARENT)

    def _alike_within(self, before: Sequence[str], after: Sequence[str]) -> None:
        for home in sorted({parent for id_ in before if (parent := self.a.parents.get(id_))}):
            pair = self.pairs.of(home)
            left = [id_ for id_ in self.pairs.left(before) if self.a.parents.get(id_) == home]
            right = [id_ for id_ in self.pairs.right(after) if pair and self.b.parents.get(id_) == pair.after]
            self._alike(left, right, SAME_PARENT)

    def _alike(self, left: Sequence[str], right: Sequence[str], least: float) -> None:
        """Match actions of one kind and one plan by likeness."""
        if left and right:
            kinds = [(self._home(id_, "plan"), self.a.get(id_, "kind")) for id_ in left]
            others = [(_home(self.b, id_, "plan"), self.b.get(id_, "kind")) for id_ in right]
            same = np.array([[kind == other for other in others] for kind in kinds])
            words = self._scores(left, right)
            self._assign(left, right, words, np.where(same, words, 0.0), least)

    def tools(self) -> None:
        """By name, then by likeness among the tools of one objective or action."""
        before, after = self.a.of("Tool"), self.b.of("Tool")
        self._equal(before, after, parent="plan")
        left, right = self.pairs.left(before), self.pairs.right(after)
        if left and right:
            users = [{self.pairs.common(tie.start) for tie in self.a.ending("USES", id_)} for id_ in left]
            others: list[set[Hashable]] = [{tie.start for tie in self.b.ending("USES", id_)} for id_ in right]
            shared = np.array([[bool(some & other) for other in others] for some in users])
            words = self._scores(left, right)
            self._assign(left, right, words, np.where(shared, words, 0.0), TOOL)

    def places(self) -> None:
        """By code, then by name."""
        before, after = self.a.of("Place"), self.b.of("Place")
        self.pairs.pair_equal(
            before, after, lambda id_: self.a.get(id_, "code") or id_, lambda id_: self.b.get(id_, "code") or id_
        )
        self._equal(before, after)


def _home(view: View, id_: str, kind: str) -> str | None:
    if kind == "parent":
        return view.parents.get(id_)
    return view.plan(id_) if kind == "plan" else None


def _territory(view: View, plan: str) -> Hashable:
    return key(str(view.get(plan, "territory"))) if view.get(plan, "territory") else (id(view), plan)


def _below(view: View, ids: Sequence[str], label: str) -> list[Counter[str]]:
    """Keys of all nodes of a label that stand under each of these."""
    found: dict[str, Counter[str]] = {id_: Counter() for id_ in ids}
    for node in view.of(label):
        for above in view.path(node):
            if above in found:
                found[above][key(view.words(node))] += 1
    return [found[id_] for id_ in ids]
