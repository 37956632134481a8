"""Writes the sheet « Acteurs »: that each name is printed there, whose service or member an actor is."""

from __future__ import annotations

from dataclasses import replace

from graph.statements import ActorMention
from loaders.forms.model.actors import Actors
from loaders.forms.model.roster import Member, Roster
from loaders.words.lists import mention_of
from loaders.writer import Writer


def write_roster(roster: Roster, writer: Writer, actors: Actors) -> None:
    """Write every row, and what the rows decide on names."""
    for member in roster.members:
        own = roster.mention(member.name) or mention_of(member.name)
        for mention in _printed(member, own):
            writer.tie(mention, "STATED_IN", writer.document, member.entry.locator, mention.text)
        if member.registration is not None and not member.owner:
            told = replace(own, registration=member.registration)
            writer.tie(told, "STATED_IN", writer.document, member.entry.locator, told.text)
        _belong(member, own, roster, writer, actors)
    writer.reading.namings += roster.namings()


def _printed(member: Member, own: ActorMention) -> list[ActorMention]:
    """A mention for each name; the others of a service are kept beside its own, which alone tells who it is."""
    if member.owner:
        others = [other for other in member.others if other != own.text]
        return [replace(own, acronym=other) for other in others] or [own]
    return [replace(own, text=name) for name in dict.fromkeys([member.name, *member.others])]


def _belong(member: Member, own: ActorMention, roster: Roster, writer: Writer, actors: Actors) -> None:
    entry = member.entry
    if member.owner:
        quote = entry.quote("service_of", member.owner)
        writer.tie(own, "PART_OF", roster.owner_of(member), entry.locator, quote)
    for told in actors.read(entry, "member_of"):
        writer.tie(own, "PART_OF", told.mention, entry.locator, entry.quote("member_of", told.words))
    for told in actors.read(entry, "may_be"):
        quote, reason = entry.quote("may_be", told.words), entry.text("reason") or "à revoir"
        writer.tie(own, "MAY_BE", told.mention, entry.locator, quote, reason=reason)
