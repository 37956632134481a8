"""Writes lists of pilots, partners and funders as statements."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Set
from dataclasses import replace
from typing import Any

from graph.statements import ActorMention, FundingMention
from graph.text import fold
from loaders.forms.section import Section
from loaders.forms.values.funders import OWN, UNSAID, Funding, read_funders
from loaders.lines import Line
from loaders.words.capitals import is_person
from loaders.words.common_words import is_common
from loaders.words.funding import NamedFunder
from loaders.words.lists import PERSON, Listed, mention_of, read_list, standalone_names
from loaders.words.money import NamedAmount, SourceOfMoney
from loaders.words.names import FUNDS, is_collectivity, without_article
from loaders.writer import Writer

FUNDER_SECTIONS = ("funders", "money", "one-funder")
ACTOR_SECTIONS = ("pilots", "services", "partners", *FUNDER_SECTIONS)
_ENDING = re.compile(r"\bfin (?:de|du|des) (?:(?:financement|soutien)s? (?:de |du |des )?)?$")
_FUNCTION = re.compile(
    r"^(?:vice-)?(?:chef(?:fe)?|chargee?|coordinat(?:eur|rice)|coordonnat(?:eur|rice)|direct(?:eur|rice)|responsable"
    r"|presidente?|adjointe?|elue?|maire|conseill(?:er|ere)|animat(?:eur|rice)|referente?|technicien(?:ne)?|agente?"
    r"|assistante?|medecin|psychologue|infirmi(?:er|ere)|deleguee?|secretaire|principale?|proviseure?|capitaine"
    r"|commandante?|dgs|dga)\b"
)
_PREDICATES = {"pilots": "PILOTS", "services": "PILOTS", "partners": "PARTNERS"}


class ActorWriter:
    """Turns lists of names into PILOTS, PARTNERS, FUNDS and PART_OF statements; each list is read once, at the start.

    A name that stands alone in one list helps to part names in another, so all lists are there from the beginning.
    """

    def __init__(self, writer: Writer, sections: Iterable[Section], known: frozenset[str]) -> None:
        self.writer = writer
        lists = [section for section in sections if section.kind in ACTOR_SECTIONS]
        self.standalone = standalone_names(section.lines for section in lists) | known
        self._funding = {id(section): _funding(section) for section in lists}
        self._listed = {id(section): self._read(section) for section in lists}

    def _read(self, section: Section) -> list[Listed]:
        listed = read_list(self._funding[id(section)].names, self.standalone)
        return list(_without_functions(map(_without_person, listed))) if section.own else listed

    @property
    def mentions(self) -> list[ActorMention]:
        """Every name of every list."""
        return [item.mention for listed in self._listed.values() for item in listed]

    def structure(self, sections: Iterable[Section]) -> ActorMention | None:
        """The one organisation that lists of pilots name, if it is one: its services may be printed apart."""
        items = [item for section in sections for item in self._listed[id(section)] if not item.aside]
        named = {item.mention for item in items if item.mention.parent is None}
        return next(iter(named)) if len(named) == 1 else None

    def total(self, section: Section) -> int | None:
        """The sum that a list of funders announces for itself, in euros."""
        total = self._funding[id(section)].total
        return total[0] if total else None

    def priced(self, sections: Iterable[Section]) -> frozenset[str]:
        """Keys of those whose amounts lists of funders give."""
        given = (amount for section in sections for _, amount in self._funding[id(section)].given)
        return frozenset(_key(amount.source.provider) for amount in given if amount.euros is not None)

    def write(
        self,
        target: str,
        section: Section,
        within: ActorMention | None = None,
        priced: Set[str] = frozenset(),
    ) -> None:
        """Write one section's list of actors against an objective or an action.

        `within` is the one organisation that leads: a list of services names its own, a list of funders its own funds.
        `priced`: whose amounts are given elsewhere; their bare names among funders say nothing more.
        """
        listed, funding = self._listed[id(section)], self._funding[id(section)]
        for item in listed:
            if section.kind in FUNDER_SECTIONS and _key(item.mention.text) in priced:
                self.writer.tie(target, "STATED_IN", self.writer.document, item.locator, item.quote)
                continue
            self._write_item(target, section, _placed(item, within) if section.kind == "services" else item)
        for line, amount in funding.given:
            self.give(amount, target, line.locator, line.text)
        for line, amount in funding.own:
            self._own(amount, target, line, within)
        for line, words, why in funding.aside:
            self._aside(line, words, why)
        if not (listed or funding.given or funding.own or funding.aside or funding.total):
            for line in funding.names:
                self.writer.unread(line)

    def _own(self, amount: NamedAmount, target: str, line: Line, within: ActorMention | None) -> None:
        """Write what the one organisation that leads brings itself; nobody's where several lead, or none is named."""
        if within is None:
            self._aside(line, line.body, "fonds propres, sans un pilote et un seul à qui les compter")
            return
        source = FundingMention(within, OWN, "inconnu")
        self.funds(source, target, line.locator, line.text, amount=amount.euros, share=amount.share)

    def _aside(self, line: Line, words: str, why: str) -> None:
        message = f"« {words} » : {why}, aucun lien n'en est tiré"
        self.writer.finding("financeur-ecarte", "info", line.locator, message)

    def give(self, amount: NamedAmount, target: str, locator: str, quote: str) -> None:
        """Write what one named source gives."""
        given = {"amount": amount.euros, "share": amount.share}
        self.funds(funding_of(amount.source), target, locator, quote, **given)

    def _write_item(self, target: str, section: Section, item: Listed) -> None:
        mention = item.mention
        if item.aside:
            message = f"« {mention.text} » n'est pas une organisation ({item.aside}) : aucun lien n'en est tiré"
            self.writer.finding("nom-ecarte", "info", item.locator, message)
            return
        if mention.parent is not None:
            self.writer.tie(mention, "PART_OF", mention.parent, item.locator, item.quote)
        if section.kind in FUNDER_SECTIONS:
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
        if _PREDICATES[section.kind] == "PILOTS":
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


def _key(name: str) -> str:
    return fold(without_article(name))


def funding_of(source: SourceOfMoney) -> FundingMention:
    """A source of money as a mention still to be resolved."""
    return FundingMention(mention_of(source.provider), source.instrument, source.kind)


def unsaid_funding(actor: ActorMention) -> FundingMention:
    """The money of an actor that is said to pay, by no instrument that is named."""
    return FundingMention(actor, *UNSAID)


def _named_source(funder: NamedFunder) -> FundingMention:
    """The source of money behind a named funder; a European fund is provided by Europe."""
    if funder.who.casefold() in FUNDS:
        return FundingMention(mention_of("Europe"), FUNDS[funder.who.casefold()], "fonds européens")
    return FundingMention(mention_of(funder.who), funder.instrument, "inconnu")


def _funding(section: Section) -> Funding:
    """What a list of funders says in figures: "45 000 € de la CAF, Région : 30 000 €"; other lists are names only."""
    return read_funders(section.lines) if section.kind in FUNDER_SECTIONS else Funding(names=section.lines)


def _without_person(item: Listed) -> Listed:
    """A given name and a family name are a person, in a fiche that may print persons among organisations."""
    *_, last = item.mention.text.split() or [""]
    person = is_person(item.mention.text) and not is_common(fold(last)) and item.mention.parent is None
    return replace(item, aside=PERSON) if person and not item.aside else item


def _without_functions(listed: Iterable[Listed]) -> Iterator[Listed]:
    """ "Mme Durand, cheffe de projet": what a person does, printed behind her name, is no organisation either."""
    before: Listed | None = None
    for item in listed:
        behind = before is not None and before.aside == PERSON and before.locator == item.locator
        yield replace(item, aside=PERSON) if behind and _FUNCTION.match(fold(item.mention.text)) else item
        before = item


def _placed(item: Listed, within: ActorMention | None) -> Listed:
    """A service printed apart as a part of the organisation that leads."""
    mention = item.mention
    if within is None or mention.parent is not None or item.aside or is_collectivity(mention.text):
        return item
    return replace(item, mention=replace(mention, parent=within, service=True, generic=False))
