"""The real table of measures as a workbook: the same graph as from its text, but for locators."""

from pathlib import Path

import openpyxl
import pytest
import xlsxwriter

from graph.actors.assemble import assemble
from graph.actors.ledger import Ledger
from graph.model import Graph
from graph.statements import Reading
from loaders.cells import Row
from loaders.forms.tables.form import TableForm
from loaders.plan_info import read_plan_info
from loaders.read.delimited import read_delimited
from loaders.read.document import RawDocument
from loaders.read.workbook import read_plan_workbook
from loaders.writer import Writer
from tests.workbooks import converted

PLAN = Path(__file__).parent.parent / "plans" / "albertville-2021"
TEXT = PLAN / "albertville-civ-2021.tsv"
SHEET = "feuille Plan 2021, "


def graph_of(raw: RawDocument) -> Graph:
    """The graph of one document, its places without the sheet's name."""
    info = read_plan_info(PLAN / "plan.toml")
    form = TableForm.recognise(raw)
    assert form is not None
    reading = Reading(info.id, info.scope)
    form.write(Writer(reading, f"{info.id}/document"), info, frozenset())
    return assemble(reading, Ledger())


def strict(graph: Graph) -> dict[str, list[str]]:
    """All of a graph, in any order; locators lose the sheet's name, and nothing else is left out."""
    parts = {"nodes": graph.nodes, "ties": graph.relationships, "unread": graph.unread, "findings": graph.findings}
    return {name: sorted(repr(part).replace(SHEET, "") for part in found) for name, found in parts.items()}


@pytest.fixture(scope="module")
def text() -> RawDocument:
    return read_delimited(TEXT)


@pytest.fixture(scope="module")
def merged(text: RawDocument, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The table as it was before its merged cells were flattened: themes and objectives span the rows below them."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "Plan 2021"
    for number, row in enumerate(text.rows, 1):
        for column, cell in enumerate(row.cells, 1):
            if cell:
                sheet.cell(number, column).value = cell
    for number, row in enumerate(text.rows[6:], 7):
        for column in (0, 1):
            last = number + blank_below(text.rows[number:], column) if row.cell(column) else number
            if last > number:
                sheet.merge_cells(start_row=number, end_row=last, start_column=column + 1, end_column=column + 1)
    sheet.merge_cells("D5:E5")
    path = tmp_path_factory.mktemp("albertville") / "plan.xlsx"
    book.save(path)
    return path


def blank_below(rows: tuple[Row, ...], column: int) -> int:
    """How many rows a merged cell goes on: until a word in its column or left of it, or a blank row."""
    return next((i for i, row in enumerate(rows) if row.blank or any(row.cells[: column + 1])), len(rows))


@pytest.fixture(scope="module")
def plain(text: RawDocument, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("albertville") / "plan.xlsx"
    with xlsxwriter.Workbook(path, {"strings_to_formulas": False, "strings_to_urls": False}) as book:
        sheet = book.add_worksheet("Plan 2021")
        for number, row in enumerate(text.rows):
            for column, cell in enumerate(row.cells):
                sheet.write_string(number, column, cell)
    return path


@pytest.mark.parametrize("suffix", ["xlsx", "ods", "xls"])
@pytest.mark.parametrize("shape", ["merged", "plain"])
def test_the_same_graph_in_every_format(
    text: RawDocument, shape: str, suffix: str, request: pytest.FixtureRequest
) -> None:
    path = request.getfixturevalue(shape)
    (document,) = read_plan_workbook(path if suffix == "xlsx" else converted(path, suffix))
    assert strict(graph_of(document)) == strict(graph_of(text))
    assert [tuple(map(str, row.cells)) for row in document.rows if not row.blank] == [
        row.cells[: row.filled[-1] + 1] for row in text.rows if not row.blank
    ]


@pytest.mark.parametrize("suffix", ["xlsx", "ods", "xls"])
def test_merged_cells_know_what_covers_them(merged: Path, suffix: str) -> None:
    (document,) = read_plan_workbook(merged if suffix == "xlsx" else converted(merged, suffix))
    rows = {row.locator.removeprefix(SHEET): row for row in document.rows}
    security = "SÉCURITÉ ET PRÉVENTION DE LA DÉLINQUANCE"
    assert rows["ligne 7"].cells[0] == security
    assert rows["ligne 7"].over(0) == ""
    assert [rows[f"ligne {number}"].over(0) for number in range(8, 14)] == [security] * 6
    assert rows["ligne 14"].over(0) == ""
    assert rows["ligne 8"].over(1) == rows["ligne 7"].cells[1]
    assert rows["ligne 7"].place(2) == "feuille Plan 2021, cellule C7"
