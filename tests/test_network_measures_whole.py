"""The suite for a network as a whole: by hand, and against a plain recount of any network."""

from __future__ import annotations

import math
from fractions import Fraction
from itertools import combinations, product

import networkx as nx
import pytest
from hypothesis import given
from networkx.algorithms import bipartite

from graph.network import actor_ids, target_ids
from graph.network.measures import network_measures
from tests.test_network_measures import STAR, TWO_CLIQUES, carried, networks, paired


def values(network: nx.Graph) -> dict[str, float]:
    frame = network_measures(network, runs=2)
    return dict(zip(frame["mesure"], frame["valeur"], strict=True))


def ids(network: nx.Graph, name: str) -> list[str]:
    frame = network_measures(network, runs=2).set_index("mesure")
    found: list[str] = frame["ids"][name]
    return found


def test_davis_as_published() -> None:
    """18 women, 14 events and 89 ties; the clustering is that of NetworkX's documentation."""
    found = values(nx.davis_southern_women_graph())
    assert (found["acteurs"], found["cibles"], found["liens"]) == (18, 14, 89)
    assert found["densite"] == pytest.approx(89 / 252)
    assert found["clustering"] == pytest.approx(0.468, abs=0.0005)
    assert (found["composantes"], found["fragmentation"]) == (1, 0)


def test_a_star_is_as_central_as_can_be() -> None:
    found = values(STAR)
    assert found["centralisation"] == 1
    # Commitments 4, 1, 1, 1, 1: 4 × 3 of the 4 × 4 that one on all targets and the others on none would make.
    assert found["centralisation_engagements"] == pytest.approx(12 / 16)
    # Differences of 3 between the hub and four others, both ways, over 2 × 25 × 8/5.
    assert found["gini"] == pytest.approx(24 / 80)
    assert (found["articulations"], ids(STAR, "articulations")) == (1, ["h"])
    # Eight ties; from a leaf through its target and the hub to another target: 4 × 3 paths of three, none closed.
    assert found["clustering"] == 0


def test_two_cliques_and_their_broker() -> None:
    found = values(TWO_CLIQUES)
    # x has 6 neighbours and six others 3: 6 × 3 of 6 × 5.
    assert found["centralisation"] == pytest.approx(18 / 30)
    assert found["densite"] == pytest.approx(8 / 14)
    assert found["coeur_max"] == 1


def test_florentine_marriages() -> None:
    """Fifteen families and one that married into none: degrees 6, 4, 4, 3 × 6, 2 × 2, 1 × 4 and 0; 40 in all."""
    families = paired(nx.florentine_families_graph().edges, also=["Pucci"])
    found = values(families)
    assert found["centralisation"] == pytest.approx((16 * 6 - 40) / (15 * 14))
    assert found["composantes"] == 2
    assert ids(families, "composantes") == ["Pucci"]


def test_ten_partners_of_one_target_do_not_make_a_clustered_network() -> None:
    found = values(carried({"1": "abcdefghij"}))
    assert math.isnan(found["clustering"])
    assert (found["centralisation"], found["gini"], found["coeur_max"]) == (0, 0, 1)


def test_clustering_counts_pairs_who_meet_again() -> None:
    # a and b share 1 and 2: one cycle of four. Paths of three, by their middle tie: a1 1 × 1, a2 1 × 2, b1 1 × 1,
    # b2 1 × 2, c2 0 × 2; each cycle closes four of the six.
    assert values(carried({"1": "ab", "2": "abc"}))["clustering"] == pytest.approx(4 / 6)


def test_pieces_targets_alone_and_fragmentation() -> None:
    # a, b and c in one piece, d and e in another, two targets with nobody: 4 of 10 pairs are joined.
    network = carried({"1": "ab", "2": "bc", "3": "de", "4": "", "5": ""})
    found = values(network)
    assert (found["composantes"], found["cibles"], found["cibles_sans_acteur"]) == (2, 5, 2)
    assert found["fragmentation"] == pytest.approx(6 / 10)
    assert ids(network, "composantes") == ["d", "e"]
    assert ids(network, "cibles_sans_acteur") == ["4", "5"]
    assert found["densite"] == pytest.approx(6 / 25)


def test_the_core_names_its_actors() -> None:
    network = carried({"1": "abcd", "2": "abc", "3": "abc"})
    assert values(network)["coeur_max"] == 3
    assert ids(network, "coeur_max") == ["a", "b", "c"]


def test_all_commitments_alike_and_all_but_one() -> None:
    assert values(carried({"1": "ab", "2": "bc", "3": "ca"}))["gini"] == 0
    # One of four actors with all commitments of the four: 1 - 1/4.
    assert values(carried({"1": "a", "2": "a"}, also="bcd"))["gini"] == pytest.approx(3 / 4)
    assert values(carried({"1": "a", "2": "a"}, also="bcd"))["centralisation_engagements"] == 1


def test_what_is_undefined_is_not_a_number() -> None:
    two = values(carried({"1": "ab"}))
    assert math.isnan(two["centralisation"])
    assert math.isnan(two["cles_rupture"])
    nobody = values(carried({"1": ""}))
    undefined = {name for name, value in nobody.items() if math.isnan(value)}
    assert {"densite", "gini", "centralisation", "fragmentation", "stabilite", "cles_couverture"} <= undefined
    assert (nobody["acteurs"], nobody["cibles"], nobody["cibles_sans_acteur"], nobody["composantes"]) == (0, 1, 1, 0)


@given(networks())
def test_against_a_plain_recount(network: nx.Graph) -> None:
    found, actors = values(network), actor_ids(network)
    degrees = [network.degree(actor) for actor in actors]
    if sum(degrees):
        gaps = sum(abs(one - other) for one, other in product(degrees, repeat=2))
        gini = Fraction(gaps, 2 * len(degrees) * sum(degrees))
        assert found["gini"] == pytest.approx(float(gini), abs=1e-12)
    if not math.isnan(found["clustering"]):
        assert found["clustering"] == pytest.approx(bipartite.robins_alexander_clustering(network), abs=1e-12)
    if len(actors) > 1:
        apart = [not nx.has_path(network, one, other) for one, other in combinations(actors, 2)]
        assert found["fragmentation"] == pytest.approx(sum(apart) / len(apart), abs=1e-12)
    assert found["articulations"] == len(set(nx.articulation_points(network)) & set(actors))
    assert found["cibles_sans_acteur"] == sum(network.degree(target) == 0 for target in target_ids(network))


@given(networks())
def test_shares_stay_between_nothing_and_all(network: nx.Graph) -> None:
    found = values(network)
    shares = ("densite", "centralisation", "centralisation_engagements", "gini", "clustering", "fragmentation")
    for name in (*shares, "cles_rupture", "cles_couverture"):
        assert math.isnan(found[name]) or 0 <= found[name] <= 1, name
