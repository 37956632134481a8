"""The gaps as plain French sentences, what belongs together in one of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import groupby
from typing import Any

import pandas as pd

from graph.french import counted
from graph.network.gaps.cells import told_axis, told_places
from graph.network.gaps.outline import records
from graph.network.gaps.words import decimal, headed

SENTENCE_COLUMNS = ("plan", "lacune", "rang", "ou", "constat")

Row = dict[str, Any]
Told = tuple[int | None, str, str]


def sentences(gap: str, frame: pd.DataFrame) -> pd.DataFrame:
    """A frame of `uncovered` ("acteurs"), `few_partners` ("objectifs") or `strangers` ("paires"), a sentence a row.

    Columns: `plan`; `lacune`, the gap; `rang`, None where nothing is ranked; `ou`, where it is; `constat`, what is
    found, in French. The cells of one axis stand in one sentence; so do those of one place, and the places of a kind of
    which the same can be said.
    """
    told = [
        (plan, gap, *line)
        for plan, of_plan in groupby(records(frame), key=lambda row: row["plan"])
        for line in _TELLERS[gap](of_plan)
    ]
    return pd.DataFrame(told, columns=list(SENTENCE_COLUMNS)).astype(object)


def _uncovered(rows: Iterable[Row]) -> Iterator[Told]:
    whole = list(rows)
    for where, found in (*told_axis(whole), *told_places(whole)):
        yield None, where, found


def _few(rows: Iterable[Row]) -> Iterator[Told]:
    for row in rows:
        generic = f" (dont {counted(row['generiques'], 'générique')})" if row["generiques"] else ""
        partners = f"{counted(row['partenaires'], 'partenaire')}{generic} pour {counted(row['actions'], 'action')}"
        expected = f"environ {round(row['attendus'])} au rythme médian du plan ({decimal(row['reference'])} par action)"
        ways = f"Vrai dans {row['tient']} façons de compter sur {row['facons']}."
        yield row["rang"], f"Objectif {headed(row['objectif'], row['titre'])}", f"{partners} ; {expected}. {ways}"


def _pairs(rows: Iterable[Row]) -> Iterator[Told]:
    for row in rows:
        one, other = row["acteur_1"], row["acteur_2"]
        shared = f"{counted(row['communs'], 'objectif')} en commun ({', '.join(row['objectifs'])})"
        own = f"actions où chacun a un rôle : {row['actions_1']} et {row['actions_2']}"
        yield row["rang"], f"{one} – {other}", f"{shared} ; aucune action ne les réunit ({own})."


_TELLERS: dict[str, Callable[[Iterable[Row]], Iterator[Told]]] = {
    "acteurs": _uncovered,
    "objectifs": _few,
    "paires": _pairs,
}
