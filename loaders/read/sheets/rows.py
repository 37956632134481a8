"""A sheet as rows of cells and as lines of text."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence

from loaders.cells import Row, cell_of, printed_lines
from loaders.lines import Line
from loaders.read.sheets.model import Sheet

_WIDEST_GAP = 50
_MOST_COVERED = 500_000


def sheet_rows(sheet: Sheet) -> tuple[Row, ...]:
    """Rows from the first to the last with words; of a longer gap, fifty blank rows. Call `settle` before."""
    covered = _covered(sheet)
    rows: list[Row] = []
    last = 0
    for number, cells in sorted(sheet.rows.items()):
        blank = range(last + 1, min(number, last + 1 + _WIDEST_GAP))
        rows += [Row(_locator(sheet, skipped), (), sheet.name, skipped) for skipped in blank]
        words = tuple(cell_of(cell) for cell in cells)
        rows.append(Row(_locator(sheet, number), words, sheet.name, number, tuple(covered.get(number, ()))))
        last = number
    return tuple(rows)


def _locator(sheet: Sheet, number: int) -> str:
    return f"feuille {sheet.name}, ligne {number}"


def _covered(sheet: Sheet) -> dict[int, list[tuple[int, str]]]:
    """The words of merged cells, by the row and column of the further places that they cover."""
    covered: defaultdict[int, list[tuple[int, str]]] = defaultdict(list)
    for row, column, top, left in covered_places(sheet):
        if words := sheet.text(top, left):
            covered[row].append((column, cell_of(words)))
    return covered


def covered_places(sheet: Sheet) -> Iterator[tuple[int, int, int, int]]:
    """Row and column of each covered place in rows with words, and of the cell where the merged one begins."""
    numbers = sorted(sheet.rows)
    left_to_give = _MOST_COVERED
    for top, left, bottom, right in sheet.merges:
        for row in numbers[bisect_left(numbers, top) : bisect_right(numbers, bottom)]:
            for column in range(left, right + 1):
                if left_to_give <= 0:
                    return
                left_to_give -= 1
                if (row, column) != (top, left):
                    yield row, column, top, left


def sheet_lines(rows: Sequence[Row]) -> tuple[Line, ...]:
    """Rows as lines of text, cells parted by tabulations; a cell alone in its row keeps its own lines."""
    lines: list[Line] = []
    for row in rows:
        filled = row.filled
        if len(filled) == 1:
            indent = "\t" * filled[0]
            lines += [Line(row.locator, indent + text) for text in printed_lines(row.cells[filled[0]])]
        else:
            lines.append(row.line("\t".join(row.cells).rstrip("\t")))
    return tuple(lines)
