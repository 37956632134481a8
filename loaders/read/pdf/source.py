"""A PDF file opened by PDFium: its pages, one at a time, so that a long document takes no more memory than a page."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium

from loaders.read.pdf.clips import Clips
from loaders.read.pdf.edges import MOST_OBJECTS, read_drawn
from loaders.read.pdf.page import Box, Page, Word
from loaders.read.pdf.signs import read_words, turn_of

MOST_PAGES = 2_000
_LETTER = Box(0, 0, 612, 792)
_NO_COMMENT = frozenset({pdfium.FPDF_ANNOT_LINK, pdfium.FPDF_ANNOT_POPUP, pdfium.FPDF_ANNOT_PRINTERMARK})
_FIELDS = frozenset({pdfium.FPDF_ANNOT_WIDGET, pdfium.FPDF_ANNOT_XFAWIDGET})


class UnreadableError(Exception):
    """The file cannot be read: `cause` is a key of the reader's messages, `detail` a figure for them."""

    def __init__(self, cause: str, detail: str = "") -> None:
        super().__init__(cause)
        self.cause = cause
        self.detail = detail


_CAUSES = {pdfium.FPDF_ERR_PASSWORD: "password", pdfium.FPDF_ERR_SECURITY: "security"}


def read_pages(data: bytes) -> Iterator[Page]:
    """The pages of a PDF, by number; `UnreadableError` where there is none to read."""
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        raise UnreadableError(_CAUSES.get(error.err_code or 0, "damaged")) from error
    if document.get_formtype() == pdfium.FORMTYPE_XFA_FULL:
        raise UnreadableError("xfa")
    if not 0 < len(document) <= MOST_PAGES:
        raise UnreadableError("pages" if len(document) else "damaged", str(len(document)))
    if document.get_formtype() != pdfium.FORMTYPE_NONE:
        document.init_forms()
    for index in range(len(document)):
        yield _page(document, index)


def _page(document: Any, index: int) -> Page:
    try:
        source, comments = _settled(document, index)
        bounds = _bounds(source)
        text = source.get_textpage()
    except pypdfium2.PdfiumError:
        return Page(index + 1, 0, 0, damaged=True)
    quarters = source.get_rotation() // 90 % 4
    size = (bounds.height, bounds.width) if quarters % 2 else (bounds.width, bounds.height)
    page = Page(index + 1, *size, comments=comments)
    turn = turn_of(bounds, quarters)
    read_words(page, text, Clips(text, source, MOST_OBJECTS), turn, quarters)
    read_drawn(page, source, turn)
    page.hidden = _is_hidden(text, page.words)
    text.close()
    source.close()
    return page


def _settled(document: Any, index: int) -> tuple[Any, int]:
    """A page with what its form's fields hold among its words, and how many comments were left aside."""
    source = document[index]
    kinds = {at: _kind(source, at) for at in range(pdfium.FPDFPage_GetAnnotCount(source))}
    comments = [at for at, kind in kinds.items() if kind not in _NO_COMMENT | _FIELDS]
    if not _FIELDS & set(kinds.values()):
        return source, len(comments)
    for at in sorted(kinds, reverse=True):
        if kinds[at] not in _FIELDS:
            pdfium.FPDFPage_RemoveAnnot(source, at)
    pdfium.FPDFPage_Flatten(source, pdfium.FLAT_NORMALDISPLAY)  # the wrapper refuses fields that no form declares
    source.close()
    return document[index], len(comments)


def _kind(source: Any, index: int) -> int:
    annotation = pdfium.FPDFPage_GetAnnot(source, index)
    kind = pdfium.FPDFAnnot_GetSubtype(annotation)
    pdfium.FPDFPage_CloseAnnot(annotation)
    return int(kind)


def _bounds(source: Any) -> Box:
    """What is seen of a page: its crop box within its media box."""
    media, crop = _ordered(*source.get_mediabox()), _ordered(*source.get_cropbox())
    both = Box(max(media[0], crop[0]), max(media[1], crop[1]), min(media[2], crop[2]), min(media[3], crop[3]))
    return next((box for box in (both, media) if box.width > 1 and box.height > 1), _LETTER)


def _ordered(x0: float, y0: float, x1: float, y1: float) -> Box:
    return Box(min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))


def _is_hidden(text: Any, words: list[Word]) -> bool:
    """True where letters are drawn invisible: three words of the page tell."""
    told = [words[len(words) * part // 4] for part in (1, 2, 3)] if words else []
    modes = {pdfium.FPDFTextObj_GetTextRenderMode(pdfium.FPDFText_GetTextObject(text, word.order)) for word in told}
    return modes == {pdfium.FPDF_TEXTRENDERMODE_INVISIBLE}
