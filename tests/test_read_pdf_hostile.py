"""PDFs that never end, or whose bytes are damaged: an error or a document, in bounded time and memory."""

from __future__ import annotations

import contextlib
import io
import time
import zlib
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reportlab.pdfgen.canvas import Canvas

from graph.errors import InputError
from loaders.read.pdf import read_pdf, reader
from tests.pdf_made import drawn, fault, grid, notes, plan, recognised, texts


def raw_pdf(path: Path, content: bytes, *, pages: int = 1, extra: bytes = b"") -> Path:
    """A file written by hand: so many pages with one content, and what else their dictionary holds."""
    packed = zlib.compress(content)
    kids = b" ".join(b"%d 0 R" % (5 + rank) for rank in range(pages))
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 3 0 R/Resources<</Font<</F 4 0 R>>>>%s>>" % extra
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[%s]/Count %d>>" % (kids, pages),
        b"<</Length %d/Filter/FlateDecode>>\nstream\n%s\nendstream" % (len(packed), packed),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
        *[page] * pages,
    ]
    out = io.BytesIO(b"%PDF-1.5\n")
    out.seek(0, io.SEEK_END)
    for rank, written in enumerate(objects, 1):
        out.write(b"%d 0 obj\n%s\nendobj\n" % (rank, written))
    out.write(b"trailer\n<</Size %d/Root 1 0 R>>\n%%%%EOF\n" % (len(objects) + 1))
    path.write_bytes(out.getvalue())
    return path


WORDS = b"BT /F 12 Tf 50 700 Td (Pilote : Ville de Lac) Tj ET\n"


def test_endless_files_end(tmp_path: Path) -> None:
    """Each took minutes, or all of the memory, in readers that set no bounds."""
    paths = b"".join(b"%d %d m %d %d l S\n" % (at % 500, at % 700, at * 7 % 500, at * 3 % 700) for at in range(300_000))
    start = time.monotonic()
    assert "pages" in fault(raw_pdf(tmp_path / "a.pdf", WORDS, pages=5_000)).message
    assert notes(read_pdf(raw_pdf(tmp_path / "b.pdf", WORDS + paths))) == {"page-dessin": "page 1"}
    assert texts(read_pdf(raw_pdf(tmp_path / "c.pdf", WORDS + b" " * 100_000_000))) == ["Pilote : Ville de Lac"]
    deep = b"/X " + b"[" * 100_000 + b"]" * 100_000
    assert texts(read_pdf(raw_pdf(tmp_path / "d.pdf", WORDS, extra=deep))) == ["Pilote : Ville de Lac"]
    signs = b"".join(b"BT /F 2 Tf %d %d Td (a) Tj ET\n" % (at * 37 % 590, at * 91 % 840) for at in range(50_000))
    fault(raw_pdf(tmp_path / "e.pdf", signs))
    assert time.monotonic() - start < 90


def test_a_reading_that_takes_too_long_or_dies_is_stopped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = drawn(tmp_path / "p.pdf", plan)
    monkeypatch.setattr(reader, "MOST_SECONDS", 0.01)
    assert "minutes" in fault(path).message
    monkeypatch.undo()
    for worker in ("loaders.read.pdf.absent", "this"):
        monkeypatch.setattr(reader, "_WORKER", worker)
        assert "arrêtée" in fault(path).message
    monkeypatch.setattr(reader, "MOST_BYTES", 100)
    assert "trop grand" in fault(path).message


@pytest.fixture(scope="module")
def samples(tmp_path_factory: pytest.TempPathFactory) -> list[bytes]:
    folder = tmp_path_factory.mktemp("pdf")

    def table(canvas: Canvas) -> None:
        grid(canvas, [60, 200, 340, 480], [80, 100, 120], {(0, 0): ["Action"], (0, 1): ["Pilote"], (1, 0): ["Former"]})

    return [
        drawn(folder / f"{rank}.pdf", *pages).read_bytes() for rank, pages in enumerate(((plan, table), (recognised,)))
    ]


@settings(max_examples=25)
@given(
    which=st.integers(0, 1),
    flips=st.lists(st.tuples(st.floats(0, 1, exclude_max=True), st.integers(0, 255)), max_size=30),
    end=st.one_of(st.just(1.0), st.floats(0, 1)),
)
def test_damaged_bytes_give_a_document_or_an_error(
    which: int,
    flips: Sequence[tuple[float, int]],
    end: float,
    samples: list[bytes],
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    data = bytearray(samples[which])
    for place, byte in flips:
        data[int(place * len(data))] = byte
    path = tmp_path_factory.mktemp("pdf") / "p.pdf"
    path.write_bytes(bytes(data[: int(end * len(data))]))
    with contextlib.suppress(InputError):
        raw = read_pdf(path)
        assert raw.name == "p.pdf"
        assert all(line.locator.startswith("page ") for line in raw.lines)
