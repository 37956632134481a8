"""Maillage's own workbook in tests: written, read back, edited; plans compared by all that a workbook keeps."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any
from unittest.mock import patch

import openpyxl

from graph.actors.assemble import assemble
from graph.actors.ledger import Ledger
from graph.model import Graph
from loaders.cells import Row, cell_of
from loaders.plan import PlanFiles, read_plan
from loaders.read.document import RawDocument
from viz.workbook import Sheet

PROVENANCE = {"document", "locators", "quotes"}
Cells = Mapping[str, Any]


def parts_of(sheets: Sequence[Sheet], name: str = "plan.xlsx") -> list[RawDocument]:
    """The sheets as the reader of workbooks gives them, without a file between."""
    parts = []
    for sheet in sheets:
        rows: dict[int, list[Any]] = {}
        for top, table in sheet.tables():
            for number, note in enumerate(table.notes):
                rows[top + number] = [note]
            if table.has_help:
                rows[top + table.header_row - 1] = [column.help for column in table.columns]
            rows[top + table.header_row] = [column.heading for column in table.columns]
            rows |= {top + table.header_row + 1 + number: list(values) for number, values in enumerate(table.rows)}
        read = [
            Row(f"feuille {sheet.title}, ligne {number + 1}", cells, sheet.title, number + 1)
            for number in range(max(rows) + 1)
            if any(cells := tuple(cell_of("" if value is None else str(value)) for value in rows.get(number, ())))
        ]
        parts.append(RawDocument(name, "0" * 64, "application/test", (), tuple(read), sheet=sheet.title))
    return parts


def read_parts(parts: Sequence[RawDocument], ledger: Ledger | None = None) -> Graph:
    """The graph of a lone workbook with these sheets."""
    files = PlanFiles((Path(parts[0].name),), None, None)
    with patch("loaders.plan.read_document", return_value=list(parts)):
        return assemble(read_plan(files), ledger or Ledger())


def filled(**sheets: Sequence[Cells]) -> list[RawDocument]:
    """A workbook that a team fills: rows of each sheet by its key, cells by the key of their column."""
    from loaders.forms.model.layout import PLAN_QUESTIONS, SHEETS
    from maillage.plan_workbook import model_sheets

    told: Cells = next(iter(sheets.pop("plan", [])), {"territory": "Montfleur", "start": "2025", "end": "2030"})
    made = []
    for sheet in model_sheets():
        layout = next((layout for layout in SHEETS if layout.title == sheet.title), None)
        rows: list[list[Any]] = [list(row) for row in sheet.rows]
        columns = list(sheet.columns)
        if layout is not None and layout.key == "plan":
            rows = [[question, told.get(key, ""), ""] for key, (question, _) in PLAN_QUESTIONS.items()]
        elif layout is not None:
            keys = [field.key for field in layout.fields]
            from maillage.plan_workbook import _column

            columns = [_column(field) for field in layout.fields]
            rows = [[row.get(key, "") for key in keys] for row in sheets.pop(layout.key, ())]
            assert not (rows and set().union(*(sheets.get(layout.key, ()))) - set(keys))
        made.append(Sheet(sheet.title, columns, rows, sheet.notes, entry=True, below=sheet.below))
    assert not sheets, sheets
    return parts_of(made)


def facts(graph: Graph) -> tuple[dict[str, Any], Counter[Any]]:
    """All that a workbook keeps of a plan: nodes by id with their properties, ties with theirs.

    Not kept: the documents and the places and words of ties. An actor's aliases have its name, as the sheet writes it;
    a doubt, a co-pilot or a generic name that is not one is as one of which nothing is said.
    """
    nodes = {
        node.id: (node.label, _kept(node.properties) | _aliases(node.label, node.properties))
        for node in graph.nodes
        if node.label != "Document"
    }
    ties = Counter(
        (tie.type, tie.start, tie.end, *sorted((name, _frozen(value)) for name, value in _kept(tie.properties).items()))
        for tie in graph.relationships
        if tie.type != "STATED_IN"
    )
    return nodes, ties


def _kept(properties: Cells) -> dict[str, Any]:
    return {
        name: value
        for name, value in properties.items()
        if name not in PROVENANCE and value is not None and value is not False and value != []
    }


def _aliases(label: str, properties: Cells) -> dict[str, Any]:
    if label != "Actor":
        return {}
    name = properties["name"]
    return {"aliases": {*properties.get("aliases", ()), name, name.partition(" (")[0]}}


def _frozen(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value


def codes(graph: Graph) -> list[str]:
    """Codes of what is odd."""
    return [finding.code for finding in graph.findings]


def places(graph: Graph, code: str) -> list[str]:
    """Where the findings of a code are."""
    return [finding.locator for finding in graph.findings if finding.code == code]


def edit(path: Path, sheet: str, key: tuple[str, str], heading: str, value: Any) -> None:
    """Change one cell of a workbook as a person does: in the row where a column has this text, below a heading."""
    book = openpyxl.load_workbook(path)
    page = book[sheet]
    header = next(row for row in page.iter_rows() if heading in [cell.value for cell in row])
    names = [cell.value for cell in header]
    rows = page.iter_rows(min_row=header[0].row + 1)
    row = next(row for row in rows if row[names.index(key[0])].value == key[1])
    row[names.index(heading)].value = value
    book.save(path)
