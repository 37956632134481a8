"""Reading the base back into a `Graph`."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

import neo4j

from graph.errors import InputError
from graph.model import Finding, Graph, Node, Relationship, Unread, with_aliases
from graph.schema import NODE_TYPES, RELATIONSHIP_TYPES
from graph.store import cypher_text
from graph.store.canonical import canonical_node, canonical_relationship, ordered

DOCUMENTS_AT_A_TIME = 50
"""Bounds what the server has to hold in memory at once, a national graph having some thousand documents."""


def read_plans(driver: neo4j.Driver, database: str | None) -> list[str]:
    """Ids of the plans in the base."""
    with driver.session(database=database) as session:
        return session.execute_read(lambda tx: [record["id"] for record in tx.run(cypher_text.PLANS)])


def read_documents(driver: neo4j.Driver, database: str | None, plan: str | None) -> list[str]:
    """Ids of the documents of a plan, or of all; see `Store.documents`."""
    with driver.session(database=database) as session:
        return session.execute_read(_documents, plan)


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
        for node in (*_read_documents(tx, chosen, graph), *_nodes(tx, chosen)):
            nodes[node.id] = node
        graph.relationships += _ties(tx, chosen)
    graph.nodes = list(nodes.values())
    if plan is not None:  # of a shared actor's aliases, those that this plan prints
        with_aliases(graph)
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


def _read_documents(tx: neo4j.ManagedTransaction, documents: list[str], graph: Graph) -> Iterable[Node]:
    """The documents' nodes; what was not read in them, and what is odd, goes into the graph."""
    for values in sorted(_rows(tx, cypher_text.READ_DOCUMENTS, documents), key=lambda values: str(values["id"])):
        graph.unread += [Unread(**line) for line in json.loads(values.get("unread") or "[]")]
        graph.findings += [Finding(**finding) for finding in json.loads(values.get("findings") or "[]")]
        yield canonical_node(Node("Document", values["id"], values))


def _nodes(tx: neo4j.ManagedTransaction, documents: list[str]) -> Iterable[Node]:
    for labels, values in _rows(tx, cypher_text.READ_NODES, documents):
        ours = [label for label in labels if label in NODE_TYPES]  # a person may have added labels of their own
        if ours and "id" in values:
            yield canonical_node(Node(ours[0], values["id"], values))


def _ties(tx: neo4j.ManagedTransaction, documents: list[str]) -> Iterable[Relationship]:
    for type_, start, end, values in _rows(tx, cypher_text.READ_RELATIONSHIPS, documents):
        if type_ in RELATIONSHIP_TYPES:
            yield canonical_relationship(Relationship(type_, start, end, values))


def _rows(tx: neo4j.ManagedTransaction, query: str, documents: list[str]) -> list[Any]:
    return list(tx.run(query, documents=documents).single(strict=True)["rows"])
