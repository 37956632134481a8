"""The table twin of a map of roles: one row an actor and target, and who counts how much."""

from __future__ import annotations

from collections.abc import Sequence

from viz.maps.scene import Link, Role, Scene
from viz.maps.words import typographic
from viz.paper.chart import Table
from viz.targets import title_of

NAMED_ROLES: dict[Role, str] = {"pilot": "pilote", "partner": "partenaire", "both": "pilote et partenaire"}
COLUMNS = ("Plan", "Axe", "N°", "Objectif", "Acteur", "Rôle", "Fondement", "Actions")


def tie_table(told: Sequence[Scene]) -> Table:
    """One row a role, in the order of the plans; a target without an actor has one row with none.

    `Actions`: those that a role was counted in, where the plan names actors action by action; else nothing.
    """
    return Table(COLUMNS, [row for scene in told for row in _rows(scene)])


def _rows(scene: Scene) -> list[list[str | int | None]]:
    found: list[list[str | int | None]] = []
    for axis, targets in scene.columns:
        for target in targets:
            head = [scene.title, typographic(axis.label), scene.marks[target.id], typographic(title_of(target))]
            links = scene.by_target.get(target.id, [])
            found += [[*head, *_cells(scene, link)] for link in links] or [[*head, "aucun acteur", "", "", None]]
    return found


def _cells(scene: Scene, link: Link) -> list[str | int | None]:
    told = link.actions if scene.level == "action" else None
    ground = "écrit" if link.stated else "lu dans les actions"
    return [scene.names[link.actor], NAMED_ROLES[link.role], ground, told]
