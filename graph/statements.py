"""Statements: what a document says, one thing at a time, before anyone decides who is who.

Loaders write them; `graph.actors` turns mentions into actors and statements into a `Graph`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from graph.model import Finding, Node, Unread


@dataclass(frozen=True)
class Source:
    """Where a thing is said: the document's id, the place as a person looks for it ("ligne 36"), the words."""

    document: str
    locator: str
    quote: str


@dataclass(frozen=True)
class Registration:
    """What a register (a file of grants) tells of an organisation beside its name.

    `siren` (9 digits) and `siret` (14) are sound: their keys were checked. `hint` has the leading digits of a number
    that a spreadsheet damaged: they tell two organisations apart, never that two names are one. `area` is the code of
    the territory where the register sets it ("CV262").
    """

    siren: str | None = None
    siret: str | None = None
    hint: str | None = None
    area: str | None = None


@dataclass(frozen=True)
class ActorMention:
    """An actor as printed.

    `parent` is the carrier it is printed under; `service` says that it only exists within that carrier (its
    "service éducation"), where a plain member ("Groupe … : CAF, IREPS") is an organisation of its own.
    `acronym` is a short form that the document itself defines: "Centre de … (CRSB)". `registration` is there for
    names of a register only.
    """

    text: str
    parent: ActorMention | None = None
    service: bool = False
    generic: bool = False
    acronym: str | None = None
    registration: Registration | None = None


@dataclass(frozen=True)
class FundingMention:
    """A source of money as printed: who provides it and by what instrument ("subvention", "prêt"…).

    `stated` is the one place that says so, where thousands of rows of a register would each repeat it.
    """

    provider: ActorMention
    instrument: str
    kind: str
    stated: Source | None = None


Reference = str | ActorMention | FundingMention
"""A node's id, or a mention still to be resolved."""


@dataclass(frozen=True)
class Statement:
    """One thing that a document says. `predicate` is a relationship type of the schema."""

    subject: Reference
    predicate: str
    object: Reference
    source: Source
    properties: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Naming:
    """A decision on names that a document itself takes: a mention is this actor, or is not (`same`); its kind, if said.

    It weighs as a line of the ledger, which has the last word.
    """

    mention: str
    actor: str
    kind: str | None = None
    same: bool = True


@dataclass
class Reading:
    """What a plan's documents say: structural nodes with their ids, statements, and what was not understood.

    `territory` is the slug within which actors of no national standing live.
    """

    plan: str
    territory: str
    nodes: list[Node] = field(default_factory=list)
    statements: list[Statement] = field(default_factory=list)
    unread: list[Unread] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    namings: list[Naming] = field(default_factory=list)
