"""What a reading is written from: a network, its two tables, and who stands first in them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import networkx as nx
import pandas as pd

from graph.french import listed
from graph.network.measures.wording import Noun, noun_of, shortened
from graph.network.twomode import target_ids
from graph.text import fold

_DECIMALS = 9
_NAMED = 4
LONG_LIST = 5
"""Actors of one target from which their list is called long."""


@dataclass(frozen=True)
class Lead:
    """The actors with the highest (or lowest) value, ex æquo, in order of name; `names` as they are printed."""

    value: float
    ids: tuple[str, ...]
    names: tuple[str, ...]

    @property
    def many(self) -> bool:
        """True where several share the first place."""
        return len(self.ids) > 1

    def say(self, one: str, many: str) -> str:
        """The actors with their verb: "« A » porte", "« A » et « B », ex æquo, portent"."""
        if not self.many:
            return f"{self.names[0]} {one}"
        if len(self.names) > _NAMED:
            return f"{len(self.names)} acteurs ex æquo, dont {listed(self.names[:2])}, {many}"
        return f"{shortened(self.names)}, ex æquo, {many}"

    def leave(self) -> str:
        """ "« A » part", "« A », « B » ou « C » part"."""
        if len(self.names) > _NAMED:
            return f"l'un de {len(self.names)} acteurs (dont {listed(self.names[:2])}) part"
        return f"{listed(self.names, 'ou')} part"

    @property
    def each(self) -> str:
        """ " chacun" where several share the value."""
        return " chacun" if self.many else ""


@dataclass(frozen=True)
class Facts:
    """A two-mode network with the table of its actors and that of its whole (see `measure`)."""

    network: nx.Graph
    actors: pd.DataFrame
    whole: pd.DataFrame

    @cached_property
    def noun(self) -> Noun:
        """What its actors commit to."""
        return noun_of(self.network)

    @cached_property
    def targets(self) -> list[str]:
        """Ids of its targets."""
        return target_ids(self.network)

    @cached_property
    def names(self) -> dict[str, str]:
        """Actors' names between guillemets; those that name no one in particular are marked."""
        marks = {id_: " (générique)" for id_ in self.actors["id"] if self.network.nodes[id_].get("generic")}
        told = zip(self.actors["id"], self.actors["acteur"], strict=True)
        return {id_: f"« {name} »{marks.get(id_, '')}" for id_, name in told}

    @cached_property
    def longest(self) -> int:
        """Actors of the target that has the most."""
        return max((self.network.degree(target) for target in self.targets), default=0)

    @property
    def long_lists(self) -> bool:
        """True where some target has so many actors that it weighs on what is counted by pairs."""
        return self.longest >= LONG_LIST

    @cached_property
    def degrees(self) -> pd.Series:
        """Commitments of each actor, by id."""
        return pd.Series({id_: self.network.degree(id_) for id_ in self.actors["id"]}, dtype="int64")

    def column(self, name: str) -> pd.Series:
        """A measure of actors by id, without those for whom it is undefined."""
        return self.actors.set_index("id")[name].dropna()

    def value(self, name: str) -> float:
        """A measure of the network."""
        return float(self._rows["valeur"].get(name, float("nan")))

    def ids(self, name: str) -> list[str]:
        """Whom or what a measure of the network stands on."""
        return list(self._rows["ids"].get(name, []))

    def tied(self, name: str) -> int:
        """How many sets of key players are as good as the one told."""
        return int(self._rows["ex_aequo"].get(name, 1))

    def equal(self, name: str) -> int:
        """How many sets of key players have the same figure, before a second criterion parts them."""
        return int(self._rows["meme_valeur"].get(name, 1))

    def exact(self, name: str) -> bool:
        """False where the search for key players may have missed a better set."""
        return bool(self._rows["exact"].get(name, True))

    def precision(self, name: str) -> str:
        """What a measure of the network hangs on."""
        return str(self._rows["precision"].get(name, ""))

    @cached_property
    def _rows(self) -> pd.DataFrame:
        return self.whole.set_index("mesure")

    def named(self, ids: Sequence[str]) -> list[str]:
        """Names of actors, in alphabetical order."""
        return sorted((self.names[id_] for id_ in ids), key=fold)

    def first(self, values: pd.Series, *, lowest: bool = False) -> Lead:
        """Who has the highest of these values, or the lowest."""
        rounded = values.astype("float64").round(_DECIMALS)
        best = rounded.min() if lowest else rounded.max()
        ids = sorted(rounded.index[rounded == best], key=lambda id_: (fold(self.names[id_]), id_))
        return Lead(float(best), tuple(ids), tuple(self.names[id_] for id_ in ids))

    def second(self, values: pd.Series) -> Lead | None:
        """Who comes next, if anyone does."""
        rounded = values.astype("float64").round(_DECIMALS)
        rest = rounded[rounded < rounded.max()]
        return self.first(rest) if len(rest) else None
