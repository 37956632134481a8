"""Known spellings found in running text, whatever their case, accents, quotes and dashes."""

from __future__ import annotations

import re
import unicodedata
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
        longest = sorted({fold(name) for name in names} - {""}, key=lambda name: (-len(name), name))
        choices = "|".join(re.escape(name) for name in longest)
        self._pattern = re.compile(rf"(?<![\w-])(?:{choices})(?![\w-])") if longest else None

    def find(self, text: str) -> Iterator[Match]:
        """Every spelling in a plain text, from left to right, none overlapping another."""
        if self._pattern is not None:
            for match in self._pattern.finditer(folded_in_place(text)):
                yield Match(match.start(), match.end(), match.group())

    def at(self, folded: str, position: int) -> Match | None:
        """The spelling that begins at a position of a text that was folded in place."""
        match = self._pattern.match(folded, position) if self._pattern is not None else None
        return Match(match.start(), match.end(), match.group()) if match else None
