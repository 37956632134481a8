"""The local server: found again, never twice, never spoken to by mistake, and sound after a crash."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path

import psutil
import pytest

from graph.errors import DatabaseError
from graph.store import Store, canonical, connect, start, status, stop
from graph.store import server as server_module
from graph.store.folders import cache_folder, check_space, home_folder
from graph.store.jars import fetch_jars, locked_jars, missing_jars
from graph.store.locks import locked
from graph.store.process import free_port, launch
from graph.store.state import State, read_state, write_state
from tests.graphs import large, lyon

NOBODY_LISTENS = "http://127.0.0.1:9"
START = "from graph.store import start; state = start(); print(state.pid, state.port)"


@pytest.fixture
def own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A data folder for one test, with a space and an accent in its path; whatever it starts is stopped."""
    folder = tmp_path / "données à moi"
    monkeypatch.setenv("XDG_DATA_HOME", str(folder))
    monkeypatch.delenv("NEO4J_URI", raising=False)
    yield folder
    stop()


@pytest.fixture
def without_network(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("HTTP_PROXY", "HTTPS_PROXY", "http_proxy", "https_proxy"):
        monkeypatch.setenv(name, NOBODY_LISTENS)
    for name in ("NO_PROXY", "no_proxy"):
        monkeypatch.delenv(name, raising=False)


def test_starts_at_the_same_time_give_one_server(own_folder: Path) -> None:
    commands = [subprocess.Popen([sys.executable, "-c", START], stdout=subprocess.PIPE, text=True) for _ in range(3)]
    answers = {command.communicate()[0] for command in commands}

    assert len(answers) == 1
    pid, port = map(int, answers.pop().split())
    found = status()
    assert (found.condition, found.pid, found.port) == ("prête", pid, port)
    assert found.home == own_folder / "maillage" / "neo4j"
    # It outlived those who started it, listens on the loopback alone, and nobody else can read its secrets.
    listening = [c for c in psutil.Process(pid).net_connections() if c.status == psutil.CONN_LISTEN]
    assert {c.laddr.ip.removeprefix("::ffff:") for c in listening} == {"127.0.0.1"}
    for name in ("etat.json", "data/dbms/auth.ini"):
        assert (found.home / name).stat().st_mode & 0o077 == 0
    assert found.home.stat().st_mode & 0o077 == 0

    assert stop()
    assert not stop()
    assert status().condition == "arrêtée"


def when_writing(store: Store, graph_size: int) -> threading.Thread:
    """A load in another thread; returns once the base is in the middle of its transaction."""

    def load() -> None:
        with pytest.raises(DatabaseError, match="ne répond pas, ou ne répond plus"):
            store.load(large("lyon", graph_size).graph)
        failed.append(True)

    failed: list[bool] = []
    thread = threading.Thread(target=load, daemon=True)
    thread.start()
    watch = "SHOW TRANSACTIONS YIELD currentQuery WHERE currentQuery STARTS WITH 'UNWIND' RETURN count(*) AS n"
    with store._driver.session() as session:
        while session.run(watch).single(strict=True)["n"] == 0:
            assert thread.is_alive()
    thread.failed = failed  # type: ignore[attr-defined]
    return thread


def test_a_base_killed_while_it_writes_opens_again_with_nothing_half_written(own_folder: Path) -> None:
    with connect() as store:
        store.load(lyon().graph)
        thread = when_writing(store, 8_000)
        psutil.Process(read_state(home_folder()).pid).kill()
        thread.join(120)
        assert thread.failed  # type: ignore[attr-defined]

    with connect() as store:
        assert store.read() == canonical(lyon().graph)
        assert store.load(lyon().graph).plans[0].outcome == "unchanged"


LOAD = """
from graph.store import connect
from tests.graphs import large
with connect() as store:
    store.load(large("lyon", 8_000).graph)
"""


def test_a_command_killed_while_it_writes_leaves_nothing_half_written(store: Store) -> None:
    store.load(lyon().graph)
    loader = subprocess.Popen([sys.executable, "-c", LOAD], cwd=Path(__file__).parents[1])
    count = "SHOW TRANSACTIONS YIELD currentQuery WHERE currentQuery STARTS WITH $start RETURN count(*) AS n"
    with store._driver.session() as session:
        while session.run(count, start="UNWIND").single(strict=True)["n"] == 0:
            assert loader.poll() is None
        loader.kill()
        loader.wait()
        while session.run(count, start="UNWIND").single(strict=True)["n"]:
            pass

    assert store.read() == canonical(lyon().graph)


def test_a_port_taken_at_the_last_moment_is_changed(own_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with socket.create_server(("127.0.0.1", 0)) as foreign:
        taken = foreign.getsockname()[1]
        asked: list[int | None] = []

        def first_the_taken_one(wanted: int | None) -> int:
            asked.append(wanted)
            return taken if len(asked) == 1 else free_port(wanted)

        monkeypatch.setattr(server_module, "free_port", first_the_taken_one)
        monkeypatch.setenv("LANGUAGE", "fr")  # as the command line sets it: the system's errors would be translated

        assert start().port != taken
        assert asked == [None, None]


def test_a_server_that_dies_at_its_start_leaves_its_cause(own_folder: Path) -> None:
    (home_folder() / "data").mkdir(parents=True)
    (home_folder() / "data" / "transactions").write_text("pas un dossier")

    with pytest.raises(DatabaseError, match=r"s'est arrêtée en démarrant : .*transactions"):
        start()

    assert status().condition == "arrêtée"


def test_a_server_that_says_nothing_is_not_left_behind(own_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(server_module, "LONGEST_START", 0.5)
    launched: list[psutil.Process] = []

    def noted(home: Path, state: State) -> subprocess.Popen[bytes]:
        child = launch(home, state)
        launched.append(psutil.Process(child.pid))
        return child

    monkeypatch.setattr(server_module, "launch", noted)

    with pytest.raises(DatabaseError, match="n'a pas répondu"):
        start()

    assert [process.is_running() for process in launched] == [False]


def test_a_running_server_that_no_longer_answers_is_told(own_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(server_module, "_PATIENCE", 0.5)
    process = psutil.Process(start().pid)
    monkeypatch.setattr(server_module, "START_TIMEOUT", 0.0)
    process.suspend()
    try:
        assert status().condition == "sans réponse"
        with pytest.raises(DatabaseError, match=f"processus {process.pid}.* ne répond pas"):
            start()
    finally:
        process.resume()


def test_a_lock_that_another_keeps_is_told(tmp_path: Path) -> None:
    with (
        locked(tmp_path / "verrou", 1),
        pytest.raises(DatabaseError, match="une autre commande Maillage"),
        locked(tmp_path / "verrou", 0.1),
    ):
        pass


def test_a_stale_note_is_seen_and_a_foreign_process_is_left_alone(own_folder: Path) -> None:
    """The noted pid is now a process of someone else, and the noted port is theirs too."""
    with socket.create_server(("127.0.0.1", 0)) as foreign:
        taken = foreign.getsockname()[1]
        home = home_folder()
        write_state(home, State(port=taken, pid=os.getpid(), created=1.0))

        assert status().condition == "arrêtée"
        state = start()

        assert state.pid != os.getpid()
        assert state.port != taken
        assert state.password
    assert psutil.pid_exists(os.getpid())


def test_the_password_goes_to_our_own_process_alone() -> None:
    """Our process lives, but the noted port is held by another: nothing is sent to it."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
        me = State("secret", port, os.getpid(), psutil.Process().create_time())
        other = State("secret", port, os.getppid(), psutil.Process(os.getppid()).create_time())

        assert me.owns_port()
        assert not other.owns_port()


def test_the_password_is_not_shown() -> None:
    assert "secret" not in repr(State("secret", 1, 2, 3.0))


def test_a_base_whose_password_is_lost_is_not_started(own_folder: Path) -> None:
    (home_folder() / "data" / "databases").mkdir(parents=True)

    with pytest.raises(DatabaseError, match=r"etat\.json.*perdu"):
        start()


def test_a_wrong_noted_password_is_told(server: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    state = read_state(home_folder())
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    write_state(home_folder(), State(**{**asdict(state), "password": "un-autre-mot"}))

    with pytest.raises(DatabaseError, match="refuse le mot de passe") as caught:
        start()

    assert "un-autre-mot" not in str(caught.value)


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "fichier").write_text("pas un dossier")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "fichier"))

    with pytest.raises(DatabaseError, match="pas accessible en écriture") as caught:
        start()

    assert str(tmp_path) in str(caught.value)
    assert not stop()


def test_too_little_room_is_told(tmp_path: Path) -> None:
    check_space(tmp_path, 1)
    with pytest.raises(DatabaseError, match="Mo sur le disque ; il en faut"):
        check_space(tmp_path, 10**18)


def test_java_options_of_others_do_not_reach_the_server(server: Path) -> None:
    environment = psutil.Process(read_state(home_folder()).pid).environ()

    assert not [name for name in environment if name.startswith(("NEO4J_", "JDK_JAVA_", "JAVA_TOOL"))]


def test_without_network_nor_jars_the_error_says_what_to_do(tmp_path: Path, without_network: None) -> None:
    with pytest.raises(DatabaseError, match="n'a pas pu être téléchargé") as caught:
        fetch_jars(tmp_path / "cache")

    assert "NEO4J_URI" in str(caught.value)
    assert not list(tmp_path.rglob("*.jar"))


def test_without_network_the_jars_in_the_cache_are_enough(server: Path, without_network: None) -> None:
    seen: list[str] = []

    assert len(fetch_jars(cache_folder(), lambda *told: seen.append(told[0]))) == len(locked_jars())
    assert not seen


def test_a_jar_cut_short_or_changed_is_not_used(server: Path, tmp_path: Path, without_network: None) -> None:
    cache = tmp_path / "cache"
    shutil.copytree(cache_folder(), cache, copy_function=os.link)
    short, changed, *_ = locked_jars()
    content = {jar: jar.path(cache).read_bytes() for jar in (short, changed)}
    for jar, new in ((short, content[short][:-1]), (changed, b"?" + content[changed][1:])):
        jar.path(cache).unlink()
        jar.path(cache).write_bytes(new)

    assert missing_jars(cache) == [short, changed]
    with pytest.raises(DatabaseError, match="n'a pas pu être téléchargé"):
        fetch_jars(cache)

    for jar in (short, changed):
        jar.path(cache).write_bytes(content[jar])
    assert missing_jars(cache) == []


def test_the_lock_data_are_coordinates_and_sums_alone() -> None:
    jars = locked_jars()

    assert len(jars) == len({(jar.g, jar.a, jar.c) for jar in jars}) == 216
    assert all(len(jar.sha256) == 64 and jar.size > 0 for jar in jars)
    assert not [jar for jar in jars if "/" in f"{jar.g}{jar.a}{jar.v}{jar.c}"]
