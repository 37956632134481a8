"""Known spellings found in running text, whatever their case, accents, quotes and dashes."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from graph.text import fold, open_ligatures, plain_punctuation, strip_accents


@dataclass(frozen=True)
class Match:
    """A spelling found: its place in the plain text, and its folded form."""

    start: int
    end: int
    folded: str


def plain(text: str) -> str:
    """Text with single spaces, plain quotes and dashes and open ligatures: the ground of all positions."""
    return " ".join(open_ligatures(plain_punctuation(text)).split())


def printed(text: str, start: int, end: int) -> str:
    """The words of a text at places of its plain form, as the document prints them: "Restos du cœur"."""
    words = " ".join(unicodedata.normalize("NFC", text).split())
    if open_ligatures(words) == words:
        return words[start:end]
    places = [index for index, sign in enumerate(words) for _ in open_ligatures(sign)]
    return words[places[start] : places[end - 1] + 1]


@lru_cache(maxsize=64)
def folded_in_place(text: str) -> str:
    """A plain text without case or accents, sign for sign: positions stay the same."""
    return "".join(sign if len(folded := strip_accents(sign).casefold()) != 1 else folded for sign in text)


class Spellings:
    """A set of names to look for; the longest wins where several begin at one place."""

    def __init__(self, names: Iterable[str]) -> None:
        # By first word, as a text of n words is then read in n steps, however many names there are.
        self._by_word: defaultdict[str, list[str]] = defaultdict(list)
        for name in sorted({fold(name) for name in names} - {""}, key=lambda name: (-len(name), name)):
            self._by_word[_first(name, 0)].append(name)

    def find(self, text: str) -> Iterator[Match]:
        """Every spelling in a plain text, from left to right, none overlapping another."""
        folded, end = folded_in_place(text), 0
        for begins in _BEGINS.finditer(folded) if self._by_word else ():
            if begins.start() >= end and (match := self._longest(folded, begins.start())):
                end = match.end
                yield match

    def at(self, folded: str, position: int) -> Match | None:
        """The spelling that begins at a position of a text that was folded in place."""
        inside = position > 0 and _IN_WORD.match(folded, position - 1)
        return None if inside or position >= len(folded) else self._longest(folded, position)

    def _longest(self, folded: str, position: int) -> Match | None:
        for name in self._by_word.get(_first(folded, position), ()):
            end = position + len(name)
            if folded.startswith(name, position) and not _IN_WORD.match(folded, end):
                return Match(position, end, name)
        return None


_BEGINS = re.compile(r"(?<![\w-])[^\s]")
_IN_WORD = re.compile(r"[\w-]")
_FIRST = re.compile(r"\w+|\W")


def _first(text: str, position: int) -> str:
    """The word, or the sign, that begins at a place."""
    found = _FIRST.match(text, position)
    return found.group() if found else ""
