"""A benchmark told: a table for the terminal, JSON for programs, and a picture of how times grow."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from statistics import median
from typing import Any

import matplotlib as mpl
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.ticker import FuncFormatter, NullLocator
from rich import box
from rich.table import Table

from bench.runner import Timing, environment
from graph.french import grouped

OURS, THEIRS = "#0072B2", "#A34800"
COLUMNS = 5
UNITS = ((1.0, "s"), (1e-3, "ms"), (1e-6, "µs"))


def table(timings: Sequence[Timing]) -> Table:
    """The stages at one size: medians, their ratio, what it has to reach, and how far the results lie apart."""
    first = timings[0]
    sizes = f"{grouped(first.actors)} acteurs, {grouped(first.targets)} objectifs, {grouped(first.ties)} liens"
    plans = "1 plan" if first.plans == 1 else f"{grouped(first.plans)} plans"
    shown = Table("étape", title=f"{plans} : {sizes}", title_justify="left", box=box.SIMPLE_HEAD, pad_edge=False)
    for heading in ("NetworkX", "Maillage", "rapport", "cible", "écart"):
        shown.add_column(heading, justify="right", no_wrap=True)
    for timing in timings:
        shown.add_row(timing.case.title, *_cells(timing), style=None if timing.equal else "red")
    return shown


def _cells(timing: Timing) -> list[str]:
    return [
        duration(median(timing.reference)) if timing.reference else "–",
        duration(median(timing.ours)),
        times(timing.ratio),
        "–" if timing.target is None else f"{times(timing.target)} {_verdict(timing)}",
        "–" if timing.gap is None else f"{timing.gap:.0e}",
    ]


def _verdict(timing: Timing) -> str:
    return "atteinte" if (timing.ratio or 0) >= (timing.target or 0) else "manquée"


def duration(seconds: float) -> str:
    """Two or three figures and a unit: 3,4 s; 1 s; 250 ms."""
    unit, name = next((unit for unit in UNITS if seconds >= unit[0]), UNITS[-1])
    value = seconds / unit
    return f"{value:.0f} {name}" if value >= 10 else f"{value:.2g} {name}".replace(".", ",")


def times(ratio: float | None) -> str:
    """46 ×, or 1,1 ×."""
    return "–" if ratio is None else f"{ratio:.{0 if ratio >= 10 else 1}f} ×".replace(".", ",")


def write(timings: Sequence[Timing], folder: Path, seed: int) -> list[Path]:
    """`bench.json` and `bench.svg` in a folder, made if need be."""
    folder.mkdir(parents=True, exist_ok=True)
    data = {"seed": seed, "environment": environment(), "results": [timing.data() for timing in timings]}
    (folder / "bench.json").write_text(json.dumps(data, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    with mpl.rc_context({"svg.hashsalt": "bench", "font.size": 9}):
        plot(timings).savefig(folder / "bench.svg", metadata={"Date": None})
    return [folder / "bench.json", folder / "bench.svg"]


def plot(timings: Sequence[Timing]) -> Figure:
    """A panel a stage, on one scale: seconds against actors, NetworkX dashed above ours."""
    stages: dict[str, list[Timing]] = {}
    for timing in timings:
        stages.setdefault(timing.case.title, []).append(timing)
    rows = -(-len(stages) // COLUMNS)
    figure = Figure(figsize=(13, 0.8 + 2.6 * rows), layout="constrained")
    panels = figure.subplots(rows, COLUMNS, sharex=True, sharey=True, squeeze=False).flat
    for panel, (title, sizes) in zip(panels, stages.items(), strict=False):
        _panel(panel, title, sizes)
    for panel in list(panels)[len(stages) :]:
        panel.set_visible(False)
    figure.suptitle("Temps de processeur selon le nombre d'acteurs (échelles logarithmiques)", fontsize=12)
    figure.supxlabel("acteurs")
    figure.legend(*_legend(figure.axes), loc="outside lower right", ncols=2, frameon=False)
    return figure


def _panel(panel: Axes, title: str, sizes: Sequence[Timing]) -> None:
    actors = [timing.actors for timing in sizes]
    panel.plot(actors, [median(timing.ours) for timing in sizes], "o-", color=OURS, label="Maillage")
    compared = [timing for timing in sizes if timing.reference]
    if compared:
        theirs = [median(timing.reference) for timing in compared]
        panel.plot([timing.actors for timing in compared], theirs, "s--", color=THEIRS, label="NetworkX")
        title += f"\n{times(compared[-1].ratio)} plus rapide à {grouped(compared[-1].actors)} acteurs"
    panel.set_title(title, fontsize=9)
    panel.set(xscale="log", yscale="log", xticks=actors)
    panel.xaxis.set_minor_locator(NullLocator())
    panel.xaxis.set_major_formatter(FuncFormatter(lambda value, _: grouped(round(value))))
    panel.yaxis.set_major_formatter(FuncFormatter(lambda value, _: duration(value)))
    panel.grid(visible=True, alpha=0.3)


def _legend(panels: Sequence[Axes]) -> tuple[list[Any], list[str]]:
    found: dict[str, Any] = {}
    for panel in panels:
        for handle, label in zip(*panel.get_legend_handles_labels(), strict=True):
            found.setdefault(label, handle)
    return list(found.values()), list(found)
