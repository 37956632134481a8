"""The same ranking, had some lines of the document been other: the bootstrap over ties."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from graph.network.robustness.measures import Measure
from graph.network.robustness.ranking import last_places, min_ranks
from graph.network.robustness.ties import Floats, Integers, Ties

CELLS = 1_000_000
"""Values held at a time: bounds memory (some 50 MB) whatever the number of draws and actors."""

COVERAGE = 0.95


@dataclass(frozen=True)
class Drawn:
    """What the draws say. `low`, `high`: the central 95 % of each actor's ranks, ex æquo told apart in any order, that
    is the best rank that it shares (low) and the last place that its ex æquo leave it (high). `first`: in what part
    of the draws it is first, alone. `apart`: for each k from 1, in what part of the draws the k first actors of the
    observed ranking are all above all the others.
    """

    draws: int
    seed: int
    low: Integers
    high: Integers
    first: Floats
    apart: Floats


def draw(measure: Measure, ties: Ties, order: Integers, draws: int, seed: int) -> Drawn:
    """Ranks of the actors over random draws of the ties; `order` is that of the observed ranking.

    A draw takes as many lines as there are, at random with replacement (Efron 1979). In a sum, a line drawn twice
    counts twice. A measure of the network knows a tie only as there or not: it sees the ties drawn at least once, 63 %
    of them on average, so that its values shift for everyone and only the ranks can be compared; leaving out fewer ties
    (as Borgatti, Carley & Krackhardt 2006) would make that measure look surer than a sum.
    The same ties, seed and version of NumPy give the same answer.
    """
    rng = np.random.default_rng(seed)
    best, last = (np.empty((draws, len(ties.actors)), dtype=np.int32) for _ in range(2))
    apart, done = np.zeros(max(0, len(ties.actors) - 1)), 0
    for values in _blocks(measure, ties, draws, rng):
        rows = slice(done, done + len(values))
        best[rows], last[rows] = min_ranks(values), last_places(values)
        apart += _apart(values[:, order]).sum(axis=0)
        done += len(values)
    low, high = _inner(best, last)
    return Drawn(draws, seed, low, high, (last == 1).mean(axis=0), apart / draws)


def _blocks(measure: Measure, ties: Ties, draws: int, rng: np.random.Generator) -> Iterator[Floats]:
    """Values of the actors, draws × actors, some draws at a time."""
    lines, actors = len(ties), len(ties.actors)
    block = max(1, CELLS // max(lines, actors))
    for start in range(0, draws, block):
        drawn = rng.integers(0, lines, (min(block, draws - start), lines))
        if measure.is_sum:
            yield _totals(ties, drawn, actors)
        else:
            yield np.array([measure.values(ties.subset(np.unique(lines_drawn))) for lines_drawn in drawn])


def _totals(ties: Ties, drawn: Integers, actors: int) -> Floats:
    cells = ties.holder[drawn] + actors * np.arange(len(drawn))[:, np.newaxis]
    totals = np.bincount(cells.ravel(), ties.amount[drawn].ravel(), minlength=len(drawn) * actors)
    return totals.astype(np.float64).reshape(len(drawn), actors)


def _inner(best: NDArray[np.int32], last: NDArray[np.int32]) -> tuple[Integers, Integers]:
    """Ranks that were drawn, none between two of them."""
    tail = (1 - COVERAGE) / 2
    low = np.quantile(best, tail, axis=0, method="lower")
    high = np.quantile(last, 1 - tail, axis=0, method="higher")
    return low.astype(np.int64), high.astype(np.int64)


def _apart(ordered: Floats) -> NDArray[np.bool_]:
    """For each k from 1, whether the k first columns are all above all the others."""
    lowest = np.minimum.accumulate(ordered, axis=-1)[..., :-1]
    highest = np.maximum.accumulate(ordered[..., ::-1], axis=-1)[..., ::-1][..., 1:]
    apart: NDArray[np.bool_] = lowest > highest
    return apart
