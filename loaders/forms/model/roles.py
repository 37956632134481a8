"""Writes what the columns of one row say of its objective or action: who leads, who helps, with what, and where."""

from __future__ import annotations

from typing import Any

from graph.statements import FundingMention
from loaders.forms.model.actors import Actors, Told
from loaders.forms.model.items import read_items
from loaders.forms.model.sheets import Entry
from loaders.forms.model.targets import Targets
from loaders.writer import Writer

_STATED, _INFERRED = "stated", "inferred"
_SECTIONS = {"objectives": "objectifs", "actions": "actions", "tools": "outils"}


class RoleWriter:
    """Turns the cells of a row into statements about its target. A role is stated, unless it is marked [déduit]."""

    def __init__(self, writer: Writer, actors: Actors, targets: Targets) -> None:
        self._writer = writer
        self._actors = actors
        self._targets = targets

    def write(self, target: str, entry: Entry) -> None:
        """Write all that a row says of its target."""
        self.commitments(target, entry)
        self.cited(target, entry)
        self._used(target, entry)
        self._places(target, entry)
        for locator, quote in self._targets.traces(entry):
            self._writer.tie(target, "STATED_IN", self._writer.document, locator, quote)

    def commitments(self, target: str, entry: Entry) -> None:
        """Write pilots, co-pilots and partners."""
        for key, co in (("pilots", False), ("copilots", True)):
            for told in self._actors.read(entry, key):
                self._tie(told, "PILOTS", target, entry, key, basis=_basis(told), co=co)
        for told in self._actors.read(entry, "partners"):
            via = {"via": list(told.item.via)} if told.item.via else {}
            self._tie(told, "PARTNERS", target, entry, "partners", basis=_basis(told), **via)

    def _tie(self, told: Told, predicate: str, target: str, entry: Entry, key: str, **properties: Any) -> None:
        quote = entry.quote(key, told.words)
        self._writer.tie(told.mention, predicate, target, entry.locator, quote, **properties)
        if told.fund:
            source = FundingMention(told.mention, told.fund, "fonds européens")
            self._writer.tie(source, "FUNDS", target, entry.locator, quote, scope="local")

    def cited(self, target: str, entry: Entry) -> None:
        """Write the actors that are only cited, with the part of the document that cites them."""
        default = _SECTIONS[entry.table.layout.key]
        for told in self._actors.read(entry, "cited"):
            section = told.item.section or default
            quote = entry.quote("cited", told.words)
            self._writer.tie(told.mention, "MENTIONED_IN", target, entry.locator, quote, section=section)

    def _used(self, target: str, entry: Entry) -> None:
        for item in read_items(entry.cell("tools")):
            if (tool := self._targets.tool_of(item, entry, "tools")) is not None:
                doubt = {"doubt": True} if item.doubt else {}
                self._writer.tie(target, "USES", tool, entry.locator, entry.quote("tools", item.printed), **doubt)

    def _places(self, target: str, entry: Entry) -> None:
        for item in read_items(entry.cell("places")):
            if (place := self._targets.place(item, entry, "places")) is not None:
                self._writer.tie(target, "LOCATED_IN", place, entry.locator, entry.quote("places", item.printed))


def _basis(told: Told) -> str:
    return _INFERRED if told.item.inferred else _STATED
