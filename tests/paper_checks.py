"""What every printed chart must keep to, and the real plans to draw."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from graph.model import Graph
from maillage.pipeline import read_graphs
from viz.paper.chart import Chart
from viz.paper.geometry import clipped, overlaps, smallest
from viz.paper.sheet import Format

PLANS = Path(__file__).parent.parent / "plans"


@cache
def real_plan(*names: str) -> Graph:
    """The plans of these folders, read once; not to be changed."""
    return read_graphs([PLANS / name for name in names])


def look(chart: Chart, page: Format) -> None:
    """No label covers another, leaves the margin or is too small; the title stands on every page; rows fit columns."""
    least = 9 if page.name == "16x9" else 7
    for canvas in chart.pages:
        assert (canvas.width, canvas.height) == (page.width, page.height)
        assert not overlaps(canvas)
        assert not clipped(canvas, page.margin - 2)
        assert smallest(canvas) >= least
        assert canvas.title
        assert canvas.alt
    assert all(len(row) == len(chart.table.columns) for row in chart.table.rows)
    assert chart.title == chart.pages[0].title


def told_of(chart: Chart) -> list[str]:
    """All words of a chart, in the order drawn, with plain spaces."""
    return [label.words.replace("\u00a0", " ").replace("\u202f", " ") for page in chart.pages for label in page.labels]
