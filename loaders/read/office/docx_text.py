"""The words of one paragraph of a Word document, as a person sees them on the page."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from loaders.read.office.aside import HIDDEN
from loaders.read.office.docx_styles import Styles, is_on
from loaders.read.office.symbols import is_pictorial, pictured, symbol
from loaders.read.office.words import DEEPEST, LONGEST_SIGN, NO_TICK, TICK, Words
from loaders.read.office.xml import Element, attribute, child, children, full, integer, short, value

_SIGNS = {"w:tab": "\t", "w:ptab": "\t", "w:br": "\n", "w:cr": "\n", "w:noBreakHyphen": "-"}
_NEVER = frozenset({"w:rPr", "w:pPr", "w:sdtPr", "w:sdtEndPr", "w:rt", "w:delText", "w:softHyphen", "w:tblPr"})
_DELETED = frozenset({"w:del", "w:moveFrom"})
_DRAWN = frozenset({"w:drawing", "w:pict", "w:object"})


@dataclass
class _Field:
    """A field that is open: its instruction, until its result begins."""

    instruction: str = ""
    shows: bool = False

    @property
    def is_contents(self) -> bool:
        return self.instruction.split()[:1] == ["TOC"]


class TextReader:
    """Reads paragraphs one after the other: a field may begin in one and end in another.

    `fields` False leaves their limits out of account: a damaged field that never ends would hide all that follows.
    """

    def __init__(self, styles: Styles, fields: bool = True) -> None:
        self._styles = styles
        self._heed = fields
        self._open: list[_Field] = []
        self._words = Words()
        self._hidden = False
        self._depth = 0
        self._read: dict[str, Callable[[Element], None]] = {
            "w:r": self._run,
            "w:t": self._text,
            "w:sym": self._symbol,
            "w:fldChar": self._limit,
            "w:instrText": self._instruction,
            "w:sdt": self._control,
            "w:ruby": lambda ruby: self._children(child(ruby, "w:rubyBase")),
            "w:ins": self._insertion,
            "w:moveTo": self._insertion,
            "w:footnoteReference": lambda note: self._footnote("footnote", note),
            "w:endnoteReference": lambda note: self._footnote("endnote", note),
            "w:commentReference": lambda _: self._words.aside.append(("commentaire", "")),
            "mc:AlternateContent": self._alternate,
            "m:t": self._text,
        }

    @property
    def unfinished(self) -> bool:
        """True where a field is still open."""
        return bool(self._open)

    def read(self, paragraph: Element, style: str | None) -> Words:
        """The words of a paragraph in a style."""
        self._words = Words()
        self._hidden = self._styles.is_hidden(style)
        self._children(paragraph)
        return self._words

    @property
    def _mute(self) -> bool:
        """True inside the instruction of a field."""
        return any(not field.shows for field in self._open)

    def _children(self, parent: Element | None) -> None:
        self._depth += 1
        if parent is not None and self._depth > DEEPEST:
            self._put(" ".join(text.text or "" for text in parent.iter(full("w:t"))))
        else:
            for element in parent if parent is not None else ():
                self._one(element)
        self._depth -= 1

    def _one(self, element: Element) -> None:
        name = short(element.tag)
        if name in self._read:
            self._read[name](element)
        elif name in _SIGNS:
            self._put(_SIGNS[name])
        elif name in _DELETED:
            self._words.aside.append(("suppression-suivie", ""))
        elif name in _DRAWN:
            self._drawing(element)
        elif name not in _NEVER:
            self._children(element)

    def _put(self, text: str) -> None:
        if self._mute:
            return
        if self._hidden:
            self._words.aside += [(HIDDEN, text)] * bool(text.strip())
        elif any(field.is_contents for field in self._open):
            self._words.contents = True
        else:
            self._words.pieces.append(text)

    def _run(self, run: Element) -> None:
        properties = child(run, "w:rPr")
        before, said = self._hidden, is_on(properties, "w:vanish")
        style = value(properties, "w:rStyle")
        if said is not None or style is not None:
            self._hidden = said if said is not None else before or self._styles.is_hidden(style)
        fonts = child(properties, "w:rFonts")
        font = attribute(fonts, "w:ascii") if fonts is not None else None
        start = len(self._words.pieces)
        self._children(run)
        if is_pictorial(font):
            pieces = self._words.pieces
            pieces[start:] = [pictured(text, font) if len(text) <= LONGEST_SIGN else text for text in pieces[start:]]
        self._hidden = before

    def _text(self, text: Element) -> None:
        self._put((text.text or "").replace("\r", " ").replace("\n", " ").replace("\t", " "))

    def _symbol(self, sign: Element) -> None:
        self._put(symbol(attribute(sign, "w:char"), attribute(sign, "w:font")))

    def _insertion(self, inserted: Element) -> None:
        self._words.aside.append(("insertion-suivie", ""))
        self._children(inserted)

    def _limit(self, limit: Element) -> None:
        """The begin, the middle or the end of a field; drop-downs and boxes of old forms show what they hold."""
        kind = attribute(limit, "w:fldCharType")
        data = child(limit, "w:ffData")
        if data is not None:
            self._put(_form_value(data))
        if not self._heed:
            return
        if kind == "begin":
            self._open.append(_Field())
        elif kind == "separate" and self._open:
            self._open[-1].shows = True
        elif kind == "end" and self._open:
            self._open.pop()

    def _instruction(self, instruction: Element) -> None:
        if self._open and not self._open[-1].shows:
            self._open[-1].instruction += instruction.text or ""

    def _control(self, control: Element) -> None:
        """A content control: its words, but not those that only ask to be replaced."""
        if is_on(child(control, "w:sdtPr"), "w:showingPlcHdr"):
            self._words.aside.append(("champ-a-remplir", ""))
        else:
            self._children(child(control, "w:sdtContent"))

    def _footnote(self, kind: str, note: Element) -> None:
        self._words.footnotes.append((kind, attribute(note, "w:id") or ""))

    def _alternate(self, alternate: Element) -> None:
        chosen = chosen_content(alternate)
        if chosen is not None:
            self._children(chosen)

    def _drawing(self, drawing: Element) -> None:
        """Text boxes are read after the paragraph; a drawing without one is a picture."""
        boxes = outer_boxes(drawing)
        if boxes:
            self._words.boxes += boxes
        elif not self._hidden:
            self._words.aside.append(("objet-non-lu", ""))


def chosen_content(alternate: Element) -> Element | None:
    """One of the forms in which a thing is written several times: the first that holds words, else the first."""
    forms = [*children(alternate, "mc:Choice"), *children(alternate, "mc:Fallback")]
    worded = (form for form in forms if next(form.iter(full("w:t")), None) is not None)
    return next(worded, forms[0] if forms else None)


def outer_boxes(drawing: Element) -> list[Element]:
    """The text boxes of a drawing, but for those within others."""
    found: list[Element] = []
    waiting = [drawing]
    while waiting:
        element = waiting.pop()
        name = short(element.tag)
        if name == "w:txbxContent":
            found.append(element)
        elif name == "mc:AlternateContent":
            waiting += [chosen for chosen in [chosen_content(element)] if chosen is not None]
        else:
            waiting += reversed(list(element))
    return found


def _form_value(data: Element) -> str:
    """What an old form field shows: the chosen entry of a drop-down, or a box with its tick."""
    entries = [attribute(entry, "w:val") or "" for entry in children(child(data, "w:ddList"), "w:listEntry")]
    if entries:
        chosen = integer(value(data, "w:ddList", "w:result"))
        return entries[chosen] if 0 <= chosen < len(entries) else ""
    box = child(data, "w:checkBox")
    if box is None:
        return ""
    ticked = is_on(box, "w:checked")
    return TICK if (ticked if ticked is not None else is_on(box, "w:default")) else NO_TICK
