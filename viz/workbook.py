"""Workbooks for people: sheets with a heading, a frozen header, drop-downs and wrapped text, as XLSX or as ODS.

Text stays text: nothing that a document says can run as a formula.
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import ceil
from typing import Any

from graph.errors import InputError

HEADER_FILL, ANSWER_FILL, SIDE_FILL = "#E8EEF4", "#FFF8E1", "#F2F2F2"
HELP_INK, GRID_INK = "#595959", "#D9D9D9"
LONGEST_CELL = 32_767
LINE_POINTS, MOST_LINES = 15, 27
_BLANK_PRINTED = 25
_WIDEST_A4 = 190
_INVALID = "Choisissez une des valeurs de la liste."


@dataclass(frozen=True)
class Column:
    """A column: heading, width in characters, the values a person may choose from, and whether they write there.

    `source` is the sheet and the heading of the column whose values may be chosen, in place of `choices`; `free`: other
    values may be written too. `help` stands above the heading. `figures`: whole numbers, in threes. `side`: for who
    wants to know; it is not printed, and rows are not made higher for it.
    """

    heading: str
    width: int = 20
    choices: tuple[str, ...] = ()
    answer: bool = False
    source: tuple[str, str] | None = None
    free: bool = False
    help: str = ""
    figures: bool = False
    side: bool = False


@dataclass(frozen=True)
class Sheet:
    """One sheet. `notes` stand above the table, one a line; each row has one cell a column.

    `entry`: people write in it: what they type stays text, and `spare` blank rows are ready. `frozen` columns stay in
    sight. `below`: more tables under this one, in its widths.
    """

    title: str
    columns: Sequence[Column]
    rows: Sequence[Sequence[Any]]
    notes: Sequence[str] = ()
    entry: bool = False
    spare: int = 0
    frozen: int = 0
    below: Sequence[Sheet] = ()

    @property
    def header_row(self) -> int:
        """The header's place, counted from 0: under the notes, a blank line, and the columns' help."""
        return (len(self.notes) + 1 if self.notes else 0) + self.has_help

    @property
    def has_help(self) -> bool:
        """True where a row above the header says what to write."""
        return any(column.help for column in self.columns)

    @property
    def in_sight(self) -> list[Column]:
        """The columns at their widths, none aside: those of the header and of the help."""
        return [Column("", column.width) for column in self.columns]

    @property
    def last_row(self) -> int:
        """The last row that is there to be filled, counted from 0."""
        return self.header_row + len(self.rows) + self.spare

    @property
    def printed(self) -> tuple[int, int]:
        """The last row and column that are printed: not those for who wants to know, nor all that is blank."""
        shown = [i for i, column in enumerate(self.columns) if not column.side]
        tops = [
            top + table.header_row + max(len(table.rows), min(table.spare, _BLANK_PRINTED))
            for top, table in self.tables()
        ]
        return tops[-1], shown[-1] if shown else 0

    @property
    def wide(self) -> bool:
        """True where what is printed would be too small to read on an A4 page."""
        return sum(column.width for column in self.columns if not column.side) > _WIDEST_A4

    def position(self, heading: str) -> int:
        """The place of a column, counted from 0."""
        return next(i for i, column in enumerate(self.columns) if column.heading == heading)

    def tables(self) -> Iterator[tuple[int, Sheet]]:
        """This table and those below it, each with the row where it begins."""
        top = 0
        for table in (self, *self.below):
            yield top, table
            top += table.last_row + 2


def height(values: Sequence[Any], columns: Sequence[Column]) -> int:
    """Lines that a row needs at the width of its columns: Excel and LibreOffice do not fit heights by themselves."""
    cells = [(value, column) for value, column in zip(values, columns, strict=True) if not column.side]
    return max(
        (sum(ceil(len(part) / column.width) or 1 for part in str(value).split("\n")) for value, column in cells),
        default=1,
    )


def points(lines: int) -> int:
    """The height of a row of so many lines."""
    return LINE_POINTS * min(lines, MOST_LINES)


def to_xlsx(sheets: Sequence[Sheet]) -> bytes:
    """The sheets as an Excel workbook; `InputError` for a cell longer than Excel can hold."""
    import xlsxwriter

    from viz.workbook_xlsx import fill

    _check_lengths(sheets)
    stream = io.BytesIO()
    options = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False, "in_memory": True}
    with xlsxwriter.Workbook(stream, options) as book:
        fill(book, sheets, _INVALID)
    return stream.getvalue()


def _check_lengths(sheets: Sequence[Sheet]) -> None:
    tables = (table for sheet in sheets for _, table in sheet.tables())
    rows = ((table.title, values) for table in tables for values in table.rows)
    for title, values in rows:
        if any(isinstance(value, str) and len(value) > LONGEST_CELL for value in values):
            found = f"une cellule dépasse {LONGEST_CELL} signes : Excel ne peut pas la contenir"
            raise InputError(found, place=f"feuille {title}", action="Choisissez le format .ods.")


def to_ods(sheets: Sequence[Sheet]) -> bytes:
    """The sheets as a LibreOffice workbook."""
    from odfdo import Document

    from viz.workbook_ods import fill

    document = Document("spreadsheet")
    fill(document, sheets)
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def workbook(sheets: Sequence[Sheet], suffix: str) -> bytes:
    """The sheets in the format that a file name's end calls for: ".xlsx" or ".ods"."""
    return to_ods(sheets) if suffix.lower() == ".ods" else to_xlsx(sheets)
