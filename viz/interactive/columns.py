"""Two columns of boxes, left by group under headings, right beside what it is tied to: places that never overlap."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from viz.layout import Box, Places

Heading = tuple[str, float, float]

_ACROSS = 330.0  # pixels between the columns: room for lines to be told apart
_HEADING, _GROUP, _ROW = 26.0, 16.0, 2.0
_TALLEST = 30  # rows of a column of targets, after which another begins


@dataclass(frozen=True)
class Row:
    """A box on the left, its group, and the ids on the right that it is tied to, the most important first."""

    box: Box
    group: str
    ends: tuple[str, ...]


def columns(rows: Sequence[Row], targets: Sequence[Box]) -> tuple[Places, list[Heading]]:
    """Centres of all boxes, and the headings of the groups: text, x, y. `rows` come group by group."""
    left, headings = _left(rows)
    return {**left, **_right(targets, _wanted(rows, targets, left), left)}, headings


def _left(rows: Sequence[Row]) -> tuple[Places, list[Heading]]:
    width = max((row.box.width for row in rows), default=0.0)
    places: Places = {}
    headings: list[Heading] = []
    y, group = 0.0, None
    for row in rows:
        if row.group != group:
            y += _GROUP if group is not None else 0.0
            headings.append((row.group, 0.0, round(y, 1)))
            y, group = y + _HEADING / 2 + _ROW, row.group
        places[row.box.id] = (round((width - row.box.width) / 2, 1), round(y + row.box.height / 2, 1))
        y += row.box.height + _ROW
    return places, headings


def _wanted(rows: Sequence[Row], targets: Sequence[Box], left: Places) -> dict[str, float]:
    """The height of each target: the middle of what it is tied to."""
    heights: dict[str, list[float]] = {target.id: [] for target in targets}
    for row in rows:
        for end in row.ends:
            heights[end].append(left[row.box.id][1])
    return {id_: sum(found) / len(found) if found else 0.0 for id_, found in heights.items()}


def _right(targets: Sequence[Box], wanted: dict[str, float], left: Places) -> Places:
    order = sorted(targets, key=lambda box: (wanted[box.id], box.id))
    stacks = [order[rank : rank + _TALLEST] for rank in range(0, len(order), _TALLEST)]
    middle = (min(y for _, y in left.values()) + max(y for _, y in left.values())) / 2 if left else 0.0
    places: Places = {}
    x = _ACROSS
    for stack in stacks:
        width = max(box.width for box in stack)
        for box, y in zip(stack, _stacked(stack, wanted, middle, alone=len(stacks) == 1), strict=True):
            places[box.id] = (round(x + box.width / 2, 1), round(y, 1))
        x += width + 60
    return places


def _stacked(stack: Sequence[Box], wanted: dict[str, float], middle: float, *, alone: bool) -> list[float]:
    """Heights in order, each as near as it can to the one wanted, or side by side around the middle."""
    found: list[float] = []
    below = -float("inf")
    if not alone:
        below = middle - sum(box.height + _ROW for box in stack) / 2
    for box in stack:
        y = max(below + box.height / 2, wanted[box.id] if alone else below)
        found.append(y)
        below = y + box.height / 2 + _ROW
    return found
