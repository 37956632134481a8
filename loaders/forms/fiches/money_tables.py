"""Rows of a table of money inside a fiche, whose first cell may be the very words of a rubric ("Intervenants")."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from loaders.forms.actors import FUNDER_SECTIONS
from loaders.forms.fiches.headings import RubricLine
from loaders.forms.section import Section
from loaders.forms.values.figures import figures
from loaders.forms.values.rows import cells_of, is_header
from loaders.lines import Line


def is_row_below(line: Line, rubric: RubricLine, section: Section | None) -> bool:
    """True for a row of the table that a section of money holds, whatever rubric its first cell could open."""
    if section is None or section.kind not in (*FUNDER_SECTIONS, "budget") or not (line.adjacent and section.lines):
        return False
    cells = cells_of(line)
    header = _header(section)
    if header is None or len(cells) < 2 or not any(figures(cell) for cell in cells[1:]):
        return False
    return len(cells) > 2 or rubric.kind not in ("budget", *FUNDER_SECTIONS)


def with_blank_cells(lines: Iterable[Line]) -> Iterator[Line]:
    """Lines, the blank cells of a table's rows with a dash: tabulations side by side would be read as one."""
    tabulations = 0
    for line in lines:
        if is_header(line):
            tabulations = line.raw.count("\t")
        elif tabulations and line.raw.count("\t") == tabulations:
            line = replace(line, raw="\t".join(cell.strip() or "–" for cell in line.raw.split("\t")))
        yield line


def _header(section: Section) -> Line | None:
    """The header of the table that a section ends with."""
    for line in reversed(section.lines):
        if len(cells_of(line)) < 2:
            return None
        if is_header(line):
            return line
    return None
