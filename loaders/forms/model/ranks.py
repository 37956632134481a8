"""Ranks: what makes the identity of axes, objectives and actions, one row keeping its own from load to load."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import count

from loaders.forms.model.problems import Problems
from loaders.forms.model.sheets import Entry

_LARGEST = 100_000


def rank_of(entry: Entry, key: str, problems: Problems) -> int | None:
    """The rank that a cell gives, None where it gives none."""
    text = entry.text(key)
    if not text:
        return None
    if text.isascii() and text.isdigit() and 0 < int(text[:9]) < _LARGEST:
        return int(text)
    problems.odd("rang-illisible", entry, key, f"« {text} » : un rang était attendu (1, 2, 3…), ou rien")
    return None


def settled(given: Sequence[tuple[Entry, int | None]], key: str, problems: Problems, after: int = 0) -> list[int]:
    """A rank for each: the one given, else the next after all of them. `after`: ranks of the plan's other documents."""
    taken: set[int] = set()
    kept: list[int | None] = []
    for entry, rank in given:
        if rank in taken:
            message = f"le rang {rank} est déjà pris plus haut : la ligne est placée à la suite"
            problems.odd("rang-double", entry, key, message, "info")
        kept.append(None if rank in taken else rank)
        taken |= {rank} if rank is not None else set()
    free = count(max(taken, default=0) + 1)
    return [after + (next(free) if rank is None else rank) for rank in kept]
