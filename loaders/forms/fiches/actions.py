"""Sections of actions: bullets, their sub-headings, and which bullet is a part of which."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from loaders.lines import Line, continues, join_lines, unwrap

_NESTED = 2


@dataclass(frozen=True)
class ListedAction:
    """One action: its words, its sub-heading as printed, and its parent's index in the section (None at the top)."""

    text: str
    line: Line
    heading: str | None
    parent: int | None


def read_actions(lines: Sequence[Line]) -> tuple[list[ListedAction], list[Line]]:
    """Actions of one section, in order, and the lines that are no action."""
    bulleted = any(line.is_bullet for line in lines)
    reader = _Reader()
    for line in join_lines(lines, _continues_bullet) if bulleted else unwrap(lines):
        reader.take(line, bulleted)
    return reader.actions, reader.unread


def _continues_bullet(line: Line, bullet: Line) -> bool:
    """True for the rest of a bullet, cut from it by a page's width."""
    if not (bullet.is_bullet and line.adjacent) or line.is_bullet or line.text.endswith(":"):
        return False
    return line.text[0].islower() or continues(line, bullet) or line.indent > bullet.indent


class _Reader:
    """Keeps the open sub-heading and the bullets that may have children."""

    def __init__(self) -> None:
        self.actions: list[ListedAction] = []
        self.unread: list[Line] = []
        self._heading: str | None = None
        self._open: list[tuple[int, int]] = []

    def take(self, line: Line, bulleted: bool) -> None:
        """Read one line as a sub-heading, an action, or neither."""
        if not line.is_bullet and line.text.endswith(":"):
            self._heading = line.text.rstrip(" :\u00a0\u202f")
            self._open = []
        elif line.is_bullet or not bulleted:
            self._add(line)
        else:
            self.unread.append(line)

    def _add(self, line: Line) -> None:
        parent = self._parent(line)
        self._open.append((line.indent, len(self.actions)))
        self.actions.append(ListedAction(line.body, line, self._heading, parent))

    def _parent(self, line: Line) -> int | None:
        """The bullet that this one is a part of: less indented, and announcing a list where by one column only.

        One leading blank is common noise in plans; it makes a child only under a bullet that ends with ":".
        """
        while self._open and self._open[-1][0] >= line.indent:
            self._open.pop()
        if not self._open:
            return None
        indent, index = self._open[-1]
        announces = self.actions[index].text.endswith(":")
        if announces or line.indent - indent >= _NESTED:
            return index
        return self.actions[index].parent
