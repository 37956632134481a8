"""Queries that people write: read only, within a time, answered in plain Python values."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

import neo4j
from neo4j.graph import Node, Path, Relationship
from neo4j.spatial import Point
from neo4j.time import Date, DateTime, Duration, Time

from graph.schema import NODE_TYPES
from graph.store.failures import loading_error, query_translated, read_only_error

_MAY_LOAD = re.compile(r"\bload\b", re.IGNORECASE)
_INTERNAL = {prop.name for node in NODE_TYPES.values() for prop in node.internal}


def run_query(
    driver: neo4j.Driver,
    database: str | None,
    place: str,
    query: str,
    parameters: Mapping[str, Any],
    timeout: float,
    limit: int | None,
) -> tuple[list[str], list[list[Any]]]:
    """Columns and rows of a read query; see `Store.run`."""

    @neo4j.unit_of_work(timeout=timeout)
    def work(tx: neo4j.ManagedTransaction) -> tuple[list[str], list[list[Any]]]:
        if _MAY_LOAD.search(query) and _loads(tx.run(f"EXPLAIN {query}", dict(parameters)).consume().plan):
            raise loading_error()
        result = tx.run(query, dict(parameters))
        columns = list(result.keys())
        records = list(result) if limit is None else result.fetch(limit)
        if result.consume().query_type not in ("r", None):
            raise read_only_error()
        return columns, [[plain(value) for value in record.values()] for record in records]

    with (
        query_translated(place, timeout),
        driver.session(database=database, default_access_mode=neo4j.READ_ACCESS) as session,
    ):
        return session.execute_read(work)


def _loads(plan: Any) -> bool:
    """True where a query's plan reads a file or an address: the planner knows, whatever the query's text hides."""
    if not plan:
        return False
    return plan.get("operatorType", "").startswith("LoadCSV") or any(map(_loads, plan.get("children", ())))


def plain(value: Any) -> Any:
    """A value of the driver as plain Python: nodes and relationships as dicts, dates as ISO text."""
    if isinstance(value, (Node, Relationship)):
        kind = {"label": next(iter(sorted(value.labels)), None)} if isinstance(value, Node) else {"type": value.type}
        return kind | {key: plain(item) for key, item in value.items() if key not in _INTERNAL}
    if isinstance(value, Path):
        return [plain(item) for item in _steps(value)]
    if isinstance(value, (Date, DateTime, Time, Duration)):
        return value.iso_format()
    if isinstance(value, Point):
        return list(value)
    if isinstance(value, (list, tuple)):
        return [plain(item) for item in value]
    if isinstance(value, dict):
        return {key: plain(item) for key, item in value.items()}
    return value


def _steps(path: Path) -> list[Node | Relationship]:
    steps: list[Node | Relationship] = [path.nodes[0]]
    for relationship, node in zip(path.relationships, path.nodes[1:], strict=True):
        steps += [relationship, node]
    return steps
