"""All pictures on one page, for a person's eyes: `python -m tests.gallery --sortie DIR` (or `make galerie`).

The two real plans and made-up ones at the edges: 60 objectives, 2 objectives, long names, no axis, no pilot, nothing.
"""

from __future__ import annotations

import argparse
import datetime
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import jinja2
import pypdfium2
from playwright.sync_api import sync_playwright

from graph.model import Graph
from graph.network import commitments, usual_level
from tests import map_plans
from tests.map_checks import both, real
from viz.dossier.kit import kit
from viz.maps.axis import axis_sheets
from viz.maps.ego import ego
from viz.maps.fishbone import fishbone
from viz.maps.matrix import matrix
from viz.maps.places import places
from viz.maps.together import together
from viz.money.sankey import sankey
from viz.network_map import network_map
from viz.paper import press
from viz.paper.canvas import Canvas
from viz.paper.chart import Chart
from viz.paper.sheet import FORMATS, Format
from viz.paper.source import source_words

DAY = datetime.date(2026, 1, 1)
ARGUMENTS = ["--no-sandbox", "--disable-gpu"]
SCREENS = ((1440, 900), (390, 844))
PLANS: dict[str, Callable[[], Graph]] = {
    **{path.name: (lambda name=path.name: real(name)) for path in sorted(Path("plans").iterdir()) if path.is_dir()},
    "les-deux": both,
    "soixante-objectifs": map_plans.large,
    "deux-objectifs": map_plans.small,
    "noms-longs": map_plans.long_names,
    "sans-axe": map_plans.no_axis,
    "sans-pilote": map_plans.no_pilot,
    "par-action": map_plans.by_action,
    "vide": map_plans.empty,
}
PAGE = jinja2.Template(
    """<!doctype html><html lang="fr"><meta charset="utf-8"><title>Galerie</title>
<style>body{font:15px system-ui;margin:2rem}div{display:flex;flex-wrap:wrap;gap:1rem}figure{margin:0}
img{width:30rem;border:1px solid #ccc}figcaption{color:#555}</style><h1>Galerie</h1>
{% for plan, images in plans.items() %}<h2>{{ plan }}</h2><div>{% for image in images %}
<figure><a href="{{ plan }}/{{ image }}"><img loading="lazy" src="{{ plan }}/{{ image }}" alt="{{ image }}"></a>
<figcaption>{{ image }}</figcaption></figure>{% endfor %}</div>{% endfor %}</html>""",
    autoescape=True,
)


def charts(graph: Graph, page: Format) -> Iterator[Chart]:
    """Every printed map of a graph for one size of page."""
    source = source_words(graph, DAY)
    yield from (fishbone(graph, page, source), matrix(graph, page, source), together(graph, page, source))
    yield from axis_sheets(graph, page, source)
    yield from (chart for chart in (places(graph, page, source), sankey(graph, page, source)) if chart)
    ranking = commitments(graph, usual_level(graph))
    if len(ranking):
        yield ego(graph, str(ranking["id"].iloc[0]), page, source)


def images(graph: Graph, folder: Path) -> Iterator[tuple[str, bytes]]:
    """Names and contents of all the images of one plan."""
    for page in FORMATS.values():
        for chart in charts(graph, page):
            yield from ((f"{chart.name}-{number}.png", _image(drawn)) for number, drawn in enumerate(chart.pages, 1))
    files = kit(graph, DAY)
    document = pypdfium2.PdfDocument(files["dossier.pdf"])
    for number, sheet in enumerate(document, 1):
        path = folder / f"dossier-{number:02}.png"
        sheet.render(scale=1.2).to_pil().save(path)
        yield path.name, path.read_bytes()
    yield from _screens(network_map(graph, date=DAY), folder)


def _image(page: Canvas) -> bytes:
    return press.png(page, 100)


def _screens(page: str, folder: Path) -> Iterator[tuple[str, bytes]]:
    file = folder / "carte.html"
    file.write_text(page, encoding="utf-8")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=ARGUMENTS)
        for width, height in SCREENS:
            tab = browser.new_page(viewport={"width": width, "height": height})
            tab.goto(file.resolve().as_uri())
            tab.wait_for_timeout(1500)
            yield f"carte-{width}.png", tab.screenshot()
        browser.close()


def main() -> None:
    """Write the images and the page that shows them."""
    parser = argparse.ArgumentParser(description="Toutes les images sur une page.")
    parser.add_argument("--sortie", type=Path, default=Path("resultats/galerie"))
    parser.add_argument("plans", nargs="*", default=list(PLANS), help=", ".join(PLANS))
    chosen = parser.parse_args()
    shown: dict[str, list[str]] = {}
    for name in chosen.plans:
        folder = chosen.sortie / name
        folder.mkdir(parents=True, exist_ok=True)
        shown[name] = []
        for image, content in images(PLANS[name](), folder):
            (folder / image).write_bytes(content)
            shown[name].append(image)
    (chosen.sortie / "index.html").write_text(PAGE.render(plans=shown), encoding="utf-8")
    print(chosen.sortie / "index.html")


if __name__ == "__main__":
    main()
