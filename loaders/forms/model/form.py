"""The form "model": Maillage's own workbook, filled by a team or written from a loaded plan (`maillage modele`).

Its columns say all: no role is read in the words of a title or of an action.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from graph.text import fold, slug
from loaders.forms.model.actions_writer import ActionWriter
from loaders.forms.model.actors import Actors
from loaders.forms.model.columns import say_columns
from loaders.forms.model.money import MoneyWriter
from loaders.forms.model.plan_sheet import PlanSheet, places_of
from loaders.forms.model.problems import Problems
from loaders.forms.model.recognition import Workbook, recognise
from loaders.forms.model.roles import RoleWriter
from loaders.forms.model.roster import Roster
from loaders.forms.model.roster_writer import write_roster
from loaders.forms.model.structure import StructureWriter
from loaders.forms.model.targets import Targets
from loaders.lines import Line
from loaders.plan_info import PlanInfo
from loaders.read.document import RawDocument
from loaders.words.places import PlaceName
from loaders.writer import Writer


@dataclass(frozen=True)
class ModelForm:
    """A workbook that is Maillage's own, with at least one objective, action or row of money in it."""

    book: Workbook
    plan: PlanSheet

    @classmethod
    def recognise(cls, parts: Sequence[RawDocument]) -> ModelForm | None:
        """The workbook that all the sheets of one file make, or None; `InputError` where nothing is filled in it."""
        book = recognise(parts)
        return cls(book, PlanSheet.of(book.entries("plan"), book.raw.name)) if book else None

    @property
    def raw(self) -> RawDocument:
        """The file as one document."""
        return replace(self.book.raw, notes=(*self.book.raw.notes, *self.book.notes))

    @property
    def info(self) -> PlanInfo:
        """What the sheets « Plan » and « Lieux » say; `InputError` for years that are none."""
        return self.plan.info(places_of(self.book.entries("places")))

    def completed(self, info: PlanInfo) -> PlanInfo:
        """What `plan.toml` says, with the places of the sheet « Lieux » that it does not declare."""
        return replace(info, places=tuple(_all_places(info.places, places_of(self.book.entries("places")))))

    @property
    def title(self) -> Line | None:
        """The title that the sheet « Plan » gives."""
        return self.plan.title

    @property
    def preamble(self) -> Sequence[Line]:
        """The other answers of the sheet « Plan »."""
        return self.plan.lines

    @property
    def opening(self) -> Line:
        """The title, else the first row of content."""
        first = next(entry for key in ("objectives", "actions", "funding") for entry in self.book.entries(key))
        return self.title or first.row.line(first.words)

    @property
    def furniture(self) -> Sequence[Line]:
        """None: what stands above the headings is ours."""
        return ()

    def write(self, writer: Writer, info: PlanInfo, known: frozenset[str]) -> None:
        """Write every row of every sheet."""
        problems = Problems()
        roster = Roster(self.book.entries("actors"), problems)
        places = _all_places(info.places, places_of(self.book.entries("places")))
        targets = Targets(writer, info, places, problems)
        actors = Actors(roster, known, problems, writer)
        roles = RoleWriter(writer, actors, targets)
        structure = StructureWriter(self.book, writer, info.id, problems, targets, roles)
        structure.places(places)
        structure.tools(actors)
        structure.outline()
        ActionWriter(writer, info.id, problems, targets, roles).write(self.book.entries("actions"))
        MoneyWriter(writer, actors, targets, problems).write(self.book.entries("funding"))
        write_roster(roster, writer, actors)
        self._say_beside(info, problems)
        actors.say_misspelled()
        problems.write(writer)

    def _say_beside(self, info: PlanInfo, problems: Problems) -> None:
        """What the workbook has beside its columns or lacks, and where `plan.toml` says otherwise than « Plan »."""
        say_columns(self.book, problems)
        for key, said in (("title", info.title), ("territory", info.territory)):
            entry = self.plan.answers.get(key)
            if entry is not None and fold(said) != fold(entry.text("answer")):
                message = f"plan.toml dit « {said} », et c'est lui qui compte"
                problems.odd("plan-autrement-dit", entry, "answer", message)


def _all_places(declared: Sequence[PlaceName], written: Sequence[PlaceName]) -> list[PlaceName]:
    """The places of `plan.toml`, which has the last word, and those of the sheet « Lieux »."""
    beside = {place.slug: place for place in written}
    found = [
        replace(place, kind=place.kind or beside[place.slug].kind, code=place.code or beside[place.slug].code)
        if place.slug in beside
        else place
        for place in declared
    ]
    names = {slug(name) for place in found for name in (place.name, *place.spellings)}
    return [*found, *(place for place in written if place.slug not in names)]
