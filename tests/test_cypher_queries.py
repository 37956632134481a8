"""Every stock query on the real Neo4j, against a graph drawn by hand and rows worked out by hand."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from cypher.library import Query, library
from graph.model import Graph, Node, Relationship
from graph.store import Store

Rows = list[tuple[Any, ...]]
QUERIES = library()
PLAN, OTHER = "p/plan.txt", "q/plan.txt"
LATER = "p/avenant.txt"
"""A second document of plan p, which says again some of what the first says: nothing may count twice."""

NODES: dict[str, dict[str, dict[str, Any]]] = {
    "Plan": {"p": {}, "q": {}},
    "Document": {PLAN: {}, LATER: {}, OTHER: {}},
    "Axis": {"p/axe-1": {"number": 1, "position": 1}, "q/axe-1": {"number": 1, "position": 1}},
    "Objective": {
        "p/o1": {"number": 1, "position": 1, "title": "Écouter"},
        "p/o2": {"number": 2, "position": 2, "title": "Bâtir"},
        "p/o3": {"position": 3, "title": "Soigner"},
        "p/o4": {"number": 4, "position": 4, "title": "Attendre"},
        "q/o1": {"number": 1, "position": 1, "title": "Ailleurs"},
    },
    "Action": {
        "p/o1/a1": {"text": "Ouvrir un lieu", "status": "en_cours", "position": 1},
        "p/o1/a1/a1": {"text": "Trouver un local", "status": "a_developper", "position": 1},
        "p/o2/a1": {"text": "Réunir", "position": 1},
        "q/axe-1/a1": {"text": "300 médiateurs", "kind": "mesure_nationale", "heading": "Sécurité", "position": 1},
        "q/axe-1/a2": {"text": "Crèches", "kind": "mesure_nationale", "heading": "Enfance", "position": 2},
        "q/axe-1/a2/a1": {"text": "Une crèche", "kind": "reponse_locale", "position": 1},
    },
    "Actor": {
        "ville": {"name": "Ville", "kind": "collectivité"},
        "ville/education": {"name": "Service éducation", "kind": "service"},
        "etat": {"name": "État", "kind": "État"},
        "caf": {"name": "CAF", "kind": "établissement public"},
        "communes": {"name": "Communes", "kind": "collectivité", "generic": True},
        "mlj": {"name": "MLJ", "kind": "association"},
        "ecole": {"name": "École du Pré"},
        "anru": {"name": "ANRU", "kind": "établissement public"},
    },
    "FundingSource": {
        "anru/subvention": {"name": "ANRU, subvention", "kind": "subvention"},
        "ville/participation": {"name": "Ville, participation", "kind": "participation"},
        "etat/plan": {"name": "État, plan de relance", "kind": "dispositif national"},
        "etat/subvention": {"name": "État, subvention", "kind": "subvention"},
        "europe": {"name": "Europe", "kind": "fonds européens"},
        "bailleur": {"name": "Bailleur", "kind": "participation"},
    },
    "Tool": {
        "p/pru": {"name": "Rénovation urbaine", "announced_amount": 138_000_000},
        "p/pru-nord": {"name": "Rénovation, nord", "announced_amount": 120_000_000},
        "p/pru-sud": {"name": "Rénovation, sud", "announced_amount": 18_000_000},
        "p/cite": {"name": "Cité éducative", "announced_amount": 50_000},
        "p/cite-volet": {"name": "Volet 1"},
        "p/fonds": {"name": "Fonds local", "announced_amount": 10_000},
        "p/plie": {"name": "PLIE"},
    },
}

TIES: list[tuple[Any, ...]] = [
    ("HAS_AXIS", "p", "p/axe-1"),
    ("HAS_AXIS", "p", "p/axe-1", {"document": LATER}),
    ("HAS_OBJECTIVE", "p/axe-1", "p/o1"),
    ("HAS_OBJECTIVE", "p/axe-1", "p/o1", {"document": LATER}),
    ("HAS_OBJECTIVE", "p/axe-1", "p/o2"),
    ("HAS_OBJECTIVE", "p/axe-1", "p/o3"),
    ("HAS_OBJECTIVE", "p", "p/o4"),
    ("HAS_ACTION", "p/o1", "p/o1/a1"),
    ("HAS_ACTION", "p/o1", "p/o1/a1", {"document": LATER}),
    ("HAS_ACTION", "p/o1/a1", "p/o1/a1/a1"),
    ("HAS_ACTION", "p/o2", "p/o2/a1"),
    ("HAS_AXIS", "q", "q/axe-1"),
    ("HAS_OBJECTIVE", "q/axe-1", "q/o1"),
    ("HAS_ACTION", "q/axe-1", "q/axe-1/a1"),
    ("HAS_ACTION", "q/axe-1", "q/axe-1/a2"),
    ("HAS_ACTION", "q/axe-1/a2", "q/axe-1/a2/a1"),
    ("RESPONDS_TO", "q/axe-1/a2/a1", "q/axe-1/a2"),
    ("PART_OF", "ville/education", "ville"),
    ("PILOTS", "ville", "p/o1", {"locators": ["ligne 1"], "quotes": ["Ville"], "basis": "stated"}),
    ("PILOTS", "ville", "p/o1", {"document": LATER, "locators": ["ligne 1"], "quotes": ["La Ville"]}),
    ("PARTNERS", "ville", "p/o1", {"locators": ["ligne 2", "ligne 3"], "quotes": ["Ville", "la ville"]}),
    ("PARTNERS", "ville/education", "p/o1"),
    ("PARTNERS", "etat", "p/o1"),
    ("PARTNERS", "communes", "p/o1"),
    ("PARTNERS", "mlj", "p/o1/a1", {"locators": ["ligne 9"], "quotes": ["avec la MLJ"], "basis": "inferred"}),
    ("PILOTS", "etat", "p/o2"),
    ("PILOTS", "ville", "p/o2"),
    ("PARTNERS", "caf", "p/o2"),
    ("PILOTS", "communes", "p/o3"),
    ("PARTNERS", "etat", "p/o3"),
    ("PARTNERS", "caf", "p/o3"),
    ("PILOTS", "etat", "q/o1"),
    ("MENTIONED_IN", "ecole", "p/o1/a1", {"locators": ["ligne 9"], "quotes": ["à l'école du Pré"]}),
    ("MENTIONED_IN", "ecole", "p/o2"),
    ("MENTIONED_IN", "mlj", "p/o2"),
    ("MENTIONED_IN", "communes", "p/o2"),
    ("USES", "p/o1", "p/pru"),
    ("USES", "p/o1", "p/plie"),
    ("USES", "p/o2/a1", "p/plie", {"doubt": True}),
    ("USES", "p/o1/a1", "p/cite"),
    ("USES", "p/o2", "p/cite"),
    ("USES", "p/o3", "p/cite"),
    ("PART_OF", "p/pru-nord", "p/pru"),
    ("PART_OF", "p/pru-sud", "p/pru"),
    ("PART_OF", "p/cite-volet", "p/cite"),
    ("PROVIDES", "anru", "anru/subvention"),
    ("PROVIDES", "anru", "anru/subvention", {"document": LATER}),
    ("PROVIDES", "ville", "ville/participation"),
    ("PROVIDES", "etat", "etat/subvention"),
    ("FUNDS", "anru/subvention", "p/pru", {"amount": 100_000_000}),
    ("FUNDS", "anru/subvention", "p/pru", {"amount": 100_000_000, "document": LATER}),
    ("FUNDS", "anru/subvention", "p/pru-nord", {"scope": "local"}),
    ("FUNDS", "ville/participation", "p/pru", {"amount": 30_000_000}),
    ("FUNDS", "ville/participation", "p/pru-sud", {"amount": 5_000_000}),
    ("FUNDS", "bailleur", "p/pru", {"share": 0.93, "of": "anru/subvention"}),
    ("FUNDS", "europe", "p/o1", {}),
    ("FUNDS", "europe", "p/cite-volet", {"amount": 20_000}),
    ("FUNDS", "etat/plan", "p/fonds", {"amount": 7_000_000_000, "scope": "national"}),
    ("FUNDS", "ville/participation", "p/fonds", {"amount": 12_000}),
    ("FUNDS", "etat/subvention", "caf", {"amount": 3_000, "reference": "R1", "document": OTHER}),
    ("FUNDS", "etat/subvention", "caf", {"amount": 3_000, "reference": "R2", "document": OTHER}),
]


def drawn() -> Graph:
    """The graph above, each node stated by the documents that speak of it."""
    nodes = [Node(label, id_, {"name": id_, **more}) for label, of in NODES.items() for id_, more in of.items()]
    ties = [_tie(*row) for row in TIES]
    stated = {(id_, tie.properties["document"]) for tie in ties for id_ in (tie.start, tie.end)}
    stated |= {(document.partition("/")[0], document) for document in NODES["Document"]}
    ties += [Relationship("STATED_IN", id_, document, {"document": document}) for id_, document in sorted(stated)]
    return Graph(nodes, ties)


def _tie(type_: str, start: str, end: str, more: Mapping[str, Any] | None = None) -> Relationship:
    document = OTHER if start.startswith("q") or end.startswith("q/") else PLAN
    return Relationship(type_, start, end, {"document": document, **(more or {})})


# Query → (parameters, rows) …; "p" and "q" are the plans.
EXPECTED: dict[str, list[tuple[dict[str, Any], Rows]]] = {
    "plus-engages": [
        (
            {},
            [
                ("État", "État", False, 4, 2, 2, 0),
                ("CAF", "établissement public", False, 2, 0, 2, 0),
                ("Communes", "collectivité", True, 2, 1, 1, 0),
                ("Ville", "collectivité", False, 2, 2, 1, 1),
                ("Service éducation", "service", False, 1, 0, 1, 0),
            ],
        ),
        ({"plan": "q"}, [("État", "État", False, 1, 1, 0, 0)]),
    ],
    "engagements-acteur": [
        (
            {"acteur": "ville"},
            [
                (1, "Écouter", "objectif", "pilote", "écrit", "La Ville", "ligne 1", LATER),
                (1, "Écouter", "objectif", "pilote", "écrit", "Ville", "ligne 1", PLAN),
                (1, "Écouter", "objectif", "partenaire", "écrit", "Ville", "ligne 2", PLAN),
                (1, "Écouter", "objectif", "partenaire", "écrit", "la ville", "ligne 3", PLAN),
                (2, "Bâtir", "objectif", "pilote", "écrit", None, None, PLAN),
            ],
        ),
        (
            {"acteur": "mlj"},
            [(1, "Ouvrir un lieu", "action", "partenaire", "déduit", "avec la MLJ", "ligne 9", PLAN)],
        ),
        ({"acteur": "etat", "plan": "q"}, [(1, "Ailleurs", "objectif", "pilote", "écrit", None, None, OTHER)]),
        ({"acteur": "ecole"}, []),
    ],
    "acteurs-objectif": [
        (
            {"objectif": 1},
            [
                ("pilote et partenaire", "Ville", "collectivité", False, "p"),
                ("partenaire", "Communes", "collectivité", True, "p"),
                ("partenaire", "État", "État", False, "p"),
                ("partenaire", "Service éducation", "service", False, "p"),
                ("pilote", "État", "État", False, "q"),
            ],
        ),
        (
            {"objectif": 2, "plan": "p"},
            [
                ("pilote", "État", "État", False, "p"),
                ("pilote", "Ville", "collectivité", False, "p"),
                ("partenaire", "CAF", "établissement public", False, "p"),
            ],
        ),
        ({"objectif": 4}, []),
    ],
    "acteurs-un-objectif": [
        ({}, [("Service éducation", "service", "partenaire", 1, "Écouter", "p")]),
        ({"plan": "q"}, [("État", "État", "pilote", 1, "Ailleurs", "q")]),
    ],
    "objectifs-sans-pilote": [
        ({}, [(None, "Soigner", ["Communes"], 2, "p"), (4, "Attendre", [], 0, "p")]),
        ({"plan": "q"}, []),
    ],
    "charge-pilotes": [
        (
            {},
            [
                ("État", "État", False, 2, 1, ["1", "2"]),
                ("Ville", "collectivité", False, 2, 1, ["1", "2"]),
                ("Communes", "collectivité", True, 1, 1, ["Soigner"]),
            ],
        ),
        ({"plan": "q"}, [("État", "État", False, 1, 1, ["1"])]),
    ],
    "objectifs-plusieurs-pilotes": [
        ({}, [(2, "Bâtir", 2, ["État", "Ville"], "p")]),
        ({"plan": "q"}, []),
    ],
    "paires-objectifs-partages": [
        (
            {},
            [
                ("CAF", "État", 2, ["2", "Soigner"]),
                ("État", "Ville", 2, ["1", "2"]),
            ],
        ),
        (
            {"minimum": 1},
            [
                ("CAF", "État", 2, ["2", "Soigner"]),
                ("État", "Ville", 2, ["1", "2"]),
                ("CAF", "Ville", 1, ["2"]),
                ("État", "Service éducation", 1, ["1"]),
            ],
        ),
        ({"plan": "q"}, []),
    ],
    "objectifs-partenaire-unique": [
        ({}, [(2, "Bâtir", "CAF", "p")]),
        ({"plan": "q"}, []),
    ],
    "montants-par-source": [
        (
            {},
            [
                (["ANRU"], "ANRU, subvention", "subvention", 100_000_000, 1),
                (["Ville"], "Ville, participation", "participation", 30_012_000, 2),
                ([], "Europe", "fonds européens", 20_000, 1),
                (["État"], "État, subvention", "subvention", 6_000, 2),
            ],
        ),
        ({"plan": "q"}, [(["État"], "État, subvention", "subvention", 6_000, 2)]),
    ],
    "annonce-ventile": [
        (
            {},
            [
                ("Rénovation urbaine", 138_000_000, 130_000_000, 8_000_000, ["Rénovation, nord", "Rénovation, sud"]),
                ("Cité éducative", 50_000, 20_000, 30_000, ["Volet 1"]),
                ("Fonds local", 10_000, 12_000, -2_000, []),
            ],
        ),
        ({"plan": "q"}, []),
    ],
    "financeurs-sans-montant": [
        (
            {},
            [
                (["ANRU"], "ANRU, subvention", "Rénovation, nord", None, None, PLAN),
                ([], "Bailleur", "Rénovation urbaine", 0.93, "ANRU, subvention", PLAN),
                ([], "Europe", "Écouter", None, None, PLAN),
            ],
        ),
        ({"plan": "q"}, []),
    ],
    "etat-actions": [
        (
            {},
            [
                (1, "Écouter", 1, 1, 0, 2, "p"),
                (2, "Bâtir", 0, 0, 1, 1, "p"),
                (None, "Soigner", 0, 0, 0, 0, "p"),
                (4, "Attendre", 0, 0, 0, 0, "p"),
                (1, "Ailleurs", 0, 0, 0, 0, "q"),
            ],
        ),
    ],
    "outils-partages": [
        (
            {},
            [("Cité éducative", 3, ["1", "2", "Soigner"], False), ("PLIE", 2, ["1", "2"], True)],
        ),
        ({"plan": "q"}, []),
    ],
    "acteurs-seulement-cites": [
        ({}, [("École du Pré", None, 2, "à l'école du Pré", "ligne 9", PLAN)]),
        ({"plan": "q"}, []),
    ],
    "mesures-sans-reponse": [
        ({}, [("Sécurité", "300 médiateurs", "q")]),
        ({"plan": "p"}, []),
    ],
}

PYTHON: dict[str, tuple[type, ...]] = {
    "string": (str,),
    "integer": (int,),
    "float": (float,),
    "boolean": (bool,),
    "list": (list,),
}


@pytest.fixture(scope="module")
def town(open_store: Store) -> Store:
    """The drawn graph, and nothing else; loaded once, as no query can change it."""
    open_store._driver.execute_query("MATCH (n) DETACH DELETE n")
    open_store.load(drawn())
    return open_store


def test_every_query_has_expected_rows() -> None:
    assert sorted(EXPECTED) == sorted(QUERIES)
    assert all(any(rows for _, rows in cases) for cases in EXPECTED.values())


@pytest.mark.parametrize("name", EXPECTED)
def test_rows_worked_out_by_hand(town: Store, name: str) -> None:
    query = QUERIES[name]
    for values, rows in EXPECTED[name]:
        columns, found = town.run(query.text, query.bind(values))
        assert [tuple(row) for row in found] == rows, values
        assert columns == [column.name for column in query.columns]
        cells = [cell for row in found for cell in zip(row, query.columns, strict=True)]
        assert all(value is None or type(value) in PYTHON[column.type] for value, column in cells)


def test_a_plan_that_is_not_there_gives_the_columns_and_no_row(town: Store) -> None:
    needed = {"string": "ville", "integer": 1}
    for query in QUERIES.values():
        values = {param.name: needed[param.type] for param in query.params if param.required} | {"plan": "absent"}
        assert town.run(query.text, query.bind(values)) == ([column.name for column in query.columns], []), query.name


def test_no_query_reads_the_whole_base(town: Store) -> None:
    for query in QUERIES.values():
        found = operators(town, query)
        assert "AllNodesScan" not in found, query.name
        if any(param.names_an_actor for param in query.params):
            assert any("IndexSeek" in operator for operator in found), query.name


def operators(store: Store, query: Query) -> set[str]:
    """Operators of the plan that Neo4j makes for a query, which it must have nothing to say against."""
    values: dict[str, Any] = {param.name: None for param in query.params}
    with store._driver.session() as session:
        summary = session.run(f"EXPLAIN {query.text}", values).consume()
    assert [status.status_description for status in summary.gql_status_objects if status.is_notification] == []
    found, waiting = set(), [summary.plan]
    while waiting:
        step = waiting.pop()
        found.add(step["operatorType"].partition("@")[0])
        waiting += step.get("children", [])
    return found
