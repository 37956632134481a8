"""What the readers of documents already found, as checks: lines left unread, and findings."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.checks.check import Check, Place
from graph.checks.french import quoted
from graph.checks.plan_text import PlanText
from graph.model import Finding
from graph.text import fold

UNREAD = "ligne-non-lue"
_NAMED = re.compile(r"«\s*(.+?)\s*»")
_OUTSIDE, _QUOTED = "registre", 160


def unread(text: PlanText) -> Iterator[Check]:
    """One check a line, or cell, that no rule understood."""
    for line in sorted(text.unread, key=lambda line: Place(line.document, line.locator).order):
        place = Place(line.document, line.locator, line.text)
        yield text.check(UNREAD, (place,), f"{quoted(line.text, _QUOTED)} : aucune règle n'a compris ces mots")


def findings(text: PlanText) -> Iterator[Check]:
    """One check a finding, in its own words, with the sentence of its place."""
    for found in sorted(text.findings, key=lambda found: Place(found.document, found.locator).order):
        words = (*_NAMED.findall(found.message), "")[0]
        place = text.place(found.document, found.locator, words)
        also = tuple(_of_names(text, found))
        yield Check(found.code, found.severity, text.plan, (place,), found.message, also=also)


def _of_names(text: PlanText, found: Finding) -> list[Place]:
    """Where the names that a finding on the ledger quotes are first written in the plan."""
    if not found.locator.startswith(_OUTSIDE):
        return []
    names = [name for name in _NAMED.findall(found.message) if fold(name) in text.mentions]
    return [text.place(*text.mentions[fold(name)], name) for name in names]
