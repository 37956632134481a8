"""Reads the names in cells: the actors of the sheet « Acteurs », and those that are in no list."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from graph.statements import ActorMention
from graph.text import fold
from loaders.forms.model.items import Item, read_items
from loaders.forms.model.problems import Problems
from loaders.forms.model.roster import Roster
from loaders.forms.model.sheets import Entry
from loaders.forms.model.spelling import Spelling
from loaders.lines import Line
from loaders.words.lists import Listed, read_list
from loaders.words.names import without_article
from loaders.writer import Writer


@dataclass(frozen=True)
class Told:
    """One actor that a cell names. `words` are those of its item; `item` has what is said beside the name."""

    mention: ActorMention
    item: Item
    words: str
    fund: str | None = None


class Actors:
    """The names of all cells. A name in no list is an actor too; one that nearly is in the list is said."""

    def __init__(self, roster: Roster, known: Iterable[str], problems: Problems, writer: Writer) -> None:
        self.roster = roster
        self._writer = writer
        self._problems = problems
        self._standalone = frozenset(fold(without_article(name)) for name in roster.names) | frozenset(known)
        self._spelling = Spelling(roster.names)

    def read(self, entry: Entry, key: str) -> list[Told]:
        """The actors of a cell, each once and in order; whose service or member each is, where its words say so."""
        found = self._read(entry, key)
        for told in found:
            self._belong(told, entry, key)
        return found

    def one(self, entry: Entry, key: str) -> Told | None:
        """The actor of a cell for one name; what else is in it is said."""
        found = self._read(entry, key)
        if len(found) > 1:
            message = f"un seul nom était attendu : « {found[0].words} » est retenu, non les autres"
            self._problems.odd("plusieurs-noms", entry, key, message)
        for told in found[:1]:
            self._belong(told, entry, key)
        return found[0] if found else None

    def _read(self, entry: Entry, key: str) -> list[Told]:
        found: list[Told] = []
        for item in read_items(entry.cell(key)):
            told = self._told(item, entry, key)
            found += [one for one in told if one.mention not in [other.mention for other in found]]
        return found

    def _belong(self, told: Told, entry: Entry, key: str) -> None:
        """Write whose service or member an actor is, where its own cell says so ("Ville : service jeunesse")."""
        mention = told.mention
        if mention.parent is not None and self.roster.mention(told.item.name) is None:
            self._writer.tie(mention, "PART_OF", mention.parent, entry.locator, entry.quote(key, told.words))

    def _told(self, item: Item, entry: Entry, key: str) -> list[Told]:
        mention = self.roster.mention(item.name)
        if mention is not None:
            return [Told(mention, item, item.printed)]
        listed = read_list([Line(entry.locator, item.name)], self._standalone)
        self._say(item, listed, entry, key)
        return [self._of(one, item, entry, key) for one in listed if not one.aside]

    def _of(self, listed: Listed, item: Item, entry: Entry, key: str) -> Told:
        """An actor that is in no list, or is in it under a part of what the cell says: "Mission locale (ML)"."""
        mention = listed.mention
        known = None if mention.parent else self.roster.mention(mention.text)
        if known is None:
            self._spelling.note(mention.text, entry, key)
        elif mention.acronym:
            known = replace(known, acronym=mention.acronym)
        return Told(known or mention, replace(item, via=item.via or listed.via), item.printed, listed.fund)

    def _say(self, item: Item, listed: Sequence[Listed], entry: Entry, key: str) -> None:
        for one in listed:
            if one.aside:
                message = f"« {one.mention.text} » n'est pas une organisation ({one.aside}) : aucun lien n'en est tiré"
                self._problems.odd("nom-ecarte", entry, key, message, "info")
            elif one.doubt:
                message = f"« {one.doubt} » est lu comme un seul nom : à vérifier s'il s'agit de deux acteurs"
                self._problems.odd("nom-compose", entry, key, message, "info")
        names = [one.mention.text for one in listed if not one.aside]
        if len(names) > 1:
            message = f"« {item.name} » est lu comme {len(names)} noms : {', '.join(f'« {name} »' for name in names)}"
            self._problems.odd("noms-separes", entry, key, f"{message} (séparez-les par « ; » ou par ligne)", "info")
        if not listed:
            self._problems.unread(entry, entry.quote(key, item.printed))

    def say_misspelled(self) -> None:
        """Say which names in no list nearly are others."""
        for name, meant, entry, key in self._spelling.doubts():
            message = f"« {name} » ressemble à « {meant} » : une faute de frappe ? Sinon, ajoutez-le à « Acteurs »"
            self._problems.odd("nom-proche", entry, key, message)
