"""What a cell holds besides words: a cross, a no, nothing said, the cell above again, or a note under the table."""

from __future__ import annotations

import re
from functools import lru_cache

from graph.text import fold

_SIGN = r"(?:x{1,2}|×|✓|✔|☒|☑|✅|√|✗|✘|❌|●|•|■|\*|oui)"
_MARK = re.compile(rf"^{_SIGN}\ufe0f?[.*]?(?:\s*\([^()]{{1,30}}\))?$", re.IGNORECASE)
_BETWEEN = re.compile(rf"^\(\s*{_SIGN}\ufe0f?\s*\)$", re.IGNORECASE)
_NO = re.compile(r"^(?:non|no|☐|□|❑|○)\ufe0f?$", re.IGNORECASE)
_NOTHING = re.compile(
    r"^(?:[-–—−_./\\]+|\.{2,}|…|neants?|ras|r\.a\.s\.?|sans objet|s\.?o\.?|n[/.]?[ac]\.?|non concernee?|aucune?)$"
)
_AGAIN = re.compile(r"^(?:idem|id\.|ibid(?:em|\.)?|meme (?:chose|reponse)|[\"″”“〃]+|''|»|//)$")
_NOTE = re.compile(
    r"^(?:n\.?\s?b\.?|nota(?: bene)?|notes?|legende|sources?|lecture)\s*(?:[:(–-]|\d)|^\(\*+\)|^\*+\s*(?=\w)"
    rf"|^\(?{_SIGN}\)?\s*[=:]\s*\w|^(?:page|p\.)\s*\d+\b[^a-z]*$"
)
_TOTAL = re.compile(r"^(?:sous-?\s?tota(?:l|ux)|tota(?:l|ux))\b")
_remembered = lru_cache(maxsize=1 << 14)
"""Cells of a table repeat: statuses, crosses, names."""
_LONGEST_SIGN, _OPENING = 20, 40
_LETTER = re.compile(r"[^\W\d_]")
_WORD = re.compile(r"[^\W\d_]{3}")


@_remembered
def is_mark(cell: str) -> bool:
    """True for a cross or a tick, dated or between parentheses too: "X", "X (2021)", "(x)"."""
    return bool(_MARK.match(cell) or _BETWEEN.match(cell))


def is_between(cell: str) -> bool:
    """True for a cross between parentheses: it is there, but not as the others are."""
    return bool(_BETWEEN.match(cell))


@_remembered
def is_no(cell: str) -> bool:
    """True where a cell of crosses says no: "non", an empty box."""
    return bool(_NO.match(cell))


@_remembered
def is_nothing(cell: str) -> bool:
    """True for what is written where there is nothing to say: "-", "Néant", "RAS"."""
    return len(cell) <= _LONGEST_SIGN and bool(_NOTHING.match(fold(cell)))


@_remembered
def is_again(cell: str) -> bool:
    """True for a sign that the cell above holds here too: "idem", a ditto mark."""
    return len(cell) <= _LONGEST_SIGN and bool(_AGAIN.match(fold(cell)))


@_remembered
def is_number(cell: str) -> bool:
    """True for figures without a word: "12", "1.2", "3 / 5"."""
    return any(sign.isdigit() for sign in cell) and not _WORD.search(cell)


@_remembered
def is_wordy(cell: str) -> bool:
    """True where a cell holds words, and neither a cross nor what stands for a blank."""
    return bool(_WORD.search(cell)) and not (is_mark(cell) or is_no(cell) or is_nothing(cell) or is_again(cell))


def opens_note(cell: str) -> bool:
    """True for the first words of a note, a legend, a source or a page's number."""
    return bool(_NOTE.match(fold(cell[:_OPENING])))


def opens_total(cell: str) -> bool:
    """True for the first words of a total."""
    return bool(_TOTAL.match(fold(cell[:_OPENING])))


def has_letters(cell: str) -> bool:
    """True where any sign is a letter."""
    return bool(_LETTER.search(cell))
