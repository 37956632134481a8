"""A document that says again, word for word, all that another says changes no figure of any stock query."""

from __future__ import annotations

from typing import Any

import pytest

from cypher.library import Query
from graph.model import Graph, Node, Relationship
from graph.store import Store
from tests.town import LATER, OTHER, PLAN, QUERIES, TABLE, drawn, load_town

OF_DOCUMENTS = {"engagements-acteur", "faits-sans-source", "acteurs-cites-une-fois", "constats-documents"}
"""One row a sentence, a fact or a document: another document is another row."""
WHERE_SAID = {"document", "phrase", "lieu", "emplacement", "phrase_pilote", "phrase_partenaire"}
"""« lieu » is a place of the town in the pack on places: it goes too, what is counted there stays."""
NEEDED = {"acteur": "ville", "acteur_1": "ville", "acteur_2": "hopital", "objectif": 1}

SECOND = {PLAN: LATER, OTHER: "q/bis.txt", TABLE: "r/bis.csv"}

Answers = dict[str, list[list[Any]]]


def twice() -> Graph:
    """The drawn graph, where a second document of each plan says all that the first one says."""
    graph = drawn()
    said = {(tie.type, tie.start, tie.end) for tie in graph.relationships if tie.properties["document"] == LATER}
    again = [_restated(tie) for tie in graph.relationships if tie.properties["document"] in SECOND]
    graph.relationships += [tie for tie in again if (tie.type, tie.start, tie.end) not in said]
    graph.nodes += [Node("Document", id_, {"name": id_}) for id_ in SECOND.values() if id_ != LATER]
    return graph


def _restated(tie: Relationship) -> Relationship:
    document = SECOND[tie.properties["document"]]
    end = document if tie.type == "STATED_IN" else tie.end
    return Relationship(tie.type, tie.start, end, {**tie.properties, "document": document})


def answers(store: Store) -> Answers:
    return {query.name: figures(store, query) for query in QUERIES.values() if query.name not in OF_DOCUMENTS}


def figures(store: Store, query: Query) -> list[list[Any]]:
    values = {param.name: NEEDED[param.name] for param in query.params if param.required}
    if any(param.name == "minimum" for param in query.params):
        values["minimum"] = 1
    columns, rows = store.run(query.text, query.bind(values))
    places = [place for place, name in enumerate(columns) if name not in WHERE_SAID]
    return [[row[place] for place in places] for row in rows]


@pytest.fixture(scope="module")
def once(open_store: Store) -> Answers:
    return answers(load_town(open_store))


@pytest.fixture(scope="module")
def again(open_store: Store, once: Answers) -> Answers:
    open_store.load(twice())
    return answers(open_store)


@pytest.mark.parametrize("name", sorted(set(QUERIES) - OF_DOCUMENTS))
def test_what_is_said_twice_counts_once(once: Answers, again: Answers, name: str) -> None:
    assert once[name]
    assert again[name] == once[name]
