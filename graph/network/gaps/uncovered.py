"""Cells of axis × kind of actor × place with nobody, in the order in which a committee would look at them."""

from __future__ import annotations

from collections import defaultdict
from itertools import chain
from typing import Any

import pandas as pd

from graph.model import Graph
from graph.network.choices import Choices
from graph.network.gaps.coverage import EVERYWHERE, axis_cells
from graph.network.gaps.outline import UNKNOWN, Outline, outline
from graph.network.gaps.places import empty_axes, empty_cells, empty_places, in_order, territories

Row = dict[str, Any]

UNCOVERED_COLUMNS = {
    "plan": "str",
    "lacune": "str",
    "axe": "str",
    "titre": "str",
    "type": "str",
    "lieu": "str",
    "nature": "str",
    "objectifs": "int64",
    "actions": "int64",
    "situees": "int64",
    "acteurs": "int64",
    "ailleurs": "int64",
    "noms_ailleurs": "object",
    "axes_ailleurs": "object",
    "nommes": "object",
    "inconnus": "int64",
    "cites": "object",
    "emplacements": "object",
}


def uncovered(graph: Graph, choices: Choices = EVERYWHERE) -> pd.DataFrame:
    """The cells where nobody is named, one row a cell; what each row compares with is what makes it a gap.

    First the axes of a plan, then its places, city-policy districts (QPV) first. `lacune` says which cell is empty:

    - "axe": nobody at all has a role in the axis;
    - "axe × type": nobody of a kind that has a role elsewhere in the plan (the kinds of most axes first);
    - "lieu": the plan names the place, and locates nothing in it, or nothing that names an actor;
    - "axe × lieu", "axe × nature": nothing of the axis is located in that area although it is in another of its kind,
      or in no area of that kind; an axis that locates nothing says nothing, and facilities are left out;
    - "axe × type × lieu": something of the axis is located in the area, with nobody (`type` empty), or with nobody of a
      kind that has a role elsewhere in the axis; ties to the objective as a whole do not count there.

    `objectifs`, `actions`: what the cell holds (the axis, or what is located in the place), so that a zero can be
    weighed; `acteurs`: actors with a role in it, `inconnus`: those of unknown kind, each of which may be of the kind
    that is missing; `situees`, for places: how many of the objectives and actions a sentence locates anywhere.
    `ailleurs`: actors of the kind in the rest of the plan (or of the axis, for a place), or areas of the kind that the
    axis reaches (that the plan has, for "axe × nature"). `noms_ailleurs`: names of those actors; `axes_ailleurs`:
    printed numbers of the other axes where the kind is. `nommes`: for a place, names of those with a role there.
    `cites`: names of those (of the kind, where one is given) mentioned in the cell without a role in it.
    `emplacements`: for a place, where the document says it of what it locates there.

    Not named is not absent: a document need not say who acts, nor where. Places of unknown kind are left out.
    """
    laid = outline(graph, choices)
    by_axis = _by_axis(laid)
    rows: list[Row] = []
    for territory in territories(graph, laid):
        rows += by_axis.get(territory.plan, [])
        rows += in_order(territory, chain(empty_places(territory), empty_axes(territory), empty_cells(territory)))
    return pd.DataFrame([_DEFAULTS | row for row in rows], columns=list(UNCOVERED_COLUMNS)).astype(UNCOVERED_COLUMNS)


_DEFAULTS: dict[str, Any] = {
    name: 0 if type_ == "int64" else [] if type_ == "object" else "" for name, type_ in UNCOVERED_COLUMNS.items()
}


def _by_axis(laid: Outline) -> dict[str, list[Row]]:
    """Plan → the empty cells of its axes in order; in an axis, the kinds that are in most other axes first."""
    found: defaultdict[str, list[Row]] = defaultdict(list)
    for cells in axis_cells(laid):
        zeros = [cell for cell in cells if not cell["acteurs"] and cell["type"] != UNKNOWN]
        zeros.sort(key=lambda cell: (-len(cell["autres_axes"]), -cell["acteurs_plan"]))
        bare = not cells[0]["acteurs_axe"]
        found[cells[0]["plan"]] += [_bare(laid, cells[0])] if bare else map(_of_kind, zeros)
    return found


def _bare(laid: Outline, cell: Row) -> Row:
    return _of_axis(cell) | {"lacune": "axe", "cites": laid.names(laid.only_cited(laid.below[cell["id"]]))}


def _of_axis(cell: Row) -> Row:
    return {name: cell[name] for name in ("plan", "axe", "titre", "objectifs", "actions")}


def _of_kind(cell: Row) -> Row:
    told = {"type": cell["type"], "ailleurs": cell["acteurs_plan"], "axes_ailleurs": cell["autres_axes"]}
    same = ("noms_ailleurs", "inconnus", "cites")
    named = {name: cell[name] for name in same} | {"acteurs": cell["acteurs_axe"]}
    return _of_axis(cell) | told | named | {"lacune": "axe × type"}
