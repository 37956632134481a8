"""Stock queries on who works with whom."""

from __future__ import annotations

import pytest

from graph.store import Store
from tests.town import Cases, check, load_town

EXPECTED: dict[str, Cases] = {
    # At o1: État, Ville and its service, a service of CAF. At o2: CAF, État, Ville. At o3: CAF, État, Hôpital. Communes
    # and Habitants are generic.
    "paires-objectifs-partages": [
        (
            {},
            [
                ("CAF", "État", 2, ["2", "Soigner"], "objectif", "p"),
                ("État", "Ville", 2, ["1", "2"], "objectif", "p"),
                (
                    "Arlysère",
                    "MLJ",
                    2,
                    ["Recruter dix médiateurs à l'école", "Recruter dix médiateurs, à l’École !"],
                    "action",
                    "r",
                ),
            ],
        ),
        (
            {"minimum": 1, "plan": "p"},
            [
                ("CAF", "État", 2, ["2", "Soigner"], "objectif", "p"),
                ("État", "Ville", 2, ["1", "2"], "objectif", "p"),
                ("CAF", "Hôpital", 1, ["Soigner"], "objectif", "p"),
                ("CAF", "Ville", 1, ["2"], "objectif", "p"),
                ("Accueil (CAF)", "État", 1, ["1"], "objectif", "p"),
                ("Accueil (CAF)", "Ville", 1, ["1"], "objectif", "p"),
                ("Accueil (CAF)", "Service éducation (Ville)", 1, ["1"], "objectif", "p"),
                ("État", "Hôpital", 1, ["Soigner"], "objectif", "p"),
                ("État", "Service éducation (Ville)", 1, ["1"], "objectif", "p"),
            ],
        ),
        (
            {"minimum": 1, "niveau": "action", "plan": "p"},
            [("CAF", "MLJ", 1, ["Réunir les quartiers en veille"], "action", "p")],
        ),
        (
            {"niveau": "tous", "plan": "p"},
            [("CAF", "État", 2, ["2", "Soigner"], "tous", "p"), ("État", "Ville", 2, ["1", "2"], "tous", "p")],
        ),
        ({"plan": "q"}, []),
    ],
    "objectifs-partenaire-unique": [
        ({}, [(2, "Bâtir", "CAF", "p")]),
        ({"plan": "q"}, []),
    ],
    "ponts-entre-axes": [
        (
            {},
            [
                ("1 – Habiter", "Santé", 2, ["CAF", "État"], "objectif", "p"),
                ("Emploi", "Sécurité", 1, ["MLJ"], "action", "r"),
                ("Emploi", "Culture", 0, [], "action", "r"),
                ("Sécurité", "Culture", 0, [], "action", "r"),
            ],
        ),
        ({"plan": "p", "niveau": "tous"}, [("1 – Habiter", "Santé", 3, ["CAF", "État", "Hôpital"], "tous", "p")]),
        # All actions of p are under o1 and o2, which are of one axis.
        ({"plan": "p", "niveau": "action"}, [("1 – Habiter", "Santé", 0, [], "action", "p")]),
        ({"plan": "q"}, []),
    ],
    # Ville meets État, CAF, its own service and the generic Communes; Hôpital by o3, MLJ by an action with CAF.
    "partenaires-de-partenaire": [
        (
            {"acteur": "ville"},
            [
                ("Hôpital", "établissement public", 2, ["CAF", "État"]),
                ("MLJ", "association", 1, ["CAF"]),
            ],
        ),
        ({"acteur": "ville", "niveau": "objectif"}, [("Hôpital", "établissement public", 2, ["CAF", "État"])]),
        (
            {"acteur": "mlj"},
            [
                ("État", "État", 1, ["CAF"]),
                ("Hôpital", "établissement public", 1, ["CAF"]),
                ("Ville", "collectivité", 1, ["CAF"]),
            ],
        ),
        # The service meets at o1 whom Ville meets, and Ville is its organisation.
        (
            {"acteur": "ville/education", "plan": "p"},
            [("CAF", "établissement public", 2, ["État", "Ville"]), ("Hôpital", "établissement public", 1, ["État"])],
        ),
        # Its own service, which nothing says to be part of it but its id, is nobody to meet.
        ({"acteur": "caf", "plan": "p"}, [("Service éducation (Ville)", "service", 2, ["État", "Ville"])]),
        ({"acteur": "ville", "plan": "r"}, []),
    ],
    "chaine-la-plus-courte": [
        # As short by o2 and CAF, or o2 and État: o1 comes first. By Communes it would not be a chain of anyone.
        (
            {"acteur_1": "ville", "acteur_2": "hopital"},
            [
                (1, "Ville", "pilote et partenaire", 1, "Écouter", "objectif", "État", "partenaire", "écrit", "p"),
                (2, "État", "partenaire", None, "Soigner", "objectif", "Hôpital", "partenaire", "écrit", "p"),
            ],
        ),
        (
            {"acteur_1": "mlj", "acteur_2": "etat"},
            [
                (
                    *(1, "MLJ", "pilote et partenaire", 2, "Réunir les quartiers en veille", "action"),
                    *("CAF", "pilote", "déduit", "p"),
                ),
                (2, "CAF", "partenaire", 2, "Bâtir", "objectif", "État", "pilote", "écrit", "p"),
            ],
        ),
        # A generic actor is an end where it is asked for.
        (
            {"acteur_1": "hopital", "acteur_2": "communes"},
            [
                (
                    1,
                    "Hôpital",
                    "partenaire",
                    None,
                    "Soigner",
                    "objectif",
                    "Communes",
                    "pilote et partenaire",
                    "écrit",
                    "p",
                )
            ],
        ),
        (
            {"acteur_1": "hopital", "acteur_2": "habitants"},
            [(1, "Hôpital", "partenaire", 2, "Convier l'hôpital", "action", "Habitants", "partenaire", "déduit", "p")],
        ),
        ({"acteur_1": "mlj", "acteur_2": "etat", "niveau": "objectif"}, []),
        ({"acteur_1": "ville", "acteur_2": "hopital", "plan": "q"}, []),
        ({"acteur_1": "ville", "acteur_2": "r/mlj"}, []),
        ({"acteur_1": "ville", "acteur_2": "ville"}, []),
    ],
    # Of CAF (o2, o3), its service (o1), État (o1, o2, o3), Hôpital (o3), Ville (o1, o2) and its service (o1); an
    # organisation and its service are one.
    "grands-acteurs-sans-rencontre": [
        (
            {"minimum": 1, "plan": "p"},
            [
                ("CAF", 2, "Service éducation (Ville)", 1, "objectif", "p"),
                ("Hôpital", 1, "Ville", 2, "objectif", "p"),
                ("Accueil (CAF)", 1, "Hôpital", 1, "objectif", "p"),
                ("Hôpital", 1, "Service éducation (Ville)", 1, "objectif", "p"),
            ],
        ),
        # With MLJ (the actions of o1 and o2), and Hôpital in an action under that of o2.
        (
            {"minimum": 2, "niveau": "tous", "plan": "p"},
            [
                ("État", 3, "MLJ", 2, "tous", "p"),
                ("Hôpital", 2, "MLJ", 2, "tous", "p"),
                ("Hôpital", 2, "Ville", 2, "tous", "p"),
                ("MLJ", 2, "Ville", 2, "tous", "p"),
            ],
        ),
        (
            {"minimum": 1, "plan": "r"},
            [
                ("État", 1, "MLJ", 3, "action", "r"),
                ("Arlysère", 2, "État", 1, "action", "r"),
            ],
        ),
        ({}, []),
    ],
}


@pytest.fixture(scope="module")
def town(open_store: Store) -> Store:
    return load_town(open_store)


@pytest.mark.parametrize("name", EXPECTED)
def test_rows_worked_out_by_hand(town: Store, name: str) -> None:
    check(town, name, EXPECTED[name])
