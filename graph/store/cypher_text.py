"""The Cypher that loads and reads, made from the schema's names alone: constants, never built from a value."""

from __future__ import annotations

from functools import cache

from graph.schema import COMMON, NODE_TYPES, PROVENANCE, RELATIONSHIP_TYPES, Property

ALIASES = "aliases"
"""Actor property that is worked out again after each load, from what all plans state."""

IDENTITY = {"Actor": ("siret", "kind"), "Place": ("code", "kind")}
"""Properties by label that one plan may know and another leave out."""

# Hints throughout: on a base still nearly empty the planner takes a scan, and brings an Eager with it.

FINGERPRINTS = """
MATCH (p:Plan)-[:STATED_IN]->(d:Document) WHERE p.id IN $plans
RETURN p.id AS plan, collect([d.id, d.fingerprint]) AS documents"""

# Any write to the node takes its lock: two loads of the same plan follow one another.
LOCK_PLAN = "MERGE (p:Plan {id: $plan}) SET p.name = coalesce(p.name, $plan)"

ACTOR_QUOTES = """
MATCH (a:Actor) USING INDEX SEEK a:Actor(id) WHERE a.id IN $ids
MATCH (a)-[r:STATED_IN]->(:Document)
WITH a.id AS id, collect(r.quotes) AS quotes
RETURN collect([id, quotes]) AS rows"""

SET_ALIASES = """
UNWIND $rows AS row MATCH (a:Actor {id: row.id}) USING INDEX SEEK a:Actor(id) SET a.aliases = row.aliases"""

PLANS = "MATCH (p:Plan) RETURN p.id AS id ORDER BY id"

DOCUMENTS = "MATCH (:Plan)-[:STATED_IN]->(d:Document) RETURN d.id AS id ORDER BY id"

PLAN_DOCUMENTS = "MATCH (:Plan {id: $plan})-[:STATED_IN]->(d:Document) RETURN d.id AS id ORDER BY id"

# The three that read: few, as a server just started takes a tenth of a second to plan each, and each gives one record
# that holds every row, which the driver unpacks ten times faster than as many records.
READ_DOCUMENTS = """
MATCH (n:Document) USING INDEX SEEK n:Document(id) WHERE n.id IN $documents
RETURN collect(properties(n)) AS rows"""

_STATED = (
    "MATCH (n)-[s:STATED_IN]->() USING INDEX SEEK s:STATED_IN(document) WHERE s.document IN $documents WITH DISTINCT n"
)

READ_NODES = f"{_STATED} WHERE NOT n:Document RETURN collect([labels(n), properties(n)]) AS rows"

READ_RELATIONSHIPS = f"""
{_STATED} MATCH (n)-[r]->(m) WHERE r.document IN $documents
RETURN collect([type(r), n.id, m.id, properties(r)]) AS rows"""

AWAIT_INDEXES = "CALL db.awaitIndexes(120)"


def node_properties(label: str) -> tuple[Property, ...]:
    """What a node of the exchange format may hold, `id` aside."""
    return (*COMMON[1:], *NODE_TYPES[label].properties)


def relationship_properties(type_: str) -> tuple[Property, ...]:
    """What a relationship may hold, provenance first."""
    return (*PROVENANCE, *RELATIONSHIP_TYPES[type_].properties)


def _chosen(label: str) -> str:
    return f"MATCH (n:{label}) USING INDEX SEEK n:{label}(id) WHERE n.id IN $ids"


def _value(label: str, name: str) -> str:
    """What a row says; where it says nothing of what a node is, what the documents of other plans said stays."""
    if name not in IDENTITY.get(label, ()):
        return f"row.{name}"
    return f"CASE WHEN row.{name} IS NULL AND EXISTS {{ (n)-[:STATED_IN]->() }} THEN n.{name} ELSE row.{name} END"


@cache
def merge_nodes(label: str) -> str:
    """MERGE `$rows` of one label; every property is set one by one, as `+= row` would bring an Eager."""
    names = [p.name for p in (*node_properties(label), *NODE_TYPES[label].internal) if p.name != ALIASES]
    assignments = ", ".join(f"n.{name} = {_value(label, name)}" for name in names)
    return f"UNWIND $rows AS row MERGE (n:{label} {{id: row.id}}) SET {assignments}"


@cache
def create_relationships(type_: str, start: str, end: str) -> str:
    """CREATE `$rows` of one type between two labels, both ends found by the index on id."""
    values = ", ".join(f"{p.name}: row.{p.name}" for p in relationship_properties(type_))
    return (
        f"UNWIND $rows AS row MATCH (a:{start} {{id: row.start}}) USING INDEX SEEK a:{start}(id) "
        f"MATCH (b:{end} {{id: row.end}}) USING INDEX SEEK b:{end}(id) "
        f"CREATE (a)-[:{type_} {{{values}}}]->(b)"
    )


@cache
def delete_relationships(type_: str) -> str:
    """Delete what one `$document` states, of one type, found by the index on document."""
    return f"MATCH ()-[r:{type_}]->() USING INDEX SEEK r:{type_}(document) WHERE r.document = $document DELETE r"


@cache
def stated_nodes(label: str) -> str:
    """Ids of the nodes of one label that one `$document` states."""
    stated = f"MATCH (n:{label})-[r:STATED_IN]->() USING INDEX SEEK r:STATED_IN(document)"
    return f"{stated} WHERE r.document = $document RETURN collect(DISTINCT n.id) AS ids"


@cache
def lock_nodes(label: str) -> str:
    """Take the lock of the nodes `$ids`, so that no other load can come to state them meanwhile."""
    return f"{_chosen(label)} SET n.name = n.name"


@cache
def orphans(label: str) -> str:
    """Those of `$ids` that no document states any more."""
    return f"{_chosen(label)} AND NOT EXISTS {{ (n)-[:STATED_IN]->() }} RETURN collect(n.id) AS ids"


@cache
def delete_nodes(label: str) -> str:
    """Delete the nodes `$ids`."""
    return f"{_chosen(label)} DETACH DELETE n"


@cache
def existing(label: str) -> str:
    """Those of `$ids` that the base holds under this label."""
    return f"{_chosen(label)} RETURN n.id AS id ORDER BY id LIMIT 1"
