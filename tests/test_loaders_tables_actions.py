"""Tables of actions, one row an action, in the layouts that cities use: made-up ones against golds written by hand."""

import json
from collections import defaultdict
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.actors.assemble import assemble
from graph.actors.ledger import Ledger
from graph.model import Graph, Node
from graph.statements import Reading
from graph.text import fold, slug
from loaders.cells import Row, cell_of
from loaders.forms.tables.form import TableForm
from loaders.plan_info import PlanInfo
from loaders.read.document import RawDocument
from loaders.words.names import without_article
from loaders.words.titles import number_and_title
from loaders.writer import Writer
from maillage.pipeline import known_names, read_graph

FOLDER = Path(__file__).parent / "donnees" / "tables" / "actions"
TABLES = sorted(path for path in FOLDER.iterdir() if path.suffix in (".tsv", ".csv"))
Facts = dict[str, set[tuple[Any, ...]]]


def plain(name: str) -> str:
    return fold(without_article(name))


def title(words: str) -> str:
    return slug(number_and_title(words)[1])


def gold_of(path: Path) -> Facts:
    """What a person reads: facts by kind, each beginning with the line of its action."""
    facts: Facts = defaultdict(set)
    for action in json.loads(path.with_name(f"{path.stem}.gold.json").read_text(encoding="utf-8")):
        line = action["line"]
        facts["actions"].add((line, title(action["title"])))
        for kind in ("axis", "objective", "theme"):
            facts[kind] |= {(line, title(action[kind]))} if kind in action else set()
        for kind in ("budget", "start", "end", "status"):
            facts[kind] |= {(line, action[kind])} if kind in action else set()
        for kind in ("pilots", "copilots", "partners"):
            facts[kind] |= {(line, " / ".join(map(plain, name.split(" / ")))) for name in action.get(kind, ())}
        facts["funders"] |= {(line, plain(name), amount) for name, amount in action.get("funders", ())}
        facts["places"] |= {(line, plain(name)) for name in action.get("places", ())}
    return facts


class Reader:
    """The same facts, by a graph."""

    def __init__(self, graph: Graph, gold: Facts) -> None:
        self.graph, self.gold, self.nodes = graph, gold, graph.index()
        self.lines: dict[str, int] = {}
        for tie in graph.by_type("STATED_IN"):
            if tie.start in self.nodes and self.nodes[tie.start].label == "Action":
                self.lines.setdefault(tie.start, int(tie.properties["locators"][0].split()[-1]))
        self.above = {tie.end: tie.start for tie in graph.by_type("HAS_ACTION", "HAS_OBJECTIVE", "HAS_AXIS")}
        self.owner = {tie.start: tie.end for tie in graph.by_type("PART_OF")}

    def facts(self) -> Facts:
        facts: Facts = defaultdict(set)
        for node in self.graph.by_label("Action"):
            self._action(node, facts)
        for type_, kind in (("PILOTS", "pilots"), ("PARTNERS", "partners")):
            for tie in self.graph.by_type(type_):
                told = "copilots" if tie.properties.get("co") else kind
                facts[told].add((self._line(tie.end), self._name(tie.start, self._line(tie.end), told)))
        providers = {tie.end: tie.start for tie in self.graph.by_type("PROVIDES")}
        for tie in self.graph.by_type("FUNDS"):
            line = self._line(tie.end)
            name = self._name(providers[tie.start], line, "funders")
            facts["funders"].add((line, name, tie.properties.get("amount")))
        for tie in self.graph.by_type("LOCATED_IN"):
            facts["places"].add((self._line(tie.start), plain(self.nodes[tie.end].name)))
        return facts

    def _line(self, id_: str) -> int:
        return self.lines.get(id_, 0)

    def _action(self, node: Node, facts: Facts) -> None:
        line = self._line(node.id)
        facts["actions"].add((line, title(node.name)))
        for kind in ("budget", "start", "end", "status"):
            if node.properties.get(kind) is not None:
                facts[kind].add((line, node.properties[kind]))
        up = self.above.get(node.id)
        while up in self.nodes and self.nodes[up].label != "Plan":
            parent = self.nodes[up]
            kind = {"Axis": "axis", "Objective": "objective"}.get(parent.label)
            facts[kind or "above"].add((line, title(parent.name)))
            if theme := parent.properties.get("theme"):
                facts["theme"].add((line, title(theme)))
            up = self.above.get(up)

    def _name(self, id_: str, line: int, kind: str) -> str:
        """The name that the gold has, where the actor is printed so; a service's is "parent / service"."""
        node = self.nodes[id_]
        names = {plain(name) for name in (node.name, *node.properties.get("aliases", ()))}
        if node.properties["kind"] == "service" and id_ in self.owner:
            owner = self.nodes[self.owner[id_]]
            owners = {plain(name) for name in (owner.name, *owner.properties.get("aliases", ()))}
            names |= {f"{parent} / {name.split(' (')[0]}" for parent in owners for name in names}
        expected = {fact[1] for fact in self.gold[kind] if fact[0] == line}
        return min(names & expected, default=min(names))


KINDS = "actions axis objective theme pilots copilots partners funders budget start end status places".split()


@pytest.fixture(scope="module", params=TABLES, ids=lambda path: path.stem)
def case(request: pytest.FixtureRequest) -> tuple[Facts, Facts]:
    gold = gold_of(request.param)
    return Reader(read_graph(request.param), gold).facts(), gold


@pytest.mark.parametrize("kind", KINDS)
def test_what_a_table_says_is_what_a_person_reads(case: tuple[Facts, Facts], kind: str) -> None:
    read, gold = case
    assert read[kind] == gold[kind]


@pytest.mark.parametrize("path", TABLES, ids=lambda path: path.stem)
def test_hardly_a_cell_is_left_unread(path: Path) -> None:
    lines = path.read_bytes().decode("cp1252", "replace").split("\n")
    cells = sum(bool(cell) for line in lines for cell in line.split("\t"))
    assert len(read_graph(path).unread) <= 0.03 * cells + 1


def graph_of(rows: list[list[str]], covered: dict[int, tuple[tuple[int, str], ...]] | None = None) -> Graph:
    """The graph of rows of cells. `covered`: by number of row, what merged cells say of its further positions."""
    numbered = [
        Row(f"ligne {number}", tuple(map(cell_of, cells)), covered=(covered or {}).get(number, ()))
        for number, cells in enumerate(rows, 1)
    ]
    form = TableForm.recognise(RawDocument("plan.tsv", "", "text/plain", (), tuple(numbered)))
    assert form is not None
    info = PlanInfo("Plan", "Valbourg", 2024, 2030)
    reading = Reading(info.id, info.scope)
    writer = Writer(reading, f"{info.id}/plan.tsv")
    writer.node("Document", writer.document, "plan.tsv", "document", "plan.tsv")
    writer.node("Plan", info.id, info.title, "document", info.title)
    form.write(writer, info, frozenset(known_names(set())))
    return assemble(reading, Ledger([]))


def codes(graph: Graph) -> list[str]:
    return [finding.code for finding in graph.findings]


def funding(graph: Graph) -> dict[tuple[str, str], int | None]:
    """Amounts by who gives and to which action."""
    nodes = graph.index()
    providers = {tie.end: nodes[tie.start].name for tie in graph.by_type("PROVIDES")}
    return {(providers[tie.start], nodes[tie.end].name): tie.properties.get("amount") for tie in graph.by_type("FUNDS")}


def test_a_pilot_merged_over_several_actions_leads_each_and_its_money_is_not_repeated() -> None:
    rows = [["Action", "Pilote", "Coût"], ["Forum", "CCAS", "5 000 €"], ["Atelier", "", ""]]
    graph = graph_of(rows, {3: ((1, "CCAS"), (2, "5 000 €"))})
    nodes = graph.index()
    assert {nodes[tie.end].name for tie in graph.by_type("PILOTS")} == {"Forum", "Atelier"}
    assert [node.properties.get("budget") for node in graph.by_label("Action")] == [5000, None]


def test_a_total_that_disagrees_is_a_finding_and_one_that_agrees_is_none() -> None:
    header = ["Action", "Porteur", "Coût total", "Ville"]
    rows = [header, ["Forum", "CCAS", "5 000", "1 000"], ["Bal", "MJC", "700", "50"]]
    right = graph_of([*rows, ["Total", "", "5 700", "1 050"]])
    wrong = graph_of([*rows, ["Total", "", "5 700", "1 500"]])
    assert "total-different" not in codes(right)
    assert [finding.locator for finding in wrong.findings if finding.code == "total-different"] == [
        "ligne 4, colonne 4"
    ]
    assert right.unread == wrong.unread == []
    assert len(wrong.by_label("Action")) == 2


def test_money_asked_for_is_neither_the_budget_nor_counted_twice() -> None:
    header = ["Action", "Porteur", "Montant demandé", "Montant accordé", "Financeur"]
    graph = graph_of([header, ["Forum", "MJC", "9 000", "4 000", "CAF"], ["Bal", "MJC", "500", "0", "CAF"]])
    assert funding(graph) == {("CAF", "Forum"): 4000}
    assert all(node.properties.get("budget") is None for node in graph.by_label("Action"))
    two = [["Action", "Porteur", "Ville demandé", "Ville accordé"], ["Forum", "MJC", "9 000", "4 000"]]
    assert funding(graph_of(two)) == {("Ville", "Forum"): 4000}


def test_figures_of_a_wide_table_never_slide_under_another_payer() -> None:
    header = ["Action", "Porteur", "Crédits spécifiques", "Ville", "CAF", "Autres", "Total"]
    rows = [["Forum", "MJC", "", "1 000", "", "à trouver", "1 000"], ["Bal", "MJC", "", "", "300", "x", "300"]]
    assert funding(graph_of([header, *rows])) == {("Ville", "Forum"): 1000, ("CAF", "Bal"): 300}


def test_own_funds_are_those_of_the_only_pilot() -> None:
    header = ["Action", "Porteur", "Ville", "Autofinancement"]
    graph = graph_of([header, ["Bal", "MJC", "500", "200"], ["Jeu", "MJC, CCAS", "1", "9"]])
    assert funding(graph) == {("Ville", "Bal"): 500, ("MJC", "Bal"): 200, ("Ville", "Jeu"): 1}
    assert "financeur-non-nomme" in codes(graph)


def test_a_row_that_names_who_leads_an_objective_is_about_the_objective() -> None:
    rows = [["Objectif", "Action", "Pilote"], ["Soigner", "", "ARS"], ["", "Dépister", "CPAM"]]
    graph = graph_of(rows)
    nodes = graph.index()
    assert {(nodes[t.start].name, nodes[t.end].label) for t in graph.by_type("PILOTS")} == {
        ("ARS", "Objective"),
        ("CPAM", "Action"),
    }


def test_what_has_no_place_is_said_once_a_column() -> None:
    header = ["Action", "Pilote", "Indicateurs", "Public"]
    graph = graph_of([header, ["Forum", "CCAS", "Visites", "Tous"], ["Bal", "MJC", "Jeux", ""]])
    assert graph.unread == []
    assert codes(graph).count("colonne-de-cote") == 2


def test_what_no_rule_knows_is_unread() -> None:
    graph = graph_of([["Action", "Pilote", "Couleur du dossier"], ["Forum", "CCAS", "Vert"]])
    assert [line.text for line in graph.unread] == ["Couleur du dossier : Vert"]


ORDERS = st.permutations(range(6))
COLUMNS = [
    ["Action", "Forum", "Bal", "Atelier"],
    ["Pilote", "CCAS", "MJC", "Ville"],
    ["Partenaires", "CAF, ARS", "Ville", ""],
    ["Financeurs", "Ville", "", "CAF"],
    ["Budget", "5 000 €", "", "1,2 k€"],
    ["Échéance", "juin 2025", "2026", ""],
]


def facts_of(graph: Graph) -> set[tuple[Any, ...]]:
    nodes = graph.index()
    told = {(tie.type, nodes[tie.start].name, nodes[tie.end].name) for tie in graph.by_type("PILOTS", "PARTNERS")}
    dated = {
        (node.name, node.properties.get("budget"), node.properties.get("end")) for node in graph.by_label("Action")
    }
    return told | dated | set(funding(graph).items())


@given(ORDERS)
def test_the_order_of_columns_changes_nothing(order: list[int]) -> None:
    rows = [[COLUMNS[column][row] for column in order] for row in range(4)]
    straight = [[column[row] for column in COLUMNS] for row in range(4)]
    assert facts_of(graph_of(rows)) == facts_of(graph_of(straight))


def test_a_banner_merged_across_the_table_heads_the_rows_below_and_fills_no_column() -> None:
    rows = [["Action", "Pilote", "Statut"], ["AXE 1 : Santé", "", ""], ["Forum", "CCAS", "En cours"]]
    graph = graph_of(rows, {2: ((1, "AXE 1 : Santé"), (2, "AXE 1 : Santé"))})
    nodes = graph.index()
    assert [node.name for node in graph.by_label("Axis")] == ["Santé"]
    assert {(nodes[tie.start].name, nodes[tie.end].name) for tie in graph.by_type("PILOTS")} == {("CCAS", "Forum")}
    assert [node.name for node in graph.by_label("Action")] == ["Forum"]


@pytest.mark.parametrize(
    ("cell", "names"),
    [("MSA – CAF", {"MSA", "CAF"}), ("État – Région – Fondation Abri", {"État", "Région", "Fondation Abri"})],
)
def test_names_that_only_dashes_part_are_several(cell: str, names: set[str]) -> None:
    graph = graph_of([["Action", "Pilote", "Partenaires"], ["Forum", "CCAS", cell]])
    nodes = graph.index()
    assert {nodes[tie.start].name for tie in graph.by_type("PARTNERS")} == names
