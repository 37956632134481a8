"""Headings of groups of actions that only the whole document tells: a second level, or one without a number."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Set

from graph.text import fold
from loaders.forms.fiches.headings import Heading, numbered, rubric_line
from loaders.forms.fiches.scan import PLACING, Scan
from loaders.forms.fiches.skeleton import Kind, Mark
from loaders.forms.vocabulary import AXIS, OBJECTIVE
from loaders.lines import Line
from loaders.words.titles import number_and_title

_SUB_AXIS = re.compile(
    r"^sous-(?:axe|theme|thematique|orientation)s?\s*[-:.]*\s*(?:n\s*[°ºo.]\s*)?(?P<number>\d+(?:[.-]\d+)*)"
)
_GROUP = re.compile(
    r"^(?P<word>pilier|axe|volet|orientation|thematique|theme|enjeu|defi|ambition|priorite)\b\s*(?:transversal\w*)?"
)
_MARKUP = re.compile(r"^[#*\s]+|[*\s]+$")
_LONGEST, _NEAR = 14, 3


def groups(scan: Scan, heads: Set[int]) -> dict[int, Mark]:
    """Marks of such headings. Below axes, a second level is that of objectives; where there are some, their theme."""
    objectives = any(numbered(OBJECTIVE, scan.lines[at]) for at in scan.structure)
    kind: Kind = "theme" if objectives else "objective"
    found = {at: Mark(kind, heading) for at, heading in _second_level(scan, heads)}
    return found | _unnumbered(scan, heads)


def _second_level(scan: Scan, heads: Set[int]) -> Iterator[tuple[int, Heading]]:
    """ "Orientation 1.1" below "Axe 1", "Sous-axe 2", "Axe 1.2" below "Axe 1"."""
    first: str | None = None
    nested: set[str] = set()
    since_axis = False
    for at, line in enumerate(scan.lines):
        since_axis = since_axis and at not in heads
        sub = numbered(_SUB_AXIS, line)
        axis = sub or numbered(AXIS, line)
        if axis is None or at in scan.references:
            continue
        word = "sous-" if sub else _word(line)
        first = first or word
        nested |= {word} if word != first and since_axis else set()
        if sub or word in nested or (word == first and since_axis and _is_dotted(line, axis)):
            yield at, axis
        since_axis = True


def _is_dotted(line: Line, axis: Heading) -> bool:
    """True for a heading numbered below another: "Axe 1.2"."""
    printed = line.text[: len(line.text) - len(axis.title)]
    return axis.number is None and re.search(r"\d[.-]\d", printed) is not None


def _word(line: Line) -> str:
    match = re.search(r"[a-z]+", fold(line.text))
    return match.group().rstrip("s") if match else ""


def _unnumbered(scan: Scan, heads: Set[int]) -> dict[int, Mark]:
    """ "Pilier cohésion sociale", "Thématique : Emploi", where each is followed by what it groups."""
    labelled: defaultdict[tuple[str | None, str], list[int]] = defaultdict(list)
    for at, line in enumerate(scan.lines):
        if at in heads or at in scan.structure:
            continue
        kind = scan.rubrics.get(at)
        if kind in ("axis", "theme", "objective") or (kind is None and _is_group(line)):
            labelled[kind, _word(line)].append(at)
    found: dict[int, Mark] = {}
    for places in labelled.values():
        if all(_leads(scan, at, heads) for at in places):
            found |= {at: mark for at in places if (mark := _mark(scan.lines[at])) is not None}
    return found


def _leads(scan: Scan, at: int, heads: Set[int]) -> bool:
    """True where the next thing of any kind after a line is a heading, and near."""
    for position in range(at + 1, min(at + 1 + _NEAR, len(scan.lines))):
        if position in heads or position in scan.structure:
            return True
        if position in scan.rubrics:
            return scan.rubrics[position] in PLACING and _leads(scan, position, heads)
    return False


def _is_group(line: Line) -> bool:
    """True for a short line that begins like the title of a group."""
    bare = _MARKUP.sub("", line.text)
    short = len(bare.split()) <= _LONGEST and not bare.endswith((".", ",", ";"))
    return short and bare[:1].isupper() and not line.is_bullet and _GROUP.match(fold(bare)) is not None


def _mark(line: Line) -> Mark | None:
    rubric = rubric_line(line)
    bare = _MARKUP.sub("", line.text)
    match = _GROUP.match(fold(bare))
    words = rubric.rest if rubric and rubric.rest else bare[match.end("word") :] if match else bare
    kind: Kind = "objective" if rubric and rubric.kind == "objective" else "axis"
    number, title = number_and_title(" ".join(words.split()).strip(" :–—-"))
    return Mark(kind, Heading(number, title, line)) if title else None
