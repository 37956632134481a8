"""The account of a file of grants: what is counted, what is set aside, and that both make up what is printed."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from decimal import Decimal

from graph.french import grouped
from loaders.forms.grants.amounts import rounded
from loaders.forms.grants.grant import Grant, Tally
from loaders.forms.grants.problems import exact_euros
from loaders.writer import Writer

_AREAS = 12


def say_account(grants: Sequence[Grant], tally: Tally, writer: Writer) -> None:
    """Say the sum that is counted, to the euro, beside the exact one, and each sum that is not counted."""
    exact = sum((grant.amount for grant in grants if grant.amount is not None), Decimal(0))
    kept = sum(rounded(grant.amount) for grant in grants if grant.amount is not None)
    message = f"{grouped(tally.grants)} subventions lues, {exact_euros(Decimal(kept))} comptés"
    if tally.aside:
        apart = ", ".join(
            f"{exact_euros(amount)} ({tally.rows_aside[why]} : {why})" for why, amount in tally.aside.items()
        )
        message += f" ; à part : {apart}"
    message += f" ; la colonne des montants fait {exact_euros(tally.printed)} en tout"
    writer.finding("subventions-lues", "info", "document", message)
    if kept != exact:
        message = (
            f"les montants sont gardés à l'euro, chacun arrondi au plus proche (un demi va au chiffre pair) : "
            f"{exact_euros(Decimal(kept))} au lieu de {exact_euros(exact)}, {exact_euros(abs(kept - exact))} d'écart"
        )
        writer.finding("montants-arrondis", "info", "document", message)


def say_areas(grants: Sequence[Grant], column: str, writer: Writer) -> None:
    """Say the sum of each territory, where a file has several: those of others are not the plan's money."""
    times = Counter(grant.area for grant in grants if grant.area)
    if len(times) < 2:
        return
    sums: defaultdict[str, int] = defaultdict(int)
    for grant in grants:
        sums[grant.area] += rounded(grant.amount) if grant.amount is not None else 0
    shown = ", ".join(
        f"{area} ({count} lignes, {exact_euros(Decimal(sums[area]))})" for area, count in times.most_common(_AREAS)
    )
    more = f" et {len(times) - _AREAS} autres" if len(times) > _AREAS else ""
    message = (
        f"colonne {column} : {len(times)} territoires, {shown}{more} ; toutes ces lignes sont comptées : ne "
        "gardez dans le fichier que celles du vôtre"
    )
    writer.finding("plusieurs-territoires", "attention", "document", message)
