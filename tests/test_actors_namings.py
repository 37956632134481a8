"""What a document decides of names weighs as a line of the ledger, which has the last word."""

from __future__ import annotations

from graph.actors.assemble import assemble
from graph.actors.ledger import Decision, Ledger
from graph.model import Graph
from graph.statements import ActorMention, Naming, Reading, Source, Statement


def graph_of(names: list[str], namings: list[Naming], *lines: Decision) -> Graph:
    reading = Reading("ville-2025", "ville")
    for rank, name in enumerate(names):
        said = Source("ville-2025/plan.xlsx", f"ligne {rank}", name)
        reading.statements.append(Statement(ActorMention(name), "PARTNERS", "ville-2025/objectif-1", said))
    reading.namings += namings
    return assemble(reading, Ledger(lines))


def kinds(graph: Graph) -> dict[str, str | None]:
    return {node.id: node.properties["kind"] for node in graph.by_label("Actor")}


def test_names_said_to_be_one_actor_are_one_and_bear_its_kind() -> None:
    namings = [Naming("Centre A", "Centre A", "association"), Naming("CA", "Centre A", "association")]
    assert kinds(graph_of(["CA", "Centre A"], namings)) == {"ville/centre-a": "association"}
    assert len(kinds(graph_of(["CA", "Centre A"], []))) == 2


def test_names_said_to_be_two_stay_two_without_a_doubt() -> None:
    apart = Naming("les Acacias", "Acacias", same=False)
    graph = graph_of(["les Acacias", "Acacias"], [apart])
    assert len(graph.by_label("Actor")) == 2
    assert not graph.by_type("MAY_BE")
    assert len(graph_of(["les Acacias", "Acacias"], []).by_label("Actor")) == 1


def test_the_ledger_has_the_last_word_on_who_is_who() -> None:
    namings = [Naming("CA", "Centre A"), Naming("Centre A", "Centre A")]
    kept = graph_of(["CA", "Centre A"], namings, Decision("CA", "Centre A", "distinct"))
    assert len(kept.by_label("Actor")) == 2
    moved = graph_of(["CA", "Centre A", "Centre B"], namings, Decision("CA", "Centre B", "même"))
    assert set(kinds(moved)) == {"ville/centre-a", "ville/centre-b"}
    named = {tie.start: tie.properties["quotes"] for tie in moved.by_type("STATED_IN")}
    assert named["ville/centre-b"] == ["CA", "Centre B"]


def test_the_ledger_joins_what_a_document_keeps_apart() -> None:
    line = Decision("Acacias", "les Acacias", "même")
    graph = graph_of(["les Acacias", "Acacias"], [Naming("les Acacias", "Acacias", same=False)], line)
    assert len(graph.by_label("Actor")) == 1


def test_the_ledger_has_the_last_word_on_a_kind_and_on_a_name() -> None:
    naming = Naming("Centre A", "Centre A", "association")
    kinded = Decision("Centre A", "Centre A", "même", kind="entreprise")
    assert kinds(graph_of(["Centre A"], [naming], kinded)) == {"ville/centre-a": "entreprise"}
    renamed = Decision("Centre A", "Maison A", "même", kind="entreprise")
    assert kinds(graph_of(["Centre A"], [naming], renamed)) == {"ville/maison-a": "entreprise"}


def test_the_ledger_holds_for_a_name_that_a_document_spells_nearly_so() -> None:
    namings = [Naming("centre a", "centre a")]
    graph = graph_of(["centre a", "Centre A"], namings, Decision("Centre A", "Maison A", "même"))
    assert set(kinds(graph)) == {"ville/maison-a"}


def test_a_form_of_a_national_body_is_that_body() -> None:
    naming = Naming("Agence nationale de l'habitat", "Agence nationale de l'habitat")
    assert set(kinds(graph_of(["Agence nationale de l'habitat", "Anah"], [naming]))) == {"anah"}


def test_namings_in_a_circle_end() -> None:
    namings = [Naming("A1", "B1"), Naming("B1", "A1")]
    assert len(graph_of(["A1", "B1"], namings).by_label("Actor")) == 1
    assert len(graph_of(["A1", "B1"], namings, Decision("B1", "A1", "même")).by_label("Actor")) == 1
