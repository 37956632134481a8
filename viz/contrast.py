"""How well a colour is told from what lies under it: contrast as WCAG 2 defines it, from 1 to 21."""

from __future__ import annotations

WHITE, BLACK = "#FFFFFF", "#000000"
GRAPHICS, TEXT = 3.0, 4.5
"""The least contrast of marks and lines, and of text (WCAG 2.1, criteria 1.4.11 and 1.4.3)."""


def contrast(one: str, other: str) -> float:
    """Contrast of two colours "#RRGGBB", in either order."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def ink_on(fill: str) -> str:
    """White or black, whichever reads better on a colour: never under 4.5."""
    return max((WHITE, BLACK), key=lambda ink: contrast(ink, fill))


def darkened(colour: str, least: float = TEXT, paper: str = WHITE) -> str:
    """The colour, made darker as far as needed to reach a contrast on paper."""
    for share in range(100, -1, -2):
        made = "#" + "".join(f"{round(channel * share / 100):02X}" for channel in _channels(colour))
        if contrast(made, paper) >= least:
            return made
    return BLACK


def _channels(colour: str) -> tuple[int, int, int]:
    red, green, blue = (int(colour[place : place + 2], 16) for place in (1, 3, 5))
    return red, green, blue


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(channel / 255) for channel in _channels(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4
