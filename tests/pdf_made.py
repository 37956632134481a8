"""PDFs made for the tests with reportlab: plans laid out as cities lay them out, and pages drawn sign by sign."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Iterator, Mapping, Sequence
from html import escape
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from reportlab.lib.colors import black
from reportlab.lib.enums import TA_JUSTIFY, TA_LEFT
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import cm
from reportlab.lib.utils import ImageReader, simpleSplit
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Flowable, Frame, PageTemplate, Paragraph, Spacer, Table

from graph.errors import InputError
from graph.model import Graph
from loaders.read.document import RawDocument
from loaders.read.pdf import read_pdf
from maillage.pipeline import read_graph

Story = list[Flowable]
Draw = Callable[[Canvas], None]
_BULLET = re.compile(r"^(?:[-•]|o(?= )) *")
_LABELS = ("Actions ", "Pilote :", "Partenaires :", "Outils")


def style(size: float, indent: float = 0, justified: bool = False) -> ParagraphStyle:
    """Body text with the spacing of a word processor."""
    alignment = TA_JUSTIFY if justified else TA_LEFT
    return ParagraphStyle(
        "corps", fontSize=size, leading=1.2 * size, leftIndent=indent, alignment=alignment, splitLongWords=0
    )


def lines_as_paragraphs(text: str, size: float = 11, justified: bool = False) -> Story:
    """One paragraph a line, one blank a blank line; the blanks before a line move it to the right."""
    story: Story = []
    for line in text.splitlines():
        blanks = len(line) - len(line.lstrip(" "))
        words = escape(line.strip(), quote=False)
        story.append(Paragraph(words, style(size, blanks * size / 4, justified)) if words else Spacer(1, 1.2 * size))
    return story


def fiches_in_tables(text: str, size: float = 10) -> Story:
    """One bordered table of two columns an objectif: labels on the left, what they name on the right."""
    story: Story = []
    rows: list[list[Any]] = []
    for line in filter(str.strip, text.splitlines()):
        words = Paragraph(escape(line.strip(), quote=False), style(size, (len(line) - len(line.lstrip())) * size / 4))
        if line.startswith("Objectif "):
            rows = [[words, ""]]
            story += [Spacer(1, size), rows]  # type: ignore[list-item]
        elif not rows or line.startswith("Axe "):
            rows = []
            story += [Spacer(1, size), words, Spacer(1, size)]
        elif line.startswith(_LABELS):
            rows.append([Paragraph(line.strip().removesuffix(" :"), style(size)), []])
        elif line.startswith("d'interventions"):
            rows[-1][0] = Paragraph("Outils d'interventions", style(size))
        else:
            rows[-1][1].append(words)
    lines = [("GRID", (0, 0), (-1, -1), 0.5, black), ("SPAN", (0, 0), (1, 0))]
    return [ruled(item, [4 * cm, 12.5 * cm], lines) if isinstance(item, list) else item for item in story]


def measures(text: str, size: float = 8) -> Story:
    """A table of measures as its delimited text has it: the line above, then its rows; blank cells stay blank."""
    lines = text.split("\n")
    start = next(number for number, line in enumerate(lines) if line.count("\t") > 1)
    rows = [line.split("\t") for line in lines[start:]]
    while not any(rows[-1]):
        rows.pop()
    rows = [(row + [""] * 8)[:8] for row in rows]
    widths = [width * cm for width in (3.6, 4.2, 5.2, 6, 1.9, 1.9, 2.2, 0.7)]
    cells = [[Paragraph(escape(cell, quote=False) or "&nbsp;", style(size)) for cell in row] for row in rows]
    title = Paragraph(escape(next(filter(None, lines)), quote=False), style(size + 4))
    return [title, Spacer(1, 12), ruled(cells, widths, _merged(rows), repeat=2)]


def _merged(rows: Sequence[Sequence[str]]) -> list[tuple[Any, ...]]:
    """Lines around each cell, but for those that merge themes and objectives with the blank cells below them."""
    styles: list[tuple[Any, ...]] = [
        ("LINEBEFORE", (0, 0), (-1, -1), 0.5, black),
        ("LINEAFTER", (-1, 0), (-1, -1), 0.5, black),
        ("LINEBELOW", (0, -1), (-1, -1), 0.5, black),
    ]
    for number, row in enumerate(rows):
        body = number > 2 and any(row)
        for column in range(len(row)):
            if not (body and column < 2 and not any(row[: column + 1])):
                styles.append(("LINEABOVE", (column, number), (column, number), 0.5, black))
    return styles


def ruled(rows: Sequence[Sequence[Any]], widths: Sequence[float], styles: Sequence[Any] = (), repeat: int = 0) -> Table:
    """A table, all its lines drawn where no styles say otherwise."""
    lines = styles or [("GRID", (0, 0), (-1, -1), 0.5, black)]
    base = [("VALIGN", (0, 0), (-1, -1), "TOP"), *lines]
    return Table([list(row) for row in rows], colWidths=list(widths), style=base, repeatRows=repeat)


def laid_out(
    path: Path, story: Story, *, columns: int = 1, size: tuple[float, float] = A4, header: str = "", footer: str = ""
) -> Path:
    """A story on pages; "#" in the footer is the page's number."""
    width, height = size
    gap, margin = 0.8 * cm, 2 * cm
    each = (width - 2 * margin - (columns - 1) * gap) / columns

    def furnish(canvas: Canvas, document: BaseDocTemplate) -> None:
        canvas.setFont("Helvetica", 8)
        canvas.drawString(margin, height - 1.2 * cm, header)
        canvas.drawCentredString(width / 2, 1.1 * cm, footer.replace("#", str(document.page)))

    frames = [Frame(margin + at * (each + gap), margin, each, height - 2 * margin, 0, 0, 0, 0) for at in range(columns)]
    document = BaseDocTemplate(str(path), pagesize=size)
    document.addPageTemplates(PageTemplate("page", frames, onPage=furnish))
    document.build(list(story))
    return path


def drawn(path: Path, *pages: Draw, size: tuple[float, float] = A4) -> Path:
    """Pages drawn sign by sign."""
    canvas = Canvas(str(path), pagesize=size)
    for page in pages:
        page(canvas)
        canvas.showPage()
    canvas.save()
    return path


def say(canvas: Canvas, x: float, y: float, *lines: str, size: float = 11, leading: float = 1.2) -> None:
    """Lines one below the other, `y` points under the upper edge."""
    canvas.setFont("Helvetica", size)
    for rank, line in enumerate(lines):
        canvas.drawString(x, canvas._pagesize[1] - y - rank * leading * size, line)


def grid(
    canvas: Canvas, xs: Sequence[float], ys: Sequence[float], cells: Mapping[tuple[int, int], Sequence[str]]
) -> None:
    """A ruled grid and the paragraphs of its cells, cut at their walls; places from the upper left corner."""
    height = canvas._pagesize[1]
    canvas.grid(list(xs), [height - y for y in ys])
    for (row, column), paragraphs in cells.items():
        width = xs[column + 1] - xs[column] - 8
        lines = [line for words in paragraphs for line in simpleSplit(words, "Helvetica", 9, width)]
        say(canvas, xs[column] + 4, ys[row] + 11, *lines, size=9)


# Pages of a plan and of a scan, and what reading them says

PLAN = ("Axe 1 - Agir", "Objectif 1 - Aider", "Pilote : Ville de Lac", "Partenaires : CAF, MJC")


def plan(canvas: Canvas) -> None:
    say(canvas, 60, 80, *PLAN)


def scan(canvas: Canvas) -> None:
    """A page that is a picture."""
    canvas.drawImage(ImageReader(Image.new("L", (60, 85), 200)), 0, 0, *canvas._pagesize)


def recognised(canvas: Canvas) -> None:
    """The same with its letters behind, as character recognition leaves them."""
    scan(canvas)
    letters = canvas.beginText(60, canvas._pagesize[1] - 80)
    letters.setFont("Helvetica", 11)
    letters.setTextRenderMode(3)
    for line in PLAN:
        letters.textLine(line)
    canvas.drawText(letters)


def texts(raw: RawDocument) -> list[str]:
    return [line.text for line in raw.lines if not line.blank]


def notes(raw: RawDocument) -> dict[str, str]:
    return {code: place for code, place, _ in raw.notes}


def fault(path: Path) -> InputError:
    """The error that a file gives; it names the file and what to do."""
    with pytest.raises(InputError) as caught:
        read_pdf(path)
    assert path.name in str(caught.value.place)
    assert caught.value.action
    return caught.value


# What two graphs of one plan have in common


def graph_of(document: Path, like: Path) -> Graph:
    """The graph of a document in a folder of its own, with the `plan.toml` and the ledger of another plan's."""
    folder = document.parent / f"{document.stem} lu"
    folder.mkdir(exist_ok=True)
    for name in (document, like / "plan.toml", like / "acteurs.csv"):
        shutil.copy(name, folder)
    return read_graph(folder)


def differences(read: Graph, original: Graph) -> Iterator[str]:
    """What one graph says and the other does not, in words.

    Relaxed: places; the Document's own properties; the bullet that opens a quote; how often the same words are quoted
    for one tie, as the lines of a cell share one place; in lists of names, which of them share a line, as a name that
    fills its line may be followed by the next; findings and notes on how the file was read.
    """
    one, other = dict(_told(read)), dict(_told(original))
    for key in sorted(one.keys() | other.keys(), key=repr):
        if one.get(key) != other.get(key):
            yield f"{key} : {one.get(key)} / {other.get(key)}"


def _told(graph: Graph) -> Iterator[tuple[Any, Any]]:
    documents = {node.id for node in graph.by_label("Document")}
    for node in graph.nodes:
        if node.id not in documents:
            yield (node.label, node.id), {name: value for name, value in node.properties.items() if value is not None}
    for tie in graph.relationships:
        said = {name: value for name, value in tie.properties.items() if name not in ("document", "locators")}
        listed = said.get("basis") == "stated" or tie.type == "PART_OF"
        said["quotes"] = {_BULLET.sub("", quote) for quote in said["quotes"] if not listed}
        yield (tie.type, tie.start, "document" if tie.end in documents else tie.end), said
    yield "unread", [line.text for line in graph.unread]
