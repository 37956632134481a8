"""Data for a page with each long text once: names, ids and sentences come back many times in a network."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

_LONG = 16  # characters from which a reference is shorter than the text


def packed(data: Any) -> dict[str, Any]:
    """`value` is the data with every long text that comes back replaced by `{"$": rank}`, its rank in `texts`."""
    counts = Counter(_texts(data))
    ranks = {text: rank for rank, text in enumerate(text for text, number in counts.items() if number > 1)}
    return {"texts": list(ranks), "value": _replaced(data, ranks)}


def _texts(data: Any) -> Iterator[str]:
    if isinstance(data, str):
        if len(data) >= _LONG:
            yield data
    elif isinstance(data, dict):
        for value in data.values():
            yield from _texts(value)
    elif isinstance(data, list | tuple):
        for value in data:
            yield from _texts(value)


def _replaced(data: Any, ranks: dict[str, int]) -> Any:
    if isinstance(data, str):
        return {"$": ranks[data]} if data in ranks else data
    if isinstance(data, dict):
        return {key: _replaced(value, ranks) for key, value in data.items()}
    if isinstance(data, list | tuple):
        return [_replaced(value, ranks) for value in data]
    return data
