"""Who pays for an action, and how much, by the columns of a table."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from graph.statements import ActorMention, FundingMention
from graph.text import fold
from loaders.forms.actors import ActorWriter, funding_of, unsaid_funding
from loaders.forms.section import Section
from loaders.forms.tables.alignment import Aligned
from loaders.forms.tables.asides import Asides
from loaders.forms.tables.cells import actor_lines
from loaders.forms.tables.columns import Header
from loaders.forms.tables.labels import Column, Role, factor_of, is_part, key_of
from loaders.forms.tables.marks import is_mark, is_no
from loaders.forms.tables.payers import instrument_of, is_body, is_no_one
from loaders.forms.values.financing import financing
from loaders.forms.values.providers import is_own, special_source
from loaders.forms.values.sums import Sum, read_sum
from loaders.lines import Line
from loaders.words.capitals import is_person
from loaders.words.common_words import GIVEN_NAMES
from loaders.words.lists import Listed, mention_of, read_list
from loaders.words.names import without_article
from loaders.words.split import split_outside
from loaders.writer import Writer

_OWN = "fonds propres"
_KINDS = ("subvention", "prêt", "participation")
_GRANTED = re.compile(r"(?:acquis|obtenu|accorde|vote|valide|notifie|attribue)e?s?$")
_IN_WORDS = (Role.FUNDERS, Role.FINANCING, Role.BUDGET, Role.GIVEN)


def amounts_beside(header: Header) -> dict[int, int]:
    """The column of amounts that goes with each column of one funder, by position."""
    return {int(header.columns[i].item): i for i in header.positions(Role.AMOUNT)}


def funders_of(row: Aligned, header: Header) -> dict[int, Section]:
    """The cells of a row that say in words who pays: as sections of funders, by position."""
    paired, told = amounts_beside(header), _told_in_figures(row, header)
    found = {}
    for position in header.positions(*_IN_WORDS):
        column, cell = header.columns[position], row.cells[position]
        lines = _lines(row, column, cell) if cell and position not in paired else []
        if lines:
            kept = _untold(lines, told) if column.role == Role.FUNDERS else lines
            found[position] = Section("funders", column.label, lines=kept)
    return found


def _told_in_figures(row: Aligned, header: Header) -> frozenset[str]:
    """Payers whose subvention or loan stands in a column of its own: a list that names them says nothing more."""
    columns = [(header.columns[i], row.cells[i]) for i in header.positions(Role.GIVEN)]
    kinds = [column for column, cell in columns if _kind_of(column) and (read_sum(cell).euros or 0) > 0]
    return frozenset(fold(without_article(column.item)) for column in kinds)


def _untold(lines: Sequence[Line], told: frozenset[str]) -> list[Line]:
    """Lines without the names told in figures."""
    kept = []
    for line in lines:
        pieces = [piece.strip() for piece in split_outside(line.body, ",;/") if piece.strip()]
        names = [piece for piece in pieces if fold(without_article(piece)) not in told]
        if len(names) == len(pieces):
            kept.append(line)
        elif names:
            kept.append(replace(line, raw=", ".join(names)))
    return kept


def _kind_of(column: Column) -> str:
    """The instrument that a column of one payer's money names, or ""."""
    instrument = instrument_of(column.label.removeprefix(f"{column.group} – "))
    return instrument if instrument in _KINDS else ""


def _lines(row: Aligned, column: Column, cell: str) -> list[Line]:
    """A plain list of funders as it stands; where sums stand, the pieces that name someone."""
    if column.role == Role.GIVEN and not is_no_one(column.item):
        return []
    pieces = financing(cell, factor_of(f"{column.group} {column.label}"))
    if column.role == Role.FUNDERS and not (pieces.named or pieces.whole):
        return actor_lines(row.row, cell)
    listed = column.role == Role.FUNDERS or bool(pieces.whole and column.role == Role.BUDGET)
    names = [piece for piece in pieces.bare if listed or (is_body(piece) and column.role == Role.FINANCING)]
    return [row.row.line(piece) for piece in (*pieces.named, *names)]


@dataclass
class GiversWriter:
    """Writes the FUNDS statements of one table. `sections`: cells in words, by number of row and of column."""

    header: Header
    writer: Writer
    actors: ActorWriter
    asides: Asides
    sections: dict[tuple[int, int], Section]
    _paired: dict[int, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Sets the amounts beside their funders."""
        self._paired = amounts_beside(self.header)

    def write(self, target: str, number: int, row: Aligned, pilots: Sequence[ActorMention]) -> list[int]:
        """Write all that a row says of who pays; returns the positions of the cells that are not understood."""
        unread = []
        within = pilots[0] if len(pilots) == 1 else None
        for position, column in enumerate(self.header.columns):
            if not row.cells[position]:
                continue
            if (number, position) in self.sections:
                self._in_words(target, row, position, self.sections[number, position], within)
            elif not self._by_figures(target, row, position, column, within):
                unread.append(position)
        return unread

    def _by_figures(self, target: str, row: Aligned, position: int, column: Column, pilot: ActorMention | None) -> bool:
        """Write a cell of one of the columns of figures; False where it is not understood."""
        if column.role == Role.GIVEN:
            return self._given(target, row, position, pilot)
        if column.role == Role.AMOUNT:
            return self._with_funder(row, position)
        if position in self._paired:
            return self._pair(target, row, position)
        if column.role in (Role.FINANCING, Role.FUNDERS):
            return self._unsaid(row, position)
        return True

    def _in_words(self, target: str, row: Aligned, position: int, section: Section, pilot: ActorMention | None) -> None:
        self.actors.write(target, section, pilot)
        if any(read_sum(line.text).why == "somme d'une année" for line in section.lines):
            self._say("montant-annuel", row, position, "sommes d'une année")

    def _unsaid(self, row: Aligned, position: int) -> bool:
        """A cell of financing that names nobody: it may say that nothing is known yet, or the whole sum only."""
        column, cell = self.header.columns[position], row.cells[position]
        pieces = financing(cell, factor_of(column.label))
        if read_sum(cell).unsaid or (pieces.bare and all(map(is_no_one, pieces.bare))):
            self.asides.count(position)
            return True
        if pieces.whole and is_part(column.label):
            self.asides.unnamed(position, sum(given.euros or 0 for given in pieces.whole))
        return bool(pieces.whole)

    def _funds(self, target: str, source: FundingMention, row: Aligned, quote: str, given: Sum) -> None:
        said = {"amount": given.euros, "share": given.share}
        known = {key: value for key, value in said.items() if value is not None}
        self.actors.funds(source, target, row.row.locator, quote, **known)

    def _say(self, code: str, row: Aligned, position: int, message: str) -> None:
        label = self.header.columns[position].label
        self.writer.finding(code, "attention", self.header.place(row.row, position), f"« {label} » : {message}")

    def _given(self, target: str, row: Aligned, position: int, pilot: ActorMention | None) -> bool:
        """What one payer gives, in the column that bears its name."""
        column, cell = self.header.columns[position], row.cells[position]
        granted = is_mark(cell) or _GRANTED.match(fold(cell))
        given = Sum() if granted else read_sum(cell, factor_of(f"{column.group} {column.label}"))
        if is_no(cell) or given.unsaid or given.euros == 0 or given.share == 0:
            self.asides.count(position)
            return True
        if given.why:
            code = "montant-illisible" if given.euros is None else "montant-a-verifier"
            self._say(code, row, position, f"« {cell[:80]} », {given.why}")
        if given.why and given.euros is None:
            return False
        source = self._source(column, pilot)
        if source is None:
            self.asides.unnamed(position, given.euros)
        else:
            self._funds(target, source, row, f"{column.label} : {cell}", given)
        return True

    def _source(self, column: Column, pilot: ActorMention | None) -> FundingMention | None:
        """Whose money a column is; the carrier's own where there is one carrier."""
        if is_own(key_of(column.item)):
            return FundingMention(pilot, _OWN, "inconnu") if pilot is not None else None
        if is_no_one(column.item):
            return None
        if (special := special_source(column.label, column.item)) is not None:
            return funding_of(special)
        if kind := _kind_of(column):
            return FundingMention(mention_of(column.item), kind, kind)
        return unsaid_funding(mention_of(column.item))

    def _with_funder(self, row: Aligned, position: int) -> bool:
        """An amount whose funder is named is read with it; without one, it is nobody's."""
        if row.cells[int(self.header.columns[position].item)] or read_sum(row.cells[position]).unsaid:
            return True
        self._say("financeur-manquant", row, position, "montant sans financeur, non compté")
        return False

    def _pair(self, target: str, row: Aligned, position: int) -> bool:
        """A funder and the amount in the column beside it."""
        beside = self._paired[position]
        cell = row.cells[beside]
        given = read_sum(cell, factor_of(self.header.columns[beside].label)) if cell else Sum()
        listed = read_list(actor_lines(row.row, row.cells[position]), self.actors.standalone)
        named = [item for item in listed if not item.aside]
        if given.euros == 0:
            self._say("montant-nul", row, beside, "0 €, le financeur n'est pas compté")
            return True
        if given.why:
            self._say("montant-a-verifier", row, beside, f"« {cell[:80]} », {given.why}")
        if len(named) > 1 and given.euros is not None:
            names = ", ".join(item.mention.text for item in named)
            self._say("montant-partage", row, beside, f"{cell} pour plusieurs financeurs ({names}), parts non dites")
            given = Sum()
        for item in named:
            self._one(target, row, position, item, given)
        return bool(named)

    def _one(self, target: str, row: Aligned, position: int, item: Listed, given: Sum) -> None:
        mention, cell = item.mention, row.cells[position]
        quote = " : ".join(filter(None, (cell, row.cells[self._paired[position]])))
        if mention.parent is not None:
            self.writer.tie(mention, "PART_OF", mention.parent, row.row.locator, quote)
        if is_person(mention.text) or fold(mention.text) in GIVEN_NAMES:
            self._say("nom-de-personne", row, position, "un nom de personne semble-t-il, gardé comme financeur")
        special = special_source(cell, mention.text)
        self._funds(target, funding_of(special) if special else unsaid_funding(mention), row, quote, given)
