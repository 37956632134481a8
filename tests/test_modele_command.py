"""`maillage modele`: the workbook that it writes, in both formats, and what it refuses to do."""

from __future__ import annotations

import zipfile
from pathlib import Path

import openpyxl
import pytest
from click.testing import CliRunner

from maillage.commands.modele import modele
from maillage.pipeline import read_graph
from maillage.plan_workbook import plan_sheets
from tests.model_made import codes, edit, facts, filled, read_parts
from viz.workbook import workbook

FORMULAS = ("=1+1", "+33 association", "@collectif", "-Amicale", "=HYPERLINK('x')")


def run(*arguments: object) -> tuple[int, str]:
    result = CliRunner().invoke(modele, [str(argument) for argument in arguments])
    return result.exit_code, str(result.exception or "")


def test_the_empty_workbook_has_its_sheets_lists_and_help(tmp_path: Path) -> None:
    path = tmp_path / "plan.xlsx"
    assert run(path) == (0, "")
    book = openpyxl.load_workbook(path)
    titles = ["Lisez-moi", "Plan", "Objectifs", "Actions", "Financements", "Acteurs", "Outils", "Lieux", "Exemple"]
    assert book.sheetnames == titles
    assert len(book["Actions"].data_validations.dataValidation) == 3
    assert [cell.value for cell in book["Objectifs"][4]][:4] == ["N° axe", "Axe", "N°", "Objectif"]
    assert book["Actions"].freeze_panes == "D5"


def test_the_empty_libreoffice_workbook_is_read_as_empty_too(tmp_path: Path) -> None:
    for suffix in (".ods", ".xlsx"):
        path = tmp_path / f"plan{suffix}"
        assert run(path)[0] == 0
        with pytest.raises(Exception, match="vide"):
            read_graph(path)


def test_a_filled_workbook_is_never_written_over_unasked(tmp_path: Path) -> None:
    path = tmp_path / "plan.xlsx"
    path.write_bytes(b"precious")
    assert run(path)[0] == 1
    assert path.read_bytes() == b"precious"
    assert run(path, "--remplacer")[0] == 0


@pytest.mark.parametrize("name", ["plan.csv", "plan", "plan.docx"])
def test_other_formats_are_refused(tmp_path: Path, name: str) -> None:
    code, message = run(tmp_path / name)
    assert code != 0
    assert message
    assert not (tmp_path / name).exists()


def test_a_workbook_filled_from_the_empty_one_is_read(tmp_path: Path) -> None:
    path = tmp_path / "plan.xlsx"
    run(path)
    edit(path, "Plan", ("Rubrique", "Territoire"), "Réponse", "Montfleur")
    book = openpyxl.load_workbook(path)
    for column, value in ((3, 1), (4, "Aider"), (6, "CAF")):
        book["Objectifs"].cell(5, column).value = value
    book["Objectifs"].merge_cells("F5:F6")
    book["Objectifs"].cell(6, 4).value = "Former"
    book["Objectifs"].cell(4, 20).value = "Avis du préfet"
    book["Objectifs"].cell(5, 20).value = "favorable"
    book["Objectifs"].title = "Nos objectifs"
    book.create_sheet("Calculs")["A1"].value = "Total"
    book.save(path)
    graph = read_graph(path)
    assert {tie.end for tie in graph.by_type("PILOTS")} == {"montfleur/objectif-1", "montfleur/objectif-2"}
    assert {"colonne-inconnue", "feuille-sans-plan", "plan-devine"} <= set(codes(graph))
    assert [(line.locator, line.text) for line in graph.unread] == [
        ("feuille Nos objectifs, ligne 5", "Avis du préfet : favorable")
    ]


def test_missing_columns_and_sheets_are_said(tmp_path: Path) -> None:
    path = tmp_path / "plan.xlsx"
    run(path)
    book = openpyxl.load_workbook(path)
    book["Objectifs"].cell(5, 4).value = "Aider"
    book["Objectifs"].delete_cols(7)
    del book["Actions"]
    book.save(path)
    graph = read_graph(path)
    said = {finding.code: finding.message for finding in graph.findings}
    assert "Copilotes" in said["colonne-absente"]
    assert "Actions" in said["feuille-absente"]


@pytest.mark.parametrize("suffix", [".xlsx", ".ods"])
def test_names_that_are_formulas_are_text_and_come_back_as_typed(tmp_path: Path, suffix: str) -> None:
    row = {"number": "1", "title": "=CMD()", "partners": " ; ".join(FORMULAS)}
    members = [{"name": name, "kind": "association"} for name in FORMULAS]
    before = read_parts(filled(objectives=[row], actors=members))
    assert len(before.by_type("PARTNERS")) == len(FORMULAS)
    path = tmp_path / f"plan{suffix}"
    path.write_bytes(workbook(plan_sheets(before), suffix))
    with zipfile.ZipFile(path) as archive:
        names = [name for name in archive.namelist() if "sheets/sheet" in name or name == "content.xml"]
        content = b"".join(archive.read(name) for name in names)
    assert b"<f>" not in content
    assert b"table:formula" not in content
    assert facts(read_graph(path)) == facts(before)
