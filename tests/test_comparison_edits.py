"""The plan of Grand Chambéry edited in known ways: every edit is found, nothing else is.

An edit changes a few lines of the document, by number: `=` is what the line becomes, `+` what comes after it, `-` that
it goes; §n is the words of line n. What it must give (`→`: code, objective, actor, before, after) was worked out by
hand, from the document alone; long texts are compared by their beginning.
"""

from __future__ import annotations

import re
import shutil
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from graph.comparison import MIRROR, Change, Code, compare
from graph.model import Graph
from maillage.pipeline import read_graph

FOLDER = Path(__file__).parent.parent / "plans" / "grand-chambery-2021-2022"
TEXT = "plan-actions-2021-2022.txt"
LINES = ("", *(FOLDER / TEXT).read_text(encoding="utf-8").splitlines())
BEGINNING = 60

EDITS = """
à développer, puis en cours
79 + §86
86 -
→ action-etat | 2 | | a_developper | en_cours
en cours, puis à développer
525 -
531 + §525
→ action-etat | 12 | | en_cours | a_developper
reformulée, peu
118 = - Renforcer le travail partenarial autour des CAL
→ action-reformulee | 3 | | Renforcer le partenariat autour des CAL | Renforcer le travail partenarial autour des CAL
reformulée, beaucoup
25 = - Aider les copropriétés des Hauts-de-Chambéry à ne pas se dégrader
→ action-reformulee | 1 | | Accompagner les copropriétés pour éviter leur dégradation dans les Hauts-de-Chambéry \
| Aider les copropriétés des Hauts-de-Chambéry à ne pas se dégrader
reformulée, beaucoup, encore
115 = - Etudier l'ouverture d'un guichet unique d'accueil du demandeur de logement social
→ action-reformulee | 3 | | Lancer une étude de création d'un lieu commun d'accueil du demandeur de logement social \
| Etudier l'ouverture d'un guichet unique d'accueil du demandeur de logement social
un lieu pour un autre
404 = - Créer des équipements de plein air (street workout) à Bellevue et au Mas Barral
→ action-reformulee | 9 | | Créer des équipements de plein air (street workout) au Biollay et au Mas Barral \
| Créer des équipements de plein air (street workout) à Bellevue et au Mas Barral
un partenaire pour un autre, dans la phrase
357 = - Mener une réflexion avec le REP+ en lien avec la MLJ au sujet du mentorat
→ action-reformulee | 8 | | Mener une réflexion avec le REP+ en lien avec l'AFEV au sujet du mentorat \
| Mener une réflexion avec le REP+ en lien avec la MLJ au sujet du mentorat
→ partenaire-parti | 8 | AFEV | partenaire |
→ partenaire-venu | 8 | Mission locale jeunes | | partenaire
retirée
349 -
→ action-retiree | 8 | | Cordées de la réussite |
l'une de deux presque pareilles
640 -
→ action-retiree | 15 | | Mettre en réseau différents acteurs qui interviennent dans l'accompagnement des habitants |
ajoutée à la fin
772 + - Former les associations au montage de dossiers européens
→ action-ajoutee | 19 | | | Former les associations au montage de dossiers européens
ajoutée au début
599 + - Ouvrir une maison des jeunes
→ action-ajoutee | 14 | | | Ouvrir une maison des jeunes
déplacée d'un objectif à l'autre
713 -
740 + §713
→ action-deplacee | 18 | | Accompagner et soutenir les acteurs de terrain, partenaires essentiels \
| S'assurer de la réussite des actions du Contrat de Ville en accompagnant les projets prioritaires
interverties
741 = §742
742 = §741
→ action-rang | 18 | | 3 | 2
partenaire que le plan ne connaît pas
590 + Croix-Rouge française,
→ partenaire-venu | 13 | Croix-Rouge française | | partenaire
partenaire que le plan connaît
544 + MLJ,
→ partenaire-venu | 12 | Mission locale jeunes | | partenaire
partenaire retiré d'une ligne
231 = Grand Chambéry, Régie Coup de Pouce, MLJ
→ partenaire-parti | 5 | Pôle emploi | partenaire |
partenaire retiré
136 -
→ partenaire-parti | 3 | Conseil départemental de la Savoie | partenaire |
pilote, puis partenaire
364 -
369 + IEN,
→ role-change | 8 | IEN | pilote | partenaire
partenaire, puis pilote
91 + Compost Action
102 -
→ role-change | 2 | Compost Action | partenaire | pilote
partenaire, et pilote aussi
584 + DDETSPP
→ role-change | 13 | DDETSPP | partenaire | pilote et partenaire
n'est plus que partenaire
224 -
→ role-change | 5 | État | pilote et partenaire | partenaire
pilote ajouté
613 + CAF
→ pilote-venu | 14 | CAF | | pilote
pilote et partenaire retiré
537 -
545 -
→ pilote-parti | 12 | Ville de Chambéry | pilote |
→ partenaire-parti | 12 | Ville de Chambéry | partenaire |
copilote
694 = Co-pilotes :
→ copilotage | 16 | DDETSPP | pilote | copilote
par d'autres
618 = Département via les maisons de quartier
→ relais-change | 14 | Conseil départemental de la Savoie | CTJ | maisons de quartier
titre d'objectif
597 = Objectif 14 - Répondre aux besoins et envies d'agir de la jeunesse
→ objectif-reformule | 14 | | Prendre en compte les besoins et envies d'agir de la jeunesse et prévenir \
| Répondre aux besoins et envies d'agir de la jeunesse
titre d'objectif sans un mot commun
70 = Objectif 2 - Améliorer le cadre de vie au quotidien
→ objectif-reformule | 2 | | Développer la gestion urbaine de proximité | Améliorer le cadre de vie au quotidien
titre d'axe
703 = Axe 5 - Gouvernance : partager des méthodes de travail
732 = Axe 5 - Gouvernance : partager des méthodes de travail
762 = Axe 5 - Gouvernance : partager des méthodes de travail
→ axe-reformule | | | Gouvernance et pilotage : partager des méthodes de travail et rechercher \
| Gouvernance : partager des méthodes de travail
thématique
383 = Culture, sport et loisirs
→ objectif-thematique | 9 | | Culture - sport | Culture, sport et loisirs
intertitre de seize actions
15 = QUARTIERS EN RENOUVELLEMENT URBAIN :
→ action-intertitre | 1 | | POUR TOUS LES QUARTIERS | QUARTIERS EN RENOUVELLEMENT URBAIN
montant
57 = - 12,3 M€ de la Ville de Chambéry
→ financement-montant | 1 | Ville de Chambéry | 11300000 | 12300000
financement retiré
64 -
→ financement-parti | 1 | Conseil départemental de la Savoie | 200000 |
financement ajouté
63 + - 1,5 M€ de prêts de la CDC
→ financement-venu | 1 | Caisse des dépôts | | 1500000
montant annoncé
52 = Deux conventions représentant 140 M€ :
→ montant-annonce | 1 | | 138000000 | 140000000
outil ajouté
333 + Café des parents,
→ outil-venu | 7 | | | Café des parents
outil retiré
332 -
→ outil-parti | 7 | | REAAP |
outil reformulé
552 = - Contrat local de santé mentale,
→ outil-reformule | 12 | | Contrat local de santé | Contrat local de santé mentale
outil en d'autres mains
277 = - Mobi-Job (MLJ),
→ operateur-parti | 6 | Agence Ecomobilité | Agence Ecomobilité |
→ operateur-venu | 6 | Mission locale jeunes | | Mission locale jeunes
lignes blanches
8 + ;;
300 + ;;
typographie
21 = •  Favoriser  les mobilités résidentielles positives.
316 = ETAT,
353 = - Candidater au label « Cité éducative »
"""


@dataclass
class Edit:
    name: str
    lines: dict[int, list[str]] = field(default_factory=dict)
    gives: list[str] = field(default_factory=list)


def parsed() -> list[Edit]:
    edits: list[Edit] = []
    for line in EDITS.replace("\\\n", "").strip().splitlines():
        if change := re.fullmatch(r"(\d+) ([-+=]) ?(.*)", line):
            number, sign, words = int(change[1]), change[2], LINES[int(change[3][1:])] if "§" in line else change[3]
            kept = [LINES[number]] if sign == "+" else []
            edits[-1].lines[number] = kept + (words.split(";") if sign != "-" else [])
        elif line.startswith("→"):
            edits[-1].gives.append(" | ".join(_beginning(part) for part in line[1:].split("|")))
        else:
            edits.append(Edit(line))
    return edits


def _beginning(value: object) -> str:
    return str("" if value is None else value).strip()[:BEGINNING].strip()


def told(change: Change) -> str:
    number = re.match(r"Objectif (\d+)", change.objective or "")
    parts = (change.code, number[1] if number else "", change.actor, change.before.value, change.after.value)
    return " | ".join(_beginning(part) for part in parts)


def mirrored(line: str) -> str:
    """As the other direction tells it; what moved stands under another objective there, so that none is named."""
    code, _, actor, before, after = line.split(" | ")
    return " | ".join((MIRROR[Code(code)], "", actor, after, before))


def edited(edits: list[Edit], folder: Path) -> Graph:
    changed = {number: lines for edit in edits for number, lines in edit.lines.items()}
    text = "\n".join(line for number, old in enumerate(LINES) if number for line in changed.get(number, [old]))
    shutil.copytree(FOLDER, folder)
    (folder / TEXT).write_text(f"{text}\n", encoding="utf-8")
    return read_graph(folder)


@pytest.fixture(scope="module")
def plan() -> Graph:
    return read_graph(FOLDER)


ALL = parsed()
GROUPS = {f"{start + 1} à {start + 5}": ALL[start : start + 5] for start in range(0, len(ALL), 5)} | {"tous": ALL}


@pytest.mark.parametrize("group", GROUPS)
def test_edits_are_found_and_nothing_else(plan: Graph, tmp_path: Path, group: str) -> None:
    after = edited(GROUPS[group], tmp_path / "plan")
    expected = Counter(given for edit in GROUPS[group] for given in edit.gives)
    assert Counter(map(told, compare(plan, after))) == expected
    back = [told(change) for change in compare(after, plan)]
    assert Counter(map(mirrored, back)) == Counter(mirrored(mirrored(line)) for line in expected.elements())


def test_the_edits_are_as_many_as_said() -> None:
    assert len(ALL) == 40
    assert sum(bool(edit.gives) for edit in ALL) == 38
