"""Loading on a real Neo4j: what stands in the base after it, and what does not."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest

from graph.errors import InputError
from graph.model import Graph, Node, Relationship
from graph.schema import NODE_TYPES, RELATIONSHIP_TYPES
from graph.store import PlanReport, Store, canonical, connect, cypher_text
from tests.graphs import Told, large, lyon, nantes, together


def rows(store: Store, query: str, **parameters: Any) -> list[list[Any]]:
    return store.run(query, parameters)[1]


def count(store: Store, pattern: str) -> int:
    return int(rows(store, f"MATCH {pattern} RETURN count(*)")[0][0])


def identities(store: Store) -> list[Any]:
    """What the base's own identities are: they change as soon as a thing is written anew."""
    return rows(
        store,
        "MATCH (n) RETURN elementId(n) AS id, n.name AS name "
        "UNION ALL MATCH ()-[r]->() RETURN elementId(r) AS id, type(r) AS name",
    )


def test_a_first_load_writes_each_node_and_tie(store: Store) -> None:
    report = store.load(lyon().graph)

    # Nodes: plan, document, 2 objectives, 3 actors, 1 source. Ties: 7 STATED_IN (all but the document),
    # 2 HAS_OBJECTIVE, 2 PILOTS, 1 PARTNERS, 1 PROVIDES, 2 FUNDS.
    assert report.plans == (PlanReport("lyon", "created", 8, 15),)
    assert count(store, "(n)") == 8
    assert count(store, "()-[r]->()") == 15
    assert count(store, "()-[r:STATED_IN]->(:Document)") == 7
    assert rows(store, "MATCH (n:Actor {id: 'etat'}) RETURN n.name, n.aliases, n.generic") == [
        ["État", ["l'État", "État"], False]
    ]
    assert rows(store, "MATCH ()-[r:FUNDS]->(:Actor) RETURN r.reference, r.amount, r.share ORDER BY r.amount") == [
        ["A-1", 1000, 0.5],
        ["A-2", 2000, None],
    ]


def test_loading_twice_changes_nothing(store: Store) -> None:
    store.load(lyon().graph)
    before = identities(store)

    report = store.load(lyon().graph)

    assert report.plans == (PlanReport("lyon", "unchanged", 8, 15),)
    assert not report.changed
    assert identities(store) == before


def test_what_was_read_back_is_known_as_unchanged(store: Store) -> None:
    store.load(together(lyon(), nantes()))

    report = store.load(store.read())

    assert [plan.outcome for plan in report.plans] == ["unchanged", "unchanged"]


def test_order_nulls_and_empty_lists_do_not_count_as_a_change(store: Store) -> None:
    store.load(lyon().graph)
    shuffled = lyon().graph
    shuffled.nodes.reverse()
    shuffled.relationships.reverse()
    shuffled.nodes = [Node(n.label, n.id, dict(n.properties) | {"name": n.name}) for n in shuffled.nodes]
    first = shuffled.relationships[0]
    shuffled.relationships[0] = Relationship(
        first.type,
        first.start,
        first.end,
        {**first.properties, "quotes": tuple(first.properties["quotes"]), "of": None},
    )

    assert store.load(shuffled).plans[0].outcome == "unchanged"


def test_a_changed_plan_loses_what_its_document_no_longer_says(store: Store) -> None:
    store.load(lyon().graph)
    changed = Told("lyon")
    changed.tie("PILOTS", changed.actor("lyon/ville", "La Ville"), changed.objective(2), basis="stated")

    report = store.load(changed.graph)

    # Plan, document, ville, objectif-2; 3 STATED_IN, 1 HAS_OBJECTIVE, 1 PILOTS.
    assert report.plans == (PlanReport("lyon", "replaced", 4, 5),)
    assert rows(store, "MATCH (n) RETURN n.id ORDER BY n.id") == [
        ["lyon"], ["lyon/objectif-2"], ["lyon/plan.txt"], ["lyon/ville"],
    ]  # fmt: skip
    assert rows(store, "MATCH (a)-[r:PILOTS]->(b) RETURN a.name, a.aliases, r.co, b.id") == [
        ["La Ville", ["La Ville"], None, "lyon/objectif-2"]
    ]
    assert store.read() == canonical(changed.graph)


def test_a_property_that_goes_is_removed(store: Store) -> None:
    for kind in ("association", None):
        told = Told("lyon")
        told.actor("lyon/club", "Club", **({"kind": kind} if kind else {}))
        store.load(told.graph)

    assert rows(store, "MATCH (n:Actor) RETURN n.kind") == [[None]]


def test_a_document_that_goes_takes_its_facts_with_it(store: Store) -> None:
    told = Told("lyon", "un.txt", "deux.txt")
    told.node("Place", "lyon/quartier", quotes=["quartier"], file=1, name="Quartier")
    store.load(told.graph)
    assert count(store, "(:Document)") == 2

    store.load(Told("lyon", "un.txt").graph)

    assert rows(store, "MATCH (n) RETURN n.id ORDER BY n.id") == [["lyon"], ["lyon/un.txt"]]


def test_a_changed_plan_leaves_the_others_alone(store: Store) -> None:
    store.load(together(lyon(), nantes()))
    before = store.read("nantes")
    changed = lyon()
    changed.objective(3)

    report = store.load(together(changed, nantes()))

    assert [(plan.plan, plan.outcome) for plan in report.plans] == [("lyon", "replaced"), ("nantes", "unchanged")]
    assert store.read("nantes") == before


def test_a_shared_actor_stays_while_a_plan_states_it(store: Store) -> None:
    def aliases() -> list[Any]:
        return rows(store, "MATCH (n:Actor {id: 'etat'}) RETURN n.aliases")

    store.load(lyon().graph)
    assert aliases() == [[["l'État", "État"]]]
    store.load(nantes().graph)
    assert aliases() == [[["ETAT", "l'État", "État"]]]
    store.load(Told("lyon").graph)
    assert aliases() == [[["ETAT"]]]
    store.load(Told("nantes").graph)
    assert aliases() == []


def test_an_id_may_change_its_label_within_a_plan(store: Store) -> None:
    for label in ("Tool", "Place"):
        told = Told("lyon")
        told.node(label, "lyon/maison", quotes=["maison"], name="Maison")
        store.load(told.graph)

    assert rows(store, "MATCH (n {id: 'lyon/maison'}) RETURN labels(n)") == [[["Place"]]]


def test_an_id_that_another_plan_holds_under_another_label_is_refused_whole(store: Store) -> None:
    store.load(nantes().graph)
    before = identities(store)
    clash = Told("lyon")
    clash.objective(1)
    clash.node("Tool", "etat", quotes=["État"], name="État")

    with pytest.raises(InputError, match="déjà un nœud Actor"):
        store.load(clash.graph)

    assert identities(store) == before


def changed(graph: Graph, *, node: Node | None = None, tie: Relationship | None = None) -> Graph:
    graph.nodes += [node] if node else []
    graph.relationships += [tie] if tie else []
    return graph


def stated(**properties: Any) -> dict[str, Any]:
    return {"document": "lyon/plan.txt", "locators": ["ligne 1"], "quotes": ["x"], **properties}


FAULTS = {
    "étiquette inconnue": {"node": Node("Person", "p", {"name": "P"})},
    "deux fois .Actor et Tool": {"node": Node("Tool", "etat", {"name": "É"})},
    "propriété inconnue « siren »": {"node": Node("Actor", "x", {"name": "X", "siren": "1"})},
    "generic vaut 'non' ; attendu : BOOLEAN": {"node": Node("Actor", "x", {"name": "X", "generic": "non"})},
    "position vaut True ; attendu : INTEGER": {"node": Node("Axis", "x", {"name": "X", "position": True})},
    "position vaut 9223372036854775808": {"node": Node("Axis", "x", {"name": "X", "position": 2**63})},
    "name vaut '.udc00' ; attendu : STRING": {"node": Node("Axis", "x", {"name": "\udc00"})},
    "trop long": {"node": Node("Actor", "x", {"name": "é" * 5_000})},
    "non vide": {"node": Node("Actor", "", {"name": "X"})},
    "aucun document ne dit ce nœud": {"node": Node("Actor", "x", {"name": "X"})},
    "n'appartient à aucun plan": {"node": Node("Document", "x", {"name": "X"})},
    "type inconnu": {"tie": Relationship("LIKES", "etat", "lyon", stated())},
    "aucun nœud n'a l'identifiant « x »": {"tie": Relationship("PILOTS", "x", "lyon", stated())},
    "ne va pas de Actor à Plan": {"tie": Relationship("PILOTS", "etat", "lyon", stated())},
    "n'est pas l'identifiant d'un Document": {
        "tie": Relationship("PART_OF", "etat", "lyon/ville", stated(document="etat"))
    },
    "donnée deux fois": {"tie": Relationship("PILOTS", "etat", "lyon/objectif-1", stated())},
    "amount vaut 1.5 ; attendu : INTEGER": {
        "tie": Relationship("FUNDS", "etat / subvention", "lyon/club", stated(amount=1.5))
    },
    "share vaut nan ; attendu : FLOAT": {
        "tie": Relationship("FUNDS", "etat / subvention", "lyon/club", stated(share=float("nan")))
    },
    "quotes vaut 'x' ; attendu : LIST": {"tie": Relationship("PART_OF", "etat", "lyon/ville", stated(quotes="x"))},
}


@pytest.mark.parametrize("message", FAULTS)
def test_a_graph_that_breaks_the_schema_is_refused(store: Store, message: str) -> None:
    with pytest.raises(InputError, match=message):
        store.load(changed(lyon().graph, **FAULTS[message]))
    assert count(store, "(n)") == 0


def test_a_tie_whose_end_only_another_plan_states_is_refused(store: Store) -> None:
    graph = together(lyon(), nantes())
    graph.relationships.append(Relationship("PILOTS", "lyon/club", "nantes/objectif-1", stated()))

    with pytest.raises(InputError, match=r"nantes/objectif-1 : le document « lyon/plan\.txt »"):
        store.load(graph)


def test_a_document_outside_its_plan_is_refused(store: Store) -> None:
    told = Told("lyon")
    told.files = ["paris/plan.txt"]
    told.graph.nodes.append(Node("Document", "paris/plan.txt", {"name": "plan.txt"}))
    told.tie("STATED_IN", "lyon", "paris/plan.txt")

    with pytest.raises(InputError, match="doit commencer par celui de son plan"):
        store.load(told.graph)


def test_a_graph_without_a_plan_is_refused(store: Store) -> None:
    with pytest.raises(InputError, match="aucun plan"):
        store.load(Graph())


WRITES = [
    (cypher_text.LOCK_PLAN, {"plan": "p"}),
    (cypher_text.SET_ALIASES, {"rows": []}),
    *((cypher_text.merge_nodes(label), {"rows": []}) for label in NODE_TYPES),
    *((cypher_text.lock_nodes(label), {"ids": []}) for label in NODE_TYPES),
    *((cypher_text.delete_nodes(label), {"ids": []}) for label in NODE_TYPES),
    *((cypher_text.delete_relationships(type_), {"document": "d"}) for type_ in RELATIONSHIP_TYPES),
    *(
        (cypher_text.create_relationships(type_, *ends), {"rows": []})
        for type_, relationship in RELATIONSHIP_TYPES.items()
        for ends in relationship.ends
    ),
]
READS = [
    (cypher_text.FINGERPRINTS, {"plans": ["p"]}),
    (cypher_text.ACTOR_QUOTES, {"ids": []}),
    *((cypher_text.stated_nodes(label), {"document": "d"}) for label in NODE_TYPES),
    *((cypher_text.orphans(label), {"ids": []}) for label in NODE_TYPES),
    *((cypher_text.existing(label), {"ids": []}) for label in NODE_TYPES),
    (cypher_text.READ_DOCUMENTS, {"documents": []}),
    (cypher_text.READ_NODES, {"documents": []}),
    (cypher_text.READ_RELATIONSHIPS, {"documents": []}),
]


def operators(plan: dict[str, Any]) -> set[str]:
    children = plan.get("children", [])
    return {str(plan["operatorType"]).split("@")[0]}.union(*(operators(child) for child in children))


@pytest.mark.parametrize("told", [Told("lyon"), lyon(), large("lyon", 500)], ids=["vide", "petit", "grand"])
def test_no_write_is_eager_and_nothing_scans(store: Store, told: Told) -> None:
    store.load(told.graph)
    with store._driver.session() as session:
        session.run("CALL db.clearQueryCaches()").consume()  # each is planned anew, for what the base now holds
        for query, parameters in WRITES + READS:
            plan = session.run(f"EXPLAIN {query}", parameters).consume().plan
            assert plan is not None
            found = operators(plan)
            assert not {name for name in found if "Scan" in name}, (query, found)
            if (query, parameters) in WRITES:
                assert not {name for name in found if "Eager" in name}, (query, found)


def test_a_plan_larger_than_a_batch_is_written_whole(store: Store) -> None:
    # Plan, document, objective and 5,100 actors; as many STATED_IN less one, one HAS_OBJECTIVE, 5,100 PARTNERS.
    assert store.load(large("lyon", 5_100).graph).plans == (PlanReport("lyon", "created", 5_103, 10_203),)
    assert count(store, "(:Actor)-[r:PARTNERS]->(:Objective)") == 5_100

    assert store.load(large("lyon", 5_050).graph).plans == (PlanReport("lyon", "replaced", 5_053, 10_103),)
    assert count(store, "(:Actor)") == 5_050


def test_loads_at_the_same_time_give_what_they_give_one_after_the_other(store: Store) -> None:
    def load(told: Told) -> None:
        with connect() as own:
            own.load(told.graph)

    def shared(plan: str) -> Told:
        told = Told(plan)
        objective = told.objective(1)
        for rank in range(50):
            actor = told.actor(f"national-{rank}", f"{plan} {rank}", name=f"National {rank}")
            told.tie("PARTNERS", actor, objective, basis="stated")
        return told

    for told in (shared("a"), shared("b")):
        store.load(told.graph)
    with ThreadPoolExecutor(6) as pool:
        list(pool.map(load, [Told("a"), shared("c"), Told("b"), shared("d"), shared("c"), shared("d")]))

    assert store.read() == canonical(together(Told("a"), Told("b"), shared("c"), shared("d")))


def test_a_plan_that_does_not_say_what_an_actor_is_leaves_what_another_said(store: Store) -> None:
    known, silent = Told("a"), Told("b")
    known.actor("caf", "CAF", kind="établissement public", siret="11111111100011")
    silent.actor("caf", "CAF")
    store.load(known.graph)
    store.load(silent.graph)
    assert rows(store, "MATCH (n:Actor) RETURN n.siret, n.kind") == [["11111111100011", "établissement public"]]

    corrected = Told("a")
    corrected.actor("caf", "CAF")
    alone = Told("b")
    store.load(alone.graph)
    store.load(corrected.graph)
    assert rows(store, "MATCH (n:Actor) RETURN n.siret, n.kind") == [[None, None]]
