"""Known spellings in running text, against one regular expression of all of them."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.text import fold
from loaders.lines import Line
from loaders.words.lists import read_list
from loaders.words.names import clean
from loaders.words.spellings import Spellings, folded_in_place

PIECES = ["caf", "café", "l'aire", "l'", "été", "a", "-", "b-c", "b", "(x)", "x", "rep+", "+", "d'or", "œuf", "7", " "]
texts = st.lists(st.sampled_from(PIECES), max_size=12).map("".join)


def one_pattern(names: list[str]) -> re.Pattern[str]:
    longest = sorted({fold(name) for name in names} - {""}, key=lambda name: (-len(name), name))
    return re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, longest))})(?![\w-])" if longest else r"(?!)")


@given(st.lists(texts, max_size=6), texts)
def test_what_is_found_is_what_one_pattern_finds(names: list[str], text: str) -> None:
    folded, pattern, spellings = folded_in_place(text), one_pattern(names), Spellings(names)
    found = [(match.start, match.end, match.folded) for match in spellings.find(text)]
    assert found == [(match.start(), match.end(), match.group()) for match in pattern.finditer(folded)]
    for position in range(len(folded) + 1):
        expected = pattern.match(folded, position)
        assert (spellings.at(folded, position) is None) == (expected is None)


def test_more_than_a_thousand_names_joined_by_a_word_are_read() -> None:
    line = Line("ligne 1", " et ".join(["CAF", "ANRU"] * 600))
    listed = read_list([line], frozenset({"caf", "anru"}))
    assert {item.mention.text for item in listed} == {"CAF", "ANRU"}
    assert len(listed) == 1200


@pytest.mark.parametrize(
    "words",
    [
        "Prévenir ............................... 4",
        "a" + "." * 100_000 + " 4",
        "1" * 60 + " x",
        "Droits de la " * 40 + "X",
    ],
)
def test_rows_of_dots_digits_and_small_words_are_read_at_once(words: str) -> None:
    listed = read_list([Line("ligne 1", f"Mme Élise Martin : {words}")], frozenset())
    assert listed


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        ("CAF, ", "CAF"),
        ("CAF, etc.", "CAF"),
        ("CAF…", "CAF"),
        ("CAF etc. ;", "CAF"),
        ("  La  CAF .", "La CAF"),
        ("etc", ""),
    ],
)
def test_the_end_of_a_list_is_no_part_of_a_name(printed: str, name: str) -> None:
    assert clean(printed) == name
