"""The fishbone (« arête »): pilots | objectives by axis | partners, on one page or several in each format."""

from __future__ import annotations

from graph.model import Graph
from viz import basis
from viz.french import NBSP, count
from viz.maps import claims
from viz.maps.fishbone_draw import draw
from viz.maps.fishbone_layout import lay_out, roomy
from viz.maps.fishbone_parts import Band, Layout, measures
from viz.maps.fishbone_place import Frame, frame, place_bands, place_tags
from viz.maps.fishbone_tags import tags
from viz.maps.scene import Scene, scenes
from viz.maps.ties import tie_table
from viz.paper.canvas import INK, Canvas
from viz.paper.chart import Chart
from viz.paper.key import Key
from viz.paper.sheet import Format, Heading, sheet


def fishbone(graph: Graph, page: Format, source: str) -> Chart:
    """Who leads and who helps each objective, in one format; plans follow each other, each on pages of its own.

    `source` is the foot of every page. Names that do not fit beside the boxes stand in them; the table has all.
    """
    told = scenes(graph)
    pages = [canvas for scene in told for canvas in _pages(scene, page, source)]
    title = pages[0].title if len(told) == 1 else f"Qui pilote quoi dans {count(len(told), 'plan')}"
    return Chart(f"arete-{page.name}", title, _alt(told), pages, tie_table(told))


def _alt(told: list[Scene]) -> str:
    words = [f"{scene.title or 'Plan'}{NBSP}: {claims.figures(scene)}." for scene in told]
    return f"Pilotes à gauche, objectifs par axe au centre, partenaires à droite. {' '.join(words)}"


def _pages(scene: Scene, page: Format, source: str) -> list[Canvas]:
    _, room = sheet(page, _heading(scene, source, (2, 2)), _keys(scene))
    for measure in measures(scene, page):
        laid = frame(scene, page, room, measure)
        layout = lay_out(scene, measure, laid.words, laid.height)
        if roomy(layout, measure, laid.height):
            break
    every = len(layout.pages)
    return [_page(scene, page, source, (laid, layout), (bands, i, every)) for i, bands in enumerate(layout.pages, 1)]


def _page(
    scene: Scene, page: Format, source: str, made: tuple[Frame, Layout], part: tuple[list[Band], int, int]
) -> Canvas:
    bands, i, every = part
    trial, layout = made
    canvas, room = sheet(page, _heading(scene, source, (i, every)), _keys(scene))
    laid = frame(scene, page, room, trial.measure)
    place_bands(bands, laid)
    shown = {box.target.id for band in bands for box in band.boxes}
    led, helped = (
        place_tags(tags(scene, laid.measure, shown, layout, pilot=pilot), bands, laid) for pilot in (True, False)
    )
    _heads(canvas, scene, page, layout, laid, nobody=not helped)
    draw(canvas, scene, bands, (led, helped), laid)
    return canvas


def _heading(scene: Scene, source: str, part: tuple[int, int]) -> Heading:
    told = [part_ for part_ in (scene.title, f"qui pilote, qui accompagne{NBSP}: {claims.figures(scene)}") if part_]
    words = " – ".join(told) + "."
    if claims.notice(scene):
        words += f" {claims.notice(scene)}"
    if part[1] > 1:
        words += f" Page {part[0]} sur {part[1]}."
    return Heading(claims.pilot_claim(scene), words[0].upper() + words[1:], claims.foot(scene, source, _figures(scene)))


def _figures(scene: Scene) -> str:
    """What the figure beside a name counts."""
    if not scene.bearers:
        return ""
    one, e = claims.noun(scene), "e" if scene.level == "action" else ""
    sides = f"{one}s piloté{e}s à gauche, accompagné{e}s à droite"
    if not any(bearer.pilot for bearer in scene.bearers):
        sides = f"{one}s accompagné{e}s"
    return f"Le chiffre après un nom{NBSP}: {sides}, dans tout le plan."


def _keys(scene: Scene) -> list[Key]:
    keys = []
    if any(link.stated and link.role != "partner" for link in scene.links):
        keys.append(Key("pilot-line", "pilote", INK))
    if any(link.stated and link.role != "pilot" for link in scene.links):
        keys.append(Key("partner-line", "partenaire", INK))
    if any(not link.stated for link in scene.links):
        keys.append(Key("deduced-line", basis.legend(scene.view), INK))
    return keys


def _heads(canvas: Canvas, scene: Scene, page: Format, layout: Layout, laid: Frame, *, nobody: bool) -> None:
    y, size = laid.top - page.body * 0.9, page.small + 0.5
    if laid.pilots is not None:
        at = f" d’au moins {layout.pilots_from} objectifs" if layout.pilots_from > 1 else ""
        canvas.text((laid.pilots, y), f"Pilotes{at}", size, weight=600, anchor="end")
    if scene.targets:
        canvas.text(((laid.left + laid.right) / 2, y), _middle(scene), size, weight=600, anchor="middle")
    if laid.partners is not None:
        at = f" d’au moins {layout.partners_from} objectifs" if layout.partners_from > 1 else ""
        words = f"Partenaires{NBSP}: dans les cases" if nobody and at else f"Partenaires{at}"
        canvas.text((laid.partners, y), words, size, weight=600)


def _middle(scene: Scene) -> str:
    objectives = sum(target.label == "Objective" for target in scene.targets)
    by_axis = ", par axe" if any(axis.node for axis, _ in scene.columns) else ""
    return f"{count(objectives, 'objectif')}{by_axis}"
