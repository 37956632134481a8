"""Delimited text of every kind: signs, encodings, quotation marks, sizes."""

import csv
import io
import time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graph.errors import InputError
from loaders.cells import printed_lines
from loaders.read import delimited
from loaders.read.delimited import delimiter_of, read_delimited
from loaders.read.document import RawDocument

HEADER = ["Axe", "Action", "Pilote", "Budget"]
ROWS = [
    ["Axe 1 : Emploi", "Ateliers d'été, de 14:00 à 17:00", "Ville de Lac", "12,5"],
    ["Axe 2 : Santé", "Centre ; permanences", "CPAM", "1 200"],
    ["", "Vélo", "", ""],
]


def written(sign: str, rows: list[list[str]], end: str = "\r\n") -> str:
    stream = io.StringIO()
    csv.writer(stream, delimiter=sign, lineterminator=end).writerows(rows)
    return stream.getvalue()


def read(path: Path, data: bytes) -> RawDocument:
    path.write_bytes(data)
    return read_delimited(path)


def cells(document: RawDocument) -> list[list[str]]:
    return [list(row.cells) for row in document.rows if not row.blank]


@pytest.mark.parametrize("sign", ["\t", ";", ",", "|", "^"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("suffix", ["csv", "tsv"])
def test_every_sign_in_every_encoding(tmp_path: Path, sign: str, encoding: str, suffix: str) -> None:
    document = read(tmp_path / f"plan.{suffix}", written(sign, [HEADER, *ROWS]).encode(encoding))
    assert cells(document) == [HEADER, *ROWS]
    said = {code for code, _, _ in document.notes}
    expected = {"cp1252": "encodage-cp1252", "utf-16-le": "encodage-utf16", "utf-16-be": "encodage-utf16"}
    assert said == {code for name, code in expected.items() if name == encoding}


@pytest.mark.parametrize(
    ("text", "sign"),
    [
        ("a;b\nAteliers, sorties, jeux;CAF, CPAM, ARS\nStages, cours, jeux;Ville, CCAS, État", ";"),
        ("12,5;13,5\n14,5;15,25", ";"),
        ("1,2\n3,4\n5,6", ","),
        ("Action,Partenaires\nAgir,CAF; CPAM\nLire,Ville; CCAS", ","),
        ("a\tb\nUne phrase, une autre\tx\nUne phrase, une autre", "\t"),
        ("nom:ville:code\nA:Lac:1\nB:Mer:2", ":"),
        ("Pilote : Ville de Lac : 2024\nPartenaires : CAF : 2025", "\t"),
        ("une seule colonne\nsans signe", "\t"),
        ('id;texte\n1;"Bonjour,\nA, B\nC, D\nE, F\nG, H"\n2;"Encore,\nI, J\nK, L\nM, N"', ";"),
        ("", "\t"),
    ],
)
def test_the_sign_by_evidence(text: str, sign: str) -> None:
    assert delimiter_of(text.split("\n")) == sign


@pytest.mark.parametrize("first", ["sep=;", '"sep=;"', "SEP=;", "sep=^"])
def test_a_sign_that_excel_announces(tmp_path: Path, first: str) -> None:
    sign = first.strip('"')[-1]
    document = read(tmp_path / "plan.csv", f"{first}\r\nAction{sign}Pilote\r\nAgir, lire{sign}CAF\r\n".encode())
    assert cells(document) == [["Action", "Pilote"], ["Agir, lire", "CAF"]]
    assert [row.locator for row in document.rows if not row.blank] == ["ligne 2", "ligne 3"]


def test_ragged_rows_and_one_column(tmp_path: Path) -> None:
    document = read(tmp_path / "plan.csv", b"a;b;c\nd\n\ne;f;g;h\n;;\ni;j\n")
    assert [row.cells for row in document.rows] == [
        ("a", "b", "c"),
        ("d",),
        (),
        ("e", "f", "g", "h"),
        ("", "", ""),
        ("i", "j"),
        (),
    ]
    single = read(tmp_path / "liste.csv", b"Ville de Lac\nCAF\n")
    assert cells(single) == [["Ville de Lac"], ["CAF"]]


def test_a_cell_of_several_lines_keeps_them(tmp_path: Path) -> None:
    document = read(tmp_path / "plan.csv", b'Pilote;Partenaires\nVille;"CAF\r\nCPAM\r\n"\nX;Y\n')
    assert document.rows[1].cells[1] == "CAF CPAM"
    assert printed_lines(document.rows[1].cells[1]) == ["CAF", "CPAM"]
    assert [row.locator for row in document.rows[:3]] == ["ligne 1", "ligne 2", "ligne 5"]
    assert document.rows[2].place(1) == "ligne 5, colonne 2"


def test_three_hundred_columns(tmp_path: Path) -> None:
    document = read(tmp_path / "plan.csv", ";".join(f"c{number}" for number in range(300)).encode())
    assert len(document.rows[0].cells) == 300


def test_what_a_spreadsheet_left_in_cells(tmp_path: Path) -> None:
    document = read(tmp_path / "plan.csv", b"Pilote;SIRET;Montant\nCAF;2,43E+13;10\n#N/A;21350211600015;20\n")
    assert cells(document)[1:] == [["CAF", "2,43E+13", "10"], ["", "21350211600015", "20"]]
    assert [(code, place) for code, place, _ in document.notes] == [
        ("cellules-en-erreur", "ligne 3"),
        ("nombre-abime", "ligne 2"),
    ]


@pytest.mark.parametrize(
    ("data", "place", "found"),
    [
        (b"a;b\nc;\x00d\n", "ligne 2", "00"),
        (b"a;b\nc;d\ne;\x81\xe9\n", "ligne 3", "81"),
        (b"PK\x03\x04rest", "plan.csv", "classeur"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", "plan.csv", "classeur"),
        (b"", "plan.csv", "vide"),
        (b" \n;\n".replace(b";", b" "), "plan.csv", "vide"),
        (b"\xff\xfe\x00", "plan.csv", "texte"),
        (b"a;\x07b\n", "plan.csv", "texte"),
        (b";".join([b"x"] * 20_000), "plan.csv", "colonnes"),
    ],
)
def test_faulty_bytes_are_named(tmp_path: Path, data: bytes, place: str, found: str) -> None:
    with pytest.raises(InputError) as caught:
        read(tmp_path / "plan.csv", data)
    assert (caught.value.place or "").endswith(place)
    assert found in caught.value.message
    assert caught.value.action


def test_a_missing_file_and_a_folder(tmp_path: Path) -> None:
    for path in (tmp_path / "rien.csv", tmp_path):
        with pytest.raises(InputError):
            read_delimited(path)


@pytest.mark.parametrize("size", [2_000_000, 100_000_000])
def test_one_line_without_end(tmp_path: Path, size: int) -> None:
    path = tmp_path / "ligne.csv"
    with path.open("wb") as file:
        for _ in range(size // 1_000_000):
            file.write(b"x;" * 500_000)
    start = time.monotonic()
    with pytest.raises(InputError, match="limite"):
        read_delimited(path)
    assert time.monotonic() - start < 30


def test_too_many_lines(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(delimited, "MOST_LINES", 10)
    with pytest.raises(InputError, match="limite"):
        read(tmp_path / "plan.csv", b"a;b\n" * 11)


def test_quotation_marks_that_never_close_take_bounded_time(tmp_path: Path) -> None:
    start = time.monotonic()
    document = read(tmp_path / "plan.csv", b'"ouvert;jamais ferme\n' * 20_000)
    assert time.monotonic() - start < 60
    assert len(document.rows) == 20_001
    assert len(document.notes) <= 201


GRIDS = st.lists(
    st.lists(st.text(alphabet='abé ;,"|\t12:^\n', min_size=1, max_size=8), min_size=3, max_size=3),
    min_size=1,
    max_size=6,
)


@given(grid=GRIDS, sign=st.sampled_from("\t;|,"))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_grid_announced_comes_back(tmp_path: Path, grid: list[list[str]], sign: str) -> None:
    if sign == "\t":
        grid = [[cell.replace("\t", " ") for cell in row] for row in grid]
    text = f"sep={sign}\n" + written(sign, [["tête"] * 3, *grid], "\n")
    document = read(tmp_path / "plan.csv", text.encode())
    expected = [[" ".join(cell.split()) for cell in row] for row in grid]
    assert cells(document)[1:] == [row for row in expected if any(row)]


@given(data=st.binary(max_size=300))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_bytes_are_rows_or_an_error(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "plan.csv"
    path.write_bytes(data)
    try:
        document = read_delimited(path)
    except InputError:
        return
    assert any(not row.blank for row in document.rows) or document.notes
