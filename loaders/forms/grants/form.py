"""The form "grants": the published SCDL schema and the State's programme 147, one FUNDS a row."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from graph.statements import ActorMention, FundingMention, Registration, Source
from loaders.cells import Row
from loaders.forms.grants.amounts import rounded
from loaders.forms.grants.columns import Columns
from loaders.forms.grants.grant import Grant, Party, Tally
from loaders.forms.grants.natures import scheme_of_file
from loaders.forms.grants.parties import NOBODY, STATE
from loaders.forms.grants.problems import Problems
from loaders.forms.grants.references import make_unique
from loaders.forms.grants.rows import RowReader
from loaders.forms.grants.shares import apply_shares
from loaders.forms.grants.table import GrantTable, GrantTables, find_tables
from loaders.forms.grants.totals import say_account, say_areas
from loaders.lines import Line
from loaders.plan_info import PlanInfo
from loaders.read.document import RawDocument
from loaders.writer import Writer

_LONGEST_QUOTE = 2_000


@dataclass(frozen=True)
class GrantsForm:
    """A document that is a list of grants. It says nothing of the plan itself, whose title it does not have."""

    name: str
    found: GrantTables

    @classmethod
    def recognise(cls, raw: RawDocument) -> GrantsForm | None:
        """The tables of grants that a document's rows hold, by their headers; or None."""
        found = find_tables(raw.rows)
        return cls(raw.name, found) if found else None

    @property
    def title(self) -> Line | None:
        """None: what is printed above a list of grants does not name the plan."""
        return None

    @property
    def preamble(self) -> Sequence[Line]:
        """The rows above the first header."""
        return [_line(row) for row in self.found.above]

    @property
    def opening(self) -> Line:
        """The first header."""
        return _line(self.found.tables[0].header)

    @property
    def furniture(self) -> Sequence[Line]:
        """Headers printed again."""
        return [_line(row) for table in self.found.tables for row in table.repeated]

    def write(self, writer: Writer, info: PlanInfo, known: frozenset[str]) -> None:
        """Write a FUNDS for each grant, then what is odd, and the account of all amounts."""
        problems, tally, mentions = Problems(), Tally(), _Mentions(writer)
        grants: list[Grant] = []
        for table in self.found.tables:
            grants += self._read(table, problems, tally)
        columns = self.found.tables[0].columns
        make_unique(grants, self.name, problems, columns.label("reference"), _references(writer))
        for grant in grants:
            mentions.write(grant)
        problems.write(writer)
        say_account(grants, tally, writer)
        say_areas(grants, columns.label("area"), writer)
        _say_unplaced([table.columns for table in self.found.tables], problems, writer)
        for row in self.found.outside:
            writer.unread(_line(row))

    def _read(self, table: GrantTable, problems: Problems, tally: Tally) -> list[Grant]:
        scheme = scheme_of_file(self.name)
        reader = RowReader(table, problems, tally, scheme)
        grants = [grant for row in table.rows if (grant := reader.read(row)) is not None]
        apply_shares(grants, problems, tally, table.columns.label("share"))
        _say_doubles(grants, problems)
        return grants


class _Mentions:
    """Writes grants; each grantor's source of money is stated once, by the first row that names it."""

    def __init__(self, writer: Writer) -> None:
        self._writer = writer
        self._sources: dict[tuple[ActorMention, str, str], FundingMention] = {}

    def write(self, grant: Grant) -> None:
        quote = _quote(grant.row)
        given = {
            "amount": None if grant.amount is None else rounded(grant.amount),
            "reference": grant.reference,
            "date": grant.date or grant.year or None,
            "object": grant.object,
        }
        beneficiary = _mention(grant.beneficiary, grant.area)
        locator = grant.row.locator
        self._writer.tie(self._source(grant, quote), "FUNDS", beneficiary, locator, quote, scope="local", **given)

    def _source(self, grant: Grant, quote: str) -> FundingMention:
        provider = _grantor(grant.grantor)
        key = (provider, grant.instrument, grant.kind)
        if key not in self._sources:
            stated = Source(self._writer.document, grant.row.locator, quote)
            self._sources[key] = FundingMention(*key, stated)
        return self._sources[key]


def _references(writer: Writer) -> set[str]:
    """References of the grants that other sheets of the document gave."""
    own = (told for told in writer.reading.statements if told.source.document == writer.document)
    return {told.properties["reference"] for told in own if told.properties.get("reference")}


def _grantor(party: Party) -> ActorMention:
    if party.name in (STATE, NOBODY):
        return ActorMention(party.name, generic=party.name == NOBODY)
    return _mention(party, "")


def _mention(party: Party, area: str) -> ActorMention:
    number = party.number
    told = Registration(number.siren, number.siret, number.hint, area or None)
    return ActorMention(party.name, registration=told)


def _quote(row: Row) -> str:
    """The row's words, as printed."""
    words = " ; ".join(cell for cell in row.cells if cell)
    return words if len(words) <= _LONGEST_QUOTE else f"{words[:_LONGEST_QUOTE]}…"


def _line(row: Row) -> Line:
    return row.line(_quote(row))


def _say_doubles(grants: Sequence[Grant], problems: Problems) -> None:
    """Rows with the same words are all counted, and it is said."""
    first: dict[tuple[str, ...], str] = {}
    for grant in grants:
        known = first.setdefault(grant.row.cells, grant.row.locator)
        if known != grant.row.locator:
            problems.add("ligne-double", grant.row, "", grant.beneficiary.name, known, grant.amount or Decimal(0))


def _say_unplaced(columns: Sequence[Columns], problems: Problems, writer: Writer) -> None:
    """Columns that the graph has no place for: their words are in each grant's quote, and nowhere else."""
    roles = ("rna", "status", "requested", *(() if problems.count("date-remplacee") else ("payment_date",)))
    labels = [label for table in columns for label in table.without_place]
    labels += [table.label(role) for table in columns for role in roles if role in table.positions]
    if labels:
        named = ", ".join(dict.fromkeys(labels))
        message = f"colonnes sans place dans le graphe : {named} ; leurs mots restent cités à chaque ligne"
        writer.finding("colonnes-sans-place", "info", "document", message)
