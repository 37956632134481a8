"""Small pure functions on French names, used wherever names are compared or made into ids."""

from __future__ import annotations

import re
import unicodedata

STOP_WORDS = frozenset("de du des la le les l d et en à au aux pour dans sur un une".split())
_QUOTES = str.maketrans(
    {"’": "'", "‘": "'", "ʼ": "'", "´": "'", "‐": "-", "‑": "-", "–": "-", "—": "-", "\u00a0": " ", "\u202f": " "}
)


def open_ligatures(text: str) -> str:
    """Composed text whose ligatures are two letters (œ → oe)."""
    composed = unicodedata.normalize("NFC", text)
    return composed.replace("œ", "oe").replace("Œ", "OE").replace("æ", "ae").replace("Æ", "AE")


def strip_accents(text: str) -> str:
    """Text without its diacritics; ligatures opened (œ → oe)."""
    decomposed = unicodedata.normalize("NFD", open_ligatures(text))
    return "".join(c for c in decomposed if not unicodedata.combining(c))


def fold(text: str) -> str:
    """The form under which two names are looked up: no case, accent, kind of quote or dash, or doubled space."""
    return " ".join(strip_accents(text.translate(_QUOTES)).casefold().split())


def plain_punctuation(text: str) -> str:
    """Typographic apostrophes, dashes and spaces made plain; nothing else changes."""
    return text.translate(_QUOTES)


def slug(text: str) -> str:
    """A stable, readable identifier: ASCII letters and digits joined by single dashes ("plus" for a +)."""
    spelled = fold(text).replace("+", " plus ").replace("&", " et ")
    return re.sub(r"[^a-z0-9]+", "-", spelled).strip("-")


def initials(name: str) -> str:
    """Capital initials of the words that count: "Centre de Ressources" → "CR"."""
    words = re.findall(r"[^\W\d_]+", strip_accents(plain_punctuation(name)))
    return "".join(word[0] for word in words if word.casefold() not in STOP_WORDS).upper()


def is_acronym(word: str) -> bool:
    """True for a short form such as MLJ, REP+, E2C, PLUi-HD: two capitals or more and no lower-case word."""
    return bool(re.fullmatch(r"[A-Z][A-Z0-9]*[a-z]?[A-Z0-9+.-]+(?: ?\d{2})?", strip_accents(word)))
