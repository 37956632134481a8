"""The same ranking, had some lines of the document been other: random draws of ties, or of targets."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from graph.network.robustness.measures import Measure, orphaners
from graph.network.robustness.ranking import last_places, min_ranks
from graph.network.robustness.ties import Floats, Integers, Ties

CELLS = 1_000_000
"""Values held at a time: bounds memory (some 50 MB) whatever the number of draws and actors."""

COVERAGE = 0.95

OMITTED = 0.1
"""Chance of a tie, or of a target, to be left out, where some are."""


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
    """Ranks of the actors over random draws (see `Measure.drawing`); `order` is that of the observed ranking.

    "lines", for sums: as many lines as there are, at random with replacement (Efron, Bootstrap methods, 1979); a line
    drawn twice counts twice.

    A measure of the network knows a tie only as there or not: of lines drawn so, it would see 63 % on average, which
    leaves targets to one actor that have several, and cuts the paths of those who bridge. Hence two other ways, each
    leaving out a part at random, by a chance of `OMITTED`, as in Borgatti, Carley & Krackhardt, On the robustness of
    centrality measures under conditions of imperfect data, 2006 (who remove ties, or nodes). "ties", for paths
    (betweenness). "targets", for what is counted target by target (fragility): each is left out with all its ties or
    kept with all, so that no draw makes one fragile. That is a gentler trial than a bootstrap: a rank that holds
    stands a tenth of oversights, no more; the sentences say so.
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
    lines, targets, actors = len(ties), len(ties.targets), len(ties.actors)
    # Of fragility, a target has one line at most: that of the actor on whom it hangs.
    hanging = orphaners(ties) if measure.drawing == "targets" else None
    block = max(1, CELLS // max(lines, targets, actors))
    for start in range(0, draws, block):
        rows = min(block, draws - start)
        if hanging is not None:
            kept = rng.random((rows, targets)) >= OMITTED
            yield _totals(np.broadcast_to(hanging, kept.shape), kept, actors + 1)[:, :-1]
        elif measure.drawing == "ties":
            kept = rng.random((rows, lines)) >= OMITTED
            yield np.array([measure.values(ties.subset(np.flatnonzero(row))) for row in kept])
        else:
            drawn = rng.integers(0, lines, (rows, lines))
            yield _totals(ties.holder[drawn], ties.amount[drawn], actors)


def _totals(holder: Integers, amount: NDArray[Any], actors: int) -> Floats:
    """What the actors hold, of lines as draws × lines."""
    cells = holder + actors * np.arange(len(holder))[:, np.newaxis]
    totals = np.bincount(cells.ravel(), amount.ravel(), minlength=len(holder) * actors)
    return totals.astype(np.float64).reshape(len(holder), actors)


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
