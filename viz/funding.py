"""Money as the panel shows it: amounts as written in the documents, never summed."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from graph.model import Graph, Node, Relationship
from graph.text import fold
from viz import french

Data = dict[str, Any]


class Funding:
    """Who gives what to what."""

    def __init__(self, graph: Graph) -> None:
        self._nodes = graph.index()
        self._funds = graph.by_type("FUNDS")
        self._providers: dict[str, str] = {tie.end: tie.start for tie in graph.by_type("PROVIDES")}
        self._parts: dict[str, list[str]] = {}
        for tie in graph.by_type("PART_OF"):
            if self._label(tie.start) == self._label(tie.end) == "Tool":
                self._parts.setdefault(tie.end, []).append(tie.start)

    def _label(self, node_id: str) -> str:
        return self._nodes[node_id].label if node_id in self._nodes else ""

    def tool(self, tool: Node, above: frozenset[str] = frozenset()) -> Data:
        """A tool with the total that its document announces, and its parts."""
        amount = tool.properties.get("announced_amount")
        path = above | {tool.id}
        parts = [part for part in sorted(self._parts.get(tool.id, [])) if part not in path]
        return {
            "label": tool.name,
            "amount": f"montant annoncé{french.NBSP}: {french.euros(amount)}" if isinstance(amount, int) else "",
            "parts": [self.tool(self._nodes[part], path) for part in parts],
        }

    def of(self, targets: Iterable[str]) -> list[Data]:
        """What funds these nodes, and the parts of those that are tools; the largest amount first."""
        wanted = self._with_parts(targets)
        ties = [tie for tie in self._funds if tie.end in wanted and tie.start in self._nodes]
        ties.sort(key=lambda tie: (-(tie.properties.get("amount") or 0), fold(self._nodes[tie.start].name)))
        return [self._row(tie) for tie in ties]

    def by_provider(self, actor: str) -> list[Data]:
        """What an actor gives, by target."""
        sources = {source for source, provider in self._providers.items() if provider == actor}
        ties = [tie for tie in self._funds if tie.start in sources and tie.end in self._nodes]
        ties.sort(key=lambda tie: (-(tie.properties.get("amount") or 0), tie.end))
        return [self._row(tie) for tie in ties]

    def _with_parts(self, targets: Iterable[str]) -> set[str]:
        found: set[str] = set()
        waiting = list(targets)
        while waiting:
            target = waiting.pop()
            if target not in found:
                found.add(target)
                waiting += self._parts.get(target, [])
        return found

    def _row(self, tie: Relationship) -> Data:
        source = self._nodes[tie.start]
        amount = tie.properties.get("amount")
        kind = source.properties.get("kind") or "inconnu"
        target = self._nodes[tie.end]
        return {
            "label": source.name,
            "provider": self._providers.get(tie.start),
            "kind": french.FUNDING_KINDS.get(kind, kind),
            "amount": french.euros(amount) if isinstance(amount, int) else "montant non précisé",
            "note": self._note(tie),
            "target": "" if target.label == "Objective" else target.name,
            "place": ", ".join(tie.properties.get("locators") or []),
        }

    def _note(self, tie: Relationship) -> str:
        share, of = tie.properties.get("share"), self._nodes.get(tie.properties.get("of") or "")
        notes = []
        if isinstance(share, int | float):
            notes.append(f"{french.percent(share)} de {f'« {of.name} »' if of else 'l’ensemble'}")
        if tie.properties.get("scope") == "national":
            notes.append("enveloppe nationale")
        return ", ".join(notes)
