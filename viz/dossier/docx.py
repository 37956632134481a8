"""The note for Word: real headings, lists, tables with header rows, maps with alternative texts."""

from __future__ import annotations

import datetime
import io
from collections.abc import Mapping, Sequence
from typing import Any

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

from viz import french
from viz.dossier.model import Claim, Dossier, Figure, Section, Table
from viz.dossier.pdf import KICKER, aligned_right, cell
from viz.dossier.theme import FONT, Theme
from viz.dossier.zipped import timeless

_GREY = "#55606E"
_TEXT = 17  # centimetres between the margins


def docx(dossier: Dossier, theme: Theme, pictures: Mapping[str, Sequence[bytes]]) -> bytes:
    """The note as a Word file, A4; `pictures` are the A4 pages of each map, by its key, as PNG."""
    note = Document()
    _page(note, dossier)
    _styles(note, theme)
    _head(note, dossier, theme)
    for part in dossier.sections:
        _section(note, part, theme, pictures)
    stream = io.BytesIO()
    note.save(stream)
    return timeless(stream.getvalue())


def _page(note: Any, dossier: Dossier) -> None:
    page = note.sections[0]
    page.page_width, page.page_height = Cm(21), Cm(29.7)
    page.left_margin = page.right_margin = Cm(2)
    page.top_margin = page.bottom_margin = Cm(2)
    foot = page.footer.paragraphs[0]
    _run(foot, dossier.source, 8, _GREY)
    told = note.core_properties
    told.title, told.language, told.author = f"{KICKER}{french.NBSP}: {dossier.title}", "fr-FR", ""
    told.created = told.modified = datetime.datetime.combine(dossier.date, datetime.time())


def _styles(note: Any, theme: Theme) -> None:
    sizes = {"Normal": 10.5, "Title": 24, "Heading 1": 18, "Heading 2": 12}
    for name, size in sizes.items():
        style = note.styles[name]
        style.font.name, style.font.size = FONT, Pt(size)
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for face in ("w:ascii", "w:hAnsi", "w:cs", "w:eastAsia"):
            fonts.set(qn(face), FONT)
        for face in ("w:asciiTheme", "w:hAnsiTheme", "w:cstheme", "w:eastAsiaTheme"):
            fonts.attrib.pop(qn(face), None)
        if name != "Normal":
            style.font.color.rgb = _rgb(theme.colour)
    language = OxmlElement("w:lang")
    language.set(qn("w:val"), "fr-FR")
    note.styles["Normal"].element.get_or_add_rPr().append(language)


def _rgb(colour: str) -> Any:
    make: Any = RGBColor
    return make(*(int(colour[place : place + 2], 16) for place in (1, 3, 5)))


def _run(paragraph: Any, words: str, size: float | None = None, colour: str = "", *, bold: bool = False) -> None:
    run = paragraph.add_run(words)
    run.bold = bold or None
    if size:
        run.font.size = Pt(size)
    if colour:
        run.font.color.rgb = _rgb(colour)


def _head(note: Any, dossier: Dossier, theme: Theme) -> None:
    if theme.logo and theme.logo.kind == "png":
        note.add_picture(io.BytesIO(theme.logo.content), height=Cm(1.6))
        _describe(note, f"Logo {theme.organisation}".strip())
    _run(note.add_paragraph(), theme.organisation or KICKER, 10.5, _GREY)
    note.add_paragraph(dossier.title, style="Title")
    _run(note.add_paragraph(), " – ".join(filter(None, [dossier.subtitle, french.day(dossier.date)])), 11, _GREY)


def _section(note: Any, part: Section, theme: Theme, pictures: Mapping[str, Sequence[bytes]]) -> None:
    note.add_paragraph(part.title, style="Heading 1")
    _lead(note, part.lead)
    if part.figures:
        _figures(note, part.figures, theme)
    for claim in part.claims[1:]:
        _claim(note.add_paragraph(style="List Bullet"), claim)
    for table in part.tables:
        _table(note, table, theme)
    for drawn in part.charts:
        chart = drawn.charts["a4"]
        note.add_paragraph(drawn.what, style="Heading 2").paragraph_format.keep_with_next = True
        for page, png in zip(chart.pages, pictures.get(drawn.key, ()), strict=False):
            note.add_picture(io.BytesIO(png), width=Cm(_TEXT))
            _describe(note, f"{page.title or chart.title}. {page.alt or chart.alt}".strip())


def _lead(note: Any, claim: Claim) -> None:
    paragraph = note.add_paragraph()
    _run(paragraph, claim.text, 12.5, bold=True)
    _rest(paragraph, claim)


def _claim(paragraph: Any, claim: Claim) -> None:
    _run(paragraph, claim.text, bold=True)
    _rest(paragraph, claim)


def _rest(paragraph: Any, claim: Claim) -> None:
    if claim.more:
        _run(paragraph, f" {claim.more}")
    if claim.proof.words:
        paragraph.runs[-1].add_break()
        _run(paragraph, f"D’où vient ce chiffre{french.NBSP}: {claim.proof.words}.", 8, _GREY)


def _figures(note: Any, figures: Sequence[Figure], theme: Theme) -> None:
    for figure in figures:
        paragraph = note.add_paragraph()
        paragraph.paragraph_format.space_after = Pt(2)
        _run(paragraph, figure.value, 15, theme.colour, bold=True)
        _run(paragraph, f"{french.NBSP} {figure.label}")


def _table(note: Any, told: Table, theme: Theme) -> None:
    note.add_paragraph(told.title, style="Heading 2").paragraph_format.keep_with_next = True
    table = note.add_table(rows=1, cols=len(told.columns))
    table.style, table.autofit = "Table Grid", False
    for column, share in zip(table.columns, told.widths, strict=True):
        column.width = Cm(_TEXT * share)
    _fill(table.rows[0], [name[:1].upper() + name[1:] for name in told.columns], told, theme, head=True)
    table.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
    for row in told.rows:
        _fill(table.add_row(), [cell(value) for value in row], told, theme, head=False)
    _run(note.add_paragraph(), told.note, 8.5, _GREY)


def _fill(row: Any, words: Sequence[str], told: Table, theme: Theme, *, head: bool) -> None:
    row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
    for place, (box, text, share) in enumerate(zip(row.cells, words, told.widths, strict=True)):
        box.width = Cm(_TEXT * share)
        paragraph = box.paragraphs[0]
        paragraph.paragraph_format.space_after = Pt(0)
        _run(paragraph, text, 9, theme.ink if head else "", bold=head)
        if told.rows and aligned_right(told, place):
            paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
        if head:
            _shade(box, theme.colour)


def _shade(box: Any, colour: str) -> None:
    shade = OxmlElement("w:shd")
    for name, value in (("w:val", "clear"), ("w:color", "auto"), ("w:fill", colour.lstrip("#"))):
        shade.set(qn(name), value)
    box._tc.get_or_add_tcPr().append(shade)


def _describe(note: Any, alt: str) -> None:
    """The alternative text of the picture added last."""
    note.inline_shapes[-1]._inline.docPr.set("descr", alt)
