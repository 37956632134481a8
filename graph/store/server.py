"""The life of the local server: installed, started, found again, stopped."""

from __future__ import annotations

import time
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from subprocess import Popen, TimeoutExpired

import psutil

from graph.errors import DatabaseError
from graph.store.credentials import ensure_password
from graph.store.driver import answers
from graph.store.folders import SPACE_TO_START, cache_folder, check_space, home_folder, make_folder
from graph.store.jars import Progress, fetch_jars, missing_jars
from graph.store.locks import locked
from graph.store.process import free_port, launch, log_size, log_sizes, log_text, write_class_path
from graph.store.state import State, read_state, write_state

START_TIMEOUT = 120.0
"""Seconds of silence after which a starting server is given up; one that repairs its base after a crash logs on."""
LONGEST_START = 900.0
STOP_TIMEOUT = 60.0
_PATIENCE = 20.0
_TRIES = 4
_PORT_TAKEN = "already in use"
_POLL = 0.1


@dataclass(frozen=True)
class Status:
    """`condition`: "absente" (Neo4j not installed), "arrêtée", "prête" or "sans réponse"."""

    condition: str
    home: Path
    port: int | None = None
    pid: int | None = None


def install(progress: Progress | None = None) -> int:
    """Fetch and check every jar; their number."""
    return len(fetch_jars(cache_folder(), progress))


def start(progress: Progress | None = None) -> State:
    """The running local server, started if need be. Raises DatabaseError."""
    home = make_folder(home_folder()).resolve()
    with locked(home / "verrou", START_TIMEOUT + LONGEST_START):
        state = read_state(home)
        if _wait_for_running(home, state):
            return state
        return _start_new(home, state, progress)


def stop() -> bool:
    """Stop the local server; False where it was not running."""
    home = home_folder()
    if not home.exists():
        return False
    with locked(home / "verrou", STOP_TIMEOUT + START_TIMEOUT):
        process = read_state(home).process()
        if process is None:
            return False
        process.terminate()
        try:
            process.wait(STOP_TIMEOUT)
        except psutil.TimeoutExpired:
            process.kill()
            process.wait(10)
        return True


def status() -> Status:
    """How the local server does, without starting anything."""
    home = home_folder()
    state = read_state(home)
    if state.process() is None:
        return Status("absente" if missing_jars(cache_folder()) else "arrêtée", home)
    ready = state.owns_port() and answers(state)
    return Status("prête" if ready else "sans réponse", home, state.port, state.pid)


def _wait_for_running(home: Path, state: State) -> bool:
    """True once the noted server answers, False where it is not (or no longer) there."""
    process = state.process()
    if process is None:
        return False
    age = time.time() - state.created
    if _wait(home, state, max(_PATIENCE, START_TIMEOUT - age)):
        return True
    if state.process() is None:
        return False
    raise DatabaseError(
        f"la base locale (processus {state.pid}) ne répond pas.",
        place=str(home),
        action="Arrêtez-la par `maillage neo4j arreter`, puis relancez ; la cause est dans le dossier logs.",
    )


def _start_new(home: Path, state: State, progress: Progress | None) -> State:
    check_space(home, SPACE_TO_START)
    jars = fetch_jars(cache_folder(), progress)
    try:
        write_class_path(home, jars)
        ensure_password(home, state)
        for _ in range(_TRIES):
            before = log_sizes(home)
            state.port = free_port(state.port)
            child = launch(home, state)
            if _wait(home, state, START_TIMEOUT):
                return state
            text = _post_mortem(home, state, child, before)
            if _PORT_TAKEN not in text:
                break
            state.port = None
    except OSError as error:
        raise DatabaseError(
            f"la base locale n'a pas pu être préparée ({error.strerror}).",
            place=str(error.filename or home),
            action="Vérifiez vos droits sur ce dossier et la place sur le disque, puis relancez.",
        ) from error
    raise _start_failure(home, text)


def _wait(home: Path, state: State, silence: float) -> bool:
    """Wait until the server answers; False where it died, or logged nothing for `silence` seconds."""
    begin = spoke = time.monotonic()
    words = log_size(home)
    while (now := time.monotonic()) - spoke < silence and now - begin < LONGEST_START and state.process():
        if state.owns_port() and answers(state):
            return True
        if words != (words := log_size(home)):
            spoke = now
        time.sleep(_POLL)
    return False


def _post_mortem(home: Path, state: State, child: Popen[bytes], before: dict[str, int]) -> str:
    """What a server that did not answer wrote; one that lives on in silence (full disk) is killed."""
    silent = child.poll() is None and state.process() is not None
    child.kill()
    with suppress(TimeoutExpired):
        child.wait(10)
    state.pid = None
    write_state(home, state)
    if silent:
        raise DatabaseError(
            "la base locale a été lancée mais n'a pas répondu ; elle a été arrêtée.",
            place=str(home / "logs"),
            action="Vérifiez la place sur le disque, lisez neo4j.log dans ce dossier, puis relancez.",
        )
    return log_text(home, before)


def _start_failure(home: Path, text: str) -> DatabaseError:
    causes = [line.strip() for line in text.splitlines() if "Caused by" in line or "rror" in line]
    detail = f" : {causes[-1][:400]}" if causes else "."
    return DatabaseError(
        f"la base locale s'est arrêtée en démarrant{detail}",
        place=str(home / "logs"),
        action="Lisez neo4j.log et console.log dans ce dossier ; en dernier recours, supprimez le dossier de la base "
        "et rechargez vos plans.",
    )
