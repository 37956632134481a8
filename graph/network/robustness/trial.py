"""A ranking put to the test: draws of its lines, other choices, doubtful names."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain

from graph.model import Graph
from graph.network.choices import Choices
from graph.network.robustness.draws import Drawn, draw
from graph.network.robustness.measures import Measure
from graph.network.robustness.ranking import Ranking
from graph.network.robustness.spread import Spread, spread
from graph.network.robustness.variants import doubtful_pairs, other_choices, united_names

SEED = 1901
"""Seed of the draws where none is given; the sentences that tell of draws print it."""

PATIENCE, SLOWEST = 3.0, 1.5
"""Seconds, about, that the draws may take, and again the doubtful names one pair at a time; and that a measure may take
once, to be tried at all. What would take more is left out, and that is said."""

LEAST_DRAWS = 100
"""Fewer give no interval of 95 %: then none is made, and that is said."""


@dataclass(frozen=True)
class Trial:
    """What a ranking was put through.

    `asked`: draws asked for, None for the usual number; `drawn` is None where none was made. `choices` are the other
    choices, in words, that change a line; `empty`, those that leave none. `pairs` of doubtful names (positions of
    actors) were united all together, and also, if `one_by_one`, each alone. `too_slow`: neither choices nor doubtful
    names were tried.
    """

    ranking: Ranking
    asked: int | None
    drawn: Drawn | None
    spread: Spread
    choices: tuple[str, ...]
    empty: tuple[str, ...]
    pairs: tuple[tuple[int, int], ...]
    one_by_one: bool
    too_slow: bool

    @property
    def untried(self) -> bool:
        """True where draws or choices should have been tried and were not: nothing can then be said to be sure."""
        return self.too_slow or (self.drawn is None and self.ranking.measure.draws > 0)


def put_to_trial(graph: Graph, choices: Choices, measure: Measure, draws: int | None, seed: int) -> Trial:
    """Rank, draw, choose otherwise, unite doubtful names."""
    ranking = Ranking.of(graph, choices, measure)
    ties = ranking.ties
    cost = measure.cost(ties)
    wanted = _affordable(measure, cost) if draws is None else draws
    others, empty = other_choices(graph, choices, measure, ties) if cost <= SLOWEST else ([], [])
    pairs = doubtful_pairs(graph, choices, ties)
    one_by_one = len(pairs) * cost <= PATIENCE
    united = united_names(pairs, ranking, one_by_one=one_by_one) if cost <= SLOWEST else ()
    return Trial(
        ranking,
        draws,
        draw(measure, ties, ranking.order, wanted, seed) if wanted and len(ties.actors) > 1 else None,
        spread(ranking.ranks, ranking.order, chain(others, united)),
        tuple(other.words for other in others),
        tuple(empty),
        tuple(pairs),
        one_by_one,
        cost > SLOWEST,
    )


def _affordable(measure: Measure, cost: float) -> int:
    """As many draws as patience allows, none rather than too few."""
    allowed = measure.draws if measure.drawing != "ties" else min(measure.draws, int(PATIENCE / cost))
    return allowed if allowed >= LEAST_DRAWS else 0
