"""The sentences behind ties, with their places: what stands in the panel and in the table."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from graph.model import Graph, Relationship
from graph.text import fold
from viz.targets import title_of
from viz.view import Tie

Data = dict[str, Any]


class Sentences:
    """Reads a graph once, then answers for any of its relationships."""

    def __init__(self, graph: Graph) -> None:
        self._nodes = graph.index()

    def of(self, relationships: Iterable[Relationship]) -> list[Data]:
        """The sentences of relationships: place, words, document."""
        rows = []
        for tie in relationships:
            locators, quotes = tie.properties.get("locators") or [], tie.properties.get("quotes") or []
            for rank in range(max(len(locators), len(quotes))):
                place = locators[rank] if rank < len(locators) else ""
                quote = quotes[rank] if rank < len(quotes) else ""
                rows.append({"place": place, "quote": quote, "document": self.document(tie.properties.get("document"))})
        return [row for rank, row in enumerate(rows) if row not in rows[:rank]]

    def behind(self, tie: Tie) -> list[Data]:
        """All that a tie stands on: its own sentences, then those of actions, each told once with all its places."""
        return [*self.of(tie.relationships), *self.in_actions(tie.from_actions)]

    def in_actions(self, relationships: Iterable[Relationship]) -> list[Data]:
        """Sentences of ties that end on actions: as `of`, and `action`, its text where the words do not hold it."""
        found: dict[tuple[str, str, str], list[str]] = {}
        for tie in relationships:
            for row in self.of([tie]) or [{"place": "", "quote": "", "document": ""}]:
                words, action = _told(row["quote"], self.action(tie.end))
                places = found.setdefault((words, action, row["document"]), [])
                places += [row["place"]] if row["place"] and row["place"] not in places else []
        return [
            {"place": ", ".join(places), "quote": words, "document": document, "action": action}
            for (words, action, document), places in found.items()
        ]

    def action(self, action_id: str) -> str:
        """The text of an action."""
        action = self._nodes[action_id]
        return str(action.properties.get("text") or action.name)

    def document(self, document_id: str | None) -> str:
        """How people call a document: its title, else its file's name."""
        node = self._nodes.get(document_id or "")
        return title_of(node) if node else str(document_id or "")


def _told(quote: str, action: str) -> tuple[str, str]:
    """The words to show and, where they do not hold it, the action's text: nothing is said twice."""
    words, text = fold(quote).strip("-•. "), fold(action).strip("-•. ")
    if words in text:
        return action, ""
    return quote, "" if text in words else action
