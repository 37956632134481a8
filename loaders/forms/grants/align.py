"""Puts back the cells of a row that slid: a cell too many (an unquoted separator), or one lost."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from loaders.forms.grants.amounts import read_amount
from loaders.forms.grants.columns import Columns
from loaders.forms.grants.dates import first_date
from loaders.words.siret import State, read_siret

Row = tuple[str, ...]
_MOST_EXTRA, _MOST_TRIED, _WIDEST = 3, 2_000, 80
_NUMBERS = (State.SIRET, State.SIREN, State.REPAIRED, State.DAMAGED)


def _is_amount(text: str) -> bool:
    return read_amount(text).euros is not None


def _is_number(text: str) -> bool:
    return read_siret(text).state in _NUMBERS


def _is_date(text: str) -> bool:
    return first_date(text) is not None


_TYPED: dict[str, Callable[[str], bool]] = {
    "amount": _is_amount,
    "requested": _is_amount,
    "grantor_id": _is_number,
    "beneficiary_id": _is_number,
    "date": _is_date,
    "decision_date": _is_date,
    "payment_date": _is_date,
}


class Aligner:
    """Sets rows under the header. It only moves cells where one move alone makes every typed column right."""

    def __init__(self, columns: Columns) -> None:
        self._typed = [(columns.at(role), fits) for role, fits in _TYPED.items() if role in columns.positions]
        self._amount, self._name = columns.at("amount"), columns.at("beneficiary")
        self._worded = {columns.at(role) for role in ("beneficiary", "object", "grantor")}
        self._width = len(columns.labels)
        self._tried = 0

    def aligned(self, cells: Row) -> Row | None:
        """The cells put back, or None where they are left as they stand."""
        if not self._is_suspect(cells) or self._tried >= _MOST_TRIED or len(cells) > _WIDEST:
            return None
        self._tried += 1
        right = {moved: self._likely(at, moved) for at, moved in self._moves(cells) if self._fits(moved)}
        best = [moved for moved, likely in right.items() if likely == max(right.values())]
        return best[0] if len(best) == 1 else None

    def _is_suspect(self, cells: Row) -> bool:
        """True for a row with a word in the place of a number, and one beyond the last column or no amount."""
        if any(cells[self._width :]):
            return not self._fits(cells)
        amount = _cell(cells, self._amount)
        return bool(amount) and not _is_amount(amount) and self._wrong(cells) > 1

    def _fits(self, cells: Row) -> bool:
        return self._wrong(cells) == 0 and self._right(cells) > 1

    def _likely(self, at: int, cells: Row) -> tuple[bool, bool]:
        """A beneficiary must be named; separators stand in names and objects, not in references."""
        return bool(_cell(cells, self._name)), at in self._worded

    def _moves(self, cells: Row) -> Iterator[tuple[int, Row]]:
        filled = len(cells)
        while filled and not cells[filled - 1]:
            filled -= 1
        extra = filled - self._width
        if 0 < extra <= _MOST_EXTRA:
            for at in range(self._width):
                joined = ", ".join(filter(None, cells[at : at + extra + 1]))
                yield at, (*cells[:at], joined, *cells[at + extra + 1 : filled])
        if extra < 0:
            for at in range(filled):
                yield at, (*cells[:at], "", *cells[at:filled])

    def _wrong(self, cells: Row) -> int:
        return sum(bool(cell) and not fits(cell) for cell, fits in self._pairs(cells))

    def _right(self, cells: Row) -> int:
        return sum(bool(cell) and fits(cell) for cell, fits in self._pairs(cells))

    def _pairs(self, cells: Row) -> Iterator[tuple[str, Callable[[str], bool]]]:
        return ((_cell(cells, position), fits) for position, fits in self._typed)


def _cell(cells: Sequence[str], position: int) -> str:
    return cells[position] if 0 <= position < len(cells) else ""
