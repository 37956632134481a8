"""Reading the base back into a `Graph`."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

import neo4j

from graph.errors import InputError
from graph.model import Finding, Graph, Node, Relationship, Unread
from graph.schema import NODE_TYPES, RELATIONSHIP_TYPES, Property
from graph.store import cypher_text
from graph.store.canonical import ordered

DOCUMENTS_AT_A_TIME = 50
"""Bounds what the server has to hold in memory at once, a national graph having some thousand documents."""


def read_plans(driver: neo4j.Driver, database: str | None) -> list[str]:
    """Ids of the plans in the base."""
    with driver.session(database=database) as session:
        return session.execute_read(lambda tx: [record["id"] for record in tx.run(cypher_text.PLANS)])


def read_graph(driver: neo4j.Driver, database: str | None, plan: str | None) -> Graph:
    """The base, or one plan, as a graph; see `Store.read`."""
    with driver.session(database=database) as session:
        return session.execute_read(_read, plan)


def _read(tx: neo4j.ManagedTransaction, plan: str | None) -> Graph:
    documents = _documents(tx, plan)
    graph = Graph()
    nodes: dict[str, Node] = {}  # an actor that several documents state comes several times
    for first in range(0, len(documents), DOCUMENTS_AT_A_TIME):
        chosen = documents[first : first + DOCUMENTS_AT_A_TIME]
        nodes.update((node.id, node) for label in NODE_TYPES for node in _nodes(tx, label, chosen))
        graph.relationships += [tie for type_ in RELATIONSHIP_TYPES for tie in _ties(tx, type_, chosen)]
        _read_remarks(tx, chosen, graph)
    graph.nodes = list(nodes.values())
    if plan is not None:
        _narrow_aliases(graph)
    graph.unread.sort(key=lambda line: line.document)
    graph.findings.sort(key=lambda finding: finding.document)
    return ordered(graph)


def _documents(tx: neo4j.ManagedTransaction, plan: str | None) -> list[str]:
    if plan is None:
        return [record["id"] for record in tx.run(cypher_text.DOCUMENTS)]
    documents = [record["id"] for record in tx.run(cypher_text.PLAN_DOCUMENTS, plan=plan)]
    if not documents:
        known = [record["id"] for record in tx.run(cypher_text.PLANS)]
        raise InputError(
            f"la base ne contient pas de plan « {plan} ».",
            action=f"Plans chargés : {', '.join(known)}." if known else "Chargez-le d'abord par `maillage charger`.",
        )
    return documents


def _nodes(tx: neo4j.ManagedTransaction, label: str, documents: list[str]) -> Iterable[Node]:
    declared = cypher_text.node_properties(label)
    for id_, *values in _rows(tx, cypher_text.read_nodes(label), documents):
        yield Node(label, id_, _properties(declared, values))


def _ties(tx: neo4j.ManagedTransaction, type_: str, documents: list[str]) -> Iterable[Relationship]:
    declared = cypher_text.relationship_properties(type_)
    for start, end, *values in _rows(tx, cypher_text.read_relationships(type_), documents):
        yield Relationship(type_, start, end, _properties(declared, values))


def _rows(tx: neo4j.ManagedTransaction, query: str, documents: list[str]) -> list[list[Any]]:
    # One record that holds every row: the driver unpacks it ten times faster than as many records.
    return list(tx.run(query, documents=documents).single(strict=True)["rows"])


def _properties(declared: Iterable[Property], values: list[Any]) -> dict[str, Any]:
    pairs = zip(declared, values, strict=True)
    return {prop.name: value for prop, value in pairs if value is not None and value != []}


def _read_remarks(tx: neo4j.ManagedTransaction, documents: list[str], graph: Graph) -> None:
    for record in tx.run(cypher_text.DOCUMENT_REMARKS, documents=documents):
        graph.unread += [Unread(**line) for line in json.loads(record["unread"] or "[]")]
        graph.findings += [Finding(**finding) for finding in json.loads(record["findings"] or "[]")]


def _narrow_aliases(graph: Graph) -> None:
    """Keep of a shared actor's aliases those that this plan prints, as when it was loaded."""
    quotes: dict[str, set[str]] = defaultdict(set)
    for tie in graph.by_type("STATED_IN"):
        quotes[tie.start].update(tie.properties.get("quotes", ()))
    graph.nodes = [
        replace(node, properties={**node.properties, cypher_text.ALIASES: sorted(quotes[node.id])})
        if node.label == "Actor" and quotes[node.id]
        else node
        for node in graph.nodes
    ]
