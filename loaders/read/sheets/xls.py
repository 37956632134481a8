"""Reads .xls, the format of Excel before 2007, by calamine: only in a child process, which it may end."""

from __future__ import annotations

import io
from typing import Any

from loaders.read.sheets.model import MACROS, Book, Sheet
from loaders.read.sheets.text import clean
from loaders.read.sheets.values import boolean_text, moment_text, number_text

_UNSAID = (
    "ancien-format",
    "ancien format .xls : les cellules en erreur, les lignes et colonnes masquées, les commentaires et les formats "
    "(%, €, zéros de tête) n'y sont pas lus ; enregistrez le classeur en .xlsx pour qu'ils le soient",
)
_MACROS = "_VBA_PROJECT_CUR".encode("utf-16-le")


def read_xls(data: bytes, decimal: str = ",") -> Book:
    """Every worksheet of the workbook in order, hidden ones too, and what this format does not let one know."""
    from python_calamine import CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

    book = Book("xls", remarks=[_UNSAID])
    workbook = CalamineWorkbook.from_filelike(io.BytesIO(data))
    for about in workbook.sheets_metadata:
        if about.typ != SheetTypeEnum.WorkSheet:
            book.remarks.append(("feuille-sans-cellules", f"la feuille « {about.name} » n'est pas lue : sans cellules"))
            continue
        sheet = Sheet(clean(about.name), about.visible != SheetVisibleEnum.Visible)
        book.sheets.append(sheet)
        _fill(book, sheet, workbook.get_sheet_by_name(about.name), decimal)
    if _MACROS in data:
        book.remarks.append(MACROS)
    return book


def _fill(book: Book, sheet: Sheet, values: Any, decimal: str) -> None:
    if values.start is None:
        return
    top, left = values.start
    for number, cells in enumerate(values.to_python(), top + 1):
        texts = {column: _text(value, decimal) for column, value in enumerate(cells, left) if value != ""}
        book.put(sheet, number, {column: text for column, text in texts.items() if text.strip()})
    merges = values.merged_cell_ranges or ()
    sheet.merges = [(first[0] + 1, first[1], last[0] + 1, last[1]) for first, last in merges]


def _text(value: Any, decimal: str) -> str:
    if isinstance(value, bool):
        return boolean_text(value)
    if isinstance(value, int | float):
        return number_text(value, decimal=decimal)
    return clean(value) if isinstance(value, str) else moment_text(value)
