"""Stock queries on who leads."""

from __future__ import annotations

import pytest

from graph.store import Store
from tests.town import OTHER, PLAN, TABLE, Cases, check, load_town

EXPECTED: dict[str, Cases] = {
    "objectifs-sans-pilote": [
        (
            {},
            [
                (None, "Soigner", ["Communes"], 4, "p"),
                (4, "Attendre", [], 0, "p"),
                (None, "Former", [], 0, "r"),
                (None, "Protéger", [], 0, "r"),
            ],
        ),
        ({"plan": "q"}, []),
    ],
    # Partners other than the pilot. o1: Communes, État, two services. o3: CAF, État, Hôpital.
    "objectifs-un-pilote": [
        (
            {},
            [
                (1, "Écouter", "Ville", False, 4, "p"),
                (None, "Soigner", "Communes", True, 3, "p"),
                (1, "Ailleurs", "État", False, 0, "q"),
            ],
        ),
        ({"plan": "r"}, []),
    ],
    "objectifs-plusieurs-pilotes": [
        ({}, [(2, "Bâtir", 2, ["État", "Ville"], "p")]),
        ({"plan": "q"}, []),
    ],
    # Objective 1 of p and objective 1 of q stand in rows of their own.
    "charge-pilotes": [
        (
            {},
            [
                ("Ville", "collectivité", False, 2, 1, ["1", "2"], "objectif", "p"),
                ("Communes", "collectivité", True, 1, 1, ["Soigner"], "objectif", "p"),
                ("État", "État", False, 1, 0, ["2"], "objectif", "p"),
                ("État", "État", False, 1, 1, ["1"], "objectif", "q"),
                ("MLJ", "association", False, 1, 1, ["Recruter dix médiateurs à l'école"], "action", "r"),
            ],
        ),
        (
            {"plan": "p", "niveau": "action"},
            [
                ("CAF", "établissement public", False, 1, 0, ["Réunir les quartiers en veille"], "action", "p"),
                ("L'Hôpital de jour", "établissement public", False, 1, 1, ["Réviser le plan"], "action", "p"),
                ("MLJ", "association", False, 1, 0, ["Réunir les quartiers en veille"], "action", "p"),
            ],
        ),
        (
            {"plan": "p", "niveau": "tous"},
            [
                ("Ville", "collectivité", False, 2, 1, ["1", "2"], "tous", "p"),
                ("CAF", "établissement public", False, 1, 0, ["Réunir les quartiers en veille"], "tous", "p"),
                ("Communes", "collectivité", True, 1, 1, ["Soigner"], "tous", "p"),
                ("État", "État", False, 1, 0, ["2"], "tous", "p"),
                ("L'Hôpital de jour", "établissement public", False, 1, 1, ["Réviser le plan"], "tous", "p"),
                ("MLJ", "association", False, 1, 0, ["Réunir les quartiers en veille"], "tous", "p"),
            ],
        ),
        ({"plan": "absent"}, []),
    ],
    # What a list says of CAF goes before what a sentence lets understand; that sentence says it is not alone.
    "actions-pilotees": [
        (
            {},
            [
                (
                    *(None, "Réviser le plan", "L'Hôpital de jour", False, False, []),
                    *("écrit", "mots", "ligne 8", PLAN, "p"),
                ),
                (
                    *(2, "Réunir les quartiers en veille", "CAF", False, True, ["État", "Ville"]),
                    *("écrit", "CAF et MLJ", "ligne 12", PLAN, "p"),
                ),
                (
                    *(2, "Réunir les quartiers en veille", "MLJ", False, True, ["État", "Ville"]),
                    *("déduit", "CAF et MLJ", "ligne 12", PLAN, "p"),
                ),
                (None, "300 médiateurs", "État", False, False, [], "écrit", "mots", "ligne 8", OTHER, "q"),
                (
                    *(None, "Recruter dix médiateurs à l'école", "MLJ", False, False, []),
                    *("écrit", "MLJ", "cellule C3", TABLE, "r"),
                ),
            ],
        ),
        ({"plan": "absent"}, []),
    ],
}


@pytest.fixture(scope="module")
def town(open_store: Store) -> Store:
    return load_town(open_store)


@pytest.mark.parametrize("name", EXPECTED)
def test_rows_worked_out_by_hand(town: Store, name: str) -> None:
    check(town, name, EXPECTED[name])
