"""Writes lists of pilots, partners and funders as statements."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from graph.statements import FundingMention
from loaders.forms.funding import NamedFunder
from loaders.forms.lists import Listed, mention_of, read_list
from loaders.forms.money import named_amount
from loaders.forms.names import FUNDS, clean
from loaders.forms.split import split_outside
from loaders.lines import Line
from loaders.writer import Writer

_ENDING = re.compile(r"\bfin (?:de|du|des) (?:(?:financement|soutien)s? (?:de |du |des )?)?$")
_PREDICATES = {"pilots": "PILOTS", "partners": "PARTNERS"}


class ActorWriter:
    """Turns lists of names into PILOTS, PARTNERS, FUNDS and PART_OF statements."""

    def __init__(self, writer: Writer, standalone: frozenset[str]) -> None:
        self.writer = writer
        self.standalone = standalone

    def write(self, target: str, kind: str, label: str, lines: Sequence[Line]) -> None:
        """Write one section's list of actors against an objective or an action."""
        if kind == "funders":
            lines = [line for line in lines if not self._write_amounts(target, line)]
        listed = read_list(lines, self.standalone)
        for item in listed:
            self._write_item(target, kind, label, item)
        if not listed and lines:
            for line in lines:
                self.writer.unread(line)

    def _write_amounts(self, target: str, line: Line) -> bool:
        """Write "45 000 € de la CAF, Région : 30 000 €"; False where a line of funders gives no figure."""
        pieces = [piece for piece in split_outside(line.body, ",;") if piece.strip()]
        found = [(piece, named_amount(piece)) for piece in pieces]
        if not any(amount for _, amount in found):
            return False
        for piece, amount in found:
            source = amount.source if amount else None
            provider, instrument, kind = (
                (source.provider, source.instrument, source.kind)
                if source
                else (clean(piece), "financement", "inconnu")
            )
            given = {"amount": amount.euros if amount else None, "share": amount.share if amount else None}
            mention = FundingMention(mention_of(provider), instrument, kind)
            self.writer.tie(mention, "FUNDS", target, line.locator, line.text, scope="local", **given)
        return True

    def _write_item(self, target: str, kind: str, label: str, item: Listed) -> None:
        mention = item.mention
        if item.aside:
            message = f"« {mention.text} » n'est pas une organisation ({item.aside}) : aucun lien n'en est tiré"
            self.writer.finding("nom-ecarte", "info", item.locator, message)
            return
        if mention.parent is not None:
            self.writer.tie(mention, "PART_OF", mention.parent, item.locator, item.quote)
        if kind == "funders":
            self.writer.tie(
                FundingMention(mention, "financement", "inconnu"),
                "FUNDS",
                target,
                item.locator,
                item.quote,
                scope="local",
            )
        else:
            properties: dict[str, Any] = {"basis": "stated"}
            if kind == "pilots":
                properties["co"] = label.lower().startswith("co")
            elif item.via:
                properties["via"] = list(item.via)
            self.writer.tie(mention, _PREDICATES[kind], target, item.locator, item.quote, **properties)
        if item.fund:
            source = FundingMention(mention, item.fund, "fonds européens")
            self.writer.tie(source, "FUNDS", target, item.locator, item.quote, scope="local")
        if item.doubt:
            message = f"« {item.doubt} » est lu comme un seul nom : à vérifier s'il s'agit de deux acteurs"
            self.writer.finding("nom-compose", "info", item.locator, message)

    def fund(self, funder: NamedFunder, target: str, locator: str, quote: str) -> None:
        """Write a funder that a sentence names, without an amount; money that ends is said to."""
        self.writer.tie(self.source(funder), "FUNDS", target, locator, quote, scope="local")
        if _ENDING.search(quote[: funder.span[0]]):
            message = f"le texte annonce la fin du financement par {funder.who} : à ne pas compter comme acquis"
            self.writer.finding("financement-qui-finit", "attention", locator, message)

    def source(self, funder: NamedFunder) -> FundingMention:
        """The source of money behind a named funder; a European fund is provided by Europe."""
        if funder.who.casefold() in FUNDS:
            return FundingMention(mention_of("Europe"), FUNDS[funder.who.casefold()], "fonds européens")
        return FundingMention(mention_of(funder.who), funder.instrument, "inconnu")
