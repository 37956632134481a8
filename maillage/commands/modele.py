"""`maillage modele`: Maillage's own workbook, empty or filled with a plan."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from maillage.commands import arguments

if TYPE_CHECKING:
    from graph.model import Graph

_SUFFIXES = (".xlsx", ".ods")


@click.command()
@click.argument("classeur", type=arguments.PATH)
@click.argument("source", metavar="[DOSSIER|FICHIER]", required=False, type=arguments.PATH)
@click.option("--plan", metavar="ID", help="Écrire ce plan de la base dans le classeur.")
@click.option("--remplacer", is_flag=True, help="Écrire par-dessus un classeur qui existe déjà.")
def modele(classeur: Path, source: Path | None, plan: str | None, remplacer: bool) -> None:
    """Écrire le classeur à remplir (.xlsx ou .ods), vide ou avec un plan déjà lu.

    Sans source : le modèle vide, avec sa notice et un exemple. Avec un dossier, un document ou un g.json, ou avec
    --plan : ce plan dans le modèle. Rechargé sans rien y changer, il redonne le même plan.
    """
    from maillage.plan_workbook import model_sheets, plan_sheets
    from viz.files import write
    from viz.workbook import workbook

    _check(classeur, source, plan, remplacer)
    graph = _graph(source, plan)
    sheets = model_sheets() if graph is None else plan_sheets(graph)
    write(classeur, workbook(sheets, classeur.suffix))
    click.echo(f"Classeur écrit : {classeur}")
    if graph is None:
        click.echo("Remplissez-le (feuille « Lisez-moi »), puis : maillage copil " + str(classeur), err=True)
    else:
        _say_left(graph)


def _check(path: Path, source: Path | None, plan: str | None, replace: bool) -> None:
    """What makes no sense, or would destroy what a team has filled."""
    from graph.errors import InputError, UsageError

    if path.suffix.lower() not in _SUFFIXES:
        raise UsageError(f"« {path.name} » n'est pas un classeur", action="Donnez un nom en .xlsx ou .ods.")
    if source is not None and plan is not None:
        raise UsageError("un dossier et --plan à la fois", action="Donnez l'un ou l'autre.")
    if source is not None and source.resolve() == path.resolve():
        raise UsageError("le classeur à écrire est aussi celui à lire", action="Donnez un autre nom.")
    if path.exists() and not replace:
        raise InputError(
            "ce classeur existe déjà", place=str(path), action="Donnez un autre nom, ou ajoutez --remplacer."
        )


def _graph(source: Path | None, plan: str | None) -> Graph | None:
    """The graph to write, if one is asked for."""
    if source is not None:
        from maillage.commands.results import step
        from maillage.pipeline import read_graphs

        with step("Lecture du plan…"):
            return read_graphs([source])
    if plan is None:
        return None
    from maillage.commands.base import open_store
    from maillage.commands.choices import check_plan

    with open_store() as store:
        check_plan(store, plan)
        return store.read(plan)


def _say_left(graph: Graph) -> None:
    """What of the plan's documents is not in the workbook."""
    if graph.unread:
        message = f"Lignes que Maillage n'a pas lues, absentes du classeur : {len(graph.unread)}"
        click.echo(f"{message} (maillage verifier les montre).", err=True)
    click.echo("Modifiez-le, puis chargez-le à la place des documents d'origine : maillage charger CLASSEUR.", err=True)
