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
from loaders.forms.tables.labels import ACTOR_ROLES, HEADING_ROLES, Role
from loaders.forms.tables.marks import is_between, is_mark, is_no
from loaders.forms.tables.table import Table
from loaders.forms.vocabulary import status_of
from loaders.lines import Line
from loaders.plan_info import PlanInfo
from loaders.words.envelopes import STATE, amounts_set_aside, national_envelopes
from loaders.words.lists import mention_of
from loaders.words.titles import goes_on, number_and_title, without_continuation
from loaders.words.tool_names import tool_of_column
from loaders.writer import Writer

_LONGEST_QUOTE = 10_000
Lists = Mapping[tuple[int, int], Section]


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
            self.writer.unread(row.row.line(" ; ".join(filter(None, row.row.cells))))
            return
        self._compare(row)
        self._leave_aside(row)
        self._open(row)
        if self._cell(row, Role.MEASURE):
            self.at.measure = self._measure(row)
        if self.at.measure is None:
            self._leave(row, *self._beside_headings(row))
            return
        responses = self._responses(row, self.at.measure)
        self._crosses(row, self.at.measure)
        for position in self.table.header.positions(*ACTOR_ROLES):
            if (number, position) in self.lists:
                target = next((id_ for at, id_ in reversed(responses) if at < position), self.at.measure)
                self.actors.write(target, self.lists[number, position])
        if not self._cell(row, Role.MEASURE):
            self._leave(row, *self.table.header.positions(Role.STATUS))
        self._leave(row, *self.table.header.positions(Role.OTHER, Role.NUMBER))

    def _leave_aside(self, row: Aligned) -> None:
        """Cells beyond the last column, and bare crosses where words belong, are left unread."""
        for cell in row.beyond:
            self.writer.unread(row.row.line(cell))
        worded = self.table.header.positions(*HEADING_ROLES, Role.RESPONSE)
        self._leave(row, *(i for i in worded if _is_bare(row.cells[i])))

    def _compare(self, row: Aligned) -> None:
        """Two rows with the same words are both kept, and it is said."""
        first = self._rows.setdefault(row.row.cells, row.row.locator)
        if first != row.row.locator and len(row.row.filled) > 1:
            self.writer.finding("ligne-double", "attention", row.row.locator, f"ligne identique à la {first}")

    def _cell(self, row: Aligned, role: Role) -> str:
        position = self.table.header.position(role)
        if position is None or (role != Role.STATUS and _is_bare(row.cells[position])):
            return ""
        return row.cells[position]

    def _open(self, row: Aligned) -> None:
        """Open the axis and the objective that the row names; merged cells below them are blank."""
        theme, objective = self._cell(row, Role.THEME), self._cell(row, Role.OBJECTIVE)
        if row.shifted.banner:
            theme, objective = objective, ""
        if theme:
            axis = self._axis(row, theme)
            self.at = self.at if axis == self.at.axis and goes_on(theme) else _Place(axis=axis)
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
        key = (parent, fold(without_continuation(printed)))
        if key not in self._known:
            self._known[key] = f"{self.info.id}/{segment}-{self.writer.count(label) + 1}"
        id_, locator = self._known[key], row.row.locator
        number, title = number_and_title(without_continuation(printed))
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
        text = line.text
        for envelope in national_envelopes(text):
            source = FundingMention(mention_of(envelope.provider), envelope.source, "dispositif national")
            given = {"amount": envelope.euros, "scope": "national"}
            quote = text if len(text) <= _LONGEST_QUOTE else envelope.quote
            self.writer.tie(source, "FUNDS", measure, line.locator, quote, **given)
            unsaid = " (comptée à l'État : le texte ne dit pas qui l'apporte)" if envelope.provider == STATE else ""
            message = f"« {envelope.quote} » : enveloppe nationale, jamais additionnée à l'argent du plan{unsaid}"
            self.writer.finding("enveloppe-nationale", "info", line.locator, message)
        for quote, why in amounts_set_aside(text):
            self.writer.finding("montant-ecarte", "info", line.locator, f"« {quote} » : {why}, non compté")

    def _responses(self, row: Aligned, measure: str) -> list[tuple[int, str]]:
        """Write what answers the measure: columns and ids of the local responses."""
        written = []
        for position in self.table.header.positions(Role.RESPONSE):
            text = row.cells[position]
            if text and not _is_bare(text):
                id_ = self._action(measure, row, text, "reponse_locale")
                self.writer.tie(id_, "RESPONDS_TO", measure, row.row.locator, text)
                written.append((position, id_))
        return written

    def _crosses(self, row: Aligned, measure: str) -> None:
        for position in self.table.header.positions(Role.MARK):
            cell = row.cells[position]
            if is_mark(cell):
                self._cross(row, measure, position)
            elif cell and not is_no(cell):
                self._leave(row, position)

    def _cross(self, row: Aligned, measure: str, position: int) -> None:
        column = self.table.header.columns[position]
        name = tool_of_column(column.label)
        quote = f"{column.label} : {row.cells[position]}"
        tool = f"{self.info.id}/outil/{slug(name)}"
        self.writer.node("Tool", tool, name, column.locator, column.label)
        between = "la croix est entre parenthèses : à vérifier" if is_between(row.cells[position]) else None
        doubt = row.doubtful.get(position) or between
        self.writer.tie(measure, "USES", tool, row.row.locator, quote, doubt=doubt is not None)
        if doubt:
            self.writer.finding("croix-douteuse", "attention", row.row.locator, doubt)

    def _beside_headings(self, row: Aligned) -> list[int]:
        """Cells of a row that opens an axis or an objective only, other than its heading."""
        headings = self.table.header.positions(Role.THEME, Role.OBJECTIVE)
        bare = [position for position in self.table.header.positions(Role.RESPONSE) if _is_bare(row.cells[position])]
        return [position for position in range(len(row.cells)) if position not in (*headings, *bare)]

    def _leave(self, row: Aligned, *positions: int) -> None:
        """Words of columns that no rule reads: unread, with their column."""
        labelled = [(self.table.header.columns[i].label, row.cells[i]) for i in positions]
        for label, words in labelled:
            if words:
                self.writer.unread(row.row.line(f"{label} : {words}" if label else words))


def _is_bare(cell: str) -> bool:
    return is_mark(cell) or is_no(cell)
