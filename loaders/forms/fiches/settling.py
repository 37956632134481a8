"""What an outline's fiches say of themselves once all of it is read: titles, the axis and objective they belong to."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise

from loaders.forms.fiches.companions import with_companions
from loaders.forms.fiches.headings import Heading, numbered
from loaders.forms.fiches.headless import path_of, printed_facts
from loaders.forms.fiches.pairing import paired
from loaders.forms.fiches.rubrics import SERVICES, label_key
from loaders.forms.fiches.skeleton import ActionFiche, AxisOutline, Fiche, Outline, same_heading
from loaders.forms.section import Section
from loaders.forms.vocabulary import AXIS, OBJECTIVE
from loaders.lines import Line, continues
from loaders.words.titles import number_and_title

_TELLING = ("pilots", SERVICES, "partners", "funders", "money", "one-funder", "budget", "tools")


def settled(found: Outline) -> Outline:
    """The outline, with titles, axes and objectives taken from the rubrics that say them."""
    for action in found.actions:
        action.sections = with_companions(paired(action.sections))
        _take_head(action)
        _take_title(action)
    for action in found.actions:
        _take_place(found, action)
    _lift(found)
    _say_folded(found)
    return found


def _take_head(action: ActionFiche) -> None:
    """Status, dates and path of an export, printed around the title under no rubric."""
    left: list[Line] = []
    for line in action.lines:
        facts = printed_facts(line)
        if not facts and not action.label and line is _first(action):
            facts = path_of(line)
        action.sections += facts
        if not facts:
            left.append(line)
    action.lines = left


def _first(action: ActionFiche) -> Line | None:
    """The first line below a title that is no badge."""
    return next((line for line in action.lines if not printed_facts(line)), None)


def _take_title(action: ActionFiche) -> None:
    """A title by a rubric of its own; what the heading says is then its label."""
    for section in action.of("title"):
        if not section.lines:
            continue
        title, rest = _joined(section.lines)
        if action.heading.title:
            action.label = f"{action.label} – {action.heading.title}".strip(" –")
        action.heading.title = title
        action.again.append(section.heading or section.lines[0])
        action.lines[:0] = rest
        action.sections.remove(section)


def _joined(lines: Sequence[Line]) -> tuple[str, list[Line]]:
    """A title, cut over several lines or not, and the lines below it."""
    title = lines[0].text
    for position, line in enumerate(lines[1:], 1):
        if not (line.adjacent and (line.text[0].islower() or continues(line, lines[position - 1]))):
            return title, list(lines[position:])
        title = f"{title} {line.text}"
    return title, []


def _take_place(found: Outline, action: ActionFiche) -> None:
    """Hang an action from the axis and the objective that its own rubrics name."""
    for kind in ("axis", "theme"):
        for section in action.of(kind):
            heading = _heading(section)
            if heading is None or label_key(section.label).startswith("sous"):
                continue
            if action.axis is None or same_heading(action.axis.heading, heading):
                action.axis = _axis(found, heading)
                action.sections.remove(section)
    for section in [*action.of("axis"), *action.of("objective")]:
        heading = _heading(section)
        if heading is not None and (section.kind == "objective" or label_key(section.label).startswith("sous")):
            action.objective = _objective(found, action.axis, heading)
            action.sections.remove(section)


def _heading(section: Section) -> Heading | None:
    """The heading that a rubric's words are: "Axe 1 : Emploi", "1. Emploi", "Emploi"."""
    if not section.lines:
        return None
    line = section.lines[0]
    printed = numbered(AXIS, line) or numbered(OBJECTIVE, line)
    if printed is not None:
        return printed
    number, title = number_and_title(_joined(section.lines)[0])
    whole = section.heading if section.heading is not None and section.heading.locator == line.locator else line
    return Heading(number, title, whole) if title.strip(" -–") else None


def _axis(found: Outline, heading: Heading) -> AxisOutline:
    for axis in found.axes:
        if same_heading(axis.headings[0], heading):
            axis.headings.append(heading)
            return axis
    found.axes.append(AxisOutline([heading]))
    return found.axes[-1]


def _objective(found: Outline, axis: AxisOutline | None, heading: Heading) -> Fiche:
    for fiche in found.fiches:
        if fiche.axis is axis and same_heading(fiche.heading, heading):
            fiche.again.append(heading.line)
            return fiche
    found.fiches.append(Fiche(heading, axis, None))
    return found.fiches[-1]


def _lift(found: Outline) -> None:
    """Rubrics below the last of several actions that have none are those of what holds them all."""
    below: defaultdict[int, list[ActionFiche]] = defaultdict(list)
    for action in found.actions:
        below[id(action.parent or action.objective)].append(action)
    holders: list[Fiche | ActionFiche] = [*found.fiches, *found.actions]
    for holder in holders:
        held = below[id(holder)]
        bare = all(not (action.sections or action.lines) for action in held[:-1])
        if len(held) < 2 or not bare or not held[-1].of(*_TELLING):
            continue
        sections = held[-1].sections
        held[-1].sections = []
        if isinstance(holder, Fiche):
            for section in sections:
                section.own = False
        holder.sections += sections
        where = held[-1].heading.line.locator
        message = f"les rubriques qui suivent « {held[-1].heading.title} » valent pour « {holder.heading.title} »"
        found.notes.append(("rubriques-rattachees", where, message))


def _say_folded(found: Outline) -> None:
    """Say that objectives group others: the graph has one level of them."""
    held = {id(action.objective) for action in found.actions}
    groups = [
        fiche
        for fiche, following in pairwise(found.fiches)
        if not fiche.sections and id(fiche) not in held and following.axis is fiche.axis and held
    ]
    if groups:
        titles = ", ".join(f"« {fiche.heading.title} »" for fiche in groups)
        message = f"objectifs qui en groupent d'autres : {titles} ; tous sont gardés au même niveau, sous leur axe"
        found.notes.append(("niveaux-replies", groups[0].heading.line.locator, message))
