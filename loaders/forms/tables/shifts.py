"""Rows that lost a cell when merged cells were flattened: told by how the table prints its themes and objectives."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from loaders.cells import Row
from loaders.forms.tables.columns import Header, Role, is_mark

IsTheme = Callable[[str], bool]
Note = tuple[str, str]

_NUMBERED = re.compile(
    r"^(?i:axe|pilier|th[èe]me|volet|thématique|orientation|priorité)\b|^(?:n°\s*)?(?:\d{1,2}|[IVX]{1,4})\s*[-.):–]"
)
_INFINITIVE = re.compile(r"^(?:s'|se )?(?:\w+(?:er|ir|oir|dre|ttre|uire|crire|ivre)|faire|lire|dire)\b", re.IGNORECASE)
_MOST, _ENOUGH, _TWICE = 0.75, 4, 2


@dataclass(frozen=True)
class Styles:
    """How a table prints its themes (None where nothing tells them), and whether its objectives begin with a verb.

    `usual`: most cells in the place of themes are printed so; where only some are, the others may be themes too.
    """

    is_theme: IsTheme | None
    verbs: bool
    usual: bool = True


@dataclass(frozen=True)
class Shifted:
    """A row once its cells are put back. `notes` are codes and French messages of what was repaired.

    `banner`: its only cell is a theme; `stray`: its only cell is none; `alone`: its measure has no objective.
    """

    row: Row
    cells: tuple[str, ...]
    notes: tuple[Note, ...] = ()
    banner: bool = False
    stray: bool = False
    alone: bool = False


def styles_of(rows: Sequence[Row], header: Header) -> Styles:
    """The styles that most rows agree on."""
    theme, objective = header.position(Role.THEME), header.position(Role.OBJECTIVE)
    if theme is not None:
        themes = [row.cell(theme) for row in rows if row.cell(theme)]
    else:
        themes = [row.cell(row.filled[0]) for row in rows if row.filled == [objective]]
    objectives = [row.cell(objective) for row in rows if objective is not None and len(row.filled) > 1]
    printed = [cell for cell in objectives if cell]
    verbs = sum(bool(_INFINITIVE.match(cell)) for cell in printed) >= _MOST * len(printed)
    style = next((style for style in (_in_capitals, _is_numbered) if sum(map(style, themes)) >= _TWICE), None)
    usual = style is not None and 2 * sum(map(style, themes)) > len(themes)
    return Styles(style, verbs and len(printed) >= _ENOUGH, usual)


def _in_capitals(cell: str) -> bool:
    letters = [sign for sign in cell if sign.isalpha()]
    return len(letters) > 3 and sum(sign.isupper() for sign in letters) >= 0.9 * len(letters)


def _is_numbered(cell: str) -> bool:
    return bool(_NUMBERED.match(cell))


def put_back(row: Row, header: Header, styles: Styles, width: int) -> Shifted:
    """The row with its cells in the columns where they belong. `width`: cells of most rows around it."""
    theme, objective = header.position(Role.THEME), header.position(Role.OBJECTIVE)
    if len(row.filled) == 1:
        return _single(row, theme, objective, styles)
    if theme is not None and row.cell(theme) and _theme_is_missing(row, theme, styles, width):
        message = f"la cellule du thème manque : cellules lues une colonne plus à droite (« {row.cell(theme)} »)"
        return _spanned(_inserted(row, theme, width, message), header)
    if objective is not None and not (theme is not None and row.cell(theme)) and _has_no_objective(row, header, styles):
        message = f"la cellule de l'objectif manque, d'après la tournure : « {row.cell(objective)} » lu comme mesure"
        return _inserted(row, objective, width, message)
    return _spanned(Shifted(row, row.cells), header)


def _single(row: Row, theme: int | None, objective: int | None, styles: Styles) -> Shifted:
    """A row of one cell: a theme printed as a banner, or words that are none of the table's."""
    themed = styles.is_theme is not None and styles.is_theme(row.cell(row.filled[0]))
    banner = theme is None and row.filled == [objective] and themed
    stray = theme is not None and row.filled == [theme] and styles.is_theme is not None and styles.usual and not themed
    return Shifted(row, row.cells, banner=banner, stray=stray)


def _theme_is_missing(row: Row, theme: int, styles: Styles, width: int) -> bool:
    if styles.is_theme is None:
        return len(row.cells) == width - 1
    unlike = not styles.is_theme(row.cell(theme))
    return unlike and (styles.usual or bool(_INFINITIVE.match(row.cell(theme))))


def _has_no_objective(row: Row, header: Header, styles: Styles) -> bool:
    """True where a measure stands in the objective's column, its response in the measure's, and nothing after."""
    objective, response = header.position(Role.OBJECTIVE) or 0, header.position(Role.RESPONSE)
    measure = row.cell(header.position(Role.MEASURE) or 0)
    if not styles.verbs or response is None or not row.cell(objective) or _INFINITIVE.match(row.cell(objective)):
        return False
    return bool(measure) and not is_mark(measure) and (not row.cell(response) or is_mark(row.cell(response)))


def _inserted(row: Row, position: int, width: int, message: str) -> Shifted:
    """The row with a blank cell more; a blank one at its end, put there to keep the count, goes."""
    cells = (*row.cells[:position], "", *row.cells[position:])
    if len(cells) > width and not cells[-1]:
        cells = cells[:-1]
    return Shifted(row, cells, (("ligne-decalee", message),))


def _spanned(shifted: Shifted, header: Header) -> Shifted:
    """Where no cell is a measure's but something answers it, the cell on its left covers both columns."""
    measure, objective = header.position(Role.MEASURE) or 0, header.position(Role.OBJECTIVE)
    cells = shifted.cells
    answered = len(cells) > measure and not cells[measure] and any(cells[measure + 1 :])
    if objective is None or not answered or not cells[objective]:
        return shifted
    moved = list(cells)
    moved[objective], moved[measure] = "", cells[objective]
    message = f"« {cells[objective]} » couvre les colonnes de l'objectif et de la mesure : mesure lue sans objectif"
    return replace(shifted, cells=tuple(moved), notes=(*shifted.notes, ("cellule-fusionnee", message)), alone=True)
