"""Numbers as a French reader sees them, and what is left of those that a spreadsheet has damaged."""

import copy
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.cells import Cell, Row, cell_of, column_name, printed_lines
from loaders.read.sheets.values import DamagedNumber, damaged_number, day_of_serial, format_of, number_text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2,43E+13", DamagedNumber("243", 14)),
        ("2.43e+13", DamagedNumber("243", 14)),
        ("7,17 E+13", DamagedNumber("717", 14)),
        ("8,30E+13", DamagedNumber("83", 14)),
        ("2,43E13", DamagedNumber("243", 14)),
        ("24300000000000", DamagedNumber("243", 14)),
        ("243 000 000 00000", DamagedNumber("243", 14)),
        ("12345678901234500000", DamagedNumber("123456789012345", 20)),
        ("21350211600015", None),
        ("213 502 116 00015", None),
        ("213502116", None),
        ("1E5", None),
        ("E2C", None),
        ("1,5E-03", None),
        ("25000000", None),
        ("06 01 02 03 04", None),
        ("2021-2022", None),
        ("", None),
    ],
)
def test_damaged_numbers(text: str, expected: DamagedNumber | None) -> None:
    assert damaged_number(text) == expected


@given(st.text(max_size=30))
def test_any_text_may_be_asked(text: str) -> None:
    damaged_number(text)
    day_of_serial(text)
    format_of(text)


@pytest.mark.parametrize(
    ("value", "code", "expected"),
    [
        (12.0, "General", "12"),
        (-0.0, "General", "0"),
        (0.1 + 0.2, "General", "0,3"),
        (1234567.891, "#,##0.00", "1234567,891"),
        (1e20, "0.00E+00", "100000000000000000000"),
        (12345678901234568.0, "0", "12345678901234600"),
        (0.125, "0%", "12,5 %"),
        (1000, "00000", "01000"),
        (5650123400017, "000 000 000 00000", "05650123400017"),
        (33601020304, "0", "33601020304"),
        (1200, '_-* #,##0\\ "€"_-;\\-* #,##0', "1200 €"),
        (1200, "[$EUR ]#,##0", "1200 €"),
        (1.5, '0.0" M€"', "1,5 M€"),
        (1500000, '0.0,," M€"', "1500000 €"),
        (3, '0" ETP"', "3"),
    ],
)
def test_numbers_as_their_format_shows_them(value: float, code: str, expected: str) -> None:
    assert number_text(value, format_of(code)) == expected


@pytest.mark.parametrize(
    ("text", "day"), [("47727", "2030-09-01"), ("45413", "2024-05-01"), ("12", None), ("2024", None), ("x", None)]
)
def test_days_shown_as_numbers(text: str, day: str | None) -> None:
    assert day_of_serial(text) == day


@pytest.mark.parametrize(("position", "name"), [(0, "A"), (25, "Z"), (26, "AA"), (701, "ZZ"), (16383, "XFD")])
def test_names_of_columns(position: int, name: str) -> None:
    assert column_name(position) == name


def test_a_cell_of_several_lines_is_equal_to_its_words() -> None:
    cell = cell_of(" CAF \n\n Ville  de Lac\n")
    assert cell == "CAF Ville de Lac"
    assert printed_lines(cell) == ["CAF", "Ville de Lac"]
    assert printed_lines(copy.deepcopy(cell)) == printed_lines(cell)
    assert json.dumps([cell]) == '["CAF Ville de Lac"]'
    assert not isinstance(cell_of("\nCAF\n"), Cell)


def test_places_of_cells() -> None:
    row = Row("feuille Plan, ligne 12", ("a", "", "c"), "Plan", 12, ((1, "sur deux lignes"),))
    assert row.place(2) == "feuille Plan, cellule C12"
    assert Row("ligne 3", ("a",)).place(0) == "ligne 3, colonne 1"
    assert row.over(1) == "sur deux lignes"
    assert row.over(2) == ""
