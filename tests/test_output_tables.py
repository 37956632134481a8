"""Tables out: what a spreadsheet, a program and a person get."""

from __future__ import annotations

import csv
import io
import json
import math
import os
import pty
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from graph.errors import InputError, UsageError
from loaders.read.workbook import read_workbook
from maillage.output import chosen_format, emit, shown, table_text

COLUMNS = ("nom", "montant", "part", "generique", "liste")
ROWS: list[list[Any]] = [
    ["École", 1_234_567, 0.5, False, ["1", "2"]],
    ["CAF", None, math.nan, True, []],
]


def test_csv_for_excel_in_french() -> None:
    text = table_text(COLUMNS, ROWS, "csv")
    assert text == ("\ufeffnom;montant;part;generique;liste\r\nÉcole;1234567;0,5;non;1, 2\r\nCAF;;;oui;\r\n")


@pytest.mark.parametrize("first", ["=", "+", "-", "@", "\t", "\r", "\n"])
def test_csv_text_never_runs_as_a_formula(first: str) -> None:
    text = table_text([f"{first}a"], [[f"{first}1+1"], [[f"{first}liste"]]], "csv")
    cells = list(csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline=""), delimiter=";"))
    assert cells == [[f"'{first}a"], [f"'{first}1+1"], [f"'{first}liste"]]


def test_csv_keeps_negative_figures_and_separators() -> None:
    text = table_text(["a", "b", "c"], [[-2_000, -0.25, 'Un ; "deux"']], "csv")
    assert text.splitlines()[1] == '-2000;-0,25;"Un ; ""deux"""'


def test_json_is_a_list_of_objects() -> None:
    text = table_text(COLUMNS, ROWS, "json")
    assert "École" in text
    assert json.loads(text) == [
        {"nom": "École", "montant": 1_234_567, "part": 0.5, "generique": False, "liste": ["1", "2"]},
        {"nom": "CAF", "montant": None, "part": None, "generique": True, "liste": []},
    ]


def test_plain_table_stands_in_columns() -> None:
    assert table_text(COLUMNS, ROWS, "table", ["Titre"]).splitlines() == [
        "Titre",
        "",
        "nom      montant   part  générique  liste",
        "École  1\u202f234\u202f567  0,500  non        1, 2",
        "CAF            –      –  oui        –",
    ]


@pytest.mark.parametrize(
    ("value", "text"),
    [(2021, "2021"), (10_000, "10\u202f000"), (-20_000, "-20\u202f000"), ("a\x1b[31m\nb", "a [31m b"), ("", "–")],
)
def test_values_as_people_read_them(value: Any, text: str) -> None:
    assert shown(value) == text


def test_results_and_messages_go_their_ways(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    emit(["nom"], [["État"]], "csv", meta=["Un titre"])
    captured = capfdbinary.readouterr()
    assert captured.out == "\ufeffnom\r\nÉtat\r\n".encode()
    assert captured.err == b"Un titre\n"


def test_an_empty_answer_says_so(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    emit(["nom"], [], "json")
    captured = capfdbinary.readouterr()
    assert captured.out == b"[]\n"
    assert captured.err == b"Aucune ligne.\n"


def test_a_terminal_gets_a_table_that_fits_and_takes_no_name_for_markup() -> None:
    """On a pseudo-terminal of 40 columns: long words are folded, nothing is cut off, `[bold]` stays."""
    program = "from maillage.output import emit; emit(['nom', 'nombre'], [['[bold] ' + 'mot ' * 20, 12345]])"
    ours, theirs = pty.openpty()
    environment = {**os.environ, "COLUMNS": "40", "TERM": "xterm", "NO_COLOR": "1"}
    subprocess.run([sys.executable, "-c", program], stdout=theirs, env=environment, check=True)
    os.close(theirs)
    lines = re.sub(r"\x1b\[\d*m", "", os.read(ours, 100_000).decode()).splitlines()
    os.close(ours)
    assert max(map(len, lines)) <= 40
    assert " ".join(" ".join(lines).split()).count("mot") == 20
    assert any("[bold]" in line and "12\u202f345" in line for line in lines)


@pytest.mark.parametrize(
    ("fmt", "name", "chosen"),
    [
        (None, None, "table"),
        (None, "a.CSV", "csv"),
        (None, "a.json", "json"),
        (None, "a.txt", "table"),
        (None, "sans-suffixe", "table"),
        ("json", "a.csv", "json"),
    ],
)
def test_the_name_of_the_file_decides_unless_told(fmt: str | None, name: str | None, chosen: str) -> None:
    assert chosen_format(fmt, Path(name) if name else None) == chosen


def test_a_format_that_there_is_not() -> None:
    with pytest.raises(UsageError, match="docx"):
        emit(["a"], [[1]], path=Path("a.docx"))


def test_a_file_is_written_whole(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "dossier" / "t.csv"
    emit(["nom"], [["État"]], path=path)
    assert path.read_bytes() == "\ufeffnom\r\nÉtat\r\n".encode()
    assert list(path.parent.iterdir()) == [path]
    captured = capfd.readouterr()
    assert captured.out == ""
    assert str(path) in captured.err


def test_a_file_that_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "fichier").write_text("", encoding="utf-8")
    with pytest.raises(InputError):
        emit(["a"], [[1]], "csv", tmp_path / "fichier" / "t.csv")


@pytest.mark.parametrize("suffix", ["xlsx", "ods"])
def test_a_workbook_holds_what_it_shows_above_its_table(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"t.{suffix}"
    emit(["acteur", "montant"], [["=1+1", 1234567], [None, 0.5]], path=path, meta=["Qui paie ?", "Plans comptés : a"])
    (rows,) = read_workbook(path).values()
    assert [row.cells[0] for row in rows[:2]] == ["Qui paie ?", "Plans comptés : a"]
    table = [row.cells[:2] for row in rows if not row.blank][2:]
    assert table == [("acteur", "montant"), ("=1+1", "1234567"), ("", "0.5")]


def test_a_workbook_needs_a_file() -> None:
    with pytest.raises(UsageError, match="fichier"):
        emit(["a"], [[1]], "ods")


def test_open_data_csv_has_commas_and_points(capfd: pytest.CaptureFixture[str]) -> None:
    emit(["nom", "part"], [["CAF, CPAM", 0.25], [None, 3]], "csv-ouvert")
    assert capfd.readouterr().out == 'nom,part\n"CAF, CPAM",0.25\n,3\n'
