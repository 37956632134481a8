"""The matrix: actors × objectives, a mark where an actor has a role, totals in the margins."""

from __future__ import annotations

from graph.model import Graph
from viz import basis
from viz.french import NBSP, count
from viz.maps import claims
from viz.maps.matrix_draw import draw
from viz.maps.matrix_layout import Grid, Pair, grid, pages
from viz.maps.roster import roster
from viz.maps.scene import Bearer, Scene, scenes
from viz.maps.ties import tie_table
from viz.paper.canvas import INK, Canvas
from viz.paper.chart import Chart
from viz.paper.key import Key
from viz.paper.sheet import Format, Heading, sheet
from viz.paper.type import wrap


def matrix(graph: Graph, page: Format, source: str) -> Chart:
    """Who has a role in what, in one format; plans follow each other, each on pages of its own.

    The most engaged actors have a row, as many as the page holds; pages of names follow for the others. `source` is
    the foot of every page.
    """
    told = scenes(graph)
    drawn = [canvas for scene in told for canvas in _pages(scene, page, source)]
    title = drawn[0].title if len(told) == 1 else f"Qui intervient où dans {count(len(told), 'plan')}"
    return Chart(f"matrice-{page.name}", title, _alt(told), drawn, tie_table(told))


def _alt(told: list[Scene]) -> str:
    words = [f"{scene.title or 'Plan'}{NBSP}: {claims.figures(scene)}." for scene in told]
    return f"Acteurs en lignes, objectifs en colonnes, par axe. {' '.join(words)}"


def _pages(scene: Scene, page: Format, source: str) -> list[Canvas]:
    parts = pages(scene, page)
    drawn: list[Canvas] = []
    others: list[Bearer] = []
    for i, part in enumerate(parts, 1):
        canvas, laid = _sheet(scene, page, source, part, (i, len(parts)))
        _corner(canvas, scene, laid)
        if scene.targets:
            draw(canvas, scene, laid)
        drawn.append(canvas)
        others = laid.others
    return drawn + roster(scene, page, source, others)


def _sheet(scene: Scene, page: Format, source: str, part: list[Pair], place: tuple[int, int]) -> tuple[Canvas, Grid]:
    """An empty page and its grid. The heading says how many actors have a row, and takes room from them."""
    every = len(scene.bearers)
    keys = _keys(scene, page)
    rows: int | None = None
    while True:
        heading = _heading(scene, source, (every - 1 if rows is None else rows, every), place)
        canvas, room = sheet(page, heading, keys)
        laid = grid(scene, page, room, part, rows)
        if rows is not None and len(laid.rows) == rows:
            return canvas, laid
        rows = len(laid.rows)


def _heading(scene: Scene, source: str, shown: tuple[int, int], part: tuple[int, int]) -> Heading:
    words = [scene.title] * bool(scene.title) + [claims.figures(scene)]
    told = " – ".join(words) + "."
    rows, every = shown
    if 0 < rows < every:
        told += f" En lignes, {count(rows, 'acteur')} sur {every}, {_which(scene, rows)}{NBSP}; les autres à la suite."
    if claims.notice(scene):
        told += f" {claims.notice(scene)}"
    if part[1] > 1:
        told += f" Objectifs, partie {part[0]} sur {part[1]}."
    return Heading(claims.reach_claim(scene), told[0].upper() + told[1:], claims.foot(scene, source))


def _which(scene: Scene, rows: int) -> str:
    """By what the actors that have a row were chosen."""
    last, following = scene.bearers[rows - 1].count, scene.bearers[rows].count
    if last > following:
        return f"ceux d’au moins {count(last, claims.noun(scene))}"
    return "les plus engagés (à égalité, par ordre alphabétique)"


def _keys(scene: Scene, page: Format) -> list[Key]:
    stated = {link.role for link in scene.links if link.stated}
    names = {"pilot": "pilote", "both": "pilote et partenaire", "partner": "partenaire"}
    keys = [Key(role, label, INK) for role, label in names.items() if role in stated]
    if any(not link.stated for link in scene.links):
        keys.append(Key("deduced-line", _deduced(scene), INK))
    for axis, _ in scene.columns:
        if axis.node:
            mark = scene.axis_marks[axis.id]
            label = scene.axis_label(axis).removeprefix(f"{mark}. ")
            if page.name == "16x9":  # a slide keeps its room for the rows; paper has titles whole
                label = wrap(label, page.small, 215, 1)[0]
            keys.append(Key("swatch", label, axis.fill, number=mark))
    return keys


def _deduced(scene: Scene) -> str:
    """What a dotted edge says, and what stands within it."""
    told = f"bord pointillé{NBSP}: {basis.legend(scene.view)}"
    inside = [f"plein{NBSP}: pilote"] * any(not link.stated and link.role != "partner" for link in scene.links)
    inside += [f"chiffre{NBSP}: nombre d’actions"] * (scene.level == "action")
    return f"{NBSP}; ".join([told, *inside])


def _corner(canvas: Canvas, scene: Scene, laid: Grid) -> None:
    """What the bars count, over them."""
    if not laid.rows:
        return
    x, size = laid.right + 12, laid.measure.title
    noun = "Actions" if scene.level == "action" else "Objectifs"
    led = any(bearer.pilot for bearer in scene.bearers)
    canvas.text((x, laid.top - 5 - size * 1.35 * led), noun, size, weight=700)
    if led:
        canvas.rect((x, laid.top - 5 - size * 0.75), (size * 0.8, size * 0.8), fill=INK)
        piloted = "pilotées" if scene.level == "action" else "pilotés"
        canvas.text((x + size * 1.15, laid.top - 5), piloted, size, colour=INK)
