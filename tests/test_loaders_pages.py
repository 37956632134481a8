"""A plan copied from paged documents reads like the plan itself."""

import textwrap
from pathlib import Path

import pytest

from graph.actors.assemble import assemble
from graph.actors.ledger import read_ledger
from graph.model import Graph
from loaders.lines import Line
from loaders.pages import page_width, unpaged
from loaders.plan import PlanFiles, read_plan

FOLDER = Path(__file__).parent.parent / "plans" / "grand-chambery-2021-2022"


def wrapped(text: str, width: int) -> str:
    """Each line cut at a width, as a copy from a PDF gives it; the rest of a bullet starts at the margin."""
    cut = (textwrap.wrap(line, width, break_on_hyphens=False) or [""] for line in text.splitlines())
    return "\n".join(piece for pieces in cut for piece in pieces) + "\n"


def paged(text: str, lines: int) -> str:
    """A running header and a page number every so many lines."""
    rows = text.splitlines()
    pages = [rows[start : start + lines] for start in range(0, len(rows), lines)]
    return "\n".join("\n".join([*page, "", str(number), "Contrat de ville"]) for number, page in enumerate(pages, 1))


def graph_of(text: str, folder: Path) -> Graph:
    path = folder / "plan.txt"
    path.write_text(text, encoding="utf-8")
    ledger = FOLDER / "acteurs.csv"
    return assemble(read_plan(PlanFiles((path,), FOLDER / "plan.toml", ledger)), read_ledger(ledger))


def facts(graph: Graph) -> set[tuple[str, str, str]]:
    return {(tie.type, tie.start, tie.end) for tie in graph.relationships}


@pytest.fixture(scope="module")
def original() -> str:
    return (FOLDER / "plan-actions-2021-2022.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("width", [72, 80, 95])
def test_the_width_of_the_page_changes_nothing(original: str, width: int, tmp_path: Path) -> None:
    as_printed, cut = graph_of(original, tmp_path), graph_of(wrapped(original, width), tmp_path)
    assert facts(cut) == facts(as_printed)
    assert [node.name for node in cut.by_label("Action")] == [node.name for node in as_printed.by_label("Action")]


def test_headers_and_page_numbers_change_nothing_and_are_said(original: str, tmp_path: Path) -> None:
    as_printed, cut = graph_of(original, tmp_path), graph_of(paged(wrapped(original, 80), 45), tmp_path)
    assert facts(cut) == facts(as_printed)
    assert "pagination" in {finding.code for finding in cut.findings}
    assert cut.unread == []


def test_long_lines_have_no_page_width() -> None:
    assert page_width([Line("", "a" * 300), Line("", "b" * 70), Line("", "c" * 71)]) is None
    assert page_width([Line("", "a" * length) for length in (78, 80, 79, 20, 75, 30)]) == 80


def test_a_hyphen_at_the_edge_joins_one_word() -> None:
    full = [Line("", ""), Line("", "y" * 74)] * 3
    lines = [Line("ligne 1", "x" * 70 + " Côte-"), Line("ligne 2", "Rousse"), *full]
    assert unpaged(lines, lambda line: False).lines[0].text.endswith("Côte-Rousse")
