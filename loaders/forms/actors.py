"""Writes lists of pilots, partners and funders as statements."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Any

from graph.statements import ActorMention, FundingMention
from loaders.forms.section import Section
from loaders.lines import Line
from loaders.words.funding import NamedFunder
from loaders.words.lists import Listed, mention_of, read_list, standalone_names
from loaders.words.money import NamedAmount, SourceOfMoney, named_amount
from loaders.words.names import FUNDS, clean
from loaders.words.split import split_outside
from loaders.writer import Writer

ACTOR_SECTIONS = ("pilots", "partners", "funders")
_ENDING = re.compile(r"\bfin (?:de|du|des) (?:(?:financement|soutien)s? (?:de |du |des )?)?$")
_PREDICATES = {"pilots": "PILOTS", "partners": "PARTNERS"}
_UNSAID = ("financement", "inconnu")


class ActorWriter:
    """Turns lists of names into PILOTS, PARTNERS, FUNDS and PART_OF statements; each list is read once, at the start.

    A name that stands alone in one list helps to part names in another, so all lists are there from the beginning.
    """

    def __init__(self, writer: Writer, sections: Iterable[Section], known: frozenset[str]) -> None:
        self.writer = writer
        lists = [section for section in sections if section.kind in ACTOR_SECTIONS]
        self.standalone = standalone_names(section.lines for section in lists) | known
        self._amounts = {id(section): _amounts(section) for section in lists}
        self._listed = {id(section): self._read(section) for section in lists}

    def _read(self, section: Section) -> list[Listed]:
        with_figures = [line for line, _ in self._amounts[id(section)]]
        return read_list([line for line in section.lines if line not in with_figures], self.standalone)

    @property
    def mentions(self) -> list[ActorMention]:
        """Every name of every list."""
        return [item.mention for listed in self._listed.values() for item in listed]

    def write(self, target: str, section: Section) -> None:
        """Write one section's list of actors against an objective or an action."""
        listed, amounts = self._listed[id(section)], self._amounts[id(section)]
        for item in listed:
            self._write_item(target, section, item)
        for line, amount in amounts:
            given = {"amount": amount.euros, "share": amount.share}
            self.funds(funding_of(amount.source), target, line.locator, line.text, **given)
        if not listed and not amounts:
            for line in section.lines:
                self.writer.unread(line)

    def _write_item(self, target: str, section: Section, item: Listed) -> None:
        mention = item.mention
        if item.aside:
            message = f"« {mention.text} » n'est pas une organisation ({item.aside}) : aucun lien n'en est tiré"
            self.writer.finding("nom-ecarte", "info", item.locator, message)
            return
        if mention.parent is not None:
            self.writer.tie(mention, "PART_OF", mention.parent, item.locator, item.quote)
        if section.kind == "funders":
            self.funds(unsaid_funding(mention), target, item.locator, item.quote)
        else:
            self._write_role(target, section, item)
        if item.fund:
            self.funds(FundingMention(mention, item.fund, "fonds européens"), target, item.locator, item.quote)
        if item.doubt:
            message = f"« {item.doubt} » est lu comme un seul nom : à vérifier s'il s'agit de deux acteurs"
            self.writer.finding("nom-compose", "info", item.locator, message)

    def _write_role(self, target: str, section: Section, item: Listed) -> None:
        properties: dict[str, Any] = {"basis": "stated"}
        if section.kind == "pilots":
            properties["co"] = section.label.lower().startswith("co")
        elif item.via:
            properties["via"] = list(item.via)
        self.writer.tie(item.mention, _PREDICATES[section.kind], target, item.locator, item.quote, **properties)

    def funds(self, source: FundingMention, target: str, locator: str, quote: str, **properties: Any) -> None:
        """Write that a source funds something; a plan's own money is local."""
        self.writer.tie(source, "FUNDS", target, locator, quote, scope="local", **properties)

    def fund(self, funder: NamedFunder, target: str, locator: str, quote: str) -> None:
        """Write a funder that a sentence names, without an amount; money that ends is said to."""
        self.funds(_named_source(funder), target, locator, quote)
        if _ENDING.search(quote[: funder.span[0]]):
            message = f"le texte annonce la fin du financement par {funder.who} : à ne pas compter comme acquis"
            self.writer.finding("financement-qui-finit", "attention", locator, message)


def funding_of(source: SourceOfMoney) -> FundingMention:
    """A source of money as a mention still to be resolved."""
    return FundingMention(mention_of(source.provider), source.instrument, source.kind)


def unsaid_funding(actor: ActorMention) -> FundingMention:
    """The money of an actor that is said to pay, by no instrument that is named."""
    return FundingMention(actor, *_UNSAID)


def _named_source(funder: NamedFunder) -> FundingMention:
    """The source of money behind a named funder; a European fund is provided by Europe."""
    if funder.who.casefold() in FUNDS:
        return FundingMention(mention_of("Europe"), FUNDS[funder.who.casefold()], "fonds européens")
    return FundingMention(mention_of(funder.who), funder.instrument, "inconnu")


def _amounts(section: Section) -> list[tuple[Line, NamedAmount]]:
    """What a list of funders says in figures: "45 000 € de la CAF, Région : 30 000 €"; nothing for other lists."""
    lines = section.lines if section.kind == "funders" else []
    return [(line, amount) for line in lines for amount in _amounts_of(line)]


def _amounts_of(line: Line) -> Sequence[NamedAmount]:
    """Every funder of a line that holds a figure, those beside it without one too."""
    pieces = [piece for piece in split_outside(line.body, ",;") if piece.strip()]
    found = [(piece, named_amount(piece)) for piece in pieces]
    if not any(amount for _, amount in found):
        return ()
    return [amount or NamedAmount(SourceOfMoney(clean(piece), *_UNSAID)) for piece, amount in found]
