"""Union-find over names, with pairs that must stay apart."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable


class Clusters:
    """Groups of names that are one actor. `apart` pairs never end in one group; nor do two names given by a person."""

    def __init__(self, apart: Iterable[tuple[str, str]] = ()) -> None:
        self._parent: dict[str, str] = {}
        self._members: dict[str, set[str]] = {}
        self._apart: defaultdict[str, set[str]] = defaultdict(set)
        self._given: dict[str, str] = {}
        for one, other in apart:
            self._apart[one].add(other)
            self._apart[other].add(one)

    def add(self, name: str) -> str:
        """Make a name known; returns its group's root."""
        if name not in self._parent:
            self._parent[name] = name
            self._members[name] = {name}
        return self.root(name)

    def root(self, name: str) -> str:
        """The root of a known name's group."""
        while self._parent[name] != name:
            self._parent[name] = self._parent[self._parent[name]]
            name = self._parent[name]
        return name

    def known(self, name: str, relaxations: Iterable[Callable[[str], str]] = ()) -> str | None:
        """The root of a name's group, or of a name's that meets it under one relaxation; None for a name never met."""
        if name in self._parent:
            return self.root(name)
        met = (known for relax in relaxations for known in sorted(self._parent) if relax(known) == relax(name))
        return next(map(self.root, met), None)

    def members(self, name: str) -> set[str]:
        """All names of a name's group."""
        return self._members[self.root(name)]

    def give(self, name: str, canonical: str) -> None:
        """Say that a name's group bears this canonical name."""
        self._given.setdefault(self.add(name), canonical)

    def given(self, name: str) -> str | None:
        """The canonical name given to a name's group, if any."""
        return self._given.get(self.root(name))

    def join(self, one: str, other: str) -> bool:
        """Put two groups together, unless something keeps them apart; says whether they are one now."""
        a, b = self.add(one), self.add(other)
        if a == b:
            return True
        if not self._may_join(a, b):
            return False
        a, b = sorted((a, b))
        self._parent[b] = a
        self._members[a] |= self._members.pop(b)
        if b in self._given:
            self._given.setdefault(a, self._given.pop(b))
        return True

    def _may_join(self, a: str, b: str) -> bool:
        if a in self._given and b in self._given and self._given[a] != self._given[b]:
            return False
        return not any(self._apart[member] & self._members[b] for member in self._members[a])

    def join_by(self, relaxation: Callable[[str], str]) -> None:
        """Join every two known names that meet under a relaxation."""
        meeting: defaultdict[str, list[str]] = defaultdict(list)
        for name in sorted(self._parent):
            meeting[relaxation(name)].append(name)
        for first, *others in meeting.values():
            for other in others:
                self.join(first, other)
