"""Bodies of national standing: the same node in every territory. Facts, in `national.csv` beside this file."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True)
class NationalBody:
    """A body that is one and the same in every plan: its name, kind, and other forms of its name."""

    name: str
    kind: str
    forms: tuple[str, ...]


@cache
def national_bodies() -> tuple[NationalBody, ...]:
    """All national bodies that Maillage knows."""
    text = files("graph.actors").joinpath("national.csv").read_text(encoding="utf-8")
    rows = csv.DictReader(text.splitlines(), delimiter=";")
    return tuple(
        NationalBody(row["nom"], row["type"], tuple(form for form in row["formes"].split("|") if form)) for row in rows
    )
