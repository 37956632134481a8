"""The schema, declared once. Constraints, load queries, the legend, French labels and docs derive from it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Type(StrEnum):
    """Property types as Neo4j names them."""

    STRING = "STRING"
    INTEGER = "INTEGER"
    FLOAT = "FLOAT"
    BOOLEAN = "BOOLEAN"
    STRINGS = "LIST<STRING>"


@dataclass(frozen=True)
class Property:
    """One property of a node or of a relationship, with its French name for people."""

    name: str
    type: Type
    french: str


@dataclass(frozen=True)
class NodeType:
    """A label. `internal` properties live in the database only: they never stand in the exchange format."""

    label: str
    french: str
    properties: tuple[Property, ...]
    internal: tuple[Property, ...] = ()


@dataclass(frozen=True)
class RelationshipType:
    """A relationship type: `ends` are (start, end) labels allowed; `key`, what tells parallel ties apart."""

    type: str
    french: str
    ends: tuple[tuple[str, str], ...]
    properties: tuple[Property, ...] = ()
    key: tuple[str, ...] = ()


def _p(name: str, french: str, type_: Type = Type.STRING) -> Property:
    return Property(name, type_, french)


COMMON = (_p("id", "identifiant"), _p("name", "nom"))
PROVENANCE = (
    _p("document", "document"),
    _p("locators", "emplacements", Type.STRINGS),
    _p("quotes", "citations", Type.STRINGS),
)

NODES: tuple[NodeType, ...] = (
    NodeType(
        "Plan",
        "Plan",
        (
            _p("title", "titre"),
            _p("territory", "territoire"),
            _p("start_year", "année de début", Type.INTEGER),
            _p("end_year", "année de fin", Type.INTEGER),
        ),
    ),
    NodeType(
        "Axis",
        "Axe",
        (_p("number", "numéro", Type.INTEGER), _p("position", "rang", Type.INTEGER), _p("title", "titre")),
    ),
    NodeType(
        "Objective",
        "Objectif",
        (
            _p("number", "numéro", Type.INTEGER),
            _p("position", "rang", Type.INTEGER),
            _p("title", "titre"),
            _p("theme", "thématique"),
        ),
    ),
    NodeType(
        "Action",
        "Action",
        (
            _p("text", "texte"),
            _p("kind", "nature"),
            _p("status", "état"),
            _p("heading", "intertitre"),
            _p("position", "rang", Type.INTEGER),
            _p("start", "début"),
            _p("end", "fin"),
            _p("budget", "budget", Type.INTEGER),
        ),
    ),
    NodeType(
        "Actor",
        "Acteur",
        (
            _p("kind", "type"),
            _p("aliases", "mentions", Type.STRINGS),
            _p("generic", "générique", Type.BOOLEAN),
            _p("siret", "SIRET"),
        ),
    ),
    NodeType("FundingSource", "Source de financement", (_p("kind", "nature"),)),
    NodeType("Tool", "Outil", (_p("announced_amount", "montant annoncé (€)", Type.INTEGER),)),
    NodeType("Place", "Lieu", (_p("kind", "nature"), _p("code", "code"))),
    NodeType(
        "Document",
        "Document",
        (_p("sha256", "empreinte"), _p("title", "titre"), _p("media_type", "format")),
        internal=(
            _p("fingerprint", "empreinte du chargement"),
            _p("unread", "lignes non lues (JSON)"),
            _p("findings", "constats (JSON)"),
        ),
    ),
)

_COMMITMENT_ENDS = (("Actor", "Objective"), ("Actor", "Action"))
_BASIS = _p("basis", "fondement")

RELATIONSHIPS: tuple[RelationshipType, ...] = (
    RelationshipType("HAS_AXIS", "comprend l'axe", (("Plan", "Axis"),)),
    RelationshipType("HAS_OBJECTIVE", "comprend l'objectif", (("Axis", "Objective"), ("Plan", "Objective"))),
    RelationshipType(
        "HAS_ACTION",
        "comprend l'action",
        (("Objective", "Action"), ("Action", "Action"), ("Axis", "Action"), ("Plan", "Action")),
    ),
    RelationshipType("PILOTS", "pilote", _COMMITMENT_ENDS, (_p("co", "copilote", Type.BOOLEAN), _BASIS)),
    RelationshipType("PARTNERS", "est partenaire de", _COMMITMENT_ENDS, (_p("via", "par", Type.STRINGS), _BASIS)),
    RelationshipType(
        "FUNDS",
        "finance",
        (
            ("FundingSource", "Objective"),
            ("FundingSource", "Action"),
            ("FundingSource", "Tool"),
            ("FundingSource", "Actor"),
        ),
        (
            _p("amount", "montant (€)", Type.INTEGER),
            _p("share", "part", Type.FLOAT),
            _p("of", "part de"),
            _p("scope", "portée"),
            _p("reference", "référence"),
            _p("date", "date"),
            _p("object", "objet"),
        ),
        key=("reference",),
    ),
    RelationshipType("PROVIDES", "apporte", (("Actor", "FundingSource"),)),
    RelationshipType(
        "MENTIONED_IN",
        "est cité dans",
        (("Actor", "Action"), ("Actor", "Objective"), ("Actor", "Tool")),
        (_p("section", "rubrique"),),
    ),
    RelationshipType("PART_OF", "fait partie de", (("Actor", "Actor"), ("Tool", "Tool"), ("Place", "Place"))),
    RelationshipType("MAY_BE", "est peut-être", (("Actor", "Actor"),), (_p("reason", "raison"),)),
    RelationshipType(
        "USES", "mobilise", (("Objective", "Tool"), ("Action", "Tool")), (_p("doubt", "doute", Type.BOOLEAN),)
    ),
    RelationshipType("OPERATES", "met en œuvre", (("Actor", "Tool"),)),
    RelationshipType("LOCATED_IN", "se situe à", (("Objective", "Place"), ("Action", "Place"))),
    RelationshipType("RESPONDS_TO", "répond à", (("Action", "Action"),)),
    RelationshipType("STATED_IN", "est écrit dans", tuple((node.label, "Document") for node in NODES)),
)

NODE_COLOURS: dict[str, str] = {
    "Plan": "#1B2733",
    "Axis": "#005DBD",
    "Objective": "#1F94E7",
    "Action": "#119077",
    "Actor": "#A46C2F",
    "FundingSource": "#A78F0A",
    "Tool": "#ED5CAC",
    "Place": "#AA2623",
    "Document": "#545462",
}
"""The colour of each label where all labels stand together, as in Neo4j Browser."""

NODE_TYPES = {node.label: node for node in NODES}
RELATIONSHIP_TYPES = {relationship.type: relationship for relationship in RELATIONSHIPS}
COMMITMENTS = ("PILOTS", "PARTNERS")
FROM_LEDGER = ("MAY_BE",)
"""Types that the ledger states, not the words of a document."""


def constraint_statements() -> list[str]:
    """Cypher that makes the constraints and indexes; each can run again without effect."""
    unique = [
        f"CREATE CONSTRAINT {node.label.lower()}_id IF NOT EXISTS FOR (n:{node.label}) REQUIRE n.id IS UNIQUE"
        for node in NODES
    ]
    named = ["CREATE INDEX actor_name IF NOT EXISTS FOR (n:Actor) ON (n.name)"]
    sourced = [
        f"CREATE INDEX {rel.type.lower()}_document IF NOT EXISTS FOR ()-[r:{rel.type}]-() ON (r.document)"
        for rel in RELATIONSHIPS
    ]
    return unique + named + sourced


@dataclass(frozen=True)
class ActorKind:
    """A kind of actor: its French label, and the shape that tells it on every map, with or without colour."""

    name: str
    french: str
    shape: str


ACTOR_KINDS: tuple[ActorKind, ...] = (
    ActorKind("collectivité", "Collectivité", "square"),
    ActorKind("État", "État et ses services", "star"),
    ActorKind("établissement public", "Établissement public, opérateur", "triangle"),
    ActorKind("bailleur", "Bailleur, logement", "diamond"),
    ActorKind("établissement scolaire", "Établissement scolaire", "triangleDown"),
    ActorKind("association", "Association, structure locale", "dot"),
    ActorKind("entreprise", "Entreprise, monde économique", "hexagon"),
    ActorKind("instance", "Instance, collectif", "dot"),
    ActorKind("service", "Service d'une organisation", "square"),
    ActorKind("réseau", "Réseau, groupe", "hexagon"),
)

# One colour per axis in order: fill for marks (>= 3:1 on white), ink for text (>= 4.5:1 on white and on a pale fill).
# Told apart by all three colour-blindnesses too; the number of the axis says the same.
AXIS_COLOURS: tuple[tuple[str, str], ...] = (
    ("#005DBD", "#00458C"),
    ("#A46C2F", "#754A1B"),
    ("#119077", "#0A6251"),
    ("#ED5CAC", "#9C2868"),
    ("#AA2623", "#8A1C1A"),
    ("#1F94E7", "#0F5E97"),
    ("#A78F0A", "#665700"),
    ("#545462", "#3C3C48"),
)
