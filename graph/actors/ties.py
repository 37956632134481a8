"""Merges statements into relationships: one a (start, type, end, document), with all its places and words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping
from typing import Any

from graph.model import Relationship
from graph.schema import RELATIONSHIP_TYPES
from graph.statements import Source

_Key = tuple[Any, ...]


class Ties:
    """Relationships under construction."""

    def __init__(self) -> None:
        self._ties: dict[_Key, dict[str, Any]] = {}
        self._said: defaultdict[_Key, set[tuple[str, str]]] = defaultdict(set)

    def add(self, start: str, type_: str, end: str, source: Source, properties: Mapping[str, Any]) -> None:
        """State a tie once more: its place and words are added, its properties merged."""
        told_apart = tuple(properties.get(name) for name in RELATIONSHIP_TYPES[type_].key)
        key = (type_, start, end, source.document, *told_apart)
        tie = self._ties.setdefault(key, {"document": source.document, "locators": [], "quotes": []})
        known = (source.locator, source.quote) in self._said[key]
        if not known:
            self._said[key].add((source.locator, source.quote))
            tie["locators"].append(source.locator)
            tie["quotes"].append(source.quote)
        for name, value in properties.items():
            tie[name] = value if name not in tie else _merge(name, tie[name], value, known)

    def relationships(self) -> list[Relationship]:
        """All ties, in order of first statement."""
        return [Relationship(key[0], key[1], key[2], tie) for key, tie in self._ties.items()]


def _merge(name: str, old: Any, new: Any, known: bool) -> Any:
    """How two statements of one tie agree: amounts of other places add up, "stated" wins, lists are joined."""
    if old is None or new is None:
        return new if old is None else old
    if name == "amount":
        return old if known else old + new
    merge = _MERGES.get(name)
    return merge(old, new) if merge else old


_MERGES: dict[str, Callable[[Any, Any], Any]] = {
    "basis": lambda old, new: "stated" if "stated" in (old, new) else old,
    "co": lambda old, new: old and new,
    "doubt": lambda old, new: old and new,
    "via": lambda old, new: [*old, *(name for name in new if name not in old)],
}
