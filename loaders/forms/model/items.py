"""Several names in one cell of the workbook: one a line or between semicolons, each with what is said of it beside.

"CAF ; Mission locale [déduit] ; Département [par CTJ, CSS]". A name that could be misread stands between quotation
marks, doubled where it holds some, as in CSV. What is written is read back as it was.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from graph.text import fold
from loaders.cells import Cell

INFERRED, DOUBTFUL, THROUGH = "déduit", "douteux", "par "
SEPARATOR = " ; "
_QUOTED = re.compile(r'\s*"(?P<name>(?:[^"]|"")*)"(?P<marks>(?:[ \t]*\[[^\[\]\n]*\])*)[ \t]*(?=[;\n]|$)')
_MARKS = re.compile(r"^(?P<name>.*?)(?P<marks>(?:\s*\[[^\[\]]*\])*)\s*$", re.DOTALL)
_MARK = re.compile(r"\[([^\[\]]*)\]")


@dataclass(frozen=True)
class Item:
    """One name of a cell. `via` are those it acts through, `section` the part of a document that only cites it.

    `printed` is the item as it stands in the cell.
    """

    name: str
    inferred: bool = False
    doubt: bool = False
    via: tuple[str, ...] = ()
    section: str = ""
    printed: str = ""


def read_items(cell: str) -> list[Item]:
    """The items of a cell, in order; blank ones left out."""
    text = cell.printed if isinstance(cell, Cell) else str(cell)
    return [item for words, quoted in _pieces(text) if (item := _item(words, quoted)).name]


def one_name(cell: str) -> str:
    """The name of a cell for one name, its quotation marks undone; all its words where there are several."""
    items = read_items(cell)
    return items[0].name if len(items) == 1 else " ".join(str(cell).split())


def _pieces(text: str) -> Iterator[tuple[str, re.Match[str] | None]]:
    """The words of each item; with a match for those whose name stands between quotation marks."""
    position = 0
    while position < len(text):
        quoted = _QUOTED.match(text, position)
        end = quoted.end() if quoted else _end(text, position)
        yield " ".join(text[position:end].split()), quoted
        position = end + 1


def _end(text: str, start: int) -> int:
    """Where an item ends: at the first line's end, or semicolon outside parentheses, if these are closed."""
    line = text.find("\n", start)
    stop = len(text) if line < 0 else line
    depth = 0
    for position in range(start, stop):
        sign = text[position]
        depth += (sign == "(") - (sign == ")" and depth > 0)
        if sign == ";" and not depth:
            return position
    semicolon = text.find(";", start, stop)
    return semicolon if depth and semicolon >= 0 else stop


def _item(words: str, quoted: re.Match[str] | None) -> Item:
    if quoted:
        name, marks = " ".join(quoted["name"].replace('""', '"').split()), quoted["marks"]
        return _marked(name, _MARK.findall(marks), words)
    match = _MARKS.match(words)
    if match is None or not match["name"].strip():
        return Item(words, printed=words)
    return _marked(match["name"].strip(), _MARK.findall(match["marks"]), words)


def _marked(name: str, marks: Iterable[str], printed: str) -> Item:
    """The item with what its marks say; the words of another mark are a section."""
    said = [mark.strip() for mark in marks if mark.strip()]
    folded = [fold(mark) for mark in said]
    through = [mark[len(THROUGH) :] for mark in said if fold(mark).startswith(THROUGH)]
    others = [m for m in said if fold(m) not in (fold(INFERRED), DOUBTFUL) and not fold(m).startswith(THROUGH)]
    return Item(
        name=name,
        inferred=fold(INFERRED) in folded,
        doubt=DOUBTFUL in folded,
        via=tuple(part.strip() for words in through for part in words.split(",") if part.strip()),
        section=" ".join(others),
        printed=printed,
    )


def write_items(items: Iterable[Item]) -> str:
    """A cell that `read_items` reads as these items."""
    return SEPARATOR.join(_written(item) for item in items)


def _written(item: Item) -> str:
    marks = [INFERRED] * item.inferred + [DOUBTFUL] * item.doubt
    marks += [THROUGH + ", ".join(item.via)] * bool(item.via) + [item.section] * bool(item.section)
    return " ".join([written_name(item.name), *(f"[{mark}]" for mark in marks)])


def written_name(name: str) -> str:
    """A name as it stands in a cell: between quotation marks where it could be misread."""
    words = " ".join(name.split())
    doubled = words.replace('"', '""')
    return f'"{doubled}"' if _is_misread(words) else words


def _is_misread(words: str) -> bool:
    return ";" in words or words.startswith('"') or words.endswith("]") or not _is_closed(words)


def _is_closed(words: str) -> bool:
    """True where each parenthesis is closed, and none is closed before."""
    depth = 0
    for sign in words:
        depth += (sign == "(") - (sign == ")")
        if depth < 0:
            return False
    return depth == 0
