"""Bases that NEO4J_URI names: reached as told, and what is wrong with them said without a password."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from graph.errors import DatabaseError
from graph.store import connect
from graph.store.driver import check_version
from graph.store.failures import shown_uri
from graph.store.folders import home_folder
from graph.store.state import State, read_state

PASSWORD = "motdepasse-secret"


@pytest.fixture
def local(server: Path) -> State:
    """The session's server, to be named by NEO4J_URI."""
    return read_state(home_folder())


def name_base(patch: pytest.MonkeyPatch, uri: str, password: str | None = PASSWORD, database: str = "") -> None:
    patch.setenv("NEO4J_URI", uri)
    patch.setenv("NEO4J_DATABASE", database)
    if password is not None:
        patch.setenv("NEO4J_PASSWORD", password)


def failure() -> str:
    with pytest.raises(DatabaseError) as caught, connect():
        pass
    assert PASSWORD not in str(caught.value)
    assert caught.value.exit_code == 3
    return str(caught.value)


@pytest.mark.parametrize("scheme", ["bolt", "neo4j"])
@pytest.mark.parametrize("database", ["", "neo4j"])
def test_a_named_base_is_used(local: State, monkeypatch: pytest.MonkeyPatch, scheme: str, database: str) -> None:
    name_base(monkeypatch, f"{scheme}://127.0.0.1:{local.port}", local.password, database)

    with connect() as store:
        assert store.run("RETURN 1 AS un", {}) == (["un"], [[1]])


def test_a_named_base_starts_no_local_server(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    name_base(monkeypatch, "bolt://127.0.0.1:9")

    assert "bolt://127.0.0.1:9 : la base ne répond pas" in failure()
    assert not list(tmp_path.iterdir())


def test_a_wrong_password(local: State, monkeypatch: pytest.MonkeyPatch) -> None:
    name_base(monkeypatch, f"bolt://127.0.0.1:{local.port}")

    assert "refuse ce nom d'utilisateur ou ce mot de passe" in failure()


def test_a_missing_password(local: State, monkeypatch: pytest.MonkeyPatch) -> None:
    name_base(monkeypatch, f"bolt://127.0.0.1:{local.port}", None)

    assert "NEO4J_PASSWORD" in failure()


def test_a_database_that_does_not_exist(local: State, monkeypatch: pytest.MonkeyPatch) -> None:
    name_base(monkeypatch, f"bolt://127.0.0.1:{local.port}", local.password, "ailleurs")

    assert "(base ailleurs) : cette base n'existe pas" in failure()


@pytest.mark.parametrize("uri", ["http://127.0.0.1:7474", "127.0.0.1", "bolt://[", "bolt://127.0.0.1:port"])
def test_an_address_that_is_none(monkeypatch: pytest.MonkeyPatch, uri: str) -> None:
    name_base(monkeypatch, uri)

    assert "bolt://" in failure().split("→")[1]


def test_a_name_that_resolves_to_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    name_base(monkeypatch, f"bolt://neo4j:{PASSWORD}@base.invalid:7687")

    assert "bolt://base.invalid:7687 : " in failure()


@pytest.fixture
def other_program() -> Iterator[int]:
    """A program that is no Neo4j 5: it refuses every version of the protocol, as an old Neo4j does."""

    def serve() -> None:
        while True:
            try:
                client, _ = listener.accept()
            except OSError:
                return
            with client:
                client.recv(64)
                client.sendall(b"\0\0\0\0")

    with socket.create_server(("127.0.0.1", 0)) as listener:
        threading.Thread(target=serve, daemon=True).start()
        yield listener.getsockname()[1]
        listener.shutdown(socket.SHUT_RDWR)


def test_a_program_that_speaks_no_known_version(monkeypatch: pytest.MonkeyPatch, other_program: int) -> None:
    name_base(monkeypatch, f"bolt://127.0.0.1:{other_program}")

    assert f"bolt://127.0.0.1:{other_program}" in failure()


@pytest.mark.parametrize("agent", ["Neo4j/5.0.0", "Neo4j/5.26.30", "Neo4j/5.27-aura", "Neo4j/2026.08.1"])
def test_versions_that_serve(agent: str) -> None:
    check_version(agent, "bolt://ici")


@pytest.mark.parametrize("agent", ["Neo4j/4.4.41", "Neo4j/3.5.0", "Autre/9.0", ""])
def test_versions_that_do_not(agent: str) -> None:
    with pytest.raises(DatabaseError, match="il faut Neo4j 5"):
        check_version(agent, "bolt://ici")


@pytest.mark.parametrize(
    ("uri", "shown"),
    [
        ("bolt://moi:secret@ici:7687", "bolt://ici:7687"),
        ("neo4j+s://x.databases.neo4j.io?clef=secret", "neo4j+s://x.databases.neo4j.io"),
        ("bolt://[", "NEO4J_URI"),
        ("bolt://ici:port", "NEO4J_URI"),
    ],
)
def test_an_address_is_shown_without_its_secrets(uri: str, shown: str) -> None:
    assert shown_uri(uri) == shown
