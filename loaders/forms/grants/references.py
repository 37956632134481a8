"""One reference a row: a grant is a fact of its own, told from others by its reference."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from loaders.forms.grants.grant import Grant
from loaders.forms.grants.problems import Problems


def make_unique(
    grants: Sequence[Grant], document: str, problems: Problems, column: str, taken: Iterable[str] = ()
) -> None:
    """Complete references that are blank or repeated; those that are the document's own and unique stay as printed.

    A repeated one takes the budget year, if that tells it ("07317R016701 (2022)"), else the row's place; a blank one
    is the file's name and the place ("subventions-2022.csv, ligne 12"), as two files have a line 12. `taken` are those
    of the document's other sheets.
    """
    times = Counter(grant.reference for grant in grants) + Counter(taken)
    by_year = Counter((grant.reference, grant.year) for grant in grants)
    used = {reference for reference, count in times.items() if reference and count == 1} | set(taken)
    for grant in grants:
        printed, place = grant.reference, grant.row.locator
        if printed and times[printed] == 1:
            continue
        problems.add("reference-repetee" if printed else "reference-absente", grant.row, column, printed)
        dated = f"{printed} ({grant.year})" if grant.year and by_year[printed, grant.year] == 1 else ""
        wanted = (dated or f"{printed} ({place})") if printed else f"{document}, {place}"
        grant.reference = wanted if wanted not in used else f"{document}, {place}, {printed}"
        used.add(grant.reference)
