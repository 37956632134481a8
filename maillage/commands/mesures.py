"""`maillage mesures`: which actors carry the most commitments, and every other measure of the network."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from maillage.commands import arguments
from maillage.commands.choices import network_choices, table_format

if TYPE_CHECKING:
    from graph.model import Graph
    from graph.network import Choices
    from maillage.output import Table

_OF_ALL = ("reseau", "lectures")
VIEWS = ("classement", "liens", "suite", "reseau", "lectures")
MEASURES = ("engagements", "portee", "passerelle", "fragilite", "argent")


@click.command()
@network_choices
@click.option(
    "--par",
    "by",
    type=click.Choice(MEASURES),
    default="engagements",
    show_default=True,
    help="La mesure qui classe.",
)
@click.option(
    "--vue",
    type=click.Choice(VIEWS),
    help="classement (par défaut) ; liens : les phrases derrière les chiffres ; suite : les mesures à la demande, par "
    "acteur ; reseau : celles de tout le réseau ; lectures : chaque mesure définie, et ce qu'elle dit de ce plan. Un "
    "classeur les donne toutes, une par feuille.",
)
@click.option("--acteur", metavar="NOM", help="Seulement cet acteur, par son nom ou l'une de ses mentions.")
@arguments.plan
@table_format
@arguments.output("Fichier à écrire ; son nom (.csv, .json, .ods, .xlsx) décide du format (sinon : sortie standard).")
def mesures(
    make_choices: Callable[[Graph], Choices],
    by: str,
    vue: str | None,
    acteur: str | None,
    plan: str | None,
    format_: str | None,
    sortie: Path | None,
) -> None:
    """Classer les acteurs par nombre d'engagements, et mesurer le réseau.

    Un engagement est un objectif (ou une action) que l'acteur pilote ou aide, quel que soit le nombre de rôles.
    « entre » : les rangs que le même acteur peut prendre si quelques lignes du document, ou les choix de calcul,
    changent.
    """
    from graph.errors import UsageError
    from maillage.commands.base import open_store
    from maillage.commands.choices import actor_id, check_plan
    from maillage.output import chosen_format

    fmt = chosen_format(format_, sortie)
    if acteur is not None and vue in _OF_ALL:
        raise UsageError(
            f"la vue « {vue} » dit tout le réseau", action="Retirez --acteur, ou choisissez une autre vue."
        )
    with open_store() as store:
        check_plan(store, plan)
        wanted = actor_id(store, acteur, plan) if acteur is not None else None
        graph = store.read(plan)
    _emit(graph, make_choices(graph), by, vue, wanted, fmt, sortie)


def _emit(
    graph: Graph, choices: Choices, by: str, view: str | None, actor: str | None, fmt: str, path: Path | None
) -> None:
    from maillage.commands.results import show
    from maillage.measures import RANKING, VIEWS, of_actor, on_a_page
    from maillage.output import WORKBOOKS, emit, tables_workbook

    def table(name: str) -> Table:
        found = VIEWS[name](graph, choices, by)
        return of_actor(found, actor) if actor is not None else found

    if view is None and path is not None and fmt in WORKBOOKS:
        show(tables_workbook([table(name) for name in VIEWS], fmt), path)
        return
    shown = table(view or RANKING)
    if fmt == "table":
        shown = on_a_page(shown)
    emit(shown.columns, shown.rows, fmt, path, shown.meta)
    if actor is not None and not shown.rows:
        click.echo("Cet acteur n'a rien à ce niveau sous ces choix (service regroupé, générique écarté ?).", err=True)
