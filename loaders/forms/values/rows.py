"""Tables of money that reach us as lines parted by tabulations: each row as words, "État : 20 000 € : 40 %"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from graph.text import fold
from loaders.forms.values.figures import bare_number, figures
from loaders.lines import Line

_PARTED = re.compile(r"\t+|\s*\|\s*|\s{3,}")
_AMOUNT = re.compile(r"^(?:montants?|subventions?|sommes?|budget|couts?|part en (?:€|euros))\b|€|\beuros?\b")
_SHARE = re.compile(r"^(?:(?:parts?|taux|pourcentage)\b|%|en %)")
_TOTAL = re.compile(r"^total\b")
_YEAR = re.compile(r"^(?:annee )?(?:19|20)\d{2}$")
_NAME = re.compile(
    r"^(?:co-?)?(?:financeurs?|financements?|organismes?|structures?|partenaires?|sources?|recettes?|produits?"
    r"|ressources|origines?|nom|qui|contributeurs?)\b"
)
_INCOME = re.compile(r"^(?:recettes?|produits?|ressources|financements?)\b")
_SPENT = re.compile(r"^(?:depenses?|charges?|couts?|emplois|postes?)\b")
_UNIT = re.compile(r"(?P<unit>[km]?\s?€|\b[km]?\s?euros?\b)", re.IGNORECASE)


def cells_of(line: Line) -> list[str]:
    """The cells of a line that tabulations, bars or wide blanks part; blank ones stay, but for those at the ends."""
    text = line.raw.strip(" \n").strip("|")
    return [" ".join(cell.split()) for cell in _PARTED.split(text)] if _PARTED.search(text.strip()) else [line.body]


def unit_of(label: str) -> str:
    """The unit that a label prints, "k€" of "Budget (en k€)"; "" where it prints none."""
    match = _UNIT.search(label)
    return match["unit"].replace(" ", "") if match else ""


@dataclass(frozen=True)
class _Header:
    """What each column of a table of funders holds, by position."""

    name: int
    amounts: tuple[int, ...]
    shares: tuple[int, ...]
    units: tuple[str, ...]

    def words(self, cells: Sequence[str]) -> str:
        """A row as words; blank where it names nobody."""
        if self.name >= len(cells) or not cells[self.name]:
            return ""
        printed = [self._figure(cells, at, self.units[at] or "€") for at in self.amounts]
        shares = [self._figure(cells, at, "%") for at in self.shares]
        return " : ".join(filter(None, [cells[self.name], *printed, *shares]))

    def _figure(self, cells: Sequence[str], at: int, unit: str) -> str:
        cell = cells[at] if at < len(cells) else ""
        return f"{cell} {unit}" if bare_number(cell) is not None else cell


def flattened(lines: Sequence[Line]) -> list[Line]:
    """Lines with every row of a table as words of its own; other lines as they are."""
    found: list[Line] = []
    header: _Header | None = None
    rows = [cells_of(line) for line in lines]
    skip = -1
    for at, (line, cells) in enumerate(zip(lines, rows, strict=True)):
        if at == skip:
            continue
        below = rows[at + 1] if at + 1 < len(rows) else []
        if len(cells) == 1:
            header = None
            found.append(line)
        elif (pairs := _sideways(cells, below)) is not None:
            found += [replace(line, raw=words, adjacent=False) for words in pairs]
            skip = at + 1
        elif (opened := _header(cells)) is not None:
            header = opened
        else:
            found += _row(line, cells, header)
    return found


def is_header(line: Line) -> bool:
    """True for the first row of a table of funders: "Financeur | Montant | Part"."""
    cells = cells_of(line)
    return len(cells) > 1 and _header(cells) is not None


def _row(line: Line, cells: Sequence[str], header: _Header | None) -> list[Line]:
    """One row: by its header, or its name and figures; a row of names is so many lines."""
    if header is not None:
        words = header.words(cells)
        return [replace(line, raw=words, adjacent=False)] if words else []
    filled = [cell for cell in cells if cell]
    if len(filled) > 1 and all(_is_figure(cell) for cell in filled[1:]) and not _is_figure(filled[0]):
        return [replace(line, raw=" : ".join(filled), adjacent=False)]
    return [replace(line, raw=cell, adjacent=False) for cell in filled]


def _is_figure(cell: str) -> bool:
    found = figures(cell)
    return bool(found) and found[0].start == 0 and found[-1].end >= len(cell) - 5


def _sideways(cells: Sequence[str], below: Sequence[str]) -> list[str] | None:
    """Names in one row and their amounts in the next: "Ville | DRAC | CAF" over "3 000 € | 2 500 € | 3 000 €"."""
    names, given = [cell for cell in cells if cell], [cell for cell in below if cell]
    if len(names) < 2 or len(names) != len(given) or any(map(_is_figure, names)):
        return None
    if not all(map(_is_figure, given)):
        return None
    return [f"{name} : {figure}" for name, figure in zip(names, given, strict=True)]


def _header(cells: Sequence[str]) -> _Header | None:
    """The header of a table of funders: words for a name and for an amount or a share, and no figure."""
    keys = [fold(cell).rstrip(" :") for cell in cells]
    spent = any(_SPENT.match(key) for key in keys[:1])
    incomes = [at for at, key in enumerate(keys) if _INCOME.match(key)]
    begins = incomes[-1] if spent and incomes else 0
    columns = range(begins, len(keys))
    named = [at for at in columns if _NAME.match(keys[at])]
    totals = [at for at in columns if _TOTAL.match(keys[at])]
    shares = [at for at in columns if _SHARE.match(keys[at])]
    sums = [at for at in columns if at not in shares and (_AMOUNT.search(keys[at]) or _YEAR.match(keys[at]))]
    name = next(iter(named), begins)
    sums = [at for at in (totals or sums) if at != name]
    if not (sums or shares) or any(figures(cell) for cell in cells):
        return None
    units = tuple("€" if "€" in cell and not unit_of(cell) else unit_of(cell) for cell in cells)
    return _Header(name, tuple(sums), tuple(at for at in shares if at != name), units)
