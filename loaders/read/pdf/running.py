"""Lines that come back at the edge of pages: running titles, page numbers, stamps of registration."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from graph.text import fold
from loaders.read.pdf.lines import Printed
from loaders.read.pdf.page import Page

_ZONE, _MOST_LINES, _SLACK = 0.25, 10, 8.0
_TIMES, _SHORT_DOCUMENT, _OFTEN, _HERE, _APART = 3, 3, 0.4, 0.6, 1.0
_DIGITS = re.compile(r"\d+")
_LONGEST_NUMBER = 4
_NUMBERED = re.compile(r"\b(?:fiche|action|objectif|mesure|axe|annexe|projet|orientation|n\s*[°o.])s?\W*$")
_PAGE = re.compile(r"(?:page|p\.?)?[-–—\s]*(\d{1,4})(?:\s*(?:/|sur|de)\s*\d{1,4})?[-–—\s]*", re.IGNORECASE)
_BARE = re.compile(r"[\W\d]*(?:page|p|pg)?[\W\d]*(?:sur|de)?[\W\d]*")


class Edge(NamedTuple):
    """A line near the edge of a page, by the page's rank, and its words folded."""

    page: int
    line: Printed
    words: str


def running_lines(pages: Sequence[tuple[Page, Sequence[Printed]]]) -> list[frozenset[Printed]]:
    """For each page, those of its lines that are none of the text: repeated at the same height, or its number."""
    edges = [[_from_edge(page, lines, sign) for sign in (1, -1)] for page, lines in pages]
    everywhere = Counter(fold(line.text) for _, lines in pages for line in lines)
    times = _TIMES if len(pages) > _SHORT_DOCUMENT else 2
    found: set[int] = set()
    for side in (0, 1):
        alike: defaultdict[str, list[Edge]] = defaultdict(list)
        for number, zones in enumerate(edges):
            for line in zones[side]:
                words = fold(line.text)
                alike[_DIGITS.sub("#", words)].append(Edge(number, line, words))
        for group in alike.values():
            for level in _levels(group):
                found |= {id(edge.line) for edge in _running(level, times, everywhere)}
    found |= {id(zone[0]) for number, zones in enumerate(edges) for zone in zones if _is_number(zone, number + 1)}
    return [frozenset(_outermost(zones, found)) for zones in edges]


def _is_number(zone: Sequence[Printed], number: int) -> bool:
    """True where the outermost line of a page's edge is its own number, set apart."""
    match = _PAGE.fullmatch(zone[0].text) if zone else None
    return match is not None and int(match[1]) == number and _is_apart(zone, 1)


def _is_apart(zone: Sequence[Printed], first: int) -> bool:
    """True where the lines of an edge from a rank on are set apart from those before it."""
    if first >= len(zone):
        return True
    inner, outer = zone[first].box, zone[first - 1].box
    return max(inner.top - outer.bottom, outer.top - inner.bottom) > _APART * zone[first].size


def _from_edge(page: Page, lines: Sequence[Printed], sign: int) -> list[Printed]:
    """The lines near the upper (1) or the lower edge (-1), from the edge inwards."""
    limit = page.height * (_ZONE if sign > 0 else 1 - _ZONE)
    near = [line for line in lines if (limit - line.box.bottom) * sign > 0]
    return sorted(near, key=lambda line: sign * line.box.bottom)[:_MOST_LINES]


def _outermost(zones: Iterable[Sequence[Printed]], found: set[int]) -> Iterable[Printed]:
    """The found lines of a page's edges, up to the first that is not one."""
    for zone in zones:
        for line in zone:
            if id(line) not in found and not _is_level(line, zone, found):
                break
            if id(line) in found:
                yield line


def _is_level(line: Printed, zone: Sequence[Printed], found: set[int]) -> bool:
    """True for a line that stands beside a running one: it does not part it from the edge."""
    return any(id(other) in found and line.box.beside(other.box) > 0.5 for other in zone)


def _levels(group: Sequence[Edge]) -> Iterator[list[Edge]]:
    """Lines that stand at one height of their pages."""
    level: list[Edge] = []
    for edge in sorted(group, key=lambda edge: edge.line.box.bottom):
        if level and edge.line.box.bottom - level[-1].line.box.bottom > _SLACK:
            yield level
            level = []
        level.append(edge)
    yield level


def _running(level: Sequence[Edge], times: int, everywhere: Counter[str]) -> Iterator[Edge]:
    """Lines that come back at their height, most times that they are printed, or whose figure follows the pages.

    A name may begin several pages by chance; but then it is printed within others too.
    """
    same: defaultdict[str, list[Edge]] = defaultdict(list)
    growing: defaultdict[tuple[int, int], list[Edge]] = defaultdict(list)
    for edge in level:
        same[edge.line.text].append(edge)
        for place, figure in _figures(edge.words):
            growing[place, figure - edge.page].append(edge)
    for words, edges in same.items():
        if len(edges) >= _HERE * everywhere[fold(words)] and _come_back(edges, times):
            yield from edges
    for edges in growing.values():
        bare = _BARE.fullmatch(edges[0].words) is not None
        if _come_back(edges, 2 if bare else times, 0 if bare else _OFTEN):
            yield from edges


def _come_back(edges: Sequence[Edge], times: int, often: float = _OFTEN) -> bool:
    """True for lines of several pages that are not far apart."""
    pages = {edge.page for edge in edges}
    return len(pages) >= times and len(pages) >= often * (max(pages) - min(pages) + 1)


def _figures(words: str) -> Iterator[tuple[int, int]]:
    """The figures of a line that may be its page's number, and not that of a fiche, with their rank."""
    for place, match in enumerate(_DIGITS.finditer(words)):
        if len(match[0]) <= _LONGEST_NUMBER and not _NUMBERED.search(words[: match.start()]):
            yield place, int(match[0])
