"""Sentences claim no more than the figures: cuts that exist, ties that are said, halves rounded up."""

from __future__ import annotations

import itertools
import re

import networkx as nx
import pytest
from hypothesis import given
from networkx.algorithms import bipartite

from graph.french import NBSP
from graph.network import actor_ids
from graph.network.measures import key_players, measure, network_measures, reading
from graph.network.measures.parting import Parting, parting
from graph.network.measures.wording import decimal, percent
from tests.test_network_measures import STAR, TWO_CLIQUES, carried, networks, paired
from tests.test_network_measures_key_players import BRIDGES
from tests.test_network_measures_readings import changed, read, tables

ISLES = carried({"1": "ab", "2": "c", "3": "d", "4": "e"})
"""One pair tied, three actors alone: whoever leaves, nobody who stays loses anyone."""
HEXAGON = paired(["ab", "bc", "cd", "de", "ef", "fa"])


def test_pairs_cut_and_pairs_made_farther() -> None:
    # a and b gone: c, l, m, n, o, x on one side and d, p, q, r, s, y on the other, one piece until then.
    assert parting(BRIDGES, ["a", "b"]) == Parting(pairs=66, apart=0, cut=36, farther=0)
    # The hub gone, the six pairs of four leaves.
    assert parting(STAR, ["h"]) == Parting(pairs=6, apart=0, cut=6, farther=0)
    assert parting(ISLES, ["a", "c"]) == Parting(pairs=3, apart=3, cut=0, farther=0)
    # Without a, b and f go round: 4 steps and not 2. The others keep their ways.
    assert parting(HEXAGON, ["a"]) == Parting(pairs=10, apart=0, cut=0, farther=1)


@given(networks())
def test_pairs_against_a_plain_recount(network: nx.Graph) -> None:
    gone, staying = sorted(actor_ids(network))[:2], sorted(actor_ids(network))[2:]
    after = network.subgraph(set(network) - set(gone))
    whole, left = bipartite.projected_graph(network, actor_ids(network)), bipartite.projected_graph(after, staying)
    cut = farther = apart = 0
    for one, other in itertools.combinations(staying, 2):
        if not nx.has_path(whole, one, other):
            apart += 1
        elif not nx.has_path(left, one, other):
            cut += 1
        else:
            lengths = [nx.shortest_path_length(of, one, other) for of in (whole, left)]
            farther += lengths[1] > lengths[0]
    assert parting(network, gone) == Parting(len(staying) * (len(staying) - 1) // 2, apart, cut, farther)


def test_a_cut_is_told_in_pairs_newly_cut() -> None:
    said = read("cles_rupture", BRIDGES)
    assert "36 paires" in said
    assert "sur 66" in said


def test_where_nothing_is_cut_no_cut_is_claimed() -> None:
    """F rises to 1 here, only because those who were tied have gone."""
    said = read("cles_rupture", ISLES)
    assert "ne seraient plus" not in said
    assert "ne couperait rien" in said


def test_where_nobody_gets_farther_nobody_is_said_to() -> None:
    said = read("cles_rupture", carried({"1": "abcde", "2": "abcde"}))
    assert "seulement plus loin" not in said
    assert "aucune ne serait coupée ni plus éloignée" in said


def test_pairs_made_farther_are_counted() -> None:
    actors, whole = measure(HEXAGON, runs=2, key_size=1)
    said = reading("cles_rupture", HEXAGON, actors, whole)
    assert "1 serait plus éloignée" in said


def test_a_leaving_that_cuts_is_not_hidden_by_one_that_only_empties_the_count() -> None:
    # d gone, 6 pairs of the list of five stay joined, and a-b, b-c, a-c: 9. b gone, the ten of the list; but a loses c.
    network = carried({"1": "ab", "2": "bc", "3": "defgh"})
    actors, whole = measure(network, runs=2, key_size=1)
    said = reading("cles_rupture", network, actors, whole)
    assert "« D »" in said
    assert "D'autres départs" in said
    assert "D'autres départs" not in read("cles_rupture", ISLES)


def test_nobody_is_singled_out_where_leaving_changes_nothing() -> None:
    for network in (ISLES, carried({"1": "abcde", "2": "abcde"})):
        assert "désigner personne" in read("cles_rupture", network)
    assert "désigner personne" not in read("cles_rupture", BRIDGES)


def test_sets_of_the_same_figure_are_counted_before_ties_are_broken() -> None:
    # Each of a, d and e touches one target; a meets two others. Nobody else touches more.
    network = carried({"1": "abc", "2": "d", "3": "e"})
    found = key_players(network, 1, "pos")
    assert (found.tied, found.equal) == (3, 5)
    # Nobody cuts the circle of four targets: five sets of one, of which e leaves the others farthest apart.
    circle = key_players(carried({"1": "abe", "2": "bc", "3": "cde", "4": "da"}), 1)
    assert (circle.tied, circle.equal) == (1, 5)
    # Nine actors of one target, any two: 36 sets, none of them apart from the others.
    assert key_players(carried({"1": "abcdefghi"}), 2).equal == 36


def test_a_tie_that_another_criterion_breaks_is_said() -> None:
    # Two of three targets: a with d or e, b with d or e, c with d or e, and d with e: seven sets. Six meet two others.
    said = read("cles_couverture", carried({"1": "abc", "2": "d", "3": "e"}))
    assert "Aucun autre" not in said
    assert "6 autres ensembles de deux acteurs en touchent autant" in said
    assert "l'un des 6" in said
    # a and c touch four targets and so do b and c; a also meets x, whom b does not.
    broken = read("cles_couverture", carried({"1": "ax", "2": "ab", "3": "b", "4": "c", "5": "c"}))
    assert "« A » et « C »" in broken
    assert "1 autre ensemble de deux acteurs en touche autant" in broken
    assert "le plus d'autres acteurs" in broken


def test_the_table_counts_sets_of_the_same_figure() -> None:
    rows = network_measures(carried({"1": "abc", "2": "d", "3": "e"}), runs=2).set_index("mesure")
    assert (rows["ex_aequo"]["cles_couverture"], rows["meme_valeur"]["cles_couverture"]) == (6, 7)


def test_targets_without_anyone_are_told_and_no_target_is_not_claimed() -> None:
    alone = carried({"1": "", "2": ""})
    assert "2 objectifs" in read("cibles", alone)
    assert "2 objectifs sur 2" in read("cibles_sans_acteur", alone)
    for name in ("cibles", "cibles_sans_acteur"):
        assert "Il n'y a aucun" not in read(name, nx.Graph())
        assert "comptée" in read(name, nx.Graph())


def test_the_most_committed_are_told_with_those_who_equal_them() -> None:
    # Five of thirteen actors have three commitments, eight have one: 15 of 23.
    first = {f"{i}": "abcde" for i in range(3)} | {f"x{i}": [f"x{i}a"] for i in range(8)}
    said = read("gini", carried(first))
    assert "un sur dix" not in said
    assert f"Les 5 acteurs les plus engagés, ex æquo (38{NBSP}% des acteurs), portent 65{NBSP}%" in said


@pytest.mark.parametrize(
    ("share", "words"), [(0.125, "13"), (0.145, "15"), (0.0225, "2,3"), (0.0005, "moins de 0,1"), (0.105, "11")]
)
def test_halves_of_shares_go_up(share: float, words: str) -> None:
    assert percent(share) == f"{words}{NBSP}%"


def test_halves_go_up() -> None:
    figures = [decimal(2.25, 1), decimal(0.125), decimal(12.5, 0), decimal(1.005), decimal(-0.125), decimal(0.0, 1)]
    assert figures == ["2,3", "0,13", "13", "1,01", "−0,13", "0"]


def test_effective_size_is_not_rounded_to_all_neighbours() -> None:
    # h has six neighbours, one tie between two of them: 6 - 2 × 1/6 = 5.67.
    network = paired(["hk", "hl", "hm", "hn", "ho", "hp", "kl"])
    said = read("taille_effective", network)
    assert "5,7, sur 6" in said


def test_one_neighbour_is_not_several_who_meet() -> None:
    said = read("taille_effective", STAR)
    assert "4 acteurs sont au minimum (1), faute d'un deuxième voisin" in said
    assert "deux à deux" not in said
    assert "deux à deux" in read("taille_effective", TWO_CLIQUES)
    # a, b and c each carry target 1 only; k carries one target with x.
    mixed = read("taille_effective", carried({"1": "abcx", "2": "xk"}))
    assert "1 n'a qu'un voisin" in mixed
    assert "deux à deux" in mixed


def test_groups_that_come_back_in_part_name_nobody() -> None:
    network = carried({"1": "abc", "2": "abc", "3": "xyz", "4": "xyz", "5": "ax"})
    actors = tables(network)[0]
    said = reading("communaute", network, actors, changed(network, "stabilite", valeur=0.76))
    assert "« A »" not in said
    assert "2 groupes" in said


def test_long_lists_are_blamed_only_where_there_are_some() -> None:
    short = carried({"1": "abc", "2": "abc", "3": "ab"})
    names = "morceaux partages contrainte liens centralisation force_newman voisins".split()
    assert not [name for name in names if "longue" in read(name, short)]
    long = carried({"1": "abcdef", "2": "abcdef", "3": "ab"})
    assert "longue" in read("morceaux", long)
    assert "longue" in read("partages", long)


def test_generic_actors_are_marked_wherever_they_are_named() -> None:
    network = BRIDGES.copy()
    for actor in actor_ids(network):
        network.nodes[actor]["generic"] = True
    for name in ("cles_rupture", "cles_couverture", "articulations", "voisins", "coeur", "communaute", "gini"):
        said = read(name, network)
        assert len(re.findall("« [A-Z] »", said)) == said.count("» (générique)"), said
    told = network_measures(network, runs=2).set_index("mesure")["noms"]["cles_rupture"]
    assert told == ["A (générique)", "B (générique)"]
    assert measure(network, runs=2)[0]["generique"].all()


def test_the_table_of_the_network_has_names_and_units() -> None:
    network = carried({"1": "ab", "2": "bc", "3": ""})
    rows = network_measures(network, runs=2).set_index("mesure")
    assert rows["noms"]["articulations"] == ["B"]
    assert rows["noms"]["cibles_sans_acteur"] == ["3"]
    assert [rows["unite"][name] for name in ("acteurs", "cibles", "densite", "gini", "liens")] == [
        "acteurs",
        "objectifs",
        "part",
        "indice",
        "engagements",
    ]
    counts = rows["valeur"][~rows["unite"].isin(["part", "indice"])]
    assert (counts == counts.round()).all()


def test_one_run_and_sets_of_one_are_singular() -> None:
    rows = network_measures(STAR, runs=1, key_size=1).set_index("mesure")["precision"]
    assert rows["stabilite"] == "1 tirage, graine 1"
    assert rows["cles_rupture"].startswith("ensembles d'un acteur")
