"""Stock queries on several plans."""

from __future__ import annotations

import pytest

from graph.store import Store
from tests.town import LATER, OTHER, PLAN, TABLE, Cases, check, load_town

EXPECTED: dict[str, Cases] = {
    # CAF: in p partner of o2 and o3, pilot of an action, cited in another; in q it has grants; in r it is cited. État
    # pays, in p an action and three tools, in q CAF and a measure that it leads, in r two actions. The two MLJ are two.
    "acteurs-communs": [
        (
            {},
            [
                ("CAF", "établissement public", 3, "p", 1, 2, 0, 1),
                ("CAF", "établissement public", 3, "q", 0, 0, 0, 0),
                ("CAF", "établissement public", 3, "r", 0, 0, 0, 1),
                ("État", "État", 3, "p", 1, 2, 4, 0),
                ("État", "État", 3, "q", 2, 0, 2, 0),
                ("État", "État", 3, "r", 0, 1, 2, 0),
            ],
        ),
        (
            {"plan": "p", "autre": "q"},
            [
                ("CAF", "établissement public", 3, "p", 1, 2, 0, 1),
                ("CAF", "établissement public", 3, "q", 0, 0, 0, 0),
                ("État", "État", 3, "p", 1, 2, 4, 0),
                ("État", "État", 3, "q", 2, 0, 2, 0),
            ],
        ),
        ({"plan": "p", "autre": "absent"}, []),
    ],
    "roles-ailleurs": [
        (
            {"plan": "p"},
            [
                ("CAF", "r", "cité", None, "Rondes", None, "mots", "ligne 8", TABLE),
                ("État", "q", "pilote", 1, "Ailleurs", "écrit", "mots", "ligne 8", OTHER),
                ("État", "q", "pilote", None, "300 médiateurs", "écrit", "mots", "ligne 8", OTHER),
                ("État", "q", "finance", None, "CAF", None, "mots", "ligne 8", OTHER),
                ("État", "q", "finance", None, "300 médiateurs", None, "doté de 10 M€", "ligne 8", OTHER),
                ("État", "q", "cité", None, "300 médiateurs", None, "mots", "ligne 8", OTHER),
                ("État", "r", "partenaire", None, "Réunir les entreprises", "déduit", "mots", "ligne 8", TABLE),
                ("État", "r", "finance", None, "Recruter dix médiateurs à l'école", None, "mots", "ligne 8", TABLE),
                ("État", "r", "finance", None, "Rondes", None, "mots", "ligne 8", TABLE),
            ],
        ),
        # From r one sees what CAF does in p; its partnership at o2 is said twice, first in the later document.
        (
            {"plan": "r", "acteur": "caf"},
            [
                ("CAF", "p", "pilote", 2, "Réunir les quartiers en veille", "écrit", "CAF et MLJ", "ligne 12", PLAN),
                ("CAF", "p", "partenaire", 2, "Bâtir", "écrit", "mots", "ligne 8", LATER),
                ("CAF", "p", "partenaire", None, "Soigner", "écrit", "mots", "ligne 8", PLAN),
                ("CAF", "p", "met en œuvre", None, "Cité éducative", None, "mots", "ligne 8", LATER),
                ("CAF", "p", "cité", 2, "Convier l'hôpital", None, "mots", "ligne 8", PLAN),
            ],
        ),
        ({"acteur": "mlj"}, []),
    ],
}


@pytest.fixture(scope="module")
def town(open_store: Store) -> Store:
    return load_town(open_store)


@pytest.mark.parametrize("name", EXPECTED)
def test_rows_worked_out_by_hand(town: Store, name: str) -> None:
    check(town, name, EXPECTED[name])
