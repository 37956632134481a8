"""Where each row of a plan's workbook comes from: places and words of the plan's documents, one a line."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from graph.model import Graph, Relationship
from viz.plan_cells import Record

FROM = " ← "
"""In the words of a row of a workbook: what stands behind is the place from which they were drawn."""

_LONGEST_QUOTE, _LONGEST_CELL = 2_000, 30_000
_BESIDE = ("HAS_AXIS", "HAS_OBJECTIVE", "HAS_ACTION", "PILOTS", "PARTNERS", "MENTIONED_IN", "OPERATES")
Trace = tuple[str, str]


class Traces:
    """The places and words behind the nodes and ties of a graph."""

    def __init__(self, graph: Graph) -> None:
        self._documents = {node.id: node.name for node in graph.by_label("Document")}
        self._stated: defaultdict[str, list[Relationship]] = defaultdict(list)
        self._beside: defaultdict[str, list[Relationship]] = defaultdict(list)
        for tie in graph.by_type("STATED_IN"):
            self._stated[tie.start].append(tie)
        for tie in graph.by_type(*_BESIDE):
            self._beside[tie.end].append(tie)

    def of(self, id_: str) -> Record:
        """The two cells of a node's row: where it is stated, then where its ties are, if elsewhere."""
        found = list(dict.fromkeys(self._traces(self._stated[id_])))
        places = {origin for origin, _ in found}
        copies = {tie.properties.get("document") for tie in self._stated[id_] if _is_drawn(tie)}
        beside = (tie for tie in self._beside[id_] if tie.properties.get("document") not in copies)
        for origin, quote in self._traces(beside):
            if origin not in places:
                places.add(origin)
                found.append((origin, quote))
        return _cells(found)

    def of_tie(self, tie: Relationship) -> Record:
        """The two cells of a tie's row."""
        return _cells(list(dict.fromkeys(self._traces([tie]))))

    def _traces(self, ties: Iterable[Relationship]) -> Iterator[Trace]:
        for tie in ties:
            yield from self._of(tie)

    def _of(self, tie: Relationship) -> Iterator[Trace]:
        """A tie's places and words. A row that says where it comes from is only a copy of what is said there."""
        document = self._documents.get(str(tie.properties.get("document")), "")
        pairs = list(zip(tie.properties.get("locators") or (), tie.properties.get("quotes") or (), strict=False))
        drawn = [(origin, words) for _, quote in pairs for words, sign, origin in [quote.rpartition(FROM)] if sign]
        own = [(f"{document}, {locator}" if document else locator, quote) for locator, quote in pairs]
        for origin, words in drawn or own:
            yield " ".join(origin.split()), " ".join(words.split())[:_LONGEST_QUOTE] or "–"


def _is_drawn(tie: Relationship) -> bool:
    return any(FROM in quote for quote in tie.properties.get("quotes") or ())


def _cells(traces: Sequence[Trace]) -> Record:
    kept: list[Trace] = []
    room = _LONGEST_CELL
    for origin, quote in traces:
        room -= len(quote) + 1
        if room < 0:
            break
        kept.append((origin, quote))
    return {"origin": "\n".join(origin for origin, _ in kept), "words": "\n".join(quote for _, quote in kept)}
