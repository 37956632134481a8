"""Undo the page: set headers and page numbers aside, and join the lines that the page's width cut."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from loaders.lines import Line, non_blank

_PAGE_NUMBER = re.compile(r"(?:page\s+)?\d{1,3}(?:\s*(?:/|sur)\s*\d{1,3})?|[-–]\s*\d{1,3}\s*[-–]", re.IGNORECASE)
_NEAR = 2
_REPEATED = 3
_WIDEST_PAGE, _NARROWEST_PAGE, _RAGGED, _FULL_LINES = 120, 45, 14, 0.12

_GLUED_DASH = re.compile(r"^\s*[-–—]\S")

IsHeading = Callable[[Line], bool]
Joint = Literal["word", "hyphen", "division"]


@dataclass(frozen=True)
class PrintedLine(Line):
    """A line whose place on its page is known, where a page's signs are measured and not counted.

    `joint`: the line before lacked the room for it; it goes on by a word, the rest of a compound ("Côte-", "Rousse") or
    that of a divided word ("dévelop-", "pement"). `running`: it comes back at the edge of pages, or is their number.
    """

    joint: Joint | None = None
    running: bool = False


@dataclass(frozen=True)
class Flow:
    """A document's lines without its pages, and the headers, footers and page numbers that were set aside."""

    lines: tuple[Line, ...]
    furniture: tuple[Line, ...]


def unpaged(lines: Sequence[Line], is_heading: IsHeading) -> Flow:
    """Lines as the author wrote them. A document of long lines, or without page numbers, comes back as it is."""
    printed = list(non_blank(lines))
    measured = any(isinstance(line, PrintedLine) for line in printed)
    furniture = _running(printed, is_heading) if measured else _furniture(printed, is_heading)
    kept = _across_pages(printed, furniture)
    width = None if measured else page_width(kept)
    if measured:
        kept = _rejoined(kept, is_heading)
    elif width is not None:
        kept = _joined(kept, width, is_heading)
    return Flow(tuple(kept), tuple(printed[position] for position in sorted(furniture)))


def _running(printed: Sequence[Line], is_heading: IsHeading) -> set[int]:
    """Positions of the lines that come back at the edge of pages, but for headings: these say where one is."""
    running = (i for i, line in enumerate(printed) if isinstance(line, PrintedLine) and line.running)
    return {i for i in running if not is_heading(printed[i])}


def _rejoined(lines: Sequence[Line], is_heading: IsHeading) -> list[Line]:
    """Join each line that its page's width cut to the one it goes on; a running heading between both is passed over."""
    joined: list[Line] = []
    last = -1
    for line in lines:
        joint = line.joint if isinstance(line, PrintedLine) else None
        if joint and last >= 0 and (line.text[0].islower() or not is_heading(line)):
            joined[last] = replace(joined[last], raw=glued(joined[last].raw, line.text, joint))
            continue
        if not (isinstance(line, PrintedLine) and line.running):
            last = len(joined)
        joined.append(line)
    return joined


def glued(before: str, after: str, joint: Joint) -> str:
    """Two pieces of a paragraph as one."""
    start = before.rstrip()
    if joint == "word":
        return f"{start} {after}"
    return f"{start[:-1] if joint == 'division' else start}{after}"


def _furniture(printed: Sequence[Line], is_heading: IsHeading) -> set[int]:
    """Positions of page numbers, and of lines repeated next to them."""
    numbers = {i for i, line in enumerate(printed) if _PAGE_NUMBER.fullmatch(line.text)}
    if len(numbers) < 2:
        return set()
    times = Counter(line.text for line in printed)
    near = {i for number in numbers for i in range(number - _NEAR, number + _NEAR + 1) if 0 <= i < len(printed)}
    at_edges = Counter(printed[i].text for i in near)
    headers = {
        line.text
        for line in printed
        if times[line.text] >= _REPEATED and 2 * at_edges[line.text] > times[line.text] and not is_heading(line)
    }
    return numbers | {i for i, line in enumerate(printed) if line.text in headers}


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
    for position, line in enumerate(lines):
        begins = not line.adjacent or is_heading(line) or (line.is_bullet and not _GLUED_DASH.match(line.raw))
        if not begins and _was_full(lines, position, width) and not _in_short_list(lines, position, width):
            joined[-1] = replace(joined[-1], raw=_glue(joined[-1].raw.rstrip(), line.text))
        else:
            joined.append(line)
    return joined


def _was_full(lines: Sequence[Line], position: int, width: int) -> bool:
    """True where this line's first word would not have fitted on the line before."""
    first_word = lines[position].text.split(" ", 1)[0]
    return position > 0 and len(lines[position - 1].raw.rstrip()) + 1 + len(first_word) > width


def _in_short_list(lines: Sequence[Line], position: int, width: int) -> bool:
    """True in a list of one item a line: three lines end with a comma, this one is one item, the first was not full."""
    near = lines[max(0, position - 2) : position + 1]
    ends = len(near) == 3 and all(line.text.endswith((",", ";")) for line in near)
    one_item = not re.search(r"[,;:](?=.)", near[-1].text)
    return ends and one_item and near[1].adjacent and not _was_full(lines, position - 1, width)


def _glue(before: str, after: str) -> str:
    """ "Côte-" and "Rousse" are one word; other lines are parted by a space."""
    hyphenated = before.endswith("-") and before[-2:-1].isalpha()
    return f"{before}{after}" if hyphenated else f"{before} {after}"
