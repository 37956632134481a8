"""Fills an OpenDocument spreadsheet: cell styles, column widths and drop-downs, by odfdo."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from viz.workbook import Sheet

_INCHES_A_CHARACTER = 0.078


def fill(document: Any, sheets: Sequence[Sheet]) -> None:
    """Put the sheets in an empty document."""
    _cell_styles(document)
    body = document.body
    body.clear()
    validations = _validations(document, sheets)
    for sheet in sheets:
        body.append(_table(document, sheet, validations))


def _cell_styles(document: Any) -> None:
    from odfdo import Element, Style

    from viz.workbook import ANSWER_FILL, HEADER_FILL

    document.insert_style(Style("table-cell", name="note"), automatic=True)
    for name, fill_, bold in (("plain", None, False), ("answer", ANSWER_FILL, False), ("header", HEADER_FILL, True)):
        style = Style("table-cell", name=name, background_color=fill_)
        wrap = '<style:table-cell-properties fo:wrap-option="wrap" style:vertical-align="top"/>'
        style.append(Element.from_tag(wrap))
        if bold:
            style.append(Element.from_tag('<style:text-properties fo:font-weight="bold"/>'))
        document.insert_style(style, automatic=True)


def _validations(document: Any, sheets: Sequence[Sheet]) -> dict[tuple[str, ...], str]:
    """One named list of allowed values for each choice of a column; the cells refer to it."""
    from odfdo import Element

    names: dict[tuple[str, ...], str] = {}
    for choices in (column.choices for sheet in sheets for column in sheet.columns if column.choices):
        names.setdefault(choices, f"choix{len(names) + 1}")
    if names:
        holder = Element.from_tag("<table:content-validations/>")
        for choices, name in names.items():
            listed = ";".join(f'"{choice}"' for choice in choices)
            entry = Element.from_tag("<table:content-validation/>")
            entry.set_attribute("table:name", name)
            entry.set_attribute("table:condition", f"of:cell-content-is-in-list({listed})")
            entry.set_attribute("table:allow-empty-cell", "true")
            entry.set_attribute("table:display-list", "unsorted")
            holder.append(entry)
        document.body.append(holder)
    return names


def _table(document: Any, sheet: Sheet, validations: dict[tuple[str, ...], str]) -> Any:
    from odfdo import Column, Row, Style, Table

    table = Table(sheet.title)
    for position, column in enumerate(sheet.columns):
        name = f"col-{sheet.title}-{position}".replace(" ", "-")
        width = Style("table-column", name=name, width=f"{column.width * _INCHES_A_CHARACTER:.2f}in")
        document.insert_style(width, automatic=True)
        table.append_column(Column(style=name))
    for note in sheet.notes:
        table.append_row(_row([note], ["note"]))
    if sheet.notes:
        table.append_row(Row())
    table.append_row(_row([column.heading for column in sheet.columns], ["header"] * len(sheet.columns)))
    styles = ["answer" if column.answer else "plain" for column in sheet.columns]
    lists = [validations.get(column.choices) for column in sheet.columns]
    for values in sheet.rows:
        table.append_row(_row(values, styles, lists))
    return table


def _row(values: Sequence[Any], styles: Sequence[str], lists: Sequence[str | None] = ()) -> Any:
    from odfdo import Cell, Row

    row = Row()
    for position, (value, style) in enumerate(zip(values, styles, strict=False)):
        cell = Cell(value if isinstance(value, int | float) else _plain(value), style=style)
        if position < len(lists) and lists[position]:
            cell.set_attribute("table:content-validation-name", str(lists[position]))
        row.append_cell(cell)
    return row


def _plain(value: Any) -> str:
    return "" if value is None else str(value)
