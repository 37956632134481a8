"""Stock queries on what is under way."""

from __future__ import annotations

import pytest

from graph.store import Store
from tests.town import Cases, check, load_town

EXPECTED: dict[str, Cases] = {
    # National measures do not count; the local response to one does, without a state.
    "etat-actions": [
        (
            {},
            [
                (1, "Écouter", 1, 1, 0, 2, "p"),
                (2, "Bâtir", 0, 0, 2, 2, "p"),
                (None, "Soigner", 0, 0, 0, 0, "p"),
                (4, "Attendre", 0, 0, 0, 0, "p"),
                (1, "Ailleurs", 0, 0, 0, 0, "q"),
                (None, "Former", 0, 0, 3, 3, "r"),
                (None, "Protéger", 0, 0, 1, 1, "r"),
            ],
        ),
        ({"plan": "absent"}, []),
    ],
    # x1 of r: three actions of its objective and one of its own.
    "etat-par-axe": [
        (
            {},
            [
                (1, "Habiter", 1, 1, 2, 4, "p"),
                (None, "Santé", 0, 0, 0, 0, "p"),
                (None, "sans axe", 1, 0, 0, 1, "p"),
                (1, "Sûreté", 0, 0, 1, 1, "q"),
                (None, "Emploi", 0, 0, 4, 4, "r"),
                (None, "Sécurité", 0, 0, 1, 1, "r"),
                (None, "Culture", 0, 0, 0, 0, "r"),
            ],
        ),
        ({"plan": "absent"}, []),
    ],
    # Ville leads o1 (two actions) and o2 (two), which État leads too, and which CAF and MLJ lead themselves.
    "etat-par-pilote": [
        (
            {},
            [
                ("Ville", "collectivité", False, 1, 1, 2, 4, "p"),
                ("CAF", "établissement public", False, 0, 0, 2, 2, "p"),
                ("État", "État", False, 0, 0, 2, 2, "p"),
                ("MLJ", "association", False, 0, 0, 2, 2, "p"),
                ("L'Hôpital de jour", "établissement public", False, 1, 0, 0, 1, "p"),
                ("Communes", "collectivité", True, 0, 0, 0, 0, "p"),
                ("État", "État", False, 0, 0, 0, 0, "q"),
                ("MLJ", "association", False, 0, 0, 1, 1, "r"),
            ],
        ),
        ({"plan": "absent"}, []),
    ],
    "mesures-sans-reponse": [
        (
            {},
            [
                (None, None, "Mesure sans axe", "p"),
                ("Sûreté", "Sécurité", "300 médiateurs", "q"),
                ("Sécurité", "Protéger", "Caméras", "r"),
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
