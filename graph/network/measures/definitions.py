"""The definitions of the measures: what each answers, how it is computed, where it comes from, its trap."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files
from types import MappingProxyType
from typing import Any, Literal


@dataclass(frozen=True)
class Measure:
    """One measure; its texts are French, for people.

    `unit`: what the figure counts ("cibles", "acteurs", "euros"…), or "part" or "indice" where it counts nothing.
    `of`: "acteur" (one value an actor) or "reseau" (one value a network). `default`: one of the five that stand
    without being asked for. `range`: unit, and the values that it can take.
    """

    name: str
    label: str
    of: Literal["acteur", "reseau"]
    default: bool
    question: str
    definition: str
    formula: str
    unit: str
    range: str
    source: str
    caution: str


def _read() -> dict[str, Measure]:
    text = files("graph.network.measures").joinpath("definitions.toml").read_text(encoding="utf-8")
    tables: dict[str, dict[str, Any]] = tomllib.loads(text)
    return {name: Measure(name=name, **told) for name, told in tables.items()}


MEASURES: Mapping[str, Measure] = MappingProxyType(_read())
"""Every measure by its name, which is its column or its row in the tables; the five default ones first."""


def named(of: Literal["acteur", "reseau"]) -> list[Measure]:
    """The measures of actors, or of the network, in the order of the definitions."""
    return [measure for measure in MEASURES.values() if measure.of == of]
