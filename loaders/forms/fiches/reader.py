"""The state machine that places each line of a plan by fiches: under which axis, objective, action and section."""

from __future__ import annotations

from dataclasses import replace

from graph.text import fold
from loaders.forms.actors import ACTOR_SECTIONS, FUNDER_SECTIONS
from loaders.forms.fiches.headings import (
    Heading,
    RubricLine,
    continues_heading,
    goes_on,
    numbered,
    rubric_line,
    section_heading,
)
from loaders.forms.fiches.money_tables import is_row_below
from loaders.forms.fiches.rubrics import GOALS, MONEY, PERSONS, SERVICES, rubric_of
from loaders.forms.fiches.skeleton import ActionFiche, AxisOutline, Fiche, Mark, Outline, same_heading
from loaders.forms.section import Section
from loaders.forms.values.rows import is_header
from loaders.forms.vocabulary import AXIS, OBJECTIVE, PLAIN_HEADING, heading_key, status_of
from loaders.lines import Line
from loaders.words.titles import looks_like_title


class Reader:
    """Takes lines in order; `found` are the marks that the whole document gives to some of them, by position.

    `plain`: the document's rubrics have no colon; where they have one, a word alone in a list is one of its names.
    """

    def __init__(self, found: dict[int, Mark], plain: bool = False) -> None:
        self.outline = Outline()
        self._plain = plain
        self._marks = found
        self._with_actions = any(mark.kind == "action" for mark in found.values())
        self._known: dict[tuple[int, int | None, str], Fiche] = {}
        self._axis: AxisOutline | None = None
        self._theme: Line | None = None
        self._theme_used = False
        self._fiche: Fiche | None = None
        self._action: ActionFiche | None = None
        self._levels: list[tuple[int, str, ActionFiche]] = []
        self._section: Section | None = None
        self._heading: tuple[Heading, Line] | None = None
        self._ahead: list[Line] = []

    def take(self, position: int, line: Line) -> None:
        """Place one line."""
        mark = self._marks.get(position)
        if mark is not None and mark.kind == "goal":
            mark = self._goal(mark, line)
        if mark is not None:
            self._take_marked(mark, line)
        elif (axis := numbered(AXIS, line)) is not None:
            self._open_axis(axis)
        elif (objective := numbered(OBJECTIVE, line)) is not None:
            self._open_fiche(objective)
        elif self._action is not None:
            self._take_in_action(line, self._action)
        elif self._fiche is not None and self._opens_section(line, self._fiche):
            self._heading = None
        elif self._section is not None:
            self._section.lines.append(line)
        else:
            self._take_loose(line)

    def close(self) -> None:
        """Say what was kept for a heading that never came."""
        self._set_theme(None)
        self.outline.unread += self._ahead

    def _goal(self, mark: Mark, line: Line) -> Mark | None:
        """A numbered aim of the action itself, where it is listed under its "Objectifs"; else an objective."""
        listing = self._action is not None and self._section is not None and self._section.kind == GOALS
        return mark if listing else None

    def _take_marked(self, mark: Mark, line: Line) -> None:
        if mark.kind == "action":
            self._open_action(mark)
        elif mark.kind == "goal" and self._section is not None:
            self._section.lines.append(line)
        elif mark.kind == "axis":
            self._open_axis(mark.heading)
        elif mark.kind == "objective":
            self._open_fiche(mark.heading)
        elif mark.kind == "theme":
            self._leave_actions()
            self._set_theme(line)
            self._fiche = self._heading = None
        elif mark.kind == "ahead":
            self._ahead.append(line)
        elif mark.kind in ("again", "reference"):
            self._return_to(mark, line)

    def _return_to(self, mark: Mark, line: Line) -> None:
        """A heading of the last action printed again, on its next page; or what it says it belongs to."""
        action = self._action or (self.outline.actions[-1] if self.outline.actions else None)
        if action is None:
            self.outline.unread.append(line)
        elif mark.kind == "reference":
            kind = "axis" if numbered(AXIS, line) else "objective"
            action.sections.append(Section(kind, "", lines=[line], heading=line, own=True))
            self._section = self._heading = None
        else:
            action.again.append(line)
            if self._action is None:
                self._action, self._section = action, action.sections[-1] if action.sections else None

    def _set_theme(self, line: Line | None) -> None:
        """Keep the thematic line of the next objectives; one that no objective stood under is unread."""
        if self._theme is not None and not self._theme_used:
            self.outline.unread.append(self._theme)
        self._theme, self._theme_used = line, False

    def _open_axis(self, heading: Heading) -> None:
        same = next((axis for axis in self.outline.axes if same_heading(axis.heading, heading)), None)
        if same is not None:
            self._axis = same
            same.headings.append(heading)
        else:
            self._axis = AxisOutline([heading])
            self.outline.axes.append(self._axis)
        self._leave_actions()
        self._set_theme(None)
        self._fiche = None
        self._heading = (heading, heading.line)

    def _open_fiche(self, heading: Heading) -> None:
        """Open an objective; a plan of actions may print its heading once more above a further action."""
        self._leave_actions()
        self._heading = (heading, heading.line)
        key = (id(self._axis), heading.number, fold(heading.title))
        known = self._known.get(key) if self._with_actions and heading.title else None
        if known is not None:
            self._fiche = known
            known.again.append(heading.line)
            return
        self._fiche = self._known[key] = Fiche(heading, self._axis, self._theme)
        self._theme_used = True
        self.outline.fiches.append(self._fiche)

    def _leave_actions(self) -> None:
        self._action = self._section = None
        self._levels.clear()

    def _open_action(self, mark: Mark) -> None:
        while self._levels and not _holds(self._levels[-1], mark):
            self._levels.pop()
        parent = self._levels[-1][2] if self._levels else None
        self._action = ActionFiche(mark.heading, mark.label, self._axis, self._fiche, parent)
        self._action.lines, self._ahead = self._ahead, []
        self._levels.append((mark.level, mark.number, self._action))
        self._section = None
        self._heading = (mark.heading, mark.heading.line)
        self.outline.actions.append(self._action)

    def _take_in_action(self, line: Line, action: ActionFiche) -> None:
        """A line of a fiche of an action: a rubric, the rest of its title, what stands below, or its description."""
        rubric = rubric_line(line)
        if rubric is not None and not (self._is_listed(rubric) or is_row_below(line, rubric, self._section)):
            self._open_rubric(line, rubric, action)
        elif self._section is None and self._heading and goes_on(line, *self._heading):
            self._lengthen(line, self._heading[0])
            return
        else:
            (self._section.lines if self._section else action.lines).append(line)
        self._heading = None

    def _is_listed(self, rubric: RubricLine) -> bool:
        """True for one word alone in a list of names: an association may be called "Horizon"."""
        listing = self._section is not None and self._section.kind in ACTOR_SECTIONS
        one_word = rubric.alone and " " not in rubric.label and not rubric.label.isupper()
        return listing and one_word and not self._plain

    def _lengthen(self, line: Line, heading: Heading) -> None:
        if self._action is not None:
            self._action.again.append(line)
        heading.title = f"{heading.title} {line.text}".strip()
        self._heading = (heading, line)

    def _open_rubric(self, line: Line, rubric: RubricLine, action: ActionFiche) -> None:
        """Open a rubric of an action; the header of a table of funders, or "Subvention X : …", is one of its lines."""
        whole = rubric.kind == MONEY or (rubric.kind in FUNDER_SECTIONS and is_header(line))
        if whole and self._section is not None and self._section.kind == "funders":
            self._section.lines.append(line)
            return
        if rubric.kind == MONEY:
            line = replace(line, raw=f"{rubric.label} : {rubric.rest}" if rubric.rest else rubric.label)
        kind = "funders" if rubric.kind == MONEY else rubric.kind
        status = status_of(rubric.label) if kind == "actions" else None
        self._section = Section(kind, rubric.label, status, heading=line, own=True)
        action.sections.append(self._section)
        if rubric.rest or whole:
            self._section.lines.append(line if whole else replace(line, raw=rubric.rest, adjacent=False))

    def _opens_section(self, line: Line, fiche: Fiche) -> bool:
        found = section_heading(line)
        if found is None:
            return False
        rule, label, rest = found
        same = self._section is not None and self._section.kind == rule.kind != "actions"
        if same and ":" not in line.text and not PLAIN_HEADING.match(heading_key(label)):
            return False
        kind = _refined(rule.kind, label)
        self._section = Section(kind, label, status_of(label) if kind == "actions" else None, heading=line)
        if rest:
            # A heading of another kind is not interpreted: its words are kept whole.
            self._section.lines.append(line if kind == "other" else replace(line, raw=rest, adjacent=False))
        fiche.sections.append(self._section)
        return True

    def _take_loose(self, line: Line) -> None:
        """A line outside any section: the rest of a heading, the title, the theme, bare actions, or unread."""
        if self._heading and continues_heading(line, *self._heading):
            self._lengthen(line, self._heading[0])
        elif self._fiche is None and self._axis is None:
            self._take_preamble(line)
        elif self._fiche is not None and line.is_bullet:
            self._section = Section("actions", "", None, [line])
            self._fiche.sections.append(self._section)
        elif self._fiche is None and self._axis is not None and self._theme is None and not line.is_bullet:
            self._set_theme(line)
        else:
            self.outline.unread.append(line)

    def _take_preamble(self, line: Line) -> None:
        """Lines before the first axis: the title is the first that speaks of a plan, or else the first."""
        found = self.outline
        found.preamble.append(line)
        if found.title is None or (looks_like_title(line) and not looks_like_title(found.title)):
            found.title = line


def _refined(kind: str, label: str) -> str:
    """What a section of an objective is, where the rubrics of actions tell more: a plan of financing lists funders."""
    found = rubric_of(label)
    return found if found in ("funders", SERVICES, PERSONS) and kind != "actions" else kind


def _holds(opened: tuple[int, str, ActionFiche], mark: Mark) -> bool:
    """True where an open action holds the next one: of an outer level, or by its number (1 → 1.2)."""
    level, number, _ = opened
    return level < mark.level or (bool(number) and mark.number.startswith((f"{number}.", f"{number}-")))
