"""The kinds of checks: to each code its family, its title, the rule by which it is found, and what to do."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from importlib.resources import files
from typing import cast

from graph.checks.french import typeset
from graph.model import Severity

FAMILIES = (
    "Ce qui n'a pas été lu",
    "Réparations de lecture",
    "Sommes et montants",
    "Pilotage",
    "Partenaires",
    "Noms",
    "Actions",
)
_OTHER, _LOOK = "Réparations de lecture", "Regardez l'endroit indiqué dans le document."


@dataclass(frozen=True)
class Kind:
    """What checks of one code have in common; its texts are French.

    `severity` is that of checks computed here (a reader of documents gives its own findings theirs). `none` names
    what was looked for, where it is looked for in every plan ("" elsewhere). `together`: checks of one place are
    shown as one row, by their subjects.
    """

    code: str
    family: str
    severity: Severity
    title: str
    action: str
    rule: str = ""
    none: str = ""
    together: bool = False


def _read() -> dict[str, Kind]:
    text = files("graph.checks").joinpath("kinds.csv").read_text(encoding="utf-8")
    return {row["code"]: _kind(row) for row in csv.DictReader(text.splitlines(), delimiter=";")}


def _kind(row: dict[str, str]) -> Kind:
    return Kind(
        code=row["code"],
        family=row["family"],
        severity=cast("Severity", row["severity"] or "attention"),
        title=typeset(row["title"]),
        action=typeset(row["action"]),
        rule=typeset(row["rule"]),
        none=typeset(row["none"]),
        together=row["together"] == "oui",
    )


KINDS = _read()


def kind_of(code: str) -> Kind:
    """The kind of a code; one that the table does not know is a repair of reading, to be looked at in its place."""
    return KINDS.get(code) or Kind(code, _OTHER, "attention", code.replace("-", " ").capitalize(), _LOOK)
