"""A document in reading order: from its pages to its lines and rows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from typing import NamedTuple

from loaders.read.pdf.chains import Chain, chained
from loaders.read.pdf.contents import contents_of
from loaders.read.pdf.entries import Entry, TableEntry, line_entries, running_entries, table_entry
from loaders.read.pdf.footnotes import body_size, parted
from loaders.read.pdf.hyphens import Hyphens
from loaders.read.pdf.joints import Manner
from loaders.read.pdf.lines import Block, Printed, blocks_of, printed_lines
from loaders.read.pdf.order import reading_order
from loaders.read.pdf.page import Page
from loaders.read.pdf.running import running_lines
from loaders.read.pdf.spacing import usual_gap
from loaders.read.pdf.stretch import Stretch, stretches
from loaders.read.pdf.tables import Draft, PageTable, add_unruled, draft_of
from loaders.read.pdf.turned import straightened, upright

AnyEntry = Entry | TableEntry
Halves = Sequence[tuple[list[Printed], list[Printed]]]


@dataclass
class Sheet:
    """A page laid out: its tables, the lines outside them, and those that are printed sideways."""

    page: Page
    tables: list[PageTable]
    lines: list[Printed]
    sideways: list[Printed]


class Aside(NamedTuple):
    """Words that are none of the text: the code of what they are, their page."""

    code: str
    page: int
    words: str


def sheets_of(pages: Iterable[Page]) -> list[Sheet]:
    """Lay out the pages of a document."""
    drafts = [draft_of(straightened(page)) for page in pages]
    add_unruled(drafts)
    return [_sheet(draft) for draft in drafts]


def _sheet(draft: Draft) -> Sheet:
    level = [word for word in draft.free if word.turned == 0]
    sideways = printed_lines(upright([word for word in draft.free if word.turned]))
    return Sheet(draft.page, draft.tables, printed_lines(level), sideways)


def entries_of(sheets: Sequence[Sheet]) -> tuple[list[AnyEntry], list[Aside]]:
    """All that a document says, in reading order, page by page; and what is set aside."""
    running = running_lines([(sheet.page, sheet.lines) for sheet in sheets])
    size = body_size([line for sheet in sheets for line in sheet.lines])
    parts = [_parts(sheet, lines, size) for sheet, lines in zip(sheets, running, strict=True)]
    manner = _manner(sheets, [block for blocks, _ in parts for block in blocks])
    wide = stretches([(sheet.page, blocks) for sheet, (blocks, _) in zip(sheets, parts, strict=True)], manner.usual)
    items = [_items(sheet, blocks, wide) for sheet, (blocks, _) in zip(sheets, parts, strict=True)]
    entries = list(_with_running(_entries(items, manner), sheets, running))
    contents = contents_of(entries, len(sheets))
    notes = [
        Aside("note-de-bas-de-page", sheet.page.number, " ".join(line.text for line in lines))
        for sheet, (_, lines) in zip(sheets, parts, strict=True)
        if lines
    ]
    listed = [entries[at] for at in sorted(contents)]
    notes += [Aside("table-des-matieres", entry.page, entry.text) for entry in listed if isinstance(entry, Entry)]
    return [entry for at, entry in enumerate(entries) if at not in contents], notes


def _parts(sheet: Sheet, running: frozenset[Printed], size: float) -> tuple[list[Block], list[Printed]]:
    """The blocks of a page's text, and its footnotes."""
    blocks = blocks_of([line for line in sheet.lines if line not in running])
    return parted(sheet.page, blocks, size)


def _items(sheet: Sheet, blocks: Sequence[Block], wide: dict[int, Stretch]) -> list[Stretch | PageTable]:
    ordered: list[Block | PageTable] = reading_order([*blocks, *sheet.tables])
    found: list[Stretch | PageTable] = [wide[id(item)] if isinstance(item, Block) else item for item in ordered]
    if sheet.sideways:
        found.append(Stretch(sheet.page.number, tuple(sheet.sideways)))
    return found


def _manner(sheets: Sequence[Sheet], blocks: Sequence[Block]) -> Manner:
    cells = [held for sheet in sheets for table in sheet.tables for held in table.cells.values()]
    runs = [block.lines for block in blocks] + [stretch.lines for held in cells for stretch in held]
    pairs = [pair for lines in runs for pair in pairwise(lines)]
    texts = (line.text for lines in runs for line in lines)
    return Manner(usual_gap(pairs), Hyphens.of(texts, ((before.text, line.text) for before, line in pairs)))


def _entries(pages: Sequence[Sequence[Stretch | PageTable]], manner: Manner) -> Iterator[AnyEntry]:
    for is_chain, group in groupby(chained(pages), key=lambda item: isinstance(item, Chain)):
        if not is_chain:
            yield from line_entries([item for item in group if isinstance(item, Stretch)], manner)
            continue
        for chain in group:
            if isinstance(chain, Chain) and (rows := chain.rows(manner)):
                yield table_entry(rows, manner)


def _with_running(
    entries: Iterable[AnyEntry], sheets: Sequence[Sheet], running: Sequence[frozenset[Printed]]
) -> Iterator[AnyEntry]:
    """Entries with the running lines of each page: those of its upper half before its own, the others behind."""
    halves = [_halves(sheet.page, lines) for sheet, lines in zip(sheets, running, strict=True)]
    at = -1
    for entry in entries:
        while at < 0 or sheets[at].page.number < entry.page:
            yield from _turn_of_page(sheets, halves, at)
            at += 1
        yield entry
    for left in range(at, len(sheets)):
        yield from _turn_of_page(sheets, halves, left)


def _halves(page: Page, lines: Iterable[Printed]) -> tuple[list[Printed], list[Printed]]:
    ordered = sorted(lines, key=lambda line: (round(line.box.top), line.box.x0))
    upper = [line for line in ordered if line.box.top < page.height / 2]
    return upper, ordered[len(upper) :]


def _turn_of_page(sheets: Sequence[Sheet], halves: Halves, at: int) -> Iterator[Entry]:
    """What stands at the foot of a page (none before the first) and at the head of the next."""
    if at >= 0:
        yield from running_entries(sheets[at].page.number, halves[at][1])
    if at + 1 < len(sheets):
        yield from running_entries(sheets[at + 1].page.number, halves[at + 1][0])
