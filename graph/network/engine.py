"""The measures that NetworkX is slow at, behind its own signatures: equal to it within 1e-9, many times faster.

A two-mode network is an `nx.Graph` without self-loops, and `actors` (or `nodes`) are all the nodes of one of its sides.
Attributes are not read: a tie counts once. Nothing is kept between calls, and nothing is drawn at random.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from itertools import chain
from typing import Any, Literal

import networkx as nx
import numpy as np
import rustworkx as rx
from numpy.typing import NDArray
from scipy import sparse

Array = NDArray[Any]

REACH_BYTES = 4 * 2**20
"""Memory of one step of a search from many nodes at once: what a processor's cache holds is fastest (2 to 8 MB)."""
DENSE_BYTES = 32 * 2**20
"""Memory of a block of rows made dense."""


def betweenness(network: nx.Graph, actors: Collection[str]) -> dict[str, float]:
    """Exact two-mode betweenness of every node, 0 to 1, as `bipartite.betweenness_centrality`.

    Betweenness ÷ the highest that a two-mode network of these sizes allows (Borgatti & Halgin, Analyzing Affiliation
    Networks, 2011); 0 where that is 0 (there NetworkX divides by zero). On one core, and rounded at the tenth decimal
    of a number of pairs, so that nodes in like places are ex æquo and two runs agree.
    """
    own = set(actors)
    pairs = rx.betweenness_centrality(_ties(network, own), normalized=False, parallel_threshold=len(network) + 1)
    return _shares(network, own, (round(value, 10) for value in pairs.values()), _most_between)


def _ties(network: nx.Graph, actors: Collection[str]) -> rx.PyGraph[None, None]:
    place = {node: i for i, node in enumerate(network)}
    ties: rx.PyGraph[None, None] = rx.PyGraph()
    ties.add_nodes_from([None] * len(place))
    ties.add_edges_from_no_data([(place[a], place[b]) for a, row in network.adjacency() if a in actors for b in row])
    return ties


def _most_between(own: int, other: int) -> float:
    """The highest betweenness of a node, in pairs: `own` nodes on its side, itself included, against `other`."""
    if not own or not other:
        return 0.0
    s, t = divmod(own - 1, other)
    return (other**2 * (s + 1) ** 2 + other * (s + 1) * (2 * t - s - 1) - t * (2 * s - t + 3)) / 2


def closeness(network: nx.Graph, actors: Collection[str]) -> dict[str, float]:
    """Two-mode closeness of every node as `bipartite.closeness_centrality`: 0 for an isolate.

    The least sum of distances that a network of these sizes allows ÷ the node's own (Borgatti & Halgin, 2011), × the
    part of the other nodes that it reaches. At most 1 in one piece; in a network of several, the nodes of a small
    piece come out high and even above 1: `harmonic` is then the one to rank by. Time grows with the diameter.
    """
    counts = _at_distance(network)
    sums = np.arange(1, len(counts) + 1) @ counts
    reached = counts.sum(axis=0) / max(1, len(network) - 1)
    nearness = np.divide(reached, sums, out=np.zeros(len(network)), where=sums > 0)
    return _shares(network, set(actors), nearness.tolist(), lambda own, other: 1 / max(1, other + 2 * (own - 1)))


def harmonic(network: nx.Graph, actors: Collection[str]) -> dict[str, float]:
    """Two-mode harmonic centrality of every node, 0 (an isolate) to 1; sound in a network of several pieces.

    The sum of 1 ÷ distance to the other nodes (`nx.harmonic_centrality`) ÷ the highest that a network of these sizes
    allows: the whole other side at distance 1, one's own at 2. Marchiori & Latora, Harmony in the small-world
    (Physica A 285, 2000); normalised for two modes in the manner of Borgatti & Halgin (2011).
    """
    nearness = np.zeros(len(network))
    for distance, count in enumerate(_at_distance(network), 1):
        nearness += count / distance
    return _shares(network, set(actors), nearness.tolist(), lambda own, other: other + (own - 1) / 2)


def _shares(
    network: nx.Graph, actors: set[str], values: Iterable[float], highest: Callable[[int, int], float]
) -> dict[str, float]:
    """Each node's value ÷ the highest of its side, given the sizes of that side and of the other; 0 where that is 0."""
    sizes = len(actors), len(network) - len(actors)
    most = {True: highest(*sizes), False: highest(*sizes[::-1])}
    return {node: value / most[node in actors] if value else 0.0 for node, value in zip(network, values, strict=True)}


def _at_distance(network: nx.Graph) -> Array:
    """How many nodes are at distance 1, 2, … of each node: distances in rows, nodes in columns.

    A search from all nodes at once, level by level: a row of bits says which of them have reached a node.
    """
    begins, neighbours = _neighbours(network, network)
    words = max(1, REACH_BYTES // (8 * max(len(begins), len(neighbours))))
    levels: list[Array] = []
    for first in range(0, len(network), 64 * words):
        _spread(begins, neighbours, range(first, min(first + 64 * words, len(network))), levels)
    return np.array(levels, dtype=np.int64).reshape(len(levels), len(network))


def _spread(begins: Array, neighbours: Array, sources: range, levels: list[Array]) -> None:
    """Add to `levels` how many of these sources come to each node at each step."""
    tied = np.flatnonzero(np.diff(begins))
    bits = np.arange(len(sources))
    reach = np.zeros((len(begins) - 1, (len(sources) + 63) // 64), np.uint64)
    reach[sources.start + bits, bits // 64] = np.uint64(1) << (bits % 64).astype(np.uint64)
    before, step = _reached(reach), 0
    while tied.size:
        reach[tied] |= np.bitwise_or.reduceat(reach[neighbours], begins[tied])
        after = _reached(reach)
        if (after == before).all():
            break
        if step == len(levels):
            levels.append(np.zeros(len(reach), np.int64))
        levels[step] += after - before
        before, step = after, step + 1


def _reached(reach: Array) -> Array:
    counts: Array = np.bitwise_count(reach).sum(axis=1, dtype=np.int64)
    return counts


def _neighbours(network: nx.Graph, nodes: Iterable[str]) -> tuple[Array, Array]:
    """Where the neighbours of each of these nodes begin, and the neighbours, one node after another, as places."""
    place = {node: i for i, node in enumerate(network)}
    adjacency = dict(network.adjacency())
    rows = [adjacency[node] for node in nodes]
    begins = np.zeros(len(rows) + 1, np.int64)
    np.cumsum(np.fromiter(map(len, rows), np.int64, len(rows)), out=begins[1:])
    return begins, np.fromiter(map(place.__getitem__, chain.from_iterable(rows)), np.int64, begins[-1])


@dataclass(frozen=True, eq=False)
class Projection:
    """Who shares ties with whom: rows and columns of `weights` are `ids`; symmetric, and nothing on the diagonal."""

    ids: tuple[str, ...]
    weights: sparse.csr_array


def projection(network: nx.Graph, nodes: Iterable[str], weights: Literal["shared", "newman"] = "shared") -> Projection:
    """One side of a two-mode network, tied by what its nodes share on the other.

    `shared` counts it (`bipartite.weighted_projected_graph`); `newman` gives 1 ÷ (k - 1) for each shared node of k
    ties, so that a long list of partners does not outweigh all else (Newman, Scientific collaboration networks II,
    Phys. Rev. E 64, 2001; `bipartite.collaboration_weighted_projected_graph`).
    """
    ids = tuple(nodes)
    begins, shared = _neighbours(network, ids)
    ties = sparse.csr_array((np.ones(len(shared)), shared, begins), shape=(len(ids), len(network)))
    if weights == "shared":
        return Projection(ids, _without_diagonal(ties @ ties.T))
    ties.sort_indices()  # so that both halves add up in one order
    others = np.bincount(ties.indices, minlength=len(network)) - 1
    share = np.divide(1.0, others, out=np.zeros(len(network)), where=others > 0)
    return Projection(ids, _without_diagonal(_filled(ties, share[ties.indices]) @ ties.T))


def _without_diagonal(matrix: sparse.csr_array) -> sparse.csr_array:
    matrix.data[matrix.indices == _rows(matrix)] = 0
    matrix.eliminate_zeros()
    return matrix


def constraint(projection: Projection, *, weighted: bool = True) -> dict[str, float]:
    """Burt's constraint of every node of a projection, as `nx.constraint`; NaN for an isolate.

    High where one's partners work with each other (Burt, Structural holes and good ideas, AJS 110, 2004). `weighted`
    counts time by the weights of the projection, else all its ties alike.
    """
    weights = projection.weights if weighted else _pattern(projection.weights)
    parts = _filled(weights, weights.data / _sums(weights, weights.data)[_rows(weights)])
    return _or_nan(projection, _sums(parts, (parts.data + _by_one_between(parts)) ** 2))


def effective_size(projection: Projection) -> dict[str, float]:
    """Effective size of every node's circle: n - 2t/n, as `nx.effective_size`; NaN for an isolate.

    n: partners in the projection, t: ties among them, weights left aside (Borgatti, Structural Holes: Unpacking
    Burt's Redundancy Measures, Connections 20, 1997).
    """
    ties = _pattern(projection.weights)
    partners = np.maximum(1, np.diff(ties.indptr))
    return _or_nan(projection, partners - _sums(ties, _by_one_between(ties)) / partners)


def _by_one_between(ties: sparse.csr_array) -> Array:
    """The square of a matrix, at the places where the matrix itself has a tie: block by block, to bound the memory."""
    height = max(1, DENSE_BYTES // (8 * max(1, ties.shape[0])))
    found = np.empty(len(ties.data))
    for first in range(0, ties.shape[0], height):
        block = ties[first : first + height]
        begin, end = ties.indptr[first], ties.indptr[first] + len(block.data)
        found[begin:end] = (block @ ties).toarray()[_rows(block), block.indices]
    return found


def _pattern(weights: sparse.csr_array) -> sparse.csr_array:
    return _filled(weights, np.ones(len(weights.data)))


def _filled(matrix: sparse.csr_array, values: Array) -> sparse.csr_array:
    """A matrix with other values at the same places."""
    return sparse.csr_array((values, matrix.indices, matrix.indptr), shape=matrix.shape)


def _rows(matrix: sparse.csr_array) -> Array:
    """The row of each stored value."""
    return np.repeat(np.arange(matrix.shape[0]), np.diff(matrix.indptr))


def _sums(matrix: sparse.csr_array, values: Array) -> Array:
    """Values at the stored places of a matrix, summed by row."""
    return np.bincount(_rows(matrix), values, minlength=matrix.shape[0])


def _or_nan(projection: Projection, values: Array) -> dict[str, float]:
    tied = np.diff(projection.weights.indptr) > 0
    return dict(zip(projection.ids, np.where(tied, values, np.nan).tolist(), strict=True))
