"""`maillage exporter`: the base, or one plan of it, into the exchange format."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from maillage.commands import arguments

if TYPE_CHECKING:
    from graph.model import Graph

FORMATS = ("json", "gexf", "graphml")


@click.command()
@click.option(
    "--format",
    "format_",
    type=click.Choice(FORMATS),
    help="json : tout le graphe, avec ses preuves (par défaut, ou d'après le nom du fichier) ; gexf, graphml : le "
    "réseau de la carte pour Gephi et Gephi Lite, avec ses couleurs, ses tailles et ses places.",
)
@arguments.plan
@arguments.output("Fichier à écrire (sinon : sortie standard).")
def exporter(format_: str | None, plan: str | None, sortie: Path | None) -> None:
    """Écrire le contenu de la base."""
    from maillage.commands.base import open_store
    from maillage.commands.results import show

    suffix = sortie.suffix.lower().lstrip(".") if sortie else ""
    chosen = format_ or (suffix if suffix in FORMATS else "json")
    with open_store() as store:
        graph = store.read(plan)
    show(_written(graph, chosen), sortie)


def _written(graph: Graph, chosen: str) -> str:
    if chosen == "json":
        from graph.exchange import to_json

        return to_json(graph)
    from viz import gephi

    return gephi.to_gexf(graph) if chosen == "gexf" else gephi.to_graphml(graph)
