"""The way into the base: the one that NEO4J_URI names, or the local one, started if need be."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from urllib.parse import urlsplit

import neo4j

from graph.errors import DatabaseError
from graph.store.credentials import USERNAME
from graph.store.driver import check_version, open_driver
from graph.store.failures import shown_uri, translated
from graph.store.jars import Progress
from graph.store.server import start
from graph.store.store import Store

# The driver also speaks HTTP, as a preview that knows no managed transaction.
_SCHEMES = ("bolt", "bolt+s", "bolt+ssc", "neo4j", "neo4j+s", "neo4j+ssc")
_LOCAL_RETRY = 5.0
_REMOTE_RETRY = 30.0


@dataclass(frozen=True)
class _Target:
    """Where to connect, and as whom. `retry` in seconds."""

    uri: str
    auth: tuple[str, str] | None = field(repr=False)
    database: str | None
    retry: float

    @property
    def place(self) -> str:
        shown = shown_uri(self.uri)
        return f"{shown} (base {self.database})" if self.database else shown


@contextmanager
def connect(progress: Progress | None = None) -> Iterator[Store]:
    """Open the base that NEO4J_URI names (with NEO4J_USERNAME, NEO4J_PASSWORD, NEO4J_DATABASE), else the local one.

    `progress(label, done, total)` follows the download of the local server, in bytes. Raises DatabaseError.
    """
    target = _remote() or _local(progress)
    with translated(target.place), _driver(target) as driver:
        check_version(_agent(driver, target), target.place)
        yield Store(driver, target.database, target.place)


def _driver(target: _Target) -> neo4j.Driver:
    try:
        parts = urlsplit(target.uri)
        if parts.scheme in _SCHEMES and (parts.port or 1) > 0:
            return open_driver(target.uri, target.auth, retry=target.retry)
    except ValueError:
        pass
    raise _unreadable(target.place)


def _agent(driver: neo4j.Driver, target: _Target) -> str:
    """The server's name and version; asked through the database itself, so that a wrong one is told at once."""
    with driver.session(database=target.database, default_access_mode=neo4j.READ_ACCESS) as session:
        try:
            return session.run("RETURN 1").consume().server.agent
        except ValueError as error:  # a host that cannot even be looked up
            raise _unreadable(target.place) from error


def _remote() -> _Target | None:
    uri = os.environ.get("NEO4J_URI", "").strip()
    if not uri:
        return None
    password = os.environ.get("NEO4J_PASSWORD")
    user = os.environ.get("NEO4J_USERNAME") or USERNAME
    auth = (user, password) if password is not None else None
    return _Target(uri, auth, os.environ.get("NEO4J_DATABASE") or None, _REMOTE_RETRY)


def _local(progress: Progress | None) -> _Target:
    state = start(progress)
    return _Target(state.uri, (USERNAME, state.password), None, _LOCAL_RETRY)


def _unreadable(place: str) -> DatabaseError:
    return DatabaseError(
        "l'adresse de la base n'est pas lisible.",
        place=place,
        action="Donnez à NEO4J_URI une adresse comme neo4j+s://exemple.databases.neo4j.io ou bolt://localhost:7687.",
    )
