"""From the graph of a plan to a two-mode network (actors, and what they commit to) and its measures."""

from graph.network.choices import COUNTED, Choices
from graph.network.levels import plans_counted, usual_level
from graph.network.proof import Evidence, evidence
from graph.network.ranking import COLUMNS, DEFAULTS, commitments
from graph.network.twomode import BASES, LEVELS, ROLES, Level, actor_ids, organisations, target_ids, two_mode

__all__ = [
    "BASES",
    "COLUMNS",
    "COUNTED",
    "DEFAULTS",
    "LEVELS",
    "ROLES",
    "Choices",
    "Evidence",
    "Level",
    "actor_ids",
    "commitments",
    "evidence",
    "organisations",
    "plans_counted",
    "target_ids",
    "two_mode",
    "usual_level",
]
