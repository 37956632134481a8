"""Delimited text: rows of cells, by the csv module, and line by line where a quotation mark never closes."""

from __future__ import annotations

import csv
import hashlib
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from loaders.cells import Row
from loaders.lines import Line
from loaders.read.document import Note, RawDocument
from loaders.read.text import encoding_notes, read_decoded

DELIMITERS = "\t;|,"
_QUOTED = re.compile(r'"[^"]*"')
_MEDIA_TYPES = {"\t": "text/tab-separated-values"}
_LONGEST_CELL, _LARGEST = 50, 2**31 - 1


def read_delimited(path: Path) -> RawDocument:
    """Read a .tsv or .csv file into rows; `InputError` where it is missing, empty or no text."""
    data, text, encoding = read_decoded(path)
    lines = text.split("\n")
    delimiter = "\t" if path.suffix.lower() == ".tsv" and "\t" in text else delimiter_of(lines)
    rows, notes = split_rows(lines, delimiter)
    return RawDocument(
        name=path.name,
        sha256=hashlib.sha256(data).hexdigest(),
        media_type=_MEDIA_TYPES.get(delimiter, "text/csv"),
        lines=tuple(Line(f"ligne {number}", raw) for number, raw in enumerate(lines, 1)),
        rows=tuple(rows),
        notes=(*encoding_notes(encoding), *notes),
    )


def delimiter_of(lines: Sequence[str]) -> str:
    """The sign that parts cells: the one that the most lines hold the same number of times, quoted words left out."""
    bare = [_QUOTED.sub("", line) for line in lines]
    return max(DELIMITERS, key=lambda sign: _regularity(bare, sign))


def _regularity(lines: Sequence[str], sign: str) -> int:
    counts = Counter(count for line in lines if (count := line.count(sign)))
    return max(counts.values(), default=0)


def split_rows(lines: Sequence[str], delimiter: str) -> tuple[list[Row], list[Note]]:
    """Rows with the number of the line each begins at, and a note for each quotation mark that never closes."""
    rows: list[Row] = []
    notes: list[Note] = []
    position = 0
    while position < len(lines):
        parsed = _parsed(lines, position, delimiter)
        cells, taken = parsed or (lines[position].split(delimiter), 1)
        locator = f"ligne {position + 1}"
        rows.append(Row(locator, tuple(" ".join(cell.split()) for cell in cells)))
        notes += [_open_quote(locator, cell) for cell in rows[-1].cells if cell.count('"') % 2 and cell != '"']
        position += taken
    return rows, notes


def _parsed(lines: Sequence[str], position: int, delimiter: str) -> tuple[list[str], int] | None:
    """The row that begins at a line and how many lines it takes, or None where a quoted cell has no plausible end."""
    within = iter(f"{line}\n" for line in lines[position : position + _LONGEST_CELL])
    csv.field_size_limit(_LARGEST)
    reader = csv.reader(within, delimiter=delimiter, strict=True)
    try:
        cells = next(reader, [])
    except csv.Error:
        return None
    swallowed = delimiter == "\t" and any("\t" in cell for cell in cells)
    return None if swallowed else (cells, reader.line_num)


def _open_quote(locator: str, cell: str) -> Note:
    words = cell if len(cell) <= 60 else "…" + cell[cell.rindex('"') :][:60]
    return (
        "guillemet-ouvert",
        locator,
        f"un guillemet n'est jamais fermé, la cellule est lue telle quelle : « {words} »",
    )


def tabbed_rows(lines: Sequence[Line]) -> Iterator[Row]:
    """Lines of plain text as rows, cells being parted by tabulations."""
    for line in lines:
        yield Row(line.locator, tuple(" ".join(cell.split()) for cell in line.raw.split("\t")))
