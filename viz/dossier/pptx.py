"""Slides for PowerPoint: real titles, alternative texts, notes with the proofs."""

from __future__ import annotations

import datetime
import io
from collections.abc import Sequence
from typing import Any

from pptx import Presentation
from pptx.dml.color import RGBColor
from pptx.enum.lang import MSO_LANGUAGE_ID
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.util import Pt

from viz.dossier.deck import BODY, BOTTOM, CELL, HEIGHT, LEADING, MARGIN, ROOM, TABLE_TYPE, TOP, WIDTH, Grid, Slide
from viz.dossier.model import Figure
from viz.dossier.theme import FONT, Theme
from viz.dossier.zipped import timeless

_INK, _GREY = "#1B2733", "#55606E"
_TITLE_ONLY, _WITH_BODY = 5, 1


def pptx(slides: Sequence[Slide], theme: Theme, title: str, date: datetime.date) -> bytes:
    """The slides as a PowerPoint file, 16:9."""
    book = Presentation()
    book.slide_width, book.slide_height = Pt(WIDTH), Pt(HEIGHT)
    _layouts(book)
    for rank, slide in enumerate(slides):
        _add(book, slide, theme, rank + 1)
    told = book.core_properties
    told.title, told.author, told.language = title, theme.organisation, "fr-FR"
    told.created = told.modified = datetime.datetime.combine(date, datetime.time())
    told.last_modified_by = theme.organisation
    stream = io.BytesIO()
    book.save(stream)
    return timeless(stream.getvalue())


def _layouts(book: Any) -> None:
    """The places of titles and texts in the layouts, for whoever adds a slide."""
    for layout in (book.slide_layouts[_TITLE_ONLY], book.slide_layouts[_WITH_BODY]):
        for shape in layout.placeholders:
            if shape.placeholder_format.idx == 0:
                _at(shape, MARGIN, 50, ROOM, TOP - 60)
            elif shape.placeholder_format.idx == 1:
                _at(shape, MARGIN, TOP, ROOM, BOTTOM - TOP)


def _at(shape: Any, left: float, top: float, width: float, height: float) -> None:
    shape.left, shape.top, shape.width, shape.height = Pt(left), Pt(top), Pt(width), Pt(height)


def _add(book: Any, slide: Slide, theme: Theme, number: int) -> None:
    bulleted = slide.bullets and not slide.cover
    page = book.slides.add_slide(book.slide_layouts[_WITH_BODY if bulleted else _TITLE_ONLY])
    if slide.cover:
        _cover(page, slide, theme)
    else:
        _band(page, slide, theme, number)
    if slide.picture:
        _picture(page, slide)
    page.notes_slide.notes_text_frame.text = slide.notes


def _cover(page: Any, slide: Slide, theme: Theme) -> None:
    ground = page.background.fill
    ground.solid()
    ground.fore_color.rgb = _rgb(theme.colour)
    _box(page, (MARGIN, 60, ROOM, 30), theme.organisation or slide.kicker, 18, theme.ink)
    _title(page, slide, (MARGIN, 170, ROOM, 180), theme.ink)
    _box(page, (MARGIN, 380, ROOM, 60), slide.bullets[0], 20, theme.ink)
    if theme.organisation:
        _box(page, (MARGIN, 130, ROOM, 30), slide.kicker, 18, theme.ink)
    if theme.logo and theme.logo.kind == "png":
        logo = page.shapes.add_picture(io.BytesIO(theme.logo.content), Pt(MARGIN), Pt(HEIGHT - 100), height=Pt(60))
        _describe(logo, f"Logo {theme.organisation}".strip())


def _band(page: Any, slide: Slide, theme: Theme, number: int) -> None:
    """What every slide but the cover has: its part, title and number, and what stands under them."""
    bar = page.shapes.add_shape(1, 0, 0, Pt(10), Pt(HEIGHT))
    bar.fill.solid()
    bar.fill.fore_color.rgb = _rgb(theme.colour)
    bar.line.fill.background()
    _describe(bar, "")
    _box(page, (MARGIN, 22, ROOM, 24), slide.kicker, 14, _GREY)
    _title(page, slide, (MARGIN, 46, ROOM, TOP - 56), theme.colour)
    top = _figures(page, slide.figures, theme) if slide.figures else TOP
    if slide.bullets:
        _bullets(page, slide, top)
    if slide.grid:
        _grid(page, slide.grid, theme, slide.title)
    if slide.foot:
        _box(page, (MARGIN, BOTTOM + 4, ROOM - 60, 24), slide.foot, 14, _GREY)
    _box(page, (WIDTH - MARGIN - 40, BOTTOM + 8, 40, 20), str(number), 12, _GREY, PP_ALIGN.RIGHT)


def _title(page: Any, slide: Slide, place: tuple[float, float, float, float], colour: str) -> None:
    shape = page.shapes.title
    _at(shape, *place)
    frame = shape.text_frame
    frame.word_wrap, frame.vertical_anchor = True, MSO_ANCHOR.TOP
    _bare(frame)
    _write(frame.paragraphs[0], slide.title, slide.size, colour, bold=True)
    frame.paragraphs[0].alignment = PP_ALIGN.LEFT


def _bare(frame: Any) -> None:
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0


def _write(paragraph: Any, words: str, size: float, colour: str, *, bold: bool = False) -> None:
    run = paragraph.add_run()
    run.text = words
    font = run.font
    font.size, font.bold, font.name = Pt(size), bold, FONT
    font.color.rgb = _rgb(colour)
    font.language_id = MSO_LANGUAGE_ID.FRENCH


def _rgb(colour: str) -> Any:
    make: Any = RGBColor
    return make(*(int(colour[place : place + 2], 16) for place in (1, 3, 5)))


def _box(
    page: Any, place: tuple[float, float, float, float], words: str, size: float, colour: str, align: Any = None
) -> None:
    box = page.shapes.add_textbox(*(Pt(value) for value in place))
    box.text_frame.word_wrap = True
    _bare(box.text_frame)
    _write(box.text_frame.paragraphs[0], words, size, colour)
    box.text_frame.paragraphs[0].alignment = align


def _bullets(page: Any, slide: Slide, top: float) -> None:
    shape = page.placeholders[1]
    _at(shape, MARGIN, top, ROOM, BOTTOM - top)
    frame = shape.text_frame
    _bare(frame)
    for rank, words in enumerate(slide.bullets):
        paragraph = frame.paragraphs[0] if rank == 0 else frame.add_paragraph()
        _write(paragraph, words, BODY, _INK)
        paragraph.space_after, paragraph.line_spacing = Pt(12), LEADING - 0.2


def _figures(page: Any, figures: Sequence[Figure], theme: Theme) -> float:
    """Large figures in two rows of four; where they end."""
    wide, high = (ROOM - 3 * 12) / 4, 84.0
    for rank, figure in enumerate(figures[:8]):
        row, column = divmod(rank, 4)
        place = (MARGIN + column * (wide + 12), TOP + row * (high + 10), wide, high)
        box = page.shapes.add_textbox(*(Pt(value) for value in place))
        box.fill.solid()
        box.fill.fore_color.rgb = _rgb(theme.tint)
        box.text_frame.word_wrap = True
        _write(box.text_frame.paragraphs[0], figure.value, 28, theme.colour, bold=True)
        _write(box.text_frame.add_paragraph(), figure.label, 14, _INK)
    return TOP + 2 * (high + 10) + 6


def _grid(page: Any, grid: Grid, theme: Theme, title: str) -> None:
    place = (MARGIN, TOP, sum(grid.widths), sum(grid.heights))
    frame = page.shapes.add_table(len(grid.rows) + 1, len(grid.head), *(Pt(value) for value in place))
    _describe(frame, title)
    table = frame.table
    table.first_row, table.horz_banding = True, False
    for column, wide in zip(table.columns, grid.widths, strict=True):
        column.width = Pt(wide)
    for row, high in zip(table.rows, grid.heights, strict=True):
        row.height = Pt(high)
    for y, cells in enumerate([grid.head, *grid.rows]):
        for x, words in enumerate(cells):
            _cell(table.cell(y, x), words, theme, head=y == 0, right=grid.right[x], shaded=y % 2 == 0)


def _cell(cell: Any, words: str, theme: Theme, *, head: bool, right: bool, shaded: bool) -> None:
    cell.fill.solid()
    cell.fill.fore_color.rgb = _rgb(theme.colour if head else theme.tint if shaded else "#FFFFFF")
    cell.margin_left = cell.margin_right = Pt(CELL)
    cell.margin_top = cell.margin_bottom = Pt(2)
    cell.vertical_anchor = MSO_ANCHOR.MIDDLE
    paragraph = cell.text_frame.paragraphs[0]
    _write(paragraph, words, TABLE_TYPE, theme.ink if head else _INK, bold=head)
    paragraph.alignment = PP_ALIGN.RIGHT if right else PP_ALIGN.LEFT


def _picture(page: Any, slide: Slide) -> None:
    """The map over the whole slide: it has its own title drawn, and hides the one that outlines and readers use."""
    if slide.picture:
        shape = page.shapes.add_picture(io.BytesIO(slide.picture.png), 0, 0, Pt(WIDTH), Pt(HEIGHT))
        _describe(shape, slide.picture.alt)


def _describe(shape: Any, alt: str) -> None:
    shape._element.xpath(".//p:cNvPr")[0].set("descr", alt)
