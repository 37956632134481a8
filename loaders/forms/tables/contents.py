"""What the cells of each column hold, and the columns of a header while they are settled by it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from loaders.cells import Row
from loaders.forms.tables.labels import Column, Role
from loaders.forms.tables.marks import is_mark, is_number, is_wordy
from loaders.read.document import Note

_SENTENCE = 2


@dataclass(frozen=True)
class Content:
    """How many cells of a column are crosses, words, figures; `sentences`: of several words; how many differ."""

    marks: int
    words: int
    numbers: int
    sentences: int
    filled: int
    distinct: int

    @property
    def blank(self) -> bool:
        """True where the column is blank all the way down."""
        return not (self.marks or self.words or self.numbers)


def content_of(rows: Sequence[Row], position: int) -> Content:
    """What the cells of one column hold."""
    cells = [row.cell(position) for row in rows if row.cell(position)]
    words = [cell for cell in cells if is_wordy(cell)]
    return Content(
        sum(map(is_mark, cells)),
        len(words),
        sum(map(is_number, cells)),
        sum(len(cell.split()) >= _SENTENCE for cell in words),
        len(cells),
        len(set(cells)),
    )


class Columns:
    """The columns of a header while they are settled, with what is to be said of them."""

    def __init__(self, columns: Sequence[Column], rows: Sequence[Row]) -> None:
        self.columns = list(columns)
        self.rows = rows
        self.content = [content_of(rows, position) for position in range(len(columns))]
        self.notes: list[Note] = []

    def having(self, *roles: Role) -> list[int]:
        """Positions of the columns of these roles."""
        return [i for i, column in enumerate(self.columns) if column.role in roles]

    def cells(self, position: int) -> list[str]:
        """The cells of a column that are filled."""
        return [row.cell(position) for row in self.rows if row.cell(position)]

    def say(self, position: int, message: str) -> None:
        """Report how a column is read."""
        column = self.columns[position]
        self.notes.append(("colonne-interpretee", column.locator, f"colonne « {column.label} » : {message}"))

    def give(self, position: int, role: Role, message: str = "", item: str | None = None) -> None:
        """Set the role of a column; a message (French) says why it is not what its words announce."""
        column = self.columns[position]
        if message and column.label:
            self.say(position, message)
        self.columns[position] = replace(column, role=role, item=column.item if item is None else item)

    @property
    def measure(self) -> int:
        """The column of measures."""
        return self.having(Role.MEASURE)[0]
