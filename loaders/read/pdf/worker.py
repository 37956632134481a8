"""Reads a PDF in a process of its own: what would hang, crash or fill the memory ends with it.

The file comes on standard input; on standard output goes JSON: lines, rows and notes, or why there are none.
"""

from __future__ import annotations

import contextlib
import json
import sys
from collections.abc import Sequence
from typing import Any

from loaders.cells import Row, printed_lines
from loaders.read.document import Note
from loaders.read.pdf.entries import Entry, TableEntry
from loaders.read.pdf.flow import entries_of, sheets_of
from loaders.read.pdf.rendering import printed_lines_of, table_rows_of
from loaders.read.pdf.source import UnreadableError, read_pages
from loaders.read.pdf.verdicts import aside_notes, check_legible, in_french, notes_of

MOST_MEMORY = 3 * 2**30


def read(data: bytes) -> dict[str, Any]:
    """Lines, rows and notes of a PDF as plain lists; `UnreadableError` where there is nothing to read."""
    sheets = sheets_of(read_pages(data))
    pages, own = [sheet.page for sheet in sheets], [sheet.page.signs for sheet in sheets]
    entries, aside = entries_of(sheets)
    for entry in entries:
        if isinstance(entry, Entry) and entry.running:
            own[entry.page - 1] -= len("".join(entry.text.split()))
    check_legible(pages, own)
    rows = table_rows_of(entries)
    return {
        "lines": [[line.locator, line.raw, line.joint, line.running] for line in printed_lines_of(entries)],
        "rows": [_plain(row) for row in rows],
        "notes": [*notes_of(pages, own), *aside_notes(aside), *(_set_aside(entries) if rows else ())],
    }


def _plain(row: Row) -> list[Any]:
    """A row as lists, its cells with the line breaks that are printed in them."""
    cells = ["\n".join(printed_lines(cell)) for cell in row.cells]
    return [row.locator, cells, [[place, "\n".join(printed_lines(words))] for place, words in row.covered]]


def _set_aside(entries: Sequence[Entry | TableEntry]) -> list[Note]:
    """What is said of the running lines that rows do not hold."""
    running = [entry.page for entry in entries if isinstance(entry, Entry) and entry.running]
    message = f"{len(running)} en-têtes, pieds et numéros de page mis de côté autour des tableaux"
    return [("en-tete-de-page", in_french(running), message)] if running else []


def main() -> None:
    """Read standard input, write the answer."""
    _bound_memory()
    try:
        answer = read(sys.stdin.buffer.read())
    except UnreadableError as error:
        answer = {"cause": error.cause, "detail": error.detail}
    json.dump(answer, sys.stdout)


def _bound_memory() -> None:
    with contextlib.suppress(ImportError, ValueError, OSError):
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))


if __name__ == "__main__":
    main()
