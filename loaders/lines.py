"""Lines with their place, the common ground between formats and forms."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

_SIGNS = "-–—•●▪■◦*·‣➢➤➔→>+✓□☐❑❖»\uf0b7"
_BULLET = re.compile(rf"^\s*(?:[{_SIGNS}]\s*|[oa-h]\)\s+|o\s+|\d{{1,2}}(?:[.)]|/(?!\d))\s+)(?=\S)")
_OPEN_END = re.compile(r"(?:\b(?:de|du|des|d'|la|le|les|et|à|au|aux|en|pour|par|avec|sur)|\()$", re.IGNORECASE)
_CLOSES_FIRST = re.compile(r"[^()]*\)")
_LONG = 60


@dataclass(frozen=True)
class Line:
    """One line of a document. `locator` is the place as a person looks for it; `adjacent`: no blank line before it."""

    locator: str
    raw: str
    adjacent: bool = False

    @property
    def text(self) -> str:
        """The words, without surrounding blanks."""
        return " ".join(self.raw.split())

    @property
    def blank(self) -> bool:
        """True where nothing is printed."""
        return not self.raw.strip()

    @property
    def indent(self) -> int:
        """Columns before the first sign; a tabulation counts for four."""
        expanded = self.raw.expandtabs(4)
        return len(expanded) - len(expanded.lstrip())

    @property
    def is_bullet(self) -> bool:
        """True for "- …", "• …", "1) …"."""
        return bool(_BULLET.match(self.raw))

    @property
    def body(self) -> str:
        """The words after the bullet, if there is one."""
        return " ".join(_BULLET.sub("", self.raw, count=1).split())


def non_blank(lines: Iterable[Line]) -> Iterator[Line]:
    """Lines with words, each knowing whether it follows another without a blank line."""
    after_words = False
    for line in lines:
        if not line.blank:
            yield replace(line, adjacent=after_words)
        after_words = not line.blank


def continues(line: Line, previous: Line) -> bool:
    """True where `line` is the rest of `previous`, cut by the width of a page."""
    if not line.adjacent or line.is_bullet:
        return False
    before = previous.text
    if before.endswith((",", ";", ":", ".")):
        return False
    if before.count("(") > before.count(")") and _CLOSES_FIRST.match(line.text):
        return True
    if _OPEN_END.search(before):
        return True
    return line.text[0].islower() and len(before) >= _LONG


def unwrap(lines: Iterable[Line]) -> list[Line]:
    """Join lines that a page's width cut in two."""
    return join_lines(lines, continues)


def join_lines(lines: Iterable[Line], goes_on: Callable[[Line, Line], bool]) -> list[Line]:
    """Join each line for which `goes_on(line, previous)` to the one before; it keeps the place of its beginning."""
    joined: list[Line] = []
    for line in lines:
        if joined and goes_on(line, joined[-1]):
            joined[-1] = replace(joined[-1], raw=f"{joined[-1].raw.rstrip()} {line.text}")
        else:
            joined.append(line)
    return joined
