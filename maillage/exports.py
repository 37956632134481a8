"""The whole graph as tables: one a label and one a type of relationship, under the French names of the schema."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from graph.model import Graph, Node, Relationship
from graph.schema import COMMON, NODES, PROVENANCE, RELATIONSHIPS, NodeType, RelationshipType
from graph.text import slug
from maillage.output import Table, table_text

Row = list[Any]


def graph_tables(graph: Graph) -> list[Table]:
    """Tables of what the graph holds, and last what was not read and what is odd; none is empty."""
    tables = [
        *(_nodes(kind, graph.by_label(kind.label)) for kind in NODES),
        *(_ties(kind, graph.by_type(kind.type), graph.index()) for kind in RELATIONSHIPS),
        _unread(graph),
        _findings(graph),
    ]
    return [table for table in tables if table.rows]


def csv_files(graph: Graph) -> dict[str, str]:
    """The same tables as CSV, by file name."""
    return {f"{slug(table.title)}.csv": table_text(table.columns, table.rows, "csv") for table in graph_tables(graph)}


def _nodes(kind: NodeType, nodes: Sequence[Node]) -> Table:
    told = [*COMMON[::-1], *kind.properties]
    rows = [[node.id if told_.name == "id" else node.properties.get(told_.name) for told_ in told] for node in nodes]
    return Table(_plural(kind.french), [property_.french for property_ in told], rows)


def _ties(kind: RelationshipType, ties: Sequence[Relationship], nodes: Mapping[str, Node]) -> Table:
    told = [*kind.properties, *PROVENANCE]
    columns = ["de", kind.french, *(property_.french for property_ in told), "identifiant de", "identifiant vers"]
    rows: list[Row] = [
        [
            _name(nodes, tie.start),
            _name(nodes, tie.end),
            *(tie.properties.get(property_.name) for property_ in told),
            tie.start,
            tie.end,
        ]
        for tie in ties
    ]
    return Table(f"Liens {kind.french}", columns, rows)


def _unread(graph: Graph) -> Table:
    rows = [[line.document, line.locator, line.text] for line in graph.unread]
    return Table("Lignes non lues", ["document", "emplacement", "texte"], rows)


def _findings(graph: Graph) -> Table:
    rows = [[f.severity, f.code, f.document, f.locator, f.message] for f in graph.findings]
    return Table("Constats", ["gravité", "constat", "document", "emplacement", "message"], rows)


def _plural(noun: str) -> str:
    """ "Source de financement" → "Sources de financement"; nouns in -u take an x."""
    head, _, rest = noun.partition(" ")
    many = head if head.endswith(("s", "x")) else f"{head}x" if head.endswith("eu") else f"{head}s"
    return f"{many} {rest}".strip()


def _name(nodes: Mapping[str, Node], node_id: str) -> str:
    return nodes[node_id].name if node_id in nodes else node_id
