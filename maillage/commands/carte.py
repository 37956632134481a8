"""`maillage carte`: maps drawn from the base."""

from __future__ import annotations

from pathlib import Path

import click

from maillage.commands import arguments


@click.group()
def carte() -> None:
    """Dessiner le réseau des acteurs et des objectifs."""


@carte.command()
@arguments.plan
@click.option(
    "--sortie",
    metavar="F",
    type=arguments.PATH,
    default=Path("carte-reseau.html"),
    show_default=True,
    help="Page HTML à écrire ; elle s'ouvre sans internet.",
)
def reseau(plan: str | None, sortie: Path) -> None:
    """La carte interactive : qui pilote, qui est partenaire de quoi."""
    import datetime

    from maillage.commands.base import open_store
    from maillage.commands.results import show, step
    from viz.network_map import network_map

    with open_store() as store:
        graph = store.read(plan)
    with step("Dessin de la carte…"):
        page = network_map(graph, date=datetime.datetime.now(tz=datetime.UTC).astimezone().date())
    show(page, sortie)
