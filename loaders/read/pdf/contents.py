"""What stands beside the text: tables of contents, which say again its titles, and footnotes. Both are set aside."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from graph.text import fold
from loaders.read.pdf.entries import Entry, TableEntry

_LED = re.compile(r"(?:[.…·_]\s?){4,}\s*(\d{1,3})$")
_TABBED = re.compile(r"\S\t(\d{1,3})$")
_TITLE = re.compile(r"^(?:sommaire|table des? (?:matieres|contenus?)|contenu)\W*$")
_FEW, _NEAR, _SOON = 3, 3, 4
AnyEntry = Entry | TableEntry


def contents_of(entries: Sequence[AnyEntry], pages: int) -> set[int]:
    """Positions of the lines of tables of contents, in a document of so many pages."""
    lines = [(at, entry) for at, entry in enumerate(entries) if isinstance(entry, Entry) and not entry.running]
    found: set[int] = set()
    for run in _runs([entry for _, entry in lines], pages):
        first = _first([entry for _, entry in lines], run[0])
        found |= {at for at, _ in lines[first : run[-1] + 1]}
    return found


def _runs(lines: Sequence[Entry], pages: int) -> Iterator[list[int]]:
    """Ranks of lines that end with a page's number, near one another, the numbers growing.

    Where no dots lead to the number, only a title or such a line above makes sure that it is one.
    """
    run: list[int] = []
    last, titled = 0, -_SOON
    for at, line in enumerate(lines):
        titled = at if _TITLE.match(fold(line.text)) else titled
        sure = at - titled <= _SOON or (bool(run) and at - run[-1] <= _NEAR)
        match = _LED.search(line.text) or (_TABBED.search(line.text) if sure else None)
        if match is None or int(match[1]) > pages:
            continue
        if run and (at - run[-1] > _NEAR or int(match[1]) < last):
            yield from [run] if len(run) >= _FEW else []
            run = []
        run.append(at)
        last = int(match[1])
    yield from [run] if len(run) >= _FEW else []


def _first(lines: Sequence[Entry], at: int) -> int:
    """Where a table begins: at its title, if that stands just above, else at the beginning of its first entry."""
    titles = (before for before in range(at, max(-1, at - _SOON), -1) if _TITLE.match(fold(lines[before].text)))
    if (title := next(titles, None)) is not None:
        return title
    while at > 0 and lines[at].joint:
        at -= 1
    return at
