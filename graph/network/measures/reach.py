"""Who reaches whom when some actors are chosen, or gone; sets are the bits of whole numbers, for speed."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from functools import cached_property, reduce
from math import comb, prod
from operator import or_

from graph.network.measures.shape import Shape

Chosen = tuple[int, ...]
"""Actors by place."""


class Reach:
    """The actors of a shape by place, the most committed first, so that searches meet the best tied ones first.

    Actors of the very same targets are at the same distances: one stands for all in every search.
    """

    def __init__(self, told: Shape) -> None:
        self.ids = sorted(told.actors, key=lambda actor: (-told.degrees[actor], actor))
        self.targets = len(told.targets)
        self._everyone = (1 << len(self.ids)) - 1
        place = {actor: i for i, actor in enumerate(self.ids)}
        rows = [list(told.network.adj[actor]) for actor in self.ids]
        bit = {target: 1 << i for i, target in enumerate(told.targets)}
        on = {target: _mask(place[actor] for actor in told.network.adj[target]) for target in told.targets}
        self._touched = [reduce(or_, (bit[target] for target in row), 0) for row in rows]
        self._near = [reduce(or_, (on[target] for target in row), 0) & ~(1 << i) for i, row in enumerate(rows)]
        groups: defaultdict[int, list[int]] = defaultdict(list)
        for i, touched in enumerate(self._touched):
            groups[touched].append(i)
        self.alike = list(groups.values())
        self._alike = {i: _mask(group) for group in self.alike for i in group}

    def touched(self, chosen: Chosen) -> int:
        """How many targets these actors touch together."""
        return reduce(or_, (self._touched[place] for place in chosen), 0).bit_count()

    def variants(self, chosen: Chosen) -> int:
        """How many sets differ from this one only by actors of the very same targets, itself included."""
        taken = Counter(self._alike[place] for place in chosen)
        return prod(comb(alike.bit_count(), number) for alike, number in taken.items())

    def met(self, chosen: Chosen) -> int:
        """How many other actors share a target with one of these."""
        near = reduce(or_, (self._near[place] for place in chosen), 0)
        return (near & ~_mask(chosen)).bit_count()

    def joined(self, gone: Chosen) -> int:
        """Ordered pairs of the actors who stay that some path of shared targets joins."""
        left, firsts, pairs = self._everyone & ~_mask(gone), self._firsts(gone), 0
        while left:
            place = (left & -left).bit_length() - 1
            piece = self._piece(place, left & self._homes[place], firsts)
            pairs += piece.bit_count() * (piece.bit_count() - 1)
            left &= ~piece
        return pairs

    def nearness(self, gone: Chosen) -> float:
        """Sum of 1 ÷ distance over ordered pairs of those who stay; who share a target are at distance 1."""
        staying, firsts = self._everyone & ~_mask(gone), self._firsts(gone)
        return sum(
            (self._alike[place] & staying).bit_count() * self._nearness_of(place, staying, firsts)
            for place in _places(firsts)
        )

    def _firsts(self, gone: Chosen) -> int:
        """Of each group of actors of the very same targets, the first who stays."""
        left = _mask(gone)
        firsts = self._all_firsts & ~left
        for place in gone:
            staying = self._alike[place] & ~left
            firsts |= staying & -staying
        return firsts

    def _nearness_of(self, place: int, staying: int, firsts: int) -> float:
        balls = self._balls[place]
        wave = self._near[place] & staying
        seen, distance, total = wave | 1 << place, 1, float(wave.bit_count())
        while wave:
            within = balls[min(distance, len(balls) - 1)]
            wave = self._next(wave & firsts, staying & within & ~seen)
            seen |= wave
            distance += 1
            total += wave.bit_count() / distance
        return total

    def _piece(self, place: int, staying: int, firsts: int) -> int:
        wave = self._near[place] & staying
        seen = wave | 1 << place
        while wave:
            wave = self._next(wave & firsts, staying & ~seen)
            seen |= wave
        return seen

    def _next(self, wave: int, unseen: int) -> int:
        """Those not yet seen who are near a wave; it stops as soon as it has met them all."""
        found = 0
        while wave and found & unseen != unseen:
            lowest = wave & -wave
            found |= self._near[lowest.bit_length() - 1]
            wave ^= lowest
        return found & unseen

    @cached_property
    def _all_firsts(self) -> int:
        return _mask(group[0] for group in self.alike)

    @cached_property
    def _homes(self) -> list[int]:
        """The piece of each actor with nobody gone: who is outside it is never sought."""
        homes = [0] * len(self.ids)
        left = self._everyone
        while left:
            piece = self._piece((left & -left).bit_length() - 1, left, self._all_firsts)
            for place in _places(piece):
                homes[place] = piece
            left &= ~piece
        return homes

    @cached_property
    def _balls(self) -> list[list[int]]:
        """Who is at distance 1 at most of each actor, at 2, … with nobody gone: nobody comes nearer when some go."""
        return [self._balls_of(place) for place in range(len(self.ids))]

    def _balls_of(self, place: int) -> list[int]:
        wave = self._near[place]
        balls = [wave | 1 << place]
        while wave:
            wave = self._next(wave & self._all_firsts, self._homes[place] & ~balls[-1])
            balls.append(balls[-1] | wave)
        return balls


def _mask(places: Iterable[int]) -> int:
    return reduce(or_, (1 << place for place in places), 0)


def _places(mask: int) -> Iterator[int]:
    """The places of a mask's bits, the first ones first."""
    while mask:
        lowest = mask & -mask
        yield lowest.bit_length() - 1
        mask ^= lowest
