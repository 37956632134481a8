"""What a real plan loses when partners leave, worked out by reading it; the lines read stand beside each."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.model import Graph
from graph.network.choices import Choices
from graph.network.departure import departure
from graph.network.departure.losses import Loss
from graph.network.departure.risks import risks
from maillage.pipeline import read_graph

CHAMBERY = Path(__file__).parent.parent / "plans/grand-chambery-2021-2022"
NAMED = Choices(generic=False)


@pytest.fixture(scope="module")
def chambery() -> Graph:
    return read_graph(CHAMBERY)


def real(name: str) -> str:
    return f"grand-chambery/{name}"


def numbers(losses: tuple[Loss, ...]) -> list[int]:
    return [int(loss.target.rpartition("-")[2]) for loss in losses]


def test_the_agglomeration_leaves(chambery: Graph) -> None:
    """Alone pilot of 3, 13 and 15 (lines 130, 584, 662), elsewhere with others; each keeps several partners.

    Under 3, 9 actions under way and 2 to come (lines 113 to 126); under 13, 8 with their sub-actions, and 5 (lines
    565 to 580); under 15, 13 and 11 (lines 632 to 658). None has a pilot of its own. 7,3 M€ (line 58).
    """
    found = departure(chambery, real("grand-chambery"))
    assert numbers(found.objectives.without_pilot) == [3, 13, 15]
    assert found.objectives.without_actor == found.objectives.single_actor == ()
    assert {told.locator for loss in found.objectives.without_pilot for told in loss.ties} == {
        "ligne 130",
        "ligne 584",
        "ligne 662",
    }
    assert len(found.actions_below) == (9 + 2) + (8 + 5) + (13 + 11)
    assert (found.euros, found.loans) == (7_300_000, 0)
    assert found.cut_off == ()


def test_two_who_pilot_an_objective_together_leave(chambery: Graph) -> None:
    """CAF and Département are the pilots of 7 (lines 311, 312): one alone leaves it led, both do not."""
    caf, council = real("caf"), real("conseil-departemental-de-la-savoie")
    assert not departure(chambery, caf).objectives
    assert not departure(chambery, council).objectives
    assert numbers(departure(chambery, [caf, council]).objectives.without_pilot) == [7]


def test_the_three_who_lead_most_leave(chambery: Graph) -> None:
    """Of the 19 lists of pilots, those of 1, 4, 7, 8 and 16 name someone else (lines 39, 167, 311, 362, 695).

    14 is then left to the Département (line 618). At 18 two partners stay (lines 759, 760), the second of them generic.
    """
    three = [real("grand-chambery"), real("ville-de-chambery"), "etat"]
    lost = departure(chambery, three).objectives
    assert numbers(lost.without_pilot) == [2, 3, 5, 6, 9, 10, 11, 12, 13, 14, 15, 17, 18, 19]
    assert numbers(lost.single_actor) == [14]
    # 4 then has « Communes » and « Bailleurs sociaux » for pilots, who are no one in particular (lines 167, 168).
    named = departure(chambery, three, NAMED).objectives
    assert set(numbers(named.without_pilot)) - set(numbers(lost.without_pilot)) == {4}
    assert numbers(named.single_actor) == [14, 18]


def test_a_lender_leaves(chambery: Graph) -> None:
    """8,2 M€ of loans (line 60), and nothing else: partner, with others, of 1 and 3 (lines 43, 137)."""
    found = departure(chambery, "action-logement")
    assert (found.euros, found.loans) == (0, 8_200_000)
    assert not found.objectives
    assert len(found.objectives.touched) == 2


def test_the_pilot_of_equality_leaves(chambery: Graph) -> None:
    """Only pilot of 16 (line 695), over 5 actions (lines 685 to 692); 4 partners stay (lines 698 to 701)."""
    found = departure(chambery, real("ddetspp"))
    (lost,) = found.objectives.without_pilot
    assert (numbers((lost,)), len(lost.staying), len(found.actions_below)) == ([16], 4, 5)


def test_the_landlords_leave(chambery: Graph) -> None:
    """89,3 M€ from the landlords, 93 % of them from one that is named (line 56), who stays."""
    found = departure(chambery, real("bailleurs-sociaux"))
    assert found.euros == 89_300_000
    assert found.money[0].kept_shares == (real("cristal-habitat/participation"),)
    one = departure(chambery, real("cristal-habitat"))
    assert (one.euros, one.money[0].source.share) == (0, 0.93)


def test_the_gravest_departures_of_a_real_plan(chambery: Graph) -> None:
    """The five objectives with one pilot: 2 (line 91), 3, 13, 15 (lines 130, 584, 662) and 16 (line 695).

    DDETSPP is before Ville: as many objectives, but two actions that name no one else (lines 485, 685) against one
    (line 527). No objective is left with one actor by a single departure: 14 has the fewest, four (lines 612 to 618).
    """
    frame = risks(chambery)
    assert list(zip(frame["id"][:3], frame["objectifs_orphelins"][:3], strict=True)) == [
        (real("grand-chambery"), 3),
        (real("ddetspp"), 1),
        (real("ville-de-chambery"), 1),
    ]
    assert list(frame["actions_orphelines"][1:3]) == [2, 1]
    assert frame["objectifs_orphelins"].sum() == 5
    assert frame["objectifs_un_acteur"].sum() == 0
