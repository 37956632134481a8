"""Names that are one slip of the keyboard away from another: said to a person, never changed."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from graph.text import fold, slug

if TYPE_CHECKING:
    from loaders.forms.model.sheets import Entry

_SHORTEST_WORD, _LONG_WORD = 4, 9
_MOST = 5_000


class Spelling:
    """The names that are known, and those met elsewhere with the first place of each."""

    def __init__(self, known: Iterable[str]) -> None:
        self._known = list(dict.fromkeys(known))
        self._met: dict[str, tuple[Entry, str]] = {}
        self._times: Counter[str] = Counter()

    def note(self, name: str, entry: Entry, key: str) -> None:
        """A name that is not known, where it is met."""
        self._met.setdefault(name, (entry, key))
        self._times[name] += 1

    def doubts(self) -> Iterator[tuple[str, str, Entry, str]]:
        """Each name with the one it nearly is: a known one, else one that is met more often."""
        words: defaultdict[str, list[str]] = defaultdict(list)
        rivals = [*self._known, *sorted(self._met, key=lambda name: -self._times[name])][:_MOST]
        for name in rivals:
            for key in _frames(name):
                words[key].append(name)
        for name, place in self._met.items():
            near = (other for key in _frames(name) for other in words[key] if self._is_doubt(name, other))
            meant = next(near, None)
            if meant is not None:
                yield name, meant, *place

    def _is_doubt(self, name: str, other: str) -> bool:
        if other == name or fold(name) == fold(other) or not is_slip(name, other):
            return False
        order = list(self._met)
        return other in self._known or (-self._times[other], order.index(other)) < (
            -self._times[name],
            order.index(name),
        )


def _frames(name: str) -> list[str]:
    """A name with each of its long words left out in turn: two names one word apart share one."""
    words = slug(name).split("-")
    frames = [
        "-".join([*words[:i], "*", *words[i + 1 :]]) for i, word in enumerate(words) if len(word) >= _SHORTEST_WORD
    ]
    return [*frames, "".join(words)]


def is_slip(one: str, other: str) -> bool:
    """True for names of as many words, of which one differs by a letter or two swapped (two in a long word)."""
    from rapidfuzz.distance import OSA

    pairs = list(zip(slug(one).split("-"), slug(other).split("-"), strict=False))
    if len(slug(one).split("-")) != len(slug(other).split("-")):
        return slug(one).replace("-", "") == slug(other).replace("-", "")
    apart = [(a, b) for a, b in pairs if a != b]
    if len(apart) != 1:
        return False
    a, b = apart[0]
    if (
        min(len(a), len(b)) < _SHORTEST_WORD
        or any(word.isdigit() for word in (a, b))
        or a.rstrip("sx") == b.rstrip("sx")
    ):
        return False
    return OSA.distance(a, b) <= (2 if min(len(a), len(b)) >= _LONG_WORD else 1)
