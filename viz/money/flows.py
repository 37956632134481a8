"""Money from who gives it to what it serves, as data: what is counted, what is announced, and what stands apart.

What is counted is what `graph.network.money.provided` counts, to the euro: here it is only laid out by destination.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from graph.model import Graph, Node, Relationship
from graph.network.money import Provided, provided
from viz.money.ways import Ways

GRANTS = "subventions"
"""Stands for a programme where the money goes to an actor; empty where an objective or action has it without one."""


@dataclass(frozen=True)
class Flow:
    """Whole euros from a source to a target. `goals`: ids of the objectives served, or of the actor who benefits.

    `differs` where two documents state it at different amounts (the larger counts).
    """

    source: str
    programme: str
    goals: tuple[str, ...]
    target: str
    euros: int
    loan: bool
    differs: bool
    ties: tuple[Relationship, ...]


@dataclass(frozen=True)
class Programme:
    """A tool that money goes through. `direct` euros name it, `below` name tools inside it; `parts` announce theirs."""

    tool: Node
    announced: int | None
    direct: int
    below: int
    parts: tuple[Node, ...]
    goals: tuple[str, ...]

    @property
    def broken_down(self) -> int:
        """What its funders add up to, or where none is given for the whole, those of its parts."""
        return self.direct or self.below

    @property
    def besides(self) -> int:
        """Euros of other sources that name its parts, where the whole is broken down too."""
        return self.below if self.direct else 0

    @property
    def rest(self) -> int:
        """Announced less broken down: negative where funders pass what is announced; 0 where nothing is announced."""
        return 0 if self.announced is None else self.announced - self.broken_down

    @property
    def parts_announced(self) -> int:
        """The sum of what its parts announce."""
        return sum(part.properties["announced_amount"] for part in self.parts)


@dataclass(frozen=True)
class Money:
    """All the money of a graph. `national`, `without_amount` and `aside` (said, yet not added) are FUNDS ties."""

    given: list[Provided] = field(default_factory=list)
    flows: list[Flow] = field(default_factory=list)
    programmes: list[Programme] = field(default_factory=list)
    national: list[Relationship] = field(default_factory=list)
    without_amount: list[Relationship] = field(default_factory=list)
    aside: list[Relationship] = field(default_factory=list)

    @property
    def total(self) -> int:
        """Local euros that a source is named for, loans included."""
        return sum(row.euros for row in self.given)

    @property
    def loans(self) -> int:
        """Those of them that are lent."""
        return sum(row.euros for row in self.given if row.loan)

    @property
    def announced(self) -> list[Programme]:
        """Programmes of which the document says the total."""
        return [programme for programme in self.programmes if programme.announced is not None]

    @property
    def rest(self) -> int:
        """Announced euros that no source is named for."""
        return sum(max(0, programme.rest) for programme in self.programmes)

    @property
    def excess(self) -> int:
        """Euros by which funders pass what is announced."""
        return sum(max(0, -programme.rest) for programme in self.programmes)

    def __bool__(self) -> bool:
        return bool(self.given or self.announced or self.national or self.without_amount or self.aside)


def money(graph: Graph) -> Money:
    """Lay out the money of a graph; nothing that a FUNDS tie says is left out."""
    ways, nodes, given = Ways(graph), graph.index(), provided(graph)
    flows = [flow for row in given for flow in _flows(row, nodes, ways)]
    counted = {id(tie) for row in given for tie in row.ties}
    others = [tie for tie in graph.by_type("FUNDS") if id(tie) not in counted]
    national = [tie for tie in others if tie.properties.get("scope") == "national"]
    local = [tie for tie in others if tie.properties.get("scope") != "national"]
    aside = [tie for tie in local if tie.properties.get("amount") is not None or tie.properties.get("of")]
    without = [tie for tie in local if tie not in aside]
    return Money(given, flows, _programmes(graph, flows, ways), _once(national), without, aside)


def _flows(row: Provided, nodes: dict[str, Node], ways: Ways) -> Iterable[Flow]:
    by_target: defaultdict[str, list[Relationship]] = defaultdict(list)
    for tie in row.ties:
        by_target[tie.end].append(tie)
    for target, ties in sorted(by_target.items()):
        label = nodes[target].label
        programme = {"Tool": ways.programme(target) if label == "Tool" else "", "Actor": GRANTS}.get(label, "")
        goals = (target,) if label == "Actor" else ways.objectives(target)
        euros, differs = _said(ties)
        yield Flow(row.source, programme, goals, target, euros, row.loan, differs, tuple(ties))


def _said(ties: Iterable[Relationship]) -> tuple[int, bool]:
    """Euros of ties to one target, the larger where two documents state the same; whether any two differ."""
    stated: defaultdict[tuple[object, ...], defaultdict[str, int]] = defaultdict(lambda: defaultdict(int))
    for tie in ties:
        told = tie.properties
        same = (told.get("reference"), told.get("date"), told.get("object"))
        stated[same][str(told.get("document"))] += told["amount"]
    amounts = [set(documents.values()) for documents in stated.values()]
    return sum(max(found) for found in amounts), any(len(found) > 1 for found in amounts)


def _programmes(graph: Graph, flows: list[Flow], ways: Ways) -> list[Programme]:
    tools = {tool.id: tool for tool in graph.by_label("Tool")}
    announcing = [id_ for id_, tool in tools.items() if _announced(tool) is not None]
    ids = {flow.programme for flow in flows if flow.programme in tools} | {ways.programme(id_) for id_ in announcing}
    found = [_programme(tools, id_, flows, ways) for id_ in sorted(ids)]
    return sorted(found, key=lambda one: (-max(one.announced or 0, one.direct + one.below), one.tool.id))


def _programme(tools: dict[str, Node], id_: str, flows: list[Flow], ways: Ways) -> Programme:
    inside = [flow for flow in flows if flow.programme == id_]
    direct = sum(flow.euros for flow in inside if flow.target == id_)
    below = sum(flow.euros for flow in inside if flow.target != id_)
    parts = tuple(tools[part] for part in ways.parts(id_) if _outermost_part(tools, part, id_, ways))
    return Programme(tools[id_], _announced(tools[id_]), direct, below, parts, ways.objectives(id_))


def _outermost_part(tools: dict[str, Node], part: str, programme: str, ways: Ways) -> bool:
    """True for a part that announces an amount while nothing between it and its programme does."""
    if _announced(tools[part]) is None or ways.programme(part) != programme:
        return False
    between = [whole for whole in ways.wholes(part) if whole != programme and programme in ways.wholes(whole)]
    return all(_announced(tools[whole]) is None for whole in between)


def _announced(tool: Node) -> int | None:
    return tool.properties.get("announced_amount")


def _once(ties: list[Relationship]) -> list[Relationship]:
    """Envelopes, the largest first; one that two documents state stands once, at its larger amount."""
    found: dict[tuple[object, ...], Relationship] = {}
    for tie in sorted(ties, key=lambda tie: tie.properties.get("amount") or 0):
        found[tie.start, tie.end, tie.properties.get("reference")] = tie
    return sorted(found.values(), key=lambda tie: (-(tie.properties.get("amount") or 0), tie.start, tie.end))
