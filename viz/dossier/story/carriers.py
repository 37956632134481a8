"""Who carries what: the ranking, what it is worth, and pilots under load."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from graph.network import COUNTED
from viz.dossier.model import Claim, Proof, Section, Table
from viz.dossier.story.facts import Facts, rows_of
from viz.dossier.story.words import more_rows, said, sentence

_ROWS, _CHECKS = 10, 2
COLUMNS = ("rang", "entre les rangs", "acteur", "engagements", "pilote", "partenaire")
WIDTHS = (0.09, 0.14, 0.33, 0.18, 0.11, 0.15)


def carriers(facts: Facts) -> Section:
    """Who has the most commitments, and how sure that is."""
    proof = Proof(facts.command("mesures"), "Engagements")
    lead = facts.read("engagements", "mesures", "Engagements")
    worth = [Claim(sentence(told), proof) for told in facts.robustness.sentences[:2]] if len(facts.ranking) else []
    loaded = list(facts.checks("pilote-surcharge"))
    claims = (lead, *worth, *loaded[:_CHECKS], *_others(loaded))
    return Section("porteurs", "Qui porte quoi", claims, tables=tuple(_tables(facts)))


def _others(loaded: list[Claim]) -> Iterator[Claim]:
    left = len(loaded) - _CHECKS
    if left > 0:
        others = "autre pilote très chargé" if left == 1 else "autres pilotes très chargés"
        yield Claim(said(f"{left} {others} : voir les constats."), Proof("maillage verifier DOSSIER", "Constats"))


def _tables(facts: Facts) -> Iterator[Table]:
    rows = ranked(facts)
    if rows:
        shown = rows[:_ROWS]
        title = f"Les premiers par engagements (comptés : {COUNTED[facts.choices.level]})"
        note = more_rows(shown, len(rows), "autre acteur", "autres acteurs", "Engagements")
        yield Table(said(title), COLUMNS, shown, WIDTHS, note)


def ranked(facts: Facts) -> list[list[Any]]:
    """Every actor of the ranking, with the ranks that it may have."""
    spans = facts.robustness.frame.set_index("id")[["rang_bas", "rang_haut"]].to_dict("index")
    return [
        [
            row.rang,
            _span(spans.get(row.id)),
            said(row.acteur + " (générique)" * row.generique),
            row.engagements,
            row.pilote,
            row.partenaire,
        ]
        for row in rows_of(facts.ranking)
    ]


def _span(found: Any) -> str:
    if not found or found["rang_bas"] != found["rang_bas"]:
        return "–"
    low, high = int(found["rang_bas"]), int(found["rang_haut"])
    return str(low) if low == high else f"{low} à {high}"
