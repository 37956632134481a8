"""The page that opens a dossier, in a browser with the network cut: axe finds nothing, every picture is shown."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, sync_playwright

from graph.model import Graph
from maillage.pipeline import read_graph
from tests.dossiers import DATE, made_map
from tests.map_plans import empty, long_names, small
from viz.dossier.index import index
from viz.dossier.kit import kit
from viz.dossier.story.facts import Facts
from viz.dossier.story.tell import tell
from viz.dossier.theme import Theme

PLANS = Path(__file__).parent.parent / "plans"
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"]
NAMES = ("chambery", "albertville", "small", "long_names", "empty")


def graph_of(name: str) -> Graph:
    real = {"chambery": "grand-chambery-2021-2022", "albertville": "albertville-2021"}
    made = {"small": small, "long_names": long_names, "empty": empty}
    return read_graph(PLANS / real[name]) if name in real else made[name]()


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    if chromium is None:
        pytest.fail("needs Chromium, see .ci/system-packages")
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=chromium, args=ARGUMENTS)
        yield opened
        opened.close()


def test_a_number_of_a_map_is_not_said_to_be_a_page() -> None:
    told = tell(Facts(small()), DATE)
    one = replace(made_map(), key="axe-2")
    whole = replace(told, sections=(replace(told.sections[0], charts=(one,)),))
    files = dict.fromkeys(("cartes/16x9/axe-2.png", "cartes/a3/axe-2-1.svg", "cartes/a3/axe-2-2.svg"), b"x")
    links = re.findall(r">((?:16:9|A3)[^<]*)</a>", index(whole, Theme(), files))
    assert links == ["16:9, PNG", "A3, page 1, SVG", "A3, page 2, SVG"]


@pytest.mark.parametrize("name", NAMES)
def test_axe_finds_nothing_and_every_picture_is_shown(name: str, browser: Browser, tmp_path: Path) -> None:
    for path, content in kit(graph_of(name), DATE, Theme("Ville d’Essai", colour="#FFD447")).items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_bytes(content.encode() if isinstance(content, str) else content)
    page = browser.new_page(offline=True)
    for width in (1280, 400):
        page.set_viewport_size({"width": width, "height": 900})
        page.goto((tmp_path / "index.html").as_uri())
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), f"wider than {width} px"
        faults = Axe().run(page).response["violations"]
        assert [(fault["id"], fault["nodes"][0]["html"][:90]) for fault in faults] == []
    shown = "Promise.all([...document.images].map(i => (i.loading = 'eager', i.decode().then(() => i.alt.length > 0))))"
    assert all(page.evaluate(shown))
    links = page.eval_on_selector_all("a", "found => found.map(a => decodeURIComponent(a.getAttribute('href')))")
    assert all((tmp_path / link).is_file() for link in links)
    page.close()
