"""Fills an Excel workbook: formats, widths and heights, drop-downs, frozen headers and the printed page."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from viz.workbook import ANSWER_FILL, GRID_INK, HEADER_FILL, HELP_INK, SIDE_FILL, Column, Sheet, height, points

_FIGURES, _TEXT = "#,##0", "@"
_A3, _A4 = 8, 9
_UNLISTED = "Cette valeur n'est pas dans la liste : elle est gardée."
_WRAPPED = {"text_wrap": True, "valign": "top"}


def fill(book: Any, sheets: Sequence[Sheet], invalid: str) -> None:
    """Put the sheets in an empty workbook; `invalid` is what a person reads whose word is not in a list."""
    titled = {sheet.title: sheet for sheet in sheets}
    for sheet in sheets:
        page = book.add_worksheet(sheet.title[:31])
        writer = _Page(book, page, titled, invalid)
        for position, column in enumerate(sheet.columns):
            page.set_column(position, position, column.width)
        for top, table in sheet.tables():
            writer.table(table, top)
        writer.view(sheet)


class _Page:
    """Writes the tables of one sheet."""

    def __init__(self, book: Any, page: Any, titled: dict[str, Sheet], invalid: str) -> None:
        self._book = book
        self._page = page
        self._titled = titled
        self._invalid = invalid
        self._formats: dict[tuple[tuple[str, Any], ...], Any] = {}

    def _format(self, **properties: Any) -> Any:
        key = tuple(sorted(properties.items()))
        if key not in self._formats:
            self._formats[key] = self._book.add_format(properties)
        return self._formats[key]

    def cell(self, sheet: Sheet, column: Column) -> Any:
        """The format of a column's cells."""
        properties: dict[str, Any] = dict(_WRAPPED)
        if sheet.entry:
            properties |= {"num_format": _FIGURES if column.figures else _TEXT, "border": 1, "border_color": GRID_INK}
        if column.answer:
            properties |= {"bg_color": ANSWER_FILL, "border": 1}
        if column.side:
            properties |= {"bg_color": SIDE_FILL, "font_color": HELP_INK}
        return self._format(**properties)

    def table(self, sheet: Sheet, top: int) -> None:
        """Write one table from a row of the page on."""
        first = top + sheet.header_row
        for row, note in enumerate(sheet.notes, top):
            self._page.write_string(row, 0, note, self._format(bold=row == top))
        if sheet.has_help:
            self._helps(sheet, first - 1)
        if sheet.entry:
            self._page.set_row(first, points(height([column.heading for column in sheet.columns], sheet.in_sight)))
        header = self._format(bold=True, bg_color=HEADER_FILL, bottom=1, **_WRAPPED)
        for position, column in enumerate(sheet.columns):
            if column.heading:
                self._page.write_string(first, position, column.heading, header)
            self._choices(sheet, column, position, first, top)
        self._rows(sheet, first)

    def _rows(self, sheet: Sheet, first: int) -> None:
        """Write the content below a header, and the blank rows that are ready to be filled."""
        forms = [self.cell(sheet, column) for column in sheet.columns]
        for row, values in enumerate(sheet.rows, first + 1):
            self._page.set_row(row, points(height(values, sheet.columns)))
            for position, form in enumerate(forms):
                self._page.write(row, position, values[position], form)
        for row in range(first + 1 + len(sheet.rows), first + 1 + len(sheet.rows) + sheet.spare):
            for position, form in enumerate(forms):
                self._page.write_blank(row, position, None, form)

    def _helps(self, sheet: Sheet, row: int) -> None:
        form = self._format(italic=True, font_color=HELP_INK, font_size=9, **_WRAPPED)
        for position, column in enumerate(sheet.columns):
            self._page.write_string(row, position, column.help, form)
        self._page.set_row(row, points(height([column.help for column in sheet.columns], sheet.in_sight)))

    def _choices(self, sheet: Sheet, column: Column, position: int, first: int, top: int) -> None:
        last = top + sheet.last_row
        if not (column.choices or column.source) or last == first:
            return
        listed = {"validate": "list", "source": self._source(column), "error_message": self._invalid}
        if column.free:
            listed |= {"error_type": "information", "error_message": _UNLISTED}
        self._page.data_validation(first + 1, position, last, position, listed)

    def _source(self, column: Column) -> Any:
        """The values of a list: as they are, or where they stand."""
        if column.source is None:
            return list(column.choices)
        sheet = self._titled[column.source[0]]
        from xlsxwriter.utility import xl_range_abs

        position = sheet.position(column.source[1])
        return f"='{sheet.title}'!{xl_range_abs(sheet.header_row + 1, position, sheet.last_row, position)}"

    def view(self, sheet: Sheet) -> None:
        """What stays in sight, what is filtered, and the printed page."""
        first, last = sheet.header_row, sheet.last_row
        if not sheet.below:
            self._page.freeze_panes(first + 1, sheet.frozen)
            self._page.autofilter(first, 0, max(last, first), len(sheet.columns) - 1)
            if sheet.entry:
                self._page.repeat_rows(first)
        if sheet.entry:
            self._page.ignore_errors({"number_stored_as_text": "A1:XFD1048576"})
            self._page.set_paper(_A3 if sheet.wide else _A4)
            self._page.print_area(0, 0, *sheet.printed)
            self._page.set_footer("&L&F – &A&R&P / &N")
        self._page.set_landscape()
        self._page.fit_to_pages(1, 0)
