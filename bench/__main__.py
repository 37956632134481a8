"""`python -m bench`: times the suite, and writes what it found."""

from __future__ import annotations

import sys
from pathlib import Path

import click
from rich.console import Console

from bench.cases import CASES, Scene
from bench.report import table, write
from bench.runner import Timing, time_case


@click.command()
@click.argument("plans", nargs=-1, type=click.IntRange(min=1))
@click.option("--graine", default=1, show_default=True, help="Graine des plans engendrés.")
@click.option("--tours", default=5, show_default=True, type=click.IntRange(min=1), help="Mesures de chaque étape.")
@click.option(
    "--limite", default=5.0, show_default=True, help="Secondes au-delà desquelles NetworkX ne passe qu'une fois."
)
@click.option(
    "--sortie",
    default=Path("resultats/bench"),
    show_default=True,
    type=click.Path(file_okay=False, path_type=Path),
    help="Dossier où écrire bench.json et bench.svg.",
)
def main(plans: tuple[int, ...], graine: int, tours: int, limite: float, sortie: Path) -> None:
    """Mesurer les temps de processeur sur PLANS plans engendrés (par défaut 1, 10 et 100), à côté de NetworkX.

    Sort avec le code 1 si un résultat s'écarte de celui de NetworkX.
    """
    timings: list[Timing] = []
    for size in sorted(plans) or (1, 10, 100):
        scene = Scene.of(size, graine)
        for case in CASES:
            click.echo(f"{size} plans : {case.title}…", err=True)
            timings.append(time_case(case, scene, tours, limite))
        Console().print(table(timings[-len(CASES) :]))
    for path in write(timings, sortie, graine):
        click.echo(f"Écrit : {path}", err=True)
    wrong = [timing.case.title for timing in timings if not timing.equal]
    if wrong:
        sys.exit(f"Résultats différents de ceux de NetworkX : {', '.join(wrong)}.")


if __name__ == "__main__":
    main()
