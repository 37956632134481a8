"""Places for actors that join a map already laid out, so that what stood there stays where people saw it."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence

import numpy as np

from viz.layout import Box, Places, Points, apart

_STEP = 7.0  # pixels from one ring of trials to the next
_TRIALS = 28  # on a ring
_AIR = 0.2  # pixels: places are rounded to a tenth, which must not look like boxes that touch


def extend(
    places: Places, standing: Sequence[Box], joining: Sequence[Box], ties: Mapping[str, Sequence[str]]
) -> Places:
    """All places, `joining` included: each in the free space nearest to its `ties` (by id, the ids it is tied to).

    `standing` may have grown since they had their `places`: they move only where they would now touch.
    """
    if not standing:
        return {}
    sizes = [(box.width, box.height) for box in standing]
    parted = apart(np.array([places[box.id] for box in standing]), np.array(sizes) - _AIR)
    centres = [(round(float(x), 1), round(float(y), 1)) for x, y in parted]
    found = {box.id: centre for box, centre in zip(standing, centres, strict=True)}
    for box in sorted(joining, key=lambda box: (-len(ties.get(box.id, ())), box.id)):
        home = np.mean([found[end] for end in ties.get(box.id, ()) if end in found] or [(0.0, 0.0)], axis=0)
        found[box.id] = _free(home, box, np.array(centres), np.array(sizes))
        centres.append(found[box.id])
        sizes.append((box.width, box.height))
    return found


def _free(home: Points, box: Box, centres: Points, sizes: Points) -> tuple[float, float]:
    room = (sizes + np.array([box.width, box.height])) / 2 + _AIR
    for x, y in _trials(home):
        if not (np.abs(centres - np.array([x, y])) < room).all(axis=1).any():
            return round(x, 1), round(y, 1)
    raise AssertionError("the rings of trials never end")


def _trials(home: Points) -> Iterator[tuple[float, float]]:
    """Points around `home`, ring after ring, outwards from the middle of the map first; rings are wider than high."""
    x, y = float(home[0]), float(home[1])
    outwards = math.atan2(y, x)
    ring = 0
    while True:
        for turn in range(_TRIALS if ring else 1):
            side = (turn + 1) // 2 * (1 if turn % 2 else -1)
            angle = outwards + side * 2 * math.pi / _TRIALS
            yield x + 1.3 * ring * _STEP * math.cos(angle), y + ring * _STEP * math.sin(angle)
        ring += 1
