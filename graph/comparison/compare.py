"""The comparison of two graphs: every change, in the order of the plan."""

from __future__ import annotations

from graph.comparison.alignment import align
from graph.comparison.change import Change
from graph.comparison.links import link_changes
from graph.comparison.money import money_changes
from graph.comparison.outline import outline_changes
from graph.comparison.roles import role_changes
from graph.comparison.scene import Scene
from graph.comparison.ties import tie_changes
from graph.comparison.values import value_changes
from graph.model import Graph


def compare(a: Graph, b: Graph) -> list[Change]:
    """What changes from one plan, or set of plans, to another; nothing for two that say the same.

    Two plans of two territories, two years or two versions of one. Line numbers, ids, quotations and the mere
    reading of unchanged words (who a name is, how a list is cut) are no changes. `compare(b, a)` is the mirror of
    `compare(a, b)`: the same changes, before and after exchanged, under the codes of `MIRROR`. Pure and
    deterministic.
    """
    scene = Scene(align(a, b))
    outline_changes(scene)
    value_changes(scene)
    role_changes(scene)
    money_changes(scene)
    tie_changes(scene)
    link_changes(scene)
    return scene.changes
