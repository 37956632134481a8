"""Tables of measures and of actions: made-up ones against golds written by hand, and tables flattened at random."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.errors import InputError
from graph.model import Graph, Node
from graph.text import fold, slug
from loaders.cells import Row
from loaders.forms.tables.table import read_table
from loaders.read.delimited import delimiter_of, split_rows
from loaders.words.names import without_article
from loaders.words.titles import number_and_title
from maillage.pipeline import read_graph

FOLDER = Path(__file__).parent / "donnees" / "tables"
TABLES = sorted(path for path in FOLDER.iterdir() if path.suffix in (".tsv", ".csv"))


def gold(table: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(table.with_name(f"{table.stem}.gold.json").read_text(encoding="utf-8"))
    return found


@pytest.fixture(scope="module", params=TABLES, ids=lambda path: path.stem)
def case(request: pytest.FixtureRequest) -> tuple[Graph, dict[str, Any]]:
    return read_graph(request.param), gold(request.param)


def words(text: str) -> str:
    return slug(number_and_title(text)[1])


def lines(graph: Graph, node: str) -> list[int]:
    ties = [tie for tie in graph.by_type("STATED_IN") if tie.start == node]
    return [int(place.split()[1]) for tie in ties for place in tie.properties["locators"]]


def ranks(graph: Graph, label: str) -> dict[str, int]:
    return {node.id: node.properties["position"] for node in graph.by_label(label)}


def actions(graph: Graph, *kinds: str) -> list[Node]:
    return [node for node in graph.by_label("Action") if node.properties["kind"] in kinds]


def parents(graph: Graph) -> dict[str, str]:
    return {tie.end: tie.start for tie in graph.by_type("HAS_OBJECTIVE", "HAS_ACTION")}


def test_axes_and_objectives(case: tuple[Graph, dict[str, Any]]) -> None:
    graph, expected = case
    axes, above = ranks(graph, "Axis"), parents(graph)
    assert sorted((lines(graph, node.id)[0], words(node.name)) for node in graph.by_label("Axis")) == [
        (axis["line"], words(axis["title"])) for axis in expected["axes"]
    ]
    found = [(lines(graph, o.id)[0], axes.get(above[o.id]), words(o.name)) for o in graph.by_label("Objective")]
    assert sorted(found, key=lambda row: row[0]) == [
        (o["line"], o["axis"], words(o["title"])) for o in expected["objectives"]
    ]


def doubled(graph: Graph) -> set[int]:
    """Rows that are printed twice: both are kept, and the second is said."""
    return {int(f.locator.split()[1]) for f in graph.findings if f.code == "ligne-double"}


def test_measures_under_their_objective(case: tuple[Graph, dict[str, Any]]) -> None:
    graph, expected = case
    axes, objectives, above = ranks(graph, "Axis"), ranks(graph, "Objective"), parents(graph)
    found = []
    for node in actions(graph, "mesure_nationale", "action"):
        owner = above[node.id]
        axis = axes.get(above[owner] if owner in objectives else owner)
        kind = node.properties["kind"]
        row = (lines(graph, node.id)[0], axis, objectives.get(owner), slug(node.properties["text"]), kind)
        found += [row] if row[0] not in doubled(graph) else []
    assert sorted(found, key=lambda row: row[0]) == [
        (m["line"], m["axis"], m["objective"], slug(m["text"]), m["kind"]) for m in expected["measures"]
    ]


def test_responses_and_crosses(case: tuple[Graph, dict[str, Any]]) -> None:
    graph, expected = case
    twice = doubled(graph)
    responses = [(lines(graph, n.id)[0], slug(n.properties["text"])) for n in actions(graph, "reponse_locale")]
    assert sorted(row for row in responses if row[0] not in twice) == [
        (r["line"], slug(r["text"])) for r in expected["responses"]
    ]
    nodes = graph.index()
    crosses = {
        (int(place.split()[1]), nodes[tie.end].name)
        for tie in graph.by_type("USES")
        if "doubt" in tie.properties
        for place in tie.properties["locators"]
    }
    bare = {(m["line"], m["tool"].removeprefix("Inscrit au ")) for m in expected["marks"]}
    assert {row for row in crosses if row[0] not in twice} == bare


def test_national_envelopes(case: tuple[Graph, dict[str, Any]]) -> None:
    graph, expected = case
    national = [tie for tie in graph.by_type("FUNDS") if tie.properties.get("scope") == "national"]
    found = {(int(tie.properties["locators"][0].split()[1]), tie.properties["amount"]) for tie in national}
    assert found == {(e["line"], e["amount"]) for e in expected["envelopes"]}


@pytest.mark.parametrize(("section", "type_"), [("pilots", "PILOTS"), ("partners", "PARTNERS")])
def test_columns_of_actors(case: tuple[Graph, dict[str, Any]], section: str, type_: str) -> None:
    graph, expected = case
    nodes = graph.index()
    read = {
        (int(place.split()[1]), fold(without_article(name)))
        for tie in graph.by_type(type_)
        for place in tie.properties["locators"]
        for name in (nodes[tie.start].name, *nodes[tie.start].properties["aliases"])
    }
    for entry in expected.get(section, ()):
        assert (entry["line"], fold(without_article(entry["actor"].split(" (")[0]))) in read, entry


def test_an_objective_that_a_row_lacks_is_not_made_of_its_measure() -> None:
    (brevignan,) = (path for path in TABLES if path.stem == "brevignan")
    found = {finding.locator for finding in read_graph(brevignan).findings if finding.code == "ligne-decalee"}
    assert found == {"ligne 7", "ligne 13", "ligne 28"}


def test_a_lone_cell_that_is_no_theme_is_left_unread() -> None:
    rows, _ = split_rows(
        ["Thématique\tObjectif\tMesure", "1. Emploi\tFormer\tAteliers", "2. Santé\tSoigner\tCentres", "x : fait"], "\t"
    )
    table = read_table(rows)
    assert table is not None
    assert [row.shifted.stray for row in table.rows] == [False, False, True]


def test_crosses_decide_where_a_blank_column_is_too_many() -> None:
    header = ["", "Objectif", "Mesure", "Réponse locale", "Relance", "Observations"]
    block = [["", "Former", "Ateliers", "Deux ateliers", "", "X", ""], ["", "", "Stages", "Dix stages", "", "X", ""]]
    table = read_table([Row(f"ligne {number}", tuple(cells)) for number, cells in enumerate([header, *block], 1)])
    assert table is not None
    assert [row.cells[4] for row in table.rows] == ["X", "X"]
    assert not any(row.doubtful for row in table.rows)


@pytest.mark.parametrize(("line", "sign"), [("a;b;c", ";"), ("a\tb, c\td", "\t"), ('"x, y";z;t', ";"), ("a,b,c", ",")])
def test_the_delimiter_is_the_regular_sign(line: str, sign: str) -> None:
    assert delimiter_of([line] * 3) == sign


def test_a_quote_that_never_closes_swallows_no_row() -> None:
    rows, notes = split_rows(['"Réussir ensemble\toui', 'autre "ligne\tnon', '"deux', 'lignes"\tfin'], "\t")
    assert [row.cells for row in rows] == [
        ('"Réussir ensemble', "oui"),
        ('autre "ligne', "non"),
        ("deux lignes", "fin"),
    ]
    assert [(code, place) for code, place, _ in notes] == [
        ("guillemet-ouvert", "ligne 1"),
        ("guillemet-ouvert", "ligne 2"),
    ]


def test_a_table_without_a_column_of_measures_is_no_plan(tmp_path: Path) -> None:
    (tmp_path / "liste.csv").write_text("nom;ville\nDupont;Valbourg\n", encoding="utf-8")
    with pytest.raises(InputError, match="aucune forme"):
        read_graph(tmp_path / "liste.csv")


VERBS = st.sampled_from(["Renforcer", "Favoriser", "Soutenir", "Rendre visible"])
NOUNS = st.sampled_from(["Création", "Développement", "Ouverture", "Déploiement"])
WORDS = st.text(alphabet="abcdeéilmnorstu", min_size=3, max_size=8)


@st.composite
def plans(draw: st.DrawFn) -> list[tuple[str, list[tuple[str, list[tuple[str, str, bool]]]]]]:
    """Themes, their objectives, and their measures: (measure, response or "", cross). All words are distinct."""
    fresh = iter(draw(st.lists(WORDS, min_size=80, max_size=80, unique=True)))
    themes = []
    for _ in range(draw(st.integers(2, 3))):
        objectives = []
        for _ in range(draw(st.integers(1, 3))):
            measures = [
                (
                    f"{draw(NOUNS)} {next(fresh)}",
                    draw(st.sampled_from(["", f"Avancement {next(fresh)}"])),
                    draw(st.booleans()),
                )
                for _ in range(draw(st.integers(1, 3)))
            ]
            objectives.append((f"{draw(VERBS)} {next(fresh)}", measures))
        themes.append((f"THÈME {next(fresh).upper()}", objectives))
    return themes


@given(plans(), st.data())
def test_a_flattened_table_is_read_back(plan: Any, data: st.DataObject) -> None:
    """Merged cells become blank or are repeated, some rows lose the theme's blank cell, the header is on top."""
    rows = [Row("ligne 1", ("", "", "", "Contrat de ville", "Plan de relance"))]
    expected = []
    for theme, objectives in plan:
        for rank, (objective, measures) in enumerate(objectives):
            for place, (measure, response, cross) in enumerate(measures):
                expected.append((theme, objective, measure, response, cross))
                first = theme if rank == place == 0 else ""
                cells = [first, objective if place == 0 else "", measure, response, "X" if cross else ""]
                if not first and place == 0 and data.draw(st.booleans()):
                    cells = [*cells[1:], ""]
                rows.append(Row(f"ligne {len(rows) + 1}", tuple(cells)))
    table = read_table(rows)
    assert table is not None
    theme = objective = ""
    found = []
    for row in table.rows:
        theme, objective = row.cells[0] or theme, row.cells[1] or objective
        found.append((theme, objective, row.cells[2], row.cells[3], row.cells[4] == "X"))
    assert found == expected
