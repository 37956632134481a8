"""The tables of `mesures`: what each shows, from a plan of two objectives told by hand."""

from __future__ import annotations

import io

import openpyxl
import pytest

from graph.model import Graph
from graph.network import Choices
from graph.network.measures.definitions import MEASURES
from maillage.measures import VIEWS, network, of_actor, on_a_page, ranking, readings, suite, ties
from maillage.output import Table, tables_workbook
from tests.graphs import Told


@pytest.fixture
def plan() -> Graph:
    """The State pilots 1 with a club; the town pilots 2 alone; a bank lends 900 € and carries nothing."""
    told = Told("p")
    first, second = told.objective(1), told.objective(2)
    state, town, club = (told.actor(f"p/{name}", name.capitalize()) for name in ("etat", "ville", "club"))
    told.tie("PILOTS", state, first, basis="stated", quotes=["Pilote : État"], locators=["ligne 4"])
    told.tie("PARTNERS", club, first, basis="inferred")
    told.tie("PILOTS", town, second, basis="stated")
    bank = told.actor("p/banque", "Banque")
    loan = told.node("FundingSource", "p/banque/pret", quotes=["prêt"], name="Prêt", kind="prêt")
    told.tie("PROVIDES", bank, loan)
    told.tie("FUNDS", loan, second, amount=900, scope="local")
    return told.graph


def rows(table: Table) -> list[dict[str, object]]:
    return [dict(zip(table.columns, row, strict=True)) for row in table.rows]


def test_the_ranking_has_the_range_of_each_rank_and_says_what_it_counts(plan: Graph) -> None:
    table = ranking(plan, Choices())
    found = {row["acteur"]: row for row in rows(table)}
    assert {name: row["engagements"] for name, row in found.items()} == {"Club": 1, "Etat": 1, "Ville": 1}
    assert {name: row["fragilite"] for name, row in found.items()} == {"Club": 0, "Etat": 1, "Ville": 1}
    assert all(row["rang_bas"] == 1 and row["rang_haut"] == 3 for row in found.values())
    assert "objectifs" in table.meta[0]
    assert any("Banque" in line for line in table.meta)


def test_ranked_by_money_nobody_is_left_out(plan: Graph) -> None:
    table = ranking(plan, Choices(), "argent")
    assert next((row["rang"], row["acteur"], row["argent"]) for row in rows(table)) == (1, "Banque", 900)
    assert not any("Paient sans porter" in line for line in table.meta)


def test_stated_ties_only(plan: Graph) -> None:
    choices = Choices(basis=frozenset({"stated"}))
    assert {row["acteur"] for row in rows(ranking(plan, choices))} == {"Etat", "Ville"}
    assert {row["fondement"] for row in rows(ties(plan, choices))} == {"énoncé"}


def test_each_tie_has_its_sentence(plan: Graph) -> None:
    [row] = [row for row in rows(ties(plan, Choices())) if row["acteur"] == "Etat"]
    assert (row["role"], row["phrase"], row["emplacement"]) == ("pilote", "Pilote : État", "ligne 4")


def test_one_actor(plan: Graph) -> None:
    assert [row["acteur"] for row in rows(of_actor(suite(plan, Choices()), "p/etat"))] == ["Etat"]
    whole = network(plan, Choices())
    assert of_actor(whole, "p/etat") == whole


def test_on_a_page_the_range_of_a_rank_stands_beside_it(plan: Graph) -> None:
    first = rows(on_a_page(ranking(plan, Choices())))[0]
    assert (first["rang"], first["entre"]) == (1, "1–3")


def test_every_measure_has_its_reading_and_its_source(plan: Graph) -> None:
    found = rows(readings(plan, Choices()))
    assert len(found) == len(MEASURES)
    assert all(row["lecture"] and row["source"] and row["formule"] for row in found)


def test_a_workbook_of_all_views(plan: Graph) -> None:
    tables = [view(plan, Choices(), "engagements") for view in VIEWS.values()]
    book = openpyxl.load_workbook(io.BytesIO(tables_workbook(tables, "xlsx")))
    assert book.sheetnames == ["Classement", "Liens", "Suite", "Réseau", "Lectures"]
    assert all(sheet.max_row > 3 for sheet in book.worksheets)


def test_a_plan_without_any_tie_gives_empty_tables_and_no_error() -> None:
    told = Told("p")
    told.objective(1)
    for view in VIEWS.values():
        view(told.graph, Choices(), "engagements")
    assert ranking(told.graph, Choices()).rows == []
