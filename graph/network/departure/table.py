"""A departure as a table: one row a consequence, with the sentences behind it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import pandas as pd

from graph.model import Graph, Node
from graph.network.departure.leaving import Departure, Piece
from graph.network.departure.losses import Loss, Losses
from graph.network.departure.money import LostSource
from graph.network.proof import Evidence

CONSEQUENCES = {
    "nature": "str",
    "id": "str",
    "numero": "Int64",
    "titre": "str",
    "restent": "Int64",
    "acteur_restant": "str",
    "euros": "Int64",
    "phrases": "object",
    "emplacements": "object",
    "documents": "object",
}

_DETACHED = {"Objective": "objectif détaché", "Action": "action détachée", "Actor": "acteur détaché"}


def consequences(departure: Departure, graph: Graph) -> pd.DataFrame:
    """One row a consequence of a departure: objectives, then actions, money, and what is cut off; no row where none.

    `nature`: what happens, to the node of this `id`; `numero`: that of an objective (null where none is printed).
    `restent`: how many actors stay; `acteur_restant`: the name of one who stays alone. `euros`: whole euros of a
    source, null where none can be counted. `phrases`, `emplacements`, `documents`: lists of one length, the sentences
    behind the row. An objective that loses its pilot and everyone has two rows, so that the rows of one nature number
    the figure of that name. An "action sous objectif" has no pilot of its own, and its objective none any more.
    """
    nodes = graph.index()
    rows = [
        *_level("objectif", departure.objectives, nodes),
        *_level("action", departure.actions, nodes),
        *(_loss("action sous objectif", loss, nodes) for loss in departure.actions_below),
        *(_lost(row, nodes) for row in departure.money),
        *(row for piece in departure.cut_off for row in _piece(piece, nodes)),
    ]
    return pd.DataFrame(rows, columns=list(CONSEQUENCES)).astype(CONSEQUENCES)


def _level(level: str, found: Losses, nodes: Mapping[str, Node]) -> Iterator[dict[str, Any]]:
    natures = (
        ("sans pilote", found.without_pilot),
        ("sans acteur", found.without_actor),
        ("à un acteur", found.single_actor),
    )
    for nature, lost in natures:
        yield from (_loss(f"{level} {nature}", loss, nodes) for loss in lost)


def _loss(nature: str, loss: Loss, nodes: Mapping[str, Node]) -> dict[str, Any]:
    alone = nodes[loss.staying[0]].name if len(loss.staying) == 1 else ""
    staying = {"restent": len(loss.staying), "acteur_restant": alone}
    return _row(nature, nodes[loss.target]) | staying | _said(loss.ties)


def _lost(row: LostSource, nodes: Mapping[str, Node]) -> dict[str, Any]:
    nature = "prêt sans prêteur" if row.source.loan else "argent sans source"
    return _row(nature, nodes[row.source.id]) | {"euros": row.source.euros} | _said(row.ties)


def _piece(piece: Piece, nodes: Mapping[str, Node]) -> Iterator[dict[str, Any]]:
    for id_ in (*piece.targets, *piece.actors):
        yield _row(_DETACHED[nodes[id_].label], nodes[id_]) | _said(piece.ties)


def _row(nature: str, node: Node) -> dict[str, Any]:
    told = node.properties
    number = told.get("number") if node.label == "Objective" else None
    titre = told.get("title") or told.get("text") or node.name
    named = {"nature": nature, "id": node.id, "numero": number, "titre": titre}
    return named | {"restent": None, "acteur_restant": "", "euros": None}


def _said(ties: Iterable[Evidence]) -> dict[str, list[str]]:
    """Each sentence once, with its place."""
    told = list(dict.fromkeys((tie.quote, tie.locator, tie.document) for tie in ties))
    phrases, places, documents = (list(column) for column in zip(*told, strict=True)) if told else ([], [], [])
    return {"phrases": phrases, "emplacements": places, "documents": documents}
