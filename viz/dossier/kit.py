"""The kit of a meeting: every file of the dossier, from one graph."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractContextManager, nullcontext

from graph.model import Graph
from viz.dossier.charts import drawn
from viz.dossier.deck import deck
from viz.dossier.docx import docx
from viz.dossier.index import index
from viz.dossier.model import Dossier
from viz.dossier.odp import odp
from viz.dossier.odt import odt
from viz.dossier.pdf import KICKER, pdf
from viz.dossier.pptx import pptx
from viz.dossier.story.facts import Facts
from viz.dossier.story.tell import tell
from viz.dossier.tables import workbooks
from viz.dossier.theme import Theme, readable
from viz.french import NBSP
from viz.network_map import network_map
from viz.paper import press
from viz.paper.sheet import FormatName

Files = dict[str, str | bytes]
Step = Callable[[str], AbstractContextManager[None]]
_DOTS: dict[FormatName, float] = {"a3": 110.0, "a4": 150.0, "16x9": 144.0}


def kit(
    graph: Graph,
    date: datetime.date,
    theme: Theme | None = None,
    since: Graph | None = None,
    step: Step = lambda message: nullcontext(),
    beside: Mapping[str, str | bytes] | None = None,
) -> Files:
    """Every file of the kit by its name, ready to write; the same graphs, date and theme give the same files.

    `since` is an older graph, to say what changed; `step` shows what is going on; `beside` are files that others made
    for the same folder, for the page that opens it.
    """
    shown = readable(theme or Theme())
    with step("Mesures et phrases…"):
        facts = Facts(graph, since)
        told = tell(facts, date)
    with step("Cartes…"):
        whole = told.with_charts(drawn(facts, told.source.replace(", dossier du", ", carte du")))
        images = _images(whole)
        files: Files = dict(_maps(whole, images))
        files["carte-reseau.html"] = network_map(graph, date=date)
    with step("Dossier, diapositives, note, tableaux…"):
        files |= _papers(facts, whole, shown, images)
    files["index.html"] = index(whole, shown, {**files, **(beside or {})})
    return files


Images = dict[tuple[str, FormatName], list[bytes]]


def _images(dossier: Dossier) -> Images:
    """Every page of every map as PNG, by map and format."""
    pages = [
        ((found.key, name), page, _DOTS[name])
        for found in dossier.charts
        for name, chart in found.charts.items()
        for page in chart.pages
    ]
    made: Images = {}
    with ThreadPoolExecutor() as workers:
        images = workers.map(lambda told: press.png(told[1], told[2]), pages)
        for (key, _, _), image in zip(pages, images, strict=True):
            made.setdefault(key, []).append(image)
    return made


def _maps(dossier: Dossier, images: Images) -> Iterator[tuple[str, str | bytes]]:
    for found in dossier.charts:
        for name, chart in found.charts.items():
            for rank, page in enumerate(chart.pages):
                number = f"-{rank + 1}" if len(chart.pages) > 1 else ""
                path = f"cartes/{name}/{found.key}{number}"
                yield f"{path}.svg", press.svg(page)
                yield f"{path}.png", images[found.key, name][rank]


def _papers(facts: Facts, dossier: Dossier, theme: Theme, images: Images) -> Iterator[tuple[str, bytes]]:
    title = f"{KICKER}{NBSP}: {dossier.title}"
    wide, paper = _of(images, "16x9"), _of(images, "a4")
    slides = deck(dossier, wide)
    yield "dossier.pdf", pdf(dossier, theme)
    yield "diapositives.pptx", pptx(slides, theme, title, dossier.date)
    yield "diapositives.odp", odp(slides, theme, title, dossier.date)
    yield "note.docx", docx(dossier, theme, paper)
    yield "note.odt", odt(dossier, theme, paper)
    yield from workbooks(facts, dossier, theme).items()


def _of(images: Images, wanted: FormatName) -> dict[str, list[bytes]]:
    return {key: pages for (key, name), pages in images.items() if name == wanted}
