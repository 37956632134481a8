"""A view of the interactive map: what it asks, and the nodes that it draws with their places."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from viz.layout import Places
from viz.style import Look

Data = dict[str, Any]


@dataclass(frozen=True)
class Stage:
    """One view. `nodes` are vis-network nodes; `empty` says, in French, why there is nothing to see in it."""

    id: str
    label: str
    question: str
    nodes: list[Data]
    empty: str = ""

    def data(self) -> Data:
        """What the page gets."""
        return {"id": self.id, "label": self.label, "question": self.question, "nodes": self.nodes}


def placed(looks: Iterable[Look], places: Places | Mapping[str, tuple[float, float]]) -> list[Data]:
    """Nodes as vis-network takes them, each mark lifted so that mark and name together stand at their place."""
    return [
        {
            "id": look.box.id,
            **look.options,
            "x": places[look.box.id][0],
            "y": round(places[look.box.id][1] + look.rise, 1),
        }
        for look in looks
    ]
