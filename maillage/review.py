"""The review as a workbook that a person fills, and that workbook read back into decisions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from graph.errors import InputError
from graph.review.rows import Row
from viz.workbook import Column, Sheet

DECISIONS = ("même", "distinct", "à revoir")
SHEET = "Revue"
COLUMNS = (
    Column("n°", 5),
    Column("question", 16),
    Column("mention", 26),
    Column("acteur", 26),
    Column("décision", 12, DECISIONS, answer=True),
    Column("raison", 34, answer=True),
    Column("effet de « même »", 30),
    Column("indices", 38),
    Column("où la mention est écrite", 60),
    Column("où l'acteur est écrit", 60),
)
_HELP = (
    "Qui est qui ? Une question par ligne ; les premières pèsent le plus sur le classement.",
    "Décision : « même » (la mention est cet acteur), « distinct » (deux organisations), « à revoir » (plus tard). "
    "Laissez vide ce que vous ne tranchez pas.",
    "Ne changez ni la mention ni l'acteur : ce sont les noms du registre. "
    "Ensuite : maillage acteurs appliquer CE-FICHIER DOSSIER",
)


def review_sheet(rows: Sequence[Row], plan: str) -> Sheet:
    """The questions as a sheet, with the decisions that the ledger holds already."""
    cells = [
        (
            number,
            row.question,
            row.mention,
            row.actor,
            row.decision,
            row.reason,
            row.effect,
            row.signs,
            row.mention_said,
            row.actor_said,
        )
        for number, row in enumerate(rows, 1)
    ]
    return Sheet(SHEET, COLUMNS, cells, (f"{_HELP[0]} Plan : {plan}", *_HELP[1:]))


def read_answers(path: Path) -> Iterator[tuple[str, dict[str, str]]]:
    """Each filled row of a review, with its place and its cells by heading; `InputError` for another workbook."""
    from loaders.read.workbook import read_workbook

    rows = next((rows for name, rows in read_workbook(path).items() if name == SHEET), None)
    if rows is None:
        message = f"la feuille « {SHEET} » manque"
        raise InputError(message, place=str(path), action="Partez de : maillage acteurs revue.")
    header = next((i for i, row in enumerate(rows) if {"mention", "acteur", "décision"} <= set(row.cells)), None)
    if header is None:
        raise InputError(
            "les colonnes mention, acteur et décision manquent",
            place=f"{path}, feuille {SHEET}",
            action="Partez du classeur écrit par : maillage acteurs revue.",
        )
    headings = rows[header].cells
    for row in rows[header + 1 :]:
        yield f"{path.name}, {row.locator}", dict(zip(headings, row.cells, strict=False))
