"""Who leads an action and who helps, by the columns of a table: lists, crosses under a name, services of the pilot."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from graph.statements import ActorMention
from graph.text import fold
from loaders.cells import printed_lines
from loaders.forms.actors import ActorWriter
from loaders.forms.section import Section
from loaders.forms.tables.alignment import Aligned
from loaders.forms.tables.cells import actor_lines
from loaders.forms.tables.columns import Header
from loaders.forms.tables.labels import Column, Role, is_co
from loaders.forms.tables.marks import is_mark
from loaders.lines import Line
from loaders.words.lists import Listed, mention_of, read_list
from loaders.words.names import without_article
from loaders.words.split import split_outside
from loaders.writer import Writer

Lists = Mapping[tuple[int, int], Sequence[Section]]
"""Cells that list actors, by number of row and of column: pilots and co-pilots of one cell are two sections."""
_CO = re.compile(r"\(\s*co-?(?:pilot|port|anim)\w*\s*\)", re.IGNORECASE)
_MOSTLY = 3
_PILOTS, _CO_PILOTS = "Pilote", "Copilote"
_PREDICATES = {Role.PILOTS: "PILOTS", Role.PARTNERS: "PARTNERS"}


@dataclass
class PeopleWriter:
    """Writes PILOTS and PARTNERS of one table."""

    header: Header
    writer: Writer
    actors: ActorWriter
    lists: Lists
    _own: frozenset[str] = field(default_factory=frozenset)
    _owners: dict[str, Counter[ActorMention]] = field(default_factory=dict)
    _cells: dict[str, list[Listed]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Who stands in lists by itself is no service of another."""
        self._own = frozenset(_plain(mention) for mention in self.actors.mentions)

    def learn(self, rows: Iterable[Aligned]) -> None:
        """Learn whose each service is, by the rows with one pilot."""
        for row in rows if self.header.positions(Role.SERVICES) else ():
            pilots = [] if row.shifted.stray else self.pilots(row)
            for item in self._services(row) if len(pilots) == 1 else []:
                self._owners.setdefault(_plain(item.mention), Counter())[pilots[0]] += 1

    def write(self, target: str, number: int, row: Aligned, positions: range) -> None:
        """Write the cells of these columns that name actors."""
        for position in positions:
            column, cell = self.header.columns[position], row.cells[position]
            if (number, position) in self.lists:
                for section in self.lists[number, position]:
                    self.actors.write(target, section)
            elif column.named and column.role in _PREDICATES and is_mark(cell):
                self._crossed(target, row, position)

    def _crossed(self, target: str, row: Aligned, position: int) -> None:
        column = self.header.columns[position]
        more = {"co": is_co(column.group)} if column.role == Role.PILOTS else {}
        quote = f"{column.label} : {row.cells[position]}"
        mention = mention_of(column.item)
        self.writer.tie(mention, _PREDICATES[column.role], target, row.row.locator, quote, basis="stated", **more)

    def pilots(self, row: Aligned) -> list[ActorMention]:
        """The pilots that a row names, co-pilots left out."""
        leading = [i for i in self.header.positions(Role.PILOTS) if not is_co(self.header.columns[i].label)]
        crossed = [mention_of(self.header.columns[i].item) for i in leading if is_mark(row.cells[i])]
        return crossed + [item.mention for i in leading if not is_mark(row.cells[i]) for item in self._read(row, i)]

    def _read(self, row: Aligned, position: int) -> list[Listed]:
        cell = row.cells[position]
        key = "\n".join(printed_lines(cell))
        if key not in self._cells:
            listed = read_list(actor_lines(row.row, cell), self.actors.standalone)
            self._cells[key] = [item for item in listed if not item.aside and item.mention.parent is None]
        return [replace(item, locator=row.row.locator) for item in self._cells[key]]

    def services(self, target: str, row: Aligned) -> None:
        """Write the services that lead: of the pilot where there is exactly one, else by themselves."""
        for item in self._services(row):
            owner, mention = self._owner(item.mention, self.pilots(row)), item.mention
            if owner is not None and _plain(mention) == _plain(owner):
                continue
            if owner is not None and _plain(mention) not in self._own:
                mention = ActorMention(mention.text, parent=owner, service=True)
                self.writer.tie(mention, "PART_OF", owner, item.locator, item.quote)
            self.writer.tie(mention, "PILOTS", target, item.locator, item.quote, basis="stated", co=False)

    def _services(self, row: Aligned) -> list[Listed]:
        return [item for position in self.header.positions(Role.SERVICES) for item in self._read(row, position)]

    def _owner(self, service: ActorMention, pilots: Sequence[ActorMention]) -> ActorMention | None:
        """The pilot of whom it is a service: the only one, but where most other rows say it is another's."""
        known = self._owners.get(_plain(service), Counter())
        if len(pilots) == 1:
            usual, times = known.most_common(1)[0] if known else (pilots[0], 0)
            return usual if times >= _MOSTLY * known[pilots[0]] else pilots[0]
        among = [pilot for pilot in pilots if known[pilot]]
        return among[0] if len(among) == 1 else None


def _plain(mention: ActorMention) -> str:
    return fold(without_article(mention.text))


def lists_of(number: int, row: Aligned, header: Header) -> dict[tuple[int, int], list[Section]]:
    """The cells of one row that list pilots and partners, as sections."""
    return {
        (number, position): _sections(header.columns[position], actor_lines(row.row, row.cells[position]))
        for position in header.positions(Role.PILOTS, Role.PARTNERS)
        if row.cells[position] and not header.columns[position].named
    }


def _sections(column: Column, lines: list[Line]) -> list[Section]:
    """A cell as a section; those that it says to be co-pilots as another."""
    if column.role != Role.PILOTS:
        return [_section(column.role, column.label, lines)]
    if is_co(column.label):
        return [_section(column.role, _CO_PILOTS, lines)]
    if not any(_CO.search(line.text) for line in lines):
        return [_section(column.role, _PILOTS, lines)]
    pieces = [replace(line, raw=piece) for line in lines for piece in split_outside(line.body, ",;/") if piece.strip()]
    leading = [line for line in pieces if not _CO.search(line.text)]
    others = [line for line in pieces if _CO.search(line.text)]
    found = [_section(column.role, _PILOTS, leading), _section(column.role, _CO_PILOTS, others)]
    return [section for section in found if section.lines]


def _section(kind: str, label: str, lines: list[Line]) -> Section:
    """Lists of a table's row may name persons beside organisations, as an action's own fiche may."""
    return Section(kind, label, lines=lines, own=True)
