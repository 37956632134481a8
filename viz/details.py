"""What the panel of the network map tells of each actor and objective, as plain data with texts ready to read."""

from __future__ import annotations

from collections.abc import Iterable

from graph.model import Graph, Node, Relationship
from graph.text import fold
from viz import basis, french
from viz.funding import Funding
from viz.sentences import Data, Sentences
from viz.targets import children, numbered, title_of
from viz.view import View


class Details:
    """Reads a graph once, then answers for each actor, objective and tie."""

    def __init__(self, graph: Graph, view: View) -> None:
        self._graph = graph
        self._view = view
        self._nodes = graph.index()
        self._tools = children(graph, "USES")
        self._places = children(graph, "LOCATED_IN")
        self._stated: dict[str, list[Relationship]] = {}
        for tie in graph.by_type("STATED_IN"):
            self._stated.setdefault(tie.start, []).append(tie)
        self._funding = Funding(graph)
        self._sentences = Sentences(graph)

    def objectives(self) -> dict[str, Data]:
        """By id: title, what it is, axis, theme, plan, sources, actions by state, tools, funding, places."""
        return {target.id: self._objective(target) for target in self._view.targets}

    def _objective(self, objective: Node) -> Data:
        axis = next(axis for axis in self._view.axes if axis.id == self._view.axis_of[objective.id])
        actions = self._view.actions[objective.id]
        holders = [objective.id, *(action.id for action in actions)]
        tools = self._linked(holders, self._tools)
        return {
            "label": numbered(objective),
            "noun": objective.properties.get("noun") or "objectif",
            "axis": axis.id,
            "plan": title_of(axis.plan) if axis.plan else None,
            "theme": objective.properties.get("theme") or None,
            "sources": self._sentences.of(self._stated.get(objective.id, [])),
            "actions": self._by_status(actions),
            "tools": [self._funding.tool(tool) for tool in tools],
            "funding": self._funding.of([*holders, *(tool.id for tool in tools)]),
            "places": [place_name(place) for place in self._linked(holders, self._places)],
        }

    def _linked(self, holders: Iterable[str], links: dict[str, list[Node]]) -> list[Node]:
        found = {node.id: node for holder in holders for node in links.get(holder, [])}
        return sorted(found.values(), key=lambda node: fold(node.name))

    def _by_status(self, actions: list[Node]) -> list[Data]:
        groups: dict[str | None, list[Data]] = {}
        for action in actions:
            row = {"text": self._sentences.action(action.id), "sources": self._place_of(action)}
            groups.setdefault(action.properties.get("status"), []).append(row)
        return [
            {"status": status or "", "label": french.status(status), "items": rows} for status, rows in groups.items()
        ]

    def _place_of(self, action: Node) -> list[Data]:
        """Where an action stands; its words are its text, so the quote would only say it again."""
        return [source | {"quote": ""} for source in self._sentences.of(self._stated.get(action.id, []))]

    def actors(self) -> dict[str, Data]:
        """By id, for all actors, drawn or not: name, kind, mentions, carriers and members, money, actions citing it."""
        above, below = self._parts()
        cited = self._cited_in_actions()
        return {
            actor.id: {
                "label": actor.name,
                "kind": actor.properties.get("kind") or "",
                "generic": bool(actor.properties.get("generic")),
                "aliases": [alias for alias in actor.properties.get("aliases") or [] if alias != actor.name],
                "siret": actor.properties.get("siret") or None,
                "above": above.get(actor.id, []),
                "below": below.get(actor.id, []),
                "funding": self._funding.by_provider(actor.id),
                "cited": cited.get(actor.id, []),
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

    def _cited_in_actions(self) -> dict[str, list[Data]]:
        """By actor: the actions that name it without a role, by objective; those with a role stand with its ties."""
        targets = {action.id: target for target, actions in self._view.actions.items() for action in actions}
        roles = {(tie.start, tie.end) for tied in self._view.ties for tie in tied.from_actions}
        found: dict[str, dict[str, list[Relationship]]] = {}
        for tie in self._graph.by_type("MENTIONED_IN"):
            if tie.end in targets and (tie.start, tie.end) not in roles:
                found.setdefault(tie.start, {}).setdefault(targets[tie.end], []).append(tie)
        return {
            actor: [{"objective": id_, "sources": self._sentences.in_actions(ties)} for id_, ties in objectives.items()]
            for actor, objectives in found.items()
        }

    def ties(self) -> list[Data]:
        """One row a tie: who, what role, which objective, by whom, on what it stands, and the sentences behind it."""
        return [
            {
                "actor": tie.actor,
                "objective": tie.objective,
                "type": tie.type,
                "stated": tie.stated,
                "basis": basis.foundation(tie),
                "co": any(told.properties.get("co") for told in tie.telling),
                "via": list(dict.fromkeys(name for told in tie.telling for name in told.properties.get("via") or [])),
                "sources": self._sentences.behind(tie),
            }
            for tie in self._view.ties
        ]


def place_name(place: Node) -> str:
    """A place with its kind and code: "Val Fleuri (QPV, QN07301M)"."""
    code = place.properties.get("code")
    notes = [str(note) for note in (place.properties.get("kind"), code) if note]
    return f"{place.name} ({', '.join(notes)})" if notes else place.name
