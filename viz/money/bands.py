"""Columns of a flow map: one scale for all, no bar so thin that its label has no room, and what is too many folded."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

OTHERS = "autres"


@dataclass(frozen=True)
class Band:
    """Something with an amount, and the least height that its label asks for. `group`: a gap parts it from others."""

    key: str
    amount: int
    least: float
    group: int = 0


@dataclass(frozen=True)
class Slot:
    """Where a band stands: its room from `top`, and its bar inside, of `bar` points, from `start`."""

    top: float
    height: float
    start: float
    bar: float


@dataclass
class Column:
    """Bands from top to bottom with a `gap` between them, and more (`apart`) between groups."""

    bands: Sequence[Band]
    gap: float
    apart: float = 0.0

    @property
    def free(self) -> float:
        """What gaps take."""
        steps = zip(self.bands, self.bands[1:], strict=False)
        return sum(self.gap + (self.apart if one.group != other.group else 0) for one, other in steps)

    def height(self, scale: float) -> float:
        """The height of the column at a scale, in points a euro."""
        return self.free + sum(max(band.amount * scale, band.least) for band in self.bands)


def scale_of(columns: Sequence[Column], height: float) -> float:
    """The largest scale at which every column fits; 0 where none does."""
    most = max((sum(band.amount for band in column.bands) for column in columns), default=0)
    if not most or any(column.height(0) > height for column in columns):
        return 0.0
    low, high = 0.0, height / most
    for _ in range(60):
        middle = (low + high) / 2
        fits = all(column.height(middle) <= height for column in columns)
        low, high = (middle, high) if fits else (low, middle)
    return low


def placed(column: Column, scale: float, top: float, height: float) -> dict[str, Slot]:
    """Every band's slot, the column centred in its height; a bar is never thinner than a hair."""
    y = top + max(0.0, height - column.height(scale)) / 2
    slots: dict[str, Slot] = {}
    for i, band in enumerate(column.bands):
        room = max(band.amount * scale, band.least)
        bar = max(band.amount * scale, 1.0)
        slots[band.key] = Slot(y, room, y + (room - bar) / 2, bar)
        after = column.bands[i + 1].group if i + 1 < len(column.bands) else band.group
        y += room + column.gap + (column.apart if after != band.group else 0)
    return slots


def folded(amounts: Mapping[str, int], limit: int) -> dict[str, str]:
    """Each key → itself, or `OTHERS` for the smallest where there are more than `limit`."""
    if len(amounts) <= limit:
        return {key: key for key in amounts}
    kept = sorted(amounts, key=lambda key: (-amounts[key], key))[: max(0, limit - 1)]
    return {key: key if key in kept else OTHERS for key in amounts}
