"""Key players: the best set worked out by hand, which is not the top of a ranking, and against all sets tried."""

from __future__ import annotations

import math
from itertools import combinations

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from networkx.algorithms import bipartite

from graph.network import actor_ids
from graph.network.measures import key_players, network_measures
from tests.test_network_measures import STAR, carried, networks

BRIDGES = carried({"1": "lmnoabc", "2": "pqrsabd", "3": "cx", "4": "dy"})
"""a and b both bridge targets 1 and 2; c alone holds x to the rest, d alone holds y. All four carry two targets."""


def test_the_best_pair_is_not_the_top_two() -> None:
    # Alone, a's leaving cuts nobody off, nor b's: the other bridges. c's cuts x off 12 others, d's y.
    alone = {who: key_players(BRIDGES.subgraph(set(BRIDGES) - {who}), 1).before for who in "abcd"}
    assert alone == pytest.approx({"a": 0, "b": 0, "c": 1 - 12 * 11 / (13 * 12), "d": 1 - 12 * 11 / (13 * 12)})
    assert {who for who, _ in zip(key_players(BRIDGES, 1).sets, range(2), strict=False)} == {("c",), ("d",)}
    # Together, a and b cut the plan into two halves of six: 2 × 6 × 5 of 12 × 11 ordered pairs stay joined.
    found = key_players(BRIDGES, 2)
    assert found.sets == (("a", "b"),)
    assert found.value == pytest.approx(1 - 60 / 132)
    assert (found.tied, found.exact, found.before) == (1, True, 0)


def test_a_search_step_by_step_says_that_it_may_miss_the_best(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("graph.network.measures.key_sets.EXACT", 0)
    found = key_players(BRIDGES, 2)
    assert not found.exact
    # c or d first, as their leaving is felt alone; the two of them leave ten together and x and y alone.
    assert found.sets == (("c", "d"),)
    assert found.value == pytest.approx(1 - 90 / 132)


def test_without_a_cut_the_set_that_takes_the_others_furthest_apart() -> None:
    # Four targets round a circle, two actors each way between neighbours but only e across: nobody cuts the circle.
    network = carried({"1": "abe", "2": "bc", "3": "cde", "4": "da"})
    found = key_players(network, 1)
    assert found.value == 0
    # Without e: a circle of four actors, 4 pairs at distance 1 and 2 at distance 2: 1 - (4 + 1) / 6.
    # Without another, five of the six pairs left are at 1 and one at 2, or nearer.
    assert found.sets == (("e",),)
    assert found.tie_value == pytest.approx(1 - 5 / 6)


def test_the_actors_who_touch_most_are_not_the_most_committed() -> None:
    # a and b carry five targets, the same but one; c carries three that neither does.
    network = carried({"1": "ab", "2": "ab", "3": "ab", "4": "ab", "5": "a", "6": "b", "7": "c", "8": "c", "9": "c"})
    found = key_players(network, 2, "pos")
    assert found.sets == (("a", "c"), ("b", "c"))
    assert (found.value, found.tied) == (pytest.approx(8 / 9), 2)


def test_of_sets_that_touch_as_many_the_one_that_meets_most() -> None:
    network = carried({"1": "abc", "2": "d", "3": "e"})
    assert key_players(network, 1, "pos").sets == (("a",), ("b",), ("c",))
    assert key_players(network, 1, "pos").tie_value == 2


def test_a_star_without_its_hub_is_dust() -> None:
    found = key_players(STAR, 1)
    assert (found.sets, found.value, found.before) == ((("h",),), 1, 0)


def test_a_piece_with_more_actors_of_the_same_targets_than_fit() -> None:
    # Nine actors of one target: any two leave seven joined. 9 × 8 / 2 sets.
    found = key_players(carried({"1": "abcdefghi"}), 2)
    assert (found.tied, len(found.sets), found.value) == (36, 36, 0)
    many = key_players(carried({"1": [f"a{i}" for i in range(30)]}), 2)
    assert (many.tied, len(many.sets)) == (435, 100)


@pytest.mark.parametrize("kind", ["neg", "pos"])
def test_too_few_actors(kind: str) -> None:
    assert key_players(nx.Graph(), 2, kind).sets == ((),)  # type: ignore[arg-type]
    assert math.isnan(key_players(nx.Graph(), 2, kind).value)  # type: ignore[arg-type]
    assert key_players(carried({"1": "ab"}), 5, kind).sets == (("a", "b"),)  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="1 actor"):
        key_players(STAR, 0, kind)  # type: ignore[arg-type]


def _fragmentation(network: nx.Graph, gone: tuple[str, ...]) -> tuple[float, float]:
    """F, then the distance-weighted F, of those who stay: on the projection, with NetworkX."""
    staying = [actor for actor in actor_ids(network) if actor not in gone]
    near = bipartite.projected_graph(network.subgraph(set(network) - set(gone)), staying)
    lengths = dict(nx.all_pairs_shortest_path_length(near))
    pairs = list(combinations(staying, 2))
    joined = [lengths[one][other] for one, other in pairs if other in lengths[one]]
    return 1 - len(joined) / len(pairs), 1 - sum(1 / length for length in joined) / len(pairs)


@given(networks(), st.integers(1, 3))
def test_no_set_cuts_more(network: nx.Graph, size: int) -> None:
    actors = actor_ids(network)
    if len(actors) - size < 2:
        return
    worth = {gone: _fragmentation(network, gone) for gone in combinations(sorted(actors), size)}
    best = max((round(cut, 9), round(far, 9)) for cut, far in worth.values())
    expected = {gone for gone, (cut, far) in worth.items() if (round(cut, 9), round(far, 9)) == best}
    found = key_players(network, size)
    assert found.exact
    assert set(found.sets) == expected
    assert (found.value, found.tie_value) == pytest.approx(best, abs=1e-8)
    assert found.before == pytest.approx(_fragmentation(network, ())[0])


@given(networks(), st.integers(1, 3))
def test_no_set_touches_more(network: nx.Graph, size: int) -> None:
    actors = sorted(actor_ids(network))
    if len(actors) < size:
        return
    worth = {}
    for chosen in combinations(actors, size):
        touched = set().union(*(network.adj[actor] for actor in chosen))
        met = set().union(*(network.adj[target] for target in touched)) - set(chosen)
        worth[chosen] = (len(touched), len(met))
    found = key_players(network, size, "pos")
    assert set(found.sets) == {chosen for chosen, value in worth.items() if value == max(worth.values())}
    assert found.tied == len(found.sets)


@given(networks(), st.integers(1, 3))
def test_a_search_step_by_step_never_claims_more_than_the_best(network: nx.Graph, size: int) -> None:
    best = key_players(network, size)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("graph.network.measures.key_sets.EXACT", 0)
        found = key_players(network, size)
    assert math.isnan(best.value) or found.value <= best.value + 1e-12
    assert len(found.sets[0]) == len(best.sets[0])


def test_the_table_tells_the_first_best_set_and_how_it_was_sought(monkeypatch: pytest.MonkeyPatch) -> None:
    row = network_measures(BRIDGES, runs=2).set_index("mesure").loc["cles_rupture"]
    assert (row["ids"], row["ex_aequo"], row["exact"]) == (["a", "b"], 1, True)
    monkeypatch.setattr("graph.network.measures.whole.SEARCHED", 3)
    row = network_measures(BRIDGES, runs=2).set_index("mesure").loc["cles_rupture"]
    assert math.isnan(row["valeur"])
    assert not row["exact"]
