"""A made-up workbook with all that spreadsheets do to a plan, cell by cell, in each format."""

import datetime
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from odfdo import Cell as OdfCell
from odfdo import Document as OdfDocument
from odfdo import Row as OdfRow
from odfdo import Table as OdfTable
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.comments import Comment
from openpyxl.styles import Font
from openpyxl.worksheet.datavalidation import DataValidation

from loaders.cells import Cell, printed_lines
from loaders.read.document import RawDocument
from loaders.read.workbook import read_plan_workbook, read_workbook
from tests.workbooks import converted

DAY = datetime.datetime(2024, 5, 1)
# Cell, value, number format, and the text that a French reader sees.
SHOWN: list[tuple[str, Any, str, str]] = [
    ("A2", "  Ville   de Lac ", "General", "Ville de Lac"),
    ("B2", 12.0, "General", "12"),
    ("C2", 1234.5, "General", "1234,5"),
    ("D2", 0.1 + 0.2, "General", "0,3"),
    ("E2", 0.25, "0%", "25 %"),
    ("F2", 0.07, "0.0%", "7 %"),
    ("G2", True, "General", "VRAI"),
    ("H2", False, "General", "FAUX"),
    ("A3", DAY, "dd/mm/yyyy", "2024-05-01"),
    ("B3", DAY, "[$-40C]d mmmm yyyy", "2024-05-01"),
    ("C3", DAY + datetime.timedelta(hours=14, minutes=30), "dd/mm/yyyy hh:mm", "2024-05-01 14:30"),
    ("D3", datetime.time(9, 5), "hh:mm", "09:05"),
    ("E3", datetime.timedelta(hours=30), "[h]:mm", "30:00"),
    ("A4", 21350211600015, "General", "21350211600015"),
    ("B4", 1000, "00000", "01000"),
    ("C4", "21350211600015", "General", "21350211600015"),
    ("D4", 1500000, '#,##0 "€"', "1500000 €"),
    ("E4", 45, '#,##0" k€"', "45 k€"),
    ("F4", 45000, '#,##0," k€"', "45000 €"),
    ("G4", 1200.5, "#,##0.00\\ [$€-40C]", "1200,5 €"),
    ("H4", -3, "0", "-3"),
    ("A5", "CAF\nCPAM\n\nMission locale", "General", "CAF CPAM Mission locale"),
    ("B5", "1. Un\r\n2. Deux", "General", "1. Un 2. Deux"),
    ("C5", "une\ttabulation", "General", "une tabulation"),
    ("D5", "e\u0301cole", "General", "école"),
    ("E5", "'=SOMME(A1)", "General", "=SOMME(A1)"),
    ("F5", "l'Escale", "General", "l'Escale"),
    ("G5", "2,43E+13", "General", "2,43E+13"),
]


def write_xlsx(path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "Plan"
    sheet["A1"] = "Plan d'actions"
    sheet.merge_cells("A1:H1")
    for name, value, code, _ in SHOWN:
        cell = sheet[name]
        cell.value = value
        cell.number_format = code
        if isinstance(value, str):
            cell.data_type = "s"
    sheet["H5"] = CellRichText("Mission ", TextBlock(InlineFont(b=True), "locale"), " jeunes")
    sheet["A7"] = "Lutter contre l'isolement"
    sheet.merge_cells("A7:A9")
    sheet["B7"], sheet["B8"], sheet["B9"] = "Un", "Deux", "Trois"
    sheet["C7"] = "CAF"
    sheet.merge_cells("C7:D8")
    sheet["B8"].comment = Comment("À revoir avec la CAF", "Nadia")
    sheet["B9"].font = Font(strike=True)
    sheet["A11"], sheet["A12"] = "ligne masquée", "ligne visible"
    sheet.row_dimensions[11].hidden = True
    sheet["J12"], sheet["K12"] = "colonne masquée", "colonne visible"
    sheet.column_dimensions["J"].hidden = True
    sheet["A13"], sheet["B13"], sheet["C13"] = "=NA()", "=1/0", "#REF!"
    sheet["C13"].data_type = "s"
    sheet["D13"] = "=B2*2"
    sheet["A14"] = "   "
    drop_down = DataValidation(type="list", formula1="Statuts!$A$1:$A$3")
    sheet.add_data_validation(drop_down)
    drop_down.add("L2:L99")
    lists = book.create_sheet("Statuts")
    for row, word in enumerate(("À venir", "En cours", "Réalisé"), 1):
        lists.cell(row, 1).value = word
    book.create_sheet("Lisez-moi")["A1"] = "Remplissez une ligne par action."
    book.create_sheet("Vide")
    for name, state in (("Ancien", "hidden"), ("Très ancien", "veryHidden")):
        hidden = book.create_sheet(name)
        hidden["A1"], hidden.sheet_state = "Action abandonnée", state
    book.save(path)


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("pieges") / "plan.xlsx"
    write_xlsx(path)
    return path


@pytest.fixture(scope="module", params=["openpyxl", "xlsx", "ods", "xls"])
def documents(request: pytest.FixtureRequest, written: Path) -> tuple[str, list[RawDocument]]:
    """The sheets as openpyxl wrote them (no formula calculated), and as LibreOffice writes each format."""
    path = written if request.param == "openpyxl" else converted(written, request.param)
    return request.param, read_plan_workbook(path)


# .xls is read without formats, comments, hidden rows and columns, and errors: it is said once.
UNFORMATTED = {"E2": "0,25", "F2": "0,07", "B4": "1000", "D4": "1500000", "E4": "45", "F4": "45000", "G4": "1200,5"}


def cells_of(document: RawDocument) -> dict[str, str]:
    found = {}
    for row in document.rows:
        for position in row.filled:
            found[row.place(position).rpartition(" ")[2]] = row.cells[position]
    return found


def notes_of(document: RawDocument, code: str) -> list[tuple[str, str]]:
    return [(place, message) for found, place, message in document.notes if found == code]


def test_every_cell(documents: tuple[str, list[RawDocument]]) -> None:
    form, (plan, *_) = documents
    expected = {name: text for name, _, _, text in SHOWN} | {
        "A1": "Plan d'actions",
        "H5": "Mission locale jeunes",
        "A7": "Lutter contre l'isolement",
        "B7": "Un",
        "B8": "Deux",
        "B9": "Trois",
        "C7": "CAF",
        "A11": "ligne masquée",
        "A12": "ligne visible",
        "J12": "colonne masquée",
        "K12": "colonne visible",
    }
    expected |= UNFORMATTED if form == "xls" else {}
    expected |= {"D13": "24"} if form != "openpyxl" else {}
    assert cells_of(plan) == expected


def test_lines_of_a_cell_are_kept_beside_its_words(documents: tuple[str, list[RawDocument]]) -> None:
    plan = documents[1][0]
    (row,) = (row for row in plan.rows if row.number == 5)
    assert printed_lines(row.cells[0]) == ["CAF", "CPAM", "Mission locale"]
    assert printed_lines(row.cells[1]) == ["1. Un", "2. Deux"]
    assert printed_lines(row.cells[3]) == ["école"]
    assert printed_lines("") == []
    assert [(line.locator, line.text, line.adjacent) for line in row.lines(row.cells[1])] == [
        ("feuille Plan, ligne 5", "1. Un", False),
        ("feuille Plan, ligne 5", "2. Deux", True),
    ]
    assert isinstance(row.cells[0], Cell)
    assert not isinstance(row.cells[3], Cell)


def test_lines_are_rows_parted_by_tabulations(documents: tuple[str, list[RawDocument]]) -> None:
    lines = {line.locator: line.raw for line in documents[1][0].lines}
    assert lines["feuille Plan, ligne 7"] == "Lutter contre l'isolement\tUn\tCAF"
    assert lines["feuille Plan, ligne 6"] == ""
    assert lines["feuille Plan, ligne 8"] == "\tDeux"


def test_merged_cells(documents: tuple[str, list[RawDocument]]) -> None:
    rows = {row.number: row for row in documents[1][0].rows}
    assert [rows[8].over(column) for column in range(4)] == ["Lutter contre l'isolement", "", "CAF", "CAF"]
    assert [rows[7].over(column) for column in range(4)] == ["", "", "", "CAF"]
    assert rows[1].over(7) == "Plan d'actions"


def test_what_nobody_sees_is_said(documents: tuple[str, list[RawDocument]]) -> None:
    form, (plan, *_) = documents
    assert {place for place, _ in notes_of(plan, "feuille-masquee")} == {"feuille Ancien", "feuille Très ancien"}
    if form == "xls":
        assert notes_of(plan, "ancien-format")
        return
    ((place, message),) = notes_of(plan, "lignes-masquees")
    assert place == "feuille Plan"
    assert message.endswith(": 11")
    ((_, message),) = notes_of(plan, "colonnes-masquees")
    assert message.endswith(": J")
    ((place, message),) = notes_of(plan, "commentaire")
    assert place == "feuille Plan, cellule B8"
    assert "À revoir avec la CAF" in message
    ((_, message),) = notes_of(plan, "texte-barre")
    assert message.endswith(": B9")


def test_errors_and_formulas_are_blank_and_said(documents: tuple[str, list[RawDocument]]) -> None:
    form, (plan, *_) = documents
    errors, uncalculated = notes_of(plan, "cellules-en-erreur"), notes_of(plan, "formules-non-calculees")
    if form == "openpyxl":
        assert uncalculated[0][1].endswith(": A13, B13, D13")
        assert errors[0][1].endswith(": C13")
    elif form == "xls":
        assert errors[0][1].endswith(": C13")
    else:
        assert uncalculated == []
        assert errors[0][1].endswith(": A13, B13, C13")
        assert all(code in errors[0][1] for code in ("#N/A", "#DIV/0!", "#REF!"))


def test_a_number_that_a_spreadsheet_damaged_is_said(documents: tuple[str, list[RawDocument]]) -> None:
    ((_, message),) = notes_of(documents[1][0], "nombre-abime")
    assert message.endswith(": G5")


def test_sheets_in_order_with_what_sets_them_aside(documents: tuple[str, list[RawDocument]]) -> None:
    form, found = documents
    aside = [("Plan", ""), ("Statuts", "" if form == "xls" else "liste"), ("Lisez-moi", "notice")]
    assert [(document.sheet, document.aside) for document in found] == aside


def test_rows_for_decisions_have_points_and_hidden_sheets(written: Path) -> None:
    sheets = read_workbook(written)
    assert list(sheets) == ["Plan", "Statuts", "Lisez-moi", "Vide", "Ancien", "Très ancien"]
    assert [row.cells for row in sheets["Ancien"]] == [("Action abandonnée",)]
    assert sheets["Plan"][1].cells[2] == "1234.5"
    assert sheets["Vide"] == []


def test_an_ods_of_another_program(tmp_path: Path) -> None:
    """odfdo writes no displayed text for some cells, and rows and cells that repeat."""
    document = OdfDocument("spreadsheet")
    document.body.clear()
    table = OdfTable("Plan")
    row = OdfRow()
    for value in ("Pilote", 3, 2.5, True, datetime.date(2024, 5, 1), None):
        row.append_cell(OdfCell(value))
    row.append_cell(OdfCell("x", repeated=3))
    table.append_row(row)
    again = OdfRow()
    again.append_cell(OdfCell("même ligne"))
    again.repeated = 4
    table.append_row(again)
    formula = OdfRow()
    formula.append_cell(OdfCell(formula="of:=[.B1]*2"))
    formula.append_cell(OdfCell("fin"))
    table.append_row(formula)
    document.body.append(table)
    path = tmp_path / "plan.ods"
    document.save(path)
    (plan,) = read_plan_workbook(path)
    assert [row.cells for row in plan.rows] == [
        ("Pilote", "3", "2,5", "VRAI", "2024-05-01", "", "x", "x", "x"),
        *[("même ligne",)] * 4,
        ("", "fin"),
    ]
    assert notes_of(plan, "formules-non-calculees")[0][1].endswith(": A6")


def test_gaps_are_shortened_and_places_kept(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet["A1"], sheet["XFD1048576"] = "début", "fin"
    path = tmp_path / "loin.xlsx"
    book.save(path)
    (plan,) = read_plan_workbook(path)
    assert len(plan.rows) == 52
    assert plan.rows[-1].place(16383) == "feuille Sheet, cellule XFD1048576"
    assert plan.rows[-1].cells[-1] == "fin"


def test_many_places_are_named_as_runs(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for row in range(1, 30):
        for column in range(1, 12):
            sheet.cell(row, column).value = "=B1" if column == 3 and row != 7 else "x"
    for row in (4, 6, 7, 8):
        sheet.row_dimensions[row].hidden = True
    sheet.column_dimensions.group("E", "G", hidden=True)
    path = tmp_path / "plan.xlsx"
    book.save(path)
    (plan,) = read_plan_workbook(path)
    assert notes_of(plan, "lignes-masquees")[0][1].endswith(": 4, 6 à 8")
    assert notes_of(plan, "colonnes-masquees")[0][1].endswith(": E à G")
    assert notes_of(plan, "formules-non-calculees")[0][1].endswith(": C1 à C6, C8 à C29")


def test_wide_and_long_sheets(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append([f"colonne {number}" for number in range(300)])
    for _ in range(3000):
        sheet.append([None] * 5)
    sheet.cell(200_000, 3).font = Font(bold=True)
    path = tmp_path / "large.xlsx"
    book.save(path)
    (plan,) = read_plan_workbook(path)
    assert [len(row.cells) for row in plan.rows] == [300]
    assert plan.rows[0].cells[299] == "colonne 299"
