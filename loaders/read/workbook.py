"""Workbooks as rows of text: XLSX by openpyxl, ODS by odfdo."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from graph.errors import InputError
from loaders.cells import Row

SUFFIXES = (".xlsx", ".ods")


def read_workbook(path: Path) -> dict[str, list[Row]]:
    """Rows of each sheet by its name; blank cells are "". `InputError` where the file is missing or no workbook."""
    if not path.exists():
        raise InputError("fichier introuvable", place=str(path), action="Vérifiez le chemin du classeur.")
    read = {".xlsx": _xlsx, ".ods": _ods}.get(path.suffix.lower())
    if read is None:
        raise InputError(f"« {path.suffix} » n'est pas un classeur", place=str(path), action="Formats : .xlsx, .ods.")
    try:
        sheets = {name: [[_text(cell) for cell in cells] for cells in rows] for name, rows in read(path)}
    except Exception as error:  # openpyxl and odfdo raise a dozen kinds for files that are not theirs
        raise InputError(
            f"classeur illisible ({type(error).__name__})",
            place=str(path),
            action="Ouvrez-le dans Excel ou LibreOffice, enregistrez-le en .xlsx ou .ods, et recommencez.",
        ) from error
    return {
        name: [Row(f"feuille {name}, ligne {number}", tuple(cells)) for number, cells in enumerate(rows, 1)]
        for name, rows in sheets.items()
    }


def _xlsx(path: Path) -> Iterator[tuple[str, list[list[Any]]]]:
    import openpyxl

    book = openpyxl.load_workbook(path, data_only=True)
    for sheet in book.worksheets:
        yield sheet.title, [list(row) for row in sheet.iter_rows(values_only=True)]


def _ods(path: Path) -> Iterator[tuple[str, list[list[Any]]]]:
    from odfdo import Document

    for table in Document(path).body.tables:
        table.rstrip(aggressive=True)
        yield table.name or "", table.get_values()


def _text(value: Any) -> str:
    return "" if value is None else " ".join(str(value).split())
