"""Which lines of a whole document head actions, and groups of actions: what one line alone cannot tell."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Mapping, Sequence

from loaders.forms.fiches.action_heads import SUB, TITLE, ActionHead
from loaders.forms.fiches.groups import groups
from loaders.forms.fiches.headings import Heading
from loaders.forms.fiches.scan import ACTORS, Scan
from loaders.forms.fiches.skeleton import Kind, Mark, plain_mark
from loaders.lines import Line
from loaders.words.titles import number_of

_LEADERS = re.compile(r"(?:\.{4,}|…{2,}|_{4,}|(?:\. ){4,}\.?)\s*\d{1,3}\s*$")
_RULED = re.compile(r"^[\s|:+=_-]{3,}$")
_FEWEST_CONTENTS, _TAIL = 3, 60


def marks(lines: Sequence[Line]) -> dict[int, Mark]:
    """Marks by position; none but a table of contents where no action of the document has rubrics of its own."""
    found = {at: plain_mark("aside", lines[at]) for at in _contents(lines)}
    scan = Scan(lines, frozenset(found))
    heads = scan.accepted()
    if not any(scan.below[at] & ACTORS for at in heads):
        return found
    found |= {at: plain_mark("aside", line) for at, line in enumerate(lines) if _RULED.match(line.raw)}
    found |= {at: plain_mark("goal", lines[at]) for at in scan.goals}
    found |= {at: plain_mark("reference", lines[at]) for at in scan.references}
    found |= _actions(scan, heads)
    return groups(scan, set(heads)) | found


def _contents(lines: Sequence[Line]) -> list[int]:
    """Lines of a table of contents: dots up to a page's number, several times."""
    found = [at for at, line in enumerate(lines) if _LEADERS.search(line.raw[-_TAIL:])]
    return found if len(found) >= _FEWEST_CONTENTS else []


def _actions(scan: Scan, heads: Mapping[int, ActionHead]) -> dict[int, Mark]:
    """The heads as marks; what repeats a fiche that is told elsewhere is none."""
    deeper = _deeper(heads)
    told: defaultdict[str, list[int]] = defaultdict(list)
    for at, head in heads.items():
        if scan.tells(at):
            told[head.number].append(at)
    found: dict[int, Mark] = {}
    before: ActionHead | None = None
    for at, head in heads.items():
        others = [i for i in told[head.number] if i != at and _same(head, heads[i])]
        kind = _kind(scan, at, head, before, {i: heads[i] for i in others})
        if kind is not None:
            heading = Heading(number_of(head.number), head.title, head.line)
            found[at] = Mark(kind, heading, head.label, head.number, int(head.family in deeper))
        before = head if kind == "action" else before
    return found


def _kind(
    scan: Scan, at: int, head: ActionHead, before: ActionHead | None, others: Mapping[int, ActionHead]
) -> Kind | None:
    """What a head is, the last action being `before` and `others` those of its number that have rubrics."""
    if before is not None and head.number and _same(head, before) and (head.goes_on or head.key == before.key):
        return "again"
    if scan.tells(at):
        return "action"
    if any(other.key == head.key for other in others.values()):
        return "aside"
    together = head.number and any(not _parted(scan, at, i) for i in others)
    return None if together else "action"


def _parted(scan: Scan, one: int, other: int) -> bool:
    """True where a heading of an axis or an objective stands between two lines."""
    ordered = scan.ordered_structure
    return bisect_right(ordered, min(one, other)) != bisect_right(ordered, max(one, other))


def _same(one: ActionHead, other: ActionHead) -> bool:
    return one.number == other.number and (one.family == other.family or bool(one.number))


def _deeper(heads: Mapping[int, ActionHead]) -> set[str]:
    """Families of actions that stand within another: their numbers begin again, or go on from its own."""
    numbers: dict[str, set[str]] = {}
    for head in heads.values():
        numbers.setdefault(head.family, set()).add(head.number)
    first = next(iter(numbers), "")
    rest = [family for family in numbers if family != first and TITLE not in (family, first)]
    return {family for family in rest if family == SUB or _begins_again(numbers[first], numbers[family])}


def _begins_again(outer: set[str], inner: set[str]) -> bool:
    prefixes = {number.rsplit(".", 1)[0] for number in inner if "." in number}
    return bool(outer & inner - {""}) or (bool(prefixes) and prefixes <= outer)
