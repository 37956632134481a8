"""Automatic numbers of lists and titles, as a person sees them: "1.", "b)", "Axe II -"."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

MOST_LEVELS = 10
_LARGEST_ROMAN, _MOST_LETTERS = 4_000, 26 * 8
_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"),
    (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_WORD = re.compile(r"[^\W\d_]{3,}")


def roman(number: int) -> str:
    """Lower-case Roman figures; Arabic ones beyond what is written so."""
    if not 0 < number < _LARGEST_ROMAN:
        return str(number)
    written = ""
    for value, figure in _ROMAN:
        times, number = divmod(number, value)
        written += figure * times
    return written


def letters(number: int) -> str:
    """a … z, aa, bb …, as word processors count."""
    if not 0 < number <= _MOST_LETTERS:
        return str(number)
    times, rest = divmod(number - 1, 26)
    return chr(ord("a") + rest) * (times + 1)


_STYLES: dict[str, Callable[[int], str]] = {
    "i": roman,
    "I": lambda number: roman(number).upper(),
    "a": letters,
    "A": lambda number: letters(number).upper(),
    "01": lambda number: f"{number:02}",
    "": lambda number: "",
}


def written(number: int, style: str) -> str:
    """A number in a style: "1", "01", "a", "A", "i", "I", "" for none; in figures where the style is not known."""
    return _STYLES.get(style, str)(number)


@dataclass
class Level:
    """One level of a list's numbering. `parts` are words and, as integers, the levels whose numbers stand between.

    `style` is None for a bullet; `indent` the left margin in points; `restarts`: begins again under a higher level;
    `plain`: all numbers are in figures, whatever their own levels say; `shown` is False where nothing is printed.
    """

    style: str | None
    parts: Sequence[str | int] = ()
    start: int = 1
    indent: float = 0.0
    restarts: bool = True
    plain: bool = False
    shown: bool = True


@dataclass
class Count:
    """The counters of one list."""

    values: dict[int, int] = field(default_factory=dict)

    def advance(self, level: int, levels: dict[int, Level]) -> None:
        """One more item at a level: deeper ones begin again."""
        for deeper in [other for other in self.values if other > level]:
            if deeper not in levels or levels[deeper].restarts:
                del self.values[deeper]
        start = levels[level].start if level in levels else 1
        self.values[level] = self.values.get(level, start - 1) + 1

    def number(self, level: int, levels: dict[int, Level]) -> str:
        """The number of the last item as printed, "" for a bullet."""
        if level not in levels or levels[level].style is None:
            return ""
        plain = levels[level].plain
        return "".join(
            part if isinstance(part, str) else self._one(part, levels, plain) for part in levels[level].parts
        )

    def _one(self, level: int, levels: dict[int, Level], plain: bool) -> str:
        known = levels.get(level, Level("1"))
        return written(self.values.get(level, known.start), "1" if plain else known.style or "")


def has_word(number: str) -> bool:
    """True for an automatic number that says something: "Axe II -", "Action 3 :"; figures alone do not."""
    return bool(_WORD.search(re.sub(r"\b[ivxlcdm]+\b", "", number, flags=re.IGNORECASE)))


def counters(number: str) -> int:
    """How many numbers stand in an automatic number: 2 in "1.2."."""
    return len(re.findall(r"[^\W_]+", number))
