"""What the panel of the network map tells of each actor and objective, as plain data with texts ready to read."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from graph.model import Graph, Node, Relationship
from graph.schema import COMMITMENTS
from graph.text import fold
from viz import french
from viz.funding import Funding
from viz.view import View, children, numbered, title_of

Data = dict[str, Any]


class Details:
    """Reads a graph once, then answers for each actor, objective and tie."""

    def __init__(self, graph: Graph, view: View) -> None:
        self._graph = graph
        self._view = view
        self._nodes = graph.index()
        self._actions = children(graph, "HAS_ACTION")
        self._tools = children(graph, "USES")
        self._places = children(graph, "LOCATED_IN")
        self._stated: dict[str, list[Relationship]] = {}
        for tie in graph.by_type("STATED_IN"):
            self._stated.setdefault(tie.start, []).append(tie)
        self._funding = Funding(graph)

    def objectives(self) -> dict[str, Data]:
        """By id: title, axis, theme, plan, sources, actions by state, tools, funding, places."""
        return {objective.id: self._objective(objective) for objective in self._view.objectives}

    def _objective(self, objective: Node) -> Data:
        axis = next(axis for axis in self._view.axes if axis.id == self._view.axis_of[objective.id])
        actions = self._descendants(objective.id)
        holders = [objective.id, *(action.id for action in actions)]
        tools = self._linked(holders, self._tools)
        return {
            "label": numbered(objective),
            "axis": axis.id,
            "plan": title_of(axis.plan) if axis.plan else None,
            "theme": objective.properties.get("theme") or None,
            "sources": self.sources(self._stated.get(objective.id, [])),
            "actions": self._by_status(actions),
            "tools": [self._funding.tool(tool) for tool in tools],
            "funding": self._funding.of([*holders, *(tool.id for tool in tools)]),
            "places": [_place(place) for place in self._linked(holders, self._places)],
        }

    def _descendants(self, parent: str) -> list[Node]:
        found: dict[str, Node] = {}
        waiting = list(self._actions.get(parent, []))
        while waiting:
            action = waiting.pop(0)
            if action.id not in found:
                found[action.id] = action
                waiting = self._actions.get(action.id, []) + waiting
        return list(found.values())

    def _linked(self, holders: Iterable[str], links: dict[str, list[Node]]) -> list[Node]:
        found = {node.id: node for holder in holders for node in links.get(holder, [])}
        return sorted(found.values(), key=lambda node: fold(node.name))

    def _by_status(self, actions: list[Node]) -> list[Data]:
        groups: dict[str | None, list[Data]] = {}
        for action in actions:
            row = {"text": action.properties.get("text") or action.name, "sources": self._place_of(action)}
            groups.setdefault(action.properties.get("status"), []).append(row)
        return [
            {"status": status or "", "label": french.status(status), "items": rows} for status, rows in groups.items()
        ]

    def _place_of(self, action: Node) -> list[Data]:
        """Where an action stands; its words are its text, so the quote would only say it again."""
        return [source | {"quote": ""} for source in self.sources(self._stated.get(action.id, []))]

    def actors(self) -> dict[str, Data]:
        """By id, for all actors, drawn or not: name, kind, mentions, carriers and members, money, actions naming it."""
        commitments = self._view.commitments()
        above, below = self._parts()
        named = self._named_in_actions()
        return {
            actor.id: {
                "label": actor.name,
                "kind": actor.properties.get("kind") or "",
                "generic": bool(actor.properties.get("generic")),
                "aliases": [alias for alias in actor.properties.get("aliases") or [] if alias != actor.name],
                "siret": actor.properties.get("siret") or None,
                "above": above.get(actor.id, []),
                "below": below.get(actor.id, []),
                "objectives": len(commitments.get(actor.id, ())),
                "funding": self._funding.by_provider(actor.id),
                "named": named.get(actor.id, []),
            }
            for actor in self._graph.by_label("Actor")
        }

    def _parts(self) -> tuple[dict[str, list[str]], dict[str, list[str]]]:
        above: dict[str, list[str]] = {}
        below: dict[str, list[str]] = {}
        actors = {actor.id for actor in self._graph.by_label("Actor")}
        pairs = {(tie.start, tie.end) for tie in self._graph.by_type("PART_OF")}
        for part, whole in sorted(pairs, key=lambda pair: tuple(self._sort_name(end) for end in pair)):
            if part in actors and whole in actors:
                above.setdefault(part, []).append(whole)
                below.setdefault(whole, []).append(part)
        return above, below

    def _sort_name(self, node_id: str) -> str:
        return fold(self._nodes[node_id].name) if node_id in self._nodes else node_id

    def _named_in_actions(self) -> dict[str, list[Data]]:
        owners = {a.id: o.id for o in self._view.objectives for a in self._descendants(o.id)}
        found: dict[str, list[Data]] = {}
        for tie in self._graph.by_type(*COMMITMENTS, "MENTIONED_IN"):
            if tie.end in owners:
                role = {"PILOTS": "pilote", "PARTNERS": "partenaire"}.get(tie.type, "cité")
                action = self._nodes[tie.end]
                row = {
                    "role": role,
                    "text": action.properties.get("text") or action.name,
                    "objective": owners[tie.end],
                    "sources": [source | {"quote": ""} for source in self.sources([tie])],
                }
                found.setdefault(tie.start, []).append(row)
        return found

    def ties(self) -> list[Data]:
        """One row a tie: who, what role, which objective, by whom, and the sentences that state it."""
        return [
            {
                "actor": tie.actor,
                "objective": tie.objective,
                "type": tie.type,
                "co": any(stated.properties.get("co") for stated in tie.relationships),
                "via": list(dict.fromkeys(name for s in tie.relationships for name in s.properties.get("via") or [])),
                "sources": self.sources(tie.relationships),
            }
            for tie in self._view.ties
        ]

    def sources(self, relationships: Iterable[Relationship]) -> list[Data]:
        """The sentences behind relationships: place, words, document."""
        rows = []
        for tie in relationships:
            locators, quotes = tie.properties.get("locators") or [], tie.properties.get("quotes") or []
            for rank in range(max(len(locators), len(quotes))):
                place = locators[rank] if rank < len(locators) else ""
                quote = quotes[rank] if rank < len(quotes) else ""
                rows.append({"place": place, "quote": quote, "document": self.document(tie.properties.get("document"))})
        return [row for rank, row in enumerate(rows) if row not in rows[:rank]]

    def document(self, document_id: str | None) -> str:
        """How people call a document: its title, else its file's name."""
        node = self._nodes.get(document_id or "")
        return title_of(node) if node else str(document_id or "")


def _place(place: Node) -> str:
    code = place.properties.get("code")
    notes = [str(note) for note in (place.properties.get("kind"), code) if note]
    return f"{place.name} ({', '.join(notes)})" if notes else place.name
