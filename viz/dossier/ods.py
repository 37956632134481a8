"""The tables for LibreOffice, written as they are: thousands of rows in no time."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from typing import Any

from viz.dossier.odf import package, style, tag, type_, words
from viz.dossier.theme import Theme
from viz.workbook import Sheet

_INCHES_A_CHARACTER = 0.078
_INK = "#1B2733"


def ods(sheets: Sequence[Sheet], theme: Theme, title: str, date: datetime.date) -> bytes:
    """The sheets as an OpenDocument spreadsheet: notes, a header row that is repeated in print, rows that filter."""
    told = [_table(rank, sheet) for rank, sheet in enumerate(sheets)]
    ranges = [_filter(rank, sheet) for rank, sheet in enumerate(sheets) if sheet.rows]
    body = "".join([*told, tag("table:database-ranges", *ranges) if ranges else ""])
    styles = tag("office:styles", style("Default", "table-cell", type_(10, _INK)))
    return package("spreadsheet", body, _automatic(sheets, theme), styles, title=title, date=date, pictures={})


def _automatic(sheets: Sequence[Sheet], theme: Theme) -> str:
    wrap = {"fo__wrap_option": "wrap", "style__vertical_align": "top"}
    head = tag("style:table-cell-properties", fo__background_color=theme.colour, **wrap)
    told = [
        style("Head", "table-cell", head, type_(10, theme.ink, bold=True)),
        style("Text", "table-cell", tag("style:table-cell-properties", **wrap)),
    ]
    for rank, sheet in enumerate(sheets):
        for place, column in enumerate(sheet.columns):
            wide = f"{column.width * _INCHES_A_CHARACTER:.2f}in"
            width = tag("style:table-column-properties", style__column_width=wide)
            told.append(style(f"s{rank}c{place}", "table-column", width))
    return "".join(told)


def _table(rank: int, sheet: Sheet) -> str:
    columns = [tag("table:table-column", table__style_name=f"s{rank}c{place}") for place in range(len(sheet.columns))]
    notes = [_row([note], "") for note in sheet.notes] + (
        [tag("table:table-row", _cell("", ""))] if sheet.notes else []
    )
    head = tag("table:table-header-rows", _row([column.heading for column in sheet.columns], "Head"))
    rows = [_row(row, "Text") for row in sheet.rows]
    return tag("table:table", *columns, *notes, head, *rows, table__name=sheet.title)


def _row(values: Sequence[Any], look: str) -> str:
    return tag("table:table-row", *_cells(values, look))


def _cells(values: Sequence[Any], look: str) -> Iterator[str]:
    for value in values:
        yield _cell(value, look)


def _cell(value: Any, look: str) -> str:
    """A figure as a figure, the rest as text: nothing that a document says can run as a formula."""
    styled = {"table__style_name": look} if look else {}
    if isinstance(value, int | float) and not isinstance(value, bool):
        told = tag("text:p", str(value))
        return tag("table:table-cell", told, office__value_type="float", office__value=str(value), **styled)
    if value in (None, ""):
        return tag("table:table-cell", **styled)
    told = "".join(tag("text:p", words(line)) for line in str(value).split("\n"))
    return tag("table:table-cell", told, office__value_type="string", **styled)


def _filter(rank: int, sheet: Sheet) -> str:
    """The range that may be filtered by its header."""
    from xlsxwriter.utility import xl_rowcol_to_cell

    first = xl_rowcol_to_cell(sheet.header_row, 0)
    last = xl_rowcol_to_cell(sheet.header_row + len(sheet.rows), len(sheet.columns) - 1)
    name = sheet.title.replace("'", "''")
    area = f"'{name}'.{first}:'{name}'.{last}"
    return tag(
        "table:database-range",
        table__name=f"filtre{rank}",
        table__target_range_address=area,
        table__display_filter_buttons="true",
    )
