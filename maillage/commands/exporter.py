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
    from maillage.commands.base import open_store
    from maillage.commands.results import show

    with open_store() as store:
        graph = store.read(plan)
    show(to_json(graph), sortie)
