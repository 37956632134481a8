"""Made-up plans of the form, each in another city's style, against golds written by hand before any reading.

They vary numbering, headings, bullets, encodings (cp1252, CRLF), page width, running headers, lists and groups.
"""

import json
from pathlib import Path

import pytest

from graph.model import Graph
from graph.text import fold
from loaders.words.names import without_article
from maillage.pipeline import read_graph

FOLDER = Path(__file__).parent / "donnees"
PLANS = sorted(path.stem for path in FOLDER.glob("*.txt"))
Pair = tuple[int, str]


def folded(name: str) -> str:
    return fold(without_article(name))


def hits(graph: Graph, gold: set[Pair], type_: str) -> tuple[int, int]:
    """Ties found that the gold has under one of their actor's mentions, and all ties found to objectives."""
    nodes = graph.index()
    found = 0
    ties = [tie for tie in graph.by_type(type_) if nodes[tie.end].label == "Objective"]
    for tie in ties:
        actor, position = nodes[tie.start], nodes[tie.end].properties["position"]
        found += any((position, folded(name)) in gold for name in [actor.name, *actor.properties["aliases"]])
    return found, len(ties)


@pytest.mark.parametrize("plan", PLANS)
@pytest.mark.parametrize(("section", "type_"), [("pilots", "PILOTS"), ("partners", "PARTNERS")])
def test_pilots_and_partners(plan: str, section: str, type_: str) -> None:
    graph = read_graph(FOLDER / f"{plan}.txt")
    objectives = json.loads((FOLDER / f"{plan}.gold.json").read_text(encoding="utf-8"))["objectives"]
    gold = {(i, folded(entry["name"])) for i, o in enumerate(objectives, 1) for entry in o[section]}
    found, ties = hits(graph, gold, type_)
    precision, recall = found / ties, found / len(gold)
    assert min(precision, recall) >= 0.92, (precision, recall)


@pytest.mark.parametrize("plan", PLANS)
def test_objectives_and_actions(plan: str) -> None:
    graph = read_graph(FOLDER / f"{plan}.txt")
    objectives = json.loads((FOLDER / f"{plan}.gold.json").read_text(encoding="utf-8"))["objectives"]
    assert [
        (o.properties["number"], fold(o.name), fold(o.properties["theme"] or "")) for o in graph.by_label("Objective")
    ] == [(o["number"], fold(o["title"]), fold(o["theme"] or "")) for o in objectives]
    assert [(fold(a.properties["text"]), a.properties["status"]) for a in graph.by_label("Action")] == [
        (fold(action["text"]), action["status"]) for o in objectives for action in o["actions"]
    ]
