"""A section of a plan: what a heading or a column's name opens."""

from __future__ import annotations

from dataclasses import dataclass, field

from loaders.lines import Line


@dataclass
class Section:
    """A section of a fiche. `label` is its heading as printed, `lines` what stands below."""

    kind: str
    label: str
    status: str | None = None
    lines: list[Line] = field(default_factory=list)
