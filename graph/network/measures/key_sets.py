"""Key players: which actors together hold a network together, or touch most of it (Borgatti 2006)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import chain, combinations, combinations_with_replacement, islice, product
from math import comb, nan
from typing import Literal

import networkx as nx

from graph.network.measures.reach import Chosen, Reach
from graph.network.measures.shape import Shape, shape

Kind = Literal["neg", "pos"]

EXACT = 50_000
"""How many sets are tried one by one: some seconds. Beyond, the best is sought step by step, and said to be so."""
DISTANCES = 100_000
"""How many searches, one for an actor and a set, are spent on breaking ties of fragmentation by distances: some
seconds. Beyond, ties stay."""
SHOWN = 100
"""How many of the best sets are told; all of them are counted."""


@dataclass(frozen=True)
class KeyPlayers:
    """The best set of `size` actors, or the sets that are as good.

    `sets`: ids, each set in order: all the `tied` best ones, or the first `SHOWN`; where the search is not `exact`,
    the one found and those of the very same targets. `value`: for "neg", the fragmentation F of the actors who stay
    (0 to 1; NaN where fewer than two stay); for "pos", the part of the targets that the set touches (0 to 1; NaN
    without targets). `before`: the same with nobody gone, or nobody chosen. `tie_value`: for "neg", the
    distance-weighted fragmentation of those who stay; for "pos", how many other actors share a target with the set.
    `equal`: how many sets have the same `value`, before ties are broken by `tie_value`; where the search is not
    `exact`, those of the very same targets.
    """

    kind: Kind
    size: int
    sets: tuple[tuple[str, ...], ...]
    tied: int
    value: float
    before: float
    tie_value: float
    exact: bool
    equal: int


def key_players(network: nx.Graph, size: int, kind: Kind = "neg") -> KeyPlayers:
    """The key players of a two-mode network: KPP-Neg, or KPP-Pos as the cover of its targets.

    Borgatti, Identifying sets of key players in a social network (Computational & Mathematical Organization Theory
    12, 2006). "neg": whose leaving would leave the others most cut off from each other (F; ties: the distance-weighted
    fragmentation, distances counted in shared targets, where `DISTANCES` allows). "pos": who together touch the most
    targets; ties: who share a target with the most other actors. All sets are tried while they number `EXACT` at most
    (actors of the very same targets stand for each other); beyond, a greedy search with swaps. A network of `size`
    actors or fewer has one set: all of them. ValueError for a size below 1.
    """
    return found_in(shape(network), size, kind)


def found_in(told: Shape, size: int, kind: Kind) -> KeyPlayers:
    """As `key_players`, of a shape."""
    if size < 1:
        raise ValueError(f"a set of key players has 1 actor or more, not {size}")
    reach = Reach(told)
    size = min(size, len(reach.ids))
    exact = comb(max(0, len(reach.alike) + size - 1), size) <= EXACT
    leading = _leading(reach, kind, _distinct(reach, size)) if exact else [_searched(reach, kind, size)]
    best = _parted(reach, kind, leading) if exact else leading
    sets = islice(chain.from_iterable(_as_good(reach, chosen) for chosen in best), SHOWN)
    return KeyPlayers(
        kind,
        size,
        tuple(sorted(tuple(sorted(reach.ids[place] for place in chosen)) for chosen in sets)),
        sum(map(reach.variants, best)),
        *_values(reach, best[0], kind),
        exact,
        sum(map(reach.variants, leading)),
    )


def _best(reach: Reach, kind: Kind, sets: Iterable[Chosen]) -> list[Chosen]:
    """The sets that no other of these beats, ties broken where they can be."""
    return _parted(reach, kind, _leading(reach, kind, sets))


def _leading(reach: Reach, kind: Kind, sets: Iterable[Chosen]) -> list[Chosen]:
    """The sets with the best value."""
    return _highest(sets, reach.touched if kind == "pos" else lambda gone: -reach.joined(gone))


def _parted(reach: Reach, kind: Kind, leading: list[Chosen]) -> list[Chosen]:
    """Those of them that the second criterion prefers, where it can be afforded."""
    if kind == "pos":
        return _highest(leading, reach.met)
    if len(leading) * len(reach.alike) > DISTANCES:
        return leading
    return _highest(leading, lambda gone: -round(reach.nearness(gone), 9))


def _highest(sets: Iterable[Chosen], score: Callable[[Chosen], float]) -> list[Chosen]:
    scored = [(score(chosen), chosen) for chosen in sets]
    highest = max(value for value, _ in scored)
    return [chosen for value, chosen in scored if value == highest]


def _distinct(reach: Reach, size: int) -> Iterator[Chosen]:
    """Every set, but those that differ only by actors of the very same targets."""
    for groups in combinations_with_replacement(range(len(reach.alike)), size):
        taken = Counter(groups)
        if all(number <= len(reach.alike[group]) for group, number in taken.items()):
            yield tuple(place for group, number in taken.items() for place in reach.alike[group][:number])


def _taken(reach: Reach, chosen: Chosen) -> list[tuple[list[int], int]]:
    """The groups of actors of the very same targets that a set draws from, and how many it takes of each."""
    counts = [(alike, len(set(alike).intersection(chosen))) for alike in reach.alike]
    return [(alike, number) for alike, number in counts if number]


def _as_good(reach: Reach, chosen: Chosen) -> Iterator[Chosen]:
    """The set, and those that differ from it only by actors of the very same targets."""
    parts = [combinations(alike, number) for alike, number in _taken(reach, chosen)]
    return (tuple(chain.from_iterable(choice)) for choice in product(*parts))


def _searched(reach: Reach, kind: Kind, size: int) -> Chosen:
    """One by one, then by swaps of one for one as long as they gain: Borgatti's search, from a start that is fixed."""
    chosen: Chosen = ()
    for _ in range(size):
        chosen = _best(reach, kind, _with_one_more(reach, chosen))[0]
    while True:
        rests = [tuple(place for place in chosen if place != out) for out in chosen]
        swapped = [more for rest in rests for more in _with_one_more(reach, rest)]
        best = _best(reach, kind, [chosen, *swapped])
        if chosen in best:
            return chosen
        chosen = best[0]


def _with_one_more(reach: Reach, chosen: Chosen) -> list[Chosen]:
    """The set with one more actor: of those of the very same targets, the first who is not in it."""
    firsts = [next((place for place in alike if place not in chosen), None) for alike in reach.alike]
    return [tuple(sorted((*chosen, place))) for place in firsts if place is not None]


def _values(reach: Reach, chosen: Chosen, kind: Kind) -> tuple[float, float, float]:
    """`value`, `before` and `tie_value` of a set."""
    if kind == "pos":
        part = len(reach.ids) and reach.targets
        return (reach.touched(chosen) / reach.targets, 0.0, float(reach.met(chosen))) if part else (nan, nan, nan)
    staying = len(reach.ids) - len(chosen)
    after, before = _apart(reach.joined(chosen), staying), _apart(reach.joined(()), len(reach.ids))
    return after, before, _apart(reach.nearness(chosen), staying)


def _apart(joined: float, staying: int) -> float:
    """What is missing for all ordered pairs of these actors to be joined; NaN where there is no pair."""
    return 1 - joined / (staying * (staying - 1)) if staying > 1 else nan
