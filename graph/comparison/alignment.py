"""Two graphs laid side by side: what is what, who is who, and which nodes changed rank."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import Indel

from graph.comparison.matching import match
from graph.comparison.pairs import Pair, Pairs
from graph.comparison.view import View
from graph.comparison.who import Who, identify
from graph.model import Graph, Relationship

Ranks = dict[str, tuple[int, int]]
RANKED = ("Axis", "Objective", "Action")


@dataclass(frozen=True)
class Alignment:
    """`astray`: nodes of the first plan whose order among the same siblings is no longer the same, with their ranks
    among these, before and after."""

    a: View
    b: View
    pairs: Pairs
    who: Who
    astray: Ranks

    def of(self, label: str) -> list[Pair]:
        """Pairs of a label, in the order of the second plan."""
        found = [pair for pair in self.pairs if self.a.nodes[pair.before].label == label]
        return sorted(found, key=lambda pair: self.b.place(pair.after))

    def gone(self, label: str) -> list[str]:
        """Nodes of the first plan that are not in the second, in plans that both have."""
        plans = {pair.before for pair in self.of("Plan")}
        left = self.pairs.left(self.a.of(label))
        return left if label == "Plan" else [id_ for id_ in left if self.a.plan(id_) in plans | {None}]

    def new(self, label: str) -> list[str]:
        """Nodes of the second plan that are not in the first, in plans that both have."""
        plans = {pair.after for pair in self.of("Plan")}
        right = self.pairs.right(self.b.of(label))
        return right if label == "Plan" else [id_ for id_ in right if self.b.plan(id_) in plans | {None}]


def align(first: Graph, second: Graph) -> Alignment:
    """Lay two graphs side by side. Always worked out in one direction, so that both give the same pairs."""
    a, b = View(first), View(second)
    if _weight(b) < _weight(a):
        pairs, who, astray = _align(b, a)
        ranks = {pair.after: astray[pair.before][::-1] for pair in pairs if pair.before in astray}
        return Alignment(a, b, pairs.flipped(), who.flipped(), ranks)
    return Alignment(a, b, *_align(a, b))


def _align(a: View, b: View) -> tuple[Pairs, Who, Ranks]:
    pairs = match(a, b)
    return pairs, identify(a, b, pairs), _astray(a, b, pairs)


def _weight(view: View) -> tuple[list[str], list[str]]:
    """Any total order of graphs will do."""
    nodes = [f"{node.label} {id_} {sorted(node.properties.items(), key=str)!r}" for id_, node in view.nodes.items()]
    return sorted(nodes), [_told(tie) for tie in view.ties]


def _told(tie: Relationship) -> str:
    return f"{tie.type} {tie.start} {tie.end} {sorted(tie.properties.items(), key=str)!r}"


def _astray(a: View, b: View, pairs: Pairs) -> Ranks:
    """The fewest nodes that one has to move to give the siblings that stayed together their new order.

    Actions that changed status or intertitle stand elsewhere because of it, numbered headings say their order by
    their numbers: neither is compared.
    """
    found: Ranks = {}
    groups: defaultdict[Hashable, list[Pair]] = defaultdict(list)
    for pair in pairs:
        if a.nodes[pair.before].label in RANKED and _stayed(a, b, pairs, pair):
            group = (a.parents.get(pair.before), a.nodes[pair.before].label, *_standing(a, pair.before))
            groups[group].append(pair)
    for group_pairs in groups.values():
        found |= _moved(a, b, group_pairs)
    return found


def _stayed(a: View, b: View, pairs: Pairs, pair: Pair) -> bool:
    home, there = a.parents.get(pair.before), b.parents.get(pair.after)
    same_home = pairs.common(home) == there if home else there is None
    return same_home and _standing(a, pair.before) == _standing(b, pair.after) and _number(a, b, pair)


def _standing(view: View, id_: str) -> tuple[Hashable, ...]:
    return view.get(id_, "status"), view.get(id_, "heading")


def _number(a: View, b: View, pair: Pair) -> bool:
    return bool(a.get(pair.before, "number") == b.get(pair.after, "number"))


def _moved(a: View, b: View, group: Sequence[Pair]) -> Ranks:
    """Those of some siblings that are out of the longest order common to both plans."""
    before = [pair.before for pair in sorted(group, key=lambda pair: a.place(pair.before))]
    after = [pair.before for pair in sorted(group, key=lambda pair: b.place(pair.after))]
    moved = [before[edit.src_pos] for edit in Indel.editops(before, after) if edit.tag == "delete"]
    return {id_: (before.index(id_) + 1, after.index(id_) + 1) for id_ in moved}
