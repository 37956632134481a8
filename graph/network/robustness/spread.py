"""How far the choices move a ranking: the best and the worst rank of each actor, and the choice that gives it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from graph.network.robustness.ties import Integers
from graph.network.robustness.variants import Variant

Strings = NDArray[np.object_]


@dataclass(frozen=True)
class Spread:
    """Best and worst ranks, the observed one included, with the words of the choice ("" for the observed one).

    `last`: the worst place, ex æquo told apart in any order. `parted_by`: for each k from 1, the words of the first
    choice where the k first actors are not all above the others, "" where there is none.
    """

    best: Integers
    worst: Integers
    last: Integers
    best_by: Strings
    worst_by: Strings
    parted_by: Strings


def spread(ranks: Integers, order: Integers, variants: Iterable[Variant]) -> Spread:
    """Of the observed `ranks` over variants; of choices that give the same rank, the first counts."""
    best, worst, last = ranks.copy(), ranks.copy(), ranks.copy()
    best_by, worst_by = (np.full(len(ranks), "", dtype=object) for _ in range(2))
    parted_by = np.full(max(0, len(ranks) - 1), "", dtype=object)
    for variant in variants:
        other = variant.ranks()
        for held, by, further in ((best, best_by, other < best), (worst, worst_by, other > worst)):
            held[further] = other[further]
            by[further] = variant.words
        places = variant.last_places()
        last[places > last] = places[places > last]
        parted_by[~variant.apart(order) & (parted_by == "")] = variant.words
    return Spread(best, worst, last, best_by, worst_by, parted_by)
