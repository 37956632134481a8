"""`maillage exporter`: the base, or one plan of it, into the exchange format."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from maillage.commands import arguments

if TYPE_CHECKING:
    from graph.model import Graph

FORMATS = ("json", "gexf", "graphml", "xlsx", "ods", "csv", "grass")
_BYTES = ("xlsx", "ods")


@click.command()
@click.option(
    "--format",
    "format_",
    type=click.Choice(FORMATS),
    help="json : tout le graphe, avec ses preuves (par défaut, ou d'après le nom du fichier) ; gexf, graphml : le "
    "réseau de la carte pour Gephi et Gephi Lite, avec ses couleurs, ses tailles et ses places ; xlsx, ods : toutes "
    "les tables dans un classeur ; csv : les mêmes, un fichier chacune dans le dossier de --sortie ; grass : le style "
    "à déposer dans Neo4j Browser après « :style ».",
)
@arguments.plan
@arguments.output("Fichier à écrire, ou dossier pour csv (sinon : sortie standard).")
def exporter(format_: str | None, plan: str | None, sortie: Path | None) -> None:
    """Écrire le contenu de la base."""
    from maillage.commands.base import open_store
    from maillage.commands.results import show

    chosen = _chosen(format_, sortie)
    if chosen == "grass":
        from viz.browser_style import browser_style

        show(browser_style(), sortie)
        return
    with open_store() as store:
        graph = store.read(plan)
    if chosen == "csv" and sortie:
        _write_folder(graph, sortie)
    else:
        show(_written(graph, chosen), sortie)


def _chosen(format_: str | None, path: Path | None) -> str:
    """The format asked for, or that of the file's name; `UsageError` where it needs a file or folder to write."""
    from graph.errors import UsageError

    suffix = path.suffix.lower().lstrip(".") if path else ""
    chosen = format_ or (suffix if suffix in FORMATS else "json")
    if path is None and chosen in _BYTES:
        raise UsageError(f"un classeur .{chosen} s'écrit dans un fichier", action=f"Ajoutez --sortie NOM.{chosen}.")
    if chosen == "csv" and (path is None or path.is_file() or suffix):
        raise UsageError(
            "les tables .csv s'écrivent dans un dossier, un fichier chacune",
            action="Ajoutez --sortie DOSSIER (ou --sortie NOM.xlsx pour un seul fichier).",
        )
    return chosen


def _write_folder(graph: Graph, folder: Path) -> None:
    from maillage.exports import csv_files
    from viz.files import write

    files = csv_files(graph)
    for name, content in files.items():
        write(folder / name, content)
    click.echo(f"Écrit : {folder} ({len(files)} tables)", err=True)


def _written(graph: Graph, chosen: str) -> str | bytes:
    if chosen == "json":
        from graph.exchange import to_json

        return to_json(graph)
    if chosen in _BYTES:
        from maillage.exports import graph_tables
        from maillage.output import tables_workbook

        return tables_workbook(graph_tables(graph), chosen)
    from viz import gephi

    return gephi.to_gexf(graph) if chosen == "gexf" else gephi.to_graphml(graph)
