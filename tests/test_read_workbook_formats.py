"""Grids written by four libraries come back equal; and what only raw XML can hold."""

import datetime
import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest
import xlsxwriter
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from odfdo import Cell as OdfCell
from odfdo import Document as OdfDocument
from odfdo import Row as OdfRow
from odfdo import Table as OdfTable

from graph.errors import InputError
from loaders.read.sheets.model import Sheet
from loaders.read.sheets.notes import settle
from loaders.read.sheets.parse import parse
from loaders.read.sheets.rows import sheet_rows
from loaders.read.workbook import read_plan_workbook
from tests.workbooks import converted, saved, zipped

Grid = list[list[Any]]
Texts = list[tuple[str, ...]]
WORDS = st.text(alphabet='abcdefghéÉàœŒ AXx_0123456789&<>"#;,./%€«»’\n-', min_size=1, max_size=30)
NUMBERS = st.integers(-(10**12), 10**12) | st.integers(-(10**9), 10**9).map(lambda n: n / 100)
DAY = datetime.date(2024, 1, 1)
DAYS = st.dates(datetime.date(1900, 3, 1), datetime.date(2200, 1, 1))
VALUES = st.none() | WORDS | NUMBERS | st.booleans() | DAYS
GRIDS = st.lists(st.lists(VALUES, min_size=1, max_size=6), min_size=1, max_size=6)


def shown(value: Any) -> str:
    """What a French reader sees, worked out apart."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "VRAI" if value else "FAUX"
    if isinstance(value, datetime.date):
        return value.isoformat()
    if isinstance(value, str):
        return " ".join(value.split())
    return f"{value:.2f}".rstrip("0").rstrip(".").replace(".", ",") if isinstance(value, float) else str(value)


def expected(grid: Grid) -> Texts:
    """The rows of a grid up to its last one with words, each without the blank cells at its end."""
    rows = [[shown(value) for value in row] for row in grid]
    for row in rows:
        while row and not row[-1]:
            row.pop()
    while rows and not rows[-1]:
        rows.pop()
    return [tuple(row) for row in rows]


def by_openpyxl(grid: Grid) -> bytes:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for number, row in enumerate(grid, 1):
        for column, value in enumerate(row, 1):
            sheet.cell(number, column).value = value
            if isinstance(value, str):
                sheet.cell(number, column).data_type = "s"
    return saved(book.save)


def by_xlsxwriter(grid: Grid, **options: Any) -> bytes:
    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream, {"strings_to_formulas": False, "strings_to_urls": False, **options}) as book:
        sheet, date = book.add_worksheet(), book.add_format({"num_format": "dd/mm/yyyy"})
        for number, row in enumerate(grid):
            for column, value in enumerate(row):
                if isinstance(value, datetime.date):
                    sheet.write_datetime(number, column, datetime.datetime.combine(value, datetime.time()), date)
                elif isinstance(value, str):
                    sheet.write_string(number, column, value)
                else:
                    sheet.write(number, column, value)
    return stream.getvalue()


def in_memory(grid: Grid) -> bytes:
    """Strings in the cells themselves, and dates since 1904."""
    return by_xlsxwriter(grid, constant_memory=True, date_1904=True)


def by_odfdo(grid: Grid) -> bytes:
    document = OdfDocument("spreadsheet")
    document.body.clear()
    table = OdfTable("Feuille")
    for values in grid:
        row = OdfRow()
        for value in values:
            row.append_cell(OdfCell(value))
        table.append_row(row)
    document.body.append(table)
    return saved(document.save)


def read(data: bytes) -> Texts:
    (sheet,) = parse(data).sheets
    return texts(sheet)


def texts(sheet: Sheet) -> Texts:
    settle(sheet)
    return [tuple(map(str, row.cells)) for row in sheet_rows(sheet)]


@pytest.mark.parametrize("write", [by_openpyxl, by_xlsxwriter, in_memory, by_odfdo])
@given(grid=GRIDS)
@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])
def test_a_grid_comes_back(write: Callable[[Grid], bytes], grid: Grid) -> None:
    days = [value for row in grid for value in row if isinstance(value, datetime.date)]
    if write is in_memory and any(day.year < 1905 for day in days):
        return
    assert read(write(grid)) == expected(grid)


@pytest.mark.parametrize("suffix", ["ods", "xls", "xlsx"])
def test_a_grid_comes_back_from_libreoffice(tmp_path: Path, suffix: str) -> None:
    words = ["Ville de Lac", "CAF\nCPAM", 'é&<>"«»', "01000", "x" * 5000]
    grid: Grid = [
        [f"{word} {row}" for word in words] + [row, row / 4, datetime.date(2024, 1, row)] for row in range(1, 29)
    ]
    (tmp_path / "plan.xlsx").write_bytes(by_openpyxl(grid))
    (document,) = read_plan_workbook(converted(tmp_path / "plan.xlsx", suffix))
    assert [tuple(map(str, row.cells)) for row in document.rows] == expected(grid)


MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
LINKS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def raw_xlsx(sheet: str, namespace: str = MAIN, links: str = LINKS, **parts: str) -> bytes:
    """The smallest .xlsx with this content of a sheet."""
    package = {
        "_rels/.rels": f'<Relationships><Relationship Id="r" Type="{links}/officeDocument" Target="/xl/workbook.xml"/>'
        "</Relationships>",
        "xl/workbook.xml": f'<workbook xmlns="{namespace}" xmlns:r="{links}"><sheets><sheet name="Plan" sheetId="1" '
        'r:id="s"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships><Relationship Id="s" Type="{links}/worksheet" '
        f'Target="worksheets\\sheet1.xml"/><Relationship Id="t" Type="{links}/sharedStrings" '
        'Target="sharedStrings.xml"/></Relationships>',
        "xl/Worksheets/sheet1.xml": f'<worksheet xmlns="{namespace}"><dimension ref="A1"/><sheetData>{sheet}'
        "</sheetData></worksheet>",
        **parts,
    }
    return zipped(package)


def test_rows_and_cells_without_references_and_a_stale_dimension() -> None:
    first = "<row><c><v>1</v></c><c/><c t='inlineStr'><is><t>deux</t></is></c></row>"
    fourth = "<row r='4'><c r='B4'><v>2.5</v></c></row>"
    assert read(raw_xlsx(first + fourth)) == [
        ("1", "", "deux"),
        (),
        (),
        ("", "2,5"),
    ]


def test_the_strict_variant_of_the_format() -> None:
    strict = raw_xlsx(
        "<row r='1'><c r='A1' t='d'><v>2024-05-01T00:00:00</v></c><c r='B1' t='b'><v>1</v></c></row>",
        "http://purl.oclc.org/ooxml/spreadsheetml/main",
        "http://purl.oclc.org/ooxml/officeDocument/relationships",
    )
    assert read(strict) == [("2024-05-01", "VRAI")]


def test_strings_in_runs_with_phonetic_guides_and_escapes() -> None:
    strings = (
        f'<sst xmlns="{MAIN}"><si><r><t>Ville </t></r><r><t>de Lac</t></r><rPh sb="0" eb="1"><t>non lu</t></rPh></si>'
        "<si><t>un_x000D_deux_x0041_</t></si></sst>"
    )
    sheet = "<row r='1'><c r='A1' t='s'><v>0</v></c><c r='B1' t='s'><v>1</v></c><c r='C1' t='str'><v>x</v></c></row>"
    data = raw_xlsx(sheet, **{"xl/sharedStrings.xml": strings})
    assert read(data) == [("Ville de Lac", "un deuxA", "x")]


def test_formulas_with_and_without_a_value() -> None:
    sheet = (
        "<row r='1'><c r='A1'><f>B1*2</f><v>24</v></c><c r='B1'><f>C1</f></c><c r='C1' t='str'><f>D1</f><v></v></c>"
        "<c r='D1' t='e'><f>NA()</f><v>#N/A</v></c></row>"
    )
    (found,) = parse(raw_xlsx(sheet)).sheets
    assert found.rows == {1: ["24"]}
    assert found.uncalculated == [(1, 1)]
    assert found.errors == [(1, 3, "#N/A")]


def test_a_zero_of_a_workbook_that_asks_to_be_calculated_is_no_value() -> None:
    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream) as book:
        sheet = book.add_worksheet()
        sheet.write_formula("A1", "=B1*2")
        sheet.write_formula("A2", "=B1*3", None, 36)
        sheet.write_number("B1", 12)
    (found,) = parse(stream.getvalue()).sheets
    assert found.rows == {1: ["", "12"], 2: ["36"]}
    assert found.uncalculated == [(1, 0)]


def test_text_boxes_and_words_under_merged_cells_are_said(tmp_path: Path) -> None:
    path = tmp_path / "plan.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet("Plan")
        sheet.write("A1", "Pilote")
        sheet.merge_range("A2:A4", "CAF")
        sheet.write("A3", "Ancienne CAF")
        sheet.write("B3", "Action")
        sheet.insert_textbox("D5", "Plan d'actions\n2024-2030")
    (plan,) = read_plan_workbook(path)
    assert {note[:2] for note in plan.notes} == {
        ("zone-de-texte", "feuille Plan, cellule D5"),
        ("contenu-recouvert", "feuille Plan, cellule A3"),
    }
    assert "Plan d'actions 2024-2030" in str(plan.notes)
    assert [row.cells for row in plan.rows] == [("Pilote",), ("CAF",), ("", "Action")]
    assert plan.rows[2].over(0) == "CAF"


def test_a_sheet_of_a_chart_is_said(tmp_path: Path) -> None:
    path = tmp_path / "plan.xlsx"
    with xlsxwriter.Workbook(path) as book:
        book.add_worksheet("Plan").write("A1", 1)
        chart = book.add_chart({"type": "column"})
        chart.add_series({"values": "=Plan!$A$1"})
        book.add_chartsheet("Graphique").set_chart(chart)
    (plan,) = read_plan_workbook(path)
    assert [(code, "Graphique" in message) for code, _, message in plan.notes] == [("feuille-sans-cellules", True)]


def test_a_conversation_is_read_and_not_its_copy_for_old_versions() -> None:
    links = (
        f'<Relationships><Relationship Id="a" Type="{LINKS}/comments" Target="../comments1.xml"/><Relationship Id="b" '
        'Type="http://schemas.microsoft.com/office/2017/10/relationships/threadedComment" '
        'Target="../threadedComments/threadedComment1.xml"/></Relationships>'
    )
    old = f'<comments xmlns="{MAIN}"><commentList><comment ref="A1"><text><r><t>[Threaded comment] copie</t></r></text>'
    old += '</comment><comment ref="B1"><text><t>une note</t></text></comment></commentList></comments>'
    new = '<ThreadedComments xmlns="http://x/threadedcomments"><threadedComment ref="A1" id="{1}"><text>À voir</text>'
    new += '</threadedComment><threadedComment ref="A1" id="{2}"><text>Vu</text></threadedComment></ThreadedComments>'
    data = raw_xlsx(
        "<row r='1'><c r='A1'><v>1</v></c></row>",
        **{
            "xl/worksheets/_rels/sheet1.xml.rels": links,
            "xl/comments1.xml": old,
            "xl/threadedComments/threadedComment1.xml": new,
        },
    )
    (sheet,) = parse(data).sheets
    assert sheet.comments == [(1, 0, "À voir"), (1, 0, "Vu"), (1, 1, "une note")]


def test_drop_downs_by_a_defined_name_and_of_newer_versions(tmp_path: Path) -> None:
    path = tmp_path / "plan.xlsx"
    with xlsxwriter.Workbook(path) as book:
        plan, *others = (book.add_worksheet(name) for name in ("Plan", "Nos statuts", "Les acteurs", "Budget"))
        plan.write("A1", "Action")
        for sheet in others:
            sheet.write("A1", "x")
        book.define_name("statuts", "='Nos statuts'!$A$1:$A$9")
        plan.data_validation("B2:B9", {"validate": "list", "source": "=statuts"})
        plan.data_validation("C2:C9", {"validate": "list", "source": "='Les acteurs'!$A$1:$A$9"})
        plan.data_validation("D2:D9", {"validate": "list", "source": "=$Z$1:$Z$9"})
    found = {document.sheet: document.aside for document in read_plan_workbook(path)}
    assert found == {"Plan": "", "Nos statuts": "liste", "Les acteurs": "liste", "Budget": ""}


@pytest.mark.parametrize(
    ("name", "aside"),
    [
        ("Liste des actions", ""),
        ("Listes déroulantes", "liste"),
        ("Lisez-moi", "notice"),
        ("Mode d’emploi", "notice"),
        ("MODE DEMPLOI", "notice"),
        ("Axe 1 - Emploi", ""),
        ("Aides 2024", ""),
        ("Guide", "notice"),
        ("Paramètres", "liste"),
        ("Exemple", "notice"),
        ("Budget", ""),
    ],
)
def test_sheets_set_aside_by_name(tmp_path: Path, name: str, aside: str) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title, sheet["A1"] = name, "x"
    book.save(tmp_path / "plan.xlsx")
    assert [document.aside for document in read_plan_workbook(tmp_path / "plan.xlsx")] == [aside]


def test_no_visible_sheet_with_words(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    hidden = book.create_sheet("Plan")
    hidden["A1"], hidden.sheet_state = "Action", "hidden"
    book.save(tmp_path / "plan.xlsx")
    with pytest.raises(InputError, match="visible"):
        read_plan_workbook(tmp_path / "plan.xlsx")


EXAMPLES = sorted((Path(__file__).parents[2] / "shared" / "exemples" / "plans").glob("*.xlsx"))


@pytest.mark.skipif(not EXAMPLES, reason="real workbooks are not kept with the code")
@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
@pytest.mark.filterwarnings("ignore:Data Validation extension")
def test_real_workbooks_open_with_all_their_cells(path: Path) -> None:
    found = {
        (row.sheet, row.number, position): row.cells[position]
        for document in read_plan_workbook(path)
        for row in document.rows
        for position in row.filled
    }
    theirs = {
        (sheet.title, cell.row, cell.column - 1): cell.value
        for sheet in openpyxl.load_workbook(path).worksheets
        if sheet.sheet_state == "visible"
        for row in sheet.iter_rows()
        for cell in row
        if str(cell.value or "").strip()
    }
    assert found.keys() == theirs.keys()
    for place, value in theirs.items():
        if isinstance(value, str):
            assert found[place] == " ".join(value.split())
        elif isinstance(value, datetime.datetime):
            assert found[place] == value.date().isoformat()
        else:
            assert found[place] == shown(value)
