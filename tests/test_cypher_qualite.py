"""Stock queries on what is doubtful."""

from __future__ import annotations

import pytest

from graph.store import Store
from tests.town import OTHER, PLAN, TABLE, Cases, check, load_town

RECRUIT = (
    "Recruter dix médiateurs à l'école",
    "Recruter dix médiateurs, à l’École !",
    "Recruter dix médiateurs à l'école du Pré",
)

EXPECTED: dict[str, Cases] = {
    "faits-sans-source": [
        (
            {},
            [
                ("finance", "Europe", "Écouter", "phrase et emplacement", PLAN),
                ("est cité dans", "École du Pré", "Bâtir", "phrase", PLAN),
                ("est cité dans", "Les écoles du pré", "Bâtir", "emplacement", PLAN),
                ("pilote", "Ville", "Bâtir", "phrase et emplacement", PLAN),
                ("mobilise", "Bâtir", "Cité éducative", "emplacement", PLAN),
            ],
        ),
        ({"plan": "q"}, []),
    ],
    # At one line in all its ties, or at a place that nothing says.
    "acteurs-cites-une-fois": [
        (
            {},
            [
                ("Accueil (CAF)", "service", "Accueil (CAF)", "ligne 8", PLAN),
                ("Service éducation (Communes)", "service", "Service éducation (Communes)", "ligne 8", PLAN),
                ("Les écoles du pré", None, "Les écoles du pré", None, PLAN),
                ("Hôpital", "établissement public", "Hôpital", "ligne 8", PLAN),
                ("L'Hôpital de jour", "établissement public", "L'Hôpital de jour", "ligne 8", PLAN),
                ("Service éducation (Ville)", "service", "Service éducation (Ville)", "ligne 8", PLAN),
                ("Arlysère", "collectivité", "Arlysère", "ligne 8", TABLE),
            ],
        ),
        (
            {"plan": "q"},
            [
                ("CAF", "établissement public", "CAF", "ligne 8", OTHER),
                ("État", "État", "État", "ligne 8", OTHER),
            ],
        ),
        ({"plan": "absent"}, []),
    ],
    # Of the three findings two are to be looked at and two are on names, whatever words the third one quotes.
    "constats-documents": [
        (
            {},
            [
                ("avenant.txt", None, 0, 0, 0, 0, "p"),
                ("plan.txt", "Plan d'actions", 1, 3, 2, 2, "p"),
                ("plan.txt", None, 0, 0, 0, 0, "q"),
                ("tableau.csv", None, 0, 0, 0, 0, "r"),
            ],
        ),
        ({"plan": "absent"}, []),
    ],
    "partenaires-generiques": [
        (
            {},
            [
                (1, "Écouter", "objectif", "Communes", "partenaire", "écrit", "mots", "ligne 8", "p"),
                (1, "Trouver un local", "action", "Habitants", "partenaire", "déduit", "mots", "ligne 8", "p"),
                (2, "Bâtir", "objectif", "Habitants", "partenaire", "écrit", "mots", "ligne 8", "p"),
                (2, "Convier l'hôpital", "action", "Habitants", "partenaire", "déduit", "mots", "ligne 8", "p"),
                (None, "Soigner", "objectif", "Communes", "pilote", "écrit", "mots", "ligne 8", "p"),
                (None, "Soigner", "objectif", "Communes", "partenaire", "écrit", "mots", "ligne 8", "p"),
            ],
        ),
        ({"plan": "r"}, []),
    ],
    # Both are « ecole » and « pre »; then one word of two. Two services have one name, but two organisations; the two
    # MLJ, two plans.
    "noms-proches": [
        (
            {},
            [
                ("École du Pré", "Les écoles du pré", 1.0, 0, 0, "p"),
                ("Hôpital", "L'Hôpital de jour", 0.5, 2, 1, "p"),
            ],
        ),
        ({"seuil": 0.6}, [("École du Pré", "Les écoles du pré", 1.0, 0, 0, "p")]),
        ({"plan": "r"}, []),
    ],
    # recruter, dix, mediateurs, ecole; then pre: four words of five.
    "actions-proches": [
        (
            {},
            [
                (*(None, RECRUIT[0], None, RECRUIT[1]), 1.0, "r"),
                (*(None, RECRUIT[0], None, RECRUIT[2]), 0.8, "r"),
                (*(None, RECRUIT[1], None, RECRUIT[2]), 0.8, "r"),
            ],
        ),
        ({"seuil": 0.9}, [(None, RECRUIT[0], None, RECRUIT[1], 1.0, "r")]),
        ({"plan": "p"}, []),
    ],
}


@pytest.fixture(scope="module")
def town(open_store: Store) -> Store:
    return load_town(open_store)


@pytest.mark.parametrize("name", EXPECTED)
def test_rows_worked_out_by_hand(town: Store, name: str) -> None:
    check(town, name, EXPECTED[name])
