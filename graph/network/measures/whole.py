"""The suite of measures of a network as a whole: how tied, how concentrated, how clustered, how breakable."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from math import comb, nan
from typing import Any

import networkx as nx
import pandas as pd

from graph.network.departure.pieces import pieces
from graph.network.measures.actors import actor_table
from graph.network.measures.definitions import Measure, named
from graph.network.measures.groups import RUNS, SEED, Communities, communities
from graph.network.measures.key_sets import KeyPlayers, found_in
from graph.network.measures.shape import Shape, shape
from graph.network.measures.wording import noun_of

NETWORK_COLUMNS = {
    "mesure": "str",
    "libelle": "str",
    "valeur": "float64",
    "unite": "str",
    "noms": "object",
    "ids": "object",
    "ex_aequo": "int64",
    "meme_valeur": "int64",
    "exact": "bool",
    "precision": "str",
}
KEY_SIZE = 2
"""How many actors a set of key players has, unless asked otherwise."""
SEARCHED = 300
"""Actors beyond which the set whose leaving cuts the most is not sought unless `key_players` is asked: half a minute
and more."""


def network_measures(
    network: nx.Graph, *, seed: int = SEED, runs: int = RUNS, key_size: int = KEY_SIZE
) -> pd.DataFrame:
    """One row a measure of a two-mode network, in the order of `MEASURES`; columns and dtypes: `NETWORK_COLUMNS`.

    `mesure`, `libelle`: name and French label. `valeur`: NaN where it is undefined (no actor, no tie, fewer than three
    actors…). `unite`: what it counts ("acteurs", "objectifs"…), and it is then a whole number; or "part" or "indice".
    `ids`: whom or what the figure stands on, where it names some: targets without actor, actors outside the largest
    piece, those of the closest core, articulation points, the first set of key players; `noms`: their names, generic
    actors marked. `ex_aequo`: how many sets of key players are as good, that one included (1 elsewhere);
    `meme_valeur`: how many have the same `valeur`, before the second criterion of `key_players`. `exact`: False where
    a search may have missed a better one. `precision`: in French, what the figure hangs on.
    """
    return measure(network, seed=seed, runs=runs, key_size=key_size)[1]


def measure(
    network: nx.Graph, *, seed: int = SEED, runs: int = RUNS, key_size: int = KEY_SIZE
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Both tables of the suite at once, for half the time: `actor_measures` and `network_measures`."""
    told = shape(network)
    groups = communities(told, seed=seed, runs=runs)
    actors = actor_table(network, told, groups)
    rows = _sizes(told) | _spread(told) | _held(told, actors) | _groups(groups) | _keys(told, key_size)
    table = [_told(network, one, rows[one.name]) for one in named("reseau")]
    return actors, pd.DataFrame(table, columns=list(NETWORK_COLUMNS)).astype(NETWORK_COLUMNS)


@dataclass(frozen=True)
class _Row:
    valeur: float
    ids: list[str] = field(default_factory=list)
    ex_aequo: int = 1
    meme_valeur: int = 1
    exact: bool = True
    precision: str = ""


Rows = dict[str, _Row]


def _told(network: nx.Graph, one: Measure, row: _Row) -> dict[str, Any]:
    unit = noun_of(network).many if one.unit == "cibles" else one.unit
    names = [_name(network.nodes[id_], id_) for id_ in row.ids]
    return {"mesure": one.name, "libelle": one.label, "unite": unit, "noms": names, **asdict(row)}


def _name(told: Mapping[str, Any], id_: str) -> str:
    return f"{told.get('name', id_)}{' (générique)' if told.get('generic') else ''}"


def _sizes(told: Shape) -> Rows:
    actors, targets, ties = len(told.actors), len(told.targets), told.network.number_of_edges()
    alone = [target for target in told.targets if not told.network.degree(target)]
    return {
        "acteurs": _Row(actors),
        "cibles": _Row(targets),
        "cibles_sans_acteur": _Row(len(alone), alone),
        "liens": _Row(ties),
        "densite": _Row(_part(ties, actors * targets)),
        "clustering": _Row(_clustering(told)),
    }


def _spread(told: Shape) -> Rows:
    """How unequal actors are."""
    commitments, others = list(told.degrees.values()), max(0, len(told.actors) - 1)
    return {
        "centralisation": _Row(_part(_gap(told.partners), others * (others - 1))),
        "centralisation_engagements": _Row(_part(_gap(commitments), others * len(told.targets))),
        "gini": _Row(gini(commitments)),
    }


def _held(told: Shape, actors: pd.DataFrame) -> Rows:
    """What holds together, and by whom."""
    found = sorted((sorted(piece.intersection(told.actors)) for piece in pieces(told.network)), key=len, reverse=True)
    apart = sorted(actor for piece in found[1:] for actor in piece)
    core = max(actors["coeur"], default=0)
    pairs, joined = comb(len(told.actors), 2), sum(comb(len(piece), 2) for piece in found)
    return {
        "composantes": _Row(len(found), apart),
        "fragmentation": _Row(_part(pairs - joined, pairs), apart),
        "coeur_max": _Row(core, _ids(actors, actors["coeur"] == core)),
        "articulations": _Row(actors["articulation"].sum(), _ids(actors, actors["articulation"])),
    }


def _groups(groups: Communities) -> Rows:
    last = groups.first + groups.runs - 1
    seed, seeds = f"graine {groups.seed}", f"{groups.runs} tirages, graines {groups.first} à {last}"
    if groups.runs == 1:
        seeds = f"1 tirage, graine {last}"
    return {
        "communautes": _Row(len(groups.groups), precision=seed),
        "modularite": _Row(groups.modularity, precision=seed),
        "stabilite": _Row(groups.stability, precision=seeds),
    }


def _keys(told: Shape, size: int) -> Rows:
    found: dict[str, KeyPlayers | None] = {"cles_rupture": None, "cles_couverture": found_in(told, size, "pos")}
    if len(told.actors) <= SEARCHED:
        found["cles_rupture"] = found_in(told, size, "neg")
    return {name: _key(one) for name, one in found.items()}


def _key(found: KeyPlayers | None) -> _Row:
    if found is None:
        return _Row(nan, exact=False, precision=f"non cherchés au-delà de {SEARCHED} acteurs")
    how = "tous essayés" if found.exact else "recherche approchée"
    size = f"de {found.size} acteurs" if found.size > 1 else "d'un acteur"
    sets = f"ensembles {size}, {how}"
    return _Row(found.value, list(found.sets[0]), found.tied, found.equal, found.exact, sets)


def _ids(actors: pd.DataFrame, kept: pd.Series) -> list[str]:
    return sorted(actors.loc[kept, "id"])


def _part(value: float, whole: float) -> float:
    return value / whole if whole else nan


def _gap(degrees: Sequence[int]) -> int:
    """Σ (max - d): how far the first stands above the others (Freeman 1979)."""
    return sum(max(degrees, default=0) - degree for degree in degrees)


def gini(values: Sequence[int]) -> float:
    """Gini's index of values of 0 or more: 0 if all are equal, 1 - 1/n if one has all; NaN without any."""
    total, size = sum(values), len(values)
    ranked = sum(rank * value for rank, value in enumerate(sorted(values), 1))
    return (2 * ranked - (size + 1) * total) / (size * total) if total else nan


def _clustering(told: Shape) -> float:
    """Of the paths of three ties, the part that closes into a cycle of four (Robins & Alexander 2004); NaN without."""
    degrees = dict(told.network.degree())
    paths = sum((degrees[actor] - 1) * (degrees[target] - 1) for actor, target in told.network.edges)
    shared = told.shared.weights.data
    return _part(float((shared * (shared - 1)).sum()), paths)
