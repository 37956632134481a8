"""From lines to the outline of a plan by fiches: axes, objectives, sections. Nothing is interpreted inside sections."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from graph.text import fold
from loaders.forms.fiches.headings import Heading, is_heading, numbered, section_heading
from loaders.forms.section import Section
from loaders.forms.vocabulary import (
    AXIS,
    OBJECTIVE,
    OPEN_HEADING,
    PLAIN_HEADING,
    heading_key,
    section_of,
    status_of,
)
from loaders.lines import Line, continues, join_lines
from loaders.pages import unpaged
from loaders.words.titles import looks_like_title


@dataclass
class Fiche:
    """One objective with its axis, its thematic line and its sections."""

    heading: Heading
    axis: AxisOutline | None
    theme: Line | None
    sections: list[Section] = field(default_factory=list)


@dataclass
class AxisOutline:
    """An axis, with its heading each time it is printed."""

    headings: list[Heading]

    @property
    def heading(self) -> Heading:
        """The heading as printed most often: a page's end may cut one of them short."""
        titles = Counter(heading.title for heading in self.headings)
        best = max(titles, key=lambda title: titles[title])
        return next(heading for heading in self.headings if heading.title == best)

    @property
    def lines(self) -> list[Line]:
        """Every place where it is printed."""
        return [heading.line for heading in self.headings]


@dataclass
class Outline:
    """The plan's skeleton, and the lines that no rule placed."""

    title: Line | None = None
    preamble: list[Line] = field(default_factory=list)
    axes: list[AxisOutline] = field(default_factory=list)
    fiches: list[Fiche] = field(default_factory=list)
    unread: list[Line] = field(default_factory=list)
    furniture: tuple[Line, ...] = ()


def outline(lines: Sequence[Line]) -> Outline:
    """Read the skeleton of a plan by fiches."""
    reader = _Reader()
    flow = unpaged(lines, is_heading)
    for line in join_lines(flow.lines, _ends_heading):
        reader.take(line)
    reader.outline.furniture = flow.furniture
    return reader.outline


def _ends_heading(line: Line, previous: Line) -> bool:
    """True for the second half of a heading cut in two ("Outils" / "d'interventions :")."""
    if not OPEN_HEADING.match(fold(previous.text)) or line.is_bullet or not line.text[0].islower():
        return False
    return section_of(f"{previous.text} {line.text}") is not None


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
        if (axis := numbered(AXIS, line)) is not None:
            self._open_axis(axis)
        elif (objective := numbered(OBJECTIVE, line)) is not None:
            self._open_fiche(objective)
        elif self._fiche is not None and self._opens_section(line, self._fiche):
            self._heading = None
        elif self._section is not None:
            self._section.lines.append(line)
        else:
            self._take_loose(line)

    def _open_axis(self, heading: Heading) -> None:
        same = [axis for axis in self.outline.axes if _same_axis(axis.heading, heading)]
        if same:
            self._axis = same[0]
            self._axis.headings.append(heading)
        else:
            self._axis = AxisOutline([heading])
            self.outline.axes.append(self._axis)
        self._fiche = self._section = self._theme = None
        self._heading = (heading, heading.line)

    def _open_fiche(self, heading: Heading) -> None:
        self._fiche = Fiche(heading, self._axis, self._theme)
        self._section = None
        self.outline.fiches.append(self._fiche)
        self._heading = (heading, heading.line)

    def _opens_section(self, line: Line, fiche: Fiche) -> bool:
        found = section_heading(line)
        if found is None:
            return False
        rule, label, rest = found
        same = self._section is not None and self._section.kind == rule.kind != "actions"
        if same and ":" not in line.text and not PLAIN_HEADING.match(heading_key(label)):
            return False
        self._section = Section(rule.kind, label, status_of(label) if rule.kind == "actions" else None)
        if rest:
            # A heading of another kind is not interpreted: its words are kept whole.
            self._section.lines.append(line if rule.kind == "other" else replace(line, raw=rest, adjacent=False))
        fiche.sections.append(self._section)
        return True

    def _take_loose(self, line: Line) -> None:
        """A line outside any section: the rest of a heading, the title, the theme, bare actions, or unread."""
        if self._heading and _continues_heading(line, *self._heading):
            heading = self._heading[0]
            heading.title = f"{heading.title} {line.text}".strip()
            self._heading = (heading, line)
        elif self._fiche is None and self._axis is None:
            self._take_preamble(line)
        elif self._fiche is not None and line.is_bullet:
            self._section = Section("actions", "", None, [line])
            self._fiche.sections.append(self._section)
        elif self._fiche is None and self._axis is not None and self._theme is None and not line.is_bullet:
            self._theme = line
        else:
            self.outline.unread.append(line)

    def _take_preamble(self, line: Line) -> None:
        """Lines before the first axis: the title is the first that speaks of a plan, or else the first."""
        found = self.outline
        found.preamble.append(line)
        if found.title is None or (looks_like_title(line) and not looks_like_title(found.title)):
            found.title = line


def _same_axis(known: Heading, heading: Heading) -> bool:
    if known.number is not None and heading.number is not None:
        return known.number == heading.number
    return fold(known.title) == fold(heading.title)


def _continues_heading(line: Line, heading: Heading, previous: Line) -> bool:
    """The rest of a heading follows it at once, in lower case or after an open end; a bare number wants a title."""
    if line.is_bullet or not (line.adjacent or not heading.title):
        return False
    return not heading.title or continues(line, previous) or line.text[0].islower()


def is_plan_by_fiches(found: Outline) -> bool:
    """True where the outline holds an objective with a section: the form is recognised by content, not by name."""
    return any(fiche.sections for fiche in found.fiches)
