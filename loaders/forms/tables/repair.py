"""Repairs of a table whose merged cells were flattened: cells shifted for want of the first, cells over two columns."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from loaders.cells import Row
from loaders.forms.tables.columns import Column, Header, Role, is_mark

IsTheme = Callable[[str], bool]
_NUMBERED = re.compile(
    r"^(?:(?:axe|pilier|th[èe]me|volet|thématique|orientation|priorité)\s+)?(?:n°\s*)?(?:\d{1,2}|[IVX]{1,4})\s*[-.):–]",
    re.IGNORECASE,
)
_MOST_DROPPED = 3


@dataclass(frozen=True)
class Repaired:
    """A row whose cells stand in the header's columns. `notes` say what was repaired; `doubtful` marks by column.

    `beyond` are cells further right than the last column. `alone`: the measure stands outside any objective;
    `banner`: the row is one heading, printed as themes are.
    """

    row: Row
    cells: tuple[str, ...]
    notes: tuple[tuple[str, str], ...] = ()
    doubtful: dict[int, str] | None = None
    beyond: tuple[str, ...] = ()
    alone: bool = False
    banner: bool = False


def theme_style(cells: Sequence[str]) -> IsTheme | None:
    """How the table prints its themes (in capitals, numbered), where most of its first cells agree; else None."""
    for style in (_in_capitals, _is_numbered):
        if len(cells) >= 2 and 2 * sum(map(style, cells)) > len(cells):
            return style
    return None


def _in_capitals(cell: str) -> bool:
    letters = [sign for sign in cell if sign.isalpha()]
    return len(letters) > 3 and sum(sign.isupper() for sign in letters) >= 0.9 * len(letters)


def _is_numbered(cell: str) -> bool:
    return bool(_NUMBERED.match(cell))


def blocks(rows: Sequence[Row]) -> list[list[Row]]:
    """Runs of rows of one width, parted by blank rows; a lone row of another width stays with its neighbours."""
    found: list[list[Row]] = [[]]
    for position, row in enumerate(rows):
        if row.blank:
            found.append([])
            continue
        run = [len(near.cells) for near in rows[position : position + 2] if not near.blank]
        widened = found[-1] and set(run) == {len(row.cells)} and len(run) == 2
        if widened and len(row.cells) != _width(found[-1]):
            found.append([])
        found[-1].append(row)
    return [block for block in found if block]


def _width(rows: Sequence[Row]) -> int:
    return Counter(len(row.cells) for row in rows).most_common(1)[0][0]


def repair(block: Sequence[Row], header: Header, is_theme: IsTheme | None) -> list[Repaired]:
    """The rows of one block, shifted cells put back, then its columns set under the header's."""
    shifted = [_unshifted(row, header, is_theme, _width(block)) for row in block]
    dropped = _stray_columns([cells for cells, _ in shifted], header.columns)
    return [_under(row, cells, notes, dropped, header) for row, (cells, notes) in zip(block, shifted, strict=True)]


def _unshifted(
    row: Row, header: Header, is_theme: IsTheme | None, width: int
) -> tuple[tuple[str, ...], tuple[tuple[str, str], ...]]:
    """A row without its theme's cell stands one column too far left; a blank cell at its end may keep the count."""
    theme = header.position(Role.THEME)
    if theme is None or not row.cell(theme) or row.filled == [theme]:
        return row.cells, ()
    missing = not is_theme(row.cell(theme)) if is_theme else len(row.cells) == width - 1
    if not missing:
        return row.cells, ()
    cells = (*row.cells[:theme], "", *row.cells[theme:])
    if len(cells) > width and not cells[-1]:
        cells = cells[:-1]
    message = f"la cellule du thème manque : les cellules sont lues une colonne plus à droite (« {row.cell(theme)} »)"
    return cells, (("ligne-decalee", message),)


def _stray_columns(rows: Sequence[tuple[str, ...]], columns: Sequence[Column]) -> tuple[int, ...]:
    """Blank columns that the header has not: those whose removal sets the most cells where they belong."""
    width = max(map(len, rows))
    measure = next(i for i, column in enumerate(columns) if column.role == Role.MEASURE)
    blank = [i for i in range(measure + 1, width) if not any(i < len(row) and row[i] for row in rows)]
    choices = (choice for size in range(_MOST_DROPPED + 1) for choice in combinations(blank, size))
    return min(choices, key=lambda choice: (_misplaced(rows, choice, columns), abs(width - len(choice) - len(columns))))


def _misplaced(rows: Sequence[tuple[str, ...]], dropped: tuple[int, ...], columns: Sequence[Column]) -> int:
    """How many cells stand where they cannot: marks among words, words among marks, beyond the last column."""
    return sum(
        bool(cell) and not _fits(cell, position, columns)
        for row in rows
        for position, cell in enumerate(_without(row, dropped))
    )


def _fits(cell: str, position: int, columns: Sequence[Column]) -> bool:
    return position < len(columns) and is_mark(cell) == (columns[position].role == Role.MARK)


def _without(row: tuple[str, ...], dropped: tuple[int, ...]) -> tuple[str, ...]:
    return tuple(cell for position, cell in enumerate(row) if position not in dropped)


def _under(
    row: Row,
    cells: tuple[str, ...],
    notes: tuple[tuple[str, str], ...],
    dropped: tuple[int, ...],
    header: Header,
) -> Repaired:
    set_ = _without(cells, dropped)
    columns = header.columns
    repaired = Repaired(row, set_[: len(columns)], notes, {}, tuple(cell for cell in set_[len(columns) :] if cell))
    doubtful = {
        position: _doubt(columns[before].label, columns[position].label)
        for before, position in _moved(cells, dropped)
        if before < len(columns) and is_mark(cells[before]) and columns[before].role == Role.MARK
    }
    return _spanned(replace(repaired, doubtful=doubtful), header)


def _moved(cells: tuple[str, ...], dropped: tuple[int, ...]) -> list[tuple[int, int]]:
    """Positions before and after, of the cells that the removal of stray columns moves."""
    kept = [position for position in range(len(cells)) if position not in dropped]
    return [(before, after) for after, before in enumerate(kept) if before != after]


def _doubt(printed: str, read: str) -> str:
    return f"la croix est sous « {printed} » à la lettre, sous « {read} » une fois la colonne vide ôtée : à vérifier"


def _spanned(repaired: Repaired, header: Header) -> Repaired:
    """Where no cell is a measure's but something answers it, the cell on its left covers both columns."""
    measure = header.position(Role.MEASURE) or 0
    objective = header.position(Role.OBJECTIVE)
    cells = repaired.cells
    answered = any(cells[measure + 1 :])
    if objective is None or not answered or (measure < len(cells) and cells[measure]) or not cells[objective]:
        return repaired
    moved = list(cells)
    moved[objective], moved[measure] = "", cells[objective]
    message = f"« {cells[objective]} » couvre les colonnes de l'objectif et de la mesure : mesure lue sans objectif"
    return replace(repaired, cells=tuple(moved), notes=(*repaired.notes, ("cellule-fusionnee", message)), alone=True)
