"""LibreOffice texts (.odt, .ott): what a person reads on the page, as lines and rows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from loaders.read.blocks import Block, Counter, Item, Paragraph, Table
from loaders.read.document import RawDocument
from loaders.read.office.aside import Aside
from loaders.read.office.numbers import Count
from loaders.read.office.odt_rows import odt_rows
from loaders.read.office.odt_styles import OdtStyles
from loaders.read.office.odt_text import NEVER, OdtText, odt_plain_text
from loaders.read.office.package import Package, broken
from loaders.read.office.reading import Blocks, read_office
from loaders.read.office.symbols import readable
from loaders.read.office.words import Words
from loaders.read.office.xml import Element, attribute, child, children, full, integer, nearest, short

_DEEPEST_TABLE = 20
_INDEXES = frozenset(
    "text:table-of-content text:illustration-index text:table-index text:object-index text:user-index "
    "text:alphabetical-index text:bibliography".split()
)
_MARGINS = frozenset(
    f"style:{place}{page}" for place in ("header", "footer") for page in ("", "-left", "-first", "-right")
)
_CHANGES = {"text:insertion": "insertion-suivie", "text:deletion": "suppression-suivie"}


def read_odt(path: Path) -> RawDocument:
    """Read a LibreOffice text, whatever its suffix; `InputError` where it is missing, empty, locked, broken or another.

    A Word document or a plain text that is merely misnamed is read for what it is, and that is said.
    """
    return read_office(path, "odt")


def odt_blocks(package: Package) -> Blocks:
    """The blocks of a LibreOffice text's body, what was left aside, and its media type."""
    content, shared = package.xml("content.xml"), package.xml("styles.xml")
    body = child(content, "office:body", "office:text")
    if body is None:
        raise broken(package.path, "« content.xml » ne contient pas de texte")
    reader = _Reader(package, OdtStyles(content, shared))
    found = list(reader.read(body))
    for words in _margins(shared):
        reader.aside.add("en-tete-de-page", words=words)
    media_type = package.read("mimetype").decode("ascii", "replace").strip() if package.has("mimetype") else ""
    macros = bool(package.names("basic/") or package.names("scripts/"))
    return Blocks(found, reader.aside, media_type or "application/vnd.oasis.opendocument.text", macros)


def _margins(shared: Element | None) -> list[str]:
    """The lines of headers and footers, each once."""
    pages = children(child(shared, "office:master-styles"), "style:master-page")
    margins = (margin for page in pages for margin in page if short(margin.tag) in _MARGINS)
    lines = (odt_plain_text(paragraph) for margin in margins for paragraph in margin.iter(full("text:p")))
    said = (" ".join(readable(line).split()) for line in lines)
    return list(dict.fromkeys(line for line in said if any(sign.isalpha() for sign in line)))


@dataclass
class _Place:
    """An item of a list that is open: the list's style, the level, the list's counters; `fresh` until it has words."""

    style: str | None
    level: int
    count: Count
    fresh: bool = True


class _Reader:
    """Walks a document once, in order: counters of places and of lists go on from block to block."""

    def __init__(self, package: Package, styles: OdtStyles) -> None:
        self.aside = Aside()
        self._styles = styles
        self._counter = Counter(str(package.path))
        self._text = OdtText(styles)
        self._counts: dict[str, Count] = {}
        self._outline = Count()
        self._depth = 0

    def read(self, parent: Element, where: str | None = None, listed: _Place | None = None) -> Iterator[Block]:
        """The blocks in a body, a cell, a text box or an item of a list; `where` is their place (None in the body)."""
        waiting = list(parent)[::-1]
        while waiting:
            element = waiting.pop()
            name = short(element.tag)
            if name in {"text:p", "text:h"}:
                yield from self._paragraph(element, where, listed)
            elif name == "text:list":
                yield from self._list(element, where, listed)
            elif name == "table:table":
                yield from self._table(element, where)
            elif name.startswith("draw:") and name not in NEVER:
                yield from self._after(self._text.drawn(element), where)
            elif not self._left(element):
                waiting += list(element)[::-1]

    def _left(self, element: Element) -> bool:
        """True for what is no text of the document: it is said."""
        name = short(element.tag)
        if name in _INDEXES:
            for _ in element.iter(full("text:p")):
                self.aside.add("table-des-matieres")
        elif name == "text:tracked-changes":
            for change in (change for region in element for change in region):
                if short(change.tag) in _CHANGES:
                    self.aside.add(_CHANGES[short(change.tag)])
        elif name == "text:section" and attribute(element, "text:display") == "none":
            self.aside.add("texte-masque", self._counter.here, odt_plain_text(element))
        else:
            return name in NEVER
        return True

    def _paragraph(self, element: Element, where: str | None, listed: _Place | None) -> Iterator[Block]:
        """One paragraph, then the text boxes anchored in it."""
        self._counter.take_block()
        style = attribute(element, "text:style-name")
        words = self._text.read(element, style)
        if self._styles.is_contents(style):
            words.contents = bool(words.text.strip())
        else:
            yield self._placed(element, style, words.text, where, listed)
        yield from self._after(words, where)

    def _after(self, words: Words, where: str | None) -> Iterator[Block]:
        """Say what was left out of a paragraph, and read the text boxes anchored in it."""
        for kind, said in words.aside:
            self.aside.add(kind, where or self._counter.here, said)
        if words.contents:
            self.aside.add("table-des-matieres")
        for _, said in words.footnotes:
            self.aside.footnote(where or self._counter.here, readable(said))
        for box in words.boxes:
            yield from self.read(box, self._counter.box(where))

    def _placed(
        self, element: Element, style: str | None, text: str, where: str | None, listed: _Place | None
    ) -> Paragraph:
        heading = self._heading(element, style)
        number = self._outline_number(element, heading) if heading and listed is None else ""
        item = self._item(style, listed) if listed is not None else None
        locator = where or self._counter.paragraph(not text.strip())
        if heading is None:
            return Paragraph(locator, text, item=item)
        return Paragraph(locator, text, heading, number=item.number if item else number)

    def _heading(self, element: Element, style: str | None) -> int | None:
        if short(element.tag) == "text:h":
            return max(1, integer(attribute(element, "text:outline-level"), 1))
        return 0 if self._styles.is_title(style) else self._styles.outline_level(style)

    def _outline_number(self, element: Element, level: int) -> str:
        """The number that titles have of themselves, outside any list."""
        if attribute(element, "text:is-list-header") == "true" or short(element.tag) != "text:h":
            return ""
        self._outline.advance(level, self._styles.outline)
        return self._outline.number(level, self._styles.outline).strip()

    def _item(self, style: str | None, listed: _Place) -> Item | None:
        """The item that a paragraph is: the first with words takes the number, the others are its rest."""
        levels = self._styles.levels(listed.style)
        rest, listed.fresh = not listed.fresh, False
        if not rest:
            listed.count.advance(listed.level, levels)
        known = levels.get(listed.level)
        if known is not None and not known.shown:
            return None
        margin = self._styles.margin(style)
        indent = margin if margin is not None else known.indent if known else 18.0 * listed.level
        number = "" if rest else listed.count.number(listed.level, levels).strip()
        return Item(listed.style or "", listed.level, indent, number, rest)

    def _list(self, element: Element, where: str | None, within: _Place | None) -> Iterator[Block]:
        style = attribute(element, "text:style-name") or (within.style if within else None)
        level = within.level + 1 if within else 1
        count = within.count if within else self._count(element, style)
        for item in element:
            start = attribute(item, "text:start-value")
            if start is not None:
                count.values[level] = integer(start, 1) - 1
            fresh = short(item.tag) == "text:list-item"
            yield from self.read(item, where, _Place(style, level, count, fresh))

    def _count(self, element: Element, style: str | None) -> Count:
        """The counters of a list: those of the list that it goes on with, else new ones."""
        before = attribute(element, "text:continue-list")
        if before is None and attribute(element, "text:continue-numbering") == "true":
            before = f"style {style}"
        count = self._counts.get(before or "") or Count()
        names = (f"style {style}", attribute(element, "xml:id"))
        self._counts |= {name: count for name in names if name}
        return count

    def _table(self, element: Element, where: str | None) -> Iterator[Block]:
        self._counter.take_block()
        name = self._counter.table(where)
        if self._depth >= _DEEPEST_TABLE:
            self.aside.add("tableau-imbrique", name)
            for paragraph in nearest(element, {"text:p", "text:h"}):
                yield from self._paragraph(paragraph, name, None)
            return
        self._depth += 1
        rows, hidden = odt_rows(element, name, lambda cell, place: tuple(self.read(cell, place)), self._counter)
        for _ in range(hidden):
            self.aside.add("texte-masque", name)
        self._depth -= 1
        yield Table(rows)
