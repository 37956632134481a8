"""The styles of an OpenDocument spreadsheet: cells, and the page that a sheet to fill is printed on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from viz.workbook import Column, Sheet

_TEXT = '<number:text-style style:name="texte"><number:text-content/></number:text-style>'
_FIGURES = (
    '<number:number-style style:name="chiffres">'
    '<number:number number:decimal-places="0" number:min-integer-digits="1" number:grouping="true"/>'
    "</number:number-style>"
)
_A3, _A4 = "a3-a-remplir", "a4-a-remplir"
_SIZES = {_A3: ("42", "29.7"), _A4: ("29.7", "21")}
_WRAP = '<style:table-cell-properties fo:wrap-option="{wrap}" style:vertical-align="top"{border}/>'
_HEIGHT = '<style:table-row-properties style:row-height="{points}pt" style:use-optimal-row-height="false"/>'
_PAGE = (
    '<style:page-layout style:name="{name}-page"><style:page-layout-properties fo:page-width="{width}cm" '
    'fo:page-height="{height}cm" style:print-orientation="landscape" fo:margin="1.5cm" style:scale-to-X="1" '
    'style:scale-to-Y="0" style:print="objects charts drawings zero-values"/>'
    '<style:footer-style><style:header-footer-properties fo:min-height="0.75cm" fo:margin-top="0.25cm"/>'
    "</style:footer-style></style:page-layout>"
)
_MASTER = (
    '<style:master-page style:name="{name}" style:page-layout-name="{name}-page">'
    "<style:header><text:p/></style:header>"
    "<style:footer><text:p><text:sheet-name/> – <text:page-number/> / <text:page-count/></text:p></style:footer>"
    "</style:master-page>"
)


def style_name(sheet: Sheet, column: Column) -> str:
    """The style of a column's cells."""
    name = "side" if column.side else "answer" if column.answer else "plain"
    if not sheet.entry:
        return name
    return f"{name}-figures" if column.figures else f"{name}-text"


def row_style(points: int) -> str:
    """The style of a row of this height."""
    return f"haut-{points}"


def add_styles(document: Any) -> None:
    """Add the styles that `style_name` names, and those of notes, helps and headers."""
    from odfdo import Element, Style

    from viz.workbook import ANSWER_FILL, GRID_INK, HEADER_FILL, HELP_INK, LINE_POINTS, MOST_LINES, SIDE_FILL

    for points in range(LINE_POINTS, LINE_POINTS * MOST_LINES + 1, LINE_POINTS):
        tall = Style("table-row", name=row_style(points))
        tall.append(Element.from_tag(_HEIGHT.format(points=points)))
        document.insert_style(tall, automatic=True)
    for data in (_TEXT, _FIGURES):
        document.insert_style(Element.from_tag(data), automatic=True)
    document.insert_style(Style("table-cell", name="note"), automatic=True)
    looks = {
        "plain": (None, "wrap", ""),
        "answer": (ANSWER_FILL, "wrap", ""),
        "side": (SIDE_FILL, "wrap", f'fo:color="{HELP_INK}"'),
        "header": (HEADER_FILL, "wrap", 'fo:font-weight="bold"'),
        "help": (None, "wrap", f'fo:font-style="italic" fo:font-size="9pt" fo:color="{HELP_INK}"'),
        "title": (None, "no-wrap", 'fo:font-weight="bold"'),
    }
    for look, (filled, wrap, font) in looks.items():
        for name, data in ((look, ""), (f"{look}-text", "texte"), (f"{look}-figures", "chiffres")):
            style = Style("table-cell", name=name, background_color=filled)
            if data:
                style.set_attribute("style:data-style-name", data)
            border = f' fo:border="0.5pt solid {GRID_INK}"' if data else ""
            style.append(Element.from_tag(_WRAP.format(wrap=wrap, border=border)))
            if font:
                style.append(Element.from_tag(f"<style:text-properties {font}/>"))
            document.insert_style(style, automatic=True)


def page_styles(document: Any) -> dict[bool, str]:
    """Add landscape pages one sheet wide; returns the table style of wide sheets (A3, True) and of others (A4)."""
    from odfdo import Element, Style

    styles = document.get_part("styles.xml").root
    for name, (width, height) in _SIZES.items():
        page = _PAGE.format(name=name, width=width, height=height)
        styles.get_element("office:automatic-styles").append(Element.from_tag(page))
        styles.get_element("office:master-styles").append(Element.from_tag(_MASTER.format(name=name)))
        style = Style("table", name=f"feuille-{name}")
        style.set_attribute("style:master-page-name", name)
        document.insert_style(style, automatic=True)
    return {True: f"feuille-{_A3}", False: f"feuille-{_A4}"}
