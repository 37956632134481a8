"""Text as .xlsx stores it: shared strings and strings in cells, plain or in runs of several fonts."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from loaders.read.sheets.package import Elements
from loaders.read.sheets.text import clean, unescaped
from loaders.read.sheets.xlsx_styles import is_struck


def read_strings(elements: Elements) -> list[tuple[str, bool]]:
    """The strings (elements "si") that cells refer to by their rank, and whether any of their words are struck."""
    found: list[tuple[str, bool]] = []
    for _, element in elements:
        found.append(rich_text(element))
        element.clear()
    return found


def rich_text(element: Element) -> tuple[str, bool]:
    """The words of a string, its runs joined (phonetic guides left out), and whether any are struck through."""
    words, struck = "", False
    for child in element:
        tag = child.tag.rpartition("}")[2]
        if tag == "t":
            words += child.text or ""
        elif tag == "r":
            run = "".join(part.text or "" for part in child if part.tag.endswith("}t"))
            words += run
            struck = struck or (bool(run.strip()) and any(map(is_struck, child)))
    return clean(unescaped(words)), struck
