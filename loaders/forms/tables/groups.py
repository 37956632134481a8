"""Labels that span several columns, and what each column below them is: "Financeurs" over "Ville", "CAF"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from loaders.cells import Row
from loaders.forms.tables.labels import key_of, role_of, state_of, year_of
from loaders.forms.tables.payers import instrument_of, is_body, is_total, payer_of
from loaders.forms.tables.roles import SET_ASIDE, Column, Role
from loaders.forms.values.dates import period

_MONEY = (Role.FUNDERS, Role.FINANCING, Role.BUDGET)
_LISTS = (Role.PILOTS, Role.PARTNERS, Role.PLACE)
_SPANNING = (*_MONEY, *_LISTS, Role.SCHEDULE, Role.STATUS, Role.ASIDE, Role.PEOPLE)
_KEPT_UNDER_MONEY = (Role.START, Role.END, Role.SCHEDULE, Role.NUMBER, Role.FUNDERS, Role.FINANCING)
_NATURE = re.compile(
    r"(?:depenses?|frais|charges?|fonctionnement|investissement|prestations?|personnel|etudes?|travaux)\b"
)
_OUTCOME = re.compile(r"(?:demande|sollicite|accorde|obtenu|acquis|vote|prevu|realise|pressenti|mobilise)\w*$")


def group_of(rows: Sequence[Row], position: int) -> str:
    """The label above a column that spans it with others; "" where its own label is all there is.

    Words that announce local responses, printed above those of measures, name the column themselves: they span none.
    """
    labelled = [rank for rank, row in enumerate(rows) if row.cell(position)]
    if not labelled:
        return ""
    lowest = labelled[-1]
    for row, below in zip(reversed(rows[:lowest]), [rows[lowest]] * lowest, strict=True):
        if (label := row.over(position) or _spanning(row, below, position)) and label != below.cell(position):
            return "" if _answers(label, row, rows[lowest], position) else label
    return ""


def _answers(label: str, row: Row, below: Row, position: int) -> bool:
    start = next((place for place in range(position, -1, -1) if row.cell(place)), position)
    return role_of(label) == Role.RESPONSE and role_of(below.cell(start)) == Role.MEASURE


def _spanning(row: Row, below: Row, position: int) -> str:
    """The nearest label on the left in a row, where every column from there has a label below, and there are two."""
    start = next((place for place in range(position, -1, -1) if row.cell(place)), None)
    if start is None or not all(below.cell(place) for place in range(start, position + 1)):
        return ""
    two = position > start or (not row.cell(start + 1) and below.cell(start + 1))
    return row.cell(start) if two else ""


def spans(label: str) -> bool:
    """True for a label that says what the columns below it are."""
    return role_of(label) in _SPANNING or is_total(label)


def grouped(group: str, label: str, locator: str) -> Column:
    """The column under a label that spans it."""
    role = role_of(group)
    if role is None and is_body(group) and instrument_of(label):
        return of_payer(group, label, locator)
    if role in _MONEY:
        return _of_money(group, label, locator)
    if role in _LISTS:
        own = role_of(label)
        kept = own not in (None, Role.PLACE, Role.STATUS, Role.THEME, Role.BUDGET)
        return Column(label, own, locator, group) if kept and own else Column(label, role, locator, group, label)
    if role == Role.SCHEDULE:
        return _of_time(group, label, locator)
    if role == Role.STATUS and state_of(label):
        return Column(label, role, locator, group, label)
    own = role_of(label)
    if role in (Role.ASIDE, Role.PEOPLE):
        return Column(label, own or Role.ASIDE, locator, group)
    return Column(label, own or Role.MARK, locator, group)


def of_payer(payer: str, label: str, locator: str) -> Column:
    """The column of one payer's money by one instrument: "Prêt" under "ANRU"."""
    return Column(f"{payer} – {label}", Role.GIVEN, locator, payer, payer_of(payer, grouped=True))


def _of_money(group: str, label: str, locator: str) -> Column:
    own, key = role_of(label), key_of(label)
    if own in (*_KEPT_UNDER_MONEY, Role.BUDGET, *SET_ASIDE, Role.DESCRIPTION) and not payer_of(label):
        return Column(label, own, locator, group)
    if year_of(label) or _NATURE.match(key):
        return Column(label, Role.BUDGET_PART, locator, group, label)
    if _OUTCOME.match(key):
        return Column(label, Role.BUDGET, locator, f"{group} – {label}")
    payer = payer_of(label, grouped=True)
    return Column(label, Role.GIVEN, locator, group, payer) if payer else Column(label, Role.BUDGET, locator, group)


def _of_time(group: str, label: str, locator: str) -> Column:
    own = role_of(label)
    if own in (Role.START, Role.END, Role.SCHEDULE):
        return Column(label, own, locator, group)
    if period(label):
        return Column(label, Role.YEAR, locator, group, label)
    return Column(label, own or Role.ASIDE, locator, group)
