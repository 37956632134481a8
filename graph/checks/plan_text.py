"""One plan of a graph, as checks look at it: its nodes, its ties, and the sentence at every place."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import Any

from graph.checks.check import Check, Place
from graph.checks.french import typeset
from graph.checks.kinds import kind_of
from graph.model import Finding, Graph, Node, Relationship, Unread
from graph.schema import FROM_LEDGER
from graph.text import fold

_BULLET = re.compile(r"^[-–—•●▪*·\s]+(?=\S)")
WHOLE = "document"


def plan_of(document: str) -> str:
    """The plan that a document's id belongs to."""
    return document.partition("/")[0]


class PlanText:
    """What the documents of one plan say; actors shared with other plans have only their ties of this one."""

    def __init__(self, graph: Graph, plan: str) -> None:
        self.plan = plan
        known = graph.index()
        told = [tie for tie in graph.relationships if plan_of(str(tie.properties.get("document"))) == plan]
        said = (tie for tie in told if tie.type not in FROM_LEDGER)
        self.ties = [tie for tie in said if tie.start in known and tie.end in known]
        ends = {end for tie in self.ties for end in (tie.start, tie.end)}
        self.nodes = {id_: node for id_, node in known.items() if id_ in ends or id_ == plan}
        self.findings: list[Finding] = [found for found in graph.findings if plan_of(found.document) == plan]
        self.unread: list[Unread] = [line for line in graph.unread if plan_of(line.document) == plan]

    def by_type(self, *types: str) -> list[Relationship]:
        """Ties of the given types."""
        return [tie for tie in self.ties if tie.type in types]

    def by_label(self, label: str) -> list[Node]:
        """Nodes of a label, in the order in which the documents first name them."""
        found = [node for node in self.nodes.values() if node.label == label]
        return sorted(found, key=lambda node: (self._first[node.id], node.id))

    @cached_property
    def _by_start(self) -> dict[str, list[Relationship]]:
        found: defaultdict[str, list[Relationship]] = defaultdict(list)
        for tie in self.ties:
            found[tie.start].append(tie)
        return found

    @cached_property
    def _by_end(self) -> dict[str, list[Relationship]]:
        found: defaultdict[str, list[Relationship]] = defaultdict(list)
        for tie in self.ties:
            found[tie.end].append(tie)
        return found

    def ties_from(self, start: str, *types: str) -> list[Relationship]:
        """Ties of the given types that begin at a node."""
        return [tie for tie in self._by_start[start] if tie.type in types]

    def declared(self, type_: str, start: str | None = None) -> list[Relationship]:
        """Ties of a type that a list states (of one actor, if need be); those drawn from sentences are left out."""
        ties = self.by_type(type_) if start is None else self.ties_from(start, type_)
        return [tie for tie in ties if tie.properties.get("basis") != "inferred"]

    def declared_actors(self, type_: str) -> dict[str, list[Node]]:
        """Objective id → the actors that are declared at it, or at an action under it, each once."""
        found: dict[str, dict[str, Node]] = {node.id: {} for node in self.objectives}
        for tie in self.declared(type_):
            if tie.end in self.objective_of:
                found[self.objective_of[tie.end].id][tie.start] = self.nodes[tie.start]
        return {objective: list(actors.values()) for objective, actors in found.items()}

    def read_in_actions(self, type_: str) -> str:
        """ " ; les phrases de 3 actions en laissent lire un": what no list states, where it is read from sentences."""
        read = {tie.end for tie in self.by_type(type_)} - {tie.end for tie in self.declared(type_)}
        number = sum(self.nodes[end].label == "Action" for end in read)
        if not number:
            return ""
        where = "la phrase d'une action en laisse" if number == 1 else f"les phrases de {number} actions en laissent"
        return f", mais {where} lire un"

    def tied_to(self, end: str, type_: str) -> list[Node]:
        """The nodes where ties of a type that end at this one begin, each once."""
        return list({tie.start: self.nodes[tie.start] for tie in self._by_end[end] if tie.type == type_}.values())

    @cached_property
    def titles(self) -> list[Node]:
        """Objectives without action, actor, tool or money: most often, titles of a group of objectives."""
        filled = {tie.start for tie in self.by_type("HAS_ACTION", "USES")}
        filled |= {tie.end for tie in self.by_type("PILOTS", "PARTNERS", "MENTIONED_IN", "FUNDS")}
        return [node for node in self.by_label("Objective") if node.id not in filled]

    @cached_property
    def objectives(self) -> list[Node]:
        """The objectives but for empty ones, in order."""
        empty = {node.id for node in self.titles}
        return [node for node in self.by_label("Objective") if node.id not in empty]

    @cached_property
    def objective_of(self) -> dict[str, Node]:
        """Objective or action id → the objective it is, or that it stands under."""
        children: defaultdict[str, list[str]] = defaultdict(list)
        for tie in self.by_type("HAS_ACTION"):
            children[tie.start].append(tie.end)
        found = {node.id: node for node in self.objectives}
        waiting = list(found)
        while waiting:
            parent = waiting.pop()
            for child in children[parent]:
                if child not in found:
                    found[child] = found[parent]
                    waiting.append(child)
        return found

    def objectives_at(self, targets: Iterable[str]) -> list[Node]:
        """The objectives of these objectives and actions, each once, in order."""
        ids = {self.objective_of[target].id for target in targets if target in self.objective_of}
        return [node for node in self.objectives if node.id in ids]

    @cached_property
    def _stated(self) -> dict[str, list[tuple[str, str, str]]]:
        found: defaultdict[str, list[tuple[str, str, str]]] = defaultdict(list)
        for tie in self.by_type("STATED_IN"):
            found[tie.start] += _statements(tie)
        return found

    @cached_property
    def _first(self) -> dict[str, tuple[Any, ...]]:
        """Node id → what tells where it is first written; nodes that are written nowhere come first."""
        orders = {
            id_: min(Place(document, locator).order for document, locator, _ in said)
            for id_, said in self._stated.items()
            if said
        }
        return defaultdict(tuple, orders)

    @cached_property
    def sentences(self) -> dict[tuple[str, str], list[str]]:
        """(document, locator) → the words quoted there, the longest first."""
        found: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
        for tie in self.ties:
            for document, locator, quote in _statements(tie):
                found[document, locator].add(_BULLET.sub("", quote))
        return {place: sorted(quotes, key=lambda quote: (-len(quote), quote)) for place, quotes in found.items()}

    @cached_property
    def mentions(self) -> dict[str, tuple[str, str]]:
        """Folded words that name an actor → the first place (document, locator) where they are written."""
        found: dict[str, tuple[str, str]] = {}
        for node in self.by_label("Actor"):
            for document, locator, quote in self._stated[node.id]:
                found.setdefault(fold(quote), (document, locator))
        return found

    def place(self, document: str, locator: str, word: str = "") -> Place:
        """A place with its sentence: the longest that is quoted there, and that holds `word` if one does."""
        quotes = self.sentences.get((document, locator), [""])
        return Place(document, locator, next((quote for quote in quotes if fold(word) in fold(quote)), quotes[0]))

    def check(self, code: str, places: Sequence[Place], message: str, subject: str = "") -> Check:
        """A check computed on this plan, of the severity of its kind, its message typeset."""
        return Check(code, kind_of(code).severity, self.plan, tuple(places), typeset(message), subject)

    def stated(self, id_: str) -> tuple[Place, ...]:
        """Where a node is written, in the order of the document; each place once."""
        words = {(document, locator): quote for document, locator, quote in self._stated.get(id_, ())}
        found = [self.place(document, locator, quote) for (document, locator), quote in words.items()]
        return tuple(sorted(found, key=lambda place: place.order))

    def places(self, ties: Iterable[Relationship]) -> tuple[Place, ...]:
        """Where ties are stated, in the order of the document; each place once."""
        words = {(document, locator): quote for tie in ties for document, locator, quote in _statements(tie)}
        found = [self.place(document, locator, quote) for (document, locator), quote in words.items()]
        return tuple(sorted(found, key=lambda place: place.order))

    def whole(self) -> tuple[Place, ...]:
        """The plan's first document, where something is said of all of it."""
        documents = sorted(node.id for node in self.by_label("Document"))
        return (Place(documents[0] if documents else self.plan, WHOLE),)


def _statements(tie: Relationship) -> list[tuple[str, str, str]]:
    document, locators = str(tie.properties.get("document")), tie.properties.get("locators") or []
    quotes = [*(tie.properties.get("quotes") or []), *[""] * len(locators)]
    return [(document, locator, quote) for locator, quote in zip(locators, quotes, strict=False)]
