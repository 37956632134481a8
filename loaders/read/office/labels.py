"""What tables of office documents are: data in rows and columns, or a sheet to be read label by label."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from graph.text import fold
from loaders.forms.vocabulary import AXIS, OBJECTIVE, section_of
from loaders.read.blocks import Cell
from loaders.read.office.grid import Grid, GridRow, words

_LONGEST_LABEL, _USUAL_LABEL, _LONG_VALUE = 80, 40, 60
# Names of things that a plan is made of, where they stand by themselves: each row of a table is then one of them.
_THING = re.compile(
    r"(?:n[°o]|numero|axe|pilier|volet|theme|thematique|objectif|priorite|action|mesure|projet|operation|intitule|titre)"
    r"s?(?: (?:strategique|operationnel(?:le)?|general|specifique|de l'action|de la fiche|du projet))*"
)
_AMOUNT = re.compile(r"[\d\s.,]*\d[\d\s.,]*(?:€|k€|m€|euros?|%)?(?: ?(?:ht|ttc))?", re.IGNORECASE)


@lru_cache(maxsize=4096)
def _section(text: str) -> str | None:
    rule = section_of(text) if 0 < len(text) <= _LONGEST_LABEL else None
    return rule.kind if rule else None


def section(cell: Cell) -> str | None:
    """The kind of section that a cell's words open, None for others."""
    return _section(words(cell).rstrip(" :"))


def _is_thing(cell: Cell) -> bool:
    return _THING.fullmatch(_folded(cell)) is not None


def _folded(cell: Cell) -> str:
    return fold(words(cell)).rstrip(" :")


def is_label(cell: Cell) -> bool:
    """True for the name of a section or of a thing, and for the number of an axis or an objective by itself."""
    text = _folded(cell)
    numbered = (pattern.match(text) for pattern in (AXIS, OBJECTIVE))
    return (
        section(cell) is not None
        or _is_thing(cell)
        or any(match is not None and match.end() == len(text) for match in numbered)
    )


def _carries_label(cell: Cell) -> bool:
    """True for a cell that holds its own label: "Pilote : Ville"."""
    label, colon, _ = words(cell).partition(":")
    return bool(colon) and _section(label.strip()) is not None


def opens_with_label(row: GridRow) -> bool:
    """True for a row whose first words name what stands on their right."""
    filled = row.filled
    return len(filled) > 1 and is_label(filled[0]) and not is_label(filled[1])


def names_columns(row: GridRow) -> bool:
    """True for a row of short labels, most of which are known: what they name stands below."""
    filled = row.filled
    known = sum(map(is_label, filled))
    return known > 1 and 2 * known > len(filled) and all(len(words(cell)) <= _LONGEST_LABEL for cell in filled)


def stands_below(row: GridRow) -> bool:
    """True for a row that may stand under the labels of another: no label, nor a title across the table."""
    title = len(row.filled) == 1 and row.filled[0].span > 1
    return not (title or names_columns(row) or opens_with_label(row))


def is_data(grid: Grid) -> bool:
    """True for a table whose rows are things and whose columns say the same of each, as in a spreadsheet."""
    rows = grid.filled
    if grid.width < 2 or not rows:
        return False
    if len(rows) > 1 and names_columns(rows[0]) and not opens_with_label(rows[1]):
        return goes_by_rows(rows)
    if grid.width == 2:
        return False
    labelled = labelled_rows(Grid(tuple(rows), grid.width))
    sheet_like = sum(label or _is_of_a_sheet(row) for row, label in zip(rows, labelled, strict=True))
    return 2 * sheet_like <= len(rows)


def _is_of_a_sheet(row: GridRow) -> bool:
    """True for a row that a table of data would not have: one cell, a label in a cell, words across columns.

    Behind a number and a title, cells that hold labels of their own are those of a table all the same.
    """
    filled = row.filled
    return len(filled) == 1 or any(map(_carries_label, filled[:2])) or any(cell.span > 1 for cell in filled)


def goes_by_rows(rows: Sequence[GridRow]) -> bool:
    """True where cells of one row belong together, under labels: an action and who leads it, a funder and an amount."""
    kinds = {section(cell) for cell in rows[0].filled}
    if any(map(_is_thing, rows[0].filled)) or ("actions" in kinds and len(kinds) > 1):
        return True
    if len(rows) < 3:
        return False
    amounts = sum(any(map(is_amount, row.filled)) for row in rows[1:])
    return None in kinds or 2 * amounts >= len(rows) - 1


def is_amount(cell: Cell) -> bool:
    """True for figures without words: "10 000 €", "25 %"."""
    return _AMOUNT.fullmatch(words(cell)) is not None


def labelled_rows(grid: Grid) -> list[bool]:
    """For each row of a sheet, whether its first cell is the label of the others.

    Where rows of two cells have known labels on the left, or in two columns figures or long words on the right, any
    short words on their left are a label.
    """
    pairs = [_is_pair(row) for row in grid.rows]
    usual = _are_labels([row for row, pair in zip(grid.rows, pairs, strict=True) if pair], grid.width)
    return [opens_with_label(row) or (usual and pair) for row, pair in zip(grid.rows, pairs, strict=True)]


def _is_pair(row: GridRow) -> bool:
    filled = row.filled
    return len(filled) == 2 and filled[0].start == 0 and len(words(filled[0])) <= _LONGEST_LABEL


def _are_labels(pairs: Sequence[GridRow], width: int) -> bool:
    """True where the left cells of these rows are labels."""
    left, right = [row.filled[0] for row in pairs], [row.filled[1] for row in pairs]
    known = sum(is_label(cell) or words(cell).endswith(":") for cell in left)
    if width > 2:
        return 3 * known >= len(pairs) > 0
    if known or 2 * sum(map(is_amount, right)) > len(right):
        return True
    long = sum(len(words(cell)) for cell in right) > _LONG_VALUE * len(right)
    return long and all(len(words(cell)) <= _USUAL_LABEL for cell in left)


def are_amounts_of(row: GridRow, above: GridRow) -> bool:
    """True for a row of amounts, each under one of the names that stand after a label in the row above."""
    names = {cell.start for cell in above.filled[1:]}
    return len(names) > 1 and bool(row.filled) and all(is_amount(cell) and cell.start in names for cell in row.filled)
