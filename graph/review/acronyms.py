"""Acronyms that are used all over France, with the names they stand for. Facts, in `acronyms.csv` beside this file."""

from __future__ import annotations

import csv
from functools import cache
from importlib.resources import files


@cache
def _known() -> dict[str, tuple[str, ...]]:
    text = files("graph.review").joinpath("acronyms.csv").read_text(encoding="utf-8")
    return {row["sigle"]: tuple(row["noms"].split("|")) for row in csv.DictReader(text.splitlines(), delimiter=";")}


def expansions(acronym: str) -> tuple[str, ...]:
    """The names that an acronym usually stands for; none for one that is not known."""
    return _known().get(acronym.replace(".", "").upper(), ())
