"""The properties of an action that its rubrics print: budget, beginning, end, status."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from graph.text import fold
from loaders.forms.fiches.skeleton import ActionFiche
from loaders.forms.section import Section
from loaders.forms.values.budgets import Note, budget_of
from loaders.forms.values.dates import Span, date_of, span_of
from loaders.forms.values.statuses import is_not_said, status_in, ticked
from loaders.lines import Line

WITHOUT_VALUE, WITHOUT_PLACE = "rubrique-sans-valeur", "rubrique-sans-place"


@dataclass
class Values:
    """What an action's rubrics say; `left`: sections that say nothing (by code); `unread`: words that were not read."""

    budget: int | None = None
    start: str | None = None
    end: str | None = None
    status: str | None = None
    notes: list[tuple[Note, Line]] = field(default_factory=list)
    left: list[tuple[str, Section]] = field(default_factory=list)
    unread: list[Line] = field(default_factory=list)


def values_of(action: ActionFiche) -> Values:
    """Read every rubric of an action that gives it a property."""
    found = Values()
    _budget(found, action.of("budget"))
    for section in [*action.of("start", "end"), *action.of("calendar")]:
        _dates(found, section)
    for section in action.of("status"):
        status = status_in([line.body for line in section.lines])
        found.status = found.status or status
        if status is None:
            found.left.append((WITHOUT_VALUE, section))
    return found


def _budget(found: Values, sections: Sequence[Section]) -> None:
    """The total where one is named; else investment and running costs together, or the one budget printed."""
    read: dict[str, int] = {}
    for section in sections:
        budget = budget_of(section.label, section.lines)
        at = section.lines[0] if section.lines else section.heading
        found.notes += [(note, at) for note in budget.notes if at is not None]
        if budget.euros is not None:
            read.setdefault(fold(section.label), budget.euros)
        elif not budget.read:
            found.unread += section.lines
        elif section.lines:
            found.left.append((WITHOUT_VALUE, section))
    totals = [euros for label, euros in read.items() if "total" in label or "global" in label]
    kinds = {label: euros for label, euros in read.items() if "investissement" in label or "fonctionnement" in label}
    if totals or not read:
        found.budget = totals[0] if totals else None
    else:
        found.budget = sum(kinds.values()) if kinds and len(kinds) == len(read) else next(iter(read.values()))


def _dates(found: Values, section: Section) -> None:
    text = " ; ".join(line.text for line in section.lines)
    boxes = ticked(text)
    text = text if boxes is None else " ; ".join(boxes)
    if not text or is_not_said(text):
        if section.lines:
            found.left.append((WITHOUT_VALUE, section))
        return
    span = _span(section.kind, text)
    if span is None:
        found.left.append((WITHOUT_PLACE, section))
        return
    found.start = found.start or span.start
    found.end = found.end or span.end


def _span(kind: str, text: str) -> Span | None:
    if kind == "calendar":
        return span_of(text)
    date = date_of(text, last=kind == "end")
    if date is None:
        return None
    return Span(start=date) if kind == "start" else Span(end=date)
