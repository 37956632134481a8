"""One row of grants under its columns: the words of each role, and what is odd in them."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from graph.text import fold
from loaders.cells import Row
from loaders.forms.grants.columns import Columns
from loaders.forms.grants.problems import Problems
from loaders.words.names import PLACEHOLDERS


@lru_cache(maxsize=65_536)
def _is_nothing(words: str) -> bool:
    return PLACEHOLDERS.match(fold(words)) is not None


@dataclass(frozen=True)
class Cells:
    """The cells of a row once they stand under the header's columns."""

    row: Row
    cells: tuple[str, ...]
    columns: Columns
    problems: Problems

    def words(self, role: str) -> str:
        """The words of a role's cell; "" where it is blank, or says that there is nothing to say."""
        position = self.columns.at(role)
        cell = str(self.cells[position]) if 0 <= position < len(self.cells) else ""
        return "" if _is_nothing(cell[:80]) else cell

    def first(self, *roles: str) -> str:
        """The words of the first of these roles that has any."""
        return next(filter(None, map(self.words, roles)), "")

    def odd(self, code: str, role: str, words: str = "", euros: Decimal = Decimal(0), other: str = "") -> None:
        """Say that something is odd in a role's column."""
        column = self.columns.label(role) if role in self.columns.positions else ""
        self.problems.add(code, self.row, column, words, other, euros)
