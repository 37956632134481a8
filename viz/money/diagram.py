"""The money of a plan as three columns and what flows between them, folded to what a page can hold."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Literal

from viz.money.bands import folded
from viz.money.flows import Money

REST = "non ventilé"
Style = Literal["given", "loan", "rest"]
STYLES: tuple[Style, ...] = ("given", "loan", "rest")
Goals = tuple[str, ...]


@dataclass(frozen=True)
class Limits:
    """How many bars each column can hold."""

    left: int
    cards: int
    right: int

    def fewer(self, full: Sequence[bool]) -> Limits:
        """One bar less in each column that is full, three at least."""
        bars = (self.left, self.cards, self.right)
        return Limits(*(max(3, bar - one) for bar, one in zip(bars, full, strict=True)))


@dataclass
class Diagram:
    """`paid`: euros by (source, programme); `served`: by (programme, goal, style). Keys are ids, or a fold of many.

    `goals` gives the ids behind a key of the last column; `folds`, how many keys each column folds into one.
    """

    paid: dict[tuple[str, str], int] = field(default_factory=lambda: defaultdict(int))
    served: dict[tuple[str, str, Style], int] = field(default_factory=lambda: defaultdict(int))
    styles: dict[str, Style] = field(default_factory=dict)
    goals: dict[str, Goals] = field(default_factory=dict)
    folds: dict[str, int] = field(default_factory=dict)

    def left(self) -> dict[str, int]:
        """Euros by key of the first column."""
        return _summed((source, euros) for (source, _), euros in self.paid.items())

    def cards(self) -> dict[str, int]:
        """Euros by key of the middle column."""
        return _summed((card, euros) for (_, card), euros in self.paid.items())

    def right(self) -> dict[str, int]:
        """Euros by key of the last column."""
        return _summed((goal, euros) for (_, goal, _), euros in self.served.items())

    def rest_of(self, goal: str) -> int:
        """Euros of a goal that no source is named for."""
        return sum(euros for (_, end, style), euros in self.served.items() if end == goal and style == "rest")


def _summed(pairs: Iterator[tuple[str, int]]) -> dict[str, int]:
    found: defaultdict[str, int] = defaultdict(int)
    for key, euros in pairs:
        found[key] += euros
    return dict(found)


def diagram(money: Money, limits: Limits) -> Diagram:
    """Lay out flows and what is not broken down; the smallest keys of a column that has too many are one."""
    whole = _whole(money)
    loans = {key for key, style in whole.styles.items() if style == "loan"}
    given = {key: euros for key, euros in whole.left().items() if key != REST and key not in loans}
    lent = {key: euros for key, euros in whole.left().items() if key in loans}
    spare = max(2, limits.left - (REST in whole.left()))
    few_loans = min(len(lent), max(1, spare // 4))
    left = folded(given, max(1, spare - few_loans)) | {REST: REST}
    left |= {key: f"{kept}/loan" if kept == "autres" else kept for key, kept in folded(lent, max(1, few_loans)).items()}
    cards = folded(whole.cards(), limits.cards)
    right = folded(whole.right(), limits.right)
    return _refolded(whole, left, cards, right)


def _whole(money: Money) -> Diagram:
    found = Diagram()
    for flow in money.flows:
        goal = _key(found, flow.goals)
        found.paid[flow.source, flow.programme] += flow.euros
        style: Style = "loan" if flow.loan else "given"
        found.styles[flow.source] = style
        found.served[flow.programme, goal, style] += flow.euros
    for programme in money.programmes:
        if programme.rest > 0:
            goal = _key(found, programme.goals)
            found.paid[REST, programme.tool.id] += programme.rest
            found.styles[REST] = "rest"
            found.served[programme.tool.id, goal, "rest"] += programme.rest
    return found


def _key(found: Diagram, goals: Goals) -> str:
    key = " ".join(goals)
    found.goals[key] = goals
    return key


def _refolded(whole: Diagram, left: dict[str, str], cards: dict[str, str], right: dict[str, str]) -> Diagram:
    found = Diagram(goals=whole.goals)
    for (source, card), euros in whole.paid.items():
        found.paid[left[source], cards[card]] += euros
        found.styles[left[source]] = whole.styles[source]
    for (card, goal, style), euros in whole.served.items():
        found.served[cards[card], right[goal], style] += euros
    for column, names in (("left", left), ("cards", cards), ("right", right)):
        for key, kept in names.items():
            if key != kept:
                found.folds[f"{column}/{kept}"] = found.folds.get(f"{column}/{kept}", 0) + 1
    return found
