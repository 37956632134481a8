"""From lines to the outline of a plan by fiches: axes, objectives, sections. Nothing is interpreted inside sections."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from graph.text import fold
from loaders.forms.vocabulary import (
    AXIS,
    OBJECTIVE,
    OPEN_HEADING,
    PLAN_TITLE,
    heading_key,
    number_of,
    section_of,
    status_of,
)
from loaders.lines import Line, continues, non_blank


@dataclass
class Heading:
    """A numbered heading: "Axe 1 - …"."""

    number: int | None
    title: str
    line: Line


@dataclass
class Section:
    """A section of a fiche. `label` is its heading as printed, `lines` what stands below."""

    kind: str
    label: str
    status: str | None = None
    lines: list[Line] = field(default_factory=list)


@dataclass
class Fiche:
    """One objective with its axis, its thematic line and its sections."""

    heading: Heading
    axis: AxisOutline | None
    theme: Line | None
    sections: list[Section] = field(default_factory=list)


@dataclass
class AxisOutline:
    """An axis and every place where its heading is printed."""

    heading: Heading
    lines: list[Line]


@dataclass
class Outline:
    """The plan's skeleton, and the lines that no rule placed."""

    title: Line | None = None
    axes: list[AxisOutline] = field(default_factory=list)
    fiches: list[Fiche] = field(default_factory=list)
    unread: list[Line] = field(default_factory=list)


def outline(lines: Iterable[Line]) -> Outline:
    """Read the skeleton of a plan by fiches."""
    reader = _Reader()
    for line in _join_cut_headings(list(non_blank(lines))):
        reader.take(line)
    return reader.outline


def _join_cut_headings(lines: list[Line]) -> list[Line]:
    """Join headings cut in two ("Outils" / "d'interventions :")."""
    joined: list[Line] = []
    for line in lines:
        whole = f"{joined[-1].text} {line.text}" if joined else ""
        if (
            joined
            and OPEN_HEADING.match(fold(joined[-1].text))
            and line.text[0].islower()
            and not line.is_bullet
            and section_of(whole)
        ):
            joined[-1] = replace(joined[-1], raw=whole)
        else:
            joined.append(line)
    return joined


def _numbered(pattern: re.Pattern[str], line: Line) -> Heading | None:
    """The heading that a line is, or None. Folding keeps lengths of what precedes the title, but for ligatures."""
    if line.is_bullet:
        return None
    match = pattern.match(fold(line.text))
    if not match:
        return None
    rest = line.text[match.end() :]
    if rest[:1].isalnum():
        return None
    return Heading(number_of(match["number"]), re.sub(r"^[\s:.)–—-]+", "", rest).strip(), line)


class _Reader:
    """The state machine: where in the plan the next line stands."""

    def __init__(self) -> None:
        self.outline = Outline()
        self._axis: AxisOutline | None = None
        self._theme: Line | None = None
        self._fiche: Fiche | None = None
        self._section: Section | None = None
        self._heading: tuple[Heading, Line] | None = None

    def take(self, line: Line) -> None:
        """Place one line."""
        if (axis := _numbered(AXIS, line)) is not None:
            self._open_axis(axis)
        elif (objective := _numbered(OBJECTIVE, line)) is not None:
            self._open_fiche(objective)
        elif self._fiche is not None and self._opens_section(line):
            self._heading = None
        elif self._section is not None:
            self._section.lines.append(line)
        else:
            self._take_loose(line)

    def _open_axis(self, heading: Heading) -> None:
        same = [axis for axis in self.outline.axes if _same_axis(axis.heading, heading)]
        if same:
            self._axis = same[0]
            self._axis.lines.append(heading.line)
        else:
            self._axis = AxisOutline(heading, [heading.line])
            self.outline.axes.append(self._axis)
        self._fiche = self._section = self._theme = None
        self._heading = (heading, heading.line)

    def _open_fiche(self, heading: Heading) -> None:
        self._fiche = Fiche(heading, self._axis, self._theme)
        self._section = None
        self.outline.fiches.append(self._fiche)
        self._heading = (heading, heading.line)

    def _opens_section(self, line: Line) -> bool:
        if line.is_bullet or self._fiche is None:
            return False
        label, colon, rest = line.text.partition(":")
        rule = section_of(label)
        if rule is None or (rest and not colon) or (rule.kind == "other" and not colon):
            return False
        self._section = Section(rule.kind, label.strip(), status_of(label) if rule.kind == "actions" else None)
        if rest.strip():
            self._section.lines.append(replace(line, raw=rest.strip(), adjacent=False))
        self._fiche.sections.append(self._section)
        return True

    def _take_loose(self, line: Line) -> None:
        """A line outside any section: the rest of a heading, the title, the theme, bare actions, or unread."""
        if self._heading and _continues_heading(line, self._heading[1]):
            heading = self._heading[0]
            heading.title = f"{heading.title} {line.text}".strip()
            self._heading = (heading, line)
        elif self._fiche is None and self._axis is None and self.outline.title is None and not line.is_bullet:
            self.outline.title = line
        elif self._fiche is not None and line.is_bullet:
            self._section = Section("actions", "", None, [line])
            self._fiche.sections.append(self._section)
        elif self._fiche is None and self._axis is not None and self._theme is None and not line.is_bullet:
            self._theme = line
        else:
            self.outline.unread.append(line)


def _same_axis(known: Heading, heading: Heading) -> bool:
    if known.number is not None and heading.number is not None:
        return known.number == heading.number
    return fold(known.title) == fold(heading.title)


def _continues_heading(line: Line, previous: Line) -> bool:
    """The rest of a heading follows it at once, in lower case or after an open end."""
    return line.adjacent and not line.is_bullet and (continues(line, previous) or line.text[0].islower())


def is_plan_by_fiches(found: Outline) -> bool:
    """True where the outline holds an objective with a section: the form is recognised by content, not by name."""
    return any(fiche.sections for fiche in found.fiches)


def looks_like_title(line: Line) -> bool:
    """True where a line's words are those of a plan's title."""
    return bool(PLAN_TITLE.search(heading_key(line.text)))
