"""Plans as Word documents in the shapes that cities give them, and what two graphs of one plan have in common."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import docx
from docx.document import Document

from graph.model import Graph
from loaders.cells import Row, printed_lines
from maillage.pipeline import read_graph
from tests.office import bullets, listed

_PLACE = re.compile(r"(?:tableau \d+, )?lignes? \d+(?: à \d+)?|paragraphes? \d+(?: à \d+)?")


def lines_of_plan(text: str) -> Iterator[tuple[str, str]]:
    """The lines of a plan by fiches as text, each with what a person sees in it.

    Kinds: "title", "axis", "objective", "section", "item", "part" (of the item above), "words" and "blank". As in the
    text, a leading blank makes a part only under an item that announces a list.
    """
    announces = False
    first = True
    for line in text.splitlines():
        words = line.strip()
        kind = _kind(line, announces, first)
        if kind in ("item", "part"):
            announces = words.endswith(":") or (announces and kind == "part")
        first = first and not words
        yield kind, words.removeprefix("- ") if kind in ("item", "part") else words


def _kind(line: str, announces: bool, first: bool) -> str:
    words = line.strip()
    if not words:
        return "blank"
    if words.startswith("- "):
        return "part" if line.startswith(" ") and announces else "item"
    named = {"Axe ": "axis", "Axe – ": "axis", "Objectif ": "objective"}
    sections = ("Actions ", "Pilote :", "Partenaires :", "Outils", "d'interventions :")
    if words.startswith(sections):
        return "section"
    return next((kind for start, kind in named.items() if words.startswith(start)), "title" if first else "words")


def with_styles(text: str) -> Document:
    """A plan with titles and lists as Word's own styles make them."""
    styles = {
        "title": "Title", "axis": "Heading 1", "objective": "Heading 2", "section": "Heading 3",
        "item": "List Bullet", "part": "List Bullet 2", "words": "Normal",
    }  # fmt: skip
    document = docx.Document()
    for kind, words in lines_of_plan(text):
        if kind != "blank":
            document.add_paragraph(words, style=styles[kind])
    return document


def plain(text: str) -> Document:
    """A plan typed line by line, blank lines and bullets included."""
    document = docx.Document()
    for line in text.splitlines():
        document.add_paragraph(line)
    return document


def numbered(text: str) -> Document:
    """A plan whose bullets come of numbering set on each paragraph, and whose lists of names are cut by line breaks."""
    document = docx.Document()
    number = bullets(document)
    names = None
    for kind, words in lines_of_plan(text):
        if kind in ("item", "part"):
            listed(document.add_paragraph(words), number, 0 if kind == "item" else 1)
        elif kind == "words" and names is not None and ":" not in names.text:
            names.add_run().add_break()
            names.add_run(words)
            continue
        elif kind != "blank":
            names = document.add_paragraph(words) if kind == "words" else None
            if kind != "words":
                document.add_paragraph(words)
            continue
        names = None
    return document


def in_tables(text: str) -> Document:
    """A plan with one table an objective: labels on the left, what they name on the right."""
    document = docx.Document()
    table = cell = None
    for kind, words in lines_of_plan(text):
        if kind == "blank":
            continue
        if kind in ("title", "axis") or (table is None and kind != "objective"):
            table, cell = None, None
            document.add_paragraph(words)
        elif kind == "objective":
            table = document.add_table(1, 2)
            table.cell(0, 0).merge(table.cell(0, 1)).text = words
            cell = None
        elif kind == "section" and words == "d'interventions :" and cell is not None:
            table.rows[-1].cells[0].add_paragraph(words)
        elif kind == "section":
            label, cell = table.add_row().cells
            label.text = words.removesuffix(" :")
        elif cell is not None:
            _add(cell, kind, words)
    return document


def _add(cell: Any, kind: str, words: str) -> None:
    """One more paragraph in a cell, the first taking the place of the blank one."""
    style = {"item": "List Bullet", "part": "List Bullet 2"}.get(kind, "Normal")
    if cell.text == "" and len(cell.paragraphs) == 1:
        cell.paragraphs[0].text = words
        cell.paragraphs[0].style = style
    else:
        cell.add_paragraph(words, style=style)


# What two graphs of one plan have in common


def graph_of(document: Path, like: Path) -> Graph:
    """The graph of a document in a folder of its own, with the `plan.toml` and the ledger of another plan's."""
    folder = document.parent / f"{document.stem} {document.suffix[1:]}"
    folder.mkdir(exist_ok=True)
    for name in (document, like / "plan.toml", like / "acteurs.csv"):
        shutil.copy(name, folder)
    return graph_at(folder)


def graph_at(path: Path) -> Graph:
    """The graph of a folder or of a lone document."""
    return read_graph(path)


def told(graph: Graph, *, once: bool = False) -> dict[str, Any]:
    """All that a graph says but for the document's id and properties, and for places.

    Left out: the Document's own properties, locators (in messages too), notes on how the file was read. With `once`,
    the same words quoted twice for one tie count once: the lines of a table's cell share one place.
    """
    documents = {node.id for node in graph.by_label("Document")}

    def name(id_: str) -> str:
        return "document" if id_ in documents else id_

    return {
        "nodes": {
            (node.label, name(node.id)): {} if node.label == "Document" else _plain(node.properties)
            for node in graph.nodes
        },
        "ties": sorted(
            (
                (tie.type, name(tie.start), name(tie.end), repr(_plain(_told_tie(tie.properties, once))))
                for tie in graph.relationships
            ),
        ),
        "unread": [line.text for line in graph.unread],
        "findings": sorted((finding.code, _placeless(finding.message)) for finding in graph.findings),
    }


def _placeless(message: str) -> str:
    """A message without its places, whatever parts them: a place of a table holds a comma itself."""
    return _PLACE.sub("…", message).replace(" ; …", ", …")


def _told_tie(properties: Mapping[str, Any], once: bool) -> dict[str, Any]:
    quotes = sorted(set(properties["quotes"]) if once else properties["quotes"])
    return {**properties, "quotes": quotes, "locators": [], "document": ""}


def _plain(properties: Mapping[str, Any]) -> dict[str, Any]:
    return dict(sorted(properties.items()))


def sheets(text: str, width: int, spread: bool = True) -> Document:
    """Sheets of actions, one table each; in a wide table, the value of a label is spread over the other columns."""
    document, table = docx.Document(), None
    for line in filter(str.strip, text.splitlines()):
        cells = line.split("\t") if "\t" in line else line.split(" : ", 1)
        if line.startswith("Fiche"):
            table = document.add_table(0, width)
            _add_row(table, cells if "\t" in line else [line], spread)
        elif table is None or line.startswith(("Axe", "Objectif")):
            table = None
            document.add_paragraph(line, style="Heading 1" if line.startswith(("Axe", "Objectif")) else "Normal")
        elif line.startswith("- "):
            _add(table.rows[-1].cells[1], "item", line.removeprefix("- "))
        elif line.endswith(" :"):
            _add_row(table, [line, ""], spread)
        else:
            _add_row(table, cells, spread)
    return document


def _add_row(table: Any, words: Sequence[str], spread: bool) -> None:
    own = table.add_row().cells
    if len(words) == 1:
        own[0].merge(own[-1])
    elif len(words) == 2 and spread:
        own[1].merge(own[-1])
    for cell, text in zip(own, words, strict=False):
        cell.text = text


# Tables of measures as Word documents


def as_printed(text: str, width: int) -> Document:
    """A table of measures typed in Word as its delimited text has it, shifted rows included."""
    document = docx.Document()
    title, rows = _table_of(text)
    document.add_paragraph(title)
    table = document.add_table(len(rows), width)
    for row, cells in zip(table.rows, rows, strict=True):
        own = row.cells
        for position, words in enumerate(cells):
            own[position].text = words
    return document


def merged_again(text: str, width: int, shifted: Sequence[int], spread: Sequence[int]) -> Document:
    """The same table as its authors drew it: themes and objectives merged over their rows.

    `shifted` are lines of the text that lost the cell of their theme, `spread` those of them whose first cell covers
    the columns of the objective and of the measure.
    """
    document = docx.Document()
    title, rows = _table_of(text)
    first = 1 + text.split("\n").index(next(line for line in text.split("\n") if line.count("\t") > 1))
    document.add_paragraph(title)
    cells = [["", *row] if first + number in shifted else row for number, row in enumerate(rows)]
    cells = [(row + [""] * width)[:width] for row in cells]
    table = document.add_table(len(cells), width)
    grid = [list(row.cells) for row in table.rows]
    for number, row in enumerate(cells):
        for position, words in enumerate(row):
            grid[number][position].text = words
    for number, row in enumerate(cells):
        if first + number in spread:
            grid[number][1].merge(grid[number][2]).text = row[1]
    _merge_down(grid, cells, 0, {first + n for n, row in enumerate(cells) if not any(row)}, first, ())
    _merge_down(grid, cells, 1, {first + n for n, row in enumerate(cells) if not any(row)}, first, spread)
    return document


def rows_in_word(rows: Sequence[Row]) -> Document:
    """Rows as a table of Word, those above the first of several cells as paragraphs."""
    document = docx.Document()
    first = next(number for number, row in enumerate(rows) if len(row.filled) > 1)
    for row in rows[:first]:
        document.add_paragraph(" ".join(filter(None, row.cells)))
    table = document.add_table(len(rows) - first, max(len(row.cells) for row in rows))
    for drawn, row in zip(table.rows, rows[first:], strict=True):
        for cell, words in zip(drawn.cells, row.cells, strict=False):
            cell.text = "\n".join(printed_lines(words))
    return document


def _table_of(text: str) -> tuple[str, list[list[str]]]:
    """The line above a table of measures, and its rows; blank rows are kept, save at the ends."""
    lines = text.rstrip("\n").split("\n")
    start = next(number for number, line in enumerate(lines) if line.count("\t") > 1)
    rows = [line.split("\t") for line in lines[start:]]
    return next(line for line in lines if line), rows


def _merge_down(
    grid: list[list[Any]], cells: list[list[str]], column: int, blank: set[int], first: int, spread: Sequence[int]
) -> None:
    """Merge each cell of a column with the blank ones below it."""
    opened: int | None = None
    for number, row in enumerate(cells):
        ends = first + number in blank or first + number in spread or (column and row[0])
        if ends or row[column]:
            opened = number if row[column] and first + number not in spread else None
        elif opened is not None:
            words = grid[opened][column].text
            grid[opened][column].merge(grid[number][column]).text = words
