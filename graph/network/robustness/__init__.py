"""What a rank is worth: ex æquo, random draws of the lines, other choices, doubtful names."""

from __future__ import annotations

from dataclasses import dataclass, replace

import pandas as pd

from graph.model import Graph
from graph.network.choices import COUNTED, Choices
from graph.network.robustness.measures import MEASURES, Measure
from graph.network.robustness.sentences import head_apart, sentences, title
from graph.network.robustness.table import COLUMNS, FEW, MEANINGLESS, NEARLY, ROUGHLY, SOLID, UNTRIED, solidity, table
from graph.network.robustness.trial import SEED, put_to_trial
from graph.network.twomode import Level

__all__ = [
    "COLUMNS",
    "FEW",
    "MEANINGLESS",
    "MEASURES",
    "NEARLY",
    "ROUGHLY",
    "SEED",
    "SOLID",
    "UNTRIED",
    "Measure",
    "Robustness",
    "robustness",
    "solidity",
]


@dataclass(frozen=True)
class Robustness:
    """A ranking and what it is worth: see `robustness`.

    `title`: the measure, what it counts, how many actors and lines, in French. `draws`: how many were made, 0 for none.
    `head`: how many of the first actors, ten at most, stand apart from all the others, in 95 % of the draws and under
    every choice (0: none). `sentences`: in French, the answer first and the method last.
    """

    title: str
    frame: pd.DataFrame
    draws: int
    seed: int
    head: int
    sentences: tuple[str, ...]


def robustness(
    graph: Graph,
    choices: Choices,
    measure: str | Measure = "engagements",
    draws: int | None = None,
    seed: int = SEED,
) -> Robustness:
    """The ranking of a measure (a key of `MEASURES`) under these choices, put to the test. KeyError for no measure.

    One row an actor, in order of rank, then of name:
    `rang`: 1, 2, 2, 4; `ex_aequo`: how many share it; `id`, `acteur`; `valeur`, in the unit of the measure
    (engagements; share of the targets; betweenness, 0 to 1; orphaned targets; euros).
    `tirages_bas`, `tirages_haut`: the central 95 % of the ranks over the draws, ex æquo told apart in any order: the
    best rank that they share to the last place that they leave (<NA> without draws); `tirages_premier`: in what part
    of the draws the actor is first, alone, 0 to 1 (NaN without draws).
    `choix_bas`, `choix_haut`: best and worst rank over the other choices, over each pair of doubtful names taken as
    one actor, and all pairs together, this ranking included; `choix_bas_par`, `choix_haut_par`: the choice that gives
    it, in French ("" where none does better, or worse). A service has no rank where it disappears into its
    organisation, nor a generic actor where those are left out, nor a name where one that ranks better takes it in; one
    whose ties a choice all leaves out ranks last. `peut_etre`: the names that it may be another name of.
    `rang_bas`, `rang_haut`: over all this, ex æquo told apart in any order; `solidite`: see `solidity`.

    A plan is no sample: it names those it names. The draws (see `draw`) show how much a rank hangs on a few lines of
    the document: a guide, not a test; what is drawn is not the same for all measures, and a sentence says it.
    Percentile intervals of ranks are known to be rough where actors are tied or nearly so (Goldstein & Spiegelhalter,
    League tables and their limitations, 1996; Hall & Miller, Using the bootstrap to quantify the authority of an
    empirical ranking, 2009). Lines are drawn as if independent, although a plan names partners by lists.

    `draws`: None for the measure's own number (1,000; none for money), fewer where a network is large, none where
    that would be under 100. Deterministic: the order of nodes and ties in the graph changes nothing.
    """
    chosen = MEASURES[measure] if isinstance(measure, str) else measure
    trial = put_to_trial(graph, choices, chosen, draws, seed)
    frame, head = table(trial), head_apart(trial)
    made = trial.drawn.draws if trial.drawn is not None else 0
    told = sentences(trial, frame, head) if len(frame) else (_nobody(graph, choices),)
    return Robustness(title(trial, choices), frame, made, seed, head, told)


def _nobody(graph: Graph, choices: Choices) -> str:
    """That nobody is ranked, and at which level somebody would be."""
    levels: tuple[Level, ...] = ("objectif", "action")
    others = [level for level in levels if replace(choices, level=level).network(graph).edges]
    found = " et ".join(f"aux {COUNTED[level]} (niveau « {level} »)" for level in others)
    return f"Personne à classer ; des acteurs sont nommés {found}." if found else "Personne à classer."
