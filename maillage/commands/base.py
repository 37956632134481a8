"""The base, opened for a command; what is fetched meanwhile is shown."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from graph.store import Store


@contextmanager
def open_store() -> Iterator[Store]:
    """The base that NEO4J_URI names, else the local one, installed and started where it is not."""
    from graph.store import connect
    from maillage.commands.progress import download_progress

    with download_progress() as progress, connect(progress) as store:
        yield store
