"""The map of one actor: what it leads, what it helps, with whom, and the money it gives and receives."""

from __future__ import annotations

from collections.abc import Sequence

from graph.errors import InputError
from graph.model import Graph, Node
from viz.french import NBSP, count
from viz.maps.ego_data import Ego, ego_of, purse
from viz.maps.ego_draw import draw
from viz.maps.ego_layout import Sheet, paged
from viz.maps.scene import scenes
from viz.maps.words import typographic
from viz.money.flows import money
from viz.money.words import Names
from viz.paper.canvas import Canvas
from viz.paper.chart import Chart, Table
from viz.paper.key import Key
from viz.paper.sheet import Format, Heading, sheet
from viz.paper.type import wrap
from viz.style import SLATE
from viz.targets import title_of

COLUMNS = ("plan", "partie", "rang", "intitulé", "rôle ou montant", "nombre", "remarque")
NOUNS = {"objectif": "objectif", "action": "action", "tous": "cible"}
ROLES = {"pilot": "pilote", "partner": "partenaire", "both": "pilote et partenaire"}


def ego(graph: Graph, actor_id: str, page: Format, source: str) -> Chart:
    """The map of an actor: one page a plan where it has a role, more where its targets need them.

    `InputError` where the graph has no such actor.
    """
    actor = graph.index().get(actor_id)
    if actor is None or actor.label != "Actor":
        action = "Choisissez un acteur de la liste donnée par « maillage mesures »."
        raise InputError(f"aucun acteur « {actor_id} » dans ce graphe", action=action)
    found = [shown for scene in scenes(graph) if (shown := ego_of(scene, actor))]
    funds, names = money(graph), Names(graph)
    lines = purse(funds, names, graph, actor_id)
    pages: list[Canvas] = []
    for shown in found:
        pages += _pages(shown, page, source, lines if shown is found[0] else [], many=len(found) > 1)
    if not found:
        pages = [_alone(actor, page, source, lines)]
    table = Table(COLUMNS, [row for shown in found for row in _rows(shown)] + _money_rows(lines))
    return Chart(f"acteur-{_slug(actor_id)}-{page.name}", pages[0].title, pages[0].alt, pages, table)


def _slug(actor_id: str) -> str:
    return actor_id.replace("/", "-")


def title(shown: Ego) -> str:
    """ "État : pilote de 6 objectifs, partenaire de 11 autres, aux côtés de 88 acteurs"."""
    noun, helped = NOUNS[shown.level], shown.count - shown.pilot
    parts = []
    if shown.pilot:
        parts.append(f"pilote {_of(shown.pilot, noun, noun)}")
    if helped:
        parts.append(f"partenaire {_of(helped, 'autre' if shown.pilot else noun, noun)}")
    beside = f"aux côtés {_of(len(shown.peers), 'acteur', 'acteur')}" if shown.peers else "sans autre acteur"
    return f"{typographic(shown.actor.name)}{NBSP}: {', '.join([*parts, beside])}"


def _of(number: int, words: str, noun: str) -> str:
    """ "de 6 objectifs", "d’un objectif", "d’une action", "d’un autre"."""
    one = "d’une" if noun == "action" else "d’un"
    return f"{one} {words}" if number == 1 else f"de {count(number, words)}"


def subtitle(shown: Ego, *, many: bool) -> str:
    """Of how many, by how many mentions, and what is not counted in the title."""
    noun = NOUNS[shown.level]
    said = [f"{shown.count} {count(shown.of, noun)}".replace(f"{shown.count} ", f"{shown.count} sur ", 1)]
    said.append(f"{count(shown.mentions, 'mention')} dans le document")
    if shown.actions:
        said.append(f"un rôle aussi dans {count(shown.actions, 'action')}")
    if shown.level == "action" and shown.scene.level == "objectif":
        said.append("aucun rôle dit pour un objectif entier")
    plan = f"{shown.scene.title}{NBSP}: " if many and shown.scene.title else ""
    return f"{plan}{f'{NBSP}; '.join(said)}."


def _pages(
    shown: Ego, page: Format, source: str, lines: Sequence[tuple[str, list[str]]], *, many: bool
) -> list[Canvas]:
    claim, under = title(shown), subtitle(shown, many=many)
    pages: list[Canvas] = []
    heading = Heading(claim, under, source, _alt(shown, under))
    _, room = sheet(page, heading, _keys(shown))
    chunks = paged(shown, page, room)
    for i, chunk in enumerate(chunks):
        words = under if len(chunks) == 1 else f"{under} Page {i + 1} sur {len(chunks)}."
        canvas, room = sheet(page, Heading(claim, words, source, _alt(shown, under)), _keys(shown))
        draw(Sheet(canvas, page, room, shown), chunk, lines if i == 0 else [], first=i == 0)
        pages.append(canvas)
    return pages


def _keys(shown: Ego) -> list[Key]:
    roles = {part.role for part in shown.parts if part.counted}
    keys = [Key("pilot-line", "cet acteur pilote")] * bool(roles & {"pilot", "both"})
    keys += [Key("partner-line", "cet acteur partenaire")] * ("partner" in roles)
    if any(not part.counted for part in shown.parts):
        keys.append(Key("deduced-line", "rôle dans une action seulement, non compté"))
    if shown.peers:
        held = {role for peer in shown.peers for role in peer.roles.values()}
        keys += [Key("swatch", "l’autre pilote", SLATE[0], number="1")] * bool(held & {"pilot", "both"})
        keys += [Key("outlined", "l’autre partenaire", SLATE[0], number="1")] * ("partner" in held)
    return keys


def _alt(shown: Ego, under: str) -> str:
    peers = ", ".join(f"{peer.name} ({peer.shared})" for peer in shown.peers[:10])
    return f"{under} Le plus souvent avec{NBSP}: {peers}." if peers else under


def _alone(actor: Node, page: Format, source: str, lines: Sequence[tuple[str, list[str]]]) -> Canvas:
    """The page of an actor without any role."""
    name = typographic(actor.name)
    claim = f"{name}{NBSP}: aucun rôle de pilote ni de partenaire{_money_claim(lines)}"
    said = "Le document le cite sans lui donner de rôle dans un objectif ni dans une action."
    canvas, room = sheet(page, Heading(claim, said, source), [])
    y = room.top + page.body * 2
    for head, rows in lines:
        canvas.text((room.left, y), head, page.body * 1.2, weight=700)
        told = [line for row in rows for line in wrap(row, page.body, room.width, 2)]
        y = canvas.lines((room.left, y + page.body * 1.6), told, page.body) + page.body
    return canvas


def _money_claim(lines: Sequence[tuple[str, list[str]]]) -> str:
    """What an actor without a role is there for, where it is money."""
    heads = [head for head, _ in lines]
    said = ["cité parmi les financeurs"] * ("Apporte" in heads) + ["bénéficiaire"] * ("Reçoit" in heads)
    return f"{NBSP}; {' et '.join(said)}" if said else ""


def _rows(shown: Ego) -> list[list[str | int]]:
    plan = title_of(shown.scene.plan) if shown.scene.plan else ""
    rows: list[list[str | int]] = []
    for part in shown.parts:
        remark = "" if part.counted else "rôle dans une action seulement, non compté"
        rows.append([plan, "engagement", part.mark, title_of(part.target), ROLES[part.role], part.mentions, remark])
    noun = f"{NOUNS[shown.level]}s en commun"
    for rank, peer in enumerate(shown.peers, 1):
        marks = [part.mark for part in shown.parts if part.target.id in peer.roles]
        rows.append([plan, "avec", str(rank), peer.name, noun, peer.shared, ", ".join(marks)])
    return rows


def _money_rows(lines: Sequence[tuple[str, list[str]]]) -> list[list[str | int]]:
    return [["", head.lower(), "", row, "", "", ""] for head, rows in lines for row in rows]
