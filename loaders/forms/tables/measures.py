"""The form "table of measures": themes, objectives, measures, what answers them locally, and crosses."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from graph.statements import FundingMention
from graph.text import fold, slug
from loaders.forms.actors import ActorWriter
from loaders.forms.section import Section
from loaders.forms.sentences import SentenceWriter
from loaders.forms.tables.alignment import Aligned
from loaders.forms.tables.columns import ACTOR_ROLES, Role, is_mark
from loaders.forms.tables.table import Table
from loaders.forms.vocabulary import status_of
from loaders.lines import Line
from loaders.plan_info import PlanInfo
from loaders.words.envelopes import STATE, national_envelopes
from loaders.words.lists import mention_of
from loaders.words.titles import number_and_title
from loaders.words.tool_names import tool_of_column
from loaders.writer import Writer

Lists = Mapping[tuple[int, Role], Section]


@dataclass
class _Place:
    """Where in the plan the next row stands: ids of the open axis, objective and measure."""

    axis: str | None = None
    objective: str | None = None
    measure: str | None = None
    adrift: bool = False


@dataclass
class MeasuresWriter:
    """Writes the rows of one table."""

    table: Table
    writer: Writer
    info: PlanInfo
    actors: ActorWriter
    lists: Lists
    sentences: SentenceWriter
    at: _Place = field(default_factory=_Place)
    _known: dict[tuple[str, str], str] = field(default_factory=dict)
    _rows: dict[tuple[str, ...], str] = field(default_factory=dict)
    _children: dict[str, int] = field(default_factory=dict)

    def write(self, number: int, row: Aligned) -> None:
        """Write one row: what it opens, its measure, what answers it, and its crosses."""
        for code, message in row.shifted.notes:
            self.writer.finding(code, "attention", row.row.locator, message)
        if row.shifted.stray:
            self._leave(row, *range(len(row.cells)))
            return
        self._compare(row)
        self._open(row)
        if self._cell(row, Role.MEASURE):
            self.at.measure = self._measure(row)
        if self.at.measure is None:
            self._leave(row, *self._beside_headings(row))
            return
        if response := self._cell(row, Role.RESPONSE):
            self._response(row, response, self.at.measure)
        self._crosses(row, self.at.measure)
        for role in ACTOR_ROLES:
            if (number, role) in self.lists:
                self.actors.write(self.at.measure, self.lists[number, role])
        self._leave(row, *self.table.header.positions(Role.OTHER))

    def _compare(self, row: Aligned) -> None:
        """Two rows with the same words are both kept, and it is said."""
        first = self._rows.setdefault(row.row.cells, row.row.locator)
        if first != row.row.locator and len(row.row.filled) > 1:
            self.writer.finding("ligne-double", "attention", row.row.locator, f"ligne identique à la {first}")

    def _cell(self, row: Aligned, role: Role) -> str:
        position = self.table.header.position(role)
        return row.cells[position] if position is not None and position < len(row.cells) else ""

    def _open(self, row: Aligned) -> None:
        """Open the axis and the objective that the row names; merged cells below them are blank."""
        theme, objective = self._cell(row, Role.THEME), self._cell(row, Role.OBJECTIVE)
        if row.shifted.banner:
            theme, objective = objective, ""
        if theme:
            self.at = _Place(axis=self._axis(row, theme))
        if objective:
            self.at = _Place(self.at.axis, self._objective(row, objective))
        elif row.shifted.alone:
            self.at = _Place(self.at.axis, adrift=True)

    def _axis(self, row: Aligned, title: str) -> str:
        return self._structure("Axis", "axe", "HAS_AXIS", self.info.id, row, title)

    def _objective(self, row: Aligned, title: str) -> str:
        parent = self.at.axis or self.info.id
        return self._structure("Objective", "objectif", "HAS_OBJECTIVE", parent, row, title)

    def _structure(self, label: str, segment: str, tie: str, parent: str, row: Aligned, printed: str) -> str:
        """An axis or objective, once under its parent however often its cell is printed."""
        key = (parent, fold(printed))
        if key not in self._known:
            self._known[key] = f"{self.info.id}/{segment}-{self.writer.count(label) + 1}"
        id_, locator = self._known[key], row.row.locator
        number, title = number_and_title(printed)
        position = int(id_.rsplit("-", 1)[1])
        self.writer.node(label, id_, title, locator, printed, number=number, position=position, title=title)
        self.writer.tie(parent, tie, id_, locator, printed)
        return id_

    def _action(self, parent: str, row: Aligned, text: str, kind: str, status: str | None = None) -> str:
        position = self._children[parent] = self._children.get(parent, 0) + 1
        id_, locator = f"{parent}/action-{position}", row.row.locator
        properties = {"text": text, "kind": kind, "status": status, "heading": None, "position": position}
        self.writer.node("Action", id_, text.rstrip(" ,;:"), locator, text, **properties)
        self.writer.tie(parent, "HAS_ACTION", id_, locator, text)
        self.sentences.write(id_, text, row.row.line(text))
        return id_

    def _measure(self, row: Aligned) -> str:
        text = self._cell(row, Role.MEASURE)
        national = self.table.has_responses
        status = status_of(self._cell(row, Role.STATUS)) if self._cell(row, Role.STATUS) else None
        parent = self.at.objective or self.at.axis or self.info.id
        if self.at.adrift and not row.shifted.alone:
            message = f"« {text} » suit une cellule fusionnée : l'objectif de la mesure n'est pas dit"
            self.writer.finding("objectif-incertain", "attention", row.row.locator, message)
        id_ = self._action(parent, row, text, "mesure_nationale" if national else "action", status)
        if national:
            self._envelopes(id_, row.row.line(text))
        return id_

    def _envelopes(self, measure: str, line: Line) -> None:
        for envelope in national_envelopes(line.text):
            source = FundingMention(mention_of(envelope.provider), envelope.source, "dispositif national")
            given = {"amount": envelope.euros, "scope": "national"}
            self.writer.tie(source, "FUNDS", measure, line.locator, line.text, **given)
            unsaid = " (comptée à l'État : le texte ne dit pas qui l'apporte)" if envelope.provider == STATE else ""
            message = f"« {envelope.quote} » : enveloppe nationale, jamais additionnée à l'argent du plan{unsaid}"
            self.writer.finding("enveloppe-nationale", "info", line.locator, message)

    def _response(self, row: Aligned, text: str, measure: str) -> None:
        id_ = self._action(measure, row, text, "reponse_locale")
        self.writer.tie(id_, "RESPONDS_TO", measure, row.row.locator, text)

    def _crosses(self, row: Aligned, measure: str) -> None:
        for position in self.table.header.positions(Role.MARK):
            cell = row.cells[position] if position < len(row.cells) else ""
            if is_mark(cell):
                self._cross(row, measure, position)
            elif cell and fold(cell) not in ("non", "-", "–"):
                self._leave(row, position)

    def _cross(self, row: Aligned, measure: str, position: int) -> None:
        column = self.table.header.columns[position]
        name = tool_of_column(column.label)
        quote = f"{column.label} : {row.cells[position]}"
        tool = f"{self.info.id}/outil/{slug(name)}"
        self.writer.node("Tool", tool, name, column.locator, column.label)
        doubt = row.doubtful.get(position)
        self.writer.tie(measure, "USES", tool, row.row.locator, quote, doubt=doubt is not None)
        if doubt:
            self.writer.finding("croix-douteuse", "attention", row.row.locator, doubt)

    def _beside_headings(self, row: Aligned) -> list[int]:
        """Cells of a row that opens an axis or an objective only, other than its heading."""
        headings = self.table.header.positions(Role.THEME, Role.OBJECTIVE)
        return [position for position in range(len(row.cells)) if position not in headings]

    def _leave(self, row: Aligned, *positions: int) -> None:
        """Words of columns that no rule reads, and of cells beyond the last column: unread, with their column."""
        labelled = [(self.table.header.columns[i].label, row.cells[i]) for i in positions if i < len(row.cells)]
        for label, words in [*labelled, *(("", cell) for cell in row.beyond)]:
            if words:
                self.writer.unread(row.row.line(f"{label} : {words}" if label else words))
