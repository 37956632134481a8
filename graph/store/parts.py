"""A graph cut into the plans it holds: each part is what that plan's documents state."""

from __future__ import annotations

import hashlib
import json
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from functools import cached_property

from graph.errors import InputError
from graph.model import Finding, Graph, Node, Relationship, Unread
from graph.store.canonical import canonical
from graph.store.cypher_text import ALIASES

_FORM = "maillage-charge/1"
"""Changes when the way of writing a plan changes, so that every plan is written anew."""


@dataclass
class Part:
    """One plan: its Plan node, its documents and all that they state."""

    plan: str
    documents: set[str]
    nodes: list[Node] = field(default_factory=list)
    relationships: list[Relationship] = field(default_factory=list)
    unread: dict[str, list[Unread]] = field(default_factory=lambda: defaultdict(list))
    findings: dict[str, list[Finding]] = field(default_factory=lambda: defaultdict(list))

    @cached_property
    def labels(self) -> dict[str, str]:
        """Label of each node id."""
        return {node.id: node.label for node in self.nodes}

    @cached_property
    def fingerprint(self) -> str:
        """sha256 of all that the plan says. Aliases stand in the quotes already, and depend on the other plans."""
        told = [
            _FORM,
            [[node.label, node.id, {k: v for k, v in node.properties.items() if k != ALIASES}] for node in self.nodes],
            [[tie.type, tie.start, tie.end, tie.properties] for tie in self.relationships],
            {document: [asdict(line) for line in lines] for document, lines in self.unread.items()},
            {document: [asdict(finding) for finding in findings] for document, findings in self.findings.items()},
        ]
        text = json.dumps(told, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
        return hashlib.sha256(text.encode()).hexdigest()


def split(graph: Graph) -> list[Part]:
    """The plans of a checked graph, in order of id. Raises InputError where something belongs to no plan."""
    graph = canonical(graph)
    parts = {node.id: Part(node.id, set()) for node in graph.by_label("Plan")}
    if not parts:
        raise InputError("ce graphe ne contient aucun plan.", action="Vérifiez le fichier donné.")
    owners = _owners(graph, parts)
    for tie in graph.relationships:
        parts[owners[tie.properties["document"]]].relationships.append(tie)
    _share_nodes(graph, parts, owners)
    _share_remarks(graph, parts, owners)
    return list(parts.values())


def _owners(graph: Graph, parts: dict[str, Part]) -> dict[str, str]:
    """The plan of each document."""
    owners: dict[str, str] = {}
    for tie in graph.by_type("STATED_IN"):
        if tie.start in parts:
            if not tie.end.startswith(f"{tie.start}/"):
                raise InputError(
                    f"l'identifiant du document doit commencer par celui de son plan (« {tie.start}/ »).", place=tie.end
                )
            owners[tie.end] = tie.start
            parts[tie.start].documents.add(tie.end)
    for document in graph.by_label("Document"):
        if document.id not in owners:
            raise InputError(
                "ce document n'appartient à aucun plan (il manque le STATED_IN du Plan).", place=document.id
            )
    return owners


def _share_nodes(graph: Graph, parts: dict[str, Part], owners: dict[str, str]) -> None:
    stating: dict[str, set[str]] = defaultdict(set)
    for document, plan in owners.items():
        stating[document].add(plan)
    for tie in graph.by_type("STATED_IN"):
        stating[tie.start].add(owners[tie.end])
    for node in graph.nodes:
        if not stating[node.id]:
            raise InputError("aucun document ne dit ce nœud (il lui manque un STATED_IN).", place=node.id)
        for plan in stating[node.id]:
            parts[plan].nodes.append(node)
    for part in parts.values():
        _check_ends(part)


def _check_ends(part: Part) -> None:
    for tie in part.relationships:
        for end in (tie.start, tie.end):
            if end not in part.labels:
                raise InputError(
                    f"le document « {tie.properties['document']} » le lie par {tie.type} mais ne le dit pas "
                    "(il manque un STATED_IN vers un document de ce plan).",
                    place=end,
                )


def _share_remarks(graph: Graph, parts: dict[str, Part], owners: dict[str, str]) -> None:
    """Hang what was not read and what is odd on its document; on its plan's first, where it names no known one."""
    for line in graph.unread:
        part, document = _home(line.document, parts, owners)
        part.unread[document].append(line)
    for finding in graph.findings:
        part, document = _home(finding.document, parts, owners)
        part.findings[document].append(finding)


def _home(document: str, parts: dict[str, Part], owners: dict[str, str]) -> tuple[Part, str]:
    if document in owners:
        return parts[owners[document]], document
    named: Sequence[Part] = [part for part in parts.values() if document.startswith(f"{part.plan}/")]
    part = (named or list(parts.values()))[0]
    return part, min(part.documents)
