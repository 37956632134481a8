"""Undo the page: set headers and page numbers aside, and join the lines that the page's width cut."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from loaders.lines import Line, non_blank

_PAGE_NUMBER = re.compile(r"(?:page\s+)?\d{1,3}(?:\s*(?:/|sur)\s*\d{1,3})?|[-–]\s*\d{1,3}\s*[-–]", re.IGNORECASE)
_NEAR = 2
_REPEATED = 3
_WIDEST_PAGE, _NARROWEST_PAGE, _RAGGED, _FULL_LINES = 120, 45, 14, 0.12

IsHeading = Callable[[Line], bool]


@dataclass(frozen=True)
class Flow:
    """A document's lines without its pages, and the headers, footers and page numbers that were set aside."""

    lines: tuple[Line, ...]
    furniture: tuple[Line, ...]


def unpaged(lines: Sequence[Line], is_heading: IsHeading) -> Flow:
    """Lines as the author wrote them. A document of long lines, or without page numbers, comes back as it is."""
    printed = list(non_blank(lines))
    furniture = _furniture(printed, is_heading)
    kept = _across_pages(printed, furniture)
    width = page_width(kept)
    if width is not None:
        kept = _joined(kept, width, is_heading)
    return Flow(tuple(kept), tuple(printed[position] for position in sorted(furniture)))


def _furniture(printed: Sequence[Line], is_heading: IsHeading) -> set[int]:
    """Positions of page numbers, and of lines repeated next to them."""
    numbers = {i for i, line in enumerate(printed) if _PAGE_NUMBER.fullmatch(line.text)}
    if len(numbers) < 2:
        return set()
    times = Counter(line.text for line in printed)
    repeated = {i for i, line in enumerate(printed) if times[line.text] >= _REPEATED and not is_heading(line)}
    near = {i for i in repeated if any(abs(i - number) <= _NEAR for number in numbers)}
    headers = {printed[i].text for i in near}
    return numbers | {i for i in repeated if printed[i].text in headers}


def _across_pages(printed: Sequence[Line], furniture: set[int]) -> list[Line]:
    """Lines without the furniture; what follows a page's end follows the line before it."""
    kept: list[Line] = []
    for position, line in enumerate(printed):
        if position not in furniture:
            kept.append(replace(line, adjacent=True) if position - 1 in furniture else line)
    return kept


def page_width(lines: Sequence[Line]) -> int | None:
    """Columns of the page, where many lines are nearly as long as the longest; None where lines are not cut."""
    lengths = [len(line.raw.rstrip()) for line in lines]
    widest = max(lengths, default=0)
    full = sum(length > widest - _RAGGED for length in lengths)
    cut = _NARROWEST_PAGE <= widest <= _WIDEST_PAGE and full >= max(3, _FULL_LINES * len(lengths))
    return widest if cut else None


def _joined(lines: Sequence[Line], width: int, is_heading: IsHeading) -> list[Line]:
    """Join each line to the one before it where its first word would not have fitted there."""
    joined: list[Line] = []
    last = 0
    for line in lines:
        first_word = line.text.split(" ", 1)[0]
        full = joined and last + 1 + len(first_word) > width
        if full and line.adjacent and not line.is_bullet and not is_heading(line):
            joined[-1] = replace(joined[-1], raw=_glue(joined[-1].raw.rstrip(), line.text))
        else:
            joined.append(line)
        last = len(line.raw.rstrip())
    return joined


def _glue(before: str, after: str) -> str:
    """ "Côte-" and "Rousse" are one word; other lines are parted by a space."""
    hyphenated = before.endswith("-") and before[-2:-1].isalpha()
    return f"{before}{after}" if hyphenated else f"{before} {after}"
