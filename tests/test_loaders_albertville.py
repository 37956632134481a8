"""The real table of measures against an independent reading of it, by eye, line by line."""

import json
from pathlib import Path
from typing import Any

import pytest

from graph.model import Graph, Node
from maillage.pipeline import read_graph

PLAN = Path(__file__).parent.parent / "plans" / "albertville-2021"
READING = json.loads((Path(__file__).parent / "lecture_albertville.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def graph() -> Graph:
    return read_graph(PLAN)


def lines_of(graph: Graph, node: Node) -> list[int]:
    """The lines that state a node."""
    return [
        int(locator.removeprefix("ligne "))
        for tie in graph.by_type("STATED_IN")
        if tie.start == node.id
        for locator in tie.properties["locators"]
    ]


def actions(graph: Graph, kind: str) -> list[Node]:
    found = [node for node in graph.by_label("Action") if node.properties["kind"] == kind]
    return sorted(found, key=lambda node: lines_of(graph, node))


def parent(graph: Graph, node: Node) -> str:
    return next(tie.start for tie in graph.by_type("HAS_ACTION", "HAS_OBJECTIVE") if tie.end == node.id)


def by_position(graph: Graph, label: str) -> list[Node]:
    return sorted(graph.by_label(label), key=lambda node: node.properties["position"])


def test_themes_are_axes(graph: Graph) -> None:
    read = [{"line": lines_of(graph, node)[0], "title": node.name} for node in by_position(graph, "Axis")]
    assert read == READING["axes"]


def test_objectives_stand_under_their_theme(graph: Graph) -> None:
    axes = [node.id for node in by_position(graph, "Axis")]
    read = [
        {"line": lines_of(graph, node)[0], "axis": axes.index(parent(graph, node)) + 1, "title": node.name}
        for node in by_position(graph, "Objective")
    ]
    assert read == READING["objectives"]


def test_measures_word_for_word_under_their_objective_or_theme(graph: Graph) -> None:
    axes = [node.id for node in by_position(graph, "Axis")]
    objectives = [node.id for node in by_position(graph, "Objective")]
    above = {node.id: axes.index(parent(graph, node)) + 1 for node in graph.by_label("Objective")}
    read = []
    for node in actions(graph, "mesure_nationale"):
        owner = parent(graph, node)
        objective = objectives.index(owner) + 1 if owner in objectives else None
        axis = above[owner] if objective else axes.index(owner) + 1
        row = {"line": lines_of(graph, node)[0], "axis": axis, "objective": objective, "text": node.properties["text"]}
        read.append(row)
    assert read == READING["measures"]


def test_responses_word_for_word_answer_the_measure_of_their_row(graph: Graph) -> None:
    nodes = graph.index()
    answered = {tie.start: tie.end for tie in graph.by_type("RESPONDS_TO")}
    read = []
    for node in actions(graph, "reponse_locale"):
        assert lines_of(graph, nodes[answered[node.id]]) == lines_of(graph, node)
        read.append({"line": lines_of(graph, node)[0], "text": node.properties["text"]})
    assert read == READING["responses"]


def test_crosses_are_tools_that_the_measure_uses(graph: Graph) -> None:
    nodes = graph.index()
    columns = {"Plan France Relance", "protocole PERR"}
    read: list[dict[str, Any]] = [
        {"line": lines_of(graph, nodes[tie.start])[0], "tool": nodes[tie.end].name, "doubt": tie.properties["doubt"]}
        for tie in graph.by_type("USES")
        if nodes[tie.end].name in columns
    ]
    assert sorted(read, key=lambda row: row["line"]) == READING["marks"]


def test_envelopes_are_national_and_never_local(graph: Graph) -> None:
    nodes = graph.index()
    provider = {tie.end: nodes[tie.start].name for tie in graph.by_type("PROVIDES")}
    funds = [tie for tie in graph.by_type("FUNDS") if tie.properties.get("amount")]
    read = {
        (lines_of(graph, nodes[tie.end])[0], tie.properties["amount"], provider[tie.start], tie.properties["scope"])
        for tie in funds
    }
    assert read == {(row["line"], row["amount"], row["provider"], "national") for row in READING["envelopes"]}


def test_each_repair_is_a_finding(graph: Graph) -> None:
    found = {(finding.code, finding.locator) for finding in graph.findings}
    assert {("ligne-decalee", f"ligne {line}") for line in (14, 21, 22, 28)} <= found
    assert {("cellule-fusionnee", f"ligne {line}") for line in (21, 28)} <= found
    assert {("croix-douteuse", "ligne 16"), ("guillemet-ouvert", "ligne 53")} <= found
    assert {("enveloppe-nationale", f"ligne {line}") for line in (8, 18, 29)} <= found
    assert graph.unread == []


def crosses(graph: Graph) -> set[tuple[str, str, bool]]:
    nodes = graph.index()
    ties = [tie for tie in graph.by_type("USES") if "doubt" in tie.properties]
    return {
        (place, nodes[tie.end].name, tie.properties["doubt"]) for tie in ties for place in tie.properties["locators"]
    }


def test_blank_cells_at_the_end_of_rows_say_nothing(graph: Graph, tmp_path: Path) -> None:
    """Saved again by a spreadsheet, all rows have one width; by an editor, none ends with a blank cell."""
    (printed,) = PLAN.glob("*.tsv")
    text = printed.read_text(encoding="utf-8")
    for name, again in (("large", lambda row: row + "\t" * (12 - row.count("\t"))), ("court", str.rstrip)):
        saved = tmp_path / f"{name}.tsv"
        saved.write_text("\n".join(map(again, text.split("\n"))), encoding="utf-8")
        assert crosses(read_graph(saved)) == crosses(graph)
