"""The two real plans; what is expected was read in the documents, by their lines."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from graph.checks import Check, Report, verify
from maillage.pipeline import read_graph

PLANS = Path(__file__).parent.parent / "plans"


@cache
def report(plan: str) -> Report:
    return verify(read_graph(PLANS / plan))


def chambery(code: str) -> list[Check]:
    return [check for check in report("grand-chambery-2021-2022").checks if check.code == code]


def albertville(code: str) -> list[Check]:
    return [check for check in report("albertville-2021").checks if check.code == code]


def lines(checks: list[Check]) -> list[list[int]]:
    """The numbers of the lines where checks are."""
    return [[int(place.locator.split()[-1]) for place in check.places] for check in checks]


def test_the_action_written_twice_in_chambery_comes_alone() -> None:
    assert lines(chambery("actions-proches")) == [[637, 640]]
    assert albertville("actions-proches") == []


def test_the_response_given_twice_in_albertville() -> None:
    assert lines(albertville("reponse-repetee")) == [[29, 30]]


def test_the_objective_of_chambery_with_one_partner() -> None:
    """Objective 18: État is a pilot too, and "un référent technique par commune" names no one (lines 758 to 760)."""
    [single] = chambery("partenaire-unique")
    assert "objectif 18" in single.message
    assert lines([single]) == [[759]]
    assert single.subject == "Equipe projet Ville / Agglomération"
    assert chambery("objectif-sans-partenaire") == []
    assert chambery("objectif-sans-pilote") == []


def test_the_loads_of_chambery_s_pilots() -> None:
    """Counted under each "Pilote": Grand Chambéry 15, Ville 11, Etat 6; the seven other named ones lead one each."""
    loads = [(check.subject, len(check.places)) for check in chambery("pilote-surcharge")]
    assert loads == [("Grand Chambéry", 15), ("Ville de Chambéry", 11), ("État", 6)]


def test_generic_pilots_and_partners_of_chambery() -> None:
    pilots = {check.subject: lines([check])[0] for check in chambery("pilote-generique")}
    assert pilots == {"Communes": [167], "Bailleurs sociaux": [168]}
    partners = {check.subject: lines([check])[0] for check in chambery("partenaire-generique")}
    assert partners["Bailleurs sociaux"] == [98, 135]
    assert partners["Communes"] == [176, 591]


def test_the_sum_of_chambery_that_disagrees() -> None:
    """120 + 18 = 138 M€ announced at line 52; lines 56 to 64 add up to 135,9."""
    [sum_] = chambery("somme-differente")
    assert sum_.places[0].locator == "ligne 52"
    assert "2,1" in sum_.message


def test_actors_of_chambery_that_one_line_names() -> None:
    once = {check.subject: lines([check])[0] for check in chambery("acteur-cite-une-fois")}
    assert once["Anah"] == [43]
    assert once["Compost Action"] == [102]
    assert once["Muay K1 Free team"] == [419]
    # Polymatheia stands at lines 437, 461 and 667, the CAF in eight objectives.
    assert not {"Polymatheia", "CAF"} & set(once)


def test_no_figure_of_the_two_plans_is_an_amount_without_unit() -> None:
    assert chambery("montant-sans-unite") == albertville("montant-sans-unite") == []


def test_albertville_names_no_pilot_nor_partner_of_an_objective() -> None:
    assert len(albertville("plan-sans-pilote")) == len(albertville("plan-sans-partenaire")) == 1
    assert albertville("objectif-sans-pilote") == albertville("objectif-sans-partenaire") == []


def test_the_measures_of_albertville_with_an_empty_cell_beside_them() -> None:
    unanswered = albertville("mesure-sans-reponse")
    expected = [8, 9, 11, 13, 15, 17, 24, 26, 27, 31, 33, 34, *range(36, 41), *range(45, 51), 52, 54, 55, 59]
    assert [line for [line] in lines(unanswered)] == expected
    crossed = [line for check, [line] in zip(unanswered, lines(unanswered), strict=True) if "croix" in check.message]
    assert crossed == [26, 27, 59]


def test_every_line_of_the_two_plans_is_read() -> None:
    """Chambéry: 524 lines with words, 86 of which are headings of sections ("Pilote :"); Albertville: 54 rows."""
    [chambery_lines] = report("grand-chambery-2021-2022").lines
    [albertville_lines] = report("albertville-2021").lines
    assert (chambery_lines.read, chambery_lines.unread) == (438, 0)
    assert (albertville_lines.read, albertville_lines.unread) == (54, 0)
