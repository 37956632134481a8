"""Cells that hold more words than any form would bear: cut, and said."""

from __future__ import annotations

from dataclasses import replace

from loaders.cells import Row, cell_of, printed_lines
from loaders.read.document import RawDocument

MOST_SIGNS_A_CELL = 32_767  # What Excel holds; other formats hold more, and reading a million took minutes.
_MOST_NAMED, _LONGEST_NAME = 20, 500


def bounded(raw: RawDocument) -> RawDocument:
    """The document, its rows with no cell longer than Excel's; a note says where words were left out."""
    long = [row.locator for row in raw.rows if any(map(_is_long, _words(row)))]
    if not long:
        return raw
    rows = tuple(_cut(row) for row in raw.rows)
    more = f" et {len(long) - _MOST_NAMED} autres" if len(long) > _MOST_NAMED else ""
    places = ", ".join(long[:_MOST_NAMED]) + more
    message = f"cellules trop longues : rien n'est lu après leurs {MOST_SIGNS_A_CELL} premiers signes ({places})"
    return replace(raw, rows=rows, notes=(*raw.notes, ("texte-long", long[0], message)))


def _words(row: Row) -> list[str]:
    return [*row.cells, *(words for _, words in row.covered)]


def _is_long(words: str) -> bool:
    return len(words) > MOST_SIGNS_A_CELL


def _cut(row: Row) -> Row:
    if not any(map(_is_long, _words(row))):
        return row
    covered = tuple((place, _shortened(words)) for place, words in row.covered)
    return replace(row, cells=tuple(map(_shortened, row.cells)), covered=covered)


def _shortened(cell: str) -> str:
    """The beginning of a cell, up to a name's end: one cut short would be another's."""
    if not _is_long(cell):
        return cell
    kept = "\n".join(printed_lines(cell))[:MOST_SIGNS_A_CELL]
    end = max(kept.rfind(sign, -_LONGEST_NAME) for sign in ",;\n")
    return cell_of(kept[:end] if end > 0 else kept)
