"""Whatever the plans: one with itself gives nothing, and A with B is the mirror of B with A."""

from __future__ import annotations

import random
from collections import Counter
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from graph.comparison import MIRROR, Change, compare, report, rows
from graph.exchange import from_json, to_json
from graph.model import Graph, Node, Relationship, Unread
from graph.schema import NODE_TYPES, RELATIONSHIP_TYPES, Property, Type

WORDS = "former créer les des jeunes parents quartiers habitants emploi santé école numérique 2 avec CAF".split()
TEXT = st.lists(st.sampled_from(WORDS), max_size=6).map(" ".join)
VALUES: dict[Type, st.SearchStrategy[Any]] = {
    Type.STRING: TEXT,
    Type.INTEGER: st.integers(0, 4),
    Type.FLOAT: st.sampled_from([0.25, 0.5]),
    Type.BOOLEAN: st.booleans(),
    Type.STRINGS: st.lists(TEXT, max_size=2),
}
TREE = ["HAS_AXIS", "HAS_OBJECTIVE", "HAS_ACTION"]
TYPES = [*TREE * 3, *(type_ for type_ in RELATIONSHIP_TYPES if type_ not in (*TREE, "STATED_IN"))]


def values(declared: tuple[Property, ...]) -> st.SearchStrategy[dict[str, Any]]:
    return st.fixed_dictionaries({}, optional={p.name: st.none() | VALUES[p.type] for p in declared})


@st.composite
def plans(draw: st.DrawFn) -> Graph:
    """A plan of any shape: ties may make loops, texts repeat, positions clash, properties be missing."""
    plan = draw(st.sampled_from(["ici-2021", "ici-2022", "ailleurs-2021"]))
    graph = Graph([Node("Plan", plan, {"name": plan, "territory": plan.split("-")[0]})])
    for label, spec in NODE_TYPES.items():
        for rank in range(draw(st.integers(0, 4)) if label != "Plan" else 0):
            scope = draw(st.sampled_from(["", "ici/", "ailleurs/"])) if label == "Actor" else f"{plan}/"
            properties = {"name": draw(TEXT)} | draw(values(spec.properties))
            graph.nodes.append(Node(label, f"{scope}{label}-{rank}", properties))
    graph.nodes = list(graph.index().values())
    for type_ in draw(st.lists(st.sampled_from(TYPES), max_size=25)):
        add_tie(draw, graph, type_)
    graph.unread = [Unread(f"{plan}/d", "ligne 1", text) for text in draw(st.lists(TEXT, max_size=2))]
    return graph


def add_tie(draw: st.DrawFn, graph: Graph, type_: str) -> None:
    ends = draw(st.sampled_from(RELATIONSHIP_TYPES[type_].ends))
    starts, stops = graph.by_label(ends[0]), graph.by_label(ends[1])
    if starts and stops:
        given_ = draw(values(RELATIONSHIP_TYPES[type_].properties))
        told = {"document": "d", "locators": ["ligne 2"], "quotes": [draw(TEXT)]} if draw(st.booleans()) else {}
        start, stop = draw(st.sampled_from(starts)).id, draw(st.sampled_from(stops)).id
        graph.relationships.append(Relationship(type_, start, stop, given_ | told))


def seen(change: Change) -> tuple[Any, ...]:
    return change.code, change.before, change.after, change.certainty, change.similarity


def mirrored(change: Change) -> tuple[Any, ...]:
    return MIRROR[change.code], change.after, change.before, change.certainty, change.similarity


@settings(max_examples=80)
@given(plans())
def test_a_plan_with_itself_gives_nothing(graph: Graph) -> None:
    assert compare(graph, graph) == []
    assert compare(graph, from_json(to_json(graph), "g.json")) == []


@settings(max_examples=200)
@given(plans(), plans())
def test_a_comparison_is_the_mirror_of_the_other(a: Graph, b: Graph) -> None:
    assert Counter(map(mirrored, compare(a, b))) == Counter(map(seen, compare(b, a)))


@settings(max_examples=50)
@given(plans(), plans(), st.randoms(use_true_random=False))
def test_the_order_of_a_graph_is_nothing(a: Graph, b: Graph, chance: random.Random) -> None:
    expected = compare(a, b)
    for graph in (a, b):
        chance.shuffle(graph.nodes)
        chance.shuffle(graph.relationships)
    assert compare(a, b) == expected


@settings(max_examples=50)
@given(plans(), plans())
def test_every_change_is_a_sentence_and_a_row(a: Graph, b: Graph) -> None:
    changes = compare(a, b)
    assert all(change.sentence in report(changes) for change in changes)
    assert all(change.before != change.after for change in changes)
    assert len(rows(changes)) == len(changes)
