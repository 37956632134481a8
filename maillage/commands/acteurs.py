"""`maillage acteurs`: names to review, as a workbook; decisions into the ledger."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from maillage.commands import arguments

if TYPE_CHECKING:
    from graph.actors.ledger import Ledger
    from graph.model import Graph
    from graph.review.apply import Answer
    from loaders.plan import PlanFiles

_SHOWN = 15


@click.group()
def acteurs() -> None:
    """Décider qui est qui : revoir les noms douteux dans un classeur, puis appliquer les décisions."""


@acteurs.command()
@click.argument("dossier", type=arguments.PATH)
@arguments.output("Classeur à écrire, .xlsx ou .ods (sinon : revue-PLAN.xlsx).")
def revue(dossier: Path, sortie: Path | None) -> None:
    """Écrire un classeur de questions : noms qui sont peut-être un seul acteur, ou peut-être deux."""
    from graph.actors.ledger import read_ledger
    from graph.errors import UsageError
    from graph.review.rows import by_plan, review
    from maillage.pipeline import read_graph
    from maillage.review import review_sheet
    from viz.files import write
    from viz.workbook import workbook

    files = _plan(dossier)
    graph = read_graph(dossier)
    plan = graph.by_label("Plan")[0].id
    path = sortie or Path(f"revue-{plan}.xlsx")
    if path.suffix.lower() not in (".xlsx", ".ods"):
        raise UsageError(f"« {path.name} » n'est pas un classeur", action="Donnez un nom en .xlsx ou .ods.")
    rows = review(graph, read_ledger(files.ledger))
    write(path, workbook([review_sheet(rows, plan)], path.suffix))
    counted = ", ".join(f"{number} « {question} »" for question, number in by_plan(rows).items())
    click.echo(f"{len(rows)} question(s){f' : {counted}' if counted else ''}", err=True)
    click.echo(f"Classeur à remplir : {path}")


@acteurs.command()
@click.argument("classeur", type=arguments.PATH)
@click.argument("dossier", type=arguments.PATH)
@click.option("--essai", is_flag=True, help="Montrer ce qui changerait, sans rien écrire.")
def appliquer(classeur: Path, dossier: Path, essai: bool) -> None:
    """Porter les décisions d'une revue au registre (acteurs.csv) du plan, après les avoir vérifiées."""
    import datetime

    from graph.actors.ledger import read_ledger
    from graph.review.apply import amended, answers, check, fresh
    from maillage.review import read_answers
    from viz.files import write

    files = _plan(dossier)
    ledger = read_ledger(files.ledger)
    decided = list(answers(read_answers(classeur)))
    check(decided, ledger)
    text = files.ledger.read_text(encoding="utf-8-sig") if files.ledger else ""
    new = amended(text, decided, ledger, datetime.datetime.now().astimezone().date())
    if new == text:
        click.echo("Aucune décision nouvelle : le registre est inchangé.", err=True)
        return
    path = files.ledger or dossier / "acteurs.csv"
    _show_change(dossier, ledger, new, fresh(decided, ledger))
    if essai:
        click.echo("Essai : rien n'a été écrit.", err=True)
        return
    write(path, new)
    click.echo(f"Registre mis à jour : {path}")
    click.echo("Rechargez le plan : maillage charger ou maillage copil.", err=True)


def _plan(folder: Path) -> PlanFiles:
    from graph.errors import InputError
    from loaders.plan import find_plan

    if folder.is_file():
        raise InputError(
            "un document seul n'a pas de registre",
            place=str(folder),
            action="Mettez-le dans un dossier, et donnez ce dossier.",
        )
    return find_plan(folder)


def _show_change(folder: Path, before: Ledger, text: str, decided: list[Answer]) -> None:
    """The ranking before and after, where it moves."""
    from graph.actors.ledger import parse_ledger
    from graph.review.change import moves
    from maillage.output import emit
    from maillage.pipeline import read_with

    old, new = read_with(folder, before), read_with(folder, parse_ledger(text, folder / "acteurs.csv"))
    click.echo(_counts(old, new, decided), err=True)
    rows = moves(old, new)
    if rows:
        columns = ["acteur", "engagements avant", "rang avant", "engagements après", "rang après"]
        emit(columns, rows[:_SHOWN], "table", meta=["Ce qui change dans le classement :"])
    if len(rows) > _SHOWN:
        click.echo(f"… et {len(rows) - _SHOWN} autre(s) acteur(s).", err=True)


def _counts(old: Graph, new: Graph, decided: list[Answer]) -> str:
    before, after = (len(graph.by_label("Actor")) for graph in (old, new))
    return f"{len(decided)} décision(s) ; {before} acteurs avant, {after} après."
