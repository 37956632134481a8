"""What is lost when partners leave, recounted from a copy of the graph without them, on any graph."""

from __future__ import annotations

import re

import networkx as nx
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.model import Graph, Node, Relationship
from graph.network.choices import Choices
from graph.network.departure import departure
from graph.network.departure.risks import RISK_ORDER, risks
from graph.network.departure.table import consequences
from graph.network.departure.words import sentences

PILOT, PARTNER, ACTION = "PILOTS", "PARTNERS", "HAS_ACTION"
ACTORS = ("a", "b", "c", "ville", "ville/ecoles", "ville/ecoles/cantines", "communes")
TARGETS = ("p/objectif-1", "p/objectif-2", "q/objectif-1", "p/objectif-1/action-1", "p/objectif-1/action-1/action-1",
           "p/objectif-2/action-1", "q/action-1")  # fmt: skip
OWNER = {"ville/ecoles": "ville", "ville/ecoles/cantines": "ville"}
ties = st.builds(
    lambda type_, actor, target, basis: Relationship(type_, actor, target, {"document": "p/t", "basis": basis}),
    st.sampled_from((PILOT, PARTNER)),
    st.sampled_from(ACTORS),
    st.sampled_from(TARGETS),
    st.sampled_from(("stated", "inferred")),
)
sources = st.lists(
    st.tuples(st.sets(st.sampled_from(ACTORS)), st.none() | st.integers(0, 9), st.sampled_from(("prêt", "don"))),
    max_size=4,
)
all_choices = st.builds(
    Choices,
    st.sampled_from(("objectif", "action", "tous")),
    st.booleans(),
    st.booleans(),
    st.sampled_from((frozenset({"stated"}), frozenset({"stated", "inferred"}))),
)


def drawn(commitments: list[Relationship], funds: list[tuple[set[str], int | None, str]]) -> Graph:
    graph = Graph([Node("Plan", plan, {"name": plan}) for plan in "pq"], list(commitments))
    graph.nodes += [Node("Actor", id_, {"name": id_, "generic": id_ == "communes"}) for id_ in ACTORS]
    for target in TARGETS:
        label = "Action" if "action" in target else "Objective"
        graph.nodes.append(Node(label, target, {"name": target}))
        parent, _, _ = target.rpartition("/")
        graph.relationships.append(
            Relationship("HAS_OBJECTIVE" if label == "Objective" else ACTION, parent, target, {})
        )
    for service in OWNER:
        graph.relationships.append(Relationship("PART_OF", service, service.rpartition("/")[0], {}))
    for rank, (providers, amount, kind) in enumerate(funds):
        graph.nodes.append(Node("FundingSource", f"s{rank}", {"name": f"s{rank}", "kind": kind}))
        graph.relationships += [Relationship("PROVIDES", actor, f"s{rank}", {}) for actor in providers]
        graph.relationships.append(Relationship("FUNDS", f"s{rank}", "p/objectif-1", {"amount": amount}))
    return graph


def without(graph: Graph, actors: set[str], choices: Choices) -> Graph:
    """A copy in which these actors (and, regrouped, their services) have no tie."""
    return Graph(graph.nodes, [tie for tie in graph.relationships if counted_as(tie.start, choices) not in actors])


def counted_as(actor: str, choices: Choices) -> str:
    return OWNER.get(actor, actor) if choices.regroup else actor


def holders(graph: Graph, choices: Choices, label: str, *types: str) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {node.id: set() for node in graph.nodes if node.label == label}
    for tie in graph.relationships:
        actor = counted_as(tie.start, choices)
        counted = tie.properties.get("basis", "stated") in choices.basis and (choices.generic or actor != "communes")
        if counted and tie.type in types and tie.end in found:
            found[tie.end].add(actor)
    return found


def emptied(before: dict[str, set[str]], after: dict[str, set[str]]) -> set[str]:
    return {target for target in before if before[target] and not after[target]}


def recounted(graph: Graph, gone: set[str], choices: Choices) -> dict[str, int]:
    rest = without(graph, gone, choices)
    row: dict[str, int] = {}
    names = {
        "Objective": ("objectifs_orphelins", "objectifs_un_acteur"),
        "Action": ("actions_orphelines", "actions_un_acteur"),
    }
    for label, (orphans, alone) in names.items():
        unled = emptied(holders(graph, choices, label, PILOT), holders(rest, choices, label, PILOT))
        before, after = (holders(one, choices, label, PILOT, PARTNER) for one in (graph, rest))
        row[orphans] = len(unled | emptied(before, after))
        row[alone] = sum(len(after[target]) == 1 < len(before[target]) for target in before)
        if label == "Objective":
            lost = unled
    led, still = (holders(one, choices, "Action", PILOT) for one in (graph, rest))
    row["actions_sous_objectif"] = sum(
        not led[action_]
        and any(action_.startswith(f"{objective}/") for objective in lost)
        and not any(still.get(above) for above in prefixes(action_))
        for action_ in led
    )
    provided, kept = (holders(one, choices, "FundingSource", "PROVIDES") for one in (graph, rest))
    gone_sources = emptied(provided, kept)
    amounts = {tie.start: tie.properties["amount"] for tie in graph.relationships if tie.type == "FUNDS"}
    loans = {node.id for node in graph.nodes if node.properties.get("kind") == "prêt"}
    row["euros"] = sum(amounts[one] or 0 for one in gone_sources - loans)
    row["prets"] = sum(amounts[one] or 0 for one in gone_sources & loans)
    row["sources_sans_montant"] = sum(amounts[one] is None for one in gone_sources)
    return row | broken(graph, rest, choices)


def prefixes(id_: str) -> list[str]:
    parts = id_.split("/")
    return ["/".join(parts[:n]) for n in range(1, len(parts))]


def broken(graph: Graph, rest: Graph, choices: Choices) -> dict[str, int]:
    labels = {"objectif": ("Objective",), "action": ("Action",), "tous": ("Objective", "Action")}[choices.level]
    old, new = (
        nx.Graph(
            [
                (("actor", actor), target)
                for label in labels
                for target, actors in holders(one, choices, label, PILOT, PARTNER).items()
                for actor in actors
            ]
        )
        for one in (graph, rest)
    )
    more = lost = 0
    for piece in nx.connected_components(old):
        rests = sorted(len(found) for found in nx.connected_components(new) if found <= piece)
        more += max(0, len(rests) - 1)
        lost += sum(rests[:-1])
    return {"morceaux": more, "detaches": lost}


@settings(max_examples=150)
@given(commitments=st.lists(ties, max_size=24), funds=sources, choices=all_choices)
def test_risks_equal_a_recount_without_each_actor(
    commitments: list[Relationship], funds: list[tuple[set[str], int | None, str]], choices: Choices
) -> None:
    graph = drawn(commitments, funds)
    rows = risks(graph, choices).to_dict("records")
    expected = {*ACTORS} - (set(OWNER) if choices.regroup else set()) - (set() if choices.generic else {"communes"})
    assert {row["id"] for row in rows} == expected
    for row in rows:
        naive = recounted(graph, {row["id"]}, choices)
        assert {name: row[name] for name in naive} == naive
    keys = [tuple(-row[name] for name in RISK_ORDER) for row in rows]
    assert keys == sorted(keys)
    assert [row["rang"] for row in rows] == [1 + sum(other < key for other in keys) for key in keys]


@settings(max_examples=150)
@given(
    commitments=st.lists(ties, max_size=24),
    funds=sources,
    choices=all_choices,
    leaving=st.sets(st.sampled_from(("a", "b", "c", "ville")), min_size=1),
)
def test_any_departure_equals_a_recount(
    commitments: list[Relationship],
    funds: list[tuple[set[str], int | None, str]],
    choices: Choices,
    leaving: set[str],
) -> None:
    graph = drawn(commitments, funds)
    found = departure(graph, leaving, choices)
    figures = {
        "objectifs_orphelins": len(found.objectives.orphaned),
        "objectifs_un_acteur": len(found.objectives.single_actor),
        "actions_orphelines": len(found.actions.orphaned),
        "actions_un_acteur": len(found.actions.single_actor),
        "actions_sous_objectif": len(found.actions_below),
        "euros": found.euros,
        "prets": found.loans,
        "sources_sans_montant": sum(row.source.euros is None for row in found.money),
        "morceaux": len(found.cut_off),
        "detaches": sum(len(piece.actors) + len(piece.targets) for piece in found.cut_off),
    }
    assert figures == recounted(graph, leaving, choices)
    if len(leaving) == 1:
        (row,) = [row for row in risks(graph, choices).to_dict("records") if {row["id"]} == leaving]
        assert {name: row[name] for name in figures} == figures
    said = sentences(found, graph)
    assert all(re.fullmatch(r"[A-ZÀ-Ý0-9«].*\.", line) and "  " not in line for line in said)
    assert len(consequences(found, graph)) >= bool(found)
