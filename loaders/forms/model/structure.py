"""Writes the sheets « Lieux », « Outils » and « Objectifs »: places, tools, axes and objectives."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from graph.text import slug
from loaders.forms.model.actors import Actors
from loaders.forms.model.items import one_name, read_items
from loaders.forms.model.outline import Heading, read_outline
from loaders.forms.model.problems import Problems
from loaders.forms.model.recognition import Workbook
from loaders.forms.model.roles import RoleWriter
from loaders.forms.model.targets import Targets
from loaders.words.places import PlaceName
from loaders.writer import Writer


@dataclass(frozen=True)
class StructureWriter:
    """Writes these rows, each with its own id below the plan's."""

    book: Workbook
    writer: Writer
    plan: str
    problems: Problems
    targets: Targets
    roles: RoleWriter

    def places(self, places: Sequence[PlaceName]) -> None:
        """Write the sheet « Lieux »."""
        known = {key: place for place in reversed(places) for key in (place.slug, place.code or place.slug)}
        for entry in self.book.entries("places"):
            place = known.get(entry.text("code")) or known.get(slug(one_name(entry.cell("name"))))
            if place is None or not (place.code or place.slug):
                self.problems.whole("ligne-sans-nom", entry.locator, "ligne sans nom de lieu : non lue")
                self.problems.unread(entry, entry.words)
                continue
            id_ = self.targets.write_place(place, entry, place.name)
            for item in read_items(entry.cell("within")):
                if (whole := self.targets.place(item, entry, "within")) not in (None, id_):
                    quote = entry.quote("within", item.printed)
                    self.writer.tie(id_, "PART_OF", str(whole), entry.locator, quote)

    def tools(self, actors: Actors) -> None:
        """Write the sheet « Outils »."""
        rows = [(entry, self.targets.declare_tool(entry)) for entry in self.book.entries("tools")]
        for entry, id_ in ((entry, id_) for entry, id_ in rows if id_ is not None):
            for item in read_items(entry.cell("part_of")):
                if (whole := self.targets.tool_of(item, entry, "part_of")) not in (None, id_):
                    self.writer.tie(id_, "PART_OF", str(whole), entry.locator, entry.quote("part_of", item.printed))
            for told in actors.read(entry, "operators"):
                self.writer.tie(told.mention, "OPERATES", id_, entry.locator, entry.quote("operators", told.words))
            self.roles.cited(id_, entry)
            for locator, quote in self.targets.traces(entry):
                self.writer.tie(id_, "STATED_IN", self.writer.document, locator, quote)

    def outline(self) -> None:
        """Write the sheet « Objectifs »."""
        before = (self.writer.count("Axis"), self.writer.count("Objective"))
        outline = self.targets.outline = read_outline(self.book.entries("objectives"), self.problems, before)
        for axis in outline.axes:
            self._axis(axis)
        for objective in outline.objectives:
            self._objective(objective)

    def _axis(self, axis: Heading) -> None:
        id_ = self.targets.ids[id(axis)] = f"{self.plan}/axe-{axis.rank}"
        quote = " – ".join(filter(None, (axis.mark, axis.title)))
        for entry in axis.entries:
            properties = {"number": axis.number, "position": axis.rank, "title": axis.title}
            self.writer.node("Axis", id_, axis.title, entry.locator, quote, **properties)
            self.writer.tie(self.plan, "HAS_AXIS", id_, entry.locator, quote)
            if not (entry.text("number") or entry.text("title")):
                for locator, words in self.targets.traces(entry):
                    self.writer.tie(id_, "STATED_IN", self.writer.document, locator, words)

    def _objective(self, objective: Heading) -> None:
        entry, id_ = objective.entries[0], f"{self.plan}/objectif-{objective.rank}"
        self.targets.ids[id(objective)] = id_
        quote = " – ".join(filter(None, (objective.mark, objective.title)))
        properties = {"number": objective.number, "position": objective.rank, "title": objective.title}
        theme = {"theme": entry.text("theme") or None}
        self.writer.node("Objective", id_, objective.title, entry.locator, quote, **properties, **theme)
        holder = self.targets.ids[id(objective.axis)] if objective.axis else self.plan
        self.writer.tie(holder, "HAS_OBJECTIVE", id_, entry.locator, quote)
        self.roles.write(id_, entry)
