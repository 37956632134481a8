"""The COPIL kit: the files of a meeting, made from the graph read back from the base."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from graph.model import Graph
from maillage.output import table_text

if TYPE_CHECKING:
    import pandas as pd

    from cypher.library import Query
    from graph.network import Choices, Level
    from graph.store import Store
    from viz.dossier.theme import Theme

MAP = "carte-reseau.html"
RANKING = "engagements.csv"
MEASURES = "mesures.xlsx"
PAPER = "dossier.pdf"
UNSAID = "ce-que-le-document-ne-dit-pas.html"


@dataclass(frozen=True)
class Kit:
    """Files by name (ready to write), the ranking that the terminal shows, what it counts, and what it is worth."""

    files: dict[str, str | bytes]
    ranking: pd.DataFrame
    level: Level
    worth: tuple[str, ...] = ()


@dataclass(frozen=True)
class About:
    """What a person adds to what the base says: the looks of the dossier, and the plan before this one."""

    theme: Theme | None = None
    since: Graph | None = None


def build_kit(graph: Graph, store: Store, plans: Sequence[str], date: datetime.date, about: About | None = None) -> Kit:
    """The dossier, rankings, answers to the stock queries, findings and graph of these plans."""
    from cypher.library import library
    from graph.checks import verify
    from graph.exchange import to_json
    from graph.network import Choices, commitments, usual_level
    from graph.network.robustness import robustness
    from viz.dossier.kit import kit
    from viz.verification import verification_page

    level = usual_level(graph)
    ranking = commitments(graph, level)
    files: dict[str, str | bytes] = {
        RANKING: _csv(ranking),
        "engagements-services-regroupes.csv": _csv(commitments(graph, level, regroup=True)),
        UNSAID: verification_page(verify(graph), date=date),
        "constats.csv": _findings(graph),
        MEASURES: _measures(graph, Choices(level)),
        **_risks_and_gaps(graph, Choices(level)),
        "graphe.json": to_json(graph),
    }
    queries = [query for query in library().values() if not any(param.required for param in query.params)]
    for plan in plans:
        folder = "requetes" if len(plans) == 1 else f"requetes/{plan}"
        files |= {f"{folder}/{query.name}.csv": _answer(store, query, plan) for query in queries}
    if level == "objectif" and len(by_action := commitments(graph, "action")):
        files["engagements-actions.csv"] = _csv(by_action)
    told = about or About()
    files |= kit(graph, date, told.theme, told.since, beside=files)
    return Kit(files, ranking, level, robustness(graph, Choices(level)).sentences[:1])


def _measures(graph: Graph, choices: Choices) -> bytes:
    """Every table of `maillage mesures`, a sheet each."""
    from maillage.measures import VIEWS
    from maillage.output import tables_workbook

    return tables_workbook([view(graph, choices, "engagements") for view in VIEWS.values()], "xlsx")


def _risks_and_gaps(graph: Graph, choices: Choices) -> dict[str, str]:
    """What each departure would cost, and what the plan leaves out."""
    import pandas as pd

    from graph.network import Choices
    from graph.network.departure import risks
    from graph.network.gaps import few_partners, sentences, strangers, uncovered

    both = Choices("tous")
    found = {
        "acteurs": uncovered(graph, both),
        "objectifs": few_partners(graph, both),
        "paires": strangers(graph, both),
    }
    told = pd.concat([sentences(gap, frame) for gap, frame in found.items()], ignore_index=True)
    return {"departs.csv": _csv(risks(graph, choices)), "lacunes.csv": _csv(told)}


def _csv(frame: pd.DataFrame) -> str:
    return table_text(list(frame.columns), frame.to_dict("split")["data"], "csv")


def _findings(graph: Graph) -> str:
    """What does not add up, and what was not read, with its place."""
    rows: list[list[Any]] = [[f.severity, f.code, f.locator, f.message, f.document] for f in graph.findings]
    rows += [["attention", "ligne-non-lue", line.locator, line.text, line.document] for line in graph.unread]
    return table_text(["gravité", "constat", "emplacement", "message", "document"], rows, "csv")


def _answer(store: Store, query: Query, plan: str) -> str:
    """What one plan answers to a stock query that needs nothing but the plan."""
    known = {param.name for param in query.params}
    columns, rows = store.run(query.text, query.bind({"plan": plan} if "plan" in known else {}))
    return table_text(columns, rows, "csv")


def key_figures(graph: Graph) -> str:
    """One line: what was read."""
    labels = (("Objective", "objectifs"), ("Action", "actions"), ("Actor", "acteurs"), ("Tool", "outils"))
    counted = ", ".join(f"{len(graph.by_label(label))} {name}" for label, name in labels)
    pilots, partners = (len(graph.by_type(type_)) for type_ in ("PILOTS", "PARTNERS"))
    return f"{counted} ; {pilots} liens de pilotage, {partners} liens de partenariat"
