"""The page "Ce que le document ne dit pas": one HTML file that needs no network and no script, and prints on A4."""

from __future__ import annotations

import datetime
from pathlib import Path

import jinja2
from markupsafe import Markup

from graph.checks import Report
from graph.text import slug
from viz import french
from viz.report import SEVERITIES, counts, families, first, lines_told, share_told, verdict

TITLE = "Ce que le document ne dit pas"
TEMPLATES = Path(__file__).parent / "templates"


def verification_page(report: Report, *, date: datetime.date | None = None) -> str:
    """The whole HTML page of a report; the same report and date give the same page."""
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["slug"] = slug
    return environment.get_template("verification.html.j2").render(
        title=TITLE,
        plans=[str(plan.properties.get("title") or plan.name) for plan in report.plans],
        documents=[figure.document.rpartition("/")[2] for figure in report.lines],
        date=french.day(date) if date else "",
        counts=counts(report),
        verdict=verdict(report),
        first=first(report),
        share=report.share,
        percent=share_told(report),
        lines=lines_told(report),
        severities=SEVERITIES,
        families=families(report),
        css=Markup((TEMPLATES / "verification.css").read_text(encoding="utf-8")),  # noqa: S704 - our own file
    )
