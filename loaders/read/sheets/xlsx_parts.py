"""How the parts of an .xlsx workbook hang together, and what stands beside a sheet's cells: comments, text boxes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from posixpath import join, normpath
from xml.etree.ElementTree import Element

from loaders.read.sheets.package import Package
from loaders.read.sheets.text import clean

Relations = dict[str, tuple[str, str]]
_ANCHORS = ("twoCellAnchor", "oneCellAnchor", "absoluteAnchor")


def relations(package: Package, part: str) -> Relations:
    """The kind and path of each part that one refers to, by id; `part` is "" for the package itself."""
    folder, _, name = part.rpartition("/")
    path = join(folder, "_rels", f"{name}.rels")
    if not package.has(path):
        return {}
    return {
        element.get("Id", ""): (element.get("Type", "").rpartition("/")[2], _target(folder, element.get("Target", "")))
        for _, element in package.elements(path, "Relationship")
        if element.get("TargetMode") != "External"
    }


def _target(folder: str, target: str) -> str:
    plain = target.replace("\\", "/")
    return plain.lstrip("/") if plain.startswith("/") else normpath(join(folder, plain))


def read_comments(
    package: Package, parts: Sequence[tuple[str, str]], position: Callable[[str], tuple[int, int]]
) -> list[tuple[int, int, str]]:
    """Comments by place. A conversation is read rather than the copy of it that old versions are given."""
    found: list[tuple[int, int, str]] = []
    for wanted, tag in (("threadedComment", "threadedComment"), ("comments", "comment")):
        told = {(row, column) for row, column, _ in found}
        for _, path in (part for part in parts if part[0] == wanted):
            for _, element in package.elements(path, tag):
                place, words = position(element.get("ref", "")), clean(_words(element)).strip()
                found += [(*place, words)] if words and place not in told else []
    return found


def _words(element: Element) -> str:
    """The text of an element's "t" and "text" elements, without phonetic guides."""
    if element.tag.endswith("}rPh"):
        return ""
    own = element.text or "" if element.tag.endswith(("}t", "}text")) else ""
    return own.strip("\n") + "".join(map(_words, element))


def read_text_boxes(package: Package, path: str) -> list[tuple[int, int, str]]:
    """The words of text boxes, with the row and column of the cell under their corner."""
    found: list[tuple[int, int, str]] = []
    for _, element in package.elements(path, *_ANCHORS):
        corner = {part.tag.rpartition("}")[2]: part.text for part in element.iterfind("{*}from/*")}
        words = clean("\n".join(_paragraphs(element))).strip()
        found += [(int(corner.get("row") or 0) + 1, int(corner.get("col") or 0), words)] if words else []
        element.clear()
    return found


def _paragraphs(element: Element) -> list[str]:
    """The paragraphs of a drawing; what stands in a fallback is a second copy."""
    if element.tag.endswith("}Fallback"):
        return []
    if element.tag.endswith("}p"):
        return ["".join(part.text or "" for part in element.iter() if part.tag.endswith("}t"))]
    return [words for child in element for words in _paragraphs(child)]
