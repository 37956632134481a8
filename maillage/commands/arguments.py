"""Arguments and options that several commands share."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import click

F = TypeVar("F", bound=Callable[..., object])

PATH = click.Path(path_type=Path)


def plans(function: F) -> F:
    """The plans to read: folders or files, one at least."""
    return click.argument("chemins", metavar="DOSSIER|FICHIER…", nargs=-1, required=True, type=PATH)(function)


def output(help_: str = "Fichier à écrire (sinon : sortie standard).") -> Callable[[F], F]:
    """`--sortie`."""
    return click.option("--sortie", metavar="F", type=PATH, help=help_)


def plan(function: F) -> F:
    """`--plan`: narrows what is read from the base to one plan."""
    return click.option("--plan", metavar="ID", help="Ne compter que ce plan (son identifiant dans la base).")(function)
