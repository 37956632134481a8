"""How much of each document was read, as far as the graph can tell."""

from __future__ import annotations

from dataclasses import dataclass

from graph.checks.plan_text import PlanText


@dataclass(frozen=True)
class LinesRead:
    """Lines of one document: `read`, from which the graph draws a fact, all their words being understood; `unread`,
    those with words that no rule understood; `partly`, those of the unread that state a fact all the same.

    Headings of sections, page numbers and blank lines are neither: they put things in order and state nothing.
    """

    document: str
    read: int
    unread: int
    partly: int

    @property
    def share(self) -> float:
        """Lines read out of lines that say something, 0 to 1; 1 where none does."""
        return self.read / (self.read + self.unread) if self.read + self.unread else 1.0


def lines_read(text: PlanText) -> list[LinesRead]:
    """One figure a document, in the order of their names."""
    stated = set(text.sentences)
    unread = {(line.document, line.locator) for line in text.unread}
    documents = sorted({document for document, _ in stated | unread})
    return [_of(document, stated, unread) for document in documents]


def _of(document: str, stated: set[tuple[str, str]], unread: set[tuple[str, str]]) -> LinesRead:
    cited = {place for place in stated if place[0] == document}
    left = {place for place in unread if place[0] == document}
    return LinesRead(document, len(cited - left), len(left), len(cited & left))
