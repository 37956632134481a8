"""`maillage mesures`: which actors carry the most commitments."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from maillage.commands import arguments
from maillage.commands.choices import table_format

if TYPE_CHECKING:
    import pandas as pd

    from graph.model import Graph
    from graph.network import Level

COUNTED = {"objectif": "objectifs", "action": "actions", "tous": "objectifs et actions"}


@click.command()
@click.option(
    "--niveau",
    type=click.Choice(tuple(COUNTED)),
    help="Ce à quoi un acteur s'engage : les objectifs, leurs actions, ou les deux (sinon : les objectifs, ou les "
    "actions d'un plan qui ne nomme personne à ses objectifs).",
)
@click.option("--regrouper", is_flag=True, help="Compter les engagements d'un service avec ceux de son organisation.")
@click.option("--sans-generiques", is_flag=True, help="Laisser de côté « communes », « bailleurs sociaux »…")
@arguments.plan
@table_format
@arguments.output("Fichier à écrire ; .csv ou .json y décide du format (sinon : sortie standard).")
def mesures(
    niveau: Any, regrouper: bool, sans_generiques: bool, plan: str | None, format_: str | None, sortie: Path | None
) -> None:
    """Classer les acteurs par nombre d'engagements.

    Un engagement est un objectif (ou une action) que l'acteur pilote ou aide, quel que soit le nombre de rôles. Les
    phrases derrière un chiffre : maillage requete engagements-acteur -p acteur=NOM.
    """
    from graph.network import commitments, usual_level
    from maillage.commands.base import open_store
    from maillage.commands.choices import check_plan
    from maillage.output import chosen_format, emit

    fmt = chosen_format(format_, sortie)
    with open_store() as store:
        check_plan(store, plan)
        graph = store.read(plan)
    level = niveau or usual_level(graph)
    frame = commitments(graph, level, regroup=regrouper, generic=not sans_generiques)
    meta = [*_meta(frame, level, regrouper, sans_generiques), *plans_line(graph, level)]
    if fmt == "table":
        frame = _view(frame)
    emit(list(frame.columns), frame.to_dict("split")["data"], fmt, sortie, meta)


def _view(frame: pd.DataFrame) -> pd.DataFrame:
    """What fits a page: generic actors marked in their names, and no column that another one tells."""
    marks = frame["generique"].map({True: " (générique)", False: ""}).astype(str)
    return frame.assign(acteur=frame["acteur"] + marks).drop(columns=["id", "type", "generique", "les_deux"])


def plans_line(graph: Graph, level: Level) -> list[str]:
    """Which plans a ranking counts, and which have nothing to count at its level."""
    from graph.network import plans_counted

    counted, without = plans_counted(graph, level)
    missing = f" ; aucun lien à ce niveau (comptés : {COUNTED[level]}) : {', '.join(without)}" if without else ""
    return [f"Plans comptés : {', '.join(counted) or 'aucun'}{missing}."] if counted or without else []


def _meta(frame: pd.DataFrame, level: str, regroup: bool, named_only: bool) -> list[str]:
    counted = f"{len(frame)} acteurs, {frame['engagements'].sum()} engagements ; comptés : {COUNTED[level]}"
    options = ", services regroupés" * regroup + ", sans les acteurs génériques" * named_only
    too_large = len(frame) > 0 and bool(frame["intermediarite"].isna().all())
    note = ["Intermédiarité : non calculée, le réseau est trop grand pour un calcul exact."] * too_large
    return [f"Engagements par acteur ({counted}{options}).", *note]
