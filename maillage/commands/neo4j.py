"""`maillage neo4j`: the local base, installed, started, stopped, looked at."""

from __future__ import annotations

import click


@click.group()
def neo4j() -> None:
    """Installer, démarrer, arrêter ou voir la base locale.

    Les autres commandes démarrent la base locale d'elles-mêmes. Si NEO4J_URI désigne une autre base, elles n'y
    touchent pas.
    """


@neo4j.command()
def installer() -> None:
    """Télécharger Neo4j (140 Mo, une seule fois)."""
    from graph.store import install
    from maillage.commands.progress import download_progress

    with download_progress() as progress:
        count = install(progress)
    click.echo(f"Neo4j est installé : {count} fichiers vérifiés.")


@neo4j.command()
def demarrer() -> None:
    """Démarrer la base locale ; elle reste allumée entre les commandes."""
    from graph.store import start
    from maillage.commands.progress import download_progress

    with download_progress() as progress:
        state = start(progress)
    click.echo(f"La base locale est prête : {state.uri} (processus {state.pid}).")
    _warn_if_elsewhere()


@neo4j.command()
def arreter() -> None:
    """Arrêter la base locale ; ce qui y est chargé reste."""
    from graph.store import stop

    click.echo("La base locale est arrêtée." if stop() else "La base locale n'était pas démarrée.")


@neo4j.command()
def etat() -> None:
    """Dire si la base locale est installée, démarrée, et où elle est."""
    from graph.store import status

    found = status()
    click.echo(f"Base locale : {found.condition}")
    if found.port:
        click.echo(f"Adresse     : bolt://127.0.0.1:{found.port} (processus {found.pid})")
    click.echo(f"Dossier     : {found.home}")
    _warn_if_elsewhere()


def _warn_if_elsewhere() -> None:
    import os

    if os.environ.get("NEO4J_URI"):
        click.echo("NEO4J_URI est définie : les autres commandes se servent de cette base-là.", err=True)
