"""Money as data: sums worked by hand, and flows that always add up to what the graph's own count says."""

from hypothesis import given, settings
from hypothesis import strategies as st

from graph.network.money import provided
from tests import money_plans as made
from viz.money.bands import OTHERS, Band, Column, folded, placed, scale_of
from viz.money.diagram import REST, Limits, diagram
from viz.money.flows import GRANTS, money
from viz.money.table import table
from viz.money.words import Names

TOOL = "plan/outil/Rénovation"


def rows_of(graph):
    found = table(money(graph), Names(graph))
    return [dict(zip(found.columns, row, strict=True)) for row in found.rows]


def test_the_sums_of_a_plan_worked_by_hand() -> None:
    found = money(made.worked().graph)
    assert (found.total, found.loans, found.rest, found.excess) == (60 + 30 + 7 + 5, 30, 10, 0)
    assert {(flow.source, flow.programme, flow.goals, flow.euros) for flow in found.flows} == {
        ("A/subvention", TOOL, ("plan/objectif-1",), 60),
        ("B/prêt", TOOL, ("plan/objectif-1",), 30),
        ("C/subvention", "", ("plan/objectif-2",), 7),
        ("D/subvention", GRANTS, ("plan/club",), 5),
    }
    programme = found.programmes[0]
    assert (programme.announced, programme.broken_down, programme.rest) == (100, 90, 10)
    assert programme.parts_announced == 95
    assert [tie.start for tie in found.national] == ["Etat/dispositif national"]
    assert [tie.start for tie in found.without_amount] == ["E/subvention"]
    assert [tie.start for tie in found.aside] == ["F/subvention"]


def test_the_table_says_every_amount_and_checks_every_sum() -> None:
    rows = rows_of(made.worked().graph)
    said = {(row["ligne"], row["programme"], row["remarque"]): row["euros"] for row in rows}
    assert said["annoncé", "Rénovation", ""] == 100
    assert said["ventilé", "Rénovation", "somme des financeurs"] == 90
    assert said["non ventilé", "Rénovation", "annoncé moins ventilé"] == 10
    assert said["écart", "Rénovation", "annoncé moins la somme des sous-programmes annoncés"] == 5
    assert said["total", "", "tous les financements chiffrés, prêts compris"] == 102
    assert said["total", "", "prêts, à rembourser"] == 30
    assert said["total", "", "hors prêts"] == 72
    assert said["écart", "", "entre les deux sommes"] == 0
    assert sum(row["euros"] for row in rows if row["compté"] == "oui") == 102
    assert [row["euros"] for row in rows if row["ligne"] == "enveloppe nationale"] == [1000]
    assert [row["remarque"] for row in rows if row["ligne"] == "déjà compté"] == [
        "50 % de subvention – A".replace(" %", "\u00a0%")
    ]
    assert all(row["emplacement"] for row in rows if row["ligne"] == "financement")


def test_one_euro_of_difference_has_its_row() -> None:
    said = {row["ligne"]: row["euros"] for row in rows_of(made.off_by(1)) if row["programme"]}
    assert said["non ventilé"] == 1
    said = {row["ligne"]: row["euros"] for row in rows_of(made.off_by(-1)) if row["programme"]}
    assert said["au-delà de l’annonce"] == 1
    said = {row["ligne"]: row["euros"] for row in rows_of(made.off_by(0)) if row["programme"]}
    assert said["écart"] == 0


def test_amounts_of_parts_make_the_breakdown_where_the_whole_has_none() -> None:
    told = made.Funded()
    whole = told.tool("Tout", 100, user=told.goal(told.axis()))
    part = told.tool("Part", whole=whole)
    told.gives("A", part, 80)
    programme = money(told.graph).programmes[0]
    assert (programme.direct, programme.broken_down, programme.rest, programme.besides) == (0, 80, 20, 0)
    told.gives("B", whole, 90)
    programme = money(told.graph).programmes[0]
    assert (programme.broken_down, programme.rest, programme.besides) == (90, 10, 80)


def test_an_amount_that_two_documents_state_counts_once_the_larger_and_says_so() -> None:
    told = made.Funded()
    goal = told.goal(told.axis())
    told.gives("A", goal, 10)
    told.gives("A", goal, 12, document="plan/autre.txt")
    found = money(told.graph)
    assert [(flow.euros, flow.differs) for flow in found.flows] == [(12, True)]
    assert found.total == 12


def test_tools_in_a_circle_end_and_nothing_is_lost() -> None:
    told = made.Funded()
    one = told.tool("Un", 10)
    two = told.tool("Deux", whole=one)
    told.tie("PART_OF", one, two)
    told.gives("A", two, 4)
    found = money(told.graph)
    assert [tie.properties["amount"] for flow in found.flows for tie in flow.ties] + [
        tie.properties["amount"] for tie in found.aside
    ] == [4]


def test_a_programme_that_two_objectives_call_on_is_shared_not_doubled() -> None:
    found = money(made.shared_tool())
    assert [flow.goals for flow in found.flows] == [("plan/objectif-1", "plan/objectif-2")] * 2
    assert found.total == 80


amounts = st.one_of(st.none(), st.integers(0, 10**10))


@st.composite
def funded_plans(draw):
    told = made.Funded()
    axis = told.axis()
    goals = [told.goal(axis) for _ in range(draw(st.integers(1, 3)))]
    tools = []
    for i in range(draw(st.integers(0, 4))):
        whole = draw(st.sampled_from([None, *tools]))
        tools.append(told.tool(f"T{i}", draw(amounts), whole=whole, user=draw(st.sampled_from([None, *goals]))))
    club = told.actor("plan/club", "Club")
    targets = st.sampled_from([*goals, *tools, club])
    for i in range(draw(st.integers(0, 8))):
        scope = draw(st.sampled_from(["local", "local", "national"]))
        kind = draw(st.sampled_from(["subvention", "prêt"]))
        document = draw(st.sampled_from(["plan/plan.txt", "plan/autre.txt"]))
        who = draw(st.sampled_from("ABC"))
        told.gives(who, draw(targets), draw(amounts), kind=kind, scope=scope, document=document, reference=f"R{i % 3}")
    return told.graph


@settings(max_examples=120, deadline=None)
@given(funded_plans(), st.integers(2, 6))
def test_flows_always_sum_to_what_the_graph_counts_and_to_the_table(graph, limit: int) -> None:
    found = money(graph)
    by_source = {row.source: row.euros for row in provided(graph)}
    assert {source: sum(f.euros for f in found.flows if f.source == source) for source in by_source} == by_source
    rows = rows_of(graph)
    assert sum(row["euros"] for row in rows if row["compté"] == "oui") == found.total == sum(by_source.values())
    assert all(row["euros"] == 0 for row in rows if row["remarque"] == "entre les deux sommes")
    for programme in found.programmes:
        inside = sum(flow.euros for flow in found.flows if flow.programme == programme.tool.id)
        assert programme.broken_down + programme.besides == inside
    drawn = diagram(found, Limits(limit, limit, limit))
    assert sum(drawn.left().values()) == sum(drawn.right().values()) == found.total + found.rest
    assert drawn.left().get(REST, 0) == found.rest
    assert len(drawn.cards()) <= limit
    assert len(drawn.right()) <= limit


def test_every_funding_tie_is_somewhere() -> None:
    graph = made.worked().graph
    found = money(graph)
    shown = [id(tie) for flow in found.flows for tie in flow.ties]
    shown += [id(tie) for tie in (*found.national, *found.without_amount, *found.aside)]
    assert sorted(shown) == sorted(id(tie) for tie in graph.by_type("FUNDS"))


def test_the_smallest_are_folded_and_the_scale_leaves_room_for_labels() -> None:
    assert folded({"a": 5, "b": 3, "c": 1}, 2) == {"a": "a", "b": OTHERS, "c": OTHERS}
    assert folded({"a": 5, "b": 3}, 2) == {"a": "a", "b": "b"}
    columns = [Column([Band("a", 90, 10), Band("b", 10, 10)], 4), Column([Band("c", 100, 10)], 4)]
    scale = scale_of(columns, 100)
    assert round(columns[0].height(scale), 3) == 100
    slots = placed(columns[0], scale, 0, 100)
    assert slots["a"].top == 0
    assert round(slots["b"].top - slots["a"].height, 3) == 4
    assert slots["b"].height == 10 > slots["b"].bar
