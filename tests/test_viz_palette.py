"""The palette: told apart on paper, on screen, and by people who see colours otherwise."""

from itertools import combinations

import numpy as np
import pytest
from colorspacious import cspace_convert
from hypothesis import given
from hypothesis import strategies as st

from graph.schema import ACTOR_KINDS, AXIS_COLOURS
from viz import style
from viz.contrast import BLACK, GRAPHICS, TEXT, WHITE, contrast, darkened, ink_on
from viz.paper.canvas import GREY, INK
from viz.targets import NO_AXIS_COLOURS

COLOURS = (*AXIS_COLOURS, NO_AXIS_COLOURS)
SIGHTS = (None, "deuteranomaly", "protanomaly", "tritanomaly")
TOLD_APART = 10.0
"""Distance in CAM02-UCS, where 1 is about the least that is seen side by side; small marks ask for far more."""

colours = st.tuples(*[st.integers(0, 255)] * 3).map(lambda channels: "#" + "".join(f"{c:02X}" for c in channels))


def seen(colour: str, sight: str | None) -> np.ndarray:
    """A colour in CAM02-UCS as a person sees it whose cones of one kind are missing (Machado 2009, severity 100)."""
    channels = np.array([int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)])
    if sight:
        channels = cspace_convert(channels, {"name": "sRGB1+CVD", "cvd_type": sight, "severity": 100}, "sRGB1")
    return cspace_convert(np.clip(channels, 0, 1), "sRGB1", "CAM02-UCS")


def test_contrast_of_known_pairs() -> None:
    assert contrast(WHITE, BLACK) == pytest.approx(21)
    assert contrast("#777777", WHITE) == pytest.approx(
        4.48, abs=0.01
    )  # the grey that just fails, as WCAG's readers know it
    assert contrast("#767676", WHITE) == pytest.approx(4.54, abs=0.01)


@pytest.mark.parametrize(("fill", "ink"), COLOURS)
def test_marks_and_text_stand_out_on_white(fill: str, ink: str) -> None:
    assert contrast(fill, WHITE) >= GRAPHICS
    assert contrast(ink, WHITE) >= TEXT
    assert contrast(ink, style.mix(fill, 0.2)) >= TEXT


def test_text_and_actors_stand_out_on_white() -> None:
    assert min(contrast(INK, WHITE), contrast(GREY, WHITE), contrast(style.INK, WHITE)) >= TEXT
    assert all(contrast(border, WHITE) >= GRAPHICS for _, border in (style.SLATE, style.PALE_SLATE, style.NO_SLATE))


@pytest.mark.parametrize("sight", SIGHTS)
def test_axes_are_told_apart_by_everyone(sight: str | None) -> None:
    near = {
        (one, other): float(np.linalg.norm(seen(one, sight) - seen(other, sight)))
        for (one, _), (other, _) in combinations(AXIS_COLOURS, 2)
    }
    assert min(near.values()) >= TOLD_APART, min(near, key=lambda pair: near[pair])


def test_kinds_of_actors_are_told_apart_without_colour() -> None:
    looks = style.shapes([])
    assert len({(shape, fill) for shape, (fill, _) in looks.values()}) == len(ACTOR_KINDS)
    for kinds in combinations(looks.values(), 2):
        (one, (fill, _)), (other, (pale, _)) = kinds
        assert one != other or contrast(fill, pale) >= GRAPHICS


@given(colours)
def test_ink_always_reads_on_its_fill(fill: str) -> None:
    assert contrast(ink_on(fill), fill) >= TEXT


@given(colours)
def test_a_colour_is_darkened_until_it_reads(colour: str) -> None:
    made = darkened(colour)
    assert contrast(made, WHITE) >= TEXT
    assert made == colour or contrast(colour, WHITE) < TEXT
