"""The styles of an .xlsx workbook that change what a person reads: number formats and struck-through text."""

from __future__ import annotations

from dataclasses import dataclass
from xml.etree.ElementTree import Element

from loaders.read.sheets.package import Elements
from loaders.read.sheets.values import PLAIN, Format, format_of


@dataclass(frozen=True)
class Style:
    """What one style of cells shows."""

    number: Format = PLAIN
    struck: bool = False


def read_styles(elements: Elements) -> list[Style]:
    """The styles that cells refer to by their rank, from elements "numFmt", "fonts" and "cellXfs", in that order."""
    from openpyxl.styles.numbers import BUILTIN_FORMATS

    codes = {str(number): code for number, code in BUILTIN_FORMATS.items()}
    struck: list[bool] = []
    styles: list[Style] = []
    for tag, element in elements:
        if tag == "numFmt":
            codes[element.get("numFmtId", "")] = element.get("formatCode", "")
        elif tag == "fonts":
            struck = [is_struck(font) for font in element]
        else:
            styles = [_style(entry, codes, struck) for entry in element]
    return styles


def _style(entry: Element, codes: dict[str, str], struck: list[bool]) -> Style:
    font = entry.get("fontId", "")
    crossed = font.isdigit() and int(font) < len(struck) and struck[int(font)]
    return Style(format_of(codes.get(entry.get("numFmtId", ""), "General")), crossed)


def is_struck(properties: Element | None) -> bool:
    """True where a font strikes its text through."""
    found = [] if properties is None else [child for child in properties if child.tag.endswith("}strike")]
    return bool(found) and found[0].get("val", "1") not in ("0", "false", "off")
