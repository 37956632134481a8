"""The money that loses its source when those who provide it leave."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import zip_longest

from graph.model import Graph, Node, Relationship
from graph.network.choices import Choices
from graph.network.money import LOANS, provided
from graph.network.proof import Evidence
from graph.network.twomode import organisations


@dataclass(frozen=True)
class LocalSource:
    """A source of local money that someone provides, under the choices made.

    `euros`: its announced local amounts (see `provided`), None where none can be added: none is said, or it is a
    `share` (0 to 1, None where not said) of `share_of`, another source. `whole`: "comptée" where that one has euros
    counted, "écrite" where amounts of it are written that cannot be added, else "".
    """

    id: str
    providers: frozenset[str]
    euros: int | None
    loan: bool
    share_of: str
    share: float | None
    whole: str
    ties: tuple[Relationship, ...]


@dataclass(frozen=True)
class LostSource:
    """A source that nobody provides any more, and the sentences that say where its money goes.

    `kept_shares`: sources that are a share of this one and that someone still provides: not all of its euros go.
    """

    source: LocalSource
    kept_shares: tuple[str, ...]
    ties: tuple[Evidence, ...]


def local_sources(graph: Graph, choices: Choices) -> list[LocalSource]:
    """Every funding source that someone provides, but for those of national money alone."""
    funds: defaultdict[str, list[Relationship]] = defaultdict(list)
    for tie in graph.by_type("FUNDS"):
        if tie.properties.get("scope") != "national":
            funds[tie.start].append(tie)
    written = {tie.start for tie in graph.by_type("FUNDS") if tie.properties.get("amount") is not None}
    given = {row.source: row for row in provided(graph)}
    loans = {node.id for node in graph.by_label("FundingSource") if node.properties.get("kind") == LOANS}

    def source(id_: str, providers: frozenset[str]) -> LocalSource:
        counted = given.get(id_)
        if counted:
            return LocalSource(id_, providers, counted.euros, id_ in loans, "", None, "", counted.ties)
        share_of, share = next(_shares(funds[id_]), ("", None))
        whole = "comptée" if share_of in given else "écrite" if share_of in written else ""
        return LocalSource(id_, providers, None, id_ in loans, share_of, share, whole, tuple(funds[id_]))

    return [source(id_, ids) for id_, ids in _providers(graph, choices).items() if id_ in funds]


def lost_money(graph: Graph, leaving: Collection[str], choices: Choices) -> tuple[LostSource, ...]:
    """Every source of local money whose every provider leaves, the largest first; those without a figure last."""
    sources = local_sources(graph, choices)
    kept = [source for source in sources if source.share_of and not source.providers.issubset(leaving)]
    nodes = graph.index()
    lost = [
        LostSource(
            source,
            tuple(sorted(part.id for part in kept if part.share_of == source.id)),
            tuple(_evidence(source, nodes)),
        )
        for source in sources
        if source.providers.issubset(leaving)
    ]
    return tuple(sorted(lost, key=lambda row: (row.source.euros is None, -(row.source.euros or 0), row.source.id)))


def _providers(graph: Graph, choices: Choices) -> dict[str, frozenset[str]]:
    owner = organisations(graph) if choices.regroup else {}
    generic = {node.id for node in graph.by_label("Actor") if node.properties.get("generic")}
    found: defaultdict[str, set[str]] = defaultdict(set)
    for tie in graph.by_type("PROVIDES"):
        actor = owner.get(tie.start, tie.start)
        if choices.generic or actor not in generic:
            found[tie.end].add(actor)
    return {source: frozenset(actors) for source, actors in found.items()}


def _shares(ties: Iterable[Relationship]) -> Iterator[tuple[str, float | None]]:
    return ((str(tie.properties["of"]), tie.properties.get("share")) for tie in ties if tie.properties.get("of"))


def _evidence(source: LocalSource, nodes: Mapping[str, Node]) -> Iterator[Evidence]:
    """Each sentence that says where the money goes, for each who provides it."""
    for tie in source.ties:
        told, target = tie.properties, nodes[tie.end]
        document = told.get("document") or ""
        for locator, quote in zip_longest(told.get("locators") or [""], told.get("quotes") or [], fillvalue=""):
            for actor in sorted(source.providers):
                yield Evidence(
                    actor, "financeur", target.id, target.label, target.name, "stated", document, locator, quote
                )
