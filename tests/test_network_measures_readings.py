"""Readings: who is named, with which figures, in right French; and nothing is read into figures that say nothing."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

import networkx as nx
import pandas as pd
import pytest

from graph.french import NBSP, THIN
from graph.network import actor_ids, target_ids
from graph.network.engine import betweenness
from graph.network.measures import MEASURES, measure, named, reading
from graph.network.orphans import orphaned
from tests.test_network_measures import STAR, TWO_CLIQUES, carried
from tests.test_network_measures_key_players import BRIDGES

PLACES = "passerelle proximite harmonique voisins partages force_newman contrainte taille_effective".split()


def tables(network: nx.Graph, euros: Mapping[str, int] | None = None) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Both tables, that of actors with the five default measures beside."""
    actors, whole = measure(network, runs=3)
    ids, between, orphans = list(actors["id"]), betweenness(network, actor_ids(network)), orphaned(network)
    degrees = [network.degree(id_) for id_ in ids]
    actors["engagements"] = degrees
    actors["portee"] = [degree / max(1, len(target_ids(network))) for degree in degrees]
    actors["passerelle"] = [between[id_] for id_ in ids]
    actors["fragilite"] = [len(orphans[id_]) for id_ in ids]
    actors["argent"] = [(euros or {}).get(id_, 0) for id_ in ids]
    return actors, whole


def read(name: str, network: nx.Graph, **options: Any) -> str:
    return reading(name, network, *tables(network, **options))


def changed(network: nx.Graph, name: str, **values: Any) -> pd.DataFrame:
    """The table of the network with one row told otherwise."""
    whole = tables(network)[1]
    for column, value in values.items():
        whole.loc[whole["mesure"] == name, column] = value
    return whole


@pytest.mark.parametrize("name", ["engagements", "portee", *PLACES])
def test_the_hub_of_a_star_is_named_first(name: str) -> None:
    said = read(name, STAR)
    assert "« H »" in said
    assert not re.search("« [KLMN] »", said.split(",")[0])


def test_figures_are_those_of_the_network() -> None:
    assert "4 objectifs sur 4" in read("engagements", STAR)
    assert f"100{NBSP}%" in read("portee", STAR)
    assert "4 des 4 autres" in read("voisins", STAR)
    # The hub reaches its four targets in one step and four actors in two: 12 / 8.
    assert "1,5 pas" in read("proximite", STAR)
    assert "8 engagements sur 20 possibles" in read("densite", STAR).replace(THIN, " ")


def test_those_who_tie_are_named_together() -> None:
    said = read("engagements", carried({"1": "ab", "2": "abc", "3": "d"}))
    assert "« A » et « B », ex æquo, ont" in said
    assert "2 objectifs sur 3 chacun" in said


def test_of_many_who_tie_two_are_named_and_all_are_counted() -> None:
    said = read("engagements", carried({"1": "abcdef", "2": "abcdef", "3": "g"}))
    assert "6 acteurs ex æquo, dont « A » et « B »" in said


@pytest.mark.parametrize("name", ["engagements", "portee", *PLACES])
def test_where_all_are_equal_nobody_is_named(name: str) -> None:
    """Ten partners of one target: no measure tells them apart, and the reading does not pretend to."""
    said = read(name, carried({"1": "abcdefghij"}))
    assert "«" not in said
    assert "même valeur" in said


@pytest.mark.parametrize("name", MEASURES)
def test_of_nobody_nothing_is_said(name: str) -> None:
    for network in (nx.Graph(), carried({"1": ""})):
        said = read(name, network)
        assert "«" not in said
        assert "%" not in said


@pytest.mark.parametrize("name", [one.name for one in named("acteur")])
def test_one_actor_is_compared_with_nobody(name: str) -> None:
    assert "seul acteur" in read(name, carried({"1": "a", "2": "a"}))


@pytest.mark.parametrize("name", ["passerelle", "proximite", "harmonique", "coeur", "communaute"])
def test_two_actors_are_no_network(name: str) -> None:
    said = read(name, carried({"1": "ab", "2": "a"}))
    assert "«" not in said
    assert "deux acteurs" in said


def test_closeness_is_read_within_the_largest_piece() -> None:
    """e has the highest value, for it is alone with its target; b is the nearest to all where there is someone."""
    network = carried({"1": "ab", "2": "bc", "3": "bd", "4": "e"})
    said = read("proximite", network)
    assert "« B »" in said
    assert "« E »" not in said
    assert "2 morceaux" in said


def test_closeness_says_nothing_of_pairs() -> None:
    assert "«" not in read("proximite", carried({"1": "ab", "2": "cd", "3": "a"}))


def test_a_measure_that_was_not_computed_is_said_so() -> None:
    actors, whole = measure(STAR, runs=2)
    assert "pas été calculée" in reading("argent", STAR, actors, whole)
    too_large = actors.assign(passerelle=float("nan"))
    assert "trop grand" in reading("passerelle", STAR, too_large, whole)


def test_nobody_is_a_bridge_where_paths_hardly_pass() -> None:
    """b is first of all, of a network of fragments where that is next to nothing."""
    network = carried({"1": "ab", "2": "bc"} | {f"x{i}": [f"x{i}a"] for i in range(30)})
    assert "personne n'est vraiment une passerelle" in read("passerelle", network)


def test_constraint_is_undefined_for_those_who_share_nothing() -> None:
    network = carried({"1": "abx", "2": "cdx", "3": "e"})
    assert "1 acteur ne partage aucun objectif" in read("contrainte", network)
    assert "« X »" in read("contrainte", network)


def test_unstable_groups_are_not_shown() -> None:
    unstable = changed(TWO_CLIQUES, "stabilite", valeur=0.4)
    actors = tables(TWO_CLIQUES)[0]
    for name in ("communaute", "communautes", "stabilite", "modularite"):
        said = reading(name, TWO_CLIQUES, actors, unstable)
        assert "Ne pas les montrer" in said
        assert "«" not in said


def test_stable_groups_are_told_with_their_seed() -> None:
    network = carried({"1": "abc", "2": "abc", "3": "xyz", "4": "xyz", "5": "ax"})
    said = read("communaute", network)
    assert "2 groupes, de 3 et 3 acteurs" in said
    assert "graine 1" in said
    assert "« A »" in said
    assert "« X »" in said


def test_an_actor_who_changes_groups_is_not_named_for_one() -> None:
    network = carried({"1": "abc", "2": "abc", "3": "xyz", "4": "xyz", "5": "ax"})
    actors, whole = tables(network)
    actors.loc[actors["id"] == "a", "communaute_stable"] = 0.2
    said = reading("communaute", network, actors, whole)
    assert "« A »" not in said
    assert "« B »" in said


def test_one_group_is_no_group() -> None:
    assert "aucun groupe" in read("communaute", carried({"1": "abcd"}))


def test_money_without_figures_is_not_zero() -> None:
    assert "«" not in read("argent", STAR)
    said = read("argent", STAR, euros={"h": 12_000, "k": 2_340_000})
    assert f"2,34{NBSP}M€" in said
    assert f"« H » (12{THIN}000{NBSP}€)" in said
    assert said.index("« K »") < said.index("« H »")


def test_those_that_name_no_one_in_particular_are_marked() -> None:
    network = carried({"1": "ab", "2": "a"})
    network.nodes["a"]["generic"] = True
    assert "« A » (générique)" in read("engagements", network)
    assert "« B » (générique)" not in read("engagements", network)


def test_fragility_tells_whose_leaving_and_how_many() -> None:
    # a alone holds 1 and 2, c alone holds 3; 4 has two.
    said = read("fragilite", carried({"1": "a", "2": "a", "3": "c", "4": "ac"}))
    assert "Si « A » part, 2 objectifs" in said
    assert "3 objectifs sur 4 tiennent" in said
    assert "«" not in read("fragilite", carried({"1": "ab", "2": "ab"}))


def test_breaking_points_and_pieces() -> None:
    assert "« X »" in read("articulations", TWO_CLIQUES)
    assert "« X »" in read("morceaux", TWO_CLIQUES)
    safe = carried({"1": "abc", "2": "abc"})
    assert "«" not in read("articulation", safe) + read("morceaux", safe)
    assert "déjà en 2 morceaux" in read("morceaux", carried({"1": "abc", "2": "de"}))


def test_the_core_is_named_where_there_is_one() -> None:
    said = read("coeur", carried({"1": "abcd", "2": "abc", "3": "abc"}))
    assert "3 acteurs et 3 objectifs" in said
    assert "« D »" not in said
    assert "«" not in read("coeur", STAR)


def test_key_players_that_others_equal_are_told_so() -> None:
    said = read("cles_rupture", BRIDGES)
    assert "« A » et « B » partaient ensemble" in said
    assert "Aucun autre" in said
    many = read("cles_rupture", carried({"1": "abcde"}))
    assert "9 autres ensembles" in many


def test_a_search_that_may_miss_is_told_so() -> None:
    actors = tables(TWO_CLIQUES)[0]
    assert "approchée" in reading(
        "cles_rupture", TWO_CLIQUES, actors, changed(TWO_CLIQUES, "cles_rupture", exact=False)
    )
    unsought = changed(TWO_CLIQUES, "cles_rupture", exact=False, valeur=float("nan"))
    assert "Non cherché" in reading("cles_rupture", TWO_CLIQUES, actors, unsought)


def test_the_best_cover_is_not_the_most_committed() -> None:
    network = carried({"1": "ab", "2": "ab", "3": "ab", "4": "c", "5": "c"})
    assert "Ce ne sont pas les deux plus engagés" in read("cles_couverture", network)
    assert "les 5 objectifs" in read("cles_couverture", network)
    assert "plus engagés" not in read("cles_couverture", carried({"1": "a", "2": "b", "3": "a", "4": "bc"}))


def test_an_unknown_measure_is_a_key_error() -> None:
    with pytest.raises(KeyError):
        read("popularite", STAR)
