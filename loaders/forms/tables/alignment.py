"""Sets the rows of a block under the columns of the header: a block may have blank columns that the header has not."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import combinations

from loaders.cells import Row
from loaders.forms.tables.columns import Column, Header, Role, is_mark
from loaders.forms.tables.shifts import Shifted, Styles, put_back

_MOST_DROPPED, _FURTHEST = 3, 12


@dataclass(frozen=True)
class Aligned:
    """A row whose cells stand in the header's columns, and what was done to it.

    `doubtful` tells, by column, why a cross may belong to another; `beyond` are cells right of the last column.
    """

    shifted: Shifted
    cells: tuple[str, ...]
    doubtful: dict[int, str] = field(default_factory=dict)
    beyond: tuple[str, ...] = ()

    @property
    def row(self) -> Row:
        """The row as printed."""
        return self.shifted.row


def blocks(rows: Sequence[Row]) -> list[list[Row]]:
    """Runs of rows of one width, parted by blank rows; a lone row of another width stays with its neighbours."""
    found: list[list[Row]] = [[]]
    for position, row in enumerate(rows):
        if row.blank:
            found.append([])
            continue
        run = [len(near.cells) for near in rows[position : position + 2] if not near.blank]
        widened = found[-1] and set(run) == {len(row.cells)} and len(run) == 2
        if widened and len(row.cells) != _width(found[-1]):
            found.append([])
        found[-1].append(row)
    return [block for block in found if block]


def _width(rows: Sequence[Row]) -> int:
    return Counter(len(row.cells) for row in rows).most_common(1)[0][0]


def align(block: Sequence[Row], header: Header, styles: Styles) -> list[Aligned]:
    """The rows of one block, shifted cells put back, then its columns set under the header's."""
    width = _width(block)
    rows = [put_back(row, header, styles, width) for row in block]
    dropped = _stray_columns([row.cells for row in rows], header.columns)
    return [_under(row, dropped, header.columns) for row in rows]


def _stray_columns(rows: Sequence[tuple[str, ...]], columns: Sequence[Column]) -> tuple[int, ...]:
    """Blank columns that the header has not: those whose removal sets the most cells where they belong."""
    width = max(map(len, rows))
    measure = next(i for i, column in enumerate(columns) if column.role == Role.MEASURE)
    reach = range(measure + 1, min(width, len(columns) + _FURTHEST))
    blank = [i for i in reach if not any(i < len(row) and row[i] for row in rows)]
    choices = (choice for size in range(_MOST_DROPPED + 1) for choice in combinations(blank, size))
    return min(choices, key=lambda choice: (_misplaced(rows, choice, columns), abs(width - len(choice) - len(columns))))


def _misplaced(rows: Sequence[tuple[str, ...]], dropped: tuple[int, ...], columns: Sequence[Column]) -> int:
    """How many cells stand where they cannot: marks among words, words among marks, beyond the last column."""
    return sum(
        bool(cell) and not _fits(cell, position, columns)
        for row in rows
        for position, cell in enumerate(_without(row, dropped))
    )


def _fits(cell: str, position: int, columns: Sequence[Column]) -> bool:
    return position < len(columns) and is_mark(cell) == (columns[position].role == Role.MARK)


def _without(row: tuple[str, ...], dropped: tuple[int, ...]) -> tuple[str, ...]:
    return tuple(cell for position, cell in enumerate(row) if position not in dropped)


def _under(row: Shifted, dropped: tuple[int, ...], columns: Sequence[Column]) -> Aligned:
    cells = _without(row.cells, dropped)
    doubtful = {
        after: _doubt(columns[before].label, columns[after].label)
        for before, after in _moved(row.cells, dropped)
        if before < len(columns) and is_mark(row.cells[before]) and columns[before].role == Role.MARK
    }
    return Aligned(row, cells[: len(columns)], doubtful, tuple(cell for cell in cells[len(columns) :] if cell))


def _moved(cells: tuple[str, ...], dropped: tuple[int, ...]) -> list[tuple[int, int]]:
    """Positions before and after, of the cells that the removal of stray columns moves."""
    kept = [position for position in range(len(cells)) if position not in dropped]
    return [(before, after) for after, before in enumerate(kept) if before != after]


def _doubt(printed: str, read: str) -> str:
    return f"la croix est sous « {printed} » à la lettre, sous « {read} » une fois la colonne vide ôtée : à vérifier"
