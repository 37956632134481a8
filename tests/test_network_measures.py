"""The suite actor by actor: values published, or worked out by hand with fractions, and the traps of projections."""

from __future__ import annotations

import json
import math
import random
from collections.abc import Iterable, Mapping
from fractions import Fraction
from pathlib import Path
from typing import Any

import networkx as nx
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.network import DEFAULTS, actor_ids, two_mode
from graph.network.engine import betweenness
from graph.network.measures import ACTOR_COLUMNS, MEASURES, NETWORK_COLUMNS, actor_measures, measure, named
from tests.graphs import Told

DAVIS = json.loads((Path(__file__).parent / "donnees/davis.json").read_text(encoding="utf-8"))


def carried(targets: Mapping[str, Iterable[str]], *, also: Iterable[str] = (), label: str = "Objective") -> nx.Graph:
    """A two-mode network: each target, and who carries it; `also`, actors who carry nothing. Names are capitals."""
    network = nx.Graph()
    for target, actors in targets.items():
        network.add_node(target, bipartite=1, label=label, name=target)
        for actor in actors:
            network.add_node(actor, bipartite=0, name=actor.upper())
            network.add_edge(actor, target, roles=frozenset({"partenaire"}))
    network.add_nodes_from((actor, {"bipartite": 0, "name": actor.upper()}) for actor in also)
    return network


def paired(ties: Iterable[tuple[str, str]], *, also: Iterable[str] = ()) -> nx.Graph:
    """A network of one mode as one of two: each tie is a target that its two ends share."""
    return carried({f"{one}+{other}": (one, other) for one, other in ties}, also=also)


def column(network: nx.Graph, name: str) -> dict[str, Any]:
    frame = actor_measures(network)
    return dict(zip(frame["id"], frame[name], strict=True))


def approx(values: Mapping[str, Fraction | float]) -> Any:
    return pytest.approx({key: float(value) for key, value in values.items()}, abs=1e-9)


@st.composite
def networks(draw: st.DrawFn) -> nx.Graph:
    """Any small two-mode network: sides that are empty, actors and targets alone, one piece or several."""
    actors, targets = "abcdefg"[: draw(st.integers(0, 7))], draw(st.integers(0, 6))
    carriers = st.sets(st.sampled_from(actors), max_size=5) if actors else st.just(set())
    drawn = [sorted(draw(carriers)) for _ in range(targets)]
    return carried({f"t{i}": who for i, who in enumerate(drawn)}, also=actors)


LEAVES = "klmn"
STAR = carried({leaf.upper(): f"h{leaf}" for leaf in LEAVES})
"""A hub, and four actors who each share one target with it."""
TWO_CLIQUES = carried({"1": "abcx", "2": "defx"})
"""x carries both targets; three others carry each."""


def test_davis_closeness_as_published() -> None:
    found = column(nx.davis_southern_women_graph(), "proximite")
    assert len(found) == 18
    assert found == pytest.approx({woman: DAVIS["closeness"][woman] for woman in found}, abs=0.005)


def test_davis_degree_and_betweenness_as_published() -> None:
    network = nx.davis_southern_women_graph()
    between = betweenness(network, actor_ids(network))
    degrees = {node: network.degree(node) / (14 if side == 0 else 18) for node, side in network.nodes(data="bipartite")}
    assert between == pytest.approx(DAVIS["betweenness"], abs=0.005)
    assert degrees == pytest.approx(DAVIS["degree"], abs=0.005)


def test_a_star_by_hand() -> None:
    # 5 actors, 4 targets: nobody can do better than 4 × 1 + 4 × 2 = 12 steps. The hub does it. A leaf has its target at
    # 1, the hub at 2, three targets at 3 and three leaves at 4: 24 steps.
    assert column(STAR, "proximite") == approx({"h": 1} | dict.fromkeys(LEAVES, Fraction(12, 24)))
    nearest, leaf = 4 + Fraction(4, 2), 1 + Fraction(1, 2) + Fraction(3, 3) + Fraction(3, 4)
    assert column(STAR, "harmonique") == approx({"h": 1} | dict.fromkeys(LEAVES, leaf / nearest))
    assert column(STAR, "voisins") == {"h": 4} | dict.fromkeys(LEAVES, 1)
    # The hub's four partners do not know each other: 4 × (1/4)². A leaf puts all its time in one partner.
    assert column(STAR, "contrainte") == approx({"h": Fraction(1, 4)} | dict.fromkeys(LEAVES, 1))
    assert column(STAR, "taille_effective") == approx({"h": 4} | dict.fromkeys(LEAVES, 1))
    assert column(STAR, "articulation") == {"h": True} | dict.fromkeys(LEAVES, False)
    assert column(STAR, "morceaux") == {"h": 3} | dict.fromkeys(LEAVES, 0)


def test_two_cliques_and_their_broker_by_hand() -> None:
    others = "abcdef"
    assert column(TWO_CLIQUES, "voisins") == {"x": 6} | dict.fromkeys(others, 3)
    # Six partners with six ties among them, three in each clique: 6 - 2 × 6/6. The others: 3 - 2 × 3/3.
    assert column(TWO_CLIQUES, "taille_effective") == approx({"x": 4} | dict.fromkeys(others, 1))
    # x on each partner: 1/6 + 2 × 1/6 × 1/3. a on b: 1/3 by itself, 1/3 × 1/3 by c, 1/3 × 1/6 by x; on x: 1/3 and twice
    # 1/3 × 1/3.
    broker = 6 * (Fraction(1, 6) + 2 * Fraction(1, 18)) ** 2
    other = 2 * (Fraction(1, 3) + Fraction(1, 9) + Fraction(1, 18)) ** 2 + Fraction(5, 9) ** 2
    assert column(TWO_CLIQUES, "contrainte") == approx({"x": broker} | dict.fromkeys(others, other))
    assert column(TWO_CLIQUES, "articulation") == {"x": True} | dict.fromkeys(others, False)
    assert column(TWO_CLIQUES, "morceaux") == {"x": 1} | dict.fromkeys(others, 0)
    assert column(TWO_CLIQUES, "force_newman") == approx({"x": 2} | dict.fromkeys(others, 1))


def test_a_path_and_an_empty_target_by_hand() -> None:
    # a - 1 - b - 2 - c, and target 3 with nobody: 3 actors and 3 targets, 4 of 5 other nodes within reach.
    network = carried({"1": "ab", "2": "bc", "3": ""})
    steps = {"a": 1 + 2 + 3 + 4, "b": 1 + 1 + 2 + 2, "c": 1 + 2 + 3 + 4}
    least, reached = 3 + 2 * 2, Fraction(4, 5)
    assert column(network, "proximite") == approx({who: least * reached / sum_ for who, sum_ in steps.items()})
    near = {"a": 1 + Fraction(1, 2) + Fraction(1, 3) + Fraction(1, 4), "b": Fraction(3)}
    assert column(network, "harmonique") == approx({who: near[who.replace("c", "a")] / 4 for who in "abc"})
    assert column(network, "morceaux") == {"a": 0, "b": 1, "c": 0}


def test_effective_size_of_the_published_example() -> None:
    """Borgatti, Structural Holes: Unpacking Burt's Redundancy Measures, 1997: six partners, four ties among them."""
    ties = [tuple(tie) for tie in "AB AF AG AE EG FG BG BD DG GC".split()]
    assert column(paired(ties), "taille_effective")["G"] == pytest.approx(4.67, abs=0.005)


def test_constraint_counts_a_partner_once_however_much_is_shared() -> None:
    # a has two partners who do not know each other: 2 × (1/2)², though it shares two targets with one of them.
    assert column(carried({"1": "ab", "2": "ab", "3": "ac"}), "contrainte")["a"] == pytest.approx(0.5)


def test_core_by_hand() -> None:
    # Three actors on the same three targets: each node has three ties inside. d has one tie to it.
    network = carried({"1": "abcd", "2": "abc", "3": "abc"})
    assert column(network, "coeur") == {"a": 3, "b": 3, "c": 3, "d": 1}


def test_ten_partners_of_one_target_prove_nothing() -> None:
    """A list of ten makes 45 pairs in a projection: each seems to have nine partners who all know each other."""
    frame = actor_measures(carried({"1": "abcdefghij"}))
    assert set(frame["voisins"]) == {9}
    assert frame["voisins"].sum() / 2 == 45
    # ... but one target worked on with others, one partner that is not redundant, a core of one, no breaking point.
    assert frame["force_newman"].tolist() == pytest.approx([1] * 10)
    assert frame["taille_effective"].tolist() == pytest.approx([1] * 10)
    assert set(frame["coeur"]) == {1}
    assert not frame["articulation"].any()
    # 1/9 by itself, and by each of eight others 1/9 × 1/9; nine times.
    closed = 9 * (Fraction(1, 9) + 8 * Fraction(1, 81)) ** 2
    assert frame["contrainte"].tolist() == pytest.approx([float(closed)] * 10)


def test_strength_is_never_a_distance() -> None:
    """The inverted broker: h shares five targets with a and five with b, w one with each."""
    network = carried({f"{end}{i}": f"h{end}" for end in "ab" for i in range(5)} | {"wa": "wa", "wb": "wb"})
    near, between = column(network, "proximite"), betweenness(network, actor_ids(network))
    # h: ten targets at 1, a and b at 2, two targets at 3, w at 4. w: two targets at 1, a and b at 2, ten at 3, h at 4.
    assert near["h"] == pytest.approx((12 + 2 * 3) / (10 + 2 * 2 + 2 * 3 + 4))
    assert near["w"] == pytest.approx((12 + 2 * 3) / (2 + 2 * 2 + 10 * 3 + 4))
    assert between["h"] > between["w"]
    assert column(network, "partages") == {"h": 10, "a": 6, "b": 6, "w": 2}


def test_pilot_and_partner_of_one_target_is_one_tie() -> None:
    told = Told("p")
    first, second = told.objective(1), told.objective(2)
    town, club = told.actor("ville", "Ville"), told.actor("club", "Club")
    for type_ in ("PILOTS", "PARTNERS"):
        told.tie(type_, town, first, basis="stated")
    told.tie("PARTNERS", club, first, basis="stated")
    told.tie("PARTNERS", club, second, basis="stated")
    frame, whole = measure(two_mode(told.graph))
    assert frame.set_index("id")["partages"].to_dict() == {"ville": 1, "club": 1}
    assert whole.set_index("mesure")["valeur"]["liens"] == 3


def test_pieces_and_those_alone() -> None:
    # a and b share 1; c holds 2 and 3 alone; d holds 4 alone; e holds nothing.
    network = carried({"1": "ab", "2": "c", "3": "c", "4": "d"}, also="e")
    assert column(network, "voisins") == {"a": 1, "b": 1, "c": 0, "d": 0, "e": 0}
    for name in ("contrainte", "taille_effective", "communaute_stable"):
        found = column(network, name)
        assert [who for who, value in found.items() if math.isnan(value)] == ["c", "d", "e"], name
    assert column(network, "communaute") == {"a": 1, "b": 1, "c": 0, "d": 0, "e": 0}
    # Without c, its two targets are apart from each other, and no actor is cut off; d's one target was all it had.
    assert column(network, "articulation") == {"a": False, "b": False, "c": True, "d": False, "e": False}
    assert set(column(network, "morceaux").values()) == {0}
    assert column(network, "harmonique")["e"] == 0


def test_an_actor_alone_with_its_target_seems_the_nearest_of_all() -> None:
    """What NetworkX's closeness does to pieces, and why the reading compares within one: harmonic does not."""
    network = carried({"1": "abc", "2": "abd", "3": "e"})
    near, harmonic = column(network, "proximite"), column(network, "harmonique")
    assert max(near, key=near.__getitem__) == "e"
    assert min(harmonic, key=harmonic.__getitem__) == "e"


@pytest.mark.parametrize("network", [nx.Graph(), carried({}, also="a"), carried({"1": ""}), carried({"1": "a"})])
def test_the_least_networks(network: nx.Graph) -> None:
    actors, whole = measure(network)
    assert list(actors["id"]) == actor_ids(network)
    assert list(whole["mesure"]) == [one.name for one in named("reseau")]


@given(networks())
def test_tables_are_whole_and_typed(network: nx.Graph) -> None:
    actors, whole = measure(network, runs=3)
    assert list(actors["id"]) == actor_ids(network)
    assert actors.dtypes.astype(str).to_dict() == ACTOR_COLUMNS
    assert whole.dtypes.astype(str).to_dict() == NETWORK_COLUMNS


@given(networks(), st.randoms(use_true_random=False))
def test_the_order_in_which_a_network_is_told_changes_nothing(network: nx.Graph, drawn: random.Random) -> None:
    nodes, ties = list(network.nodes(data=True)), [drawn.sample(tie, 2) for tie in network.edges]
    drawn.shuffle(nodes)
    drawn.shuffle(ties)
    other = nx.Graph()
    other.add_nodes_from(nodes)
    other.add_edges_from(ties)
    (actors, whole), (again, whole_again) = measure(network, runs=4), measure(other, runs=4)
    by_id = (frame.sort_values("id", ignore_index=True) for frame in (actors, again))
    pd.testing.assert_frame_equal(*by_id, check_exact=True)
    pd.testing.assert_frame_equal(whole, whole_again, check_exact=True)


@given(networks())
def test_pieces_broken_off_are_those_that_taking_the_actor_out_makes(network: nx.Graph) -> None:
    actors = set(actor_ids(network))
    for actor, found in column(network, "morceaux").items():
        home = nx.node_connected_component(network, actor)
        left = nx.connected_components(network.subgraph(home - {actor}))
        rests = sum(bool(rest & actors) for rest in left)
        assert found == max(0, rests - 1)


def test_every_measure_is_defined_and_every_column_is_a_measure() -> None:
    assert {one.name for one in named("acteur")} == {*DEFAULTS, *ACTOR_COLUMNS} - {"id", "acteur", "generique"}
    assert tuple(one.name for one in MEASURES.values() if one.default) == DEFAULTS
    for one in MEASURES.values():
        assert one.of in ("acteur", "reseau")
        assert all(
            (one.label, one.question, one.definition, one.formula, one.unit, one.range, one.source, one.caution)
        ), one.name
        assert one.question.endswith("?"), one.name
