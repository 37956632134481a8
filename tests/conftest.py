"""One real Neo4j for the whole run, in a folder of its own; an empty base for each test that asks for it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from graph.store import Store, connect, stop

# How long an example takes says nothing on a shared machine.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")

NEO4J_VARIABLES = ("NEO4J_URI", "NEO4J_USERNAME", "NEO4J_PASSWORD", "NEO4J_DATABASE")


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The data folder of a running local server; commands in other processes find it by XDG_DATA_HOME too.

    The jars stay in the user's cache folder, so that they are fetched once.
    """
    folder = tmp_path_factory.mktemp("donnees")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_DATA_HOME", str(folder))
        for name in NEO4J_VARIABLES:
            patch.delenv(name, raising=False)
        try:
            with connect():
                pass
            yield folder
        finally:
            stop()


@pytest.fixture(scope="session")
def open_store(server: Path) -> Iterator[Store]:
    """A store on the session's server, whatever the base holds."""
    with connect() as store:
        yield store


@pytest.fixture
def store(open_store: Store) -> Store:
    """A store on an empty base."""
    with open_store._driver.session() as session:
        session.run("MATCH (n) DETACH DELETE n").consume()
    return open_store
