"""`maillage comparer`: what changes between two plans, or two versions of one."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from maillage.commands import arguments

if TYPE_CHECKING:
    from graph.comparison import Change
    from graph.model import Graph

_TEXT_SUFFIXES = ("", ".txt", ".md")
_NOTHING = "Aucune différence entre les deux plans."


@click.command()
@click.argument("avant", metavar="A")
@click.argument("apres", metavar="B")
@click.option(
    "--format",
    "format_",
    type=click.Choice(("texte", "table", "csv", "csv-ouvert", "json", "ods", "xlsx")),
    help="texte (par défaut) : des phrases ; table ; csv pour Excel, csv-ouvert pour une plateforme de données, json "
    "pour un programme, ods ou xlsx pour un classeur (avec --sortie).",
)
@arguments.output("Fichier à écrire ; son nom décide du format : .txt, .csv, .json… (sinon : sortie standard).")
def comparer(avant: str, apres: str, format_: str | None, sortie: Path | None) -> None:
    """Dire ce qui change du plan A au plan B : objectifs, actions, pilotes, partenaires, montants, états.

    A et B sont des dossiers, des documents, des g.json, ou des identifiants de plans de la base. Une action
    reformulée reste une action ; ce qui n'est pas sûr est dit « à vérifier ». Deux plans égaux n'affichent rien.
    """
    from graph.comparison import compare
    from maillage.commands.results import step

    _format(format_, sortie)
    before, after = _graphs((avant, apres))
    with step("Comparaison…"):
        changes = compare(before, after)
    for line in _remarks(before, after):
        click.echo(line, err=True)
    if changes or sortie:
        _show(changes, _format(format_, sortie), sortie, _title(before, avant), _title(after, apres))
    if not changes:
        click.echo(_NOTHING, err=True)


def _format(format_: str | None, path: Path | None) -> str:
    """The format asked for, or that the file's name calls for."""
    from maillage.output import chosen_format

    if format_ == "texte" or (format_ is None and (path is None or path.suffix.lower() in _TEXT_SUFFIXES)):
        return "texte"
    return chosen_format(format_, path)


def _graphs(named: Sequence[str]) -> list[Graph]:
    """The two graphs. Files are read first; the base is opened for what is no file, once."""
    from maillage.commands.results import step
    from maillage.pipeline import read_graphs

    asked = [name for name in named if not Path(name).exists()]
    for name in asked:
        _check_id(name)
    with step("Lecture des plans…"):
        read = {name: read_graphs([Path(name)]) for name in named if name not in asked}
    stored = _stored(asked) if asked else {}
    return [(read | stored)[name] for name in named]


def _check_id(name: str) -> None:
    """Raise InputError for what is neither a file nor can be the id of a plan: no base is needed to say so."""
    from graph.errors import InputError
    from graph.text import slug

    if slug(name) != name:
        raise InputError(
            "fichier ou dossier introuvable",
            place=name,
            action="Donnez un dossier de plan, un document, un g.json, ou l'identifiant d'un plan de la base.",
        )


def _stored(names: Sequence[str]) -> dict[str, Graph]:
    from graph.errors import InputError
    from maillage.commands.base import open_store

    with open_store() as store:
        plans = store.plans()
        for name in names:
            if name not in plans:
                known = f"Plans de la base : {', '.join(plans)}." if plans else "La base ne contient aucun plan."
                raise InputError(f"« {name} » n'est ni un fichier, ni un plan de la base", action=known)
        return {name: store.read(name) for name in names}


def _title(graph: Graph, given: str) -> str:
    """A plan as the head of a text names it, with what was given for it."""
    titles = [str(node.properties.get("title") or node.name) for node in graph.by_label("Plan")]
    return f"{' ; '.join(titles)} ({given})" if titles else given


def _remarks(before: Graph, after: Graph) -> list[str]:
    """What a comparison cannot know: lines that nobody could read."""
    counts = [len(graph.unread) for graph in (before, after)]
    if not any(counts):
        return []
    return [f"Lignes non lues, dont les faits ne sont pas comparés : {counts[0]} dans A, {counts[1]} dans B."]


def _show(changes: Sequence[Change], fmt: str, path: Path | None, before: str, after: str) -> None:
    from graph.comparison import COLUMNS, VIEW, report, rows, view
    from maillage.commands.results import show
    from maillage.output import emit

    head = [f"De {before}", f"à {after}"]
    if fmt == "texte":
        body = report(changes, _width(path)) if changes else f"{_NOTHING}\n"
        show("\n".join([*head, "", body]), path)
    elif fmt == "table":
        emit(VIEW, view(changes), fmt, path, meta=head)
    else:
        emit(COLUMNS, rows(changes), fmt, path, meta=head if path else ())


def _width(path: Path | None) -> int | None:
    """The terminal's width; None where the text goes elsewhere: one line a change is easier to search."""
    import shutil
    import sys

    return shutil.get_terminal_size().columns if path is None and sys.stdout.isatty() else None
