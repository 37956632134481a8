"""What a sentence or a pair of actions is taken for: amounts without unit, actions written twice."""

from __future__ import annotations

import pytest

from graph.checks.amounts import unitless
from graph.checks.repeats import repeats
from graph.model import Node

AMOUNTS = {
    "120 pour les Hauts avec le soutien de l'ANRU": "120 pour",
    "Organiser une fête, budget de 3 000": "budget de 3 000",
    "budget de 3 000 pour l'association": "budget de 3 000 pour",
    "Budget prévisionnel : 45 000": "Budget prévisionnel : 45 000",
    "Budget 2022 : 15 000": "Budget 2022 : 15 000",
    "subvention de 12 500, versée par la CAF": "subvention de 12 500,",
    "11,3 de la Ville": "11,3 de",
    "8,6 de subventions de l'ANRU": "8,6 de",
    "18 millions pour Bellevue": "18 millions",
    "12,5 M pour la salle": "12,5 M",
    "Coût estimé à 25 000": "Coût estimé à 25 000",
    "montant : 1 250 000 HT": "1 250 000 HT",
    "enveloppe de 300 k pour les associations": "300 k",
    "une dotation annuelle de 2 500 par école": "dotation annuelle de 2 500 par",
    "crédits de la Région (30 000)": "crédits de la Région (30 000)",
    "Financement : CAF 30 000": "Financement : CAF 30 000",
}
NO_AMOUNTS = """
5 300 habitants au Biollay
Accueil de 10.000 stagiaires
Créer 120 places pour les enfants
les jeunes de 16 à 30 ans, 16-25 ans en priorité
Budget de 3 000 €
budget de 3 000 euros
120 millions d'euros pour les Hauts
89.3 M€ de participation des bailleurs sociaux (dont 93% Cristal H)
2 infirmiers psy à mi temps
réponse à l'appel à projets 100 % inclusion
100 Chances 100 Emplois
budget 2021
budget 2021-2022
financement de 45 places
financement de 400 France services
subventions de 3 associations
ouvert de 9 h 30 à 17 h
candidature retenue par la MILDECA suite à l'AAP national 2019)
Abondement de 10M€
2 Milliards € pour le nouveau programme
mobilisation du plan #1jeune 1 solution, doté de 7Milliards €
4 des 10 écoles
100 des 300 logements
2 pour cent
(4 AS pour 5 300 habitants au Biollay, 9 AS)
passage de 5 à 10 semaines
un financement en 2022, pour 150 jeunes
subvention de 12 000,50 €
2 millions d'habitants
3 M. Dupont
financement du 115
300 m de berges
tarif de 5 à 10 euros
primes maintenues jusqu'au 31/12/2021
Montant : 12 k€
subvention n° 2021-1234
120 M d'euros pour la salle
5 K€ de subvention
crédits 2024 pour l'école
""".strip().splitlines()


@pytest.mark.parametrize(("sentence", "words"), AMOUNTS.items())
def test_an_amount_without_unit(sentence: str, words: str) -> None:
    assert unitless(sentence) == [words]


@pytest.mark.parametrize("sentence", NO_AMOUNTS)
def test_no_amount_without_unit(sentence: str) -> None:
    assert unitless(sentence) == []


def groups(*texts: str) -> list[set[int]]:
    """Which texts repeat each other, by their positions."""
    actions = [Node("Action", str(position), {"name": text, "text": text}) for position, text in enumerate(texts)]
    return [{int(action.id) for action in group} for group in repeats(actions)]


REPEATED = [
    ("Mettre en réseau les acteurs qui interviennent (se réunit 2 à 3 fois par an)",
     "Mettre en réseau les acteurs qui interviennent (2 à 3 fois par an)"),
    ("Créer un jardin partagé au pied des tours", "Créer des jardins partagés au pied des tours"),
    ("Former les médiateurs numériques du territoire", "former les mediateurs numériques du  territoire."),
    ("Soutenir les associations et les habitants", "Soutenir les habitants et les associations"),
]  # fmt: skip
NOT_REPEATED = [
    # One word for another, however long the rest.
    ("Organiser une fête de quartier avec les habitants et les commerçants du Biollay, chaque année au printemps",
     "Organiser une fête de quartier avec les habitants et les commerçants de Bellevue, chaque année au printemps"),
    ("Lutter contre les addictions (ANPAA), former les acteurs", "Lutter contre les addictions (Le Pélican)"),
    # Other numbers.
    ("Ouvrir 10 places de crèche dans le quartier nord", "Ouvrir 20 places de crèche dans le quartier nord"),
    ("Réunir le comité en 2021 et suivre ses décisions", "Réunir le comité en 2022 et suivre ses décisions"),
    # The same openings.
    ("Déploiement du PIC-PACTE de Pôle Emploi", "Déploiement du PIC IAE de Pôle Emploi"),
    ("Sur le champ éducatif", "Sur le champ de l'emploi"),
    ("Développer le lien social par des jardins partagés", "Développer le lien social par des séances de cinéma"),
    ("Favoriser les mobilités résidentielles positives", "Favoriser les parcours résidentiels des ménages"),
]  # fmt: skip


@pytest.mark.parametrize(("one", "other"), REPEATED)
def test_actions_that_repeat_each_other(one: str, other: str) -> None:
    assert groups(one, "Rénover les halls", other) == [{0, 2}]


@pytest.mark.parametrize(("one", "other"), NOT_REPEATED)
def test_actions_that_do_not(one: str, other: str) -> None:
    assert groups(one, other) == []


def test_three_of_a_kind_are_one_group() -> None:
    text = "Accompagner les parents vers l'école"
    assert groups(text, "Rénover les halls", text, f"{text}.", "Planter des arbres") == [{0, 2, 3}]
    assert groups() == []
    assert groups(text) == []
