"""What all sections of the story are computed from: each measure once, as the commands give it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import networkx as nx
import pandas as pd

from graph.checks import Check, Report, verify
from graph.model import Graph, Node
from graph.network import Choices, commitments, plans_counted, usual_level
from graph.network.departure import risks
from graph.network.departure.losses import Standing, standing
from graph.network.measures.actors import actor_measures
from graph.network.measures.definitions import MEASURES
from graph.network.measures.readings import reading
from graph.network.measures.whole import network_measures
from graph.network.measures.wording import Noun, noun_of
from graph.network.money import Provided, provided
from graph.network.robustness import Robustness, robustness
from viz.dossier.model import Claim, Proof
from viz.dossier.story.words import listed, said, sentence, split
from viz.report import verdict, where
from viz.targets import title_of

_UNNAMED = "cette mesure"


def rows_of(frame: pd.DataFrame) -> list[Any]:
    """The rows of a table, each with its cells by name."""
    return list(frame.itertuples())


@dataclass(frozen=True)
class Facts:
    """A graph, perhaps an older one, and what is measured of it; nothing is computed twice."""

    graph: Graph
    since: Graph | None = None

    @cached_property
    def choices(self) -> Choices:
        """What every figure of the dossier counts, unless it says otherwise."""
        return Choices(usual_level(self.graph))

    @cached_property
    def nodes(self) -> dict[str, Node]:
        """Nodes by id."""
        return self.graph.index()

    @cached_property
    def network(self) -> nx.Graph:
        """Actors and what they commit to."""
        return self.choices.network(self.graph)

    @cached_property
    def noun(self) -> Noun:
        """What actors commit to, in words."""
        return noun_of(self.network)

    @cached_property
    def ranking(self) -> pd.DataFrame:
        """See `commitments`."""
        return commitments(self.graph, self.choices.level)

    @cached_property
    def robustness(self) -> Robustness:
        """What the ranking is worth."""
        return robustness(self.graph, self.choices)

    @cached_property
    def risks(self) -> pd.DataFrame:
        """See `risks`."""
        return risks(self.graph, self.choices)

    @cached_property
    def standing(self) -> Standing:
        """Targets without pilot, without actor, with one, at the level of the choices."""
        return standing(self.network)

    @cached_property
    def money(self) -> list[Provided]:
        """See `provided`."""
        return provided(self.graph)

    @cached_property
    def report(self) -> Report:
        """What was read, what was not, what does not add up."""
        return verify(self.graph)

    @property
    def verdict(self) -> str:
        """What the check of the reading says, in a sentence."""
        return said(verdict(self.report)) if self.report.lines else "Aucun document n’a été lu."

    @cached_property
    def _measured(self) -> tuple[pd.DataFrame, pd.DataFrame]:
        suite = actor_measures(self.network).drop(columns=["acteur", "generique"])
        return self.ranking.merge(suite, on="id"), network_measures(self.network)

    @cached_property
    def narrowed(self) -> str:
        """The option that makes a command count what the dossier counts."""
        plans = [node.id for node in self.graph.by_label("Plan")]
        return f" --plan {plans[0]}" if len(plans) == 1 else ""

    @cached_property
    def silent(self) -> str:
        """Titles of the plans that have nothing to count, where others have; "" where there is none."""
        counted, without = plans_counted(self.graph, self.choices.level, self.choices.basis)
        return listed([f"« {title_of(self.nodes[plan])} »" for plan in without]) if counted else ""

    def command(self, words: str) -> str:
        """A command that reads the base, for the plan of the dossier."""
        return f"maillage {words}{self.narrowed}"

    def read(self, measure: str, words: str = "mesures --vue lectures", sheet: str = "Lectures") -> Claim:
        """What a measure says of this plan: its first sentence, and what must be known to read it."""
        told = said(reading(measure, self.network, *self._measured))
        if _UNNAMED in told.casefold():
            told = said(f"{MEASURES[measure].label}{' –' if ':' in told else ' :'} {told[:1].lower()}{told[1:]}")
        text, more = split(told[:1].upper() + told[1:])
        return Claim(text, Proof(self.command(words), sheet), more)

    def checks(self, *codes: str) -> Iterator[Claim]:
        """Checks of these codes that ask for a look, as claims with their places."""
        for check in self.report.checks:
            if check.code in codes and check.severity != "info":
                places = (said(where(check.places, several=True, most=6)),) if check.places else ()
                yield Claim(sentence(self._told(check)), Proof("maillage verifier DOSSIER", "Constats", places))

    def _told(self, check: Check) -> str:
        """What a check says; of all objectives of one of several plans, with its title."""
        plan = self.nodes.get(check.places[0].document.partition("/")[0]) if check.places else None
        if check.code != "plan-sans-pilote" or len(self.graph.by_label("Plan")) < 2 or plan is None:
            return check.message
        return f"« {title_of(plan)} » : {check.message}"
