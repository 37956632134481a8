"""Names cut to one line keep their end, which is often what tells them apart."""

from hypothesis import given
from hypothesis import strategies as st

from viz.maps.names import fitted, one_line
from viz.paper.type import width


def test_a_name_that_fits_is_whole_and_a_long_one_keeps_both_ends() -> None:
    assert one_line("Ville", 10, 100) == "Ville"
    assert one_line("Association de médiation du quartier Nord", 10, 120).endswith("… Nord")
    assert one_line("Association de médiation du quartier Nord", 10, 120).startswith("Association")
    assert fitted("Ville de Nord", (10, 8), width("Ville de Nord", 8)) == ("Ville de Nord", 8)


@given(st.text("abc d-é", min_size=1, max_size=90), st.floats(20, 300))
def test_a_cut_name_stays_in_its_room(name: str, room: float) -> None:
    assert width(one_line(name, 9, room), 9) <= room
