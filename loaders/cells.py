"""Rows of cells with their place: what spreadsheets, delimited text and tables of office documents have in common."""

from __future__ import annotations

from dataclasses import dataclass

from loaders.lines import Line


class Cell(str):
    """The words of a cell whose lines matter: spaces made single, and `printed` with its line breaks.

    It is equal to its words, so forms may move it, compare it and store it as any other.
    """

    __slots__ = ("printed",)
    printed: str

    def __new__(cls, words: str, printed: str = "") -> Cell:
        """Words, and the same with line breaks."""
        cell = super().__new__(cls, words)
        cell.printed = printed or words
        return cell


def cell_of(text: str) -> str:
    """A cell from what is printed in it: trimmed, spaces made single; its line breaks are kept beside (`Cell`)."""
    words = " ".join(text.split())
    if "\n" not in text:
        return words
    printed = [line for line in (" ".join(line.split()) for line in text.split("\n")) if line]
    return Cell(words, "\n".join(printed)) if len(printed) > 1 else words


def printed_lines(cell: str) -> list[str]:
    """The lines of a cell as printed; one where it has no line break, none where it is blank."""
    return (cell.printed if isinstance(cell, Cell) else str(cell)).split("\n") if cell else []


def column_name(position: int) -> str:
    """The letters of a column, from 0: "A", "Z", "AA"."""
    letters = ""
    position += 1
    while position > 0:
        position, rest = divmod(position - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


@dataclass(frozen=True)
class Row:
    """One row. `locator` is the place as a person looks for it ("ligne 36"); cells are trimmed, spaces made single.

    A row of a workbook knows its `sheet` and its `number` there. A merged cell stands where it begins, and is blank
    elsewhere: `covered` has its words for each further position of the row (as printed) that it covers.
    """

    locator: str
    cells: tuple[str, ...]
    sheet: str = ""
    number: int = 0
    covered: tuple[tuple[int, str], ...] = ()

    @property
    def blank(self) -> bool:
        """True where no cell holds a word."""
        return not any(self.cells)

    @property
    def filled(self) -> list[int]:
        """Positions of the cells that hold words."""
        return [position for position, cell in enumerate(self.cells) if cell]

    def cell(self, position: int) -> str:
        """The cell at a position, or "" beyond the last."""
        return self.cells[position] if 0 <= position < len(self.cells) else ""

    def over(self, position: int) -> str:
        """The words of the merged cell that covers a position, where it begins elsewhere; else ""."""
        return next((words for place, words in self.covered if place == position), "")

    def line(self, text: str) -> Line:
        """Words of this row as a line, at its place."""
        return Line(self.locator, text)

    def lines(self, cell: str) -> list[Line]:
        """A cell of this row as lines, one for each line printed in it, at the row's place."""
        return [Line(self.locator, text, adjacent=rank > 0) for rank, text in enumerate(printed_lines(cell))]

    def place(self, position: int) -> str:
        """The place of one cell: "feuille Plan, cellule C12", or "ligne 36, colonne 3" outside workbooks."""
        if self.sheet:
            return f"feuille {self.sheet}, cellule {column_name(position)}{self.number}"
        return f"{self.locator}, colonne {position + 1}"
