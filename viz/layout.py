"""Where things stand on the network map: fixed, the same at every run, and no box over another.

Objectives stand on a ring in the order of the plan, clockwise from the top, so that the objectives of one axis are
side by side. Actors of several objectives stand inside, the busiest nearest to the middle; an actor of one objective
stands outside, behind it, or before it where actors are so few that the ring is empty. Boxes (marks with their labels)
are then moved apart.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.spatial import cKDTree

Points = NDArray[np.float64]
Places = dict[str, tuple[float, float]]

# Width to height, and the share of the surface that boxes fill before they part. One beginning for every plan: the
# best of several is a little larger on screen, and another one wins, and all moves, when one actor joins.
BEGINNING = (1.3, 0.6)
SPARSE = (1.3, 0.3)  # with few actors, lines need the room that labels do not
RING, SPARSE_RING = 0.62, 0.85
INNER = 0.5
BEHIND, BEFORE = (0.9, 0.98, 0.84, 0.91), (0.45, 0.5, 0.36, 0.43)  # an actor alone, then three or more in turn
OBJECTIVE_WEIGHT = 4.0  # against 1 for an actor: the ring keeps its order
_GOLDEN = 2.399963  # radians: turns that never line up
_SPREAD = 220
_ROUNDS = 400
_SQUEEZES = 7
_MANY = 600  # boxes from which rounds, that each take longer, are fewer, and the map grows sooner
_FEWER = 8
_TOUCH = 1e-6
_BEYOND = 0.15  # pixels past the edge, so that the last overlaps end instead of halving for ever


@dataclass(frozen=True)
class Box:
    """What one node takes up on the map, label included, in pixels at zoom 1."""

    id: str
    width: float
    height: float


def place(objectives: Sequence[Box], actors: Sequence[Box], ties: Sequence[tuple[str, str]]) -> Places:
    """Centres of the boxes, around (0, 0). `objectives` are in the order of the ring; `ties` are (actor, objective)."""
    boxes = [*objectives, *actors]
    if not boxes:
        return {}
    homes = _homes(objectives, actors, ties)
    sizes = np.array([(box.width, box.height) for box in boxes])
    weights = np.array([OBJECTIVE_WEIGHT] * len(objectives) + [1.0] * len(actors))
    wanted = np.array([homes[box.id] for box in boxes])
    beginning = SPARSE if _sparse(objectives, actors) else BEGINNING
    centres = apart(_spread(wanted * _extent(sizes, *beginning), sizes, weights), sizes, weights)
    if len(boxes) == 1:
        centres *= 0
    return {box.id: (round(float(x), 1), round(float(y), 1)) for box, (x, y) in zip(boxes, centres, strict=True)}


def place_actors(actors: Sequence[Box], ends: Mapping[str, Iterable[str]], order: Sequence[str]) -> Places:
    """Centres of actors alone: the busiest in the middle, each on the side of its `ends` on the ring of `order`."""
    if not actors:
        return {}
    turn = 2 * math.pi / max(len(order), 1)
    ring = {end: _rounded(rank * turn - math.pi / 2, 1.0) for rank, end in enumerate(order)}
    homes = _inside(actors, {actor.id: [ring[end] for end in sorted(ends[actor.id])] for actor in actors})
    sizes = np.array([(box.width, box.height) for box in actors])
    wanted = np.array([homes[box.id] for box in actors]) / INNER
    weights = np.ones(len(actors))
    centres = apart(_spread(wanted * _extent(sizes, 1.4, 0.55), sizes, weights), sizes, weights)
    return {box.id: (round(float(x), 1), round(float(y), 1)) for box, (x, y) in zip(actors, centres, strict=True)}


def _sparse(objectives: Sequence[Box], actors: Sequence[Box]) -> bool:
    return len(actors) <= len(objectives)


def _homes(objectives: Sequence[Box], actors: Sequence[Box], ties: Sequence[tuple[str, str]]) -> dict[str, Points]:
    """Wanted places in a square from -1 to 1."""
    linked: dict[str, list[str]] = {actor.id: [] for actor in actors}
    for actor, objective in sorted(set(ties)):
        linked[actor].append(objective)
    alone: dict[str, list[str]] = {objective.id: [] for objective in objectives}
    for actor, ends in linked.items():
        if len(ends) == 1:
            alone[ends[0]].append(actor)
    ring, depths = (SPARSE_RING, BEFORE) if _sparse(objectives, actors) else (RING, BEHIND)
    homes: dict[str, Points] = {}
    for objective, (start, end) in _sectors(alone).items():
        homes[objective] = _rounded((start + end) / 2, ring)
        homes |= _fan(alone[objective], start, end, depths)
    inside = [actor for actor in actors if len(linked[actor.id]) != 1]
    return homes | _inside(inside, {a.id: [homes[end] for end in linked[a.id]] for a in inside})


def _inside(actors: Sequence[Box], ends: Mapping[str, Sequence[Points]]) -> dict[str, Points]:
    """Actors of several objectives, on the side of those objectives, spread so that the ring is evenly filled."""
    middles = {actor.id: np.mean(ends[actor.id], axis=0) if ends[actor.id] else np.zeros(2) for actor in actors}
    order = sorted(actors, key=lambda a: (-len(ends[a.id]), float(np.hypot(*middles[a.id])), a.id))
    surfaces = np.array([actor.width * actor.height for actor in order])
    before = np.cumsum(surfaces) - surfaces / 2
    homes = {}
    for rank, (actor, share) in enumerate(zip(order, before / max(surfaces.sum(), 1), strict=True)):
        x, y = middles[actor.id]
        angle = math.atan2(y, x) if math.hypot(x, y) > 1e-9 else rank * _GOLDEN
        homes[actor.id] = _rounded(angle, INNER * math.sqrt(share))
    return homes


def _sectors(alone: Mapping[str, Sequence[str]]) -> dict[str, tuple[float, float]]:
    """An angle each, wider where more actors stand behind; the first one is centred at the top."""
    weights = {objective: 1.2 + 0.3 * _slots(len(actors)) for objective, actors in alone.items()}
    turn = 2 * math.pi / sum(weights.values()) if weights else 0
    angle = -math.pi / 2 - (next(iter(weights.values())) * turn / 2 if weights else 0)
    sectors = {}
    for objective, weight in weights.items():
        sectors[objective] = (angle, angle + weight * turn)
        angle += weight * turn
    return sectors


def _slots(actors: int) -> int:
    """Places behind an objective: some stay free for those who join, so that nobody else has to move."""
    return 4 * math.ceil((actors + 1) / 4)


def _fan(actors: Sequence[str], start: float, end: float, depths: Sequence[float]) -> dict[str, Points]:
    depths = depths[1:] if len(actors) > 2 else depths[:1]
    step = (end - start) / _slots(len(actors))
    free = (_slots(len(actors)) - len(actors)) / 2
    return {a: _rounded(start + (i + 0.5 + free) * step, depths[i % len(depths)]) for i, a in enumerate(actors)}


def _rounded(angle: float, radius: float) -> Points:
    """A point of a rounded square, so that the corners of the screen are used too."""
    x, y = math.cos(angle), math.sin(angle)
    stretch = radius * math.pow(x**4 + y**4, -0.25)
    return np.array([x * stretch, y * stretch])


def _extent(sizes: Points, aspect: float, density: float) -> Points:
    """Half-width and half-height of the map for these boxes."""
    surface = _stepped(float((sizes[:, 0] * sizes[:, 1]).sum()) / density)
    height = math.sqrt(surface / aspect)
    return np.array([height * aspect, height]) / 2


def _stepped(surface: float) -> float:
    """The next of steps of a tenth: a plan that grows a little keeps its size, and so its places."""
    return math.pow(1.1, math.ceil(math.log(surface, 1.1)))


def _spread(wanted: Points, sizes: Points, weights: Points) -> Points:
    """Move boxes apart, each as near as it can to the place it wants, the light ones most; a little overlap is left."""
    # Two boxes that want the very same place are told apart by a tiny spiral, never by chance.
    turn = np.arange(len(wanted)) * _GOLDEN
    centres = wanted + np.column_stack([np.cos(turn), np.sin(turn)]) * 0.01
    limit = np.maximum(np.abs(wanted).max(axis=0), sizes.max(axis=0) / 2)
    rounds = _rounds(_SPREAD, wanted)
    for round_ in range(rounds):
        centres += (wanted - centres) * 0.08 * (1 - round_ / rounds)
        centres += _push(centres, sizes, weights) * 0.5
        centres = np.clip(centres, -limit, limit)
    return _squeezed(centres, sizes, weights)


def _rounds(usual: int, boxes: Points) -> int:
    return usual if len(boxes) <= _MANY else usual // _FEWER


def _squeezed(centres: Points, sizes: Points, weights: Points) -> Points:
    """Draw boxes into the free space around them, for larger labels on the same screen."""
    for _ in range(_rounds(_SQUEEZES, centres)):
        centres = centres * 0.985
        for _ in range(12):
            centres = centres + _push(centres, sizes, weights) * 0.6
    return centres


def apart(centres: Points, sizes: Points, weights: Points | None = None) -> Points:
    """Move boxes until none covers another; where that does not come to an end, the whole map grows a little."""
    weights = np.ones(len(centres)) if weights is None else weights
    while True:
        for _ in range(_rounds(_ROUNDS, centres)):
            push = _push(centres, sizes, weights)
            if not push.any():
                return centres
            centres = centres + push * 0.6
        centres = centres * (1.03 if len(centres) <= _MANY else 1.08)


def _push(centres: Points, sizes: Points, weights: Points) -> Points:
    """How far each box must go to leave the boxes it covers, along the shorter way out of each."""
    move = np.zeros_like(centres)
    near = cKDTree(centres / sizes.max(axis=0)).query_pairs(1.0, p=np.inf, output_type="ndarray")
    one, other = near[:, 0], near[:, 1]
    delta = centres[one] - centres[other]
    depth = (sizes[one] + sizes[other]) / 2 - np.abs(delta)
    depth[(depth <= _TOUCH).any(axis=1)] = 0
    depth[depth > 0] += _BEYOND
    depth[np.arange(len(depth)), depth.argmax(axis=1)] = 0  # only the shorter way out
    step = np.where(delta >= 0, depth, -depth)
    share = (weights[other] / (weights[one] + weights[other]))[:, None]
    np.add.at(move, one, step * share)
    np.add.at(move, other, -step * (1 - share))
    return move
