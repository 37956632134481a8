"""The order in which a page is read: as it was drawn, but from top to bottom and from left to right."""

from __future__ import annotations

import heapq
from collections.abc import Sequence
from typing import Protocol, TypeVar

from loaders.read.pdf.page import Box

_BESIDE, _OVER, _SLACK = 0.3, 0.05, 3.0
_MOST = 1_500


class Placed(Protocol):
    """Anything on a page."""

    @property
    def box(self) -> Box:
        """Where it stands."""

    @property
    def order(self) -> int:
        """When it was drawn."""


Item = TypeVar("Item", bound=Placed)


def reading_order(items: Sequence[Item]) -> list[Item]:
    """What stands above or on the left comes first; where neither tells, what was drawn first.

    Files are mostly drawn as they are read: columns one after the other, tables by row. Where they are not (a heading
    drawn last, frames in any order), the places decide.
    """
    if len(items) > _MOST:
        return sorted(items, key=lambda item: (round(item.box.top), item.box.x0))
    waits = [sum(_precedes(other.box, item.box) for other in items if other is not item) for item in items]
    ready = [(item.order, at) for at, item in enumerate(items) if not waits[at]]
    heapq.heapify(ready)
    found: list[Item] = []
    left = set(range(len(items)))
    while left:
        at = heapq.heappop(ready)[1] if ready else min(left, key=lambda at: (waits[at], items[at].order))
        left.discard(at)
        found.append(items[at])
        for after in left:
            if _precedes(items[at].box, items[after].box):
                waits[after] -= 1
                if waits[after] == 0:
                    heapq.heappush(ready, (items[after].order, after))
    return found


def _precedes(one: Box, other: Box) -> bool:
    """True for a box that is above another, or beside it on its left."""
    if one.over(other) > _OVER:
        return one.bottom <= other.top + _SLACK and one.top < other.top
    return one.beside(other) > _BESIDE and one.x1 <= other.x0 + _SLACK
