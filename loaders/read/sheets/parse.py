"""Bytes of a workbook into its sheets, by what they are and not by the file's name; run as a child process."""

from __future__ import annotations

import gc
import json
import sys
from typing import Any

from graph.errors import InputError
from loaders.read.sheets.model import Book
from loaders.read.sheets.ods import read_ods
from loaders.read.sheets.package import Package, check_ole, kind_of, not_workbook, unreadable
from loaders.read.sheets.xls import read_xls
from loaders.read.sheets.xlsx import read_xlsx

_NEEDLESS = ("numpy", "PIL", "lxml")


def parse(data: bytes, decimal: str = ",") -> Book:
    """The workbook in these bytes. Besides `InputError`, a damaged one may raise what its libraries raise, or worse."""
    kind = kind_of(data)
    if kind == "ole":
        check_ole(data)
        return read_xls(data, decimal)
    if kind != "zip":
        raise not_workbook("d'un autre format")
    package = Package(data)
    return read_ods(package, decimal) if package.kind() == "ods" else read_xlsx(package, decimal)


def main() -> None:
    """Read a workbook on standard input, write its sheets or what is wrong with it on standard output, as JSON.

    Arguments: the decimal sign, and the most bytes of memory to take.
    """
    decimal, memory = sys.argv[1], int(sys.argv[2])
    _limit(memory)
    gc.disable()  # A short life with many small things: looking for cycles took a third of it.
    # openpyxl would load them if they are there, and we need none.
    sys.modules.update(dict.fromkeys(_NEEDLESS))  # type: ignore[arg-type]
    sys.stdout.write(json.dumps(_reply(sys.stdin.buffer.read(), decimal)))


def _reply(data: bytes, decimal: str) -> dict[str, Any]:
    try:
        book = parse(data, decimal)
    except Exception as error:
        # Damaged files make parsers raise anything: here is the one place where it becomes an error of the user's.
        known = error if isinstance(error, InputError) else unreadable(type(error).__name__)
        return {"found": known.message, "action": known.action}
    sheets = [vars(sheet) | {"rows": list(sheet.rows.items())} for sheet in book.sheets]
    return {"kind": book.kind, "remarks": book.remarks, "sheets": sheets}


def _limit(memory: int) -> None:
    """Bound the memory, and leave no trace of a crash, where the system can."""
    try:
        import resource
    except ImportError:
        return
    for kind, most in ((resource.RLIMIT_AS, memory), (resource.RLIMIT_CORE, 0)):
        try:
            resource.setrlimit(kind, (most, most))
        except (ValueError, OSError):
            continue
