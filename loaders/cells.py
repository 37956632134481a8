"""Rows of cells with their place: what spreadsheets, delimited text and tables of office documents have in common."""

from __future__ import annotations

from dataclasses import dataclass

from loaders.lines import Line


@dataclass(frozen=True)
class Row:
    """One row. `locator` is the place as a person looks for it ("ligne 36"); cells are trimmed, spaces made single."""

    locator: str
    cells: tuple[str, ...]

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

    def line(self, text: str) -> Line:
        """Words of this row as a line, at its place."""
        return Line(self.locator, text)
