"""`maillage dossier`: the kit of a meeting in one command."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from maillage.commands import arguments

if TYPE_CHECKING:
    from graph.model import Graph
    from viz.dossier.kit import Files
    from viz.dossier.theme import Theme

_OPENED = ("index.html", "dossier.pdf")


@click.command()
@arguments.plan
@click.option(
    "--depuis",
    metavar="G.json|DOSSIER",
    type=arguments.PATH,
    help="Le plan antérieur (dossier, document ou g.json), pour dire ce qui a changé.",
)
@click.option(
    "--presentation",
    metavar="plan.toml",
    type=arguments.PATH,
    help="Le fichier dont la table [presentation] donne organisme, logo et couleur.",
)
@click.option(
    "--sortie",
    metavar="DIR",
    type=arguments.PATH,
    default=Path("dossier"),
    show_default=True,
    help="Dossier à remplir.",
)
def dossier(plan: str | None, depuis: Path | None, presentation: Path | None, sortie: Path) -> None:
    """Remplir le dossier d'une réunion : PDF, diapositives, note, cartes, tableaux et page d'accueil.

    Chaque phrase est calculée à partir de la base, et dit d'où vient son chiffre.
    """
    from maillage.commands.base import open_store
    from maillage.commands.choices import check_plan

    theme = _theme(presentation)
    since = _since(depuis)
    with open_store() as store:
        check_plan(store, plan)
        graph = store.read(plan)
    files = _kit(graph, theme, since)
    _write(files, sortie)


def _theme(path: Path | None) -> Theme:
    from maillage.presentation import read_theme
    from viz.dossier.theme import Theme, readable

    theme = readable(read_theme(path)) if path else Theme()
    for remark in theme.remarks:
        click.echo(remark, err=True)
    return theme


def _since(path: Path | None) -> Graph | None:
    from maillage.commands.results import step
    from maillage.pipeline import read_graphs

    if path is None:
        return None
    with step("Lecture du plan antérieur…"):
        return read_graphs([path])


def _kit(graph: Graph, theme: Theme, since: Graph | None) -> Files:
    import datetime

    from maillage.commands.results import step
    from viz.dossier.kit import kit

    return kit(graph, datetime.datetime.now(tz=datetime.UTC).astimezone().date(), theme, since, step)


def _write(files: Files, folder: Path) -> None:
    from viz.files import write

    for name, content in files.items():
        write(folder / name, content)
    click.echo(f"{len(files)} fichiers écrits : {folder}", err=True)
    for name in _OPENED:
        click.echo(f"À ouvrir : {folder / name}")
