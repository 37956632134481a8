"""Tells Maillage's own workbook: by its mark, and without it by the headings of its sheets."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from graph.errors import InputError
from graph.text import fold
from loaders.forms.model.layout import EXAMPLE, EXAMPLE_MARK, MARK, NOTICE, SHEETS
from loaders.forms.model.sheets import Entry, Table, coverage, find_table
from loaders.read.document import Note, RawDocument

_MARK = re.compile(r"maillage-modele/(\d+)")
_ENOUGH_MARKED, _ENOUGH = 0.6, 0.75
_CONTENT = ("objectives", "actions", "funding")
_NEAR = 5


@dataclass
class Workbook:
    """The tables of a workbook by their sheet's key; `notes` on its other sheets, `marked` where it says it is ours."""

    raw: RawDocument
    marked: bool
    tables: dict[str, list[Table]] = field(default_factory=dict)
    notes: list[Note] = field(default_factory=list)

    def entries(self, key: str) -> list[Entry]:
        """All rows of a sheet, and of its copies."""
        return [entry for table in self.tables.get(key, ()) for entry in table.entries]


def recognise(parts: Sequence[RawDocument]) -> Workbook | None:
    """The workbook that the sheets of one file make, or None where it is another; `InputError` where it is empty."""
    sheets = [part for part in parts if part.rows]
    if not sheets:
        return None
    book = Workbook(_whole(parts), _is_marked(sheets))
    left = []
    for part in sheets:
        if _is_beside(part):
            continue
        table = _table(part, book.marked)
        if table is None:
            left.append(part.sheet)
        else:
            book.tables.setdefault(table.layout.key, []).append(table)
    if not (book.marked or _is_ours(book)):
        return None
    _check_filled(book)
    if left:
        named = ", ".join(left)
        book.notes.append(("feuille-sans-plan", "document", f"feuilles sans plan reconnu, laissées de côté : {named}"))
    return book


def _whole(parts: Sequence[RawDocument]) -> RawDocument:
    """The file as one document, with what was said of each of its sheets."""
    return replace(
        parts[0], sheet="", aside="", rows=(), lines=(), notes=tuple(n for part in parts for n in part.notes)
    )


def _is_marked(parts: Sequence[RawDocument]) -> bool:
    """True where a cell says that the workbook is ours; `InputError` for a version that is not known."""
    found = {match for part in parts for row in part.rows for cell in row.cells if (match := _MARK.fullmatch(cell))}
    versions = {match.group() for match in found}
    if versions and MARK not in versions:
        raise InputError(
            f"classeur d'une autre version ({', '.join(sorted(versions))} ; attendu : {MARK})",
            place=parts[0].name,
            action="Mettez Maillage à jour, ou refaites le classeur par « maillage modele ».",
        )
    return bool(versions)


def _is_beside(part: RawDocument) -> bool:
    """True for the notice and for the example, by their name or by what stands on top."""
    top = (cell for row in part.rows[:_NEAR] for cell in row.cells)
    named = fold(part.sheet) in (fold(NOTICE), fold(EXAMPLE)) or part.aside == "notice"
    return named or any(fold(cell).startswith(fold(EXAMPLE_MARK)) for cell in top)


def _table(part: RawDocument, marked: bool) -> Table | None:
    """The table of a sheet: of the layout that has its name, else of the one that has its headings."""
    named = next((layout for layout in SHEETS if fold(layout.title) == fold(part.sheet)), None)
    if named is not None and (table := find_table(part.rows, named)) is not None:
        return table
    found = [table for layout in SHEETS if (table := find_table(part.rows, layout)) is not None]
    best = max(found, key=coverage, default=None)
    return best if best is not None and coverage(best) >= (_ENOUGH_MARKED if marked else _ENOUGH) else None


def _is_ours(book: Workbook) -> bool:
    """True for two sheets or more with nearly all of their headings, one of objectives or actions among them."""
    whole = {key for key, tables in book.tables.items() if any(coverage(table) >= _ENOUGH for table in tables)}
    return len(whole) > 1 and bool(whole & {"objectives", "actions"})


def _check_filled(book: Workbook) -> None:
    if not any(book.entries(key) for key in _CONTENT):
        raise InputError(
            "le classeur est vide : aucun objectif, aucune action, aucun financement n'y est écrit",
            place=book.raw.name,
            action="Remplissez au moins la feuille « Objectifs » ou « Actions » (« Lisez-moi » dit comment).",
        )
