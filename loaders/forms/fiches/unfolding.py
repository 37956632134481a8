"""Lines that hold several rubrics, parted: "Pilote : X – Partenaires : Y", "Budget : 5 000 €     Échéance : 2025"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from loaders.forms.fiches.action_heads import action_head
from loaders.forms.fiches.headings import rubric_line
from loaders.forms.fiches.rubrics import is_weak, rubric_of
from loaders.lines import Line

_INNER = re.compile(
    r"(?P<sign>\s{3,}|\t+|\s*[;|,]\s*|\s+[-–—/]\s+|\.\s+|\s*\()(?P<label>[A-ZÀ-Þa-zà-ÿ](?:(?!\s{3}|\s[-–—]\s)[^:;|()\t,]){1,45}?)\s*:(?=\s|$)"
)
_WORD = re.compile(r"[^\W\d_]{2}")
_KINDS = frozenset(
    "pilots services partners funders budget calendar start end status persons other description goals".split()
)


def unfolded(lines: Iterable[Line]) -> Iterator[Line]:
    """Each line as one rubric a line; those that begin with no rubric and no heading of an action stay whole."""
    for line in lines:
        if line.raw.count(":") and (bounds := list(_bounds(line))):
            yield from _parted(line, bounds)
        else:
            yield line


def _bounds(line: Line) -> Iterator[tuple[int, int]]:
    """Where a rubric ends and where the next begins, inside a line."""
    matches = [
        match for match in _INNER.finditer(line.raw) if _is_label(match) and _WORD.search(match.string[: match.start()])
    ]
    if matches and (rubric_line(line) is not None or action_head(line) is not None):
        yield from ((match.start(), match.start("label")) for match in matches)


def _is_label(match: re.Match[str]) -> bool:
    """True for the label of a rubric; after a comma or in parentheses, only with a capital or in plain words."""
    label = match["label"].strip()
    if len(label.split()) > 6 or rubric_of(label) not in _KINDS or is_weak(label):
        return False
    return label[:1].isupper() or match["sign"].strip() in ("(", ";", "")


def _parted(line: Line, bounds: list[tuple[int, int]]) -> Iterator[Line]:
    starts = [0, *(begin for _, begin in bounds)]
    ends = [*(end for end, _ in bounds), len(line.raw)]
    for rank, (start, end) in enumerate(zip(starts, ends, strict=True)):
        piece = line.raw[start:end].strip()
        if piece.count(")") > piece.count("("):
            piece = piece.rstrip(" ).")
        if piece:
            words = piece[:1].upper() + piece[1:] if rank else line.raw[start:end].rstrip()
            yield replace(line, raw=words, adjacent=line.adjacent if rank == 0 else True)
