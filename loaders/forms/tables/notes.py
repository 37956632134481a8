"""Rows that are none of the table's: totals, notes, legends, page numbers; and rows cut in two by a line break."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from graph.text import fold
from loaders.cells import Row
from loaders.forms.tables.columns import Header
from loaders.forms.tables.marks import has_letters, is_again, is_nothing, is_number, is_wordy, opens_note, opens_total
from loaders.read.document import Note

_RARE = 5
_FORMAT = re.compile(
    r"(?:champ )?(?:texte|nombre|numerique|entier|date|liste(?: deroulante)?|booleen|oui ?/ ?non|montant|obligatoire"
    r"|facultatif|libre|chiffres?|€|%|k€|en euros|[jdm]{2}[/-][jdm]{2}[/-][a-y]{2,4}|aaaa(?:-mm-jj)?)"
    r"(?: libre| courte?)?$"
)


def is_note(row: Row, measure: int) -> bool:
    """True for a row whose first words announce a note or a total, or that holds figures alone."""
    cells = [row.cells[i] for i in row.filled]
    if all(is_number(cell) and not has_letters(cell) for cell in cells):
        return True
    first, rest = cells[0], cells[1:]
    if row.filled[0] > measure:
        return False
    if opens_total(first):
        return all(is_number(cell) or cell[0].isdigit() for cell in rest)
    starred = first.startswith("*") and row.filled[0] == measure
    return opens_note(first) and not starred and not any(map(is_wordy, rest))


def tells_formats(row: Row) -> bool:
    """True for a row below the header that says how each column is to be filled: "texte", "jj/mm/aaaa", "€"."""
    return len(row.filled) > 1 and all(_FORMAT.match(fold(row.cells[i])) for i in row.filled)


def trimmed(row: Row) -> Row:
    """The row without the blank cells at its end: they are there or not by the hand that saved the table."""
    last = row.filled[-1] + 1 if row.filled else 0
    return replace(row, cells=row.cells[:last])


def rejoined(rows: Sequence[Row], header: Header) -> tuple[list[Row], list[Note]]:
    """Rows cut by a line break inside a cell, put together: what follows begins small, and fits in the width."""
    lower = [row for row in rows if row.cell(0)[:1].islower()]
    if not lower or len(lower) * _RARE > sum(bool(row.cell(0)) for row in rows):
        return list(rows), []
    found: list[Row] = []
    notes: list[Note] = []
    for row in rows:
        if found and row.cell(0)[:1].islower() and _goes_on(found[-1], row, header):
            cells = (*found[-1].cells[:-1], f"{found[-1].cells[-1]} {row.cells[0]}", *row.cells[1:])
            found[-1] = replace(found[-1], cells=cells)
            notes.append(("ligne-coupee", row.locator, f"suite d'une cellule coupée, jointe à la {found[-1].locator}"))
        else:
            found.append(row)
    return found, notes


def _goes_on(before: Row, row: Row, header: Header) -> bool:
    """True where the row above breaks off at a cell of words and both make one row no wider than the header."""
    if not before.cells or not is_wordy(before.cells[-1]) or len(before.cells) <= header.measure:
        return False
    return len(before.cells) + len(trimmed(row).cells) - 1 <= len(header.columns) and len(row.cells) > 1


def resolved(rows: Sequence[Row], measure: int) -> tuple[list[Row], list[Note]]:
    """Rows whose "-" and "Néant" are blank, and whose "idem" is the cell above, or a merged cell on the left."""
    found: list[Row] = []
    notes: list[Note] = []
    above: tuple[str, ...] = ()
    for row in rows:
        words = [cell for cell in row.cells if is_nothing(cell) and has_letters(cell)]
        again = [position for position, cell in enumerate(row.cells) if is_again(cell)]
        cells = tuple(_resolved(i, cell, above, measure) for i, cell in enumerate(row.cells))
        notes += [("case-sans-objet", row.locator, f"« {' », « '.join(words)} » : lu comme une case vide")] * bool(
            words
        )
        notes += [("idem", row.locator, "« idem » : lu comme la cellule du dessus")] * bool(again)
        found.append(trimmed(replace(row, cells=cells)))
        above = cells if any(cells) else above
    return found, notes


def _resolved(position: int, cell: str, above: Sequence[str], measure: int) -> str:
    if is_again(cell):
        return above[position] if position > measure and position < len(above) else ""
    return "" if is_nothing(cell) else cell
