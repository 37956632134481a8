"""Sixty actions of Grand Chambéry said otherwise, lightly or heavily: each is one action, none is another.

The thresholds of `graph.comparison.matching` were measured on these and on all pairs of distinct actions.
"""

from __future__ import annotations

import random
import shutil
import time
from pathlib import Path

import pytest

from graph.comparison import Change, Code, compare
from graph.model import Graph, Node, Relationship
from maillage.pipeline import read_graph

PLANS = Path(__file__).parent.parent / "plans"
FOLDER = PLANS / "grand-chambery-2021-2022"
TEXT = "plan-actions-2021-2022.txt"
LINES = (FOLDER / TEXT).read_text(encoding="utf-8").splitlines()

REWORDED = """
Poursuivre la reconstitution de l'offre locative → Continuer à reconstituer l'offre locative, à la suite des \
déconstructions, dans les communes les moins dotées en logements sociaux
Développer l'accession sociale → Encourager l'accession sociale à la propriété pour les habitants des quartiers
Favoriser les projets de réimplantation → Faciliter le retour d'activités et de services dans les quartiers
Promouvoir une image positive → Promouvoir une image positive des quartiers
Favoriser les mobilités résidentielles positives → Favoriser des mobilités résidentielles choisies
Organiser la cinématique → Organiser la cinématique des chantiers et informer régulièrement les habitants de \
leur déroulement
Développer la communication sur le projet → Mieux communiquer sur le projet auprès des différents publics
Accompagner les copropriétés → Aider les copropriétés des Hauts-de-Chambéry à ne pas se dégrader
Réaliser les chantiers sur les espaces → Achever les travaux des espaces publics : Coeur de Cité, boulevard \
de Bellevue, avenue de la grande Chartreuse
Approfondir le diagnostic → Approfondir le diagnostic avec les habitants et les acteurs du quartier
Proposer et prioriser → Proposer des actions à mettre en oeuvre, classées par priorité, en plusieurs phases
Mobiliser les moyens nécessaires → Structurer la GUP : moyens dédiés et personne référente chargée de \
coordonner les actions
Lutter contre la précarité énergétique → Lutter contre la précarité énergétique et aider les locataires à \
maîtriser leurs charges
Sécuriser les abords des établissements → Sécuriser les abords des écoles et collèges avec l'Agence écomobilité
Créer un piedibus → Ouvrir une ligne de piedibus à l'école Vert Bois, lors de la reconstruction du groupe scolaire
Lancer une étude de création d'un lieu commun → Etudier l'ouverture d'un guichet unique d'accueil du \
demandeur de logement social
Renforcer le partenariat autour des CAL → Renforcer le travail partenarial autour des CAL
Consolider et pérenniser → Pérenniser l'observatoire du parc social
Engager les réhabilitations de la ZAC → Engager les réhabilitations de la ZAC l'Epine à Cognin par l'OPAC de la Savoie
Accompagner le développement du projet maison → Soutenir le projet de la maison Féjaz à La Ravoire
Repérer les publics dits invisibles → Repérer les jeunes invisibles avec la MLJ, la SEAS et la DREETS
Soutenir l'Ecole de la 2e chance → Soutenir l'Ecole de la 2e chance pour les jeunes de 16 à 25 ans sans diplôme
Formation SIMPLON.CO → Proposer aux décrocheurs les formations aux métiers du numérique de SIMPLON.CO et de Dynalab
Faciliter l'accès de l'information aux habitants → Informer les habitants sur les clauses sociales des marchés publics
Lever les freins → Lever les freins à l'emploi par la socialisation et les approches comportementales
Développer le partenariat avec le monde économique → Développer le partenariat avec le monde économique
Former les acteurs de terrain → Former les acteurs de terrain aux outils existants pour mieux orienter les publics
Valoriser la pépinière → Faire connaître la pépinière de Côte-Rousse auprès des habitants des Hauts-de-Chambéry
Développer des outils d'accompagnement des parents → Créer de nouveaux outils pour accompagner les parents
Développer des lieux d'écoute → Ouvrir, hors des institutions, des lieux où les parents sont écoutés et se rencontrent
Coordonner l'appui à la parentalité → Coordonner l'appui à la parentalité dans chaque quartier
Cordées de la réussite → Déployer les Cordées de la réussite
Candidater au label → Obtenir le label "cité éducative"
Mener une réflexion avec le REP+ → Développer le mentorat avec l'AFEV et le REP+
Travailler la place des femmes → Renforcer la place des femmes dans le sport et la culture
Maintenir une offre sportive → Maintenir dans le quartier une offre sportive de qualité
Développer l'école municipale → Développer l'école municipale des sports
Favoriser l'expression des habitants → Donner la parole aux habitants, notamment dans les conseils de \
quartier citoyens
Soutenir les initiatives habitants → Soutenir les initiatives des habitants par le fonds de participation (FPH)
Conforter la place du CRSB → Conforter le CRSB comme coordinateur et formateur
Faciliter l'accès aux stages → Faciliter l'accès des collégiens et lycéens aux stages
Développer le service civique → Développer le service civique dans les quartiers
Développer les mesures de responsabilisation → Multiplier les mesures de réparation et de responsabilisation
Bouger sur prescription → Développer l'activité physique sur prescription (CDOS)
Evaluer l'impact sur la santé → Mener une évaluation d'impact sur la santé (EIS) de la politique jeunesse de \
la Ville de Chambéry
Anticiper les besoins → Prévoir les besoins nés de la précarisation de la population
Rouvrir le centre de loisirs → Réouverture du centre de loisirs des Monts (accueils à la journée, colos apprenantes)
Lancer un diagnostic → Réaliser un diagnostic partagé de l'inclusion
Connaître les discriminations → Mieux connaître les discriminations pour y répondre
Recruter des conseillers numériques → Recrutement de 4 conseillers numériques
Accueillir l'évènement MedNum → Accueil à Chambéry de l'évènement national de la MedNum
Faire émerger des projets → Faire naître des projets entre partenaires
Aménager les cours d'école → Aménager des cours d'école et des espaces publics égalitaires, accessibles \
autant aux filles qu'aux garçons
Renforcer les équipes → Renforcer les équipes de terrain
Impliquer les habitants → Associer les habitants et recueillir leurs attentes
Animer des groupes de travail → Animer des groupes de travail par thème, selon les besoins
Emarger au plan de relance → Mobiliser le plan de relance à travers le CRTE de Grand Chambéry
Etudier la faisabilité de mise en oeuvre d'un outil de fundraising → Etudier la création d'un fonds de \
mécénat territorial pour des projets ciblés
Renouveler la recherche de financements → Rechercher des financements européens pour la prochaine période FEDER/FSE
Mettre en réseau différents acteurs qui interviennent dans l'accompagnement des habitants (se → Mettre en \
réseau les acteurs qui accompagnent les habitants (réunions 2 à 3 fois par an)
"""


def pairs() -> dict[int, str]:
    """Index of the line of each action, and its new words."""
    found = {}
    for line in REWORDED.strip().splitlines():
        begin, new = line.split(" → ")
        [index] = [index for index, old in enumerate(LINES) if old.strip().startswith(f"- {begin}")]
        found[index] = new
    return found


def words(line: str) -> str:
    return " ".join(line.split()).removeprefix("- ")


def edited(changed: dict[int, list[str]], folder: Path) -> Graph:
    text = "\n".join(line for index, old in enumerate(LINES) for line in changed.get(index, [old]))
    shutil.copytree(FOLDER, folder)
    (folder / TEXT).write_text(f"{text}\n", encoding="utf-8")
    return read_graph(folder)


def of(changes: list[Change], code: Code) -> set[tuple[object, object]]:
    return {(change.before.value, change.after.value) for change in changes if change.code is code}


@pytest.fixture(scope="module")
def plan() -> Graph:
    return read_graph(FOLDER)


def test_a_reworded_action_is_one_action(plan: Graph, tmp_path: Path) -> None:
    changes = compare(plan, edited({index: [f"- {new}"] for index, new in pairs().items()}, tmp_path / "plan"))
    assert of(changes, Code.ACTION_REWORDED) == {(words(LINES[index]), new) for index, new in pairs().items()}
    assert not of(changes, Code.ACTION_ADDED) | of(changes, Code.ACTION_REMOVED) | of(changes, Code.ACTION_MOVED)
    doubtful = [change for change in changes if change.certainty == "probable"]
    assert 0 < len(doubtful) < 30
    assert all("à vérifier" in change.sentence for change in doubtful)


@pytest.mark.parametrize("seed", range(2))
def test_reworded_removed_and_added_at_once(plan: Graph, tmp_path: Path, seed: int) -> None:
    """A third of the sixty is reworded, a third removed, and actions of another city come after the last third."""
    chance, reworded = random.Random(seed), pairs()
    indexes = sorted(reworded)
    chance.shuffle(indexes)
    other = [str(node.properties["text"]) for node in read_graph(PLANS / "albertville-2021").by_label("Action")]
    foreign = chance.sample(sorted({text for text in other if len(text) > 25 and "conseillers" not in text}), 20)
    changed = {index: [f"- {reworded[index]}"] for index in indexes[:20]} | {index: [] for index in indexes[20:40]}
    changed |= {index: [LINES[index], f"- {new}"] for index, new in zip(indexes[40:], foreign, strict=True)}
    changes = compare(plan, edited(changed, tmp_path / "plan"))
    assert of(changes, Code.ACTION_REWORDED) == {(words(LINES[i]), reworded[i]) for i in indexes[:20]}
    assert of(changes, Code.ACTION_REMOVED) == {(words(LINES[i]), None) for i in indexes[20:40]}
    assert of(changes, Code.ACTION_ADDED) == {(None, text) for text in foreign}


def large(seed: int) -> Graph:
    """A plan of a thousand actions, that another seed says in wholly other words."""
    chance = random.Random(seed)
    spoken = " ".join(LINES).split()
    graph = Graph([Node("Plan", "p", {"name": "Plan"})])
    for number in range(40):
        objective = f"p/objectif-{number}"
        graph.nodes.append(Node("Objective", objective, {"name": f"Objectif {number}", "number": number}))
        graph.relationships.append(Relationship("HAS_OBJECTIVE", "p", objective, {}))
        for rank in range(25):
            text = " ".join(chance.sample(spoken, 14))
            properties = {"name": text, "text": text, "kind": "action", "position": rank}
            graph.nodes.append(Node("Action", f"{objective}/action-{rank}", properties))
            graph.relationships.append(Relationship("HAS_ACTION", objective, f"{objective}/action-{rank}", {}))
    return graph


def test_two_plans_of_a_thousand_actions_take_seconds() -> None:
    start = time.process_time()
    assert compare(large(1), large(2))
    assert time.process_time() - start < 30  # 3 to 4 s alone on a machine; others may be at work on it
