"""Where the local Neo4j lives: its programs in the user's cache, its base in the user's data folder."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import platformdirs

from graph.errors import DatabaseError

SPACE_TO_START = 300_000_000
"""Bytes. On a full disk Neo4j neither dies nor answers, so it is not started without this much room."""


def cache_folder() -> Path:
    """Folder of the jars, in Maven's layout; it can be deleted at any time and is fetched again."""
    return platformdirs.user_cache_path("maillage", appauthor=False) / "neo4j"


def home_folder() -> Path:
    """Folder of the base, its password, its configuration and its logs."""
    return platformdirs.user_data_path("maillage", appauthor=False) / "neo4j"


def make_folder(folder: Path) -> Path:
    """Make a folder that only its owner can read. Raises DatabaseError where it cannot be written."""
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    except OSError as error:
        raise unwritable(folder, error) from error
    if not os.access(folder, os.W_OK | os.X_OK):
        raise unwritable(folder)
    return folder


def unwritable(folder: Path, cause: OSError | None = None) -> DatabaseError:
    """The error for a folder in which nothing can be written."""
    reason = f" ({cause.strerror})" if cause and cause.strerror else ""
    return DatabaseError(
        f"ce dossier n'est pas accessible en écriture{reason}, or la base locale doit y écrire.",
        place=str(folder),
        action="Donnez-vous le droit d'y écrire, ou choisissez un autre dossier par la variable XDG_DATA_HOME "
        "(la base) ou XDG_CACHE_HOME (les programmes).",
    )


def check_space(folder: Path, needed: int) -> None:
    """Raise DatabaseError where fewer than `needed` bytes are free on the folder's disk."""
    free = shutil.disk_usage(folder).free
    if free < needed:
        raise DatabaseError(
            f"il reste {free // 1_000_000} Mo sur le disque ; il en faut {needed // 1_000_000} à la base locale.",
            place=str(folder),
            action="Libérez de la place, puis relancez la commande.",
        )
