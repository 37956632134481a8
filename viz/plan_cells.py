"""What the cells of a plan's workbook hold, before they are written as text."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Named:
    """One of several names in a cell, and what its tie says: drawn from words, doubtful, through whom, cited where."""

    name: str
    inferred: bool = False
    doubt: bool = False
    via: tuple[str, ...] = ()
    section: str = ""


Value = str | int | float | None | tuple[Named, ...]
Record = dict[str, Value]
"""One row, by the keys of its sheet's columns."""
