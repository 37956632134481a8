"""Where the plan acts: places in rows, axes in columns, actions and objectives counted, what has no place said."""

from __future__ import annotations

import math

from graph.model import Graph
from graph.text import fold
from viz.french import NBSP, count
from viz.maps.places_data import Row, Territory, territory
from viz.maps.places_draw import draw, held
from viz.maps.scene import scenes
from viz.paper.canvas import Canvas
from viz.paper.chart import Chart, Table
from viz.paper.sheet import Format, Heading, sheet

COLUMNS = ("plan", "lieu", "nature", "axe", "actions", "objectifs", "rangs des objectifs")


def places(graph: Graph, page: Format, source: str) -> Chart | None:
    """One page a plan that names places, more where they need it; None where none does."""
    found = [told for scene in scenes(graph) if (told := territory(graph, scene)).rows]
    if not found:
        return None
    pages = [canvas for told in found for canvas in _pages(told, page, source, many=len(found) > 1)]
    rows = [row for told in found for row in _rows(told)]
    return Chart(f"lieux-{page.name}", pages[0].title, pages[0].alt, pages, Table(COLUMNS, rows))


def title(told: Territory) -> str:
    """How many actions have no place, and the place that has most."""
    if not told.total:
        return f"{count(len(told.rows), 'lieu', 'lieux')} nommés, aucune action".replace(
            "1\u00a0lieu nommés", "1\u00a0lieu nommé"
        )
    return f"{_nowhere(told)}{NBSP}; {_most(told)}"


def _nowhere(told: Territory) -> str:
    if not told.without:
        return "Toutes les actions ont un lieu écrit"
    if told.without == told.total:
        return "Aucune action n’a de lieu écrit"
    return f"{count(told.without, 'action')} sur {told.total} sans lieu écrit"


def _most(told: Territory) -> str:
    most = max(row.actions for row in told.rows)
    if not most:
        return f"{count(len(told.rows), 'lieu nommé', 'lieux nommés')} sans action"
    first = sorted((row.name for row in told.rows if row.actions == most), key=fold)
    actions = count(most, "action")
    if len(first) == 1:
        head = "en tête" if len(told.rows) > 1 else "seul lieu nommé"
        return f"{head}{NBSP}: {first[0]} ({actions})"
    who = " et ".join(first) if len(first) == 2 else f"{len(first)} lieux"
    return f"en tête à égalité{NBSP}: {who} ({actions} chacun)"


def subtitle(told: Territory, part: str, *, many: bool) -> str:
    """How many places, what a cell says, and those where nothing is located."""
    plan = f"{told.scene.title}{NBSP}: " if many and told.scene.title else ""
    empty = sum(not row.cells for row in told.rows)
    number = count(len(told.rows), "lieu", "lieux")
    said = f"{plan}{number}{NBSP}; en gras les actions situées, puis les numéros de leurs objectifs"
    if empty:
        said += f"{NBSP}; {count(empty, 'lieu nommé', 'lieux nommés')} sans action ni objectif"
    said += f". Une action dans deux lieux compte dans chacun.{part}"
    return f"{said[0].upper()}{said[1:]}"


def _pages(told: Territory, page: Format, source: str, *, many: bool) -> list[Canvas]:
    claim = title(told)
    alt = _alt(told)
    _, room = sheet(page, Heading(claim, subtitle(told, "", many=many), source, alt), [])
    number = math.ceil(len(told.rows) / held(page, room, told))
    most = math.ceil(len(told.rows) / number)
    chunks: list[list[Row]] = [told.rows[i : i + most] for i in range(0, len(told.rows), most)]
    pages = []
    for i, rows in enumerate(chunks):
        part = f" Page {i + 1} sur {len(chunks)}." if len(chunks) > 1 else ""
        canvas, room = sheet(page, Heading(claim, subtitle(told, part, many=many), source, alt), [])
        draw(canvas, page, room, told, rows)
        pages.append(canvas)
    return pages


def _alt(told: Territory) -> str:
    rows = sorted(told.rows, key=lambda row: (-row.actions, fold(row.name)))
    return f"Actions par lieu{NBSP}: {', '.join(f'{row.name} ({row.actions})' for row in rows)}."


def _rows(told: Territory) -> list[list[str | int]]:
    found: list[list[str | int]] = []
    nowhere = Row(
        "sans lieu écrit", "", told.nowhere, told.without, sum(len(c.objectives) for c in told.nowhere.values())
    )
    for row in [*told.rows, nowhere]:
        for axis in told.scene.view.axes:
            if cell := row.cells.get(axis.id):
                marks = ", ".join(cell.objectives)
                head = [told.scene.title, row.name, row.kind, told.axis_label(axis)]
                found.append([*head, len(cell.actions), len(cell.objectives), marks])
        found.append([told.scene.title, row.name, row.kind, "tous", row.actions, row.objectives, ""])
    return found
