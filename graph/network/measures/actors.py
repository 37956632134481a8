"""The suite of measures, actor by actor: who is near whom, who is redundant, who is in the core, who holds together."""

from __future__ import annotations

from collections.abc import Mapping
from math import nan

import networkx as nx
import pandas as pd

from graph.network.departure.pieces import breaks
from graph.network.engine import closeness, constraint, effective_size, harmonic
from graph.network.measures.groups import RUNS, SEED, Communities, communities
from graph.network.measures.shape import Shape, shape
from graph.network.twomode import actor_ids

Columns = dict[str, Mapping[str, float]]

ACTOR_COLUMNS = {
    "id": "str",
    "acteur": "str",
    "generique": "bool",
    "proximite": "float64",
    "harmonique": "float64",
    "voisins": "int64",
    "partages": "int64",
    "force_newman": "float64",
    "contrainte": "float64",
    "taille_effective": "float64",
    "coeur": "int64",
    "articulation": "bool",
    "morceaux": "int64",
    "communaute": "int64",
    "communaute_stable": "float64",
}


def actor_measures(network: nx.Graph, *, seed: int = SEED, runs: int = RUNS) -> pd.DataFrame:
    """One row an actor of a two-mode network, in the order of `actor_ids`; columns and dtypes: `ACTOR_COLUMNS`.

    `generique`: it names no one in particular. `proximite`, `harmonique`: two-mode closeness and harmonic centrality
    (see `graph.network.engine`); closeness compares actors of one piece only. `voisins`: other actors who share a
    target. `partages`: targets shared, summed over them. `force_newman`: the same, a target of k actors counting 1 ÷
    (k - 1) for each. `contrainte`, `taille_effective`: Burt's constraint and effective size on the plain projection;
    NaN for who shares no target. `coeur`: k-core number. `articulation`: an articulation point. `morceaux`: pieces
    with an actor that its leaving breaks off. `communaute`: 1 is the largest, 0 none; `communaute_stable`: its
    `loyalty` (see `Communities`), NaN for none. What each means and must not be made to say: `MEASURES`.
    """
    told = shape(network)
    return actor_table(network, told, communities(told, seed=seed, runs=runs))


def actor_table(network: nx.Graph, told: Shape, groups: Communities) -> pd.DataFrame:
    """As `actor_measures`, of a network whose shape and communities are known."""
    columns = _near(told) | _projected(told) | _held(told) | _grouped(told, groups)
    ids = actor_ids(network)
    names = {
        "id": ids,
        "acteur": [str(network.nodes[actor].get("name", actor)) for actor in ids],
        "generique": [bool(network.nodes[actor].get("generic")) for actor in ids],
    }
    values = {name: [of[actor] for actor in ids] for name, of in columns.items()}
    return pd.DataFrame(names | values, columns=list(ACTOR_COLUMNS)).astype(ACTOR_COLUMNS)


def _near(told: Shape) -> Columns:
    return {
        "proximite": closeness(told.network, told.actors),
        "harmonique": harmonic(told.network, told.actors),
    }


def _projected(told: Shape) -> Columns:
    return {
        "voisins": dict(zip(told.actors, told.partners, strict=True)),
        "partages": dict(zip(told.actors, told.shared.weights.sum(axis=1).tolist(), strict=True)),
        "force_newman": dict(zip(told.actors, told.newman.weights.sum(axis=1).round(9).tolist(), strict=True)),
        "contrainte": constraint(told.shared, weighted=False),
        "taille_effective": effective_size(told.shared),
    }


def _held(told: Shape) -> Columns:
    cutting = set(nx.articulation_points(told.network))
    return {
        "coeur": nx.core_number(told.network),
        "articulation": {actor: actor in cutting for actor in told.actors},
        "morceaux": {actor: broken.pieces for actor, broken in breaks(told.network).items()},
    }


def _grouped(told: Shape, groups: Communities) -> Columns:
    return {
        "communaute": {actor: groups.numbers.get(actor, 0) for actor in told.actors},
        "communaute_stable": {actor: groups.loyalty.get(actor, nan) for actor in told.actors},
    }
