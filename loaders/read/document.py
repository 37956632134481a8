"""A document once its bytes are understood."""

from __future__ import annotations

from dataclasses import dataclass

from loaders.cells import Row
from loaders.lines import Line

Note = tuple[str, str, str]


@dataclass(frozen=True)
class RawDocument:
    """Lines of one file (and its rows, where it has cells), its fingerprint, and notes on how its bytes were read.

    A note is a finding's code, its place ("document" for the whole) and its French message.
    """

    name: str
    sha256: str
    media_type: str
    lines: tuple[Line, ...]
    rows: tuple[Row, ...] = ()
    notes: tuple[Note, ...] = ()
