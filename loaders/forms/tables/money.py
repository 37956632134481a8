"""Columns of money: whose each is, which amounts go with which funders, and which figure is the action's budget."""

from __future__ import annotations

import re

from graph.text import fold
from loaders.forms.tables.contents import Columns
from loaders.forms.tables.labels import Role, key_of, year_of
from loaders.forms.tables.payers import payer_of, rank_of
from loaders.forms.values.financing import financing
from loaders.forms.values.sums import read_sum

_MAY_BE_MONEY = (
    Role.MARK,
    Role.OTHER,
    Role.STATUS,
    Role.BUDGET,
    Role.FINANCING,
    Role.PLACE,
    Role.PARTNERS,
    Role.PILOTS,
)

_AMOUNT = re.compile(r"(?:montant|somme|subvention|part|aide|participation|financement)s?\b")
_ONE_FUNDER = re.compile(r"(?:co-?)?financeur(?:\s*n?°?\s*\d+)?$|organisme financeur$|qui (?:finance|paie)$")
_OUTCOME = re.compile(r" (?:demand|sollicit|accord|obtenu|attribu|vote|notifi|propos|verse)\w*$")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_ASKED, _PAST = 2, 3
_FEWEST = 2
_RANK = re.compile(r"(?:n°\s*)?(\d{1,2})$")
_BEST = (re.compile(r"(?:cout|budget|montant) (?:\w+ )?total|total"), re.compile(r"cout"), re.compile(r"budget"))


def settle_money(columns: Columns) -> None:
    """Settles all columns of money."""
    _named_after(columns)
    _told_in_words(columns)
    _by_year(columns)
    _pairs(columns)
    _one_a_payer(columns)
    _budget(columns)


def _named_after(columns: Columns) -> None:
    """Columns of figures under the name of who gives: "Ville", "État", "Subvention CAF"."""
    for position, column in enumerate(columns.columns):
        if position <= columns.measure or column.role not in _MAY_BE_MONEY or column.named:
            continue
        payer = payer_of(column.label)
        if (payer or year_of(column.label)) and _is_money(columns, position):
            columns.give(position, Role.GIVEN if payer else Role.BUDGET_PART, item=payer or column.label)


def _told_in_words(columns: Columns) -> None:
    """Columns of means and the like in which names stand beside sums: "ARS : 12 000 €"."""
    for position in columns.having(Role.ASIDE, Role.OTHER):
        cells = columns.cells(position)
        telling = sum(bool(financing(cell).named) for cell in cells)
        if telling >= _FEWEST and 3 * telling >= len(cells) and rank_of(columns.columns[position].label) != _PAST:
            columns.give(position, Role.FINANCING, "des sommes et ceux qui les apportent, lus comme un financement")


def _is_money(columns: Columns, position: int) -> bool:
    """True where most cells that say something are figures, as money is written."""
    said = [read_sum(cell) for cell in columns.cells(position)]
    sums = sum(given.euros is not None or given.share is not None for given in said)
    return sums > 0 and 2 * sums > sum(not given.unsaid for given in said)


def _by_year(columns: Columns) -> None:
    """ "Budget 2025", "Budget 2026": parts of the budget, where the same words name a year each and no other sum."""
    found = columns.having(Role.BUDGET)
    keys = [key_of(columns.columns[i].label) for i in found]
    if len(found) > 1 and all(map(_YEAR.search, keys)) and len({_YEAR.sub("", key) for key in keys}) == 1:
        for position in found if len(set(keys)) == len(keys) else ():
            columns.give(position, Role.BUDGET_PART, item=columns.columns[position].label)


def _pairs(columns: Columns) -> None:
    """The amount that goes with a funder: of the same number, beside a column of one funder, or granted by it."""
    funders = columns.having(Role.FUNDERS)
    ranks = {_rank(columns.columns[i].label): i for i in reversed(funders) if _rank(columns.columns[i].label)}
    single = [i for i in funders if _ONE_FUNDER.match(key_of(columns.columns[i].label))]
    for position in columns.having(Role.BUDGET):
        label = columns.columns[position].label
        if not _AMOUNT.match(key_of(label)) and not _rank(label):
            continue
        beside = position - 1 if position - 1 in single else None
        funder = ranks.get(_rank(label)) if _rank(label) else beside
        if funder is not None:
            columns.give(position, Role.AMOUNT, item=str(funder))
    _of_the_only(columns, single)


def _of_the_only(columns: Columns, single: list[int]) -> None:
    """Sums asked for and granted are no budget: they are those of the only funder, the granted ones first."""
    outcomes = [
        i for i in columns.having(Role.BUDGET, Role.FINANCING) if _OUTCOME.search(key_of(columns.columns[i].label))
    ]
    free = [i for i in columns.having(Role.BUDGET) if key_of(columns.columns[i].label).startswith("montant")]
    found = outcomes or (free if len(free) == 1 else [])
    paired = {columns.columns[i].item for i in columns.having(Role.AMOUNT)}
    alone = single[0] if len(single) == 1 and str(single[0]) not in paired else None
    best = min(found, key=lambda i: rank_of(columns.columns[i].label), default=None)
    for position in found:
        if position == best and alone is not None:
            columns.give(position, Role.AMOUNT, item=str(alone))
        elif position in outcomes and columns.columns[position].role == Role.BUDGET:
            columns.give(position, Role.ASIDE, "somme demandée ou accordée, qui n'est pas le budget : non comptée")


def _rank(label: str) -> str:
    found = _RANK.search(key_of(label))
    return found[1] if found else ""


def _one_a_payer(columns: Columns) -> None:
    """Of several columns of one payer, the sum that is granted counts, not the one asked for, nor last year's."""
    by_payer: dict[str, list[int]] = {}
    for position in columns.having(Role.GIVEN):
        by_payer.setdefault(fold(columns.columns[position].item), []).append(position)
    for positions in by_payer.values():
        ranks = {i: rank_of(f"{columns.columns[i].group} {columns.columns[i].label}") for i in positions}
        if min(ranks.values()) == _ASKED:
            for position in positions:
                columns.say(position, "sommes demandées, qui ne sont pas acquises : à vérifier")
        for position in positions:
            if ranks[position] > min(ranks.values()) or ranks[position] == _PAST:
                columns.give(position, Role.ASIDE, "somme demandée ou d'une autre année, non comptée")


def _budget(columns: Columns) -> None:
    """One column is the action's budget: its total, its cost, else the first."""
    found = columns.having(Role.BUDGET)
    if not found:
        return
    kept = min(found, key=lambda i: (_quality(columns.columns[i].label), i))
    for position in found:
        if position != kept:
            label = columns.columns[kept].label
            columns.give(position, Role.ASIDE, f"le budget est lu dans « {label} », ces sommes ne sont pas comptées")


def _quality(label: str) -> int:
    key = key_of(label)
    return next((rank for rank, words in enumerate(_BEST) if words.match(key)), len(_BEST))
