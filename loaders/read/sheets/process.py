"""Reads a workbook in a process of its own: none can take all the time or memory, or crash ours."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

from graph.errors import InputError
from loaders.read.sheets.model import Book, Sheet, too_large
from loaders.read.sheets.package import unreadable

LONGEST_SECONDS, MOST_MEMORY = 120.0, 2 * 1024**3
_TICK = 0.1
_ROOT = str(Path(__file__).parents[3])
_CHILD = f"import sys; sys.path.insert(0, {_ROOT!r}); from loaders.read.sheets.parse import main; main()"


def parse_apart(path: Path, decimal: str = ",", seconds: float = LONGEST_SECONDS, memory: int = MOST_MEMORY) -> Book:
    """The workbook in this file; `InputError` (without a place) for whatever happens to it on the way."""
    command = [sys.executable, "-P", "-c", _CHILD, decimal, str(memory)]
    flags = getattr(subprocess, "CREATE_NO_WINDOW", 0)
    pipe = subprocess.PIPE
    with (
        path.open("rb") as file,
        subprocess.Popen(command, stdin=file, stdout=pipe, stderr=pipe, creationflags=flags) as child,
    ):
        try:
            output = _output(child, time.monotonic() + seconds, memory)
        finally:
            child.kill()
    try:
        return _book(json.loads(output))
    except ValueError:  # It died without a word, or halfway through.
        raise unreadable(f"arrêt {child.returncode}") from None


def _output(child: subprocess.Popen[bytes], until: float, memory: int) -> bytes:
    """All that the child writes, while it keeps within its limits."""
    while True:
        try:
            return child.communicate(timeout=_TICK)[0]
        except subprocess.TimeoutExpired:
            if time.monotonic() > until:
                raise too_large("sa lecture prend trop de temps") from None
            if _memory_of(child.pid) > memory:
                raise too_large("sa lecture prend trop de mémoire") from None


def _memory_of(pid: int) -> int:
    """Bytes that a process takes; 0 once it has ended."""
    import psutil

    try:
        return int(psutil.Process(pid).memory_info().rss)
    except psutil.Error:
        return 0


def _book(reply: dict[str, Any]) -> Book:
    if "found" in reply:
        raise InputError(reply["found"], action=reply["action"])
    sheets = [Sheet(**sheet | {"rows": dict(sheet["rows"])}) for sheet in reply["sheets"]]
    return Book(reply["kind"], sheets, [(code, message) for code, message in reply["remarks"]])
