"""Footnotes: small print at the foot of pages that call for it. It is no text of the plan, and is set aside."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from loaders.read.pdf.lines import Block, Printed
from loaders.read.pdf.page import Page

_SMALL, _LOWER_PART = 0.92, 0.4
_NUMBERED = re.compile(r"\(?\d{1,2}\)?\s*\S")


def body_size(lines: Sequence[Printed]) -> float:
    """The size of most letters of a document, in points."""
    sizes: Counter[float] = Counter()
    for line in lines:
        sizes[round(line.size, 1)] += len(line.text)
    return sizes.most_common(1)[0][0] if sizes else 0.0


def parted(page: Page, blocks: Sequence[Block], size: float) -> tuple[list[Block], list[Printed]]:
    """Blocks of a page without its footnotes, and these: small lines at the foot, from the first that has a number."""
    if not page.calls:
        return list(blocks), []
    kept: list[Block] = []
    notes: list[Printed] = []
    for block in blocks:
        start = _start(page, block, size)
        notes += block.lines[start:]
        kept += [Block(block.lines[:start])] if start else []
    return kept, notes


def _start(page: Page, block: Block, size: float) -> int:
    """The rank of the first line of a block that belongs to a footnote."""
    at = len(block.lines)
    while at and _is_small(page, block.lines[at - 1], size):
        at -= 1
    numbered = (rank for rank in range(at, len(block.lines)) if _NUMBERED.match(block.lines[rank].text))
    return next(numbered, len(block.lines))


def _is_small(page: Page, line: Printed, size: float) -> bool:
    return line.size <= _SMALL * size and line.box.top > _LOWER_PART * page.height
