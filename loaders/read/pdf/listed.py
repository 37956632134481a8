"""Lines that hold one name each, or one paragraph: they end before their width does, and those that fill it, too."""

from __future__ import annotations

from itertools import pairwise

from loaders.read.pdf.lines import Printed
from loaders.read.pdf.spacing import is_parted
from loaders.read.pdf.stretch import Stretch, overflows
from loaders.read.pdf.wording import has_head, is_item, is_listed

_NEAR, _MOSTLY, _SURELY, _OFTEN = 6, 0.7, 3, 2


def is_list(stretch: Stretch, before: Printed, line: Printed) -> bool:
    """True among lines of which some end, with a comma or nearly all with a name, though there was room for more."""
    right = stretch.right or 0
    at = stretch.lines.index(line)
    near = stretch.lines[max(0, at - _NEAR) : at + _NEAR]
    ends = [one.text for one, other in pairwise(near) if _is_ended(one, other, right)]
    if is_listed(before.text):
        if has_head(line.text) and _heads_open_lines(stretch):
            return True
        is_full = any(overflows(line, other, right) for other in stretch.lines[at + 1 : at + 2])
        listed = sum(map(is_listed, ends))
        begun = is_item(before.text) or ":" in before.text or listed >= _SURELY
        return bool(listed) and begun and is_item(line.text) and not is_full
    capitals = sum(line.text[0].isupper() for line in near)
    by_line = bool(ends) and not any(map(is_listed, ends))
    return stretch.narrow and is_item(before.text) and by_line and capitals >= _MOSTLY * len(near)


def is_tight(stretch: Stretch, line: Printed, usual: float) -> bool:
    """True where paragraphs follow one another without a space: in a cell, or where some near a line do."""
    if stretch.narrow:
        return True
    at = stretch.lines.index(line)
    near = pairwise(stretch.lines[max(0, at - _NEAR) : at + _NEAR])
    ended = [pair for pair in near if _is_ended(*pair, stretch.right or 0) and not is_parted(*pair, usual)]
    return len(ended) >= _OFTEN


def has_glued_dashes(stretch: Stretch) -> bool:
    """True where some line begins with a dash and its word ("-Former"), though there was room for it above."""
    pairs = pairwise(stretch.lines)
    return any(_is_dash(other) and not overflows(one, other, stretch.right or 0) for one, other in pairs)


def _heads_open_lines(stretch: Stretch) -> bool:
    """True where some "Ville : services …" begins a line of a list though there was room for it above."""
    ended = (pair for pair in pairwise(stretch.lines) if _is_ended(*pair, stretch.right or 0))
    return any(is_listed(before.text) and has_head(line.text) for before, line in ended)


def _is_ended(before: Printed, line: Printed, right: float) -> bool:
    """True for a line that ends before its width, the next one having a capital."""
    return line.text[0].isupper() and not overflows(before, line, right)


def _is_dash(line: Printed) -> bool:
    return line.text[0] in "-–—" and line.text[1:2].isalpha()
