"""What is not covered: kinds of actors that an axis lacks, objectives with few partners, pairs that act apart."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pandas as pd

from graph.network import Choices
from graph.network.gaps import ABSENCE, few_partners, sentences, strangers, uncovered
from viz.dossier.model import Claim, Proof, Section, Table
from viz.dossier.story.facts import Facts
from viz.dossier.story.words import more_rows, said, sentence

_ROWS = 6
_KINDS = {"acteurs": "qui manque", "objectifs": "peu de partenaires", "paires": "jamais dans une même action"}
_NOUNS = {
    "acteurs": ("manque par axe ou par lieu", "manques par axe ou par lieu"),
    "objectifs": ("objectif à peu de partenaires", "objectifs à peu de partenaires"),
    "paires": ("paire d’acteurs sans action commune", "paires d’acteurs sans action commune"),
}
BOTH = Choices("tous")


def gaps(facts: Facts) -> list[list[Any]]:
    """Every gap that was found, a sentence a row: what kind, where, what."""
    frames = (uncovered(facts.graph, BOTH), few_partners(facts.graph, BOTH), strangers(facts.graph, BOTH))
    told = [sentences(gap, frame) for gap, frame in zip(_KINDS, frames, strict=True)]
    rows = pd.concat(told, ignore_index=True).to_dict("records")
    return [[_KINDS[str(row["lacune"])], said(str(row["ou"])), said(str(row["constat"]))] for row in rows]


def missing(facts: Facts) -> Section:
    """What the plan leaves out."""
    rows = gaps(facts)
    claims = (_lead(facts, rows), *_of_each(facts, rows), _absence(facts))
    return Section("manques", "Ce qui n’est pas couvert", claims, tables=tuple(_tables(rows)))


def _lead(facts: Facts, rows: list[list[Any]]) -> Claim:
    if not facts.network.number_of_edges():
        return facts.read("cibles_sans_acteur")
    if not rows:
        return Claim("Aucune lacune n’a été trouvée par les règles essayées.", _proof(facts))
    counted = [(sum(row[0] == kind for row in rows), *_NOUNS[gap]) for gap, kind in _KINDS.items()]
    told = [f"{number} {one if number == 1 else many}" for number, one, many in counted if number]
    one = len(rows) == 1
    return Claim(
        said(f"{'1 question' if one else f'{len(rows)} questions'} à se poser : {', '.join(told)}."), _proof(facts)
    )


def _of_each(facts: Facts, rows: list[list[Any]]) -> Iterator[Claim]:
    """The first of each kind."""
    for kind in _KINDS.values():
        first = next((row for row in rows if row[0] == kind), None)
        if first:
            yield Claim(sentence(f"{first[1]} : {first[2]}"), _proof(facts))


def _absence(facts: Facts) -> Claim:
    return Claim(said(ABSENCE), _proof(facts))


def _proof(facts: Facts) -> Proof:
    return Proof(facts.command("lacunes"), "Lacunes")


def _tables(rows: list[list[Any]]) -> Iterator[Table]:
    shown = mixed(rows)
    if shown:
        note = more_rows(shown, len(rows), "autre question", "autres questions", "Lacunes")
        yield Table(
            "Les questions, par sorte", ("sorte", "où", "constat"), shown, (0.18, 0.34, 0.48), note, brief=(1, 2)
        )


def mixed(rows: list[list[Any]]) -> list[list[Any]]:
    """The first rows of each kind, as many of each as fit."""
    each = _ROWS // len(_KINDS)
    return [row for kind in _KINDS.values() for row in [row for row in rows if row[0] == kind][:each]]
