"""Reads a table of measures or of actions into statements."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import chain

from graph.text import slug
from loaders.forms.actors import ActorWriter
from loaders.forms.sentences import SentenceWriter, sentence_writer
from loaders.forms.tables.asides import Asides
from loaders.forms.tables.cell_actors import CellActors
from loaders.forms.tables.cells import sites
from loaders.forms.tables.crosses import CrossesWriter
from loaders.forms.tables.givers import GiversWriter, funders_of
from loaders.forms.tables.labels import SET_ASIDE, Role
from loaders.forms.tables.measures import MeasuresWriter
from loaders.forms.tables.outline import OutlineWriter
from loaders.forms.tables.people import Lists, PeopleWriter, lists_of
from loaders.forms.tables.repeats import repeats
from loaders.forms.tables.table import Table, read_table
from loaders.forms.tables.totals import Totals
from loaders.lines import Line
from loaders.plan_info import PlanInfo
from loaders.read.delimited import tabbed_rows
from loaders.read.document import RawDocument
from loaders.words.places import PlaceName
from loaders.writer import Writer

_TO_CHECK = frozenset({"colonne-interpretee", "ligne-coupee", "idem"})


@dataclass(frozen=True)
class TableForm:
    """A document that is a table of measures or of actions."""

    table: Table

    @classmethod
    def recognise(cls, raw: RawDocument) -> TableForm | None:
        """The table that a document's rows hold (lines parted by tabulations are rows too), or None."""
        table = read_table(raw.rows or tuple(tabbed_rows(raw.lines)))
        return cls(table) if table else None

    @property
    def title(self) -> Line | None:
        """The line above the table that names the plan."""
        return self.table.title

    @property
    def preamble(self) -> Sequence[Line]:
        """The lines above the table."""
        return self.table.preamble

    @property
    def opening(self) -> Line:
        """The title, or the first row."""
        first = self.table.rows[0].row
        return self.title or first.line(" ".join(filter(None, first.cells)))

    @property
    def furniture(self) -> Sequence[Line]:
        """Headers printed again."""
        return [row.line(" ".join(filter(None, row.cells))) for row in self.table.repeated]

    def write(self, writer: Writer, info: PlanInfo, known: frozenset[str]) -> None:
        """Write every row."""
        for code, locator, message in self.table.notes:
            writer.finding(code, "attention" if code in _TO_CHECK else "info", locator, message)
        write_table(self.table, writer, info, known)


def write_table(table: Table, writer: Writer, info: PlanInfo, known: frozenset[str]) -> None:
    """Write the rows of a table, then its columns that are set aside."""
    header = table.header
    read = [(number, row) for number, row in enumerate(table.rows) if not row.shifted.stray]
    lists: Lists = {key: cell for number, row in read for key, cell in lists_of(number, row, header).items()}
    funders = {(number, at): cell for number, row in read for at, cell in funders_of(row, header).items()}
    actors = CellActors(writer, [*chain.from_iterable(lists.values()), *funders.values()], known)
    asides = Asides(header)
    people = PeopleWriter(header, writer, actors, lists)
    people.learn(table.rows)
    rows = MeasuresWriter(
        table,
        writer,
        OutlineWriter(writer, info),
        people,
        GiversWriter(header, writer, actors, asides, funders),
        CrossesWriter(header, writer, info),
        asides,
        _sentences(table, writer, info, known, actors),
        repeats(table.rows, header),
        Totals(header, writer),
    )
    for number, row in enumerate(table.rows):
        rows.write(number, row)
    asides.say(writer)


def _sentences(
    table: Table, writer: Writer, info: PlanInfo, known: frozenset[str], actors: ActorWriter
) -> SentenceWriter:
    """What reads sentences; the places of its columns are known in them."""
    columns = table.header.columns
    cells = (
        cell
        for row in table.rows
        for cell, column in zip(row.cells, columns, strict=False)
        if cell and column.role not in SET_ASIDE
    )
    texts = list(dict.fromkeys(cells))
    places = (*info.places, *_places(table, info))
    return sentence_writer(writer, replace(info, places=places), actors, known, (), texts)


def _places(table: Table, info: PlanInfo) -> list[PlaceName]:
    """The places that columns list or are named after, but those that the plan declares."""
    declared = {slug(spelling) for place in info.places for spelling in (place.name, *place.spellings)}
    found: dict[str, PlaceName] = {}
    for position in table.header.positions(Role.PLACE):
        column = table.header.columns[position]
        cells = [column.label] if column.named else [row.cells[position] for row in table.rows if not row.shifted.stray]
        kind = "QPV" if "QPV" in f"{column.group} {column.label}" else None
        for name, said in (site for cell in dict.fromkeys(cells) for site in sites(cell)):
            if slug(name) not in declared:
                found.setdefault(slug(name), PlaceName(column.item or name, kind=said or kind))
    return list(found.values())
