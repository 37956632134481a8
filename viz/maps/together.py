"""Who works with whom: a half matrix of the most engaged actors, each cell the objectives that two of them share."""

from __future__ import annotations

from graph.model import Graph
from viz.french import NBSP, count
from viz.maps.meetings import Meetings, meetings
from viz.maps.scene import scenes
from viz.maps.together_draw import Grid, draw, grid, shade
from viz.maps.words import joined
from viz.paper.canvas import Canvas
from viz.paper.chart import Chart, Table
from viz.paper.key import Key
from viz.paper.sheet import Format, Heading, Room, sheet
from viz.style import SLATE

COLUMNS = ("plan", "acteur 1", "acteur 2", "en commun", "liste", "remarque")
KIN = "organisation et service, ou groupe et membre"


def together(graph: Graph, page: Format, source: str) -> Chart:
    """One page a plan: how many objectives (or actions) each pair of the most engaged actors shares."""
    told = [meetings(scene) for scene in scenes(graph)]
    spoken = [met for met in told if met.order] or told[:1]
    pages = [_page(met, page, source, many=len(told) > 1) for met in spoken]
    rows = [row for met in spoken for row in _rows(met)]
    return Chart(f"ensemble-{page.name}", pages[0].title, pages[0].alt, pages, Table(COLUMNS, rows))


def title(met: Meetings) -> str:
    """The pair that shares most, or how many do; computed on pairs that are not of one house."""
    noun, top = met.scene.level, met.top()
    if not top:
        none = "Aucune" if noun == "action" else "Aucun"
        return f"{none} {noun} ne réunit deux acteurs nommés"
    most = len(met.shared[top[0]])
    if most == 1 and len(top) > 1:
        one = "d’une action" if noun == "action" else "d’un objectif"
        return f"Aucune paire d’acteurs ne partage plus {one}"
    if len(top) == 1:
        a, b = (met.names[id_] for id_ in sorted(top[0], key=met.order.index))
        if len(met.ranked()) == 1:
            return f"Une seule paire d’acteurs réunie{NBSP}: {a} et {b}, pour {count(most, noun)}"
        return f"{a} et {b}{NBSP}: {count(most, noun)} en commun, plus que toute autre paire"
    return f"{len(top)} paires d’acteurs à égalité en tête{NBSP}: {count(most, noun)} en commun"


def subtitle(met: Meetings, shown: Grid, *, many: bool) -> str:
    """Who is drawn, who is not, and what is not counted."""
    noun, left = met.scene.level, len(met.order) - len(shown.actors)
    plan = f"{met.scene.title}{NBSP}: " if many and met.scene.title else ""
    if not shown.actors:
        return f"{plan}aucun acteur n’y a de rôle dit." if plan else "Aucun acteur n’a de rôle dit."
    words = f"{plan}{_who(met, shown)}{NBSP}; case{NBSP}: {noun}s en commun{NBSP}; après le nom{NBSP}: {noun}s en tout"
    if left:
        most = max(met.reach[id_] for id_ in met.order if id_ not in shown.actors)
        words += f". {count(left, 'autre acteur', 'autres acteurs')} ({count(most, noun)} au plus) {_in_table(left)}"
    said = f"{words}. Noms génériques non comptés."
    return f"{said[0].upper()}{said[1:]}"


def _who(met: Meetings, shown: Grid) -> str:
    """Those drawn; where others are as engaged as the last of them, they are only some of the most engaged."""
    number, whole = len(shown.actors), len(met.order)
    if number == whole:
        return count(whole, "acteur")
    tied = met.reach[met.order[number - 1]] == met.reach[met.order[number]]
    return (
        f"{number} des acteurs les plus engagés, sur {whole}"
        if tied
        else f"les {number} acteurs les plus engagés sur {whole}"
    )


def _in_table(left: int) -> str:
    return "est dans le tableau" if left == 1 else "sont dans le tableau"


def _page(met: Meetings, page: Format, source: str, *, many: bool) -> Canvas:
    claim = title(met)
    shown = grid(met, page, Room(page.margin, page.margin, page.width - page.margin, page.height - page.margin))
    keys = _keys(met, shown)
    heading = Heading(claim, subtitle(met, shown, many=many), source, _alt(met))
    canvas, room = sheet(page, heading, keys)
    draw(canvas, page, room, met, grid(met, page, room, shown.actors))
    return canvas


def _keys(met: Meetings, shown: Grid) -> list[Key]:
    if not shown.actors or not shown.most:
        return []
    keys = [Key("swatch", "peu en commun", shade(1, shown.most), number="1")] * (shown.most > 1)
    keys.append(Key("swatch", "le plus en commun", SLATE[1], number=str(shown.most)))
    return keys + [Key("hatched", KIN, SLATE[0])] * shown.kin


def _alt(met: Meetings) -> str:
    pairs = [f"{joined([met.names[id_] for id_ in pair])} ({len(met.shared[pair])})" for pair in met.ranked()[:8]]
    return f"Paires qui partagent le plus{NBSP}: {', '.join(pairs)}." if pairs else "Aucune paire."


def _rows(met: Meetings) -> list[list[str | int]]:
    rows: list[list[str | int]] = []
    marks = _marks(met)
    for pair in sorted(met.shared, key=lambda pair: (-len(met.shared[pair]), pair)):
        one, other = sorted(pair, key=met.order.index)
        said = ", ".join(dict.fromkeys(marks.get(target, "–") for target in met.shared[pair]))
        remark = KIN if pair in met.kin else ""
        rows.append([met.scene.title, met.names[one], met.names[other], len(met.shared[pair]), said, remark])
    return rows


def _marks(met: Meetings) -> dict[str, str]:
    scene = met.scene
    found: dict[str, str] = {}
    for target in scene.view.targets:
        mark = scene.marks.get(target.id, "–")
        found |= {target.id: mark} | {action.id: mark for action in scene.view.actions[target.id]}
    return found
