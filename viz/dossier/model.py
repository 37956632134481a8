"""The dossier of a meeting as data: sections of claims, figures, tables and maps, each with where it comes from."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from graph.french import NBSP
from viz.french import count
from viz.paper.chart import Chart
from viz.paper.sheet import FormatName

ANNEX = "annexe"
"""Key of the section of maps that close the dossier."""


@dataclass(frozen=True)
class Proof:
    """Where a figure comes from: a command that gives it again, a sheet of the kit's workbooks, places."""

    command: str = ""
    sheet: str = ""
    places: tuple[str, ...] = ()

    @property
    def words(self) -> str:
        """ "maillage mesures ; tableaux, feuille « Engagements » ; plan.txt, ligne 36"."""
        sheet = f"tableaux, feuille «{NBSP}{self.sheet}{NBSP}»" if self.sheet else ""
        return f"{NBSP}; ".join(part for part in (self.command, sheet, *self.places) if part)


@dataclass(frozen=True)
class Claim:
    """One sentence that the graph makes true; `more` is what must be known to read it well."""

    text: str
    proof: Proof = Proof()
    more: str = ""


@dataclass(frozen=True)
class Figure:
    """A figure in large type: "19", "objectifs"."""

    value: str
    label: str
    proof: Proof = Proof()


@dataclass(frozen=True)
class Table:
    """A table of a page: `rows` of as many cells as `columns`; `note` says what was left out of it, and where it is.

    Cells are ready to read, but for integers, which are to be set in threes and to the right. `widths`: shares of the
    page's width, one a column. `brief`: the columns that a slide shows, all where it names none.
    """

    title: str
    columns: Sequence[str]
    rows: Sequence[Sequence[Any]]
    widths: Sequence[float]
    note: str = ""
    brief: tuple[int, ...] = ()


@dataclass(frozen=True)
class Drawn:
    """A map in each format: `key` is that of its file, `what` says in a few words which map it is."""

    key: str
    what: str
    charts: Mapping[FormatName, Chart]

    @property
    def title(self) -> str:
        """The claim of the map."""
        return next(iter(self.charts.values())).title


@dataclass(frozen=True)
class Section:
    """A part of the story. The first of `claims`, one at least, is what to remember; `title` says what it is about.

    `aside`: it speaks of the dossier rather than of the plan, and there is nothing to remember of it.
    """

    key: str
    title: str
    claims: tuple[Claim, ...]
    figures: tuple[Figure, ...] = ()
    tables: tuple[Table, ...] = ()
    charts: tuple[Drawn, ...] = ()
    aside: bool = False

    @property
    def lead(self) -> Claim:
        """What to remember of the section."""
        return self.claims[0]


@dataclass(frozen=True)
class Dossier:
    """The whole story of one or several plans. `subtitle` names territories and years, `source` documents and date."""

    title: str
    subtitle: str
    source: str
    date: datetime.date
    sections: tuple[Section, ...] = field(default=())

    def with_charts(self, charts: Mapping[str, Sequence[Drawn]]) -> Dossier:
        """The same story, with maps by the key of their section."""
        told = tuple(replace(part, charts=tuple(charts.get(part.key, ()))) for part in self.sections)
        return replace(self, sections=(*told, *_annex(tuple(charts.get(ANNEX, ())))))

    @property
    def charts(self) -> list[Drawn]:
        """Every map, in the order of the story."""
        return [drawn for part in self.sections for drawn in part.charts]


def _annex(charts: tuple[Drawn, ...]) -> tuple[Section, ...]:
    """What is read between two meetings rather than shown in one."""
    if not charts:
        return ()
    told = Claim(f"{count(len(charts), 'fiche')}, une par axe\u00a0: ses objectifs, qui les porte, où ils en sont.")
    return (Section(ANNEX, "Annexe\u00a0: fiches d’axe", (told,), charts=charts, aside=True),)
