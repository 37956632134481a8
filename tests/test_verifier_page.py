"""The page "Ce que le document ne dit pas", as text and in a real browser with the network cut."""

from __future__ import annotations

import datetime
import html
import re
import shutil
from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from graph.checks import FAMILIES, Check, LinesRead, Place, Report, verify
from graph.model import Node, Unread, merged
from maillage.pipeline import read_graph
from viz.report import SEVERITIES, sentence, share_told, verdict, where
from viz.verification import verification_page

PLANS = Path(__file__).parent.parent / "plans"
NASTY = '</style><script>window.hacked=1</script><img src=x onerror="window.hacked=2">\' & "\\'
DOC = "p/plan.txt"
ARGUMENTS = (
    "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync"
)
CONTRASTS = """() => {
  const channel = (c) => (c /= 255) <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  const rgb = (text) => text.match(/[\\d.]+/g).map(Number);
  const light = ([r, g, b]) => 0.2126 * channel(r) + 0.7152 * channel(g) + 0.0722 * channel(b);
  const ground = (e) => {
    for (; e; e = e.parentElement) {
      const colour = rgb(getComputedStyle(e).backgroundColor);
      if (colour.length < 4 || colour[3] > 0) return colour;
    }
    return [255, 255, 255];
  };
  const low = [];
  for (const e of document.querySelectorAll('body *')) {
    if (![...e.childNodes].some((n) => n.nodeType === 3 && n.textContent.trim())) continue;
    const [a, b] = [light(rgb(getComputedStyle(e).color)), light(ground(e))].sort((x, y) => y - x);
    if ((a + 0.05) / (b + 0.05) < 4.5) low.push(e.outerHTML.slice(0, 80));
  }
  return low;
}"""

LINKS = """[
  ...[...document.querySelectorAll('a')].map((e) => e.hash.slice(1)),
  ...[...document.querySelectorAll('[aria-labelledby]')].map((e) => e.getAttribute('aria-labelledby')),
  ...[...document.querySelectorAll('[aria-controls]')].map((e) => e.getAttribute('aria-controls')),
]"""


def plain(text: str) -> str:
    return " ".join(text.replace("\u00a0", " ").replace("\u202f", " ").split())


def nasty() -> Report:
    """A check of each severity, names and sentences that would run as code if they could, a line unread."""
    place = Place(DOC, "ligne 3", f"{NASTY} et la suite")
    unread = Unread(DOC, "ligne 9", NASTY)
    return Report(
        plans=(Node("Plan", "p", {"name": "p", "title": NASTY}),),
        checks=(
            Check("ligne-non-lue", "attention", "p", (Place(DOC, "ligne 9", NASTY),), f"« {NASTY} » : pas compris"),
            Check("code-du-futur", "erreur", "p", (place,), "grave"),
            Check("acteur-cite-une-fois", "info", "p", (place,), "une fois", NASTY),
        ),
        lines=(LinesRead(f"p/{NASTY}.txt", 3, 1, 0),),
        unread=(unread,),
    )


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    if chromium is None:
        pytest.fail("needs Chromium, see .ci/system-packages")
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=chromium, args=ARGUMENTS.split())
        yield opened
        opened.close()


@pytest.fixture
def show(browser: Browser, tmp_path: Path) -> Iterator[Callable[[Report], Page]]:
    """Opens a report's page; at the end, nothing may have been asked of a network nor complained about."""
    context = browser.new_context(viewport={"width": 1280, "height": 900}, offline=True)
    asked: list[str] = []
    complaints: list[str] = []
    pages: list[Page] = []

    def opened(report: Report) -> Page:
        path = tmp_path / "page.html"
        path.write_text(verification_page(report, date=datetime.date(2026, 11, 22)), encoding="utf-8")
        page = context.new_page()
        pages.append(page)
        page.on("request", lambda request: asked.append(request.url))
        page.on("console", lambda message: complaints.append(message.text))
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.goto(path.as_uri())
        return page

    yield opened
    assert [url for url in asked if not url.startswith(("file:", "data:"))] == []
    assert sum(url.startswith("file:") for url in asked) == len(pages)
    assert complaints == []
    context.close()


@pytest.fixture(scope="module")
def real() -> Report:
    return verify(merged(read_graph(PLANS / name) for name in ("albertville-2021", "grand-chambery-2021-2022")))


def test_everything_of_a_document_is_escaped() -> None:
    page = verification_page(nasty())
    assert "<script" not in page
    assert "<img" not in page
    assert page.count("</style>") == 1
    assert verification_page(nasty()) == page


def test_nothing_of_it_runs(show: Callable[[Report], Page]) -> None:
    page = show(nasty())
    assert page.evaluate("window.hacked") is None
    assert NASTY[:20] in page.locator("header").inner_text()


def test_all_families_and_figures_are_on_the_page(show: Callable[[Report], Page], real: Report) -> None:
    page = show(real)
    assert page.locator("h1").inner_text() == "Ce que le document ne dit pas"
    assert page.locator(".family > h2").all_inner_texts() == list(FAMILIES)
    counted = [plain(text) for text in page.locator(".figures li:not(.lines) b").all_inner_texts()]
    assert counted == [str(real.count(severity)) for severity in SEVERITIES]
    assert plain(page.locator(".lines b").inner_text()) == "100 %"
    total = sum(int(text) for text in page.locator(".summary td.number").all_inner_texts())
    assert total == len(real.checks)
    assert page.locator(".kind .do").count() == page.locator(".kind").count()


def test_what_asks_for_a_look_is_open_and_the_rest_folded(show: Callable[[Report], Page], real: Report) -> None:
    page = show(real)
    for severity, seen in (("attention", True), ("info", False)):
        for table in page.locator(f".kind.{severity} .rows").all():
            assert table.is_visible() is seen
    folded = page.locator(".kind.info").first
    folded.locator("summary").click()
    assert folded.locator(".rows").is_visible()


def test_a_folded_page_prints_whole(show: Callable[[Report], Page], real: Report) -> None:
    page = show(real)
    for summary in page.locator(".kind.attention summary").all():
        summary.click()
    page.emulate_media(media="print")
    assert all(table.is_visible() for table in page.locator(".rows").all())
    assert page.locator(".family > h2").all_inner_texts() == list(FAMILIES)
    assert page.locator(".rows tbody tr").count() >= 60
    width = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    assert width == 0


def test_it_can_be_read_by_all(show: Callable[[Report], Page], real: Report) -> None:
    for report in (real, nasty()):
        page = show(report)
        for table in page.locator("details + .rows").all():
            table.evaluate("table => table.previousElementSibling.open = true")
        assert page.evaluate(CONTRASTS) == []
        ids = page.evaluate("[...document.querySelectorAll('[id]')].map(e => e.id)")
        assert len(ids) == len(set(ids))
        assert set(page.evaluate(LINKS)) <= set(ids)
        levels = page.evaluate("[...document.querySelectorAll('h1, h2, h3')].map(e => +e.tagName[1])")
        assert levels[0] == 1
        assert all(after - before <= 1 for before, after in pairwise(levels))
        assert page.locator("th:not([scope])").count() == 0
        page.close()


def test_it_fits_a_narrow_screen(show: Callable[[Report], Page], real: Report) -> None:
    page = show(real)
    page.set_viewport_size({"width": 390, "height": 800})
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


def test_an_empty_report_says_so() -> None:
    text = plain(html.unescape(re.sub(r"<[^>]+>", " ", verification_page(verify(merged([]))))))
    assert "Tout a été lu ; rien ne demande de regard avant la réunion." in text
    assert all(family in text for family in FAMILIES)


def test_places_are_short() -> None:
    lines = [Place(DOC, f"ligne {number}") for number in (3, 5, 8, 13)]
    assert plain(where(lines[:1], False)) == "ligne 3"
    assert plain(where(lines, False)) == "lignes 3, 5, 8 et 13"
    assert plain(where(lines, False, 3)) == "lignes 3, 5, 8…"
    assert plain(where([Place(DOC, "registre, ligne 140"), lines[0]], False)) == "registre, ligne 140 ; ligne 3"
    assert plain(where([Place(DOC, "document")], True)) == "plan.txt, tout le document"
    assert plain(where([lines[0], Place("p/b.txt", "ligne 9")], True)) == "plan.txt, ligne 3 ; b.txt, ligne 9"


def test_sentences_are_cut_around_what_they_are_about() -> None:
    words = [("L'Annexe, ", False), ("La Sauvegarde de l'Enfance", True), (", la CAF", False)]
    told = sentence("".join(piece for piece, _ in words), ["La Sauvegarde", "La Sauvegarde de l'Enfance"])
    assert told == tuple(words)
    long = "mot " * 100 + "Polymatheia" + " fin" * 100
    shown = sentence(long, ["Polymatheia"])
    assert ("Polymatheia", True) in shown
    assert len("".join(piece for piece, _ in shown)) < 320
    assert "".join(piece for piece, marked in sentence(long, []) if not marked).startswith("mot mot")


def test_a_share_is_never_rounded_up_to_all() -> None:
    report = Report((), (), (LinesRead(DOC, 9_999, 1, 0),), (Unread(DOC, "ligne 4", "mots"),))
    assert plain(share_told(report)) == "99,9 %"
    assert (
        plain(verdict(nasty())) == "2 points demandent un regard avant la réunion, dont 1 passage que rien n'a su lire."
    )
