"""Which axes of the fishbone stand on which page."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from math import ceil

from viz.maps.fishbone_parts import Band, Measure, band_height


def split(bands: list[Band], height: float, measure: Measure) -> list[list[Band]]:
    """Bands on as few pages as they take, evenly filled; an axis is cut only where a page cannot hold it."""
    least = max(ceil(band_height(measure, bands) / height), ceil(sum(len(b.boxes) for b in bands) / measure.most))
    for pieces in range(least, sum(len(band.boxes) for band in bands) + 1):
        whole = _best(bands, pieces, lambda part: _load(part, height, measure))
        if whole and max(_load(part, height, measure) for part in whole) <= 1:
            return whole
        if pieces > least + 1 or len(bands) == 1:
            break
    singles = [Band(band.axis, [box], i > 0) for band in bands for i, box in enumerate(band.boxes)]
    return _greedy(singles, height, measure)


def _load(bands: Sequence[Band], height: float, measure: Measure) -> float:
    return max(band_height(measure, bands) / height, sum(len(band.boxes) for band in bands) / measure.most)


def _best(bands: list[Band], pieces: int, load: Callable[[Sequence[Band]], float]) -> list[list[Band]]:
    """The cut of a row of bands into so many pieces whose heaviest is the lightest."""
    if pieces == 1:
        return [bands]
    best: list[list[Band]] = []
    for first in range(1, len(bands) - pieces + 2):
        rest = _best(bands[first:], pieces - 1, load)
        found = [bands[:first], *rest] if rest else []
        if found and (not best or max(map(load, found)) < max(map(load, best))):
            best = found
    return best


def _greedy(singles: list[Band], height: float, measure: Measure) -> list[list[Band]]:
    pages: list[list[Band]] = [[]]
    for single in singles:
        last = pages[-1]
        joins = bool(last) and last[-1].axis.id == single.axis.id
        trial = [*last[:-1], Band(single.axis, last[-1].boxes + single.boxes, last[-1].again)] if joins else []
        trial = trial or [*last, Band(single.axis, single.boxes, single.again)]
        if last and _load(trial, height, measure) > 1:
            pages.append([Band(single.axis, single.boxes, single.again)])
        else:
            pages[-1] = trial
    return pages
