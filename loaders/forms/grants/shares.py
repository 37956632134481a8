"""Grants to several beneficiaries: each row prints the whole amount, and the part of it that goes to its beneficiary.

The published schema says so of `montant` ("calculé avant répartition entre les bénéficiaires") and of
`pourcentageSubvention`: added up as printed, such rows would count the same money several times.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from decimal import Decimal

from loaders.forms.grants.grant import Grant, Tally
from loaders.forms.grants.problems import Problems, exact_euros

_NEARLY = Decimal("0.02")
SHARED = "parts d'autres bénéficiaires, imprimées sur chaque ligne"


def apply_shares(grants: Iterable[Grant], problems: Problems, tally: Tally, column: str) -> None:
    """Give each beneficiary its part where rows of one decision print one amount, and their parts make it whole."""
    groups: defaultdict[tuple[str, ...], list[Grant]] = defaultdict(list)
    for grant in grants:
        if grant.share is not None and grant.share != 1:
            groups[grant.grantor.name, grant.reference, str(grant.printed), grant.date or "", grant.year].append(grant)
    for rows in groups.values():
        if _make_a_whole(rows):
            for grant in rows:
                _apply(grant, problems, tally, column)
        else:
            for grant in rows:
                problems.add("part-non-appliquee", grant.row, column, _percent(grant.share))


def _make_a_whole(rows: list[Grant]) -> bool:
    """True for rows of one reference, to different beneficiaries, whose parts add up to all of the amount."""
    names = {grant.beneficiary.number.siret or grant.beneficiary.name for grant in rows}
    total = sum((grant.share or Decimal(0) for grant in rows), Decimal(0))
    return bool(rows[0].reference) and 1 < len(rows) == len(names) and abs(total - 1) <= _NEARLY


def _apply(grant: Grant, problems: Problems, tally: Tally, column: str) -> None:
    if grant.amount is None or grant.share is None:
        return
    part = grant.amount * grant.share
    tally.set_aside(SHARED, grant.amount - part)
    problems.add("part-appliquee", grant.row, column, _percent(grant.share), exact_euros(part))
    grant.amount = part


def _percent(share: Decimal | None) -> str:
    return f"{((share or Decimal(0)) * 100).normalize():f} %".replace(".", ",")
