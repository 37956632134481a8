"""Writes nodes, statements and findings of one document: the one place where provenance is attached."""

from __future__ import annotations

from collections import Counter
from typing import Any

from graph.model import Finding, Node, Severity, Unread
from graph.statements import Reading, Reference, Source, Statement
from loaders.lines import Line


class Writer:
    """Adds to a `Reading` what one document says; every node and statement gets its place and words."""

    def __init__(self, reading: Reading, document: str) -> None:
        self.reading = reading
        self.document = document
        self._ids = {node.id for node in reading.nodes}
        self._counts = Counter(node.label for node in reading.nodes)

    def count(self, label: str) -> int:
        """How many nodes of a label are written so far, by this document and those before it."""
        return self._counts[label]

    def node(self, label: str, id_: str, name: str, locator: str, quote: str, **properties: Any) -> str:
        """Add a node (once) and say where it is written (each time); returns its id."""
        if id_ not in self._ids:
            self._ids.add(id_)
            self._counts[label] += 1
            self.reading.nodes.append(Node(label, id_, {"name": name, **properties}))
        if label != "Document":
            self.tie(id_, "STATED_IN", self.document, locator, quote)
        return id_

    def tie(
        self, subject: Reference, predicate: str, object_: Reference, locator: str, quote: str, **properties: Any
    ) -> None:
        """Add a statement."""
        source = Source(self.document, locator, quote)
        self.reading.statements.append(Statement(subject, predicate, object_, source, properties))

    def unread(self, line: Line) -> None:
        """Keep a line that no rule understood."""
        self.reading.unread.append(Unread(self.document, line.locator, line.text))

    def finding(self, code: str, severity: Severity, locator: str, message: str) -> None:
        """Report something read but odd."""
        self.reading.findings.append(Finding(code, severity, self.document, locator, message))
