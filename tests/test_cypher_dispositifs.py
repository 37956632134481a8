"""Stock queries on tools."""

from __future__ import annotations

import pytest

from graph.store import Store
from tests.town import Cases, check, load_town

EXPECTED: dict[str, Cases] = {
    "outils-partages": [
        (
            {},
            [
                ("Cité éducative", 3, ["1", "2", "Soigner"], False, "p"),
                ("Fonds local", 2, ["2", "Soigner"], False, "p"),
                ("PLIE", 2, ["1", "2"], True, "p"),
                ("Protocole PERR", 2, ["Former", "Protéger"], True, "r"),
                ("Plan France Relance", 2, ["Former", "Protéger"], False, "r"),
            ],
        ),
        ({"plan": "q"}, []),
    ],
    "operateurs-outils": [
        (
            {},
            [
                (
                    *("Cité éducative", "CAF", "établissement public", False, ["1", "2", "Soigner"]),
                    *("mots", "ligne 8", "p"),
                ),
                ("PLIE", "Communes", "collectivité", True, ["1", "2"], "mots", "ligne 8", "p"),
                ("PLIE", "MLJ", "association", False, ["1", "2"], "PLIE (MLJ)", "ligne 20", "p"),
            ],
        ),
        ({"plan": "r"}, []),
    ],
    "france-relance-perr": [
        (
            {},
            [
                (
                    *("Protocole PERR", None, "Former", "Recruter dix médiateurs, à l’École !", [], True),
                    *("PERR : X", "cellule E4", "r"),
                ),
                ("Protocole PERR", None, "Protéger", None, [], False, "mots", "ligne 8", "r"),
                (
                    *("Plan France Relance", None, "Former", "Recruter dix médiateurs à l'école", [], False),
                    *("mots", "ligne 8", "r"),
                ),
                (
                    *("Plan France Relance", None, "Protéger", "Rondes", ["Rondes au Pré"], False),
                    *("mots", "ligne 8", "r"),
                ),
            ],
        ),
        (
            {"dispositifs": ["plie"]},
            [
                ("PLIE", 1, "Écouter", None, [], False, "mots", "ligne 8", "p"),
                ("PLIE", 2, "Bâtir", "Réunir les quartiers en veille", [], True, "mots", "ligne 8", "p"),
            ],
        ),
        ({"plan": "p"}, []),
    ],
}


@pytest.fixture(scope="module")
def town(open_store: Store) -> Store:
    return load_town(open_store)


@pytest.mark.parametrize("name", EXPECTED)
def test_rows_worked_out_by_hand(town: Store, name: str) -> None:
    check(town, name, EXPECTED[name])
