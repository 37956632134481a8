"""`maillage exporter`: the base, or one plan of it, into the exchange format."""

from __future__ import annotations

from pathlib import Path

import click

from maillage.commands import arguments


@click.command()
@click.option("--format", "format_", type=click.Choice(["json"]), default="json", show_default=True, help="Format.")
@arguments.plan
@arguments.output("Fichier à écrire (sinon : sortie standard).")
def exporter(format_: str, plan: str | None, sortie: Path | None) -> None:
    """Écrire le contenu de la base."""
    from graph.exchange import to_json
    from graph.store import connect
    from maillage.commands.progress import download_progress
    from maillage.commands.results import show

    with download_progress() as progress, connect(progress) as store:
        graph = store.read(plan)
    show(to_json(graph), sortie)
