"""Locks between processes: two commands started together must not fetch the same jar or start two servers."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import filelock

from graph.errors import DatabaseError
from graph.store.folders import unwritable


@contextmanager
def locked(path: Path, timeout: float) -> Iterator[None]:
    """Hold the lock file; `timeout` in seconds. Raises DatabaseError where another process keeps it."""
    lock = filelock.FileLock(path, timeout=timeout)
    try:
        lock.acquire()
    except filelock.Timeout as error:
        raise DatabaseError(
            "une autre commande Maillage occupe la base locale depuis trop longtemps.",
            place=str(path),
            action="Attendez qu'elle finisse, ou arrêtez-la, puis relancez.",
        ) from error
    except OSError as error:
        raise unwritable(path.parent, error) from error
    try:
        yield
    finally:
        lock.release()
