"""The words of one paragraph, whatever the format, and what was left out of them."""

from __future__ import annotations

from dataclasses import dataclass, field

from loaders.read.office.symbols import readable
from loaders.read.office.xml import Element

# Letters of a pictorial font are signs where they stand by themselves.
LONGEST_SIGN = 3
TICK, NO_TICK = "☒", "☐"
# Beyond so many wrappings one in another, which no hand makes, words are read without regard to them.
DEEPEST = 60


@dataclass
class Words:
    """What stands in one paragraph. `boxes` are text boxes anchored in it; `aside` kinds and words of what is left out.

    `footnotes` are the kind and the number of those called here, or "" and their words; `contents` is True where a
    line of a table of contents was left out.
    """

    pieces: list[str] = field(default_factory=list)
    boxes: list[Element] = field(default_factory=list)
    aside: list[tuple[str, str]] = field(default_factory=list)
    footnotes: list[tuple[str, str]] = field(default_factory=list)
    contents: bool = False

    @property
    def text(self) -> str:
        """The text, line breaks and tabulations in it."""
        return readable("".join(self.pieces))
