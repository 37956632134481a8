"""`maillage extraire`: documents to a graph as JSON, without a database."""

from __future__ import annotations

from pathlib import Path

import click

from maillage.commands import arguments


@click.command()
@arguments.plans
@arguments.output("Fichier JSON à écrire (sinon : sortie standard).")
def extraire(chemins: tuple[Path, ...], sortie: Path | None) -> None:
    """Lire des plans et écrire leur graphe en JSON, sans base."""
    from graph.exchange import to_json
    from maillage.commands.results import show
    from maillage.pipeline import read_graphs

    show(to_json(read_graphs(chemins)), sortie)
