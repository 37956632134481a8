"""How nodes and ties of the network map look: shapes, sizes, labels, and the room that each takes up."""

from __future__ import annotations

import functools
import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from graph.model import Node
from graph.schema import ACTOR_KINDS
from viz.layout import Box
from viz.targets import LOOSE_NOUN, AxisView, numbered
from viz.text_width import text_width, wrap

FONT = "'Segoe UI', Roboto, 'Helvetica Neue', Arial, 'Liberation Sans', sans-serif"
INK = "#1B2733"
SLATE = ("#44546A", "#2C3848")  # fill and border of an actor's mark
PALE_SLATE = ("#A9B8CC", "#44546A")  # the second kind that shares a shape
NO_SLATE = ("#E3E8EE", "#6B7A8C")  # a kind that is not given, or that the schema does not know
UNKNOWN_KIND = "type non précisé"
# `active` is the width next to what is selected; `opacity` holds where nothing is.
LINES: dict[str, dict[str, dict[str, Any]]] = {
    "stated": {
        "PILOTS": {"width": 2.6, "active": 2.6, "dashes": False, "opacity": 0.9},
        "PARTNERS": {"width": 1.1, "active": 1.9, "dashes": [4, 4], "opacity": 0.5},
        "both": {"width": 3.2, "active": 3.2, "dashes": [14, 4], "opacity": 0.9},
    },
    "deduced": {
        "PILOTS": {"width": 3.2, "active": 3.6, "dashes": [3.2, 7], "opacity": 0.75},
        "PARTNERS": {"width": 2, "active": 2.4, "dashes": [2, 7], "opacity": 0.6},
        "both": {"width": 3.2, "active": 3.6, "dashes": [3.2, 7], "opacity": 0.75},
    },
}
_MARK_GAP = 2
_BOX_PADDING = 6
_AROUND_ACTOR, _AROUND_OBJECTIVE = 9, 13  # free space, so that lines can be followed between labels


@dataclass(frozen=True)
class Look:
    """A node ready to draw: vis-network options but for its place, its box, and how far the mark is off the centre."""

    options: dict[str, Any]
    box: Box
    rise: float


def mix(colour: str, share: float) -> str:
    """A colour laid thin on white: share 0 is white, 1 the colour itself. Both are "#RRGGBB"."""
    channels = [int(colour[i : i + 2], 16) for i in (1, 3, 5)]
    return "#" + "".join(f"{round(255 - (255 - channel) * share):02X}" for channel in channels)


def kind_of(actor: Node) -> str:
    """The actor's kind as the schema names it, as printed where the schema does not know it, or "type non précisé"."""
    return str(actor.properties.get("kind") or UNKNOWN_KIND)


def shapes(kinds: list[str]) -> dict[str, tuple[str, tuple[str, str]]]:
    """Shape and (fill, border) of each kind; where two kinds share a shape, the later one is pale."""
    found: dict[str, tuple[str, tuple[str, str]]] = {}
    taken: set[str] = set()
    for kind in ACTOR_KINDS:
        found[kind.name] = (kind.shape, PALE_SLATE if kind.shape in taken else SLATE)
        taken.add(kind.shape)
    others = {kind: ("dot", NO_SLATE) for kind in kinds if kind not in found}
    return found | others


def objective_look(objective: Node, axis: AxisView) -> Look:
    """A box with number and title, in the colours of its axis; dashed where it stands for actions without objective."""
    size = 12.0
    rows = wrap(numbered(objective), size, 158, 3)
    width = max(text_width(row, size) for row in rows) + 2 * _BOX_PADDING
    height = len(rows) * size + 2 * _BOX_PADDING  # vis-network sets lines solid
    options = {
        "label": "\n".join(rows),
        "shape": "box",
        "margin": _BOX_PADDING,
        "borderWidth": 2,
        "shapeProperties": {"borderDashes": [5, 4] if objective.properties.get("noun") == LOOSE_NOUN else False},
        "color": {"background": "#FFFFFF" if axis.hollow else mix(axis.fill, 0.2), "border": axis.fill},
        "font": {"size": size, "color": INK, "face": FONT},
    }
    return Look(options, Box(objective.id, width + _AROUND_OBJECTIVE, height + _AROUND_OBJECTIVE), 0.0)


def actor_look(
    actor: Node, commitments: int, look: tuple[str, tuple[str, str]], *, named_for: int | None = None
) -> Look:
    """A mark whose surface grows with the number of commitments, its name below.

    The name is set for that number too, or for `named_for`, so that a mark can grow while its name stands as it was.
    """
    shape, (fill, border) = look
    radius, size = radius_of(commitments), _font_size(commitments if named_for is None else named_for)
    generic = bool(actor.properties.get("generic"))
    rows = _rows(actor.name, size)
    width = max(2 * radius, *(text_width(row, size) for row in rows))
    label_height = len(rows) * size
    height = 2 * radius + _MARK_GAP + label_height
    options = {
        "label": "\n".join(rows),
        "shape": shape,
        "size": radius,
        "borderWidth": 1.5,
        "shapeProperties": {"borderDashes": [3, 2] if generic else False},
        "color": {"background": "#FFFFFF" if generic else fill, "border": border},
        "font": {"size": size, "color": INK, "face": FONT, "strokeWidth": 3, "strokeColor": "#FFFFFF"},
    }
    return Look(options, Box(actor.id, width + _AROUND_ACTOR, height + _AROUND_ACTOR), -(_MARK_GAP + label_height) / 2)


@functools.lru_cache(maxsize=20_000)
def _rows(name: str, size: float) -> tuple[str, ...]:
    """The same name is set for each view of a page."""
    return tuple(wrap(name, size, 9.5 * size, 3))


def actor_looks(
    actors: Iterable[Node], ends: Mapping[str, set[str]], named_for: Mapping[str, set[str]] | None = None
) -> list[Look]:
    """Looks of the actors that are tied to anything; `ends` and `named_for`: by actor, what it is tied to."""
    present = list(actors)
    known = shapes([kind_of(actor) for actor in present])
    names = named_for or ends
    return [
        actor_look(actor, len(ends[actor.id]), known[kind_of(actor)], named_for=len(names[actor.id]))
        for actor in present
        if actor.id in ends
    ]


def radius_of(commitments: int) -> float:
    """Half the width of an actor's mark, in pixels at zoom 1."""
    return round(min(4.5 + 2.6 * math.pow(commitments, 0.62), 24.0), 1)


def _font_size(commitments: int) -> float:
    return round(min(10.5 + 0.75 * (max(commitments, 1) - 1), 18), 1)


def tie_look(types: frozenset[str], axis: AxisView, *, stated: bool = True) -> dict[str, Any]:
    """One line for a pair: thick for a pilot, thin dashes for a partner, thick long dashes for both.

    Dots, thick or thin, where no list states the role.
    """
    role = "both" if len(types) > 1 else next(iter(types))
    line = LINES["stated" if stated else "deduced"][role]
    return {"color": axis.fill, "width": line["width"], "dashes": line["dashes"]}
