"""A printed map as others take it up: its pages, its words, and the table that says the same."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from viz.paper.canvas import Canvas


@dataclass(frozen=True)
class Table:
    """The twin of a map for whoever reads rows: `columns` and `rows` of as many cells."""

    columns: Sequence[str]
    rows: Sequence[Sequence[Any]]


@dataclass(frozen=True)
class Chart:
    """A map in one format. `name` is that of its file, without suffix; `pages` are one or more, of one size."""

    name: str
    title: str
    alt: str
    pages: Sequence[Canvas]
    table: Table
