"""Rows that lost a cell when merged cells were flattened: told by how the table prints its themes and objectives."""

from __future__ import annotations

from dataclasses import dataclass, replace

from loaders.cells import Row
from loaders.forms.tables.columns import Header
from loaders.forms.tables.labels import ACTOR_ROLES, Role
from loaders.forms.tables.marks import is_mark, is_wordy
from loaders.forms.tables.styles import Styles, begins_with_verb

_OF_OBJECTIVES = (*ACTOR_ROLES, Role.SERVICES)
RowNote = tuple[str, str]


@dataclass(frozen=True)
class Shifted:
    """A row once its cells are put back. `notes` are codes and French messages of what was repaired.

    `banner`: its only cell is a theme; `stray`: it is none of the table's; `alone`: its measure has no objective.
    """

    row: Row
    cells: tuple[str, ...]
    notes: tuple[RowNote, ...] = ()
    banner: bool = False
    stray: bool = False
    alone: bool = False


def put_back(row: Row, header: Header, styles: Styles) -> Shifted:
    """The row with its cells in the columns where they belong."""
    theme, objective = header.position(Role.THEME), header.position(Role.OBJECTIVE)
    if len(row.filled) == 1:
        return _single(row, theme, objective, styles)
    if theme is not None and row.cell(theme) and _theme_is_missing(row, theme, header, styles):
        message = f"la cellule du thème manque : cellules lues une colonne plus à droite (« {row.cell(theme)} »)"
        return _spanned(_inserted(row, theme, message), header)
    if objective is not None and not (theme is not None and row.cell(theme)) and _has_no_objective(row, header, styles):
        message = f"la cellule de l'objectif manque, d'après la tournure : « {row.cell(objective)} » lu comme mesure"
        return _inserted(row, objective, message)
    return _spanned(Shifted(row, row.cells), header)


def _single(row: Row, theme: int | None, objective: int | None, styles: Styles) -> Shifted:
    """A row of one cell: a theme printed as a banner, or words that are none of the table's."""
    cell = row.cell(row.filled[0])
    themed = styles.is_theme is not None and styles.is_theme(cell)
    if row.locator in styles.banner_rows:
        return Shifted(row, row.cells, banner=True)
    banner = theme is None and row.filled == [objective]
    banner = banner and (themed or (styles.banners and not (styles.verbs and begins_with_verb(cell))))
    hollow = row.locator in styles.hollow and not themed and (theme is not None or banner)
    unlike = theme is not None and row.filled == [theme] and styles.is_theme is not None and styles.usual
    return Shifted(row, row.cells, banner=banner and not hollow, stray=hollow or (unlike and not themed))


def _theme_is_missing(row: Row, theme: int, header: Header, styles: Styles) -> bool:
    """True where what stands in the theme's column is an objective, by its style, its verb, or the crosses' columns."""
    worded = begins_with_verb(row.cell(theme)) and not styles.verbs_above
    if styles.is_theme is not None:
        unlike = not styles.is_theme(row.cell(theme)) and (styles.usual or begins_with_verb(row.cell(theme)))
        return unlike and not _covers_crosses(row, header)
    if styles.verbs:
        return worded and not begins_with_verb(row.cell(header.position(Role.OBJECTIVE) or 0))
    return _misfits(row, header, 1) < _misfits(row, header, 0)


def _covers_crosses(row: Row, header: Header) -> bool:
    """True where words would come under crosses, one column further to the right."""
    marks = header.positions(Role.MARK)
    return any(is_wordy(cell) and position + 1 in marks for position, cell in enumerate(row.cells))


def _misfits(row: Row, header: Header, shift: int) -> int:
    """Cells out of place once moved to the right: crosses among words, words among crosses."""
    return sum(bool(cell) and not fits(cell, position + shift, header) for position, cell in enumerate(row.cells))


def fits(cell: str, position: int, header: Header) -> bool:
    """True for a cross in a column of crosses, and for words in any other; a column named after one takes both."""
    if position >= len(header.columns):
        return False
    column = header.columns[position]
    return column.named or is_mark(cell) == (column.role == Role.MARK)


def _has_no_objective(row: Row, header: Header, styles: Styles) -> bool:
    """True where a measure stands in the objective's column, its response in the measure's, and nothing after."""
    objective, response = header.position(Role.OBJECTIVE) or 0, header.position(Role.RESPONSE)
    measure = row.cell(header.measure)
    if not styles.verbs or response is None or not row.cell(objective) or begins_with_verb(row.cell(objective)):
        return False
    return bool(measure) and not is_mark(measure) and (not row.cell(response) or is_mark(row.cell(response)))


def _inserted(row: Row, position: int, message: str) -> Shifted:
    return Shifted(row, (*row.cells[:position], "", *row.cells[position:]), (("ligne-decalee", message),))


def _spanned(shifted: Shifted, header: Header) -> Shifted:
    """Where no cell is a measure's but something answers it, the cell on its left covers both columns.

    Who leads or helps is no answer: it may be said of an objective.
    """
    measure, objective = header.measure, header.position(Role.OBJECTIVE)
    cells = shifted.cells
    beside = [cell for at, cell in enumerate(cells) if at > measure and at not in header.positions(*_OF_OBJECTIVES)]
    answered = len(cells) > measure and not cells[measure] and any(beside)
    if objective is None or not answered or not cells[objective]:
        return shifted
    moved = list(cells)
    moved[objective], moved[measure] = "", cells[objective]
    message = f"« {cells[objective]} » couvre les colonnes de l'objectif et de la mesure : mesure lue sans objectif"
    return replace(shifted, cells=tuple(moved), notes=(*shifted.notes, ("cellule-fusionnee", message)), alone=True)
