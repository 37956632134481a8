"""Tables on a terminal: no figure is cut, and what does not fit is said."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from maillage.terminal import NARROWEST, Shown, fitting, least


def test_a_figure_needs_all_its_digits_a_text_does_not() -> None:
    assert least("argent", Shown(figures=True, cells=["89 300 000"])) == 10
    assert least("acteur", Shown(figures=False, cells=["Conseil départemental de la Savoie"])) == NARROWEST
    assert least("pilote de", Shown(figures=False, cells=["1"])) == len("pilote")


def test_columns_that_do_not_fit_go_from_the_right() -> None:
    assert fitting([4, 18, 10], 36) == [0, 1, 2]
    assert fitting([4, 18, 10], 35) == [0, 1]
    assert fitting([90, 10], 80) == [0]


@given(st.lists(st.integers(0, 60), min_size=1), st.integers(1, 200))
def test_what_is_kept_fits_or_is_alone(widths: list[int], room: int) -> None:
    kept = fitting(widths, room)
    assert kept == list(range(len(kept)))
    assert len(kept) == 1 or sum(widths[place] for place in kept) + 2 * (len(kept) - 1) <= room
