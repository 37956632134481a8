"""`maillage carte`: maps drawn from the base, on screen and on paper."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import click

from maillage.commands import arguments

if TYPE_CHECKING:
    import datetime

    from graph.model import Graph
    from viz.paper.chart import Chart
    from viz.paper.sheet import Format

F = TypeVar("F", bound=Callable[..., object])
Draw = Callable[["Graph", "Format", str], "Sequence[Chart]"]
_SUFFIXES = (".pdf", ".svg", ".png")


def _on_paper(function: F) -> F:
    """The options of a printed map."""
    options = (
        arguments.plan,
        click.option(
            "--page",
            type=click.Choice(("a3", "a4", "16x9")),
            default="a3",
            show_default=True,
            help="Taille de la page : la carte est composée pour elle.",
        ),
        click.option(
            "--sortie",
            metavar="F",
            type=arguments.PATH,
            help="Fichier à écrire : .pdf (une page par carte), .svg ou .png (un fichier par page). Sinon : un PDF.",
        ),
    )
    for option in reversed(options):
        function = option(function)
    return function


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
    from maillage.commands.results import show, step
    from viz.network_map import network_map

    graph = _graph(plan)
    with step("Dessin de la carte…"):
        page = network_map(graph, date=_today())
    show(page, sortie)


@carte.command()
@_on_paper
def arete(plan: str | None, page: str, sortie: Path | None) -> None:
    """L'arête : pilotes, objectifs par axe, partenaires de plusieurs objectifs."""
    from viz.maps.fishbone import fishbone

    _write(_graph(plan), lambda *about: [fishbone(*about)], page, sortie, "arete")


@carte.command()
@_on_paper
def matrice(plan: str | None, page: str, sortie: Path | None) -> None:
    """La matrice : chaque acteur en ligne, chaque objectif en colonne."""
    from viz.maps.matrix import matrix

    _write(_graph(plan), lambda *about: [matrix(*about)], page, sortie, "matrice")


@carte.command()
@_on_paper
def axes(plan: str | None, page: str, sortie: Path | None) -> None:
    """Une fiche par axe : ses objectifs, qui les porte, où ils en sont."""
    from viz.maps.axis import axis_sheets

    _write(_graph(plan), axis_sheets, page, sortie, "axes")


@carte.command()
@click.argument("acteur")
@_on_paper
def ego(acteur: str, plan: str | None, page: str, sortie: Path | None) -> None:
    """La carte d'un acteur : ce qu'il pilote, ce qu'il aide, avec qui, et l'argent.

    ACTEUR est son nom, une façon dont le plan l'écrit, ou son identifiant.
    """
    from graph.text import slug
    from maillage.commands.base import open_store
    from maillage.commands.choices import actor_id
    from viz.maps.ego import ego as draw

    with open_store() as store:
        id_ = actor_id(store, acteur, plan)
    _write(_graph(plan), lambda graph, size, foot: [draw(graph, id_, size, foot)], page, sortie, f"ego-{slug(acteur)}")


@carte.command()
@_on_paper
def ensemble(plan: str | None, page: str, sortie: Path | None) -> None:
    """Qui travaille avec qui : les acteurs qui partagent le plus d'objectifs."""
    from viz.maps.together import together

    _write(_graph(plan), lambda *about: [together(*about)], page, sortie, "ensemble")


@carte.command()
@_on_paper
def lieux(plan: str | None, page: str, sortie: Path | None) -> None:
    """Les lieux du plan, et ce qui s'y fait, axe par axe."""
    from viz.maps.places import places

    _write(_graph(plan), lambda *about: _some(places(*about), "aucun lieu"), page, sortie, "lieux")


@carte.command()
@_on_paper
def sankey(plan: str | None, page: str, sortie: Path | None) -> None:
    """L'argent : des financeurs aux programmes et aux objectifs."""
    from viz.money.sankey import sankey as draw

    _write(_graph(plan), lambda *about: _some(draw(*about), "aucun montant"), page, sortie, "argent")


def _today() -> datetime.date:
    import datetime

    return datetime.datetime.now(tz=datetime.UTC).astimezone().date()


def _graph(plan: str | None) -> Graph:
    from maillage.commands.base import open_store
    from maillage.commands.choices import check_plan

    with open_store() as store:
        check_plan(store, plan)
        return store.read(plan)


def _some(chart: Chart | None, lack: str) -> list[Chart]:
    from graph.errors import InputError

    if chart is None:
        raise InputError(f"{lack} dans ce qui est chargé : rien à dessiner")
    return [chart]


def _write(graph: Graph, draw: Draw, page: str, path: Path | None, name: str) -> None:
    """Draw for a size of page, and write a PDF, or one SVG or PNG a page."""
    from maillage.commands.results import show, step
    from viz.paper.files import chart_files
    from viz.paper.sheet import FORMATS
    from viz.paper.source import source_words

    target = _target(path, name)
    today = _today()
    with step("Dessin de la carte…"):
        charts = draw(graph, FORMATS[page], source_words(graph, today))  # type: ignore[index]
        files = chart_files(charts, target.stem, target.suffix.lower(), today)
    for file, content in files.items():
        show(content, target.with_name(file))


def _target(path: Path | None, name: str) -> Path:
    from graph.errors import UsageError

    target = path or Path(f"carte-{name}.pdf")
    if target.suffix.lower() not in _SUFFIXES:
        raise UsageError(
            f"« {target.name} » n'est ni un PDF, ni une image", action="Donnez un nom en .pdf, .svg, .png."
        )
    return target
