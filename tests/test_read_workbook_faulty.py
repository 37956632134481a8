"""Workbooks that are broken, hostile, or something else: an error of the user's or rows, and never anything worse."""

import io
import time
import zipfile
from pathlib import Path

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graph.errors import InputError
from loaders.read.sheets import model, package
from loaders.read.sheets.parse import parse
from loaders.read.sheets.process import parse_apart
from loaders.read.workbook import read_plan_workbook, read_workbook
from tests.test_read_workbook_formats import raw_xlsx
from tests.workbooks import converted, repacked, unzipped, zipped

ODF = "application/vnd.oasis.opendocument"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
TABLE = "urn:oasis:names:tc:opendocument:xmlns:table:1.0"
OFFICE = "urn:oasis:names:tc:opendocument:xmlns:office:1.0"
TEXT = "urn:oasis:names:tc:opendocument:xmlns:text:1.0"


def ods(body: str, before: str = "") -> bytes:
    names = f'xmlns:office="{OFFICE}" xmlns:table="{TABLE}" xmlns:text="{TEXT}"'
    content = f"{before}<office:document-content {names}><office:body><office:spreadsheet>{body}"
    closed = f"{content}</office:spreadsheet></office:body></office:document-content>"
    return zipped({"mimetype": f"{ODF}.spreadsheet", "content.xml": closed})


@pytest.fixture(scope="module")
def good(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """A small workbook in each format."""
    folder = tmp_path_factory.mktemp("bons")
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["Objectif", "Action", "Pilote"])
    for number in range(20):
        sheet.append([f"Objectif {number}", f"Action {number}", "CAF"])
    sheet.merge_cells("A3:A5")
    book.save(folder / "plan.xlsx")
    paths = {suffix: converted(folder / "plan.xlsx", suffix) for suffix in ("ods", "xls")}
    return {suffix: path.read_bytes() for suffix, path in paths.items()} | {"xlsx": (folder / "plan.xlsx").read_bytes()}


def error_of(path: Path, data: bytes) -> str:
    """The error for these bytes: it names the file and says what to do."""
    path.write_bytes(data)
    with pytest.raises(InputError) as caught:
        read_plan_workbook(path)
    assert caught.value.place == str(path)
    assert caught.value.action
    return caught.value.message


@pytest.mark.parametrize(
    ("name", "data", "expected"),
    [
        ("vide.xlsx", b"", "vide"),
        ("image.xlsx", b"\x89PNG\r\n\x1a\n\x00\x00", "autre format"),
        ("document.xlsx", b"%PDF-1.7\n\x00\x01", "autre format"),
        ("export.xls", b"<html><table><tr><td>Pilote</td></tr></table></html>", "HTML"),
        ("export.xls", b'\xef\xbb\xbf<?xml version="1.0"?><Workbook/>', "XML"),
        ("protege.xlsx", OLE + b"\0" * 500 + "EncryptedPackage".encode("utf-16-le") + b"\0\0", "mot de passe"),
        ("lettre.xls", OLE + b"\0" * 500 + "WordDocument".encode("utf-16-le") + b"\0\0", "Word"),
        ("ancien.xls", OLE + b"\0" * 500, "aucun classeur"),
        ("abime.xls", OLE + b"\0" * 500 + "Workbook".encode("utf-16-le") + b"\0\0", "illisible"),
        ("binaire.xlsb", zipped({"xl/workbook.bin": b"x"}), "xlsb"),
        ("lettre.xlsx", zipped({"word/document.xml": "<x/>"}), "Word"),
        ("texte.ods", zipped({"mimetype": f"{ODF}.text", "content.xml": "<x/>"}), "texte"),
        ("archive.xlsx", zipped({"photo.jpg": b"x"}), "zip"),
        ("vide.ods", zipped({"mimetype": f"{ODF}.spreadsheet"}), "zip"),
        ("sans.xlsx", zipped({"xl/styles.xml": "<x/>"}), "illisible"),
        (
            "protege.ods",
            zipped({"content.xml": b"\x12", "META-INF/manifest.xml": "<m><encryption-data/></m>"}),
            "mot de passe",
        ),
    ],
)
def test_what_is_no_legible_workbook(tmp_path: Path, name: str, data: bytes, expected: str) -> None:
    assert expected in error_of(tmp_path / name, data)


def test_a_missing_file_and_a_folder(tmp_path: Path) -> None:
    for path in (tmp_path / "rien.xlsx", tmp_path):
        with pytest.raises(InputError):
            read_plan_workbook(path)
        with pytest.raises(InputError):
            read_workbook(path)


@pytest.mark.parametrize("suffix", ["xlsx", "ods", "xls"])
def test_a_truncated_workbook(tmp_path: Path, good: dict[str, bytes], suffix: str) -> None:
    data = good[suffix]
    for share in (0.3, 0.7, 0.95):
        assert "illisible" in error_of(tmp_path / f"plan.{suffix}", data[: int(len(data) * share)])


@pytest.mark.parametrize("suffix", ["xlsx", "ods", "xls"])
@pytest.mark.parametrize("wrong", ["xlsx", "xls", "ods", "csv", "txt"])
def test_bytes_tell_the_format_and_not_the_name(
    tmp_path: Path, good: dict[str, bytes], suffix: str, wrong: str
) -> None:
    path = tmp_path / f"plan.{wrong}"
    path.write_bytes(good[suffix])
    (document,) = read_plan_workbook(path)
    assert document.rows[1].cells == ("Objectif 0", "Action 0", "CAF")
    assert document.rows[1].locator == "feuille Sheet, ligne 2"


def test_text_under_the_name_of_a_workbook_is_read_and_said(tmp_path: Path) -> None:
    path = tmp_path / "export.xls"
    path.write_bytes("Action\tPilote\nAgir\tCAF\n".encode("cp1252"))
    (document,) = read_plan_workbook(path)
    assert [row.cells for row in document.rows[:2]] == [("Action", "Pilote"), ("Agir", "CAF")]
    assert "extension-trompeuse" in {code for code, _, _ in document.notes}
    with pytest.raises(InputError):
        read_workbook(path)


def test_macros_are_never_run_and_it_is_said(tmp_path: Path, good: dict[str, bytes]) -> None:
    path = tmp_path / "plan.xlsm"
    path.write_bytes(zipped({**unzipped(good["xlsx"]), "xl/vbaProject.bin": b"macro"}))
    (document,) = read_plan_workbook(path)
    assert document.rows[1].cells[2] == "CAF"
    assert "macros-ignorees" in {code for code, _, _ in document.notes}
    assert "macroEnabled" in document.media_type


LAUGHS = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;">]>'
STOLEN = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/hostname">]>'


@pytest.mark.parametrize("before", [LAUGHS, STOLEN])
def test_entities_are_refused(tmp_path: Path, good: dict[str, bytes], before: str) -> None:
    body = '<table:table table:name="Plan"><table:table-row><table:table-cell><text:p>&a;</text:p></table:table-cell>'
    assert "entités" in error_of(tmp_path / "plan.ods", ods(f"{body}</table:table-row></table:table>", before))

    def declared(name: str, content: bytes) -> bytes:
        return content.replace(b"<worksheet", before.encode() + b"<worksheet", 1) if "sheet1" in name else content

    def in_utf16(name: str, content: bytes) -> bytes:
        return declared(name, content).decode().encode("utf-16") if "sheet1" in name else content

    for change in (declared, in_utf16):
        assert "entités" in error_of(tmp_path / "plan.xlsx", repacked(good["xlsx"], change))


def test_sizes_are_checked_before_reading(monkeypatch: pytest.MonkeyPatch, good: dict[str, bytes]) -> None:
    monkeypatch.setattr(package, "_MOST_XML", 1000)
    for suffix in ("xlsx", "ods"):
        with pytest.raises(InputError, match="décompressé"):
            parse(good[suffix])


def test_a_part_that_lies_about_its_size(tmp_path: Path, good: dict[str, bytes]) -> None:
    """Its header announces a few bytes of a part that holds many."""
    data = bytearray(good["xlsx"])
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        info = next(info for info in archive.infolist() if "sheet1" in info.filename)
    for mark, name_at, size_at in ((b"PK\x03\x04", 30, 22), (b"PK\x01\x02", 46, 24)):
        at = data.find(mark)
        while at >= 0:
            if data[at + name_at :].startswith(info.filename.encode()):
                data[at + size_at : at + size_at + 4] = (500).to_bytes(4, "little")
            at = data.find(mark, at + 1)
    assert "illisible" in error_of(tmp_path / "plan.xlsx", bytes(data))


@pytest.mark.parametrize("limit", ["MOST_CELLS", "MOST_PLACES", "MOST_SIGNS", "MOST_COLUMNS"])
@pytest.mark.parametrize("suffix", ["xlsx", "ods", "xls"])
def test_contents_are_bounded(monkeypatch: pytest.MonkeyPatch, good: dict[str, bytes], limit: str, suffix: str) -> None:
    monkeypatch.setattr(model, limit, 2)
    with pytest.raises(InputError, match="trop grand"):
        parse(good[suffix])


def test_a_cell_repeated_without_end(tmp_path: Path) -> None:
    cell = '<table:table-cell table:number-columns-repeated="16384"><text:p>x</text:p></table:table-cell>'
    body = f'<table:table table:name="P"><table:table-row table:number-rows-repeated="1048576">{cell}</table:table-row>'
    assert "trop grand" in error_of(tmp_path / "plan.ods", ods(f"{body}</table:table>"))


def test_elements_nested_without_end(tmp_path: Path) -> None:
    deep = 300_000
    data = ods('<table:table table:name="P"><table:table-row><table:table-cell>' + "<a>" * deep + "</a>" * deep)
    error_of(tmp_path / "plan.ods", data)


def test_a_merged_cell_over_the_whole_sheet(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for row in range(1, 200):
        sheet.cell(row, 1).value = f"ligne {row}"
    data = io.BytesIO()
    book.save(data)
    merge = b'</sheetData><mergeCells count="1"><mergeCell ref="B1:XFD1048576"/></mergeCells>'
    path = tmp_path / "plan.xlsx"
    path.write_bytes(repacked(data.getvalue(), lambda _, content: content.replace(b"</sheetData>", merge)))
    (document,) = read_plan_workbook(path)
    assert len(document.rows) == 199


def test_time_and_memory_are_bounded(tmp_path: Path, good: dict[str, bytes]) -> None:
    path = tmp_path / "plan.xlsx"
    path.write_bytes(good["xlsx"])
    with pytest.raises(InputError, match=r"temps|illisible"):
        parse_apart(path, seconds=-1)
    with pytest.raises(InputError):
        parse_apart(path, memory=20_000_000)


def test_cells_at_both_ends_of_an_old_sheet(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet["A1"], sheet["IV65536"] = "début", "fin"
    book.save(tmp_path / "plan.xlsx")
    (document,) = read_plan_workbook(converted(tmp_path / "plan.xlsx", "xls"))
    assert document.rows[-1].place(255) == "feuille Sheet, cellule IV65536"


def test_a_big_sheet_in_a_few_seconds(tmp_path: Path) -> None:
    """40,000 rows of 20 cells."""
    texts = [f'<c r="{letter}{{0}}" t="inlineStr"><is><t>mot</t></is></c>' for letter in "ACEGIKMOQS"]
    numbers = [f'<c r="{letter}{{0}}"><v>{{0}}.5</v></c>' for letter in "BDFHJLNPRT"]
    cells = "".join(text + number for text, number in zip(texts, numbers, strict=True))
    rows = "".join(f'<row r="{number}">{cells.format(number)}</row>' for number in range(1, 40_001))
    path = tmp_path / "grand.xlsx"
    path.write_bytes(raw_xlsx(rows))
    start = time.monotonic()
    (document,) = read_plan_workbook(path)
    assert time.monotonic() - start < 60
    assert len(document.rows) == 40_000
    assert document.rows[-1].cells[:2] == ("mot", "40000,5")


def read_or_refused(path: Path, data: bytes) -> None:
    path.write_bytes(data)
    try:
        documents = read_plan_workbook(path)
    except InputError as error:
        place: str | None = error.place
    else:
        place = str(path) if documents else None
    assert place == str(path)


SCARS = st.lists(st.tuples(st.floats(0, 0.999), st.binary(min_size=1, max_size=8)), min_size=1, max_size=5)


def scarred(data: bytes, scars: list[tuple[float, bytes]]) -> bytes:
    damaged = bytearray(data)
    for place, found in scars:
        at = int(place * len(data))
        damaged[at : at + len(found)] = found
    return bytes(damaged)


@pytest.mark.parametrize("suffix", ["xlsx", "ods", "xls"])
@given(scars=SCARS, share=st.floats(0.1, 1))
@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
def test_damaged_bytes(
    tmp_path: Path, good: dict[str, bytes], suffix: str, scars: list[tuple[float, bytes]], share: float
) -> None:
    data = scarred(good[suffix], scars)
    read_or_refused(tmp_path / f"plan.{suffix}", data[: int(len(data) * share)] if share < 0.5 else data)


@pytest.mark.parametrize("suffix", ["xlsx", "ods"])
@given(scars=SCARS, part=st.integers(0, 30))
@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
def test_damaged_parts_of_a_sound_archive(
    tmp_path: Path, good: dict[str, bytes], suffix: str, scars: list[tuple[float, bytes]], part: int
) -> None:
    names = [name for name in unzipped(good[suffix]) if name.endswith((".xml", ".rels"))]
    chosen = names[part % len(names)]
    data = repacked(good[suffix], lambda name, content: scarred(content, scars) if name == chosen else content)
    read_or_refused(tmp_path / f"plan.{suffix}", data)
