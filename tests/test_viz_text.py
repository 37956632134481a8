import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from viz import french
from viz.text_width import text_width, wrap


@pytest.mark.parametrize(
    ("amount", "written"),
    [
        (89_300_000, "89,3\u00a0M€"),
        (120_000_000, "120\u00a0M€"),
        (1_234_500_000, "1\u202f234,5\u00a0M€"),
        (2_750_000, "2,75\u00a0M€"),
        (200_000, "200\u202f000\u00a0€"),
        (0, "0\u00a0€"),
        (1_234_567, "1\u202f234\u202f567\u00a0€"),
        (-2_500_000, "-2,5\u00a0M€"),
    ],
)
def test_amounts_hide_nothing(amount, written):
    assert french.euros(amount) == written


def test_counts_are_singular_up_to_one():
    assert [french.count(n, "lien") for n in (0, 1, 2)] == ["0\u00a0lien", "1\u00a0lien", "2\u00a0liens"]
    assert french.count(1200, "cheval", "chevaux") == "1\u202f200\u00a0chevaux"


def test_shares_dates_and_states():
    assert french.percent(0.93) == "93\u00a0%"
    assert french.percent(0.125) == "12,5\u00a0%"
    assert french.day(datetime.date(2026, 3, 5)) == "05/03/2026"
    assert french.status("en_cours") == "en cours"
    assert french.status("abandonnée") == "abandonnée"
    assert french.status(None) == "état non précisé"


def test_width_grows_with_letters_size_and_weight():
    assert text_width("", 12) == 0
    assert text_width("ill", 12) < text_width("mmm", 12)
    assert text_width("État", 24) == pytest.approx(2 * text_width("Etat", 12))
    assert text_width("État", 12, bold=True) > text_width("État", 12)


def test_wraps_between_words_and_evens_out():
    assert wrap("Garantir l'égalité", 12, 300, 3) == ["Garantir l'égalité"]
    assert wrap("aaaa bbbb cccc dddd", 10, 80, 3) == ["aaaa bbbb", "cccc dddd"]


def test_cuts_what_is_too_long_with_an_ellipsis():
    rows = wrap("un titre beaucoup trop long pour deux lignes seulement", 12, 90, 2)
    assert len(rows) == 2
    assert rows[-1].endswith("…")


def test_breaks_a_long_word_after_its_dash():
    assert wrap("Auvergne-Rhône-Alpes", 12, 100, 3) == ["Auvergne-", "Rhône-Alpes"]


def test_punctuation_stays_with_its_word():
    assert all(not row.startswith(":") for row in wrap("Gouvernance et pilotage : méthodes", 12, 130, 3))


@given(st.text(max_size=80), st.integers(1, 4))
def test_no_line_is_wider_than_asked(text, lines):
    rows = wrap(text, 12, 60, lines)
    assert 1 <= len(rows) <= lines
    assert all(text_width(row, 12) <= 60 for row in rows)
