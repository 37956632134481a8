"""Slides for LibreOffice: real titles, alternative texts, notes with the proofs."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence

from viz.dossier.deck import BODY, BOTTOM, CELL, HEIGHT, MARGIN, ROOM, TABLE_TYPE, TOP, WIDTH, Grid, Slide
from viz.dossier.model import Figure
from viz.dossier.odf import package, paragraph, style, tag, type_, words
from viz.dossier.theme import Theme

_INK, _GREY = "#1B2733", "#55606E"
Place = tuple[float, float, float, float]


def odp(slides: Sequence[Slide], theme: Theme, title: str, date: datetime.date) -> bytes:
    """The slides as an OpenDocument presentation, 16:9."""
    body = "".join(_page(slide, theme, rank + 1) for rank, slide in enumerate(slides))
    pictures = {slide.picture.name: slide.picture.png for slide in slides if slide.picture}
    if theme.logo:
        pictures[f"logo.{theme.logo.kind}"] = theme.logo.content
    automatic = _automatic(slides, theme)
    return package("presentation", body, automatic, _styles(), title=title, date=date, pictures=pictures)


def _styles() -> str:
    size = tag(
        "style:page-layout-properties",
        fo__page_width=f"{WIDTH}pt",
        fo__page_height=f"{HEIGHT}pt",
        **dict.fromkeys(("fo__margin_top", "fo__margin_bottom", "fo__margin_left", "fo__margin_right"), "0cm"),
    )
    layout = tag("style:page-layout", size, style__name="Wide")
    ground = tag("style:drawing-page-properties", draw__fill="none")
    page = style("Page", "drawing-page", ground)
    master = tag("style:master-page", style__name="Sheet", style__page_layout_name="Wide", draw__style_name="Page")
    common = style("standard", "graphic", tag("style:graphic-properties", draw__stroke="none", draw__fill="none"))
    return (
        tag("office:styles", common)
        + tag("office:automatic-styles", layout, page)
        + tag("office:master-styles", master)
    )


def _automatic(slides: Sequence[Slide], theme: Theme) -> str:
    """Styles of shapes and texts; titles have one a size."""
    sizes = sorted({slide.size for slide in slides})
    ground = tag("style:drawing-page-properties", draw__fill="solid", draw__fill_color=theme.colour)
    told = [
        style("Cover", "drawing-page", ground),
        style("Plain", "drawing-page", tag("style:drawing-page-properties", draw__fill="none")),
        style("Box", "graphic", _shape()),
        style("Title", "presentation", _shape()),
        style("Notes", "presentation", _shape()),
        style("Tint", "graphic", _shape(theme.tint, "8pt")),
        style("Bar", "graphic", _shape(theme.colour)),
        *(_text(f"T{size:g}", size, theme.colour, bold=True) for size in sizes),
        *(_text(f"C{size:g}", size, theme.ink, bold=True) for size in sizes),
        *(_text(f"Cover{size}", size, theme.ink) for size in (18, 20)),
        _text("Bullet", BODY, _INK, after="12pt"),
        _text("Value", 28, theme.colour, bold=True),
        _text("Label", 14, _INK),
        _text("Kicker", 14, _GREY),
        _text("Number", 12, _GREY, align="end"),
        _text("Head", TABLE_TYPE, theme.ink, bold=True),
        _text("Cell", TABLE_TYPE, _INK),
        _text("Right", TABLE_TYPE, _INK, align="end"),
        _bullet_list(),
        *_boxes(theme),
        *(_widths(f"g{rank}", slide.grid) for rank, slide in enumerate(slides) if slide.grid),
    ]
    return "".join(told)


def _shape(fill: str = "", padding: str = "0pt") -> str:
    painted = {"draw__fill": "solid", "draw__fill_color": fill} if fill else {"draw__fill": "none"}
    return tag(
        "style:graphic-properties",
        draw__stroke="none",
        fo__padding=padding,
        draw__auto_grow_height="false",
        draw__textarea_vertical_align="top",
        fo__wrap_option="wrap",
        **painted,
    )


def _text(name: str, size: float, colour: str, *, bold: bool = False, align: str = "start", after: str = "0pt") -> str:
    space = tag("style:paragraph-properties", fo__text_align=align, fo__margin_bottom=after)
    return style(name, "paragraph", space, type_(size, colour, bold=bold))


def _bullet_list() -> str:
    level = tag("style:list-level-properties", text__space_before="0.1cm", text__min_label_width="0.7cm")
    bullet = tag("text:list-level-style-bullet", level, text__level="1", text__bullet_char="•")
    return tag("text:list-style", bullet, style__name="Bullets")


def _boxes(theme: Theme) -> Iterator[str]:
    for name, fill in (("HeadBox", theme.colour), ("CellBox", "#FFFFFF"), ("TintBox", theme.tint)):
        painted = {"draw__fill": "solid", "draw__fill_color": fill, "draw__textarea_vertical_align": "middle"}
        padding = {"fo__padding_left": f"{CELL}pt", "fo__padding_right": f"{CELL}pt"}
        thin = {"fo__padding_top": "2pt", "fo__padding_bottom": "2pt"}
        yield style(name, "table-cell", tag("style:graphic-properties", **painted, **padding, **thin))


def _widths(name: str, grid: Grid) -> str:
    columns = [
        style(f"{name}c{place}", "table-column", tag("style:table-column-properties", style__column_width=f"{wide}pt"))
        for place, wide in enumerate(grid.widths)
    ]
    rows = [
        style(f"{name}r{place}", "table-row", tag("style:table-row-properties", style__row_height=f"{high}pt"))
        for place, high in enumerate(grid.heights)
    ]
    return "".join([*columns, *rows])


def _page(slide: Slide, theme: Theme, number: int) -> str:
    told = _cover(slide, theme) if slide.cover else _inside(slide, number)
    notes = _frame((60, 420, 480, 300), paragraph(slide.notes, "Label"), "Notes", presentation__class="notes")
    inside = [*told, tag("presentation:notes", notes)]
    look = {"draw__style_name": "Cover" if slide.cover else "Plain", "draw__master_page_name": "Sheet"}
    return tag("draw:page", *inside, draw__name=f"{number}. {slide.kicker}", **look)


def _cover(slide: Slide, theme: Theme) -> Iterator[str]:
    yield _frame((MARGIN, 60, ROOM, 30), paragraph(theme.organisation or slide.kicker, "Cover18"))
    if theme.organisation:
        yield _frame((MARGIN, 130, ROOM, 30), paragraph(slide.kicker, "Cover18"))
    yield _title(slide, (MARGIN, 170, ROOM, 180), f"C{slide.size:g}")
    yield _frame((MARGIN, 380, ROOM, 60), paragraph(slide.bullets[0], "Cover20"))
    if theme.logo:
        alt = f"Logo {theme.organisation}".strip()
        yield _image(f"logo.{theme.logo.kind}", alt, (MARGIN, HEIGHT - 100, 150, 60))


def _inside(slide: Slide, number: int) -> Iterator[str]:
    yield _frame((0, 0, 10, HEIGHT), "", "Bar")
    yield _frame((MARGIN, 22, ROOM, 24), paragraph(slide.kicker, "Kicker"))
    yield _title(slide, (MARGIN, 46, ROOM, TOP - 56), f"T{slide.size:g}")
    top = TOP
    if slide.figures:
        yield from _figures(slide.figures)
        top += 194
    if slide.bullets:
        items = [tag("text:list-item", paragraph(text, "Bullet")) for text in slide.bullets]
        told = tag("text:list", *items, text__style_name="Bullets")
        yield _frame((MARGIN, top, ROOM, BOTTOM - top), told, presentation__class="outline")
    if slide.grid:
        yield _grid(f"g{number - 1}", slide.grid, slide.title)
    if slide.foot:
        yield _frame((MARGIN, BOTTOM + 4, ROOM - 60, 24), paragraph(slide.foot, "Kicker"))
    yield _frame((WIDTH - MARGIN - 40, BOTTOM + 8, 40, 20), paragraph(str(number), "Number"))
    if slide.picture:
        yield _image(slide.picture.name, slide.picture.alt, (0, 0, WIDTH, HEIGHT))


def _title(slide: Slide, place: Place, type_name: str) -> str:
    return _frame(place, paragraph(slide.title, type_name), "Title", presentation__class="title")


def _at(place: Place) -> dict[str, str]:
    return {
        name: f"{value}pt" for name, value in zip(("svg__x", "svg__y", "svg__width", "svg__height"), place, strict=True)
    }


def _frame(place: Place, inside: str, look: str = "Box", **more: str) -> str:
    presented = "presentation__style_name" if look in ("Title", "Notes") else "draw__style_name"
    return tag("draw:frame", tag("draw:text-box", inside), **{presented: look}, **_at(place), **more)


def _figures(figures: Sequence[Figure]) -> Iterator[str]:
    wide, high = (ROOM - 3 * 12) / 4, 84.0
    for rank, figure in enumerate(figures[:8]):
        row, column = divmod(rank, 4)
        place = (MARGIN + column * (wide + 12), TOP + row * (high + 10), wide, high)
        yield _frame(place, paragraph(figure.value, "Value") + paragraph(figure.label, "Label"), "Tint")


def _grid(name: str, grid: Grid, title: str) -> str:
    columns = [tag("table:table-column", table__style_name=f"{name}c{place}") for place in range(len(grid.widths))]
    rows = [
        tag("table:table-row", *_cells(cells, grid, rank), table__style_name=f"{name}r{rank}")
        for rank, cells in enumerate([grid.head, *grid.rows])
    ]
    # The first row is shown, and read out, as that of headings.
    table = tag("table:table", *columns, *rows, table__name=name, table__use_first_row_styles="true")
    place = (MARGIN, TOP, sum(grid.widths), sum(grid.heights))
    return tag("draw:frame", table, tag("svg:desc", words(title)), **_at(place))


def _cells(cells: Sequence[str], grid: Grid, rank: int) -> Iterator[str]:
    for place, text in enumerate(cells):
        look = "Head" if rank == 0 else "Right" if grid.right[place] else "Cell"
        box = "HeadBox" if rank == 0 else "CellBox" if rank % 2 else "TintBox"
        yield tag("table:table-cell", paragraph(text, look), table__style_name=box)


def _image(name: str, alt: str, place: Place) -> str:
    link = tag("draw:image", xlink__href=f"Pictures/{name}", xlink__type="simple", xlink__show="embed")
    return tag("draw:frame", link, tag("svg:desc", words(alt)), draw__style_name="Box", **_at(place))
