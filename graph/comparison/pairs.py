"""Which node of one plan is which of the other: pairs, one-to-one, with how sure each is."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Pair:
    """Two nodes that are one. `similarity` is that of their words, 1 where they are the same."""

    before: str
    after: str
    similarity: float = 1.0
    sure: bool = True


@dataclass
class Pairs:
    """Pairs of nodes of all labels."""

    _before: dict[str, Pair] = field(default_factory=dict)
    _after: dict[str, Pair] = field(default_factory=dict)

    def add(self, pair: Pair) -> None:
        """Add a pair; neither node may be in another."""
        self._before[pair.before] = self._after[pair.after] = pair

    def __iter__(self) -> Iterator[Pair]:
        return iter(self._before.values())

    def of(self, before: str | None) -> Pair | None:
        """The pair of a node of the first plan."""
        return self._before.get(before or "")

    def by_after(self, after: str | None) -> Pair | None:
        """The pair of a node of the second plan."""
        return self._after.get(after or "")

    def left(self, before: Iterable[str]) -> list[str]:
        """Nodes of the first plan that have no pair yet."""
        return [id_ for id_ in before if id_ not in self._before]

    def right(self, after: Iterable[str]) -> list[str]:
        """Nodes of the second plan that have no pair yet."""
        return [id_ for id_ in after if id_ not in self._after]

    def common(self, before: str | None) -> Hashable:
        """A name for a node of the first plan that its pair has too."""
        pair = self.of(before)
        return pair.after if pair else ("avant", before)

    def flipped(self) -> Pairs:
        """The same pairs with the two plans the other way round."""
        whole = Pairs()
        for pair in self:
            whole.add(Pair(pair.after, pair.before, pair.similarity, pair.sure))
        return whole

    def pair_equal(
        self,
        before: Iterable[str],
        after: Iterable[str],
        key_before: Callable[[str], Hashable],
        key_after: Callable[[str], Hashable],
    ) -> None:
        """Pair the nodes whose keys are equal; where several share one, in the order they are given."""
        waiting: defaultdict[Hashable, list[str]] = defaultdict(list)
        for id_ in self.right(after):
            waiting[key_after(id_)].append(id_)
        for id_ in self.left(before):
            if waiting.get(key_before(id_)):
                self.add(Pair(id_, waiting[key_before(id_)].pop(0)))
