"""Tables whose rows only are ruled: their columns are where the words of all rows leave a gap."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise

from loaders.read.pdf.bands import Band, below_header, gaps_of, walls_of
from loaders.read.pdf.grids import Grid, Rule
from loaders.read.pdf.page import Word

_SAME_END, _FEWEST_ROWS, _TALLEST = 4.0, 2, 350.0


def with_open_grids(grids: Sequence[Grid], across: Sequence[Rule], words: Sequence[Word]) -> list[Grid]:
    """A page's tables, and those that lines of one length draw, if the words between them stand in columns.

    A row of shaded cells above such lines, which is a grid by itself, is their header and tells their columns.
    """
    found = list(grids)
    below = [Rule(grid.ys[-1], grid.xs[0], grid.xs[-1]) for grid in grids]
    alike: defaultdict[tuple[int, int], list[Rule]] = defaultdict(list)
    for rule in sorted([*across, *below]):
        alike[round(rule.start / _SAME_END), round(rule.end / _SAME_END)].append(rule)
    for rules in alike.values():
        for bands, walls in _tables(_bands(rules, words, grids)):
            header = next((grid for grid in found if _is_above(grid, bands, rules[0])), None)
            xs = header.xs if header else (rules[0].start, *walls, rules[0].end)
            if header:
                found.remove(header)
            found.append(below_header(header, xs, bands))
    return found


def _is_above(grid: Grid, bands: Sequence[Band], rule: Rule) -> bool:
    ends = abs(grid.xs[0] - rule.start) <= _SAME_END and abs(grid.xs[-1] - rule.end) <= _SAME_END
    return ends and abs(grid.ys[-1] - bands[0].top) <= _SAME_END


def _bands(rules: Sequence[Rule], words: Sequence[Word], grids: Sequence[Grid]) -> list[Band]:
    """The words between each line and the next; where a grid stands there, no gaps are told."""
    places = [rule.at for rule in rules]
    held: defaultdict[int, list[Word]] = defaultdict(list)
    for word in words:
        if rules[0].start <= (word.box.x0 + word.box.x1) / 2 <= rules[0].end:
            held[bisect_right(places, (word.box.top + word.box.bottom) / 2) - 1].append(word)
    bands = []
    for at, (above, below) in enumerate(pairwise(rules)):
        taken = any(above.at - _SAME_END < grid.ys[0] and grid.ys[-1] < below.at + _SAME_END for grid in grids)
        gaps = () if taken else tuple(gaps_of(held[at], above.start, above.end))
        bands.append(Band(above.at, below.at, tuple(held[at]), gaps))
    return bands


def _tables(bands: Sequence[Band]) -> Iterator[tuple[list[Band], list[float]]]:
    """Runs of bands that leave gaps in the same places, and the middles of these."""
    run: list[Band] = []
    for band in (*bands, None):
        if band and band.bottom - band.top <= _TALLEST and walls_of([*run, band]):
            run.append(band)
            continue
        if len(run) >= _FEWEST_ROWS and (walls := walls_of(run)) and sum(bool(each.words) for each in run) > 1:
            yield run, walls
        run = [band] if band and walls_of([band]) else []
