"""Lines of a PDF: read in the order of a person, whole again where a page's width cut them, each at its place."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader, PdfWriter, Transformation
from pypdf.generic import RectangleObject
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Paragraph

from loaders.cells import printed_lines
from loaders.forms.fiches.headings import is_heading
from loaders.pages import unpaged
from loaders.read.document import RawDocument
from loaders.read.pdf import read_pdf
from loaders.read.pdf.hyphens import Hyphens
from tests.pdf_made import drawn, laid_out, lines_as_paragraphs, ruled, say, style

LONG = "Renforcer la présence des médiateurs auprès des habitants du quartier de la Plaine et de leurs enfants"


def whole(raw: RawDocument) -> list[str]:
    """The lines as the author wrote them."""
    return [line.text for line in unpaged(raw.lines, is_heading).lines]


def printed(raw: RawDocument) -> list[tuple[str, str]]:
    return [(line.locator, line.text) for line in raw.lines if not line.blank]


def paged(path: Path, *pages: str) -> Path:
    """Pages of lines one below the other."""
    return drawn(path, *(lambda canvas, page=page: say(canvas, 60, 80, *page.split("\n")) for page in pages))  # type: ignore[misc]


def test_lines_have_their_page_and_their_rank_there(tmp_path: Path) -> None:
    raw = read_pdf(paged(tmp_path / "p.pdf", "Axe 1 - Agir\nPilote : Ville", "Partenaires : CAF"))
    assert printed(raw) == [
        ("page 1, ligne 1", "Axe 1 - Agir"),
        ("page 1, ligne 2", "Pilote : Ville"),
        ("page 2, ligne 1", "Partenaires : CAF"),
    ]
    assert raw.media_type == "application/pdf"
    assert raw.rows == ()


def test_wider_spaces_are_blank_lines_and_narrow_ones_are_not(tmp_path: Path) -> None:
    def page(canvas: Canvas) -> None:
        say(canvas, 60, 80, "Ville de Lac", "CAF", "Région")
        say(canvas, 60, 138, "Département", "État")

    raw = read_pdf(drawn(tmp_path / "p.pdf", page))
    assert [line.raw for line in raw.lines] == ["", "Ville de Lac", "CAF", "Région", "", "Département", "État"]


def test_lists_keep_their_depth(tmp_path: Path) -> None:
    def page(canvas: Canvas) -> None:
        say(canvas, 60, 80, "Actions en cours")
        say(canvas, 78, 100, "• Former :")
        say(canvas, 96, 115, "• les jeunes", "• les parents")
        say(canvas, 78, 145, "• Accueillir")

    lines = [line for line in read_pdf(drawn(tmp_path / "p.pdf", page)).lines if not line.blank]
    assert [line.is_bullet for line in lines] == [False, True, True, True, True]
    assert lines[0].indent == 0
    assert lines[1].indent == lines[4].indent < lines[2].indent - 1
    assert lines[2].indent == lines[3].indent


def test_columns_are_read_one_after_the_other_whatever_was_drawn_first(tmp_path: Path) -> None:
    left, right = [f"Gauche {rank}" for rank in range(8)], [f"Droite {rank}" for rank in range(8)]

    def page(canvas: Canvas) -> None:
        say(canvas, 320, 120, *right)
        say(canvas, 60, 120, *left)
        say(canvas, 60, 80, "Un titre au-dessus des deux colonnes, aussi large que la page entière", size=16)

    raw = read_pdf(drawn(tmp_path / "p.pdf", page))
    assert [text for _, text in printed(raw)][1:] == left + right
    assert printed(raw)[0][1].startswith("Un titre")


def test_words_of_one_line_drawn_apart_are_one_line(tmp_path: Path) -> None:
    def page(canvas: Canvas) -> None:
        say(canvas, 60, 80, "Une action de la", "Une autre")
        canvas.setFont("Helvetica-Bold", 11)
        canvas.drawString(
            60 + canvas.stringWidth("Une action de la ", "Helvetica", 11), canvas._pagesize[1] - 80, "Ville"
        )

    assert [text for _, text in printed(read_pdf(drawn(tmp_path / "p.pdf", page)))] == [
        "Une action de la Ville",
        "Une autre",
    ]


@settings(max_examples=12)
@given(
    paragraphs=st.lists(
        st.lists(
            st.sampled_from(["ville", "quartier", "action", "des", "habitants", "médiation", "un", "l'emploi"]),
            min_size=1,
            max_size=60,
        ),
        min_size=4,
        max_size=12,
    ),
    size=st.sampled_from([9, 11, 14]),
    columns=st.sampled_from([1, 2]),
)
def test_paragraphs_are_whole_again(
    paragraphs: list[list[str]], size: int, columns: int, tmp_path_factory: pytest.TempPathFactory
) -> None:
    texts = [f"{' '.join(words).capitalize()}." for words in paragraphs]
    path = tmp_path_factory.mktemp("pdf") / "p.pdf"
    laid_out(path, lines_as_paragraphs("\n\n".join(texts), size), columns=columns)
    assert whole(read_pdf(path)) == texts


def test_short_lists_stay_lists_beside_long_paragraphs(tmp_path: Path) -> None:
    text = "\n".join(
        [LONG, "", "Pilote :", "Ville de Lac", "Caisse d'allocations familiales", "État", "", LONG, "", LONG]
    )
    assert whole(read_pdf(laid_out(tmp_path / "p.pdf", lines_as_paragraphs(text)))) == [
        line for line in text.split("\n") if line
    ]


def test_words_cut_by_a_hyphen(tmp_path: Path) -> None:
    """ "développement" is whole elsewhere, "médiation" too: this document divides words; "Côte-Rousse" is a name."""
    page = (
        "Le développement et la médiation avancent.\n"
        "La ville soutient le dévelop-\npement des clubs et la média-\ntion dans les rues de la Côte-\nRousse.\n"
        "Un par\u00ad\ntenariat avec l'Agence Côte-Rousse est prévu."
    )
    assert whole(read_pdf(paged(tmp_path / "p.pdf", page))) == [
        "Le développement et la médiation avancent.",
        "La ville soutient le développement des clubs et la médiation dans les rues de la Côte-Rousse.",
        "Un partenariat avec l'Agence Côte-Rousse est prévu.",
    ]


def test_words_that_only_their_pieces_tell(tmp_path: Path) -> None:
    """Where an editor divides words, pieces that are words themselves are still a compound, and so are figures."""
    page = (
        "Le développement et la médiation avancent. Les filles et les garçons vont au QPV, et au QVA.\n"
        "La ville soutient le dévelop-\npement des clubs, la média-\ntion, les aménage-\nments et l'égalité filles-\n"
        "garçons en QPV-\nQVA, la DI-\nRECCTE, le passage de 3ème-\nseconde en Savoie-\nMont."
    )
    assert whole(read_pdf(paged(tmp_path / "p.pdf", page)))[1:] == [
        "La ville soutient le développement des clubs, la médiation, les aménagements et l'égalité filles-garçons en "
        "QPV-QVA, la DIRECCTE, le passage de 3ème-seconde en Savoie-Mont.",
    ]


def test_a_paragraph_goes_on_over_the_page_under_running_titles(tmp_path: Path) -> None:
    text = "\n\n".join([LONG] * 60)
    path = laid_out(tmp_path / "p.pdf", lines_as_paragraphs(text, 12), header="Contrat de ville", footer="Page # / 9")
    raw = read_pdf(path)
    flow = unpaged(raw.lines, is_heading)
    assert [line.text for line in flow.lines] == [LONG] * 60
    pages = len(PdfReader(path).pages)
    assert [line.text for line in flow.furniture] == [
        text for number in range(1, pages + 1) for text in ("Contrat de ville", f"Page {number} / 9")
    ]


def test_a_running_axis_is_kept_and_fiche_numbers_are_no_page_numbers(tmp_path: Path) -> None:
    pages = [
        f"Axe 1 - Agir\nFiche action {n}\nPilote : Ville de Lac\nPartenaires : CAF, club {n}" for n in (1, 2, 3, 4)
    ]
    lines = whole(read_pdf(paged(tmp_path / "p.pdf", *pages)))
    assert lines.count("Axe 1 - Agir") == 4
    assert [line for line in lines if line.startswith("Fiche")] == [f"Fiche action {n}" for n in (1, 2, 3, 4)]


def test_the_stamp_of_a_prefecture_is_set_aside(tmp_path: Path) -> None:
    stamp = ("Envoyé en préfecture le 12/07/2024", "Reçu en préfecture le 12/07/2024", "ID : 073-200069110-20240711-DE")

    def page(canvas: Canvas) -> None:
        say(canvas, 330, 20, *stamp, size=7)
        say(canvas, 60, 120, f"Pilote : Ville {canvas.getPageNumber()}")

    raw = read_pdf(drawn(tmp_path / "p.pdf", page, page, page))
    assert whole(raw) == [f"Pilote : Ville {number}" for number in (1, 2, 3)]
    assert len(unpaged(raw.lines, is_heading).furniture) == 9


def test_a_table_of_contents_is_no_plan(tmp_path: Path) -> None:
    dots = " ......................... "
    contents = f"Sommaire\nAxe 1 - Agir{dots}2\nObjectif 1 - Aider{dots}2\nAxe 2 - Finir{dots}3"
    raw = read_pdf(
        paged(tmp_path / "p.pdf", contents, "Axe 1 - Agir\nObjectif 1 - Aider\nPilote : Ville", "Axe 2 - Finir")
    )
    assert whole(raw) == ["Axe 1 - Agir", "Objectif 1 - Aider", "Pilote : Ville", "Axe 2 - Finir"]
    assert [(code, place) for code, place, _ in raw.notes] == [("table-des-matieres", "page 1")]


def test_the_call_of_a_footnote_is_no_part_of_a_name(tmp_path: Path) -> None:
    def page(canvas: Canvas) -> None:
        say(canvas, 60, 80, "Partenaires : CAF")
        say(canvas, 60 + canvas.stringWidth("Partenaires : CAF", "Helvetica", 11), 76, "1", size=6)
        say(canvas, 60, 93, "Région, MJC, centre social, mission locale")
        say(canvas, 60, 760, "1 Caisse d'allocations familiales", size=8)

    raw = read_pdf(drawn(tmp_path / "p.pdf", page))
    assert whole(raw) == ["Partenaires : CAF", "Région, MJC, centre social, mission locale"]
    assert [(code, place) for code, place, _ in raw.notes] == [("note-de-bas-de-page", "page 1")]
    assert "Caisse d'allocations familiales" in raw.notes[0][2]


@pytest.mark.parametrize("quarters", [1, 2, 3])
def test_turned_pages_read_like_the_others(quarters: int, tmp_path: Path) -> None:
    source = paged(tmp_path / "p.pdf", "Axe 1 - Agir\nPilote : Ville")
    told, moved = PdfWriter(clone_from=source), PdfWriter(clone_from=source)
    told.pages[0].rotate(90 * quarters)
    moved.pages[0].add_transformation(Transformation().rotate(90 * quarters).translate(420, 420))
    moved.pages[0].mediabox = RectangleObject((-600, -600, 1400, 1400))
    for name, writer in (("told.pdf", told), ("moved.pdf", moved)):
        writer.write(tmp_path / name)
        assert whole(read_pdf(tmp_path / name)) == ["Axe 1 - Agir", "Pilote : Ville"]


def test_what_is_printed_sideways_or_beyond_the_page_does_not_mix(tmp_path: Path) -> None:
    def page(canvas: Canvas) -> None:
        say(canvas, 60, 80, "Pilote : Ville", "Partenaires : CAF")
        say(canvas, 900, 100, "Hors de la page")
        canvas.translate(30, 600)
        canvas.rotate(90)
        canvas.drawString(0, 0, "Contrat de ville")

    assert whole(read_pdf(drawn(tmp_path / "p.pdf", page))) == [
        "Pilote : Ville",
        "Partenaires : CAF",
        "Contrat de ville",
    ]


@pytest.mark.parametrize(
    ("end", "rest", "whole"),
    [
        ("pluridisciplin", "aire", True),
        ("expérimenta", "tions", True),
        ("accompagne", "r", True),
        ("professionnels", "de", False),
        ("accompagnement", "adapté", False),
        ("intercommunal", "Mission", False),
    ],
)
def test_pieces_of_a_word_that_a_narrow_cell_cuts(end: str, rest: str, whole: bool) -> None:
    assert Hyphens.of([end, rest], []).is_whole(end, rest) is whole


def test_a_name_that_a_narrow_cell_cuts_after_its_first_word_is_one(tmp_path: Path) -> None:
    rows = [
        ("Action", "Pilote", "Partenaires"),
        ("Déployer une médiation sociale dans l'habitat", "Optima Médiation", "Lac Habitat, Police nationale"),
        ("Planter des arbres fruitiers", "Ville de Lac", "Conseil citoyen, Lac Habitat"),
    ]
    cells = [[Paragraph(words, style(9)) for words in row] for row in rows]
    read = read_pdf(laid_out(tmp_path / "lac.pdf", [ruled(cells, (120, 62, 70))]))
    printed_ = [[printed_lines(cell) for cell in row.cells[1:]] for row in read.rows if row.cells]
    assert printed_[1:] == [
        [["Optima Médiation"], ["Lac Habitat, Police nationale"]],
        [["Ville de Lac"], ["Conseil citoyen, Lac Habitat"]],
    ]
