"""The drawing kit of printed maps: measured text, pages, legends, and the files made of them."""

import datetime
import io
import xml.etree.ElementTree as ET

import pypdf
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from viz.paper import press
from viz.paper.canvas import Canvas
from viz.paper.geometry import clipped, overlaps, smallest
from viz.paper.key import Key
from viz.paper.sheet import FORMATS, Format, Heading, sheet
from viz.paper.type import width, wrap

HEADING = Heading("Deux acteurs portent tout", "Qui pilote quoi", "Source : plan.txt, carte du 22/11/2026.")
KEYS = [
    Key("pilot-line", "pilote"),
    Key("partner-line", "partenaire"),
    Key("deduced-line", "rôle déduit"),
    Key("pilot", "pilote"),
    Key("both", "pilote et partenaire"),
    Key("partner", "partenaire"),
    Key("swatch", "Cadre de vie", "#005DBD", number="1"),
    Key("hatched", "non ventilé", "#545462"),
    *(Key("shape", shape, shape=shape) for shape in "square star triangle diamond triangleDown dot hexagon".split()),
]
SVG = "{http://www.w3.org/2000/svg}"
words = st.text(st.characters(blacklist_categories=["Cs", "Cc"]), max_size=60)


def test_text_is_measured_with_the_font_and_its_kerning() -> None:
    assert width("", 10) == 0
    assert width("AV", 10) < width("A", 10) + width("V", 10)
    assert width("Lien", 20) == pytest.approx(2 * width("Lien", 10))
    assert width("Lien", 10, 700) > width("Lien", 10)


@given(words, st.floats(20, 300), st.integers(1, 4))
def test_wrapped_text_stays_in_its_room(text: str, room: float, lines: int) -> None:
    rows = wrap(text, 10, room, lines)
    assert 1 <= len(rows) <= lines
    assert all(width(row, 10) <= room or len(row) <= 2 for row in rows)


@pytest.mark.parametrize("page", FORMATS.values(), ids=lambda page: page.name)
def test_a_page_has_its_words_and_leaves_room(page: Format) -> None:
    canvas, room = sheet(page, HEADING, KEYS)
    told = [label.words.replace("\u00a0", " ") for label in canvas.labels]
    assert {HEADING.title, HEADING.subtitle, HEADING.source, *(key.label for key in KEYS)} <= set(told)
    assert room.width > page.width * 0.9
    assert room.height > page.height * 0.6
    assert not overlaps(canvas)
    assert not clipped(canvas, page.margin - 1)
    assert smallest(canvas) >= (9 if page.name == "16x9" else 7)


@pytest.mark.parametrize("page", FORMATS.values(), ids=lambda page: page.name)
def test_long_words_around_a_map_stay_on_the_page(page: Format) -> None:
    long = Heading("Un titre " * 40, "Un sous-titre " * 40, "Une source " * 60)
    canvas, room = sheet(page, long, [Key("swatch", "Une légende bien longue " * 2) for _ in range(9)])
    assert not overlaps(canvas)
    assert not clipped(canvas, page.margin - 1)
    assert room.height > page.height * 0.5


def test_labels_that_meet_are_found() -> None:
    page = Canvas(100, 100)
    page.text((10, 50), "Ville", 10)
    page.text((20, 50), "État", 10)
    page.text((10, 80), "CAF", 10)
    assert overlaps(page) == [("Ville", "État")]
    assert not clipped(page)
    page.text((90, 20), "Bailleurs", 10)
    assert clipped(page) == ["Bailleurs"]


def test_slanted_labels_side_by_side_do_not_meet() -> None:
    page = Canvas(300, 300)
    for x in (50, 70, 90):
        page.text((x, 200), "Renouvellement urbain", 10, turn=-60)
    assert not overlaps(page)
    page.text((52, 200), "Mixité", 10, turn=-60)
    assert overlaps(page)


@given(words)
def test_any_name_makes_a_page_that_a_reader_of_xml_opens(name: str) -> None:
    page = Canvas(200, 100, title=name, alt=name)
    with page.group(name):
        page.text((10, 50), name, 10)
        page.path("M0 0h10", stroke="#000000", name=name)
    root = ET.fromstring(page.svg())
    assert root.findtext(f"{SVG}title", default="") == name
    assert [text.text for text in root.iter(f"{SVG}text")] == ([name] if name else [])


def test_a_file_carries_its_font() -> None:
    page = Canvas(200, 100)
    page.text((10, 50), "Où", 10, weight=700)
    told = press.svg(page)
    assert told.count("@font-face") == 1
    assert len(told) < 20_000
    assert ET.fromstring(told).attrib["width"] == "200pt"


def test_an_image_has_the_size_asked_for() -> None:
    page = Canvas(144, 72)
    with Image.open(io.BytesIO(press.png(page, 144))) as image:
        assert image.size == (288, 144)


def test_a_document_is_tagged_titled_and_says_what_a_map_shows() -> None:
    pages = [sheet(page, HEADING, KEYS)[0] for page in FORMATS.values()]
    pages[0].alt = "Deux acteurs et leurs objectifs"
    made = press.pdf(pages, "Cartes « du COPIL »", datetime.date(2026, 11, 22))
    document = pypdf.PdfReader(io.BytesIO(made))
    assert [(round(p.mediabox.width), round(p.mediabox.height)) for p in document.pages] == [
        (round(page.width), round(page.height)) for page in FORMATS.values()
    ]
    root = document.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"] == "fr-FR"
    assert document.metadata
    assert document.metadata.title == "Cartes « du COPIL »"
    assert "Inter" in str({font for page in document.pages for font in fonts(page)})
    assert HEADING.title in document.pages[0].extract_text()
    assert press.pdf(pages, "Cartes « du COPIL »", datetime.date(2026, 11, 22)) == made


def fonts(page: pypdf.PageObject) -> set[str]:
    """Names of the fonts of a page, those of the drawings in it included."""
    found: set[str] = set()
    waiting = [page["/Resources"].get_object()]
    while waiting:
        resources = waiting.pop()
        found |= {str(font.get_object()["/BaseFont"]) for font in resources.get("/Font", {}).values()}
        inner = (shape.get_object() for shape in resources.get("/XObject", {}).values())
        waiting += [shape["/Resources"].get_object() for shape in inner if "/Resources" in shape]
    return found
