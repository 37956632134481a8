"""The foot of every map: which documents it was drawn from, and when."""

from __future__ import annotations

import datetime

from graph.model import Graph
from viz import french
from viz.targets import title_of


def source_words(graph: Graph, date: datetime.date | None = None) -> str:
    """ "Source : Plan d'actions 2021-2022 (plan.txt), carte du 22/11/2026." for the graph's documents."""
    told = []
    for document in sorted(graph.by_label("Document"), key=lambda node: node.id):
        title, name = title_of(document), document.name
        told.append(title if name == title else f"{title} ({name})")
    day = f", carte du {french.day(date)}" if date else ""
    words = f"Source{french.NBSP}: {' ; '.join(told) or 'document non nommé'}{day}."
    return words.replace("'", "’")
