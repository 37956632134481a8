"""The documentation is true: every command and query stands in it, and the generated pages are those of the code."""

from pathlib import Path

import pytest

from cypher.library import library
from graph.schema import NODES, RELATIONSHIPS
from maillage.commands import COMMANDS
from maillage.reference import pages

DOCS = Path(__file__).parent.parent / "docs"


@pytest.mark.parametrize("name", ["schema.md", "commandes.md", "requetes.md"])
def test_generated_pages_are_up_to_date(name: str) -> None:
    assert (DOCS / name).read_text(encoding="utf-8") == pages()[name], "run `make docs`"


def test_every_command_is_documented_and_helps_in_french() -> None:
    text = (DOCS / "commandes.md").read_text(encoding="utf-8")
    for command in COMMANDS:
        assert f"maillage {command.name}" in text
        assert command.help
    assert "Show this message" not in text


def test_every_query_and_every_part_of_the_schema_is_documented() -> None:
    queries = (DOCS / "requetes.md").read_text(encoding="utf-8")
    schema = (DOCS / "schema.md").read_text(encoding="utf-8")
    for query in library().values():
        assert query.question in queries
        assert query.description in queries
    for label in [node.label for node in NODES] + [tie.type for tie in RELATIONSHIPS]:
        assert f"`{label}`" in schema


def test_readme_opens_with_the_two_commands() -> None:
    readme = (DOCS.parent / "README.md").read_text(encoding="utf-8")
    assert 0 < readme.index("make copil") < readme.index("make test") < 1500
    for picture in (DOCS / "images").glob("*.png"):
        assert picture.name in readme
