"""Reading back: what was loaded, in an order that does not change."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graph.errors import InputError
from graph.model import Finding, Graph, Node, Relationship, Unread
from graph.schema import NODE_TYPES, RELATIONSHIP_TYPES, Property, Type
from graph.store import Store, canonical
from graph.store.cypher_text import node_properties, relationship_properties
from tests.graphs import Told, lyon, nantes, together


def test_what_was_loaded_comes_back(store: Store) -> None:
    graph = together(lyon(), nantes())
    store.load(graph)

    assert store.read() == canonical(graph)


def test_one_plan_comes_back_as_it_was_loaded(store: Store) -> None:
    store.load(together(lyon(), nantes()))

    assert store.read("lyon") == canonical(lyon().graph)
    assert store.read("nantes") == canonical(nantes().graph)


def test_plans_are_listed_in_order(store: Store) -> None:
    assert store.plans() == []
    store.load(together(nantes(), lyon()))

    assert store.plans() == ["lyon", "nantes"]


def test_an_unknown_plan_is_the_users_fault_and_the_known_ones_are_named(store: Store) -> None:
    store.load(lyon().graph)

    with pytest.raises(InputError, match="Plans chargés : lyon"):
        store.read("paris")


def test_an_empty_base_reads_as_an_empty_graph(store: Store) -> None:
    assert store.read() == Graph()


def test_numbers_in_ids_are_ordered_as_numbers(store: Store) -> None:
    told = Told("lyon")
    for number in (10, 2, 1):
        told.objective(number)
    store.load(told.graph)

    assert [node.id for node in store.read().by_label("Objective")] == [
        "lyon/objectif-1",
        "lyon/objectif-2",
        "lyon/objectif-10",
    ]


def test_remarks_keep_the_order_of_the_document_and_internal_properties_stay_inside(store: Store) -> None:
    store.load(lyon().graph)
    read = store.read()

    assert read.unread == [
        Unread("lyon/plan.txt", "ligne 12", "suite page 3"),
        Unread("lyon/plan.txt", "ligne 4", "—"),
    ]
    assert read.findings == [
        Finding("somme", "attention", "lyon/plan.txt", "ligne 3", "les montants font 3 000 €, le total dit 3 100 €")
    ]
    assert read.by_label("Document") == [Node("Document", "lyon/plan.txt", {"name": "plan.txt"})]


def test_a_remark_on_no_known_document_is_kept(store: Store) -> None:
    graph = lyon().graph
    graph.findings.append(Finding("registre", "info", "acteurs.csv", "ligne 2", "acteur inconnu"))
    store.load(graph)

    assert store.read().findings[0] == Finding("registre", "info", "acteurs.csv", "ligne 2", "acteur inconnu")


def test_what_others_keep_in_the_base_is_left_out(store: Store) -> None:
    store.load(lyon().graph)
    with store._driver.session() as session:
        session.run("MATCH (a:Actor) SET a.score = 1.5 CREATE (a)-[:PART_OF]->(:Actor {name: 'à moi'})").consume()
        session.run("CREATE (:Autre {id: 'x'})-[:AIME]->(:Autre {id: 'y'})").consume()

    assert store.read() == canonical(lyon().graph)


TEXT = st.text(max_size=12)
VALUES = {
    Type.STRING: TEXT,
    Type.INTEGER: st.integers(-(2**63), 2**63 - 1),
    Type.FLOAT: st.floats(allow_nan=False, allow_infinity=False) | st.integers(-(2**50), 2**50),
    Type.BOOLEAN: st.booleans(),
    Type.STRINGS: st.lists(TEXT, max_size=3) | st.tuples(TEXT),
}
FREE_TYPES = [type_ for type_ in RELATIONSHIP_TYPES if type_ != "STATED_IN"]
OWNED = [label for label in NODE_TYPES if label not in ("Plan", "Document")]


def properties(declared: tuple[Property, ...], without: tuple[str, ...] = ()) -> st.SearchStrategy[dict[str, Any]]:
    values = {p.name: st.none() | VALUES[p.type] for p in declared if p.name not in without}
    return st.fixed_dictionaries({"name": TEXT}, optional={k: v for k, v in values.items() if k != "name"})


@st.composite
def plans(draw: st.DrawFn, plan: str) -> Graph:
    """A plan of any shape that the schema allows; only actors may be shared with another."""
    documents = [f"{plan}/{rank}" for rank in range(draw(st.integers(1, 2)))]
    graph = Graph([Node("Plan", plan, draw(properties(node_properties("Plan"))))])
    for document in documents:
        graph.nodes.append(Node("Document", document, draw(properties(node_properties("Document")))))
        graph.relationships.append(Relationship("STATED_IN", plan, document, {"document": document}))
    for label in draw(st.lists(st.sampled_from(OWNED), max_size=8)):
        add_node(draw, graph, label, plan, documents)
    add_ties(draw, graph, documents)
    for document in draw(st.lists(st.sampled_from(documents), max_size=3)):
        graph.unread.append(Unread(document, draw(TEXT), draw(TEXT)))
        graph.findings.append(Finding(draw(TEXT), "info", document, draw(TEXT), draw(TEXT)))
    return graph


def add_node(draw: st.DrawFn, graph: Graph, label: str, plan: str, documents: list[str]) -> None:
    known = {node.id for node in graph.nodes}
    name = draw(st.text(min_size=1, max_size=6))
    id_ = f"commun/{name}" if label == "Actor" else f"{plan}/{label}/{name}"
    if id_ in known:
        return
    values = {"name": id_} if label == "Actor" else draw(properties(node_properties(label)))
    quotes = draw(st.lists(TEXT, max_size=3))
    if label == "Actor" and quotes:
        values["aliases"] = sorted(set(quotes))
    graph.nodes.append(Node(label, id_, values))
    document = draw(st.sampled_from(documents))
    graph.relationships.append(
        Relationship("STATED_IN", id_, document, {"document": document, "locators": ["x"], "quotes": quotes})
    )


def add_ties(draw: st.DrawFn, graph: Graph, documents: list[str]) -> None:
    seen = set()
    for _ in range(draw(st.integers(0, 8))):
        relationship = RELATIONSHIP_TYPES[draw(st.sampled_from(FREE_TYPES))]
        ends = draw(st.sampled_from(relationship.ends))
        starts, stops = graph.by_label(ends[0]), graph.by_label(ends[1])
        if not starts or not stops:
            continue
        start, stop = draw(st.sampled_from(starts)).id, draw(st.sampled_from(stops)).id
        document = draw(st.sampled_from(documents))
        values = draw(properties(relationship_properties(relationship.type), ("document",)))
        del values["name"]
        if (key := (relationship.type, start, stop, document)) not in seen or relationship.key:
            graph.relationships.append(Relationship(relationship.type, start, stop, values | {"document": document}))
        seen.add(key)


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(first=plans("a"), second=plans("b"), changed=plans("a"))
def test_any_graph_survives_the_base(open_store: Store, first: Graph, second: Graph, changed: Graph) -> None:
    with open_store._driver.session() as session:
        session.run("MATCH (n) DETACH DELETE n").consume()
    for graph in (first, second, changed):
        open_store.load(graph)

    assert open_store.read("a") == canonical(changed)
    assert open_store.read("b") == canonical(second)
    assert [plan.outcome for plan in open_store.load(open_store.read()).plans] == ["unchanged", "unchanged"]
