"""What a plan does not say, or says oddly: pure functions from a graph to checks, each with place, words and remedy."""

from graph.checks.check import SEVERITIES, Check, Place
from graph.checks.kinds import FAMILIES, KINDS, Kind, kind_of
from graph.checks.lines import LinesRead
from graph.checks.report import Report, to_data, verify

__all__ = [
    "FAMILIES",
    "KINDS",
    "SEVERITIES",
    "Check",
    "Kind",
    "LinesRead",
    "Place",
    "Report",
    "kind_of",
    "to_data",
    "verify",
]
