"""From drawn pages to files: SVG that carries its font, PNG, and tagged PDF, by the typst wheel."""

from __future__ import annotations

import base64
import datetime
from collections.abc import Callable, Iterable, Sequence
from typing import Any

import typst
import uharfbuzz as hb

from viz.paper.canvas import Canvas
from viz.paper.type import FAMILY, FILES, FONTS, Weight


def svg(page: Canvas) -> str:
    """A page as one file that looks the same where the font is not installed."""
    letters = "".join(sorted({letter for label in page.labels for letter in label.words}))
    return page.svg("".join(_face(weight, letters) for weight in FILES if f'font-weight="{weight}"' in page.svg()))


def png(page: Canvas, dots: float = 192.0) -> bytes:
    """A page as an image; `dots` an inch, of which a page has 72 points."""
    return compiled(_pages([page]), {"page-0.svg": page.svg().encode()}, "png", dots=dots)


def pdf(pages: Sequence[Canvas], title: str, date: datetime.date | None = None) -> bytes:
    """Pages as one tagged PDF (PDF/UA-1), each of its own size, with its words for a screen reader."""
    day = f"datetime(year: {date.year}, month: {date.month}, day: {date.day})" if date else "none"
    head = f"#set document(title: {quoted(title)}, date: {day})\n"
    files = {f"page-{i}.svg": page.svg().encode() for i, page in enumerate(pages)}
    return compiled(head + _pages(pages), files, "pdf")


def quoted(words: str) -> str:
    """A text as typst writes one."""
    return '"' + words.replace("\\", "\\\\").replace('"', '\\"').replace("\n", " ") + '"'


def compiled(source: str, files: dict[str, bytes], kind: str, *, dots: float | None = None) -> bytes:
    """What typst makes of a document and the files that it names, with our fonts alone."""
    document = {"main": f'#set text(font: "{FAMILY}", lang: "fr", region: "FR")\n{source}'.encode(), **files}
    options: dict[str, Any] = {"pdf_standards": ["ua-1"]} if kind == "pdf" else {"ppi": dots}
    compile_: Callable[..., bytes] = typst.compile  # its stub does not know documents of several files
    return compile_(document, font_paths=[str(FONTS)], ignore_system_fonts=True, format=kind, **options)


def _pages(pages: Iterable[Canvas]) -> str:
    told = []
    for i, page in enumerate(pages):
        size = f"width: {page.width}pt, height: {page.height}pt, margin: 0pt"
        alt = quoted(f"{page.title}. {page.alt}".strip())
        told.append(f'#page({size})[#image("page-{i}.svg", width: 100%, height: 100%, alt: {alt})]\n')
    return "".join(told)


def _face(weight: Weight, letters: str) -> str:
    """A font as CSS, with these letters only."""
    face = hb.Face(hb.Blob.from_file_path(str(FONTS / FILES[weight])))
    wanted = hb.SubsetInput()
    wanted.sets(hb.SubsetInputSets.UNICODE).update(map(ord, letters))
    made = base64.b64encode(hb.subset(face, wanted).blob.data).decode()
    source = f"url(data:font/otf;base64,{made})"
    return f"@font-face{{font-family:{FAMILY};font-weight:{weight};src:{source}}}"
