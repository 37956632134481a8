"""What does not fit in the cells of a printed spreadsheet: hidden by their walls, or running over them."""

from __future__ import annotations

from pathlib import Path

from reportlab.pdfgen.canvas import Canvas

from loaders.read.pdf import read_pdf
from tests.pdf_made import drawn, grid, say
from tests.test_read_pdf_tables import HEADER, XS, cells


def test_words_that_their_cell_hides_are_not_read_and_said(tmp_path: Path) -> None:
    def page(canvas: Canvas) -> None:
        grid(canvas, XS, [80, 100, 120], HEADER | {(1, 0): ["Former"], (1, 1): ["Ville"], (1, 2): ["MJC"]})
        canvas.saveState()
        clip = canvas.beginPath()
        clip.rect(200, canvas._pagesize[1] - 120, 140, 20)
        canvas.clipPath(clip, stroke=0)
        say(canvas, 210, 131, "et le CCAS", size=9)
        canvas.restoreState()
        say(canvas, 60, 160, "Vu en comité")

    raw = read_pdf(drawn(tmp_path / "p.pdf", page))
    assert cells(raw) == [("Action", "Pilote", "Partenaires"), ("Former", "Ville", "MJC"), ("Vu en comité",)]
    assert [place for code, place, message in raw.notes if code == "texte-masque" and "le CCAS" in message] == [
        "page 1"
    ]


def test_a_line_that_runs_over_its_cell_belongs_to_it(tmp_path: Path) -> None:
    def page(canvas: Canvas) -> None:
        body = {(1, 0): ["Former les jeunes du quartier du Lac"], (2, 0): ["Aider les familles"], (1, 1): ["Ville"]}
        grid(canvas, XS, [80, 100, 115, 140], HEADER | body | {(2, 1): ["CAF"], (2, 2): ["MJC"]})

    assert cells(read_pdf(drawn(tmp_path / "p.pdf", page))) == [
        ("Action", "Pilote", "Partenaires"),
        ("Former les jeunes du quartier du Lac", "Ville"),
        ("Aider les familles", "CAF", "MJC"),
    ]
