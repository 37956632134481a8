"""Who bridges: who stands between the others, what holds in one piece, who are named together and act apart."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from graph.network.measures.wording import percent
from viz.dossier.model import Section, Table
from viz.dossier.story.facts import Facts, rows_of
from viz.dossier.story.words import more_rows, said

_ROWS = 8


def bridges(facts: Facts) -> Section:
    """Who stands between the others on paper."""
    lead = facts.read("passerelle", "mesures --par passerelle")
    others = [facts.read(name) for name in ("composantes", "articulations", "cles_couverture")]
    claims = (lead, *(claim for claim in others if claim.text != lead.text))
    return Section("passerelles", "Qui fait le lien", claims, tables=tuple(_tables(facts)))


def _tables(facts: Facts) -> Iterator[Table]:
    between = facts.ranking[facts.ranking["passerelle"] > 0]
    rows: list[list[Any]] = [
        [said(row.acteur + " (générique)" * row.generique), said(percent(row.passerelle)), row.engagements]
        for row in rows_of(between.sort_values("passerelle", ascending=False, kind="stable"))
    ]
    if rows and len(facts.ranking) > 2:
        note = more_rows(rows[:_ROWS], len(rows), "autre acteur", "autres acteurs", "Engagements")
        columns = ("acteur", "place de passerelle (part du maximum)", "engagements")
        yield Table("Les premières passerelles", columns, rows[:_ROWS], (0.5, 0.3, 0.2), note)
