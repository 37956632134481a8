"""How much two texts look alike, and which of many go together.

The likeness of two texts is the mean of two measures that fail on different pairs: RapidFuzz's `token_set_ratio`
(words in common, whatever their order and what surrounds them), and the cosine of their words' character 3- and
4-grams, weighted by rarity among the texts of both plans, so that « Développer », « Mettre en place » or « habitants »
count for little. Measured on 60 actions of Grand Chambéry reworded by hand, heavily for half of them, against every
other action of the plan: the two together part all of them from 99.99 % of the wrong pairs, either alone 92 to 95 %.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from rapidfuzz import fuzz, process
from scipy.optimize import linear_sum_assignment
from scipy.sparse import csr_matrix

from graph.comparison.view import key
from graph.text import STOP_WORDS

Scores = npt.NDArray[np.float64]
_SIZES = (3, 4)
MARGIN = 0.05
"""A match whose next best is nearer than this is doubtful."""


class Likeness:
    """Likenesses among given texts: rarity is counted over them all."""

    def __init__(self, texts: Iterable[str]) -> None:
        self._rows = {words: row for row, words in enumerate(sorted({key(text) for text in texts}))}
        self._vectors = _tf_idf([Counter(_grams(words)) for words in self._rows])

    def matrix(self, before: Sequence[str], after: Sequence[str]) -> Scores:
        """Likeness of each text of one side with each of the other, 0 to 1."""
        if not before or not after:
            return np.zeros((len(before), len(after)))
        left, right = [key(text) for text in before], [key(text) for text in after]
        rows, columns = [self._rows[words] for words in left], [self._rows[words] for words in right]
        cosine: Scores = (self._vectors[rows] @ self._vectors[columns].T).toarray()
        plain = ([words.replace("-", " ") for words in side] for side in (left, right))
        common = process.cdist(*plain, scorer=fuzz.token_set_ratio, dtype=np.float64) / 100
        return (cosine + common) / 2


def _grams(words: str) -> Iterable[str]:
    for word in words.split("-"):
        if word not in STOP_WORDS:
            for size in _SIZES:
                padded = f" {word} "
                yield from (padded[start : start + size] for start in range(max(1, len(padded) - size + 1)))


def _tf_idf(counts: Sequence[Counter[str]]) -> csr_matrix:
    """One row of unit length a text: (1 + log n) × smooth inverse document frequency of each gram."""
    spread = Counter(gram for count in counts for gram in count)
    columns = {gram: column for column, gram in enumerate(spread)}
    rarity = {gram: np.log((1 + len(counts)) / (1 + n)) + 1 for gram, n in spread.items()}
    entries = [
        (row, columns[gram], (1 + np.log(n)) * rarity[gram])
        for row, count in enumerate(counts)
        for gram, n in count.items()
    ]
    rows, places, values = zip(*entries, strict=True) if entries else ((), (), ())
    matrix = csr_matrix((values, (rows, places)), shape=(len(counts), max(1, len(columns))))
    lengths = np.sqrt(np.asarray(matrix.multiply(matrix).sum(axis=1)).ravel())
    return matrix.multiply(1 / np.maximum(lengths, 1e-9)[:, None]).tocsr()


@dataclass(frozen=True)
class Match:
    """A row and a column that go together; `sure` where they look alike and nothing else comes near."""

    row: int
    column: int
    score: float
    sure: bool


def best_matches(scores: Scores, least: float, sure: float) -> list[Match]:
    """The one-to-one matches that are best as a whole; none under `least`.

    What counts is how far a match is above `least`, so that one good match wins over two poor ones.
    """
    gain = np.where(scores >= least, scores - least + 1e-6, 0.0)
    pairs = zip(*linear_sum_assignment(gain, maximize=True), strict=True)
    found = [(int(row), int(column)) for row, column in pairs if scores[row, column] >= least]
    return [Match(r, c, float(scores[r, c]), _is_sure(scores, r, c, sure)) for r, c in found]


def _is_sure(scores: Scores, row: int, column: int, sure: float) -> bool:
    rivals = [*np.delete(scores[row], column), *np.delete(scores[:, column], row)]
    return bool(scores[row, column] >= sure and scores[row, column] - max(rivals, default=0.0) >= MARGIN)
