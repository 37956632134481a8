"""Fills an OpenDocument spreadsheet: cell styles, column widths, row heights and drop-downs, by odfdo."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from viz.workbook_ods_styles import add_styles, page_styles, row_style, style_name

if TYPE_CHECKING:
    from viz.workbook import Column, Sheet

_INCHES_A_CHARACTER = 0.078
Validations = dict[tuple[str, ...], str]


def fill(document: Any, sheets: Sequence[Sheet]) -> None:
    """Put the sheets in an empty document."""
    from viz.workbook_ods_view import freeze

    add_styles(document)
    body = document.body
    body.clear()
    validations = _validations(document, sheets)
    pages = page_styles(document) if any(sheet.entry for sheet in sheets) else {}
    for sheet in sheets:
        body.append(_table(document, sheet, validations, pages.get(sheet.wide) if sheet.entry else None))
    if any(sheet.entry for sheet in sheets):
        freeze(document, sheets)


def _validations(document: Any, sheets: Sequence[Sheet]) -> Validations:
    """One named list of allowed values for each choice of a column; the cells refer to it."""
    from odfdo import Element

    names: Validations = {}
    titled = {sheet.title: sheet for sheet in sheets}
    tables = [table for sheet in sheets for _, table in sheet.tables()]
    for column in (column for table in tables for column in table.columns if column.choices or column.source):
        key = _key(column)
        if key in names:
            continue
        names[key] = f"choix{len(names) + 1}"
        entry = Element.from_tag("<table:content-validation/>")
        entry.set_attribute("table:name", names[key])
        entry.set_attribute("table:condition", f"of:cell-content-is-in-list({_listed(column, titled)})")
        entry.set_attribute("table:allow-empty-cell", "true")
        entry.set_attribute("table:display-list", "unsorted")
        if column.free:
            entry.append(Element.from_tag('<table:error-message table:message-type="information"/>'))
        if len(names) == 1:
            document.body.append(Element.from_tag("<table:content-validations/>"))
        document.body.get_element("table:content-validations").append(entry)
    return names


def _key(column: Column) -> tuple[str, ...]:
    free = ("libre",) if column.free else ()
    return (*(column.source or column.choices), *free)


def _listed(column: Column, titled: dict[str, Sheet]) -> str:
    if column.source is None:
        return ";".join(f'"{choice}"' for choice in column.choices)
    from xlsxwriter.utility import xl_rowcol_to_cell

    sheet = titled[column.source[0]]
    position = sheet.position(column.source[1])
    ends = (sheet.header_row + 1, sheet.last_row)
    first, last = (xl_rowcol_to_cell(row, position, row_abs=True, col_abs=True) for row in ends)
    return f"[$'{sheet.title}'.{first}:.{last}]"


def _table(document: Any, sheet: Sheet, validations: Validations, pages: str | None) -> Any:
    from odfdo import Column, Style, Table
    from xlsxwriter.utility import xl_rowcol_to_cell

    table = Table(sheet.title)
    if pages:
        table.style = pages
        table.set_attribute(
            "table:print-ranges", f"'{sheet.title}'.A1:'{sheet.title}'.{xl_rowcol_to_cell(*sheet.printed)}"
        )
    for position, column in enumerate(sheet.columns):
        name = f"col-{sheet.title}-{position}".replace(" ", "-")
        width = Style("table-column", name=name, width=f"{column.width * _INCHES_A_CHARACTER:.2f}in")
        document.insert_style(width, automatic=True)
        table.append_column(Column(style=name))
    for rank, (_, part) in enumerate(sheet.tables()):
        _rows(table, part, validations, rank)
    return table


def _rows(table: Any, sheet: Sheet, validations: Validations, rank: int) -> None:
    """The rows of one table: notes, help, header, content, and blank ones ready to be filled."""
    from odfdo import Row

    width = len(sheet.columns)
    if rank:
        table.append_row(Row())
    for note in sheet.notes:
        table.append_row(_row([note], ["title" if sheet.entry and note == sheet.notes[0] else "note"]))
    if sheet.notes:
        table.append_row(Row())
    if sheet.has_help:
        shown = [column.help for column in sheet.columns]
        table.append_row(_high(_row(shown, ["help"] * width), shown, sheet.in_sight))
    header = _row([column.heading for column in sheet.columns], [_header_style(column) for column in sheet.columns])
    if sheet.entry:
        _high(header, [column.heading for column in sheet.columns], sheet.in_sight)
    _append_header(table, header, sheet.entry and not sheet.below and not rank)
    styles = [style_name(sheet, column) for column in sheet.columns]
    lists = [validations.get(_key(column)) for column in sheet.columns]
    for values in sheet.rows:
        row = _row(values, styles, lists)
        table.append_row(_high(row, values, sheet.columns) if sheet.entry else row)
    if sheet.spare:
        blank = _row([""] * width, styles, lists)
        blank.repeated = sheet.spare
        table.append_row(blank)


def _header_style(column: Column) -> str:
    return "header" if column.heading else "note"


def _append_header(table: Any, header: Any, repeated: bool) -> None:
    """The header; on each printed page, where the sheet has one table."""
    from odfdo import Element

    if not repeated:
        table.append_row(header)
        return
    holder = Element.from_tag("<table:table-header-rows/>")
    holder.append(header)
    table.append(holder)


def _high(row: Any, values: Sequence[Any], columns: Sequence[Column]) -> Any:
    """A row as high as its words need."""
    from viz.workbook import height, points

    row.style = row_style(points(height(values, columns)))
    return row


def _row(values: Sequence[Any], styles: Sequence[str], lists: Sequence[str | None] = ()) -> Any:
    from odfdo import Cell, Row

    row = Row()
    for position, (value, style) in enumerate(zip(values, styles, strict=False)):
        # A cell of an empty text is no empty cell: a sheet ready to be filled would be printed on many pages.
        cell = Cell(style=style) if value in (None, "") else Cell(_content(value), style=style)
        if position < len(lists) and lists[position]:
            cell.set_attribute("table:content-validation-name", str(lists[position]))
        row.append_cell(cell)
    return row


def _content(value: Any) -> Any:
    return value if isinstance(value, int | float) else str(value)
