"""Who gives how much: sums worked out by hand, and what must never be added."""

from __future__ import annotations

from typing import Any

from graph.model import Graph, Node, Relationship
from graph.network import Choices, commitments
from graph.network.behind import ties_behind
from graph.network.money import euros_by_actor, provided


def told() -> Graph:
    """A town and its housing service, the State, a bank; a programme of two parts; one objective."""
    names = {"ville": "Ville", "ville/logement": "Logement", "etat": "État", "banque": "Banque"}
    actors = [Node("Actor", id_, {"name": name}) for id_, name in names.items()]
    kinds = {"ville/part": "participation", "ville/logement/aide": "subvention", "etat/sub": "subvention"}
    sources = [Node("FundingSource", id_, {"name": id_, "kind": kind}) for id_, kind in kinds.items()]
    sources.append(Node("FundingSource", "banque/pret", {"name": "prêt", "kind": "prêt"}))
    tools = [Node("Tool", f"p/outil/{name}", {"name": name}) for name in ("programme", "nord")]
    objective = Node("Objective", "p/objectif-1", {"name": "Objectif 1", "number": 1, "title": "Loger"})
    graph = Graph([*actors, *sources, *tools, objective])
    for source in graph.by_label("FundingSource"):
        provide(graph, source.id.rpartition("/")[0], source.id)
    add(graph, "PART_OF", "p/outil/nord", "p/outil/programme")
    add(graph, "PILOTS", "ville", objective.id)
    return graph


def add(graph: Graph, type_: str, start: str, end: str, **properties: Any) -> None:
    where = {"document": "p/plan.txt", "locators": ["ligne 1"], "quotes": ["mots"]}
    graph.relationships.append(Relationship(type_, start, end, where | properties))


def provide(graph: Graph, actor: str, source: str) -> None:
    add(graph, "PROVIDES", actor, source)


def funds(graph: Graph, source: str, amount: int | None, target: str = "programme", **properties: Any) -> None:
    add(graph, "FUNDS", source, f"p/outil/{target}", amount=amount, **{"scope": "local"} | properties)


def test_amounts_add_up_and_loans_are_told() -> None:
    graph = told()
    funds(graph, "etat/sub", 300, reference="A")
    funds(graph, "etat/sub", 50, reference="B")
    funds(graph, "banque/pret", 900)
    assert [(row.source, row.actors, row.euros, row.loan) for row in provided(graph)] == [
        ("banque/pret", ("banque",), 900, True),
        ("etat/sub", ("etat",), 350, False),
    ]


def test_what_would_count_twice_or_is_not_local_is_left_out() -> None:
    graph = told()
    funds(graph, "etat/sub", 7_000_000, scope="national")
    funds(graph, "etat/sub", None)
    funds(graph, "ville/part", 100)
    funds(graph, "ville/part", 40, "nord")
    funds(graph, "ville/logement/aide", 93, of="ville/part")
    assert euros_by_actor(graph) == {"ville": 100}


def test_a_part_counts_where_its_source_gives_nothing_to_the_whole() -> None:
    graph = told()
    funds(graph, "ville/part", 100)
    funds(graph, "etat/sub", 40, "nord")
    assert euros_by_actor(graph) == {"ville": 100, "etat": 40}


def test_parts_of_each_other_in_a_circle_lose_no_amount() -> None:
    graph = told()
    add(graph, "PART_OF", "p/outil/programme", "p/outil/nord")
    funds(graph, "ville/part", 100)
    funds(graph, "ville/part", 40, "nord")
    funds(graph, "etat/sub", 7, "nord")
    assert euros_by_actor(graph) == {"ville": 140, "etat": 7}


def test_a_part_of_itself_counts() -> None:
    graph = told()
    add(graph, "PART_OF", "p/outil/nord", "p/outil/nord")
    funds(graph, "ville/part", 40, "nord")
    assert euros_by_actor(graph) == {"ville": 40}


def test_a_part_of_a_circle_is_in_what_the_circle_is_given() -> None:
    graph = told()
    graph.nodes.append(Node("Tool", "p/outil/rue", {"name": "rue"}))
    add(graph, "PART_OF", "p/outil/programme", "p/outil/nord")
    add(graph, "PART_OF", "p/outil/rue", "p/outil/nord")
    funds(graph, "ville/part", 100)
    funds(graph, "ville/part", 15, "rue")
    assert euros_by_actor(graph) == {"ville": 100}


def test_an_amount_that_two_documents_state_counts_once() -> None:
    graph = told()
    funds(graph, "etat/sub", 100)
    funds(graph, "etat/sub", 120, document="p/annexe.txt")
    assert euros_by_actor(graph) == {"etat": 120}


def test_money_of_a_service_is_its_organisation_s_when_regrouped() -> None:
    graph = told()
    funds(graph, "ville/part", 100)
    funds(graph, "ville/logement/aide", 20)
    assert euros_by_actor(graph) == {"ville": 100, "ville/logement": 20}
    assert euros_by_actor(graph, {"ville/logement": "ville"}) == {"ville": 120}


def test_two_who_provide_one_source_each_count_it_whole() -> None:
    graph = told()
    provide(graph, "ville", "etat/sub")
    funds(graph, "etat/sub", 30)
    assert [row.actors for row in provided(graph)] == [("etat", "ville")]
    assert euros_by_actor(graph) == {"etat": 30, "ville": 30}


def test_ranked_by_money_those_who_only_pay_are_there() -> None:
    graph = told()
    funds(graph, "banque/pret", 900)
    funds(graph, "ville/part", 100)
    assert commitments(graph)["id"].to_list() == ["ville"]
    frame = commitments(graph, by="argent")
    assert frame[["rang", "id", "engagements", "argent"]].to_numpy().tolist() == [
        [1, "banque", 0, 900],
        [2, "ville", 1, 100],
    ]


def test_every_figure_has_its_ties() -> None:
    graph = told()
    funds(graph, "ville/part", 100, locators=["ligne 9"], quotes=["100 € de la Ville"])
    add(graph, "PARTNERS", "etat", "p/objectif-1", locators=["ligne 3", "ligne 4"], quotes=["État", "l'État"])
    frame = ties_behind(graph, Choices())
    rows = frame[["acteur", "role", "cible", "fragile", "phrase", "emplacement"]].to_numpy().tolist()
    assert rows == [
        ["État", "partenaire", "p/objectif-1", False, "État", "ligne 3"],
        ["État", "partenaire", "p/objectif-1", False, "l'État", "ligne 4"],
        ["Ville", "pilote", "p/objectif-1", True, "mots", "ligne 1"],
        ["Ville", "financeur", "p/outil/programme", False, "100 € de la Ville", "ligne 9"],
    ]
    assert frame["euros"].dropna().tolist() == [100]
