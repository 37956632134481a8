"""What a rank is worth: draws against probabilities worked out by hand, other choices, doubtful names, sentences."""

from __future__ import annotations

import random
from dataclasses import replace
from itertools import product
from math import comb
from typing import Any

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.model import Graph, Node, Relationship
from graph.network import Choices, commitments
from graph.network.money import euros_by_actor
from graph.network.orphans import orphaned
from graph.network.robustness import (
    COLUMNS,
    MEANINGLESS,
    MEASURES,
    NEARLY,
    ROUGHLY,
    SEED,
    SOLID,
    UNTRIED,
    robustness,
    solidity,
)
from graph.network.robustness.ranking import last_places, min_ranks
from graph.network.robustness.sentences import whose_ranks
from graph.network.robustness.ties import Ties

DRAWN = {"engagements", "portee", "passerelle", "fragilite"}


def told(held: dict[str, str], *, generic: str = "", inferred: str = "", doubts: str = "", pilots: str = "") -> Graph:
    """Actors and the objectives they help with: {"a": "1 2", "a/service": "3"}; `doubts`: "a=b c=d".

    `generic` lists actors, `inferred` and `pilots` lists ties ("a:1").
    """
    graph = Graph([Node("Actor", id_, {"name": id_.upper(), "generic": id_ in generic.split()}) for id_ in held])
    places = {place for objectives in held.values() for place in objectives.split()}
    graph.nodes += [Node("Objective", f"p/objectif-{place}", {"name": f"Objectif {place}"}) for place in sorted(places)]
    for id_, objectives in held.items():
        for place in objectives.split():
            tie = f"{id_}:{place}"
            type_ = "PILOTS" if tie in pilots.split() else "PARTNERS"
            basis = "inferred" if tie in inferred.split() else "stated"
            graph.relationships.append(Relationship(type_, id_, f"p/objectif-{place}", {"basis": basis}))
    services = [(id_, id_.rpartition("/")[0]) for id_ in held if "/" in id_]
    graph.relationships += [Relationship("PART_OF", service, parent, {}) for service, parent in services]
    pairs = [pair.split("=") for pair in doubts.split()]
    graph.relationships += [Relationship("MAY_BE", one, other, {}) for one, other in pairs]
    return graph


def many(first: int, count: int) -> str:
    return " ".join(str(place) for place in range(first, first + count))


def rows(graph: Graph, choices: Choices | None = None, *args: Any, **options: Any) -> dict[str, dict[str, Any]]:
    frame = robustness(graph, choices or Choices(), *args, **options).frame
    return {row["id"]: row for row in frame.to_dict("records")}


def span(row: dict[str, Any], name: str) -> tuple[int, int]:
    return row[f"{name}_bas"], row[f"{name}_haut"]


# Ranks and words


def test_equal_values_share_the_first_of_their_places() -> None:
    values = np.array([[5.0, 7.0, 5.0, 1.0], [0.0, 0.0, 0.0, 0.0]])
    assert min_ranks(values).tolist() == [[2, 1, 2, 4], [1, 1, 1, 1]]
    assert last_places(values).tolist() == [[3, 1, 3, 4], [4, 4, 4, 4]]


@pytest.mark.parametrize(
    ("rank", "low", "high", "actors", "word"),
    [
        (1, 1, 1, 2, SOLID),
        (1, 1, 1, 1, MEANINGLESS),
        (1, 1, 2, 4, SOLID),
        (1, 1, 2, 3, MEANINGLESS),
        (2, 1, 3, 100, SOLID),
        (1, 1, 3, 100, NEARLY),
        (5, 1, 10, 100, NEARLY),
        (5, 1, 10, 40, NEARLY),
        (5, 1, 10, 39, ROUGHLY),
        (18, 10, 18, 18, ROUGHLY),
        (5, 1, 11, 100, ROUGHLY),
        (5, 1, 50, 100, ROUGHLY),
        (5, 1, 51, 100, MEANINGLESS),
    ],
)
def test_a_rank_is_worth_what_its_range_covers(rank: int, low: int, high: int, actors: int, word: str) -> None:
    assert solidity(rank, low, high, actors) == word


def test_ex_aequo_stand_in_order_of_name() -> None:
    graph = told({"a": "1", "b": "2", "c": "3"})
    graph.nodes[:3] = [
        Node("Actor", id_, {"name": name}) for id_, name in [("a", "Zoé"), ("b", "Éole"), ("c", "Fleur")]
    ]
    assert robustness(graph, Choices()).frame["acteur"].tolist() == ["Éole", "Fleur", "Zoé"]


# Draws


def test_a_hub_keeps_the_first_place() -> None:
    # The hub has 60 of 64 lines: that another one be drawn as often has a chance under 10 to the power -50.
    result = robustness(told({"hub": many(1, 60), "b": "1", "c": "2", "d": "3", "e": "4"}), Choices())
    first, *others = result.frame.to_dict("records")
    assert (first["id"], first["rang"], first["ex_aequo"], first["tirages_premier"]) == ("hub", 1, 1, 1.0)
    assert (span(first, "rang"), first["solidite"], result.head) == ((1, 1), SOLID, 1)
    # The four others may follow in any order: places 2 to 5 of 5.
    assert {(row["rang"], row["ex_aequo"], span(row, "rang"), row["solidite"]) for row in others} == {
        (2, 4, (2, 5), MEANINGLESS)
    }


def test_two_equal_hubs_stand_apart_together_and_neither_is_first() -> None:
    graph = told({"a": many(1, 60), "b": many(61, 60), "c": "1", "d": "2", "e": "3", "f": "4"})
    result = robustness(graph, Choices())
    assert result.head == 2
    assert result.frame["rang"].tolist() == [1, 1, 3, 3, 3, 3]
    assert span(result.frame.to_dict("records")[0], "tirages") == (1, 2)
    assert any("2 premiers" in sentence for sentence in result.sentences)


def test_where_all_are_equal_no_rank_means_anything() -> None:
    result = robustness(
        told({name: place for place, name in enumerate("abcdef", 1) for place in [str(place)]}), Choices()
    )
    assert {(row["rang"], row["ex_aequo"], span(row, "rang")) for row in result.frame.to_dict("records")} == {
        (1, 6, (1, 6))
    }
    assert set(result.frame["solidite"]) == {MEANINGLESS}
    assert result.head == 0
    assert len(result.sentences) == 1


def test_draws_of_lines_follow_the_multinomial_law() -> None:
    # Three lines drawn, A's with a chance of 2/3 each: A has 2 or 3 of them 20 times in 27, else B is ahead.
    found = rows(told({"a": "1 2", "b": "3"}), draws=20_000)
    assert found["a"]["tirages_premier"] == pytest.approx(20 / 27, abs=0.01)
    assert found["b"]["tirages_premier"] == pytest.approx(7 / 27, abs=0.01)
    assert span(found["a"], "tirages") == span(found["b"], "tirages") == (1, 2)


def test_an_actor_is_first_alone_or_not_at_all() -> None:
    # Four lines, two each: one is ahead with 3 or 4 of them, 5 times in 16; 2 and 2 the other 6 times.
    found = rows(told({"a": "1 2", "b": "3 4"}), draws=20_000)
    assert found["a"]["tirages_premier"] == pytest.approx(5 / 16, abs=0.01)
    assert found["b"]["tirages_premier"] == pytest.approx(5 / 16, abs=0.01)


@pytest.mark.parametrize(("lines", "held", "open_"), [(9, 2, True), (7, 1, False)])
def test_the_interval_leaves_out_one_draw_in_forty_at_each_end(lines: int, held: int, open_: bool) -> None:
    # Lines in odd number, so that A or B is ahead: B with more than half of the draws, each his in held / lines.
    ahead = sum(comb(lines, k) * held**k * (lines - held) ** (lines - k) for k in range(lines // 2 + 1, lines + 1))
    assert (1 / 40 < ahead / lines**lines < 1 / 20) if open_ else (1 / 200 < ahead / lines**lines < 1 / 40)
    found = rows(told({"a": many(1, lines - held), "b": many(lines, held)}), draws=20_000)
    assert span(found["a"], "tirages") == ((1, 2) if open_ else (1, 1))
    assert span(found["b"], "tirages") == ((1, 2) if open_ else (2, 2))


def test_for_paths_each_tie_is_left_out_one_time_in_ten() -> None:
    # A – 1 – B – 2 – C: B bridges A and C, or A and 2, or 1 and C: wherever both its ties are kept.
    found = rows(told({"a": "1", "b": "1 2", "c": "2"}), Choices(), "passerelle", draws=20_000)
    assert found["b"]["tirages_premier"] == pytest.approx(0.9**2, abs=0.01)
    assert found["a"]["tirages_premier"] == found["c"]["tirages_premier"] == 0
    # Where nobody bridges (19 draws in 100) all three are ex æquo, in any order.
    assert span(found["b"], "tirages") == span(found["a"], "tirages") == (1, 3)


def test_fragility_is_drawn_by_targets_and_no_draw_makes_a_target_fragile() -> None:
    # Only D is alone, on 1, which is kept nine times in ten; A, B and C never are.
    found = rows(told({"a": "2 3", "b": "2 4", "c": "3 4", "d": "1"}), Choices(), "fragilite", draws=20_000)
    assert found["d"]["tirages_premier"] == pytest.approx(0.9, abs=0.01)
    assert [found[id_]["tirages_premier"] for id_ in "abc"] == [0, 0, 0]
    # A is ahead of B where it keeps both, or one while B loses its own: 0.9 ** 3 + (1 - 0.1 ** 2) * 0.1.
    alone = rows(told({"a": "1 2", "b": "3"}), Choices(), "fragilite", draws=20_000)
    assert alone["a"]["tirages_premier"] == pytest.approx(0.729 + 0.099, abs=0.01)


def test_the_sentences_say_what_was_drawn() -> None:
    graph = told({"a": "1", "b": "1 2", "c": "2 3"})
    drawn = {by: next(s for s in robustness(graph, Choices(), by).sentences if "graine" in s) for by in DRAWN}
    assert "une fois sur dix" in drawn["passerelle"]
    assert "chaque lien" in drawn["passerelle"]
    assert "chaque objectif ou action" in drawn["fragilite"]
    assert "5 liens" in drawn["engagements"]


def test_draws_by_blocks_are_the_same_draws(monkeypatch: pytest.MonkeyPatch) -> None:
    graph = told({"a": "1 2 3", "b": "1 4", "c": "2"})
    whole = robustness(graph, Choices()).frame
    monkeypatch.setattr("graph.network.robustness.draws.CELLS", 20)
    pd.testing.assert_frame_equal(whole, robustness(graph, Choices()).frame)


def test_the_seed_is_told_and_changes_the_draws() -> None:
    graph = told({"a": "1 2 3 4", "b": "1 4 5", "c": "2 5"})
    default, other = robustness(graph, Choices()), robustness(graph, Choices(), seed=7)
    assert (default.draws, default.seed, other.seed) == (1000, SEED, 7)
    assert any(f"graine {SEED}" in sentence for sentence in default.sentences)
    assert any("graine 7" in sentence for sentence in other.sentences)
    assert default.frame["tirages_premier"].tolist() != other.frame["tirages_premier"].tolist()


# Other choices


def test_rolling_services_up_takes_the_first_place() -> None:
    found = rows(told({"ville": "1 2", "ville/ecoles": "3 4", "club": "5 6 7"}))
    assert (found["ville"]["rang"], found["ville"]["choix_bas"]) == (2, 1)
    assert found["ville"]["choix_bas_par"] == "services regroupés"
    assert (found["club"]["rang"], found["club"]["choix_haut"]) == (1, 2)
    assert found["club"]["choix_haut_par"] == "services regroupés"
    # The service has no rank of its own there.
    assert span(found["ville/ecoles"], "choix") == (2, 2)


def test_an_organisation_without_ties_of_its_own_has_no_rank_apart_from_its_services() -> None:
    found = rows(told({"ville": "", "ville/ecoles": "1 2", "club": "3"}), Choices(regroup=True))
    assert set(found) == {"ville", "club"}
    assert span(found["ville"], "choix") == (1, 1)
    # Apart, the service has two ties and the club still comes second.
    assert span(found["club"], "choix") == (2, 2)


def test_without_generic_actors_the_others_move_up() -> None:
    found = rows(told({"bailleurs": "1 2 3", "club": "4 5", "mlj": "6"}, generic="bailleurs"))
    assert (span(found["club"], "choix"), found["club"]["choix_bas_par"]) == ((1, 2), "sans les acteurs génériques")
    assert span(found["mlj"], "choix") == (2, 3)
    assert span(found["bailleurs"], "choix") == (1, 1)


def test_a_generic_actor_far_ahead_stands_in_every_choice_but_the_one_without_it() -> None:
    held = {"bailleurs": many(1, 60), "b": "1", "c": "2", "d": "3"}
    named, generic = (robustness(told(held, generic=who), Choices()) for who in ("", "bailleurs"))
    assert (named.head, generic.head) == (1, 0)


def test_an_actor_of_inferred_ties_only_ranks_last_without_them() -> None:
    graph = told({"a": "1 2", "b": "1 3 4", "c": "5"}, inferred="b:1 b:3 b:4")
    found = rows(graph)
    assert {id_: span(row, "choix") for id_, row in found.items()} == {"b": (1, 3), "a": (1, 2), "c": (2, 3)}
    assert found["b"]["choix_haut_par"] == "liens énoncés seulement"


def test_a_choice_that_leaves_nobody_is_told_and_moves_no_rank() -> None:
    result = robustness(told({"a": "1 2", "b": "3"}, inferred="a:1 a:2 b:3"), Choices())
    assert result.frame["choix_haut"].tolist() == [1, 2]
    assert any("liens énoncés seulement" in sentence for sentence in result.sentences)


def test_the_nearest_of_two_choices_is_named() -> None:
    # Generic actors out puts the club first, with services apart or not.
    found = rows(told({"bailleurs": "1 2 3", "club": "4 5", "ville": "6", "ville/s": "6"}, generic="bailleurs"))
    assert found["club"]["choix_bas_par"] == "sans les acteurs génériques"


# Doubtful names


def test_two_names_that_may_be_one_take_the_first_place_together() -> None:
    # C and B share objective 8: as one they have six, more than A's five.
    found = rows(told({"a": "1 2 3 4 5", "b": "6 7 8", "c": "8 9 10 11"}, doubts="b=c"))
    assert (span(found["c"], "choix"), found["c"]["choix_bas_par"]) == ((1, 2), "B et C réunis")
    assert (span(found["a"], "choix"), found["a"]["choix_haut_par"]) == ((1, 2), "B et C réunis")
    assert (found["b"]["peut_etre"], found["c"]["peut_etre"], found["a"]["peut_etre"]) == ("C", "B", "")
    # The smaller goes by the other's name, and has no rank of its own.
    assert span(found["b"], "choix") == (3, 3)


def test_what_two_names_share_counts_once() -> None:
    # As one, B and C have six, as A has: never ahead of A.
    found = rows(told({"a": "1 2 3 4 5 12", "b": "6 7 8", "c": "8 9 10 11"}, doubts="b=c"))
    assert span(found["a"], "choix") == (1, 1)
    assert span(found["c"], "choix") == (1, 2)


def test_all_doubtful_names_together_may_change_what_none_does_alone() -> None:
    graph = told({"a": "1 2 3 4 5", "b": "6 7", "c": "8 9", "d": "10 11"}, doubts="b=c c=d")
    found = rows(graph)
    # B and C have four, second before D; so have C and D, before B; the three have six, before A.
    assert {id_: span(row, "choix") for id_, row in found.items()} == {
        "a": (1, 2),
        "b": (1, 3),
        "c": (1, 2),
        "d": (1, 3),
    }
    assert found["a"]["choix_haut_par"] == found["c"]["choix_bas_par"] == "tous les noms douteux réunis"


def test_a_doubtful_name_that_is_not_ranked_changes_nothing() -> None:
    graph = told({"a": "1 2", "b": "3", "absent": ""}, doubts="b=absent")
    assert [span(row, "choix") for row in rows(graph).values()] == [(1, 1), (2, 2)]


def test_doubtful_services_of_one_organisation_are_one_already_when_rolled_up() -> None:
    graph = told({"ville": "", "ville/a": "1 2", "ville/b": "3 4", "club": "5 6 7"}, doubts="ville/a=ville/b")
    assert rows(graph)["ville/a"]["choix_bas_par"] == "VILLE/A et VILLE/B réunis"
    assert rows(graph, Choices(regroup=True))["ville"]["peut_etre"] == ""


def test_a_doubt_on_a_service_is_one_on_its_organisation_when_rolled_up() -> None:
    graph = told({"ville": "1", "ville/a": "2 3", "club": "4 5", "mlj": "6 7 8 9"}, doubts="ville/a=club")
    found = rows(graph, Choices(regroup=True))
    assert found["ville"]["peut_etre"] == "CLUB"
    # Five as one, before MLJ; with services apart, one of its own, behind all.
    assert (span(found["ville"], "choix"), found["ville"]["choix_bas_par"]) == ((1, 4), "VILLE et CLUB réunis")


# Measures


def test_reach_ranks_as_commitments_do() -> None:
    graph = told({"a": "1 2 3", "b": "3 4", "c": "1"}, doubts="b=c")
    engaged, reach = (robustness(graph, Choices(), name).frame for name in ("engagements", "portee"))
    pd.testing.assert_frame_equal(engaged.drop(columns="valeur"), reach.drop(columns="valeur"))
    assert reach["valeur"].tolist() == pytest.approx([3 / 4, 2 / 4, 1 / 4])


def test_fragility_counts_the_targets_left_orphaned() -> None:
    graph = told({"a": "1 2 3", "b": "2", "c": "1 4 5"}, pilots="a:1 a:2")
    frame = robustness(graph, Choices(), "fragilite").frame
    # A alone pilots 1 and 2 and is alone on 3; C is alone on 4 and 5.
    assert dict(zip(frame["id"], frame["valeur"], strict=True)) == {"a": 3, "c": 2, "b": 0}


def funded() -> Graph:
    """A lends 900 to 1; B gives 500 and 100, C 300; D helps and pays nothing."""
    graph = told({"a": "1", "b": "1", "c": "1", "d": "1"})
    for actor, kind, *amounts in [("a", "prêt", 900), ("b", "subvention", 500, 100), ("c", "subvention", 300)]:
        graph.nodes.append(Node("FundingSource", f"{actor} / {kind}", {"name": kind, "kind": kind}))
        graph.relationships.append(Relationship("PROVIDES", actor, f"{actor} / {kind}", {}))
        for place, amount in enumerate(amounts):
            properties = {"amount": amount, "reference": f"{place}", "document": "p/plan.txt"}
            graph.relationships.append(Relationship("FUNDS", f"{actor} / {kind}", "p/objectif-1", properties))
    return graph


def test_money_is_ranked_with_and_without_loans_and_is_not_drawn() -> None:
    graph = funded()
    result = robustness(graph, Choices(), "argent")
    found = {row["id"]: row for row in result.frame.to_dict("records")}
    assert {id_: row["valeur"] for id_, row in found.items() if row["valeur"]} == euros_by_actor(graph)
    assert result.draws == 0
    assert result.frame["tirages_bas"].isna().all()
    # Without the loan B is first, C second, and A behind, with D.
    assert {id_: span(row, "choix") for id_, row in found.items()} == {
        "a": (1, 3), "b": (1, 2), "c": (2, 3), "d": (3, 4)
    }  # fmt: skip
    assert found["b"]["choix_bas_par"] == "sans les prêts"


def test_where_choices_alone_decide_ex_aequo_do_not_stand_apart() -> None:
    graph = told({"a": "1", "b": "1", "c": "1", "d": "1"})
    for actor, amount in [("a", 500), ("b", 100), ("c", 100)]:
        graph.nodes.append(Node("FundingSource", f"{actor} / don", {"name": "Don"}))
        graph.relationships.append(Relationship("PROVIDES", actor, f"{actor} / don", {}))
        graph.relationships.append(Relationship("FUNDS", f"{actor} / don", "p/objectif-1", {"amount": amount}))
    # D gives nothing: that three are above it is no head of a ranking of money.
    assert robustness(graph, Choices(), "argent").head == 1


def test_money_is_drawn_by_grants_where_asked_for() -> None:
    lines = [("a", 900), ("b", 500), ("b", 100), ("c", 300)]
    ahead = 0
    for drawn in product(lines, repeat=4):
        euros = {id_: sum(amount for who, amount in drawn if who == id_) for id_ in "abc"}
        ahead += euros["a"] > max(euros["b"], euros["c"])
    found = rows(funded(), Choices(), "argent", draws=20_000)
    assert found["a"]["tirages_premier"] == pytest.approx(ahead / 4**4, abs=0.01)
    assert found["d"]["tirages_premier"] == 0


def test_a_doubtful_pair_is_one_actor_of_the_network_too() -> None:
    # A – 1 – B and C – 2 – D: no one bridges, but for B and C as one.
    found = rows(told({"a": "1", "b": "1", "c": "2", "d": "2"}, doubts="b=c"), Choices(), "passerelle")
    assert {row["rang"] for row in found.values()} == {1}
    assert {id_: row["choix_haut"] for id_, row in found.items()} == {"a": 2, "b": 1, "c": 1, "d": 2}


def test_both_roles_stay_when_two_names_are_one() -> None:
    # C pilots 1, B and D help: as one, B and C are its only pilot, so that it hangs on them.
    graph = told({"b": "1", "c": "1", "d": "1"}, pilots="c:1")
    ties = Ties.of_network(Choices().network(graph)).united([(0, 1)])
    assert len(ties) == 2
    assert orphaned(ties.network()) == {"b": {"p/objectif-1"}, "c": frozenset(), "d": frozenset()}


def test_an_unknown_measure_is_refused() -> None:
    with pytest.raises(KeyError):
        robustness(told({"a": "1"}), Choices(), "prestige")


# What cannot be said


def test_what_was_not_drawn_is_not_called_sure() -> None:
    slow = replace(MEASURES["passerelle"], cost=lambda ties: 0.5)
    graph = told({"a": many(1, 20), "b": "1", "c": "2", "d": "3", "e": "4", "f": "5"})
    result = robustness(graph, Choices(), slow)
    assert (result.draws, result.head) == (0, 0)
    assert result.frame["solidite"].tolist() == [UNTRIED, *[MEANINGLESS] * 5]
    assert result.frame.dtypes["tirages_bas"] == "Int64"
    assert not any("sûre" in sentence for sentence in result.sentences)
    assert robustness(graph, Choices(), "passerelle").head == 1


def test_draws_not_asked_for_are_not_made_and_nothing_is_sure() -> None:
    result = robustness(told({"a": many(1, 60), "b": "1", "c": "2"}), Choices(), draws=0)
    assert (result.draws, result.head, result.frame["solidite"][0]) == (0, 0, UNTRIED)
    assert any("non demandés" in sentence for sentence in result.sentences)


def test_what_is_too_slow_is_ranked_and_nothing_more() -> None:
    slow = replace(MEASURES["passerelle"], cost=lambda ties: 60.0)
    found = rows(told({"g": "1 2", "a": "2 3", "b": "3"}, generic="g", doubts="a=b"), Choices(), slow)
    assert [row["choix_bas"] for row in found.values()] == [row["rang"] for row in found.values()]
    assert found["b"]["peut_etre"] == "A"


@pytest.mark.parametrize("measure", MEASURES)
@pytest.mark.parametrize("held", [{}, {"a": ""}, {"a": "1"}, {"a": "1 2"}, {"a": "1", "b": "1"}])
def test_small_graphs_have_their_columns_and_a_sentence(measure: str, held: dict[str, str]) -> None:
    result = robustness(told(held), Choices(), measure)
    assert {name: str(dtype) for name, dtype in result.frame.dtypes.items()} == {
        name: str(dtype) for name, dtype in pd.DataFrame(columns=list(COLUMNS)).astype(COLUMNS).dtypes.items()
    }
    assert result.sentences
    assert set(result.frame["solidite"]) <= {MEANINGLESS}


def test_the_sentences_tell_what_hangs_on_choices() -> None:
    graph = told({"ville": "1 2", "ville/ecoles": "3 4", "club": "5 6 7"})
    sentences = robustness(graph, Choices()).sentences
    assert any("VILLE passe du rang 2 au rang 1" in words and "services regroupés" in words for words in sentences)


def test_a_first_place_without_meaning_is_said_so_and_so_are_the_others() -> None:
    # Everything ties or nearly: with four lines for three actors any of them may stand anywhere.
    result = robustness(told({"a": "1 2", "b": "3", "c": "4"}), Choices())
    assert set(result.frame["solidite"]) == {MEANINGLESS}
    assert "ne veut rien dire" in result.sentences[0]
    assert any("Aucun rang" in said for said in result.sentences)


def test_how_many_ranks_mean_nothing_is_said_wherever_they_stand() -> None:
    # B to H have a line each, in any order; A and Z have three and ninety.
    held = {"a": many(1, 3), **dict.fromkeys("bcdefgh", "1"), "z": many(20, 90)}
    result = robustness(told(held), Choices())
    count = (result.frame["solidite"] == MEANINGLESS).sum()
    assert 0 < count < len(held)
    assert any(f"{count} acteurs sur {len(held)}" in said for said in result.sentences)


@pytest.mark.parametrize(
    ("worths", "said"),
    [
        ([NEARLY, MEANINGLESS, MEANINGLESS], "À partir du rang 2"),
        ([MEANINGLESS, MEANINGLESS, ROUGHLY], "Du rang 1 au rang 2"),
        ([MEANINGLESS, ROUGHLY, MEANINGLESS], "Le rang de 2 acteurs sur 3"),
    ],
)
def test_meaningless_ranks_are_told_by_where_they_stand(worths: list[str], said: str) -> None:
    frame = pd.DataFrame({"rang": [1, 2, 3], "solidite": worths})
    assert said in whose_ranks(frame[frame["solidite"] == MEANINGLESS], frame)


def test_a_first_place_shared_under_a_choice_has_that_in_its_range() -> None:
    # Stated only, A and B have two each: A is first there too, but may come second.
    found = rows(told({"a": "1 2 3", "b": "4 5", "c": "6"}, inferred="a:3"), draws=0)
    assert (span(found["a"], "choix"), span(found["a"], "rang")) == ((1, 1), (1, 2))


def test_generic_actors_are_marked_and_nobody_is_given_a_gender() -> None:
    result = robustness(told({"bailleurs": "1 2", "club": "3"}, generic="bailleurs"), Choices())
    assert "BAILLEURS (générique)" in result.sentences[0]
    assert "seul en tête" not in " ".join(result.sentences)


def test_one_is_singular() -> None:
    assert robustness(told({"a": "1"}), Choices()).title.endswith("1 acteur, 1 lien")


def test_an_amount_below_zero_puts_nobody_first() -> None:
    graph = told({"a": "1", "b": "1"})
    graph.nodes.append(Node("FundingSource", "a / don", {"name": "Don"}))
    graph.relationships.append(Relationship("PROVIDES", "a", "a / don", {}))
    graph.relationships.append(Relationship("FUNDS", "a / don", "p/objectif-1", {"amount": -5000}))
    (said,) = robustness(graph, Choices(), "argent").sentences
    assert "aucun montant compté" in said
    assert "Première place" not in said


def test_where_nobody_is_ranked_the_level_that_names_some_is_said() -> None:
    graph = told({"a": "1"})
    graph.nodes.append(Node("Action", "p/objectif-1/action-1", {"name": "Lire"}))
    (said,) = robustness(graph, Choices("action")).sentences
    assert "niveau « objectif »" in said
    (none,) = robustness(told({"a": ""}), Choices()).sentences
    assert "niveau" not in none


def test_the_title_says_what_is_counted() -> None:
    title = robustness(told({"a": "1"}), Choices(regroup=True)).title
    assert "comptés : objectifs, services regroupés" in title


# Whatever the graph

NAMES = ["a", "a/s", "a/t", "b", "b/s", "c", "d", "e"]


@st.composite
def graphs(draw: st.DrawFn) -> Graph:
    ids = st.sampled_from(NAMES)
    ties = draw(st.sets(st.tuples(ids, st.integers(1, 6)), min_size=1, max_size=24))
    held = {name: " ".join(str(place) for who, place in sorted(ties) if who == name) for name in NAMES}
    some = st.sets(st.sampled_from(sorted(ties)), max_size=8)
    inferred, pilots = (" ".join(f"{who}:{place}" for who, place in sorted(draw(some))) for _ in range(2))
    doubts = draw(st.sets(st.tuples(ids, ids).filter(lambda pair: pair[0] < pair[1]), max_size=3))
    return told(
        held,
        generic=" ".join(draw(st.sets(ids, max_size=2))),
        inferred=inferred,
        pilots=pilots,
        doubts=" ".join(f"{one}={other}" for one, other in sorted(doubts)),
    )


choices_of = st.builds(Choices, regroup=st.booleans(), generic=st.booleans())


def shuffled(graph: Graph, seed: int) -> Graph:
    nodes, ties = list(graph.nodes), list(graph.relationships)
    random.Random(seed).shuffle(nodes)
    random.Random(seed).shuffle(ties)
    return Graph(nodes, ties)


@settings(max_examples=40, deadline=None)
@given(graphs(), choices_of, st.sampled_from(sorted(MEASURES)), st.integers(0, 9))
def test_the_order_of_the_graph_changes_nothing(graph: Graph, choices: Choices, measure: str, seed: int) -> None:
    one, other = (robustness(g, choices, measure, draws=30) for g in (graph, shuffled(graph, seed)))
    pd.testing.assert_frame_equal(one.frame, other.frame)
    assert one.sentences == other.sentences


@settings(max_examples=40, deadline=None)
@given(graphs(), choices_of, st.sampled_from(sorted(DRAWN)))
def test_ranges_hold_ranks_and_ex_aequo(graph: Graph, choices: Choices, measure: str) -> None:
    frame = robustness(graph, choices, measure, draws=60).frame
    for row in frame.to_dict("records"):
        assert row["rang"] == 1 + (frame["valeur"] > row["valeur"]).sum()
        assert row["ex_aequo"] == (frame["valeur"] == row["valeur"]).sum()
        lows = [row["rang"], row["choix_bas"]] + [row["tirages_bas"]] * (len(frame) > 1)
        highs = [row["rang"] + row["ex_aequo"] - 1, row["choix_haut"]] + [row["tirages_haut"]] * (len(frame) > 1)
        # Under another choice an actor may share its rank with others: its place is then the last of theirs.
        assert row["rang_bas"] == min(lows)
        assert row["rang_haut"] >= max(highs)
        assert row["choix_bas"] <= row["rang"] <= row["choix_haut"]
        assert (row["choix_bas_par"] == "") == (row["choix_bas"] == row["rang"])
        assert (row["choix_haut_par"] == "") == (row["choix_haut"] == row["rang"])
    assert frame["tirages_premier"].sum() <= 1 + 1e-9


@settings(max_examples=30, deadline=None)
@given(graphs(), st.builds(Choices, generic=st.booleans()))
def test_choices_give_the_ranks_of_the_tables_of_those_choices(graph: Graph, choices: Choices) -> None:
    graph.relationships = [tie for tie in graph.relationships if tie.type != "MAY_BE"]
    found = rows(graph, choices, draws=1)
    expected = {id_: {row["rang"]} for id_, row in found.items()}
    generic = {node.id for node in graph.by_label("Actor") if node.properties["generic"]}
    for other in choices.others():
        options = {"regroup": other.regroup, "generic": other.generic, "basis": other.basis}
        frame = commitments(graph, **options)
        there = dict(zip(frame["id"], frame["rang"], strict=True))
        for id_ in found if there else ():
            rolled_up, left_out = other.regroup and "/" in id_, not other.generic and id_ in generic
            if not rolled_up and not left_out:
                expected[id_].add(there.get(id_, len(there) + 1))
    assert {id_: span(row, "choix") for id_, row in found.items()} == {
        id_: (min(ranks), max(ranks)) for id_, ranks in expected.items()
    }


@settings(max_examples=40, deadline=None)
@given(graphs(), st.sampled_from(["engagements", "passerelle", "fragilite"]))
def test_one_doubtful_pair_ranks_as_the_graph_where_it_is_one_actor(graph: Graph, measure: str) -> None:
    plain = [tie for tie in graph.relationships if tie.type not in ("MAY_BE", "PART_OF")]
    nodes = [replace(node, properties={**node.properties, "generic": False}) for node in graph.nodes]
    stated = [replace(tie, properties={"basis": "stated"}) for tie in plain]
    apart = rows(Graph(nodes, [*stated, Relationship("MAY_BE", "a", "b", {})]), Choices(), measure, draws=1)
    one = [replace(tie, start="a" if tie.start == "b" else tie.start) for tie in stated]
    together = rows(Graph(nodes, one), Choices(), measure, draws=1)
    if {"a", "b"} <= set(apart):
        for id_ in set(apart) - {"a", "b"}:
            ranks = {apart[id_]["rang"], together[id_]["rang"]}
            assert span(apart[id_], "choix") == (min(ranks), max(ranks))
