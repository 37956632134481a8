"""Stock queries on money."""

from __future__ import annotations

import pytest

from graph.store import Store
from tests.town import LATER, OTHER, PLAN, TABLE, Cases, check, load_town

EXPECTED: dict[str, Cases] = {
    # Ville: 30 000 for the programme and 12 000 for the fund; 5 000 for a part of the programme are in the 30 000.
    # Europe: 20 000 says the plan, 25 000 the later document. Caisse: twice 6 000, then 10 000 at once; 5 000 for the
    # whole are a share of Europe's. État: 4 000 in p; grants of 3 000, 3 000 and twice 1 000 in q, where two rows that
    # nothing tells apart are two grants. Of its plan de relance, 3 000 are local.
    "montants-par-source": [
        (
            {},
            [
                (["ANRU"], "ANRU, subvention", "subvention", 100_000, 1, 0),
                (["Ville"], "Ville, participation", "participation", 42_000, 2, 0),
                ([], "Europe", "fonds européens", 25_000, 1, 1),
                ([], "Mécène", None, 17_000, 1, 0),
                ([], "Caisse, prêt", "prêt", 12_000, 2, 1),
                (["État"], "État, subvention", "subvention", 12_000, 5, 0),
                (["État"], "État, plan de relance", "dispositif national", 3_000, 1, 0),
            ],
        ),
        ({"plan": "q"}, [(["État"], "État, subvention", "subvention", 8_000, 4, 0)]),
        ({"plan": "r"}, []),
    ],
    # 138 000 - (100 000 + 30 000); a part of the « Cité » has 25 000 + 12 000 + 3 000 where the whole has nothing.
    "annonce-ventile": [
        (
            {},
            [
                ("Cité éducative", 50_000, 40_000, 10_000, ["Volet 1"], None, "p"),
                (
                    *("Rénovation urbaine", 138_000, 130_000, 8_000),
                    *(["Rénovation, nord", "Rénovation, sud"], 138_000, "p"),
                ),
                ("Fonds local", 10_000, 12_000, -2_000, [], None, "p"),
            ],
        ),
        ({"plan": "q"}, []),
    ],
    # The later document gives no amount from Ville for the fund, but the plan does; from État it gives a national one.
    "financeurs-sans-montant": [
        (
            {},
            [
                (["ANRU"], "ANRU, subvention", "Rénovation, nord", None, None, "mots", "ligne 8", PLAN),
                ([], "Bailleur", "Rénovation urbaine", 0.93, "ANRU, subvention", "mots", "ligne 8", PLAN),
                (["État"], "État, plan de relance", "Fonds local", None, None, "mots", "ligne 8", PLAN),
                ([], "Europe", "Cité éducative", None, None, "mots", "ligne 8", PLAN),
                ([], "Europe", "Écouter", None, None, None, None, PLAN),
                ([], "Mécène", "Rondes au Pré", None, None, "mots", "ligne 8", TABLE),
            ],
        ),
        ({"plan": "q"}, []),
    ],
    # The « Cité » (40 000) serves o1, o2 and o3, the fund (12 000) o3, and o2 by an action of an action; o1 alone has
    # the programme (130 000), whose landlord gives no figure.
    "montants-par-objectif": [
        (
            {},
            [
                (
                    *(1, "Écouter", 130_000, 40_000, 1),
                    [
                        *("ANRU, subvention", "Bailleur", "Caisse, prêt", "État, plan de relance", "Europe"),
                        "Ville, participation",
                    ],
                    "p",
                ),
                (
                    *(2, "Bâtir", 4_000, 52_000, 0),
                    [
                        *("Caisse, prêt", "État, plan de relance", "État, subvention", "Europe"),
                        "Ville, participation",
                    ],
                    "p",
                ),
                (
                    *(None, "Soigner", 17_000, 52_000, 0),
                    ["Caisse, prêt", "État, plan de relance", "Europe", "Mécène", "Ville, participation"],
                    "p",
                ),
                (None, "Protéger", 0, 0, 1, ["Mécène"], "r"),
            ],
        ),
        ({"plan": "q"}, []),
    ],
    # CAF: two grants with a reference, two rows that nothing tells apart. It leads p/o2/a1, helps p/o2 and p/o3.
    "subventions-recues": [
        ({}, [("CAF", 4, 8_000, 0, ["État"], 1, 2)]),
        ({"plan": "q"}, [("CAF", 4, 8_000, 0, ["État"], 0, 0)]),
        ({"plan": "p"}, []),
    ],
    # Mécène pays for an action of an action of r/o2.
    "objectifs-sans-financeur": [
        (
            {},
            [
                (4, "Attendre", [], "p"),
                (1, "Ailleurs", [], "q"),
                (None, "Former", ["État, plan de relance"], "r"),
            ],
        ),
        ({"plan": "absent"}, []),
    ],
    # p: 12 000, then 100 000 + 42 000 + 25 000 + 4 000 + 3 000, then 17 000, of 203 000.
    "prets-et-autres": [
        (
            {},
            [
                ("prêts", 12_000, 0.059, ["Caisse, prêt"], "p"),
                (
                    *("hors prêts", 174_000, 0.857),
                    [
                        *("ANRU, subvention", "Ville, participation", "Europe", "État, subvention"),
                        "État, plan de relance",
                    ],
                    "p",
                ),
                ("nature non dite", 17_000, 0.084, ["Mécène"], "p"),
                ("prêts", 0, 0.0, [], "q"),
                ("hors prêts", 8_000, 1.0, ["État, subvention"], "q"),
                ("nature non dite", 0, 0.0, [], "q"),
            ],
        ),
        ({"plan": "r"}, []),
    ],
    # 7 milliards says the plan, 6 the later document.
    "enveloppes-nationales": [
        (
            {},
            [
                ("État, plan de relance", ["État"], 7_000_000_000, "Fonds local", "mots", "ligne 8", LATER),
                ("État, plan de relance", ["État"], 10_000_000, "300 médiateurs", "doté de 10 M€", "ligne 8", OTHER),
                ("État, plan de relance", ["État"], 10_000_000, "Rondes", "mots", "ligne 8", TABLE),
                ("État, plan de relance", ["État"], 1_000_000, "Cité éducative", "mots", "ligne 8", PLAN),
                (
                    *("État, plan de relance", ["État"], None, "Recruter dix médiateurs à l'école"),
                    *("mots", "ligne 8", TABLE),
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
