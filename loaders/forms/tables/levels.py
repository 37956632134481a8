"""The levels of a plan above its actions, as columns: axis, what stands between, objective."""

from __future__ import annotations

from loaders.forms.tables.contents import Columns
from loaders.forms.tables.labels import LEVELS, Role, is_stake, key_of

_REPEATED = 0.6
_AXIS = "premier niveau du tableau, lu comme axe"
_OBJECTIVE = "dernier niveau au-dessus des actions, lu comme objectif"
_MIDDLE = "niveau intermédiaire, gardé comme thématique des objectifs"


def settle_levels(columns: Columns) -> None:
    """Gives each column of headings its level: the first is the axis, the last the objective, others lie between."""
    _on_the_right(columns)
    _stakes(columns)
    levels = columns.having(*LEVELS)
    roles = [columns.columns[position].role for position in levels]
    if len(levels) < 2 or len(levels) == len(set(roles)) == 2:
        return
    for position in levels[1:-1]:
        columns.give(position, Role.MIDDLE, _MIDDLE)
    _give(columns, levels[0], Role.THEME, _AXIS)
    _give(columns, levels[-1], Role.OBJECTIVE, _OBJECTIVE)


def _give(columns: Columns, position: int, role: Role, message: str) -> None:
    if columns.columns[position].role != role:
        columns.give(position, role, message)


def _on_the_right(columns: Columns) -> None:
    """Right of the actions, a heading is one where its cells repeat and nothing on the left is; else it is aside."""
    left = {columns.columns[i].role for i in columns.having(*LEVELS) if i < columns.measure}
    for position in [i for i in columns.having(*LEVELS) if i > columns.measure]:
        content, column = columns.content[position], columns.columns[position]
        repeated = content.distinct <= _REPEATED * content.filled or column.role == Role.THEME
        if column.role in left or not repeated or key_of(column.label).startswith("priorite"):
            columns.give(position, Role.ASIDE)
        left.add(column.role)


def _stakes(columns: Columns) -> None:
    """ "Enjeux" are a level only where there is no other of their rank."""
    stakes = [i for i in columns.having(Role.OBJECTIVE) if is_stake(columns.columns[i].label)]
    if len(columns.having(Role.OBJECTIVE)) > len(stakes):
        for position in stakes:
            columns.give(position, Role.ASIDE)
