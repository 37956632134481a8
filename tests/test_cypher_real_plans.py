"""Answers on the two real plans, worked out by reading the documents; the lines read stand beside each."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from graph.store import Store
from maillage.pipeline import read_graphs
from tests.town import QUERIES, Rows

PLANS = Path(__file__).parent.parent / "plans"
ALBERTVILLE, CHAMBERY = "albertville-2021", "grand-chambery-2021-2022"
PROGRAMME = "Projet de rénovation urbaine pour les Hauts-de-Chambéry et Bellevue"


@pytest.fixture(scope="module")
def plans(open_store: Store) -> Store:
    open_store._driver.execute_query("MATCH (n) DETACH DELETE n")
    open_store.load(read_graphs([PLANS]))
    return open_store


@pytest.mark.parametrize("name", QUERIES)
def test_what_ties_comes_in_one_order(plans: Store, name: str) -> None:
    """Where every order is total, a last key drawn at random changes nothing, in rows and in lists."""
    query = QUERIES[name]
    values = {param.name: NEEDED[param.name] for param in query.params if param.required}
    values |= {param.name: 1 for param in query.params if param.name == "minimum"}
    drawn, orders = re.subn(r"ORDER BY (.+?)(?=\n| RETURN )", r"ORDER BY \1, rand()", query.text)
    assert orders == query.text.count("ORDER BY ")
    answer = plans.run(query.text, query.bind(values))
    assert all(plans.run(drawn, query.bind(values)) == answer for _ in range(2))


NEEDED = {
    "acteur": "grand-chambery/caf",
    "acteur_1": "grand-chambery/cgpme",
    "acteur_2": "grand-chambery/afev",
    "objectif": 1,
}


def ask(store: Store, name: str, columns: str, **values: Any) -> Rows:
    """These columns of the answer, in its order."""
    query = QUERIES[name]
    known, rows = store.run(query.text, query.bind(values))
    places = [known.index(column) for column in columns.split()]
    return [tuple(row[place] for place in places) for row in rows]


def test_chambery_three_carry_most(plans: Store) -> None:
    """By the lists « Pilote » and « Partenaires » of the 19 objectives.

    État: partner of all but 2 and 13 (lines 43 to 782), pilot of 1, 5, 6, 17, 18, 19 (lines 37, 224, 266, 724, 754,
    778), which are among these. Grand Chambéry: pilot of all but 2, 7, 8 and 16, partner of 1, 2, 4 and 5 (lines 43,
    97, 183, 231). Ville: pilot of 11 (lines 38, 91, 365, 414, 457, 503, 537, 613, 723, 753, 777), partner of 1 to 5,
    7 to 10, 12 and 15.
    """
    assert ask(plans, "plus-engages", "acteur engagements pilote partenaire les_deux", plan=CHAMBERY)[:3] == [
        ("État", 17, 6, 17, 6),
        ("Grand Chambéry", 16, 15, 4, 3),
        ("Ville de Chambéry", 16, 11, 11, 6),
    ]


def test_chambery_pilots_of_each_objective(plans: Store) -> None:
    """One name under « Pilote » at lines 91, 130, 584, 662 and 695; four at lines 36 to 39 and 362 to 365."""
    assert ask(plans, "objectifs-un-pilote", "objectif pilote", plan=CHAMBERY) == [
        (2, "Ville de Chambéry"),
        (3, "Grand Chambéry"),
        (13, "Grand Chambéry"),
        (15, "Grand Chambéry"),
        (16, "DDETSPP"),
    ]
    several = ask(plans, "objectifs-plusieurs-pilotes", "objectif nombre pilotes", plan=CHAMBERY)
    assert len(several) == 19 - 5
    assert several[:2] == [
        (1, 4, ["État", "Cristal Habitat", "Grand Chambéry", "Ville de Chambéry"]),
        (8, 4, ["Collège Côte-Rousse", "IEN", "REP+ des Hauts-de-Chambéry", "Ville de Chambéry"]),
    ]
    assert ask(plans, "objectifs-sans-pilote", "objectif", plan=CHAMBERY) == []


def test_chambery_actions_with_a_pilot_of_their_own(plans: Store) -> None:
    """« co-piloté par la MLJ et l'entreprise Schneider Electric », « piloté par le Pôle de Santé »."""
    assert ask(plans, "actions-pilotees", "objectif pilote copilote fondement lieu") == [
        (6, "Mission locale jeunes", True, "déduit", "ligne 260"),
        (6, "Schneider Electric", True, "déduit", "ligne 260"),
        (9, "Pôle de Santé des Hauts-de-Chambéry", False, "déduit", "ligne 397"),
    ]


def test_chambery_actors_in_every_axis(plans: Store) -> None:
    """Département: partner in axis 1 (lines 136, 182), 2 (229), 3 (319, 419, 461, 542), 4 (589, 618, 666), 5 (784)."""
    assert ask(plans, "acteurs-partout", "acteur axes", plan=CHAMBERY) == [
        ("État", 5),
        ("Grand Chambéry", 5),
        ("Ville de Chambéry", 5),
        ("Conseil départemental de la Savoie", 5),
    ]


def test_chambery_announced_and_broken_down(plans: Store) -> None:
    """Line 52 announces 138 M€ (120 and 18, lines 54 and 55); lines 56 to 64 give nine sources.

    89.3 + 11.3 + 7.3 + 8.6 + 8.2 + 6.5 + 2.7 + 1.8 + 0.2 = 135.9; the 93 % of line 56 are a part of the 89.3.
    """
    columns = "programme annonce ventile reste annonce_sous_programmes"
    assert ask(plans, "annonce-ventile", columns) == [(PROGRAMME, 138_000_000, 135_900_000, 2_100_000, 138_000_000)]
    by_source = ask(plans, "montants-par-source", "source montant divergents")
    assert (len(by_source), sum(amount for _, amount, _ in by_source)) == (9, 135_900_000)
    assert by_source[0] == ("Participation – Bailleurs sociaux", 89_300_000, 0)
    assert ask(plans, "montants-par-objectif", "objectif montant partage")[0] == (1, 135_900_000, 0)


def test_chambery_loans_against_the_rest(plans: Store) -> None:
    """Line 60 alone speaks of loans. Lines 57, 58, 63 and 64 do not say what kind: 11.3 + 7.3 + 1.8 + 0.2 = 20.6."""
    assert ask(plans, "prets-et-autres", "categorie montant part") == [
        ("prêts", 8_200_000, 0.06),
        ("hors prêts", 107_100_000, 0.788),
        ("nature non dite", 20_600_000, 0.152),
    ]


def test_chambery_state_of_actions(plans: Store) -> None:
    """Objective 1: 16 to develop (lines 17 to 32). 8: 3 under way (347 to 349), 6 to develop (353 to 358).

    16: 3 under way (lines 685 to 687), 2 to develop (691 and 692).
    """
    states = {number: counts for number, *counts in ask(plans, "etat-actions", STATES, plan=CHAMBERY)}
    assert (states[1], states[8], states[16]) == ([0, 16, 0], [3, 6, 0], [3, 2, 0])
    axes = ask(plans, "etat-par-axe", "axe en_cours a_developper", plan=CHAMBERY)
    by_objective = [sum(counts[place] for counts in states.values()) for place in (0, 1)]
    assert [sum(row[place] for row in axes) for place in (1, 2)] == by_objective


STATES = "objectif en_cours a_developper autres"


def test_chambery_tools(plans: Store) -> None:
    """Operators in brackets at lines 279 and 283.

    CitésLab: lines 153 (objective 4), 238 (5), 254, 256 and 281 (6). FEDER: 437 (10), 651 (15), 770 (19).
    """
    operated = ask(plans, "operateurs-outils", "outil acteur objectifs lieu", plan=CHAMBERY)
    assert [row for row in operated if row[3] in ("ligne 279", "ligne 283")] == [
        ("Ordi pratique", "Blé", ["6", "15"], "ligne 279"),
        ("Ordi pratique", "Régie Plus", ["6", "15"], "ligne 279"),
        ('Projet "jeunes invisibles"', "La Sauvegarde de l'Enfance", ["6"], "ligne 283"),
        ('Projet "jeunes invisibles"', "Mission locale jeunes", ["6"], "ligne 283"),
    ]
    assert ask(plans, "outils-partages", "outil liste", plan=CHAMBERY)[:2] == [
        ("CitésLab", ["4", "5", "6"]),
        ("FEDER", ["10", "15", "19"]),
    ]


def test_chambery_districts_under_watch(plans: Store) -> None:
    """Lines 149, 153, 157, 159, 160, 161, 163 (objective 4), 261, 300 and 437."""
    found = ask(plans, "veille-active", "objectif niveau lieux", plan=CHAMBERY)
    assert [(number, level) for number, level, _ in found] == [
        *((4, "objectif"), *[(4, "action")] * 6),
        *((6, "action"), (7, "action"), (10, "action")),
    ]
    assert [places for _, _, places in found if places] == [
        ["Corbelet", "Piochet", "ZAC l'Epine"],
        ["Résidence sociale des Epinettes"],
        ["Maison Féjaz"],
        ["Chantemerle"],
    ]


def test_chambery_repeated_action_and_near_names(plans: Store) -> None:
    """Lines 637 and 640 differ by « se réunit »; Escalé at line 419, L'Escale at line 325."""
    (pair,) = ask(plans, "actions-proches", "objectif_1 action_1 objectif_2 action_2", plan=CHAMBERY)
    assert (pair[0], pair[2]) == (15, 15)
    assert pair[1].replace("se réunit ", "") == pair[3]
    assert ("Escalé", "L'Escale", 1.0) in ask(plans, "noms-proches", "acteur_1 acteur_2 ressemblance", plan=CHAMBERY)


def test_albertville_names_actors_in_responses_only(plans: Store) -> None:
    """MLJ at lines 29, 30 and 32; no line names a pilot, so all 18 objectives lack one."""
    assert ask(plans, "plus-engages", "acteur niveau engagements", plan=ALBERTVILLE)[0] == (
        *("Mission locale jeunes Albertville Tarentaise", "action"),
        3,
    )
    assert len(ask(plans, "objectifs-sans-pilote", "titre", plan=ALBERTVILLE)) == 18


def test_albertville_france_relance_and_perr(plans: Store) -> None:
    """Crosses at lines 19, 20, 22, 26, 27, 29, 57, 58 and 59; that of line 16 is one column off."""
    assert ask(plans, "france-relance-perr", "outil lieu doute") == [
        *(("Plan France Relance", f"ligne {line}", False) for line in (19, 20, 22, 26, 27, 29, 57, 58, 59)),
        ("protocole PERR", "ligne 16", True),
    ]


def test_albertville_measures_without_response(plans: Store) -> None:
    """51 measures (lines 7 to 59 but the empty 23 and 42), 24 of which have words in the column of responses."""
    measures = ask(plans, "mesures-sans-reponse", "axe mesure", plan=ALBERTVILLE)
    assert len(measures) == 51 - 24
    assert [measure[:28] for axis, measure in measures if axis.startswith("SÉCURITÉ")] == [
        "Abondement du Fonds Intermin",
        "Accélération de la lutte con",
        "Groupe d'évaluation départem",
        "Cellule départementale de Lu",
    ]


def test_albertville_national_envelopes(plans: Store) -> None:
    """« doté de 7Milliards € », « 2 Milliards € », « 10M€ »; none is local money."""
    assert ask(plans, "enveloppes-nationales", "financeurs montant lieu") == [
        (["État"], 7_000_000_000, "ligne 29"),
        (["ANRU"], 2_000_000_000, "ligne 18"),
        (["État"], 10_000_000, "ligne 8"),
    ]
    assert ask(plans, "montants-par-source", "source", plan=ALBERTVILLE) == []


def test_bodies_of_both_cities_and_what_they_do_in_the_other(plans: Store) -> None:
    """Police nationale: « flecher des stages en lien avec PN » (line 14 of Albertville), line 668 of Chambéry."""
    common = ask(plans, "acteurs-communs", "acteur", plan=CHAMBERY)
    assert {name for (name,) in common} == {"ANRU", "État", "MILDECA", "Pôle emploi", "Police nationale"}
    columns = "plan role objectif fondement lieu"
    assert ask(plans, "roles-ailleurs", columns, acteur="police-nationale") == [
        (ALBERTVILLE, "partenaire", None, "déduit", "ligne 14"),
        (CHAMBERY, "partenaire", 15, "écrit", "ligne 668"),
    ]
