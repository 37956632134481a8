"""The words of one paragraph of a LibreOffice document, as a person sees them on the page."""

from __future__ import annotations

import re
from collections.abc import Callable

from loaders.read.office.aside import HIDDEN
from loaders.read.office.odt_styles import OdtStyles
from loaders.read.office.symbols import pictured
from loaders.read.office.words import DEEPEST, LONGEST_SIGN, NO_TICK, TICK, Words
from loaders.read.office.xml import Element, attribute, child, full, integer, short

NEVER = frozenset(
    "text:number text:note-citation office:annotation-end text:ruby-text text:script svg:title svg:desc office:forms "
    "text:label dc:creator dc:date draw:glue-point draw:enhanced-geometry office:event-listeners".split()
)
_PICTURES = frozenset("draw:image draw:object draw:object-ole draw:plugin draw:applet draw:floating-frame".split())
_BLANKS = re.compile(r"[ \t\r\n]+")
_MOST_SPACES = 100


class OdtText:
    """Reads paragraphs one after the other."""

    def __init__(self, styles: OdtStyles) -> None:
        self._styles = styles
        self._words = Words()
        self._hidden = False
        self._blank = True
        self._depth = 0
        self._read: dict[str, Callable[[Element], None]] = {
            "text:span": self._span,
            "text:s": lambda spaces: self._put(" " * min(_MOST_SPACES, integer(attribute(spaces, "text:c"), 1))),
            "text:tab": lambda _: self._put("\t"),
            "text:line-break": lambda _: self._put("\n"),
            "text:note": self._note,
            "office:annotation": lambda _: self._words.aside.append(("commentaire", "")),
            "text:placeholder": lambda _: self._words.aside.append(("champ-a-remplir", "")),
            "text:hidden-text": self._hidden_text,
            "loext:content-control": self._control,
            "field:fieldmark": self._form_field,
            "draw:frame": self._frame,
        }

    def read(self, paragraph: Element, style: str | None) -> Words:
        """The words of a paragraph in a style."""
        self._words = Words()
        self._blank = True
        self._hidden = self._styles.is_hidden("paragraph", style) or _is_hidden_by_field(paragraph)
        self._children(paragraph)
        return self._words

    def drawn(self, drawing: Element) -> Words:
        """What a drawing holds that stands between paragraphs."""
        self._words, self._hidden = Words(), False
        self._one(drawing)
        return self._words

    def _children(self, parent: Element) -> None:
        if self._depth > DEEPEST:
            self._text(odt_plain_text(parent))
            return
        self._depth += 1
        self._text(parent.text)
        for element in parent:
            self._one(element)
            self._text(element.tail)
        self._depth -= 1

    def _one(self, element: Element) -> None:
        name = short(element.tag)
        if name in self._read:
            self._read[name](element)
        elif name.startswith("draw:"):
            self._shape(element)
        elif name not in NEVER:
            self._children(element)

    def _text(self, text: str | None) -> None:
        """Words of the XML: blanks are made single, and none begins a paragraph (spaces that count are elements)."""
        if text:
            single = _BLANKS.sub(" ", text)
            self._put(single[1:] if self._blank and single.startswith(" ") else single, single.endswith(" "))

    def _put(self, text: str, blank: bool = False) -> None:
        if not text:
            return
        self._blank = blank
        if self._hidden:
            self._words.aside += [(HIDDEN, text)] * bool(text.strip())
        else:
            self._words.pieces.append(text)

    def _span(self, span: Element) -> None:
        style = attribute(span, "text:style-name")
        before = self._hidden
        said = self._styles.display("text", style)
        self._hidden = before if said is None else not said
        start = len(self._words.pieces)
        self._children(span)
        if (font := self._styles.font(style)) is not None:
            pieces = self._words.pieces
            pieces[start:] = [pictured(text, font) if len(text) <= LONGEST_SIGN else text for text in pieces[start:]]
        self._hidden = before

    def _note(self, note: Element) -> None:
        body = child(note, "text:note-body")
        if body is not None:
            self._words.footnotes.append(("", " ".join(odt_plain_text(body).split())))

    def _hidden_text(self, field: Element) -> None:
        if attribute(field, "text:is-hidden") == "true":
            self._words.aside.append((HIDDEN, field.text or ""))
        else:
            self._children(field)

    def _control(self, control: Element) -> None:
        """A content control: its words, but not those that only ask to be replaced."""
        if attribute(control, "loext:showing-place-holder") == "true":
            self._words.aside.append(("champ-a-remplir", ""))
        else:
            self._children(control)

    def _form_field(self, mark: Element) -> None:
        """An old form field: the chosen entry of a drop-down, a box with its tick, or words."""
        given = [(attribute(one, "field:name"), attribute(one, "field:value") or "") for one in mark]
        values = {name: value for name, value in given if name is not None}
        entries = [value for name, value in given if name == "Dropdown_ListEntry"]
        if (attribute(mark, "field:type") or "").endswith("FORMCHECKBOX"):
            self._put(TICK if values.get("Checkbox_Checked") == "true" else NO_TICK)
        elif entries and integer(values.get("Dropdown_Selected")) in range(len(entries)):
            self._put(entries[integer(values.get("Dropdown_Selected"))])
        self._children(mark)

    def _frame(self, frame: Element) -> None:
        """A frame: its text box is read after the paragraph; a picture is said."""
        box = child(frame, "draw:text-box")
        if box is not None:
            self._words.boxes.append(box)
        elif any(short(element.tag) in _PICTURES for element in frame) and not self._hidden:
            self._words.aside.append(("objet-non-lu", ""))

    def _shape(self, shape: Element) -> None:
        """A drawn shape with words is a text box; a group, or a link around a drawing, holds several."""
        if short(shape.tag) in {"draw:g", "draw:a"}:
            for element in shape:
                self._one(element)
        elif next(shape.iter(full("text:p")), None) is not None:
            self._words.boxes.append(shape)
        elif short(shape.tag) != "draw:control" and not self._hidden:
            self._words.aside.append(("objet-non-lu", ""))


def _is_hidden_by_field(paragraph: Element) -> bool:
    fields = paragraph.iter(full("text:hidden-paragraph"))
    return any(attribute(field, "text:is-hidden") == "true" for field in fields)


def odt_plain_text(parent: Element) -> str:
    """All the words below an element; paragraphs are parted by a space."""
    pieces: list[str] = []
    waiting: list[Element | str] = [parent]
    while waiting:
        element = waiting.pop()
        if isinstance(element, str):
            pieces.append(element)
            continue
        name = short(element.tag)
        waiting.append(element.tail or "" if element is not parent else "")
        if name == "office:annotation" or name in NEVER:
            continue
        if name in {"text:p", "text:h", "text:s", "text:tab", "text:line-break"}:
            pieces.append(" ")
        pieces.append(element.text or "")
        waiting += reversed(list(element))
    return "".join(pieces)
