"""The table of a ranking with its ex æquo, the range of each rank, and how far it can be trusted."""

from __future__ import annotations

import numpy as np
import pandas as pd

from graph.network.robustness.ties import Integers
from graph.network.robustness.trial import Trial
from graph.text import fold

COLUMNS = {
    "rang": "int64",
    "ex_aequo": "int64",
    "id": "str",
    "acteur": "str",
    "valeur": "float64",
    "tirages_bas": "Int64",
    "tirages_haut": "Int64",
    "tirages_premier": "float64",
    "choix_bas": "int64",
    "choix_haut": "int64",
    "choix_bas_par": "str",
    "choix_haut_par": "str",
    "peut_etre": "str",
    "rang_bas": "int64",
    "rang_haut": "int64",
    "solidite": "str",
}

SOLID, NEARLY, ROUGHLY, MEANINGLESS = "solide", "à quelques rangs près", "approximatif", "sans signification"
UNTRIED = "non éprouvé"
FEW = 10
"""Places that « quelques rangs » may cover."""


def solidity(rank: int, low: int, high: int, actors: int) -> str:
    """What a rank is worth, that may lie anywhere from `low` to `high` among so many actors.

    « sans signification » where that covers more than half of the ranking; else « solide » where it is the printed
    rank or a neighbour of it, « à quelques rangs près » where it covers at most `FEW` places and a quarter of the
    ranking, « approximatif » beyond.
    """
    places = high - low + 1
    if 2 * places > actors:
        return MEANINGLESS
    if rank - low <= 1 and high - rank <= 1:
        return SOLID
    return NEARLY if places <= FEW and 4 * places <= actors else ROUGHLY


def table(trial: Trial) -> pd.DataFrame:
    """One row an actor in order of rank, as `COLUMNS`; see `robustness` for what they hold."""
    ranking, spread = trial.ranking, trial.spread
    low, high = _whole_range(trial)
    frame = pd.DataFrame(
        {
            "rang": ranking.ranks,
            "ex_aequo": ranking.ex_aequo(),
            "id": ranking.ties.actors,
            "acteur": ranking.names,
            "valeur": ranking.measure.shown(ranking.values, ranking.ties),
            **_of_draws(trial),
            "choix_bas": spread.best,
            "choix_haut": spread.worst,
            "choix_bas_par": spread.best_by,
            "choix_haut_par": spread.worst_by,
            "peut_etre": _perhaps(trial),
            "rang_bas": low,
            "rang_haut": high,
            "solidite": _solidity(trial, low, high),
        },
        columns=list(COLUMNS),
    )
    return frame.astype(COLUMNS).iloc[ranking.order].reset_index(drop=True)


def _of_draws(trial: Trial) -> dict[str, object]:
    if trial.drawn is None:
        return {"tirages_bas": pd.NA, "tirages_haut": pd.NA, "tirages_premier": np.nan}
    drawn = trial.drawn
    return {"tirages_bas": drawn.low, "tirages_haut": drawn.high, "tirages_premier": drawn.first}


def _whole_range(trial: Trial) -> tuple[Integers, Integers]:
    """Over draws, choices, and ex æquo told apart in any order."""
    ranking = trial.ranking
    low, high = trial.spread.best, np.maximum(trial.spread.last, ranking.ranks + ranking.ex_aequo() - 1)
    if trial.drawn is not None:
        low, high = np.minimum(low, trial.drawn.low), np.maximum(high, trial.drawn.high)
    return low, high


def _solidity(trial: Trial, low: Integers, high: Integers) -> list[str]:
    ranks = trial.ranking.ranks
    words = [solidity(*row, len(ranks)) for row in zip(ranks.tolist(), low.tolist(), high.tolist(), strict=True)]
    return [UNTRIED if trial.untried and word != MEANINGLESS else word for word in words]


def _perhaps(trial: Trial) -> list[str]:
    """The names that each actor may be another name of."""
    names = trial.ranking.names
    others: list[set[str]] = [set() for _ in names]
    for one, other in trial.pairs:
        others[one].add(names[other])
        others[other].add(names[one])
    return [" ; ".join(sorted(found, key=fold)) for found in others]
