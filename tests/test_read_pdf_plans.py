"""The real plans laid out as PDF give the same graph as their text."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest
from docx.document import Document
from docx.enum.section import WD_ORIENT
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm, Pt
from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, Side
from reportlab.lib.pagesizes import A4, landscape

from graph.model import Graph
from maillage.pipeline import read_graph
from tests.office import converted
from tests.office_plans import as_printed, in_tables, plain, with_styles
from tests.pdf_made import differences, fiches_in_tables, graph_of, laid_out, lines_as_paragraphs, measures

PLANS = Path(__file__).parent.parent / "plans"
CHAMBERY, ALBERTVILLE = PLANS / "grand-chambery-2021-2022", PLANS / "albertville-2021"
TEXT = (CHAMBERY / "plan-actions-2021-2022.txt").read_text(encoding="utf-8")
TABLE = (ALBERTVILLE / "albertville-civ-2021.tsv").read_text(encoding="utf-8")
RUNNING = {"header": "Contrat de ville de Grand Chambéry", "footer": "Plan d'actions 2021-2022 - page #"}


@pytest.fixture(scope="module")
def chambery() -> Graph:
    return read_graph(CHAMBERY)


@pytest.fixture(scope="module")
def albertville() -> Graph:
    return read_graph(ALBERTVILLE)


def codes(graph: Graph) -> list[str]:
    return [finding.code for finding in graph.findings]


@pytest.mark.parametrize("size", [9, 11, 15])
def test_a_plan_on_pages_with_running_titles(size: float, chambery: Graph, tmp_path: Path) -> None:
    path = laid_out(tmp_path / "plan.pdf", lines_as_paragraphs(TEXT, size), **RUNNING)
    graph = graph_of(path, CHAMBERY)
    assert list(differences(graph, chambery)) == []
    assert codes(graph).count("pagination") == 1


@pytest.mark.parametrize(("columns", "size"), [(2, 10.0), (3, 9.0)])
def test_a_plan_in_justified_columns(columns: int, size: float, chambery: Graph, tmp_path: Path) -> None:
    story = lines_as_paragraphs(TEXT, size, justified=columns == 2)
    sheet = A4 if columns == 2 else landscape(A4)
    path = laid_out(tmp_path / "plan.pdf", story, columns=columns, size=sheet, **RUNNING)
    assert list(differences(graph_of(path, CHAMBERY), chambery)) == []


def test_a_plan_with_a_table_an_objectif(chambery: Graph, tmp_path: Path) -> None:
    path = laid_out(tmp_path / "plan.pdf", fiches_in_tables(TEXT), **RUNNING)
    assert list(differences(graph_of(path, CHAMBERY), chambery)) == []


def test_a_table_of_measures_over_several_pages(albertville: Graph, tmp_path: Path) -> None:
    path = laid_out(tmp_path / "plan.pdf", measures(TABLE), size=landscape(A4), header="Ville", footer="#")
    graph = graph_of(path, ALBERTVILLE)
    assert list(differences(graph, albertville)) == []
    assert codes(graph).count("en-tete-de-page") == 1


# The same by LibreOffice, from Word documents


def printed_in_word(document: Document, path: Path, sheet: tuple[float, float] = (21, 29.7)) -> Path:
    """A Word document with lines around the cells of its tables, running titles and the page's number, as PDF."""
    for table in document.tables:
        table.style = "Table Grid"
    section = document.sections[0]
    section.page_width, section.page_height = Cm(sheet[0]), Cm(sheet[1])
    section.orientation = WD_ORIENT.LANDSCAPE if sheet[0] > sheet[1] else WD_ORIENT.PORTRAIT
    section.left_margin = section.right_margin = Cm(2)
    section.header.paragraphs[0].text = "Contrat de ville"
    number = f'<w:fldSimple {nsdecls("w")} w:instr="PAGE"><w:r><w:t>1</w:t></w:r></w:fldSimple>'
    section.footer.paragraphs[0]._p.append(parse_xml(number))
    document.styles["Normal"].font.name = "Liberation Sans"
    document.save(str(path.with_suffix(".docx")))
    return converted(path.with_suffix(".docx"), ".pdf")


@pytest.mark.parametrize("shape", [plain, with_styles, in_tables])
def test_a_plan_that_libreoffice_prints(shape: Callable[[str], Document], chambery: Graph, tmp_path: Path) -> None:
    path = printed_in_word(shape(TEXT), tmp_path / "plan")
    assert list(differences(graph_of(path, CHAMBERY), chambery)) == []


def test_two_columns_that_libreoffice_prints(chambery: Graph, tmp_path: Path) -> None:
    document = plain(TEXT)
    document.sections[0]._sectPr.append(parse_xml(f'<w:cols {nsdecls("w")} w:num="2" w:space="500"/>'))
    path = printed_in_word(document, tmp_path / "plan")
    assert list(differences(graph_of(path, CHAMBERY), chambery)) == []


def test_a_table_of_measures_that_libreoffice_prints(albertville: Graph, tmp_path: Path) -> None:
    document = as_printed(TABLE, 8)
    document.styles["Normal"].font.size = Pt(8)
    table = document.tables[0]
    table.autofit = False
    widths = (3.8, 4, 5, 6.2, 1.9, 1.9, 2.2, 0.7)
    for column, width in zip(table._tbl.tblGrid.findall(qn("w:gridCol")), widths, strict=True):
        column.set(qn("w:w"), str(round(width * 567)))
    for own in list(table._tbl.iter(qn("w:tcW"))):
        own.getparent().remove(own)
    path = printed_in_word(document, tmp_path / "plan", (29.7, 21))
    assert list(differences(graph_of(path, ALBERTVILLE), albertville)) == []


# The same by LibreOffice, from a spreadsheet: it hides or lets run over what does not fit in a cell


def workbook(text: str, size: float) -> Workbook:
    """A table of measures on landscape sheets as wide as it, themes and objectives merged with the blanks below."""
    book = Workbook()
    sheet, side = book.active, Side(style="thin")
    rows = [line.split("\t") for line in text.rstrip().split("\n")]
    start = next(at for at, row in enumerate(rows, 1) if len(row) > 2)
    for at, row in enumerate(rows, 1):
        for column in range(1, 9):
            cell = sheet.cell(at, column, row[column - 1] if column <= len(row) else None)
            cell.value = cell.value or None
            cell.font, cell.alignment = Font(size=size), Alignment(wrap_text=at >= start, vertical="top")
            cell.border = Border(side, side, side, side) if at >= start else None
    for letter, width in zip("ABCDEFGH", (22, 24, 32, 38, 12, 12, 14, 5), strict=True):
        sheet.column_dimensions[letter].width = width
    for column in (1, 2):
        heads = [
            at for at in range(start + 3, len(rows) + 1) if any(sheet.cell(at, c).value for c in range(1, column + 1))
        ]
        for at, after in pairwise([*heads, len(rows) + 1]):
            if sheet.cell(at, column).value and after - at > 1:
                sheet.merge_cells(start_row=at, end_row=after - 1, start_column=column, end_column=column)
    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", 9
    sheet.page_setup.fitToHeight, sheet.sheet_properties.pageSetUpPr.fitToPage = 0, True
    return book


@pytest.mark.parametrize("size", [8, 11])
def test_a_table_of_measures_that_a_spreadsheet_prints(size: float, albertville: Graph, tmp_path: Path) -> None:
    workbook(TABLE, size).save(tmp_path / "plan.xlsx")
    path = converted(converted(tmp_path / "plan.xlsx", ".ods"), ".pdf")
    graph = graph_of(path, ALBERTVILLE)
    assert list(differences(graph, albertville)) == []
    assert "texte-masque" in codes(graph)
