"""Money on paper: who pays for what, drawn to scale, with the table whose sums are checked."""

from viz.money.flows import Money, money
from viz.money.sankey import sankey

__all__ = ["Money", "money", "sankey"]
