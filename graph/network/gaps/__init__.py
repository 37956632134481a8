"""What a plan leaves out: cells of axis × kind × place with nobody, objectives with few partners, pairs apart."""

from graph.network.gaps.coverage import COVERAGE_COLUMNS, EVERYWHERE, coverage
from graph.network.gaps.few import FEW_COLUMNS, SHARE_COLUMNS, few_partners, partners_per_action
from graph.network.gaps.notes import ABSENCE, notes
from graph.network.gaps.sentences import SENTENCE_COLUMNS, sentences
from graph.network.gaps.strangers import COUNT_COLUMNS, ONE_IN, PAIR_COLUMNS, pair_counts, strangers
from graph.network.gaps.uncovered import UNCOVERED_COLUMNS, uncovered

__all__ = [
    "ABSENCE",
    "COUNT_COLUMNS",
    "COVERAGE_COLUMNS",
    "EVERYWHERE",
    "FEW_COLUMNS",
    "ONE_IN",
    "PAIR_COLUMNS",
    "SENTENCE_COLUMNS",
    "SHARE_COLUMNS",
    "UNCOVERED_COLUMNS",
    "coverage",
    "few_partners",
    "notes",
    "pair_counts",
    "partners_per_action",
    "sentences",
    "strangers",
    "uncovered",
]
