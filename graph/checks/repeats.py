"""Actions that say nearly the same: the same words but for additions or spelling, and the same numbers."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

import networkx as nx
import numpy as np
from rapidfuzz import fuzz, process

from graph.model import Node
from graph.text import STOP_WORDS, fold

ALIKE, SPELLING = 88, 88
"""Per cent of rapidfuzz's token_sort_ratio from which two texts are looked at, and of its ratio from which two words
are one word spelled in two ways. Measured on the two real plans: the pair to be found (lines 637 and 640 of Grand
Chambéry) scores 96, the next one 72; a plural or a short addition in a sentence of ten words takes away up to 12."""


def repeats(actions: Sequence[Node]) -> list[list[Node]]:
    """Groups of two actions and more that repeat each other."""
    texts = [_words(node) for node in actions]
    near = nx.Graph()
    near.add_edges_from(pair for pair in _alike(texts) if _same(texts[pair[0]], texts[pair[1]]))
    return [[actions[position] for position in sorted(group)] for group in nx.connected_components(near)]


def _words(action: Node) -> list[str]:
    return re.findall(r"\w+", fold(str(action.properties.get("text") or action.name)))


def _alike(texts: Sequence[list[str]]) -> Iterator[tuple[int, int]]:
    """Positions of texts with nearly the same words, in whatever order."""
    joined = [" ".join(words) for words in texts]
    if len(joined) > 1:
        scores = process.cdist(joined, joined, scorer=fuzz.token_sort_ratio, score_cutoff=ALIKE, dtype=np.uint8)
        for one, other in np.argwhere(np.triu(scores, 1)):
            yield int(one), int(other)


def _same(one: list[str], other: list[str]) -> bool:
    """True where the numbers agree, and one text has no word that the other lacks, or writes in another way."""
    if Counter(filter(str.isdigit, one)) != Counter(filter(str.isdigit, other)):
        return False
    more, less = _lacking(one, other), _lacking(other, one)
    return _spelled(more, less) or _spelled(less, more)


def _lacking(one: list[str], other: list[str]) -> list[str]:
    return [word for word in (Counter(one) - Counter(other)).elements() if word not in STOP_WORDS]


def _spelled(words: list[str], others: list[str]) -> bool:
    return all(any(fuzz.ratio(word, other) >= SPELLING for other in others) for word in words)
