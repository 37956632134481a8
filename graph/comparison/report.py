"""A comparison for people and for programs: a summary, sentences under their headings, and a table."""

from __future__ import annotations

import textwrap
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import Any

from graph.comparison.change import Change, Passage, Value
from graph.comparison.codes import NAMES, Code
from graph.comparison.french import SHORT, amount, count, status

COLUMNS = (
    "changement",
    "nature",
    "axe",
    "objectif",
    "sujet",
    "acteur",
    "avant",
    "apres",
    "phrase",
    "certitude",
    "ressemblance",
    "details",
    "lieu_avant",
    "lieu_apres",
    "citation_avant",
    "citation_apres",
    "document_avant",
    "document_apres",
    "id_avant",
    "id_apres",
    "autre_avant",
    "autre_apres",
)
"""One row a change: its code (`Code`) and its French name, the headings it stands under, its subject and the actor it
concerns, what is said before and after (amounts in whole euros, states as coded), the sentence, how sure it is and how
much the matched texts look alike (0 to 1); then places, sentences and documents, ids of the subjects, and of the other
end of a tie."""
VIEW = ("changement", "objectif", "sujet", "acteur", "avant", "après", "certitude", "lieu")
EVERYWHERE = "Ensemble du plan"
_AMOUNTS = {
    Code.FUNDING_CAME,
    Code.FUNDING_LEFT,
    Code.FUNDING_AMOUNT,
    Code.NATIONAL_CAME,
    Code.NATIONAL_LEFT,
    Code.NATIONAL_AMOUNT,
    Code.ANNOUNCED,
    Code.ACTION_BUDGET,
}


def summary(changes: Sequence[Change]) -> list[str]:
    """How many changes in all and to check, then of each kind: "3 actions ajoutées"."""
    doubtful = sum(change.certainty != "sûr" for change in changes)
    to_check = f", dont {doubtful} à vérifier" if doubtful else ""
    counted = Counter(change.code for change in changes)
    kinds = [f"- {count(counted[code], *names)}" for code, names in NAMES.items() if counted[code]]
    return [f"{count(len(changes), 'changement', 'changements')}{to_check} :", *kinds]


def report(changes: Sequence[Change], width: int | None = None) -> str:
    """The summary, then every sentence under its axis and objective; lines are folded to `width` where it is given."""
    lines = summary(changes)
    for axis, under_axis in groupby(changes, key=lambda change: change.axis):
        several = list(under_axis)
        alone = all(change.objective is None for change in several)
        lines += ["", axis or (EVERYWHERE if alone else "Hors de tout axe")]
        for objective, group in groupby(several, key=lambda change: change.objective):
            lines += [f"  {objective}"] if objective else []
            lines += [f"{'    ' if objective else '  '}- {change.sentence}" for change in group]
    return "".join(f"{line}\n" for line in (_folded(lines, width) if width else lines))


def _folded(lines: Iterable[str], width: int) -> Iterable[str]:
    for line in lines:
        indent = " " * (len(line) - len(line.lstrip(" -")))
        yield textwrap.fill(line, width, subsequent_indent=indent, break_on_hyphens=False)


def rows(changes: Iterable[Change]) -> list[list[Any]]:
    """One row of `COLUMNS` a change."""
    return [
        [
            str(change.code),
            NAMES[change.code][0],
            change.axis,
            change.objective,
            change.subject,
            change.actor,
            change.before.value,
            change.after.value,
            change.sentence,
            change.certainty,
            change.similarity,
            list(change.details),
            *_proof(change.before.passages, change.after.passages),
            list(change.before.ids),
            list(change.after.ids),
            change.before.other,
            change.after.other,
        ]
        for change in changes
    ]


def _proof(*sides: Sequence[Passage]) -> list[list[str]]:
    """Places, sentences and documents, before and after."""
    names = ("locator", "quote", "document")
    return [list(dict.fromkeys(getattr(passage, name) for passage in side)) for name in names for side in sides]


def view(changes: Iterable[Change]) -> list[list[Any]]:
    """One row of `VIEW` a change: what fits a page."""
    return [
        [
            NAMES[change.code][0],
            _cut(change.objective or change.axis or ""),
            _cut(change.subject),
            change.actor,
            _shown(change, change.before.value),
            _shown(change, change.after.value),
            change.certainty,
            _place(change),
        ]
        for change in changes
    ]


def _shown(change: Change, value: Value) -> Any:
    if change.code in _AMOUNTS:
        return amount(value) if isinstance(value, int) else None
    if change.code is Code.ACTION_STATUS:
        return status(value)
    return _cut(value) if isinstance(value, str) else value


def _cut(text: str) -> str:
    return textwrap.shorten(text, SHORT // 2, placeholder="…")


def _place(change: Change) -> str:
    sides = (change.before.passages, change.after.passages)
    firsts = dict.fromkeys(side[0].locator for side in sides if side)
    return " → ".join(firsts)
