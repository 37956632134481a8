"""What rows of the workbook are about: ids of objectives, actions, tools and places, written where they are met."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from graph.text import fold, slug
from loaders.cells import printed_lines
from loaders.forms.model import values
from loaders.forms.model.actions import Actions
from loaders.forms.model.items import Item, read_items
from loaders.forms.model.outline import Outline
from loaders.forms.model.problems import Problems
from loaders.forms.model.sheets import Entry
from loaders.plan_info import PlanInfo
from loaders.words.places import PlaceName
from loaders.writer import Writer

FROM = " ← "


class Targets:
    """Finds by their words what rows refer to. `ids` are those of headings and actions, by the object's identity."""

    def __init__(self, writer: Writer, info: PlanInfo, places: Sequence[PlaceName], problems: Problems) -> None:
        self._writer = writer
        self._info = info
        self._problems = problems
        self._places: dict[str, PlaceName] = {}
        for place in places:
            for name in (place.code, place.name, *place.spellings):
                if name:
                    self._places.setdefault(_place_key(name), place)
        self.ids: dict[int, str] = {}
        self.outline = Outline()
        self.actions = Actions()

    def work(self, entry: Entry) -> str | None:
        """The objective or action that a row of money names; None, and it is said, where there is none such."""
        reference, label = entry.text("objective"), entry.text("action")
        headings = self.outline.objective(reference) if reference else []
        if reference and len(headings) != 1:
            self._lost(entry, "objective", reference, len(headings), "objectif")
        within = headings[0] if len(headings) == 1 else None
        if label:
            found = self.actions.find(label, within)
            if len(found) == 1:
                return self.ids[id(found[0])]
            self._lost(entry, "action", label, len(found), "action")
        return self.ids[id(within)] if within is not None else None

    def _lost(self, entry: Entry, key: str, reference: str, count: int, noun: str) -> None:
        which = f"est le repère de plusieurs {noun}s" if count else f"n'est le repère d'aucun {noun}"
        if noun == "action" and not count:
            which = "n'est le n° d'aucune action"
        self._problems.odd(
            f"{noun}-inconnu{'e' * (noun == 'action')}", entry, key, f"« {reference} » {which}", "erreur"
        )

    def tool(self, entry: Entry) -> str | None:
        """The tool that a row of money names."""
        items = read_items(entry.cell("tool"))
        return self.tool_of(items[0], entry, "tool") if items else None

    def tool_of(self, item: Item, entry: Entry, key: str) -> str | None:
        """Write a tool where it is named; returns its id, None for a name without letters."""
        name = slug(item.name)
        if not name:
            self._problems.unread(entry, entry.quote(key, item.printed))
            return None
        quote = entry.quote(key, item.printed)
        return self._writer.node("Tool", f"{self._info.id}/outil/{name}", item.name, entry.locator, quote)

    def declare_tool(self, entry: Entry) -> str | None:
        """Write a tool of the sheet « Outils »."""
        items = read_items(entry.cell("name"))
        if len(items) != 1 or not slug(items[0].name):
            self._problems.whole("ligne-sans-nom", entry.locator, "ligne sans nom d'outil : non lue")
            self._problems.unread(entry, entry.words)
            return None
        announced = values.amount(entry, "announced", self._problems)
        properties = {} if announced is None else {"announced_amount": announced}
        id_ = f"{self._info.id}/outil/{slug(items[0].name)}"
        return self._writer.node("Tool", id_, items[0].name, entry.locator, items[0].name, **properties)

    def place(self, item: Item, entry: Entry, key: str) -> str | None:
        """Write a place where it is named; returns its id, None for a name without letters."""
        place = self._places.get(_place_key(item.name)) or PlaceName(item.name)
        if not (place.code or place.slug):
            self._problems.unread(entry, entry.quote(key, item.printed))
            return None
        return self.write_place(place, entry, entry.quote(key, item.printed))

    def write_place(self, place: PlaceName, entry: Entry, quote: str) -> str:
        """Write a place; returns its id."""
        id_ = place.code or f"{self._info.scope}/lieu/{place.slug}"
        return self._writer.node("Place", id_, place.name, entry.locator, quote, kind=place.kind, code=place.code)

    def traces(self, entry: Entry) -> Iterator[tuple[str, str]]:
        """Where a row says that it comes from: its own place, and words with their place, one a line of two cells."""
        origins, words = printed_lines(entry.cell("origin")), printed_lines(entry.cell("words"))
        for rank in range(max(len(origins), len(words))):
            parts = [lines[rank] for lines in (words, origins) if rank < len(lines)]
            yield entry.locator, FROM.join(parts)


def _place_key(name: str) -> str:
    return slug(name) or fold(name)
