"""The form "table of measures" or "of actions": headings, actions, what answers them locally, and all they say."""

from __future__ import annotations

from dataclasses import dataclass, field

from graph.text import fold
from loaders.forms.sentences import SentenceWriter
from loaders.forms.tables.alignment import Aligned
from loaders.forms.tables.asides import Asides
from loaders.forms.tables.cells import lines_of, sites
from loaders.forms.tables.crosses import CrossesWriter
from loaders.forms.tables.givers import GiversWriter
from loaders.forms.tables.labels import ACTOR_ROLES, HEADING_ROLES, LEVELS, SET_ASIDE, Role, is_remark
from loaders.forms.tables.marks import is_mark, is_no
from loaders.forms.tables.outline import OutlineWriter, Place, unnumbered
from loaders.forms.tables.particulars import TOLD, Particulars, particulars
from loaders.forms.tables.people import PeopleWriter
from loaders.forms.tables.repeats import Repeats
from loaders.forms.tables.table import Table
from loaders.forms.tables.totals import Totals
from loaders.writer import Writer


@dataclass
class MeasuresWriter:
    """Writes the rows of one table."""

    table: Table
    writer: Writer
    outline: OutlineWriter
    people: PeopleWriter
    givers: GiversWriter
    crosses: CrossesWriter
    asides: Asides
    sentences: SentenceWriter
    repeats: Repeats
    totals: Totals
    _rows: dict[tuple[str, ...], str] = field(default_factory=dict)
    _known_parts: dict[tuple[str, str], str] = field(default_factory=dict)

    def write(self, number: int, row: Aligned) -> None:
        """Write one row: what it opens, its measure, what answers it, and what its columns say of it."""
        for code, message in row.shifted.notes:
            self.writer.finding(code, "attention", row.row.locator, message)
        if row.shifted.stray:
            if not self.totals.check(row.row):
                self.writer.unread(row.row.line(" ; ".join(filter(None, row.row.cells))))
            return
        self.totals.add(row)
        self._compare(row)
        self._leave_aside(row)
        if number not in self.repeats.going_on:
            self._open(row)
        target = self._target(number, row)
        if target is None:
            self._leave(row, *self._beside_headings(row))
        else:
            self._fill(number, row, target)

    def _compare(self, row: Aligned) -> None:
        """Two rows with the same words are both kept, and it is said."""
        first = self._rows.setdefault(row.row.cells, row.row.locator)
        if first != row.row.locator and len(row.row.filled) > 1:
            self.writer.finding("ligne-double", "attention", row.row.locator, f"ligne identique à la {first}")

    def _leave_aside(self, row: Aligned) -> None:
        """Cells beyond the last column, and bare crosses where words belong, are left unread."""
        for cell in row.beyond:
            self.writer.unread(row.row.line(cell))
        worded = self.table.header.positions(*HEADING_ROLES, Role.RESPONSE)
        self._leave(row, *(i for i in worded if _is_bare(row.cells[i])))

    def _cell(self, row: Aligned, role: Role) -> str:
        position = self.table.header.position(role)
        return "" if position is None or _is_bare(row.cells[position]) else row.cells[position]

    def _middle(self, row: Aligned) -> str:
        return " – ".join(filter(None, (row.cells[i] for i in self.table.header.positions(Role.MIDDLE))))

    def _open(self, row: Aligned) -> None:
        """Open the axis and the objective that the row names."""
        if self.table.whole:
            self.outline.at = Place()
        if row.shifted.banner:
            self.outline.banner(row.row, row.row.cells[row.row.filled[0]])
            return
        self.outline.open(row.row, self._cell(row, Role.THEME), self._middle(row), self._cell(row, Role.OBJECTIVE))
        if row.shifted.alone:
            self.outline.at.measure, self.outline.at.objective, self.outline.at.adrift = None, None, True

    def _target(self, number: int, row: Aligned) -> str | None:
        """Write the action that the row opens, and its parts; what the row speaks of: an action, or an objective."""
        at, part = self.outline.at, number in self.repeats.about_parts
        told = particulars(row, self.table.header)
        opens = bool(self._cell(row, Role.MEASURE)) and number not in self.repeats.going_on and not row.shifted.banner
        if opens:
            at.measure = self._measure(row, Particulars() if part else told)
        if at.measure is None:
            return at.objective if self._has_actors(row) else None
        target = self._parts(row, at.measure, told if part else None) or at.measure
        if opens or part:
            self._say(row, told)
        elif not self._cell(row, Role.MEASURE):
            self._leave(row, *self.table.header.positions(*TOLD))
        return target

    def _has_actors(self, row: Aligned) -> bool:
        """True for a row that names who leads or helps an objective, without any action."""
        return any(row.cells[i] for i in self.table.header.positions(*ACTOR_ROLES, Role.SERVICES))

    def _measure(self, row: Aligned, told: Particulars) -> str:
        text, national, at = self._cell(row, Role.MEASURE), self.table.has_responses, self.outline.at
        if at.adrift and not row.shifted.alone:
            message = f"« {text} » suit une cellule fusionnée : l'objectif de la mesure n'est pas dit"
            self.writer.finding("objectif-incertain", "attention", row.row.locator, message)
        id_ = self._action(self.outline.parent, row, text, "mesure_nationale" if national else "action", told)
        if national:
            self.crosses.envelopes(id_, row.row.line(text))
        return id_

    def _action(self, parent: str, row: Aligned, text: str, kind: str, told: Particulars) -> str:
        id_ = self.outline.action(parent, row.row, text, kind, told.properties)
        self.sentences.write(id_, unnumbered(text), row.row.line(text))
        for quote in told.quotes:
            self.writer.tie(id_, "STATED_IN", self.writer.document, row.row.locator, quote)
        return id_

    def _parts(self, row: Aligned, measure: str, told: Particulars | None) -> str | None:
        """Write the parts of an action; returns the one that the row speaks of, `told` being then what it says."""
        position = self.table.header.position(Role.SUB_ACTION)
        if position is None or not row.cells[position]:
            return None
        if told is not None:
            return self._part(row, measure, row.cells[position], told)
        for line in lines_of(row.row, row.cells[position]):
            self._action(measure, row, line.body, "action", Particulars())
        return None

    def _part(self, row: Aligned, measure: str, text: str, told: Particulars) -> str:
        """A part of an action, once however many rows speak of it."""
        key = (measure, fold(text))
        if key not in self._known_parts:
            self._known_parts[key] = self._action(measure, row, text, "action", told)
        return self._known_parts[key]

    def _say(self, row: Aligned, told: Particulars) -> None:
        """Report what is odd in an action's particulars."""
        for code, place, message in told.notes:
            self.writer.finding(code, "attention", place, message)
        for position in told.aside:
            self.asides.count(position)
        for position in told.serials:
            self.asides.serial(position)
        self._leave(row, *told.unread)

    def _fill(self, number: int, row: Aligned, target: str) -> None:
        """Write all that the columns of a row say of its target, and of what answers it."""
        responses, width = self._responses(row, target), len(self.table.header.columns)
        owners, ends = [target, *(id_ for _, id_ in responses)], [*(at for at, _ in responses), width]
        for rank, owner in enumerate(owners):
            self.people.write(owner, number, row, range(ends[rank - 1] if rank else 0, ends[rank]))
        self.people.services(target, row)
        unread = [
            *self.crosses.write(row, target),
            *self.givers.write(owners[-1], number, row, self.people.pilots(row)),
        ]
        self._leave(row, *unread, *self.table.header.positions(Role.OTHER, Role.NUMBER))
        self._describe(row, target)
        self._locate(row, target)
        self._set_aside(row)

    def _set_aside(self, row: Aligned) -> None:
        """Count the cells that have no place in the graph; a cross among remarks is none of them."""
        for position in self.table.header.positions(*SET_ASIDE):
            if is_mark(row.cells[position]) and is_remark(self.table.header.columns[position].label):
                self._leave(row, position)
            elif row.cells[position]:
                self.asides.count(position)

    def _responses(self, row: Aligned, measure: str) -> list[tuple[int, str]]:
        """Write what answers the measure: columns and ids of the local responses."""
        written = []
        for position in self.table.header.positions(Role.RESPONSE):
            text = row.cells[position]
            if text and not _is_bare(text):
                id_ = self._action(measure, row, text, "reponse_locale", Particulars())
                self.writer.tie(id_, "RESPONDS_TO", measure, row.row.locator, text)
                written.append((position, id_))
        return written

    def _describe(self, row: Aligned, target: str) -> None:
        """Keep the description of an action, and read who and where it names."""
        for position in self.table.header.positions(Role.DESCRIPTION):
            if cell := row.cells[position]:
                self.writer.tie(target, "STATED_IN", self.writer.document, row.row.locator, str(cell))
                self.sentences.write(target, str(cell), row.row.line(cell))

    def _locate(self, row: Aligned, target: str) -> None:
        """Write the places of an action: those that a cell lists, or those whose columns are crossed."""
        for position in self.table.header.positions(Role.PLACE):
            column, cell = self.table.header.columns[position], row.cells[position]
            names = [column.item] * is_mark(cell) if column.named else [name for name, _ in sites(cell)]
            for name in names:
                self.sentences.locate(target, name, row.row.line(cell))
            if cell and not names and not is_no(cell):
                self.asides.count(position)

    def _beside_headings(self, row: Aligned) -> list[int]:
        """Cells of a row that opens an axis or an objective only, other than its heading."""
        headings = self.table.header.positions(*LEVELS)
        bare = [position for position in self.table.header.positions(Role.RESPONSE) if _is_bare(row.cells[position])]
        banner = row.row.filled if row.shifted.banner else []
        return [position for position in range(len(row.cells)) if position not in (*headings, *bare, *banner)]

    def _leave(self, row: Aligned, *positions: int) -> None:
        """Words of columns that no rule reads: unread, with their column."""
        labelled = [(self.table.header.columns[i].label, row.cells[i]) for i in positions]
        for label, words in labelled:
            if words:
                self.writer.unread(row.row.line(f"{label} : {words}" if label else words))


def _is_bare(cell: str) -> bool:
    return is_mark(cell) or is_no(cell)
