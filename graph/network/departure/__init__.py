"""And if this partner leaves? What a plan loses: objectives, actions, money, the network in one piece."""

from graph.network.departure.leaving import Departure, Piece, departure
from graph.network.departure.risks import RISK_COLUMNS, RISK_ORDER, risks

__all__ = ["RISK_COLUMNS", "RISK_ORDER", "Departure", "Piece", "departure", "risks"]
