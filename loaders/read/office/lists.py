"""Items of lists as a plain text shows them: a sign or a number, further right the deeper they are."""

from __future__ import annotations

from loaders.lines import Line
from loaders.read.blocks import Item
from loaders.read.office.numbers import counters, has_word

_SAME = 5.0


class Depths:
    """How deep items are, by the items above them: within one list by level, between lists by margin."""

    def __init__(self) -> None:
        self._open: list[Item] = []
        self._interrupted = False

    def of(self, item: Item) -> int:
        """The depth of the next item, from 0."""
        if self._interrupted and not any(other.list == item.list for other in self._open):
            self._open = []
        self._interrupted = False
        if item.rest:
            while self._open and not _is_same(item, self._open[-1]):
                self._open.pop()
            return max(0, len(self._open) - 1)
        while self._open and not _is_deeper(item, self._open[-1]):
            self._open.pop()
        self._open.append(item)
        return len(self._open) - 1

    def interrupt(self) -> None:
        """A paragraph stands between: only the same list goes on after it."""
        self._interrupted = True

    def clear(self) -> None:
        """A title or a table ends all lists."""
        self._open = []


def _is_same(item: Item, other: Item) -> bool:
    return item.list == other.list and item.level >= other.level


def _is_deeper(item: Item, other: Item) -> bool:
    if item.list == other.list:
        return item.level > other.level
    return item.indent > other.indent + _SAME


def sign_of(item: Item, text: str) -> str:
    """What is printed before an item: "- ", "1. ", "Action 2 : "; nothing where its words have a sign of their own."""
    if item.rest:
        return "  "
    if not item.number:
        return "" if Line("", text).is_bullet else "- "
    if has_word(item.number) or Line("", f"{item.number} {text}").is_bullet:
        return f"{item.number} "
    return f"- {item.number} " if counters(item.number) > 1 else "- "
