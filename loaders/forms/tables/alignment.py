"""Sets the rows of a block under the columns of the header: a block may have a blank column more, or lack one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from itertools import combinations, groupby

from loaders.cells import Row
from loaders.forms.tables.columns import Header
from loaders.forms.tables.labels import Column, Role
from loaders.forms.tables.marks import is_mark
from loaders.forms.tables.shifts import Shifted, fits, put_back
from loaders.forms.tables.styles import Styles

_FIXING = (Role.GIVEN, Role.AMOUNT, Role.BUDGET_PART)
"""Columns whose figures are somebody's money: nothing is moved where there is one."""
_MOST_DROPPED, _FURTHEST, _MOST_TRIED = 3, 12, 16
Move = Callable[[int], int]


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
    """Runs of rows parted by blank ones; where every row has a blank one below, by more than that."""
    gaps: list[int] = []
    gap = 0
    for row in rows:
        if not row.blank:
            gaps.append(gap)
        gap = gap + 1 if row.blank else 0
    usual = Counter(gaps[1:]).most_common(1)
    most = usual[0][0] if usual and 2 * usual[0][1] >= len(gaps) - 1 else 0
    found: list[list[Row]] = [[]]
    for gap, row in zip(gaps, (row for row in rows if not row.blank), strict=True):
        if gap > most:
            found.append([])
        found[-1].append(row)
    return [block for block in found if block]


def align(block: Sequence[Row], header: Header, styles: Styles) -> list[Aligned]:
    """The rows of one block, shifted cells put back, then its columns set under the header's."""
    rows = [put_back(row, header, styles) for row in block]
    kept = _Profile([row.cells for row in rows if not row.stray], header)
    crossed = bool(header.positions(Role.MARK))
    fixed = bool(header.positions(*_FIXING)) or (not crossed and any(row.row.sheet for row in rows))
    dropped = () if fixed else kept.stray_columns()
    missing = None if dropped or fixed else kept.missing_column()
    if missing is not None:
        why = _lacking(header.columns[missing])
        return [_under(row, header, lambda i: i + (i >= missing), why, lacking=True) for row in rows]
    return [_under(row, header, lambda i: i - sum(at < i for at in dropped), _moved_by(dropped)) for row in rows]


class _Profile:
    """Which columns of a block hold words and which crosses: all that tells where they belong."""

    def __init__(self, rows: Sequence[tuple[str, ...]], header: Header) -> None:
        self.header = header
        self.samples: Counter[tuple[int, bool]] = Counter(
            (position, is_mark(cell)) for row in rows for position, cell in enumerate(row) if cell
        )
        self.used = {position for position, _ in self.samples}
        self.width = max(self.used, default=-1) + 1

    def misplaced(self, move: Move) -> int:
        """How many cells stand where they cannot: crosses among words, words among crosses, beyond the last column."""
        return sum(
            count
            for (position, mark), count in self.samples.items()
            if not fits("x" if mark else "mot", move(position), self.header)
        )

    def stray_columns(self) -> tuple[int, ...]:
        """Blank columns that the header has not: the fewest whose removal sets the most cells where they belong."""
        if not self.misplaced(lambda i: i):
            return ()
        reach = range(self.header.measure + 1, min(self.width, len(self.header.columns) + _FURTHEST))
        runs = groupby((i for i in reach if i not in self.used), key=lambda i: sum(used < i for used in self.used))
        blank = [i for _, run in runs for i in list(run)[:_MOST_DROPPED]][:_MOST_TRIED]
        choices = (choice for size in range(_MOST_DROPPED + 1) for choice in combinations(blank, size))
        return min(
            choices, key=lambda choice: (self.misplaced(lambda i: i - sum(at < i for at in choice)), len(choice))
        )

    def missing_column(self) -> int | None:
        """A column of the header that a narrower block has not: the one whose place, left blank, sets all right."""
        if not self.misplaced(lambda i: i) or self.width >= len(self.header.columns):
            return None
        reach = range(self.header.measure + 1, self.width)
        right = [at for at in reach if not self.misplaced(lambda i, at=at: i + (i >= at))]  # type: ignore[misc]
        return right[-1] if right else None


def _under(row: Shifted, header: Header, move: Move, why: Callable[[str, str], str], lacking: bool = False) -> Aligned:
    """The cells of a row once moved, and a doubt on each cross that the move takes to a column or from outside all."""
    columns, cells = header.columns, [""] * len(header.columns)
    beyond: list[str] = []
    doubtful: dict[int, str] = {}
    for before, cell in enumerate(row.cells):
        after = move(before)
        if after >= len(columns):
            beyond += [cell] * bool(cell)
        elif cell:
            cells[after] = cell
            if before != after and is_mark(cell) and (lacking or _changes_meaning(before, columns)):
                doubtful[after] = why(columns[before].label if before < len(columns) else "", columns[after].label)
    aligned = Aligned(row, tuple(cells), doubtful, tuple(beyond))
    return _beside_misplaced(aligned, header) if not row.stray else aligned


def _changes_meaning(before: int, columns: Sequence[Column]) -> bool:
    """True for a cross that stood under other crosses, under no label, or beyond the header."""
    return before >= len(columns) or columns[before].role == Role.MARK or not columns[before].label


def _beside_misplaced(row: Aligned, header: Header) -> Aligned:
    """Where a cross of the row stands among words, those beside it may be a column off as well."""
    words = [i for i, column in enumerate(header.columns) if column.role != Role.MARK and column.label]
    astray = [header.columns[i].label for i in words if i > header.measure and is_mark(row.cells[i])]
    if not astray or all(header.columns[i].role == Role.STATUS for i in words if is_mark(row.cells[i])):
        return row
    why = f"une autre croix de la ligne est sous « {astray[0]} », qui n'en attend pas : à vérifier"
    doubts = {i: why for i in header.positions(Role.MARK) if is_mark(row.cells[i])}
    return replace(row, doubtful={**doubts, **row.doubtful})


def _moved_by(dropped: Sequence[int]) -> Callable[[str, str], str]:
    columns = "la colonne vide ôtée" if len(dropped) == 1 else f"{len(dropped)} colonnes vides ôtées"

    def why(printed: str, read: str) -> str:
        place = f"sous « {printed} » à la lettre" if printed else "à la lettre hors des colonnes nommées"
        return f"la croix est {place}, sous « {read} » une fois {columns} : à vérifier"

    return why


def _lacking(missing: Column) -> Callable[[str, str], str]:
    def why(_: str, read: str) -> str:
        return f"ce bloc n'a pas la colonne « {missing.label} » : croix lue sous « {read} », à vérifier"

    return why
