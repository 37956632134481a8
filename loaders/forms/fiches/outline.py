"""From lines to the outline of a plan by fiches: axes, objectives, actions, sections. Nothing is interpreted inside."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from graph.text import fold
from loaders.forms.fiches.action_heads import action_head
from loaders.forms.fiches.headings import is_heading, rubric_line
from loaders.forms.fiches.headless import headless
from loaders.forms.fiches.marks import marks
from loaders.forms.fiches.reader import Reader
from loaders.forms.fiches.scan import ACTORS
from loaders.forms.fiches.settling import settled
from loaders.forms.fiches.skeleton import Outline
from loaders.forms.fiches.unfolding import unfolded
from loaders.forms.vocabulary import OPEN_HEADING, section_of
from loaders.lines import Line, join_lines
from loaders.pages import unpaged

_LONGEST, _WIDEST_PAGE = 10_000, 120
_BLANKS = re.compile(r"[ \t\u00a0]{200,}")


def outline(lines: Sequence[Line]) -> Outline:
    """Read the skeleton of a plan by fiches."""
    notes: list[tuple[str, str, str]] = []
    flow = unpaged([_cleaned(line, notes) for line in lines], _is_heading)
    joined = join_lines(flow.lines, _ends_heading)
    whole = list(unfolded(_cleaned(line, notes) for line in joined))
    found = marks(whole) or headless(whole)
    reader = Reader(found, plain=any(map(_is_plain, whole)))
    for position, line in enumerate(whole):
        reader.take(position, line)
    reader.close()
    reader.outline.notes = notes
    reader.outline.width = _width(lines)
    aside = [line for at, line in enumerate(whole) if at in found and found[at].kind == "aside"]
    reader.outline.furniture = (*flow.furniture, *aside)
    return settled(reader.outline)


def _cleaned(line: Line, notes: list[tuple[str, str, str]]) -> Line:
    """A line without the signs of bold type; one that no page holds is cut, for it would take hours, and it is said."""
    if "**" in line.raw:
        line = replace(line, raw=line.raw.replace("**", ""))
    if len(line.raw) <= _LONGEST:
        return replace(line, raw=_BLANKS.sub(" " * 200, line.raw)) if _BLANKS.search(line.raw) else line
    message = f"ligne de {len(line.raw)} signes : seuls les {_LONGEST} premiers sont lus"
    notes.append(("texte-long", line.locator, message))
    return replace(line, raw=_BLANKS.sub(" " * 200, line.raw[:_LONGEST]))


def _width(lines: Sequence[Line]) -> int | None:
    """Signs of the longest line; None where it is longer than any page's."""
    widest = max((len(line.raw.rstrip()) for line in lines), default=0)
    return widest if widest <= _WIDEST_PAGE else None


def _is_heading(line: Line) -> bool:
    return is_heading(line) or action_head(line) is not None or rubric_line(line) is not None


def _is_plain(line: Line) -> bool:
    """True for the name of a list of actors that stands alone, without a colon: this document's rubrics do so."""
    rubric = rubric_line(line)
    return rubric is not None and rubric.kind in ACTORS and rubric.alone


def _ends_heading(line: Line, previous: Line) -> bool:
    """True for the second half of a heading cut in two ("Outils" / "d'interventions :")."""
    if not OPEN_HEADING.match(fold(previous.text)) or line.is_bullet or not line.text[0].islower():
        return False
    return section_of(f"{previous.text} {line.text}") is not None
