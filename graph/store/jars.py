"""The jars of Neo4j: fetched once from the lock data beside this file, and checked by size and sha256."""

from __future__ import annotations

import errno
import hashlib
import json
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from graph.errors import DatabaseError
from graph.store.folders import check_space, make_folder, unwritable
from graph.store.locks import locked

LOCK_DATA = Path(__file__).with_name("neo4j-5.26.lock.json")
DOWNLOAD_LABEL = "Téléchargement de Neo4j"
THREADS = 8
TRIES = 3
HTTP_TIMEOUT = 60
LOCK_TIMEOUT = 900

Progress = Callable[[str, int, int], None]
"""Called with a label, what is done and the total, in bytes."""


@dataclass(frozen=True)
class Jar:
    """One line of the lock data: Maven coordinates, size in bytes, sha256."""

    g: str
    a: str
    v: str
    c: str
    p: str
    sha256: str
    size: int

    def path(self, cache: Path) -> Path:
        """Where Maven's layout puts the jar."""
        classifier = f"-{self.c}" if self.c else ""
        return cache.joinpath(*self.g.split("."), self.a, self.v, f"{self.a}-{self.v}{classifier}.{self.p}")

    def is_sound(self, cache: Path) -> bool:
        """True where the file is there, whole and the one that was locked."""
        path = self.path(cache)
        try:
            return path.stat().st_size == self.size and hashlib.sha256(path.read_bytes()).hexdigest() == self.sha256
        except OSError:
            return False


def locked_jars() -> list[Jar]:
    """The jars of the lock data, in class path order."""
    return [Jar(**line) for line in json.loads(LOCK_DATA.read_text(encoding="utf-8"))]


def missing_jars(cache: Path) -> list[Jar]:
    """The jars that are absent from the cache or not as locked."""
    jars = locked_jars()
    with ThreadPoolExecutor(THREADS) as pool:
        sound = list(pool.map(lambda jar: jar.is_sound(cache), jars))
    return [jar for jar, good in zip(jars, sound, strict=True) if not good]


def fetch_jars(cache: Path, progress: Progress | None = None) -> list[Path]:
    """Paths of every jar, all checked, downloaded first where they are missing. Raises DatabaseError."""
    make_folder(cache)
    with locked(cache / ".verrou", LOCK_TIMEOUT):
        missing = missing_jars(cache)
        if missing:
            check_space(cache, sum(jar.size for jar in missing) + 50_000_000)
            _download(missing, cache, progress)
    return [jar.path(cache) for jar in locked_jars()]


def _download(jars: list[Jar], cache: Path, progress: Progress | None) -> None:
    from jgo.maven import MavenContext, PythonResolver

    meter = _Meter(sum(jar.size for jar in jars), progress)
    context = MavenContext(
        repo_cache=cache, resolver=PythonResolver(progress_callback=meter.track), timeout=HTTP_TIMEOUT
    )
    given_up = threading.Event()

    def fetch(jar: Jar) -> None:
        try:
            _fetch_one(context, jar, cache, given_up)
        except BaseException:
            given_up.set()
            raise

    with ThreadPoolExecutor(THREADS) as pool:
        list(pool.map(fetch, jars))


def _fetch_one(context: Any, jar: Jar, cache: Path, given_up: threading.Event) -> None:
    # jgo writes straight to the final place and takes whatever lies there for good: remove, fetch, check, again.
    path, failure = jar.path(cache), None
    for _ in range(TRIES):
        if given_up.is_set():
            return
        path.unlink(missing_ok=True)
        try:
            context.project(jar.g, jar.a).at_version(jar.v).artifact(jar.c, jar.p).resolve()
        except (OSError, RuntimeError) as error:
            path.unlink(missing_ok=True)
            if isinstance(error, OSError) and error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
                raise unwritable(path.parent, error) from error
            failure = error
        else:
            if jar.is_sound(cache):
                return
            path.unlink(missing_ok=True)
    raise _undownloadable(path.name, failure) from failure


def _undownloadable(name: str, cause: Exception | None) -> DatabaseError:
    if isinstance(cause, OSError) and cause.errno == errno.ENOSPC:
        return DatabaseError("le disque est plein.", place=name, action="Libérez de la place, puis relancez.")
    if cause is None:
        return DatabaseError(
            "le fichier reçu n'est pas celui attendu (somme sha256 différente).",
            place=name,
            action="Un intermédiaire du réseau le modifie peut-être : essayez par un autre réseau, puis relancez.",
        )
    return DatabaseError(
        f"Neo4j n'a pas pu être téléchargé ({type(cause).__name__}).",
        place=name,
        action="Connectez ce poste à internet puis relancez (ce qui est déjà reçu est gardé), "
        "ou désignez une base existante par la variable NEO4J_URI.",
    )


class _Meter:
    """Adds up the bytes that several threads receive."""

    def __init__(self, total: int, progress: Progress | None) -> None:
        self._total, self._progress = total, progress
        self._done = 0
        self._mutex = threading.Lock()

    @contextmanager
    def track(self, _name: str, _size: int) -> Iterator[Callable[[int], None]]:
        yield self._add

    def _add(self, count: int) -> None:
        with self._mutex:
            self._done = min(self._done + count, self._total)
            if self._progress:
                self._progress(DOWNLOAD_LABEL, self._done, self._total)
