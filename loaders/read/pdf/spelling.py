"""Signs as a person reads them: ligatures opened, bullets and ticks of symbol fonts named, accents composed."""

from __future__ import annotations

import re
import unicodedata

SOFT_HYPHEN = "\u00ad"
_LINE_HYPHEN = "\ufffe"
_BULLET = "•"
# Symbol and Wingdings have no letters: their signs stand from U+F020 on, in the order of the font.
_SYMBOLS = {
    "\uf02d": "-",
    "\uf06c": "●",
    "\uf06e": "■",
    "\uf06f": "□",
    "\uf071": "❑",
    "\uf072": "❒",
    "\uf076": "❖",
    "\uf078": "☒",
    "\uf0a3": "☐",
    "\uf0a7": "▪",
    "\uf0a8": "☐",
    "\uf0b7": _BULLET,
    "\uf0d8": "➢",
    "\uf0e0": "→",
    "\uf0e8": "➔",
    "\uf0fb": "✗",
    "\uf0fc": "✓",
    "\uf0fd": "☒",
    "\uf0fe": "☑",
}
_LIGATURES = dict(zip("\ufb00\ufb01\ufb02\ufb03\ufb04\ufb05\ufb06", "ff fi fl ffi ffl ft st".split(), strict=True))
_NO_WIDTH = dict.fromkeys("\u200b\u200c\u200d\u200e\u200f\u2060\ufeff", "")
_PLAIN = str.maketrans(
    {**_SYMBOLS, **_LIGATURES, **_NO_WIDTH, **dict.fromkeys((_LINE_HYPHEN, "\u2010", "\u2011"), "-")}
)
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f]")
_ILLEGIBLE = re.compile(r"[\x00-\x1f\x7f-\x9f\ue000-\uf8ff\ufffd]")


def spelled(signs: str) -> str:
    """A word as printed. A soft hyphen stays where it ends the word: there the word was cut in two."""
    if signs.isascii() and signs.isprintable():
        return signs
    word = _CONTROL.sub("", unicodedata.normalize("NFC", signs.translate(_PLAIN)))
    if SOFT_HYPHEN not in word:
        return word
    kept = word.replace(SOFT_HYPHEN, "")
    return kept + SOFT_HYPHEN if kept and word.endswith(SOFT_HYPHEN) else kept


def illegible(signs: str) -> int:
    """How many signs of a word the file gives no letter for."""
    return 0 if signs.isascii() and signs.isprintable() else len(_ILLEGIBLE.findall(signs.translate(_PLAIN)))


def as_bullet(word: str) -> str:
    """The first word of a line: a lone sign of an unknown symbol font is its bullet."""
    return _BULLET if len(word) == 1 and "\ue000" <= word <= "\uf8ff" else word
