"""Writing results: a file is there whole or not at all."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from graph.errors import InputError
from graph.french import reason


def write(path: Path, content: str | bytes) -> None:
    """Write text (as UTF-8) or bytes to `path`, making its folder; a failure leaves what was there before.

    Raises `InputError` where the file cannot be written.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        _replace(path, content if isinstance(content, bytes) else content.encode())
    except OSError as error:
        raise InputError(
            f"impossible d'écrire ce fichier ({reason(error)})",
            place=str(path),
            action="Choisissez un dossier où vous avez le droit d'écrire, et fermez le fichier s'il est ouvert.",
        ) from error


def _replace(path: Path, content: bytes) -> None:
    handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.", suffix=".tmp")
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(content)
        # mkstemp makes private files; a result is meant to be shared like any other file.
        Path(temporary).chmod(0o666 & ~_umask())
        Path(temporary).replace(path)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
