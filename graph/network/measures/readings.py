"""What each measure says of this plan, in plain French, for a reader who is no statistician."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import networkx as nx
import pandas as pd

from graph.network.measures import (
    readings_actors,
    readings_default,
    readings_groups,
    readings_holding,
    readings_keys,
    readings_network,
)
from graph.network.measures.definitions import MEASURES
from graph.network.measures.facts import Facts
from graph.network.measures.wording import decimal

_ROOMS = (readings_default, readings_actors, readings_groups, readings_network, readings_holding, readings_keys)
_READINGS: Mapping[str, Callable[[Facts], str]] = {
    name: next(vars(room)[name] for room in _ROOMS if name in vars(room)) for name in MEASURES
}
_NEAR = "proximite harmonique voisins partages force_newman contrainte taille_effective"
_COMPARED = frozenset(["engagements", "portee", "passerelle", *_NEAR.split()])
"""Measures that say nothing where all actors have the same value."""
_OF_THREE = frozenset("passerelle proximite harmonique contrainte taille_effective coeur communaute".split())
"""Measures of a place among others, that say nothing of fewer than three actors."""


def reading(name: str, network: nx.Graph, actors: pd.DataFrame, whole: pd.DataFrame) -> str:
    """One measure of `MEASURES` in a few sentences: names and figures of this plan, and what they do not say.

    `actors` has a row an actor: `id`, `acteur`, and the columns of `actor_measures` (for the five default measures, of
    `commitments`); `whole` is the table of `network_measures`. Where a figure says nothing (all equal, too few actors,
    unstable communities…) the sentence says that, and why. KeyError for a name that is not in `MEASURES`.
    """
    facts = Facts(network, actors, whole)
    return _nothing_to_say(name, facts) or _READINGS[name](facts)


def _nothing_to_say(name: str, facts: Facts) -> str:
    """Why a measure says nothing here; empty where it says something."""
    if MEASURES[name].of == "reseau":
        return "" if len(facts.actors) or name in ("acteurs", "cibles", "cibles_sans_acteur") else _NOBODY
    if not len(facts.actors):
        return _NOBODY
    if name not in facts.actors:
        return "Cette mesure n'a pas été calculée ici."
    if len(facts.actors) == 1:
        return f"{next(iter(facts.names.values()))} est le seul acteur : il n'y a personne à qui le comparer."
    if len(facts.actors) < 3 and name in _OF_THREE:
        return "Il n'y a que deux acteurs : cette mesure, qui dit une place parmi les autres, n'a pas de sens."
    return _undefined_or_equal(name, facts) if name in _COMPARED else ""


_NOBODY = "Personne n'est engagé à ce niveau : il n'y a rien à mesurer."


def _undefined_or_equal(name: str, facts: Facts) -> str:
    values = facts.column(name).astype("float64").round(9)
    if not len(values):
        if name == "passerelle":
            return "Non calculée : le réseau est trop grand pour un calcul exact, et un calcul approché tromperait."
        return f"Aucun acteur ne partage {facts.noun.a} avec un autre : cette mesure n'est définie pour personne."
    if values.nunique() > 1:
        return ""
    whom = "Tous les acteurs" if len(values) == len(facts.actors) else "Tous les acteurs pour qui elle est définie"
    return f"{whom} ont la même valeur ({decimal(values.iloc[0])}) : cette mesure n'en distingue aucun."
