"""Queries that people write: they read, and what is wrong with them is said."""

from __future__ import annotations

import pytest
from neo4j.exceptions import Neo4jError

from graph.errors import InputError
from graph.store import Store
from tests.graphs import lyon


def test_columns_and_rows_come_back_in_order(store: Store) -> None:
    store.load(lyon().graph)

    columns, rows = store.run(
        "MATCH (a:Actor)-[:PILOTS]->(o) WHERE o.number = $numero RETURN a.name AS pilote, o.number AS objectif",
        {"numero": 2},
    )

    assert (columns, rows) == (["pilote", "objectif"], [["Ville de Lyon", 2]])


def test_a_limit_keeps_the_first_rows(store: Store) -> None:
    assert store.run("UNWIND range(1, 9) AS n RETURN n", {}, limit=2) == (["n"], [[1], [2]])
    assert store.run("UNWIND [] AS n RETURN n", {}, limit=2) == (["n"], [])


def test_values_are_plain_python(store: Store) -> None:
    store.load(lyon().graph)
    club = {"label": "Actor", "id": "lyon/club", "name": "Club", "aliases": ["Club"]}
    source = {"label": "FundingSource", "id": "etat / subvention", "name": "Subvention", "kind": "subvention"}
    funds = {"type": "FUNDS", "document": "lyon/plan.txt", "locators": ["ligne 1"], "quotes": ["mots"]}
    funds |= {"amount": 2000, "reference": "A-2"}

    _, rows = store.run(
        "MATCH path = (s:FundingSource)-[r:FUNDS {amount: 2000}]->(a) MATCH (d:Document) "
        "RETURN a, r, path, [1.5, null], {x: date('2021-03-04')}, duration('P1D'), point({x: 1, y: 2}), d",
        {},
    )

    document = {"label": "Document", "id": "lyon/plan.txt", "name": "plan.txt"}
    assert rows == [[club, funds, [source, funds, club], [1.5, None], {"x": "2021-03-04"}, "P1D", [1.0, 2.0], document]]


@pytest.mark.parametrize(
    "query",
    [
        "CREATE (n:Actor {id: 'x'}) RETURN n",
        "MATCH (n) DETACH DELETE n",
        "MERGE (n:Actor {id: 'etat'}) SET n.name = 'pris'",
        "CREATE INDEX pris IF NOT EXISTS FOR (n:Actor) ON (n.kind)",
        "DROP CONSTRAINT actor_id",
        "CREATE USER intrus SET PASSWORD 'motdepasse'",
    ],
)
def test_a_query_that_writes_is_refused(store: Store, query: str) -> None:
    store.load(lyon().graph)
    before = store.read()

    with pytest.raises(InputError, match="ne fait ici que lire"):
        store.run(query, {})

    assert store.read() == before


@pytest.mark.parametrize(
    ("query", "message"),
    [
        ("MATC (n) RETURN n", "n'accepte pas cette requête"),
        ("RETURN $absent", "absent"),
        ("RETURN 1 / 0", "n'accepte pas cette requête"),
        ("CALL (*) { MATCH (n) RETURN n } IN TRANSACTIONS RETURN n", "ses propres transactions"),
    ],
)
def test_a_wrong_query_is_the_users_fault(store: Store, query: str, message: str) -> None:
    with pytest.raises(InputError, match=message):
        store.run(query, {})


@pytest.mark.parametrize(
    "query",
    [
        "LOAD CSV FROM 'file:///etc/hostname' AS line RETURN line",
        "LOAD CSV FROM 'http://127.0.0.1:9/a.csv' AS line RETURN line",
        "MATCH (n) CALL { load /* caché */ csv FROM 'http://127.0.0.1:9/a.csv' AS line RETURN line } RETURN line",
    ],
)
def test_files_and_addresses_are_not_read_through_the_server(store: Store, query: str) -> None:
    with pytest.raises(InputError, match="LOAD CSV"):
        store.run(query, {})


def test_the_local_server_itself_calls_no_address(store: Store, server: object) -> None:
    """Should a query pass all the same, the server's own settings stop it."""
    driver = store._driver
    with driver.session() as session, pytest.raises(Neo4jError, match="blocked"):
        session.run("LOAD CSV FROM 'http://127.0.0.1:9/a.csv' AS line RETURN line").consume()


def test_a_query_that_takes_too_long_is_stopped(store: Store) -> None:
    with pytest.raises(InputError, match=r"n'a pas fini en 0,5 s"):
        store.run("UNWIND range(1, 100000) AS i UNWIND range(1, 1000000) AS j RETURN sum(i * j)", {}, timeout=0.5)
