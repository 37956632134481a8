"""What no plan holds, in any format: a cell of a million signs, a text of many megabytes. Cut or refused, and said."""

import json
import time
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.errors import InputError
from loaders.cells import Row, cell_of, printed_lines
from loaders.read import text
from loaders.read.bounds import MOST_SIGNS_A_CELL, bounded
from loaders.read.document import RawDocument
from loaders.read.formats import read_document
from maillage.pipeline import read_graph

HUGE = "MSA, " * 190_000
HEADER = ("Action", "Pilote", "Partenaires")


def in_csv(path: Path) -> None:
    path.write_text("\n".join(map(";".join, (HEADER, ("Planter", "CAF", HUGE), ("Semer", "CAF", "MSA")))), "utf-8")


def in_json(path: Path) -> None:
    records = [dict(zip(HEADER, row, strict=True)) for row in (("Planter", "CAF", HUGE), ("Semer", "CAF", "MSA"))]
    path.write_text(json.dumps(records), "utf-8")


@pytest.mark.parametrize(("name", "make"), [("lac.csv", in_csv), ("lac.json", in_json)])
def test_a_huge_cell_is_cut_and_said_in_bounded_time(tmp_path: Path, name: str, make: object) -> None:
    assert callable(make)
    make(tmp_path / name)
    start = time.monotonic()
    graph = read_graph(tmp_path / name)
    assert time.monotonic() - start < 30
    assert "texte-long" in {finding.code for finding in graph.findings if finding.severity == "attention"}
    assert [node.name for node in graph.by_label("Action")] == ["Planter", "Semer"]
    nodes = graph.index()
    assert {nodes[tie.start].name for tie in graph.by_type("PARTNERS")} == {"MSA"}


def test_the_cells_of_an_ordinary_workbook_stay_as_they_are(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    assert book.active is not None
    book.active.append(["Action", "x" * MOST_SIGNS_A_CELL])
    book.save(tmp_path / "lac.xlsx")
    (raw,) = read_document(tmp_path / "lac.xlsx")
    assert raw.rows[0].cells == ("Action", "x" * MOST_SIGNS_A_CELL)
    assert raw.notes == ()


@given(st.lists(st.integers(0, 2 * MOST_SIGNS_A_CELL), max_size=3))
def test_what_is_cut_is_said_and_keeps_its_lines(lengths: list[int]) -> None:
    cells = tuple(cell_of(("ab\n" * (length // 3 + 1))[:length]) for length in lengths)
    raw = RawDocument("lac.csv", "", "text/csv", (), (Row("ligne 1", cells),))
    found = bounded(raw)
    assert bool(found.notes) == any(len(cell) > MOST_SIGNS_A_CELL for cell in cells)
    for before, after in zip(cells, found.rows[0].cells, strict=True):
        assert len(after) <= MOST_SIGNS_A_CELL
        assert before.startswith(after)
        assert printed_lines(after)[:-1] == printed_lines(before)[: len(printed_lines(after)) - 1] or not after


def test_a_huge_text_is_refused_before_it_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(text, "MOST_BYTES", 1_000_000)
    (tmp_path / "lac.txt").write_text("Action 1 " * 200_000, "utf-8")
    with pytest.raises(InputError, match="limite") as caught:
        read_document(tmp_path / "lac.txt")
    assert "lac.txt" in str(caught.value.place)
