"""Communities of actors, with what decides whether they can be shown: do they come back when computed again?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import combinations
from math import nan

import networkx as nx
import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from graph.network.measures.shape import Shape

SEED = 1
"""The first seed; every table that shows a partition says which seed gives it."""
RUNS = 20
"""How many partitions are drawn, by the seeds that follow each other: to take the best, and to tell the stability."""
_DECIMALS = 10

Labels = NDArray[np.int64]
Pairs = tuple[tuple[int, int, float], ...]


@dataclass(frozen=True)
class Communities:
    """A partition of the actors who share a target, with its stability.

    `seed`: the one of the partition, the best of `runs` partitions drawn with the seeds from `first` on. `groups`:
    ids, the largest group first, each in order of id. `loyalty`: of each of these actors, the part of the
    other runs in which it keeps its company: those with it in both outnumber those with it in one only (Jaccard index
    above ½; Hennig, Cluster-wise assessment of cluster stability, 2007). `modularity` (Newman & Girvan 2004) is that
    of the partition shown. `stability`: mean adjusted Rand index of all pairs of runs (Hubert & Arabie 1985). NaN
    where there is no partition, or no second run.
    """

    first: int
    runs: int
    seed: int
    groups: tuple[tuple[str, ...], ...]
    loyalty: Mapping[str, float]
    modularity: float
    stability: float

    @cached_property
    def numbers(self) -> dict[str, int]:
        """The group of each actor who has one, from 1."""
        return {actor: rank for rank, group in enumerate(self.groups, 1) for actor in group}


def communities(shape: Shape, *, seed: int = SEED, runs: int = RUNS) -> Communities:
    """Louvain (Blondel et al. 2008) on the projection of Newman's weights, which are strengths; one run a seed.

    The partition shown is that of the highest modularity (of the first seed, among equals): a single draw may be far
    from the others. ValueError for fewer than 1 run.
    """
    if runs < 1:
        raise ValueError(f"communities need 1 run or more, not {runs}")
    ids, weights = _tied(shape)
    if not ids:
        return Communities(seed, runs, seed, (), {}, nan, nan)
    found = _draws(len(ids), _weighted_pairs(weights), seed, runs)
    worth = [round(modularity(weights, labels), _DECIMALS) for labels in found]
    best = worth.index(max(worth))
    shown = _groups(found[best])
    return Communities(
        first=seed,
        runs=runs,
        seed=seed + best,
        groups=tuple(tuple(ids[place] for place in group) for group in shown),
        loyalty=dict(zip(ids, _loyalty(found, best).tolist(), strict=True)),
        modularity=worth[best],
        stability=_stability(found),
    )


def _tied(shape: Shape) -> tuple[list[str], sparse.coo_array]:
    """The actors who share a target, and the weights of their ties; rounded, for they are sums."""
    weights = shape.newman.weights.tocoo()
    tied = np.unique(weights.row)
    places = np.searchsorted(tied, weights.row), np.searchsorted(tied, weights.col)
    ids = [shape.newman.ids[place] for place in tied]
    return ids, sparse.coo_array((weights.data.round(_DECIMALS), places), shape=(len(ids), len(ids)))


def _weighted_pairs(weights: sparse.coo_array) -> Pairs:
    """The ties by place: whole numbers, for sets of them keep their order from one program to the next."""
    pairs = sorted(zip(weights.row.tolist(), weights.col.tolist(), weights.data.tolist(), strict=True))
    return tuple((one, other, weight) for one, other, weight in pairs if one < other)


@lru_cache(maxsize=8)
def _draws(places: int, pairs: Pairs, seed: int, runs: int) -> list[Labels]:
    """The labels of each run; kept, as several tables of one kit tell of the same groups."""
    ties = nx.Graph()
    ties.add_nodes_from(range(places))
    ties.add_weighted_edges_from(pairs)
    return [_labels(ties, seed + run) for run in range(runs)]


def _labels(ties: nx.Graph, seed: int) -> Labels:
    """The number of each place's group in one run."""
    labels = np.empty(len(ties), np.int64)
    for number, group in enumerate(nx.community.louvain_communities(ties, weight="weight", seed=seed)):
        labels[list(group)] = number
    return labels


def _groups(labels: Labels) -> list[list[int]]:
    """Places by group, the largest first; of groups of one size, the one with the first place."""
    groups = [np.flatnonzero(labels == number).tolist() for number in range(labels.max() + 1)]
    return sorted(groups, key=lambda group: (-len(group), group))


def _loyalty(found: list[Labels], shown: int) -> NDArray[np.float64]:
    """For each place, the part of the other runs that keep it in the company of the one shown."""
    others = [labels for run, labels in enumerate(found) if run != shown]
    if not others:
        return np.full(len(found[shown]), nan)
    return np.asarray(np.mean([_keeps(found[shown], other) for other in others], axis=0), np.float64)


def _keeps(first: Labels, other: Labels) -> NDArray[np.bool_]:
    """Which places have more companions in common to two runs than in one of them only (Jaccard index above ½)."""
    _, cell_of, together = _overlaps(first, other)
    companions = together[cell_of] - 1
    either = np.bincount(first)[first] + np.bincount(other)[other] - 2 - companions
    return 2 * companions > either


def _overlaps(first: Labels, other: Labels) -> tuple[Labels, Labels, Labels]:
    """The cells of a contingency table that are not empty: their numbers, the cell of each place, and their sizes."""
    return np.unique(first * (other.max() + 1) + other, return_inverse=True, return_counts=True)


def modularity(weights: sparse.coo_array, labels: Labels) -> float:
    """Newman & Girvan (2004): the part of the weight inside groups, less what chance would put there."""
    whole = weights.data.sum()
    inside = weights.data[labels[weights.row] == labels[weights.col]].sum() / whole
    strengths = np.bincount(labels, weights.sum(axis=1))
    return float(inside - ((strengths / whole) ** 2).sum())


def _stability(found: list[Labels]) -> float:
    pairs = [adjusted_rand(one, other) for one, other in combinations(found, 2)]
    return float(np.mean(pairs)) if pairs else nan


def adjusted_rand(first: Labels, other: Labels) -> float:
    """How alike two partitions are (Hubert & Arabie, Comparing partitions, 1985): 1 if the same, 0 as by chance."""
    total = _pairs(np.array([len(first)]))
    alone, apart = _pairs(np.bincount(first)), _pairs(np.bincount(other))
    expected = alone * apart / total if total else 0.0
    highest = (alone + apart) / 2
    if highest == expected:
        return 1.0
    return (_pairs(_overlaps(first, other)[2]) - expected) / (highest - expected)


def _pairs(sizes: Labels) -> float:
    return float((sizes * (sizes - 1) // 2).sum())
