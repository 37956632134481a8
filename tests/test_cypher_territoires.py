"""Stock queries on places."""

from __future__ import annotations

import pytest

from graph.store import Store
from tests.town import Cases, check, load_town

EXPECTED: dict[str, Cases] = {
    # La Tour is part of Le Pré, so what is there is in Le Pré too.
    "actions-par-lieu": [
        (
            {},
            [
                ("La Gare", "équipement", 2, "Réunir les quartiers en veille", "action", None, ["CAF", "MLJ"], "p"),
                ("La Gare", "équipement", None, "Rondes", "action", None, ["MLJ"], "r"),
                ("Le Mail", "veille active", 1, "Trouver un local", "action", "à développer", ["Habitants"], "p"),
                ("Le Pré", "QPV", 1, "Ouvrir un lieu", "action", "en cours", ["MLJ"], "p"),
                ("Le Pré", "QPV", None, "Soigner", "objectif", None, ["CAF", "Communes", "État", "Hôpital"], "p"),
                (
                    *("Le Pré", "QPV", None, "Recruter dix médiateurs, à l’École !", "action", None),
                    *(["Arlysère", "MLJ"], "r"),
                ),
                (
                    "La Tour",
                    "équipement",
                    None,
                    "Soigner",
                    "objectif",
                    None,
                    ["CAF", "Communes", "État", "Hôpital"],
                    "p",
                ),
            ],
        ),
        (
            {"lieu": "LE PRÉ", "plan": "p"},
            [
                ("Le Pré", "QPV", 1, "Ouvrir un lieu", "action", "en cours", ["MLJ"], "p"),
                ("Le Pré", "QPV", None, "Soigner", "objectif", None, ["CAF", "Communes", "État", "Hôpital"], "p"),
            ],
        ),
        (
            {"lieu": "QP073001", "plan": "r"},
            [
                (
                    *("Le Pré", "QPV", None, "Recruter dix médiateurs, à l’École !", "action", None),
                    *(["Arlysère", "MLJ"], "r"),
                )
            ],
        ),
        ({"lieu": "étang"}, []),
    ],
    # Communes and Habitants are generic: four actors in Le Pré for p, three in La Tour.
    "acteurs-par-lieu": [
        (
            {},
            [
                ("Le Pré", "QPV", "QP073001", 1, 1, 4, ["CAF", "État", "Hôpital", "MLJ"], "p"),
                ("La Tour", "équipement", None, 1, 0, 3, ["CAF", "État", "Hôpital"], "p"),
                ("La Gare", "équipement", None, 0, 1, 2, ["CAF", "MLJ"], "p"),
                ("Le Pré", "QPV", "QP073001", 0, 1, 2, ["Arlysère", "MLJ"], "r"),
                ("La Gare", "équipement", None, 0, 1, 1, ["MLJ"], "r"),
                ("Le Mail", "veille active", None, 0, 1, 0, [], "p"),
            ],
        ),
        ({"plan": "q"}, []),
    ],
    "lieux-sans-rien": [
        (
            {},
            [
                ("Le Mail", "veille active", None, "aucun acteur nommé", 1, "ligne 8", "p"),
                ("L'Étang", None, None, "aucune action", 0, "ligne 30", "p"),
            ],
        ),
        ({"plan": "r"}, []),
    ],
    "veille-active": [
        (
            {},
            [
                (1, "Trouver un local", "action", "à développer", ["Le Mail"], ["Habitants"], "p"),
                (2, "Réunir les quartiers en veille", "action", None, [], ["CAF", "MLJ"], "p"),
            ],
        ),
        ({"plan": "r"}, []),
    ],
}


@pytest.fixture(scope="module")
def town(open_store: Store) -> Store:
    return load_town(open_store)


@pytest.mark.parametrize("name", EXPECTED)
def test_rows_worked_out_by_hand(town: Store, name: str) -> None:
    check(town, name, EXPECTED[name])
