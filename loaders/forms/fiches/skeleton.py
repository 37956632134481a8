"""The skeleton of a plan by fiches: axes, objectives, fiches of actions, each with its sections."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import Literal

from graph.text import fold
from loaders.forms.fiches.headings import Heading
from loaders.forms.section import Section
from loaders.lines import Line

Kind = Literal["action", "axis", "objective", "theme", "reference", "goal", "again", "ahead", "aside"]


@dataclass(frozen=True)
class Mark:
    """What a line is: the heading of an action (`level` 0, or deeper within another), of a group, or set aside.

    "reference" is the axis or the objective that a fiche says it belongs to; "goal" an aim numbered as objectives are,
    with rubrics of the same action below it; "again" a heading printed once more;
    "ahead" a line before the title that it belongs to; "aside" a line of a table of contents or a rule of a table.
    """

    kind: Kind
    heading: Heading
    label: str = ""
    number: str = ""
    level: int = 0


def plain_mark(kind: Kind, line: Line) -> Mark:
    """A mark of a line that is no heading by itself."""
    return Mark(kind, Heading(None, "", line))


def same_heading(known: Heading, heading: Heading) -> bool:
    """True where two headings are of one axis or objective: by number, or by title."""
    if known.number is not None and heading.number is not None:
        return known.number == heading.number
    return fold(known.title) == fold(heading.title)


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
class Fiche:
    """One objective with its axis, its thematic line and its sections; `again`: where its heading is printed again."""

    heading: Heading
    axis: AxisOutline | None
    theme: Line | None
    sections: list[Section] = field(default_factory=list)
    again: list[Line] = field(default_factory=list)


@dataclass
class ActionFiche:
    """One action with rubrics of its own. It hangs from the nearest of `parent`, `objective`, `axis`, or the plan.

    `label` is what is printed before its title ("Fiche action n° 3"), `lines` the words below the title that stand
    under no rubric, `again` where its heading is printed again.
    """

    heading: Heading
    label: str
    axis: AxisOutline | None = None
    objective: Fiche | None = None
    parent: ActionFiche | None = None
    sections: list[Section] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)
    again: list[Line] = field(default_factory=list)

    def of(self, *kinds: str) -> list[Section]:
        """Its sections of some kinds, in order."""
        return [section for section in self.sections if section.kind in kinds]


@dataclass
class Outline:
    """The plan's skeleton, and the lines that no rule placed. `width`: signs of its longest line, if a page cuts."""

    title: Line | None = None
    preamble: list[Line] = field(default_factory=list)
    axes: list[AxisOutline] = field(default_factory=list)
    fiches: list[Fiche] = field(default_factory=list)
    actions: list[ActionFiche] = field(default_factory=list)
    unread: list[Line] = field(default_factory=list)
    furniture: tuple[Line, ...] = ()
    notes: list[tuple[str, str, str]] = field(default_factory=list)
    width: int | None = None
