"""`maillage simuler-depart`: what is lost when a partner leaves, or several together."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from maillage.commands import arguments
from maillage.commands.choices import network_choices, table_format

if TYPE_CHECKING:
    import pandas as pd

    from graph.model import Graph
    from graph.network.choices import Choices

NARROW = {"acteur": 28, "titre": 32, "reste": 18, "emplacement": 12}
"""Characters of a column in a plain table, which fits 100."""


@click.command("simuler-depart")
@network_choices
@click.argument("acteurs", metavar="[ACTEUR…]", nargs=-1)
@arguments.plan
@table_format
@arguments.output("Fichier à écrire ; son nom (.csv, .json, .ods, .xlsx) décide du format (sinon : sortie standard).")
def simuler_depart(
    make_choices: Callable[[Graph], Choices],
    acteurs: tuple[str, ...],
    plan: str | None,
    format_: str | None,
    sortie: Path | None,
) -> None:
    """Et si ce partenaire part ?

    Un ACTEUR, ou plusieurs qui partent ensemble : ce qui n'a plus de pilote, plus d'acteur ou un seul, l'argent qui
    n'a plus de source, les morceaux du réseau ; une ligne par conséquence, avec ses phrases (csv, json, ods, xlsx).
    Sans ACTEUR : chacun part à son tour, du départ le plus lourd au plus léger.

    Objectifs et actions sont toujours comptés à part : le niveau ne dit que de quel réseau on compte les morceaux.
    """
    from maillage.commands.base import open_store
    from maillage.commands.choices import actor_id, check_plan
    from maillage.output import chosen_format, emit

    fmt = chosen_format(format_, sortie)
    with open_store() as store:
        check_plan(store, plan)
        leaving = [actor_id(store, name, plan) for name in acteurs]
        graph = store.read(plan)
    choices = make_choices(graph)
    frame, meta = _departure(graph, leaving, choices, fmt) if leaving else _risks(graph, choices, fmt)
    emit(list(frame.columns), _rows(frame, fmt), fmt, sortie, meta)


def _departure(graph: Graph, leaving: list[str], choices: Choices, fmt: str) -> tuple[pd.DataFrame, list[str]]:
    from graph.network.departure import departure
    from graph.network.departure.table import consequences
    from graph.network.departure.words import sentences

    found = departure(graph, leaving, choices)
    frame = consequences(found, graph)
    meta = [*_title("Départ simulé", choices), *sentences(found, graph)]
    if fmt != "table":
        return frame, meta
    return _view(frame), [*meta, "Les phrases du plan derrière chaque ligne : --format csv, ou --sortie F.ods."]


def _view(frame: pd.DataFrame) -> pd.DataFrame:
    """What fits a page: numbers before titles, who or how many stay, the first place."""
    import pandas as pd

    view = pd.DataFrame({"nature": frame["nature"]})
    view["titre"] = [
        title if pd.isna(number) else f"{number}. {title}"
        for number, title in zip(frame["numero"], frame["titre"], strict=True)
    ]
    view["reste"] = [
        alone or ("" if pd.isna(count) else f"{count} acteurs" if count else "aucun acteur")
        for alone, count in zip(frame["acteur_restant"], frame["restent"], strict=True)
    ]
    view["euros"] = frame["euros"]
    view["emplacement"] = frame["emplacements"].map(_first)
    return _narrow(view if frame["euros"].notna().any() else view.drop(columns="euros"))


def _first(places: list[str]) -> str:
    return places[0] + "…" * (len(set(places)) > 1) if places else ""


def _risks(graph: Graph, choices: Choices, fmt: str) -> tuple[pd.DataFrame, list[str]]:
    from graph.french import counted
    from graph.network.departure.risks import RISK_ORDER, risks
    from graph.network.departure.words import silent_levels

    frame = risks(graph, choices)
    safe = frame[list(RISK_ORDER)].eq(0).all(axis="columns")
    meta = [
        *_title("Départ simulé de chaque acteur, seul", choices),
        "Le premier chiffre qui diffère décide du rang, dans cet ordre : objectifs orphelins (laissés sans pilote "
        "ou sans acteur), objectifs laissés à un seul acteur, actions orphelines, euros annoncés sans source (hors "
        "prêts), morceaux détachés du réseau.",
        f"{counted(len(frame), 'acteur')} ; départs qui ne changent aucun de ces chiffres : "
        f"{safe.sum()}{_unlisted(fmt)}.",
        *_uncounted(frame, int((safe & (frame["sources_sans_montant"] > 0)).sum())),
        *_deduced(graph, choices),
        *silent_levels(graph, choices),
    ]
    return (_risks_view(frame[~safe]) if fmt == "table" else frame), meta


def _uncounted(frame: pd.DataFrame, safe: int) -> list[str]:
    """Money that the euros do not hold, and how many departures take some and change nothing else."""
    from graph.french import counted

    alone = int((frame["sources_sans_montant"] > 0).sum())
    if not alone:
        return []
    provide = "apporte seul" if alone == 1 else "apportent seuls"
    only = f", dont {safe} parmi ces départs sans effet chiffré" if safe else ""
    return [
        "Les euros ne comptent ni une part d'une autre source (un pourcentage), ni un financement sans montant écrit : "
        f"{counted(alone, 'acteur')} en {provide} (colonne sources_sans_montant des fichiers){only}."
    ]


def _unlisted(fmt: str) -> str:
    return ", que ce tableau ne donne pas" if fmt == "table" else ""


def _deduced(graph: Graph, choices: Choices) -> list[str]:
    """How many ties to actions no list of the plan states."""
    nodes = graph.index()
    ties = [tie for tie in graph.by_type("PILOTS", "PARTNERS") if nodes[tie.end].label == "Action"]
    deduced = sum(tie.properties.get("basis") == "inferred" for tie in ties)
    if not deduced or "inferred" not in choices.basis:
        return []
    return [f"Liens aux actions : {len(ties)}, dont {deduced} déduits de leurs phrases (--enonces les écarte)."]


def _risks_view(frame: pd.DataFrame) -> pd.DataFrame:
    """What fits a page: the figures that rank, and the actors that one of them names."""
    marks = frame["generique"].map({True: " (générique)", False: ""}).astype(str)
    names = {
        "objectifs_orphelins": "obj. orphelins",
        "objectifs_un_acteur": "obj. à 1",
        "actions_orphelines": "act. orphelines",
    }
    view = frame.assign(acteur=frame["acteur"] + marks).rename(columns=names)
    return _narrow(view[["rang", "acteur", *names.values(), "euros", "morceaux"]])


def _narrow(frame: pd.DataFrame) -> pd.DataFrame:
    shown = {name: NARROW[name] for name in frame.columns if name in NARROW}
    return frame.assign(**{name: [_cut(text, width) for text in frame[name]] for name, width in shown.items()})


def _cut(text: str, width: int) -> str:
    return text if len(text) <= width else f"{text[: width - 1].rstrip()}…"


def _title(what: str, choices: Choices) -> list[str]:
    """What is simulated, under which choices; the level, which only the network's pieces have, is in their sentence."""
    options = str(choices).partition(", ")[2]
    return [f"{what}{f' ({options})' * bool(options)}."]


def _rows(frame: pd.DataFrame, fmt: str) -> list[list[Any]]:
    """Plain values, nothing for what is not known; sentences joined in a cell, and listed for a program."""
    known = frame.astype(object).where(frame.notna(), None)
    rows: list[list[Any]] = known.to_dict("split")["data"]
    if fmt == "json":
        return rows
    return [[" ; ".join(value) if isinstance(value, list) else value for value in row] for row in rows]
