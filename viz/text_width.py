"""How wide a text is on screen, without a font file: the advance widths of Arial, which system fonts come close to."""

from __future__ import annotations

import unicodedata

from graph.text import strip_accents
from viz import wrapping

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
    """Cut text into at most `lines` lines no wider than `width` pixels; what does not fit ends in "…"."""
    return wrapping.wrap(text, lambda row: text_width(row, size, bold=bold), width, lines)
