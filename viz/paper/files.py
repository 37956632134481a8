"""Charts as files: one PDF of all pages, or an image a page."""

from __future__ import annotations

import datetime
from collections.abc import Sequence

from viz.paper import press
from viz.paper.chart import Chart


def chart_files(
    charts: Sequence[Chart], stem: str, suffix: str, date: datetime.date | None = None
) -> dict[str, str | bytes]:
    """Contents by file name, for `suffix` ".pdf", ".svg" or ".png"; images of several pages are numbered."""
    pages = [page for chart in charts for page in chart.pages]
    if suffix == ".pdf":
        return {f"{stem}.pdf": press.pdf(pages, charts[0].title, date)}
    names = [stem] if len(pages) == 1 else [f"{stem}-{number}" for number in range(1, len(pages) + 1)]
    made = press.svg if suffix == ".svg" else press.png
    return {f"{name}{suffix}": made(page) for name, page in zip(names, pages, strict=True)}
