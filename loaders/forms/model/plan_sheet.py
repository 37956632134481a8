"""The sheet « Plan »: title, territory and years, which make the plan's identity; and the places that are declared."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from graph.errors import InputError
from graph.text import slug
from loaders.forms.model.items import one_name
from loaders.forms.model.layout import PLAN_QUESTIONS
from loaders.forms.model.sheets import Entry, heading_key
from loaders.lines import Line
from loaders.plan_info import PlanInfo, guess_plan_info
from loaders.words.places import PlaceName

_YEAR = re.compile(r"(?:19|20)\d{2}")
_WHERE = "Corrigez la feuille « Plan »."


@dataclass(frozen=True)
class PlanSheet:
    """The answers of the sheet by their key, and the rows where they stand."""

    answers: dict[str, Entry]
    name: str

    @classmethod
    def of(cls, entries: Sequence[Entry], name: str) -> PlanSheet:
        """The answers among the sheet's rows; `name` is the file's."""
        keys = {heading_key(question): key for key, (question, _) in PLAN_QUESTIONS.items()}
        found: dict[str, Entry] = {}
        for entry in entries:
            key = keys.get(heading_key(entry.text("question")))
            if key is not None and entry.text("answer"):
                found.setdefault(key, entry)
        return cls(found, name)

    def said(self, key: str) -> str:
        """An answer, "" where there is none."""
        return self.answers[key].text("answer") if key in self.answers else ""

    @property
    def title(self) -> Line | None:
        """The plan's title where it is written."""
        entry = self.answers.get("title")
        return entry.row.line(entry.text("answer")) if entry else None

    @property
    def lines(self) -> list[Line]:
        """The other answers, as they stand."""
        others = [self.answers[key] for key in PLAN_QUESTIONS if key in self.answers and key != "title"]
        return [entry.row.line(f"{entry.text('question')} : {entry.text('answer')}") for entry in others]

    def info(self, places: Sequence[PlaceName]) -> PlanInfo:
        """Who and when the plan is; what the sheet does not say is guessed from the file's name, and said so."""
        start, end = self._year("start"), self._year("end")
        if start and end and start > end:
            raise InputError(f"période de {start} à {end}", place=self._place("end"), action=_WHERE)
        told = self._guessed()
        territory = self.said("territory") or told.territory
        if not slug(territory):
            found = f"territoire « {territory} » sans lettre ni chiffre"
            raise InputError(found, place=self._place("territory"), action=_WHERE)
        title = self.said("title") or told.title
        return PlanInfo(title, territory, start, end, tuple(places), told.guessed)

    def _guessed(self) -> PlanInfo:
        told = guess_plan_info(Path(self.name), self.said("title") or None)
        kept = [guess for guess, key in zip(told.guessed, ("title", "territory"), strict=True) if not self.said(key)]
        return PlanInfo(told.title, told.territory, None, None, guessed=tuple(kept))

    def _year(self, key: str) -> int | None:
        text = self.said(key)
        if not text:
            return None
        if not _YEAR.fullmatch(text):
            found = f"« {text} » : une année était attendue ({PLAN_QUESTIONS[key][0]})"
            raise InputError(found, place=self._place(key), action="Écrivez quatre chiffres : 2025.")
        return int(text)

    def _place(self, key: str) -> str:
        return f"{self.name}, {self.answers[key].place('answer')}" if key in self.answers else self.name


def places_of(entries: Sequence[Entry]) -> list[PlaceName]:
    """The places that the sheet « Lieux » declares, each once."""
    found: dict[str, PlaceName] = {}
    for entry in entries:
        if name := one_name(entry.cell("name")):
            kind, code = entry.text("kind") or None, entry.text("code") or None
            found.setdefault(code or slug(name), PlaceName(name, (), kind, code))
    return list(found.values())
