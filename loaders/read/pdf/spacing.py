"""The space between lines: what is one paragraph's own spacing, and what parts it from the next."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable

from loaders.read.pdf.lines import Printed

_STEP, _RARE, CLEARLY = 0.05, 0.08, 0.3
Pair = tuple[Printed, Printed]


def gap(before: Printed, line: Printed) -> float:
    """The space between two lines, for one point of their letters."""
    return (line.box.top - before.box.bottom) / max(before.size, line.size)


def usual_gap(pairs: Iterable[Pair]) -> float:
    """The smallest space that is common between lines of one size: that of a paragraph's own lines."""
    return smallest_common(gap(*pair) for pair in pairs if abs(pair[0].size - pair[1].size) < 0.5)


def smallest_common(gaps: Iterable[float]) -> float:
    """The smallest space, for one point of letters, that several lines have in common."""
    ordered = sorted(gaps)
    for first, smallest in enumerate(ordered):
        if bisect_right(ordered, smallest + 2 * _STEP) - first > _RARE * len(ordered):
            return smallest + _STEP
    return 0.2


def is_parted(before: Printed, line: Printed, usual: float) -> bool:
    """True where the space between two lines is clearly wider than usual, as a blank line leaves it."""
    return gap(before, line) > usual + CLEARLY
