"""What stands behind a figure: the ties of an actor, with the sentences that state them and where they are."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import zip_longest

from graph.model import Graph, Relationship
from graph.network.twomode import ROLES, organisations
from graph.schema import COMMITMENTS


@dataclass(frozen=True)
class Evidence:
    """One sentence that ties an actor to a target. `actor` is who the sentence names: perhaps a service."""

    actor: str
    role: str
    target: str
    label: str
    name: str
    basis: str
    document: str
    locator: str
    quote: str


def evidence(graph: Graph, actor_id: str, *, regroup: bool = False) -> list[Evidence]:
    """Every statement of a commitment of this actor (and, regrouped, of its services), in the order of the ties.

    A tie stated in two places gives two; one of unknown place gives one with empty words, so nothing is hidden.
    """
    owner = organisations(graph) if regroup else {}
    nodes = graph.index()
    ties = [tie for tie in graph.by_type(*COMMITMENTS) if owner.get(tie.start, tie.start) == actor_id]
    return [
        Evidence(
            actor=tie.start,
            role=ROLES[tie.type],
            target=tie.end,
            label=nodes[tie.end].label,
            name=nodes[tie.end].name,
            basis=tie.properties.get("basis") or "stated",
            document=tie.properties.get("document") or "",
            locator=locator,
            quote=quote,
        )
        for tie in ties
        for locator, quote in _sentences(tie)
    ]


def _sentences(tie: Relationship) -> Iterator[tuple[str, str]]:
    locators = tie.properties.get("locators") or [""]
    return zip_longest(locators, tie.properties.get("quotes") or [], fillvalue="")
