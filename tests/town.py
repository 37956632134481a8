"""A base drawn by hand for the stock queries: three plans in which nothing may count twice, and little is told neatly.

Plan p has two documents, the second of which says again some of what the first says, once with another amount; an
axis and an objective without number, an objective under no axis, an action under none either. Plan q is a table of
national measures and a list of grants. Plan r ties actors to actions only. Ties say "mots" at "ligne 8" unless told.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from cypher.library import Query, library
from graph.model import Finding, Graph, Node, Relationship, Unread
from graph.store import Store

Rows = list[tuple[Any, ...]]
Cases = list[tuple[dict[str, Any], Rows]]
"""(parameters, rows worked out by hand) …"""

QUERIES: dict[str, Query] = library()
PLAN, LATER, OTHER, TABLE = "p/plan.txt", "p/avenant.txt", "q/plan.txt", "r/tableau.csv"
LISTED = {"locators": ["ligne 8"], "quotes": ["mots"]}
AGAIN = {"document": LATER}
SILENT: dict[str, Any] = {"locators": [], "quotes": []}

NODES: dict[str, dict[str, dict[str, Any]]] = {
    "Plan": {"p": {}, "q": {}, "r": {}},
    "Document": {
        PLAN: {"name": "plan.txt", "title": "Plan d'actions"},
        LATER: {"name": "avenant.txt"},
        OTHER: {"name": "plan.txt"},
        TABLE: {"name": "tableau.csv"},
    },
    "Axis": {
        "p/x1": {"number": 1, "position": 1, "title": "Habiter"},
        "p/x2": {"position": 2, "title": "Santé"},
        "q/x1": {"number": 1, "position": 1, "title": "Sûreté"},
        "r/x1": {"position": 1, "title": "Emploi"},
        "r/x2": {"position": 2, "title": "Sécurité"},
        "r/x3": {"position": 3, "title": "Culture"},
    },
    "Objective": {
        "p/o1": {"number": 1, "position": 1, "title": "Écouter"},
        "p/o2": {"number": 2, "position": 2, "title": "Bâtir"},
        "p/o3": {"position": 3, "title": "Soigner"},
        "p/o4": {"number": 4, "position": 4, "title": "Attendre"},
        "q/o1": {"number": 1, "position": 1, "title": "Ailleurs"},
        "r/o1": {"position": 1, "title": "Former"},
        "r/o2": {"position": 2, "title": "Protéger"},
    },
    "Action": {
        "p/a1": {"text": "Réviser le plan", "status": "en_cours", "position": 1},
        "p/a2": {"text": "Mesure sans axe", "kind": "mesure_nationale", "position": 2},
        "p/o1/a1": {"text": "Ouvrir un lieu", "status": "en_cours", "position": 1},
        "p/o1/a1/a1": {"text": "Trouver un local", "status": "a_developper", "position": 1},
        "p/o2/a1": {"text": "Réunir les quartiers en veille", "position": 1},
        "p/o2/a1/a1": {"text": "Convier l'hôpital", "position": 1},
        "q/x1/a1": {"text": "300 médiateurs", "kind": "mesure_nationale", "heading": "Sécurité", "position": 1},
        "q/x1/a2": {"text": "Crèches", "kind": "mesure_nationale", "heading": "Enfance", "position": 2},
        "q/x1/a2/a1": {"text": "Une crèche", "kind": "reponse_locale", "position": 1},
        "r/o1/a1": {"text": "Recruter dix médiateurs à l'école", "status": "reporté", "position": 1},
        "r/o1/a2": {"text": "Recruter dix médiateurs, à l’École !", "position": 2},
        "r/o1/a3": {"text": "Recruter dix médiateurs à l'école du Pré", "position": 3},
        "r/x1/a1": {"text": "Réunir les entreprises", "position": 1},
        "r/o2/a1": {"text": "Rondes", "kind": "mesure_nationale", "position": 1},
        "r/o2/a1/a1": {"text": "Rondes au Pré", "kind": "reponse_locale", "position": 1},
        "r/o2/a2": {"text": "Caméras", "kind": "mesure_nationale", "position": 2},
    },
    "Actor": {
        "ville": {"name": "Ville", "kind": "collectivité"},
        "ville/education": {"name": "Service éducation (Ville)", "kind": "service"},
        "communes": {"name": "Communes", "kind": "collectivité", "generic": True},
        "communes/education": {"name": "Service éducation (Communes)", "kind": "service"},
        "etat": {"name": "État", "kind": "État"},
        "caf": {"name": "CAF", "kind": "établissement public"},
        "caf/accueil": {"name": "Accueil (CAF)", "kind": "service"},
        "habitants": {"name": "Habitants", "generic": True},
        "jeunes": {"name": "Jeunes", "generic": True},
        "hopital": {"name": "Hôpital", "kind": "établissement public"},
        "hopital-jour": {"name": "L'Hôpital de jour", "kind": "établissement public"},
        "mlj": {"name": "MLJ", "kind": "association"},
        "ecole": {"name": "École du Pré"},
        "ecoles": {"name": "Les écoles du pré"},
        "anru": {"name": "ANRU", "kind": "établissement public"},
        "arlysere": {"name": "Arlysère", "kind": "collectivité"},
        "r/mlj": {"name": "MLJ", "kind": "association"},
    },
    "FundingSource": {
        "anru/subvention": {"name": "ANRU, subvention", "kind": "subvention"},
        "ville/participation": {"name": "Ville, participation", "kind": "participation"},
        "etat/plan": {"name": "État, plan de relance", "kind": "dispositif national"},
        "etat/subvention": {"name": "État, subvention", "kind": "subvention"},
        "europe": {"name": "Europe", "kind": "fonds européens"},
        "bailleur": {"name": "Bailleur", "kind": "participation"},
        "caisse/pret": {"name": "Caisse, prêt", "kind": "prêt"},
        "mecene": {"name": "Mécène"},
    },
    "Tool": {
        "p/pru": {"name": "Rénovation urbaine", "announced_amount": 138_000},
        "p/pru-nord": {"name": "Rénovation, nord", "announced_amount": 120_000},
        "p/pru-sud": {"name": "Rénovation, sud", "announced_amount": 18_000},
        "p/cite": {"name": "Cité éducative", "announced_amount": 50_000},
        "p/cite-volet": {"name": "Volet 1"},
        "p/fonds": {"name": "Fonds local", "announced_amount": 10_000},
        "p/plie": {"name": "PLIE"},
        "r/perr": {"name": "Protocole PERR"},
        "r/relance": {"name": "Plan France Relance"},
    },
    "Place": {
        "pre": {"name": "Le Pré", "kind": "QPV", "code": "QP073001"},
        "tour": {"name": "La Tour", "kind": "équipement"},
        "mail": {"name": "Le Mail", "kind": "veille active"},
        "gare": {"name": "La Gare", "kind": "équipement"},
        "etang": {"name": "L'Étang"},
    },
}

TIES: list[tuple[Any, ...]] = [
    ("HAS_AXIS", "p", "p/x1"),
    ("HAS_AXIS", "p", "p/x1", AGAIN),
    ("HAS_AXIS", "p", "p/x2"),
    ("HAS_OBJECTIVE", "p/x1", "p/o1"),
    ("HAS_OBJECTIVE", "p/x1", "p/o1", AGAIN),
    ("HAS_OBJECTIVE", "p/x1", "p/o2"),
    ("HAS_OBJECTIVE", "p/x2", "p/o3"),
    ("HAS_OBJECTIVE", "p", "p/o4"),
    ("HAS_ACTION", "p", "p/a1"),
    ("HAS_ACTION", "p", "p/a2"),
    ("HAS_ACTION", "p/o1", "p/o1/a1"),
    ("HAS_ACTION", "p/o1", "p/o1/a1", AGAIN),
    ("HAS_ACTION", "p/o1/a1", "p/o1/a1/a1"),
    ("HAS_ACTION", "p/o2", "p/o2/a1"),
    ("HAS_ACTION", "p/o2/a1", "p/o2/a1/a1"),
    ("HAS_AXIS", "q", "q/x1"),
    ("HAS_OBJECTIVE", "q/x1", "q/o1"),
    ("HAS_ACTION", "q/x1", "q/x1/a1"),
    ("HAS_ACTION", "q/x1", "q/x1/a2"),
    ("HAS_ACTION", "q/x1/a2", "q/x1/a2/a1"),
    ("RESPONDS_TO", "q/x1/a2/a1", "q/x1/a2"),
    ("HAS_AXIS", "r", "r/x1"),
    ("HAS_AXIS", "r", "r/x2"),
    ("HAS_AXIS", "r", "r/x3"),
    ("HAS_OBJECTIVE", "r/x1", "r/o1"),
    ("HAS_OBJECTIVE", "r/x2", "r/o2"),
    ("HAS_ACTION", "r/o1", "r/o1/a1"),
    ("HAS_ACTION", "r/o1", "r/o1/a2"),
    ("HAS_ACTION", "r/o1", "r/o1/a3"),
    ("HAS_ACTION", "r/x1", "r/x1/a1"),
    ("HAS_ACTION", "r/o2", "r/o2/a1"),
    ("HAS_ACTION", "r/o2", "r/o2/a2"),
    ("HAS_ACTION", "r/o2/a1", "r/o2/a1/a1"),
    ("RESPONDS_TO", "r/o2/a1/a1", "r/o2/a1"),
    ("PART_OF", "ville/education", "ville"),
    # Who leads and who helps.
    ("PILOTS", "ville", "p/o1", {"locators": ["ligne 1"], "quotes": ["Ville"], "basis": "stated"}),
    ("PILOTS", "ville", "p/o1", {"locators": ["ligne 1"], "quotes": ["La Ville"], **AGAIN}),
    ("PARTNERS", "ville", "p/o1", {"locators": ["ligne 2", "ligne 3"], "quotes": ["Ville", "la ville"]}),
    ("PARTNERS", "ville/education", "p/o1"),
    ("PARTNERS", "caf/accueil", "p/o1"),
    ("PARTNERS", "etat", "p/o1"),
    ("PARTNERS", "communes", "p/o1"),
    ("PARTNERS", "mlj", "p/o1/a1", {"locators": ["ligne 9"], "quotes": ["avec la MLJ"], "basis": "inferred"}),
    ("PARTNERS", "habitants", "p/o1/a1/a1", {"basis": "inferred"}),
    ("PILOTS", "etat", "p/o2"),
    ("PILOTS", "ville", "p/o2", SILENT),
    ("PARTNERS", "caf", "p/o2"),
    ("PARTNERS", "caf", "p/o2", AGAIN),
    ("PARTNERS", "habitants", "p/o2"),
    ("PILOTS", "caf", "p/o2/a1", {"locators": ["ligne 12"], "quotes": ["CAF et MLJ"], "basis": "stated"}),
    ("PILOTS", "caf", "p/o2/a1", {"quotes": ["copilotée par la CAF"], "basis": "inferred", "co": True, **AGAIN}),
    ("PILOTS", "mlj", "p/o2/a1", {"locators": ["ligne 12"], "quotes": ["CAF et MLJ"], "basis": "inferred", "co": True}),
    ("PARTNERS", "mlj", "p/o2/a1", {"locators": ["ligne 13"], "quotes": ["avec la MLJ"], "basis": "inferred"}),
    ("PARTNERS", "hopital", "p/o2/a1/a1", {"basis": "inferred"}),
    ("PARTNERS", "habitants", "p/o2/a1/a1", {"basis": "inferred"}),
    ("PILOTS", "hopital-jour", "p/a1"),
    ("PILOTS", "communes", "p/o3"),
    ("PARTNERS", "communes", "p/o3"),
    ("PARTNERS", "etat", "p/o3"),
    ("PARTNERS", "caf", "p/o3"),
    ("PARTNERS", "hopital", "p/o3"),
    ("PILOTS", "etat", "q/o1"),
    ("PILOTS", "etat", "q/x1/a1"),
    ("PILOTS", "r/mlj", "r/o1/a1", {"locators": ["cellule C3"], "quotes": ["MLJ"], "basis": "stated"}),
    ("PARTNERS", "arlysere", "r/o1/a1", {"basis": "stated"}),
    ("PARTNERS", "arlysere", "r/o1/a2", {"basis": "inferred"}),
    ("PARTNERS", "r/mlj", "r/o1/a2", {"basis": "inferred"}),
    ("PARTNERS", "etat", "r/x1/a1", {"basis": "inferred"}),
    ("PARTNERS", "r/mlj", "r/o2/a1", {"basis": "inferred"}),
    ("MENTIONED_IN", "ecole", "p/o1/a1", {"locators": ["ligne 9"], "quotes": ["à l'école du Pré"]}),
    ("MENTIONED_IN", "ecole", "p/o2", {"quotes": []}),
    ("MENTIONED_IN", "ecoles", "p/o2", {"locators": []}),
    ("MENTIONED_IN", "mlj", "p/o2"),
    ("MENTIONED_IN", "communes", "p/o2"),
    ("MENTIONED_IN", "communes/education", "p/o3"),
    ("MENTIONED_IN", "jeunes", "p/o2"),
    ("MENTIONED_IN", "jeunes", "r/o2/a1"),
    ("MENTIONED_IN", "caf", "p/o2/a1/a1"),
    ("MENTIONED_IN", "caf", "r/o2/a1"),
    ("MENTIONED_IN", "etat", "q/x1/a1"),
    # Tools and places.
    ("USES", "p/o1", "p/pru"),
    ("USES", "p/o1", "p/plie"),
    ("USES", "p/o2/a1", "p/plie", {"doubt": True}),
    ("USES", "p/o1/a1", "p/cite"),
    ("USES", "p/o2", "p/cite", {"locators": []}),
    ("USES", "p/o3", "p/cite"),
    ("USES", "p/o2/a1/a1", "p/fonds"),
    ("USES", "p/o3", "p/fonds"),
    ("USES", "r/o1/a1", "r/relance", {"doubt": False}),
    ("USES", "r/o2/a1", "r/relance", {"doubt": False}),
    ("USES", "r/o1/a2", "r/perr", {"locators": ["cellule E4"], "quotes": ["PERR : X"], "doubt": True}),
    ("USES", "r/o2", "r/perr"),
    ("OPERATES", "caf", "p/cite"),
    ("OPERATES", "caf", "p/cite", AGAIN),
    ("OPERATES", "communes", "p/plie"),
    ("OPERATES", "mlj", "p/plie", {"locators": ["ligne 20"], "quotes": ["PLIE (MLJ)"]}),
    ("PART_OF", "p/pru-nord", "p/pru"),
    ("PART_OF", "p/pru-sud", "p/pru"),
    ("PART_OF", "p/cite-volet", "p/cite"),
    ("PART_OF", "tour", "pre", {"document": PLAN}),
    ("LOCATED_IN", "p/o1/a1", "pre"),
    ("LOCATED_IN", "p/o1/a1", "pre", AGAIN),
    ("LOCATED_IN", "p/o1/a1/a1", "mail"),
    ("LOCATED_IN", "p/o2/a1", "gare"),
    ("LOCATED_IN", "p/o3", "tour"),
    ("LOCATED_IN", "r/o1/a2", "pre"),
    ("LOCATED_IN", "r/o2/a1", "gare"),
    # Money.
    ("PROVIDES", "anru", "anru/subvention"),
    ("PROVIDES", "anru", "anru/subvention", AGAIN),
    ("PROVIDES", "ville", "ville/participation"),
    ("PROVIDES", "etat", "etat/subvention"),
    ("PROVIDES", "etat", "etat/plan"),
    ("FUNDS", "anru/subvention", "p/pru", {"amount": 100_000}),
    ("FUNDS", "anru/subvention", "p/pru", {"amount": 100_000, **AGAIN}),
    ("FUNDS", "anru/subvention", "p/pru-nord", {"scope": "local"}),
    ("FUNDS", "ville/participation", "p/pru", {"amount": 30_000}),
    ("FUNDS", "ville/participation", "p/pru-sud", {"amount": 5_000}),
    ("FUNDS", "bailleur", "p/pru", {"share": 0.93, "of": "anru/subvention"}),
    ("FUNDS", "europe", "p/o1", SILENT),
    ("FUNDS", "europe", "p/cite"),
    ("FUNDS", "europe", "p/cite-volet", {"amount": 20_000}),
    ("FUNDS", "europe", "p/cite-volet", {"amount": 25_000, **AGAIN}),
    ("FUNDS", "caisse/pret", "p/cite", {"amount": 5_000, "share": 0.2, "of": "europe"}),
    ("FUNDS", "caisse/pret", "p/cite-volet", {"amount": 6_000}),
    ("FUNDS", "caisse/pret", "p/cite-volet", {"amount": 6_000}),
    ("FUNDS", "caisse/pret", "p/cite-volet", {"amount": 10_000, **AGAIN}),
    ("FUNDS", "etat/plan", "p/cite", {"amount": 1_000_000, "scope": "national"}),
    ("FUNDS", "etat/plan", "p/cite-volet", {"amount": 3_000}),
    ("FUNDS", "ville/participation", "p/fonds", {"amount": 12_000}),
    ("FUNDS", "ville/participation", "p/fonds", AGAIN),
    ("FUNDS", "etat/plan", "p/fonds"),
    ("FUNDS", "etat/plan", "p/fonds", {"amount": 7_000_000_000, "scope": "national"}),
    ("FUNDS", "etat/plan", "p/fonds", {"amount": 6_000_000_000, "scope": "national", **AGAIN}),
    ("FUNDS", "etat/subvention", "p/o2/a1", {"amount": 4_000}),
    ("FUNDS", "mecene", "p/o3", {"amount": 17_000}),
    ("FUNDS", "mecene", "r/o2/a1/a1"),
    ("FUNDS", "etat/subvention", "caf", {"amount": 3_000, "reference": "R1", "document": OTHER}),
    ("FUNDS", "etat/subvention", "caf", {"amount": 3_000, "reference": "R2", "document": OTHER}),
    ("FUNDS", "etat/subvention", "caf", {"amount": 1_000, "document": OTHER}),
    ("FUNDS", "etat/subvention", "caf", {"amount": 1_000, "document": OTHER}),
    ("FUNDS", "etat/plan", "q/x1/a1", {"amount": 10_000_000, "scope": "national", "quotes": ["doté de 10 M€"]}),
    ("FUNDS", "etat/plan", "r/o2/a1", {"amount": 10_000_000, "scope": "national"}),
    ("FUNDS", "etat/plan", "r/o1/a1", {"scope": "national"}),
]

NAMED_ONLY = [("etang", PLAN, "ligne 30")]
"""Node, document and place: what a document names, and ties to nothing."""

TRICKY = 'le texte dit "code": "nom-faux" et "severity": "attention"'


def drawn() -> Graph:
    """The graph above, each node stated by the documents that speak of it, at the places of its ties."""
    nodes = [Node(label, id_, {"name": id_, **more}) for label, of in NODES.items() for id_, more in of.items()]
    ties = [_tie(*row) for row in TIES]
    places: dict[tuple[str, str], list[str]] = {(id_.partition("/")[0], id_): [] for id_ in NODES["Document"]}
    for tie in ties:
        for end in (tie.start, tie.end):
            at = places.setdefault((end, tie.properties["document"]), [])
            at += [locator for locator in tie.properties["locators"] if locator not in at]
    places |= {(id_, document): [locator] for id_, document, locator in NAMED_ONLY}
    names = {node.id: node.name for node in nodes}
    ties += [
        Relationship("STATED_IN", id_, document, {"document": document, "locators": at, "quotes": [names[id_]]})
        for (id_, document), at in places.items()
    ]
    findings = [
        Finding("somme-differente", "attention", PLAN, "ligne 4", "les montants font 1, le total dit 2"),
        Finding("nom-proche", "attention", PLAN, "ligne 9", "« École » et « écoles »"),
        Finding("nom-a-revoir", "info", PLAN, "ligne 9", TRICKY),
    ]
    return Graph(nodes, ties, [Unread(PLAN, "ligne 40", '"locator": rien')], findings)


def _tie(type_: str, start: str, end: str, more: Mapping[str, Any] | None = None) -> Relationship:
    plan = next((id_[0] for id_ in (start, end) if id_[1:2] == "/" or id_ in NODES["Plan"]), "p")
    document = {"p": PLAN, "q": OTHER, "r": TABLE}[plan]
    return Relationship(type_, start, end, {"document": document, **LISTED, **(more or {})})


def load_town(store: Store) -> Store:
    """The drawn base, and nothing else."""
    store._driver.execute_query("MATCH (n) DETACH DELETE n")
    store.load(drawn())
    return store


PYTHON: dict[str, tuple[type, ...]] = {
    "string": (str,),
    "integer": (int,),
    "float": (float,),
    "boolean": (bool,),
    "list": (list,),
}


def check(store: Store, name: str, cases: Cases) -> None:
    """Each case gives these rows, under the columns of the header, in cells of its types."""
    query = QUERIES[name]
    for values, rows in cases:
        columns, found = store.run(query.text, query.bind(values))
        assert [tuple(row) for row in found] == rows, values
        assert columns == [column.name for column in query.columns]
        cells = [cell for row in found for cell in zip(row, query.columns, strict=True)]
        assert all(value is None or type(value) in PYTHON[column.type] for value, column in cells)
