"""Workbooks (.xlsx, .xlsm, .ods, .xls) as rows and lines of text, by what their bytes are and not by their name."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from pathlib import Path

from graph.errors import InputError
from graph.text import fold
from loaders.cells import Row
from loaders.read.delimited import read_delimited
from loaders.read.document import Note, RawDocument
from loaders.read.sheets.model import Book, Sheet
from loaders.read.sheets.notes import settle
from loaders.read.sheets.package import MOST_BYTES, kind_of, not_workbook
from loaders.read.sheets.process import parse_apart
from loaders.read.sheets.rows import sheet_lines, sheet_rows

SUFFIXES = (".xlsx", ".xlsm", ".ods", ".xls")
_MEDIA_TYPES = {
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "xlsm": "application/vnd.ms-excel.sheet.macroEnabled.12",
    "ods": "application/vnd.oasis.opendocument.spreadsheet",
    "xls": "application/vnd.ms-excel",
}
_NOTICE = re.compile(
    r"(?:lisez[- ]?moi|lire(?: |-)moi|read ?me|notice|mode d ?'?emploi|instructions?|consignes?)\b.*"
    r"|aide|guide|legende|lexique|glossaire|sommaire|index|a propos|page de garde|couverture|exemples?"
)
_LIST = re.compile(
    r"listes?(?: (?:deroulantes?|de (?:choix|valeurs|references?)))?|menus?(?: deroulants?)?|choix|parametres?|param"
    r"|config(?:uration)?|referentiels?|nomenclatures?|validations?|tables? de references?|donnees de references?"
)


def read_plan_workbook(path: Path) -> list[RawDocument]:
    """The visible sheets with words, in order; what is not read of the workbook is said in the first one's notes.

    A row's cells stand from column A; a merged cell is where it begins, and `Row.covered` where else. Text is as
    shown: "25 %", "1200 €", "01000", "VRAI"; dates are ISO. `InputError` where there is no legible workbook.
    """
    data = _checked(path)
    if kind_of(data) == "other":
        return [_misnamed(path)]
    book = _parsed(path)
    visible = [sheet for sheet in book.sheets if not sheet.hidden]
    notes = {sheet.name: settle(sheet) for sheet in visible}
    shown = [sheet for sheet in visible if any(map(any, sheet.rows.values()))]
    if not shown:
        found = "aucune feuille visible ne contient de texte"
        raise InputError(found, place=str(path), action="Affichez la feuille du plan, enregistrez, et recommencez.")
    sources = {fold(name) for sheet in book.sheets for name in sheet.drop_downs}
    whole = [*_said_of(book), *(note for sheet in visible if sheet not in shown for note in notes[sheet.name])]
    digest = hashlib.sha256(data).hexdigest()
    return [
        _document(path, digest, book.kind, sheet, [*(() if rank else whole), *notes[sheet.name]], sources)
        for rank, sheet in enumerate(shown)
    ]


def _document(
    path: Path, digest: str, kind: str, sheet: Sheet, notes: Sequence[Note], sources: set[str]
) -> RawDocument:
    rows = sheet_rows(sheet)
    aside = _aside(fold(sheet.name), sources)
    return RawDocument(path.name, digest, _MEDIA_TYPES[kind], sheet_lines(rows), rows, tuple(notes), sheet.name, aside)


def _aside(name: str, sources: set[str]) -> str:
    """Why a sheet of this name may be none of the plan."""
    if _NOTICE.fullmatch(name):
        return "notice"
    return "liste" if name in sources or _LIST.fullmatch(name) else ""


def _said_of(book: Book) -> list[Note]:
    """Notes on the workbook as a whole."""
    hidden = [sheet for sheet in book.sheets if sheet.hidden and sheet.rows]
    said = [(code, "document", message) for code, message in book.remarks]
    return said + [
        ("feuille-masquee", f"feuille {sheet.name}", f"feuille masquée, non lue (lignes remplies : {len(sheet.rows)})")
        for sheet in hidden
    ]


def _misnamed(path: Path) -> RawDocument:
    """Text under a workbook's name, as some programs export it."""
    with path.open("rb") as file:
        markup = file.read(1000).lstrip(b"\xef\xbb\xbf\xff\xfe\0 \t\r\n").startswith(b"<")
    if markup:
        raise _placed(not_workbook("une page HTML ou XML sous un nom de classeur"), path)
    try:
        raw = read_delimited(path)
    except InputError as error:
        raise _placed(not_workbook("d'un autre format"), path) from error
    note = ("extension-trompeuse", "document", f"« {path.suffix} » annonce un classeur, mais c'est du texte : lu ainsi")
    return RawDocument(raw.name, raw.sha256, raw.media_type, raw.lines, raw.rows, (note, *raw.notes))


def read_workbook(path: Path) -> dict[str, list[Row]]:
    """Rows of every sheet by its name, hidden ones too; numbers have a decimal point.

    `InputError` where the file is missing or no workbook.
    """
    if kind_of(_checked(path)) == "other":
        raise _placed(not_workbook("d'un autre format"), path)
    return {sheet.name: list(sheet_rows(sheet)) for sheet in _parsed(path, ".").sheets}


def _checked(path: Path) -> bytes:
    """The bytes of a file of bearable size; `InputError` where there is none."""
    try:
        size = path.stat().st_size
        data = path.read_bytes() if size <= MOST_BYTES else b""
    except FileNotFoundError as error:
        raise InputError("fichier introuvable", place=str(path), action="Vérifiez le chemin du classeur.") from error
    except OSError as error:
        found = f"lecture impossible ({error.strerror})"
        raise InputError(found, place=str(path), action="Vérifiez le chemin et les droits.") from error
    if not data:
        found = f"fichier de {size // 1_000_000} Mo (limite : {MOST_BYTES // 1_000_000} Mo)" if size else "fichier vide"
        raise InputError(found, place=str(path), action="Donnez un classeur plus petit, qui contient le plan.")
    return data


def _parsed(path: Path, decimal: str = ",") -> Book:
    try:
        return parse_apart(path, decimal)
    except InputError as error:
        raise _placed(error, path) from error


def _placed(error: InputError, path: Path) -> InputError:
    return InputError(error.message, place=str(path), action=error.action)
