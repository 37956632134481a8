"""A table of measures or of actions: title, header, and its rows with merged cells repaired."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from loaders.cells import Row
from loaders.forms.tables.alignment import Aligned, align, blocks
from loaders.forms.tables.cells import unmerged, with_breaks
from loaders.forms.tables.columns import Header, find_header
from loaders.forms.tables.labels import Role
from loaders.forms.tables.notes import rejoined, trimmed
from loaders.forms.tables.packed import legend_of, unpacked
from loaders.forms.tables.sections import Section, sections, under_united, united
from loaders.forms.tables.settling import settle
from loaders.forms.tables.shifts import Shifted
from loaders.forms.tables.styles import Styles, leading_banners, styles_of
from loaders.lines import Line
from loaders.read.document import Note
from loaders.words.titles import looks_like_title


@dataclass(frozen=True)
class Table:
    """Rows set under the columns of the header; `preamble` is what stands above it, `notes` what was repaired.

    `whole`: every row says all its headings, so that a blank one is none.
    """

    header: Header
    rows: tuple[Aligned, ...]
    preamble: tuple[Line, ...]
    repeated: tuple[Row, ...] = ()
    notes: tuple[Note, ...] = ()
    whole: bool = False

    @property
    def title(self) -> Line | None:
        """The first line above the header that speaks of a plan, else the first."""
        return next(filter(looks_like_title, self.preamble), self.preamble[0] if self.preamble else None)

    @property
    def has_responses(self) -> bool:
        """True where measures are set against what is done locally: they are then national ones."""
        return self.header.position(Role.RESPONSE) is not None


def read_table(rows: Sequence[Row]) -> Table | None:
    """The table of measures that these rows hold, or None."""
    rows = with_breaks(rows)
    first = find_header(rows)
    if first is None:
        return None
    whole, notes = rejoined(rows, first)
    legend = legend_of(whole)
    parts, repeated = sections([trimmed(row) for row in whole], first, notes)
    for part in parts:
        repeated += part.set_apart(bool(legend))
    leading = leading_banners(rows[: first.first], first)
    parts[0].rows[:0] = leading
    if all(row.blank for part in parts for row in part.rows):
        return None
    notes += _settle(parts, legend)
    for part in parts:
        part.content = unmerged(part.content, part.header) if part.header else part.content
    header = united([part.header for part in parts if part.header])
    styles = styles_of([row for part in parts for row in part.under(header)], header)
    aligned = [row for part in parts for row in _aligned(part, header, styles)]
    return Table(header, tuple(aligned), _preamble(rows[: first.first - len(leading)]), tuple(repeated), tuple(notes))


def _settle(parts: Sequence[Section], legend: Mapping[str, Role]) -> list[Note]:
    """Settles each header by all the rows below it, notes set apart and cells put in full; what is to be said of it."""
    notes: list[Note] = []
    for part in parts:
        notes += part.put_in_full()
    for header in {id(part.header): part.header for part in parts if part.header}.values():
        alike = [part for part in parts if part.header is header]
        apart = unpacked(header, [row for part in alike for row in part.content], legend)
        settled, said = settle(apart.header, apart.rows)
        notes += said
        rows = iter(apart.rows)
        for part in alike:
            part.header, part.content = settled, list(islice(rows, len(part.content)))
            notes += part.set_numbers_aside()
    return notes


def _aligned(part: Section, whole: Header, styles: Styles) -> list[Aligned]:
    """The rows of one section in their order, under the columns of the whole table."""
    if part.header is None:
        return [_stray(row) for row in part.rows if not row.blank]
    read = {row.row.locator: row for block in blocks(part.content) for row in align(block, part.header, styles)}
    if part.header is not whole:
        read = {place: under_united(row, part.header, whole) for place, row in read.items()}
    return [read.get(row.locator) or _stray(row) for row in part.rows if not row.blank]


def _stray(row: Row) -> Aligned:
    """A row that is none of the table's: its cells are left as they stand."""
    return Aligned(Shifted(row, row.cells, stray=True), row.cells)


def _preamble(rows: Sequence[Row]) -> tuple[Line, ...]:
    return tuple(row.line(" ".join(filter(None, row.cells))) for row in rows if not row.blank)
