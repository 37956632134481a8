"""Statements and decisions on names into a `Graph`: one node an actor, one tie a (start, type, end, document)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from graph.actors.ledger import DOUBTFUL, Ledger
from graph.actors.namings import with_namings
from graph.actors.remarks import remarks
from graph.actors.resolve import Directory, resolve
from graph.actors.ties import Ties
from graph.model import Finding, Graph, Node, with_aliases
from graph.statements import ActorMention, FundingMention, Reading, Reference, Source, Statement
from graph.text import slug


def assemble(reading: Reading, ledger: Ledger) -> Graph:
    """The graph of one plan's reading, with its actors resolved by the ledger, the documents' namings and the rules."""
    ledger = with_namings(ledger, reading.namings)
    mentions = [mention for statement in reading.statements for mention in _mentions(statement)]
    directory = resolve(mentions, reading.territory, ledger)
    ties, nodes = Ties(), {node.id: node for node in reading.nodes}
    writer = _Assembler(directory, ties, nodes)
    for statement in reading.statements:
        writer.add(statement)
    writer.doubt(ledger, _document(reading))
    findings = [*reading.findings, *_name_findings(reading, directory, ledger)]
    return with_aliases(Graph(list(nodes.values()), ties.relationships(), list(reading.unread), findings))


def _mentions(statement: Statement) -> Iterable[ActorMention]:
    for reference in (statement.subject, statement.object, *statement.properties.values()):
        if isinstance(reference, FundingMention):
            yield reference.provider
        elif isinstance(reference, ActorMention):
            yield reference


class _Assembler:
    """Writes nodes of actors and sources as statements name them, and every tie."""

    def __init__(self, directory: Directory, ties: Ties, nodes: dict[str, Node]) -> None:
        self._directory = directory
        self._ties = ties
        self._nodes = nodes

    def add(self, statement: Statement) -> None:
        """Add one statement's tie, and the actors and sources that it names."""
        start = self._id(statement.subject, statement.source)
        end = self._id(statement.object, statement.source)
        if start == end:
            return
        properties = {name: self._value(value, statement.source) for name, value in statement.properties.items()}
        self._ties.add(start, statement.predicate, end, statement.source, properties)

    def doubt(self, ledger: Ledger, document: str) -> None:
        """A MAY_BE tie for every two actors that the ledger leaves "à revoir", or whose names nearly meet."""
        pairs = [
            (line.mention, line.actor, line.reason, f"registre, ligne {line.line}") for line in ledger.of(DOUBTFUL)
        ]
        pairs += [(one, other, "noms proches", "registre") for one, other in self._directory.doubts]
        for mention, name, reason, locator in pairs:
            one, other = self._directory.named(mention), self._directory.named(name)
            if one is not None and other is not None and one.id != other.id:
                source = Source(document, locator, mention)
                self._ties.add(one.id, "MAY_BE", other.id, source, {"reason": reason or "à revoir"})

    def _value(self, value: Any, source: Source) -> Any:
        return self._id(value, source) if isinstance(value, ActorMention | FundingMention) else value

    def _id(self, reference: Reference, source: Source) -> str:
        if isinstance(reference, ActorMention):
            return self._actor(reference, source)
        if isinstance(reference, FundingMention):
            return self._funding_source(reference, source)
        return reference

    def _actor(self, mention: ActorMention, source: Source) -> str:
        actor = self._directory.actor(mention)
        number = {"siret": actor.siret} if actor.siret else {}
        told = {"name": actor.name, "kind": actor.kind, "generic": actor.generic, **number}
        self._add_node("Actor", actor.id, told)
        for printed in filter(None, (mention.text, mention.acronym)):
            self._ties.add(actor.id, "STATED_IN", source.document, Source(source.document, source.locator, printed), {})
        printed_under = self._directory.actor(mention.parent).id if mention.parent is not None else None
        if actor.parent is not None and actor.parent != printed_under:
            self._ties.add(actor.id, "PART_OF", actor.parent, source, {})
        return actor.id

    def _funding_source(self, mention: FundingMention, source: Source) -> str:
        source = mention.stated or source
        provider = self._actor(mention.provider, source)
        id_ = f"{provider}/{slug(mention.instrument)}"
        name = f"{mention.instrument[:1].upper()}{mention.instrument[1:]} – {self._nodes[provider].name}"
        self._add_node("FundingSource", id_, {"name": name, "kind": mention.kind})
        self._ties.add(id_, "STATED_IN", source.document, source, {})
        self._ties.add(provider, "PROVIDES", id_, source, {})
        return id_

    def _add_node(self, label: str, id_: str, properties: Mapping[str, Any]) -> None:
        if id_ not in self._nodes:
            self._nodes[id_] = Node(label, id_, properties)


def _document(reading: Reading) -> str:
    return next((node.id for node in reading.nodes if node.label == "Document"), reading.plan)


def _name_findings(reading: Reading, directory: Directory, ledger: Ledger) -> Iterable[Finding]:
    """Names that a person should settle: lines "à revoir" of the ledger, and names that nearly meet."""
    document = _document(reading)
    for line in ledger.of(DOUBTFUL):
        message = f"« {line.mention} » et « {line.actor} » restent deux acteurs : {line.reason or 'à revoir'}"
        yield Finding("nom-a-revoir", "info", document, f"registre, ligne {line.line}", message)
    for one, other in directory.doubts:
        message = f"« {one} » et « {other} » sont peut-être un seul acteur : décidez dans acteurs.csv"
        yield Finding("nom-proche", "attention", document, "registre", message)
    for code, message in remarks(directory.register, directory.actors.values()):
        yield Finding(code, "info", document, "registre", message)
