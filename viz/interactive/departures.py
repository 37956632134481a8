"""And if this actor leaves? For each actor of the map, what `graph.network.departure` tells, as data for the page."""

from __future__ import annotations

from typing import Any

import pandas as pd

from graph.model import Graph
from graph.network import usual_level
from graph.network.choices import Choices
from graph.network.departure import departure, risks
from graph.network.departure.table import consequences
from graph.network.departure.words import sentences
from viz import french
from viz.interactive.stage import Data

MOST = 300
"""Departures that are told, the gravest first: beyond, the page says where to ask."""

_LOSSES = (
    "objectifs_orphelins", "objectifs_un_acteur", "actions_orphelines", "euros", "morceaux", "actions_un_acteur",
    "actions_sous_objectif", "prets", "sources_sans_montant",
)  # fmt: skip
_SAFE = (
    "Son départ ne laisse aucun objectif ni aucune action sans pilote, sans acteur ou à un seul acteur, ne retire "
    "aucun financement et ne coupe pas le réseau."
)
_UNTOLD = (
    "Ce départ, parmi les moins lourds, n’est pas détaillé ici : la commande « maillage simuler-depart » le donne."
)


def departures(graph: Graph) -> dict[str, Data]:
    """By actor: `says`, the sentences of `maillage simuler-depart`, and `rows`, one a consequence: nature, id, note.

    Where nothing is lost one sentence says so, and nothing more is computed.
    """
    choices = Choices(usual_level(graph))
    frame = risks(graph, choices)
    grave = frame[list(_LOSSES)].ne(0).any(axis="columns")
    told = set(frame["id"][grave][:MOST])
    safe = dict(zip(frame["id"], ~grave, strict=True))
    return {
        actor: _leaves(graph, actor, choices)
        if actor in told
        else {"says": [_SAFE if safe[actor] else _UNTOLD], "rows": []}
        for actor in sorted(frame["id"])
    }


def _leaves(graph: Graph, actor: str, choices: Choices) -> Data:
    found = departure(graph, [actor], choices)
    rows = consequences(found, graph).to_dict("records")
    return {"says": sentences(found, graph), "rows": [_row(row) for row in rows]}


def _row(row: dict[Any, Any]) -> Data:
    euros = row["euros"]
    amount = "" if pd.isna(euros) else french.euros(int(euros))
    alone = f"reste{french.NBSP}: {row['acteur_restant']}" if row["acteur_restant"] else ""
    return {"nature": row["nature"], "id": row["id"], "title": row["titre"], "note": amount or alone}
