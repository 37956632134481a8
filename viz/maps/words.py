"""Words that printed maps share: names as they are set, lists that say how many they leave out."""

from __future__ import annotations

import re
from collections.abc import Sequence

from viz.french import NBSP, count
from viz.paper.type import Weight, width, wrap


def typographic(text: str) -> str:
    """A document's words with the apostrophe, the quotes and the spaces of printed French."""
    text = re.sub(r'"([^"]*)"', f"«{NBSP}\\1{NBSP}»", text)
    return text.replace("'", "’").replace(" :", f"{NBSP}:").replace(" ;", f"{NBSP};").replace(" !", f"{NBSP}!")


def joined(names: Sequence[str], last: str = "et") -> str:
    """ "a", "a et b", "a, b et c"; nothing for none."""
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])} {last} {names[-1]}"


def listed(
    names: Sequence[str], size: float, room: float, lines: int, *, head: str = "", weight: Weight = 400
) -> list[str]:
    """As many names as fit whole in so many lines, then "et 12 autres"; no line for no name."""
    if not names or lines < 1:
        return []
    for shown in range(len(names), -1, -1):
        rows = _rows(names, shown, head, size, room, lines, weight)
        if len(rows) <= lines and not rows[-1].endswith("…"):
            return rows
    return wrap(head + count(len(names), "nom"), size, room, lines, weight)


def _rows(
    names: Sequence[str], shown: int, head: str, size: float, room: float, lines: int, weight: Weight
) -> list[str]:
    left = len(names) - shown
    told = ", ".join(names[:shown])
    if left:
        told += f" et{NBSP}{count(left, 'autre')}" if shown else count(left, "nom")
    if width(told, size, weight) > room * lines * 1.02:
        return ["…"]
    return wrap(head + told, size, room, lines, weight)
