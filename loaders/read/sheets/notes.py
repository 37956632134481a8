"""Settles a sheet: blanks the cells that nobody sees, and says all that a person sees otherwise, or not at all."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence

from loaders.cells import column_name
from loaders.read.document import Note
from loaders.read.sheets.model import Place, Sheet, ranges
from loaders.read.sheets.rows import covered_places
from loaders.read.sheets.text import is_error
from loaders.read.sheets.values import damaged_number

_MOST_NAMED, _MOST_NOTES = 36, 200
_ROWS, _COLUMNS = "lignes masquées, lues comme les autres", "colonnes masquées, lues comme les autres"
_UNCALCULATED = (
    "formules jamais calculées, lues comme vides (ouvrez le classeur dans un tableur et enregistrez-le pour les avoir)"
)
_STRUCK = "cellules au texte barré, lues comme les autres"
_DAMAGED = "nombres longs abîmés par un tableur, dont des chiffres sont perdus"


def settle(sheet: Sheet) -> list[Note]:
    """Blank errors and words under merged cells; notes on these, on what is hidden, never calculated, struck…"""
    buried = _take_buried(sheet)
    _take_errors(sheet)
    seen = {column for cells in sheet.rows.values() for column, cell in enumerate(cells) if cell}
    rows = [number for number in sheet.hidden_rows if number in sheet.rows]
    columns = [column for column in sheet.hidden_columns if column in seen]
    codes = ", ".join(dict.fromkeys(code for *_, code in sheet.errors))
    failed = _names((row, column) for row, column, _ in sheet.errors)
    damaged = _names(where for where, text in _texts(sheet) if damaged_number(text))
    notes = [
        ("lignes-masquees", _ROWS, _runs(rows, str)),
        ("colonnes-masquees", _COLUMNS, _runs(columns, column_name)),
        ("cellules-en-erreur", f"cellules en erreur ({codes}), lues comme vides", failed),
        ("formules-non-calculees", _UNCALCULATED, _names(sheet.uncalculated)),
        ("texte-barre", _STRUCK, _names(sheet.struck)),
        ("nombre-abime", _DAMAGED, damaged),
    ]
    said = [(code, f"feuille {sheet.name}", f"{what} : {_listed(names)}") for code, what, names in notes if names]
    said += _each(sheet, "commentaire", "commentaire, non lu comme texte du plan", sheet.comments)
    said += _each(sheet, "zone-de-texte", "zone de texte, non lue comme texte du plan", sheet.boxes)
    return said + _each(sheet, "contenu-recouvert", "recouvert par une cellule fusionnée, non lu", buried)


def _texts(sheet: Sheet) -> Iterator[tuple[Place, str]]:
    return (((number, i), text) for number, cells in sheet.rows.items() for i, text in enumerate(cells) if text)


def _take_errors(sheet: Sheet) -> None:
    found = [(place, text) for place, text in _texts(sheet) if text[0] in "#E" and is_error(text)]
    for (row, column), text in found:
        sheet.errors.append((row, column, text))
        sheet.rows[row][column] = ""


def _take_buried(sheet: Sheet) -> list[tuple[int, int, str]]:
    """Take the words that merged cells hide out of the rows."""
    buried = []
    for row, column, top, left in covered_places(sheet):
        if text := sheet.text(row, column):
            sheet.rows[row][column] = ""
            buried += [(row, column, text)] if text != sheet.text(top, left) else []
    return buried


def _runs(numbers: Sequence[int], name: Callable[[int], str]) -> list[str]:
    """Names of numbers, those that follow each other as "6 à 9"."""
    return [name(first) if first == last else f"{name(first)} à {name(last)}" for first, last in ranges(numbers)]


def _names(places: Iterable[Place]) -> list[str]:
    """Names of cells, those below each other as "C2 à C9"."""
    by_column: defaultdict[int, list[int]] = defaultdict(list)
    for row, column in places:
        by_column[column].append(row)
    return [
        name for column in sorted(by_column) for name in _runs(by_column[column], f"{column_name(column)}{{}}".format)
    ]


def _listed(names: Sequence[str]) -> str:
    more = f" et {len(names) - _MOST_NAMED} autres" if len(names) > _MOST_NAMED else ""
    return ", ".join(names[:_MOST_NAMED]) + more


def _each(sheet: Sheet, code: str, what: str, found: Sequence[tuple[int, int, str]]) -> list[Note]:
    """A note for each, at its cell; beyond some hundreds, how many more there are."""
    notes = [
        (code, f"feuille {sheet.name}, cellule {column_name(column)}{row}", f"{what} : « {' '.join(words.split())} »")
        for row, column, words in found[:_MOST_NOTES]
    ]
    rest = len(found) - _MOST_NOTES
    return notes + ([(code, f"feuille {sheet.name}", f"{rest} autres ({what})")] if rest > 0 else [])
