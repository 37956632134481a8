"""`maillage copil`: the main job, from documents to the folder that the committee opens."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from maillage.commands import arguments

if TYPE_CHECKING:
    from graph.model import Graph
    from maillage.kit import About, Kit

_SHOWN = 10


@click.command()
@arguments.plans
@click.option("--sortie", metavar="DIR", type=arguments.PATH, help="Dossier des résultats (sinon : resultats/PLAN).")
@click.option(
    "--depuis",
    metavar="G.json|DOSSIER",
    type=arguments.PATH,
    help="Le plan antérieur, pour dire ce qui a changé.",
)
def copil(chemins: tuple[Path, ...], sortie: Path | None, depuis: Path | None) -> None:
    """Faire tout : lire, charger dans Neo4j, mesurer, dessiner, et remplir un dossier pour le COPIL."""
    import datetime

    from graph.model import merged
    from maillage.commands.base import open_store
    from maillage.commands.charger import describe
    from maillage.commands.results import step
    from maillage.kit import build_kit
    from maillage.pipeline import read_graphs

    with step("Lecture des documents…"):
        graph = read_graphs(chemins)
        about = _about(chemins, depuis)
    plans = sorted(node.id for node in graph.by_label("Plan"))
    with open_store() as store:
        describe(store.load(graph))
        with step("Mesures, cartes et dossier…"):
            stored = merged(store.read(plan) for plan in plans)
            kit = build_kit(stored, store, plans, datetime.datetime.now().astimezone().date(), about)
    folder = sortie or Path("resultats") / "+".join(plans)
    _write(kit, folder)
    _report(stored, kit, folder)


def _about(paths: Sequence[Path], since: Path | None) -> About:
    """The plan before this one, and the looks that the first `plan.toml` with a `[presentation]` asks for."""
    from maillage.kit import About
    from maillage.pipeline import read_graphs
    from maillage.presentation import TABLE, read_theme

    files = [path / "plan.toml" for path in paths]
    asked = [file for file in files if file.is_file() and f"[{TABLE}]" in file.read_text(encoding="utf-8-sig")]
    return About(read_theme(asked[0]) if asked else None, read_graphs([since]) if since else None)


def _write(kit: Kit, folder: Path) -> None:
    from viz.files import write

    for name, content in kit.files.items():
        write(folder / name, content)


def _report(graph: Graph, kit: Kit, folder: Path) -> None:
    """What a person sees at the end: figures, the first partners, and what to open."""
    from graph.network import COUNTED, Choices
    from maillage.kit import MAP, MEASURES, PAPER, UNSAID, key_figures
    from maillage.measures import plans_line
    from maillage.output import emit

    click.echo(key_figures(graph), err=True)
    doubts = sum(finding.severity != "info" for finding in graph.findings)
    click.echo(f"{len(graph.unread)} ligne(s) non lue(s), {doubts} constat(s) à regarder : constats.csv\n", err=True)
    columns = ["rang", "acteur", "engagements", "pilote", "partenaire", "les_deux"]
    head = kit.ranking[columns].head(_SHOWN)
    emit(
        columns,
        head.to_dict("split")["data"],
        "table",
        meta=[f"Qui porte le plus d'engagements ? (comptés : {COUNTED[kit.level]})"],
    )
    for line in (*plans_line(graph, Choices(kit.level)), *kit.worth):
        click.echo(line)
    click.echo(f"\nCe que le document ne dit pas : {folder / UNSAID}")
    click.echo(f"Mesures, leurs phrases et ce qu'elles valent : {folder / MEASURES}")
    click.echo(f"Dossier à imprimer ou à projeter : {folder / PAPER}, diapositives.pptx et .odp, note.docx et .odt")
    click.echo(f"Résultats : {folder}")
    click.echo(f"Carte à ouvrir : {folder / MAP}")
