"""Columns that hold several things: labelled parts ("Pilote : CAF. Partenaires : …"), letters under actors' names.

Each thing becomes a column of its own, right of the others; what is left stays where it is.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from graph.text import fold
from loaders.cells import Row, cell_of, printed_lines
from loaders.forms.tables.columns import Header
from loaders.forms.tables.labels import HEADING_ROLES, Column, Role, role_of
from loaders.forms.tables.payers import is_body

_PART = re.compile(r"(?:^|(?<=[.;\n|/])|(?<= [–-]))\s*(?P<label>[^\W\d_][\w’'()·-]*(?: [\w’'()·-]+){0,4})\s*:\s*")
_LABELLED = (
    Role.PILOTS, Role.SERVICES, Role.PARTNERS, Role.FUNDERS, Role.FINANCING, Role.BUDGET, Role.START, Role.END,
    Role.SCHEDULE, Role.STATUS, Role.PLACE, Role.PEOPLE,
)  # fmt: skip
_PACKING = (*_LABELLED, Role.OTHER, Role.ASIDE, Role.MARK, Role.DESCRIPTION)
_ALIKE = 0.34
_KEY = re.compile(r"(?:^|[\s;,(/|–-])(?P<letter>[A-Z]{1,2})\s*[=:]\s*(?P<words>[^\W\d_][^;,=:()|/]*)")
_LETTERS = re.compile(r"[A-Z]{1,2}(?:\s*[/+,;&-]\s*[A-Z]{1,2})*$")
_CODED = {Role.PILOTS: "Pilote", Role.PARTNERS: "Partenaires", Role.FUNDERS: "Financeurs"}
Cells = dict[int, str]


@dataclass(frozen=True)
class Unpacked:
    """Rows with the columns that were packed in others, under a header that has them."""

    header: Header
    rows: list[Row]


def legend_of(rows: Sequence[Row]) -> dict[str, Role]:
    """What letters mean by a legend of the table: "P = pilote ; A = associé ; F = financeur"."""
    for row in rows:
        text = " ; ".join(row.cells[i] for i in row.filled)
        meant = {match["letter"]: _meaning(match["words"]) for match in _KEY.finditer(text)}
        known = {letter: role for letter, role in meant.items() if role in _CODED}
        if len(known) > 1:
            return {letter: role for letter, role in known.items() if role is not None}
    return {}


def _meaning(words: str) -> Role | None:
    folded = fold(words).strip()
    if folded.startswith(("associe", "partenaire", "contribu", "appui", "participe")):
        return Role.PARTNERS
    return role_of(words.strip())


def is_legend(row: Row) -> bool:
    """True for a row that holds nothing but a legend."""
    return len(row.filled) == 1 and len(_KEY.findall(row.cells[row.filled[0]])) > 1


def unpacked(header: Header, rows: Sequence[Row], legend: Mapping[str, Role]) -> Unpacked:
    """The header and the rows once packed columns are taken apart."""
    columns, found = list(header.columns), [list(row.cells) for row in rows]
    _take_letters(columns, found, header.measure, legend)
    for position in range(len(header.columns)):
        if columns[position].role in _PACKING and not columns[position].named:
            _take_labelled(columns, found, position)
    if len(columns) == len(header.columns):
        return Unpacked(header, list(rows))
    return Unpacked(
        replace(header, columns=tuple(columns)),
        [replace(row, cells=tuple(cells)) for row, cells in zip(rows, found, strict=True)],
    )


def _take_labelled(columns: list[Column], rows: Sequence[list[str]], position: int) -> None:
    """Take the labelled parts of the cells of one column, where many cells have them."""
    parts = [_parts(_cell(row, position), columns[position]) for row in rows]
    labels = Counter(label for part in parts for label in part)
    filled = sum(bool(_cell(row, position)) for row in rows)
    kept = [label for label, count in labels.items() if count >= max(2, _ALIKE * filled)]
    if len(kept) < 2 and not (kept and role_of(kept[0]) != columns[position].role):
        return
    places = _new_columns(columns, kept, position)
    for row, part in zip(rows, parts, strict=True):
        if any(label in part for label in kept):
            row[position] = ""
            for label, words in part.items():
                _put(row, places.get(label, position), words)


def _parts(cell: str, column: Column) -> dict[str, str]:
    """A cell by the labels that stand in it; words before the first are under ""."""
    text = "\n".join(printed_lines(cell))
    marks = [match for match in _PART.finditer(text) if _labels(match["label"])]
    if not marks:
        return {}
    ends = [*(match.start() for match in marks[1:]), len(text)]
    before = text[: marks[0].start()].strip(" .;\n|/–-")
    found = {"": before} if before else {}
    for match, end in zip(marks, ends, strict=True):
        label = match["label"][:1].upper() + match["label"][1:]
        words = text[match.end() : end].strip(" .;\n|/–-")
        found[label] = f"{found[label]}\n{words}" if label in found else words
    return found


def _labels(words: str) -> bool:
    """True for words that say what follows them, and name nobody: "Partenaires", not "Ville"."""
    return role_of(words) in _LABELLED and not is_body(words)


def _new_columns(columns: list[Column], labels: Sequence[str], position: int) -> dict[str, int]:
    places = {}
    for label in labels:
        places[label] = len(columns)
        columns.append(Column(label, role_of(label) or Role.OTHER, columns[position].locator, origin=position))
    if columns[position].role in HEADING_ROLES:
        return places
    columns[position] = replace(columns[position], role=Role.ASIDE) if "" in labels else columns[position]
    return places


def _take_letters(columns: list[Column], rows: Sequence[list[str]], measure: int, legend: Mapping[str, Role]) -> None:
    """Take the letters under the names of actors as lists of those names, by what the legend says."""
    if not legend:
        return
    coded = [
        i
        for i, column in enumerate(columns)
        if i > measure and column.label and _is_coded([_cell(row, i) for row in rows], legend)
    ]
    roles = [role for role in _CODED if role in legend.values()]
    if len(coded) < 2 or not any(is_body(columns[i].label) for i in coded):
        return
    places = {role: len(columns) + rank for rank, role in enumerate(roles)}
    columns += [Column(_CODED[role], role, columns[coded[0]].locator, origin=coded[0]) for role in roles]
    for row in rows:
        for position in coded:
            letters = re.findall(r"[A-Z]{1,2}", _cell(row, position))
            for role in dict.fromkeys(legend[letter] for letter in letters):
                _put(row, places[role], columns[position].label)
            if letters:
                row[position] = ""
    for position in coded:
        columns[position] = replace(columns[position], role=Role.OTHER)


def _is_coded(cells: Sequence[str], legend: Mapping[str, Role]) -> bool:
    filled = [cell for cell in cells if cell]
    coded = [
        cell for cell in filled if _LETTERS.match(cell) and all(x in legend for x in re.findall(r"[A-Z]{1,2}", cell))
    ]
    return bool(filled) and len(coded) == len(filled)


def _cell(row: Sequence[str], position: int) -> str:
    return row[position] if position < len(row) else ""


def _put(row: list[str], position: int, words: str) -> None:
    row.extend([""] * (position + 1 - len(row)))
    row[position] = cell_of("\n".join(filter(None, ["\n".join(printed_lines(row[position])), words])))
