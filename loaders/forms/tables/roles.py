"""What the cells of a table's column are, and what a column is."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Role(StrEnum):
    """What the cells of a column are."""

    THEME = "theme"
    MIDDLE = "middle"
    """A level between axis and objective: "Sous-axe", "Objectif stratégique" above "Objectif opérationnel"."""
    OBJECTIVE = "objective"
    MEASURE = "measure"
    SUB_ACTION = "sub_action"
    RESPONSE = "response"
    DESCRIPTION = "description"
    MARK = "mark"
    STATUS = "status"
    PILOTS = "pilots"
    SERVICES = "services"
    PARTNERS = "partners"
    FUNDERS = "funders"
    FINANCING = "financing"
    """Who pays and how much, in words: "Plan de financement"."""
    AMOUNT = "amount"
    """What the funder of another column gives."""
    GIVEN = "given"
    """What the one that the column is named after gives."""
    BUDGET = "budget"
    BUDGET_PART = "budget_part"
    START = "start"
    END = "end"
    SCHEDULE = "schedule"
    YEAR = "year"
    PLACE = "place"
    PEOPLE = "people"
    ASIDE = "aside"
    """Said in plans, and with no place in the graph: indicators, publics, means, notes."""
    NUMBER = "number"
    OTHER = "other"


ACTOR_ROLES = (Role.PILOTS, Role.PARTNERS, Role.FUNDERS)
HEADING_ROLES = (Role.THEME, Role.MIDDLE, Role.OBJECTIVE, Role.MEASURE)
LEVELS = (Role.THEME, Role.MIDDLE, Role.OBJECTIVE)
SET_ASIDE = (Role.ASIDE, Role.PEOPLE)


@dataclass(frozen=True)
class Column:
    """A column: its label as printed (lines of a header joined), what it holds, and where the label stands.

    `group` is the label that spans it and its neighbours; `item`, whom, what or when it is named after ("CAF", "2025");
    `origin`, the position of the column in which its words were packed, if they were.
    """

    label: str
    role: Role
    locator: str
    group: str = ""
    item: str = ""
    origin: int | None = None

    @property
    def named(self) -> bool:
        """True where the column stands for one thing, so that its crosses say something of it."""
        return bool(self.item)
