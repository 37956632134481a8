"""Loading: each plan in one transaction, whole or not at all, and only where it changed."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any, Literal

import neo4j

from graph.errors import InputError
from graph.model import Graph
from graph.schema import NODE_TYPES, RELATIONSHIP_TYPES, constraint_statements
from graph.store import cypher_text
from graph.store.check import check_graph
from graph.store.parts import Part, split

BATCH = 5_000

Outcome = Literal["unchanged", "created", "replaced"]
Row = dict[str, Any]


@dataclass(frozen=True)
class PlanReport:
    """What became of one plan; `nodes` and `relationships` are those that its documents state."""

    plan: str
    outcome: Outcome
    nodes: int
    relationships: int


@dataclass(frozen=True)
class LoadReport:
    """What became of each plan of a graph, in order of id."""

    plans: tuple[PlanReport, ...]

    @property
    def changed(self) -> bool:
        """True where anything was written."""
        return any(plan.outcome != "unchanged" for plan in self.plans)


def load_graph(driver: neo4j.Driver, database: str | None, graph: Graph) -> LoadReport:
    """Write a graph; see `Store.load`."""
    check_graph(graph)
    parts = split(graph)
    with driver.session(database=database) as session:
        known = session.execute_read(_fingerprints, [part.plan for part in parts])
        outcomes = {part.plan: _outcome(part, known) for part in parts}
        changed = [part for part in parts if outcomes[part.plan] != "unchanged"]
        if changed:
            _prepare(session)
        for part in changed:
            outcomes[part.plan] = session.execute_write(_replace, part)
    return LoadReport(
        tuple(PlanReport(part.plan, outcomes[part.plan], len(part.nodes), len(part.relationships)) for part in parts)
    )


def _prepare(session: neo4j.Session) -> None:
    def declare(tx: neo4j.ManagedTransaction) -> None:
        for statement in constraint_statements():
            tx.run(statement).consume()

    session.execute_write(declare)
    session.run(cypher_text.AWAIT_INDEXES).consume()


def _fingerprints(tx: neo4j.ManagedTransaction, plans: list[str]) -> dict[str, dict[str, str]]:
    """For each plan in the base, the fingerprint noted on each of its documents."""
    return {record["plan"]: dict(record["documents"]) for record in tx.run(cypher_text.FINGERPRINTS, plans=plans)}


def _outcome(part: Part, known: Mapping[str, Mapping[str, str]]) -> Outcome:
    if part.plan not in known:
        return "created"
    same = known[part.plan] == dict.fromkeys(part.documents, part.fingerprint)
    return "unchanged" if same else "replaced"


def _replace(tx: neo4j.ManagedTransaction, part: Part) -> Outcome:
    """Everything of one plan, in one transaction. The driver may run it again, on a deadlock for instance."""
    tx.run(cypher_text.LOCK_PLAN, plan=part.plan).consume()
    known = _fingerprints(tx, [part.plan])
    outcome = _outcome(part, known)
    if outcome == "unchanged":  # another process has just loaded the same
        return outcome
    before = _stated_before(tx, list(known.get(part.plan, ())))
    _forget(tx, part, before)
    _check_labels(tx, part)
    for label, rows in _node_rows(part).items():
        _write(tx, cypher_text.merge_nodes(label), rows)
    for ends, rows in _tie_rows(part).items():
        _write(tx, cypher_text.create_relationships(*ends), rows)
    _refresh_aliases(tx, before["Actor"].union(_ids(part, "Actor")))
    return outcome


def _stated_before(tx: neo4j.ManagedTransaction, documents: Sequence[str]) -> dict[str, set[str]]:
    """Ids, by label, of what the plan's documents have stated so far, themselves among them."""
    before: dict[str, set[str]] = {label: set() for label in NODE_TYPES}
    before["Document"].update(documents)
    for label in NODE_TYPES:
        for document in documents:
            before[label].update(_one(tx, cypher_text.stated_nodes(label), document=document))
    return before


def _forget(tx: neo4j.ManagedTransaction, part: Part, before: Mapping[str, set[str]]) -> None:
    """Delete what the plan's documents stated, then the nodes that nothing states any more."""
    for document in sorted(before["Document"]):
        for type_ in RELATIONSHIP_TYPES:
            tx.run(cypher_text.delete_relationships(type_), document=document).consume()
    for label, ids in before.items():
        for gone in _batches(sorted(ids - _ids(part, label))):
            tx.run(cypher_text.lock_nodes(label), ids=gone).consume()
            alone = _one(tx, cypher_text.orphans(label), ids=gone)
            tx.run(cypher_text.delete_nodes(label), ids=alone).consume()


def _check_labels(tx: neo4j.ManagedTransaction, part: Part) -> None:
    for label in NODE_TYPES:
        others = sorted(id_ for id_, own in part.labels.items() if own != label)
        for ids in _batches(others):
            clash = tx.run(cypher_text.existing(label), ids=ids).single()
            if clash:
                own = part.labels[clash["id"]]
                raise InputError(
                    f"la base a déjà un nœud {label} de cet identifiant, ici donné à un nœud {own}.",
                    place=f"nœud {clash['id']}",
                    action="Donnez à l'un des deux un autre identifiant.",
                )


def _node_rows(part: Part) -> dict[str, list[Row]]:
    rows: dict[str, list[Row]] = defaultdict(list)
    for node in part.nodes:
        internal = _internal(part, node.id) if node.label == "Document" else {}
        rows[node.label].append({"id": node.id, **node.properties, **internal})
    return rows


def _internal(part: Part, document: str) -> Row:
    return {
        "fingerprint": part.fingerprint,
        "unread": _json(part.unread.get(document, ())),
        "findings": _json(part.findings.get(document, ())),
    }


def _json(items: Iterable[Any]) -> str:
    return json.dumps([asdict(item) for item in items], ensure_ascii=False)


def _tie_rows(part: Part) -> dict[tuple[str, str, str], list[Row]]:
    rows: dict[tuple[str, str, str], list[Row]] = defaultdict(list)
    for tie in part.relationships:
        ends = (tie.type, part.labels[tie.start], part.labels[tie.end])
        rows[ends].append({"start": tie.start, "end": tie.end, **tie.properties})
    return rows


def _refresh_aliases(tx: neo4j.ManagedTransaction, actors: set[str]) -> None:
    for ids in _batches(sorted(actors)):
        rows = [
            {"id": id_, "aliases": sorted({quote for each in quotes for quote in each}) or None}
            for id_, quotes in _one(tx, cypher_text.ACTOR_QUOTES, ids=ids)
        ]
        tx.run(cypher_text.SET_ALIASES, rows=rows).consume()


def _ids(part: Part, label: str) -> set[str]:
    return {id_ for id_, own in part.labels.items() if own == label}


def _one(tx: neo4j.ManagedTransaction, query: str, **parameters: Any) -> list[Any]:
    """The single list that a query collects."""
    return list(tx.run(query, parameters).single(strict=True)[0])


def _write(tx: neo4j.ManagedTransaction, query: str, rows: Sequence[Row]) -> None:
    for batch in _batches(rows):
        tx.run(query, rows=batch).consume()


def _batches(rows: Sequence[Any]) -> Iterator[list[Any]]:
    for first in range(0, len(rows), BATCH):
        yield list(rows[first : first + BATCH])
