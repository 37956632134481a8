"""`maillage verifier`: what was read, what was not, what does not add up."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from maillage.commands import arguments

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

    from graph.checks import Report
    from viz.report import Group

    Part = tuple[int, Text]

_WIDTH, _FEW = 100, 5
_GLUED = {ord("\u00a0"): "\ue000", ord("\u202f"): "\ue001"}
_STYLES = {"erreur": "bold red", "attention": "bold yellow", "info": "dim"}


@click.command()
@arguments.plans
@click.option(
    "--strict", is_flag=True, help="Sortir avec le code 1 s'il reste une ligne non lue ou un point à regarder."
)
@click.option("--json", "as_json", is_flag=True, help="Écrire en JSON, pour un programme : unread et findings.")
@arguments.output("Fichier à écrire : .html (la page à imprimer), .json ou .txt (sinon : le terminal).")
@click.pass_context
def verifier(ctx: click.Context, chemins: tuple[Path, ...], strict: bool, as_json: bool, sortie: Path | None) -> None:
    """Dire ce qui a été lu, ce qui ne l'a pas été, et ce qui ne tombe pas juste.

    Lignes non lues, réparations, sommes, pilotes, partenaires, noms, actions répétées : chaque constat a son
    emplacement, sa phrase, et ce qu'il y a à faire. Aucune base n'est nécessaire.
    """
    from graph.checks import verify
    from maillage.commands.results import show, step
    from maillage.pipeline import read_graphs
    from viz.report import headline

    write = _writer(as_json, sortie)
    with step("Lecture des documents…"):
        report = verify(read_graphs(chemins))
    if sortie is None and not as_json and sys.stdout.isatty():
        click.echo(_on_screen(report), nl=False)
    else:
        show(write(report), sortie)
    if sortie is not None or as_json:
        click.echo(f"{headline(report)}.", err=True)
    if strict and report.grave:
        ctx.exit(1)


def _writer(as_json: bool, path: Path | None) -> Callable[[Report], str]:
    """What writes the report in the form that is asked for, or that the file's name calls for; UsageError for none."""
    from graph.errors import UsageError

    writers = {".html": _page, ".htm": _page, ".json": _json, ".txt": _text}
    chosen = ".json" if as_json else path.suffix.lower() if path else ".txt"
    if chosen not in writers:
        raise UsageError(f"format inconnu pour « {path} »", action="Terminez le nom par .html, .json ou .txt.")
    return writers[chosen]


def _json(report: Report) -> str:
    import json

    from graph.checks import to_data

    return json.dumps(to_data(report), ensure_ascii=False, indent=1) + "\n"


def _page(report: Report) -> str:
    import datetime

    from viz.verification import verification_page

    return verification_page(report, date=datetime.datetime.now().astimezone().date())


def _text(report: Report) -> str:
    """The whole report, plain, folded to a page's width."""
    from rich.console import Console

    console = Console(width=_WIDTH, color_system=None, force_terminal=False)
    return "".join(f"{line.rstrip()}\n" for line in _folded(_parts(report, None), console).splitlines())


def _on_screen(report: Report) -> str:
    """The report for a terminal: of what is for information only, the first lines."""
    from rich.console import Console

    return _folded(_parts(report, _FEW), Console())


def _folded(parts: Iterator[Part], console: Console) -> str:
    """Texts with their margins, folded to the console's width.

    rich folds at no-break spaces too: other signs stand in for them meanwhile.
    """
    from rich.padding import Padding

    with console.capture() as captured:
        for margin, text in parts:
            text.plain = text.plain.translate(_GLUED)
            console.print(Padding(text, (0, 0, 0, margin), expand=False))
    return captured.get().translate({ord(sign): chr(space) for space, sign in _GLUED.items()})


def _parts(report: Report, most: int | None) -> Iterator[Part]:
    """A summary, then family by family; of what is for information, `most` rows of a kind."""
    from rich.text import Text

    from graph.french import NBSP
    from maillage.output import shown
    from viz.report import families, headline, lines_told, share_told, verdict
    from viz.verification import TITLE

    yield 0, Text(TITLE, "bold")
    for plan in report.plans:
        yield 0, Text(shown(plan.properties.get("title") or plan.name))
    lines = f"{NBSP}; ".join(shown(line) for line in lines_told(report))
    yield 0, Text(f"\n{verdict(report)}\n{headline(report)}\n{share_told(report)}{NBSP}: {lines}")
    for family, found, nothing in families(report):
        yield 0, Text(f"\n{family.upper()}", "bold")
        for group in found:
            yield from _group(group, most if group.severity == "info" else None)
        if nothing or not found:
            yield 2, Text(f"Vérifié{NBSP}: {', '.join(nothing)}." if nothing else "Rien à signaler.", "dim")


def _group(group: Group, most: int | None) -> Iterator[Part]:
    from rich.text import Text

    from graph.french import NBSP
    from maillage.output import shown
    from viz.report import SEVERITIES

    kind, more = group.kind, 0 if most is None else len(group.rows) - most
    label = (SEVERITIES[group.severity], _STYLES[group.severity])
    yield 2, Text.assemble(label, f" · {kind.title} ({len(group.checks)})")
    yield 4, Text(f"→ {kind.action}")
    if kind.rule:
        yield 4, Text(f"Règle{NBSP}: {kind.rule}", "dim")
    for row in group.rows[:most]:
        yield 6, Text.assemble((shown(row.where), "cyan"), " — ", shown(row.message))
        for sentence in row.sentences:
            words = shown("".join(piece for piece, _ in sentence))
            yield 8, Text(f"«{NBSP}{words}{NBSP}»", "dim")
    if more > 0:
        yield 6, Text(f"… et {more} autre{'s' * (more > 1)}{NBSP}: --sortie page.html", "dim")
