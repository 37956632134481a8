"""The note for LibreOffice: real headings, lists, tables with header rows, maps with alternative texts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from viz import french
from viz.dossier.model import Claim, Dossier, Drawn, Figure, Section, Table
from viz.dossier.odf import package, paragraph, style, tag, type_, words
from viz.dossier.pdf import KICKER, aligned_right, cell
from viz.dossier.theme import Theme

_INK, _GREY = "#1B2733", "#55606E"
_WIDTH = 17.0  # centimetres of text
Pictures = Mapping[str, Sequence[bytes]]


def odt(dossier: Dossier, theme: Theme, pictures: Pictures) -> bytes:
    """The note as an OpenDocument text, A4; `pictures` are the A4 pages of each map, by its key, as PNG."""
    images = {f"{key}-{rank}.png": png for key, pages in pictures.items() for rank, png in enumerate(pages)}
    if theme.logo:
        images[f"logo.{theme.logo.kind}"] = theme.logo.content
    body = "".join([*_head(dossier, theme), *(_section(part, pictures) for part in dossier.sections)])
    title = f"{KICKER}{french.NBSP}: {dossier.title}"
    return package(
        "text",
        body,
        _automatic(dossier, theme),
        _styles(dossier, theme),
        title=title,
        date=dossier.date,
        pictures=images,
    )


def _styles(dossier: Dossier, theme: Theme) -> str:
    """Common styles, and the page with its foot."""
    after = {"fo__margin_bottom": "0.2cm", "fo__margin_top": "0cm"}
    told = [
        style("Standard", "paragraph", tag("style:paragraph-properties", **after), type_(10.5, _INK)),
        _named("Title", 24, theme.colour, "0.3cm"),
        _named("Heading_20_1", 18, theme.colour, "0.3cm", top="0.7cm", style__default_outline_level="1"),
        _named("Heading_20_2", 12, theme.colour, "0.15cm", top="0.4cm", style__default_outline_level="2"),
        _named("Lead", 12.5, _INK, "0.2cm"),
        _named("Figure", 15, theme.colour, "0.05cm"),
        _named("Small", 8, _GREY, "0.1cm", bold=False),
        _named("Head", 9, theme.ink, "0cm"),
        _named("Cell", 9, _INK, "0cm", bold=False),
        _named("Right", 9, _INK, "0cm", bold=False, align="end"),
        style("Strong", "text", type_(10.5, _INK, bold=True)),
        style("Plain", "text", type_(10.5, _INK)),
        style("Proof", "text", type_(8, _GREY)),
        style("Picture", "graphic", tag("style:graphic-properties", style__wrap="none", style__vertical_pos="top")),
        _bullets(),
    ]
    margins = dict.fromkeys(("fo__margin_top", "fo__margin_bottom", "fo__margin_left", "fo__margin_right"), "2cm")
    size = tag("style:page-layout-properties", fo__page_width="21cm", fo__page_height="29.7cm", **margins)
    layout = tag("style:page-layout", size, tag("style:footer-style"), style__name="A4")
    foot = tag("style:footer", paragraph(dossier.source, "Small"))
    master = tag("style:master-page", foot, style__name="Standard", style__page_layout_name="A4")
    return tag("office:styles", *told) + tag("office:automatic-styles", layout) + tag("office:master-styles", master)


def _named(
    name: str, size: float, colour: str, bottom: str, *, top: str = "0cm", bold: bool = True, align: str = "start",
    **more: str,
) -> str:  # fmt: skip
    keep = {"fo__keep_with_next": "always"} if name.startswith("Heading") else {}
    space = tag(
        "style:paragraph-properties", fo__margin_bottom=bottom, fo__margin_top=top, fo__text_align=align, **keep
    )
    shown = {"style__display_name": name.replace("_20_", " ")}
    return style(name, "paragraph", space, type_(size, colour, bold=bold), parent="Standard", **shown, **more)


def _bullets() -> str:
    indent = tag(
        "style:list-level-label-alignment",
        text__label_followed_by="listtab",
        fo__text_indent="-0.5cm",
        fo__margin_left="0.6cm",
    )
    mode = "label-alignment"
    level = tag("style:list-level-properties", indent, text__list_level_position_and_space_mode=mode)
    bullet = tag("text:list-level-style-bullet", level, text__level="1", text__bullet_char="•")
    return tag("text:list-style", bullet, style__name="Bullets")


def _automatic(dossier: Dossier, theme: Theme) -> str:
    """Widths of columns, and boxes of cells."""
    line = "0.5pt solid #C9D0D9"
    box = tag("style:table-cell-properties", fo__border_bottom=line, fo__padding="0.08cm")
    dark = tag("style:table-cell-properties", fo__background_color=theme.colour, fo__padding="0.08cm")
    told = [style("Box", "table-cell", box), style("HeadBox", "table-cell", dark)]
    told.append(style("Row", "table-row", tag("style:table-row-properties", fo__keep_together="always")))
    for name, table in _named_tables(dossier):
        told.append(style(name, "table", tag("style:table-properties", style__width=f"{_WIDTH}cm")))
        for place, share in enumerate(table.widths):
            wide = tag("style:table-column-properties", style__column_width=f"{_WIDTH * share:.2f}cm")
            told.append(style(f"{name}.{place}", "table-column", wide))
    return "".join(told)


def _named_tables(dossier: Dossier) -> Iterator[tuple[str, Table]]:
    for part in dossier.sections:
        for rank, table in enumerate(part.tables):
            yield f"{part.key}-{rank}", table


def _head(dossier: Dossier, theme: Theme) -> Iterator[str]:
    if theme.logo:
        alt = f"Logo {theme.organisation}".strip()
        yield tag("text:p", _picture(f"logo.{theme.logo.kind}", alt, 4.0, 1.6), text__style_name="Standard")
    yield paragraph(theme.organisation or KICKER, "Small")
    yield paragraph(dossier.title, "Title")
    yield paragraph(" – ".join(filter(None, [dossier.subtitle, french.day(dossier.date)])), "Standard")


def _section(part: Section, pictures: Pictures) -> str:
    told = [paragraph(part.title, "Heading_20_1", "text:h", text__outline_level="1"), _lead(part.lead)]
    told += [_figure(figure) for figure in part.figures]
    items = [tag("text:list-item", _claim(claim)) for claim in part.claims[1:]]
    told += [tag("text:list", *items, text__style_name="Bullets")] if items else []
    told += [_table(f"{part.key}-{rank}", table) for rank, table in enumerate(part.tables)]
    told += [_map(drawn, len(pictures.get(drawn.key, ()))) for drawn in part.charts]
    return "".join(told)


def _lead(claim: Claim) -> str:
    return paragraph(claim.text, "Lead") + tag("text:p", _rest(claim), text__style_name="Standard")


def _figure(figure: Figure) -> str:
    label = tag("text:span", words(f"{french.NBSP} {figure.label}"), text__style_name="Plain")
    return tag("text:p", words(figure.value), label, text__style_name="Figure")


def _claim(claim: Claim) -> str:
    strong = tag("text:span", words(claim.text), text__style_name="Strong")
    between = words(" ") if claim.more else tag("text:line-break")
    return tag("text:p", strong, between, _rest(claim), text__style_name="Standard")


def _rest(claim: Claim) -> str:
    more = words(claim.more) + tag("text:line-break") if claim.more else ""
    proof = f"D’où vient ce chiffre{french.NBSP}: {claim.proof.words}." if claim.proof.words else ""
    return more + tag("text:span", words(proof), text__style_name="Proof")


def _table(name: str, table: Table) -> str:
    right = [bool(table.rows) and aligned_right(table, place) for place in _places(table)]
    columns = [tag("table:table-column", table__style_name=f"{name}.{place}") for place in _places(table)]
    head = [_cell(text[:1].upper() + text[1:], "Head", "HeadBox") for text in table.columns]
    rows = [
        _row([_cell(cell(value), "Right" if right[place] else "Cell", "Box") for place, value in enumerate(row)])
        for row in table.rows
    ]
    inside = [*columns, tag("table:table-header-rows", _row(head)), *rows]
    title = paragraph(table.title, "Heading_20_2", "text:h", text__outline_level="2")
    return (
        title + tag("table:table", *inside, table__name=name, table__style_name=name) + paragraph(table.note, "Small")
    )


def _places(table: Table) -> range:
    return range(len(table.columns))


def _row(cells: Sequence[str]) -> str:
    return tag("table:table-row", *cells, table__style_name="Row")


def _cell(text: str, type_name: str, box: str) -> str:
    return tag("table:table-cell", paragraph(text, type_name), table__style_name=box, office__value_type="string")


def _map(drawn: Drawn, pages: int) -> str:
    chart = drawn.charts["a4"]
    told = [paragraph(drawn.what, "Heading_20_2", "text:h", text__outline_level="2")]
    for rank, page in enumerate(chart.pages[:pages]):
        alt = f"{page.title or chart.title}. {page.alt or chart.alt}".strip()
        image = _picture(f"{drawn.key}-{rank}.png", alt, _WIDTH, _WIDTH * page.height / page.width)
        told.append(tag("text:p", image, text__style_name="Standard"))
    return "".join(told)


def _picture(name: str, alt: str, width: float, height: float) -> str:
    link = tag("draw:image", xlink__href=f"Pictures/{name}", xlink__type="simple", xlink__show="embed")
    told = tag("svg:desc", words(alt))
    size = {"svg__width": f"{width:.2f}cm", "svg__height": f"{height:.2f}cm"}
    return tag(
        "draw:frame", link, told, draw__style_name="Picture", text__anchor_type="as-char", draw__name=name, **size
    )
