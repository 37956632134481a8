"""How wide a text is on screen, without a font file: the advance widths of Arial, which system fonts come close to."""

from __future__ import annotations

import re
import unicodedata

from graph.text import strip_accents

_THOUSANDTHS = {
    222: "ijl‘’'|",
    278: " I.,:;/!ft[]\u00a0",
    200: "\u202f",
    333: "r-()·`“”",
    355: '"',
    389: "*",
    500: "cksvxyzJ",
    556: "abdeghnopqu0123456789L_#$?€«»–",
    584: "+=<>~",
    611: "FTZ",
    667: "ABEKPSVXY&",
    722: "wCDHNRU",
    778: "GOQ",
    833: "mM",
    889: "%",
    944: "W",
    1000: "—…",
    1015: "@",
}
_WIDTHS = {character: width for width, characters in _THOUSANDTHS.items() for character in characters}
_MARGIN = 1.06  # other system fonts run a little wider than Arial
_BOLD = 1.08


def text_width(text: str, size: float, *, bold: bool = False) -> float:
    """Width in pixels of one line of text at a font size in pixels; errs on the wide side."""
    thousandths = sum(_character(c) for c in strip_accents(text))
    return thousandths / 1000 * size * _MARGIN * (_BOLD if bold else 1)


def _character(character: str) -> int:
    if unicodedata.east_asian_width(character) in "WF":
        return 1000
    return _WIDTHS.get(character, 722)


def wrap(text: str, size: float, width: float, lines: int, *, bold: bool = False) -> list[str]:
    """Cut text into at most `lines` lines no wider than `width` pixels; what does not fit ends in "…".

    Words stay whole unless one alone is too wide. Lines are evened out, so that no word stands alone needlessly.
    """
    words = _words(text, size, width, bold)
    rows = _fill(words, size, width, bold)
    if len(rows) > lines:
        return [*rows[: lines - 1], _cut(" ".join(rows[lines - 1 :]), size, width, bold)]
    return _even(words, rows, size, width, bold)


def _words(text: str, size: float, width: float, bold: bool) -> list[str]:
    pieces: list[str] = []
    for word in re.sub(r" (?=[:;?!»])|(?<=«) ", "\u00a0", text).split(" "):
        while text_width(word, size, bold=bold) > width and len(word) > 2:
            end = _break(word, size, width, bold)
            pieces.append(word[:end])
            word = word[end:]
        pieces.append(word)
    return [piece for piece in pieces if piece] or [""]


def _break(word: str, size: float, width: float, bold: bool) -> int:
    """Where to cut a word too wide for a line: after its last dash or slash that fits, else at the last letter."""
    fits = [i for i in range(1, len(word)) if text_width(word[:i], size, bold=bold) <= width] or [1]
    return max((i for i in fits if i > 3 and word[i - 1] in "-/'’"), default=fits[-1])


def _fill(words: list[str], size: float, width: float, bold: bool) -> list[str]:
    rows = [words[0]]
    for word in words[1:]:
        longer = f"{rows[-1]} {word}"
        if text_width(longer, size, bold=bold) <= width:
            rows[-1] = longer
        else:
            rows.append(word)
    return rows


def _even(words: list[str], rows: list[str], size: float, width: float, bold: bool) -> list[str]:
    """The narrowest setting that takes no more lines."""
    best = rows
    for tenth in range(9, 4, -1):
        narrower = _fill(words, size, width * tenth / 10, bold)
        widest = max(text_width(row, size, bold=bold) for row in narrower)
        if len(narrower) > len(rows) or widest > width:
            break
        best = narrower
    return best


def _cut(text: str, size: float, width: float, bold: bool) -> str:
    while text and text_width(f"{text}…", size, bold=bold) > width:
        text = text[:-1].rstrip(" ,;:.(-")
    return f"{text}…"
