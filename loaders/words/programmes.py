"""National programmes, schemes and zonings whose names are no organisation's. Facts, in `programmes.csv` beside."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

TOOL = "outil"


@dataclass(frozen=True)
class Programme:
    """A name, its other forms, and whether an action can use it (`outil`) or only be about it."""

    name: str
    kind: str
    forms: tuple[str, ...]

    @property
    def spellings(self) -> tuple[str, ...]:
        """The name and its forms."""
        return (self.name, *self.forms)


@cache
def programmes() -> tuple[Programme, ...]:
    """All of them, in the order of the file."""
    with files("loaders.words").joinpath("programmes.csv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file, delimiter=";"))
    return tuple(Programme(row["nom"], row["nature"], tuple(filter(None, row["formes"].split("|")))) for row in rows)
