"""Communities: by hand on graphs that fall apart by themselves, and their stability from one run to the next."""

from __future__ import annotations

import math
import os
import subprocess
import sys
from fractions import Fraction
from typing import Any

import networkx as nx
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.network.measures import adjusted_rand, communities, network_measures
from graph.network.measures.shape import shape
from tests.test_network_measures import TWO_CLIQUES, carried, networks, paired

CHAIN = [(one, other) for one, other in zip("abcdef", "bcdefg", strict=True)]


def labels(text: str) -> Any:
    return np.array([int(letter) for letter in text])


def test_strong_pairs_stay_together() -> None:
    """Weights are strengths: a and b share three targets, c and d three, b and c one."""
    network = carried({"1": "ab", "2": "ab", "3": "ab", "4": "cd", "5": "cd", "6": "cd", "7": "bc"})
    found = communities(shape(network))
    assert found.groups == (("a", "b"), ("c", "d"))
    assert found.stability == 1
    assert set(found.loyalty.values()) == {1}
    # Six of seven ties inside; each group has half of the strength.
    assert found.modularity == pytest.approx(float(Fraction(6, 7) - Fraction(1, 2)))


def test_two_cliques_share_their_broker_out() -> None:
    found = communities(shape(TWO_CLIQUES))
    assert sorted(map(len, found.groups)) == [3, 4]
    assert {"a", "b", "c"} <= set(found.groups[0]) or {"d", "e", "f"} <= set(found.groups[0])
    # Twelve ties of 1/3. Inside: 6 and 3 of them; strengths 5 and 3 of 8.
    assert found.modularity == pytest.approx(float(Fraction(3, 4) - Fraction(5, 8) ** 2 - Fraction(3, 8) ** 2))


def test_a_long_list_does_not_outweigh_all_else() -> None:
    """Newman's weights: ten on one target tie two of them less than the two targets that those share with others."""
    network = carried({"0": "abcdefghij", "1": "xy", "2": "xy", "3": "xa"})
    numbers = communities(shape(network)).numbers
    assert numbers["x"] == numbers["y"] != numbers["b"]
    assert len({numbers[who] for who in "bcdefghij"}) == 1


def test_karate_club_reaches_the_published_optimum() -> None:
    """The highest modularity of Zachary's club is 0.4198 (Brandes et al., On Modularity Clustering, 2008)."""
    club = nx.karate_club_graph()
    network = paired((f"k{one:02}", f"k{other:02}") for one, other in club.edges)
    found = communities(shape(network))
    assert 0.41 < found.modularity <= 0.4198


def test_the_partition_shown_is_that_of_the_seed_it_tells() -> None:
    network = nx.davis_southern_women_graph()
    found = communities(shape(network), seed=7, runs=5)
    assert 7 <= found.seed < 12
    alone = communities(shape(network), seed=found.seed, runs=1)
    assert (alone.groups, alone.modularity) == (found.groups, found.modularity)
    assert math.isnan(alone.stability)
    assert all(math.isnan(value) for value in alone.loyalty.values())


def test_stability_and_loyalty_by_hand(monkeypatch: pytest.MonkeyPatch) -> None:
    """A chain of seven cut after the fourth, then after the third: as good as each other."""
    drawn = {1: [{0, 1, 2, 3}, {4, 5, 6}], 2: [{0, 1, 2}, {3, 4, 5, 6}]}
    monkeypatch.setattr(nx.community, "louvain_communities", lambda *_, seed, **__: drawn[seed])
    found = communities(shape(paired(CHAIN)), seed=1, runs=2)
    assert (found.seed, found.groups) == (1, (("a", "b", "c", "d"), ("e", "f", "g")))
    # Together in both: 3 + 3 pairs; in each: 9; by chance 9 × 9 / 21.
    chance = Fraction(81, 21)
    assert found.stability == pytest.approx(float((6 - chance) / (9 - chance)))
    # a keeps two of three companions, e its two and gains one; d loses all three.
    assert found.loyalty == {who: float(who != "d") for who in "abcdefg"}


def test_the_best_of_the_runs_is_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    """A chain of seven cut after the second, then after the fourth, which parts it better; then as at first."""
    worse, better = [{0, 1}, {2, 3, 4, 5, 6}], [{0, 1, 2, 3}, {4, 5, 6}]
    drawn = {5: worse, 6: better, 7: worse}
    monkeypatch.setattr(nx.community, "louvain_communities", lambda *_, seed, **__: drawn[seed])
    found = communities(shape(paired(CHAIN)), seed=5, runs=3)
    assert (found.first, found.seed, len(found.groups[0])) == (5, 6, 4)
    # Five of six ties inside; strengths 7 and 5 of 12.
    assert found.modularity == pytest.approx(float(Fraction(5, 6) - Fraction(7, 12) ** 2 - Fraction(5, 12) ** 2))
    # The others keep a and b apart from their two companions; e, f and g have two of four with them.
    assert found.loyalty == dict.fromkeys("abcd", 0) | dict.fromkeys("efg", 0)


def test_half_of_its_company_is_not_enough_to_keep_it(monkeypatch: pytest.MonkeyPatch) -> None:
    drawn = {1: [{0, 1, 2}, {3, 4}], 2: [{0, 1}, {2, 3, 4}]}
    monkeypatch.setattr(nx.community, "louvain_communities", lambda *_, seed, **__: drawn[seed])
    found = communities(shape(paired(CHAIN[:4])), seed=1, runs=2)
    assert found.loyalty == dict.fromkeys("abcde", 0)


@pytest.mark.parametrize(
    ("first", "other", "expected"),
    [
        ("0011", "1100", Fraction(1)),
        # No pair together in both; two in each, of six: (0 - 4/6) / (2 - 4/6).
        ("0011", "0101", Fraction(-1, 2)),
        # One pair together in both; two and one, of six: (1 - 2/6) / (3/2 - 2/6).
        ("0011", "0012", Fraction(4, 7)),
        ("0000", "0000", Fraction(1)),
        ("0000", "0123", Fraction(0)),
        ("0123", "0123", Fraction(1)),
        ("0", "0", Fraction(1)),
    ],
)
def test_adjusted_rand_index_by_hand(first: str, other: str, expected: Fraction) -> None:
    assert adjusted_rand(labels(first), labels(other)) == pytest.approx(float(expected))


@given(st.lists(st.tuples(st.integers(0, 3), st.integers(0, 3)), min_size=1, max_size=12))
def test_adjusted_rand_index_is_even_handed_and_one_for_the_same(pairs: list[tuple[int, int]]) -> None:
    first, other = (np.array(side) for side in zip(*pairs, strict=True))
    assert adjusted_rand(first, other) == pytest.approx(adjusted_rand(other, first))
    assert adjusted_rand(first, first) == 1
    assert adjusted_rand(first, other) <= 1


@given(networks())
def test_groups_hold_those_who_share_a_target_and_nobody_else(network: nx.Graph) -> None:
    found = communities(shape(network), runs=3)
    sharing = {actor for actor, side in network.nodes(data="bipartite") if side == 0 and _shares(network, actor)}
    assert set(found.numbers) == set(found.loyalty) == sharing
    assert [len(group) for group in found.groups] == sorted(map(len, found.groups), reverse=True)
    assert all(len(group) > 1 for group in found.groups)


def _shares(network: nx.Graph, actor: str) -> bool:
    return any(network.degree(target) > 1 for target in network.adj[actor])


@given(networks())
def test_modularity_is_that_of_networkx(network: nx.Graph) -> None:
    found = communities(shape(network), runs=1)
    if found.groups:
        actors = sorted(found.numbers)
        ties = nx.bipartite.collaboration_weighted_projected_graph(network, actors)
        assert found.modularity == pytest.approx(nx.community.modularity(ties, found.groups), abs=1e-8)


def test_the_table_tells_the_seeds() -> None:
    frame = network_measures(nx.davis_southern_women_graph(), seed=30, runs=4).set_index("mesure")
    assert any(f"graine {seed}" in frame["precision"]["communautes"] for seed in range(30, 34))
    assert "30 à 33" in frame["precision"]["stabilite"]


def test_no_run_is_no_partition() -> None:
    with pytest.raises(ValueError, match="1 run"):
        communities(shape(TWO_CLIQUES), runs=0)


def test_another_program_finds_the_same_groups() -> None:
    """The order of Python's sets of words changes from one program to the next; that of groups must not."""
    code = (
        "import networkx as nx; from graph.network.measures import communities; from graph.network.measures.shape "
        "import shape; print(communities(shape(nx.davis_southern_women_graph()), runs=4))"
    )
    told = {
        subprocess.run(
            [sys.executable, "-c", code], env=os.environ | {"PYTHONHASHSEED": seed}, capture_output=True, check=True
        ).stdout
        for seed in ("1", "2")
    }
    assert len(told) == 1
