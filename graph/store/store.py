"""The store: the few things that Maillage asks of a base."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import neo4j

from graph.model import Graph
from graph.store.failures import translated
from graph.store.load import LoadReport, load_graph
from graph.store.query import run_query
from graph.store.read import read_documents, read_graph, read_plans


class Store:
    """An open base. Every method raises DatabaseError where the base cannot be had, even half-way."""

    def __init__(self, driver: neo4j.Driver, database: str | None, place: str) -> None:
        self._driver, self._database, self.place = driver, database, place

    def load(self, graph: Graph) -> LoadReport:
        """Write the plans of a graph, each whole or not at all; a plan that is there unchanged is left alone.

        Raises InputError where the graph breaks the schema (nothing is written then).
        """
        with translated(self.place):
            return load_graph(self._driver, self._database, graph)

    def read(self, plan: str | None = None) -> Graph:
        """The whole graph, or one plan's, as it was loaded, in an order that does not change.

        Raises InputError where the base holds no such plan.
        """
        with translated(self.place):
            return read_graph(self._driver, self._database, plan)

    def run(
        self, query: str, parameters: Mapping[str, Any], *, timeout: float = 30, limit: int | None = None
    ) -> tuple[list[str], list[list[Any]]]:
        """Run a query that only reads: its columns, then its rows (the first `limit`), as plain Python values.

        `timeout` in seconds. Raises InputError where the query is wrong, writes, or takes too long.
        """
        return run_query(self._driver, self._database, self.place, query, parameters, timeout, limit)

    def documents(self, plan: str | None = None) -> list[str]:
        """Ids of the documents in the base, or of one plan's, in order."""
        with translated(self.place):
            return read_documents(self._driver, self._database, plan)

    def plans(self) -> list[str]:
        """Ids of the plans in the base, in order."""
        with translated(self.place):
            return read_plans(self._driver, self._database)
