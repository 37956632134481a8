"""What is fragile: what hangs on one actor alone, and what each departure would cost."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pandas as pd

from graph.french import euros
from graph.network.departure import RISK_ORDER, departure
from graph.network.departure.words import sentences
from viz.dossier.model import Claim, Proof, Section, Table
from viz.dossier.story.facts import Facts, rows_of
from viz.dossier.story.words import more_rows, numbers, said

_ROWS = 8
_COLUMNS = (
    "si cet acteur part",
    "objectifs perdus",
    "actions perdues",
    "actions sous ces objectifs",
    "euros sans source",
)
_WIDTHS = (0.4, 0.14, 0.14, 0.16, 0.16)


def fragile(facts: Facts) -> Section:
    """What a departure would break."""
    lead = facts.read("fragilite", "simuler-depart", "Départs")
    claims = (lead, *_heaviest(facts), *_alone(facts), *facts.checks("plan-sans-pilote"))
    return Section("fragilites", "Ce qui est fragile", claims, tables=tuple(_tables(facts)))


def at_risk(facts: Facts) -> pd.DataFrame:
    """The departures that cost something, the heaviest first."""
    return facts.risks[(facts.risks[list(RISK_ORDER)] > 0).any(axis=1)]


def _heaviest(facts: Facts) -> Iterator[Claim]:
    found = at_risk(facts)
    if not len(found):
        return
    first = found.iloc[0]
    told = [said(line) for line in sentences(departure(facts.graph, [first["id"]], facts.choices), facts.graph)]
    equal = int(first["ex_aequo"]) - 1
    tied = f" {equal} {'autre départ pèse' if equal == 1 else 'autres départs pèsent'} autant." if equal else ""
    proof = Proof(facts.command(f"simuler-depart {first['id']}"), "Départs")
    yield Claim(told[0], proof, " ".join(told[1:4]) + tied)


def _alone(facts: Facts) -> Iterator[Claim]:
    """Objectives that nobody leads, and those that one actor alone carries."""
    if facts.choices.level == "objectif" and (led_by_none := facts.standing.without_pilot):
        which = numbers(facts.nodes[id_] for id_ in led_by_none)
        has = "objectif n’a" if len(led_by_none) == 1 else "objectifs n’ont"
        text = f"{len(led_by_none)} {has} pas de pilote nommé : {which}."
        yield Claim(said(text), Proof(facts.command("simuler-depart"), "Liens"))
    if facts.choices.level == "objectif" and (alone := facts.standing.single_actor):
        which = numbers(facts.nodes[id_] for id_ in alone)
        has = "objectif n’a" if len(alone) == 1 else "objectifs n’ont"
        text = f"{len(alone)} {has} qu’un seul acteur nommé : {which}."
        yield Claim(said(text), Proof(facts.command("simuler-depart"), "Liens"))


def _tables(facts: Facts) -> Iterator[Table]:
    rows = departures(facts)
    if rows:
        left = more_rows(rows[:_ROWS], len(rows), "autre départ", "autres départs", "Départs")
        order = "Perdu : laissé sans pilote, ou sans aucun acteur. L’ordre ne pèse pas une perte contre une autre."
        note = said(f"{order} {left}".strip())
        yield Table("Ce que coûterait chaque départ", _COLUMNS, rows[:_ROWS], _WIDTHS, note)


def departures(facts: Facts) -> list[list[Any]]:
    """Every departure that costs something."""
    return [
        [
            said(row.acteur + " (générique)" * row.generique),
            row.objectifs_orphelins,
            row.actions_orphelines,
            row.actions_sous_objectif,
            euros(row.euros) if row.euros else "–",
        ]
        for row in rows_of(at_risk(facts))
    ]
