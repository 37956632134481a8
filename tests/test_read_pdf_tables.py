"""Tables of a PDF: rows and cells where lines are drawn around them, below them only, or over several pages."""

from __future__ import annotations

from pathlib import Path

from reportlab.pdfgen.canvas import Canvas

from loaders.cells import Row, printed_lines
from loaders.read.document import RawDocument
from loaders.read.pdf import read_pdf
from tests.pdf_made import drawn, grid, say

XS = [60, 200, 340, 480]
HEADER = {(0, 0): ["Action"], (0, 1): ["Pilote"], (0, 2): ["Partenaires"]}


def cells(raw: RawDocument) -> list[tuple[str, ...]]:
    """The rows with words."""
    return [row.cells for row in raw.rows if not row.blank]


def lines(raw: RawDocument) -> list[str]:
    return [line.text for line in raw.lines if not line.blank]


def test_a_table_of_three_columns_is_rows_at_their_places(tmp_path: Path) -> None:
    def page(canvas: Canvas) -> None:
        say(canvas, 60, 60, "Plan d'actions du Lac")
        body = {
            (1, 0): ["Ouvrir un", "café"],
            (1, 1): ["Ville"],
            (1, 2): ["CAF,", "MJC"],
            (2, 0): ["Former"],
            (2, 2): ["État"],
        }
        grid(canvas, XS, [80, 100, 130, 150], HEADER | body)
        say(canvas, 60, 180, "Document de travail")

    raw = read_pdf(drawn(tmp_path / "p.pdf", page))
    assert [(row.locator, row.cells) for row in raw.rows if not row.blank] == [
        ("page 1, ligne 1", ("Plan d'actions du Lac",)),
        ("page 1, tableau 1, ligne 1", ("Action", "Pilote", "Partenaires")),
        ("page 1, tableau 1, ligne 2", ("Ouvrir un café", "Ville", "CAF, MJC")),
        ("page 1, tableau 1, ligne 3", ("Former", "", "État")),
        ("page 1, ligne 6", ("Document de travail",)),
    ]
    assert [row.blank for row in raw.rows] == [False, True, False, False, False, True, False]


def test_names_one_a_line_stay_apart_in_their_cell(tmp_path: Path) -> None:
    names = ["Ville de Lac", "Caisse d'allocations familiales de la Savoie", "CAF", "Mission locale des jeunes"]

    def page(canvas: Canvas) -> None:
        grid(canvas, XS, [80, 100, 170], HEADER | {(1, 0): ["Former"], (1, 1): ["Ville"], (1, 2): names})

    partners = read_pdf(drawn(tmp_path / "p.pdf", page)).rows[-2].cells[2]
    assert printed_lines(partners) == names


def test_merged_cells_stand_where_they_begin(tmp_path: Path) -> None:
    def page(canvas: Canvas) -> None:
        height = canvas._pagesize[1]
        for x in XS:
            canvas.line(x, height - 80, x, height - 160)
        for y in (80, 100, 160):
            canvas.line(XS[0], height - y, XS[-1], height - y)
        canvas.line(XS[1], height - 130, XS[-1], height - 130)
        columns = {64: ((92, "Thème"), (135, "Emploi")), 204: ((92, "Action"), (112, "Former"), (142, "Accueillir"))}
        for x, words in (columns | {344: ((92, "Pilote"), (112, "Ville"), (142, "État"))}).items():
            for y, word in words:
                say(canvas, x, y, word)

    raw = read_pdf(drawn(tmp_path / "p.pdf", page))
    assert cells(raw) == [("Thème", "Action", "Pilote"), ("Emploi", "Former", "Ville"), ("", "Accueillir", "État")]
    merged = next(row for row in raw.rows if row.cells[1:] == ("Accueillir", "État"))
    assert merged.over(0) == "Emploi"


def first_page(canvas: Canvas) -> None:
    """A table whose last row the page's end cuts: its second and third cells are filled to the bottom."""
    say(canvas, 60, 50, "Contrat de ville")
    body = {(1, 0): ["Ouvrir"], (1, 1): ["Ville"], (1, 2): ["CAF"], (2, 0): ["Former"], (2, 1): ["Mission locale des"]}
    grid(canvas, XS, [680, 700, 720, 740], HEADER | body | {(2, 2): ["Ville, État, conseil"]})
    say(canvas, 300, 810, "1")


def second_page(canvas: Canvas) -> None:
    say(canvas, 60, 50, "Contrat de ville")
    body = {
        (1, 1): ["jeunes du Lac"],
        (1, 2): ["départemental"],
        (2, 0): ["Loger"],
        (2, 1): ["Bailleur"],
        (2, 2): ["Ville"],
    }
    grid(canvas, XS, [80, 100, 120, 140], HEADER | body)
    say(canvas, 300, 810, "2")


def test_a_row_that_the_page_cuts_is_one_and_headers_are_printed_again(tmp_path: Path) -> None:
    raw = read_pdf(drawn(tmp_path / "p.pdf", first_page, second_page))
    assert cells(raw) == [
        ("Action", "Pilote", "Partenaires"),
        ("Ouvrir", "Ville", "CAF"),
        ("Former", "Mission locale des jeunes du Lac", "Ville, État, conseil départemental"),
        ("Action", "Pilote", "Partenaires"),
        ("Loger", "Bailleur", "Ville"),
    ]
    assert [(code, place) for code, place, _ in raw.notes] == [("en-tete-de-page", "pages 1, 2")]
    assert sum(row.blank for row in raw.rows) == 2


def test_a_new_row_at_the_top_of_a_page_is_its_own(tmp_path: Path) -> None:
    def second(canvas: Canvas) -> None:
        grid(canvas, XS, [80, 100], {(0, 0): ["Loger"], (0, 1): ["Bailleur"], (0, 2): ["Ville"]})

    raw = read_pdf(drawn(tmp_path / "p.pdf", first_page, second))
    assert cells(raw)[-2:] == [("Former", "Mission locale des", "Ville, État, conseil"), ("Loger", "Bailleur", "Ville")]


def test_a_fiche_in_two_columns_is_labels_and_values(tmp_path: Path) -> None:
    def page(canvas: Canvas) -> None:
        body = {(0, 0): ["Objectif 1 - Aider les habitants"], (1, 0): ["Pilote"], (1, 1): ["Ville de Lac"]}
        body |= {(2, 0): ["Partenaires"], (2, 1): ["CAF", "Mission locale", "Région"], (3, 0): ["Actions en cours"]}
        grid(canvas, [60, 200, 480], [80, 110, 130, 170, 210], body | {(3, 1): ["• Former", "• Loger"]})

    raw = read_pdf(drawn(tmp_path / "p.pdf", page))
    assert raw.rows == ()
    assert lines(raw)[0] == "Objectif 1 - Aider les habitants"
    assert [line for line in lines(raw) if ":" in line] == [
        "Pilote : Ville de Lac",
        "Partenaires : CAF",
        "Actions en cours :",
    ]
    assert lines(raw)[-2:] == ["• Former", "• Loger"]
    assert {line.locator for line in raw.lines if line.text == "Région"} == {"page 1, tableau 1, ligne 3"}


def test_a_fiche_without_lines_reads_the_same(tmp_path: Path) -> None:
    def page(canvas: Canvas) -> None:
        say(canvas, 60, 80, "Objectif 1 - Aider les habitants")
        say(canvas, 60, 110, "Pilote"), say(canvas, 200, 110, "Ville de Lac", "Grand Lac")
        say(canvas, 60, 145, "Partenaires"), say(canvas, 200, 145, "CAF", "Région")

    texts = lines(read_pdf(drawn(tmp_path / "p.pdf", page)))
    assert texts == [
        "Objectif 1 - Aider les habitants",
        "Pilote :",
        "Ville de Lac",
        "Grand Lac",
        "Partenaires :",
        "CAF",
        "Région",
    ]


def test_rows_that_are_only_underlined_have_columns_too(tmp_path: Path) -> None:
    def page(canvas: Canvas) -> None:
        height = canvas._pagesize[1]
        say(canvas, 60, 60, "Une phrase au-dessus du tableau, qui n'est pas de ses colonnes et les traverse toutes.")
        for y in (80, 100, 120, 140):
            canvas.line(60, height - y, 480, height - y)
        for row, words in enumerate(
            (["Action", "Pilote", "Financeur"], ["Former", "Ville", "État"], ["Loger", "", "CAF"])
        ):
            for x, word in zip(XS, words, strict=False):
                say(canvas, x, 93 + 20 * row, word)

    rows = cells(read_pdf(drawn(tmp_path / "p.pdf", page)))
    assert rows[1:] == [("Action", "Pilote", "Financeur"), ("Former", "Ville", "État"), ("Loger", "", "CAF")]


def test_a_header_printed_upwards_and_ticks(tmp_path: Path) -> None:
    def page(canvas: Canvas) -> None:
        grid(
            canvas, XS, [80, 140, 160], {(0, 0): ["Mesure"], (0, 1): ["Pilote"], (1, 0): ["Former"], (1, 1): ["Ville"]}
        )
        canvas.setFont("ZapfDingbats", 9)
        canvas.drawString(350, canvas._pagesize[1] - 153, "\u2714")
        canvas.setFont("Helvetica", 9)
        canvas.translate(400, canvas._pagesize[1] - 135)
        canvas.rotate(90)
        canvas.drawString(0, 0, "Inscrit au")
        canvas.drawString(0, -11, "protocole")

    assert cells(read_pdf(drawn(tmp_path / "p.pdf", page))) == [
        ("Mesure", "Pilote", "Inscrit au protocole"),
        ("Former", "Ville", "✔"),
    ]


def test_frames_and_charts_are_no_tables(tmp_path: Path) -> None:
    def page(canvas: Canvas) -> None:
        say(canvas, 60, 80, "Pilote : Ville", "Partenaires : CAF")
        canvas.rect(30, 30, 535, 780)
        canvas.rect(55, 720, 300, 60)
        for rank in range(6):
            canvas.rect(80 + 40 * rank, 200, 25, 30 + 20 * rank, fill=1)

    raw = read_pdf(drawn(tmp_path / "p.pdf", page))
    assert raw.rows == ()
    assert lines(raw) == ["Pilote : Ville", "Partenaires : CAF"]


def test_a_small_table_in_a_long_text_makes_no_rows(tmp_path: Path) -> None:
    def page(canvas: Canvas) -> None:
        say(canvas, 60, 80, *["Une longue suite de phrases qui disent le contexte du plan et ses raisons."] * 30)
        grid(canvas, XS, [500, 520, 540], HEADER | {(1, 0): ["Former"], (1, 1): ["Ville"], (1, 2): ["CAF"]})

    raw = read_pdf(drawn(tmp_path / "p.pdf", page))
    assert raw.rows == ()
    assert [line.raw for line in raw.lines if "\t" in line.raw] == ["Action\tPilote\tPartenaires", "Former\tVille\tCAF"]


def test_rows_keep_their_order(tmp_path: Path) -> None:
    def page(canvas: Canvas) -> None:
        body = {(rank, column): [f"{rank}.{column}"] for rank in range(1, 20) for column in range(3)}
        grid(canvas, XS, [80 + 20 * rank for rank in range(21)], HEADER | body)

    rows: list[Row] = [row for row in read_pdf(drawn(tmp_path / "p.pdf", page)).rows if not row.blank]
    assert [row.cells for row in rows[1:]] == [
        tuple(f"{rank}.{column}" for column in range(3)) for rank in range(1, 20)
    ]
