"""A change between two plans, as data: what, where, before and after, how sure, and the sentences that show it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from graph.comparison.codes import Code

Certainty = Literal["sûr", "probable"]
Value = str | int | float | None


@dataclass(frozen=True)
class Passage:
    """A sentence of a document and its place."""

    document: str
    locator: str
    quote: str


@dataclass(frozen=True)
class Side:
    """What one of the two plans says.

    `ids`: the subjects of the change (one, but for changes that go together: an intertitle, a run of numbers);
    `other`: id of the actor, tool, place, source or parent at stake; `value`: what is compared (text, number,
    amount in whole euros); `passages`: where it is said. All are empty where this plan says nothing of it.
    """

    ids: tuple[str, ...] = ()
    other: str | None = None
    value: Value = None
    passages: tuple[Passage, ...] = ()


NOTHING = Side()


@dataclass(frozen=True)
class Change:
    """One change. `label` is the schema's label of its subject, `subject` its words, `actor` whom it concerns.

    `axis` and `objective` are the headings it stands under (of the second plan, of the first for what is gone);
    `where` and `words` make its French sentence. `similarity` (0 to 1) is that of the texts that were matched,
    None where they are the same; what rests on a doubtful match is "probable". `details` are what goes with the
    change: who leads an added action, what names a rewording adds.
    """

    code: Code
    label: str
    subject: str
    where: str
    words: str
    before: Side = NOTHING
    after: Side = NOTHING
    actor: str | None = None
    axis: str | None = None
    objective: str | None = None
    certainty: Certainty = "sûr"
    similarity: float | None = None
    details: tuple[str, ...] = ()

    @property
    def sentence(self) -> str:
        """The change in one French sentence."""
        said = f"{self.where} : {self.words}" if self.where else self.words[:1].upper() + self.words[1:]
        return f"{said}."
