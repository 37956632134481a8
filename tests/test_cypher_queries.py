"""Every stock query: that it has expected rows, keeps to its header, and finds what it asks for by an index."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from cypher.library import Query
from graph.store import Store
from tests.town import QUERIES, Cases, load_town

PACKS = ("engagements", "partenariats", "pilotage", "financements", "territoires", "dispositifs", "suivi", "qualite")
PACKS += ("comparaison",)
LEVELS = ("objectif", "action", "tous")
WITH_LEVEL = [query for query in QUERIES.values() if any(param.name == "niveau" for param in query.params)]
USUAL_LEVEL = """
WITH p, coalesce($niveau, CASE WHEN EXISTS { (p)-[:HAS_AXIS|HAS_OBJECTIVE]->{1,2}(:Objective)<-[:PILOTS|PARTNERS]-() } \
THEN 'objectif' ELSE 'action' END) AS niveau"""
TO_ACTORS_AT_ANY_LEVEL = {"chaine-la-plus-courte", "partenaires-de-partenaire"}
NEEDED = {"acteur": "ville", "acteur_1": "ville", "acteur_2": "caf", "objectif": 1}
CROSSES_ONE_ROW_WITH_ONE = {"chaine-la-plus-courte"}
"""Two actors, each found by its id: their product is one row."""


@pytest.fixture(scope="module")
def town(open_store: Store) -> Store:
    store = load_town(open_store)
    store._driver.execute_query("CALL db.clearQueryCaches()")  # plans made for another base are not these
    return store


def expected(pack: str) -> dict[str, Cases]:
    found: dict[str, Cases] = import_module(f"tests.test_cypher_{pack}").EXPECTED
    return found


def needed(query: Query) -> dict[str, Any]:
    return {param.name: NEEDED[param.name] for param in query.params if param.required}


def test_packs_and_their_tests_are_the_same() -> None:
    assert {query.pack for query in QUERIES.values()} == set(PACKS)
    here = {path.stem.removeprefix("test_cypher_") for path in Path(__file__).parent.glob("test_cypher_*.py")}
    assert set(PACKS) <= here


@pytest.mark.parametrize("pack", PACKS)
def test_every_query_has_expected_rows_some_and_none(pack: str) -> None:
    cases = expected(pack)
    assert sorted(cases) == sorted(query.name for query in QUERIES.values() if query.pack == pack)
    for name, of in cases.items():
        assert any(rows for _, rows in of), name
        assert not all(rows for _, rows in of), name


@pytest.mark.parametrize("name", QUERIES)
def test_a_plan_that_is_not_there_gives_the_columns_and_no_row(town: Store, name: str) -> None:
    query = QUERIES[name]
    columns, rows = town.run(query.text, query.bind(needed(query) | {"plan": "absent"}))
    assert (columns, rows) == ([column.name for column in query.columns], [])


def test_every_query_can_be_narrowed_to_a_plan_and_says_what_it_counts() -> None:
    for query in QUERIES.values():
        assert any(param.name == "plan" and not param.required for param in query.params), query.name
        assert len(query.description) > 60, query.name
        assert query.question.endswith("?"), query.name


def test_the_usual_level_of_a_plan_is_worked_out_in_one_way() -> None:
    usual = [query for query in WITH_LEVEL if USUAL_LEVEL in query.text]
    assert {query.name for query in WITH_LEVEL} - {query.name for query in usual} == TO_ACTORS_AT_ANY_LEVEL
    for query in usual:
        assert "par défaut les objectifs, ou les actions pour un plan qui ne nomme personne aux" in query.description


@pytest.mark.parametrize("query", WITH_LEVEL, ids=lambda query: query.name)
def test_a_level_is_one_of_three_and_said(town: Store, query: Query) -> None:
    assert "« niveau » vaut objectif, action ou tous" in query.description
    least = {"minimum": 1} if any(param.name == "minimum" for param in query.params) else {}
    values = needed(query) | least
    assert any(town.run(query.text, query.bind(values | {"niveau": level}))[1] for level in LEVELS)
    assert town.run(query.text, query.bind(values | {"niveau": "objectifs"}))[1] == []


@pytest.mark.parametrize("name", QUERIES)
def test_only_plans_are_read_one_by_one(town: Store, name: str) -> None:
    """All else is reached from a plan, or found by its id or its document; a base of many cities stays quick."""
    query = QUERIES[name]
    steps = list(plan_of(town, query))
    operators = {operator for operator, _, _ in steps}
    assert operators & {"CartesianProduct"} == ({"CartesianProduct"} if name in CROSSES_ONE_ROW_WITH_ONE else set())
    leaves = [(operator, details) for operator, details, is_leaf in steps if is_leaf and operator != "Argument"]
    assert leaves
    for operator, details in leaves:
        assert (operator, details) == ("NodeByLabelScan", "p:Plan") or "IndexSeek" in operator, (operator, details)
    if any(param.names_an_actor and param.required for param in query.params):
        assert ("NodeUniqueIndexSeek", True) in {(operator, "Actor(id)" in details) for operator, details in leaves}


def plan_of(store: Store, query: Query) -> Iterator[tuple[str, str, bool]]:
    """Operator, details and whether it is a leaf, of the plan for a query, against which Neo4j must have no word."""
    values: dict[str, Any] = {param.name: None for param in query.params}
    with store._driver.session() as session:
        summary = session.run(f"EXPLAIN {query.text}", values).consume()
    assert [status.status_description for status in summary.gql_status_objects if status.is_notification] == []
    waiting = [summary.plan]
    while waiting:
        step = waiting.pop()
        children = step.get("children", [])
        yield step["operatorType"].partition("@")[0], step["args"].get("Details", ""), not children
        waiting += children
