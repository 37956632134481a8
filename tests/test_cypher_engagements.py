"""Stock queries on who carries what."""

from __future__ import annotations

import pytest

from graph.store import Store
from tests.town import LATER, PLAN, TABLE, Cases, check, load_town

EXPECTED: dict[str, Cases] = {
    # Objectives of p and q, then actions of r, which names nobody at its objectives. État: o1, o2, o3 and q/o1.
    "plus-engages": [
        (
            {},
            [
                ("État", "État", False, "objectif", 4, 2, 2, 0),
                ("CAF", "établissement public", False, "objectif", 2, 0, 2, 0),
                ("Communes", "collectivité", True, "objectif", 2, 1, 2, 1),
                ("Ville", "collectivité", False, "objectif", 2, 2, 1, 1),
                ("Accueil (CAF)", "service", False, "objectif", 1, 0, 1, 0),
                ("Habitants", None, True, "objectif", 1, 0, 1, 0),
                ("Hôpital", "établissement public", False, "objectif", 1, 0, 1, 0),
                ("Service éducation (Ville)", "service", False, "objectif", 1, 0, 1, 0),
                ("MLJ", "association", False, "action", 3, 1, 2, 0),
                ("Arlysère", "collectivité", False, "action", 2, 0, 2, 0),
                ("État", "État", False, "action", 1, 0, 1, 0),
            ],
        ),
        ({"plan": "q"}, [("État", "État", False, "objectif", 1, 1, 0, 0)]),
        (
            {"plan": "p", "niveau": "action"},
            [
                ("Habitants", None, True, "action", 2, 0, 2, 0),
                ("MLJ", "association", False, "action", 2, 1, 2, 1),
                ("CAF", "établissement public", False, "action", 1, 1, 0, 0),
                ("Hôpital", "établissement public", False, "action", 1, 0, 1, 0),
                ("L'Hôpital de jour", "établissement public", False, "action", 1, 1, 0, 0),
            ],
        ),
        # CAF: o2 and o3, and the action under o2.
        (
            {"plan": "p", "niveau": "tous"},
            [
                ("CAF", "établissement public", False, "tous", 3, 1, 2, 0),
                ("État", "État", False, "tous", 3, 1, 2, 0),
                ("Habitants", None, True, "tous", 3, 0, 3, 0),
                ("Communes", "collectivité", True, "tous", 2, 1, 2, 1),
                ("Hôpital", "établissement public", False, "tous", 2, 0, 2, 0),
                ("MLJ", "association", False, "tous", 2, 1, 2, 1),
                ("Ville", "collectivité", False, "tous", 2, 2, 1, 1),
                ("Accueil (CAF)", "service", False, "tous", 1, 0, 1, 0),
                ("L'Hôpital de jour", "établissement public", False, "tous", 1, 1, 0, 0),
                ("Service éducation (Ville)", "service", False, "tous", 1, 0, 1, 0),
            ],
        ),
        ({"plan": "absent"}, []),
    ],
    "engagements-acteur": [
        (
            {"acteur": "ville"},
            [
                (1, "Écouter", "objectif", "pilote", "écrit", "La Ville", "ligne 1", LATER),
                (1, "Écouter", "objectif", "pilote", "écrit", "Ville", "ligne 1", PLAN),
                (1, "Écouter", "objectif", "partenaire", "écrit", "Ville", "ligne 2", PLAN),
                (1, "Écouter", "objectif", "partenaire", "écrit", "la ville", "ligne 3", PLAN),
                (2, "Bâtir", "objectif", "pilote", "écrit", None, None, PLAN),
            ],
        ),
        (
            {"acteur": "mlj"},
            [
                (1, "Ouvrir un lieu", "action", "partenaire", "déduit", "avec la MLJ", "ligne 9", PLAN),
                (2, "Réunir les quartiers en veille", "action", "pilote", "déduit", "CAF et MLJ", "ligne 12", PLAN),
                (
                    2,
                    "Réunir les quartiers en veille",
                    "action",
                    "partenaire",
                    "déduit",
                    "avec la MLJ",
                    "ligne 13",
                    PLAN,
                ),
            ],
        ),
        (
            {"acteur": "etat", "plan": "r"},
            [(None, "Réunir les entreprises", "action", "partenaire", "déduit", "mots", "ligne 8", TABLE)],
        ),
        ({"acteur": "ecole"}, []),
    ],
    "acteurs-objectif": [
        (
            {"objectif": 1},
            [
                ("pilote et partenaire", "Ville", "collectivité", False, "objectif", "écrit", "Écouter", "p"),
                ("partenaire", "Accueil (CAF)", "service", False, "objectif", "écrit", "Écouter", "p"),
                ("partenaire", "Communes", "collectivité", True, "objectif", "écrit", "Écouter", "p"),
                ("partenaire", "État", "État", False, "objectif", "écrit", "Écouter", "p"),
                ("partenaire", "Service éducation (Ville)", "service", False, "objectif", "écrit", "Écouter", "p"),
                ("partenaire", "Habitants", None, True, "action", "déduit", "Écouter", "p"),
                ("partenaire", "MLJ", "association", False, "action", "déduit", "Écouter", "p"),
                ("pilote", "État", "État", False, "objectif", "écrit", "Ailleurs", "q"),
                # r prints no number: its first objective. MLJ leads one action and helps another.
                ("pilote et partenaire", "MLJ", "association", False, "action", "écrit", "Former", "r"),
                ("partenaire", "Arlysère", "collectivité", False, "action", "écrit", "Former", "r"),
            ],
        ),
        # CAF helps objective 2 and leads its action: the objective counts.
        (
            {"objectif": 2, "plan": "p"},
            [
                ("pilote", "État", "État", False, "objectif", "écrit", "Bâtir", "p"),
                ("pilote", "Ville", "collectivité", False, "objectif", "écrit", "Bâtir", "p"),
                ("partenaire", "CAF", "établissement public", False, "objectif", "écrit", "Bâtir", "p"),
                ("partenaire", "Habitants", None, True, "objectif", "écrit", "Bâtir", "p"),
                ("pilote et partenaire", "MLJ", "association", False, "action", "déduit", "Bâtir", "p"),
                ("partenaire", "Hôpital", "établissement public", False, "action", "déduit", "Bâtir", "p"),
            ],
        ),
        ({"objectif": 4}, []),
    ],
    "acteurs-un-objectif": [
        (
            {},
            [
                ("Accueil (CAF)", "service", "partenaire", 1, "Écouter", "objectif", "p"),
                ("Service éducation (Ville)", "service", "partenaire", 1, "Écouter", "objectif", "p"),
                ("Hôpital", "établissement public", "partenaire", None, "Soigner", "objectif", "p"),
            ],
        ),
        ({"plan": "q"}, [("État", "État", "pilote", 1, "Ailleurs", "objectif", "q")]),
        ({"plan": "r"}, [("État", "État", "partenaire", None, "Réunir les entreprises", "action", "r")]),
        (
            {"plan": "p", "niveau": "action"},
            [
                ("CAF", "établissement public", "pilote", 2, "Réunir les quartiers en veille", "action", "p"),
                ("Hôpital", "établissement public", "partenaire", 2, "Convier l'hôpital", "action", "p"),
                ("L'Hôpital de jour", "établissement public", "pilote", None, "Réviser le plan", "action", "p"),
            ],
        ),
        (
            {"plan": "p", "niveau": "tous"},
            [
                ("Accueil (CAF)", "service", "partenaire", 1, "Écouter", "objectif", "p"),
                ("Service éducation (Ville)", "service", "partenaire", 1, "Écouter", "objectif", "p"),
                ("L'Hôpital de jour", "établissement public", "pilote", None, "Réviser le plan", "action", "p"),
            ],
        ),
        ({"plan": "absent"}, []),
    ],
    # q has one axis, so nobody can be everywhere in it; r has three, one of them empty.
    "acteurs-partout": [
        (
            {},
            [
                ("État", "État", False, 2, 2, ["1", "Santé"], 3, "objectif", "p"),
                ("CAF", "établissement public", False, 2, 2, ["1", "Santé"], 2, "objectif", "p"),
                ("Communes", "collectivité", True, 2, 2, ["1", "Santé"], 2, "objectif", "p"),
            ],
        ),
        # Hôpital: an action under x1, an objective of x2. CAF: two and one.
        (
            {"niveau": "tous", "plan": "p"},
            [
                ("CAF", "établissement public", False, 2, 2, ["1", "Santé"], 3, "tous", "p"),
                ("État", "État", False, 2, 2, ["1", "Santé"], 3, "tous", "p"),
                ("Communes", "collectivité", True, 2, 2, ["1", "Santé"], 2, "tous", "p"),
                ("Hôpital", "établissement public", False, 2, 2, ["1", "Santé"], 2, "tous", "p"),
            ],
        ),
        (
            {"minimum": 1, "plan": "r"},
            [
                ("MLJ", "association", False, 2, 3, ["Emploi", "Sécurité"], 3, "action", "r"),
                ("Arlysère", "collectivité", False, 1, 3, ["Emploi"], 2, "action", "r"),
                ("État", "État", False, 1, 3, ["Emploi"], 1, "action", "r"),
            ],
        ),
        ({"plan": "q"}, []),
    ],
    "acteurs-un-axe": [
        (
            {},
            [
                (1, "Habiter", "Ville", "collectivité", 2, "objectif", "p"),
                (1, "Habiter", "Accueil (CAF)", "service", 1, "objectif", "p"),
                (1, "Habiter", "Service éducation (Ville)", "service", 1, "objectif", "p"),
                (None, "Santé", "Hôpital", "établissement public", 1, "objectif", "p"),
                (None, "Emploi", "Arlysère", "collectivité", 2, "action", "r"),
                (None, "Emploi", "État", "État", 1, "action", "r"),
            ],
        ),
        (
            {"minimum": 2},
            [
                (1, "Habiter", "Ville", "collectivité", 2, "objectif", "p"),
                (None, "Emploi", "Arlysère", "collectivité", 2, "action", "r"),
            ],
        ),
        (
            {"plan": "p", "niveau": "tous"},
            [
                (1, "Habiter", "MLJ", "association", 2, "tous", "p"),
                (1, "Habiter", "Ville", "collectivité", 2, "tous", "p"),
                (1, "Habiter", "Accueil (CAF)", "service", 1, "tous", "p"),
                (1, "Habiter", "Service éducation (Ville)", "service", 1, "tous", "p"),
            ],
        ),
        ({"plan": "q"}, []),
    ],
    "pilotes-et-partenaires": [
        (
            {},
            [
                (1, "Écouter", "objectif", "Ville", "collectivité", False, "La Ville", "Ville", "p"),
                (
                    *(2, "Réunir les quartiers en veille", "action", "MLJ", "association", False),
                    *("CAF et MLJ", "avec la MLJ", "p"),
                ),
                (None, "Soigner", "objectif", "Communes", "collectivité", True, "mots", "mots", "p"),
            ],
        ),
        ({"plan": "r"}, []),
    ],
    # MLJ is cited too, but has roles; CAF has roles in p only.
    "acteurs-seulement-cites": [
        (
            {},
            [
                ("École du Pré", None, 2, "à l'école du Pré", "ligne 9", PLAN),
                ("Service éducation (Communes)", "service", 1, "mots", "ligne 8", PLAN),
                ("Les écoles du pré", None, 1, "mots", None, PLAN),
            ],
        ),
        ({"plan": "r"}, [("CAF", "établissement public", 1, "mots", "ligne 8", TABLE)]),
        ({"plan": "q"}, []),
    ],
}


@pytest.fixture(scope="module")
def town(open_store: Store) -> Store:
    return load_town(open_store)


@pytest.mark.parametrize("name", EXPECTED)
def test_rows_worked_out_by_hand(town: Store, name: str) -> None:
    check(town, name, EXPECTED[name])
