"""What a person can filter the interactive map by: kinds, states, themes, places, documents, foundations."""

from __future__ import annotations

from typing import Any

from graph.schema import ACTOR_KINDS
from graph.text import fold
from viz import french, style
from viz.interactive.stage import Data
from viz.view import View


def choices(seen: View, data: Data) -> Data:
    """By name, the values of each group of boxes; a group of one value, which parts nothing, is empty."""
    objectives = data["objectives"].values()
    ties = [*data["ties"], *data["action_ties"]]
    places = {place for row in [*objectives, *data["actions"].values()] for place in row["places"]}
    told = {source["document"] for tie in [*ties, *data["funds"]] for source in tie["sources"] if source["document"]}
    written = {tie["basis"].startswith("écrit") for tie in ties}
    return {
        "kinds": _kinds(seen),
        "statuses": _statuses(data["objectives"]),
        "themes": _named({row["theme"] for row in objectives if row["theme"]}, "sans thématique"),
        "places": _named(places, "sans lieu écrit"),
        "told": _named(told)[: len(told) * (len(told) > 1)],
        "bases": [("oui", "écrit"), ("non", "déduit d’une phrase")] if len(written) > 1 else [],
    }


def _named(values: set[str], none: str = "") -> list[tuple[str, str]]:
    """Value and label of each, and of what has none."""
    rows = [(value, value) for value in sorted(values, key=fold)]
    return [*rows, ("", none)] if rows and none else rows


def _kinds(seen: View) -> list[dict[str, Any]]:
    """The kinds of the actors drawn, in the schema's order: value, label, shape and colours, for legend and filter."""
    present = {style.kind_of(actor) for actor in seen.actors}
    french_names = {kind.name: kind.french for kind in ACTOR_KINDS}
    looks = style.shapes(sorted(present))
    return [
        {
            "value": "" if kind == style.UNKNOWN_KIND else kind,
            "label": french_names.get(kind, kind[:1].upper() + kind[1:]),
            "shape": shape,
            "fill": fill,
            "border": border,
        }
        for kind, (shape, (fill, border)) in looks.items()
        if kind in present
    ]


def _statuses(objectives: dict[str, Any]) -> list[tuple[str, str]]:
    """The states of actions found in the objectives: the schema's own first, and objectives without any action last."""
    found = {group["status"]: group["label"] for o in objectives.values() for group in o["actions"]}
    known = [status for status in french.STATUSES if status and status in found]
    rows = [(status, found[status]) for status in known]
    rows += [(status, found[status]) for status in sorted(found) if status not in known]
    if any(not o["actions"] for o in objectives.values()):
        rows.append(("aucune", "sans action"))
    return rows
