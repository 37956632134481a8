"""What every printed map must stand: nothing covered or clipped, no type too small, the same bytes twice."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path

from graph.model import Graph, merged
from maillage.pipeline import read_graph
from tests.map_plans import MADE
from viz.paper.chart import Chart
from viz.paper.geometry import clipped, overlaps, smallest
from viz.paper.sheet import FORMATS

PLANS = Path(__file__).parent.parent / "plans"
CHAMBERY, ALBERTVILLE = "grand-chambery-2021-2022", "albertville-2021"
SOURCE = "Source : plan.txt, carte du 22/11/2026."


@cache
def real(name: str) -> Graph:
    return read_graph(PLANS / name)


def both() -> Graph:
    return merged([real(ALBERTVILLE), real(CHAMBERY)])


GRAPHS: dict[str, Callable[[], Graph]] = {
    "chambery": lambda: real(CHAMBERY),
    "albertville": lambda: real(ALBERTVILLE),
    "both": both,
    **MADE,
}


def check(chart: Chart, format_: str) -> None:
    least = 9 if format_ == "16x9" else 7
    assert chart.pages
    for page in chart.pages:
        assert not overlaps(page)
        assert not clipped(page, FORMATS[format_].margin - 4)  # type: ignore[index]
        assert smallest(page) >= least
        assert (page.width, page.height) == (FORMATS[format_].width, FORMATS[format_].height)  # type: ignore[index]
        assert SOURCE.split(":")[0].strip() in words(chart)


def words(chart: Chart) -> str:
    """All labels of all pages, on one line, with plain spaces."""
    return " ".join(label.words for page in chart.pages for label in page.labels).replace("\u00a0", " ")


def plain(text: str) -> str:
    return text.replace("\u00a0", " ").replace("\u202f", " ")
