"""The suite of measures on demand: actor by actor, of the whole network, with definitions and plain readings."""

from graph.network.measures.actors import ACTOR_COLUMNS, actor_measures
from graph.network.measures.definitions import MEASURES, Measure, named
from graph.network.measures.groups import RUNS, SEED, Communities, adjusted_rand, communities
from graph.network.measures.key_sets import KeyPlayers, key_players
from graph.network.measures.readings import reading
from graph.network.measures.whole import KEY_SIZE, NETWORK_COLUMNS, measure, network_measures

__all__ = [
    "ACTOR_COLUMNS",
    "KEY_SIZE",
    "MEASURES",
    "NETWORK_COLUMNS",
    "RUNS",
    "SEED",
    "Communities",
    "KeyPlayers",
    "Measure",
    "actor_measures",
    "adjusted_rand",
    "communities",
    "key_players",
    "measure",
    "named",
    "network_measures",
    "reading",
]
