"""Entries as the lines and rows that forms read, each with its place as a person looks for it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace

from loaders.cells import Row
from loaders.pages import PrintedLine, glued
from loaders.read.blocks import Block, Paragraph
from loaders.read.office.aside import Aside
from loaders.read.office.layout import lines_of
from loaders.read.office.table_rows import rows_of
from loaders.read.pdf.entries import Entry, TableEntry

AnyEntry = Entry | TableEntry


def printed_lines_of(entries: Iterable[AnyEntry]) -> Iterator[PrintedLine]:
    """Lines in reading order, a blank one where there is a gap, and around each table."""
    after_table = False
    for place, entry in _placed(entries):
        if isinstance(entry, TableEntry):
            yield PrintedLine(place, "")
            yield from (PrintedLine(line.locator, line.raw) for line in lines_of([entry.table], Aside()))
        else:
            if entry.parted or after_table:
                yield PrintedLine(place, "")
            yield PrintedLine(place, " " * entry.indent + entry.text, joint=entry.joint, running=entry.running)
        after_table = isinstance(entry, TableEntry)


def table_rows_of(entries: Iterable[AnyEntry]) -> list[Row]:
    """Rows, where the document is mostly tables of data; running lines are left out."""
    return rows_of(list(_blocks(entries)))


def _blocks(entries: Iterable[AnyEntry]) -> Iterator[Block]:
    """Tables, and whole paragraphs between them."""
    open_: Paragraph | None = None
    for place, entry in _placed(entries):
        if isinstance(entry, Entry) and (entry.running or entry.joint):
            if open_ and entry.joint:
                open_ = replace(open_, text=glued(open_.text, entry.text, entry.joint))
            continue
        if open_:
            yield open_
        open_ = Paragraph(place, entry.text) if isinstance(entry, Entry) else None
        if isinstance(entry, TableEntry):
            yield entry.table
    if open_:
        yield open_


def _placed(entries: Iterable[AnyEntry]) -> Iterator[tuple[str, AnyEntry]]:
    """Entries, each with its place: the page, and the line as a person counts it."""
    counts: Counter[int] = Counter()
    for entry in entries:
        number = counts[entry.page] + (entry.height if isinstance(entry, Entry) else 1)
        yield f"page {entry.page}, ligne {number}", entry
        counts.update(entry.heights if isinstance(entry, TableEntry) else {entry.page: entry.height})
