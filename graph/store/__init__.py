"""All Neo4j: `connect()` to a base, then `load`, `read` and `run`; and the life of the local server."""

from __future__ import annotations

from graph.store.canonical import canonical
from graph.store.connection import connect
from graph.store.load import LoadReport, PlanReport
from graph.store.server import Status, install, start, status, stop
from graph.store.store import Store

__all__ = ["LoadReport", "PlanReport", "Status", "Store", "canonical", "connect", "install", "start", "status", "stop"]
