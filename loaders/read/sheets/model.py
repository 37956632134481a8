"""A workbook once its bytes are understood: the text of each cell, and what a person sees or does not see around it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from graph.errors import InputError

MOST_CELLS, MOST_PLACES, MOST_SIGNS, MOST_COLUMNS = 3_000_000, 20_000_000, 200_000_000, 16_384
_TIDY = "Ouvrez le classeur, supprimez les lignes, colonnes et feuilles inutiles, enregistrez-le et recommencez."
MACROS = ("macros-ignorees", "le classeur contient des macros : elles n'ont pas été exécutées")
Place = tuple[int, int]
Range = tuple[int, int, int, int]


@dataclass
class Sheet:
    """One sheet. Rows are numbered from 1 as on the screen, columns from 0; `rows` holds those with words.

    A row's list goes from the first column to its last filled one. `merges` are first row, first column, last row,
    last column. `drop_downs` are names of the sheets from which this one's drop-down lists come.
    """

    name: str
    hidden: bool = False
    rows: dict[int, list[str]] = field(default_factory=dict)
    merges: list[Range] = field(default_factory=list)
    hidden_rows: list[int] = field(default_factory=list)
    hidden_columns: list[int] = field(default_factory=list)
    uncalculated: list[Place] = field(default_factory=list)
    errors: list[tuple[int, int, str]] = field(default_factory=list)
    comments: list[tuple[int, int, str]] = field(default_factory=list)
    boxes: list[tuple[int, int, str]] = field(default_factory=list)
    struck: list[Place] = field(default_factory=list)
    drop_downs: list[str] = field(default_factory=list)

    def text(self, row: int, column: int) -> str:
        """The text of a cell, "" where there is none."""
        cells = self.rows.get(row, ())
        return cells[column] if column < len(cells) else ""


@dataclass
class Book:
    """A workbook's sheets in order, and what is to be said of the whole: codes and French messages.

    It counts what it takes: `InputError` where the workbook holds more than a person's workbook ever does.
    """

    kind: str = "xlsx"
    sheets: list[Sheet] = field(default_factory=list)
    remarks: list[tuple[str, str]] = field(default_factory=list)
    cells: int = 0
    places: int = 0
    signs: int = 0

    def put(self, sheet: Sheet, row: int, cells: Mapping[int, str]) -> None:
        """Set the texts of one row by their column."""
        if not cells:
            return
        width = max(cells) + 1
        if width > MOST_COLUMNS:
            raise too_large(f"plus de {MOST_COLUMNS} colonnes")
        texts = sheet.rows.setdefault(row, [])
        missing = max(width - len(texts), 0)
        self._spend(len(cells), missing, sum(map(len, cells.values())))
        texts.extend([""] * missing)
        for column, text in cells.items():
            texts[column] = text

    def _spend(self, cells: int, places: int, signs: int) -> None:
        self.cells += cells
        self.places += places
        self.signs += signs
        if self.cells > MOST_CELLS:
            raise too_large(f"plus de {MOST_CELLS:,} cellules remplies".replace(",", " "))
        if self.places > MOST_PLACES:
            raise too_large("des cellules trop éloignées les unes des autres")
        if self.signs > MOST_SIGNS:
            raise too_large(f"plus de {MOST_SIGNS // 1_000_000} millions de signes")


def too_large(found: str) -> InputError:
    """The error for a workbook beyond the limits; its place is set by who knows the file."""
    return InputError(f"classeur trop grand : {found}", action=_TIDY)


def ranges(numbers: Sequence[int]) -> list[tuple[int, int]]:
    """Numbers as runs: [1, 2, 3, 7] → [(1, 3), (7, 7)]."""
    runs: list[tuple[int, int]] = []
    for number in sorted(set(numbers)):
        if runs and number == runs[-1][1] + 1:
            runs[-1] = (runs[-1][0], number)
        else:
            runs.append((number, number))
    return runs
