"""`maillage lacunes`: what a plan leaves out, as questions for a committee."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from maillage.commands import arguments
from maillage.commands.choices import table_format

if TYPE_CHECKING:
    import pandas as pd

    from graph.model import Graph
    from graph.network.choices import Choices

GAPS = ("acteurs", "objectifs", "paires")
SHOWN = 12
"""Rows of each gap in the plain table of all three."""

WIDTH = 60
"""Characters of the column that says where, in a plain table."""

VIEWS = {
    "acteurs": "plan lacune axe type lieu objectifs actions acteurs ailleurs inconnus",
    "objectifs": "plan rang objectif titre actions partenaires generiques partenaires_par_action reference ecart tient",
    "paires": "plan rang acteur_1 acteur_2 communs objectifs actions_1 actions_2",
}
"""Columns of one gap that fit a page."""


@click.command()
@click.option(
    "--lacune",
    type=click.Choice(GAPS),
    help="Une seule : les axes, types d'acteurs et lieux sans personne ; les objectifs qui ont peu de partenaires pour "
    "leurs actions ; les paires d'acteurs qui partagent beaucoup d'objectifs et aucune action (sinon : les trois).",
)
@click.option(
    "--niveau",
    type=click.Choice(("objectif", "action", "tous")),
    default="tous",
    help="Où chercher les acteurs : aux objectifs, à leurs actions, ou aux deux (par défaut).",
)
@click.option("--regrouper", is_flag=True, help="Compter les engagements d'un service avec ceux de son organisation.")
@click.option("--sans-generiques", is_flag=True, help="Laisser de côté « communes », « bailleurs sociaux »…")
@click.option("--enonces", is_flag=True, help="Ne compter que les liens énoncés, non ceux déduits des phrases.")
@click.option(
    "--minimum",
    type=click.IntRange(min=1),
    metavar="N",
    help="Paires : combien d'objectifs en commun font beaucoup (sinon : ce qu'une paire sur vingt au plus partage).",
)
@arguments.plan
@table_format
@arguments.output("Fichier à écrire ; son nom (.csv, .json, .ods, .xlsx) décide du format (sinon : sortie standard).")
def lacunes(
    lacune: str | None,
    niveau: Any,
    regrouper: bool,
    sans_generiques: bool,
    enonces: bool,
    minimum: int | None,
    plan: str | None,
    format_: str | None,
    sortie: Path | None,
) -> None:
    """Dire ce que le plan laisse de côté.

    Un constat par ligne, en français ; avec --lacune, les chiffres de chacun. Ce qui n'est pas écrit peut exister : une
    lacune est une question à poser. Les phrases derrière un acteur : maillage requete engagements-acteur -p acteur=NOM.
    """
    from graph.network.choices import Choices
    from graph.network.twomode import BASES
    from maillage.commands.base import open_store
    from maillage.commands.choices import check_plan
    from maillage.output import chosen_format, emit

    fmt = chosen_format(format_, sortie)
    with open_store() as store:
        check_plan(store, plan)
        graph = store.read(plan)
    choices = Choices(niveau, regrouper, not sans_generiques, frozenset({"stated"}) if enonces else BASES)
    frame, left_out = _chosen(graph, choices, lacune, minimum, fmt)
    meta = [*_meta(graph, choices, lacune, minimum), *left_out]
    emit(list(frame.columns), frame.to_dict("split")["data"], fmt, sortie, meta)


def _chosen(
    graph: Graph, choices: Choices, gap: str | None, minimum: int | None, fmt: str
) -> tuple[pd.DataFrame, list[str]]:
    """One gap with its own columns, or a sentence a row of all three; and what a plain table leaves out."""
    if gap:
        frame = _found(graph, choices, gap, minimum)
        return (_view(frame[VIEWS[gap].split()]) if fmt == "table" else frame), []
    return _all(graph, choices, minimum, fmt)


def _found(graph: Graph, choices: Choices, gap: str, minimum: int | None) -> pd.DataFrame:
    from graph.network.gaps import few_partners, strangers, uncovered

    if gap == "acteurs":
        return uncovered(graph, choices)
    return few_partners(graph, choices) if gap == "objectifs" else strangers(graph, choices, minimum)


def _all(graph: Graph, choices: Choices, minimum: int | None, fmt: str) -> tuple[pd.DataFrame, list[str]]:
    import pandas as pd

    from graph.network.gaps import sentences

    told = [sentences(gap, _found(graph, choices, gap, minimum)) for gap in GAPS]
    if fmt != "table":
        return pd.concat(told, ignore_index=True), []
    kept = pd.concat([frame.head(SHOWN) for frame in told], ignore_index=True)
    kept["ou"] = [where if len(where) <= WIDTH else f"{where[: WIDTH - 1].rstrip()}…" for where in kept["ou"]]
    return _view(kept), [line for frame in told for line in _left_out(frame)]


def _left_out(told: pd.DataFrame) -> list[str]:
    """How many rows of a gap a plain table leaves out, and how many of them tie with the last it shows."""
    rest = told.iloc[SHOWN:]
    if rest.empty:
        return []
    last = told.iloc[SHOWN - 1]
    tied = 0 if last["rang"] is None else int(((rest["rang"] == last["rang"]) & (rest["plan"] == last["plan"])).sum())
    ties = f", dont {tied} ex æquo avec la dernière ligne montrée" if tied else ""
    gap = last["lacune"]
    return [
        f"Lacune « {gap} » : {SHOWN} lignes montrées et {len(rest)} autres{ties} (--lacune {gap}, ou --sortie F.ods)."
    ]


def _view(frame: pd.DataFrame) -> pd.DataFrame:
    """What fits a page: no column for a plan that is alone."""
    return frame.drop(columns="plan") if frame["plan"].nunique() < 2 else frame


def _meta(graph: Graph, choices: Choices, gap: str | None, minimum: int | None) -> list[str]:
    from graph.network.gaps import ABSENCE, notes
    from graph.network.levels import plans_counted

    shown = (gap,) if gap else GAPS
    _, silent = plans_counted(graph, choices.level, choices.basis)
    without = [f"Aucun acteur n'a de rôle à ce niveau : {', '.join(silent)}."] if silent else []
    told = [line for name in shown for line in notes(name, graph, choices, minimum)]
    return [f"Lacunes ({choices}).", ABSENCE, *told, *without]
