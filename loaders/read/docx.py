"""Word documents (.docx, .docm, .dotx): what a person reads on the page, as lines and rows."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from loaders.read.blocks import Block, Cell, Counter, Paragraph, Table, TableRow
from loaders.read.document import RawDocument
from loaders.read.office.aside import Aside
from loaders.read.office.docx_numbers import Lists
from loaders.read.office.docx_parts import Parts
from loaders.read.office.docx_styles import BODY, Styles, is_on
from loaders.read.office.docx_text import TextReader, chosen_content
from loaders.read.office.package import Package
from loaders.read.office.reading import Blocks, read_office
from loaders.read.office.words import Words
from loaders.read.office.xml import Element, attribute, child, full, integer, nearest, short, value

_DEEPEST_TABLE, _WIDEST = 20, 1_000
_GONE = frozenset({"w:del", "w:moveFrom"})
_ELSEWHERE = frozenset({"w:altChunk", "w:subDoc"})
_CONTENTS = "Table of Contents"


def read_docx(path: Path) -> RawDocument:
    """Read a Word document, whatever its suffix; `InputError` where it is missing, empty, locked, broken or another.

    A LibreOffice document or a plain text that is merely misnamed is read for what it is, and that is said.
    """
    return read_office(path, "docx")


def docx_blocks(package: Package) -> Blocks:
    """The blocks of a Word document's body, what was left aside, and its media type."""
    parts = Parts(package)
    body = child(parts.main, "w:body")
    reader = _Reader(parts, fields=True)
    found = list(reader.read(body))
    if reader.unfinished:
        # A damaged field that never ends would hide all that follows it.
        reader = _Reader(parts, fields=False)
        found = list(reader.read(body))
    for words in parts.margins():
        reader.aside.add("en-tete-de-page", words=words)
    return Blocks(found, reader.aside, parts.media_type, parts.has_macros)


class _Reader:
    """Walks a document once, in order: counters of places and of lists go on from block to block."""

    def __init__(self, parts: Parts, fields: bool) -> None:
        self.aside = Aside()
        self._parts = parts
        self._styles = Styles(parts.related("styles"))
        self._lists = Lists(parts.related("numbering"), self._styles)
        self._counter = Counter(str(parts.path))
        self._fields = fields
        self._text = TextReader(self._styles, fields)
        self._carried = ""
        self._depth = 0

    @property
    def unfinished(self) -> bool:
        """True where a field was begun and not ended."""
        return self._text.unfinished

    def read(self, parent: Element | None, where: str | None = None) -> Iterator[Block]:
        """The blocks in a body, a cell or a text box; `where` is the place of all of them (None in the body)."""
        before, self._carried = self._carried, ""
        for element in _inner(parent, {"w:p", "w:tbl"}, self._leave):
            if short(element.tag) == "w:p":
                yield from self._paragraph(element, where)
            else:
                yield from self._table(element, where)
        if self._carried.strip():
            yield Paragraph(where or self._counter.paragraph(False), self._carried)
        self._carried = before

    def _leave(self, element: Element) -> None:
        """Say what is not read, of what stands between paragraphs."""
        name = short(element.tag)
        if name in _GONE:
            self.aside.add("suppression-suivie", self._counter.here)
        elif name in _ELSEWHERE:
            self.aside.add("document-joint", self._counter.here)
        elif is_on(child(element, "w:sdtPr"), "w:showingPlcHdr"):
            self.aside.add("champ-a-remplir", self._counter.here)
        else:
            for _ in element.iter(full("w:p")):
                self.aside.add("table-des-matieres")

    def _paragraph(self, element: Element, where: str | None) -> Iterator[Block]:
        """One paragraph, then the text boxes anchored in it. One whose end is deleted goes on in the next."""
        self._counter.take_block()
        properties = child(element, "w:pPr")
        style = value(properties, "w:pStyle")
        words = self._text.read(element, style)
        text, self._carried = self._carried + words.text, ""
        if _ends_deleted(properties):
            self._carried = text
            words.aside.append(("suppression-suivie", ""))
        elif self._styles.is_contents(style):
            words.contents = bool(text.strip())
        else:
            yield self._placed(properties, style, text, where)
        self._say(words, where or self._counter.here)
        for box in words.boxes:
            yield from self._box(box, self._counter.box(where))

    def _placed(self, properties: Element | None, style: str | None, text: str, where: str | None) -> Paragraph:
        item = self._lists.next(properties, style)
        locator = where or self._counter.paragraph(not text.strip())
        outline = value(properties, "w:outlineLvl")
        heading = self._styles.heading(style) if outline is None else integer(outline) + 1
        if heading is None or heading >= BODY:
            return Paragraph(locator, text, item=item)
        return Paragraph(locator, text, heading, number=item.number if item else "")

    def _say(self, words: Words, place: str) -> None:
        for kind, said in words.aside:
            self.aside.add(kind, place, said)
        if words.contents:
            self.aside.add("table-des-matieres")
        for kind, number in words.footnotes:
            self.aside.footnote(place, self._parts.footnote(kind, number))

    def _box(self, box: Element, where: str) -> Iterator[Block]:
        """A text box is a story of its own: the fields of the text around it do not reach into it."""
        outside, self._text = self._text, TextReader(self._styles, self._fields)
        yield from self.read(box, where)
        self._text = outside

    def _table(self, element: Element, where: str | None) -> Iterator[Block]:
        self._counter.take_block()
        name = self._counter.table(where)
        if self._depth >= _DEEPEST_TABLE:
            self.aside.add("tableau-imbrique", name)
            for paragraph in nearest(element, {"w:p"}):
                yield from self._paragraph(paragraph, name)
            return
        self._depth += 1
        kept = [row for row in _inner(element, {"w:tr"}, self._leave) if not self._is_gone(row, name)]
        yield Table(tuple(self._row(row, f"{name}, ligne {number}") for number, row in enumerate(kept, 1)))
        self._depth -= 1

    def _is_gone(self, row: Element, name: str) -> bool:
        """True for a row whose deletion is tracked, and for a hidden one: both are said."""
        properties = child(row, "w:trPr")
        deleted, hidden = child(properties, "w:del") is not None, bool(is_on(properties, "w:hidden"))
        if deleted or hidden:
            self.aside.add("suppression-suivie" if deleted else "texte-masque", name)
        return deleted or hidden

    def _row(self, row: Element, locator: str) -> TableRow:
        start = min(_WIDEST, max(0, integer(value(child(row, "w:trPr"), "w:gridBefore"))))
        cells: list[Cell] = []
        for element in _inner(row, {"w:tc"}, self._leave):
            cell = self._cell(element, start, locator)
            start += cell.span
            merged = child(child(element, "w:tcPr"), "w:hMerge")
            if cells and merged is not None and _goes_on(merged):
                cell = Cell(
                    cells[-1].start, cells[-1].span + cell.span, cells[-1].blocks + cell.blocks, cells[-1].above
                )
                cells.pop()
            cells.append(cell)
        self._counter.take_cells(len(cells))
        return TableRow(locator, tuple(cells))

    def _cell(self, element: Element, start: int, locator: str) -> Cell:
        properties = child(element, "w:tcPr")
        span = min(_WIDEST, max(1, integer(value(properties, "w:gridSpan"), 1)))
        merged = child(properties, "w:vMerge")
        cell = Cell(start, span, tuple(self.read(element, locator)))
        return Cell(start, span, (), above=True) if merged is not None and _goes_on(merged) and cell.blank else cell


def _goes_on(merged: Element) -> bool:
    return (attribute(merged, "w:val") or "continue") == "continue"


def _ends_deleted(properties: Element | None) -> bool:
    """True where the end of a paragraph is deleted, or moved away: its words join the next one's."""
    mark = child(properties, "w:rPr")
    return any(child(mark, name) is not None for name in _GONE)


def _inner(parent: Element | None, names: set[str], leave: Callable[[Element], None]) -> Iterator[Element]:
    """The nearest descendants of some names, in order, through whatever wraps them; what is not entered is left."""
    waiting = list(parent)[::-1] if parent is not None else []
    while waiting:
        element = waiting.pop()
        name = short(element.tag)
        if name in names:
            yield element
        elif name in _GONE | _ELSEWHERE or (name == "w:sdt" and _is_left(element)):
            leave(element)
        elif name == "mc:AlternateContent":
            chosen = chosen_content(element)
            waiting += list(chosen)[::-1] if chosen is not None else []
        else:
            waiting += list(element)[::-1]


def _is_left(control: Element) -> bool:
    """True for a table of contents, and for a control that only asks to be filled in."""
    properties = child(control, "w:sdtPr")
    gallery = value(properties, "w:docPartObj", "w:docPartGallery")
    return gallery == _CONTENTS or bool(is_on(properties, "w:showingPlcHdr"))
