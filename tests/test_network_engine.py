"""The fast measures: worked out by hand, and equal to NetworkX on whatever two-mode network."""

from __future__ import annotations

import math
import random
import tracemalloc
from fractions import Fraction
from math import comb

import networkx as nx
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from networkx.algorithms import bipartite

from graph.network import engine

TOLERANCE = 1e-9
NX_PROJECTIONS = {
    "shared": bipartite.weighted_projected_graph,
    "newman": bipartite.collaboration_weighted_projected_graph,
}


def two_mode(actors: int, targets: int, ties: list[tuple[int, int]], order: random.Random | None = None) -> nx.Graph:
    nodes = [(f"a{i}", 0) for i in range(actors)] + [(f"t{i}", 1) for i in range(targets)]
    if order:
        order.shuffle(nodes)
        order.shuffle(ties)
    network = nx.Graph()
    for node, side in nodes:
        network.add_node(node, bipartite=side)
    network.add_edges_from((f"a{a}", f"t{t}") for a, t in ties)
    return network


@st.composite
def networks(draw: st.DrawFn) -> nx.Graph:
    """Empty sides, one node, isolates, several pieces: all that two modes can be, in any order."""
    actors, targets = draw(st.integers(0, 9)), draw(st.integers(0, 9))
    pairs = [(a, t) for a in range(actors) for t in range(targets)]
    ties = draw(st.lists(st.sampled_from(pairs), unique=True, max_size=30)) if pairs else []
    return two_mode(actors, targets, ties, random.Random(draw(st.integers(0, 1_000))))


def skewed(actors: int, targets: int, seed: int) -> nx.Graph:
    """Hubs tied to most targets, half of the rest tied once, some to none."""
    drawn = random.Random(seed)
    ties = {(a, drawn.randrange(targets)) for a in range(5, actors) for _ in range(int(drawn.paretovariate(1.2)) % 12)}
    ties |= {(hub, t) for hub in range(5) for t in range(targets) if drawn.random() < 0.6 and t % 7}
    return two_mode(actors, targets, sorted(ties), drawn)


LARGER = [nx.davis_southern_women_graph(), skewed(150, 19, 1), skewed(250, 150, 2), skewed(400, 40, 3)]


def side(network: nx.Graph, number: int = 0) -> list[str]:
    return [node for node, value in network.nodes(data="bipartite") if value == number]


def close(expected: dict[str, float]) -> object:
    return pytest.approx(expected, rel=0, abs=TOLERANCE, nan_ok=True)


def nx_betweenness(network: nx.Graph, actors: list[str]) -> dict[str, float]:
    """NetworkX, and where it divides by zero: a node alone on its side lies between pairs of those it is tied to."""
    sizes = {0: len(actors), 1: len(network) - len(actors)}
    if min(sizes.values()) > 1:
        return bipartite.betweenness_centrality(network, actors)
    pairs = {node: comb(sizes[1 - side], 2) * (sizes[side] == 1) for node, side in network.nodes(data="bipartite")}
    return {node: comb(network.degree(node), 2) / pairs[node] if pairs[node] else 0.0 for node in network}


def nx_harmonic(network: nx.Graph, actors: list[str]) -> dict[str, float]:
    n, m = len(actors), len(network) - len(actors)
    highest = {0: m + (n - 1) / 2, 1: n + (m - 1) / 2}
    sides = network.nodes(data="bipartite")
    raw = nx.harmonic_centrality(network)
    return {node: raw[node] / highest[side] if raw[node] else 0.0 for node, side in sides}


def nx_projection(network: nx.Graph, nodes: list[str], weights: str) -> nx.Graph:
    if len(nodes) == len(network):  # NetworkX refuses an empty other side
        return nx.create_empty_copy(network)
    return NX_PROJECTIONS[weights](network, nodes)


def as_graph(projection: engine.Projection) -> nx.Graph:
    """The projection tie by tie: what is stored, were it a zero, is a tie."""
    network = nx.Graph()
    network.add_nodes_from(projection.ids)
    cells = projection.weights.tocoo()
    for row, column, weight in zip(*cells.coords, cells.data, strict=True):
        network.add_edge(projection.ids[row], projection.ids[column], weight=float(weight))
    return network


def check_centralities(network: nx.Graph) -> None:
    actors = side(network)
    assert engine.betweenness(network, actors) == close(nx_betweenness(network, actors))
    assert engine.closeness(network, actors) == close(bipartite.closeness_centrality(network, actors))
    assert engine.harmonic(network, actors) == close(nx_harmonic(network, actors))


def check_projections(network: nx.Graph, number: int) -> None:
    nodes = side(network, number)
    for weights in NX_PROJECTIONS:
        found, expected = engine.projection(network, nodes, weights), nx_projection(network, nodes, weights)
        assert found.ids == tuple(nodes)
        assert (found.weights != found.weights.T).nnz == 0
        assert as_graph(found).adj.keys() == expected.adj.keys()
        assert ties_of(as_graph(found)) == close(ties_of(expected))
        check_holes(found, expected)


def ties_of(network: nx.Graph) -> dict[frozenset[str], float]:
    return {frozenset((a, b)): weight for a, b, weight in network.edges(data="weight")}


def check_holes(found: engine.Projection, expected: nx.Graph) -> None:
    if not found.ids:
        assert engine.constraint(found) == engine.effective_size(found) == {}
        return
    assert engine.constraint(found) == close(nx.constraint(expected, weight="weight"))
    assert engine.constraint(found, weighted=False) == close(nx.constraint(expected))
    assert engine.effective_size(found) == close(nx.effective_size(expected))


@given(networks())
def test_centralities_of_any_network_equal_networkx(network: nx.Graph) -> None:
    check_centralities(network)


@given(networks(), st.sampled_from([0, 1]))
def test_projections_of_any_network_equal_networkx(network: nx.Graph, number: int) -> None:
    check_projections(network, number)


@pytest.mark.parametrize("network", LARGER)
def test_larger_networks_equal_networkx(network: nx.Graph) -> None:
    check_centralities(network)
    check_projections(network, 0)
    check_projections(network, 1)


def test_either_side_may_stand_first() -> None:
    network = LARGER[1]
    for measure in (engine.betweenness, engine.closeness, engine.harmonic):
        assert measure(network, side(network, 1)) == close(measure(network, set(side(network, 0))))


@pytest.fixture
def path() -> nx.Graph:
    """a0 – t0 – a1 – t1 – a2, and t2 tied to nobody."""
    return two_mode(3, 3, [(0, 0), (1, 0), (1, 1), (2, 1)])


def test_path_by_hand(path: nx.Graph) -> None:
    # The middle actor: between 4 pairs of the 8 that 3 against 3 allow; at distances 1, 1, 2, 2 of four of five
    # others, where 1, 1, 1, 2, 2 would be least (sum 7, harmonic 4).
    actors = side(path)
    assert engine.betweenness(path, actors)["a1"] == pytest.approx(Fraction(4, 8))
    assert engine.closeness(path, actors)["a1"] == pytest.approx(Fraction(7, 6) * Fraction(4, 5))
    assert engine.harmonic(path, actors)["a1"] == pytest.approx(Fraction(3, 4))
    # The end: at distances 1, 2, 3, 4.
    assert engine.betweenness(path, actors)["a0"] == 0
    assert engine.closeness(path, actors)["a0"] == pytest.approx(Fraction(7, 10) * Fraction(4, 5))
    assert engine.harmonic(path, actors)["a0"] == pytest.approx(Fraction(25, 12) / 4)
    assert engine.closeness(path, actors)["t2"] == engine.harmonic(path, actors)["t2"] == 0


def test_holes_of_a_path_by_hand(path: nx.Graph) -> None:
    # The middle gives half its time to each of two who do not know each other; each end gives all of it to the middle.
    projection = engine.projection(path, side(path))
    assert engine.constraint(projection) == pytest.approx({"a0": 1, "a1": 0.5, "a2": 1})
    assert engine.effective_size(projection) == {"a0": 1, "a1": 2, "a2": 1}


def test_ten_partners_of_one_objective_by_hand() -> None:
    # 45 ties of one list; each partner gives a ninth to each other one, and comes back to it by eight others.
    network = two_mode(10, 1, [(actor, 0) for actor in range(10)])
    plain, newman = (engine.projection(network, side(network), weights) for weights in NX_PROJECTIONS)
    assert plain.weights.nnz == newman.weights.nnz == 90
    assert set(plain.weights.data) == {1}
    assert newman.weights.data == pytest.approx([1 / 9] * 90)
    everyone = dict.fromkeys(side(network), Fraction(1))
    nine = 9 * (Fraction(1, 9) + Fraction(8, 81)) ** 2
    assert engine.constraint(plain) == close(dict.fromkeys(everyone, nine))
    assert engine.constraint(newman) == close(dict.fromkeys(everyone, nine))
    assert engine.effective_size(plain) == close(everyone)


def test_weights_change_constraint_only_when_they_count() -> None:
    # a0 shares two targets with a1 and one with a2: two thirds and one third of its time.
    network = two_mode(3, 3, [(0, 0), (1, 0), (0, 1), (1, 1), (0, 2), (2, 2)])
    projection = engine.projection(network, side(network))
    assert engine.constraint(projection)["a0"] == pytest.approx(Fraction(4, 9) + Fraction(1, 9))
    assert engine.constraint(projection, weighted=False)["a0"] == pytest.approx(Fraction(1, 4) + Fraction(1, 4))


def test_a_small_piece_is_close_to_all_it_reaches_and_harmonic_puts_it_in_its_place() -> None:
    # One actor of its own objective beside a star of one actor and nine objectives: 2 against 10.
    network = two_mode(2, 10, [(0, 0), *((1, target) for target in range(1, 10))])
    actors = side(network)
    closeness, harmonic = engine.closeness(network, actors), engine.harmonic(network, actors)
    assert (closeness["a0"], closeness["a1"]) == (pytest.approx(12 / 11), pytest.approx(12 / 9 * 9 / 11))
    assert (harmonic["a0"], harmonic["a1"]) == (pytest.approx(1 / 10.5), pytest.approx(9 / 10.5))


def test_an_isolate_has_no_circle() -> None:
    network = two_mode(2, 1, [(0, 0)])
    projection = engine.projection(network, side(network))
    assert projection.weights.nnz == 0
    assert all(math.isnan(value) for value in engine.constraint(projection).values())
    assert all(math.isnan(value) for value in engine.effective_size(projection).values())


def test_actors_in_like_places_are_ex_aequo_to_the_last_digit() -> None:
    # Two copies of one network, told in different orders, as one network of two halves.
    half = sorted(skewed(80, 19, 4).edges)
    ties = [(f"{copy}{a}", f"{copy}{t}") for copy in "xy" for a, t in random.Random(copy).sample(half, len(half))]
    network = nx.Graph(ties)
    actors = [node for node in network if "a" in node]
    for measure in (engine.betweenness, engine.closeness, engine.harmonic):
        found = measure(network, actors)
        assert [found[f"x{node[1:]}"] for node in network] == [found[f"y{node[1:]}"] for node in network]
        assert found == measure(network, actors)


def test_a_search_in_many_blocks_finds_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    network = LARGER[2]
    whole = engine.closeness(network, side(network)), engine.harmonic(network, side(network))
    monkeypatch.setattr(engine, "REACH_BYTES", 1)
    assert (engine.closeness(network, side(network)), engine.harmonic(network, side(network))) == whole


def test_structural_holes_keep_to_a_bound_of_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    # One actor who works with each of 2,999 others: few ties, but every pair has someone between.
    others = 2_999
    network = two_mode(others + 1, others, [tie for t in range(others) for tie in ((0, t), (t + 1, t))])
    projection = engine.projection(network, side(network))
    monkeypatch.setattr(engine, "DENSE_BYTES", 2**20)
    tracemalloc.start()
    found = engine.effective_size(projection)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < (others + 1) ** 2  # an eighth of one dense matrix
    assert found["a0"] == others
    assert np.all([found[f"a{actor}"] == 1 for actor in range(1, others + 1)])
