"""Words cut in two at a line's end: divided, or compounds whose hyphen is their own."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from graph.text import fold
from loaders.pages import Joint
from loaders.read.pdf.spelling import SOFT_HYPHEN

_CUT = re.compile(r"[^\W\d_]-$")
_SMALL = re.compile(r"\b[a-zà-öø-ÿœ]+\b")
# Ends of words that are none by themselves: where a narrow cell parts them from theirs, they have a line to themselves.
_ENDINGS = re.compile(
    r"(?:a|i|u)?(?:tion|ssion)s?|(?:e|is|ss)?ments?|aires?|(?:al|il|iv|ic)ites?|ites?|iques?|ables?|ibles?|ances?|ences?"
)
_VOWEL = re.compile(r"[aeiouy]")
# Of what they begin, both spellings are met: "éco-citoyen", "écocitoyen".
_PREFIX = re.compile(r"\b(?:eco|co|sous|mi|non|auto|inter|multi|pluri|socio|micro|mini|bi|anti|pre|post|pro|bio|re)-$")
_LAST, _FIRST = re.compile(r"(?<![^\W_])([^\W\d_]+)-$"), re.compile(r"[^\W\d_]+")
_ACRONYM, _LONG = 3, 4
_WORDS = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


@dataclass(frozen=True)
class Hyphens:
    """The words of a document; `small` are those that are printed without a capital.

    `alone` are those that stand at least once away from a cut. `divides`: several that are cut at a line's end are
    whole elsewhere, so its editor divides words.
    """

    words: Counter[str]
    small: frozenset[str] = frozenset()
    divides: bool = False
    alone: frozenset[str] = frozenset()

    @classmethod
    def of(cls, lines: Iterable[str], cuts: Iterable[tuple[str, str]]) -> Hyphens:
        """Count the words of all lines; `cuts` are the pairs of lines that a hyphen may join."""
        texts, pairs = list(lines), list(cuts)
        small = frozenset(word for text in texts for word in _SMALL.findall(text))
        words = cls(Counter(word for text in texts for word in _WORDS.findall(fold(text))))
        whole = [words._is_whole(before, after) for before, after in pairs if _CUT.search(before)]
        alone = words.words - _pieces(texts, pairs)
        return cls(words.words, small, whole.count(True) > max(1, whole.count(False)), frozenset(alone))

    def joint(self, before: str, after: str) -> Joint:
        """How a line goes on: by a word, the rest of a compound, or the rest of a word that was divided."""
        if before.endswith(SOFT_HYPHEN):
            return "division"
        if not re.search(r"\w-$", before) or not after[:1].isalnum():
            return "word"
        whole = self._is_whole(before, after)
        if whole is None or (whole and _PREFIX.search(fold(before))):
            whole = self.divides and self._may_be_divided(before, after)
        return "division" if whole else "hyphen"

    def is_whole(self, end: str, rest: str) -> bool:
        """True for two pieces that are one word elsewhere, or of which the second cannot be said by itself."""
        pieces, tails = _WORDS.findall(fold(end)), _WORDS.findall(fold(rest))
        if not pieces or not tails:
            return False
        return self.words[pieces[-1] + tails[0]] > 0 or (rest.islower() and _is_no_word(tails[0]))

    def _may_be_divided(self, before: str, after: str) -> bool:
        """True for the rest of a small word or of an acronym; not where both pieces are words: "filles-garçons"."""
        start, rest = _LAST.search(before), _FIRST.match(after)
        if not start or not rest:
            return False
        acronym = start[1].isupper() and rest[0].isupper()
        shortest = _ACRONYM if acronym else _LONG
        words = (fold(start[1]), fold(rest[0]))
        return (acronym or rest[0].islower()) and not all(len(w) >= shortest and w in self.alone for w in words)

    def _is_whole(self, before: str, after: str) -> bool | None:
        """True for a word that stands without the hyphen elsewhere, False with it; None where neither tells."""
        start, rest = _WORDS.findall(fold(before)), _WORDS.findall(fold(after))
        if not start or not rest:
            return None
        divided, compound = self.words[start[-1] + rest[0]], self.words[f"{start[-1]}-{rest[0]}"]
        return None if divided == compound else divided > compound


def _is_no_word(tail: str) -> bool:
    """True for what cannot be said by itself, or only ends words."""
    return not _VOWEL.search(tail) or _ENDINGS.fullmatch(tail) is not None


def _pieces(lines: Iterable[str], cuts: Iterable[tuple[str, str]]) -> Counter[str]:
    """How often words are no more than a piece, before or behind a cut."""
    before = [_WORDS.findall(fold(line))[-1:] for line in lines if _CUT.search(line)]
    after = [_WORDS.findall(fold(rest))[:1] for line, rest in cuts if _CUT.search(line)]
    return Counter(word for words in (*before, *after) for word in words)
