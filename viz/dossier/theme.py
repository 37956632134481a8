"""The looks of a dossier: whose it is, its logo, its main colour; good defaults, and a colour that can be read."""

from __future__ import annotations

from dataclasses import dataclass, replace

from graph.french import NBSP
from viz.contrast import TEXT, contrast, darkened, ink_on

COLOUR = "#16334D"
FONT = "Arial"
"""Of office files: it, or its metric twin, is on every machine."""


@dataclass(frozen=True)
class Logo:
    """An image beside the plan: its bytes, and its kind, "png" or "svg"."""

    content: bytes
    kind: str


@dataclass(frozen=True)
class Theme:
    """`organisation`: whose dossier it is, "" where not said; `colour`: "#RRGGBB", of titles and bands.

    `remarks`: what was changed to what was asked for, in French.
    """

    organisation: str = ""
    logo: Logo | None = None
    colour: str = COLOUR
    remarks: tuple[str, ...] = ()

    @property
    def ink(self) -> str:
        """White or black, on the main colour."""
        return ink_on(self.colour)

    @property
    def tint(self) -> str:
        """A pale ground of the same hue."""
        return mixed(self.colour, 0.07)


def readable(theme: Theme) -> Theme:
    """The theme, its colour darkened until text of it can be read on white (contrast 4.5); said in `remarks`."""
    if contrast(theme.colour, "#FFFFFF") >= TEXT:
        return theme
    darker = darkened(theme.colour)
    remark = f"La couleur {theme.colour} se lit mal sur du blanc{NBSP}: elle est foncée en {darker}."
    return replace(theme, colour=darker, remarks=(*theme.remarks, remark))


def mixed(colour: str, share: float) -> str:
    """So much of a colour, the rest white."""
    channels = (int(colour[place : place + 2], 16) for place in (1, 3, 5))
    return "#" + "".join(f"{round(255 - share * (255 - channel)):02X}" for channel in channels)
