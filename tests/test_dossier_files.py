"""The files of a dossier: opened by the libraries that read them, and by LibreOffice."""

from __future__ import annotations

import io
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import docx as python_docx
import pptx as python_pptx
import pypdf
import pytest
from odfdo import Document

from graph.model import Graph
from maillage.pipeline import read_graph
from tests.dossiers import DATE, bare, made_map, tiny, wide
from tests.test_paper_kit import fonts
from viz.contrast import contrast
from viz.dossier.deck import BODY, BOTTOM, LEADING, TOP, deck, lines
from viz.dossier.docx import docx
from viz.dossier.index import index
from viz.dossier.kit import kit
from viz.dossier.model import ANNEX, Claim, Dossier, Section, Table
from viz.dossier.odp import odp
from viz.dossier.odt import odt
from viz.dossier.pdf import pdf
from viz.dossier.pptx import pptx
from viz.dossier.story.facts import Facts
from viz.dossier.story.tell import tell
from viz.dossier.tables import sheets
from viz.dossier.theme import Logo, Theme, readable
from viz.paper import press

PLANS = Path(__file__).parent.parent / "plans"
SVG = b'<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"><rect width="40" height="20" fill="#A00"/></svg>'
THEME = Theme("Ville d’Essai", Logo(SVG, "svg"), "#7A1E3A")


def dossier(graph: Graph) -> Dossier:
    return tell(Facts(graph), DATE).with_charts({"porteurs": [made_map()]})


@pytest.fixture(scope="module")
def graphs() -> dict[str, Graph]:
    made = {"tiny": tiny(), "wide": wide(), "two": wide(2, 3), "bare": bare(), "empty": Graph()}
    names = {"chambery": "grand-chambery-2021-2022", "albertville": "albertville-2021"}
    return made | {name: read_graph(PLANS / folder) for name, folder in names.items()}


@pytest.fixture(scope="module")
def dossiers(graphs: dict[str, Graph]) -> dict[str, Dossier]:
    return {name: dossier(graph) for name, graph in graphs.items()}


@pytest.fixture(scope="module")
def pictures() -> dict[str, dict[str, list[bytes]]]:
    charts = made_map().charts
    return {name: {"carte": [press.png(page, 40) for page in chart.pages]} for name, chart in charts.items()}


NAMES = ["tiny", "wide", "two", "bare", "empty", "chambery", "albertville"]


def squeezed(text: str) -> str:
    """A text without spaces nor the hyphens of line ends, to find it whatever the lines."""
    return "".join(text.split()).replace("-", "").replace("\u00ad", "")


@pytest.mark.parametrize("name", NAMES)
def test_the_pdf_is_tagged_and_says_every_claim(name: str, dossiers: dict[str, Dossier]) -> None:
    made = pdf(dossiers[name], THEME)
    document = pypdf.PdfReader(io.BytesIO(made))
    root: Any = document.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"].startswith("fr")
    assert "pdfuaid" in document.xmp_metadata.stream.get_data().decode() if document.xmp_metadata else False
    sizes = {(round(page.mediabox.width), round(page.mediabox.height)) for page in document.pages}
    assert sizes == {(595, 842), (1191, 842)}
    assert document.metadata
    assert dossiers[name].title in str(document.metadata.title)
    text = squeezed("".join(page.extract_text() for page in document.pages))
    for part in dossiers[name].sections:
        for claim in part.claims:
            assert squeezed(claim.text) in text, claim.text


def test_the_pdf_has_bookmarks_fonts_and_alternative_texts(dossiers: dict[str, Dossier]) -> None:
    document = pypdf.PdfReader(io.BytesIO(pdf(dossiers["tiny"], THEME)))
    titles = [str(mark.title) for mark in _marks(document.outline)]
    assert {part.title for part in dossiers["tiny"].sections} <= set(titles)
    assert "Qui pilote quoi" in titles
    assert all("Inter" in font for page in document.pages for font in fonts(page))
    alts = {str(element["/Alt"]) for element in _elements(document) if "/Alt" in element}
    assert any("Deux acteurs portent tout" in alt for alt in alts)
    assert any("Logo" in alt for alt in alts)
    assert {"/TH", "/Table", "/H1", "/L"} <= {str(element.get("/S")) for element in _elements(document)}


def _marks(outline: Any) -> Iterator[Any]:
    for mark in outline:
        yield from _marks(mark) if isinstance(mark, list) else [mark]


def _elements(document: pypdf.PdfReader) -> Iterator[Any]:
    root: Any = document.trailer["/Root"]
    waiting = [root["/StructTreeRoot"]]
    while waiting:
        element = waiting.pop().get_object()
        if isinstance(element, list):
            waiting += element
        elif isinstance(element, dict):
            yield element
            waiting += [element["/K"]] if "/K" in element else []


@pytest.mark.parametrize("name", NAMES)
def test_slides_have_titles_and_type_that_a_room_can_read(
    name: str, dossiers: dict[str, Dossier], pictures: dict[str, dict[str, list[bytes]]]
) -> None:
    slides = deck(dossiers[name], pictures["16x9"])
    book = python_pptx.Presentation(io.BytesIO(pptx(slides, THEME, "Titre", DATE)))
    assert len(book.slides) == len(slides)
    for page, slide in zip(book.slides, slides, strict=True):
        assert page.shapes.title is not None
        assert page.shapes.title.text_frame.text == slide.title
        assert page.notes_slide.notes_text_frame is not None
        for shape in page.placeholders:
            sizes = [run.font.size.pt for part in shape.text_frame.paragraphs for run in part.runs if run.font.size]
            assert all(size >= 18 for size in sizes)
        for shape in page.shapes:
            if shape.shape_type == 13:
                assert shape._element.xpath(".//p:cNvPr")[0].get("descr")


@pytest.mark.parametrize("name", NAMES)
def test_what_stands_on_a_slide_fits_it(
    name: str, dossiers: dict[str, Dossier], pictures: dict[str, dict[str, list[bytes]]]
) -> None:
    told = []
    for slide in deck(dossiers[name], pictures["16x9"]):
        top = TOP + (194 if slide.figures else 0)
        if slide.bullets and not slide.cover:
            assert top + sum(lines(text) * BODY * LEADING for text in slide.bullets) <= BOTTOM + 20, slide.title
        if slide.grid:
            assert TOP + sum(slide.grid.heights) <= BOTTOM
            assert slide.grid.rows
        told += [slide.title, *slide.bullets]
    for part in dossiers[name].sections:
        assert all(any(claim.text in text for text in told) for claim in part.claims)


@pytest.mark.parametrize("name", NAMES)
def test_the_note_has_headings_header_rows_and_alternative_texts(
    name: str, dossiers: dict[str, Dossier], pictures: dict[str, dict[str, list[bytes]]]
) -> None:
    theme = Theme("Ville d’Essai")
    note = python_docx.Document(io.BytesIO(docx(dossiers[name], theme, pictures["a4"])))
    headings = [part.text for part in note.paragraphs if part.style and part.style.name == "Heading 1"]
    assert headings == [part.title for part in dossiers[name].sections]
    assert all(table.rows[0]._tr.xpath("./w:trPr/w:tblHeader") for table in note.tables)
    assert all(shape._inline.docPr.get("descr") for shape in note.inline_shapes)
    assert note.core_properties.language == "fr-FR"


@pytest.mark.parametrize("name", NAMES)
def test_open_document_files_are_read_back(
    name: str, dossiers: dict[str, Dossier], pictures: dict[str, dict[str, list[bytes]]]
) -> None:
    note = Document(io.BytesIO(odt(dossiers[name], THEME, pictures["a4"])))
    text = squeezed(note.get_formatted_text())
    assert all(squeezed(claim.text) in text for part in dossiers[name].sections for claim in part.claims)
    slides = deck(dossiers[name], pictures["16x9"])
    book = Document(io.BytesIO(odp(slides, THEME, "Titre", DATE)))
    pages = book.body.get_elements("draw:page")
    assert len(pages) == len(slides)
    for page, slide in zip(pages, slides, strict=True):
        titles = [frame for frame in page.get_frames() if frame.get_attribute("presentation:class") == "title"]
        assert squeezed(titles[0].inner_text) == squeezed(slide.title)


def test_the_same_dossier_gives_the_same_bytes(
    dossiers: dict[str, Dossier], pictures: dict[str, dict[str, list[bytes]]]
) -> None:
    told = dossiers["tiny"]
    slides = deck(told, pictures["16x9"])
    assert pptx(slides, THEME, "Titre", DATE) == pptx(slides, THEME, "Titre", DATE)
    assert odp(slides, THEME, "Titre", DATE) == odp(slides, THEME, "Titre", DATE)
    assert docx(told, THEME, pictures["a4"]) == docx(told, THEME, pictures["a4"])
    assert pdf(told, THEME) == pdf(told, THEME)


def test_every_sheet_that_a_proof_names_is_there(graphs: dict[str, Graph], dossiers: dict[str, Dossier]) -> None:
    for name in NAMES:
        told = dossiers[name]
        titles = {sheet.title for sheet in sheets(Facts(graphs[name]), told)}
        proofs = [claim.proof for part in told.sections for claim in part.claims]
        proofs += [figure.proof for part in told.sections for figure in part.figures]
        assert {proof.sheet for proof in proofs if proof.sheet} <= titles


def test_the_whole_kit_of_a_plan(graphs: dict[str, Graph]) -> None:
    files = kit(graphs["two"], DATE, THEME)
    wanted = "dossier.pdf diapositives.pptx diapositives.odp note.docx note.odt tableaux.ods tableaux.xlsx index.html"
    assert set(wanted.split()) <= set(files)
    page = str(files["index.html"])
    for name in files:
        assert name == "index.html" or f'href="{name}"' in page
    assert "http" not in page.replace("http://www.w3.org", "")


def test_a_name_cannot_run_as_a_script() -> None:
    graph = tiny()
    plan = next(node for node in graph.nodes if node.label == "Plan")
    graph.nodes[graph.nodes.index(plan)] = type(plan)(
        "Plan", plan.id, {**plan.properties, "title": '<script>x</script> #pagebreak() \\ "'}
    )
    told = tell(Facts(graph), DATE)
    assert "<script>" not in index(told, Theme(), {})
    text = pypdf.PdfReader(io.BytesIO(pdf(told, Theme()))).pages[0].extract_text()
    assert "#pagebreak()" in text


def test_a_pale_colour_is_darkened_and_that_is_said() -> None:
    pale = readable(Theme(colour="#FFD447"))
    assert contrast(pale.colour, "#FFFFFF") >= 4.5
    assert pale.colour in pale.remarks[0]
    assert readable(THEME) == THEME


@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice n'est pas installé")
@pytest.mark.parametrize("name", ["chambery", "wide"])
def test_libreoffice_opens_the_office_files(
    name: str, dossiers: dict[str, Dossier], pictures: dict[str, dict[str, list[bytes]]], tmp_path: Path
) -> None:
    told = dossiers[name]
    made = {"note.docx": docx(told, THEME, pictures["a4"]), "note.odt": odt(told, THEME, pictures["a4"])}
    slides = deck(told, pictures["16x9"])
    made |= {"d.pptx": pptx(slides, THEME, "T", DATE), "d.odp": odp(slides, THEME, "T", DATE)}
    for file, content in made.items():
        (tmp_path / file).write_bytes(content)
        profile = f"-env:UserInstallation=file://{tmp_path}/profile"
        order = [
            "soffice",
            "--headless",
            profile,
            "--convert-to",
            "pdf",
            "--outdir",
            str(tmp_path),
            str(tmp_path / file),
        ]
        subprocess.run(order, check=True, capture_output=True, timeout=180)
        shown = pypdf.PdfReader((tmp_path / file).with_suffix(".pdf"))
        text = squeezed("".join(page.extract_text() for page in shown.pages))
        assert all(squeezed(part.lead.text) in text for part in told.sections)


def test_a_cell_of_a_slide_is_whole_and_amounts_line_up() -> None:
    told = "Nommé sans rôle : " + "une structure au nom assez long pour trois lignes, " * 4 + "et fin."
    table = Table("Titre", ("où", "euros"), [[told, "7,3 M€"], ["b", "–"]], (0.6, 0.4))
    [slide] = deck(
        Dossier("T", "", "S", DATE, (Section("k", "Partie", (Claim("Une phrase."),), tables=(table,)),)), {}
    )[2:]
    assert slide.grid is not None
    assert slide.grid.rows[0][0].split() == told.split()
    assert slide.grid.right == [False, True]


def test_sections_of_a_sentence_share_a_slide() -> None:
    slides = deck(tell(Facts(Graph()), DATE), {})
    assert [slide.title for slide in slides if not slide.bullets and not slide.grid and not slide.figures] == []
    told = [text for slide in slides for text in slide.bullets if "Personne n’est engagé" in text]
    assert [text.count("Personne") for text in told] == [1] * len(told)
    assert any(text.startswith("Qui porte quoi, Qui fait le lien et Ce qui est fragile") for text in told)


def test_a_short_annex_shares_the_page_before_its_maps(dossiers: dict[str, Dossier]) -> None:
    annex = Section(ANNEX, "Annexe", (Claim("1 fiche."),), charts=(made_map(),))
    before = Section("methode", "Méthode", (Claim("Une phrase."),))
    made = pdf(Dossier("T", "", "S", DATE, (before, annex)), THEME)
    texts = [page.extract_text() for page in pypdf.PdfReader(io.BytesIO(made)).pages]
    assert any("Une phrase." in text and "1 fiche." in text for text in texts)
