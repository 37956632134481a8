"""What decisions on names change in the ranking of actors: before against after."""

from __future__ import annotations

from graph.model import Graph
from graph.network import Level, commitments, usual_level

Move = tuple[str, int | None, int | None, int | None, int | None]


def moves(before: Graph, after: Graph) -> list[Move]:
    """Actors whose commitments change: name, commitments and rank before, then after; None where absent."""
    level = usual_level(before)
    old, new = (_ranked(graph, level) for graph in (before, after))
    found: list[Move] = []
    for id_ in {**new, **old}:
        name = (new.get(id_) or old[id_])[0]
        was, is_ = old.get(id_, (name, None, None)), new.get(id_, (name, None, None))
        if was[1] != is_[1]:
            found.append((name, was[1], was[2], is_[1], is_[2]))
    return sorted(found, key=lambda move: (-abs((move[3] or 0) - (move[1] or 0)), move[0]))


def _ranked(graph: Graph, level: Level) -> dict[str, tuple[str, int | None, int | None]]:
    frame = commitments(graph, level)
    columns = (frame["id"], frame["acteur"], frame["engagements"], frame["rang"])
    return {id_: (name, int(count), int(rank)) for id_, name, count, rank in zip(*columns, strict=True)}
