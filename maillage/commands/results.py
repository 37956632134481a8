"""Results on standard output or into a file; messages and progress on standard error."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click


def show(content: str | bytes, path: Path | None) -> None:
    """Print a result, or write it whole to `path` and say so."""
    if path is None:
        click.echo(content, nl=isinstance(content, str) and not content.endswith("\n"))
        return
    from viz.files import write

    write(path, content)
    click.echo(f"Écrit : {path}", err=True)


@contextmanager
def step(message: str) -> Iterator[None]:
    """Show what is going on while it lasts, on standard error; nothing where that is no terminal."""
    from rich.console import Console

    with Console(stderr=True).status(message):
        yield
