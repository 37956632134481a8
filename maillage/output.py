"""Tables out: for a terminal, a spreadsheet or a program, on standard output or into a file."""

from __future__ import annotations

import csv
import io
import json
import re
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from graph.errors import UsageError
from graph.french import grouped
from maillage.commands.results import show
from maillage.headings import HEADINGS
from maillage.terminal import Shown, print_table

if TYPE_CHECKING:
    from viz.workbook import Sheet

WORKBOOKS = ("ods", "xlsx")
OPEN_CSV = "csv-ouvert"
FORMATS = ("table", "csv", OPEN_CSV, "json", *WORKBOOKS)
_SUFFIXES = {".csv": "csv", ".json": "json", ".txt": "table", "": "table", ".ods": "ods", ".xlsx": "xlsx"}
_WIDEST = 60
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f]+")
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")
_LONG_INTEGER = 10_000

Row = Sequence[Any]


def emit(
    columns: Sequence[str],
    rows: Iterable[Row],
    fmt: str | None = None,
    path: Path | None = None,
    meta: Sequence[str] = (),
) -> None:
    """Print a table, or write it to `path`; `meta` are lines that say what it shows.

    `table` is for people: French figures, folded to the terminal, whole and plain where it is piped or written.
    `csv` opens in Excel in French: `;`, BOM, decimal comma, and no text that would run as a formula; `csv-ouvert` is
    that of open data. `json` is a list of objects; `ods` and `xlsx` are workbooks with `meta` on top. Without `fmt`,
    the end of the path's name decides, else `table`.

    Raises UsageError for a format that there is not, or a workbook without a file to write; InputError where the file
    cannot be written.
    """
    chosen = chosen_format(fmt, path)
    table = list(rows)
    if path:
        in_cells = chosen in WORKBOOKS
        book = [Table("Résultat", columns, table, meta)]
        show(tables_workbook(book, chosen) if in_cells else table_text(columns, table, chosen, meta), path)
        return
    for line in meta:
        click.echo(line, err=True)
    if chosen == "table" and sys.stdout.isatty():
        print_table([_heading(column) for column in columns], _shown(columns, table), len(table))
    else:
        _send(table_text(columns, table, chosen))
    if not table:
        click.echo("Aucune ligne.", err=True)


def chosen_format(fmt: str | None, path: Path | None) -> str:
    """The format asked for, or the one that the file's name calls for; UsageError where there is none such."""
    suffix = path.suffix.lower() if path else ""
    chosen = fmt or _SUFFIXES.get(suffix)
    if chosen not in FORMATS:
        raise UsageError(
            f"format inconnu pour « {path} »" if path else f"format inconnu : {fmt}",
            action=f"Précisez --format ({', '.join(FORMATS)}).",
        )
    if chosen in WORKBOOKS and path is None:
        raise UsageError(f"un classeur .{chosen} s'écrit dans un fichier", action=f"Ajoutez --sortie NOM.{chosen}.")
    return chosen


@dataclass(frozen=True)
class Table:
    """A table with its title and the lines that say what it shows: a sheet of a workbook."""

    title: str
    columns: Sequence[str]
    rows: Sequence[Row]
    meta: Sequence[str] = ()


def tables_workbook(tables: Iterable[Table], fmt: str) -> bytes:
    """A workbook of one sheet a table, in "ods" or "xlsx"."""
    from viz.workbook import workbook

    return workbook([_sheet(table) for table in tables], f".{fmt}")


def _sheet(table: Table) -> Sheet:
    from viz.workbook import Column, Sheet

    columns, rows = table.columns, table.rows
    cells = [[_cell(value) for value in row] for row in _known(rows)]
    widths = [max(len(str(cell)) for cell in column) for column in zip(columns, *cells, strict=True)]
    headings = [
        Column(_heading(name), min(_WIDEST, max(10, width + 2))) for name, width in zip(columns, widths, strict=True)
    ]
    return Sheet(table.title, headings, cells, tuple(table.meta))


def _cell(value: Any) -> Any:
    """Figures stay figures in a workbook; the rest is words."""
    return value if isinstance(value, (int, float)) and not isinstance(value, bool) else words(value)


def table_text(columns: Sequence[str], rows: Sequence[Row], fmt: str, meta: Sequence[str] = ()) -> str:
    """A table as text in one of `FORMATS`; `meta` lines stand above a plain table only."""
    rows = _known(rows)
    if fmt == "json":
        objects = [dict(zip(columns, row, strict=True)) for row in rows]
        return json.dumps(objects, ensure_ascii=False, indent=2, allow_nan=False) + "\n"
    if fmt == "csv":
        return _csv(columns, rows)
    if fmt == OPEN_CSV:
        return _open_csv(columns, rows)
    return "".join(f"{line}\n" for line in (*meta, *([""] if meta else []), *_plain(columns, rows)))


def _known(rows: Iterable[Row]) -> list[Row]:
    """Rows in which what is not a number is not known either: JSON has no NaN, and people no use for it."""
    return [[None if value != value else value for value in row] for row in rows]


def _send(text: str) -> None:
    # As bytes: a console in another encoding must not spoil or refuse an accent, nor Windows double the ends of line.
    sys.stdout.buffer.write(text.encode())
    sys.stdout.buffer.flush()


def _csv(columns: Sequence[str], rows: Sequence[Row]) -> str:
    stream = io.StringIO()
    writer = csv.writer(stream, delimiter=";")
    writer.writerows([_csv_cell(value) for value in row] for row in (columns, *rows))
    return "\ufeff" + stream.getvalue()


def _open_csv(columns: Sequence[str], rows: Sequence[Row]) -> str:
    """As open data portals want it: commas, points in figures, no mark at the start, nothing added to a text."""
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows([repr(cell) if isinstance(cell, float) else words(cell) for cell in row] for row in rows)
    return stream.getvalue()


def _csv_cell(value: Any) -> str:
    if isinstance(value, float):
        return repr(value).replace(".", ",")
    text = words(value)
    return f"'{text}" if text.startswith(_FORMULA) and not isinstance(value, int) else text


def words(value: Any) -> str:
    """A value in French words, whatever its type."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "oui" if value else "non"
    if isinstance(value, (list, tuple)):
        return ", ".join(words(item) for item in value)
    return str(value)


def shown(value: Any) -> str:
    """A value as people read it in a table: 1 234 567; 0,333; – for what is not known."""
    if isinstance(value, int) and not isinstance(value, bool) and abs(value) >= _LONG_INTEGER:
        return grouped(value)
    if isinstance(value, float):
        return f"{value:.3f}".replace(".", ",")
    return _CONTROL.sub(" ", words(value)) or "–"


def _heading(column: str) -> str:
    return HEADINGS.get(column) or column.replace("_", " ")


def _is_figures(rows: Sequence[Row], index: int) -> bool:
    cells = [row[index] for row in rows if row[index] is not None]
    return bool(cells) and all(isinstance(cell, (int, float)) and not isinstance(cell, bool) for cell in cells)


def _plain(columns: Sequence[str], rows: Sequence[Row]) -> list[str]:
    cells = [[_heading(column) for column in columns], *([shown(value) for value in row] for row in rows)]
    widths = [max(len(row[i]) for row in cells) for i in range(len(columns))]
    right = [_is_figures(rows, i) for i in range(len(columns))]
    padded = [
        [
            text.rjust(width) if figures else text.ljust(width)
            for text, width, figures in zip(row, widths, right, strict=True)
        ]
        for row in cells
    ]
    return ["  ".join(row).rstrip() for row in padded]


def _shown(columns: Sequence[str], rows: Sequence[Row]) -> list[Shown]:
    """Columns for a terminal: whether they hold figures, and their cells as people read them."""
    known = _known(rows)
    return [Shown(_is_figures(known, place), [shown(row[place]) for row in known]) for place in range(len(columns))]
