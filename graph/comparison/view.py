"""One of the two graphs of a comparison, indexed by what is looked up in it; nothing depends on the graph's order."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from functools import cached_property, lru_cache
from itertools import zip_longest
from typing import Any

from graph.comparison.change import Passage
from graph.model import Graph, Relationship
from graph.text import fold, slug

HIERARCHY = ("HAS_AXIS", "HAS_OBJECTIVE", "HAS_ACTION")
OUTLINE = ("Plan", "Axis", "Objective", "Action")
Place = tuple[tuple[int, int, str], ...]


@lru_cache(maxsize=100_000)
def key(text: str) -> str:
    """The printed words alone, without case, accents, punctuation and spacing: texts of one key say the same."""
    return slug(text) or fold(text)


def within(words: str, text: str) -> bool:
    """True where the words of one key stand in another."""
    return f"-{words}-" in f"-{text}-"


class View:
    """A graph as a comparison sees it. A tie whose ends are not both in the graph is left out."""

    def __init__(self, graph: Graph) -> None:
        self.graph = graph
        self.nodes = graph.index()
        known = (tie for tie in graph.relationships if tie.start in self.nodes and tie.end in self.nodes)
        self.ties = sorted(known, key=_order)
        self._from: defaultdict[tuple[str, str], list[Relationship]] = defaultdict(list)
        self._to: defaultdict[tuple[str, str], list[Relationship]] = defaultdict(list)
        for tie in self.ties:
            self._from[tie.type, tie.start].append(tie)
            self._to[tie.type, tie.end].append(tie)
        self.parents = {tie.end: tie.start for tie in reversed(self.ties) if tie.type in HIERARCHY}
        self._paths: dict[str, tuple[str, ...]] = {}

    def starting(self, type_: str, start: str) -> list[Relationship]:
        """Ties of a type that start from a node."""
        return self._from.get((type_, start), [])

    def ending(self, type_: str, end: str) -> list[Relationship]:
        """Ties of a type that end at a node."""
        return self._to.get((type_, end), [])

    def get(self, id_: str, name: str) -> Any:
        """A property of a node, None where it has none; an empty text is none."""
        value = self.nodes[id_].properties.get(name)
        return None if value == "" else value

    def words(self, id_: str) -> str:
        """What a node says: an action's text, a title, a name; of a part of a programme, what is its own."""
        node = self.nodes[id_]
        printed = self.get(id_, "text" if node.label == "Action" else "title")
        if printed is None and node.label == "Tool":
            for tie in self.starting("PART_OF", id_):
                return self.name(id_).removeprefix(f"{self.name(tie.end)} – ")
        return str(printed or self.name(id_))

    def name(self, id_: str) -> str:
        """The name that people see; the id where there is none."""
        return str(self.nodes[id_].properties.get("name") or id_)

    def names(self, actor: str) -> set[str]:
        """Keys of every form under which an actor is printed."""
        aliases = self.get(actor, "aliases") or ()
        return {key(form) for form in (self.name(actor), *aliases)}

    def path(self, id_: str) -> tuple[str, ...]:
        """From the plan down to the node, as far as it hangs from one."""
        if id_ not in self._paths:
            above = [id_]
            while (parent := self.parents.get(above[-1])) is not None and parent not in above:
                above.append(parent)
            self._paths[id_] = tuple(reversed(above))
        return self._paths[id_]

    def above(self, id_: str, label: str) -> str | None:
        """The node itself or what it stands under, of a label."""
        return next((node for node in reversed(self.path(id_)) if self.nodes[node].label == label), None)

    def place(self, id_: str) -> Place:
        """Where a node stands in the order of its plan, for sorting."""
        return tuple((int(self.get(node, "position") or 0), len(node), node) for node in self.path(id_))

    def of(self, label: str) -> list[str]:
        """Ids of a label, in the order of the plan."""
        return self._by_label.get(label, [])

    @cached_property
    def _by_label(self) -> dict[str, list[str]]:
        found: defaultdict[str, list[str]] = defaultdict(list)
        for id_ in sorted(self.nodes, key=self.place):
            found[self.nodes[id_].label].append(id_)
        return dict(found)

    @cached_property
    def below(self) -> dict[str, Counter[str]]:
        """How many nodes of each label stand under each node."""
        found: defaultdict[str, Counter[str]] = defaultdict(Counter)
        for id_, node in self.nodes.items():
            for above in self.path(id_)[:-1]:
                found[above][node.label] += 1
        return dict(found)

    def plan(self, id_: str) -> str | None:
        """The plan that a node belongs to: what it hangs from, else the plan of a document that states it."""
        found = self.above(id_, "Plan")
        if found is not None:
            return found
        documents = [tie.end for tie in self.starting("STATED_IN", id_)]
        plans = [plan for plan in self.of("Plan") if any(document.startswith(f"{plan}/") for document in documents)]
        return next(iter(plans or self.of("Plan")), None)

    def stated(self, id_: str) -> tuple[Passage, ...]:
        """Where a node is printed."""
        hung = [tie for type_ in HIERARCHY for tie in self.ending(type_, id_)]
        return passages(hung or self.starting("STATED_IN", id_))

    @cached_property
    def lines(self) -> dict[tuple[str, str], set[str]]:
        """Keys of the lines that each node's sections hold, by (section, node): see `section`."""
        found: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
        for tie in self.ties:
            if (place := section(tie)) is not None:
                found[place].update(key(quote) for quote in tie.properties.get("quotes") or ())
        return dict(found)


def section(tie: Relationship) -> tuple[str, str] | None:
    """The list, and the node it belongs to, in whose lines a tie is stated; None where no list states it."""
    if tie.type in ("PILOTS", "PARTNERS", "FUNDS", "MENTIONED_IN", "OPERATES"):
        return tie.type if tie.type in ("PILOTS", "PARTNERS") else "outils", tie.end
    if tie.type in ("USES", "STATED_IN"):
        return "outils", tie.start
    if tie.type in ("PART_OF", "RESPONDS_TO"):
        return tie.type, ""
    return None


def passages(ties: Iterable[Relationship]) -> tuple[Passage, ...]:
    """Every place and sentence of some ties, each once; a tie without any gives none."""
    found: dict[Passage, None] = {}
    for tie in ties:
        document = str(tie.properties.get("document") or "")
        pairs = zip_longest(tie.properties.get("locators") or (), tie.properties.get("quotes") or (), fillvalue="")
        found |= {Passage(document, locator, quote): None for locator, quote in pairs}
    return tuple(found)


def _order(tie: Relationship) -> tuple[str, ...]:
    rest = (str(tie.properties.get(name) or "") for name in ("document", "reference"))
    return tie.type, tie.start, tie.end, *rest, repr(sorted(tie.properties.items(), key=str))
