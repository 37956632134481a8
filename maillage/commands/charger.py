"""`maillage charger`: plans or g.json into Neo4j."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from maillage.commands import arguments

if TYPE_CHECKING:
    from graph.store import LoadReport

_OUTCOMES = {
    "unchanged": "déjà dans la base, rien n'a changé",
    "created": "chargé",
    "replaced": "mis à jour",
}


@click.command()
@arguments.plans
def charger(chemins: tuple[Path, ...]) -> None:
    """Charger des plans (dossiers, documents ou g.json) dans Neo4j."""
    from maillage.commands.base import open_store
    from maillage.commands.results import step
    from maillage.pipeline import read_graphs

    graph = read_graphs(chemins)
    with open_store() as store, step("Chargement dans Neo4j…"):
        report = store.load(graph)
    describe(report)


def describe(report: LoadReport) -> None:
    """Say what became of each plan."""
    for plan in report.plans:
        counts = f"{plan.nodes} nœuds, {plan.relationships} relations"
        click.echo(f"{plan.plan} : {_OUTCOMES[plan.outcome]} ({counts}).", err=True)
