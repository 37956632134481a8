"""Fiches of any words: nothing breaks, and no line of a document is dropped in silence."""

import re
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graph.errors import InputError
from graph.statements import Reading
from loaders.plan import find_plan, read_plan

FOLDER = Path(__file__).parent / "donnees" / "fiches"
PLANS = sorted(path for path in FOLDER.iterdir() if path.suffix != ".json")
PRINTED = sorted({line for path in PLANS for line in path.read_text(encoding="utf-8").split("\n") if line.strip()})
SIGNS = ["", "\t", " | ", "€", "%", "☒", "(", ")", "«", ":", "..... 3", "2025", "à définir", "•", "Action 1", "Axe 2"]


def places(reading: Reading) -> set[str]:
    """Lines that a reading tells of: in a statement, as unread, or in a finding."""
    told = {statement.source.locator for statement in reading.statements}
    told |= {line.locator for line in reading.unread} | {finding.locator for finding in reading.findings}
    for finding in reading.findings:
        for first, last in re.findall(r"lignes (\d+) à (\d+)", finding.message):
            told |= {f"ligne {number}" for number in range(int(first), int(last) + 1)}
        told |= set(re.findall(r"ligne \d+", finding.message))
    return told


@pytest.mark.parametrize("path", [pytest.param(path, id=path.stem) for path in PLANS])
def test_every_line_with_words_of_its_own_is_told(path: Path) -> None:
    told = places(read_plan(find_plan(path)))
    silent = [
        line
        for number, line in enumerate(path.read_text(encoding="utf-8").split("\n"), 1)
        if line.strip() and f"ligne {number}" not in told
    ]
    # What is left are headings, and words that say that nothing is said; and the rest of a line that a page cut.
    assert len(silent) <= 0.35 * len(path.read_text(encoding="utf-8").split("\n"))
    figures = re.compile(r"\d €|\d k?€|\d %")
    assert [line for line in silent if figures.search(line) and not re.match(r"(?i)\s*(?:total|\t)", line)] == []


@settings(max_examples=150, suppress_health_check=list(HealthCheck))
@given(
    st.lists(
        st.sampled_from(PRINTED)
        | st.sampled_from(SIGNS)
        | st.text(max_size=30)
        | st.builds("{}{}{}".format, st.sampled_from(PRINTED), st.sampled_from(SIGNS), st.sampled_from(PRINTED)),
        max_size=40,
    )
)
def test_any_words_are_read_or_refused(tmp_path_factory: pytest.TempPathFactory, texts: list[str]) -> None:
    path = tmp_path_factory.mktemp("plan") / "p.txt"
    path.write_text("\n".join([*texts, "fin"]), encoding="utf-8", errors="ignore")
    try:
        reading = read_plan(find_plan(path))
    except InputError:
        return
    ids = [node.id for node in reading.nodes]
    assert len(ids) == len(set(ids))
    for statement in reading.statements:
        for end in (statement.subject, statement.object):
            assert not isinstance(end, str) or end in ids
