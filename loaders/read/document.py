"""A document once its bytes are understood."""

from __future__ import annotations

from dataclasses import dataclass

from loaders.cells import Row
from loaders.lines import Line

Note = tuple[str, str, str]


@dataclass(frozen=True)
class RawDocument:
    """Lines of one file (and its rows, where it has cells), its fingerprint, and notes on how its bytes were read.

    A note is a finding's code, its place ("document" for the whole) and its French message. A workbook is read as one
    document a `sheet`, all of the same name; `aside` says why a sheet may be none of the plan: a "notice" by its name,
    a "liste" of allowed values by its name or because drop-down lists take their values there.
    """

    name: str
    sha256: str
    media_type: str
    lines: tuple[Line, ...]
    rows: tuple[Row, ...] = ()
    notes: tuple[Note, ...] = ()
    sheet: str = ""
    aside: str = ""
