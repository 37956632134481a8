"""Reads .xlsx and .xlsm: one pass over each sheet's XML, which alone tells all that stands beside the values."""

from __future__ import annotations

import datetime
import math
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache, reduce
from string import ascii_letters, digits
from xml.etree.ElementTree import Element

from loaders.read.sheets.model import MACROS, MOST_COLUMNS, Book, Sheet
from loaders.read.sheets.package import Elements, Package
from loaders.read.sheets.text import clean, unescaped
from loaders.read.sheets.values import boolean_text, moment_text, number_text, serial_text
from loaders.read.sheets.xlsx_parts import Relations, read_comments, read_text_boxes, relations
from loaders.read.sheets.xlsx_strings import read_strings, rich_text
from loaders.read.sheets.xlsx_styles import Style, read_styles

_SHEET_IN = re.compile(r"(?:'((?:[^']|'')+)'|([^\s'!,;()=+*/&-]+))!")
_TRUE = ("1", "true")
_SETTINGS = ("sheet", "workbookPr", "calcPr", "definedName")


@dataclass
class _Shared:
    """What the sheets of a workbook have in common. `stale`: its formulas are to be calculated when it is opened."""

    decimal: str
    strings: list[tuple[str, bool]] = field(default_factory=list)
    styles: list[Style] = field(default_factory=list)
    names: dict[str, str] = field(default_factory=dict)
    since_1904: bool = False
    stale: bool = False

    def style(self, rank: str | None) -> Style:
        """The style of a cell; the plain one where it has none."""
        return self.styles[int(rank)] if rank and rank.isdigit() and int(rank) < len(self.styles) else Style()


def read_xlsx(package: Package, decimal: str = ",") -> Book:
    """Every worksheet of the workbook in order, hidden ones too."""
    main = next((path for kind, path in relations(package, "").values() if kind == "officeDocument"), "xl/workbook.xml")
    related = relations(package, main)
    parts = {kind: path for kind, path in related.values() if package.has(path)}
    shared = _Shared(decimal)
    if "styles" in parts:
        shared.styles = read_styles(package.elements(parts["styles"], "numFmt", "fonts", "cellXfs"))
    if "sharedStrings" in parts:
        shared.strings = read_strings(package.elements(parts["sharedStrings"], "si"))
    macros = package.names(r".*vbaproject\.bin")
    book = Book("xlsm", remarks=[MACROS]) if macros else Book("xlsx")
    for sheet, kind, path in list(_sheets(package.elements(main, *_SETTINGS), shared, related)):
        if kind == "worksheet" and package.has(path):
            book.sheets.append(sheet)
            _SheetReader(book, sheet, shared).read(package, path)
            _read_beside(sheet, package, relations(package, path))
        else:
            what = "un graphique" if kind == "chartsheet" else "sans cellules lisibles"
            book.remarks.append(("feuille-sans-cellules", f"la feuille « {sheet.name} » n'est pas lue : {what}"))
    return book


def _sheets(elements: Elements, shared: _Shared, related: Relations) -> Iterator[tuple[Sheet, str, str]]:
    """Each sheet with the kind and the path of its part; notes the workbook's settings on the way."""
    for tag, element in elements:
        if tag == "sheet":
            id_ = next((value for name, value in element.attrib.items() if name.endswith("}id")), "")
            hidden = element.get("state", "visible") != "visible"
            yield Sheet(clean(element.get("name", "")), hidden), *related.get(id_, ("", ""))
        elif tag == "workbookPr":
            shared.since_1904 = element.get("date1904") in _TRUE
        elif tag == "calcPr":
            shared.stale = element.get("fullCalcOnLoad") in _TRUE
        elif tag == "definedName":
            shared.names[element.get("name", "").lower()] = element.text or ""


def _read_beside(sheet: Sheet, package: Package, related: Relations) -> None:
    """Comments and text boxes, which lie in parts of their own."""
    parts = [(kind, path) for kind, path in related.values() if package.has(path)]
    sheet.comments = read_comments(package, parts, _position)
    for kind, path in parts:
        if kind == "drawing":
            sheet.boxes += read_text_boxes(package, path)


class _SheetReader:
    """Fills one sheet from its XML."""

    def __init__(self, book: Book, sheet: Sheet, shared: _Shared) -> None:
        self._book = book
        self._sheet = sheet
        self._shared = shared
        self._number = 0

    def read(self, package: Package, path: str) -> None:
        """Read all; what a row takes is let go once it is read."""
        handlers = {"row": self._row, "col": self._columns, "mergeCell": self._merge, "formula1": self._drop_down}
        for tag, element in package.elements(path, *handlers):
            handlers[tag](element)

    def _row(self, row: Element) -> None:
        self._number = int(row.get("r") or self._number + 1)
        if row.get("hidden") in _TRUE:
            self._sheet.hidden_rows.append(self._number)
        texts: dict[int, str] = {}
        column = -1
        for cell in row:
            column = _column(reference.rstrip(digits)) if (reference := cell.get("r")) else column + 1
            if len(cell) and (text := self._cell(cell, (self._number, column))):
                texts[column] = text
        self._book.put(self._sheet, self._number, texts)
        row.clear()

    def _columns(self, element: Element) -> None:
        if element.get("hidden") in _TRUE:
            first, last = int(element.get("min", 1)), int(element.get("max", 1))
            self._sheet.hidden_columns += range(first - 1, min(last, MOST_COLUMNS))

    def _merge(self, element: Element) -> None:
        first, _, last = element.get("ref", "").partition(":")
        corners = (*_position(first), *_position(last or first))
        self._sheet.merges.append(corners)

    def _drop_down(self, element: Element) -> None:
        """The sheet in which the values of a drop-down list stand, named at once or by a defined name."""
        source = "".join(element.itertext()).strip()
        match = _SHEET_IN.search(self._shared.names.get(source.lower(), source))
        if match and (name := (match[1] or match[2]).replace("''", "'")) != self._sheet.name:
            self._sheet.drop_downs.append(name)

    def _cell(self, cell: Element, place: tuple[int, int]) -> str:
        """The text of one cell, "" where it is blank; notes what is odd in it."""
        kind, parts = cell.get("t", "n"), {child.tag.rpartition("}")[2]: child for child in cell}
        value = (parts["v"].text or "") if "v" in parts else ""
        if "f" in parts and kind != "str" and (not value or (self._shared.stale and value == "0")):
            self._sheet.uncalculated.append(place)
            return ""
        if kind == "e":
            self._sheet.errors.append((*place, value))
            return ""
        style = self._shared.style(cell.get("s"))
        text, struck = self._words(kind, value, parts.get("is")) or (self._text(kind, value, style), False)
        if text and (struck or style.struck):
            self._sheet.struck.append(place)
        return "" if text.isspace() else text

    def _words(self, kind: str, value: str, inline: Element | None) -> tuple[str, bool] | None:
        """What a cell of words says, and whether any are struck through; None for other cells."""
        if kind == "s" and value:
            return self._shared.strings[_rank(value)]
        if inline is not None:
            return rich_text(inline)
        return None if value else ("", False)

    def _text(self, kind: str, value: str, style: Style) -> str:
        if kind == "str":
            return clean(unescaped(value))
        if kind == "b":
            return boolean_text(value in _TRUE)
        try:
            if kind == "d":
                return moment_text(datetime.datetime.fromisoformat(value))
            number = float(value)
        except ValueError:
            return clean(value)
        if not math.isfinite(number):
            return clean(value)
        if style.number.date:
            return serial_text(number, style.number, self._shared.since_1904, self._shared.decimal)
        return number_text(number, style.number, self._shared.decimal)


def _rank(text: str) -> int:
    rank = int(text)
    if rank < 0:
        raise ValueError(text)
    return rank


def _position(reference: str) -> tuple[int, int]:
    """Row from 1 and column from 0 of "C12"."""
    plain = reference.replace("$", "")
    return int(plain.lstrip(ascii_letters)), _column(plain.rstrip(digits))


@lru_cache(maxsize=20_000)
def _column(letters: str) -> int:
    """The position of a column from 0."""
    if not re.fullmatch("[A-Za-z]{1,3}", letters):
        raise ValueError(letters)
    return reduce(lambda before, letter: before * 26 + ord(letter) - ord("A") + 1, letters.upper(), 0) - 1
