"""The words in a cell of an .ods sheet, its comments and text boxes, and the styles that hide or strike through."""

from __future__ import annotations

from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from loaders.read.sheets.text import clean

_ODF = "urn:oasis:names:tc:opendocument:xmlns:"
TABLE, OFFICE, TEXT, STYLE = (f"{{{_ODF}{name}:1.0}}" for name in ("table", "office", "text", "style"))
CALCEXT = "{urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0}"
DRAWING = f"{{{_ODF}drawing:1.0}}"
_PARAGRAPH, _ANNOTATION = f"{TEXT}p", f"{OFFICE}annotation"
_ASIDE = (f"{OFFICE}annotation", f"{OFFICE}annotation-end", f"{TEXT}note", f"{TEXT}ruby-text")
_MOST_SPACES = 1000


@dataclass
class Styles:
    """Names of the styles by which a sheet is hidden, or text is struck through."""

    hidden: set[str] = field(default_factory=set)
    struck: set[str] = field(default_factory=set)

    def add(self, style: Element) -> None:
        """Take one style into account."""
        name = style.get(f"{STYLE}name", "")
        for properties in style:
            if properties.get(f"{TABLE}display") == "false":
                self.hidden.add(name)
            if properties.get(f"{STYLE}text-line-through-style", "none") != "none":
                self.struck.add(name)


def cell_text(cell: Element, styles: Styles) -> tuple[str, bool]:
    """The text of one cell, its lines parted by "\\n", and whether any words are struck through."""
    lines: list[str] = []
    struck = False
    for child in cell:
        if child.tag == _PARAGRAPH:
            lines.append(_inline(child) if len(child) else child.text or "")
            struck = struck or (len(child) > 0 and _is_struck(child, styles))
    return clean("\n".join(lines)), struck


def comments_and_boxes(cell: Element) -> tuple[list[str], list[str]]:
    """What stands beside the text of one cell: its comments, and the words of text boxes set on it."""
    comments = [words for child in cell if child.tag == _ANNOTATION and (words := _box(child))]
    boxes = [words for child in cell if child.tag.startswith(DRAWING) and (words := _box(child))]
    return comments, boxes


def _box(element: Element) -> str:
    """The paragraphs of a comment or of a drawing, as one text."""
    return clean("\n".join(map(_inline, element.iter(_PARAGRAPH)))).strip()


def _inline(element: Element) -> str:
    """The words of a paragraph, with the spaces and line breaks that are elements, without comments inside."""
    parts = [element.text or ""]
    for child in element:
        if child.tag == f"{TEXT}s":
            parts.append(" " * min(int(child.get(f"{TEXT}c", "1")), _MOST_SPACES))
        elif child.tag == f"{TEXT}tab":
            parts.append("\t")
        elif child.tag == f"{TEXT}line-break":
            parts.append("\n")
        elif child.tag not in _ASIDE:
            parts.append(_inline(child))
        parts.append(child.tail or "")
    return "".join(parts)


def _is_struck(paragraph: Element, styles: Styles) -> bool:
    spans = (span for span in paragraph.iter(f"{TEXT}span") if span.get(f"{TEXT}style-name") in styles.struck)
    return any("".join(span.itertext()).strip() for span in spans)
