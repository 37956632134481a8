"""What must not change the reading of a table, and what is left unread or doubtful rather than read wrong."""

import tempfile
import unicodedata
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.model import Graph
from loaders.cells import Row
from loaders.forms.tables.labels import Role
from loaders.forms.tables.table import read_table
from loaders.read.delimited import read_delimited
from maillage.pipeline import read_graph

TABLES = sorted((Path(__file__).parent / "donnees" / "tables").glob("*.tsv"))
TABLES += sorted((Path(__file__).parent.parent / "plans" / "albertville-2021").glob("*.tsv"))
HEADER = ["Thème", "Objectif", "Mesure nationale", "Réponse locale", "CRTE", "Plan de relance", "Observations"]
Cells = list[list[str]]


def padded(rows: Cells) -> Cells:
    width = max(map(len, rows))
    return [row + [""] * (width - len(row)) for row in rows]


def trimmed(rows: Cells) -> Cells:
    return [row[: max((i + 1 for i, cell in enumerate(row) if cell), default=0)] for row in rows]


def with_a_blank_column(rows: Cells) -> Cells:
    return [[*row, ""] for row in rows]


def decomposed(rows: Cells) -> Cells:
    return [[unicodedata.normalize("NFD", cell) for cell in row] for row in rows]


def double_spaced(rows: Cells) -> Cells:
    """A blank row below each row of the table; the header keeps its lines together."""
    first = next(i for i, row in enumerate(rows) if sum(map(bool, row)) > 1)
    return rows[: first + 2] + [line for row in rows[first + 2 :] for line in (row, [])]


SAME = (padded, trimmed, with_a_blank_column, decomposed, double_spaced)


def saved(rows: Cells) -> tuple[Row, ...]:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "table.tsv"
        path.write_text("\n".join("\t".join(row) for row in rows), encoding="utf-8")
        return read_delimited(path).rows


def reading(rows: Cells) -> list[Any]:
    """What each row says, without its place: its cells by role, and whether they are doubtful."""
    table = read_table(saved(rows))
    assert table is not None
    columns = table.header.columns
    told = [
        [(columns[i].label, columns[i].role, cell, i in row.doubtful) for i, cell in enumerate(row.cells) if cell]
        for row in table.rows
    ]
    flags = [(row.shifted.banner, row.shifted.stray, row.shifted.alone, row.beyond) for row in table.rows]
    return list(zip(told, flags, strict=True))


@pytest.mark.parametrize("path", TABLES, ids=lambda path: path.stem)
@pytest.mark.parametrize("change", SAME, ids=lambda change: change.__name__)
def test_what_says_nothing_changes_nothing(path: Path, change: Callable[[Cells], Cells]) -> None:
    rows = [line.split("\t") for line in path.read_text(encoding="utf-8-sig").split("\n")]
    assert reading(change(rows)) == reading(rows)


WORDS = st.text(alphabet="abcdeéilmnorstu", min_size=3, max_size=8)
MARKS = st.sampled_from(["", "", "X", "x", "✓", "-"])


@st.composite
def tables(draw: st.DrawFn) -> Cells:
    """Rows of a table whose themes are in capitals or not, whose merged cells are blank, in blocks or not."""
    fresh = iter(draw(st.lists(WORDS, min_size=60, max_size=60, unique=True)))
    case = draw(st.sampled_from([str.upper, str.capitalize]))
    rows = [HEADER]
    for _ in range(draw(st.integers(2, 4))):
        theme = case(f"thème {next(fresh)}")
        for _ in range(draw(st.integers(1, 3))):
            objective = f"Renforcer {next(fresh)}"
            for _ in range(draw(st.integers(1, 2))):
                response = draw(st.sampled_from(["", f"Avancement {next(fresh)}"]))
                marks = [draw(MARKS), draw(MARKS), draw(st.sampled_from(["", "à revoir"]))]
                rows.append([theme, objective, f"Création {next(fresh)}", response, *marks])
                theme = objective = ""
        rows += [[]] * draw(st.integers(0, 1))
    return rows


@given(tables(), st.sampled_from(SAME))
def test_no_table_changes_by_what_says_nothing(rows: Cells, change: Callable[[Cells], Cells]) -> None:
    assert reading(change(rows)) == reading(rows)


@given(tables(), st.data())
def test_a_header_printed_again_changes_nothing(rows: Cells, data: st.DataObject) -> None:
    place = data.draw(st.integers(1, len(rows)))
    other = ["Axe", "Objectifs", "Mesures", "Réponses locales", "CRTE", "Plan de relance", "Observations"]
    again = data.draw(st.sampled_from([HEADER, other]))
    assert reading([*rows[:place], again, *rows[place:]]) == reading(rows)


def read(tmp_path: Path, *rows: str, header: str = "\t".join(HEADER[:6])) -> Graph:
    path = tmp_path / "table.tsv"
    path.write_text("\n".join([header, *rows]), encoding="utf-8")
    return read_graph(path)


FIRST = "SÉCURITÉ\tRenforcer la présence\t300 médiateurs\tDeux adultes\tX\t"
SECOND = "HABITAT\tFavoriser la mixité\tLogements sociaux\tCharte\t\tX"


def kinds(graph: Graph) -> list[tuple[str, str]]:
    return sorted((node.properties["kind"], node.name) for node in graph.by_label("Action"))


@pytest.mark.parametrize("label", ["Contrat local de santé", "Action cœur de ville", "Crédits ANRU", "Priorité"])
def test_crosses_make_a_column_of_crosses_whatever_its_label(tmp_path: Path, label: str) -> None:
    graph = read(tmp_path, FIRST, SECOND, header="\t".join([*HEADER[:4], label, "CRTE"]))
    assert {node.name for node in graph.by_label("Tool")} >= {label, "CRTE"}


def test_crosses_under_observations_are_no_tool(tmp_path: Path) -> None:
    graph = read(tmp_path, FIRST, SECOND, header="\t".join([*HEADER[:4], "Observations", "CRTE"]))
    assert {node.name for node in graph.by_label("Tool")} == {"CRTE"}
    assert [unread.text for unread in graph.unread] == ["Observations : X"]


def test_two_columns_of_one_role_are_read_or_said(tmp_path: Path) -> None:
    header = "Axe\tOrientation\tObjectif\tN° mesure\tMesure nationale\tRéponse de la Ville\tRéponse de l'Agglo"
    graph = read(tmp_path, "SANTÉ\tSoigner mieux\tOuvrir\t1.1\t60 centres\tUn centre\tUn bus", header=header)
    assert kinds(graph) == [
        ("mesure_nationale", "60 centres"),
        ("reponse_locale", "Un bus"),
        ("reponse_locale", "Un centre"),
    ]
    assert [node.properties["theme"] for node in graph.by_label("Objective")] == ["Soigner mieux"]
    assert graph.unread == []
    assert {finding.code for finding in graph.findings} >= {"colonne-interpretee", "numerotation"}


@pytest.mark.parametrize(
    "note",
    [
        "Sous-total : 2 mesures\t\t\t\t1\t1",
        "TOTAL\t\t6\t4\t3\t3",
        "NB : à confirmer",
        "Page 2/5",
        "2",
        "* sous réserve",
    ],
)
def test_notes_and_totals_open_nothing(tmp_path: Path, note: str) -> None:
    graph = read(tmp_path, FIRST, note, "\tPrévenir\tJustice de proximité\t\tX", SECOND)
    assert [node.name for node in graph.by_label("Axis")] == ["SÉCURITÉ", "HABITAT"]
    assert len(graph.by_label("Action")) == 5
    assert len(graph.unread) == 1


def test_what_stands_for_a_blank_is_blank(tmp_path: Path) -> None:
    graph = read(tmp_path, FIRST, "-\tidem\tAbondement du fonds\tNéant\t-\tX", "″\t/\tJustice\tidem\t-\t-", SECOND)
    assert [node.name for node in graph.by_label("Objective")] == ["Renforcer la présence", "Favoriser la mixité"]
    assert [name for kind, name in kinds(graph) if kind == "reponse_locale"] == ["Charte", "Deux adultes"]
    assert {"case-sans-objet", "idem"} <= {finding.code for finding in graph.findings}


def test_a_cell_cut_by_a_line_break_is_joined_and_a_bare_cross_is_no_measure(tmp_path: Path) -> None:
    cut = ["SÉCURITÉ\tRenforcer\t300 médiateurs\tDeux adultes", "recrutés en mars\tX", *[SECOND] * 2, "\t\tX"]
    graph = read(tmp_path, *cut, "SANTÉ\tSoigner\tCentres", "EMPLOI\tFormer\tForum")
    assert ("reponse_locale", "Deux adultes recrutés en mars") in kinds(graph)
    assert not any(name == "X" for _, name in kinds(graph))


@pytest.mark.parametrize("mark", ["X (2021)", "×", "XX", "✅", "✔️", "oui"])
def test_other_crosses_are_crosses(tmp_path: Path, mark: str) -> None:
    graph = read(tmp_path, FIRST.replace("X", mark), SECOND.replace("X", "☐"))
    assert [tie.properties["doubt"] for tie in graph.by_type("USES")] == [False]
    assert graph.unread == []


def test_crosses_moved_from_beyond_the_header_are_doubtful() -> None:
    cells = [["", "Former", "Ateliers", "Deux ateliers", "", "X", "X"], ["", "Aider", "Stages", "Dix", "", "", "X"]]
    table = read_table(saved([HEADER[:6], *cells]))
    assert table is not None
    marks = table.header.positions(Role.MARK)
    assert all(row.doubtful.keys() == {i for i in marks if row.cells[i]} for row in table.rows)


def test_a_long_cell_takes_no_longer_than_a_page(tmp_path: Path) -> None:
    long = "La Ville et le CCAS portent le projet avec la Mission locale. " * 5000
    graph = read(tmp_path, f"SANTÉ\tSoigner\t60 centres\t{long}\tX")
    assert "texte-long" in {finding.code for finding in graph.findings}


def test_a_tsv_without_tabs_and_a_vertical_tab_are_read(tmp_path: Path) -> None:
    graph = read(tmp_path, FIRST.replace("\t", ";").replace("Deux ", "Deux\v"), header=";".join(HEADER[:6]))
    assert ("reponse_locale", "Deux adultes") in kinds(graph)
