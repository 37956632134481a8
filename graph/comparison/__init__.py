"""What changes between two plans, or two versions of one: matched by words, told in French, kept as data."""

from graph.comparison.change import Change, Passage, Side
from graph.comparison.codes import MIRROR, NAMES, Code
from graph.comparison.compare import compare
from graph.comparison.report import COLUMNS, VIEW, report, rows, summary, view

__all__ = [
    "COLUMNS",
    "MIRROR",
    "NAMES",
    "VIEW",
    "Change",
    "Code",
    "Passage",
    "Side",
    "compare",
    "report",
    "rows",
    "summary",
    "view",
]
