"""The documentation is true: every command and query stands in it, and the generated pages are those of the code."""

import subprocess
import sys
from pathlib import Path

from cypher.library import library
from graph.schema import NODES, RELATIONSHIPS
from graph.store import Store
from maillage.commands import COMMANDS
from maillage.pipeline import read_graphs
from maillage.reference_queries import query_pages, read_examples

DOCS = Path(__file__).parent.parent / "docs"


def test_generated_pages_are_up_to_date(tmp_path: Path) -> None:
    """In a process of its own: click remembers how its commands were first called."""
    subprocess.run([sys.executable, "-m", "maillage.reference", str(tmp_path)], cwd=DOCS.parent, check=True)
    for page in sorted(tmp_path.iterdir()):
        assert (DOCS / page.name).read_text(encoding="utf-8") == page.read_text(encoding="utf-8"), "run `make docs`"


def test_pages_of_queries_show_the_answers_on_the_plans(store: Store) -> None:
    store.load(read_graphs([DOCS.parent / "plans"]))
    for name, text in query_pages(store, read_examples(DOCS)).items():
        assert (DOCS / name).read_text(encoding="utf-8") == text, "run `make docs`"


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
