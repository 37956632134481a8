"""One sheet an axis (« fiche d’axe »): its objectives with who carries them, what is done, with what, where."""

from __future__ import annotations

from graph.model import Graph
from graph.text import slug
from viz import basis
from viz.french import NBSP
from viz.maps import claims
from viz.maps.axis_content import Content, Row, claim, contents, state_words
from viz.maps.axis_draw import draw, figures_height, heads_height
from viz.maps.axis_layout import Line, lay_out
from viz.maps.scene import Scene, scenes
from viz.paper.canvas import Canvas
from viz.paper.chart import Chart, Table
from viz.paper.key import Key
from viz.paper.sheet import Format, Heading, sheet

TABLE = ("Plan", "Axe", "N°", "Objectif", "Pilotes", "Partenaires", "Actions", "États des actions", "Outils", "Lieux",
         "Argent écrit dans le plan", "Fragilités")  # fmt: skip


def axis_sheets(graph: Graph, page: Format, source: str) -> list[Chart]:
    """One chart an axis, in the order of the plans, in one format; none where the graph has no objective and no action.

    `source` is the foot of every page. What has no axis in a plan makes a sheet too.
    """
    told = scenes(graph)
    return [_chart(content, page, source, several=len(told) > 1) for scene in told for content in contents(scene)]


def _chart(content: Content, page: Format, source: str, *, several: bool) -> Chart:
    drawn = _pages(content, page, source)
    mark = content.scene.axis_marks[content.axis.id].lower()
    name = "sans-axe" if mark == "–" else f"axe-{mark}"
    plan = content.scene.plan
    prefix = f"{slug(plan.id)}-" if several and plan else ""
    alt = f"Un objectif par ligne{NBSP}: pilotes, partenaires, actions, outils, lieux, argent, fragilités."
    table = Table(TABLE, [_cells(content, row) for row in content.rows])
    return Chart(f"{prefix}{name}-{page.name}", drawn[0].title, alt, drawn, table)


def _pages(content: Content, page: Format, source: str) -> list[Canvas]:
    keys = _keys(content.scene, content)
    _, room = sheet(page, _heading(content, source, (2, 2)), keys)
    height = room.height - figures_height(page.name) - heads_height(page.name)
    parts = lay_out(content.rows, page.name, room.width, height)
    return [_page(content, page, source, part, (i, len(parts))) for i, part in enumerate(parts, 1)]


def _page(content: Content, page: Format, source: str, part: list[Line], place: tuple[int, int]) -> Canvas:
    canvas, room = sheet(page, _heading(content, source, place), _keys(content.scene, content))
    draw(canvas, content, page.name, room, part)
    return canvas


def _heading(content: Content, source: str, place: tuple[int, int]) -> Heading:
    scene = content.scene
    label = scene.axis_label(content.axis)
    words = " – ".join(part for part in (label, scene.title) if part) + "."
    if claims.notice(scene):
        words += f" {claims.notice(scene)}"
    if place[1] > 1:
        words += f" Page {place[0]} sur {place[1]}."
    return Heading(claim(content), words, claims.foot(scene, source, _money_note(content)))


def _money_note(content: Content) -> str:
    if not any(row.money for row in content.rows):
        return ""
    return "Montants tels que le plan les écrit, sans addition\u00a0; un même montant peut servir plusieurs objectifs."


def _keys(scene: Scene, content: Content) -> list[Key]:
    states = {state for row in content.rows for state, number in row.states.items() if number}
    fill = content.axis.fill
    keys = []
    if "en_cours" in states:
        keys.append(Key("swatch", "actions en cours", fill))
    if "a_developper" in states:
        keys.append(Key("hatched", "actions à développer", fill))
    if any(row.fragile for row in content.rows):
        keys.append(Key("shape", "fragilité", shape="triangle"))
    if any(not link.stated for row in content.rows for link in scene.by_target.get(row.target.id, [])):
        keys.append(Key("deduced-line", f"acteurs{NBSP}: {basis.legend(scene.view)}"))
    return keys


def _cells(content: Content, row: Row) -> list[str | int]:
    lists = (row.tools, row.places, row.money, row.fragile)
    return [
        content.scene.title,
        content.scene.axis_label(content.axis),
        row.mark,
        row.title,
        " ; ".join(row.pilots),
        " ; ".join(row.partners),
        row.actions,
        " ; ".join(state_words(row.states)),
        *(" ; ".join(items) for items in lists),
    ]
