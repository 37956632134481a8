"""The story of a dossier: its sections in order, each computed from the graph."""

from __future__ import annotations

import datetime

from graph.model import Graph
from graph.text import fold
from viz import french
from viz.dossier.model import Dossier
from viz.dossier.story.bridges import bridges
from viz.dossier.story.carriers import carriers
from viz.dossier.story.changes import changed
from viz.dossier.story.decisions import decisions
from viz.dossier.story.facts import Facts
from viz.dossier.story.figures import key_figures
from viz.dossier.story.fragile import fragile
from viz.dossier.story.method import method
from viz.dossier.story.money import payers
from viz.dossier.story.uncovered import missing
from viz.dossier.story.words import listed, said
from viz.paper.source import source_words
from viz.targets import title_of

_SECTIONS = (key_figures, carriers, bridges, fragile, payers, missing, changed, decisions, method)


def tell(facts: Facts, date: datetime.date) -> Dossier:
    """The dossier of a graph, maps apart; the same graph and date tell the same."""
    return Dossier(
        title=_title(facts.graph),
        subtitle=_subtitle(facts.graph),
        source=said(source_words(facts.graph, date).replace(", carte du", ", dossier du")),
        date=date,
        sections=tuple(section(facts) for section in _SECTIONS),
    )


def _title(graph: Graph) -> str:
    plans = sorted(graph.by_label("Plan"), key=lambda plan: fold(title_of(plan)))
    return said(listed([title_of(plan) for plan in plans])) if plans else "Dossier sans plan"


def _subtitle(graph: Graph) -> str:
    told = [_territory(plan.properties) for plan in sorted(graph.by_label("Plan"), key=lambda plan: plan.id)]
    where = french.NBSP.join(("", "·", "")).join(dict.fromkeys(filter(None, told)))
    return said(where)


def _territory(properties: object) -> str:
    told = dict(properties) if isinstance(properties, dict) else {}
    years = list(dict.fromkeys(str(told[key]) for key in ("start_year", "end_year") if told.get(key)))
    return ", ".join(filter(None, [told.get("territory"), "–".join(years)]))
