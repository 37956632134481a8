"""Workbooks made for tests: conversion by LibreOffice, archives with parts changed."""

from __future__ import annotations

import io
import subprocess
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path


def converted(path: Path, suffix: str) -> Path:
    """The same workbook in another format, as LibreOffice writes it, in a folder beside it."""
    folder = path.parent / f"en-{suffix}"
    office = ["soffice", f"-env:UserInstallation=file://{path.parent}/office", "--headless"]
    command = [*office, "--convert-to", suffix, "--outdir", str(folder), str(path)]
    subprocess.run(command, check=True, capture_output=True)
    return folder / f"{path.stem}.{suffix}"


def zipped(parts: Mapping[str, str | bytes]) -> bytes:
    """An archive of these parts."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return stream.getvalue()


def unzipped(data: bytes) -> dict[str, bytes]:
    """The parts of an archive."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def repacked(data: bytes, change: Callable[[str, bytes], bytes]) -> bytes:
    """The same archive with parts changed."""
    return zipped({name: change(name, content) for name, content in unzipped(data).items()})


def saved(save: Callable[[io.BytesIO], object]) -> bytes:
    """What a library writes to a file, as bytes."""
    stream = io.BytesIO()
    save(stream)
    return stream.getvalue()
