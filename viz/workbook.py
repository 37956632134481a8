"""Workbooks for people: sheets with a heading, a frozen header, drop-downs and wrapped text, as XLSX or as ODS.

Text stays text: nothing that a document says can run as a formula.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil
from typing import Any

HEADER_FILL, ANSWER_FILL = "#E8EEF4", "#FFF8E1"
_LINE_POINTS = 15
_INVALID = "Choisissez une des valeurs de la liste."


@dataclass(frozen=True)
class Column:
    """A column: heading, width in characters, the values a person may choose from, and whether they write there."""

    heading: str
    width: int = 20
    choices: tuple[str, ...] = ()
    answer: bool = False


@dataclass(frozen=True)
class Sheet:
    """One sheet. `notes` stand above the table, one a line; each row has one cell a column."""

    title: str
    columns: Sequence[Column]
    rows: Sequence[Sequence[Any]]
    notes: Sequence[str] = ()

    @property
    def header_row(self) -> int:
        """The header's place, counted from 0: under the notes and a blank line."""
        return len(self.notes) + 1 if self.notes else 0


def to_xlsx(sheets: Sequence[Sheet]) -> bytes:
    """The sheets as an Excel workbook."""
    import xlsxwriter

    stream = io.BytesIO()
    options = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False, "in_memory": True}
    with xlsxwriter.Workbook(stream, options) as book:
        for sheet in sheets:
            _xlsx_sheet(book, sheet)
    return stream.getvalue()


def _xlsx_sheet(book: Any, sheet: Sheet) -> None:
    page, first = book.add_worksheet(sheet.title[:31]), sheet.header_row
    plain = book.add_format({"text_wrap": True, "valign": "top"})
    answer = book.add_format({"text_wrap": True, "valign": "top", "bg_color": ANSWER_FILL, "border": 1})
    header = book.add_format({"bold": True, "bg_color": HEADER_FILL, "bottom": 1, "text_wrap": True, "valign": "top"})
    for row, note in enumerate(sheet.notes):
        page.write_string(row, 0, note, book.add_format({"bold": row == 0}))
    last = first + len(sheet.rows)
    for position, column in enumerate(sheet.columns):
        page.set_column(position, position, column.width)
        page.write_string(first, position, column.heading, header)
        if column.choices and sheet.rows:
            listed = {"validate": "list", "source": list(column.choices), "error_message": _INVALID}
            page.data_validation(first + 1, position, last, position, listed)
        for row, values in enumerate(sheet.rows, first + 1):
            page.write(row, position, values[position], answer if column.answer else plain)
    for row, values in enumerate(sheet.rows, first + 1):
        page.set_row(row, _LINE_POINTS * _lines(values, sheet.columns))
    page.freeze_panes(first + 1, 0)
    page.autofilter(first, 0, max(last, first), len(sheet.columns) - 1)
    page.set_landscape()
    page.fit_to_pages(1, 0)


def _lines(values: Sequence[Any], columns: Sequence[Column]) -> int:
    """Lines that a row needs at the width of its columns: Excel and LibreOffice do not fit heights by themselves."""
    cells = zip(values, columns, strict=True)
    return max(sum(ceil(len(part) / column.width) or 1 for part in str(value).split("\n")) for value, column in cells)


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
