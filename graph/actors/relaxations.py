"""Relaxations of a name. Two mentions that meet under one of them, alone, are one actor; looser meetings are doubts."""

from __future__ import annotations

import re

from graph.text import plain_punctuation, slug, strip_accents

_ARTICLE = re.compile(r"^(?:les? |la |l')\s*", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+")


def _case(text: str) -> str:
    return text.casefold()


def _accents(text: str) -> str:
    return strip_accents(text)


def _punctuation(text: str) -> str:
    """Kinds of apostrophes and dashes, and the spaces around dashes."""
    return re.sub(r"\s*-\s*", "-", plain_punctuation(text))


def _article(text: str) -> str:
    bare = _ARTICLE.sub("", text, count=1)
    return bare[:1].upper() + bare[1:] if bare != text else text[:1].upper() + text[1:]


def _plural(text: str) -> str:
    """Each lower-case word without its final s or x; acronyms keep theirs."""
    return _WORD.sub(lambda match: _singular(match.group()), text)


def _singular(word: str) -> str:
    return word[:-1] if len(word) > 3 and word[1:].islower() and word[-1] in "sx" else word


RELAXATIONS = (_case, _accents, _punctuation, _article, _plural)


def exact(text: str) -> str:
    """A printed name with single spaces: the ground on which names are compared."""
    return " ".join(text.split())


def loosest(text: str) -> str:
    """All relaxations at once: names that meet only here are proposed to a person, never merged."""
    return slug(_plural(_ARTICLE.sub("", plain_punctuation(text)).casefold())).replace("-", "")
