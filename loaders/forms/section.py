"""A section of a plan: what a heading or a column's name opens."""

from __future__ import annotations

from dataclasses import dataclass, field

from loaders.lines import Line


@dataclass
class Section:
    """A section of a fiche. `label` is its heading as printed, `lines` what stands below.

    `heading` is the line of the label, where it is known; `own`: it is a rubric of an action's own fiche, whose lists
    hold names of persons and roles beside those of organisations.
    """

    kind: str
    label: str
    status: str | None = None
    lines: list[Line] = field(default_factory=list)
    heading: Line | None = None
    own: bool = False
