"""Reads .ods: one pass over its content, which alone tells merged, hidden, commented and failed cells."""

from __future__ import annotations

import datetime
import math
import re
from xml.etree.ElementTree import Element

from loaders.read.sheets.model import MACROS, MOST_COLUMNS, Book, Sheet
from loaders.read.sheets.ods_text import CALCEXT, OFFICE, TABLE, Styles, cell_text, comments_and_boxes
from loaders.read.sheets.package import Package
from loaders.read.sheets.text import is_error, is_truth
from loaders.read.sheets.values import Format, boolean_text, moment_text, number_text

_ELSEWHERE = "'file:"
_SOURCE = re.compile(r"\[?\$?(?:'((?:[^']|'')+)'|([^\s'.,;()\[\]]+))\.\$?[A-Z]{1,3}\$?\d")
_DURATION = re.compile(r"(-?)PT(\d+)H(\d+)M(\d+)(?:[.,]\d+)?S")
_MONEY = re.compile(r"(?P<unit>[kKM]?)\s?(?:€|EUR\b)")
_KIND, _FORMULA, _STYLE = f"{OFFICE}value-type", f"{TABLE}formula", f"{TABLE}style-name"
_VALIDATION, _FAILED = f"{TABLE}content-validation-name", f"{CALCEXT}value-type"
_ROWS, _COLUMNS = f"{TABLE}number-rows-spanned", f"{TABLE}number-columns-spanned"
_MORE_ROWS, _MORE_COLUMNS = f"{TABLE}number-rows-repeated", f"{TABLE}number-columns-repeated"
_HIDDEN = ("collapse", "filter")


def read_ods(package: Package, decimal: str = ",") -> Book:
    """Every sheet of the workbook in order, hidden ones too."""
    book = Book("ods")
    reader = _Reader(book, decimal)
    handlers = {
        "style": reader.styles.add,
        "content-validation": reader.validation,
        "table-column": reader.column,
        "table-row": reader.row,
        "table": reader.table,
    }
    for tag, element in package.elements("content.xml", *handlers):
        handlers[tag](element)
    if package.names(r"(?:basic|scripts)/.*\.xml"):
        book.remarks.append(MACROS)
    return book


class _Reader:
    """Fills sheets from the elements of the content; a sheet's name comes with its end."""

    def __init__(self, book: Book, decimal: str) -> None:
        self.styles = Styles()
        self._book = book
        self._decimal = decimal
        self._lists: dict[str, str] = {}
        self._open_sheet()

    def _open_sheet(self) -> None:
        self._sheet = Sheet("")
        self._row, self._columns = 0, 0

    def table(self, element: Element) -> None:
        """The end of a sheet; a copy of another file's sheet is none of this workbook's."""
        name = element.get(f"{TABLE}name", "")
        if not name.startswith(_ELSEWHERE):
            self._sheet.name = name
            self._sheet.hidden = element.get(_STYLE) in self.styles.hidden
            self._sheet.drop_downs = [source for source in dict.fromkeys(self._sheet.drop_downs) if source != name]
            self._book.sheets.append(self._sheet)
        self._open_sheet()
        element.clear()

    def validation(self, element: Element) -> None:
        """A list of allowed values that stands in a sheet."""
        if match := _SOURCE.search(element.get(f"{TABLE}condition", "")):
            self._lists[element.get(f"{TABLE}name", "")] = (match[1] or match[2]).replace("''", "'")

    def column(self, element: Element) -> None:
        """One or several columns, hidden or not."""
        times = min(_times(element, _MORE_COLUMNS), MOST_COLUMNS)
        if element.get(f"{TABLE}visibility") in _HIDDEN:
            self._sheet.hidden_columns += range(self._columns, self._columns + times)
        self._columns += times

    def row(self, element: Element) -> None:
        """One row, or several equal ones."""
        times, hidden = _times(element, _MORE_ROWS), element.get(f"{TABLE}visibility") in _HIDDEN
        texts = self._cells(element) if len(element) else {}
        for number in range(self._row + 1, self._row + 1 + (times if texts else 0)):
            self._book.put(self._sheet, number, texts)
            if hidden:
                self._sheet.hidden_rows.append(number)
        self._row += times
        element.clear()

    def _cells(self, row: Element) -> dict[int, str]:
        texts: dict[int, str] = {}
        column = 0
        for cell in row:
            times = _times(cell, _MORE_COLUMNS)
            if len(cell) or cell.attrib:
                text = self._cell(cell, (self._row + 1, column))
                within = range(column, min(column + times, MOST_COLUMNS + 1))
                texts |= dict.fromkeys(within, text) if text else {}
            column += times
        return texts

    def _cell(self, cell: Element, place: tuple[int, int]) -> str:
        """The text of one cell, "" where it is blank; notes what is odd in it."""
        shown, struck = cell_text(cell, self.styles)
        self._beside(cell, place)
        formula, kind = _FORMULA in cell.attrib, cell.get(_KIND, "")
        if formula and not kind and not shown:
            self._sheet.uncalculated.append(place)
            return ""
        if cell.get(_FAILED) == "error" or (formula and is_error(shown)):
            self._sheet.errors.append((*place, shown))
            return ""
        text = self._text(cell, kind, shown)
        if text and (struck or cell.get(_STYLE) in self.styles.struck):
            self._sheet.struck.append(place)
        return "" if text.isspace() else text

    def _beside(self, cell: Element, place: tuple[int, int]) -> None:
        """What a cell has besides its text: the places that it covers, a list of values, comments, text boxes."""
        if _ROWS in cell.attrib or _COLUMNS in cell.attrib:
            bottom, right = place[0] + _times(cell, _ROWS) - 1, place[1] + _times(cell, _COLUMNS) - 1
            self._sheet.merges += [(*place, bottom, right)] if (bottom, right) != place else []
        if (source := self._lists.get(cell.get(_VALIDATION, ""))) is not None:
            self._sheet.drop_downs.append(source)
        if len(cell) > 1 or (len(cell) == 1 and not cell[0].tag.endswith("}p")):
            comments, boxes = comments_and_boxes(cell)
            self._sheet.comments += [(*place, words) for words in comments]
            self._sheet.boxes += [(*place, words) for words in boxes]

    def _text(self, cell: Element, kind: str, shown: str) -> str:
        if kind == "date":
            return _date(cell.get(f"{OFFICE}date-value", ""), shown)
        if kind == "time":
            return _duration(cell.get(f"{OFFICE}time-value", ""), shown)
        if kind == "boolean":
            return boolean_text(cell.get(f"{OFFICE}boolean-value", "") == "true")
        if kind not in ("float", "currency", "percentage"):
            return shown or cell.get(f"{OFFICE}string-value", "")
        try:
            value = float(cell.get(f"{OFFICE}value", ""))
        except ValueError:
            return shown
        if (truth := is_truth(shown)) is not None and kind == "float" and value == truth:
            return boolean_text(truth)
        if not math.isfinite(value):
            return shown
        return number_text(value, _format(value, kind, cell.get(f"{OFFICE}currency", ""), shown), self._decimal)


def _format(value: float, kind: str, currency: str, shown: str) -> Format:
    """What the format shows, told by what is shown: "25 %", "01000", "25 k€" of 25 or of 25 000."""
    if kind == "percentage":
        return Format(percent=True)
    figures = re.sub(r"\D", "", shown)
    if (money := _MONEY.search(shown)) is not None:
        scaled = money["unit"] and not figures.startswith(str(abs(int(value))))
        return Format(unit="€" if scaled else f"{money['unit']}€")
    if currency == "EUR":
        return Format(unit="€")
    padded = figures.startswith("0") and re.fullmatch(r"[\d \u00a0\u202f]+", shown) and int(figures) == value
    return Format(digits=len(figures)) if padded else Format()


def _date(value: str, shown: str) -> str:
    try:
        return moment_text(datetime.datetime.fromisoformat(value))
    except ValueError:
        return value or shown


def _duration(value: str, shown: str) -> str:
    match = _DURATION.fullmatch(value)
    if match is None or match[1]:
        return shown or value
    hours, minutes, seconds = (int(match[i]) for i in (2, 3, 4))
    try:
        return moment_text(datetime.timedelta(hours=hours, minutes=minutes, seconds=seconds))
    except OverflowError:
        return shown


def _times(element: Element, name: str) -> int:
    """How often an element stands for itself, or how many places it covers."""
    written = element.get(name)
    return max(int(written), 1) if written else 1
