"""Maillage's own workbook, as a team fills it: what its columns say is in the graph, and nothing else."""

from __future__ import annotations

import pytest

from graph.actors.ledger import Decision, Ledger
from graph.errors import InputError
from graph.model import Graph
from tests.model_made import codes, filled, places, read_parts

PLAN = "montfleur-2025-2030"
ONE = {"number": "1", "title": "Aider"}


def ties(graph: Graph, *types: str) -> set[tuple[str, str, str]]:
    return {
        (tie.start.removeprefix("montfleur/"), tie.type, tie.end.removeprefix(PLAN)) for tie in graph.by_type(*types)
    }


def test_objectives_stand_below_the_axis_that_holds_until_the_next() -> None:
    rows = [
        {"axis_number": "1", "axis_title": "Emploi", "number": "1", "title": "Aider"},
        {"number": "2", "title": "Former", "theme": "Jeunes"},
        {"axis_number": "2", "axis_title": "Cadre de vie", "number": "3", "title": "Planter"},
        {"axis_number": "aucun", "number": "4", "title": "Évaluer"},
    ]
    graph = read_parts(filled(objectives=rows))
    assert ties(graph, "HAS_AXIS", "HAS_OBJECTIVE") == {
        (PLAN, "HAS_AXIS", "/axe-1"),
        (PLAN, "HAS_AXIS", "/axe-2"),
        (f"{PLAN}/axe-1", "HAS_OBJECTIVE", "/objectif-1"),
        (f"{PLAN}/axe-1", "HAS_OBJECTIVE", "/objectif-2"),
        (f"{PLAN}/axe-2", "HAS_OBJECTIVE", "/objectif-3"),
        (PLAN, "HAS_OBJECTIVE", "/objectif-4"),
    }
    assert graph.index()[f"{PLAN}/objectif-2"].properties["theme"] == "Jeunes"
    assert (graph.unread, graph.findings[1:]) == ([], [])


def test_roles_are_those_of_the_columns_and_none_is_drawn_from_the_words_of_an_action() -> None:
    row = {
        "objective": "1",
        "number": "1.1",
        "text": "Ouvrir, piloté par la CAF, avec l'ANRU",
        "pilots": "Mission locale",
    }
    said = {"copilots": "Ville de Montfleur", "partners": "Régie\nCAF [déduit] ; Département [par CTJ, CSS]"}
    graph = read_parts(filled(objectives=[ONE], actions=[row | said]))
    (action,) = graph.by_label("Action")
    assert action.id == f"{PLAN}/objectif-1/action-1"
    found = {(tie.start, tie.type): tie.properties for tie in graph.by_type("PILOTS", "PARTNERS")}
    assert {key: (told["basis"], told.get("co"), told.get("via")) for key, told in found.items()} == {
        ("montfleur/mission-locale", "PILOTS"): ("stated", False, None),
        ("montfleur/ville-de-montfleur", "PILOTS"): ("stated", True, None),
        ("montfleur/regie", "PARTNERS"): ("stated", None, None),
        ("montfleur/caf", "PARTNERS"): ("inferred", None, None),
        ("montfleur/departement", "PARTNERS"): ("stated", None, ["CTJ", "CSS"]),
    }
    assert found["montfleur/regie", "PARTNERS"]["locators"] == ["feuille Actions, ligne 5"]


def test_dates_amounts_kinds_and_statuses() -> None:
    rows = [
        {"objective": "1", "number": "A", "text": "Une", "kind": "mesure nationale", "start": "01/09/2025"},
        {"objective": "1", "text": "Deux", "kind": "Réponse locale", "parent": "A", "status": "En cours"},
        {
            "objective": "1",
            "text": "Trois",
            "status": "reportée",
            "start": "09/2025",
            "end": "2027",
            "budget": "12 000 €",
        },
    ]
    graph = read_parts(filled(objectives=[ONE], actions=rows))
    told = [
        tuple(node.properties.get(key) for key in ("kind", "status", "start", "end", "budget"))
        for node in sorted(graph.by_label("Action"), key=lambda node: str(node.properties["text"]))
    ]
    assert told == [
        ("reponse_locale", "en_cours", None, None, None),
        ("action", "reportée", "2025-09", "2027", 12000),
        ("mesure_nationale", None, "2025-09-01", None, None),
    ]
    below = f"{PLAN}/objectif-1/action-1"
    assert ties(graph, "RESPONDS_TO") == {(f"{below}/action-1", "RESPONDS_TO", "/objectif-1/action-1")}


def test_money_goes_to_what_the_row_names() -> None:
    rows = [
        {"funder": "CAF", "kind": "subvention", "objective": "1", "amount": "4500", "date": "2026"},
        {"funder": "État", "instrument": "Politique de la ville", "objective": "1", "action": "1.1", "amount": 9000},
        {"funder": "État", "kind": "prêt", "tool": "Cité de l'emploi", "amount": "7000000", "scope": "nationale"},
        {"funder": "Ville", "beneficiary": "Régie des Tilleuls", "amount": 300, "reference": "D-1", "object": "Jardin"},
        {"funder": "FSE", "objective": "1", "share": "40 %", "of": "CAF"},
    ]
    action = {"objective": "1", "number": "1.1", "text": "Agir"}
    graph = read_parts(filled(objectives=[ONE], actions=[action], funding=rows))
    found = {(tie.end, tie.properties.get("amount")): tie.properties for tie in graph.by_type("FUNDS")}
    assert set(found) == {
        (f"{PLAN}/objectif-1", 4500),
        (f"{PLAN}/objectif-1/action-1", 9000),
        (f"{PLAN}/outil/cite-de-l-emploi", 7_000_000),
        ("montfleur/regie-des-tilleuls", 300),
        (f"{PLAN}/objectif-1", None),
    }
    assert found[f"{PLAN}/objectif-1", 4500]["date"] == "2026"
    assert found[f"{PLAN}/outil/cite-de-l-emploi", 7_000_000]["scope"] == "national"
    assert found[f"{PLAN}/objectif-1", None]["share"] == 0.4
    assert str(found[f"{PLAN}/objectif-1", None]["of"]).startswith("montfleur/caf/")
    assert found["montfleur/regie-des-tilleuls", 300]["object"] == "Jardin"


def test_the_sheet_of_actors_says_who_is_who() -> None:
    members = [
        {"name": "Mission locale", "kind": "association", "others": "MLJ", "siret": "73282932000074"},
        {"name": "Service jeunesse", "service_of": "Ville de Montfleur"},
        {"name": "riverains", "generic": "oui"},
    ]
    row = ONE | {"pilots": "MLJ", "partners": "Service jeunesse ; riverains"}
    graph = read_parts(filled(objectives=[row], actors=members))
    actors = graph.index()
    local = actors["montfleur/mission-locale"].properties
    assert (local["kind"], local["siret"]) == ("association", "73282932000074")
    assert {"MLJ", "Mission locale"} <= set(local["aliases"])
    service = actors["montfleur/ville-de-montfleur/service-jeunesse"]
    assert service.properties["kind"] == "service"
    assert actors["montfleur/riverains"].properties["generic"] is True
    assert ("ville-de-montfleur/service-jeunesse", "PART_OF", "montfleur/ville-de-montfleur") in ties(graph, "PART_OF")


def test_the_ledger_beside_the_workbook_has_the_last_word() -> None:
    ledger = Ledger((Decision("MLJ", "Maison des jeunes", "même"),))
    members = [{"name": "Mission locale", "others": "MLJ"}]
    graph = read_parts(filled(objectives=[ONE | {"pilots": "MLJ"}], actors=members), ledger)
    assert {tie.start for tie in graph.by_type("PILOTS")} == {"montfleur/maison-des-jeunes"}


def test_two_rows_of_actors_are_two_however_alike() -> None:
    members = [{"name": "Les Acacias"}, {"name": "Acacias"}]
    graph = read_parts(filled(objectives=[ONE | {"partners": "Les Acacias ; Acacias"}], actors=members))
    assert {tie.start for tie in graph.by_type("PARTNERS")} == {"montfleur/les-acacias", "montfleur/acacias"}


def test_places_and_tools_of_their_own_sheets() -> None:
    row = ONE | {"tools": "Cité de l'emploi [douteux]", "places": "Les Tilleuls ; Montfleur"}
    graph = read_parts(
        filled(
            objectives=[row],
            tools=[{"name": "Cité de l'emploi", "part_of": "Plan emploi", "operators": "CAF", "announced": "5000"}],
            places=[
                {"name": "Les Tilleuls", "kind": "QPV", "within": "Montfleur"},
                {"name": "Montfleur", "kind": "commune"},
            ],
        )
    )
    nodes = graph.index()
    assert nodes[f"{PLAN}/outil/cite-de-l-emploi"].properties["announced_amount"] == 5000
    assert nodes["montfleur/lieu/les-tilleuls"].properties["kind"] == "QPV"
    assert [tie.properties.get("doubt") for tie in graph.by_type("USES")] == [True]
    assert ("lieu/les-tilleuls", "PART_OF", "montfleur/lieu/montfleur") in ties(graph, "PART_OF")
    assert ("caf", "OPERATES", "/outil/cite-de-l-emploi") in ties(graph, "OPERATES")


def test_an_empty_workbook_is_said_to_be_empty() -> None:
    with pytest.raises(InputError, match="vide"):
        read_parts(filled())


@pytest.mark.parametrize("plan", [{"territory": "?!"}, {"start": "bientôt"}, {"start": "2030", "end": "2025"}])
def test_a_plan_without_a_sound_identity_is_refused_with_its_cell(plan: dict[str, str]) -> None:
    with pytest.raises(InputError) as error:
        read_parts(filled(plan=[{"territory": "Montfleur"} | plan], objectives=[ONE]))
    assert "feuille Plan, cellule B" in str(error.value.place)


def test_what_cannot_be_understood_is_said_with_its_sheet_and_cell() -> None:
    action = {"objective": "9", "text": "Agir", "status": "bientôt", "start": "sept.", "budget": "cher", "parent": "zz"}
    members = [{"name": "CAF", "kind": "club", "siret": "123", "generic": "peut-être"}]
    money = [{"funder": "", "amount": 300, "objective": "1"}, {"funder": "CAF", "amount": 3}]
    graph = read_parts(filled(objectives=[ONE], actions=[action], actors=members, funding=money))
    where = {
        "objectif-inconnu": "feuille Actions, cellule A5",
        "etat-inconnu": "feuille Actions, cellule E5",
        "date-illisible": "feuille Actions, cellule K5",
        "montant-illisible": "feuille Actions, cellule M5",
        "action-inconnue": "feuille Actions, cellule N5",
        "type-inconnu": "feuille Acteurs, cellule B5",
        "oui-ou-non": "feuille Acteurs, cellule F5",
        "siret-invalide": "feuille Acteurs, cellule G5",
        "financeur-manquant": "feuille Financements, ligne 5",
        "cible-manquante": "feuille Financements, ligne 6",
    }
    assert {code: places(graph, code) for code in where} == {code: [place] for code, place in where.items()}
    assert {line.locator for line in graph.unread} == {"feuille Financements, ligne 5", "feuille Financements, ligne 6"}
    assert [node.properties["text"] for node in graph.by_label("Action")] == ["Agir"]


def test_spellings_of_one_actor_are_joined_by_rule_or_said() -> None:
    row = ONE | {"pilots": "Régie des Tilleuls", "partners": "régie des tilleuls ; Regie des Tileuls"}
    graph = read_parts(filled(objectives=[row]))
    assert {node.id for node in graph.by_label("Actor")} == {
        "montfleur/regie-des-tilleuls",
        "montfleur/regie-des-tileuls",
    }
    assert places(graph, "nom-proche") == ["feuille Objectifs, cellule H5"]


def test_doubles_are_kept_and_said() -> None:
    actions = [{"objective": "1", "number": "1.1", "text": "Une"}, {"objective": "1", "number": "1.1", "text": "Deux"}]
    graph = read_parts(filled(objectives=[ONE, ONE], actions=actions))
    assert {"objectif-double", "objectif-inconnu"} <= set(codes(graph))
    assert (len(graph.by_label("Objective")), len(graph.by_label("Action"))) == (2, 2)


def test_actions_in_a_circle_are_kept_apart_and_said() -> None:
    actions = [{"number": "a", "text": "Une", "parent": "b"}, {"number": "b", "text": "Deux", "parent": "a"}]
    graph = read_parts(filled(actions=actions))
    assert len(graph.by_label("Action")) == 2
    assert "actions-en-boucle" in codes(graph)
