"""Cutting a text into lines that are no wider than there is room for, whatever measures them."""

from __future__ import annotations

import re
from collections.abc import Callable

Measure = Callable[[str], float]
"""The width of one line of text."""


def wrap(text: str, measure: Measure, width: float, lines: int) -> list[str]:
    """Cut text into at most `lines` lines no wider than `width`; what does not fit ends in "…".

    Words stay whole unless one alone is too wide. Lines are evened out, so that no word stands alone needlessly.
    """
    words = _words(text, measure, width)
    rows = _fill(words, measure, width)
    if len(rows) > lines:
        return [*rows[: lines - 1], cut(" ".join(rows[lines - 1 :]), measure, width)]
    return _even(words, rows, measure, width)


def cut(text: str, measure: Measure, width: float) -> str:
    """The beginning of a text that is too wide, ended by "…"."""
    while text and measure(f"{text}…") > width:
        text = text[:-1].rstrip(" ,;:.(-")
    return f"{text}…"


def _words(text: str, measure: Measure, width: float) -> list[str]:
    pieces: list[str] = []
    for word in re.sub(r" (?=[:;?!»])|(?<=«) ", "\u00a0", text).split(" "):
        while measure(word) > width and len(word) > 2:
            end = _break(word, measure, width)
            pieces.append(word[:end])
            word = word[end:]
        pieces.append(word)
    return [piece for piece in pieces if piece] or [""]


def _break(word: str, measure: Measure, width: float) -> int:
    """Where to cut a word too wide for a line: after its last dash or slash that fits, else at the last letter."""
    fits = [i for i in range(1, len(word)) if measure(word[:i]) <= width] or [1]
    return max((i for i in fits if i > 3 and word[i - 1] in "-/'’"), default=fits[-1])


def _fill(words: list[str], measure: Measure, width: float) -> list[str]:
    rows = [words[0]]
    for word in words[1:]:
        longer = f"{rows[-1]} {word}"
        if measure(longer) <= width:
            rows[-1] = longer
        else:
            rows.append(word)
    return rows


def _even(words: list[str], rows: list[str], measure: Measure, width: float) -> list[str]:
    """The narrowest setting that takes no more lines."""
    best = rows
    for tenth in range(9, 4, -1):
        narrower = _fill(words, measure, width * tenth / 10)
        if len(narrower) > len(rows) or max(measure(row) for row in narrower) > width:
            break
        best = narrower
    return best
