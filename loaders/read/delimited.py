"""Delimited text: rows of cells, by the csv module, and line by line where a quotation mark never closes."""

from __future__ import annotations

import csv
import hashlib
import math
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import accumulate, takewhile
from pathlib import Path

from graph.errors import InputError
from loaders.cells import Row, cell_of
from loaders.lines import Line
from loaders.read.document import Note, RawDocument
from loaders.read.sheets.text import is_error
from loaders.read.sheets.values import damaged_number
from loaders.read.text import decode, encoding_notes

DELIMITERS = "\t;|,^:"
MOST_BYTES, MOST_SIGNS_A_LINE, MOST_LINES, MOST_COLUMNS = 50_000_000, 1_000_000, 500_000, 16_384
_PROSE_SIGNS = {";": re.compile(r";(?=\s)"), ",": re.compile(r",(?=\s)|(?<=\d),(?=\d)")}
_PROSE_SIGNS[":"] = re.compile(r"(?<=\s):|:(?=[\s/])|(?<=\d):(?=\d)")
_PROSE, _FEWEST_COLONS, _NEARLY_ALL = 0.3, 3, 0.9
_ANNOUNCED = re.compile(r'"?sep=(.)"?', re.IGNORECASE)
_MEDIA_TYPES = {"\t": "text/tab-separated-values"}
_WORKBOOKS = ((b"PK\x03\x04", ".xlsx ou .ods"), (b"\xd0\xcf\x11\xe0", ".xls"))
_MARKS = (b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf")
_NO_CP1252 = re.compile(rb"[\x81\x8d\x8f\x90\x9d]")
_LONGEST_CELL, _LARGEST, _SAMPLE_LINES, _SAMPLE_SIGNS = 50, 2**31 - 1, 200, 200_000
_MOST_NOTES, _MOST_NAMED, _MOSTLY = 200, 12, 0.6
_SAVE_AGAIN = "Ouvrez-le dans un tableur, enregistrez-le en CSV UTF-8, et recommencez."
_SPLIT = "Partagez le document en plusieurs fichiers, ou vérifiez que c'est bien un tableau avec une ligne par rangée."


def read_delimited(path: Path) -> RawDocument:
    """Read a .tsv or .csv file into rows; `InputError` where it is missing, empty, no text or too large."""
    data = _bytes(path)
    text, notes = _decoded(data, path)
    lines = text.split("\n")
    _check(lines, path)
    announced = _ANNOUNCED.fullmatch(lines[0].strip(" "))
    if announced:
        lines[0] = ""
    tabbed = path.suffix.lower() == ".tsv" and "\t" in text
    delimiter = announced[1] if announced else "\t" if tabbed else delimiter_of(lines)
    rows, open_quotes = split_rows(lines, delimiter)
    if any(len(row.cells) > MOST_COLUMNS for row in rows):
        raise InputError(f"plus de {MOST_COLUMNS} colonnes", place=str(path), action=_SPLIT)
    rows, odd = _settled(rows)
    return RawDocument(
        name=path.name,
        sha256=hashlib.sha256(data).hexdigest(),
        media_type=_MEDIA_TYPES.get(delimiter, "text/csv"),
        lines=tuple(Line(f"ligne {number}", raw) for number, raw in enumerate(lines, 1)),
        rows=tuple(rows),
        notes=(*notes, *_shortened(open_quotes), *odd),
    )


def _bytes(path: Path) -> bytes:
    """The bytes of a file of bearable size that is no workbook."""
    try:
        size = path.stat().st_size
        data = path.read_bytes() if size <= MOST_BYTES else b""
    except OSError as error:
        found = f"lecture impossible ({error.strerror})"
        raise InputError(found, place=str(path), action="Vérifiez le chemin et les droits.") from error
    if size > MOST_BYTES:
        found = f"fichier de {size // 1_000_000} Mo (limite : {MOST_BYTES // 1_000_000} Mo)"
        raise InputError(found, place=str(path), action=_SPLIT)
    for mark, suffix in _WORKBOOKS:
        if data.startswith(mark):
            found = f"ce fichier est un classeur ou une archive ({suffix}) sous un nom de texte"
            raise InputError(found, place=str(path), action="Redonnez-lui sa vraie extension, et recommencez.")
    return data


def _decoded(data: bytes, path: Path) -> tuple[str, tuple[Note, ...]]:
    """The text (signs composed, lines ended by "\\n"), and what is to be said of its encoding."""
    mark = b"" if data.startswith(_MARKS) else _missing_mark(data)
    if not mark and not data.startswith(_MARKS):
        _refuse_odd_bytes(data, path)
    text, encoding = decode(mark + data, path)
    if not text.strip():
        found, action = "le fichier est vide", "Donnez un document qui contient du texte."
        raise InputError(found, place=str(path), action=action)
    said: tuple[Note, ...] = encoding_notes(encoding)
    if mark:
        said = (("encodage-utf16", "document", "le texte est en UTF-16 sans marque : il a été lu ainsi"),)
    return unicodedata.normalize("NFC", text).replace("\r\n", "\n").replace("\r", "\n"), said


def _missing_mark(data: bytes) -> bytes:
    """The mark of UTF-16 that is not there, where every second byte of most signs is zero."""
    signs = len(data) // 2
    if not signs or len(data) % 2:
        return b""
    low, high = (data[start::2].count(0) for start in (0, 1))
    if max(low, high) <= _MOSTLY * signs or min(low, high):
        return b""
    return b"\xff\xfe" if high > low else b"\xfe\xff"


def _refuse_odd_bytes(data: bytes, path: Path) -> None:
    """`InputError` that names the first byte that no encoding of text explains."""
    odd = re.search(rb"\0", data)
    if odd is None:
        try:
            data.decode("utf-8")
        except UnicodeDecodeError:
            odd = _NO_CP1252.search(data)
    if odd is not None:
        found = f"octet illisible ({odd[0].hex().upper()}) : ni UTF-8, ni Windows-1252, ce n'est pas du texte"
        place = f"{path}, ligne {data.count(10, 0, odd.start()) + 1}"
        raise InputError(found, place=place, action=_SAVE_AGAIN)


def _check(lines: Sequence[str], path: Path) -> None:
    """`InputError` where no table could be read in bearable time and memory."""
    if len(lines) > MOST_LINES:
        found = f"{len(lines)} lignes (limite : {MOST_LINES})"
        raise InputError(found, place=str(path), action=_SPLIT)
    for number, line in enumerate(lines, 1):
        if len(line) > MOST_SIGNS_A_LINE:
            found = f"ligne de {len(line)} signes (limite : {MOST_SIGNS_A_LINE})"
            raise InputError(found, place=f"{path}, ligne {number}", action=_SPLIT)


def delimiter_of(lines: Sequence[str]) -> str:
    """The sign that parts cells: the one that gives the most rows of one width; the first of `DELIMITERS` if none does.

    Signs that prose explains count little: before a space, between digits. A colon counts only where prose explains
    none of them and nearly all rows have as many.
    """
    lengths = accumulate(len(line) for line in lines)
    near = takewhile(lambda pair: pair[1] <= _SAMPLE_SIGNS, zip(lines[:_SAMPLE_LINES], lengths, strict=False))
    sample = [line for line, _ in near] or [line[:_SAMPLE_SIGNS] for line in lines[:1]]
    return max(DELIMITERS, key=lambda sign: _evidence(sample, sign))


def _evidence(sample: Sequence[str], sign: str) -> float:
    rows = [row for row in split_rows(sample, sign)[0] if not row.blank]
    widths = Counter(len(row.cells) for row in rows if len(row.cells) > 1)
    if not widths:
        return 0
    width, times = max(widths.items(), key=lambda pair: (pair[1], pair[0]))
    text = "\n".join(sample)
    explained = len(_PROSE_SIGNS[sign].findall(text)) if sign in _PROSE_SIGNS else 0
    if sign == ":" and (explained or width < _FEWEST_COLONS or times < _NEARLY_ALL * len(rows)):
        return 0
    prose = 2 * explained > text.count(sign)
    return times * math.log2(width) * (_PROSE if prose else 1)


def split_rows(lines: Sequence[str], delimiter: str) -> tuple[list[Row], list[Note]]:
    """Rows with the number of the line each begins at, and a note for each quotation mark that never closes."""
    rows: list[Row] = []
    notes: list[Note] = []
    position = 0
    while position < len(lines):
        parsed = _parsed(lines, position, delimiter)
        cells, taken = parsed or (lines[position].split(delimiter), 1)
        locator = f"ligne {position + 1}"
        rows.append(Row(locator, tuple(map(cell_of, cells))))
        notes += [_open_quote(locator, cell) for cell in rows[-1].cells if cell.count('"') % 2 and cell != '"']
        position += taken
    return rows, notes


def _parsed(lines: Sequence[str], position: int, delimiter: str) -> tuple[list[str], int] | None:
    """The row that begins at a line and how many lines it takes, or None where a quoted cell has no plausible end."""
    within = iter(f"{line}\n" for line in lines[position : position + _LONGEST_CELL])
    csv.field_size_limit(_LARGEST)
    reader = csv.reader(within, delimiter=delimiter, strict=True)
    try:
        cells = next(reader, [])
    except csv.Error:
        return None
    swallowed = delimiter == "\t" and any("\t" in cell for cell in cells)
    return None if swallowed else (cells, reader.line_num)


def _open_quote(locator: str, cell: str) -> Note:
    words = cell if len(cell) <= 60 else "…" + cell[cell.rindex('"') :][:60]
    return (
        "guillemet-ouvert",
        locator,
        f"un guillemet n'est jamais fermé, la cellule est lue telle quelle : « {words} »",
    )


def _shortened(notes: Sequence[Note]) -> list[Note]:
    """Some hundreds of notes of one kind, and how many more there are."""
    rest = len(notes) - _MOST_NOTES
    more = [(notes[0][0], "document", f"et {rest} autres lignes avec un guillemet jamais fermé")] if rest > 0 else []
    return [*notes[:_MOST_NOTES], *more]


def _settled(rows: Sequence[Row]) -> tuple[list[Row], list[Note]]:
    """Rows without the errors of a spreadsheet's formulas; notes on these, and on long numbers that it has damaged."""
    failed = [row.locator for row in rows if any(map(is_error, row.cells))]
    damaged = [row.locator for row in rows if any(map(damaged_number, row.cells))]
    blanked = [replace(row, cells=tuple("" if is_error(cell) else cell for cell in row.cells)) for row in rows]
    said = (
        ("cellules-en-erreur", "cellules en erreur (#N/A, #REF!…), lues comme vides", failed),
        ("nombre-abime", "nombres longs abîmés par un tableur, dont des chiffres sont perdus", damaged),
    )
    notes = [(code, places[0], f"{what} : {_listed(places)}") for code, what, places in said if places]
    return blanked if failed else list(rows), notes


def _listed(places: Sequence[str]) -> str:
    more = f" et {len(places) - _MOST_NAMED} autres lignes" if len(places) > _MOST_NAMED else ""
    return ", ".join(places[:_MOST_NAMED]) + more


def tabbed_rows(lines: Sequence[Line]) -> Iterator[Row]:
    """Lines of plain text as rows, cells being parted by tabulations."""
    for line in lines:
        yield Row(line.locator, tuple(" ".join(cell.split()) for cell in line.raw.split("\t")))
